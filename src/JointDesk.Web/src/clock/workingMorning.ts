import { dateText, instantOf } from './beijing';

/** Date to "is a day off", of the years that the desk has holidays for (put here by the build). */
declare const HOLIDAYS: Record<string, boolean>;

const day = 86_400_000;

/** The next 09:00 in Beijing on a working day, 调休 counted; a year without data has its weekends only. */
export function nextWorkingMorning(now: Date, holidays: Record<string, boolean> = HOLIDAYS): Date {
  let morning = instantOf(`${dateText(now)}T09:00`);
  while (morning <= now || isOff(morning, holidays)) morning = new Date(morning.getTime() + day);
  return morning;
}

function isOff(instant: Date, holidays: Record<string, boolean>): boolean {
  const date = dateText(instant);
  const weekday = new Date(date).getUTCDay();
  return holidays[date] ?? (weekday === 0 || weekday === 6);
}
