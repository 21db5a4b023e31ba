import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useFormats } from '@/shared/format/format';

export type Saving =
  | { state: 'clean' }
  | { state: 'dirty' }
  | { state: 'saving' }
  | { state: 'saved'; at: number }
  | { state: 'failed' };

/** Where an autosaved form stands: "Saved 14:02". */
export function SaveState({ saving }: { saving: Saving }) {
  const formats = useFormats();
  const at = saving.state === 'saved' ? formats.time(saving.at) : '';
  return (
    <Text
      size="sm"
      c={saving.state === 'failed' ? 'var(--k-red)' : 'dimmed'}
      role="status"
      miw={96}
      ta="right"
    >
      {saving.state === 'dirty' && <Trans>Not saved yet</Trans>}
      {saving.state === 'saving' && <Trans>Saving…</Trans>}
      {saving.state === 'saved' && <Trans>Saved {at}</Trans>}
      {saving.state === 'failed' && <Trans>Could not be saved</Trans>}
    </Text>
  );
}
