import { Button, Group, Modal, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';

type Props = {
  opened: boolean;
  title: string;
  /** What will happen, with numbers and names. */
  children: ReactNode;
  /** What the button says beside "Yes", if more than the title is needed: "Yes, delete". */
  yes?: string;
  danger?: boolean;
  /** Why not yet stands among the children. */
  disabled?: boolean;
  busy?: boolean;
  /** Must be typed before Yes works; only for what touches very many things. */
  typed?: string;
  onYes: () => void;
  onNo: () => void;
};

/** Yes or No before something that cannot be taken back. The focus is on No. */
export function ConfirmDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onNo} title={props.title}>
      {props.opened && <Question {...props} />}
    </Modal>
  );
}

function Question({
  children,
  yes,
  danger = true,
  disabled = false,
  busy = false,
  typed,
  onYes,
  onNo,
}: Props) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  return (
    <>
      {children}
      {typed !== undefined && (
        <TextInput
          mt="md"
          label={t`Type “${typed}” to confirm`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onNo} data-autofocus>
          <Trans>No</Trans>
        </Button>
        <Button
          {...(danger ? { color: 'red.8' } : {})}
          loading={busy}
          disabled={disabled || (typed !== undefined && text.trim() !== typed)}
          onClick={onYes}
        >
          {yes ?? t`Yes`}
        </Button>
      </Group>
    </>
  );
}
