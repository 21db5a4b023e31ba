import { useFieldErrorText } from '@/shared/form/field-error-text';
import type { DraftField } from './draft';
import type { DraftForm } from './use-draft';

/** Why the server refused a field of the draft, at that field. */
export function useFieldError({ saving }: DraftForm): (field: DraftField) => string | undefined {
  const text = useFieldErrorText();
  return (field) => {
    if (saving.state !== 'failed') return undefined;
    const found = saving.problem.errors.find(({ pointer }) => pointer.split('/')[1] === field);
    return found && text(found);
  };
}
