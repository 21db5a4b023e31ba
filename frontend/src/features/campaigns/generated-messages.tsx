import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconOutbound } from '@tabler/icons-react';
import type { Campaign, Message } from '@/api/generated/model';
import { DataTable, RowName, type Column } from '@/shared/table/data-table';
import { LoadMore } from '@/shared/table/load-more';
import { ErrorState } from '@/shared/ui/error-state';
import { Panel, Section } from '@/shared/ui/page';
import { SearchField } from '@/shared/ui/search-field';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { MessageStateBadge } from '@/shared/ui/state-badge';
import { MessagePreview } from './message-preview';
import { messagesQuery } from './queries';
import classes from './generated-messages.module.css';

const WHILE_SENDING = 3_000;

/** Every message that was made, to look at exactly as it is sent. */
export function GeneratedMessages({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const { q, message } = useSearch({ from: '/shell/campaigns/$campaignId' });
  const navigate = useNavigate({ from: '/campaigns/$campaignId' });
  const query = useInfiniteQuery({
    ...messagesQuery(campaign.id, q, campaign.state),
    enabled: campaign.state !== 'generating',
    refetchInterval: campaign.state === 'processing' && WHILE_SENDING,
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (id: string | undefined) =>
    void navigate({ search: (old) => ({ ...old, message: id }), resetScroll: false });
  const search = (next: string) =>
    void navigate({
      search: (old) => ({ ...old, q: next === '' ? undefined : next }),
      replace: true,
      resetScroll: false,
    });
  const released = campaign.state !== 'generated' && campaign.state !== 'scheduled';
  const state: Column<Message> = {
    id: 'state',
    header: t`State`,
    width: '140px',
    card: 'corner',
    cell: (row) => <MessageStateBadge state={row.state} />,
  };
  const columns: Column<Message>[] = [
    {
      id: 'to',
      header: t`To`,
      card: 'title',
      cell: (row) => <RowName onOpen={() => show(row.id)}>{row.to}</RowName>,
    },
    {
      id: 'name',
      header: t`Name`,
      width: '24%',
      cell: ({ name }) => (
        <Text size="sm" truncate="end">
          {name}
        </Text>
      ),
    },
    {
      id: 'subject',
      header: t`Subject`,
      width: released ? '34%' : '40%',
      cell: ({ subject }) => (
        <Text size="sm" c="dimmed" truncate="end">
          {subject}
        </Text>
      ),
    },
    ...(released ? [state] : []),
  ];
  if (campaign.state === 'generating') return null;
  return (
    <Section
      title={t`Messages, exactly as they are sent`}
      actions={
        <Group gap="xs">
          <SearchField
            label={t`Search the messages`}
            placeholder={t`Address, name, subject`}
            value={q ?? ''}
            onChange={search}
          />
          <Button
            variant="default"
            leftSection={<IconOutbound size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/outbox" search={{ campaign: campaign.id }} {...props} />}
          >
            <Trans>Show in the outbox</Trans>
          </Button>
        </Group>
      }
    >
      <Panel className={classes.clip}>
        {query.isPending ? (
          <TableSkeleton rows={5} columns={3} />
        ) : query.isError && rows.length === 0 ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : rows.length === 0 ? (
          <p className={classes.none}>
            {q === undefined ? <Trans>No message was made.</Trans> : <Trans>No message matches.</Trans>}
          </p>
        ) : (
          <div className={classes.scroll}>
            <DataTable
              label={t`Messages`}
              columns={columns}
              rows={rows}
              idOf={({ id }) => id}
              nameOf={({ to }) => to}
              onOpen={({ id }) => show(id)}
              openId={message}
              dimmed={query.isPlaceholderData}
            />
            <LoadMore
              shown={rows.length}
              total={undefined}
              more={query.hasNextPage}
              loading={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </div>
        )}
      </Panel>
      <MessagePreview id={message} rows={rows} onShow={show} />
    </Section>
  );
}
