import { SuppressionsPage } from '@/features/suppressions/suppressions-page';
import { ContactTabs } from './contact-tabs';

export function SuppressionsRoute() {
  return <SuppressionsPage tabs={<ContactTabs />} />;
}
