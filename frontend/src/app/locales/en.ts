import type { Messages } from '@lingui/core';

const parts = import.meta.glob<Messages>(
  ['./en.po', '../../features/home/locales/en.po', '../../features/auth/locales/en.po'],
  { eager: true, import: 'messages' },
);

/** What the house and the first screens say, in one chunk; the rest is in `en-more`. */
export const messages: Messages = Object.assign({}, ...Object.values(parts));
