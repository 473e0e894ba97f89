/** Shared plans: versions in words, and what an edit says other than the plan, for those who may see it. Kept in no storage; gone when the dialog closes. */

import { post } from '../api.js';
import { fill, h } from '../dom.js';
import { number } from '../format.js';
import { t } from '../text.js';
import { badge } from './badge.js';
import { openDialog } from './dialog.js';
import { diffLines } from './diff.js';
import { problemBox } from './problem.js';

/** The number of a version; 0 is none. */
export const planVersion = version => (version > 0 ? t('plan.number', { number: number(version) }) : '–');

const TONES = { open: 'slow', settled: 'ok', dismissed: 'paused' };

/** The state of a conflict. */
export const conflictState = state => badge('plan.state', state, TONES[state]);

/** Asks for a purpose and shows the difference. */
export function openDifference(conflict, path, signal) {
  const shown = h('div', { 'aria-live': 'polite' });
  const purpose = h('input', { id: 'purpose', required: true, maxlength: '500', autocomplete: 'off' });
  const ask = async event => {
    event.preventDefault();
    try {
      const found = await post(`${path}/difference`, { purpose: purpose.value.trim() }, signal);
      fill(shown,
        part(t('plan.difference', { latest: found.latest }), found.difference),
        found.basedOn ? [part(t('plan.edited', { version: found.basedOn }), found.edited), part(t('plan.meanwhile', { version: found.basedOn }), found.meanwhile)] : null);
    } catch (error) {
      fill(shown, problemBox(error));
    }
  };
  openDialog(t('plan.compare.title', { from: conflict.from ?? conflict.id }), h('form', { onsubmit: ask },
    h('p', {}, t('plan.compare.text')), h('label', { for: 'purpose' }, t('bodies.purpose')), purpose, h('p', { className: 'note' }, t('reason.note')),
    h('div', { className: 'buttons' }, h('button', { type: 'submit', className: 'main' }, t('bodies.show'))), shown), signal, { wide: true });
  purpose.focus();
}

const part = (title, lines) => h('section', {}, h('h3', {}, title), lines ? diffLines(lines) : h('p', {}, t('plan.same')));
