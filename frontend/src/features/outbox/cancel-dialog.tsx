import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { useMessageAction } from './queries';

type Props = { opened: boolean; ids: readonly string[]; onClose: () => void; onDone?: () => void };

/** A cancelled message never leaves and cannot be brought back; that is worth a question. */
export function CancelDialog({ opened, ids, onClose, onDone }: Props) {
  const { t } = useLingui();
  const action = useMessageAction();
  const cancel = () =>
    action.mutate(
      { action: 'cancel', ids },
      {
        onSettled: onClose,
        onSuccess: () => onDone?.(),
      },
    );
  return (
    <ConfirmDialog
      opened={opened}
      title={ids.length === 1 ? t`Cancel this message?` : t`Cancel these messages?`}
      yes={t`Yes, cancel`}
      busy={action.isPending}
      onYes={cancel}
      onNo={onClose}
    >
      <Plural value={ids.length} one="The message will not leave." other="# messages will not leave." />{' '}
      <Trans>This cannot be taken back.</Trans>
    </ConfirmDialog>
  );
}
