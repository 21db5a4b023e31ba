import { useLingui } from '@lingui/react/macro';
import classes from './online-dot.module.css';

/** Beside the name of somebody who has a screen open. */
export function OnlineDot() {
  const { t } = useLingui();
  return <span className={classes.dot} role="img" aria-label={t`Online`} title={t`Online`} />;
}
