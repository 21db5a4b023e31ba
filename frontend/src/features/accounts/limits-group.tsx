import { Checkbox, NumberInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Group, type AccountFormState } from './group';
import { HoursFields } from './hours-fields';
import { NEW_LIMITS } from './limit-values';
import classes from './account-form.module.css';

/** How fast this account may send. A change counts at once, also for what is already in the queue. */
export function LimitsGroup({ form }: { form: AccountFormState }) {
  const { t } = useLingui();
  const { hours, slow } = form.values.limits;
  const most = (field: 'perMinute' | 'perHour' | 'perDay', label: string) => (
    <NumberInput
      label={label}
      placeholder={t`No limit`}
      min={1}
      allowDecimal={false}
      {...form.getInputProps(`limits.${field}`)}
    />
  );
  return (
    <Group title={t`Pace`}>
      <NumberInput
        label={t`Seconds between two messages`}
        min={0}
        max={86_400}
        step={0.5}
        {...form.getInputProps('limits.gapSeconds')}
      />
      <NumberInput
        label={t`Random extra seconds, up to`}
        min={0}
        max={86_400}
        step={0.5}
        {...form.getInputProps('limits.jitterSeconds')}
      />
      {most('perMinute', t`Messages per minute`)}
      {most('perHour', t`Messages per hour`)}
      {most('perDay', t`Messages per day`)}
      <NumberInput
        label={t`Percent kept for people`}
        description={t`So much of the hour and the day campaigns leave to direct messages and answers.`}
        placeholder={String(NEW_LIMITS.peopleShare)}
        min={0}
        max={50}
        allowDecimal={false}
        {...form.getInputProps('limits.peopleShare')}
      />
      <NumberInput
        label={t`Connections at the same time`}
        min={1}
        max={64}
        allowDecimal={false}
        {...form.getInputProps('limits.connections')}
      />
      <Checkbox
        className={classes.wide ?? ''}
        label={t`Send only in certain hours`}
        {...form.getInputProps('limits.hours', { type: 'checkbox' })}
      />
      {hours && <HoursFields form={form} />}
      <Checkbox
        className={classes.wide ?? ''}
        label={t`Start slowly`}
        description={t`For a new mailbox: more each day on which it sends, up to the limit per day.`}
        {...form.getInputProps('limits.slow', { type: 'checkbox' })}
      />
      {slow && (
        <>
          <NumberInput
            label={t`Messages on the first day`}
            min={1}
            allowDecimal={false}
            {...form.getInputProps('limits.ramp.start')}
          />
          <NumberInput
            label={t`Times as many each further day`}
            min={1}
            max={10}
            step={0.1}
            decimalScale={2}
            {...form.getInputProps('limits.ramp.factor')}
          />
        </>
      )}
    </Group>
  );
}
