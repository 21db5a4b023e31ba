import { Problem } from '@/api/problem';

/** Files of one mail, and octets of all of them, as the server has it. */
export const MOST_FILES = 20;
export const LARGEST = 18_000_000;

export type Load = { count: number; octets: number };

export const loadOf = (files: readonly { octets: number }[]): Load => ({
  count: files.length,
  octets: files.reduce((sum, { octets }) => sum + octets, 0),
});

/** Why a mail cannot take so much; undefined where it can. */
export function excess({ count, octets }: Load): Problem | undefined {
  if (count > MOST_FILES) return new Problem({ status: 413, code: 'too_many_files' });
  return octets > LARGEST ? new Problem({ status: 413, code: 'file_too_large' }) : undefined;
}
