import { i18n, type Messages } from '@lingui/core';
import { remembered } from '@/shared/browser';
import type { Language } from '@/shared/language';

type Load = () => Promise<{ messages: Messages }>;

const catalogs: Record<Language, { first: Load; more: Load }> = {
  id: { first: () => import('./locales/id'), more: () => import('./locales/id-more') },
  en: { first: () => import('./locales/en'), more: () => import('./locales/en-more') },
};

let more: Promise<void> = Promise.resolve();
let spoken: Language | undefined;

export function isLanguage(value: unknown): value is Language {
  return value === 'id' || value === 'en';
}

/** The language chosen on this browser, or else Indonesian, unless the browser asks for English first. */
export function preferredLanguage(): Language {
  const stored = remembered.get('language');
  if (isLanguage(stored)) return stored;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'id';
}

/** Speaks the language; on a change of it only when all of its texts are there. */
export async function activate(language: Language): Promise<void> {
  const isChange = i18n.locale !== '';
  const { messages } = await catalogs[language].first();
  more = loadMore(language);
  if (isChange) await more;
  i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
  remembered.set('language', language);
}

async function loadMore(language: Language): Promise<void> {
  spoken = language;
  i18n.load(language, (await catalogs[language].more()).messages);
}

/** Everything but the first screens waits for this; what could not be fetched is fetched again. */
export function allTexts(): Promise<void> {
  return more.catch(() => {
    if (spoken === undefined) return;
    more = loadMore(spoken);
    return more;
  });
}

export { i18n };
