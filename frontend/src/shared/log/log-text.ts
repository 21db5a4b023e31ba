import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { LogEntry } from '@/api/generated/model';
import { useReason } from '@/shared/workers/worker-text';

/**
 * What happened, as a sentence. A code that has no sentence here is shown as it is, with what it was given: a line of the
 * log is never hidden.
 */
export function useLogText(): (entry: LogEntry) => string {
  const { t } = useLingui();
  const reasonText = useReason();
  return useCallback(
    (entry: LogEntry) => {
      const { code, params } = entry;
      const account = entry.accountName ?? '';
      const name = params.name ?? '';
      const to = params.to ?? params.email ?? '';
      const file = params.file ?? '';
      const count = Number(params.count ?? 0);
      switch (code) {
        case 'worker_ready':
          return t`Email Automation is ready: ${account}`;
        case 'worker_wanted':
          return params.wanted === 'OFF'
            ? t`Worker switched OFF: ${account}`
            : t`Worker switched ON: ${account}`;
        case 'worker_off':
          return t`Worker is off: ${account}`;
        case 'worker_on':
          return t`Worker is on: ${account}`;
        case 'worker_blocked': {
          const reason = reasonText(params.reason ?? '');
          return t`${account} is blocked. ${reason}`;
        }
        case 'worker_unblocked':
          return t`${account} is no longer blocked`;
        case 'worker_rests': {
          const reason = reasonText(params.reason ?? '');
          return t`${account} rests for a while. ${reason}`;
        }
        case 'worker_slowed': {
          const reason = reasonText(params.reason ?? '');
          const rate = params.perMinute ?? '';
          return t`${account} goes slower, ${rate} messages a minute. ${reason}`;
        }
        case 'messages_sent':
          return plural(count, {
            one: `# message sent by ${account}`,
            other: `# messages sent by ${account}`,
          });
        case 'sending_fenced':
          return t`Nothing is sent until somebody has confirmed that this is the Kurir that sends`;
        case 'sending_confirmed': {
          const by = params.by ?? '';
          return t`${by} confirmed that this is the Kurir that sends`;
        }
        case 'message_rejected':
          return t`Rejected: the message to ${to}`;
        case 'message_deferred':
          return t`Deferred, will be tried again: the message to ${to}`;
        case 'message_uncertain':
          return t`Uncertain whether it arrived: the message to ${to}`;
        case 'message_expired':
          return t`Expired, given up: the message to ${to}`;
        case 'message_failed':
          if (params.reason === 'protocol')
            return t`Failed, the server did not understand Kurir: the message to ${to}`;
          if (params.code) return t`Failed, the server does not take it like this: the message to ${to}`;
          return t`Could not be built: the message to ${to}`;
        case 'user_invited':
          return t`Invited to work here: ${to}`;
        case 'user_joined':
          return t`Works here now: ${name}`;
        case 'user_removed':
          return t`No longer works here: ${name}`;
        case 'account_added':
          return t`Account added: ${account}`;
        case 'account_changed':
          return t`Account changed: ${account}`;
        case 'account_removed':
          return account === '' ? t`Account removed: ${name}` : t`Account removed: ${account}`;
        case 'account_activated':
          return t`Account activated: ${account}`;
        case 'account_deactivated':
          return t`Account deactivated: ${account}`;
        case 'suppressed':
          return t`No longer mailed: ${to}`;
        case 'unsuppressed':
          return t`May be mailed again: ${to}`;
        case 'unsubscribed':
          return t`Unsubscribed: ${to}`;
        case 'campaign_generating':
          return t`The messages of ${name} are being made`;
        case 'campaign_generated':
          return t`The messages of ${name} are made`;
        case 'campaign_started':
          return t`Campaign started: ${name}`;
        case 'campaign_paused':
          return t`Campaign paused: ${name}`;
        case 'campaign_refused':
          return t`Campaign paused, servers refuse it: ${name}`;
        case 'campaign_resumed':
          return t`Campaign resumed: ${name}`;
        case 'campaign_cancelled':
          return t`Campaign cancelled: ${name}`;
        case 'campaign_done':
          return t`Campaign done: ${name}`;
        case 'campaign_requeued':
          return plural(count, {
            one: `# failed message of ${name} is in the queue again`,
            other: `# failed messages of ${name} are in the queue again`,
          });
        case 'campaign_tested':
          return plural(count, {
            one: `Test of ${name} sent to # address`,
            other: `Test of ${name} sent to # addresses`,
          });
        case 'campaign_uncertain_policy':
          return params.policy === 'assume'
            ? t`Uncertain messages of ${name} are assumed sent when nobody decides`
            : params.policy === 'send_again'
              ? t`Uncertain messages of ${name} are sent again when nobody decides`
              : t`Uncertain messages of ${name} wait for a decision`;
        case 'uncertain_assumed':
          return plural(count, {
            one: `# uncertain message of ${account} counts as sent`,
            other: `# uncertain messages of ${account} count as sent`,
          });
        case 'uncertain_sent_again':
          return plural(count, {
            one: `# uncertain message of ${account} is sent again`,
            other: `# uncertain messages of ${account} are sent again`,
          });
        case 'uncertain_proven':
          return t`There is evidence that it arrived: the message to ${to}`;
        case 'uncertain_reopened':
          return plural(count, {
            one: `# message of ${account} is uncertain again`,
            other: `# messages of ${account} are uncertain again`,
          });
        case 'uncertain_recalled':
          return plural(count, {
            one: `# message of ${account} may have left before the database went back in time`,
            other: `# messages of ${account} may have left before the database went back in time`,
          });
        case 'campaign_exported':
          return t`Who got ${name} was exported`;
        case 'mail_reply': {
          const from = params.from ?? '';
          return t`Reply from ${from}`;
        }
        case 'mail_auto_reply': {
          const from = params.from ?? '';
          return t`Automatic reply from ${from}`;
        }
        case 'mail_bounce':
          return to === '' ? t`A mail came back` : t`Came back, could not be delivered: the message to ${to}`;
        case 'mail_complaint':
          return to === '' ? t`A mail was reported as spam` : t`Reported as spam: the message to ${to}`;
        case 'mail_unsubscribe': {
          const from = params.from ?? '';
          return t`Wants no more mail: ${from}`;
        }
        case 'mail_quarantined':
          return params.reason === 'withheld'
            ? t`A mail of ${account} was not handed over by its server`
            : t`A mail of ${account} could not be read and is kept as it came`;
        case 'mailbox_unreachable':
          return t`The mailbox of ${account} cannot be read`;
        case 'sent_copy_refused':
          return t`A copy of an answer could not be put into the Sent folder of ${account}`;
        case 'read_mark_refused':
          return t`The server of ${account} was not told what was read`;
        case 'conservation_broken':
          return t`The sum of ${name} does not come out`;
        case 'conservation_restored':
          return t`The sum of ${name} comes out again`;
        case 'import_started':
          return t`Import started: ${file}`;
        case 'import_done':
          return t`Import done: ${file}`;
        case 'import_failed':
          return t`Import failed: ${file}`;
        case 'contacts_removed':
          return plural(Number(params.contacts ?? 0), {
            one: '# contact removed',
            other: '# contacts removed',
          });
        case 'owner_created':
          return t`Owner created: ${name}`;
        default:
          return plain(entry);
      }
    },
    [t, reasonText],
  );
}

function plain({ code, accountName, params }: LogEntry): string {
  const values = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return [code.replaceAll('_', ' '), accountName, ...values].filter(Boolean).join(' · ');
}
