import { Button, Group, Popover, Select, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconBraces } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { FieldKind } from '@/api/generated/model';
import { fieldsQuery } from './queries';

const KINDS: readonly FieldKind[] = ['contact', 'data', 'account', 'link'];

/** Chooses a variable and what stands there for people who have no value. */
export function VariableMenu({ onInsert }: { onInsert: (variable: string) => void }) {
  const { t } = useLingui();
  const fields = useQuery(fieldsQuery);
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const [fallback, setFallback] = useState('');
  const words: Record<FieldKind, string> = {
    contact: t`Contact`,
    data: t`Custom values`,
    account: t`Account`,
    link: t`Links`,
  };
  const chosen = fields.data?.find((field) => field.name === name);
  const takesFallback = chosen?.kind === 'contact' || chosen?.kind === 'data';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!chosen) return;
    const value = fallback.replaceAll(/[{}|\r\n]/g, '').trim();
    setOpened(false);
    setFallback('');
    onInsert(takesFallback && value !== '' ? `{{${chosen.name}|${value}}}` : `{{${chosen.name}}}`);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBraces size={15} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          <Trans>Insert a variable</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Select
            w={260}
            label={t`Variable`}
            placeholder={t`Choose`}
            searchable
            data-autofocus
            comboboxProps={{ withinPortal: false }}
            nothingFoundMessage={t`Nothing found`}
            data={KINDS.map((kind) => ({
              group: words[kind],
              items: fields.data?.filter((field) => field.kind === kind).map((field) => field.name) ?? [],
            })).filter(({ items }) => items.length > 0)}
            value={name}
            onChange={setName}
          />
          {takesFallback && (
            <TextInput
              mt="xs"
              label={t`If it is empty, write`}
              maxLength={200}
              value={fallback}
              onChange={(event) => setFallback(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end" mt="sm">
            <Button size="xs" type="submit" disabled={!chosen}>
              <Trans>Insert</Trans>
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
