import { useLingui } from '@lingui/react/macro';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useStreamEvent } from '@/api/event-stream';
import { useMe } from '@/shared/session/me';
import { toast } from '@/shared/ui/toast';

/** Says who mentions whoever looks, unless they have that conversation before them. */
export function useMentionToast(): void {
  const { t } = useLingui();
  const me = useMe()?.user.id;
  const navigate = useNavigate();
  const router = useRouter();
  useStreamEvent('mention', ({ conversationId, users, by, subject }) => {
    const { pathname, search } = router.state.location;
    const before = pathname === '/inbox' && (search as { open?: string }).open === conversationId;
    if (me === undefined || !users.includes(me) || before) return;
    const about = subject || t`(no subject)`;
    toast.action(
      t`${by} mentions you: ${about}`,
      t`Open`,
      () => void navigate({ to: '/inbox', search: { tab: 'mentions', open: conversationId } }),
    );
  });
}
