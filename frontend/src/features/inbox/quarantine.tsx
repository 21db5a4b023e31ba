import { Button, Tooltip } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconFileAlert } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { quarantineQuery } from './queries';

const QuarantineDialog = lazy(() =>
  import('./quarantine-dialog').then((module) => ({ default: module.QuarantineDialog })),
);

/** Says that mails could not be read, where there are some, and leads to them. */
export function Quarantine() {
  const { t } = useLingui();
  const mails = useQuery(quarantineQuery).data ?? [];
  const [opened, setOpened] = useState(false);
  if (mails.length === 0) return null;
  return (
    <>
      <Tooltip label={t`They are kept as they came.`}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFileAlert size={15} aria-hidden />}
          onClick={() => setOpened(true)}
        >
          {plural(mails.length, { one: '# mail could not be read', other: '# mails could not be read' })}
        </Button>
      </Tooltip>
      {opened && (
        <Suspense>
          <QuarantineDialog mails={mails} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
