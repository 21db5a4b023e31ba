import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getListUsersQueryKey, listUsers } from '@/api/generated/people/people';
import type { Team } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { useMayManage } from '@/shared/session/me';
import { teamsQuery } from '@/shared/teams';
import { ErrorState } from '@/shared/ui/error-state';
import { Section } from '@/shared/ui/page';
import classes from './people.module.css';
import { TeamDialog } from './team-dialog';
import { TeamRemoveDialog } from './team-remove-dialog';

/** Who works on the same conversations. Owners and managers make teams; the others see them. */
export function Teams() {
  const { t } = useLingui();
  const formats = useFormats();
  const mayManage = useMayManage();
  const [editing, setEditing] = useState<Team | 'new'>();
  const [leaving, setLeaving] = useState<Team>();
  const teams = useQuery(teamsQuery);
  const people = useQuery({
    queryKey: getListUsersQueryKey(),
    queryFn: ({ signal }) => listUsers({ signal }),
  });
  const names = ({ members }: Team) =>
    formats.list((people.data ?? []).filter(({ id }) => members.includes(id)).map(({ name }) => name));
  const make = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={15} aria-hidden />}
      onClick={() => setEditing('new')}
    >
      <Trans>Make a team</Trans>
    </Button>
  );
  return (
    <Section title={t`Teams`} actions={mayManage && make}>
      {teams.isError && <ErrorState error={teams.error} onRetry={() => void teams.refetch()} />}
      {teams.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>
            Without teams everybody sees all conversations. What has a team is seen by its members, and by
            owners and managers.
          </Trans>
        </Text>
      )}
      <ul className={classes.people} aria-label={t`Teams`}>
        {teams.data?.map((team) => (
          <li key={team.id} className={classes.person}>
            <div className={classes.who}>
              <Text size="sm" fw={500} truncate="end">
                {team.name}
              </Text>
              <Text size="sm" c="dimmed" truncate="end">
                {names(team) || <Trans>Nobody yet</Trans>}
              </Text>
            </div>
            {mayManage && <Actions team={team} onEdit={setEditing} onRemove={setLeaving} />}
          </li>
        ))}
      </ul>
      <TeamDialog team={editing} people={people.data ?? []} onClose={() => setEditing(undefined)} />
      <TeamRemoveDialog team={leaving} onClose={() => setLeaving(undefined)} />
    </Section>
  );
}

type ActionProps = { team: Team; onEdit: (team: Team) => void; onRemove: (team: Team) => void };

function Actions({ team, onEdit, onRemove }: ActionProps) {
  const { t } = useLingui();
  const { name } = team;
  return (
    <>
      <Tooltip label={t`Change team ${name}`}>
        <ActionIcon aria-label={t`Change team ${name}`} onClick={() => onEdit(team)}>
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Remove team ${name}`}>
        <ActionIcon aria-label={t`Remove team ${name}`} onClick={() => onRemove(team)}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
