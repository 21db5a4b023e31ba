import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Badge } from '@mantine/core';
import type { Campaign } from '@/api/generated/model';
import { DataTable, RowName, type Column } from '@/shared/table/data-table';
import { Count } from '@/shared/ui/number';
import { CampaignStateBadge } from '@/shared/ui/state-badge';
import { StateBar } from '@/shared/progress/state-bar';
import { CampaignAction } from './campaign-action';
import { CampaignMenu } from './campaign-menu';
import { senderNames } from './sender-names';
import classes from './campaign-table.module.css';
import { totalOf } from '@/shared/progress/state-groups';

type Props = { campaigns: readonly Campaign[]; dimmed: boolean };

export function CampaignTable({ campaigns, dimmed }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const open = ({ id }: Campaign) =>
    void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } });
  const columns: Column<Campaign>[] = [
    {
      id: 'name',
      header: t`Name`,
      card: 'title',
      cell: (campaign) => <Name campaign={campaign} onOpen={() => open(campaign)} />,
    },
    {
      id: 'state',
      header: t`State`,
      width: '132px',
      card: 'second',
      cell: ({ state }) => <CampaignStateBadge state={state} />,
    },
    { id: 'progress', header: t`Sent`, width: '25%', cell: (campaign) => <Sent campaign={campaign} /> },
    {
      id: 'account',
      header: t`Account`,
      width: '14%',
      card: 'none',
      cell: (campaign) => <span className={classes.quiet}>{senderNames(campaign)}</span>,
    },
    {
      id: 'action',
      header: t`Next step`,
      width: '132px',
      card: 'secondCorner',
      cell: (campaign) => <CampaignAction campaign={campaign} />,
    },
    {
      id: 'menu',
      header: '',
      width: '60px',
      align: 'right',
      card: 'corner',
      cell: (campaign) => <CampaignMenu campaign={campaign} />,
    },
  ];
  return (
    <DataTable
      label={t`Campaigns`}
      columns={columns}
      rows={campaigns}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      onOpen={open}
      dimmed={dimmed}
    />
  );
}

function Name({ campaign, onOpen }: { campaign: Campaign; onOpen: () => void }) {
  return (
    <div className={classes.two}>
      <div className={classes.first}>
        <RowName onOpen={onOpen}>{campaign.name}</RowName>
        {campaign.sample && (
          <Badge size="sm" variant="light" color="gray" flex="none">
            <Trans>Sample</Trans>
          </Badge>
        )}
      </div>
      <span className={classes.subject}>{campaign.subject}</span>
    </div>
  );
}

function Sent({ campaign: { progress, state } }: { campaign: Campaign }) {
  const { t } = useLingui();
  const total = totalOf(progress.states);
  if (total === 0) return null;
  return (
    <div className={classes.two}>
      <StateBar states={progress.states} label={t`Messages`} height={6} />
      <span className={classes.figures}>
        <span>
          <Count value={progress.states.accepted} /> / <Count value={total} />
        </span>
        {state === 'processing' && (
          <span>
            <Trans>
              <Count value={progress.sentLastMinute} /> a minute
            </Trans>
          </span>
        )}
      </span>
    </div>
  );
}
