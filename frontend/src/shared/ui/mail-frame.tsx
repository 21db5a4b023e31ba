import { useMemo } from 'react';
import classes from './mail-frame.module.css';

/** No scripts, no forms, nothing fetched but images; links would only open in a window of their own, which the frame may not do. */
const HEAD =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src https: http: data: cid:; font-src https: data:">' +
  '<base target="_blank"><meta name="viewport" content="width=device-width, initial-scale=1">';

type Props = { html: string; title: string; width?: number | undefined; height?: number | string };

/** A mail as its readers see it, in a frame that can run nothing and reach nothing. E-mail stays light in the dark scheme. */
export function MailFrame({ html, title, width, height = 520 }: Props) {
  const page = useMemo(() => `<!doctype html>${HEAD}${html}`, [html]);
  return (
    <iframe
      className={classes.frame}
      title={title}
      sandbox=""
      referrerPolicy="no-referrer"
      srcDoc={page}
      style={{ height, ...(width === undefined ? {} : { maxWidth: width }) }}
    />
  );
}

/** The text part of a mail. */
export function MailText({ text }: { text: string }) {
  return <pre className={classes.text}>{text}</pre>;
}
