import { Alert, Badge } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Campaign } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { PageBody } from '@/shared/ui/page';
import { PageHeader } from '@/shared/ui/page-header';
import { CampaignStateBadge } from '@/shared/ui/state-badge';
import { CampaignAnswers } from './campaign-answers';
import { CampaignFigures } from './campaign-figures';
import { FrozenContent } from './frozen-content';
import { GeneratedMessages } from './generated-messages';
import { LiveActions } from './live-actions';
import { UncertainNotice } from './uncertain-notice';
import { WorkerNotice } from './worker-notice';

/** A campaign whose messages are made: what becomes of them, live, and what it says, to read only. */
export function CampaignLive({ campaign, menu }: { campaign: Campaign; menu: ReactNode }) {
  const { t } = useLingui();
  const formats = useFormats();
  const { name, state, sample, problem } = campaign;
  const senders = formats.list(campaign.accounts.map((account) => account.name));
  const groups = [...campaign.lists, ...campaign.tags].map((group) => group.name);
  return (
    <>
      <PageHeader
        title={name}
        beside={
          <>
            <CampaignStateBadge state={state} />
            {sample && (
              <Badge size="sm" variant="light" color="gray">
                <Trans>Sample</Trans>
              </Badge>
            )}
          </>
        }
        description={senders ? t`From ${senders} to ${formats.list(groups)}` : formats.list(groups)}
        actions={
          <>
            <LiveActions campaign={campaign} />
            {menu}
          </>
        }
      />
      <PageBody>
        {problem && (
          <Alert
            color="red"
            variant="outline"
            icon={<IconAlertTriangle />}
            mb="md"
            role="alert"
            title={
              state === 'paused' ? (
                <Trans>Servers refuse it, so it was paused</Trans>
              ) : (
                <Trans>It cannot go on by itself</Trans>
              )
            }
          >
            {problem}
          </Alert>
        )}
        <WorkerNotice campaign={campaign} />
        <UncertainNotice campaign={campaign} />
        <CampaignFigures campaign={campaign} />
        <CampaignAnswers campaign={campaign} />
        <GeneratedMessages campaign={campaign} />
        <FrozenContent campaign={campaign} />
      </PageBody>
    </>
  );
}
