/** One message from intake to its last receipt, and what can be done with it. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { codeMark, faultBox } from '../errors.js';
import { duration, time } from '../format.js';
import { href } from '../router.js';
import { t, tn, tv } from '../text.js';
import { deliveryActs, messageActs } from '../parts/acts.js';
import { badge } from '../parts/badge.js';
import { isDeadline, laneDrawing, laneLegend, stepName } from '../parts/lanes.js';
import { table } from '../parts/table.js';
import { waiting } from '../parts/empty.js';
import { wide } from '../parts/wide.js';

export async function showMessage(root, context) {
  const id = context.rest[0];
  fill(context.heading, t('message.title', { id }));
  document.title = `${t('message.title', { id })} – Hub`;
  fill(root, waiting(t('waiting')));
  const message = await get(`messages/${encodeURIComponent(id)}`, {}, context.signal);
  // After an edited document was sent, its delivery is what one wants to see.
  const again = async sent => {
    await showMessage(root, context);
    const place = sent ? root.querySelector(`[data-delivery="${CSS.escape(sent.id)}"]`) : null;
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  };
  const steps = message.timeline;
  fill(root,
    h('p', { className: 'crumb' }, h('a', { href: href('messages', { tenant: message.tenant }) }, t('message.back', { tenant: message.tenant }))),
    facts(message),
    h('section', { className: 'panel' }, h('h2', {}, t('timeline')), wide(width => laneDrawing(message, steps, width), 620, t('timeline'), context.signal), laneLegend(),
      h('details', { open: steps.length <= 12 }, h('summary', {}, tn('timeline.words', steps.length)), stepTable(message, steps))),
    h('section', { className: 'panel' }, h('h2', {}, t('deliveries')), message.deliveries.map(delivery => card(message, delivery, context.signal, again)), verdicts(message)),
    notes(message),
    messageActs(message, context.signal, again));
}

const facts = message => h('dl', { className: 'facts' }, [
  [t('tenant'), message.tenant], [t('source'), message.source], [t('sourceId'), h('code', {}, message.sourceId)],
  [t('content'), [tv('content', message.content), message.category ? ` · ${message.category}` : '']],
  [t('triage'), message.triage === 'none' ? '–' : badge('triage', message.triage)],
  [t('occurred'), time(message.occurredAt, { always: true })], [t('accepted'), time(message.acceptedAt, { always: true })],
  ...(message.correlation ? [[t('correlation'), h('a', { href: href('messages', { tenant: message.tenant, correlation: message.correlation }) }, h('code', {}, message.correlation))]] : []),
].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));

const stepTable = (message, steps) => table(t('timeline'), [
  { title: t('time'), className: 'when', cell: step => time(step.at, { always: true }) },
  { title: t('step'), cell: step => [isDeadline(step) ? h('span', { className: 'badge wait' }, '┊ ', stepName(step)) : stepName(step), ' ', codeMark(step.code)] },
  { title: t('delivery'), cell: step => message.deliveries.find(delivery => delivery.id === step.delivery)?.partner ?? '–' },
  { title: t('detail'), className: 'wide', cell: step => step.detail ?? '–' },
  { title: t('took'), className: 'number', cell: step => (step.durationMs === undefined ? '–' : duration(step.durationMs)) },
], steps);

function card(message, delivery, signal, again) {
  return h('article', { className: 'delivery', tabindex: '-1', 'data-delivery': delivery.id, 'aria-label': `${delivery.partner} ${delivery.id}` },
    h('h3', {}, badge('state', delivery.state), ' ', delivery.partner, h('span', { className: 'small' }, delivery.id)),
    h('dl', { className: 'facts tight' }, [
      [t('route'), delivery.route], [t('mapping'), h('code', {}, delivery.mapping)], [t('tries'), String(delivery.attempts)],
      [t('generation'), String(delivery.generation)], [t('snapshot'), String(delivery.snapshot)],
      ...(delivery.due ? [[t('due'), time(delivery.due)]] : []), ...(delivery.receipt ? [[t('receipt'), h('code', {}, delivery.receipt)]] : []),
      ...(delivery.form ? [[t('form'), delivery.form]] : []),
    ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    delivery.error ? faultBox(delivery.error) : null,
    deliveryActs(message, delivery, signal, again));
}

const verdicts = message => (message.routes?.length > 0
  ? h('details', {}, h('summary', {}, t('verdicts')), table(t('verdicts'), [
    { title: t('route'), cell: route => route.route }, { title: t('receiver'), cell: route => route.partner }, { title: t('verdict'), cell: route => tv('verdict', route.verdict) },
  ], message.routes))
  : null);

const notes = message => (message.notes?.length > 0
  ? h('section', { className: 'panel' }, h('h2', {}, t('notes')), h('ul', {}, message.notes.map(note => h('li', {}, note.path ? [h('code', {}, note.path), ' '] : null, note.text))))
  : null);
