import { Trans } from '@lingui/react/macro';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { remembered } from '@/shared/browser';
import { Banners } from './banners';
import { BottomBar } from './bottom-bar';
import { Header } from './header';
import { Overlays } from './overlays';
import { Rail } from './rail';
import { useLive } from './use-live';
import classes from './shell.module.css';

/** The house around every page: rail, header, the page itself, and a bar at the bottom on phones. */
export function Shell() {
  useLive();
  const [collapsed, setCollapsed] = useState(() => remembered.get('rail') === 'collapsed');
  const toggle = () => {
    remembered.set('rail', collapsed ? 'open' : 'collapsed');
    setCollapsed(!collapsed);
  };
  return (
    <div className={classes.shell} data-collapsed={collapsed || undefined}>
      <a href="#main" className={classes.skip}>
        <Trans>Skip to the content</Trans>
      </a>
      <Rail collapsed={collapsed} onToggle={toggle} />
      <div className={classes.column}>
        <Header />
        <Banners />
        <main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <Overlays />
    </div>
  );
}
