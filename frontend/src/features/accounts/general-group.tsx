import { ActionIcon, Button, Checkbox, Popover, Select, Textarea, TextInput, Tooltip } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Category } from '@/api/generated/model';
import { Group, type AccountFormState } from './group';
import { useCreateCategory } from './queries';
import classes from './account-form.module.css';

type Props = { form: AccountFormState; categories: readonly Category[]; sandbox: boolean };

export function GeneralGroup({ form, categories, sandbox }: Props) {
  const { t } = useLingui();
  return (
    <Group title={t`General`}>
      {sandbox && (
        <p className={classes.hint}>
          <Trans>This is the sandbox account: what it sends stays on this machine.</Trans>
        </p>
      )}
      <TextInput
        className={classes.wide ?? ''}
        label={t`Name`}
        description={t`How you call it, for example “Promotions”.`}
        withAsterisk
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <div className={classes.category}>
        <Select
          label={t`Category`}
          withAsterisk
          flex={1}
          allowDeselect={false}
          data={categories.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('categoryId')}
        />
        <AddCategory onAdded={(id) => form.setFieldValue('categoryId', id)} />
      </div>
      <Select
        label={t`Channel`}
        withAsterisk
        allowDeselect={false}
        data={[{ value: 'email', label: t`Email` }]}
        value="email"
        readOnly
      />
      <Textarea
        className={classes.wide ?? ''}
        label={t`Signature`}
        description={t`Stands below what you answer from this account.`}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('signature')}
      />
      <Textarea
        className={classes.wide ?? ''}
        label={t`Notes`}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('notes')}
      />
      <Checkbox
        className={classes.wide ?? ''}
        label={t`Active`}
        description={t`Unticked, the account leaves the live views and the pickers, and its connections close.`}
        {...form.getInputProps('active', { type: 'checkbox' })}
      />
    </Group>
  );
}

function AddCategory({ onAdded }: { onAdded: (id: string) => void }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const create = useCreateCategory();
  const add = () =>
    create.mutate(name.trim(), {
      onSuccess: ({ id }) => {
        setOpened(false);
        setName('');
        onAdded(id);
      },
    });
  return (
    <Popover opened={opened} onChange={setOpened} withinPortal trapFocus width={260} position="bottom-end">
      <Popover.Target>
        <Tooltip label={t`Add a category`}>
          <ActionIcon
            size={36}
            variant="default"
            aria-label={t`Add a category`}
            onClick={() => setOpened(!opened)}
          >
            <IconPlus size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t`Name of the new category`}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (name.trim() !== '') add();
          }}
        />
        <Button mt="sm" size="xs" disabled={name.trim() === ''} loading={create.isPending} onClick={add}>
          <Trans>Add</Trans>
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
