import type { Messages } from '@lingui/core';

const parts = import.meta.glob<Messages>(['./en.po', '../../features/*/locales/en.po'], {
  eager: true,
  import: 'messages',
});

/** Every text of the language, of the house and of all features, in one chunk. */
export const messages: Messages = Object.assign({}, ...Object.values(parts));
