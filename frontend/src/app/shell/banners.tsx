import { Trans } from '@lingui/react/macro';
import { IconCloudOff, IconLockOpen } from '@tabler/icons-react';
import { useStreamState } from '@/api/event-stream';
import { useMayManage, useMe } from '@/shared/session/me';
import { FenceBanner } from './fence-banner';
import classes from './banners.module.css';

/** What everybody must know wherever they are. */
export function Banners() {
  const me = useMe();
  const mayManage = useMayManage();
  const { status } = useStreamState();
  return (
    <>
      {me && mayManage && <FenceBanner />}
      {me?.insecureCookie && (
        <div className={classes.banner} data-tone="amber" role="note">
          <IconLockOpen size={16} aria-hidden />
          <Trans>
            This connection is plain http: passwords and the session can be read on the way. Put Kurir behind
            https.
          </Trans>
        </div>
      )}
      {status === 'offline' && (
        <div className={classes.banner} data-tone="grey" role="status">
          <IconCloudOff size={16} aria-hidden />
          <Trans>Kurir cannot be reached. What you see is from before; it will catch up by itself.</Trans>
        </div>
      )}
    </>
  );
}
