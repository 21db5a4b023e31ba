import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getListConversationsQueryKey, listConversations } from '@/api/generated/inbox/inbox';
import type { Conversation } from '@/api/generated/model';
import { compact } from '@/shared/search-params';
import { ErrorState } from '@/shared/ui/error-state';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { RelativeTime } from '@/shared/ui/time';
import { useMoves } from './moves';

type Props = { conversation: Conversation; onClose: () => void };

const MOST = 30;

/** Which conversations of the same account become a part of this one; those with the same person are offered first. */
export function MergeDialog({ conversation, onClose }: Props) {
  const { t } = useLingui();
  const moves = useMoves();
  const [q, setQ] = useState(conversation.person.address);
  const [chosen, setChosen] = useState<string[]>([]);
  const [searched] = useDebouncedValue(q.trim(), 250);
  const filter = compact({
    tab: 'all' as const,
    account: conversation.accountId,
    q: searched || undefined,
    limit: MOST,
  });
  const found = useQuery({
    queryKey: getListConversationsQueryKey(filter),
    queryFn: ({ signal }) => listConversations(filter, { signal }),
    placeholderData: keepPreviousData,
  });
  const others = (found.data?.items ?? []).filter(({ id }) => id !== conversation.id);
  // what a new search no longer shows is not merged unseen
  const ticked = chosen.filter((id) => others.some((other) => other.id === id));
  const merge = () => {
    moves.merge(conversation.id, ticked);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Merge with other conversations`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>Everything stands in this one then, in the order of time. It can be undone.</Trans>
        </Text>
        <TextInput
          data-autofocus
          type="search"
          label={t`Search in this account`}
          maxLength={200}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <ScrollArea.Autosize mah={320} type="auto">
          {found.isPending && <TableSkeleton rows={3} columns={1} />}
          {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
          {found.isSuccess && others.length === 0 && (
            <Text size="sm" py="md">
              <Trans>No other conversation has these words. Search for a name, a subject or a text.</Trans>
            </Text>
          )}
          <Checkbox.Group
            aria-label={t`Conversations to merge`}
            value={ticked}
            onChange={(value) => setChosen(value)}
          >
            <Stack gap="xs" py={4}>
              {others.map((other) => (
                <Checkbox
                  key={other.id}
                  value={other.id}
                  label={`${other.person.name || other.person.address} · ${other.subject || t`(no subject)`}`}
                  description={
                    <>
                      <RelativeTime value={other.lastAt} /> · {other.snippet}
                    </>
                  }
                />
              ))}
            </Stack>
          </Checkbox.Group>
        </ScrollArea.Autosize>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button disabled={ticked.length === 0} onClick={merge}>
            <Trans>Merge</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
