import { useQuery } from '@tanstack/react-query';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { OtherConversations } from './other-conversations';
import { PersonCard } from './person-card';
import { PersonOrigin } from './person-origin';
import { conversationQuery } from './queries';

type Props = { id: string; beside?: boolean };

/** Who a conversation is with, where it comes from, and what else there is of the same person. */
export function PersonInfo({ id, beside = false }: Props) {
  // the thread asks for it, and says when it cannot be had
  const conversation = useQuery({ ...conversationQuery(id), enabled: false });
  if (conversation.isError && !conversation.data) return null;
  if (!conversation.data) return <TableSkeleton rows={6} columns={1} />;
  return (
    <>
      <PersonCard conversation={conversation.data} />
      <PersonOrigin conversation={conversation.data} />
      <OtherConversations conversation={conversation.data} keepOpen={beside} />
    </>
  );
}
