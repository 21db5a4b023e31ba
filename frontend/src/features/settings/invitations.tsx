import { Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getListInvitesQueryKey, listInvites, revokeInvite } from '@/api/generated/people/people';
import { ErrorState } from '@/shared/ui/error-state';
import { DateTime } from '@/shared/ui/time';
import classes from './people.module.css';
import { useRoleNames } from './roles';

/** Invitations that wait for an answer. */
export function Invitations() {
  const { t } = useLingui();
  const client = useQueryClient();
  const roles = useRoleNames();
  const invites = useQuery({
    queryKey: getListInvitesQueryKey(),
    queryFn: ({ signal }) => listInvites({ signal }),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => revokeInvite(id),
    onSettled: () => client.invalidateQueries({ queryKey: getListInvitesQueryKey() }),
  });
  if (!invites.data && invites.isError)
    return <ErrorState error={invites.error} onRetry={() => void invites.refetch()} />;
  if (!invites.data?.length) return null;
  return (
    <>
      <Text size="sm" fw={500} mt="lg" mb={4}>
        <Trans>Invited</Trans>
      </Text>
      <ul className={classes.people} aria-label={t`Invited`}>
        {invites.data.map(({ id, email, role, expiresAt }) => (
          <li key={id} className={classes.person}>
            <div className={classes.who}>
              <Text size="sm" truncate="end">
                {email}
              </Text>
              <Text size="sm" c="dimmed">
                {roles[role]} · <Trans>until</Trans> <DateTime value={expiresAt} />
              </Text>
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={t`Take back: ${email}`}
              loading={revoke.isPending && revoke.variables === id}
              onClick={() => revoke.mutate(id)}
            >
              <Trans>Take back</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
