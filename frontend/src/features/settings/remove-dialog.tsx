import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteUser, getListUsersQueryKey } from '@/api/generated/people/people';
import type { User } from '@/api/generated/model';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { toast } from '@/shared/ui/toast';

/** Yes or No before a colleague is locked out. */
export function RemoveDialog({ user, onClose }: { user: User | undefined; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const name = user?.name ?? '';
  const remove = useMutation({
    mutationFn: (id: string) => deleteUser(id),
    onSuccess: () => {
      toast.say(t`${name} is removed`);
      onClose();
      return client.invalidateQueries({ queryKey: getListUsersQueryKey() });
    },
  });
  return (
    <ConfirmDialog
      opened={user !== undefined}
      title={t`Remove ${name}?`}
      yes={t`Yes, remove them`}
      busy={remove.isPending}
      onYes={() => user && remove.mutate(user.id)}
      onNo={onClose}
    >
      <Text size="sm">
        <Trans>
          {name} is logged out everywhere at once. What was written stays; conversations in these hands are
          nobody’s again.
        </Trans>
      </Text>
    </ConfirmDialog>
  );
}
