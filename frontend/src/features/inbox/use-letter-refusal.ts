import { Problem } from '@/api/problem';
import { useFieldErrorText } from '@/shared/form/field-error-text';
import { useRefusalText } from '@/shared/form/refusal-text';

const PLACES = ['accountId', 'to', 'cc', 'bcc', 'subject'] as const;
type Place = (typeof PLACES)[number];

/** Why the server did not take a mail: at its fields, and `text` is what belongs to none of them. */
export function useLetterRefusal(error: unknown): Partial<Record<Place | 'text', string>> {
  const words = useFieldErrorText();
  const sentence = useRefusalText();
  if (error === null || error === undefined) return {};
  const problem = Problem.of(error);
  const refused: Partial<Record<Place | 'text', string>> = {};
  for (const each of problem.errors) {
    const [name] = each.pointer
      .replace(/^\/letter(?=\/)/, '')
      .slice(1)
      .split('/');
    refused[PLACES.find((place) => place === name) ?? 'text'] ??= words(each);
  }
  const text = problem.errors.length === 0 ? sentence(problem) : undefined;
  return text === undefined ? refused : { ...refused, text };
}
