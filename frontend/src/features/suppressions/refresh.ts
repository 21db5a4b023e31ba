import type { QueryClient } from '@tanstack/react-query';

export function refreshSuppressions(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [url] }) =>
      url === '/api/v1/suppressions' || (typeof url === 'string' && url.startsWith('/api/v1/contacts')),
  });
}
