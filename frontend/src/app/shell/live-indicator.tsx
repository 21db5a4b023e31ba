import { Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useStreamState, type StreamState } from '@/api/event-stream';
import { useFormats } from '@/shared/format/format';
import { useNow } from '@/shared/hooks/use-now';
import classes from './live-indicator.module.css';

const PATIENCE = 3_000;

type Look = 'live' | 'connecting' | 'reconnecting' | 'offline';

/** A short break is nobody's business: it is called a break only after three seconds. */
function lookOf({ status, since }: StreamState, now: number): Look {
  if (status === 'live') return 'live';
  if (status === 'offline') return 'offline';
  if (status === 'reconnecting') return now - since > PATIENCE ? 'reconnecting' : 'live';
  return 'connecting';
}

/** Whether what is on the screen is live, and since when it is not. */
export function LiveIndicator() {
  const { t } = useLingui();
  const formats = useFormats();
  const state = useStreamState();
  const look = lookOf(state, useNow(1_000));
  const heard = state.heardAt === undefined ? t`never` : formats.timeWithSeconds(state.heardAt);
  const words: Record<Look, string> = {
    live: t`Live`,
    connecting: t`Connecting…`,
    reconnecting: t`Reconnecting… data from ${heard}`,
    offline: t`Offline, data from ${heard}`,
  };
  return (
    <Tooltip label={t`Heard from the server: ${heard}`}>
      <span className={classes.live} data-look={look} role="status">
        <span className={classes.dot} aria-hidden />
        <span className={classes.text}>{words[look]}</span>
      </span>
    </Tooltip>
  );
}
