import { Button, Group as Row, Modal, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Group } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { useNameError } from './name-error';
import { refreshContacts } from './refresh';

type Props = {
  group: Group | undefined;
  rename: (id: string, name: string) => Promise<Group>;
  onClose: () => void;
};

export function GroupRename({ group, rename, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Modal
      opened={group !== undefined}
      onClose={onClose}
      title={t`Rename`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {group && <NameForm group={group} rename={rename} onClose={onClose} />}
    </Modal>
  );
}

function NameForm({ group, rename, onClose }: Props & { group: Group }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const errorOf = useNameError();
  const [name, setName] = useState(group.name);
  const change = useMutation({
    meta: { handlesProblem: true },
    mutationFn: () => rename(group.id, name.trim()),
    onSuccess: () => {
      onClose();
      return refreshContacts(client);
    },
  });
  const problem = change.isError ? Problem.of(change.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t`Name`}
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem && errorOf(problem)}
      />
      <Row justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={change.isPending} disabled={name.trim() === ''}>
          <Trans>Save</Trans>
        </Button>
      </Row>
    </form>
  );
}
