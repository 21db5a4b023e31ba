import { SegmentedControl, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '@/shared/format/format';
import { MailFrame } from '@/shared/mail/mail-frame';
import { ErrorState } from '@/shared/ui/error-state';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { rawQuery, renderQuery } from './queries';
import classes from './message-drawer.module.css';

type View = 'html' | 'text' | 'headers' | 'raw';

/** The mail exactly as it is sent: rendered, as text, its headers, and the octets. */
export function RenderedMail({ id }: { id: string }) {
  const { t } = useLingui();
  const formats = useFormats();
  const [view, setView] = useState<View>('html');
  const mail = useQuery(renderQuery(id));
  if (mail.isError) return <ErrorState error={mail.error} onRetry={() => void mail.refetch()} />;
  if (!mail.data) return <TableSkeleton rows={5} columns={1} />;
  const { html, text, headers = [], from, to, size } = mail.data;
  const bytes = formats.bytes(size);
  return (
    <>
      <SegmentedControl
        aria-label={t`View of the mail`}
        size="xs"
        mb="sm"
        value={view}
        onChange={(value) => setView(value as View)}
        data={[
          { value: 'html', label: t`Mail` },
          { value: 'text', label: t`Text` },
          { value: 'headers', label: t`Headers` },
          { value: 'raw', label: t`Source` },
        ]}
      />
      <Text size="xs" c="dimmed" mb="xs">
        <Trans>
          From {from} to {to} · {bytes}
        </Trans>
      </Text>
      {view === 'html' && <MailFrame html={html} title={t`The mail as it is read`} />}
      {view === 'text' && <Plain label={t`Text`}>{text}</Plain>}
      {view === 'headers' && (
        <Plain label={t`Headers`}>{headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</Plain>
      )}
      {view === 'raw' && <Source id={id} />}
    </>
  );
}

function Source({ id }: { id: string }) {
  const { t } = useLingui();
  const raw = useQuery(rawQuery(id));
  if (raw.isError) return <ErrorState error={raw.error} onRetry={() => void raw.refetch()} />;
  return <Plain label={t`Source`}>{raw.data ?? ''}</Plain>;
}

/** Long text scrolls by itself, also with the keyboard. */
function Plain({ label, children }: { label: string; children: string }) {
  return (
    <pre className={classes.plain} role="region" aria-label={label} tabIndex={0}>
      {children}
    </pre>
  );
}
