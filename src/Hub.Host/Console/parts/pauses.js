/** Pauses: what waits because an operator said so, and how to let it wait or go on. */

import { get, put, remove } from '../api.js';
import { fill, h } from '../dom.js';
import { ago, time } from '../format.js';
import { mayAct } from '../rights.js';
import { t } from '../text.js';
import { openReason } from './acts.js';
import { openDialog } from './dialog.js';
import { waiting } from './empty.js';
import { localTime } from './filters.js';
import { problemBox } from './problem.js';

const HOUR = 3_600_000;

const path = ({ tenant, partner, route }) =>
  ['pauses', tenant, ...(partner ? ['partners', partner] : []), ...(route ? ['routes', route] : [])].map(encodeURIComponent).join('/');

/** What a pause holds back, in words. */
export const pauseName = ({ tenant, partner, route }) => (route ? t('pause.route', { route }) : partner ? t('pause.partner', { partner }) : t('pause.tenant', { tenant }));

/** When it ends. */
export const pauseEnd = pause => (pause.until ? time(pause.until, { always: true }) : t('pause.open'));

/** A button that lets it go on; null for those who may not. */
export const resumeButton = (pause, signal, done) => (mayAct()
  ? h('button', { type: 'button', onclick: () => openReason('resume', t('act.on', { act: t('act.resume'), target: pauseName(pause) }), path(pause), signal, done, remove) }, t('act.resume'))
  : null);

/** Pauses as notes at the top of a page, each with its resume; null when nothing is paused. */
export function pauseNotes(pauses, signal, done) {
  if (!(pauses?.length > 0)) return null;
  return h('section', { className: 'pauses', 'aria-label': t('nav.pauses') }, pauses.map(pause => h('div', { className: 'notice paused' },
    h('div', {}, h('strong', {}, h('span', { 'aria-hidden': 'true' }, '‖ '), pauseName(pause)), ' ', pause.reason,
      h('p', { className: 'small' }, pause.by, ' · ', ago(pause.since), ' · ', t('pause.until'), ' ', pauseEnd(pause))),
    resumeButton(pause, signal, done))));
}

/** A button that opens the dialog; null for those who may not. */
export const pauseButton = (tenant, signal, done, chosen = {}) => (mayAct()
  ? h('button', { type: 'button', onclick: () => openPause(tenant, signal, done, chosen) }, t('act.pause.open'))
  : null);

/**
 * Asks what shall wait, why and for how long.
 * @param chosen {partner} or {route}: what is offered first; nothing when neither, so that a whole tenant is not paused by a slip.
 */
export async function openPause(tenant, signal, done, chosen = {}) {
  const content = h('div', {}, waiting(t('waiting')));
  const dialog = openDialog(t('act.on', { act: t('act.pause'), target: tenant }), content, signal);
  try {
    const partners = (await get('partners', { tenant }, signal)).partners.filter(partner => partner.tenant === tenant);
    fill(content, form(tenant, partners, chosen, dialog, done));
    content.querySelector('select').focus();
  } catch (error) {
    if (error.name !== 'AbortError') fill(content, problemBox(error));
  }
}

function form(tenant, partners, chosen, dialog, done) {
  const note = h('div', { 'aria-live': 'polite' });
  const targets = [{ tenant }, ...partners.filter(partner => partner.direction !== 'in').map(partner => ({ tenant, partner: partner.partner })),
    ...[...new Set(partners.flatMap(partner => partner.routes ?? []))].sort().map(route => ({ tenant, route }))];
  const option = target => h('option', { value: String(targets.indexOf(target)) }, pauseName(target));
  const group = (title, kind) => {
    const found = targets.filter(target => target[kind]);
    return found.length > 0 ? h('optgroup', { label: title }, found.map(option)) : null;
  };
  const what = h('select', { id: 'pause-what', required: true }, h('option', { value: '' }, t('pause.choose')), h('optgroup', { label: t('pause.whole') }, option(targets[0])), group(t('pause.partners'), 'partner'), group(t('pause.routes'), 'route'));
  const first = targets.findIndex(target => (chosen.route ? target.route === chosen.route : chosen.partner && target.partner === chosen.partner));
  what.value = first < 0 ? '' : String(first);
  const reason = h('textarea', { id: 'reason', rows: '3', maxlength: '500', required: true });
  const until = h('input', { id: 'until', type: 'datetime-local', 'aria-describedby': 'until-note' });
  const quick = hours => h('button', { type: 'button', onclick: () => { until.value = localTime(Date.now() + hours * HOUR); } }, t('pause.hours', { hours }));
  const act = async event => {
    event.preventDefault();
    const button = event.submitter;
    button.disabled = true;
    try {
      await put(path(targets[Number(what.value)]), { reason: reason.value.trim(), ...(until.value ? { until: new Date(until.value).toISOString() } : {}) });
      dialog.close();
      done();
    } catch (error) {
      button.disabled = false;
      fill(note, problemBox(error));
    }
  };
  return h('form', { onsubmit: act },
    h('p', {}, t('act.pause.text')),
    h('label', { for: 'pause-what' }, t('pause.what')), what,
    h('label', { for: 'reason' }, t('reason')), reason, h('p', { className: 'note' }, t('reason.note')),
    h('label', { for: 'until' }, t('pause.ends')), h('div', { className: 'bar' }, until, h('div', { className: 'buttons' }, [1, 4, 24].map(quick))),
    h('p', { className: 'note', id: 'until-note' }, t('pause.ends.note')), note,
    h('div', { className: 'buttons' }, h('button', { type: 'submit', className: 'main' }, t('act.pause')), h('button', { type: 'button', onclick: () => dialog.close() }, t('cancel'))));
}
