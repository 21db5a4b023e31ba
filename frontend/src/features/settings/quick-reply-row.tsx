import { ActionIcon, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { QuickReply } from '@/api/generated/model';
import { FileCount } from '@/shared/quick-replies/file-count';
import classes from './quick-replies.module.css';

type Props = { reply: QuickReply; onEdit: () => void; onRemove: () => void };

export function QuickReplyRow({ reply, onEdit, onRemove }: Props) {
  const { t } = useLingui();
  const { name, shortcut, text } = reply;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <div className={classes.name}>
          {name} <code className={classes.shortcut}>/{shortcut}</code>
          <FileCount of={reply} />
        </div>
        <div className={classes.text}>{text}</div>
      </div>
      <Tooltip label={t`Edit ${name}`}>
        <ActionIcon aria-label={t`Edit ${name}`} onClick={onEdit}>
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Delete ${name}`}>
        <ActionIcon aria-label={t`Delete ${name}`} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
