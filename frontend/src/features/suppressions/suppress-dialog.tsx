import { Button, Group, Modal, Text, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { suppress } from '@/api/generated/suppression/suppression';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { FormProblem } from '@/shared/form/form-problem';
import { useRefusal } from '@/shared/form/use-refusal';
import { toast } from '@/shared/ui/toast';
import { refreshSuppressions } from './refresh';

export function SuppressDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Suppress an address`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {opened && <SuppressForm onClose={onClose} />}
    </Modal>
  );
}

function SuppressForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { email: '', note: '' },
    validate: { email: (value) => (value.trim() === '' ? t`Please fill this in` : null) },
  });
  const refused = useRefusal(form);
  const add = useMutation({
    meta: { handlesProblem: true },
    mutationFn: ({ email, note }: { email: string; note: string }) =>
      suppress({ email: email.trim(), ...(note.trim() !== '' && { note: note.trim() }) }),
    onSuccess: ({ email }) => {
      toast.say(t`${email} is not mailed from now on`);
      onClose();
      return refreshSuppressions(client);
    },
    onError: refused,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values), focusFirstError)}>
      {add.isError && <FormProblem error={add.error} />}
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>
          From now on no message leaves for this address, not even one that already waits in the outbox.
        </Trans>
      </Text>
      <TextInput
        label={t`Email`}
        type="email"
        autoComplete="off"
        maxLength={254}
        data-autofocus
        {...form.getInputProps('email')}
      />
      <Textarea
        mt="sm"
        label={t`Note`}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('note')}
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={add.isPending}>
          <Trans>Suppress</Trans>
        </Button>
      </Group>
    </form>
  );
}
