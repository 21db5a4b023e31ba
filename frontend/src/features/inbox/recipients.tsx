import { Anchor, Group, TagsInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Conversation, Entry, Person } from '@/api/generated/model';
import { useKnownAccount } from '@/shared/names';
import { othersOf, recipientOf, written } from './use-composer';

type Props = {
  conversation: Conversation;
  entries: readonly Entry[];
  to: readonly Person[];
  cc: readonly Person[];
  onChange: (next: { to?: Person[]; cc?: Person[] }) => void;
};

/** Whom the answer goes to, in one line until somebody wants to change it. */
export function Recipients({ conversation, entries, to, cc, onChange }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const own = useKnownAccount(conversation.accountId)?.fromAddress;
  const others = own === undefined ? [] : othersOf(entries, own, [...to, ...cc]);
  if (!open) {
    const names = to.map(written).join(', ');
    const copies = cc.map(written).join(', ');
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
    <Group grow mb={8} align="flex-start">
      <TagsInput
        size="xs"
        label={t`To`}
        value={to.map(written)}
        onChange={(typed) => onChange({ to: typed.map(recipientOf) })}
      />
      <TagsInput
        size="xs"
        label={t`Cc`}
        value={cc.map(written)}
        onChange={(typed) => onChange({ cc: typed.map(recipientOf) })}
      />
    </Group>
  );
}
