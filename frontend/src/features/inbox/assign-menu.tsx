import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  IconChevronDown,
  IconUser,
  IconUserMinus,
  IconUserPlus,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversation } from '@/api/generated/model';
import { useMe } from '@/shared/session/me';
import { teamsQuery } from '@/shared/teams';
import { OnlineDot } from '@/shared/ui/online-dot';
import { colleaguesQuery } from './queries';

type Props = {
  conversation: Conversation;
  onAssign: (to: string | null) => void;
  onTeam: (to: string | null) => void;
};

/** Who takes care of it: oneself, a colleague, or whoever comes; and whose it is to see. */
export function AssignMenu({ conversation: { assignee, team }, onAssign, onTeam }: Props) {
  const { t } = useLingui();
  const me = useMe()?.user.id;
  const [opened, setOpened] = useState(false);
  const colleagues = useQuery({ ...colleaguesQuery, enabled: opened, refetchInterval: 30_000 }).data ?? [];
  const teams = useQuery({ ...teamsQuery, enabled: opened }).data ?? [];
  const otherTeams = teams.filter(({ id }) => id !== team?.id);
  const others = colleagues.filter(({ id }) => id !== me && id !== assignee?.id);
  const mine = assignee != null && assignee.id === me;
  return (
    <Menu opened={opened} onChange={setOpened} width={240}>
      <Menu.Target>
        <Button
          size="xs"
          variant={mine ? 'light' : 'default'}
          leftSection={<IconUser size={15} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {assignee ? assignee.name : <Trans>Nobody’s</Trans>}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!mine && me !== undefined && (
          <Menu.Item leftSection={<IconUserPlus size={15} />} onClick={() => onAssign(me)}>
            <Trans>Take it over</Trans>
          </Menu.Item>
        )}
        {assignee && (
          <Menu.Item leftSection={<IconUserMinus size={15} />} onClick={() => onAssign(null)}>
            {mine ? <Trans>Give it back</Trans> : <Trans>Take it from {assignee.name}</Trans>}
          </Menu.Item>
        )}
        {others.length > 0 && <Menu.Label>{t`Hand it over to`}</Menu.Label>}
        {others.map(({ id, name, online }) => (
          <Menu.Item
            key={id}
            leftSection={<IconUser size={15} />}
            rightSection={online && <OnlineDot />}
            onClick={() => onAssign(id)}
          >
            {name}
          </Menu.Item>
        ))}
        {(otherTeams.length > 0 || team) && <Menu.Label>{t`Who sees it`}</Menu.Label>}
        {otherTeams.map(({ id, name }) => (
          <Menu.Item key={id} leftSection={<IconUsersGroup size={15} />} onClick={() => onTeam(id)}>
            <Trans>Team {name}</Trans>
          </Menu.Item>
        ))}
        {team && (
          <Menu.Item leftSection={<IconWorld size={15} />} onClick={() => onTeam(null)}>
            <Trans>Open it to everybody</Trans>
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
