import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { unsuppress } from '@/api/generated/suppression/suppression';
import type { Suppression } from '@/api/generated/model';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { toast } from '@/shared/ui/toast';
import { refreshSuppressions } from './refresh';

/** Yes or No before an address may be mailed again, with what that means for its reason. */
export function AllowDialog({
  suppression,
  onClose,
}: {
  suppression: Suppression | undefined;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const email = suppression?.email ?? '';
  const allow = useMutation({
    mutationFn: (id: string) => unsuppress(id),
    onSuccess: () => {
      toast.say(t`${email} may be mailed again`);
      onClose();
      return refreshSuppressions(client);
    },
  });
  return (
    <ConfirmDialog
      opened={suppression !== undefined}
      title={t`Allow ${email} again?`}
      yes={t`Yes, allow`}
      busy={allow.isPending}
      onYes={() => suppression && allow.mutate(suppression.id)}
      onNo={onClose}
    >
      <Text size="sm">{suppression && <Consequence reason={suppression.reason} />}</Text>
    </ConfirmDialog>
  );
}

function Consequence({ reason }: Pick<Suppression, 'reason'>) {
  switch (reason) {
    case 'unsubscribed':
      return (
        <Trans>
          This person asked not to be mailed. Only allow it when they have asked you to write again.
        </Trans>
      );
    case 'complaint':
      return (
        <Trans>
          This person reported your mail as spam. Writing again harms the good name of your accounts.
        </Trans>
      );
    case 'hard_bounce':
      return (
        <Trans>
          The receiving server said that this address does not exist. Writing again will most likely bounce.
        </Trans>
      );
    case 'manual':
      return <Trans>The next campaign that includes this address will be sent to it.</Trans>;
  }
}
