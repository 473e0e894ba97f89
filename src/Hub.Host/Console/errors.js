/** What each error code means and what to do about it, as the hub's own catalogue says in the chosen language. */

import { h } from './dom.js';
import { language } from './preferences.js';

let catalogue = {};

/** Reads the catalogue. Without it codes are shown bare. */
export async function knowErrors() {
  const answer = await fetch(language() === 'nb' ? 'errors.nb.json' : 'errors.json');
  catalogue = answer.ok ? await answer.json() : {};
}

/** Title and action of a code; null when the catalogue has none. */
export const meaning = code => catalogue[code] ?? null;

/** What a code means and what to do, in a box. */
export function faultBox(code) {
  const known = meaning(code);
  return h('div', { className: 'fault' },
    h('p', {}, h('code', {}, code), ' ', h('strong', {}, known?.title ?? '')), known ? h('p', {}, known.action) : null);
}

/** A code with its title as explanation. */
export const codeMark = code => (code ? h('code', { className: 'code', title: meaning(code)?.title }, code) : null);
