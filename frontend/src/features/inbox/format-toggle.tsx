import { SegmentedControl } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Format } from './use-format';

type Props = { format: Format; onChoose: (format: Format) => void };

/** Formatted or plain; the text stays. */
export function FormatToggle({ format, onChoose }: Props) {
  const { t } = useLingui();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t`Form of the answer`}
      value={format}
      onChange={(value) => onChoose(value as Format)}
      data={[
        { value: 'plain', label: t`Plain` },
        { value: 'rich', label: t`Formatted` },
      ]}
    />
  );
}
