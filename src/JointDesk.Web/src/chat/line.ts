import type { Conversation } from '../desk';
import type { Session } from '../session';
import type { DirectLine } from './webChat';

const expired = 3;
const renewedAt = 'jointdesk.renewedAt';

/** A line to one conversation. Its history comes first: without a watermark the desk replays it. */
export function openLine(session: Session, conversation: Conversation): DirectLine {
  const line = WebChat.createDirectLine({
    token: session.token,
    domain: `${location.origin}/v3/directline`,
    conversationId: conversation.id,
    webSocket: true,
  });
  line.connectionStatus$.subscribe(status => { if (status === expired) signInAnew(); }, () => {});
  return line;
}

/** An expired line is dead for good (a laptop slept, say). A reload signs in again; not in a circle, should that not help. */
function signInAnew(): void {
  const last = Number(sessionStorage.getItem(renewedAt));
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem(renewedAt, String(Date.now()));
  location.reload();
}
