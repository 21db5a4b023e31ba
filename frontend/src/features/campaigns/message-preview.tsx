import { ActionIcon, Drawer, Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Message, Rendered } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { MailFrame } from '@/shared/mail/mail-frame';
import { ErrorState } from '@/shared/ui/error-state';
import classes from './message-preview.module.css';
import { renderedQuery } from './queries';

type Props = { id: string | undefined; rows: readonly Message[]; onShow: (id: string | undefined) => void };
type Part = 'html' | 'text' | 'headers';

/** One message as its reader will see it; the arrows lead through the list. */
export function MessagePreview({ id, rows, onShow }: Props) {
  const { t } = useLingui();
  const [part, setPart] = useState<Part>('html');
  const query = useQuery({ ...renderedQuery(id ?? ''), enabled: id !== undefined });
  const index = rows.findIndex((row) => row.id === id);
  const step = (by: number) => {
    const next = rows[index + by];
    return { disabled: index === -1 || next === undefined, onClick: () => onShow(next?.id) };
  };
  return (
    <Drawer opened={id !== undefined} onClose={() => onShow(undefined)} size="xl" title={t`Message`}>
      <Group justify="space-between" mb="md">
        <SegmentedControl
          size="xs"
          aria-label={t`Part of the message`}
          value={part}
          onChange={(value) => setPart(value as Part)}
          data={[
            { value: 'html', label: 'HTML' },
            { value: 'text', label: t`Text` },
            { value: 'headers', label: t`Headers` },
          ]}
        />
        <Group gap={4}>
          <ActionIcon aria-label={t`Previous message`} {...step(-1)}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon aria-label={t`Next message`} {...step(1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </Group>
      </Group>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <Mail mail={query.data} part={part} />
      ) : (
        <Skeleton height={420} />
      )}
    </Drawer>
  );
}

function Mail({ mail, part }: { mail: Rendered; part: Part }) {
  const { t } = useLingui();
  const formats = useFormats();
  return (
    <>
      <dl className={classes.head}>
        <dt>
          <Trans>From</Trans>
        </dt>
        <dd>{mail.from}</dd>
        <dt>
          <Trans>To</Trans>
        </dt>
        <dd>{mail.to}</dd>
        <dt>
          <Trans>Subject</Trans>
        </dt>
        <dd className={classes.subject}>{mail.subject}</dd>
      </dl>
      {part === 'html' && (
        <MailFrame html={mail.html} title={t`The message as it is sent`} height="min(62dvh, 720px)" />
      )}
      {part === 'text' && <pre className={classes.text}>{mail.text}</pre>}
      {part === 'headers' && (
        <pre className={classes.text}>
          {(mail.headers ?? []).map(({ name, value }) => `${name}: ${value}`).join('\n')}
        </pre>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        <Trans>Size of the whole message: {formats.bytes(mail.size)}</Trans>
      </Text>
    </>
  );
}
