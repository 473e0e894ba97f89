/** One partner: its state, certificates, latest tries, and pause or resume. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { codeMark, faultBox } from '../errors.js';
import { ago, duration, number, time } from '../format.js';
import { href } from '../router.js';
import { t, tv } from '../text.js';
import { badge } from '../parts/badge.js';
import { certificateTable } from '../parts/certificates.js';
import { empty, waiting } from '../parts/empty.js';
import { pauseButton, pauseNotes } from '../parts/pauses.js';
import { period } from '../parts/period.js';
import { METRIC_NAMES, seriesCharts } from '../parts/series.js';
import { table } from '../parts/table.js';

export async function showPartner(root, context) {
  const [tenant, name] = context.rest;
  fill(context.heading, name);
  document.title = `${name} – Hub`;
  fill(root, waiting(t('waiting')));
  const partner = await get(`partners/${encodeURIComponent(tenant)}/${encodeURIComponent(name)}`, {}, context.signal);
  const again = () => showPartner(root, context);
  fill(root,
    h('p', { className: 'crumb' }, h('a', { href: href('partners', { tenant }) }, t('partner.back', { tenant }))),
    pauseNotes(partner.pauses, context.signal, again), facts(partner), trouble(partner), buttons(partner, context.signal, again),
    h('section', { className: 'panel' }, h('h2', {}, t('certificates')), certificateTable(partner.certificates)),
    h('section', { className: 'panel' }, h('h2', {}, t('partner.tries')), tries(partner.attempts)),
    charts(partner, period(context.query), context.signal));
}

// What comes from a partner is counted where it comes in; what goes to it, where it arrives.
const charts = ({ tenant, partner, direction }, span, signal) =>
  (direction === 'in' ? seriesCharts(['volume'], { tenant, source: partner }, span, signal) : seriesCharts(METRIC_NAMES, { tenant, partner }, span, signal));

const facts = partner => h('dl', { className: 'facts' }, [
  [t('state'), [badge('health', partner.state), partner.since ? [' ', h('span', { className: 'small' }, ago(partner.since))] : null]],
  [t('tenant'), partner.tenant], [t('adapter'), partner.adapter], [t('direction'), tv('direction', partner.direction)], ...(partner.routes?.length > 0 ? [[t('routes'), partner.routes.join(', ')]] : []),
  [t('circuit'), partner.circuit ? badge('circuit', partner.circuit) : '–'],
  [t('waiting.count'), [h('a', { href: href('messages', { tenant: partner.tenant, partner: partner.partner, state: 'pending' }) }, number(partner.waiting)), heldPart(partner)]],
  [t('oldest'), ago(partner.oldestWaitingAt)], [t('lastSuccess'), ago(partner.lastSuccessAt)], [t('lastFailure'), ago(partner.lastFailureAt)],
  [t('lastReceived'), ago(partner.lastReceivedAt)], ...(partner.expects ? [[t('expects'), partner.expects]] : []), ...(partner.clockAheadSeconds ? [[t('clock'), t('clock.ahead', { seconds: number(partner.clockAheadSeconds) })]] : []),
].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));

// What waits because somebody wanted it to is not what makes a partner slow.
const heldPart = ({ state, waitingPaused }) => (waitingPaused > 0 && state !== 'paused' ? [' ', h('span', { className: 'small' }, t('waiting.paused', { count: number(waitingPaused) }))] : null);

function trouble(partner) {
  const code = partner.lastError;
  if (!code || !['down', 'slow'].includes(partner.state)) return null;
  return faultBox(code);
}

const buttons = (partner, signal, again) => h('div', { className: 'buttons' },
  partner.direction === 'in' || partner.pauses?.some(pause => pause.partner) ? null : pauseButton(partner.tenant, signal, again, { partner: partner.partner }),
  h('a', { className: 'button', href: href('failures', { tenant: partner.tenant, partner: partner.partner }) }, t('nav.failures')));

const tries = attempts => (attempts?.length > 0 ? table(t('partner.tries'), [
  { title: t('time'), className: 'when', cell: attempt => time(attempt.at) },
  { title: t('step'), cell: attempt => [tv('step', attempt.step), ' ', codeMark(attempt.code)] },
  { title: t('message'), cell: attempt => h('a', { href: href(['messages', attempt.delivery.split('.')[0]]) }, attempt.delivery) },
  { title: t('took'), className: 'number', cell: attempt => duration(attempt.durationMs) },
], attempts) : empty(t('partner.noTries')));
