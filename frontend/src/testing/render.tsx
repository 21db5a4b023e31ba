import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createQueryClient } from '@/api/query-client';
import { messages as english } from '@/app/locales/en';
import { messages as moreEnglish } from '@/app/locales/en-more';
import { messages as indonesian } from '@/app/locales/id';
import { messages as moreIndonesian } from '@/app/locales/id-more';
import type { Language } from '@/shared/language';
import { theme } from '@/shared/theme/theme';

i18n.load({ en: { ...english, ...moreEnglish }, id: { ...indonesian, ...moreIndonesian } });

type Options = { language?: Language; path?: string };

/** Whether an address belongs to a route; a screen stands only on its own route, as in the program. */
const fits = (route: string, path: string) =>
  new RegExp(`^${route.replaceAll(/\$\w+/g, '[^/]+')}$`).test(path.split('?')[0]!);

/**
 * Renders a screen with everything around it but the shell. Links and search parameters work; other
 * routes are empty; `router` tells where the screen has led.
 */
export async function renderScreen(screen: ReactNode, { language = 'en', path = '/' }: Options = {}) {
  i18n.activate(language);
  const client = createQueryClient({ onUnauthorized: () => {}, onMutationProblem: () => {} });
  client.setDefaultOptions({ queries: { retry: false }, mutations: { retry: false } });
  const root = createRootRoute({ component: Outlet });
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Outlet });
  const paths = [
    '/',
    '/accounts',
    '/accounts/$accountId',
    '/outbox',
    '/inbox',
    '/campaigns',
    '/campaigns/$campaignId',
    '/contacts',
    '/contacts/groups',
    '/contacts/suppressions',
    '/contacts/import',
    '/logs',
    '/settings',
    '/settings/quick-replies',
  ];
  const routes = paths.map((each) =>
    createRoute({
      getParentRoute: () => shell,
      path: each,
      component: () => (fits(each, path) ? screen : null),
    }),
  );
  const router = createRouter({
    routeTree: root.addChildren([shell.addChildren(routes)]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  await router.load();
  const view = render(
    <MantineProvider theme={theme} env="test">
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <main id="main">
            <RouterProvider router={router as never} />
          </main>
          <Notifications />
        </QueryClientProvider>
      </I18nProvider>
    </MantineProvider>,
  );
  return { ...view, client, router, user: userEvent.setup({ delay: null }) };
}
