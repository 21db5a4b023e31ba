import { Anchor, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Person } from '@/api/generated/model';
import { RecipientField } from './recipient-field';

type People = { to?: Person[]; cc?: Person[]; bcc?: Person[] };
type Props = {
  to: readonly Person[];
  cc: readonly Person[];
  bcc: readonly Person[];
  refused?: { to?: string | undefined; cc?: string | undefined; bcc?: string | undefined };
  showCc?: boolean;
  autoFocus?: boolean;
  onChange: (next: People) => void;
};

/** To, and on demand Cc and Bcc. */
export function LetterRecipients({
  to,
  cc,
  bcc,
  refused = {},
  showCc = false,
  autoFocus = false,
  onChange,
}: Props) {
  const { t } = useLingui();
  const [copies, setCopies] = useState(showCc);
  const [blind, setBlind] = useState(false);
  const showsCc = copies || cc.length > 0;
  const showsBcc = blind || bcc.length > 0;
  return (
    <>
      <RecipientField
        label={t`To`}
        value={to}
        onChange={(people) => onChange({ to: people })}
        refusal={refused.to}
        autoFocus={autoFocus}
      />
      {showsCc && (
        <RecipientField
          label={t`Cc`}
          value={cc}
          onChange={(people) => onChange({ cc: people })}
          refusal={refused.cc}
        />
      )}
      {showsBcc && (
        <RecipientField
          label={t`Bcc`}
          value={bcc}
          onChange={(people) => onChange({ bcc: people })}
          refusal={refused.bcc}
        />
      )}
      {!(showsCc && showsBcc) && (
        <Group gap="sm">
          {!showsCc && (
            <Anchor component="button" type="button" fz="sm" onClick={() => setCopies(true)}>
              <Trans>Add Cc</Trans>
            </Anchor>
          )}
          {!showsBcc && (
            <Anchor component="button" type="button" fz="sm" onClick={() => setBlind(true)}>
              <Trans>Add Bcc</Trans>
            </Anchor>
          )}
        </Group>
      )}
    </>
  );
}
