import type { Conversation } from '../desk';
import { el } from '../dom';
import { inEachLanguage, locale, say } from '../language';
import type { Session } from '../session';
import type { Inbox } from './inbox';
import { openLine } from './line';
import { cardLook, look } from './look';
import { asOther, avatars, beijingTimes, bySpeaker, cardAlone, namesAbove } from './senders';
import type { Store } from './webChat';

const touch = matchMedia('(pointer: coarse)').matches;

/** The official Web Chat on one conversation. */
export class ChatView {
  readonly element = el('div', { class: 'chat' });
  private readonly store: Store;

  constructor(session: Session, readonly conversation: Conversation, inbox: Inbox) {
    this.store = WebChat.createStore({}, () => next => action => {
      const activity = action.payload?.activity;
      if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY' || !activity) return next(action);
      inbox.take(conversation.id, activity);
      return next({ ...action, payload: { ...action.payload, activity: cardAlone(asOther(activity, session.officer.id)) } });
    });
    this.element.addEventListener('keydown', keepFromSendingWhileComposing, { capture: true });

    // One and the same line, middleware and styles each time: Web Chat starts over when one of them is new.
    const fixed = {
      directLine: openLine(session, conversation),
      store: this.store,
      userID: session.officer.id,
      username: session.officer.name,
      styleOptions: look,
      adaptiveCardsHostConfig: cardLook,
      activityMiddleware: namesAbove(conversation),
      avatarMiddleware: avatars,
      groupActivitiesMiddleware: bySpeaker,
      activityStatusMiddleware: beijingTimes,
    };
    inEachLanguage(() => WebChat.renderWebChat({ ...fixed, locale: locale(), overrideLocalizedStrings: wordsFor(conversation) }, this.element));
  }

  mention(): void {
    const text = this.store.getState().sendBoxValue ?? '';
    if (!text.includes('@JointDesk')) this.store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: `@JointDesk ${text}` } });
    this.focus();
  }

  /** Not on a phone: there it would bring up the keyboard over half of the chat. */
  focusWherePossible(): void {
    if (!touch) this.focus();
  }

  private focus(): void {
    this.element.querySelector<HTMLElement>('.webchat__send-box-text-box textarea, .webchat__send-box-text-box input')?.focus();
  }
}

/** Enter that picks a Chinese word must not send the message: Web Chat does not look. */
function keepFromSendingWhileComposing(event: KeyboardEvent): void {
  // 229 is what Safari says, which has ended the composition by then.
  if (event.isComposing || event.keyCode === 229) event.stopPropagation();
}

const wordsFor = ({ kind }: Conversation) => (strings: Record<string, string>): Record<string, string> => ({
  ...strings,
  TEXT_INPUT_PLACEHOLDER: say(touch ? 'sendHereByTouch' : 'sendHere'),
  // In a channel the other side has many voices: each message names its own.
  ACTIVITY_BOT_SAID_ALT: kind === 'channel' ? '' : say('says', { name: 'JointDesk' }),
});
