import type { NamedRef } from '@/api/generated/model';
import { useMe } from '@/shared/session/me';
import { pieces } from './mention';
import classes from './thread.module.css';

type Props = { text: string; mentions: readonly NamedRef[] };

/** A note with the names of those whom it mentions; most of all one's own. */
export function NoteText({ text, mentions }: Props) {
  const me = useMe()?.user.id;
  const own = mentions.find(({ id }) => id === me)?.name;
  const all = pieces(
    text,
    mentions.map(({ name }) => name),
  );
  return (
    <div className={classes.text}>
      {all.map(({ text: part, name }, at) =>
        name === undefined ? (
          part
        ) : (
          <strong key={at} className={classes.mention} data-me={name === own || undefined}>
            {part}
          </strong>
        ),
      )}
    </div>
  );
}
