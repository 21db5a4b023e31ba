import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@/api/generated/model';
import { toast } from '@/shared/ui/toast';
import { drafts, useDraft } from './drafts';
import { written } from './use-composer';
import classes from './thread.module.css';

type Props = { draftKey: string; entries: readonly Entry[]; attaching: boolean };

/** Which mail is sent on; it stands below what is written. */
export function ForwardNote({ draftKey, entries, attaching }: Props) {
  const { t } = useLingui();
  const draft = useDraft(draftKey);
  const mail = entries.find(({ id }) => id === draft.forward)?.mail;
  const who = mail ? written(mail.from) : '';
  const leave = () => {
    const { text, html } = draft;
    drafts.keep(draftKey, { text, ...(html !== undefined && { html }) });
    toast.action(t`The mail is not forwarded`, t`Undo`, () => drafts.keep(draftKey, draft));
  };
  return (
    <div className={classes.forward}>
      <span role="status">
        {who === '' ? (
          <Trans>The forwarded mail stands below.</Trans>
        ) : (
          <Trans>Below: the mail of {who}</Trans>
        )}
        {attaching && (
          <>
            {' '}
            · <Trans>its files are being attached…</Trans>
          </>
        )}
      </span>
      <Button size="compact-xs" variant="subtle" onClick={leave}>
        <Trans>Do not forward</Trans>
      </Button>
    </div>
  );
}
