import { SettingsPage } from '@/features/settings/settings-page';
import { SettingsTabs } from './settings-tabs';

export function SettingsRoute() {
  return <SettingsPage tabs={<SettingsTabs />} />;
}
