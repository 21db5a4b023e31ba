import { Switch, type SwitchProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

/** Of a team, or of the workspace for what has no team. */
export function HandOutSwitch(props: SwitchProps) {
  const { t } = useLingui();
  const label = t`Hand new conversations to whoever is online`;
  // the description is not a part of its name
  return <Switch role="switch" label={label} aria-label={label} {...props} />;
}
