import { useEffect, useEffectEvent } from 'react';
import { keys } from './dispatcher';
import type { CommandId } from './registry';

/** Takes up a command of the key registry while the component is on screen (and `enabled`). */
export function useCommand(id: CommandId, handler: () => void, enabled = true): void {
  const latest = useEffectEvent(handler);
  useEffect(() => (enabled ? keys.add(id, () => latest()) : undefined), [id, enabled]);
}
