import type { Messages } from '@lingui/core';

const parts = import.meta.glob<Messages>(
  [
    '../../features/*/locales/en.po',
    '!../../features/home/locales/en.po',
    '!../../features/auth/locales/en.po',
  ],
  { eager: true, import: 'messages' },
);

/** What all further screens say, in one chunk that follows the first screen. */
export const messages: Messages = Object.assign({}, ...Object.values(parts));
