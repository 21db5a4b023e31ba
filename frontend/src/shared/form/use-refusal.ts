import { Problem } from '@/api/problem';
import { useFieldErrorText } from './field-error-text';
import { focusFirstError } from './focus-first-error';
import { pathOf } from './problem-errors';

type Form = { setErrors: (errors: Record<string, string>) => void };

/** Shows at its fields why the server refused a form, in the words of the screen, and leads to the first of them. */
export function useRefusal(form: Form): (error: unknown) => void {
  const text = useFieldErrorText();
  return (error) => {
    form.setErrors(
      Object.fromEntries(Problem.of(error).errors.map((each) => [pathOf(each.pointer), text(each)])),
    );
    focusFirstError();
  };
}
