export interface Officer {
  id: string; name: string; nameEn?: string;
  department: string; departmentName: string; departmentNameEn?: string;
  roles: string[];
}

export interface Conversation { id: string; kind: 'personal' | 'channel'; title: string; titleEn?: string }

export interface SignIn { token: string; expiresAt: string; conversations: Conversation[]; officer: Officer }

/** The desk answered, but not with what was asked for. */
export class DeskSaidNo extends Error {
  constructor(readonly status: number, readonly code: string, message: string) { super(message); }
}

export const officers = async (): Promise<Officer[]> => (await ask<{ items: Officer[] }>('/demo/officers')).items;

export const signIn = (officer: string): Promise<SignIn> => ask('/demo/sign-in', { officer });

/** For whoever the issuer or the proxy says is signed in; a desk without the demo. */
export const signInHere = (): Promise<SignIn> => ask('/sign-in/token', {});

export const clockNow = async (): Promise<Date> => new Date((await ask<{ now: string }>('/demo/clock')).now);

/** `advance` is a .NET TimeSpan, `now` an instant with its offset. Answers when all that became due is done. */
export const moveClock = async (to: { advance: string } | { now: string }): Promise<Date> =>
  new Date((await ask<{ now: string }>('/demo/clock', to)).now);

async function ask<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(path, {
    cache: 'no-store',
    ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw await refusalOf(answer);
  return (await answer.json()) as T;
}

async function refusalOf(answer: Response): Promise<DeskSaidNo> {
  const body = (await answer.json().catch(() => ({}))) as { error?: { code?: string; message?: string }; detail?: string };
  return new DeskSaidNo(answer.status, body.error?.code ?? '', body.error?.message ?? body.detail ?? '');
}
