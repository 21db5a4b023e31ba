import { Button, Modal, Stack, Text } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Quarantined } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { accountNamesQuery } from '@/shared/names';
import { DateTime } from '@/shared/ui/time';
import classes from './quarantine.module.css';

type Props = { mails: readonly Quarantined[]; onClose: () => void };

const REASONS = {
  too_large: msg`It is too large`,
  header_too_large: msg`Its header is too large`,
  too_many_parts: msg`It has too many parts`,
  too_many_addresses: msg`It names too many addresses`,
  too_deep: msg`Its parts are nested too deeply`,
  broken: msg`Its content is broken`,
  withheld: msg`Its server does not hand it over`,
};

/** Mails that were not read, why, and what came. */
export function QuarantineDialog({ mails, onClose }: Props) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const accounts = useQuery(accountNamesQuery).data ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Mails that could not be read`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            They arrived and are kept as they came, but they are in no conversation. A mail program can open
            what you download; take care with mails of people you do not know.
          </Trans>
        </Text>
        <ul className={classes.list} aria-label={t`Mails that could not be read`}>
          {mails.map((mail) => {
            const account = accounts.find(({ id }) => id === mail.accountId)?.name ?? '';
            return (
              <li key={mail.id} className={classes.mail}>
                <div className={classes.what}>
                  <strong>{i18n._(REASONS[mail.reason])}</strong>
                  <div className={classes.facts}>
                    {account} · <DateTime value={mail.receivedAt} /> · {formats.bytes(mail.octets)}
                  </div>
                  {mail.detail !== '' && <code className={classes.detail}>{mail.detail}</code>}
                </div>
                {mail.reason === 'withheld' ? (
                  <Text size="sm" c="dimmed">
                    <Trans>Nothing to download</Trans>
                  </Text>
                ) : (
                  <Button
                    component="a"
                    size="compact-sm"
                    variant="default"
                    href={`/api/v1/mails/${mail.id}/raw`}
                    download="mail.eml"
                    leftSection={<IconDownload size={15} aria-hidden />}
                  >
                    <Trans>Download</Trans>
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </Stack>
    </Modal>
  );
}
