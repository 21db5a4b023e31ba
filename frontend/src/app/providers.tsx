import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { cssVariables, theme } from '@/shared/theme/theme';
import { createClient } from './client';
import { i18n } from './i18n';
import { LanguageProvider } from './language-provider';
import { createAppRouter } from './router';

const colorScheme = localStorageColorSchemeManager({ key: 'kurir-color-scheme' });

/** Everything that surrounds the screens. */
export function Providers() {
  const [{ client, router }] = useState(createApp);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
    >
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <LanguageProvider>
            <RouterProvider router={router} />
            <Notifications position="bottom-right" limit={4} />
          </LanguageProvider>
        </QueryClientProvider>
      </I18nProvider>
    </MantineProvider>
  );
}

function createApp() {
  const client = createClient(
    () => void router.navigate({ to: '/login', search: { return: currentPath() } }),
  );
  const router = createAppRouter(client);
  const currentPath = () => {
    const { pathname, href, search } = router.state.location;
    return pathname === '/login' ? (search as { return?: string }).return : href;
  };
  return { client, router };
}
