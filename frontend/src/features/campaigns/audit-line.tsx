import { Button, List } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChecks } from '@tabler/icons-react';
import type { Audit, Campaign } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { isMessageState, MESSAGE_LOOKS } from '@/shared/ui/state-badge';
import { Count } from '@/shared/ui/number';
import classes from './campaign-figures.module.css';
import { useCampaignCommands } from './use-campaign-commands';

/** When everybody was counted last, one by one, and the button that does it now. */
export function AuditLine({ campaign }: { campaign: Campaign }) {
  const { audit } = useCampaignCommands(campaign.id);
  return (
    <div className={classes.audit}>
      <AuditWords audit={campaign.progress.audit ?? undefined} />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconChecks size={15} aria-hidden />}
        loading={audit.isPending}
        onClick={() => audit.mutate()}
      >
        <Trans>Count now</Trans>
      </Button>
    </div>
  );
}

function AuditWords({ audit }: { audit: Audit | undefined }) {
  const formats = useFormats();
  if (!audit)
    return (
      <span>
        <Trans>Not counted one by one yet: that happens at the end, and each night.</Trans>
      </span>
    );
  const { accounted, differences } = audit;
  const today = new Date(audit.at).toDateString() === new Date().toDateString();
  const when = today ? formats.timeWithSeconds(audit.at) : formats.dateTime(audit.at);
  return (
    <span>
      {differences.length === 0 ? (
        <Trans>
          Checked {when}: all <Count value={accounted} /> accounted for
        </Trans>
      ) : (
        <Trans>Checked {when}: the counters do not say what is there</Trans>
      )}
    </span>
  );
}

const WORDS: Record<string, MessageDescriptor> = {
  audience: msg`In the audience`,
  skipped_suppressed: msg`Left out: suppressed`,
  skipped_unsubscribed: msg`Left out: unsubscribed`,
  skipped_duplicate: msg`Left out: twice in the audience`,
  skipped_no_address: msg`Left out: without an address`,
};

/** Each counter that lies, with what it says and what is there. */
export function Differences({ audit }: { audit: Audit | null | undefined }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  if (!audit || audit.differences.length === 0) return null;
  const word = (what: string) => {
    const known = isMessageState(what) ? MESSAGE_LOOKS[what].label : WORDS[what];
    return known ? i18n._(known) : what;
  };
  return (
    <List size="sm" mt="xs">
      {audit.differences.map(({ what, counted, found }) => {
        const name = word(what);
        const says = formats.number(counted);
        const are = formats.number(found);
        return <List.Item key={what}>{t`${name}: the counter says ${says}, there are ${are}`}</List.Item>;
      })}
    </List>
  );
}
