import { ImportPage } from '@/features/imports/import-page';
import { ContactTabs } from './contact-tabs';

export function ImportRoute() {
  return <ImportPage tabs={<ContactTabs />} />;
}
