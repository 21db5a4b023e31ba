import { describe, expect, it } from 'vitest';
import type { QuickReply } from '@/api/generated/model';
import { matching, slashAt, unfilled } from './slash';

const reply = (shortcut: string, name: string): QuickReply => ({
  id: shortcut,
  shortcut,
  name,
  text: name,
  attachments: [],
});

describe('a slash', () => {
  it('asks at the start of a line and after a space, up to the cursor', () => {
    expect(slashAt('/pr', 3)).toEqual({ start: 0, query: 'pr' });
    expect(slashAt('Hello\n/', 7)).toEqual({ start: 6, query: '' });
    expect(slashAt('Hello /price list', 12)).toEqual({ start: 6, query: 'price' });
  });

  it('asks nowhere else', () => {
    expect(slashAt('and/or', 6)).toBeUndefined();
    expect(slashAt('https://example.com', 8)).toBeUndefined();
    expect(slashAt('km / h', 6)).toBeUndefined();
  });

  it('finds shortcuts first, then names', () => {
    const all = [reply('thanks', 'Price: thanks'), reply('price', 'All prices'), reply('hours', 'Hours')];
    expect(matching(all, 'Pric').map(({ shortcut }) => shortcut)).toEqual(['price', 'thanks']);
  });

  it('leaves variables behind that are named once each', () => {
    expect(unfilled('Dear {{name}}, {{name}} of {{company}} {x}')).toEqual(['{{name}}', '{{company}}']);
  });
});
