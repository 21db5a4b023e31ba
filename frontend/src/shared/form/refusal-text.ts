import { Problem } from '@/api/problem';
import { useFieldErrorText } from '@/shared/form/field-error-text';
import { useProblemText } from '@/shared/ui/problem-text';

/** Why something was not taken, in one or two sentences; undefined where nothing was refused. */
export function useRefusalText(): (error: unknown) => string | undefined {
  const words = useProblemText();
  const field = useFieldErrorText();
  return (error) => {
    if (error === null || error === undefined) return undefined;
    const problem = Problem.of(error);
    if (problem.errors.length > 0) return problem.errors.map((each) => field(each)).join(' ');
    return words.sentence(problem) || words.title(problem);
  };
}
