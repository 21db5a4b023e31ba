import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NamedAddress } from '@/api/generated/model';
import { peopleQuery } from './queries';

type Person = { contactId: string; name: string; email: string | null };
type Props = {
  label?: string;
  value: string | null;
  onChange: (contact: string | null) => void;
  sample: readonly NamedAddress[];
};

const labelOf = ({ name, email }: Person) =>
  name === '' ? (email ?? '—') : email === null ? name : `${name} · ${email}`;

/** As whom the preview is shown: one of the audience, or anybody who is searched for. */
export function ContactPicker({ label, value, onChange, sample }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  const [picked, setPicked] = useState<Person>();
  const [q] = useDebouncedValue(text.trim(), 250);
  // A chosen name also stands in the field; only what is typed is a question.
  const searching =
    q !== '' && ![...sample, ...(picked ? [picked] : [])].some((person) => labelOf(person) === q);
  const found = useQuery({ ...peopleQuery(searching ? q : ''), enabled: opened });
  const people: Person[] = [
    ...(searching ? [] : sample),
    ...(found.data?.items.map(({ id, name, email }) => ({ contactId: id, name, email })) ?? []),
    ...(picked ? [picked] : []),
  ];
  const unique = [...new Map(people.map((person) => [person.contactId, person])).values()];
  return (
    <Select
      {...(label === undefined
        ? { size: 'xs', w: { base: '100%', xs: 230 }, 'aria-label': t`Show as contact` }
        : { label, mt: 'sm' })}
      placeholder={t`Show as contact`}
      searchable
      allowDeselect={false}
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? t`Searching…` : t`Nothing found`}
      data={unique.map((person) => ({ value: person.contactId, label: labelOf(person) }))}
      value={unique.some(({ contactId }) => contactId === value) ? value : null}
      onChange={(id) => {
        setPicked(unique.find(({ contactId }) => contactId === id));
        onChange(id);
      }}
      onSearchChange={setText}
      onDropdownOpen={() => setOpened(true)}
    />
  );
}
