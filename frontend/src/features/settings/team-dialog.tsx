import { Button, Group, Modal, MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createTeam, updateTeam } from '@/api/generated/people/people';
import type { Team, User } from '@/api/generated/model';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { FormProblem } from '@/shared/form/form-problem';
import { useRefusal } from '@/shared/form/use-refusal';
import { teamsQuery } from '@/shared/teams';
import { toast } from '@/shared/ui/toast';
import { HandOutSwitch } from './hand-out-switch';

type Props = { team: Team | 'new' | undefined; people: readonly User[]; onClose: () => void };

/** Name and members of a team. */
export function TeamDialog({ team, people, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Modal
      opened={team !== undefined}
      onClose={onClose}
      title={team === 'new' ? t`New team` : t`Change the team`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {team && <TeamForm team={team === 'new' ? undefined : team} people={people} onClose={onClose} />}
    </Modal>
  );
}

type FormProps = { team: Team | undefined; people: readonly User[]; onClose: () => void };

function TeamForm({ team, people, onClose }: FormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      name: team?.name ?? '',
      members: team?.members ?? [],
      handsOut: team?.handsOut ?? false,
    },
    validate: { name: (value) => (value.trim() === '' ? t`Please fill this in` : null) },
  });
  const refused = useRefusal(form);
  const save = useMutation({
    meta: { handlesProblem: true },
    mutationFn: ({ name, ...rest }: typeof form.values) => {
      const body = { name: name.trim(), ...rest };
      return team ? updateTeam(team.id, body) : createTeam(body);
    },
    onSuccess: () => {
      toast.say(t`Saved`);
      onClose();
      return client.invalidateQueries({ queryKey: teamsQuery.queryKey });
    },
    onError: refused,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values), focusFirstError)}>
      {save.isError && <FormProblem error={save.error} />}
      <TextInput label={t`Name of the team`} maxLength={100} data-autofocus {...form.getInputProps('name')} />
      <MultiSelect
        mt="md"
        label={t`Members`}
        searchable
        hidePickedOptions
        nothingFoundMessage={t`Nothing found`}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('members')}
      />
      <HandOutSwitch
        mt="md"
        description={t`Each goes to the member with the fewest open ones.`}
        {...form.getInputProps('handsOut', { type: 'checkbox' })}
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={save.isPending}>
          <Trans>Save</Trans>
        </Button>
      </Group>
    </form>
  );
}
