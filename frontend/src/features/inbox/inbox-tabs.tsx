import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CountConversationsParams } from '@/api/generated/model';
import { compact } from '@/shared/search-params';
import { Count } from '@/shared/ui/number';
import { TabCount, tabLink, TabLinks } from '@/shared/ui/tab-links';
import { TAB_LABELS } from './labels';
import { tabCountsQuery } from './queries';
import { FIRST_TAB, TABS, type InboxSearch } from './search';

/** The tabs with what stands under each of them now. */
export function InboxTabs({ search }: { search: InboxSearch }) {
  const { t, i18n } = useLingui();
  const counts = useQuery(
    tabCountsQuery(compact({ tag: search.tag, team: search.team }) as CountConversationsParams),
  ).data;
  const chosen = search.tab ?? FIRST_TAB;
  return (
    <TabLinks label={t`Which conversations`}>
      {TABS.map((tab) => (
        <Link
          key={tab}
          to="/inbox"
          search={{ ...search, tab, open: undefined }}
          className={tabLink}
          activeProps={{}}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={tab === chosen ? 'page' : undefined}
        >
          {i18n._(TAB_LABELS[tab])}
          {counts && (
            <TabCount>
              <Count value={counts[tab]} compact />
            </TabCount>
          )}
        </Link>
      ))}
    </TabLinks>
  );
}
