import { Button, Group, Input, Modal, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createQuickReply, updateQuickReply } from '@/api/generated/inbox/inbox';
import type { Attachment, QuickReply, QuickReplyRequest } from '@/api/generated/model';
import { AttachButton } from '@/shared/attachments/attach-button';
import { AttachmentList } from '@/shared/attachments/attachment-list';
import { FileDrop } from '@/shared/attachments/file-drop';
import { uploads } from '@/shared/attachments/uploads';
import { useUploads } from '@/shared/attachments/use-uploads';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { FormProblem } from '@/shared/form/form-problem';
import { useRefusal } from '@/shared/form/use-refusal';
import { quickRepliesQuery } from '@/shared/quick-replies/queries';
import { toast } from '@/shared/ui/toast';

type Props = { reply: QuickReply | 'new' | undefined; onClose: () => void };

/** One quick reply, new or as it is. */
export function QuickReplyDialog({ reply, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Modal
      opened={reply !== undefined}
      onClose={onClose}
      // what was written must not be lost by a click beside it
      closeOnClickOutside={false}
      title={reply === 'new' ? t`New quick reply` : t`Edit the quick reply`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {reply !== undefined && (
        <Form
          key={reply === 'new' ? 'new' : reply.id}
          reply={reply === 'new' ? undefined : reply}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

/** One dialog at a time. */
const PLACE = 'quick-reply';

const VARIABLES = '{{name}}, {{first_name}}, {{my_name}}, {{company}}';

type Written = Omit<QuickReplyRequest, 'attachments'> & { attachments: Attachment[] };

function Form({ reply, onClose }: { reply: QuickReply | undefined; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const instead = `{{first_name|${t`there`}}}`;
  const required = (value: string) => (value.trim() === '' ? t`Please fill this in` : null);
  const form = useForm<Written>({
    initialValues: {
      name: reply?.name ?? '',
      shortcut: reply?.shortcut ?? '',
      text: reply?.text ?? '',
      attachments: reply?.attachments ?? [],
    },
    validate: { name: required, shortcut: required, text: required },
  });
  const { attachments } = form.values;
  const arriving = useUploads({
    key: PLACE,
    files: () => form.getValues().attachments,
    put: (file) => form.insertListItem('attachments', file),
  });
  useEffect(() => () => uploads.stopAll(PLACE), []);
  const refused = useRefusal(form);
  const save = useMutation({
    meta: { handlesProblem: true },
    mutationFn: (written: Written) => {
      const values: QuickReplyRequest = { ...written, attachments: written.attachments.map(({ id }) => id) };
      return reply ? updateQuickReply(reply.id, values) : createQuickReply(values);
    },
    onSuccess: () => {
      onClose();
      toast.say(t`Saved`);
      return client.invalidateQueries({ queryKey: quickRepliesQuery.queryKey });
    },
    onError: refused,
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        if (!save.isPending && !arriving.busy) save.mutate(values);
      }, focusFirstError)}
    >
      {save.isError && <FormProblem error={save.error} />}
      <TextInput label={t`Name`} maxLength={100} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        mt="sm"
        label={t`Shortcut`}
        description={t`Letters, digits, - and _. It is typed after the slash.`}
        leftSection="/"
        maxLength={40}
        autoComplete="off"
        {...form.getInputProps('shortcut')}
      />
      <FileDrop onFiles={arriving.add}>
        <Textarea
          mt="sm"
          label={t`Text`}
          description={t`Filled in when it is inserted: ${VARIABLES}. ${instead} names what stands there instead of nothing.`}
          autosize
          minRows={6}
          maxRows={16}
          maxLength={20_000}
          {...form.getInputProps('text')}
        />
        <AttachmentList
          files={attachments}
          running={arriving.running}
          onRemove={(id) =>
            form.setFieldValue('attachments', (files) => files.filter((file) => file.id !== id))
          }
          onStop={arriving.stop}
        />
        {form.errors.attachments !== undefined && <Input.Error mt={4}>{form.errors.attachments}</Input.Error>}
      </FileDrop>
      <Group justify="space-between" gap="sm" mt="lg">
        <AttachButton onFiles={arriving.add} />
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={save.isPending} disabled={arriving.busy}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Group>
    </form>
  );
}
