import { SegmentedControl } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { LANGUAGES, useLanguage, type Language } from '@/shared/language';

/** Both languages side by side, each in its own words, so that everybody finds theirs. */
export function LanguageSwitch({ fullWidth = false }: { fullWidth?: boolean }) {
  const { t } = useLingui();
  const { language, choose } = useLanguage();
  return (
    <SegmentedControl
      aria-label={t`Language`}
      size="xs"
      fullWidth={fullWidth}
      value={language}
      data={LANGUAGES.map(({ value, label }) => ({ value, label }))}
      onChange={(value) => void choose(value as Language)}
    />
  );
}
