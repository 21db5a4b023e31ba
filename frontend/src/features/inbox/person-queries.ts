import { queryOptions } from '@tanstack/react-query';
import {
  getContact,
  getGetContactQueryKey,
  getListContactsQueryKey,
  listContacts,
} from '@/api/generated/contact/contact';
import { getListConversationsQueryKey, listConversations } from '@/api/generated/inbox/inbox';
import type { Conversation } from '@/api/generated/model';
import { getListSuppressionsQueryKey, listSuppressions } from '@/api/generated/suppression/suppression';

export const sameAddress = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** A search finds more than the address that is meant; among this many it is. The API takes 200 letters. */
const searchFor = (address: string) => ({ q: address.slice(0, 200), limit: 50 });

/** The contact of a conversation; who became one after it began is found by the address. */
export const contactOfQuery = ({ contact, person: { address } }: Conversation) => {
  const filter = searchFor(address);
  return queryOptions({
    queryKey: contact ? getGetContactQueryKey(contact.id) : [...getListContactsQueryKey(filter), 'person'],
    queryFn: async ({ signal }) => {
      if (contact) return getContact(contact.id, { signal });
      if (address === '') return null;
      const { items } = await listContacts(filter, { signal });
      return items.find(({ email }) => sameAddress(email ?? '', address)) ?? null;
    },
  });
};

/** Why an address is not mailed, if it is not. */
export const suppressionOfQuery = (address: string) => {
  const filter = searchFor(address);
  return queryOptions({
    queryKey: [...getListSuppressionsQueryKey(filter), 'person'],
    queryFn: async ({ signal }) =>
      (await listSuppressions(filter, { signal })).items.find(({ email }) => sameAddress(email, address)) ??
      null,
  });
};

/** The conversations with an address, the newest first, whatever is pinned. */
export const conversationsOfQuery = (address: string) => {
  const filter = { tab: 'all' as const, person: address, limit: 50 };
  return queryOptions({
    queryKey: [...getListConversationsQueryKey(filter), 'person'],
    queryFn: async ({ signal }) =>
      (await listConversations(filter, { signal })).items.toSorted(
        (one, other) => Date.parse(other.lastAt) - Date.parse(one.lastAt),
      ),
  });
};
