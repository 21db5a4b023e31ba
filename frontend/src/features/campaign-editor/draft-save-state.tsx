import { SaveState, type Saving } from '@/shared/ui/save-state';
import type { SavingState } from './autosave';
import type { Draft } from './draft';

/** "Saved 14:02". A conflict is asked about in its own dialog and says here that nothing is stored. */
export function DraftSaveState({ saving }: { saving: SavingState<Draft> }) {
  if (saving.state === 'clean') return null;
  const said: Saving =
    saving.state === 'conflict' || saving.state === 'failed' ? { state: 'failed' } : saving;
  return <SaveState saving={said} />;
}
