import type { Problem } from '@/api/problem';

/** `/smtp/host` becomes `smtp.host`, the path that @mantine/form knows. */
export function pathOf(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The refused fields of a problem as errors of a form. */
export function errorsOf(problem: Problem): Record<string, string> {
  return Object.fromEntries(problem.errors.map(({ pointer, detail }) => [pathOf(pointer), detail]));
}
