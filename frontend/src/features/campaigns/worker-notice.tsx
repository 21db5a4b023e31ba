import { Alert, Button, Group } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconInfoCircle } from '@tabler/icons-react';
import type { Campaign, WorkerStatus } from '@/api/generated/model';
import { useSwitchWorker, workersQuery } from '@/shared/workers/queries';
import { TryAgain } from '@/shared/workers/try-again';
import { workersOf } from './workers-of';

/** Why a campaign that should be sending is not: a worker of its accounts is off or blocked. With the way out. */
export function WorkerNotice({ campaign }: { campaign: Campaign }) {
  const workers = useQuery({ ...workersQuery, enabled: campaign.state === 'processing' });
  if (campaign.state !== 'processing') return null;
  return workersOf(campaign, workers.data).map((worker) => <Notice key={worker.accountId} worker={worker} />);
}

function Notice({ worker }: { worker: WorkerStatus }) {
  const switching = useSwitchWorker();
  if (worker.wanted === 'OFF') {
    return (
      <Alert color="yellow" variant="outline" icon={<IconInfoCircle />} mb="md" role="status">
        <Group justify="space-between" gap="sm">
          <Trans>The worker of {worker.accountName} is OFF: the messages wait.</Trans>
          <Button
            size="xs"
            loading={switching.isPending}
            onClick={() => switching.mutate({ accountId: worker.accountId, wanted: 'ON' })}
          >
            <Trans>Switch it on</Trans>
          </Button>
        </Group>
      </Alert>
    );
  }
  if (worker.state !== 'blocked') return null;
  return (
    <Alert color="red" variant="outline" icon={<IconInfoCircle />} mb="md" role="status">
      <Group justify="space-between" gap="sm">
        <span>
          <Trans>The account {worker.accountName} is blocked: the messages wait.</Trans>
          {worker.detail && <span className="k-mono"> {worker.detail}</span>}
        </span>
        <TryAgain worker={worker} />
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => (
            <Link to="/accounts/$accountId" params={{ accountId: worker.accountId }} {...props} />
          )}
        >
          <Trans>Look at the account</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
