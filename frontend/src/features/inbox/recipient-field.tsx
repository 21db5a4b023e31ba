import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getListContactsQueryKey, listContacts } from '@/api/generated/contact/contact';
import type { Person } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { useMayManage } from '@/shared/session/me';
import { recipientOf, wrongAddresses, written } from './use-composer';

type Props = {
  label: string;
  value: readonly Person[];
  onChange: (people: Person[]) => void;
  /** Why the server did not take it. */
  refusal?: string | undefined;
  autoFocus?: boolean;
};

const SUGGESTED = 8;

/** Only for those who may see contacts. */
const suggestionsQuery = (q: string, mayManage: boolean) =>
  queryOptions({
    queryKey: getListContactsQueryKey({ q, limit: SUGGESTED }),
    queryFn: ({ signal }) => listContacts({ q, limit: SUGGESTED }, { signal }),
    placeholderData: keepPreviousData,
    enabled: mayManage && q !== '',
  });

/** People a mail goes to: typed, pasted, or chosen from the contacts. Names at once what is no address. */
export function RecipientField({ label, value, onChange, refusal, autoFocus = false }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const mayManage = useMayManage();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery(suggestionsQuery(q, mayManage)).data?.items ?? [];
  const suggestions = found.flatMap(({ name, email }) => (email ? [written({ name, address: email })] : []));
  const wrong = formats.list(wrongAddresses(value).map((address) => `“${address}”`));
  return (
    <TagsInput
      size="xs"
      label={label}
      splitChars={[',', ';', '\n']}
      data={[...new Set(suggestions)]}
      filter={({ options }) => (q === '' ? [] : options)}
      value={value.map(written)}
      onChange={(all) => onChange(all.map(recipientOf))}
      onSearchChange={setTyped}
      error={wrong === '' ? refusal : t`No email address: ${wrong}`}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
    />
  );
}
