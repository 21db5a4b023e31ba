import { useLingui } from '@lingui/react/macro';
import { useCommand } from '@/shared/keys/use-command';
import { toast } from '@/shared/ui/toast';

const VALID = 10_000;

type Offered = {
  undo: () => void;
  /** In milliseconds, as the clock of this browser. */
  until: number;
  /** What it is about, where that can be undone elsewhere too. */
  about?: string;
};

/** Of whatever was done last, wherever. */
let last: Offered | undefined;

/** What somebody did last: the key z takes back that and nothing before it. */
export const lastAction = {
  offer(undo: () => void, more: Partial<Omit<Offered, 'undo'>> = {}): Offered {
    return (last = { until: Date.now() + VALID, ...more, undo });
  },

  /** It was undone in another way. */
  forget(isIt: (offered: Offered) => boolean): void {
    if (last && isIt(last)) last = undefined;
  },

  undo(): void {
    const offered = last;
    last = undefined;
    if (offered && Date.now() < offered.until) offered.undo();
  },
};

/** Says what was done and offers to take it back, by the button or the key z. */
export function useUndo(): (message: string, undo: () => void) => void {
  const { t } = useLingui();
  useCommand('undo', lastAction.undo);
  return (message, undo) => {
    const offered = lastAction.offer(undo);
    toast.action(message, t`Undo`, () => {
      lastAction.forget((current) => current === offered);
      undo();
    });
  };
}
