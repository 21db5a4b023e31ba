import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Problem } from '@/api/problem';
import { useProblemText } from '@/shared/ui/problem-text';

/** Why the server refused a form: a summary above it; the fields say the rest themselves. */
export function FormProblem({ error }: { error: unknown }) {
  const text = useProblemText();
  if (error === null || error === undefined) return null;
  const problem = Problem.of(error);
  const sentence = text.sentence(problem);
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<IconAlertTriangle />}
      title={text.title(problem)}
      role="alert"
      mb="md"
    >
      {sentence !== '' && sentence}
      {problem.errors.length > 1 && (
        <List size="sm" mt="xs">
          {problem.errors.map((error) => (
            <List.Item key={error.pointer}>{error.detail}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
