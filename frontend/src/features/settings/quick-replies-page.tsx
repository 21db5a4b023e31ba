import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { createQuickReply, deleteQuickReply } from '@/api/generated/inbox/inbox';
import type { QuickReply } from '@/api/generated/model';
import { useUndo } from '@/shared/hooks/use-undo';
import { useCommand } from '@/shared/keys/use-command';
import { quickRepliesQuery } from '@/shared/quick-replies/queries';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { PageBody } from '@/shared/ui/page';
import { PageHeader } from '@/shared/ui/page-header';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { QuickReplyDialog } from './quick-reply-dialog';
import { QuickReplyRow } from './quick-reply-row';
import classes from './quick-replies.module.css';

/** Texts that people insert while they write; everybody who works here may change them. */
export function QuickRepliesPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useLingui();
  const [editing, setEditing] = useState<QuickReply | 'new'>();
  const replies = useQuery(quickRepliesQuery);
  const remove = useRemove();
  const begin = () => setEditing('new');
  useCommand('page.new', begin);
  const add = (
    <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={begin}>
      <Trans>New quick reply</Trans>
    </Button>
  );
  const none = replies.data?.length === 0;
  return (
    <>
      <PageHeader
        title={t`Quick replies`}
        description={t`Texts for answers that you write often. Type / in an answer to insert one.`}
        actions={none ? undefined : add}
        tabs={tabs}
      />
      <PageBody narrow>
        {replies.isPending && <TableSkeleton rows={4} columns={2} />}
        {replies.isError && <ErrorState error={replies.error} onRetry={() => void replies.refetch()} />}
        {none && (
          <EmptyState drawing="mailbox" title={t`No quick replies yet`} action={add}>
            <Trans>
              Write an answer once that you give again and again. In an answer, / and its shortcut insert it,
              with the name of whoever gets it.
            </Trans>
          </EmptyState>
        )}
        <ul className={classes.rows} aria-label={t`Quick replies`}>
          {replies.data?.map((reply) => (
            <QuickReplyRow
              key={reply.id}
              reply={reply}
              onEdit={() => setEditing(reply)}
              onRemove={() => remove(reply)}
            />
          ))}
        </ul>
      </PageBody>
      <QuickReplyDialog reply={editing} onClose={() => setEditing(undefined)} />
    </>
  );
}

function useRemove(): (reply: QuickReply) => void {
  const { t } = useLingui();
  const client = useQueryClient();
  const offerUndo = useUndo();
  const refresh = () => client.invalidateQueries({ queryKey: quickRepliesQuery.queryKey });
  const back = useMutation({
    mutationFn: ({ id: _, attachments, ...reply }: QuickReply) =>
      createQuickReply({ ...reply, attachments: attachments.map(({ id }) => id) }),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: ({ id }: QuickReply) => deleteQuickReply(id),
    onSuccess: (_nothing, reply) => {
      const { name } = reply;
      offerUndo(t`“${name}” was deleted`, () => back.mutate(reply));
    },
    onSettled: refresh,
  });
  return remove.mutate;
}
