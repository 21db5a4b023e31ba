import { ActionIcon, FileButton, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPaperclip } from '@tabler/icons-react';

export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useLingui();
  return (
    <FileButton multiple onChange={onFiles}>
      {(props) => (
        <Tooltip label={t`Attach files; they can also be dropped here or pasted`}>
          <ActionIcon {...props} size={30} aria-label={t`Attach files`}>
            <IconPaperclip size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    </FileButton>
  );
}
