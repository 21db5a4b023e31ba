import { Select, Stack } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getGetInboxSettingsQueryKey, getInboxSettings, setInboxSettings } from '@/api/generated/inbox/inbox';
import type { InboxSettings } from '@/api/generated/model';
import { ErrorState } from '@/shared/ui/error-state';
import { Section } from '@/shared/ui/page';
import { toast } from '@/shared/ui/toast';
import { HandOutSwitch } from './hand-out-switch';

const NEVER = 'never';
const DAY = 24;
const CHOICES = [DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY];

/** What happens to conversations by itself; not for agents. */
export function InboxSection() {
  const { t } = useLingui();
  const client = useQueryClient();
  const queryKey = getGetInboxSettingsQueryKey();
  const settings = useQuery({ queryKey, queryFn: ({ signal }) => getInboxSettings({ signal }) });
  const save = useMutation({
    mutationFn: (next: InboxSettings) => setInboxSettings(next),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, saved);
      toast.say(t`Saved`);
    },
  });
  const now = save.isPending ? save.variables : settings.data;
  return (
    <Section title={t`Inbox`}>
      {settings.isError && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {now && (
        <Stack gap="md" maw={420}>
          <After
            label={t`Finish quiet conversations automatically`}
            description={t`When nobody has answered what we said last. A new reply opens them again; pinned ones stay open.`}
            hours={now.doneAfterHours ?? null}
            readOnly={save.isPending}
            onChange={(doneAfterHours) => save.mutate({ ...now, doneAfterHours })}
          />
          <After
            label={t`Archive finished conversations automatically`}
            description={t`They leave the tabs, and are found in the archive and by searching.`}
            hours={now.archiveAfterHours ?? null}
            readOnly={save.isPending}
            onChange={(archiveAfterHours) => save.mutate({ ...now, archiveAfterHours })}
          />
          <HandOutSwitch
            description={t`Those that have no team: each goes to the agent with the fewest open ones. Teams have a switch of their own.`}
            checked={now.handsOut ?? false}
            onChange={({ currentTarget: { checked: handsOut } }) =>
              !save.isPending && save.mutate({ ...now, handsOut })
            }
          />
        </Stack>
      )}
    </Section>
  );
}

type Props = {
  label: string;
  description: string;
  hours: number | null;
  readOnly: boolean;
  onChange: (hours: number | null) => void;
};

function After({ label, description, hours, readOnly, onChange }: Props) {
  const { t } = useLingui();
  const choices = hours === null || CHOICES.includes(hours) ? CHOICES : [...CHOICES, hours];
  const words = (value: number) =>
    value % DAY === 0
      ? plural(value / DAY, { one: 'After # day', other: 'After # days' })
      : plural(value, { one: 'After # hour', other: 'After # hours' });
  return (
    <Select
      label={label}
      description={description}
      readOnly={readOnly}
      allowDeselect={false}
      data={[
        { value: NEVER, label: t`Never` },
        ...choices.map((value) => ({ value: String(value), label: words(value) })),
      ]}
      value={hours === null ? NEVER : String(hours)}
      onChange={(value) => onChange(value === null || value === NEVER ? null : Number(value))}
    />
  );
}
