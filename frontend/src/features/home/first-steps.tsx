import { CloseButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { OnboardingStep, OnboardingStepId } from '@/api/generated/model';
import { CardsSkeleton } from '@/shared/ui/skeletons';
import { ErrorState } from '@/shared/ui/error-state';
import { ProgressRing } from './progress-ring';
import { onboardingQuery, useDismissFirstSteps } from './queries';
import { RemoveSamples } from './remove-samples';
import { StepRow } from './step-row';
import classes from './first-steps.module.css';

/** The way to the first delivered campaign. It can be put away, and comes back from the settings. */
export function FirstSteps() {
  const { t } = useLingui();
  const onboarding = useQuery(onboardingQuery);
  const dismiss = useDismissFirstSteps();
  if (onboarding.isPending) return <CardsSkeleton cards={1} height={220} />;
  if (onboarding.isError)
    return <ErrorState error={onboarding.error} onRetry={() => void onboarding.refetch()} />;
  const { dismissed, steps, sandboxCreated, sandboxAvailable } = onboarding.data;
  if (dismissed) return null;
  const shown = steps.filter(({ id }) => id !== 'sandbox' || sandboxAvailable);
  const done = shown.filter((step) => step.done).length;
  const next = nextOf(shown);
  return (
    <section className={classes.card} aria-labelledby="first-steps">
      <header className={classes.head}>
        <ProgressRing done={done} of={shown.length} />
        <div>
          <h2 id="first-steps" className={classes.title}>
            <Trans>Your first campaign</Trans>
          </h2>
          <p className={classes.text}>
            {next === undefined ? (
              <Trans>Everything is done. Well on your way!</Trans>
            ) : (
              <Trans>A few steps from here to mail that arrives; any order will do.</Trans>
            )}
          </p>
        </div>
        <CloseButton
          className={classes.close}
          aria-label={t`Put the first steps away`}
          onClick={() => dismiss.mutate(true)}
        />
      </header>
      <ol className={classes.steps}>
        {shown.map((step) => (
          <StepRow key={step.id} step={step} isNext={step.id === next} />
        ))}
      </ol>
      {sandboxCreated && <RemoveSamples />}
    </section>
  );
}

/** Who has made the sandbox sends its campaign first: mail that arrives is worth more than another form. */
function nextOf(steps: readonly OnboardingStep[]): OnboardingStepId | undefined {
  const open = steps.filter((step) => !step.done);
  const sample = open.find(({ id, campaignId }) => id === 'send' && campaignId);
  return (sample ?? open[0])?.id;
}
