import '@mantine/tiptap/styles.layer.css';
import { Input } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { Placeholder } from '@tiptap/extensions';
import { useEditor, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useImperativeHandle, useMemo, useRef, type RefObject } from 'react';
import type { Attachment, Person } from '@/api/generated/model';
import { linkOf } from './links';
import { QuickReplyList } from './quick-reply-list';
import { RichToolbar } from './rich-toolbar';
import { wordsOf } from './rich-words';
import type { Sending } from './send-buttons';
import { placeOf } from './rich-place';
import { useRichQuickReplies } from './use-rich-quick-replies';
import caret from './caret-list.module.css';
import classes from './rich-editor.module.css';

type Props = {
  area: RefObject<{ focus: () => void } | null>;
  /** Somebody was about to write while it was fetched. */
  wanted: RefObject<boolean>;
  label: string;
  placeholder: string;
  html: string;
  /** Whom the mail goes to. */
  person: Person | undefined;
  busy: boolean;
  error: string | undefined;
  onChange: (next: { text: string; html: string }) => void;
  onFiles: (files: readonly Attachment[]) => void;
  onSend: (how: Sending) => void;
};

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

/** What is written, with its formatting. */
export function RichEditor(props: Props) {
  const { area, wanted, label, placeholder, html, person, busy, error, onChange, onFiles, onSend } = props;
  const latest = useRef({ onChange, onSend, press: (_event: KeyboardEvent): boolean => false });
  const known = useRef(html);
  const extensions = useMemo(() => [KIT, Placeholder.configure({ placeholder })], [placeholder]);
  const editor = useEditor(
    {
      extensions,
      content: html,
      shouldRerenderOnTransaction: false,
      onUpdate: ({ editor: changed }: { editor: Editor }) => {
        known.current = changed.getHTML();
        latest.current.onChange({ html: known.current, text: wordsOf(known.current) });
      },
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
        handleKeyDown: (_view, event) => {
          if (latest.current.press(event)) return true;
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
          latest.current.onSend(event.shiftKey ? { done: true } : {});
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

  const quick = useRichQuickReplies({ editor, person, onFiles });
  useEffect(() => {
    latest.current = { onChange, onSend, press: quick.press };
  });

  useImperativeHandle(
    area,
    () => ({
      focus: () => void editor.commands.focus('end'),
      find: (words: string) => {
        const place = placeOf(editor.state.doc, words);
        if (place) editor.chain().focus().setTextSelection(place).run();
      },
    }),
    [editor],
  );
  useEffect(() => {
    if (wanted.current) editor.commands.focus('end');
  }, [editor, wanted]);
  useEffect(() => {
    editor.setEditable(!busy, false);
  }, [editor, busy]);
  // what was taken back, sent, or written on another device
  useEffect(() => {
    if (html === known.current) return;
    known.current = html;
    editor.commands.setContent(html, { emitUpdate: false });
  }, [editor, html]);

  return (
    <div className={caret.place}>
      {quick.open && (
        <QuickReplyList id={quick.listId} found={quick.found} chosen={quick.chosen} onChoose={quick.choose} />
      )}
      <RichTextEditor
        editor={editor}
        withTypographyStyles={false}
        withCodeHighlightStyles={false}
        variant="subtle"
        className={classes.root}
        data-error={error !== undefined || undefined}
      >
        <RichToolbar editor={editor} />
        <RichTextEditor.Content className={classes.content} />
      </RichTextEditor>
      {error !== undefined && (
        <Input.Error role="alert" mt={4}>
          {error}
        </Input.Error>
      )}
    </div>
  );
}
