import { plural } from '@lingui/core/macro';

/** What Process will do, in one sentence. */
export function effectSentence(people: number, account: string): string {
  return plural(people, {
    one: `Process: send to # person from ${account}`,
    other: `Process: send to # people from ${account}`,
  });
}
