import { Badge } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useBlocker, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Campaign } from '@/api/generated/model';
import { useCommand } from '@/shared/keys/use-command';
import { PageHeader } from '@/shared/ui/page-header';
import { CampaignStateBadge } from '@/shared/ui/state-badge';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { AccountRow } from './account-row';
import { AudienceRow } from './audience-row';
import { BasicsRow } from './basics-row';
import classes from './campaign-editor.module.css';
import { ConflictDialog } from './conflict-dialog';
import { ContentRow } from './content-row';
import { PreflightPanel } from './preflight-panel';
import { PreviewPane } from './preview-pane';
import { audienceQuery, preflightQuery } from './queries';
import { DraftSaveState } from './draft-save-state';
import { rowOf, type RowId } from './rows';
import type { Jump } from './summary-row';
import { TestDialog } from './test-dialog';
import { useDraft } from './use-draft';
import { useLiveAudience } from './use-live-audience';

type ActionProps = {
  before: () => Promise<string | undefined>;
  people: number | undefined;
  blocked: boolean;
};
type Props = { campaign: Campaign; menu: ReactNode; actions: (props: ActionProps) => ReactNode };

/** A draft: four rows in any order, what it will look like, and what stands in its way. It stores itself. */
export function CampaignEditor({ campaign, menu, actions }: Props) {
  const { t } = useLingui();
  const form = useDraft(campaign);
  const { edit } = useSearch({ from: '/shell/campaigns/$campaignId' });
  const navigate = useNavigate({ from: '/campaigns/$campaignId' });
  const [focus, setFocus] = useState<Jump>();
  const audience = useQuery(audienceQuery(form.stored));
  const preflight = useQuery(preflightQuery(form.stored));
  useLiveAudience();
  useCommand('page.save', () => void form.flush());
  const leaving = useBlocker({
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await form.flush()),
    enableBeforeUnload: form.unsaved,
    withResolver: true,
  });

  const open = (row: RowId | undefined, field?: string) => {
    setFocus(field === undefined ? undefined : { field });
    void navigate({ search: (old) => ({ ...old, edit: row }), replace: true, resetScroll: false });
  };
  const row = (id: RowId) => ({
    form,
    opened: edit === id,
    focus,
    onToggle: () => open(edit === id ? undefined : id),
  });
  return (
    <div className={classes.page}>
      <PageHeader
        title={form.stored.name}
        beside={
          <>
            <CampaignStateBadge state={campaign.state} />
            {campaign.sample && (
              <Badge size="sm" variant="light" color="gray">
                <Trans>Sample</Trans>
              </Badge>
            )}
          </>
        }
        actions={
          <>
            <DraftSaveState saving={form.saving} />
            <TestDialog campaign={form.stored} before={form.flush} sample={audience.data?.sample ?? []} />
            {menu}
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.rows}>
          <BasicsRow {...row('basics')} />
          <AccountRow {...row('account')} />
          <AudienceRow {...row('audience')} audience={audience} />
          <ContentRow {...row('content')} />
          <PreflightPanel
            query={preflight}
            stale={form.saving.state === 'dirty' || form.saving.state === 'saving'}
            form={form}
            onJump={(field) => open(rowOf(field), field)}
          />
        </div>
        <PreviewPane form={form} sample={audience.data?.sample ?? []} />
      </div>
      <div className={classes.bar}>
        {actions({
          before: form.store,
          people: audience.data?.recipients,
          blocked: preflight.data?.ok === false,
        })}
      </div>
      <ConflictDialog form={form} />
      <ConfirmDialog
        opened={leaving.status === 'blocked'}
        title={t`Leave without saving?`}
        yes={t`Yes, leave`}
        onYes={() => leaving.proceed?.()}
        onNo={() => leaving.reset?.()}
      >
        <Trans>Your last changes could not be stored. They are lost when you leave this page.</Trans>
      </ConfirmDialog>
    </div>
  );
}
