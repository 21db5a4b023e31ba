import { ActionIcon, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { KeyHint } from '@/shared/keys/key-hint';
import { LogoMark, Wordmark } from '@/shared/ui/logo';
import { useNav } from './nav';
import { UnreadBadge } from './unread-badge';
import classes from './rail.module.css';

type Props = { collapsed: boolean; onToggle: () => void };

export function Rail({ collapsed, onToggle }: Props) {
  const { t, i18n } = useLingui();
  const nav = useNav();
  const toggleLabel = collapsed ? t`Expand the navigation` : t`Collapse the navigation`;
  return (
    <nav className={classes.rail} aria-label={t`Main navigation`} data-collapsed={collapsed || undefined}>
      <Link to="/" className={classes.logo} aria-label={t`Kurir, to Home`}>
        {collapsed ? <LogoMark /> : <Wordmark />}
      </Link>
      <ul className={classes.list}>
        {nav.map(({ to, label, icon: Icon, command }) => (
          <li key={to}>
            <Tooltip label={i18n._(label)} position="right" disabled={!collapsed}>
              <Link
                to={to}
                className={classes.entry}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
                {...(collapsed ? { 'aria-label': i18n._(label) } : {})}
              >
                <Icon size={18} stroke={1.7} aria-hidden />
                {!collapsed && <span className={classes.label}>{i18n._(label)}</span>}
                {!collapsed && (
                  <span className={classes.hint}>
                    <KeyHint command={command} />
                  </span>
                )}
                {to === '/inbox' && <UnreadBadge />}
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      <Tooltip label={toggleLabel} position="right">
        <ActionIcon
          className={classes.toggle}
          aria-label={toggleLabel}
          aria-expanded={!collapsed}
          onClick={onToggle}
        >
          {collapsed ? (
            <IconLayoutSidebarLeftExpand size={18} />
          ) : (
            <IconLayoutSidebarLeftCollapse size={18} />
          )}
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}
