import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { optionId } from './use-caret';
import classes from './caret-list.module.css';

type Props<T extends { id: string }> = {
  id: string;
  label: string;
  found: readonly T[];
  chosen: number;
  /** How many there are, for those who do not see them. */
  count: ReactNode;
  /** Instead of a list that would be empty. */
  nothing: ReactNode;
  onChoose: (one: T) => void;
  children: (one: T) => ReactNode;
};

/** The text keeps the focus. */
const stay = (event: MouseEvent) => event.preventDefault();

/** What stands above a text while somebody chooses from it. */
export function CaretList<T extends { id: string }>({ id, found, chosen, onChoose, ...props }: Props<T>) {
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // in braces: some browsers answer a promise, which would pass for what ends the effect
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (found.length === 0)
    return (
      <div className={classes.list} onMouseDown={stay}>
        <p className={classes.none} role="status">
          {props.nothing}
        </p>
      </div>
    );
  return (
    <>
      <ul id={id} role="listbox" aria-label={props.label} className={classes.list} onMouseDown={stay}>
        {found.map((one, at) => (
          <li
            key={one.id}
            id={optionId(id, at)}
            ref={at === chosen ? current : null}
            role="option"
            aria-selected={at === chosen}
            className={classes.option}
            onClick={() => onChoose(one)}
          >
            {props.children(one)}
          </li>
        ))}
      </ul>
      <span className="k-hidden" role="status">
        {props.count}
      </span>
    </>
  );
}
