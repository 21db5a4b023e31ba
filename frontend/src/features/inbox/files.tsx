import { IconPaperclip } from '@tabler/icons-react';
import { useFormats } from '@/shared/format/format';
import classes from './thread.module.css';

type Props = { files: readonly { href: string; fileName: string; octets: number }[] };

/** Files of a mail; each is a download, nothing opens in the browser. */
export function Files({ files }: Props) {
  const formats = useFormats();
  if (files.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.map(({ href, fileName, octets }) => (
        <li key={href}>
          <a className={classes.file} href={href} download={fileName}>
            <IconPaperclip size={14} aria-hidden /> {fileName} · {formats.bytes(octets)}
          </a>
        </li>
      ))}
    </ul>
  );
}
