/** What a server said, whole: reply code, enhanced code and words, none of them twice. */
export function serverWords(
  code: number | string | null | undefined,
  enhanced: string | null | undefined,
  words: string,
): string {
  const known = [code ? String(code) : '', enhanced ?? ''].filter(
    (each) => each !== '' && !words.split(/[\s-]/).includes(each),
  );
  return [...known, words].join(' ');
}
