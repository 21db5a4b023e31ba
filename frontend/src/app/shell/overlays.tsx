import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { keys } from '@/shared/keys/dispatcher';
import { COMMANDS, type CommandId } from '@/shared/keys/registry';
import { isForAgents, useMayManage } from '@/shared/session/me';
import { useCommand } from '@/shared/keys/use-command';

const Palette = lazy(() => import('./palette').then(({ Palette }) => ({ default: Palette })));
const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet').then(({ ShortcutSheet }) => ({ default: ShortcutSheet })),
);

/** The command palette and the sheet of keys; their code is fetched when they are first asked for. */
export function Overlays() {
  const [palette, setPalette] = useState<'never' | 'open' | 'closed'>('never');
  const [sheet, setSheet] = useState<'never' | 'open' | 'closed'>('never');
  useGlobalKeys();
  useCommand('palette', () => setPalette('open'));
  useCommand('help', () => setSheet('open'));
  return (
    <Suspense fallback={null}>
      {palette !== 'never' && <Palette opened={palette === 'open'} onClose={() => setPalette('closed')} />}
      {sheet !== 'never' && <ShortcutSheet opened={sheet === 'open'} onClose={() => setSheet('closed')} />}
    </Suspense>
  );
}

function useGlobalKeys() {
  const navigate = useNavigate();
  const mayManage = useMayManage();
  useEffect(() => keys.listen(document), []);
  useEffect(() => {
    const leave = COMMANDS.flatMap((command) =>
      'to' in command && (mayManage || isForAgents(command.to))
        ? [keys.add(command.id as CommandId, () => void navigate({ to: command.to }))]
        : [],
    );
    return () => leave.forEach((each) => each());
  }, [navigate, mayManage]);
}
