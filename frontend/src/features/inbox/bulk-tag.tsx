import { Autocomplete, Button, Popover, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkChange } from './bulk-changes';
import { tagsQuery } from './queries';
import { isTagged, LONGEST_TAG } from './tags';

type Props = { busy: boolean; onChange: (change: BulkChange) => void };

/** The same tag for all that are selected; taking it back leaves it to those that had it before. */
export function BulkTag({ busy, onChange }: Props) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const known = useQuery({ ...tagsQuery, enabled: opened }).data ?? [];
  const tag = typed.trim();
  const give = () => {
    onChange({
      change: { addTags: [tag] },
      back: () => [{ removeTags: [tag] }],
      said: t`Tagged: ${tag}`,
      to: (conversation) => !isTagged(conversation, tag),
    });
    setOpened(false);
    setTyped('');
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={260} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          leftSection={<IconTag size={14} />}
          onClick={() => setOpened((before) => !before)}
        >
          <Trans>Give a tag</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (tag !== '') give();
          }}
        >
          <Stack gap="xs">
            <Autocomplete
              data-autofocus
              label={t`Tag for all of them`}
              data={known.map(({ name }) => name)}
              value={typed}
              onChange={setTyped}
              maxLength={LONGEST_TAG}
              comboboxProps={{ withinPortal: false }}
            />
            <Button size="xs" type="submit" disabled={tag === ''}>
              <Trans>Give the tag</Trans>
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
