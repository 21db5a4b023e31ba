import { i18n } from '@lingui/core';
import { eventStream } from '@/api/event-stream';
import { createQueryClient } from '@/api/query-client';
import { meQuery } from '@/shared/session/me';
import { problemText } from '@/shared/ui/problem-text';
import { toast } from '@/shared/ui/toast';

/** The query client of the program: a lost session ends the stream and leads to the login, other failures to a toast. */
export function createClient(toLogin: () => void) {
  const client = createQueryClient({
    onUnauthorized: () => {
      eventStream.stop();
      client.clear();
      toLogin();
    },
    onForbidden: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
    onMutationProblem: (problem) => {
      const text = problemText(i18n);
      toast.fail(text.title(problem), text.sentence(problem));
    },
  });
  return client;
}
