import { Tooltip } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconEye, IconLoader2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '@/shared/format/format';
import { ToneBadge } from '@/shared/ui/state-badge';
import { accountNamesQuery } from '@/shared/names';
import { mailboxesQuery } from './queries';

/** Whether the mailboxes are read, and how far what was there before has come. */
export function ReadingState() {
  const { t } = useLingui();
  const formats = useFormats();
  const mailboxes = useQuery(mailboxesQuery).data ?? [];
  const accounts = useQuery(accountNamesQuery).data ?? [];
  if (mailboxes.length === 0) return null;
  const failed = mailboxes.filter(({ state }) => state === 'failed');
  const total = mailboxes.reduce((sum, { backfillTotal }) => sum + backfillTotal, 0);
  const done = mailboxes.reduce((sum, { backfillDone }) => sum + backfillDone, 0);
  if (failed.length > 0) {
    const words = failed.map(({ accountId, detail }) => {
      const name = accounts.find(({ id }) => id === accountId)?.name ?? '';
      return `${name}: ${detail ?? ''}`;
    });
    return (
      <Tooltip label={words.join('\n')} multiline maw={420} style={{ whiteSpace: 'pre-line' }}>
        <span tabIndex={0}>
          <ToneBadge tone="red" icon={IconAlertTriangle}>
            {plural(failed.length, { one: '# mailbox cannot be read', other: '# mailboxes cannot be read' })}
          </ToneBadge>
        </span>
      </Tooltip>
    );
  }
  if (done < total) {
    const shownDone = formats.number(done);
    const shownTotal = formats.number(total);
    return (
      <ToneBadge tone="blue" icon={IconLoader2}>
        {t`Older mail: ${shownDone} of ${shownTotal}`}
      </ToneBadge>
    );
  }
  return (
    <Tooltip label={t`New mail appears here by itself.`}>
      <span>
        <ToneBadge tone="green" icon={IconEye}>
          {plural(mailboxes.length, { one: '# mailbox is watched', other: '# mailboxes are watched' })}
        </ToneBadge>
      </span>
    </Tooltip>
  );
}
