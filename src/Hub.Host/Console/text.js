/** Texts in the chosen language. Values of the API that have no text are shown as they are. */

import { language } from './preferences.js';

let texts = {};

/** Reads the dictionary of the chosen language. */
export async function loadTexts() {
  const answer = await fetch(`text.${language()}.json`);
  texts = await answer.json();
  document.documentElement.lang = language();
}

/** The text of a key, with {name} replaced. */
export const t = (key, values = {}) => (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** The text of one of many values, or the value itself where it has none. */
export const tv = (family, value) => texts[`${family}.${value}`] ?? String(value ?? '');

/** The singular or plural text: KEY.one, KEY.many. */
export const tn = (key, count, values = {}) => t(`${key}.${count === 1 ? 'one' : 'many'}`, { count: count.toLocaleString(language()), ...values });
