import { useLingui } from '@lingui/react/macro';
import type { Conversation } from '@/api/generated/model';
import { useMayManage, useMe } from '@/shared/session/me';
import { CopyButton } from '@/shared/ui/copy-button';
import { InfoRows } from './info-rows';
import { PersonContact } from './person-contact';
import { PersonSuppression } from './person-suppression';
import classes from './person-info.module.css';

/** Name, address and whether it is mailed, and what is kept of the contact. */
export function PersonCard({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui();
  const { person, contact } = conversation;
  const { name, address } = person;
  const isKnown = useMe() !== undefined;
  const mayManage = useMayManage();
  // agents would be refused: they see what the conversation says
  const mayAsk = isKnown && mayManage;
  return (
    <section className={classes.part}>
      <h3 className={classes.name}>{name || address || t`Somebody`}</h3>
      {address !== '' && (
        <div className={classes.address}>
          <span>{address}</span>
          <CopyButton value={address} label={t`Copy the address`} />
        </div>
      )}
      {mayAsk && address !== '' && <PersonSuppression address={address} />}
      {mayAsk ? (
        <PersonContact conversation={conversation} />
      ) : (
        contact && <InfoRows rows={[[t`Contact`, contact.name]]} />
      )}
    </section>
  );
}
