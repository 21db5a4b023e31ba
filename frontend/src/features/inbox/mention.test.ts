import { describe, expect, it } from 'vitest';
import { putAt } from './caret';
import { colleaguesFor, mentionAt, mentionedIn, pieces, standing } from './mention';

const colleague = (name: string, id = name) => ({ id, name, email: `${id}@example.com` });
const ANA = colleague('Ana');
const ANA_MARIA = colleague('Ana Maria');
const BUDI = colleague('Budi Santoso');

describe('an @', () => {
  it('asks for a colleague at the start, after a space and after a bracket, with spaces in the name', () => {
    expect(mentionAt('@bu', 3)).toEqual({ start: 0, query: 'bu' });
    expect(mentionAt('Hi\n@', 4)).toEqual({ start: 3, query: '' });
    expect(mentionAt('(@Budi San', 10)).toEqual({ start: 1, query: 'Budi San' });
  });

  it('asks for nobody in an address, or where a space follows it', () => {
    expect(mentionAt('budi@example', 12)).toBeUndefined();
    expect(mentionAt('5 @ 3', 5)).toBeUndefined();
  });

  it('finds names by their beginning first, then by another word of them', () => {
    expect(colleaguesFor([BUDI, ANA_MARIA, colleague('Santi')], 'san').map(({ name }) => name)).toEqual([
      'Santi',
      'Budi Santoso',
    ]);
    expect(colleaguesFor([BUDI], 'toso')).toEqual([]);
  });

  it('gives way to the text, unless somebody has changed it since', () => {
    const asked = { start: 3, query: 'hi' };
    expect(putAt('Yo @hi!', asked, '@', '@Hilda ')).toEqual({ text: 'Yo @Hilda !', cursor: 10 });
    expect(putAt('Yo @ho!', asked, '@', '@Hilda ')).toBeUndefined();
  });
});

describe('the names in a note', () => {
  it('are told from its text, the longer one first', () => {
    expect(pieces('@Ana Maria, @Ana!', ['Ana', 'Ana Maria'])).toEqual([
      { text: '@Ana Maria', name: 'Ana Maria' },
      { text: ', ' },
      { text: '@Ana', name: 'Ana' },
      { text: '!' },
    ]);
    expect(pieces('@Anabel and x@Ana', ['Ana'])).toEqual([{ text: '@Anabel and x@Ana' }]);
    expect(pieces('@B. (x)', ['B. (x)'])).toEqual([{ text: '@B. (x)', name: 'B. (x)' }]);
  });

  it('count only where they still stand', () => {
    expect(standing('@Ana Maria?', [ANA, ANA_MARIA])).toEqual([ANA_MARIA]);
    expect(standing('Ana?', [ANA])).toEqual([]);
  });

  it('may be typed in full, where nobody else has the same', () => {
    const twins = [colleague('Sari', '1'), colleague('Sari', '2')];
    const all = [ANA, BUDI, ...twins];
    const ids = (text: string, chosen = [] as { id: string; name: string }[]) =>
      mentionedIn(text, chosen, all).map(({ id }) => id);
    expect(ids('@Budi Santoso and @Sari')).toEqual([BUDI.id]);
    expect(ids('@Sari', [{ id: '2', name: 'Sari' }])).toEqual(['2']);
  });
});
