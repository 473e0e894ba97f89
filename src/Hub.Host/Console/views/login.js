/** Signing in with a key. It is sent nowhere but to the hub, and held for this tab only. */

import { ApiError } from '../api.js';
import { fill, h } from '../dom.js';
import { language, setLanguage } from '../preferences.js';
import { t } from '../text.js';
import { problemBox } from '../parts/problem.js';

/**
 * @param reason why nobody is signed in: null, "left", "refused", or the error that came.
 * @param enter signs in; (key, fail).
 * @param reload shows the page again in another language.
 */
export function showLogin(reason, enter, reload) {
  document.title = `${t('login.title')} – Hub`;
  const note = h('div', { 'aria-live': 'polite' }, told(reason));
  const field = h('input', { id: 'key', type: 'password', required: true, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'key-note' });
  const submit = async event => {
    event.preventDefault();
    const typed = field.value.trim();
    const fail = error => {
      fill(note, problemBox(error));
      field.select();
    };

    // Keys have no letters but these, and the hub would not understand a request with others.
    if (/[^!-~]/.test(typed)) return fail(new ApiError(401, null, null));
    fill(note, h('p', { className: 'waiting' }, t('login.trying')));
    return enter(typed, fail);
  };
  const change = event => { setLanguage(event.target.value); reload(); };
  const languages = h('select', { 'aria-label': t('language'), onchange: change }, ['nb', 'en'].map(value => h('option', { value }, t(`language.${value}`))));
  languages.value = language();
  fill(document.body, h('main', { className: 'login' },
    h('h1', {}, 'Hub'), h('p', { className: 'lead' }, t('login.lead')), note,
    h('form', { onsubmit: submit },
      h('label', { for: 'key' }, t('login.key')), field,
      h('p', { id: 'key-note', className: 'note' }, t('login.note')),
      h('button', { type: 'submit', className: 'main' }, t('login.enter'))),
    languages));
  field.focus();
}

function told(reason) {
  if (reason === null) return null;
  if (typeof reason === 'string') return h('p', { className: 'notice' }, t(`login.${reason}`));
  return problemBox(reason);
}
