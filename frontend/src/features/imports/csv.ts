/** How the first lines of a file look, for the preview. What counts is what the server reads: this only shows it early. */
export type CsvPreview = { delimiter: string; columns: Column[]; rows: string[][] };
export type Column = { header: string; field: KnownField | undefined };
export type KnownField = 'email' | 'name' | 'phone' | 'company' | 'tags' | 'lists';

const LOOK_AT = 64 * 1024;
const SHOWN = 5;

const NAMES: Record<KnownField, readonly string[]> = {
  email: ['email', 'e-mail', 'mail', 'surel', 'alamat email', 'email address'],
  name: ['name', 'full name', 'nama', 'nama lengkap'],
  phone: ['phone', 'telephone', 'mobile', 'telepon', 'telp', 'hp', 'no hp', 'ponsel'],
  company: ['company', 'organisation', 'organization', 'perusahaan', 'instansi'],
  tags: ['tags', 'tag', 'label', 'tanda'],
  lists: ['lists', 'list', 'daftar'],
};

/** Only the beginning is read, however large the file is. */
export async function previewOf(file: Blob): Promise<CsvPreview> {
  const text = decode(new Uint8Array(await file.slice(0, LOOK_AT).arrayBuffer()));
  const delimiter = delimiterOf(text);
  const [header = [], ...rows] = parse(text, delimiter, SHOWN + 1);
  return { delimiter, columns: header.map((each) => ({ header: each.trim(), field: knownAs(each) })), rows };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

function knownAs(header: string): KnownField | undefined {
  const plain = header
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');
  return (Object.keys(NAMES) as KnownField[]).find((field) => NAMES[field].includes(plain));
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
