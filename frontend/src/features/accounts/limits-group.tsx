import { NumberInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Group, type AccountFormState } from './group';

/** How fast this account may send. A change counts at once, also for what is already in the queue. */
export function LimitsGroup({ form }: { form: AccountFormState }) {
  const { t } = useLingui();
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
      <NumberInput
        label={t`Messages per minute`}
        placeholder={t`No limit`}
        min={1}
        allowDecimal={false}
        {...form.getInputProps('limits.perMinute')}
      />
      <NumberInput
        label={t`Connections at the same time`}
        min={1}
        max={64}
        allowDecimal={false}
        {...form.getInputProps('limits.connections')}
      />
    </Group>
  );
}
