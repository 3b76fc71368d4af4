import { signIn, type Conversation, type Officer, type SignIn } from './desk';

const key = 'jointdesk.officer';

/** Kept per tab, so that two tabs can be two officers. */
export function rememberedOfficer(): Officer | undefined {
  const saved = sessionStorage.getItem(key);
  return saved ? (JSON.parse(saved) as Officer) : undefined;
}

export const forgetOfficer = (): void => sessionStorage.removeItem(key);

/** An officer's sign-in, renewed by signing in again at half its life: that brings new channels along, which a refreshed token would not. */
export class Session {
  private constructor(readonly officer: Officer, private current: SignIn) {}

  static async open(officer: Officer): Promise<Session> {
    const session = new Session(officer, await signIn(officer.id));
    sessionStorage.setItem(key, JSON.stringify(officer));
    session.renewLater();
    return session;
  }

  /** Called when the list of conversations may have changed. */
  onRenewed: () => void = () => {};

  get token(): string { return this.current.token; }

  /** The personal chat first, then the channels in the desk's order. */
  get conversations(): Conversation[] {
    const { conversations } = this.current;
    return [...conversations.filter(c => c.kind === 'personal'), ...conversations.filter(c => c.kind !== 'personal')];
  }

  private renewLater(): void {
    const life = Date.parse(this.current.expiresAt) - Date.now();
    // A timer holds 2^31 ms at most, and a desk whose clock was moved may name any instant.
    setTimeout(() => void this.renew(), Math.min(Math.max(life / 2, 30_000), 3_600_000));
  }

  private async renew(): Promise<void> {
    try {
      this.current = await signIn(this.officer.id);
      this.onRenewed();
    } catch {
      // The desk is away; the chats say so themselves. The next round tries again.
    }
    this.renewLater();
  }
}
