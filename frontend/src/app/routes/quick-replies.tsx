import { QuickRepliesPage } from '@/features/settings/quick-replies-page';
import { SettingsTabs } from './settings-tabs';

export function QuickRepliesRoute() {
  return <QuickRepliesPage tabs={<SettingsTabs />} />;
}
