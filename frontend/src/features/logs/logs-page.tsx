import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useRef } from 'react';
import type { LogEntry } from '@/api/generated/model';
import { copyText } from '@/shared/browser';
import { LEVELS } from '@/shared/log/log-line';
import { compact, oneOf } from '@/shared/search-params';
import { PageHeader } from '@/shared/ui/page-header';
import { SearchField } from '@/shared/ui/search-field';
import { toast } from '@/shared/ui/toast';
import { Toolbar } from '@/shared/ui/toolbar';
import { accountNamesQuery } from '@/shared/names';
import { download, useLogFile } from './log-file';
import { LogTail } from './log-tail';
import { LOG_LEVELS, type LogsSearch } from './search';
import classes from './logs-page.module.css';

const route = getRouteApi('/shell/logs');

/** What happened, in words with the raw code beside, live. */
export function LogsPage() {
  const { t, i18n } = useLingui();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const accounts = useQuery(accountNamesQuery).data ?? [];
  const shown = useRef<readonly LogEntry[]>([]);
  const file = useLogFile();
  const choose = (
    next:
      Record<keyof LogsSearch, string | undefined> | Partial<Record<keyof LogsSearch, string | undefined>>,
  ) => void navigate({ search: (before) => compact({ ...before, ...next }) as LogsSearch, replace: true });
  const copy = async () => {
    if (await copyText(file(shown.current))) toast.say(t`Copied`);
  };
  return (
    <div className={classes.page}>
      <PageHeader title={t`Logs`} />
      <Toolbar
        end={
          <>
            <Tooltip label={t`Copy what is shown`}>
              <ActionIcon aria-label={t`Copy what is shown`} onClick={() => void copy()}>
                <IconCopy size={17} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t`Download what is shown`}>
              <ActionIcon
                aria-label={t`Download what is shown`}
                onClick={() => download('kurir-log.txt', file(shown.current))}
              >
                <IconDownload size={17} />
              </ActionIcon>
            </Tooltip>
          </>
        }
      >
        <SearchField
          value={filter.q ?? ''}
          onChange={(q) => choose({ q: q === '' ? undefined : q })}
          label={t`Search the log`}
        />
        <Select
          w={150}
          aria-label={t`Level`}
          placeholder={t`Level`}
          clearable
          data={LOG_LEVELS.map((value) => ({ value, label: i18n._(LEVELS[value].label) }))}
          value={filter.level ?? null}
          onChange={(level) => choose({ level: oneOf(level, LOG_LEVELS) })}
        />
        <Select
          w={180}
          aria-label={t`Account`}
          placeholder={t`Account`}
          clearable
          searchable
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.account ?? null}
          onChange={(account) => choose({ account: account ?? undefined })}
        />
      </Toolbar>
      <LogTail
        key={JSON.stringify(filter)}
        filter={filter}
        onShown={(lines) => {
          shown.current = lines;
        }}
        onClear={() => void navigate({ search: {}, replace: true })}
      />
    </div>
  );
}
