import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { tabLink, TabLinks } from '@/shared/ui/tab-links';

/** The parts of Settings, under the title of each of them. */
export function SettingsTabs() {
  const { t } = useLingui();
  return (
    <TabLinks label={t`Parts of settings`}>
      <Link to="/settings" className={tabLink} activeOptions={{ exact: true }}>
        <Trans>General</Trans>
      </Link>
      <Link to="/settings/quick-replies" className={tabLink}>
        <Trans>Quick replies</Trans>
      </Link>
    </TabLinks>
  );
}
