import { createContext, use } from 'react';

export type Language = 'id' | 'en';

export const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: 'id', label: 'Bahasa Indonesia' },
  { value: 'en', label: 'English' },
];

export type LanguageChoice = { language: Language; choose: (language: Language) => Promise<void> };

export const LanguageContext = createContext<LanguageChoice>({
  language: 'id',
  choose: () => Promise.resolve(),
});

/** The language of the screens and how to change it at once. */
export function useLanguage(): LanguageChoice {
  return use(LanguageContext);
}
