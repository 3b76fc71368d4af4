import { clockNow, moveClock } from '../desk';

/** The desk's time, running on between two looks at it: another tab may have moved it. */
export class DeskClock {
  /** The last look was in vain. Direct Line itself goes on saying that it is connected. */
  away = false;
  private offset = 0;
  private known = false;
  private readonly listeners = new Set<() => void>();

  start(): void {
    void this.look();
    setInterval(() => void this.look(), 10_000);
    setInterval(() => this.tell(), 1_000);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) void this.look(); });
  }

  onTick(listener: () => void): void {
    this.listeners.add(listener);
    listener();
  }

  now(): Date | undefined { return this.known ? new Date(Date.now() + this.offset) : undefined; }

  async move(to: { advance: string } | { now: string }): Promise<void> {
    this.set(await moveClock(to));
  }

  private async look(): Promise<void> {
    try {
      this.set(await clockNow());
    } catch {
      this.away = true;
      this.tell();
    }
  }

  private set(now: Date): void {
    this.offset = now.getTime() - Date.now();
    this.known = true;
    this.away = false;
    this.tell();
  }

  private tell(): void { this.listeners.forEach(listener => listener()); }
}
