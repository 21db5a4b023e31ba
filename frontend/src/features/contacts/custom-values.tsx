import { ActionIcon, Autocomplete, Button, Group, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconPlus, IconX } from '@tabler/icons-react';
import classes from './contact-form.module.css';
import { customValue, type ContactValues } from './contact-values';
import { fieldsQuery } from './queries';

const EXAMPLE = '{{data.city}}';

/** Own values by name, as templates use them: `{{data.city}}`. */
export function CustomValues({ form }: { form: UseFormReturnType<ContactValues> }) {
  const { t } = useLingui();
  const fields = useQuery(fieldsQuery);
  const names =
    fields.data?.filter(({ kind }) => kind === 'data').map(({ name }) => name.replace(/^data\./, '')) ?? [];
  const rows = form.values.data;
  return (
    <fieldset className={classes.values}>
      <legend className={classes.legend}>
        <Trans>Custom values</Trans>
      </legend>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          <Trans>For example “city”. In a template it is written {EXAMPLE}.</Trans>
        </Text>
      )}
      {rows.map((row, index) => {
        const name = row.name === '' ? t`value ${index + 1}` : row.name;
        return (
          <Group key={row.key} gap="xs" mb="xs" align="flex-start" wrap="nowrap">
            <Autocomplete
              flex={2}
              aria-label={t`Name of value ${index + 1}`}
              placeholder={t`Name`}
              maxLength={100}
              data={names.filter((each) => !rows.some((other) => other.name === each))}
              {...form.getInputProps(`data.${index}.name`)}
            />
            <TextInput
              flex={3}
              aria-label={t`Value of ${name}`}
              placeholder={t`Value`}
              maxLength={2000}
              {...form.getInputProps(`data.${index}.value`)}
            />
            <ActionIcon
              mt={3}
              aria-label={t`Remove ${name}`}
              onClick={() => form.removeListItem('data', index)}
            >
              <IconX size={15} />
            </ActionIcon>
          </Group>
        );
      })}
      {form.errors.data && (
        <Text size="sm" c="var(--k-red)" role="alert">
          {form.errors.data}
        </Text>
      )}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => form.insertListItem('data', customValue())}
      >
        <Trans>Add a value</Trans>
      </Button>
    </fieldset>
  );
}
