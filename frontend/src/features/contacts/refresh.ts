import type { QueryClient } from '@tanstack/react-query';

/** Asks again for everything that shows people or their groups, after a change made here. */
export function refreshContacts(client: QueryClient): Promise<void> {
  const prefixes = ['/api/v1/contacts', '/api/v1/lists', '/api/v1/tags', '/api/v1/fields'];
  return client.invalidateQueries({
    predicate: ({ queryKey: [url] }) =>
      typeof url === 'string' && prefixes.some((prefix) => url.startsWith(prefix)),
  });
}
