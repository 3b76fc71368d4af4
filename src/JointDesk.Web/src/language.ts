import { en } from './words.en';
import { zh, type Word } from './words.zh';

export type Language = 'zh' | 'en';

const key = 'jointdesk.language';
const changed = new Set<() => void>();

let language: Language = remembered() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

export const currentLanguage = (): Language => language;

/** What the desk is told, so that it greets and reminds in the officer's language. */
export const locale = (): 'zh-CN' | 'en-US' => (language === 'zh' ? 'zh-CN' : 'en-US');

export function say(word: Word, values: Record<string, string | number> = {}): string {
  return (language === 'zh' ? zh : en)[word].replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));
}

/** Of a name given in both, the one to show; an English name may be missing. */
export const named = (chinese: string, english?: string): string => (language === 'en' && english ? english : chinese);

export function speak(next: Language): void {
  language = next;
  localStorage.setItem(key, next);
  changed.forEach(listener => listener());
}

/** Runs now and at each change of language. */
export function inEachLanguage(write: () => void): void {
  changed.add(write);
  write();
}

function remembered(): Language | undefined {
  const value = localStorage.getItem(key);
  return value === 'zh' || value === 'en' ? value : undefined;
}
