import { zone } from '../clock/beijing';
import type { Conversation } from '../desk';
import { say } from '../language';
import type { Activity, Middleware, Render } from './webChat';

/** The bundle keeps its React to itself; an element of React 16 is this record. */
const element = (className: string, ...children: unknown[]): unknown => ({
  $$typeof: Symbol.for('react.element'), type: 'div', key: null, ref: null, _owner: null, props: { className, children },
});

/** In a channel several people speak: their names stand above what they say. */
export function namesAbove(conversation: Conversation): Middleware<{ activity: Activity }, Render | false> {
  return () => next => args => {
    const render = next(args);
    const { type, from } = args.activity;
    if (!render || conversation.kind !== 'channel' || type !== 'message' || from.role !== 'bot') return render;
    return (...rest) => element('spoken', element('speaker', from.name ?? from.id), render(...rest));
  };
}

interface Groups { sender: Activity[][]; status: Activity[][] }

/** Web Chat groups by role, and so takes all on the other side for one. */
export const bySpeaker: Middleware<{ activities: Activity[] }, Groups> = () => next => args => {
  const { sender, status } = next(args);
  return { sender: sender.flatMap(runs), status: status.flatMap(runs) };
};

function runs(activities: Activity[]): Activity[][] {
  const found: Activity[][] = [];
  for (const activity of activities) {
    const run = found.at(-1);
    if (run?.[0]?.from.id === activity.from.id) run.push(activity);
    else found.push([activity]);
  }
  return found;
}

/** The surname for an officer, the emblem for the desk. */
export const avatars: Middleware<{ activity: Activity; fromUser: boolean }, Render | false> = () => () => ({ activity, fromUser }) =>
  !fromUser && (() => (isOfficer(activity) ? element('avatar', (activity.from.name ?? '').slice(0, 1)) : element('avatar desk')));

/** Web Chat shows times in the browser's zone and knows no other; the desk's are Beijing's. */
export const beijingTimes: Middleware<{ activity: Activity }, unknown> = () => next => args =>
  next({ ...args, activity: { ...args.activity, ...(args.activity.timestamp && { timestamp: asLocal(args.activity.timestamp) }) } });

/** The instant at which this browser's wall clock shows what Beijing's does at `timestamp`. */
function asLocal(timestamp: string): string {
  const instant = new Date(timestamp);
  const offset = (timeZone?: string) => Date.parse(`${instant.toLocaleString('sv-SE', { timeZone })}Z`);
  return new Date(instant.getTime() + offset(zone) - offset()).toISOString();
}

/** To Web Chat all "users" are oneself. Other officers are shown as those on the other side, but marked, so that no one takes them for the desk. */
export function asOther(activity: Activity, officer: string): Activity {
  const { from, text, channelData } = activity;
  if (from.role !== 'user' || from.id === officer) return activity;
  return {
    ...activity,
    from: { ...from, role: 'bot' },
    // What a screen reader is told when the message arrives.
    channelData: { ...channelData, [officerMark]: true, ...(text && { 'webchat:fallback-text': say('said', { name: from.name ?? from.id, text }) }) },
  };
}

/** A card's text says what the card shows, for clients without cards: here it is for the screen reader alone. */
export function cardAlone(activity: Activity): Activity {
  const { text, ...silent } = activity;
  if (!text || !activity.attachments?.some(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')) return activity;
  return { ...silent, channelData: { 'webchat:fallback-text': text, ...activity.channelData } };
}

const officerMark = 'jointDeskOfficer';
const isOfficer = ({ channelData }: Activity): boolean => channelData !== undefined && officerMark in channelData;
