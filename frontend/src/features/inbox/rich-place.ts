import type { Editor } from '@tiptap/react';

type Doc = Editor['state']['doc'];

/** Where words stand first, as far as no formatting changes within them. */
export function placeOf(doc: Doc, words: string): { from: number; to: number } | undefined {
  let from: number | undefined;
  doc.descendants((node, position) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (from === undefined && at >= 0) from = position + at;
    return from === undefined;
  });
  return from === undefined ? undefined : { from, to: from + words.length };
}
