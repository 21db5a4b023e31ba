import { ActionIcon, Group, NativeSelect, Text, Tooltip } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { getListUsersQueryKey, updateUser } from '@/api/generated/people/people';
import type { Colleague, Role } from '@/api/generated/model';
import { useMe } from '@/shared/session/me';
import { OnlineDot } from '@/shared/ui/online-dot';
import { toast } from '@/shared/ui/toast';
import classes from './people.module.css';
import { useRoleNames } from './roles';

/** A colleague, with role; who may change it does so here. Nobody changes or removes themselves. */
export function Person({
  user,
  canChange,
  onRemove,
}: {
  user: Colleague;
  canChange: boolean;
  onRemove: () => void;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const roles = useRoleNames();
  const isMe = useMe()?.user.id === user.id;
  const { id, name } = user;
  const change = useMutation({
    mutationFn: (role: Role) => updateUser(id, { role }),
    onSuccess: () => {
      toast.say(t`Saved`);
      return client.invalidateQueries({ queryKey: getListUsersQueryKey() });
    },
  });
  return (
    <li className={classes.person}>
      <div className={classes.who}>
        <Group gap={6} wrap="nowrap">
          <Text size="sm" fw={500} truncate="end">
            {name} {isMe && <Trans>(you)</Trans>}
          </Text>
          {user.online && <OnlineDot />}
        </Group>
        <Text size="sm" c="dimmed" truncate="end">
          {user.email}
        </Text>
      </div>
      {canChange && !isMe ? (
        <>
          <NativeSelect
            aria-label={t`Role of ${name}`}
            size="xs"
            value={user.role}
            disabled={change.isPending}
            onChange={({ currentTarget: { value } }) => change.mutate(value as Role)}
            data={Object.entries(roles).map(([value, label]) => ({ value, label }))}
          />
          <Tooltip label={t`Remove colleague ${name}`}>
            <ActionIcon aria-label={t`Remove colleague ${name}`} onClick={onRemove}>
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {roles[user.role]}
        </Text>
      )}
    </li>
  );
}
