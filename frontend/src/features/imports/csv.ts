/** How the first lines of a file look, for the preview. What counts is what the server reads: this only shows it early. */
export type CsvPreview = { columns: CsvColumn[]; rows: string[][] };
/** A field of the contact, or a custom value by its name in templates. */
export type CsvColumn = { header: string; field: KnownField } | { header: string; variable: string };
export type KnownField =
  'email' | 'name' | 'first_name' | 'last_name' | 'phone' | 'company' | 'tags' | 'lists';

const LOOK_AT = 64 * 1024;
const SHOWN = 5;

/** The same names that the server knows. */
const NAMES: Record<KnownField, readonly string[]> = {
  email: [
    'email',
    'e mail',
    'mail',
    'email address',
    'e mail address',
    'surel',
    'alamat email',
    'alamat surel',
  ],
  name: ['name', 'full name', 'nama', 'nama lengkap', 'contact', 'kontak'],
  first_name: ['first name', 'firstname', 'given name', 'nama depan'],
  last_name: ['last name', 'lastname', 'surname', 'family name', 'nama belakang'],
  phone: [
    'phone',
    'phone number',
    'mobile',
    'telephone',
    'telepon',
    'telp',
    'hp',
    'no hp',
    'nomor hp',
    'ponsel',
  ],
  company: ['company', 'organization', 'organisation', 'perusahaan', 'organisasi', 'instansi'],
  tags: ['tag', 'tags', 'label', 'labels'],
  lists: ['list', 'lists', 'daftar'],
};
const FIELDS = Object.keys(NAMES) as KnownField[];

/** Only the beginning is read, however large the file is. */
export async function previewOf(file: Blob): Promise<CsvPreview> {
  const text = decode(new Uint8Array(await file.slice(0, LOOK_AT).arrayBuffer()));
  const announced = /^sep=(.)[ \t]*\r?\n/i.exec(text);
  const body = announced ? text.slice(announced[0].length) : text;
  const [header = [], ...rows] = parse(body, announced?.[1] ?? delimiterOf(body), SHOWN + 1);
  return { columns: columnsOf(header), rows };
}

/** Only the first column of a name is the known one: a second "email" is a custom value. */
function columnsOf(header: readonly string[]): CsvColumn[] {
  const used = new Set<KnownField>();
  return header.map((name, index) => {
    const words = name
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const field = FIELDS.find((each) => NAMES[each].includes(words) && !used.has(each));
    if (field === undefined)
      return {
        header: name.trim(),
        variable: `data.${(words || `column ${index + 1}`).replaceAll(' ', '_')}`,
      };
    used.add(field);
    return { header: name.trim(), field };
  });
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** The separator that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const line = (text.match(/^(?:"(?:[^"]|"")*"|[^\r\n"])*/)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => line.split(delimiter).length - 1;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The first lines as cells; quotes may hold separators, line ends and doubled quotes. */
export function parse(text: string, delimiter: string, limit: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((each) => each.trim() !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < text.length && rows.length < limit; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === delimiter) {
      row.push(cell);
      cell = '';
    } else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  if (rows.length < limit && (cell !== '' || row.length > 0)) endRow();
  return rows;
}

/** One line of CSV. A cell that a spreadsheet would run as a formula gets a quote in front. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells
    .map((cell) => quote(typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)))
    .join(',');
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
