import { describe, expect, it } from 'vitest';
import { isFormatted, toHtml, wordsOf } from './rich-words';

describe('a formatted answer and its words', () => {
  it.each([
    ['Yes.', '<p>Yes.</p>'],
    ['Hello <you> & all,\nyes.\n\nBye', '<p>Hello &lt;you&gt; &amp; all,<br>yes.</p><p>Bye</p>'],
    ['a\n\n\n\nb', '<p>a</p><p></p><p>b</p>'],
  ])('a text becomes paragraphs and the same text again: %j', (text, html) => {
    expect(toHtml(text)).toBe(html);
    expect(wordsOf(html)).toBe(text);
    expect(isFormatted(html)).toBe(false);
  });

  it.each([
    [
      '<p>A <strong>b</strong></p><ol start="9"><li><p>c</p></li><li><p>d</p></li></ol>',
      'A b\n\n9. c\n10. d',
    ],
    ['<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>', '- a\n  - b'],
    ['<blockquote><p>a</p><p>b</p></blockquote><p>c</p>', '> a\n>\n> b\n\nc'],
    ['<p><a href="https://a.test/x">here</a></p>', 'here (https://a.test/x)'],
    ['<p><a href="mailto:a@b.test">a@b.test</a></p>', 'a@b.test'],
  ])('lists, quotes and links are still to be read: %s', (html, text) => {
    expect(wordsOf(html)).toBe(text);
    expect(isFormatted(html)).toBe(true);
  });

  it('nothing is no paragraph', () => {
    expect(toHtml(' \n')).toBe('');
    expect(wordsOf('<p></p>')).toBe('');
  });

  it('nothing runs while it is read', () => {
    expect(wordsOf('<p>a<img src=x onerror="globalThis.ran = true"></p>')).toBe('a');
    expect('ran' in globalThis).toBe(false);
  });
});
