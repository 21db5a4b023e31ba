import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  isRedirect,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Problem } from '@/api/problem';
import { accountsSearch } from '@/features/accounts/search';
import { setupQuery } from '@/features/auth/queries';
import { campaignSearch, campaignsSearch } from '@/features/campaigns/search';
import { contactsSearch } from '@/features/contacts/search';
import { importSearch } from '@/features/imports/search';
import { inboxSearch } from '@/features/inbox/search';
import { logsSearch } from '@/features/logs/search';
import { outboxSearch } from '@/features/outbox/search';
import { suppressionsSearch } from '@/features/suppressions/search';
import { isForAgents, meQuery } from '@/shared/session/me';
import { activate, allTexts, i18n } from './i18n';
import { RouteError } from './shell/route-error';
import { NotFound } from './shell/not-found';
import { PagePending } from './shell/page-pending';
import { Shell } from './shell/shell';

type Context = { client: QueryClient };

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
});

/** A path of our own to return to after the login; anything that could lead elsewhere is dropped. */
export function safeReturn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/login')
    ? value
    : undefined;
}

/** A screen that comes with its code, when its texts are there too. */
function page<T extends Record<string, unknown>, K extends keyof T & string>(
  load: () => Promise<T>,
  name: K,
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), allTexts()]);
    return module;
  }, name);
}

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (raw): { token?: string } => (typeof raw.token === 'string' ? { token: raw.token } : {}),
  component: lazyRouteComponent(() => import('./routes/setup'), 'SetupRoute'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  validateSearch: (raw): { token?: string } => (typeof raw.token === 'string' ? { token: raw.token } : {}),
  component: lazyRouteComponent(() => import('./routes/join'), 'JoinRoute'),
});

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (raw): { return?: string } => {
    const path = safeReturn(raw.return);
    return path === undefined ? {} : { return: path };
  },
  component: lazyRouteComponent(() => import('./routes/login'), 'LoginRoute'),
});

/** Everything behind the login. Who is not logged in goes to the login, or to set-up on a new installation. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  errorComponent: RouteError,
  pendingComponent: () => null,
  beforeLoad: async ({ context: { client }, location }) => {
    try {
      const me = await client.ensureQueryData({ ...meQuery, meta: { anonymous: true } });
      if (me.user.language !== i18n.locale) await activate(me.user.language);
      if (me.user.role === 'agent' && !isForAgents(location.pathname)) throw redirect({ to: '/inbox' });
    } catch (error) {
      if (isRedirect(error)) throw error;
      if (Problem.of(error).status !== 401) throw error;
      const { needed } = await client.fetchQuery(setupQuery);
      if (needed) throw redirect({ to: '/setup' });
      throw redirect({ to: '/login', search: location.href === '/' ? {} : { return: location.href } });
    }
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/home'), 'HomeRoute'),
});
const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: page(() => import('./routes/accounts'), 'AccountsRoute'),
});
const account = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/$accountId',
  component: page(() => import('./routes/account'), 'AccountRoute'),
});
const outbox = createRoute({
  getParentRoute: () => shell,
  path: '/outbox',
  validateSearch: outboxSearch,
  component: page(() => import('./routes/outbox'), 'OutboxRoute'),
});
const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: page(() => import('./routes/inbox'), 'InboxRoute'),
});
const campaigns = createRoute({
  getParentRoute: () => shell,
  path: '/campaigns',
  validateSearch: campaignsSearch,
  component: page(() => import('./routes/campaigns'), 'CampaignsRoute'),
});
const campaign = createRoute({
  getParentRoute: () => shell,
  path: '/campaigns/$campaignId',
  validateSearch: campaignSearch,
  component: page(() => import('./routes/campaign'), 'CampaignRoute'),
});
const contacts = createRoute({
  getParentRoute: () => shell,
  path: '/contacts',
  validateSearch: contactsSearch,
  component: page(() => import('./routes/contacts'), 'ContactsRoute'),
});
const groups = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/groups',
  component: page(() => import('./routes/groups'), 'GroupsRoute'),
});
const suppressions = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/suppressions',
  validateSearch: suppressionsSearch,
  component: page(() => import('./routes/suppressions'), 'SuppressionsRoute'),
});
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/import',
  validateSearch: importSearch,
  component: page(() => import('./routes/import'), 'ImportRoute'),
});
const logs = createRoute({
  getParentRoute: () => shell,
  path: '/logs',
  validateSearch: logsSearch,
  component: page(() => import('./routes/logs'), 'LogsRoute'),
});
const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: page(() => import('./routes/settings'), 'SettingsRoute'),
});

const quickReplies = createRoute({
  getParentRoute: () => shell,
  path: '/settings/quick-replies',
  component: page(() => import('./routes/quick-replies'), 'QuickRepliesRoute'),
});

const tree = root.addChildren([
  setup,
  join,
  login,
  shell.addChildren([
    home,
    accounts,
    account,
    outbox,
    inbox,
    campaigns,
    campaign,
    contacts,
    groups,
    suppressions,
    imports,
    logs,
    settings,
    quickReplies,
  ]),
]);

export function createAppRouter(client: QueryClient) {
  const router = createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultErrorComponent: RouteError,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 150,
    scrollRestoration: true,
  });
  // From the first change of the route on, page headings take the focus.
  router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
    if (pathChanged && fromLocation) document.documentElement.dataset.navigated = 'true';
  });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
