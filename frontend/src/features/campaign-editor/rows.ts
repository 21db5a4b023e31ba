export type RowId = 'basics' | 'account' | 'audience' | 'content';

/** The row that holds a field, as the pre-flight names it. */
export function rowOf(field: string): RowId {
  if (field === 'account' || field === 'audience') return field;
  return field === 'name' || field === 'teamId' ? 'basics' : 'content';
}
