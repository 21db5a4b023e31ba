import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Campaign } from '@/api/generated/model';
import { ErrorState } from '@/shared/ui/error-state';
import { PageBody } from '@/shared/ui/page';
import { PageHeader } from '@/shared/ui/page-header';
import { CardsSkeleton } from '@/shared/ui/skeletons';
import { CampaignLive } from './campaign-live';
import { CampaignMenu } from './campaign-menu';
import { DraftActions, type DraftActionsProps } from './draft-actions';
import { campaignQuery } from './queries';
import { useLiveCampaigns } from './use-live-campaigns';

/** What the editor of a draft gets from here: the campaign, its menu, and the buttons that let it go. */
export type EditorSlots = {
  campaign: Campaign;
  menu: ReactNode;
  actions: (props: Omit<DraftActionsProps, 'campaign'>) => ReactNode;
};

/** One campaign: to write while it is a draft, to watch from then on. */
export function CampaignPage({ editor }: { editor: (slots: EditorSlots) => ReactNode }) {
  const { t } = useLingui();
  const { campaignId } = useParams({ from: '/shell/campaigns/$campaignId' });
  const navigate = useNavigate();
  const query = useQuery(campaignQuery(campaignId));
  useLiveCampaigns();
  const campaign = query.data;
  if (!campaign) {
    return (
      <>
        <PageHeader title={t`Campaign`} />
        <PageBody>
          {query.isError ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <CardsSkeleton cards={2} height={160} />
          )}
        </PageBody>
      </>
    );
  }
  const menu = <CampaignMenu campaign={campaign} onDeleted={() => void navigate({ to: '/campaigns' })} />;
  if (campaign.state !== 'draft') return <CampaignLive campaign={campaign} menu={menu} />;
  return editor({ campaign, menu, actions: (props) => <DraftActions campaign={campaign} {...props} /> });
}
