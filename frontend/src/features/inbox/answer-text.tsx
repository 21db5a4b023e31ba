import { Text } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useRef, type RefObject } from 'react';
import type { Attachment, Person } from '@/api/generated/model';
import { type Draft } from './drafts';
import { LetterText } from './letter-text';
import { Unfilled } from './unfilled';
import type { Sending } from './send-buttons';
import type { Format } from './use-format';

const RichEditor = lazy(() => import('./rich-editor').then((module) => ({ default: module.RichEditor })));

type Props = {
  area: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder: string;
  /** Of a plain text: at least, at most. */
  rows?: readonly [number, number];
  draft: Draft;
  format: Format;
  /** Switching back would bring formatting back. */
  lost: boolean;
  /** Whom it goes to. */
  person: Person | undefined;
  busy: boolean;
  error: string | undefined;
  onChange: (next: Pick<Draft, 'text' | 'html'>) => void;
  /** Of a quick reply. */
  onFiles: (files: readonly Attachment[]) => void;
  onSend: (how: Sending) => void;
};

/** Where a mail is written: plain, or formatted by an editor that is fetched when somebody wants it. */
export function AnswerText(props: Props) {
  const { area, label, placeholder, rows: [least, most] = [3, 12] } = props;
  const { draft, format, lost, person, busy, error, onChange, onFiles, onSend } = props;
  const wanted = useRef(false);
  const plain = (
    <LetterText
      area={area}
      person={person}
      minRows={least}
      maxRows={most}
      readOnly={busy || format === 'rich'}
      aria-label={label}
      placeholder={placeholder}
      value={draft.text}
      onFocus={() => (wanted.current = true)}
      onBlur={() => (wanted.current = false)}
      onText={(text) => onChange({ text })}
      onFiles={onFiles}
      onKeyDown={getHotkeyHandler([
        ['mod+Enter', () => onSend({})],
        ['mod+shift+Enter', () => onSend({ done: true })],
      ])}
      error={error}
    />
  );
  if (format === 'plain') {
    return (
      <>
        {plain}
        {lost && (
          <Text size="xs" c="dimmed" mt={4} role="status">
            <Trans>The formatting is gone. Until you change the text, Formatted brings it back.</Trans>
          </Text>
        )}
      </>
    );
  }
  return (
    <>
      <Suspense fallback={plain}>
        <RichEditor
          area={area}
          wanted={wanted}
          fallback={plain}
          label={label}
          placeholder={placeholder}
          html={draft.html ?? ''}
          person={person}
          busy={busy}
          error={error}
          onChange={onChange}
          onFiles={onFiles}
          onSend={onSend}
        />
      </Suspense>
      <Unfilled text={draft.text} area={area} />
    </>
  );
}
