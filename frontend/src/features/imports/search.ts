import { compact, text } from '@/shared/search-params';

/** `id`: the import that is shown. */
export type ImportSearch = { id?: string | undefined };

export function importSearch(raw: Record<string, unknown>): ImportSearch {
  return compact({ id: text(raw.id) });
}
