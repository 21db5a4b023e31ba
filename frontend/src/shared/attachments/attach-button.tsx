import { ActionIcon, FileButton, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPaperclip } from '@tabler/icons-react';

type Props = { disabled?: boolean; onFiles: (files: File[]) => void };

export function AttachButton({ disabled = false, onFiles }: Props) {
  const { t } = useLingui();
  return (
    <FileButton multiple disabled={disabled} onChange={onFiles}>
      {(props) => (
        <Tooltip label={t`Attach files; they can also be dropped here or pasted`}>
          <ActionIcon {...props} disabled={disabled} size={30} aria-label={t`Attach files`}>
            <IconPaperclip size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    </FileButton>
  );
}
