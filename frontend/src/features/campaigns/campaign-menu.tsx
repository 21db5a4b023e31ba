import { Menu, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { IconCopy, IconDots, IconHelpCircle, IconPlayerStop, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Campaign } from '@/api/generated/model';
import { RowMenu } from '@/shared/table/row-menu';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { toast } from '@/shared/ui/toast';
import { CancelDialog } from './cancel-dialog';
import { PolicyDialog } from './policy-dialog';
import { useCampaignCommands } from './use-campaign-commands';

type Props = { campaign: Campaign; onDeleted?: () => void };

/** Duplicate, cancel, delete: what is not the next step. */
export function CampaignMenu({ campaign, onDeleted }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const commands = useCampaignCommands(campaign.id);
  const [asking, setAsking] = useState<'cancel' | 'delete' | 'policy'>();
  const { name, state } = campaign;
  const running = state === 'processing' || state === 'paused' || state === 'generating';
  const cancellable = running || state === 'generated' || state === 'scheduled';
  const duplicate = () =>
    commands.duplicate.mutate(undefined, {
      onSuccess: (copy) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: copy.id } }),
    });
  const remove = () =>
    commands.remove.mutate(undefined, {
      onSuccess: () => {
        setAsking(undefined);
        toast.say(t`“${name}” was deleted`);
        onDeleted?.();
      },
    });
  return (
    <>
      <RowMenu label={t`Actions for ${name}`} icon={<IconDots size={16} />}>
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={duplicate}>
          <Trans>Duplicate</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconHelpCircle size={15} />} onClick={() => setAsking('policy')}>
          <Trans>Uncertain messages…</Trans>
        </Menu.Item>
        {cancellable && (
          <Menu.Item leftSection={<IconPlayerStop size={15} />} onClick={() => setAsking('cancel')}>
            <Trans>Cancel the campaign</Trans>
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={15} />}
          color="red"
          disabled={running}
          onClick={() => setAsking('delete')}
        >
          <Trans>Delete</Trans>
        </Menu.Item>
      </RowMenu>
      <PolicyDialog campaign={campaign} opened={asking === 'policy'} onClose={() => setAsking(undefined)} />
      <CancelDialog campaign={campaign} opened={asking === 'cancel'} onClose={() => setAsking(undefined)} />
      <ConfirmDialog
        opened={asking === 'delete'}
        title={t`Delete “${name}”?`}
        yes={t`Yes, delete`}
        busy={commands.remove.isPending}
        onYes={remove}
        onNo={() => setAsking(undefined)}
      >
        <Text size="sm">
          {state === 'draft' ? (
            <Trans>The draft and its content are gone for good.</Trans>
          ) : (
            <Trans>
              The campaign is gone for good. Messages that wait are cancelled; what was sent stays in the
              outbox.
            </Trans>
          )}
        </Text>
      </ConfirmDialog>
    </>
  );
}
