/** What went wrong and what to do about it. */

import { meaning } from '../errors.js';
import { h } from '../dom.js';
import { t } from '../text.js';

/** A box for an error of the API, with a way to try again. */
export function problemBox(error, again = null) {
  const lines = error.errors?.length > 0 ? error.errors : [{ text: title(error), code: error.code, action: null }];
  return h('div', { className: 'problem', role: 'alert' },
    h('h2', {}, t(`problem.${kind(error)}`)),
    h('ul', {}, lines.map(line => h('li', {},
      h('strong', { lang: line.text ? 'en' : null }, line.text ?? title(error)), line.code ? [' ', h('code', {}, line.code)] : null,
      line.path ? h('div', {}, h('code', {}, line.path)) : null,
      todo(line, error)))),
    again ? h('button', { type: 'button', onclick: again }, t('again')) : null);
}

// What the hub says is English; what the console says is in the language of the page.
const todo = (line, error) => {
  const action = line.action ?? meaning(line.code)?.action;
  return h('div', { lang: action ? 'en' : null }, action ?? t(`problem.${kind(error)}.do`));
};

const KINDS = { 0: 'unreachable', 401: 'refused', 403: 'forbidden', 404: 'missing' };

const kind = error => (error.status === undefined ? 'console' : KINDS[error.status] ?? 'answer');

const title = error => error.problem?.title ?? (error.status === 0 ? t('problem.unreachable.text') : error.status ? t('problem.status', { status: error.status }) : error.message);
