import { ActionIcon, Checkbox, Indicator, Popover, Select, Stack, TextInput, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ConversationTag } from '@/api/generated/model';
import { compact, oneOf } from '@/shared/search-params';
import { SearchField } from '@/shared/ui/search-field';
import { accountNamesQuery, campaignNamesQuery } from '@/shared/names';
import { teamsQuery } from '@/shared/teams';
import { CATEGORY_LOOKS } from './labels';
import { tagsQuery } from './queries';
import { CATEGORIES, isFiltered, type InboxSearch } from './search';
import classes from './inbox-toolbar.module.css';

const route = getRouteApi('/shell/inbox');

/** Search and filters of the list; they live in the address. */
export function InboxToolbar({ search }: { search: InboxSearch }) {
  const { t, i18n } = useLingui();
  const navigate = route.useNavigate();
  const accounts = useQuery(accountNamesQuery).data ?? [];
  const campaigns = useQuery(campaignNamesQuery).data ?? [];
  const tags = useQuery(tagsQuery).data ?? [];
  const teams = useQuery(teamsQuery).data ?? [];
  const choose = (next: Partial<InboxSearch>) =>
    void navigate({ search: (before) => compact({ ...before, ...next }), replace: true });
  const { q: _, ...filters } = search;
  return (
    <div className={classes.bar} role="search" aria-label={t`Filter the conversations`}>
      <div className={classes.search}>
        <SearchField
          value={search.q ?? ''}
          onChange={(q) => choose({ q: q === '' ? undefined : q })}
          label={t`Search people, subjects and texts`}
          wide
        />
      </div>
      <Popover position="bottom-end" width={270} shadow="md" trapFocus>
        <Indicator disabled={!isFiltered(filters)} size={8} offset={5}>
          <Tooltip label={t`Filters`}>
            <Popover.Target>
              <ActionIcon aria-label={t`Filters`} size={34}>
                <IconFilter size={17} />
              </ActionIcon>
            </Popover.Target>
          </Tooltip>
        </Indicator>
        <Popover.Dropdown>
          <Stack gap="sm">
            <Select
              label={t`Account`}
              clearable
              comboboxProps={{ withinPortal: false }}
              data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
              value={search.account ?? null}
              onChange={(account) => choose({ account: account ?? undefined })}
            />
            <Select
              label={t`Campaign`}
              clearable
              searchable
              comboboxProps={{ withinPortal: false }}
              data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
              value={search.campaign ?? null}
              onChange={(campaign) => choose({ campaign: campaign ?? undefined })}
            />
            <Select
              label={t`Category`}
              clearable
              comboboxProps={{ withinPortal: false }}
              data={CATEGORIES.map((value) => ({ value, label: i18n._(CATEGORY_LOOKS[value].label) }))}
              value={search.category ?? null}
              onChange={(category) => choose({ category: oneOf(category, CATEGORIES) })}
            />
            <Select
              label={t`Tag`}
              clearable
              searchable
              comboboxProps={{ withinPortal: false }}
              data={tagChoices(tags, search.tag)}
              value={search.tag ?? null}
              onChange={(tag) => choose({ tag: tag ?? undefined })}
            />
            {teams.length > 0 && (
              <Select
                label={t`Team`}
                clearable
                comboboxProps={{ withinPortal: false }}
                data={teams.map(({ id, name }) => ({ value: id, label: name }))}
                value={search.team ?? null}
                onChange={(team) => choose({ team: team ?? undefined })}
              />
            )}
            <TextInput
              type="date"
              label={t`Last message on or after`}
              max={search.to}
              value={search.from ?? ''}
              onChange={(event) => choose({ from: event.currentTarget.value || undefined })}
            />
            <TextInput
              type="date"
              label={t`Last message on or before`}
              min={search.from}
              value={search.to ?? ''}
              onChange={(event) => choose({ to: event.currentTarget.value || undefined })}
            />
            <Checkbox
              label={t`Unread`}
              checked={search.unread === true}
              onChange={(event) => choose({ unread: event.currentTarget.checked ? true : undefined })}
            />
            <Checkbox
              label={t`With an attachment`}
              checked={search.attachment === true}
              onChange={(event) => choose({ attachment: event.currentTarget.checked ? true : undefined })}
            />
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

/** One that nobody uses any more is still what is asked for. */
function tagChoices(tags: readonly ConversationTag[], chosen: string | undefined) {
  const choices = tags.map(({ name, conversations }) => ({
    value: name,
    label: `${name} (${conversations})`,
  }));
  const known = chosen === undefined || tags.some(({ name }) => name === chosen);
  return known ? choices : [{ value: chosen, label: chosen }, ...choices];
}
