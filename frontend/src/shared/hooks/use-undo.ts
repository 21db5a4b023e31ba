import { useLingui } from '@lingui/react/macro';
import { useCommand } from '@/shared/keys/use-command';
import { toast } from '@/shared/ui/toast';

const VALID = 10_000;
/** Of whatever was done last, wherever. */
const last: { current: { undo: () => void; until: number } | undefined } = { current: undefined };

/** Says what was done and offers to take it back, by the button or the key z. */
export function useUndo(): (message: string, undo: () => void) => void {
  const { t } = useLingui();
  useCommand('undo', () => {
    const offered = last.current;
    last.current = undefined;
    if (offered && Date.now() < offered.until) offered.undo();
  });
  return (message, undo) => {
    const offered = { undo, until: Date.now() + VALID };
    last.current = offered;
    toast.action(message, t`Undo`, () => {
      if (last.current === offered) last.current = undefined;
      undo();
    });
  };
}
