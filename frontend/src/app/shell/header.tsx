import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { KeyHint } from '@/shared/keys/key-hint';
import { keys } from '@/shared/keys/dispatcher';
import { useMe } from '@/shared/session/me';
import { LogoMark } from '@/shared/ui/logo';
import { LanguageMenu } from './language-menu';
import { LiveIndicator } from './live-indicator';
import { ThemeMenu } from './theme-menu';
import { UserMenu } from './user-menu';
import classes from './header.module.css';

export function Header() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <header className={classes.header}>
      <span className={classes.mark}>
        <LogoMark />
      </span>
      <span className={classes.workspace} title={t`Workspace`}>
        {me?.workspace.name}
      </span>
      <UnstyledButton
        className={classes.search}
        aria-keyshortcuts="Control+K"
        onClick={() => keys.run('palette')}
      >
        <IconSearch size={15} aria-hidden />
        <span className={classes.searchText}>{t`Search or run a command`}</span>
        <KeyHint command="palette" />
      </UnstyledButton>
      <div className={classes.tools}>
        <LiveIndicator />
        <LanguageMenu />
        <ThemeMenu />
        <Tooltip label={t`Help and keyboard shortcuts`}>
          <ActionIcon
            className={classes.help}
            aria-label={t`Help and keyboard shortcuts`}
            onClick={() => keys.run('help')}
          >
            <IconHelp size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <UserMenu />
      </div>
    </header>
  );
}
