import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { CampaignState } from '@/api/generated/model';
import { Count } from '@/shared/ui/number';
import { CAMPAIGN_LOOKS } from '@/shared/ui/state-badge';
import { TabCount, tabLink, TabLinks } from '@/shared/ui/tab-links';
import { STATES, type CampaignsSearch } from './search';

/** States that most campaigns only pass through: shown while one is in them. */
const PASSING: readonly CampaignState[] = ['generating', 'scheduled'];

type Props = { search: CampaignsSearch; counts: Record<string, number> | undefined };

/** One tab per state with how many are in it. */
export function StateTabs({ search, counts = {} }: Props) {
  const { t, i18n } = useLingui();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = STATES.filter(
    (state) => !PASSING.includes(state) || (counts[state] ?? 0) > 0 || search.state === state,
  );
  const link = (state: CampaignState | undefined) => ({
    to: '/campaigns' as const,
    search: { ...(search.q && { q: search.q }), ...(state && { state }) },
    replace: true,
    className: tabLink,
    'aria-current': search.state === state ? ('page' as const) : undefined,
    activeProps: {},
  });
  return (
    <TabLinks label={t`Campaigns by state`}>
      <Link {...link(undefined)}>
        <Trans>All</Trans>
        <TabCount>
          <Count value={all} />
        </TabCount>
      </Link>
      {shown.map((state) => (
        <Link key={state} {...link(state)}>
          {i18n._(CAMPAIGN_LOOKS[state].label)}
          <TabCount>
            <Count value={counts[state] ?? 0} />
          </TabCount>
        </Link>
      ))}
    </TabLinks>
  );
}
