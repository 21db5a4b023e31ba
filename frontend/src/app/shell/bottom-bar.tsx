import { Menu, UnstyledButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { NAV } from './nav';
import { UnreadBadge } from './unread-badge';
import classes from './bottom-bar.module.css';

/** The navigation of phones: four places and the rest under "More". */
export function BottomBar() {
  const { t, i18n } = useLingui();
  return (
    <nav className={classes.bar} aria-label={t`Main navigation`}>
      {NAV.filter(({ phone }) => phone).map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={classes.entry}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon size={21} stroke={1.7} aria-hidden />
          <span>{i18n._(label)}</span>
          {to === '/inbox' && <UnreadBadge />}
        </Link>
      ))}
      <Menu position="top-end">
        <Menu.Target>
          <UnstyledButton className={classes.entry}>
            <IconDots size={21} stroke={1.7} aria-hidden />
            <span>
              <Trans>More</Trans>
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {NAV.filter(({ phone }) => !phone).map(({ to, label, icon: Icon }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={18} stroke={1.7} />} h={44}>
              {i18n._(label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
