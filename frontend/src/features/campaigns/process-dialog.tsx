import { Alert, Button, List, Skeleton, Stack, Text } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Campaign } from '@/api/generated/model';
import { usePreflightText } from '@/shared/campaign/preflight-text';
import { useFormats } from '@/shared/format/format';
import { totalOf } from '@/shared/progress/state-groups';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { ErrorState } from '@/shared/ui/error-state';
import { workersQuery } from '@/shared/workers/queries';
import { skippedSum } from './figures';
import { effectQuery } from './queries';
import { workersOf } from './workers-of';
import { useCampaignCommands } from './use-campaign-commands';

type Props = {
  campaign: Campaign;
  /** What is asked about, and nothing newer goes out; undefined while nothing is asked. */
  version: string | undefined;
  onClose: () => void;
};

function getsSentence(people: number, account: string): string {
  return plural(people, {
    one: `# person gets this mail, from ${account}.`,
    other: `# people get this mail, from ${account}.`,
  });
}

/** The last question before mail leaves: to how many, from where, and what stands in the way. */
export function ProcessDialog({ campaign, version, onClose }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const { release } = useCampaignCommands(campaign.id);
  const opened = version !== undefined;
  const draft = campaign.state === 'draft';
  const effect = useQuery({
    ...effectQuery(campaign.id, version ?? campaign.version),
    enabled: opened && draft,
  });
  const people = draft ? effect.data?.audience.recipients : totalOf(campaign.progress.states);
  const blocked = draft && effect.data?.preflight.ok !== true;
  const changed = release.data === 'changed';
  const close = () => {
    release.reset();
    onClose();
  };
  const send = () => {
    if (opened) release.mutate(version, { onSuccess: (answer) => answer !== 'changed' && close() });
  };
  const { name } = campaign;
  const account = formats.list(campaign.accounts.map((each) => each.name)) || '—';
  return (
    <ConfirmDialog
      opened={opened}
      title={t`Process “${name}”?`}
      yes={t`Yes, send`}
      danger={false}
      busy={release.isPending}
      disabled={blocked || changed}
      onYes={send}
      onNo={close}
    >
      <Stack gap="sm">
        {changed && <Changed onShow={close} />}
        {people !== undefined && <Text fw={500}>{getsSentence(people, account)}</Text>}
        {draft && effect.isPending && <Skeleton height={20} />}
        {draft && effect.isError && <ErrorState error={effect.error} onRetry={() => void effect.refetch()} />}
        {draft && effect.data && <Left count={skippedSum(effect.data.audience.skipped)} />}
        {draft && effect.data && !effect.data.preflight.ok && (
          <Blocking checks={effect.data.preflight.checks} />
        )}
        <WorkerNotes campaign={campaign} />
      </Stack>
    </ConfirmDialog>
  );
}

/** The newest was read already and stands behind the dialog: it is to be looked at before it is asked about. */
function Changed({ onShow }: { onShow: () => void }) {
  return (
    <Alert
      color="yellow"
      variant="outline"
      icon={<IconAlertTriangle />}
      role="alert"
      title={<Trans>Somebody else changed this in the meantime</Trans>}
    >
      <Button size="xs" variant="default" onClick={onShow}>
        <Trans>Show the newest version</Trans>
      </Button>
    </Alert>
  );
}

function Left({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      <Plural value={count} one="# person is left out." other="# people are left out." />
    </Text>
  );
}

function Blocking({ checks }: { checks: Parameters<ReturnType<typeof usePreflightText>>[0][] }) {
  const text = usePreflightText();
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<IconAlertTriangle />}
      title={<Trans>Something has to be mended first</Trans>}
    >
      <List size="sm">
        {checks
          .filter(({ result }) => result === 'block')
          .map((check, index) => (
            <List.Item key={index}>{text(check)}</List.Item>
          ))}
      </List>
    </Alert>
  );
}

/** A campaign that is released does not move where a worker is off or its account stopped: better to know it now. */
function WorkerNotes({ campaign }: { campaign: Campaign }) {
  const workers = useQuery(workersQuery);
  return workersOf(campaign, workers.data)
    .filter(({ wanted, stopped }) => wanted === 'OFF' || stopped)
    .map((worker) => (
      <Alert key={worker.accountId} color="yellow" variant="outline" icon={<IconInfoCircle />}>
        {worker.stopped ? (
          <Trans>The account {worker.accountName} is blocked: the messages wait.</Trans>
        ) : (
          <Trans>
            The worker of {worker.accountName} is OFF. The messages will wait until you switch it on.
          </Trans>
        )}
      </Alert>
    ));
}
