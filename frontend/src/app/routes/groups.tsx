import { GroupsPage } from '@/features/contacts/groups-page';
import { ContactTabs } from './contact-tabs';

export function GroupsRoute() {
  return <GroupsPage tabs={<ContactTabs />} />;
}
