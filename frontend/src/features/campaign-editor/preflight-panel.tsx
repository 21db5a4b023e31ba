import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import type { Preflight, PreflightCheck, PreflightCheckResult } from '@/api/generated/model';
import { usePreflightText } from '@/shared/campaign/preflight-text';
import { ErrorState } from '@/shared/ui/error-state';
import { CardsSkeleton } from '@/shared/ui/skeletons';
import classes from './preflight-panel.module.css';
import { fieldsQuery } from './queries';
import type { DraftForm } from './use-draft';

type Props = {
  query: UseQueryResult<Preflight>;
  /** The draft has changed since: what stands here is being looked at again. */
  stale: boolean;
  form: DraftForm;
  onJump: (field: string) => void;
};

/** What was checked before mail may leave, and where to mend what was found. */
export function PreflightPanel({ query, stale, form, onJump }: Props) {
  const { t } = useLingui();
  const checks = query.data?.checks ?? [];
  const blocking = checks.filter(({ result }) => result === 'block').length;
  const busy = stale || query.isFetching;
  return (
    <section className={classes.panel} aria-label={t`Pre-flight`} aria-busy={busy}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <Trans>Pre-flight</Trans>
        </h2>
        <span role="status" className={classes.verdict} data-result={blocking > 0 ? 'block' : 'ok'}>
          {!query.data ? null : busy ? (
            <Trans>Checking…</Trans>
          ) : blocking === 0 ? (
            <Trans>Ready to send</Trans>
          ) : (
            <Plural value={blocking} one="# thing to mend first" other="# things to mend first" />
          )}
        </span>
      </div>
      {query.isPending && <CardsSkeleton cards={1} height={150} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      <ul className={classes.checks} data-busy={busy || undefined}>
        {checks.map((check, index) => (
          <Check key={index} check={check} form={form} onJump={onJump} />
        ))}
      </ul>
    </section>
  );
}

function Check({
  check,
  form,
  onJump,
}: {
  check: PreflightCheck;
  form: DraftForm;
  onJump: (field: string) => void;
}) {
  const text = usePreflightText();
  const { result, field, code } = check;
  const mends = result === 'block' || result === 'warn';
  return (
    <li className={classes.check}>
      <ResultIcon result={result} />
      <span className={classes.text} data-result={result}>
        {text(check)}
      </span>
      {mends && code === 'unsubscribe_link' && (
        <InsertLink field={field === 'text' ? 'text' : 'html'} form={form} />
      )}
      {mends && (
        <Button size="compact-xs" variant="default" onClick={() => onJump(field)}>
          <Trans>Go there</Trans>
        </Button>
      )}
    </li>
  );
}

/** The link by which people say no, put at the end of the part that lacks it. */
function InsertLink({ field, form }: { field: 'html' | 'text'; form: DraftForm }) {
  const { t } = useLingui();
  const fields = useQuery(fieldsQuery);
  const link = fields.data?.find(({ kind, name }) => kind === 'link' && name.startsWith('unsubscribe'));
  if (!link) return null;
  const url = `{{${link.name}}}`;
  const words = t`Unsubscribe`;
  const insert = () => {
    const old = form.values[field];
    if (field === 'text') return form.change({ text: `${old.trimEnd()}\n\n${words}: ${url}\n` });
    const paragraph = `<p><a href="${url}">${words}</a></p>`;
    const end = old.search(/<\/body>/i);
    form.change({
      html:
        end === -1
          ? `${old.trimEnd()}\n${paragraph}\n`
          : `${old.slice(0, end)}${paragraph}\n${old.slice(end)}`,
    });
  };
  return (
    <Button size="compact-xs" variant="light" onClick={insert}>
      <Trans>Insert the link</Trans>
    </Button>
  );
}

function ResultIcon({ result }: { result: PreflightCheckResult }) {
  const { t } = useLingui();
  switch (result) {
    case 'ok':
      return <IconCircleCheck size={17} color="var(--k-green)" role="img" aria-label={t`Good`} />;
    case 'warn':
      return <IconAlertTriangle size={17} color="var(--k-amber)" role="img" aria-label={t`Warning`} />;
    case 'block':
      return <IconCircleX size={17} color="var(--k-red)" role="img" aria-label={t`Must be mended`} />;
    case 'not_checked':
      return <IconCircleDashed size={17} color="var(--k-text-3)" role="img" aria-label={t`Not checked`} />;
  }
}
