import type { Messages } from '@lingui/core';

const parts = import.meta.glob<Messages>(
  ['./id.po', '../../features/home/locales/id.po', '../../features/auth/locales/id.po'],
  { eager: true, import: 'messages' },
);

/** What the house and the first screens say, in one chunk; the rest is in `id-more`. */
export const messages: Messages = Object.assign({}, ...Object.values(parts));
