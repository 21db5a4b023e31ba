import { Button, CloseButton, Group, Paper, Popover, Select, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconList, IconTag, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { changeContacts } from '@/api/generated/contact/contact';
import type { Contact, ContactsChangeAction, Group as ContactGroup } from '@/api/generated/model';
import { useUndo } from '@/shared/hooks/use-undo';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { toast } from '@/shared/ui/toast';
import classes from './bulk-bar.module.css';
import { listsQuery, tagsQuery } from './queries';
import { refreshContacts } from './refresh';

/** More than this many need the word typed. */
const MANY = 1_000;
type Kind = 'list' | 'tag';
type Change = { action: ContactsChangeAction; ids: string[]; target?: string };

/** What can be done to the selected people. Lists and tags can be taken back, deleting cannot. */
export function BulkBar({ contacts, onDone }: { contacts: readonly Contact[]; onDone: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const undo = useUndo();
  const lists = useQuery(listsQuery);
  const tags = useQuery(tagsQuery);
  const [asking, setAsking] = useState(false);
  const count = contacts.length;
  const run = useMutation({
    mutationFn: (change: Change) => inChunks(change),
    onSettled: () => refreshContacts(client),
  });

  const regroup = (kind: Kind, add: boolean, group: ContactGroup) => {
    // Only who is really changed, so that Undo restores exactly what was.
    const ids = contacts.filter((contact) => belongs(contact, kind, group.id) !== add).map(({ id }) => id);
    const { name } = group;
    if (ids.length === 0)
      return toast.say(
        add ? t`Everybody selected is already in “${name}”` : t`Nobody selected is in “${name}”`,
      );
    const action = `${add ? 'add' : 'remove'}_${kind}` as const;
    const back = `${add ? 'remove' : 'add'}_${kind}` as const;
    run.mutate(
      { action, ids, target: group.id },
      {
        onSuccess: (changed) => {
          const message = add
            ? plural(changed, { one: `# contact added to “${name}”`, other: `# contacts added to “${name}”` })
            : plural(changed, {
                one: `# contact removed from “${name}”`,
                other: `# contacts removed from “${name}”`,
              });
          undo(message, () => run.mutate({ action: back, ids, target: group.id }));
        },
      },
    );
  };
  const remove = () =>
    run.mutate(
      { action: 'delete', ids: contacts.map(({ id }) => id) },
      {
        onSuccess: (changed) => {
          setAsking(false);
          onDone();
          toast.say(plural(changed, { one: '# contact was deleted', other: '# contacts were deleted' }));
        },
      },
    );

  return (
    <>
      {count > 0 && (
        <Paper className={classes.bar} role="region" aria-label={t`Selected contacts`}>
          <Text size="sm" fw={500} role="status">
            <Plural value={count} one="# selected" other="# selected" />
          </Text>
          <Group gap={6}>
            <Regroup
              kind="list"
              label={t`Lists`}
              icon={<IconList size={15} />}
              groups={lists.data}
              busy={run.isPending}
              onChange={regroup}
            />
            <Regroup
              kind="tag"
              label={t`Tags`}
              icon={<IconTag size={15} />}
              groups={tags.data}
              busy={run.isPending}
              onChange={regroup}
            />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTrash size={15} />}
              onClick={() => setAsking(true)}
            >
              <Trans>Delete</Trans>
            </Button>
          </Group>
          <CloseButton aria-label={t`Clear the selection`} onClick={onDone} />
        </Paper>
      )}
      <ConfirmDialog
        opened={asking}
        title={t`Delete the selected contacts?`}
        yes={t`Yes, delete`}
        busy={run.isPending}
        {...(count > MANY ? { typed: String(count) } : {})}
        onYes={remove}
        onNo={() => setAsking(false)}
      >
        <Text size="sm">
          <Plural
            value={count}
            one="# contact will be deleted. This cannot be undone. Messages already made stay in the outbox."
            other="# contacts will be deleted. This cannot be undone. Messages already made stay in the outbox."
          />
        </Text>
      </ConfirmDialog>
    </>
  );
}

function belongs(contact: Contact, kind: Kind, group: string): boolean {
  return (kind === 'list' ? contact.lists : contact.tags).some(({ id }) => id === group);
}

/** The API takes a thousand at once. */
async function inChunks({ ids, ...change }: Change): Promise<number> {
  let changed = 0;
  for (let from = 0; from < ids.length; from += MANY) {
    changed += (await changeContacts({ ...change, ids: ids.slice(from, from + MANY) })).changed;
  }
  return changed;
}

type RegroupProps = {
  kind: Kind;
  label: string;
  icon: ReactNode;
  groups: readonly ContactGroup[] | undefined;
  busy: boolean;
  onChange: (kind: Kind, add: boolean, group: ContactGroup) => void;
};

function Regroup({ kind, label, icon, groups = [], busy, onChange }: RegroupProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [id, setId] = useState<string | null>(null);
  const chosen = groups.find((group) => group.id === id);
  const act = (add: boolean) => {
    if (!chosen) return;
    setOpened(false);
    onChange(kind, add, chosen);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="top" trapFocus withinPortal shadow="md">
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={icon} onClick={() => setOpened(!opened)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Select
          w={240}
          label={kind === 'list' ? t`List` : t`Tag`}
          placeholder={t`Choose`}
          searchable
          comboboxProps={{ withinPortal: false }}
          nothingFoundMessage={t`Nothing found`}
          data={groups.map((group) => ({ value: group.id, label: group.name }))}
          value={id}
          onChange={setId}
        />
        <Group grow mt="sm" gap="xs">
          <Button size="xs" disabled={!chosen} loading={busy} onClick={() => act(true)}>
            <Trans>Add</Trans>
          </Button>
          <Button size="xs" variant="default" disabled={!chosen} loading={busy} onClick={() => act(false)}>
            <Trans>Remove</Trans>
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
