import { commandOf, keyCaps, type CommandId } from './registry';
import classes from './key-hint.module.css';

/** The keys of a command, as small caps. For the eye only: what they do stands beside them. */
export function KeyHint({ command }: { command: CommandId }) {
  const caps = keyCaps(commandOf(command).keys[0] ?? '');
  return (
    <span className={classes.hint} aria-hidden>
      {caps.map((cap, index) => (
        <kbd key={index} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
