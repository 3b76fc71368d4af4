import type { Inbox } from './chat/inbox';
import type { Activity } from './chat/webChat';
import type { Conversation } from './desk';
import { el, icon, icons } from './dom';
import { named, say } from './language';

/** The personal chat with the desk, then the channels, each with what is new in it. */
export function chatList(conversations: Conversation[], current: string, inbox: Inbox, choose: (conversation: Conversation) => void): HTMLElement[] {
  const group = (word: 'personalChats' | 'channels', kind: Conversation['kind']) => {
    const items = conversations.filter(conversation => conversation.kind === kind);
    return items.length === 0 ? [] : [
      el('h2', { id: `chats-${kind}` }, say(word)),
      el('ul', { 'aria-labelledby': `chats-${kind}` }, ...items.map(conversation => el('li', {}, entry(conversation)))),
    ];
  };
  const entry = (conversation: Conversation) => {
    const unread = inbox.unread(conversation.id);
    return el('button', {
      type: 'button', class: 'chat-entry', 'data-conversation': conversation.id,
      'aria-current': conversation.id === current && 'true',
      onclick: () => choose(conversation),
    },
      icon(icons[conversation.kind]),
      el('span', { class: 'words' },
        el('span', { class: 'title' }, titleOf(conversation)),
        el('span', { class: 'preview' }, preview(inbox.last(conversation.id)))),
      ...(unread ? [el('span', { class: 'badge', 'aria-label': say('unread', { n: unread }), role: 'img' }, unread > 99 ? '99+' : String(unread))] : []));
  };
  return [...group('personalChats', 'personal'), ...group('channels', 'channel')];
}

export function titleOf({ kind, title, titleEn }: Conversation): string {
  return named(title, titleEn ?? (kind === 'personal' ? say('personalChat') : ''));
}

function preview(activity: Activity | undefined): string {
  if (!activity) return say('noMessages');
  const [attachment] = activity.attachments ?? [];
  const text = activity.summary || activity.text || (attachment?.contentType.includes('card') ? say('card') : attachment?.name ?? say('file'));
  return text.replace(/[*_`#\n]+/gu, ' ').trim();
}
