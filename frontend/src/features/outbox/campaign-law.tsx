import { Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconEqual } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getProgress, getGetProgressQueryKey } from '@/api/generated/campaign/campaign';
import { totalOf } from '@/shared/progress/state-groups';
import { Count } from '@/shared/ui/number';

/** audience = Σ states + Σ skipped, on the screen at every moment. */
export function CampaignLaw({ campaign }: { campaign: string }) {
  const { data } = useQuery({
    queryKey: getGetProgressQueryKey(campaign),
    queryFn: ({ signal }) => getProgress(campaign, { signal }),
  });
  if (!data) return null;
  const { suppressed, unsubscribed, duplicate, noAddress } = data.skipped;
  const Icon = data.balanced ? IconEqual : IconAlertTriangle;
  return (
    <Text size="xs" c={data.balanced ? 'dimmed' : 'var(--k-red)'} mt={8}>
      <Icon size={13} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
      <Trans>
        Audience <Count value={data.audience} /> = messages <Count value={totalOf(data.states)} /> + left out{' '}
        <Count value={suppressed + unsubscribed + duplicate + noAddress} />
      </Trans>
    </Text>
  );
}
