import { Menu } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useFormats } from '@/shared/format/format';
import { useNow } from '@/shared/hooks/use-now';
import { snoozeTimes } from './snooze-times';

/** Until when something is put off. */
export function SnoozeChoices({ onSnooze }: { onSnooze: (until: string) => void }) {
  const { t } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const labels = {
    hour: t`In an hour`,
    evening: t`This evening`,
    tomorrow: t`Tomorrow morning`,
    monday: t`Next Monday`,
  };
  return snoozeTimes(new Date(now)).map(({ id, at }) => (
    <Menu.Item
      key={id}
      onClick={() => onSnooze(at.toISOString())}
      rightSection={<span className="k-num">{formats.soon(at, now)}</span>}
    >
      {labels[id]}
    </Menu.Item>
  ));
}
