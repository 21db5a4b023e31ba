import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getContact,
  getGetContactQueryKey,
  getListContactsQueryKey,
  getListFieldsQueryKey,
  getListListsQueryKey,
  getListTagsQueryKey,
  listContacts,
  listFields,
  listLists,
  listTags,
} from '@/api/generated/contact/contact';
import type { ContactPage } from '@/api/generated/model';
import type { ContactsSearch } from './search';

const PAGE = 50;

/** Contacts page by page. Keys begin with the address of the API, so that live changes find them. */
export function contactsQuery({ q, list, tag, sort }: ContactsSearch) {
  const filter = { ...(q && { q }), ...(list && { list }), ...(tag && { tag }), ...(sort && { sort }) };
  return infiniteQueryOptions({
    queryKey: [...getListContactsQueryKey(filter), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      listContacts({ ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: ContactPage) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const contactQuery = (id: string) =>
  queryOptions({ queryKey: getGetContactQueryKey(id), queryFn: ({ signal }) => getContact(id, { signal }) });

export const listsQuery = queryOptions({
  queryKey: getListListsQueryKey(),
  queryFn: ({ signal }) => listLists({ signal }),
});

export const tagsQuery = queryOptions({
  queryKey: getListTagsQueryKey(),
  queryFn: ({ signal }) => listTags({ signal }),
});

export const fieldsQuery = queryOptions({
  queryKey: getListFieldsQueryKey(),
  queryFn: ({ signal }) => listFields({ signal }),
});
