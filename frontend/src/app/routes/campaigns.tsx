import { CampaignsPage } from '@/features/campaigns/campaigns-page';

export function CampaignsRoute() {
  return <CampaignsPage />;
}
