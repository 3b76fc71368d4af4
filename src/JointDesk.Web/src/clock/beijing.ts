import type { Language } from '../language';

export const zone = 'Asia/Shanghai';
const weekdays = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const hours = 3_600_000;

/** What a wall clock in Beijing shows, as the UTC fields of a date. The zone has had +08:00 without a change since 1991. */
const wall = (instant: Date): Date => new Date(instant.getTime() + 8 * hours);

/** 2026-11-23T09:05, as a date-time field wants it. */
export const localText = (instant: Date): string => wall(instant).toISOString().slice(0, 16);

export const dateText = (instant: Date): string => localText(instant).slice(0, 10);

/** The instant at which a wall clock in Beijing shows this. */
export const instantOf = (local: string): Date => new Date(`${local.length === 10 ? `${local}T00:00` : local}+08:00`);

/** 11月23日（周一）09:05（北京时间）, or Mon 23 Nov, 09:05 (Beijing time): as the desk itself names dates. */
export function spelled(instant: Date, language: Language): string {
  const at = wall(instant);
  const time = localText(instant).slice(11);
  const weekday = weekdays[language][at.getUTCDay()];
  return language === 'zh'
    ? `${at.getUTCMonth() + 1}月${at.getUTCDate()}日（周${weekday}）${time}（北京时间）`
    : `${weekday} ${at.getUTCDate()} ${months[at.getUTCMonth()]}, ${time} (Beijing time)`;
}
