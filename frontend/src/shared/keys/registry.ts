import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

export type CommandGroup = 'go' | 'page' | 'list' | 'general';

export type Command = {
  id: string;
  /** One key, a sequence ("g o"), or with "mod" for Ctrl/Cmd. Several entries are alternatives. */
  keys: readonly string[];
  group: CommandGroup;
  label: MessageDescriptor;
  /** Where the command leads; commands without it work only where a screen has taken them up. */
  to?: string;
};

/** Every key of the program. The palette, the `?` sheet, tooltips, menus and tests read this list. */
export const COMMANDS = [
  { id: 'go.home', keys: ['g h'], group: 'go', label: msg`Go to Home`, to: '/' },
  { id: 'go.accounts', keys: ['g a'], group: 'go', label: msg`Go to Accounts`, to: '/accounts' },
  { id: 'go.outbox', keys: ['g o'], group: 'go', label: msg`Go to Outbox`, to: '/outbox' },
  { id: 'go.inbox', keys: ['g i'], group: 'go', label: msg`Go to Inbox`, to: '/inbox' },
  { id: 'go.campaigns', keys: ['g c'], group: 'go', label: msg`Go to Campaigns`, to: '/campaigns' },
  { id: 'go.contacts', keys: ['g p'], group: 'go', label: msg`Go to Contacts`, to: '/contacts' },
  { id: 'go.logs', keys: ['g l'], group: 'go', label: msg`Go to Logs`, to: '/logs' },
  { id: 'go.settings', keys: ['g s'], group: 'go', label: msg`Go to Settings`, to: '/settings' },
  { id: 'palette', keys: ['mod+k'], group: 'general', label: msg`Search and commands` },
  { id: 'help', keys: ['?'], group: 'general', label: msg`Show keyboard shortcuts` },
  { id: 'undo', keys: ['z'], group: 'general', label: msg`Undo the last action` },
  { id: 'page.search', keys: ['/'], group: 'page', label: msg`Search in this page` },
  { id: 'page.new', keys: ['n'], group: 'page', label: msg`New` },
  { id: 'page.save', keys: ['mod+s'], group: 'page', label: msg`Save` },
  { id: 'list.next', keys: ['j'], group: 'list', label: msg`Next row` },
  { id: 'list.previous', keys: ['k'], group: 'list', label: msg`Previous row` },
  { id: 'list.select', keys: ['x'], group: 'list', label: msg`Select the row` },
  { id: 'list.delete', keys: ['#'], group: 'list', label: msg`Delete` },
  { id: 'list.back', keys: ['Escape'], group: 'list', label: msg`Back to the list` },
  { id: 'conversation.reply', keys: ['r'], group: 'list', label: msg`Answer the conversation` },
  { id: 'conversation.forward', keys: ['f'], group: 'list', label: msg`Forward the mail` },
  { id: 'conversation.note', keys: ['m'], group: 'list', label: msg`Write a note` },
  { id: 'conversation.done', keys: ['e'], group: 'list', label: msg`Finish the conversation` },
  { id: 'conversation.assign', keys: ['a'], group: 'list', label: msg`Take the conversation over` },
  { id: 'conversation.snooze', keys: ['b'], group: 'list', label: msg`Snooze the conversation` },
  { id: 'conversation.tag', keys: ['l'], group: 'list', label: msg`Tag the conversation` },
  { id: 'conversation.info', keys: ['i'], group: 'list', label: msg`About this person` },
  { id: 'message.urgent', keys: ['u'], group: 'list', label: msg`Mark the message urgent` },
  { id: 'message.retry', keys: ['t'], group: 'list', label: msg`Try the message now` },
  { id: 'worker.toggle', keys: ['w'], group: 'list', label: msg`Switch the worker of the focused account` },
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];

export const GROUP_LABELS: Record<CommandGroup, MessageDescriptor> = {
  go: msg`Go to`,
  page: msg`This page`,
  list: msg`Lists`,
  general: msg`Everywhere`,
};

export function commandOf(id: CommandId): Command {
  const found = COMMANDS.find((command) => command.id === id);
  if (!found) throw new Error(`No command ${id}`);
  return found;
}

/** The key as it is printed on the keyboard of this machine. */
export function keyCaps(keys: string, mac = /Mac|iPhone|iPad/.test(navigator.userAgent)): string[] {
  return keys
    .split(/[ +]/)
    .map((key) => (key === 'mod' ? (mac ? '⌘' : 'Ctrl') : key.length === 1 ? key.toUpperCase() : key));
}
