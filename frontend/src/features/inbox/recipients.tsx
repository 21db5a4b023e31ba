import { Anchor, Group, Stack } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Conversation, Entry, Person } from '@/api/generated/model';
import { useKnownAccount } from '@/shared/names';
import { LetterRecipients } from './letter-recipients';
import { othersOf, wrongAddresses, written } from './use-composer';

type Props = {
  conversation: Conversation;
  entries: readonly Entry[];
  to: readonly Person[];
  cc: readonly Person[];
  bcc: readonly Person[];
  autoFocus: boolean;
  onChange: (next: { to?: Person[]; cc?: Person[]; bcc?: Person[] }) => void;
};

/** Whom the answer goes to, in one line until somebody wants to change it. */
export function Recipients({ conversation, entries, to, cc, bcc, autoFocus, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const own = useKnownAccount(conversation.accountId)?.fromAddress;
  const others = own === undefined ? [] : othersOf(entries, own, [...to, ...cc, ...bcc]);
  // where nobody gets it, or somebody who cannot, that is what has to be changed
  if (!open && (to.length === 0 || wrongAddresses([...to, ...cc, ...bcc]).length > 0)) setOpen(true);
  if (!open) {
    const names = to.map(written).join(', ');
    const copies = cc.map(written).join(', ');
    const blind = bcc.map(written).join(', ');
    return (
      <Group gap={10} mb={6} fz="sm" c="dimmed">
        <span>
          <Trans>To: {names}</Trans>
          {copies !== '' && (
            <>
              {' '}
              · <Trans>Cc: {copies}</Trans>
            </>
          )}
          {blind !== '' && (
            <>
              {' '}
              · <Trans>Bcc: {blind}</Trans>
            </>
          )}
        </span>
        <Anchor component="button" type="button" fz="sm" onClick={() => setOpen(true)}>
          <Trans>Change</Trans>
        </Anchor>
        {others.length > 0 && (
          <Anchor
            component="button"
            type="button"
            fz="sm"
            onClick={() => onChange({ cc: [...cc, ...others] })}
          >
            <Trans>Answer to all</Trans>
          </Anchor>
        )}
      </Group>
    );
  }
  return (
    <Stack gap={4} mb={8}>
      <LetterRecipients showCc to={to} cc={cc} bcc={bcc} autoFocus={autoFocus} onChange={onChange} />
    </Stack>
  );
}
