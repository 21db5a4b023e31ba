import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answers, Campaign } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { Count } from '@/shared/ui/number';
import { Panel, Section } from '@/shared/ui/page';
import { answersQuery } from './queries';
import classes from './campaign-figures.module.css';

/** What came back: the result of a campaign. Each number leads to its conversations. */
export function CampaignAnswers({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const { accepted } = campaign.progress.states;
  const answers = useQuery({ ...answersQuery(campaign.id), enabled: accepted > 0 }).data;
  if (!answers) return null;
  const nothing = Object.values(answers).every((count) => count === 0);
  return (
    <Section title={t`What came back`}>
      <Panel className={classes.panel}>
        {nothing ? (
          <p className={classes.eta}>
            <Trans>Nothing yet. Replies appear here and in the inbox by themselves.</Trans>
          </p>
        ) : (
          <Figures campaign={campaign.id} answers={answers} sent={accepted} />
        )}
      </Panel>
    </Section>
  );
}

function Figures({ campaign, answers, sent }: { campaign: string; answers: Answers; sent: number }) {
  const { t } = useLingui();
  const formats = useFormats();
  const kinds = [
    { key: 'replied', label: t`Replies`, search: {} },
    { key: 'autoReplied', label: t`Automatic replies`, search: { category: 'out_of_office' } },
    { key: 'bounced', label: t`Bounces`, search: { category: 'bounce' } },
    { key: 'complained', label: t`Complaints`, search: {} },
    { key: 'unsubscribed', label: t`Unsubscribed by mail`, search: { category: 'unsubscribe' } },
  ] as const;
  return (
    <ul className={classes.legend}>
      {kinds
        .filter(({ key }) => answers[key] > 0)
        .map(({ key, label, search }) => (
          <li key={key}>
            <Link to="/inbox" search={{ tab: 'all', campaign, ...search }} className={classes.state}>
              {label}{' '}
              <b>
                <Count value={answers[key]} />
              </b>{' '}
              {formats.percent(answers[key] / sent)}
            </Link>
          </li>
        ))}
    </ul>
  );
}
