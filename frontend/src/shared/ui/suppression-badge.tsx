import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { IconBan } from '@tabler/icons-react';
import type { SuppressionReason } from '@/api/generated/model';
import { ToneBadge, type Tone } from './state-badge';

const REASONS: Record<SuppressionReason, { tone: Tone; label: MessageDescriptor }> = {
  unsubscribed: { tone: 'grey', label: msg`Unsubscribed` },
  hard_bounce: { tone: 'red', label: msg`Address bounced` },
  complaint: { tone: 'red', label: msg`Reported as spam` },
  manual: { tone: 'amber', label: msg`Blocked by hand` },
};

/** Why an address is not mailed. A reason that this page does not know yet is shown as it is. */
export function SuppressionBadge({ reason }: { reason: string }) {
  const { i18n } = useLingui();
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason as SuppressionReason] : undefined;
  return (
    <ToneBadge tone={known?.tone ?? 'grey'} icon={IconBan}>
      {known ? i18n._(known.label) : reason}
    </ToneBadge>
  );
}
