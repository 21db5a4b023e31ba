import { commandOf, keyCaps, type CommandId } from './registry';
import classes from './key-hint.module.css';

/**
 * The keys of a command, as small caps. For the eye only, and no text of the page: what they do stands beside them, and the
 * name of a button must not change with its key.
 */
export function KeyHint({ command }: { command: CommandId }) {
  const caps = keyCaps(commandOf(command).keys[0] ?? '');
  return (
    <span className={classes.hint} aria-hidden>
      {caps.map((cap, index) => (
        <kbd key={index} className={classes.cap} data-cap={cap} />
      ))}
    </span>
  );
}
