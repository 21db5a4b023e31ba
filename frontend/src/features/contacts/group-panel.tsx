import { Button, Menu, Text, TextInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { Group } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { RowMenu } from '@/shared/table/row-menu';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { ErrorState } from '@/shared/ui/error-state';
import { Panel, Section } from '@/shared/ui/page';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { toast } from '@/shared/ui/toast';
import { GroupRename } from './group-rename';
import { useNameError } from './name-error';
import classes from './groups-page.module.css';
import { refreshContacts } from './refresh';

type Props = {
  kind: 'list' | 'tag';
  title: string;
  hint: string;
  query: UseQueryResult<Group[]>;
  create: (name: string) => Promise<Group>;
  rename: (id: string, name: string) => Promise<Group>;
  remove: (id: string) => Promise<unknown>;
};

/** All lists, or all tags. */
export function GroupPanel({ kind, title, hint, query, create, rename, remove }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [renaming, setRenaming] = useState<Group>();
  const [deleting, setDeleting] = useState<Group>();
  const deletion = useMutation({
    mutationFn: (group: Group) => remove(group.id),
    onSuccess: (_nothing, { name }) => {
      toast.say(t`“${name}” was deleted`);
      setDeleting(undefined);
      return refreshContacts(client);
    },
  });
  const groups = query.data ?? [];
  return (
    <Section title={title}>
      <Panel>
        <p className={classes.hint}>{hint}</p>
        <AddGroup kind={kind} create={create} />
        {query.isPending && <TableSkeleton rows={3} columns={2} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && groups.length === 0 && (
          <p className={classes.none}>
            {kind === 'list' ? <Trans>No lists yet</Trans> : <Trans>No tags yet</Trans>}
          </p>
        )}
        <ul className={classes.rows} aria-label={title}>
          {groups.map((group) => {
            const { name } = group;
            return (
              <li key={group.id} className={classes.row}>
                <span className={classes.name} title={name}>
                  {name}
                </span>
                <Link
                  className={classes.count}
                  to="/contacts"
                  search={kind === 'list' ? { list: group.id } : { tag: group.id }}
                >
                  <Plural value={group.contacts} one="# contact" other="# contacts" />
                </Link>
                <RowMenu label={t`Actions for ${name}`} icon={<IconDots size={16} />}>
                  <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setRenaming(group)}>
                    <Trans>Rename</Trans>
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconTrash size={15} />}
                    color="red"
                    onClick={() => setDeleting(group)}
                  >
                    <Trans>Delete</Trans>
                  </Menu.Item>
                </RowMenu>
              </li>
            );
          })}
        </ul>
      </Panel>
      <GroupRename group={renaming} rename={rename} onClose={() => setRenaming(undefined)} />
      <ConfirmDialog
        opened={deleting !== undefined}
        title={t`Delete “${deleting?.name ?? ''}”?`}
        yes={t`Yes, delete`}
        busy={deletion.isPending}
        onYes={() => deleting && deletion.mutate(deleting)}
        onNo={() => setDeleting(undefined)}
      >
        <Text size="sm">
          {kind === 'list' ? (
            <Plural
              value={deleting?.contacts ?? 0}
              one="# contact leaves this list and stays in Kurir. Drafts that were meant for the list lose it."
              other="# contacts leave this list and stay in Kurir. Drafts that were meant for the list lose it."
            />
          ) : (
            <Plural
              value={deleting?.contacts ?? 0}
              one="# contact loses this tag and stays in Kurir. Drafts that were meant for the tag lose it."
              other="# contacts lose this tag and stay in Kurir. Drafts that were meant for the tag lose it."
            />
          )}
        </Text>
      </ConfirmDialog>
    </Section>
  );
}

function AddGroup({ kind, create }: Pick<Props, 'kind' | 'create'>) {
  const { t } = useLingui();
  const client = useQueryClient();
  const errorOf = useNameError();
  const [name, setName] = useState('');
  const add = useMutation({
    meta: { handlesProblem: true },
    mutationFn: create,
    onSuccess: () => {
      setName('');
      return refreshContacts(client);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !add.isPending) add.mutate(name.trim());
  };
  const problem = add.isError ? Problem.of(add.error) : undefined;
  return (
    <form className={classes.add} onSubmit={submit}>
      <TextInput
        flex={1}
        aria-label={kind === 'list' ? t`Name of the new list` : t`Name of the new tag`}
        placeholder={kind === 'list' ? t`New list` : t`New tag`}
        maxLength={100}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          add.reset();
        }}
        error={problem && errorOf(problem)}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={15} />} loading={add.isPending}>
        <Trans>Add</Trans>
      </Button>
    </form>
  );
}
