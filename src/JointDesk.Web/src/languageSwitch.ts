import { el } from './dom';
import { currentLanguage, inEachLanguage, say, speak, type Language } from './language';

export function languageSwitch(): HTMLElement {
  const button = (language: Language, name: string, lang: string) =>
    el('button', { type: 'button', lang, onclick: () => speak(language) }, name);
  const choices = { zh: button('zh', '中文', 'zh-CN'), en: button('en', 'English', 'en') };
  const group = el('div', { class: 'language-switch', role: 'group' }, choices.zh, choices.en);
  inEachLanguage(() => {
    group.setAttribute('aria-label', say('language'));
    for (const [language, choice] of Object.entries(choices)) choice.setAttribute('aria-pressed', String(language === currentLanguage()));
  });
  return group;
}
