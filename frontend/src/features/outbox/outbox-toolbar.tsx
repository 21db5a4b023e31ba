import { ActionIcon, Button, Checkbox, Select, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconRefresh, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useCommand } from '@/shared/keys/use-command';
import { isMessageState, MESSAGE_LOOKS } from '@/shared/ui/state-badge';
import { accountNamesQuery, campaignNamesQuery } from '@/shared/names';
import { isFiltered, type OutboxFilter } from './search';
import classes from './outbox-toolbar.module.css';

type Props = { filter: OutboxFilter; refreshing: boolean; onRefresh: () => void };

const route = getRouteApi('/shell/outbox');

/** Search and filters. They live in the address, so that a link shows the same messages. */
export function OutboxToolbar({ filter, refreshing, onRefresh }: Props) {
  const { t, i18n } = useLingui();
  const navigate = route.useNavigate();
  const accounts = useQuery(accountNamesQuery).data ?? [];
  const campaigns = useQuery(campaignNamesQuery).data ?? [];
  const choose = (next: { [K in keyof OutboxFilter]: OutboxFilter[K] | undefined }) =>
    void navigate({
      replace: true,
      search: (before) => {
        const merged = Object.entries({ ...before, ...next });
        return Object.fromEntries(merged.filter(([, value]) => value !== undefined && value !== ''));
      },
    });
  return (
    <div className={classes.bar} role="search" aria-label={t`Filter the messages`}>
      <SearchBox value={filter.q ?? ''} onChange={(q) => choose({ q: q === '' ? undefined : q })} />
      <Select
        className={classes.select}
        aria-label={t`Account`}
        placeholder={t`Account`}
        data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.account ?? null}
        onChange={(account) => choose({ account: account ?? undefined })}
        clearable
        size="xs"
      />
      <Select
        className={classes.select}
        aria-label={t`Campaign`}
        placeholder={t`Campaign`}
        data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.campaign ?? null}
        onChange={(campaign) => choose({ campaign: campaign ?? undefined })}
        searchable
        clearable
        size="xs"
      />
      <Select
        className={classes.select}
        aria-label={t`Status`}
        placeholder={t`Status`}
        data={Object.entries(MESSAGE_LOOKS).map(([value, { label }]) => ({ value, label: i18n._(label) }))}
        value={filter.state ?? null}
        onChange={(state) => choose({ state: isMessageState(state) ? state : undefined })}
        clearable
        size="xs"
      />
      <Checkbox
        size="xs"
        label={t`Urgent`}
        checked={filter.urgent === true}
        onChange={(event) => choose({ urgent: event.currentTarget.checked ? true : undefined })}
      />
      {isFiltered(filter) && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => void navigate({ search: {}, replace: true })}
        >
          <Trans>Clear filters</Trans>
        </Button>
      )}
      <Tooltip label={t`Read the list again`}>
        <ActionIcon
          className={classes.refresh}
          aria-label={t`Read the list again`}
          loading={refreshing}
          onClick={onRefresh}
        >
          <IconRefresh size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function SearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const settle = useDebouncedCallback(onChange, 300);
  useCommand('page.search', () => input.current?.focus());
  return (
    <TextInput
      ref={input}
      className={classes.search}
      size="xs"
      type="search"
      aria-label={t`Search name, address or subject`}
      placeholder={t`Search name, address or subject`}
      leftSection={<IconSearch size={14} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        settle(event.currentTarget.value.trim());
      }}
    />
  );
}
