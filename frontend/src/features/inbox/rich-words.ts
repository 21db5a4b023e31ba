/** Characters of HTML as text. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text as its editor has it: an empty line ends a paragraph. */
export function toHtml(text: string): string {
  if (text.trim() === '') return '';
  return escaped(text)
    .split(/\n\n/)
    .map((lines) => `<p>${lines.split('\n').join('<br>')}</p>`)
    .join('');
}

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

/** Whether something is lost when only the words stay. */
export const isFormatted = (html: string) => parsed(html).querySelector(':not(p, br)') !== null;

/** The words of what the editor has, with numbers, `>` and addresses, much as the server sends them along. */
export function wordsOf(html: string): string {
  return blocks(parsed(html), '\n\n').replace(/\s+$/, '');
}

const BLOCKS = /^(P|UL|OL|LI|BLOCKQUOTE|H[1-6]|PRE|DIV|TABLE|TR)$/;

/** Blocks stand apart, words that no block holds are one. */
function blocks(parent: Node, between: string): string {
  const found: string[] = [];
  let line = '';
  const end = () => {
    if (line.trim() !== '') found.push(line.replace(/^ +/, ''));
    line = '';
  };
  parent.childNodes.forEach((node) => {
    if (!BLOCKS.test(node.nodeName)) {
      line += words(node);
      return;
    }
    end();
    found.push(block(node as Element));
  });
  end();
  return found.join(between);
}

function block(element: Element): string {
  switch (element.tagName) {
    case 'BLOCKQUOTE':
      return indented(blocks(element, '\n\n'), '> ', '> ').replaceAll(/^> $/gm, '>');
    case 'UL':
    case 'OL':
      return items(element).join('\n');
    case 'P':
      return [...element.childNodes].map(words).join('').replace(/\n$/, '').replace(/^ +/, '');
    default:
      return blocks(element, '\n');
  }
}

function items(list: Element): string[] {
  const start = Number(list.getAttribute('start') ?? 1);
  return [...list.children].map((item, at) => {
    const mark = list.tagName === 'OL' ? `${start + at}. ` : '- ';
    return indented(blocks(item, '\n'), mark, ' '.repeat(mark.length));
  });
}

const indented = (text: string, first: string, others: string) =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first : others) + line)
    .join('\n');

function words(node: Node): string {
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(/[\s\u00a0]+/g, ' ');
  const inside = [...node.childNodes].map(words).join('');
  if (!(node instanceof HTMLAnchorElement)) return inside;
  const address = (node.getAttribute('href') ?? '').replace(/^mailto:/i, '');
  return address === '' || address === inside.trim() ? inside : `${inside} (${address})`;
}
