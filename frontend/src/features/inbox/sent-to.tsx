import { Trans } from '@lingui/react/macro';
import type { EntrySent, Person } from '@/api/generated/model';

const names = (people: readonly Person[]) => people.map(({ name, address }) => name || address).join(', ');

/** Who got it; whom nobody else sees is named here too. */
export function SentTo({ sent }: { sent: EntrySent }) {
  const copies = names(sent.cc);
  const blind = names(sent.bcc);
  return (
    <>
      {names(sent.to)}
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
    </>
  );
}
