import { el } from './dom';
import { inEachLanguage, say } from './language';
import { languageSwitch } from './languageSwitch';
import type { Word } from './words.zh';

/** A page that only says something, and what can be done about it. */
export function notice(title: Word, lines: Word[], action?: { word: Word; run: () => void }): HTMLElement {
  const body = el('section', { class: 'sheet notice' });
  inEachLanguage(() => body.replaceChildren(
    el('h1', {}, say(title)),
    ...lines.map(line => el('p', {}, say(line))),
    ...(action ? [el('button', { type: 'button', class: 'button primary', onclick: action.run }, say(action.word))] : []),
  ));
  return el('main', { class: 'front' }, masthead(), body);
}

/** The head of the pages that come before the chats. */
export function masthead(): HTMLElement {
  const name = el('span', { class: 'name' });
  const line = el('span', { class: 'line' });
  inEachLanguage(() => {
    name.textContent = say('product');
    line.textContent = say('productLine');
  });
  return el('header', { class: 'masthead' },
    el('img', { src: 'emblem.svg', alt: '', width: '44', height: '44' }),
    el('div', { class: 'names' }, name, line),
    languageSwitch());
}
