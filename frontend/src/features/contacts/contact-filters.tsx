import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Group } from '@/api/generated/model';
import { SearchField } from '@/shared/ui/search-field';
import { Toolbar } from '@/shared/ui/toolbar';
import { listsQuery, tagsQuery } from './queries';
import type { ContactsSearch } from './search';

type Props = { search: ContactsSearch; onChange: (next: Partial<ContactsSearch>) => void };

/** Search, list and tag. All of it stands in the address. */
export function ContactFilters({ search, onChange }: Props) {
  const { t } = useLingui();
  const lists = useQuery(listsQuery);
  const tags = useQuery(tagsQuery);
  return (
    <Toolbar>
      <SearchField
        label={t`Search contacts`}
        placeholder={t`Name, email, company, phone`}
        value={search.q ?? ''}
        onChange={(q) => onChange({ q: q === '' ? undefined : q })}
      />
      <GroupFilter
        label={t`List`}
        all={t`All lists`}
        groups={lists.data}
        value={search.list}
        onChange={(list) => onChange({ list })}
      />
      <GroupFilter
        label={t`Tag`}
        all={t`All tags`}
        groups={tags.data}
        value={search.tag}
        onChange={(tag) => onChange({ tag })}
      />
    </Toolbar>
  );
}

type GroupProps = {
  label: string;
  all: string;
  groups: readonly Group[] | undefined;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
};

function GroupFilter({ label, all, groups = [], value, onChange }: GroupProps) {
  const { t } = useLingui();
  return (
    <Select
      size="sm"
      w={{ base: 'calc(50% - 4px)', xs: 160 }}
      aria-label={label}
      placeholder={all}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`Clear` }}
      nothingFoundMessage={t`Nothing found`}
      data={groups.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
