import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { useIsStarting } from './use-start-conversation';
import { NewMessageForm, type FormProps } from './new-message-form';

/** The window in which a conversation is begun. Closing it loses nothing. */
export function NewMessage({
  opened,
  onClose,
  ...form
}: FormProps & { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const sending = useIsStarting();
  const phone = useMediaQuery('(max-width: 48em)') === true;
  return (
    <Modal
      opened={opened}
      // whether it left is only known when the answer is there
      onClose={() => !sending && onClose()}
      title={t`New message`}
      size="xl"
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t`Close and keep it` }}
    >
      <NewMessageForm {...form} />
    </Modal>
  );
}
