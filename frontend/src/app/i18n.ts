import { i18n, type Messages } from '@lingui/core';
import { remembered } from '@/shared/browser';
import type { Language } from '@/shared/language';

const catalogs: Record<Language, () => Promise<{ messages: Messages }>> = {
  id: () => import('./locales/id'),
  en: () => import('./locales/en'),
};

export function isLanguage(value: unknown): value is Language {
  return value === 'id' || value === 'en';
}

/** The language chosen on this browser, or else Indonesian, unless the browser asks for English first. */
export function preferredLanguage(): Language {
  const stored = remembered.get('language');
  if (isLanguage(stored)) return stored;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'id';
}

export async function activate(language: Language): Promise<void> {
  const { messages } = await catalogs[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  remembered.set('language', language);
}

export { i18n };
