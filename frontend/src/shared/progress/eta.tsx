import { useLingui } from '@lingui/react/macro';
import { useFormats } from '@/shared/format/format';
import { useNow } from '@/shared/hooks/use-now';

type Props = { etaAt?: string | null | undefined; etaReason?: string | null | undefined; waiting: number };

const DAY = 86_400_000;

/** When the rest will have left, as the server reckons, or why nobody can say. Never a guess of the browser. */
export function Eta({ etaAt, etaReason, waiting }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const now = useNow(10_000);
  if (waiting === 0) return <>{t`Nothing waits`}</>;
  if (etaAt) {
    const far = new Date(etaAt).getTime() - now > DAY / 2;
    const at = far ? formats.dateTime(etaAt) : formats.time(etaAt);
    return <>{etaReason === 'limit' ? t`done about ${at} (limit of the account)` : t`done about ${at}`}</>;
  }
  switch (etaReason) {
    case 'paused':
      return <>{t`paused`}</>;
    case 'worker_off':
      return <>{t`waits: the worker is off`}</>;
    case 'blocked':
      return <>{t`waits: the account is blocked`}</>;
    default:
      return <>{t`no estimate yet`}</>;
  }
}
