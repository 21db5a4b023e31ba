import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ConversationCategory, EntryMail } from '@/api/generated/model';
import type { Tone } from '@/shared/ui/state-badge';
import type { Tab } from './search';

export const TAB_LABELS: Record<Tab, MessageDescriptor> = {
  new: msg`New`,
  mine: msg`Mine`,
  mentions: msg`Mentions`,
  progress: msg`In progress`,
  snoozed: msg`Snoozed`,
  done: msg`Done`,
  all: msg`All`,
  archive: msg`Archive`,
};

export const CATEGORY_LOOKS: Record<ConversationCategory, { tone: Tone; label: MessageDescriptor }> = {
  interested: { tone: 'green', label: msg`Interested` },
  question: { tone: 'blue', label: msg`Question` },
  not_now: { tone: 'grey', label: msg`Not now` },
  out_of_office: { tone: 'amber', label: msg`Out of office` },
  unsubscribe: { tone: 'grey', label: msg`Unsubscribe` },
  bounce: { tone: 'red', label: msg`Bounce` },
};

/** What a mail is, where it is not simply what a person wrote. */
export const KIND_LOOKS: Partial<Record<EntryMail['kind'], { tone: Tone; label: MessageDescriptor }>> = {
  auto_reply: { tone: 'amber', label: msg`Automatic reply` },
  bounce: { tone: 'red', label: msg`Could not be delivered` },
  delayed: { tone: 'amber', label: msg`Delivery is delayed` },
  complaint: { tone: 'red', label: msg`Reported as spam` },
  unsubscribe: { tone: 'grey', label: msg`Wants no more mail` },
};
