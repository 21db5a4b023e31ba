import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/shared/ui/empty-state';

export function NothingOpen() {
  const { t } = useLingui();
  return (
    <EmptyState drawing="mailbox" title={t`No conversation is open`}>
      <Trans>
        Choose one on the left. J and K go through the list, R answers, E finishes, N writes a new message.
      </Trans>
    </EmptyState>
  );
}
