import type { Messages } from '@lingui/core';

const parts = import.meta.glob<Messages>(
  [
    '../../features/*/locales/id.po',
    '!../../features/home/locales/id.po',
    '!../../features/auth/locales/id.po',
  ],
  { eager: true, import: 'messages' },
);

/** What all further screens say, in one chunk that follows the first screen. */
export const messages: Messages = Object.assign({}, ...Object.values(parts));
