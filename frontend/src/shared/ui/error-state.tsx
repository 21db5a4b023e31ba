import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Problem } from '@/api/problem';
import { CopyButton } from './copy-button';
import { useProblemText } from './problem-text';

/** What went wrong in a page or a part of it, with the number to quote and a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const problem = Problem.of(error);
  const text = useProblemText();
  const reference = problem.requestId === undefined ? problem.code : `${problem.code} · ${problem.requestId}`;
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<IconAlertTriangle />}
      title={text.title(problem)}
      m="md"
      role="alert"
    >
      <Text size="sm">{text.sentence(problem)}</Text>
      <Group gap="xs" mt="sm">
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        <Code>{reference}</Code>
        <CopyButton value={reference} />
      </Group>
    </Alert>
  );
}
