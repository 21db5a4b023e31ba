import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteTeam } from '@/api/generated/people/people';
import type { Team } from '@/api/generated/model';
import { teamsQuery } from '@/shared/teams';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { toast } from '@/shared/ui/toast';

/** Yes or No before everybody sees what only a team saw. */
export function TeamRemoveDialog({ team, onClose }: { team: Team | undefined; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const name = team?.name ?? '';
  const remove = useMutation({
    mutationFn: (id: string) => deleteTeam(id),
    onSuccess: () => {
      toast.say(t`${name} is removed`);
      onClose();
      return client.invalidateQueries({ queryKey: teamsQuery.queryKey });
    },
  });
  return (
    <ConfirmDialog
      opened={team !== undefined}
      title={t`Remove the team ${name}?`}
      yes={t`Yes, remove the team`}
      busy={remove.isPending}
      onYes={() => team && remove.mutate(team.id)}
      onNo={onClose}
    >
      <Text size="sm">
        <Trans>Everybody sees its conversations from then on. Its members stay in Kurir.</Trans>
      </Text>
    </ConfirmDialog>
  );
}
