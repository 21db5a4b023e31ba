import { ActionIcon, Progress } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconPaperclip, IconX } from '@tabler/icons-react';
import type { Attachment } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { useRefusalText } from '@/shared/form/refusal-text';
import { excess, loadOf } from './limits';
import type { Upload } from './uploads';
import classes from './attachments.module.css';

type Props = {
  files: readonly Attachment[];
  running: readonly Upload[];
  onRemove: (id: string) => void;
  onStop: (key: string) => void;
};

/** What goes along, and what is still on its way. */
export function AttachmentList({ files, running, onRemove, onStop }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const refusal = useRefusalText();
  const over = excess(loadOf(files));
  if (files.length + running.length === 0) return null;
  return (
    <>
      <ul className={classes.files} aria-label={t`Attached files`}>
        {files.map(({ id, fileName, octets }) => (
          <li key={id} className={classes.attached}>
            <IconPaperclip size={14} aria-hidden />
            <span>
              {fileName} · {formats.bytes(octets)}
            </span>
            <Remove fileName={fileName} onClick={() => onRemove(id)} />
          </li>
        ))}
        {running.map(({ key, fileName, octets, share, problem }) => (
          <li key={key} className={classes.attached} data-failed={problem !== undefined || undefined}>
            <span>
              {fileName} · {formats.bytes(octets)}
              {problem && <span role="alert"> · {refusal(problem)}</span>}
            </span>
            {!problem && (
              <Progress w={70} value={share * 100} aria-label={t`${fileName} is being uploaded`} size="sm" />
            )}
            <Remove fileName={fileName} onClick={() => onStop(key)} />
          </li>
        ))}
      </ul>
      {over && (
        <p className={classes.excess} role="alert">
          <IconAlertTriangle size={15} aria-hidden /> {refusal(over)} <Trans>Remove some of them.</Trans>
        </p>
      )}
    </>
  );
}

function Remove({ fileName, onClick }: { fileName: string; onClick: () => void }) {
  const { t } = useLingui();
  return (
    <ActionIcon size={22} aria-label={t`Remove ${fileName}`} onClick={onClick}>
      <IconX size={13} />
    </ActionIcon>
  );
}
