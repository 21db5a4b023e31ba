import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/shared/ui/error-state';
import { SuppressionBadge } from '@/shared/ui/suppression-badge';
import { DateTime } from '@/shared/ui/time';
import { suppressionOfQuery } from './person-queries';
import classes from './person-info.module.css';

/** Says that an address is not mailed, why and since when. Of others there is nothing to say. */
export function PersonSuppression({ address }: { address: string }) {
  const suppression = useQuery(suppressionOfQuery(address));
  if (suppression.isError && suppression.data === undefined)
    return <ErrorState error={suppression.error} onRetry={() => void suppression.refetch()} />;
  if (!suppression.data) return null;
  const { reason, note, since } = suppression.data;
  return (
    <div className={classes.suppressed}>
      <SuppressionBadge reason={reason} />
      <span>
        <Trans>
          Not mailed since <DateTime value={since} />
        </Trans>
      </span>
      {note && <span className={classes.note}>{note}</span>}
    </div>
  );
}
