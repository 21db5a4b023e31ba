import { ActionIcon, Menu } from '@mantine/core';
import type { ReactNode } from 'react';

/** The menu at the end of a row. */
export function RowMenu({ label, icon, children }: { label: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Menu withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={label}>{icon}</ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
