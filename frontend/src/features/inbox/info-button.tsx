import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useCommand } from '@/shared/keys/use-command';
import type { Info } from './use-info';

/** Shows and hides who the conversation is with. */
export function InfoButton({ info }: { info: Info }) {
  const { t } = useLingui();
  const shown = info.beside || info.over;
  const button = useFocusBack(shown);
  useCommand('conversation.info', info.toggle);
  return (
    <ActionIcon
      ref={button}
      aria-label={t`About this person`}
      aria-expanded={shown}
      size={30}
      onClick={info.toggle}
    >
      <IconInfoCircle size={17} />
    </ActionIcon>
  );
}

/** What had the focus is gone with the pane: the button has it then. */
function useFocusBack(shown: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current && !shown && document.activeElement === document.body) button.current?.focus();
    before.current = shown;
  }, [shown]);
  return button;
}
