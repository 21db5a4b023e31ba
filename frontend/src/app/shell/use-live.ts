import { useLingui } from '@lingui/react/macro';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { eventStream, useStreamEvent, useStreamState } from '@/api/event-stream';
import type { StreamChangeKind } from '@/api/generated/model';
import { meQuery } from '@/shared/session/me';
import { useLiveWorkers } from '@/shared/workers/queries';
import { toast } from '@/shared/ui/toast';
import { createRefresher } from './refresher';
import { useMentionToast } from './use-mention-toast';

const POLL_AFTER = 3_000;
const POLL_EVERY = 5_000;

/** Which answers of the API are out of date when a thing of that kind has changed. */
const AFFECTED: Record<StreamChangeKind, readonly string[]> = {
  account: [
    '/api/v1/accounts',
    '/api/v1/workers',
    '/api/v1/mailboxes',
    '/api/v1/categories',
    '/api/v1/onboarding',
  ],
  contact: ['/api/v1/contacts', '/api/v1/fields', '/api/v1/onboarding'],
  list: ['/api/v1/lists', '/api/v1/contacts'],
  tag: ['/api/v1/tags', '/api/v1/contacts'],
  campaign: ['/api/v1/campaigns', '/api/v1/onboarding'],
  suppression: ['/api/v1/suppressions', '/api/v1/contacts'],
  import: ['/api/v1/contacts'],
  team: ['/api/v1/teams', '/api/v1/conversations', '/api/v1/campaigns'],
  conversation: ['/api/v1/conversations', '/api/v1/answers'],
};

/** Keeps what is on the screen in step with the server while the shell stands. */
export function useLive(): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const { status } = useStreamState();
  const refresher = useRef(createRefresher(client));

  useEffect(() => {
    eventStream.start();
  }, []);
  useEffect(() => {
    if (status !== 'unauthorized') return;
    client.clear();
    void navigate({ to: '/login', search: { return: router.state.location.href } });
  }, [status, client, navigate, router]);

  useStreamEvent('resync', () => void client.invalidateQueries());
  useStreamEvent('changed', ({ kind }) => AFFECTED[kind].forEach((prefix) => refresher.current.soon(prefix)));
  useStreamEvent('campaign', () => refresher.current.soon('/api/v1/campaigns'));
  useStreamEvent('outbox', () => {
    refresher.current.soon('/api/v1/outbox/summary');
    refresher.current.soon('/api/v1/campaigns');
  });
  useLiveWorkers();
  useMentionToast();
  useNewVersionToast();
  usePolling(client, status === 'reconnecting');
}

function usePolling(client: QueryClient, broken: boolean): void {
  useEffect(() => {
    if (!broken) return;
    let every: ReturnType<typeof setInterval> | undefined;
    const after = setTimeout(() => {
      every = setInterval(() => void client.invalidateQueries(), POLL_EVERY);
    }, POLL_AFTER);
    return () => {
      clearTimeout(after);
      clearInterval(every);
    };
  }, [client, broken]);
}

/** Says that a newer program runs; the page is never reloaded under somebody's hands. */
function useNewVersionToast(): void {
  const { t } = useLingui();
  const client = useQueryClient();
  const said = useRef(false);
  useStreamEvent('hello', ({ buildId }) => {
    const known = client.getQueryData(meQuery.queryKey)?.buildId;
    if (said.current || known === undefined || known === buildId) return;
    said.current = true;
    toast.action(t`A new version of Kurir is running.`, t`Reload`, () => location.reload());
  });
}
