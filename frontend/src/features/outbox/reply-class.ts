import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';

const CLASSES: Record<string, MessageDescriptor> = {
  hard_bounce: msg`The address does not exist. It is not mailed again.`,
  mailbox_full: msg`The mailbox is full.`,
  greylisted: msg`Greylisting: the server takes it when we come again.`,
  throttled: msg`The server wants fewer messages in this time.`,
  policy: msg`The server's policy refuses this message.`,
  spam: msg`The server takes it for spam.`,
  auth_failed: msg`The server refused the login.`,
  quota: msg`The quota of the account is used up.`,
  connection: msg`The connection failed.`,
  timeout: msg`The server did not answer in time.`,
  tls: msg`The connection could not be secured.`,
  too_large: msg`The message is too large for this server.`,
};

/** What the class of a reply means for a person. A class without words is shown as it is. */
export function useReplyClass(): (reason: string) => string {
  const { i18n } = useLingui();
  return (reason) => (CLASSES[reason] ? i18n._(CLASSES[reason]) : reason.replaceAll('_', ' '));
}
