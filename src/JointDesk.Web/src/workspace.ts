import { ChatView } from './chat/chatView';
import { Inbox } from './chat/inbox';
import { openLine } from './chat/line';
import type { DirectLine } from './chat/webChat';
import { chatList, titleOf } from './chatList';
import { clockBar } from './clock/clockBar';
import { DeskClock } from './clock/deskClock';
import type { Conversation } from './desk';
import { disclosure } from './disclosure';
import { el, icon, icons } from './dom';
import { inEachLanguage, named, say } from './language';
import { languageSwitch } from './languageSwitch';
import { initial, roles } from './officerChoice';
import { forgetOfficer, type Session } from './session';

const lastChat = 'jointdesk.chat';

/** The page of an officer who is signed in: clock above, chats on the left, the chosen one beside them. */
export function workspace(session: Session): HTMLElement {
  const inbox = new Inbox(session.officer.id);
  const clock = new DeskClock();
  const views = new Map<string, ChatView>();
  const watches = new Map<string, DirectLine>();
  let current = session.conversations.find(({ id }) => id === sessionStorage.getItem(lastChat)) ?? session.conversations[0];

  const skip = el('a', { class: 'skip', href: '#chat' });
  const menu = el('button', { type: 'button', class: 'menu on-dark' }, icon(icons.menu));
  const menuBadge = el('span', { class: 'dot', hidden: true });
  const product = el('span', { class: 'product' });
  const list = el('div', { class: 'chat-list' });
  const me = el('section', { class: 'me' });
  const nav = el('nav', { class: 'drawer' }, me, list, el('div', { class: 'drawer-foot' }, languageSwitch()));
  const title = el('h1');
  const hint = el('p');
  const away = el('p', { class: 'away', role: 'status' });
  const stage = el('div', { class: 'stage' });
  const mentionHint = el('span');
  const mention = el('button', { type: 'button', class: 'mention', onclick: () => views.get(current!.id)?.mention() }, '@JointDesk');
  const mentionBar = el('div', { class: 'mention-bar' }, mention, mentionHint);
  const main = el('main', { id: 'chat', tabindex: '-1' }, el('header', { class: 'chat-head' }, title, hint), away, stage, mentionBar);

  menu.append(menuBadge);
  const drawer = disclosure(menu, nav);

  function choose(conversation: Conversation): void {
    current = conversation;
    sessionStorage.setItem(lastChat, conversation.id);
    drawer.close();
    show();
    views.get(conversation.id)?.focusWherePossible();
  }

  /** A chat that was opened stays, hidden: its draft, its place, and its line. */
  function show(): void {
    if (!current) return;
    if (!views.has(current.id)) {
      watches.get(current.id)?.end();
      watches.delete(current.id);
      const view = new ChatView(session, current, inbox);
      views.set(current.id, view);
      stage.append(view.element);
    }
    for (const [id, view] of views) view.element.inert = id !== current.id;
    inbox.open(current.id);
    write();
  }

  /** Those not opened yet are listened to, so that what is new in them shows. */
  function watch(): void {
    for (const conversation of session.conversations) {
      if (views.has(conversation.id) || watches.has(conversation.id)) continue;
      const line = openLine(session, conversation);
      // It fails when it is ended on purpose, and otherwise tries again by itself.
      line.activity$.subscribe(activity => inbox.take(conversation.id, activity), () => {});
      watches.set(conversation.id, line);
    }
  }

  function write(): void {
    const { officer } = session;
    const unread = inbox.allUnread;
    document.title = `${unread ? `(${unread}) ` : ''}${named(officer.name, officer.nameEn)} · ${say('product')}`;
    menuBadge.hidden = unread === 0;
    writeList();
    title.textContent = current ? titleOf(current) : '';
    hint.textContent = say(current?.kind === 'channel' ? 'channelHint' : 'personalHint');
    mentionBar.hidden = current?.kind !== 'channel';
  }

  /** A list that is written anew must not take the keyboard's place away. */
  function writeList(): void {
    const focused = (document.activeElement as HTMLElement | null)?.dataset.conversation;
    list.replaceChildren(...chatList(session.conversations, current?.id ?? '', inbox, choose));
    if (focused) list.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(focused)}"]`)?.focus();
  }

  function writeFrame(): void {
    const { officer } = session;
    skip.textContent = say('skipToChat');
    product.textContent = say('product');
    menu.setAttribute('aria-label', say('openChats'));
    nav.setAttribute('aria-label', say('chats'));
    me.setAttribute('aria-label', say('signedInAs'));
    mention.setAttribute('aria-label', say('mention'));
    mentionHint.textContent = say('mentionHint');
    me.replaceChildren(
      el('span', { class: 'avatar', 'aria-hidden': 'true' }, initial(officer)),
      el('span', { class: 'words' },
        el('strong', {}, named(officer.name, officer.nameEn)),
        el('span', { class: 'department' }, [named(officer.departmentName, officer.departmentNameEn), roles(officer)].filter(Boolean).join(' · '))),
      el('button', { type: 'button', class: 'switch', title: say('switchOfficer'), 'aria-label': say('switchOfficer'), onclick: leave }, icon(icons.leave)));
    write();
  }

  inbox.onChange = write;
  session.onRenewed = () => { watch(); write(); };
  inEachLanguage(writeFrame);
  show();
  watch();
  clock.onTick(() => {
    const words = clock.away ? say('reconnecting') : '';
    if (away.textContent !== words) away.textContent = words;
  });
  clock.start();
  queueMicrotask(() => current && views.get(current.id)?.focusWherePossible()); // once it is on the page
  return el('div', { class: 'workspace' }, skip,
    el('header', { class: 'top' }, menu, el('img', { src: 'emblem.svg', alt: '', width: '30', height: '30' }), product, clockBar(clock)),
    nav, main);
}

/** A reload ends all lines at once. */
function leave(): void {
  forgetOfficer();
  sessionStorage.removeItem(lastChat);
  // A demo desk has nothing to sign out of.
  void fetch('/sign-out', { method: 'POST' }).catch(() => undefined).finally(() => location.reload());
}
