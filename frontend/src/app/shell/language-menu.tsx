import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconLanguage } from '@tabler/icons-react';
import { LANGUAGES, useLanguage, type Language } from '@/shared/language';

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
        <Menu.RadioGroup value={language} onChange={(value) => void choose(value as Language)}>
          {LANGUAGES.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} lang={value}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
