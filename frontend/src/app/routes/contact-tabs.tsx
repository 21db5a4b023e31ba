import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { tabLink, TabLinks } from '@/shared/ui/tab-links';

const EXACT = { exact: true, includeSearch: false };

/** The parts of Contacts, under the title of each of them. */
export function ContactTabs() {
  const { t } = useLingui();
  return (
    <TabLinks label={t`Parts of contacts`}>
      <Link to="/contacts" className={tabLink} activeOptions={EXACT}>
        <Trans>People</Trans>
      </Link>
      <Link to="/contacts/groups" className={tabLink}>
        <Trans>Lists and tags</Trans>
      </Link>
      <Link to="/contacts/import" className={tabLink} activeOptions={{ includeSearch: false }}>
        <Trans>Import</Trans>
      </Link>
      <Link to="/contacts/suppressions" className={tabLink} activeOptions={{ includeSearch: false }}>
        <Trans>Suppressions</Trans>
      </Link>
    </TabLinks>
  );
}
