import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { EntryMail } from '@/api/generated/model';
import { harmless } from '@/shared/mail/harmless';
import { MailFrame } from '@/shared/mail/mail-frame';
import { ToneBadge } from '@/shared/ui/state-badge';
import { Files } from './files';
import { KIND_LOOKS } from './labels';
import { useInlineImages } from './use-inline-images';
import { ViewSwitch, type View } from './view-switch';
import classes from './thread.module.css';

type Props = { mail: EntryMail; last: boolean };

/** Words alone are shown as words; what has a layout is shown as its writer laid it out, where nothing runs. */
const isLaidOut = ({ html, text }: EntryMail) => /<(table|img)\b/i.test(html) || text.trim() === '';

/** A mail of the other side. */
export function MailBubble({ mail, last }: Props) {
  const { t, i18n } = useLingui();
  const [view, setView] = useState<View>(isLaidOut(mail) && mail.html !== '' ? 'html' : 'text');
  const [shown, setShown] = useState(last || mail.text.length < 600);
  const look = KIND_LOOKS[mail.kind];
  const { report } = mail;
  return (
    <>
      {look && <ToneBadge tone={look.tone}>{i18n._(look.label)}</ToneBadge>}
      {report && (
        <p className={classes.report}>
          {[report.address, report.status, report.diagnostic].filter(Boolean).join(' · ')}
        </p>
      )}
      {view === 'html' ? (
        <Html mail={mail} />
      ) : (
        <div className={classes.text}>{shown ? mail.text : `${mail.text.slice(0, 400)}…`}</div>
      )}
      {view === 'text' && !shown && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShown(true)}>
          <Trans>Show all of it</Trans>
        </Button>
      )}
      {view === 'text' && mail.quoted !== '' && (
        <details className={classes.quoted}>
          <summary aria-label={t`Quoted text`}>…</summary>
          <div className={classes.text}>{mail.quoted}</div>
        </details>
      )}
      <Files
        files={mail.parts
          .filter(({ inline }) => !inline)
          .map((part) => ({ ...part, href: `/api/v1/mails/${mail.id}/parts/${part.path}` }))}
      />
      <div className={classes.foot}>{mail.html !== '' && <ViewSwitch view={view} onChange={setView} />}</div>
    </>
  );
}

function Html({ mail }: { mail: EntryMail }) {
  const { t } = useLingui();
  const own = useInlineImages(mail);
  const html = useMemo(() => harmless(own), [own]);
  return (
    <>
      <MailFrame html={html} title={t`The mail as it is read`} height={380} />
      {mail.remoteImages > 0 && (
        <p className={classes.quoted}>
          <Plural
            value={mail.remoteImages}
            one="# picture from elsewhere is not loaded: it would tell the sender that you read this."
            other="# pictures from elsewhere are not loaded: they would tell the sender that you read this."
          />
        </p>
      )}
    </>
  );
}
