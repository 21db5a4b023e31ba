import { Drawer, Tabs } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useStreamEvent } from '@/api/event-stream';
import { ErrorState } from '@/shared/ui/error-state';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { Doubt } from './doubt';
import { AttemptTimeline } from './attempt-timeline';
import { MessageActions } from './message-actions';
import { MessageFacts } from './message-facts';
import { RenderedMail } from './rendered-mail';
import { attemptsQuery, messageQuery } from './queries';
import classes from './message-drawer.module.css';

const route = getRouteApi('/shell/outbox');

/** One message in full: where it stands, every attempt with the server's words, and the mail itself. */
export function MessageDrawer({ id }: { id: string }) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const close = () => void navigate({ search: ({ message: _, ...filter }) => filter });
  return (
    <Drawer
      opened
      onClose={close}
      size="min(720px, 100%)"
      title={t`Message`}
      classNames={{ body: classes.body ?? '' }}
    >
      <MessageDetails key={id} id={id} />
    </Drawer>
  );
}

function MessageDetails({ id }: { id: string }) {
  const message = useQuery(messageQuery(id));
  const attempts = useQuery(attemptsQuery(id));
  useStreamEvent('outbox', ({ rows }) => {
    if (!rows.some((row) => row.id === id)) return;
    void message.refetch();
    void attempts.refetch();
  });
  if (message.isError) return <ErrorState error={message.error} onRetry={() => void message.refetch()} />;
  if (!message.data) return <TableSkeleton rows={6} columns={2} />;
  return (
    <>
      <MessageFacts message={message.data} />
      <Doubt message={message.data} attempts={attempts.data} />
      <MessageActions message={message.data} />
      <Tabs defaultValue="attempts" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="attempts">
            <Trans>Attempts</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="mail">
            <Trans>Mail</Trans>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="attempts" pt="md">
          <AttemptTimeline attempts={attempts} message={message.data} />
        </Tabs.Panel>
        <Tabs.Panel value="mail" pt="md">
          <RenderedMail id={id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
