import { clockNow, moveClock } from '../desk';

/** The desk's time, running on between two looks at it: another tab may have moved it. */
export class DeskClock {
  private offset = 0;
  private known = false;
  private readonly listeners = new Set<() => void>();

  start(): void {
    void this.look();
    setInterval(() => void this.look(), 20_000);
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
    // A desk that is away for a moment: the clock goes on with what it knew.
    await clockNow().then(now => this.set(now), () => {});
  }

  private set(now: Date): void {
    this.offset = now.getTime() - Date.now();
    this.known = true;
    this.tell();
  }

  private tell(): void { this.listeners.forEach(listener => listener()); }
}
