type Selected = { selectionStart: number | null; selectionEnd: number | null };

/** Puts a piece where the cursor is, in place of what is selected; without a cursor at the end. */
export function insertAt(
  text: string,
  piece: string,
  input: Selected | undefined,
): { text: string; cursor: number } {
  const start = input?.selectionStart ?? text.length;
  const end = input?.selectionEnd ?? start;
  return { text: text.slice(0, start) + piece + text.slice(end), cursor: start + piece.length };
}
