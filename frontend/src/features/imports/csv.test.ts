import { describe, expect, it } from 'vitest';
import { csvLine, parse, previewOf } from './csv';

const fileOf = (...parts: BlobPart[]) => new Blob(parts);

describe('the look into a CSV file', () => {
  it('knows the columns in both languages and makes the others custom values', async () => {
    const { columns, rows } = await previewOf(
      fileOf('\uFEFFNama;Surel;Kota Asal\nSari;sari@example.com;Bandung\n'),
    );
    expect(columns).toEqual([
      { header: 'Nama', field: 'name' },
      { header: 'Surel', field: 'email' },
      { header: 'Kota Asal', variable: 'data.kota_asal' },
    ]);
    expect(rows).toEqual([['Sari', 'sari@example.com', 'Bandung']]);
  });

  it('takes a second column of the same name as a custom value', async () => {
    const { columns } = await previewOf(fileOf('email,E-Mail\na@b.test,c@d.test'));
    expect(columns).toEqual([
      { header: 'email', field: 'email' },
      { header: 'E-Mail', variable: 'data.e_mail' },
    ]);
  });

  it('reads UTF-16 as Excel writes it, and the separator that the file announces', async () => {
    const utf16 = new Uint16Array([...'\uFEFFemail\tname\na@b.test\tÖzil'].map((char) => char.charCodeAt(0)));
    expect((await previewOf(fileOf(utf16))).rows).toEqual([['a@b.test', 'Özil']]);
    expect((await previewOf(fileOf('sep=|\r\nemail|name\r\na@b.test|Sari'))).rows).toEqual([
      ['a@b.test', 'Sari'],
    ]);
  });

  it('shows five lines however large the file is', async () => {
    const { rows } = await previewOf(fileOf('email\n', 'a@b.test\n'.repeat(100_000)));
    expect(rows).toHaveLength(5);
  });

  it('keeps separators, quotes and line ends inside quotes', () => {
    expect(parse('"a;b";"say ""hi""";"two\nlines"\nnext;;', ';', 10)).toEqual([
      ['a;b', 'say "hi"', 'two\nlines'],
      ['next', '', ''],
    ]);
  });

  it('does not count separators inside quotes of the first line', async () => {
    const { columns } = await previewOf(fileOf('"a,b,c";email\n1;a@b.test'));
    expect(columns).toHaveLength(2);
  });
});

describe('a line of CSV', () => {
  it('quotes what needs it and disarms what a spreadsheet would run', () => {
    expect(csvLine([3, 'plain', 'a,b', 'say "hi"', '=HYPERLINK("x")'])).toBe(
      '3,plain,"a,b","say ""hi""","\'=HYPERLINK(""x"")"',
    );
  });
});
