import { Button, Group, Popover, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { RichTextEditor } from '@mantine/tiptap';
import { IconLink } from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useState, type FormEvent } from 'react';
import { linkOf } from './links';

/** Makes the marked words a link, or changes where one leads. */
export function LinkControl({ editor }: { editor: Editor }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const active = useEditorState({ editor, selector: (state) => state.editor.isActive('link') });
  const label = t`Link`;

  const open = () => {
    setTyped(String(editor.getAttributes('link').href ?? ''));
    setRefused(false);
    setOpened(true);
  };
  const close = () => {
    setOpened(false);
    editor.commands.focus();
  };
  const set = (event: FormEvent) => {
    event.preventDefault();
    // it lies in the answer's form as far as React is concerned
    event.stopPropagation();
    const href = linkOf(typed);
    setRefused(href === undefined);
    if (href === undefined) return;
    const marks = [{ type: 'link', attrs: { href } }];
    if (active || !editor.state.selection.empty)
      editor.chain().extendMarkRange('link').setLink({ href }).run();
    else editor.commands.insertContent({ type: 'text', text: typed.trim(), marks });
    close();
  };
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetLink().run();
    close();
  };

  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && setOpened(false)}
      returnFocus
      position="bottom-start"
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <RichTextEditor.Control
          aria-label={label}
          title={label}
          active={active}
          onClick={() => (opened ? close() : open())}
        >
          <IconLink size={17} stroke={1.6} />
        </RichTextEditor.Control>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form onSubmit={set} noValidate>
          <TextInput
            data-autofocus
            label={t`Address of the link`}
            placeholder="https://"
            inputMode="url"
            autoComplete="off"
            w={{ base: 250, xs: 320 }}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={refused && t`A web address such as https://example.com, or an email address`}
          />
          <Group justify="flex-end" gap={8} mt={8}>
            {active && (
              <Button size="compact-sm" variant="default" onClick={remove}>
                <Trans>Remove the link</Trans>
              </Button>
            )}
            <Button size="compact-sm" type="submit">
              <Trans>Link it</Trans>
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
