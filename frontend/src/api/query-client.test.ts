import { describe, expect, it, vi } from 'vitest';
import { Problem } from './problem';
import { createQueryClient } from './query-client';

const policy = () => ({ onUnauthorized: vi.fn(), onMutationProblem: vi.fn() });
const problem = (status: number) => new Problem({ status, code: `http_${status}` });

describe('the query client', () => {
  it.each([
    [0, true],
    [408, true],
    [429, true],
    [503, true],
    [400, false],
    [401, false],
    [404, false],
    [409, false],
  ])('after %i tries again: %s', (status, expected) => {
    const retry = createQueryClient(policy()).getDefaultOptions().queries?.retry as (
      n: number,
      e: Error,
    ) => boolean;
    expect(retry(0, problem(status))).toBe(expected);
    expect(retry(3, problem(status))).toBe(false);
  });

  it('leads to the login when the session is gone, unless the question is about that', async () => {
    const rules = policy();
    const client = createQueryClient(rules);
    const queryFn = () => Promise.reject(problem(401));
    await client.fetchQuery({ queryKey: ['me'], queryFn, meta: { anonymous: true } }).catch(() => {});
    expect(rules.onUnauthorized).not.toHaveBeenCalled();
    await client.fetchQuery({ queryKey: ['accounts'], queryFn }).catch(() => {});
    expect(rules.onUnauthorized).toHaveBeenCalledOnce();
  });

  it('shows a failed change once, unless its screen does that itself', async () => {
    const rules = policy();
    const client = createQueryClient(rules);
    const change = (meta?: { handlesProblem: boolean }) =>
      client
        .getMutationCache()
        .build(client, { mutationFn: () => Promise.reject(problem(409)), ...(meta ? { meta } : {}) })
        .execute(undefined)
        .catch(() => {});
    await change({ handlesProblem: true });
    expect(rules.onMutationProblem).not.toHaveBeenCalled();
    await change();
    expect(rules.onMutationProblem).toHaveBeenCalledOnce();
  });
});
