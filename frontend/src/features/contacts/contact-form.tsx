import { Alert, Anchor, Button, Group, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconBan, IconMail, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { createContact, createList, updateContact } from '@/api/generated/contact/contact';
import type { Contact } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { FormProblem } from '@/shared/form/form-problem';
import { useFieldErrorText } from '@/shared/form/field-error-text';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { useRequestKey } from '@/shared/hooks/use-request-key';
import { useCommand } from '@/shared/keys/use-command';
import { SuppressionBadge } from '@/shared/ui/suppression-badge';
import { toast } from '@/shared/ui/toast';
import { nameOf } from './contact-table';
import { fieldOf, listIds, requestOf, valuesOf, type ContactValues } from './contact-values';
import classes from './contact-form.module.css';
import { CustomValues } from './custom-values';
import { contactQuery, listsQuery, tagsQuery } from './queries';
import { refreshContacts } from './refresh';

type Props = {
  contact?: Contact;
  onClose: () => void;
  onReload?: () => Promise<{ data?: Contact | undefined }>;
  onWrite: (contact: Contact) => void;
  onDelete: (contact: Contact) => void;
};

/** The fields of a person. What the server refuses is said at the field it refused. */
export function ContactForm({ contact, onClose, onReload, onWrite, onDelete }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const errorText = useFieldErrorText();
  const lists = useQuery(listsQuery);
  const tags = useQuery(tagsQuery);
  const [version, setVersion] = useState(contact?.version);
  const request = useRequestKey();
  const form = useForm<ContactValues>({ initialValues: valuesOf(contact) });

  const save = useMutation({
    meta: { handlesProblem: true },
    mutationFn: async (values: ContactValues) => {
      const ids = await listIds(values.lists, lists.data ?? [], (name) => createList({ name }));
      const body = requestOf(values, ids);
      return contact
        ? updateContact(contact.id, body, { headers: { 'If-Match': version ?? contact.version } })
        : createContact(body, { headers: request.header() });
    },
    onSuccess: async (saved) => {
      client.setQueryData(contactQuery(saved.id).queryKey, saved);
      const name = nameOf(saved);
      toast.say(contact ? t`${name} was saved` : t`${name} was added`);
      onClose();
      await refreshContacts(client);
    },
    onError: (error, values) => {
      request.settle(error);
      const { errors: problems, code } = Problem.of(error);
      form.setErrors(Object.fromEntries(problems.map((each) => [fieldOf(each, values), errorText(each)])));
      if (code === 'contact_exists') form.setFieldError('email', t`Another contact has this address`);
      focusFirstError();
    },
  });
  const submit = form.onSubmit((values) => save.mutate(values));
  useCommand('page.save', () => submit());

  const conflict = save.isError && Problem.of(save.error).status === 412;
  const takeNewest = async () => {
    const { data } = (await onReload?.()) ?? {};
    if (!data) return;
    setVersion(data.version);
    form.setValues(valuesOf(data));
    save.reset();
  };
  return (
    <form onSubmit={submit} noValidate>
      {save.isError && <FormProblem error={save.error} />}
      {conflict && (
        <Button size="xs" variant="default" mb="md" onClick={() => void takeNewest()}>
          <Trans>Show the newest version</Trans>
        </Button>
      )}
      {contact?.suppressed && <NotMailed contact={contact} reason={contact.suppressed} />}
      <TextInput
        label={t`Email`}
        type="email"
        autoComplete="off"
        maxLength={254}
        data-autofocus
        {...form.getInputProps('email')}
      />
      <TextInput mt="sm" label={t`Name`} autoComplete="off" maxLength={200} {...form.getInputProps('name')} />
      <TextInput
        mt="sm"
        label={t`Phone`}
        type="tel"
        autoComplete="off"
        maxLength={50}
        {...form.getInputProps('phone')}
      />
      <TextInput
        mt="sm"
        label={t`Company`}
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps('company')}
      />
      <TagsInput
        mt="sm"
        label={t`Lists`}
        description={t`Choose, or type a new name and press Enter`}
        data={lists.data?.map(({ name }) => name) ?? []}
        {...form.getInputProps('lists')}
      />
      <TagsInput
        mt="sm"
        label={t`Tags`}
        description={t`Choose, or type a new name and press Enter`}
        data={tags.data?.map(({ name }) => name) ?? []}
        {...form.getInputProps('tags')}
      />
      <CustomValues form={form} />
      <Group justify="space-between" className={classes.foot}>
        <Group gap="xs">
          {contact && (
            <>
              <Button
                variant="default"
                leftSection={<IconTrash size={15} />}
                onClick={() => onDelete(contact)}
              >
                <Trans>Delete</Trans>
              </Button>
              {contact.email !== null && contact.suppressed === null && (
                <Button
                  variant="default"
                  leftSection={<IconMail size={15} />}
                  onClick={() => onWrite(contact)}
                >
                  <Trans>Write a message</Trans>
                </Button>
              )}
            </>
          )}
        </Group>
        <Button type="submit" loading={save.isPending}>
          {contact ? <Trans>Save</Trans> : <Trans>Add contact</Trans>}
        </Button>
      </Group>
    </form>
  );
}

function NotMailed({ contact, reason }: { contact: Contact; reason: string }) {
  return (
    <Alert
      color="gray"
      variant="outline"
      icon={<IconBan />}
      mb="md"
      title={<Trans>This address is not mailed</Trans>}
    >
      <Group gap="xs">
        <SuppressionBadge reason={reason} />
        {contact.email !== null && (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/contacts/suppressions" search={{ q: contact.email! }} {...props} />
            )}
          >
            <Trans>See in suppressions</Trans>
          </Anchor>
        )}
      </Group>
    </Alert>
  );
}
