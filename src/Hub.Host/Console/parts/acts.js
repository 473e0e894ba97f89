/** Acts on one message or delivery. Each asks for a reason, which stands in the audit log. */

import { post } from '../api.js';
import { fill, h } from '../dom.js';
import { mayAct, mayRead } from '../rights.js';
import { t } from '../text.js';
import { openAmend, whyNotAmended } from './amend.js';
import { openBodies } from './bodies.js';
import { openDialog } from './dialog.js';
import { problemBox } from './problem.js';

const ACTS = {
  pending: ['park', 'discard'],
  awaitingReceipt: ['redeliver', 'remap', 'discard'],
  deadLettered: ['redeliver', 'remap', 'discard'],
  held: ['release', 'discard'],
  delivered: ['redeliver', 'remap'],
  discarded: [],
};

/** Buttons for a delivery, and why its document cannot be edited; none for those who may not act. */
export function deliveryActs(message, delivery, signal, done) {
  if (!mayAct()) return null;
  const names = ACTS[delivery.state] ?? [];
  const button = name => h('button', {
    type: 'button', className: name === 'discard' ? 'danger' : null,
    onclick: () => openReason(name, t('act.on', { act: t(`act.${name}`), target: `${delivery.partner} ${delivery.id}` }), `deliveries/${delivery.id}/${name}`, signal, done),
  }, t(`act.${name}`));
  const amend = delivery.amend === 'possible' && mayRead() ? h('button', { type: 'button', onclick: () => openAmend(message, delivery, signal, done) }, t('act.amend.open')) : null;
  const not = delivery.amend === 'possible' ? (mayRead() ? null : t('amend.not.role')) : whyNotAmended(delivery);
  return [
    h('div', { className: 'buttons' }, names.filter(name => name !== 'discard').map(button), amend, names.includes('discard') ? button('discard') : null),
    not ? h('p', { className: 'note' }, not) : null,
  ];
}

/** Buttons for the message as a whole. */
export function messageActs(message, signal, done) {
  if (!mayAct() && !mayRead()) return null;
  return h('div', { className: 'buttons last' },
    mayAct() ? h('button', { type: 'button', onclick: () => openReason('replay', t('act.on', { act: t('act.replay'), target: message.id }), `messages/${message.id}/replay`, signal, done) }, t('act.replay')) : null,
    mayRead() ? h('button', { type: 'button', onclick: () => openBodies(message, signal) }, t('bodies.open')) : null);
}

/** Asks for a reason and acts. */
export function openReason(name, title, path, signal, done, send = post, more = {}) {
  const note = h('div', { 'aria-live': 'polite' });
  const reason = h('textarea', { id: 'reason', rows: '3', maxlength: '500', required: true });
  const act = async event => {
    event.preventDefault();
    const button = event.submitter;
    button.disabled = true;
    try {
      const answer = await send(path, { reason: reason.value.trim(), ...more });
      if (answer?.deliveries?.some(delivery => delivery.underWay)) {
        dialog.element.addEventListener('close', () => signal.aborted || done());
        const close = h('button', { type: 'button', className: 'main', onclick: () => dialog.close() }, t('close'));
        fill(form, h('p', { role: 'status' }, t('act.underWay')), h('div', { className: 'buttons' }, close));
        close.focus();
        return;
      }
      dialog.close();
      done();
    } catch (error) {
      button.disabled = false;
      fill(note, problemBox(error));
    }
  };
  const form = h('form', { onsubmit: act },
    h('p', {}, t(`act.${name}.text`)), h('label', { for: 'reason' }, t('reason')), reason, h('p', { className: 'note' }, t('reason.note')), note,
    h('div', { className: 'buttons' }, h('button', { type: 'submit', className: name === 'discard' ? 'danger' : 'main' }, t(`act.${name}`)), h('button', { type: 'button', onclick: () => dialog.close() }, t('cancel'))));
  const dialog = openDialog(title, form, signal);
  reason.focus();
}
