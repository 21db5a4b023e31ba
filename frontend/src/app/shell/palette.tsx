import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { IconAddressBook, IconSearch, IconSpeakerphone } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { listCampaigns } from '@/api/generated/campaign/campaign';
import { listContacts } from '@/api/generated/contact/contact';
import { KeyHint } from '@/shared/keys/key-hint';
import { keys } from '@/shared/keys/dispatcher';
import { COMMANDS } from '@/shared/keys/registry';
import { useMayManage } from '@/shared/session/me';
import { NAV } from './nav';
import classes from './palette.module.css';

const [store, spotlight] = createSpotlight();
const FOUND = 5;

type Props = { opened: boolean; onClose: () => void };

/** Everything by name: pages, what can be done here, and records found by the server. Each command shows its key. */
export function Palette({ opened, onClose }: Props) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  useEffect(() => {
    if (opened) spotlight.open();
  }, [opened]);
  const commands = useCommandActions();
  const records = useRecordActions(query, opened);
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={[...commands, ...records]}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      nothingFound={t`Nothing found`}
      highlightQuery
      scrollable
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      classNames={{ action: classes.action ?? '', actionsGroup: classes.group ?? '' }}
      maxHeight={420}
      filter={(text, actions) => filter(text, actions as SpotlightActionGroupData[])}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.7} />,
        placeholder: t`Search or run a command`,
        'aria-label': t`Search or run a command`,
      }}
    />
  );
}

/** Commands are matched by their words; records were matched by the server already. */
function filter(text: string, groups: SpotlightActionGroupData[]): SpotlightActionGroupData[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  return groups
    .map((group) => ({
      ...group,
      actions: group.actions.filter(
        ({ id, label }) =>
          id.startsWith('record:') || words.every((word) => label?.toLowerCase().includes(word)),
      ),
    }))
    .filter((group) => group.actions.length > 0);
}

function useCommandActions(): SpotlightActionGroupData[] {
  const { t, i18n } = useLingui();
  const icons = new Map<string, (typeof NAV)[number]['icon']>(
    NAV.map(({ command, icon }) => [command, icon]),
  );
  const active = new Set<string>(keys.active());
  const actions = COMMANDS.filter(({ id }) => active.has(id) && id !== 'palette').map((command) => {
    const Icon = icons.get(command.id);
    return {
      id: command.id,
      group: command.group,
      label: i18n._(command.label),
      leftSection: Icon ? <Icon size={18} stroke={1.7} /> : <span style={{ width: 18 }} />,
      rightSection: <KeyHint command={command.id} />,
      // After the palette has closed and given the focus back.
      onClick: () => setTimeout(() => keys.run(command.id), 0),
    };
  });
  return [
    { group: t`Go to`, actions: actions.filter(({ group }) => group === 'go') },
    { group: t`Actions`, actions: actions.filter(({ group }) => group !== 'go') },
  ];
}

function useRecordActions(query: string, opened: boolean): SpotlightActionGroupData[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const mayManage = useMayManage();
  const [q] = useDebouncedValue(query.trim(), 150);
  const found = useQuery({
    queryKey: ['palette', q],
    enabled: mayManage && opened && q.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => ({
      campaigns: (await listCampaigns({ q, limit: FOUND }, { signal })).items,
      contacts: (await listContacts({ q, limit: FOUND }, { signal })).items,
    }),
  });
  if (q.length < 2 || !found.data) return [];
  return [
    {
      group: t`Campaigns`,
      actions: found.data.campaigns.map((campaign) => ({
        id: `record:campaign:${campaign.id}`,
        label: campaign.name,
        description: campaign.subject,
        leftSection: <IconSpeakerphone size={18} stroke={1.7} />,
        onClick: () => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: campaign.id } }),
      })),
    },
    {
      group: t`Contacts`,
      actions: found.data.contacts.map((contact) => ({
        id: `record:contact:${contact.id}`,
        label: contact.name || (contact.email ?? ''),
        description: contact.email ?? '',
        leftSection: <IconAddressBook size={18} stroke={1.7} />,
        onClick: () =>
          void navigate({ to: '/contacts', search: { q: contact.email ?? contact.name } as never }),
      })),
    },
  ];
}
