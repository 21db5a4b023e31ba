import { Switch } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import classes from './mail-frame.module.css';

/** Nothing runs and nothing is fetched from other hosts, whatever the mail holds. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

type Props = { html: string; title: string; height?: number | string };

/**
 * A mail as its readers see it, in a frame without scripts and without an origin. Light, as most mail programs show it,
 * unless somebody asks for dark.
 */
export function MailFrame({ html, title, height = 420 }: Props) {
  const { t } = useLingui();
  const [dark, setDark] = useState(false);
  const scheme = dark
    ? 'html{color-scheme:dark;background:#1b1b1b;color:#eee}'
    : 'html{color-scheme:light;background:#fff}';
  const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><base target="_blank"><style>${scheme}body{margin:16px;overflow-wrap:anywhere}</style>`;
  return (
    <div className={classes.box}>
      <iframe
        className={classes.frame}
        style={{ height }}
        title={title}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={head + html}
      />
      <div className={classes.foot}>
        <Switch
          size="xs"
          label={t`Dark (approximation)`}
          checked={dark}
          onChange={(event) => setDark(event.currentTarget.checked)}
        />
      </div>
    </div>
  );
}
