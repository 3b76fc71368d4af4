import type { Officer } from './desk';
import { el } from './dom';
import { inEachLanguage, named, say } from './language';
import { masthead } from './notice';

/** Who to be, by department, in the order of the directory. */
export function officerChoice(officers: Officer[], choose: (officer: Officer) => Promise<void>): HTMLElement {
  const body = el('section', { class: 'sheet' });
  const trouble = el('p', { class: 'trouble', role: 'alert' });
  const pick = async (officer: Officer) => {
    trouble.textContent = '';
    await choose(officer).catch(() => { trouble.textContent = say('signInFailed'); });
  };
  const departments = [...new Set(officers.map(officer => officer.department))]
    .map(id => officers.filter(officer => officer.department === id));

  inEachLanguage(() => body.replaceChildren(
    el('h1', {}, say('chooseOfficer')),
    el('p', { class: 'hint' }, say('chooseOfficerHint')),
    trouble,
    el('div', { class: 'departments' }, ...departments.map(members => department(members, pick))),
    el('p', { class: 'hint footnote' }, say('noSecrets'))));
  return el('main', { class: 'front' }, masthead(), body);
}

function department(members: Officer[], pick: (officer: Officer) => Promise<void>): HTMLElement {
  const first = members[0]!;
  return el('section', { class: 'department' },
    el('h2', {}, named(first.departmentName, first.departmentNameEn)),
    el('ul', {}, ...members.map(officer => el('li', {},
      el('button', { type: 'button', class: 'officer', 'data-officer': officer.id, onclick: () => void pick(officer) },
        el('span', { class: 'avatar', 'aria-hidden': 'true' }, initial(officer)),
        el('span', { class: 'name' }, named(officer.name, officer.nameEn)),
        el('span', { class: 'roles' }, roles(officer)))))));
}

export const initial = (officer: { name: string; nameEn?: string }): string => named(officer.name, officer.nameEn).slice(0, 1);

export function roles(officer: Officer): string {
  return officer.roles.filter(role => role === 'liaison' || role === 'head').map(role => say(role)).join(' · ');
}
