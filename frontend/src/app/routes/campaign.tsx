import { useParams } from '@tanstack/react-router';
import { CampaignEditor } from '@/features/campaign-editor/campaign-editor';
import { CampaignPage } from '@/features/campaigns/campaign-page';

export function CampaignRoute() {
  const { campaignId } = useParams({ from: '/shell/campaigns/$campaignId' });
  return <CampaignPage key={campaignId} editor={(slots) => <CampaignEditor {...slots} />} />;
}
