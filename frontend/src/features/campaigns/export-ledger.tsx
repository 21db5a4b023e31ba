import { Button, Menu } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { getExportLedgerUrl } from '@/api/generated/campaign/campaign';

/** Everybody in the audience as a file: who got it, who did not, and why. The browser saves the stream as it comes. */
export function ExportLedger({ campaign }: { campaign: string }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
          <Trans>Export who got it</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" download href={getExportLedgerUrl(campaign, { bom: true })}>
          <Trans>CSV for a spreadsheet</Trans>
        </Menu.Item>
        <Menu.Item component="a" download href={getExportLedgerUrl(campaign)}>
          <Trans>CSV for a program</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
