import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { LANGUAGES, useLanguage } from '@/shared/language';

export function LanguageMenu() {
  const { t } = useLingui();
  const { language, choose } = useLanguage();
  return (
    <Menu>
      <Tooltip label={t`Language`}>
        <Menu.Target>
          <ActionIcon aria-label={t`Language`} visibleFrom="xs">
            <IconLanguage size={18} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        {LANGUAGES.map(({ value, label }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={value === language}
            lang={value}
            onClick={() => void choose(value)}
            rightSection={value === language && <IconCheck size={15} aria-hidden />}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
