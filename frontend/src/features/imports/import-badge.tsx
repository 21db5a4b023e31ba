import { useLingui } from '@lingui/react/macro';
import { IconAlertOctagon, IconCheck, IconLoader2 } from '@tabler/icons-react';
import type { ImportState } from '@/api/generated/model';
import { ToneBadge } from '@/shared/ui/state-badge';

export function ImportBadge({ state }: { state: ImportState }) {
  const { t } = useLingui();
  switch (state) {
    case 'running':
      return <ToneBadge tone="blue" icon={IconLoader2}>{t`Running`}</ToneBadge>;
    case 'done':
      return <ToneBadge tone="green" icon={IconCheck}>{t`Done`}</ToneBadge>;
    case 'failed':
      return <ToneBadge tone="red" icon={IconAlertOctagon}>{t`Stopped`}</ToneBadge>;
  }
}
