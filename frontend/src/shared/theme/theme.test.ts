import { globSync, readFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const styles = 'node_modules/@mantine/core/styles';

/** What a component is built of, where its own style sheet is not enough. */
const PARTS: Record<string, string[]> = {
  TextInput: ['Input'],
  Textarea: ['Input'],
  PasswordInput: ['Input', 'PasswordInput'],
  NumberInput: ['Input', 'NumberInput'],
  FileInput: ['Input'],
  Select: ['Input', 'Combobox', 'Popover', 'ScrollArea'],
  NativeSelect: ['Input'],
  Autocomplete: ['Input', 'Combobox', 'Popover', 'ScrollArea'],
  MultiSelect: ['Input', 'Combobox', 'Popover', 'PillsInput', 'Pill', 'ScrollArea'],
  TagsInput: ['Input', 'Combobox', 'Popover', 'PillsInput', 'Pill', 'ScrollArea'],
  Menu: ['Menu', 'Popover'],
  HoverCard: ['Popover'],
};

function usedComponents(): string[] {
  const files = globSync('src/**/*.tsx').filter((file) => !file.endsWith('.test.tsx'));
  const imports = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/import \{([^}]+)\} from '@mantine\/core'/g),
  ]);
  const names = imports.flatMap(([, list]) => (list ?? '').split(',').map((name) => name.trim()));
  return [...new Set(names)].filter((name) => /^[A-Z]/.test(name));
}

describe('the style sheets of Mantine', () => {
  it('are there for every component in use', () => {
    const sheet = readFileSync('src/shared/theme/mantine.css', 'utf8');
    const needed = usedComponents().flatMap((name) => PARTS[name] ?? [name]);
    const missing = needed
      .filter((name) => existsSync(`${styles}/${name}.css`))
      .filter((name) => !sheet.includes(`/${name}.layer.css'`));
    expect(missing).toEqual([]);
  });
});
