import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconUser, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '@/shared/session/me';
import { OnlineDot } from '@/shared/ui/online-dot';
import { assigned, type BulkChange } from './bulk-changes';
import { colleaguesQuery } from './queries';

type Props = { busy: boolean; onChange: (change: BulkChange) => void };

/** Who takes care of all that are selected. */
export function BulkAssign({ busy, onChange }: Props) {
  const { t } = useLingui();
  const me = useMe()?.user.id;
  const [opened, setOpened] = useState(false);
  const colleagues = useQuery({ ...colleaguesQuery, enabled: opened }).data ?? [];
  const give = (to: string | null) =>
    onChange({ ...assigned(to), said: to === null ? t`Nobody’s now` : t`Handed over` });
  return (
    <Menu opened={opened} onChange={setOpened} width={240}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" disabled={busy}>
          <Trans>Hand over</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {me !== undefined && (
          <Menu.Item leftSection={<IconUserPlus size={15} />} onClick={() => give(me)}>
            <Trans>To me</Trans>
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconUserMinus size={15} />} onClick={() => give(null)}>
          <Trans>To nobody</Trans>
        </Menu.Item>
        {colleagues
          .filter(({ id }) => id !== me)
          .map(({ id, name, online }) => (
            <Menu.Item
              key={id}
              leftSection={<IconUser size={15} />}
              rightSection={online && <OnlineDot />}
              onClick={() => give(id)}
            >
              {name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
