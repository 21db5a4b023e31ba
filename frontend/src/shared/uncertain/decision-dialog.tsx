import { Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { useDecide, type Decision, type Uncertain } from './use-decide';

type Props = { decision: Decision | undefined; about: Uncertain; onClose: () => void; onDone?: () => void };

/** The number and the price of a decision about messages that may or may not have arrived. */
export function DecisionDialog({ decision, about, onClose, onDone }: Props) {
  const { t } = useLingui();
  const decide = useDecide();
  const count = 'ids' in about ? about.ids.length : about.count;
  const again = decision === 'send_again';
  const yes = () =>
    decision && decide.mutate({ decision, about }, { onSettled: onClose, onSuccess: () => onDone?.() });
  return (
    <ConfirmDialog
      opened={decision !== undefined}
      title={again ? t`Send again?` : t`Assume sent?`}
      yes={again ? t`Yes, send again` : t`Yes, assume sent`}
      danger={again}
      busy={decide.isPending}
      onYes={yes}
      onNo={onClose}
    >
      <Stack gap="xs">
        {again ? (
          <>
            <Text size="sm" fw={500}>
              <Plural
                value={count}
                one="# message is sent once more."
                other="# messages are sent once more."
              />
            </Text>
            <Text size="sm">
              <Trans>
                Whoever has it already gets it twice: the connection broke after the content was on its way.
                You can take it back until it leaves.
              </Trans>
            </Text>
          </>
        ) : (
          <>
            <Text size="sm" fw={500}>
              <Plural value={count} one="# message counts as sent." other="# messages count as sent." />
            </Text>
            <Text size="sm">
              <Trans>
                Whoever does not have it will not get it. It stays marked as assumed, with your name: nobody
                has read a reply of the server.
              </Trans>
            </Text>
          </>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
