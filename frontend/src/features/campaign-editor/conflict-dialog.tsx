import { Button, Group, Modal, Skeleton, Table, Text } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/shared/ui/error-state';
import { teamsQuery } from '@/shared/teams';
import { ROTATIONS } from './rotations';
import { differences, draftOf, type Draft, type DraftField } from './draft';
import type { DraftForm } from './use-draft';

const LABELS: Record<DraftField, MessageDescriptor> = {
  name: msg`Name`,
  accounts: msg`Accounts`,
  rotation: msg`Rotation`,
  lists: msg`Lists`,
  tags: msg`Tags`,
  teamId: msg`Team for the replies`,
  subject: msg`Subject`,
  preheader: msg`Preheader`,
  html: msg`HTML`,
  text: msg`Text`,
};

/** Two people changed the same draft: both sides, field by field, and one choice. Nothing is overwritten unseen. */
export function ConflictDialog({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const opened = form.saving.state === 'conflict';
  return (
    <Modal
      opened={opened}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="lg"
      title={t`Somebody else changed this in the meantime`}
    >
      {opened && <Compare form={form} />}
    </Modal>
  );
}

function Compare({ form }: { form: DraftForm }) {
  const { i18n } = useLingui();
  const shown = useShown();
  const theirs = useQuery({
    queryKey: ['draft-theirs', form.stored.id],
    queryFn: form.theirs,
    gcTime: 0,
    staleTime: 0,
  });
  if (theirs.isError) return <ErrorState error={theirs.error} onRetry={() => void theirs.refetch()} />;
  if (!theirs.data || theirs.isFetching) return <Skeleton height={120} />;
  const newest = theirs.data;
  const other = draftOf(newest);
  const fields = differences(form.values, other);
  return (
    <>
      <Text size="sm" mb="sm">
        <Trans>Your changes are not stored. Choose which version stays.</Trans>
      </Text>
      <Table verticalSpacing={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={110}>
              <Trans>Field</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Yours</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Theirs</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Td>{i18n._(LABELS[field])}</Table.Td>
              <Table.Td>{shown(form.values, field)}</Table.Td>
              <Table.Td>{shown(other, field)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={() => void form.resolve('theirs', newest)}>
          <Trans>Take theirs</Trans>
        </Button>
        <Button onClick={() => void form.resolve('mine', newest)}>
          <Trans>Keep mine</Trans>
        </Button>
      </Group>
    </>
  );
}

function useShown(): (draft: Draft, field: DraftField) => string {
  const { i18n, t } = useLingui();
  const teams = useQuery(teamsQuery).data ?? [];
  return (draft, field) => {
    if (field === 'rotation') return i18n._(ROTATIONS[draft.rotation]);
    if (field === 'teamId') return teams.find(({ id }) => id === draft.teamId)?.name ?? t`Everybody`;
    const value = draft[field];
    const text = Array.isArray(value) ? String(value.length) : value;
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
  };
}
