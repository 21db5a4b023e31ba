import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Conversation } from '@/api/generated/model';
import { useMayManage } from '@/shared/session/me';
import { DateTime } from '@/shared/ui/time';
import { InfoRows } from './info-rows';
import classes from './person-info.module.css';

/** What brought the conversation here. What is chosen for it (category, assignee, tags) stays where it is chosen: in its head. */
export function PersonOrigin({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui();
  const mayManage = useMayManage();
  const { campaign, accountName, team, waitingSince } = conversation;
  const from =
    campaign && mayManage ? (
      <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
        {campaign.name}
      </Link>
    ) : (
      campaign?.name
    );
  return (
    <section className={classes.part}>
      <h3 className={classes.title}>
        <Trans>Where it comes from</Trans>
      </h3>
      <InfoRows
        rows={[
          [t`Campaign`, from],
          [t`Account`, accountName],
          [t`Team`, team?.name],
          [t`Waiting for an answer since`, waitingSince && <DateTime value={waitingSince} />],
        ]}
      />
    </section>
  );
}
