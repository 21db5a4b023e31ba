import { queryOptions } from '@tanstack/react-query';
import {
  getGetImportQueryKey,
  getImport,
  getListImportRefusalsQueryKey,
  getListImportsQueryKey,
  getListListsQueryKey,
  listImportRefusals,
  listImports,
  listLists,
} from '@/api/generated/contact/contact';

export const importsQuery = queryOptions({
  queryKey: getListImportsQueryKey(),
  queryFn: ({ signal }) => listImports({ signal }),
});

export const importQuery = (id: string) =>
  queryOptions({ queryKey: getGetImportQueryKey(id), queryFn: ({ signal }) => getImport(id, { signal }) });

export const refusalsQuery = (id: string) =>
  queryOptions({
    queryKey: getListImportRefusalsQueryKey(id),
    queryFn: ({ signal }) => listImportRefusals(id, { signal }),
  });

export const listsQuery = queryOptions({
  queryKey: getListListsQueryKey(),
  queryFn: ({ signal }) => listLists({ signal }),
});
