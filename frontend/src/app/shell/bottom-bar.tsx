import { Menu, UnstyledButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useNav } from './nav';
import { UnreadBadge } from './unread-badge';
import classes from './bottom-bar.module.css';

const PLACES = 5;

/** The navigation of phones: four places and the rest under "More". */
export function BottomBar() {
  const { t, i18n } = useLingui();
  const nav = useNav();
  const shown = nav.length <= PLACES ? nav : nav.filter(({ phone }) => phone);
  const more = nav.filter((entry) => !shown.includes(entry));
  return (
    <nav className={classes.bar} aria-label={t`Main navigation`}>
      {shown.map(({ to, label, icon: Icon }) => (
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
      {more.length > 0 && (
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
            {more.map(({ to, label, icon: Icon }) => (
              <Menu.Item
                key={to}
                component={Link}
                to={to}
                leftSection={<Icon size={18} stroke={1.7} />}
                h={44}
              >
                {i18n._(label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}
