import { signIn, signInHere, type Conversation, type Officer, type SignIn } from './desk';

const key = 'jointdesk.officer';

/** Kept per tab, so that two tabs can be two officers. */
export function rememberedOfficer(): Officer | undefined {
  const saved = sessionStorage.getItem(key);
  return saved ? (JSON.parse(saved) as Officer) : undefined;
}

export const forgetOfficer = (): void => sessionStorage.removeItem(key);

/** An officer's sign-in, renewed by signing in again at half its life: that brings new channels along, which a refreshed token would not. */
export class Session {
  private constructor(private current: SignIn, private readonly again: () => Promise<SignIn>) {
    this.renewLater();
  }

  /** As whom this tab chose to be: a demo desk. */
  static async open(officer: Officer): Promise<Session> {
    const session = new Session(await signIn(officer.id), () => signIn(officer.id));
    sessionStorage.setItem(key, JSON.stringify(officer));
    return session;
  }

  /** As whoever is signed in. */
  static async openOwn(): Promise<Session> {
    return new Session(await signInHere(), signInHere);
  }

  get officer(): Officer { return this.current.officer; }

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
      this.current = await this.again();
      this.onRenewed();
    } catch {
      // The desk is away; the chats say so themselves. The next round tries again.
    }
    this.renewLater();
  }
}
