import { Drawer } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { PersonInfo } from './person-info';

type Props = { id: string; onClose: () => void };

/** The third pane on screens that have no room for it. */
export function InfoDrawer({ id, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t`About this person`}
      size="sm"
      padding={0}
      styles={{ header: { padding: '12px 16px' } }}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <PersonInfo id={id} />
    </Drawer>
  );
}
