import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { UncertainPolicy } from '@/api/generated/model';

/** What becomes of uncertain messages when nobody decides, in one sentence. */
export function usePolicyText(): (policy: UncertainPolicy) => string {
  const { t } = useLingui();
  return ({ action, afterMinutes }) => {
    const hours = Math.round((afterMinutes ?? 60) / 60);
    switch (action) {
      case 'ask':
        return t`They wait for your decision.`;
      case 'assume':
        return plural(hours, {
          one: 'If nobody decides, they count as sent after # hour.',
          other: 'If nobody decides, they count as sent after # hours.',
        });
      case 'send_again':
        return plural(hours, {
          one: 'If nobody decides, they are sent again after # hour.',
          other: 'If nobody decides, they are sent again after # hours.',
        });
    }
  };
}
