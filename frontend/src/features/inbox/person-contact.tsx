import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Contact, Conversation } from '@/api/generated/model';
import { ErrorState } from '@/shared/ui/error-state';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { InfoRows, type InfoRow } from './info-rows';
import { contactOfQuery, sameAddress } from './person-queries';
import classes from './person-info.module.css';

/** The person as a contact, if they are one: what of it is filled in, and the way to it. */
export function PersonContact({ conversation }: { conversation: Conversation }) {
  const contact = useQuery(contactOfQuery(conversation));
  if (contact.isPending) return <TableSkeleton rows={3} columns={1} />;
  if (contact.data === undefined)
    return <ErrorState error={contact.error} onRetry={() => void contact.refetch()} />;
  if (contact.data === null)
    return (
      <p className={classes.none}>
        <Trans>Not among your contacts</Trans>
      </p>
    );
  return <Filled contact={contact.data} address={conversation.person.address} />;
}

function Filled({ contact, address }: { contact: Contact; address: string }) {
  const { t } = useLingui();
  const { id, name, email, company, phone, data } = contact;
  const own: InfoRow[] = Object.entries(data).toSorted(([one], [other]) => one.localeCompare(other));
  const link = (
    <Link to="/contacts" search={{ open: id }}>
      {name || email || t`No address`}
    </Link>
  );
  return (
    <>
      <InfoRows
        rows={[
          [t`Contact`, link],
          [t`Email`, sameAddress(email ?? '', address) ? '' : email],
          [t`Company`, company],
          [t`Phone`, phone],
        ]}
      />
      <InfoRows rows={own} />
    </>
  );
}
