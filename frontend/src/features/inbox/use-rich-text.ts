import { Placeholder } from '@tiptap/extensions';
import { useEditor, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { linkOf } from './links';
import { wordsOf } from './rich-words';
import type { Sending } from './send-buttons';

/** What is done with what somebody types. */
export type RichHandlers = {
  onChange: (next: { text: string; html: string }) => void;
  onSend: (how: Sending) => void;
  /** Whether the key is used up. */
  press: (event: KeyboardEvent) => boolean;
};

type Options = { label: string; placeholder: string; html: string; handlers: RefObject<RichHandlers | null> };

/** As the server lets it through: what it would drop cannot be made. */
const KIT = StarterKit.configure({
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  dropcursor: false,
  gapcursor: false,
  trailingNode: false,
  link: {
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (url, { defaultValidate }) => defaultValidate(url) && linkOf(url) !== undefined,
    HTMLAttributes: { target: null, rel: null },
  },
});

const hasFiles = (data: DataTransfer | null) => (data?.files.length ?? 0) > 0;

/** A formatted text that somebody writes; null until its screen stands. */
export function useRichText({ label, placeholder, html, handlers }: Options): Editor | null {
  const known = useRef(html);
  const extensions = useMemo(() => [KIT, Placeholder.configure({ placeholder })], [placeholder]);
  const editor = useEditor(
    {
      extensions,
      content: html,
      shouldRerenderOnTransaction: false,
      // one that is made while rendering is destroyed where its screen stands a millisecond later
      immediatelyRender: false,
      onUpdate: ({ editor: changed }: { editor: Editor }) => {
        known.current = changed.getHTML();
        handlers.current?.onChange({ html: known.current, text: wordsOf(known.current) });
      },
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
        handleKeyDown: (_view, event) => {
          if (handlers.current?.press(event)) return true;
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
          handlers.current?.onSend(event.shiftKey ? { done: true } : {});
          return true;
        },
        // the form around it takes files
        handlePaste: (_view, { clipboardData }) =>
          hasFiles(clipboardData) && clipboardData?.getData('text/plain') === '',
        handleDrop: (_view, { dataTransfer }) => hasFiles(dataTransfer),
      },
    },
    [extensions, label],
  );
  // what was taken back, sent, or written on another device
  useEffect(() => {
    if (!editor || html === known.current) return;
    known.current = html;
    editor.commands.setContent(html, { emitUpdate: false });
  }, [editor, html]);
  return editor;
}
