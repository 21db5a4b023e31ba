import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@/api/generated/model';
import { MOST_FILES } from '@/shared/attachments/limits';
import { toast } from '@/shared/ui/toast';
import { drafts, useDraft } from './drafts';
import { written } from './use-composer';
import { forwardedAgain, useForward, useIsForwarding, withoutForward } from './use-forward';
import classes from './thread.module.css';

type Props = { conversationId: string; draftKey: string; entries: readonly Entry[] };

/** Which mail is sent on; it stands below what is written. */
export function ForwardNote({ conversationId, draftKey, entries }: Props) {
  const { t } = useLingui();
  const draft = useDraft(draftKey);
  const attaching = useIsForwarding(conversationId);
  const forward = useForward(conversationId);
  const mail = entries.find(({ id }) => id === draft.forward)?.mail;
  const parts = mail?.parts.length ?? 0;
  const who = mail ? written(mail.from) : '';
  const leave = () => {
    drafts.keep(draftKey, withoutForward(drafts.get(draftKey)));
    toast.action(t`The mail is not forwarded`, t`Undo`, () =>
      drafts.keep(draftKey, forwardedAgain(drafts.get(draftKey), draft)),
    );
  };
  const missing = draft.filesPending === true && !attaching;
  return (
    <div className={classes.forward}>
      <span role="status">
        {who === '' ? (
          <Trans>The forwarded mail stands below.</Trans>
        ) : (
          <Trans>Below: the mail of {who}</Trans>
        )}
        {parts > MOST_FILES && (
          <>
            {' '}
            ·{' '}
            <Trans>
              Only the first {MOST_FILES} of its {parts} files are attached.
            </Trans>
          </>
        )}
        {attaching && (
          <>
            {' '}
            · <Trans>its files are being attached…</Trans>
          </>
        )}
      </span>
      {missing && mail && draft.forward !== undefined && (
        <Button size="compact-xs" variant="default" onClick={() => forward({ id: draft.forward!, mail })}>
          <Trans>Attach its files again</Trans>
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" onClick={leave}>
        <Trans>Do not forward</Trans>
      </Button>
    </div>
  );
}
