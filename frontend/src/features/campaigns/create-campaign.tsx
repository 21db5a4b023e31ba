import { Button, Group, Modal, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { createCampaign } from '@/api/generated/campaign/campaign';
import { FormProblem } from '@/shared/form/form-problem';
import { useRequestKey } from '@/shared/hooks/use-request-key';
import { campaignQuery } from './queries';

/** A name is enough to begin; everything else is on the page of the campaign. */
export function CreateCampaign({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`New campaign`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {opened && <NameForm onClose={onClose} />}
    </Modal>
  );
}

function NameForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const request = useRequestKey();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const empty = name.trim() === '';
  const create = useMutation({
    meta: { handlesProblem: true },
    mutationFn: () => createCampaign({ name: name.trim() }, { headers: request.header() }),
    onSuccess: (campaign) => {
      client.setQueryData(campaignQuery(campaign.id).queryKey, campaign);
      void navigate({
        to: '/campaigns/$campaignId',
        params: { campaignId: campaign.id },
        search: { edit: 'account' },
      });
    },
    onError: request.settle,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!empty && !create.isPending) create.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      {create.isError && <FormProblem error={create.error} />}
      <TextInput
        label={t`Name`}
        description={t`Only you see it.`}
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && empty && t`Please fill this in`}
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={create.isPending}>
          <Trans>Create</Trans>
        </Button>
      </Group>
    </form>
  );
}
