import { Modal, Table } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { KeyHint } from '@/shared/keys/key-hint';
import { COMMANDS, GROUP_LABELS, type CommandGroup } from '@/shared/keys/registry';
import classes from './shortcut-sheet.module.css';

const GROUPS: readonly CommandGroup[] = ['general', 'go', 'page', 'list'];

/** Every key there is, from the registry that also serves them. */
export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui();
  return (
    <Modal opened={opened} onClose={onClose} title={t`Keyboard shortcuts`} size="lg">
      <div className={classes.groups}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className={classes.title}>{i18n._(GROUP_LABELS[group])}</h3>
            <Table verticalSpacing={5} withRowBorders={false}>
              <Table.Tbody>
                {COMMANDS.filter((command) => command.group === group).map((command) => (
                  <Table.Tr key={command.id}>
                    <Table.Td pl={0}>{i18n._(command.label)}</Table.Td>
                    <Table.Td ta="right" pr={0}>
                      <KeyHint command={command.id} />
                      <span className="k-hidden">{command.keys.join(', ')}</span>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </div>
    </Modal>
  );
}
