import { compact, text } from '@/shared/search-params';

export type SuppressionsSearch = { q?: string | undefined };

export function suppressionsSearch(raw: Record<string, unknown>): SuppressionsSearch {
  return compact({ q: text(raw.q) });
}
