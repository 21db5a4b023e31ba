import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '@/shared/keys/use-command';
import { LoadMore } from '@/shared/table/load-more';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { NoResults } from '@/shared/ui/no-results';
import { PageHeader } from '@/shared/ui/page-header';
import { SearchField } from '@/shared/ui/search-field';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { Toolbar } from '@/shared/ui/toolbar';
import { CampaignTable } from './campaign-table';
import { CreateCampaign } from './create-campaign';
import { campaignsQuery } from './queries';
import type { CampaignsSearch } from './search';
import { StateTabs } from './state-tabs';
import { useLiveCampaigns } from './use-live-campaigns';

/** All campaigns with their state, live, and the one thing that can be done next with each. */
export function CampaignsPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/shell/campaigns' });
  const navigate = useNavigate({ from: '/campaigns' });
  const [creating, setCreating] = useState(false);
  const query = useInfiniteQuery(campaignsQuery(search));
  useLiveCampaigns();
  useCommand('page.new', () => setCreating(true));

  const change = (next: Partial<CampaignsSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  const campaigns = query.data?.pages.flatMap((page) => page.items) ?? [];
  const last = query.data?.pages.at(-1);
  const filtered = search.q !== undefined || search.state !== undefined;
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      <Trans>New campaign</Trans>
    </Button>
  );
  const nothingAtAll = query.isSuccess && campaigns.length === 0 && !filtered;
  return (
    <>
      <PageHeader
        title={t`Campaigns`}
        actions={create}
        tabs={<StateTabs search={search} counts={last?.states} />}
      />
      {!nothingAtAll && (
        <Toolbar>
          <SearchField
            label={t`Search campaigns`}
            placeholder={t`Name or subject`}
            value={search.q ?? ''}
            onChange={(q) => change({ q: q === '' ? undefined : q })}
          />
        </Toolbar>
      )}
      {query.isPending ? (
        <TableSkeleton columns={5} />
      ) : query.isError && campaigns.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : nothingAtAll ? (
        <EmptyState drawing="campaign" title={t`No campaigns yet`} action={create}>
          <Trans>
            A campaign sends one content to many people, each with their own values, and shows what became of
            every message.
          </Trans>
        </EmptyState>
      ) : campaigns.length === 0 ? (
        <NoResults query={search.q} onClear={() => change({ q: undefined, state: undefined })} />
      ) : (
        <>
          <CampaignTable campaigns={campaigns} dimmed={query.isPlaceholderData} />
          <LoadMore
            shown={campaigns.length}
            total={last?.total}
            more={query.hasNextPage}
            loading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </>
      )}
      <CreateCampaign opened={creating} onClose={() => setCreating(false)} />
    </>
  );
}
