import { Button, Popover, TagsInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversation } from '@/api/generated/model';
import { useCommand } from '@/shared/keys/use-command';
import { tagsQuery, useChange } from './queries';
import { useRefusalText } from '@/shared/form/refusal-text';
import { LONGEST_TAG, MOST_TAGS, tagChange } from './tags';

/** What the conversation is called: type to find a tag or to make one, Enter gives it, Backspace takes the last. */
export function TagEditor({ conversation: { id, tags } }: { conversation: Conversation }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const known = useQuery({ ...tagsQuery, enabled: opened }).data ?? [];
  const mutation = useChange({ handlesProblem: true });
  const refusal = useRefusalText();
  useCommand('conversation.tag', () => setOpened(true));
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={300}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTag size={15} />}
          onClick={() => setOpened((before) => !before)}
        >
          <Trans>Tags</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TagsInput
          data-autofocus
          label={t`Tags of this conversation`}
          description={t`Type to find a tag or to make a new one.`}
          data={known.map(({ name }) => name)}
          value={[...tags]}
          maxTags={MOST_TAGS}
          maxLength={LONGEST_TAG}
          comboboxProps={{ withinPortal: false }}
          onChange={(now) => mutation.mutate({ id, change: tagChange(tags, now) })}
          error={refusal(mutation.error)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
