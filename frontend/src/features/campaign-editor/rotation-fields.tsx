import { NumberInput, Radio, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Rotation } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import type { Sender } from './draft';
import classes from './rotation-fields.module.css';
import { EXPLAINED, ROTATIONS } from './rotations';
import type { DraftForm } from './use-draft';

const HEAVIEST = 100;

/** How several accounts share the messages out, and how much each of them weighs. */
export function RotationFields({ form, nameOf }: { form: DraftForm; nameOf: (id: string) => string }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const { accounts, rotation } = form.values;
  const sum = accounts.reduce((total, { weight }) => total + weight, 0);
  const weigh = (chosen: Sender, weight: number) =>
    form.change({ accounts: accounts.map((each) => (each.id === chosen.id ? { ...each, weight } : each)) });
  return (
    <Stack gap="sm" mt="md">
      <Radio.Group
        label={t`How the messages are shared out`}
        description={t`It is decided when the messages are made.`}
        value={rotation}
        onChange={(next) => form.change({ rotation: next as Rotation })}
      >
        <Stack gap="xs" mt="xs">
          {(Object.keys(ROTATIONS) as Rotation[]).map((each) => (
            <Radio
              key={each}
              value={each}
              label={i18n._(ROTATIONS[each])}
              description={i18n._(EXPLAINED[each])}
            />
          ))}
        </Stack>
      </Radio.Group>
      {rotation !== 'even' && (
        <ul className={classes.weights} aria-label={t`Weights`}>
          {accounts.map((account) => (
            <li key={account.id} className={classes.weight}>
              <span className={classes.name}>{nameOf(account.id)}</span>
              <NumberInput
                size="xs"
                w={90}
                aria-label={t`Weight of ${nameOf(account.id)}`}
                min={1}
                max={HEAVIEST}
                allowDecimal={false}
                allowNegative={false}
                clampBehavior="strict"
                value={account.weight}
                onChange={(next) => typeof next === 'number' && next >= 1 && weigh(account, next)}
              />
              <Text size="sm" c="dimmed" w={90} className="k-num">
                {rotation === 'weight' ? (
                  <Trans>{formats.number(Math.round((account.weight / sum) * 100))} %</Trans>
                ) : null}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
