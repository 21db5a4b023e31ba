import { ContactsPage } from '@/features/contacts/contacts-page';
import { ContactTabs } from './contact-tabs';

export function ContactsRoute() {
  return <ContactsPage tabs={<ContactTabs />} />;
}
