import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconHandStop } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getGetSendingQueryKey, getSending } from '@/api/generated/worker/worker';
import { FenceConfirm } from './fence-confirm';
import classes from './banners.module.css';

export const sendingQuery = queryOptions({
  queryKey: getGetSendingQueryKey(),
  queryFn: ({ signal }) => getSending({ signal }),
  staleTime: 30_000,
  refetchInterval: 60_000,
});

/** Nothing is sent from what may be a copy; a person looks and decides. */
export function FenceBanner() {
  const { data } = useQuery(sendingQuery);
  const [asked, setAsked] = useState(false);
  if (data?.state !== 'FENCED') return null;
  return (
    <div className={classes.banner} data-tone="red" role="alert">
      <IconHandStop size={16} aria-hidden />
      <span className={classes.text}>
        <Why reason={data.reason ?? ''} />{' '}
        <Trans>Nothing is sent until somebody has confirmed that this is the one that sends.</Trans>
      </span>
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
        <Trans>See what would leave</Trans>
      </Button>
      <FenceConfirm held={data.held} opened={asked} onClose={() => setAsked(false)} />
    </div>
  );
}

function Why({ reason }: { reason: string }) {
  switch (reason) {
    case 'restored':
      return <Trans>This Kurir was restored from a backup.</Trans>;
    case 'went_back':
      return <Trans>The database has gone back in time: it knows less than this machine remembers.</Trans>;
    case 'moved':
      return <Trans>This Kurir starts on a machine that does not know its database.</Trans>;
    case 'silent':
      return <Trans>Kurir did not run for more than an hour, and messages are waiting.</Trans>;
    default:
      return <Trans>This database is a copy of another one.</Trans>;
  }
}
