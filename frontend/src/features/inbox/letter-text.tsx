import { Textarea, type TextareaProps } from '@mantine/core';
import type { RefObject } from 'react';
import type { Person } from '@/api/generated/model';
import { optionId, QuickReplyList } from './quick-reply-list';
import { Unfilled } from './unfilled';
import { useQuickReplies } from './use-quick-replies';
import classes from './quick-reply-list.module.css';

type Props = Omit<TextareaProps, 'value' | 'onChange'> & {
  area: RefObject<HTMLTextAreaElement | null>;
  value: string;
  /** Whom the mail goes to. */
  person: Person | undefined;
  onText: (text: string) => void;
};

/** Where a mail is written as plain text: a slash offers quick replies, and what they leave open is marked. */
export function LetterText({ area, value, person, onText, onKeyDown, onBlur, ...props }: Props) {
  const quick = useQuickReplies({ area, person, onText });
  const { open, found, listId, chosen } = quick;
  return (
    <div className={classes.place}>
      {open && <QuickReplyList id={listId} found={found} chosen={chosen} onChoose={quick.choose} />}
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
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(found.length > 0 && {
          'aria-controls': listId,
          'aria-activedescendant': optionId(listId, chosen),
        })}
        // Escape closes the list, not the window around it
        data-mantine-stop-propagation={open || undefined}
      />
      <Unfilled text={value} area={area} />
    </div>
  );
}
