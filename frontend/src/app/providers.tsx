import { localStorageColorSchemeManager, MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { I18nProvider } from '@lingui/react';
import { useLingui } from '@lingui/react/macro';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
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
    <I18nProvider i18n={i18n}>
      <Themed>
        <QueryClientProvider client={client}>
          <LanguageProvider>
            <RouterProvider router={router} />
            <Notifications position="bottom-right" limit={4} />
          </LanguageProvider>
        </QueryClientProvider>
      </Themed>
    </I18nProvider>
  );
}

/** The theme, with the words that Mantine's own buttons need in the language of the screen. */
function Themed({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const close = t`Close`;
  const localized = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { CloseButton: { defaultProps: { 'aria-label': close } } },
      }),
    [close],
  );
  return (
    <MantineProvider
      theme={localized}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
    >
      {children}
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
