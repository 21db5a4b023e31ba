import type { Problem } from '@/api/problem';
import { useFieldErrorText } from '@/shared/form/field-error-text';
import { useProblemText } from '@/shared/ui/problem-text';

/** Why the name of a list or tag was refused, in one line. */
export function useNameError(): (problem: Problem) => string {
  const fieldText = useFieldErrorText();
  const text = useProblemText();
  return (problem) => (problem.errors[0] ? fieldText(problem.errors[0]) : text.title(problem));
}
