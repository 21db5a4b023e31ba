import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPencilPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useUndo } from '@/shared/hooks/use-undo';
import { useCommand } from '@/shared/keys/use-command';
import { drafts } from './drafts';
import { useNewDraftKey } from './use-start-conversation';
import { uploads } from '@/shared/attachments/uploads';

const NewMessage = lazy(() => import('./new-message').then(({ NewMessage }) => ({ default: NewMessage })));

const route = getRouteApi('/shell/inbox');

/** Begins a conversation. What was begun is there again when the window is opened again. */
export function NewMessageButton() {
  const { t } = useLingui();
  const { account } = route.useSearch();
  const navigate = route.useNavigate();
  const key = useNewDraftKey();
  const offerUndo = useUndo();
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const open = () => setState('open');
  const close = () => setState('closed');
  const discard = () => {
    const begun = drafts.get(key);
    uploads.stopAll(key);
    drafts.forget(key);
    close();
    offerUndo(t`The new message is discarded`, () => {
      drafts.keep(key, begun);
      open();
    });
  };
  useCommand('page.new', open);
  return (
    <>
      <Button size="xs" leftSection={<IconPencilPlus size={15} aria-hidden />} onClick={open}>
        <Trans>New message</Trans>
      </Button>
      <Suspense fallback={null}>
        {state !== 'never' && (
          <NewMessage
            opened={state === 'open'}
            account={account}
            onClose={close}
            onDiscard={discard}
            onSent={(id) => {
              close();
              // it is the writer's own
              void navigate({ search: { tab: 'mine', open: id } });
            }}
          />
        )}
      </Suspense>
    </>
  );
}
