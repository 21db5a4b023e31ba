import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import {
  IconAddressBook,
  IconAt,
  IconHome,
  IconInbox,
  IconListDetails,
  IconOutbound,
  IconSettings,
  IconSpeakerphone,
  type Icon,
} from '@tabler/icons-react';
import type { CommandId } from '@/shared/keys/registry';
import { isForAgents, useMayManage } from '@/shared/session/me';

export type NavEntry = {
  to: '/' | '/accounts' | '/outbox' | '/inbox' | '/campaigns' | '/contacts' | '/logs' | '/settings';
  label: MessageDescriptor;
  icon: Icon;
  command: CommandId;
  /** Has a place in the bottom bar of phones; the others are under "More". */
  phone: boolean;
};

/** The same order everywhere. */
export const NAV: readonly NavEntry[] = [
  { to: '/', label: msg`Home`, icon: IconHome, command: 'go.home', phone: true },
  { to: '/accounts', label: msg`Accounts`, icon: IconAt, command: 'go.accounts', phone: false },
  { to: '/outbox', label: msg`Outbox`, icon: IconOutbound, command: 'go.outbox', phone: true },
  { to: '/inbox', label: msg`Inbox`, icon: IconInbox, command: 'go.inbox', phone: true },
  { to: '/campaigns', label: msg`Campaigns`, icon: IconSpeakerphone, command: 'go.campaigns', phone: true },
  { to: '/contacts', label: msg`Contacts`, icon: IconAddressBook, command: 'go.contacts', phone: false },
  { to: '/logs', label: msg`Logs`, icon: IconListDetails, command: 'go.logs', phone: false },
  { to: '/settings', label: msg`Settings`, icon: IconSettings, command: 'go.settings', phone: false },
];

/** The places of whoever looks. */
export function useNav(): readonly NavEntry[] {
  return useMayManage() ? NAV : NAV.filter(({ to }) => isForAgents(to));
}
