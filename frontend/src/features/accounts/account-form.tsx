import { Alert, Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createAccount, updateAccount } from '@/api/generated/account/account';
import type { Account, Category, Provider } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { FormProblem } from '@/shared/form/form-problem';
import { useRefusal } from '@/shared/form/use-refusal';
import { useRequestKey } from '@/shared/hooks/use-request-key';
import { useCommand } from '@/shared/keys/use-command';
import { toast } from '@/shared/ui/toast';
import { AccountTest } from './account-test';
import { requestOf, valuesOf, type AccountValues } from './account-values';
import { GeneralGroup } from './general-group';
import { ImapGroup } from './imap-group';
import { LimitsGroup } from './limits-group';
import { accountQuery, refreshAccounts } from './queries';
import { SmtpGroup } from './smtp-group';
import classes from './account-form.module.css';

type Props = {
  account?: Account;
  categories: readonly Category[];
  providers: readonly Provider[];
  onClose: () => void;
  onDirty: (dirty: boolean) => void;
  onReload: () => Promise<{ data?: Account | undefined }>;
};

/** The fields of an account in short groups. It may be saved even if the test fails: the account then says why. */
export function AccountForm({ account, categories, providers, onClose, onDirty, onReload }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const request = useRequestKey();
  // Of what the fields show, whatever the query has learned since: over another version nothing is stored unseen.
  const [version, setVersion] = useState(account?.version);
  const form = useForm<AccountValues>({
    initialValues: valuesOf(account, categories[0]?.id ?? null),
    validate: {
      name: (value) => (value.trim() === '' ? t`Give the account a name` : null),
      categoryId: (value) => (value === null ? t`Choose a category` : null),
      provider: (value) => (value === null ? t`Choose who runs the mailbox` : null),
      fromAddress: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t`Enter a valid email address`),
      smtp: { host: (value) => (value.trim() === '' ? t`Enter the name of the server` : null) },
      limits: {
        perDay: (value, { limits: { slow } }) =>
          slow && value === '' ? t`A slow start needs a limit to grow up to` : null,
        window: {
          days: (value, { limits: { hours } }) =>
            hours && value.length === 0 ? t`Choose at least one day` : null,
        },
      },
      imap: {
        host: (value, { receives }) =>
          receives && value.trim() === '' ? t`Enter the name of the server` : null,
      },
    },
  });
  const refused = useRefusal(form);
  const dirty = form.isDirty();
  useEffect(() => {
    onDirty(dirty);
  }, [dirty, onDirty]);

  const save = useMutation({
    meta: { handlesProblem: true },
    mutationFn: (values: AccountValues) =>
      account
        ? updateAccount(account.id, requestOf(values), {
            headers: { 'If-Match': version ?? account.version },
          })
        : createAccount(requestOf(values), { headers: request.header() }),
    onSuccess: (saved) => {
      client.setQueryData(accountQuery(saved.id).queryKey, saved);
      toast.say(account ? t`${saved.name} was saved` : t`${saved.name} was added`);
      onDirty(false);
      onClose();
      return refreshAccounts(client);
    },
    onError: (error) => {
      request.settle(error);
      refused(error);
    },
  });
  const submit = form.onSubmit((values) => save.mutate(values), focusFirstError);
  useCommand('page.save', () => submit());
  const conflict = save.isError && Problem.of(save.error).status === 412;
  const takeNewest = async () => {
    const { data } = await onReload();
    if (!data) return;
    const newest = valuesOf(data, null);
    setVersion(data.version);
    form.setValues(newest);
    form.resetDirty(newest);
    form.clearErrors();
    save.reset();
  };
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {conflict ? (
        <Alert color="yellow" variant="outline" title={t`Somebody else changed this account`} mb="md">
          <Button size="xs" variant="default" onClick={() => void takeNewest()}>
            <Trans>Load the newest version</Trans>
          </Button>
        </Alert>
      ) : (
        <FormProblem error={save.error} />
      )}
      <GeneralGroup form={form} categories={categories} sandbox={account?.sandbox ?? false} />
      <SmtpGroup form={form} providers={providers} stored={account?.passwordStored ?? false} />
      <ImapGroup form={form} stored={account?.passwordStored ?? false} />
      <LimitsGroup form={form} />
      <AccountTest form={form} accountId={account?.id} />
      <footer className={classes.footer}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={save.isPending}>
          <Trans>Save</Trans>
        </Button>
      </footer>
    </form>
  );
}
