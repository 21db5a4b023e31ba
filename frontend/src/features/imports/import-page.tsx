import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageBody } from '@/shared/ui/page';
import { PageHeader } from '@/shared/ui/page-header';
import { csvLine } from './csv';
import { download } from './download';
import { ImportForm } from './import-form';
import { ImportHistory } from './import-history';
import { ImportRun } from './import-run';

const MODEL = [
  ['email', 'name', 'phone', 'company', 'lists', 'tags', 'city'],
  ['sari@example.com', 'Sari Dewi', '+62 812 0000 0001', 'Toko Melati', 'Newsletter', 'vip', 'Bandung'],
  ['budi@example.com', 'Budi Santoso', '', 'CV Maju', 'Newsletter', '', 'Surabaya'],
];

/** People from a CSV file: choose, look, import, and what became of each line. */
export function ImportPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useLingui();
  const { id } = useSearch({ from: '/shell/contacts/import' });
  const navigate = useNavigate({ from: '/contacts/import' });
  const model = (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => download('kurir-contacts.csv', MODEL.map(csvLine))}
    >
      <Trans>Download a model file</Trans>
    </Button>
  );
  const another = (
    <Button renderRoot={(props) => <Link to="/contacts/import" search={{}} {...props} />}>
      <Trans>Import another file</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader title={t`Import contacts`} actions={id === undefined ? model : another} tabs={tabs} />
      <PageBody>
        {id === undefined ? (
          <ImportForm onStarted={(started) => void navigate({ search: { id: started } })} />
        ) : (
          <ImportRun key={id} id={id} />
        )}
        <ImportHistory open={id} />
      </PageBody>
    </>
  );
}
