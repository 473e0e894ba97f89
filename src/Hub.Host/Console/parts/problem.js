/** What went wrong and what to do about it. */

import { meaning } from '../errors.js';
import { h } from '../dom.js';
import { t } from '../text.js';

/** A box for an error of the API, with a way to try again. */
export function problemBox(error, again = null) {
  const lines = error.errors?.length > 0 ? error.errors : [{ text: title(error), code: error.code, action: null }];
  return h('div', { className: 'problem', role: 'alert' },
    h('h2', {}, t(`problem.${kind(error)}`)),
    h('ul', {}, lines.map(line => problemLine(line, error))),
    again ? h('button', { type: 'button', onclick: again }, t('again')) : null);
}

/** One error: what its code means, what exactly is wrong, where, and what to do. */
export function problemLine(line, error = null) {
  const known = meaning(line.code);
  const exact = known && line.text && line.text !== known.title ? line.text : null;
  return h('li', {},
    h('strong', {}, known?.title ?? line.text ?? title(error)), line.code ? [' ', h('code', {}, line.code)] : null,
    // What goes beyond the meaning of the code is written where it happens, in English.
    exact ? h('div', { lang: 'en' }, exact) : null,
    line.path ? h('div', {}, h('code', {}, line.path)) : null,
    h('div', {}, known?.action ?? line.action ?? (error ? t(`problem.${kind(error)}.do`) : '')));
}

const KINDS = { 0: 'unreachable', 401: 'refused', 403: 'forbidden', 404: 'missing' };

const kind = error => (error.status === undefined ? 'console' : KINDS[error.status] ?? 'answer');

const title = error => error.problem?.title ?? (error.status === 0 ? t('problem.unreachable.text') : error.status ? t('problem.status', { status: error.status }) : error.message);
