/** `/smtp/host` becomes `smtp.host`, the path that @mantine/form knows. */
export function pathOf(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}
