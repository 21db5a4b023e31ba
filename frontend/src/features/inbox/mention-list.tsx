import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Mentionable } from '@/api/generated/model';
import { CaretList } from './caret-list';
import classes from './caret-list.module.css';

type Props = {
  id: string;
  found: readonly Mentionable[];
  chosen: number;
  onChoose: (colleague: Mentionable) => void;
};

/** Whom an @ has found. */
export function MentionList(props: Props) {
  const { t } = useLingui();
  return (
    <CaretList
      {...props}
      label={t`Colleagues`}
      count={<Plural value={props.found.length} one="# colleague" other="# colleagues" />}
      nothing={<Trans>Nobody else can see this conversation.</Trans>}
    >
      {({ name, email }) => (
        <>
          <span className={classes.name}>{name}</span>
          <span className={classes.beside}>{email}</span>
        </>
      )}
    </CaretList>
  );
}
