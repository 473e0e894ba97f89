/** An act on many deliveries: first what it would do, then the reason, then it runs in the hub. */

import { post } from '../api.js';
import { fill, h } from '../dom.js';
import { number } from '../format.js';
import { go } from '../router.js';
import { t, tn } from '../text.js';
import { openDialog } from './dialog.js';
import { waiting } from './empty.js';
import { problemBox } from './problem.js';
import { table } from './table.js';

const KINDS = ['redeliver', 'remap', 'replay', 'park', 'release', 'discard'];

/**
 * @param target {deliveries} | {group} | {filter}, as the API has it.
 * @param kind the act that is offered first.
 */
export function openAction(target, signal, kind = 'redeliver') {
  const preview = h('div', { className: 'preview', 'aria-live': 'polite' });
  const kinds = h('select', { id: 'kind', onchange: () => look() }, KINDS.map(name => h('option', { value: name }, t(`act.${name}`))));
  const reason = h('textarea', { id: 'why', rows: '2', maxlength: '400', required: true });
  const speed = h('input', { id: 'speed', type: 'number', min: '1', max: '2000', value: '50', required: true });
  const twice = h('input', { type: 'checkbox', onchange: () => look() });
  const run = h('button', { type: 'submit', className: 'main', disabled: true }, t('action.run'));
  const note = h('div', { 'aria-live': 'polite' });
  kinds.value = kind;
  let token = null;
  const wanted = () => ({ kind: kinds.value, target, include: { alreadyDelivered: twice.checked } });

  const look = async () => {
    run.disabled = true;
    fill(preview, waiting(t('waiting')));
    try {
      const seen = await post('actions/preview', wanted(), signal);
      token = seen.token;
      fill(preview, previewOf(seen));
      run.disabled = seen.toDo === 0;
    } catch (error) {
      if (error.name !== 'AbortError') fill(preview, problemBox(error, look));
    }
  };
  const act = async event => {
    event.preventDefault();
    run.disabled = true;
    try {
      const begun = await post('actions', { ...wanted(), reason: reason.value.trim(), perSecond: Number(speed.value), preview: token });
      dialog.close();
      go(['actions', begun.id]);
    } catch (error) {
      run.disabled = false;
      fill(note, problemBox(error));
    }
  };
  const form = h('form', { onsubmit: act },
    h('label', { for: 'kind' }, t('act')), kinds, preview,
    h('label', { for: 'why' }, t('reason')), reason, h('p', { className: 'note' }, t('reason.note')),
    h('label', { for: 'speed' }, t('action.speed')), speed,
    h('label', { className: 'check' }, twice, t('action.twice')), note,
    h('div', { className: 'buttons' }, run, h('button', { type: 'button', onclick: () => dialog.close() }, t('cancel'))));
  const dialog = openDialog(t('action.title'), form, signal);
  kinds.focus();
  look();
}

function previewOf(seen) {
  const partners = Object.entries(seen.byPartner ?? {}).sort((a, b) => b[1] - a[1]);
  return [
    h('p', { className: 'matched' }, h('strong', {}, number(seen.toDo)), ` ${tn('action.todo', seen.toDo)} `, h('span', { className: 'small' }, tn('action.matched', seen.matched))),
    h('dl', { className: 'facts tight' }, ['alreadyDelivered', 'duplicates', 'tooOld', 'notAllowed', 'underWay'].map(name =>
      h('div', { className: seen[name] > 0 ? 'some' : null }, h('dt', {}, t(`action.${name}`)), h('dd', {}, number(seen[name]))))),
    seen.underWay > 0 ? h('p', { className: 'note' }, t('act.underWay')) : null,
    partners.length > 0 ? table(t('action.byPartner'), [
      { title: t('receiver'), cell: ([partner]) => partner }, { title: t('deliveries'), className: 'number', cell: ([, count]) => number(count) },
    ], partners, { showCaption: true }) : null,
  ];
}
