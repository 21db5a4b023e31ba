import { Menu, Text, UnstyledButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useLogOut } from '@/features/auth/queries';
import { keys } from '@/shared/keys/dispatcher';
import { useMe } from '@/shared/session/me';
import classes from './user-menu.module.css';

export function UserMenu() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const logOut = useLogOut(() => void navigate({ to: '/login', search: {} }));
  const user = useMe()?.user;
  if (!user) return null;
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton
          className={classes.avatar}
          aria-label={t`Account of ${user.name}`}
          data-initials={initials(user.name)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <Text size="sm" fw={600} truncate>
            {user.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {user.email}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={16} stroke={1.7} />}>
          <Trans>Settings</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.7} />} onClick={() => keys.run('help')}>
          <Trans>Keyboard shortcuts</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} />} onClick={() => logOut.mutate()}>
          <Trans>Log out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
