import type { Contact, ContactRequest, Group } from '@/api/generated/model';
import type { FieldProblem } from '@/api/problem';
import { newId } from '@/shared/browser';

export type CustomValue = { key: string; name: string; value: string };

/** What the form holds. Lists and tags stand by name: new ones may be typed. */
export type ContactValues = {
  email: string;
  name: string;
  phone: string;
  company: string;
  lists: string[];
  tags: string[];
  data: CustomValue[];
};

export function customValue(name = '', value = ''): CustomValue {
  return { key: newId(), name, value };
}

export function valuesOf(contact: Contact | undefined): ContactValues {
  return {
    email: contact?.email ?? '',
    name: contact?.name ?? '',
    phone: contact?.phone ?? '',
    company: contact?.company ?? '',
    lists: contact?.lists.map(({ name }) => name) ?? [],
    tags: contact?.tags.map(({ name }) => name) ?? [],
    data: Object.entries(contact?.data ?? {}).map(([name, value]) => customValue(name, value)),
  };
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Lists by id; those that do not exist yet are made first. */
export async function listIds(
  names: readonly string[],
  lists: readonly Group[],
  create: (name: string) => Promise<Group>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const known = lists.find((list) => same(list.name, name));
    ids.push((known ?? (await create(name.trim()))).id);
  }
  return ids;
}

export function requestOf(values: ContactValues, lists: string[]): ContactRequest {
  const email = values.email.trim();
  const named = values.data.filter(({ name }) => name.trim() !== '');
  return {
    email: email === '' ? null : email,
    name: values.name.trim(),
    phone: values.phone.trim(),
    company: values.company.trim(),
    lists,
    tags: values.tags,
    data: Object.fromEntries(named.map(({ name, value }) => [name.trim(), value])),
  };
}

/** `/data/city` is the row that is called city; every other pointer is the field of that name. */
export function fieldOf({ pointer }: FieldProblem, values: ContactValues): string {
  const [field = '', name = ''] = pointer.split('/').slice(1);
  if (field !== 'data') return field;
  const row = values.data.findIndex(
    (custom) => custom.name.trim() === name.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
  return row === -1 ? 'data' : `data.${row}.value`;
}
