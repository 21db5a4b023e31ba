import { Checkbox, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

type Props = { signature: string; checked: boolean; onChange: (checked: boolean) => void };

/** Whether the account's signature stands below the mail; nothing where it has none. */
export function SignatureBox({ signature, checked, onChange }: Props) {
  const { t } = useLingui();
  if (signature === '') return null;
  return (
    <Tooltip label={signature} multiline maw={360} style={{ whiteSpace: 'pre-line' }}>
      <Checkbox
        size="xs"
        label={t`Signature`}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Tooltip>
  );
}
