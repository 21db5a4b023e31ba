/** Reads what the address of a page holds. What does not fit is dropped: an address can be written by hand. */

export function text(value: unknown): string | undefined {
  const found = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return found === '' ? undefined : found.slice(0, 200);
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value);
}

/** Without the parameters that hold nothing, so that the address stays short. */
export function compact<T extends Record<string, unknown>>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
