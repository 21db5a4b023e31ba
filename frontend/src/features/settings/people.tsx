import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { getListUsersQueryKey, listUsers } from '@/api/generated/people/people';
import type { User } from '@/api/generated/model';
import { useMe } from '@/shared/session/me';
import { ErrorState } from '@/shared/ui/error-state';
import { Section } from '@/shared/ui/page';
import { InviteDialog } from './invite-dialog';
import { Invitations } from './invitations';
import { Person } from './person';
import classes from './people.module.css';
import { RemoveDialog } from './remove-dialog';

/** Who works here. Owners invite, give roles and remove; the others see their colleagues. */
export function People() {
  const { t } = useLingui();
  const isOwner = useMe()?.user.role === 'owner';
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<User>();
  const people = useQuery({
    queryKey: getListUsersQueryKey(),
    queryFn: ({ signal }) => listUsers({ signal }),
    refetchInterval: 30_000, // who is online
  });
  const invite = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={15} aria-hidden />}
      onClick={() => setInviting(true)}
    >
      <Trans>Invite somebody</Trans>
    </Button>
  );
  return (
    <Section title={t`People`} actions={isOwner && invite}>
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      <ul className={classes.people} aria-label={t`People`}>
        {people.data?.map((user) => (
          <Person key={user.id} user={user} canChange={isOwner} onRemove={() => setLeaving(user)} />
        ))}
      </ul>
      {isOwner && <Invitations />}
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
      <RemoveDialog user={leaving} onClose={() => setLeaving(undefined)} />
    </Section>
  );
}
