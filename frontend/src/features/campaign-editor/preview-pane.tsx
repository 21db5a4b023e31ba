import { Alert, SegmentedControl, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { NamedAddress, Rendered } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { useFormats } from '@/shared/format/format';
import { MailFrame } from '@/shared/mail/mail-frame';
import { ContactPicker } from './contact-picker';
import classes from './preview-pane.module.css';
import { renderQuery } from './queries';
import type { DraftForm } from './use-draft';

const PAUSE = 400;
const CLIPPED = 102 * 1024;
const WIDTHS = { desktop: undefined, mobile: 375 } as const;
type View = 'desktop' | 'mobile' | 'text';

/** The mail as one reader will see it, rendered by the program that sends it. */
export function PreviewPane({ form, sample }: { form: DraftForm; sample: readonly NamedAddress[] }) {
  const { t } = useLingui();
  const [view, setView] = useState<View>('desktop');
  const [contact, setContact] = useState<string | null>(null);
  const { subject, html, text, accounts } = form.values;
  const accountId = accounts[0]?.id;
  const reader = contact ?? sample[0]?.contactId ?? null;
  const [request] = useDebouncedValue(
    { subject, html, text, ...(accountId && { accountId }), ...(reader && { contactId: reader }) },
    PAUSE,
  );
  const empty = subject === '' && html === '' && text === '';
  const query = useQuery({ ...renderQuery(request), enabled: !empty });
  return (
    <aside className={classes.pane} aria-label={t`Preview`}>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t`View of the preview`}
          value={view}
          onChange={(value) => setView(value as View)}
          data={[
            { value: 'desktop', label: t`Desktop` },
            { value: 'mobile', label: t`Mobile` },
            { value: 'text', label: t`Text` },
          ]}
        />
        <ContactPicker value={reader} onChange={setContact} sample={sample} />
      </div>
      {empty ? (
        <p className={classes.nothing}>
          <Trans>Write a subject and a content, and see here what the reader sees.</Trans>
        </p>
      ) : (
        <>
          {query.isError && <Refused error={query.error} />}
          {query.data && <Mail mail={query.data} view={view} />}
        </>
      )}
    </aside>
  );
}

function Mail({ mail, view }: { mail: Rendered; view: View }) {
  const { t } = useLingui();
  const formats = useFormats();
  const unknown = mail.unknownVariables.map((name) => `{{${name}}}`);
  return (
    <>
      {unknown.length > 0 && (
        <Alert
          color="yellow"
          variant="outline"
          icon={<IconAlertTriangle />}
          role="status"
          title={<Trans>Unknown variables</Trans>}
        >
          <Trans>Nobody has a value for {formats.list(unknown)}.</Trans>
        </Alert>
      )}
      <div className={classes.head}>
        <span className={classes.subject}>{mail.subject}</span>
        <span className={classes.from}>
          {mail.from} → {mail.to}
        </span>
      </div>
      {view === 'text' ? (
        <pre className={classes.text}>{mail.text}</pre>
      ) : (
        <div className={classes.frame} style={{ maxWidth: WIDTHS[view] }}>
          <MailFrame html={mail.html} title={t`Preview of the message`} height="min(60dvh, 640px)" />
        </div>
      )}
      <Text size="sm" c={mail.size > CLIPPED ? 'var(--k-amber)' : 'dimmed'} className="k-num">
        {mail.size > CLIPPED ? (
          <Trans>{formats.bytes(mail.size)}: Gmail cuts messages above 102 KB.</Trans>
        ) : (
          <Trans>Size of the whole message: {formats.bytes(mail.size)}</Trans>
        )}
      </Text>
    </>
  );
}

function Refused({ error }: { error: unknown }) {
  const problem = Problem.of(error);
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<IconAlertTriangle />}
      role="status"
      title={<Trans>It cannot be shown like this</Trans>}
    >
      {problem.errors.length > 0 ? problem.errors.map(({ detail }) => detail).join(' ') : problem.message}
    </Alert>
  );
}
