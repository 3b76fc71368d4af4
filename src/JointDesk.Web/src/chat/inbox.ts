import type { Activity } from './webChat';

interface Box { seen: Set<string>; unread: number; last?: Activity }

/** What has arrived in each conversation of an officer, and what of it is still unread. */
export class Inbox {
  onChange: () => void = () => {};
  private readonly boxes = new Map<string, Box>();
  private readonly key: string;
  private current = '';

  constructor(private readonly officer: string) {
    this.key = `jointdesk.read.${officer}`;
    document.addEventListener('visibilitychange', () => this.look());
  }

  /** Replays bring the same activities again: each counts once. */
  take(conversation: string, activity: Activity): void {
    if (activity.type !== 'message' || !activity.id) return;
    const box = this.box(conversation);
    if (box.seen.has(activity.id)) return;
    box.seen.add(activity.id);
    box.last = activity;
    const read = activity.from.id === this.officer || activity.id === this.lastRead()[conversation];
    box.unread = read ? 0 : box.unread + 1;
    this.look();
  }

  open(conversation: string): void {
    this.current = conversation;
    this.look();
  }

  unread(conversation: string): number { return this.box(conversation).unread; }

  last(conversation: string): Activity | undefined { return this.box(conversation).last; }

  get allUnread(): number { return [...this.boxes.values()].reduce((sum, box) => sum + box.unread, 0); }

  /** What is on the screen is read, unless the tab is in the background. */
  private look(): void {
    const box = this.box(this.current);
    if (!document.hidden && box.last?.id) {
      box.unread = 0;
      localStorage.setItem(this.key, JSON.stringify({ ...this.lastRead(), [this.current]: box.last.id }));
    }
    this.onChange();
  }

  private lastRead(): Record<string, string> {
    return JSON.parse(localStorage.getItem(this.key) ?? '{}') as Record<string, string>;
  }

  private box(conversation: string): Box {
    let box = this.boxes.get(conversation);
    if (!box) this.boxes.set(conversation, (box = { seen: new Set(), unread: 0 }));
    return box;
  }
}
