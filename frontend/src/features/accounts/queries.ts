import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import {
  createCategory,
  deleteAccount,
  getAccount,
  getGetAccountQueryKey,
  getListAccountsQueryKey,
  getListCategoriesQueryKey,
  getListProvidersQueryKey,
  listAccounts,
  listCategories,
  listProviders,
  updateAccount,
} from '@/api/generated/account/account';
import { getAccountDependents, getGetAccountDependentsQueryKey } from '@/api/generated/campaign/campaign';
import { getListLogQueryKey, listLog } from '@/api/generated/activity/activity';
import type { Account } from '@/api/generated/model';
import { workersQuery } from '@/shared/workers/queries';

export const accountsQuery = queryOptions({
  queryKey: getListAccountsQueryKey(),
  queryFn: ({ signal }) => listAccounts(undefined, { signal }),
});

export const accountQuery = (id: string) =>
  queryOptions({ queryKey: getGetAccountQueryKey(id), queryFn: ({ signal }) => getAccount(id, { signal }) });

export const providersQuery = queryOptions({
  queryKey: getListProvidersQueryKey(),
  queryFn: ({ signal }) => listProviders({ signal }),
  staleTime: Infinity,
});

export const categoriesQuery = queryOptions({
  queryKey: getListCategoriesQueryKey(),
  queryFn: ({ signal }) => listCategories({ signal }),
});

export const dependentsQuery = (id: string) =>
  queryOptions({
    queryKey: getGetAccountDependentsQueryKey(id),
    queryFn: ({ signal }) => getAccountDependents(id, { signal }),
    staleTime: 0,
  });

const LINES = 15;

export const accountLogQuery = (account: string) =>
  queryOptions({
    queryKey: getListLogQueryKey({ account, limit: LINES }),
    queryFn: ({ signal }) => listLog({ account, limit: LINES }, { signal }),
  });

/** An account was added, changed or removed: the list, the account, its worker. */
export async function refreshAccounts(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: accountsQuery.queryKey }),
    client.invalidateQueries({ queryKey: workersQuery.queryKey }),
    client.invalidateQueries({ queryKey: categoriesQuery.queryKey }),
  ]);
}

/** Ticks or unticks Status: shown at once, turned back when the server refuses. */
export function useSetActive() {
  const client = useQueryClient();
  const show = (id: string, active: boolean) =>
    client.setQueryData(accountsQuery.queryKey, (all) =>
      all?.map((each) => (each.id === id ? { ...each, active } : each)),
    );
  return useMutation({
    mutationFn: async ({ id, active }: { id: string; active: boolean }) => {
      const { version } = await getAccount(id);
      return updateAccount(id, { active }, { headers: { 'If-Match': version } });
    },
    onMutate: ({ id, active }) => show(id, active),
    onError: (_error, { id, active }) => show(id, !active),
    onSuccess: (account: Account) => client.setQueryData(accountQuery(account.id).queryKey, account),
    onSettled: () => refreshAccounts(client),
  });
}

export function useDeleteAccount() {
  const client = useQueryClient();
  return useMutation({
    meta: { handlesProblem: true },
    mutationFn: (id: string) => deleteAccount(id),
    onSuccess: (_nothing, id) => {
      client.removeQueries({ queryKey: accountQuery(id).queryKey });
      return refreshAccounts(client);
    },
  });
}

export function useCreateCategory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => createCategory({ name }),
    onSuccess: () => client.invalidateQueries({ queryKey: categoriesQuery.queryKey }),
  });
}
