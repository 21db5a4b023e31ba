import { Fragment, Slice, type Schema } from '@tiptap/pm/model';
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

/** A text to be put into a paragraph: an empty line ends it, and what stands behind follows the last one. */
export function sliceOf(schema: Schema, text: string): Slice {
  const line = (words: string) => (words === '' ? [] : [schema.text(words)]);
  const paragraphs = text.split(/\n\n+/).map((lines) => {
    const [first = '', ...others] = lines.split('\n');
    const broken = others.flatMap((other) => [schema.nodes.hardBreak!.create(), ...line(other)]);
    return schema.nodes.paragraph!.create(null, [...line(first), ...broken]);
  });
  return new Slice(Fragment.from(paragraphs), 1, 1);
}
