import { DeskSaidNo } from '../desk';
import { el, icon, icons } from '../dom';
import { currentLanguage, inEachLanguage, say } from '../language';
import { instantOf, localText, spelled } from './beijing';
import type { DeskClock } from './deskClock';
import { disclosure } from '../disclosure';
import { nextWorkingMorning } from './workingMorning';

/** The desk's time, and in demo mode the buttons that move it. */
export function clockBar(clock: DeskClock): HTMLElement {
  const time = el('time');
  const status = el('p', { class: 'clock-status', role: 'status' });
  const steps = el('div', { class: 'clock-steps' });
  const bar = el('section', { class: 'clock' });
  const field = el('input', { type: 'datetime-local', id: 'new-time', required: true });
  const label = el('label', { for: 'new-time' });
  const submit = el('button', { type: 'submit', class: 'button primary' });
  const form = el('form', { class: 'popover clock-form' }, label, field, submit);
  const other = el('button', { type: 'button', class: 'button on-dark' });
  const toggle = el('button', { type: 'button', class: 'clock-toggle' }, icon(icons.clock));
  const panel = el('div', { class: 'clock-panel' }, steps, el('div', { class: 'clock-other' }, other, form), status);

  async function move(to: { advance: string } | { now: string }): Promise<void> {
    if (bar.ariaBusy === 'true') return;
    busy(true);
    status.textContent = say('moving');
    try {
      await clock.move(to);
      status.textContent = say('moved', { time: spelled(clock.now()!, currentLanguage()) });
    } catch (error) {
      status.textContent = (error instanceof DeskSaidNo && error.message) || say('clockFailed');
    }
    busy(false);
    setTimeout(() => { if (bar.ariaBusy !== 'true') status.textContent = ''; }, 6_000);
  }

  // aria-disabled and not disabled: the focus stays where it is.
  function busy(is: boolean): void {
    bar.ariaBusy = String(is);
    bar.querySelectorAll('.clock-panel button').forEach(button => button.setAttribute('aria-disabled', String(is)));
  }

  const step = (word: 'plusHour' | 'plusDay' | 'nextMorning', to: () => { advance: string } | { now: string }) => {
    const button = el('button', { type: 'button', class: 'button on-dark', onclick: () => void move(to()) });
    inEachLanguage(() => { button.textContent = say(word); });
    return button;
  };
  const morning = step('nextMorning', () => ({ now: nextWorkingMorning(clock.now()!).toISOString() }));
  steps.append(step('plusHour', () => ({ advance: '01:00:00' })), step('plusDay', () => ({ advance: '1.00:00:00' })), morning);

  disclosure(toggle, panel);
  const chooser = disclosure(other, form, () => {
    field.value = field.min = localText(clock.now()!);
    field.focus();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    chooser.close();
    const now = instantOf(field.value);
    if (now <= clock.now()!) status.textContent = say('onlyForward');
    else void move({ now: now.toISOString() });
  });

  const write = () => {
    const now = clock.now();
    bar.hidden = !now;
    if (!now || bar.dataset.shown === shownFor(now)) return;
    bar.dataset.shown = shownFor(now);
    time.textContent = spelled(now, currentLanguage());
    time.dateTime = now.toISOString();
    morning.title = say('nextMorningMeans', { time: spelled(nextWorkingMorning(now), currentLanguage()) });
  };
  inEachLanguage(() => {
    bar.setAttribute('aria-label', say('clock'));
    toggle.setAttribute('aria-label', say('moveClock'));
    label.textContent = say('newTime');
    submit.textContent = say('move');
    other.textContent = say('otherTime');
    write();
  });
  clock.onTick(write);
  bar.append(icon(icons.clock), time, toggle, panel);
  return bar;
}

/** The face changes with the minute and the language, not with each tick: a title that is rewritten flickers. */
const shownFor = (now: Date): string => `${currentLanguage()} ${localText(now)}`;
