import { CloseButton, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useCommand } from '@/shared/keys/use-command';

const PAUSE = 250;

type Props = {
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  /** As wide as there is room. */
  wide?: boolean;
};

/** Search that lives in the address: it follows the typing after a short pause, and the key / leads to it. */
export function SearchField({ value, onChange, label, placeholder, wide = false }: Props) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    // The address changed from elsewhere: the back button, "Clear filters".
    setKnown(value);
    if (text.trim() !== value) setText(value);
  }
  const report = useEffectEvent((next: string) => next !== value && onChange(next));
  useEffect(() => {
    const timer = setTimeout(() => report(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  useCommand('page.search', () => input.current?.focus());
  return (
    <TextInput
      ref={input}
      type="search"
      size="sm"
      w={wide ? '100%' : { base: '100%', xs: 240 }}
      aria-label={label}
      placeholder={placeholder ?? label}
      maxLength={200}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        text !== '' && <CloseButton size="sm" aria-label={t`Clear the search`} onClick={() => setText('')} />
      }
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && text !== '' && (event.stopPropagation(), setText(''))}
    />
  );
}
