/** A place in a text where somebody asks for something: from the mark up to the cursor. */
export type Asked = { start: number; query: string };

/** Puts a text where it was asked for by a mark; undefined where somebody has changed that place since. */
export function putAt(text: string, { start, query }: Asked, mark: string, piece: string) {
  const asked = mark + query;
  if (!text.startsWith(asked, start)) return undefined;
  return {
    text: text.slice(0, start) + piece + text.slice(start + asked.length),
    cursor: start + piece.length,
  };
}
