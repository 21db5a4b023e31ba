import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';

const CLASSES: Record<string, MessageDescriptor> = {
  hard_bounce: msg`The address does not exist. It is not mailed again.`,
  mailbox_full: msg`The mailbox is full.`,
  soft: msg`The server takes it later, as greylisting does.`,
  auth_failed: msg`The server refused the login.`,
  auth_busy: msg`The server wants fewer logins.`,
  throttled: msg`The server wants fewer messages in this time.`,
  quota: msg`The quota of the account is used up.`,
  connection: msg`The connection failed.`,
  policy: msg`The server's policy refuses this message.`,
  content: msg`The server does not take a message like this: its size or its content has to change.`,
  protocol: msg`The server did not understand Kurir: a fault of the program, not of the address.`,
  assumed_by_policy: msg`The policy of the campaign decided.`,
  sent_again_by_policy: msg`The policy of the campaign decided.`,
  found_sent: msg`A copy lies in the Sent folder.`,
  found_bounce: msg`It came back, so the server had taken it.`,
  found_reply: msg`The recipient has answered.`,
  not_sent_again: msg`The second copy was cancelled before it left.`,
  unknown: msg`The reply has no known meaning.`,
};

/** What the class of a reply means for a person. A class without words is shown as it is. */
export function useReplyClass(): (reason: string) => string {
  const { i18n } = useLingui();
  return (reason) => (CLASSES[reason] ? i18n._(CLASSES[reason]) : reason.replaceAll('_', ' '));
}
