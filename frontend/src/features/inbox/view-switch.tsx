import { SegmentedControl } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

export type View = 'text' | 'html';

/** How a mail is shown: its words, or as it was laid out. */
export function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const { t } = useLingui();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t`View of the mail`}
      value={view}
      onChange={(value) => onChange(value as View)}
      data={[
        { value: 'text', label: t`Text` },
        { value: 'html', label: t`As it was laid out` },
      ]}
    />
  );
}
