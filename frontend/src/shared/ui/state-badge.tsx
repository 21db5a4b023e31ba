import { useLingui } from '@lingui/react';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import {
  IconAlertOctagon,
  IconArchive,
  IconBan,
  IconCalendarTime,
  IconCheck,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconHourglass,
  IconLoader2,
  IconPencil,
  IconPlayerPause,
  IconSend,
  IconStack2,
  type Icon,
} from '@tabler/icons-react';
import type { CampaignState, MessageState } from '@/api/generated/model';
import classes from './state-badge.module.css';

export type Tone = 'green' | 'blue' | 'amber' | 'red' | 'violet' | 'grey';
type Look = { tone: Tone; icon: Icon; label: MessageDescriptor };

export const MESSAGE_LOOKS: Record<MessageState, Look> = {
  queued: { tone: 'grey', icon: IconClock, label: msg`Queued` },
  sending: { tone: 'blue', icon: IconSend, label: msg`Sending` },
  deferred: { tone: 'amber', icon: IconHourglass, label: msg`Deferred` },
  accepted: { tone: 'green', icon: IconCheck, label: msg`Sent` },
  rejected: { tone: 'red', icon: IconCircleX, label: msg`Rejected` },
  uncertain: { tone: 'violet', icon: IconHelpCircle, label: msg`Uncertain` },
  suppressed: { tone: 'grey', icon: IconBan, label: msg`Suppressed` },
  cancelled: { tone: 'grey', icon: IconBan, label: msg`Cancelled` },
  expired: { tone: 'red', icon: IconArchive, label: msg`Expired` },
  failed: { tone: 'red', icon: IconAlertOctagon, label: msg`Failed` },
};

export function isMessageState(value: unknown): value is MessageState {
  return typeof value === 'string' && Object.hasOwn(MESSAGE_LOOKS, value);
}

export const CAMPAIGN_LOOKS: Record<CampaignState, Look> = {
  draft: { tone: 'grey', icon: IconPencil, label: msg`Draft` },
  generating: { tone: 'blue', icon: IconLoader2, label: msg`Generating` },
  generated: { tone: 'blue', icon: IconStack2, label: msg`Generated` },
  scheduled: { tone: 'violet', icon: IconCalendarTime, label: msg`Scheduled` },
  processing: { tone: 'blue', icon: IconSend, label: msg`Processing` },
  paused: { tone: 'amber', icon: IconPlayerPause, label: msg`Paused` },
  cancelled: { tone: 'grey', icon: IconBan, label: msg`Cancelled` },
  done: { tone: 'green', icon: IconCheck, label: msg`Done` },
};

/** A state as a word with its icon; the colour only repeats what the word says. */
export function ToneBadge({ tone, icon: Icon, children }: { tone: Tone; icon?: Icon; children: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {Icon && <Icon size={13} stroke={2} aria-hidden />}
      {children}
    </span>
  );
}

function LookBadge({ look }: { look: Look }) {
  const { i18n } = useLingui();
  return (
    <ToneBadge tone={look.tone} icon={look.icon}>
      {i18n._(look.label)}
    </ToneBadge>
  );
}

const ASSUMED: Look = { tone: 'violet', icon: IconCheck, label: msg`Assumed sent` };
const PROVEN: Look = { tone: 'green', icon: IconCheck, label: msg`Sent, by evidence` };

type Standing = { state: MessageState; basis?: string | null; replyCode?: number | null };

/** Sent is said without a doubt only where the server's reply was read: without one there is no code. */
function lookOf({ state, basis, replyCode }: Standing): Look {
  if (state !== 'accepted' || (basis === undefined && replyCode !== null)) return MESSAGE_LOOKS[state];
  if (basis === 'evidence') return PROVEN;
  return replyCode === null ? ASSUMED : MESSAGE_LOOKS.accepted;
}

export function MessageStateBadge(standing: Standing) {
  return <LookBadge look={lookOf(standing)} />;
}

export function CampaignStateBadge({ state }: { state: CampaignState }) {
  return <LookBadge look={CAMPAIGN_LOOKS[state]} />;
}
