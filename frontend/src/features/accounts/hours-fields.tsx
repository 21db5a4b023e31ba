import { Chip, Input, Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { SendingWindowDaysItem } from '@/api/generated/model';
import { useWeekdays } from '@/shared/format/weekdays';
import type { AccountFormState } from './group';
import classes from './account-form.module.css';

/** On which days, from when to when, by whose clocks. */
export function HoursFields({ form }: { form: AccountFormState }) {
  const { t } = useLingui();
  const weekdays = useWeekdays();
  const { days, zone } = form.values.limits.window;
  const path = 'limits.window.days';
  return (
    <>
      <Input.Wrapper className={classes.wide ?? ''} label={t`Days`} error={form.errors[path]}>
        <Chip.Group
          multiple
          value={days}
          onChange={(chosen) => form.setFieldValue(path, chosen as SendingWindowDaysItem[])}
        >
          <div className={classes.days} role="group" aria-label={t`Days`}>
            {weekdays.map(({ id, name }) => (
              <Chip key={id} value={id} size="xs" variant="outline">
                {name}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </Input.Wrapper>
      <TextInput type="time" required label={t`From`} {...form.getInputProps('limits.window.from')} />
      <TextInput
        type="time"
        required
        label={t`Until`}
        description={t`Earlier than the beginning: on the next day`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('limits.window.to')}
      />
      <Select
        className={classes.wide ?? ''}
        label={t`Time zone`}
        searchable
        allowDeselect={false}
        data={zones(zone)}
        limit={60}
        {...form.getInputProps('limits.window.zone')}
      />
    </>
  );
}

/** All that the browser knows; the stored one may have another name there. */
function zones(stored: string): string[] {
  return [...new Set([stored, ...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}
