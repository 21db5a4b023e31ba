import { Alert, Button, Group, Modal, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Campaign, UncertainPolicyAction } from '@/api/generated/model';
import { FormProblem } from '@/shared/form/form-problem';
import { useCampaignCommands } from './use-campaign-commands';

type Props = { campaign: Campaign; opened: boolean; onClose: () => void };

const LONGEST = 720;

/** What becomes of uncertain messages when neither evidence nor a person decides. */
export function PolicyDialog(props: Props) {
  const { t } = useLingui();
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t`Uncertain messages`}>
      {props.opened && <PolicyForm {...props} />}
    </Modal>
  );
}

function PolicyForm({ campaign, onClose }: Props) {
  const { t } = useLingui();
  const { policy } = useCampaignCommands(campaign.id);
  const { uncertainPolicy } = campaign;
  const [action, setAction] = useState<UncertainPolicyAction>(uncertainPolicy.action);
  const [hours, setHours] = useState<number>(Math.round((uncertainPolicy.afterMinutes ?? 1440) / 60));
  const save = () =>
    policy.mutate({ action, afterMinutes: action === 'ask' ? null : hours * 60 }, { onSuccess: onClose });
  return (
    <Stack gap="md">
      <FormProblem error={policy.error} />
      <Text size="sm">
        <Trans>
          A connection can break after the content and before the server's reply: then nobody knows whether
          the message arrived. Kurir first looks for evidence. What is left:
        </Trans>
      </Text>
      <Radio.Group
        aria-label={t`When nobody decides`}
        value={action}
        onChange={(value) => setAction(value as UncertainPolicyAction)}
      >
        <Stack gap="sm">
          <Radio value="ask" label={t`Ask me`} description={t`It stays uncertain until a person decides.`} />
          <Radio
            value="assume"
            label={t`Assume sent`}
            description={t`Whoever does not have it will not get it.`}
          />
          <Radio
            value="send_again"
            label={t`Send again`}
            description={t`At least once: everybody gets it, some get it twice.`}
          />
        </Stack>
      </Radio.Group>
      {action !== 'ask' && (
        <NumberInput
          label={t`After how many hours`}
          description={t`One hour at least: a machine that hung may still hand it over.`}
          min={1}
          max={LONGEST}
          clampBehavior="strict"
          allowDecimal={false}
          value={hours}
          onChange={(value) => setHours(typeof value === 'number' ? value : 1)}
        />
      )}
      {action === 'send_again' && (
        <Alert color="yellow" variant="outline" icon={<IconAlertTriangle />}>
          <Trans>Whoever has the message already gets it twice, and nobody is asked first.</Trans>
        </Alert>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
        <Button loading={policy.isPending} onClick={save}>
          <Trans>Save</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
