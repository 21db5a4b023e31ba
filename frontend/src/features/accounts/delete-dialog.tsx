import { List, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Account, AccountDependents } from '@/api/generated/model';
import { FormProblem } from '@/shared/form/form-problem';
import { useFormats } from '@/shared/format/format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { toast } from '@/shared/ui/toast';
import { dependentsQuery, useDeleteAccount } from './queries';

type Props = { account: Account | undefined; onClose: () => void; onDeleted?: () => void };

/** Yes or No, after naming what depends on the account. */
export function DeleteDialog({ account, onClose, onDeleted }: Props) {
  const { t } = useLingui();
  const remove = useDeleteAccount();
  const dependents = useQuery({ ...dependentsQuery(account?.id ?? ''), enabled: account !== undefined });
  const close = () => {
    remove.reset();
    onClose();
  };
  const name = account?.name ?? '';
  const yes = () =>
    account &&
    remove.mutate(account.id, {
      onSuccess: () => {
        toast.say(t`${name} was deleted`);
        close();
        onDeleted?.();
      },
    });
  return (
    <ConfirmDialog
      opened={account !== undefined}
      title={t`Delete the account ${name}?`}
      yes={t`Yes, delete`}
      busy={remove.isPending || dependents.isPending}
      onYes={() => void yes()}
      onNo={close}
    >
      <FormProblem error={remove.error ?? dependents.error} />
      {dependents.data && <Consequences dependents={dependents.data} />}
    </ConfirmDialog>
  );
}

function Consequences({ dependents: { waiting, inFlight, campaigns } }: { dependents: AccountDependents }) {
  const formats = useFormats();
  const names = formats.list(campaigns.map(({ name }) => name));
  return (
    <>
      <List size="sm" spacing={4}>
        <List.Item>
          <Trans>Its settings and its password are erased.</Trans>
        </List.Item>
        {waiting > 0 && (
          <List.Item>
            <Plural
              value={waiting}
              one="# message that waits for it will not be sent."
              other="# messages that wait for it will not be sent."
            />
          </List.Item>
        )}
        {inFlight > 0 && (
          <List.Item>
            <Plural
              value={inFlight}
              one="# message is being sent right now."
              other="# messages are being sent right now."
            />
          </List.Item>
        )}
        {campaigns.length > 0 && (
          <List.Item>
            <Trans>These campaigns lose their account: {names}</Trans>
          </List.Item>
        )}
      </List>
      <Text size="sm" c="dimmed" mt="sm">
        <Trans>What it has sent stays in the history.</Trans>
      </Text>
    </>
  );
}
