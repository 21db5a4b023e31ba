import { expect, it } from 'vitest';
import { linkOf } from './links';

it.each([
  ['https://toko.test/a?b=1', 'https://toko.test/a?b=1'],
  [' HTTP://toko.test ', 'HTTP://toko.test'],
  ['toko.test/menu', 'https://toko.test/menu'],
  ['toko.test:8080', 'https://toko.test:8080'],
  ['ani@toko.test', 'mailto:ani@toko.test'],
  ['mailto:ani@toko.test', 'mailto:ani@toko.test'],
])('a link leads where somebody means: %s', (typed, address) => {
  expect(linkOf(typed)).toBe(address);
});

it.each([
  '',
  'menu',
  '/menu',
  '//toko.test',
  'javascript:alert(1)',
  'data:text/html,a',
  'ftp://toko.test',
  'a b.test',
])('a link leads nowhere else: %s', (typed) => {
  expect(linkOf(typed)).toBeUndefined();
});
