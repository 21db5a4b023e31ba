import { Textarea, type TextareaProps } from '@mantine/core';
import type { RefObject } from 'react';
import type { Attachment, Person } from '@/api/generated/model';
import { putAt, type Asked } from './caret';
import { QuickReplyList } from './quick-reply-list';
import { Unfilled } from './unfilled';
import { putCursor } from './use-caret';
import { useQuickReplies } from './use-quick-replies';
import classes from './caret-list.module.css';

type Props = Omit<TextareaProps, 'value' | 'onChange'> & {
  area: RefObject<HTMLTextAreaElement | null>;
  value: string;
  /** Whom the mail goes to. */
  person: Person | undefined;
  onText: (text: string) => void;
  /** Of a quick reply. */
  onFiles: (files: readonly Attachment[]) => void;
};

/** Where a mail is written as plain text: a slash offers quick replies, and what they leave open is marked. */
export function LetterText({ area, value, person, onText, onFiles, onKeyDown, onBlur, ...props }: Props) {
  const insert = (text: string, at: Asked) => {
    const done = putAt(area.current?.value ?? '', at, '/', text);
    if (!done) return false;
    onText(done.text);
    putCursor(area.current, done.cursor);
    return true;
  };
  const quick = useQuickReplies({ person, insert, onFiles });
  return (
    <div className={classes.place}>
      {quick.open && (
        <QuickReplyList id={quick.listId} found={quick.found} chosen={quick.chosen} onChoose={quick.choose} />
      )}
      <Textarea
        ref={area}
        autosize
        {...props}
        value={value}
        onChange={(event) => {
          onText(event.currentTarget.value);
          quick.look(event.currentTarget);
        }}
        onSelect={(event) => quick.look(event.currentTarget)}
        onBlur={(event) => {
          quick.close();
          onBlur?.(event);
        }}
        onKeyDown={(event) => {
          if (!quick.press(event)) onKeyDown?.(event);
        }}
        {...quick.area}
      />
      <Unfilled text={value} area={area} />
    </div>
  );
}
