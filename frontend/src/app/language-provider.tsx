import { useQueryClient } from '@tanstack/react-query';
import { useLingui } from '@lingui/react';
import { useMemo, type ReactNode } from 'react';
import { updateMe } from '@/api/generated/session/session';
import { LanguageContext, type Language } from '@/shared/language';
import { meQuery } from '@/shared/session/me';
import { activate, isLanguage } from './i18n';

/** Switches the screens at once; for somebody who is logged in the choice is kept on the server too. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const value = useMemo(
    () => ({
      language: isLanguage(i18n.locale) ? i18n.locale : ('id' as const),
      choose: async (language: Language) => {
        await activate(language);
        if (client.getQueryData(meQuery.queryKey) === undefined) return;
        client.setQueryData(meQuery.queryKey, await updateMe({ language }));
      },
    }),
    [i18n.locale, client],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}
