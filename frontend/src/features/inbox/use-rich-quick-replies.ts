import type { Editor } from '@tiptap/react';
import { useEffect } from 'react';
import type { Attachment, Person } from '@/api/generated/model';
import type { Asked } from './caret';
import { sliceOf } from './rich-place';
import { slashAt } from './slash';
import { useQuickReplies } from './use-quick-replies';

type Place = {
  editor: Editor;
  person: Person | undefined;
  onFiles: (files: readonly Attachment[]) => void;
};

/** In the text of a block up to the cursor, which is at this position of the whole. */
function asked(before: string, position: number): Asked | undefined {
  const found = slashAt(before, before.length);
  return found && { ...found, start: position - found.query.length - 1 };
}

/** A break between lines counts as one character, as in positions. */
const BREAK = '\n';

function selected({ selection }: Editor['state']) {
  const { $from, from, to } = selection;
  const value = $from.parent.textBetween(0, $from.parentOffset, BREAK, BREAK);
  return { value, selectionStart: from, selectionEnd: to };
}

/** What a slash does in a formatted text. */
export function useRichQuickReplies({ editor, person, onFiles }: Place) {
  const insert = (text: string, { start, query }: Asked) => {
    if (editor.isDestroyed) return false;
    const to = start + 1 + query.length;
    const { content } = editor.state.doc;
    if (to > content.size || editor.state.doc.textBetween(start, to) !== `/${query}`) return false;
    const put = sliceOf(editor.schema, text);
    return editor
      .chain()
      .focus()
      .command(({ tr }) => tr.replace(start, to, put).docChanged)
      .run();
  };
  const quick = useQuickReplies({ person, insert, onFiles }, asked);
  const { area, look, close } = quick;
  useEffect(() => {
    const { dom } = editor.view;
    Object.entries(area).forEach(([name, value]) => {
      if (value === undefined) dom.removeAttribute(name);
      else dom.setAttribute(name, String(value));
    });
  });
  useEffect(() => {
    editor.on('selectionUpdate', seen);
    editor.on('update', seen);
    editor.on('blur', close);
    return () => {
      editor.off('selectionUpdate', seen);
      editor.off('update', seen);
      editor.off('blur', close);
    };
    function seen() {
      look(selected(editor.state));
    }
  });
  return quick;
}
