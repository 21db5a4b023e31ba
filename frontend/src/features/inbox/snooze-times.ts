export type SnoozeId = 'hour' | 'evening' | 'tomorrow' | 'monday';
export type SnoozeTime = { id: SnoozeId; at: Date };

const MORNING = 8;
const EVENING = 18;

/** When a conversation may come back, in the time zone of whoever looks; what is too near is left out. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const at = (days: number, hour: number) => {
    const then = new Date(now);
    then.setDate(then.getDate() + days);
    then.setHours(hour, 0, 0, 0);
    return then;
  };
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  const all: SnoozeTime[] = [
    { id: 'hour', at: new Date(now.getTime() + 3_600_000) },
    { id: 'evening', at: at(0, EVENING) },
    { id: 'tomorrow', at: at(1, MORNING) },
    { id: 'monday', at: at(untilMonday, MORNING) },
  ];
  return all
    .filter(({ at: then }) => then.getTime() - now.getTime() >= 1_800_000)
    .filter(({ at: then }, at, kept) => kept.findIndex((one) => one.at.getTime() === then.getTime()) === at);
}
