/** Saves lines as a file that spreadsheets open with the right letters (UTF-8 with a mark). */
export function download(fileName: string, lines: readonly string[]): void {
  const url = URL.createObjectURL(
    new Blob(['\uFEFF', lines.join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
