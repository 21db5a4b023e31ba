import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { toast } from '@/shared/ui/toast';
import { useDeleteSandbox } from './queries';
import classes from './first-steps.module.css';

// Dialogs are not part of the first screen: their code comes with the question.
const ConfirmDialog = lazy(() =>
  import('@/shared/ui/confirm-dialog').then((module) => ({ default: module.ConfirmDialog })),
);

/** One action takes all sample data away again. */
export function RemoveSamples() {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteSandbox();
  const yes = () =>
    remove.mutate(undefined, {
      onSettled: () => setAsking(false),
      onSuccess: () => toast.say(t`The sample data were removed.`),
    });
  return (
    <div className={classes.samples}>
      <Trans>The sandbox account, its contacts and its campaign are samples.</Trans>
      <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
        <Trans>Remove sample data</Trans>
      </Button>
      <Suspense fallback={null}>
        {asking && (
          <ConfirmDialog
            opened
            title={t`Remove the sample data?`}
            yes={t`Yes, remove`}
            busy={remove.isPending}
            onYes={yes}
            onNo={() => setAsking(false)}
          >
            <Trans>
              The sandbox account, the sample contacts and the sample campaign go, with their messages. What
              you added yourself stays.
            </Trans>
          </ConfirmDialog>
        )}
      </Suspense>
    </div>
  );
}
