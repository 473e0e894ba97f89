/** Who sends what to whom, how much, and how it goes. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { ago, duration, number } from '../format.js';
import { poll } from '../poll.js';
import { href } from '../router.js';
import { t, tv } from '../text.js';
import { mayAct, maySee } from '../rights.js';
import { badge } from '../parts/badge.js';
import { empty, waiting } from '../parts/empty.js';
import { flowDrawing, flowLegend } from '../parts/flowmap.js';
import { partnerLink } from '../parts/links.js';
import { openPause, pauseButton, pauseNotes } from '../parts/pauses.js';
import { period, periodChoice } from '../parts/period.js';
import { table } from '../parts/table.js';
import { wide } from '../parts/wide.js';

export async function showFlow(root, { query, tenant, tenants, signal }) {
  if (!tenant && tenants.length !== 1) {
    fill(root, h('p', {}, t('flow.choose')), h('ul', { className: 'tiles' }, tenants.map(name => h('li', {}, h('a', { href: href('flow', { ...query, tenant: name }) }, name)))),
      tenants.length === 0 ? empty(t('flow.noTenants'), t('flow.noTenants.text')) : null);
    return;
  }
  const chosen = tenant || tenants[0];
  const body = h('div', {}, waiting(t('waiting')));
  const { name } = period(query);
  const again = () => draw();
  fill(root, h('div', { className: 'bar' }, periodChoice(name), pauseButton(chosen, signal, again)), body);
  const draw = async () => {
    const { from, to } = period(query);
    const [{ edges }, { pauses }] = await Promise.all([
      get('flow', { tenant: chosen, from, to }, signal),
      maySee('pauses') ? get('pauses', { tenant: chosen }, signal) : { pauses: [] },
    ]);
    fill(body, pauseNotes(pauses, signal, again), edges.length === 0 ? empty(t('flow.none'), t('flow.none.text')) : map(edges, chosen, signal, again));
  };
  await draw();
  poll(() => (body.contains(document.activeElement) ? Promise.resolve(true) : draw().then(() => true, () => false)), 30_000, signal);
}

const map = (edges, tenant, signal, again) => [
  h('section', { className: 'panel wide-only' }, wide(width => flowDrawing(edges, tenant, width), 520, t('nav.flow'), signal), flowLegend()),
  h('section', { className: 'panel' }, table(t('flow.table'), [
    { title: t('source'), cell: edge => [h('a', { href: href('messages', { tenant, source: edge.source }) }, edge.source), h('span', { className: 'small' }, tv('content', edge.content))] },
    { title: t('route'), cell: edge => (edge.route ? [edge.route, pauseRoute(edge, tenant, signal, again)] : h('span', { className: 'none' }, t('flow.noRoute'))) },
    { title: t('receiver'), cell: edge => (edge.partner ? partnerLink(tenant, edge.partner) : '–') },
    { title: t('health'), cell: edge => [badge('health', edge.health), edge.paused ? h('span', { className: 'small' }, t(`paused.${edge.paused}`)) : null] },
    { title: t('flow.accepted'), className: 'number', cell: edge => number(edge.accepted) },
    { title: t('flow.delivered'), className: 'number', cell: edge => number(edge.delivered) },
    { title: t('flow.failed'), className: 'number', cell: edge => (edge.failed > 0 ? h('a', { href: href('messages', { tenant, route: edge.route, state: 'deadLettered' }) }, number(edge.failed)) : '0') },
    { title: t('flow.pending'), className: 'number', cell: edge => [number(edge.pending), edge.oldestPendingAt ? h('span', { className: 'small' }, ago(edge.oldestPendingAt)) : null] },
    { title: t('flow.delay'), className: 'number', cell: edge => (edge.p50Ms === undefined || edge.p50Ms === null ? '–' : [duration(edge.p50Ms), h('span', { className: 'small' }, duration(edge.p95Ms))]) },
  ], edges, { showCaption: true })),
];

const pauseRoute = (edge, tenant, signal, again) => (mayAct() && !edge.paused
  ? h('span', { className: 'small' }, h('button', {
    type: 'button', className: 'little', 'aria-label': t('act.on', { act: t('act.pause'), target: edge.route }), onclick: () => openPause(tenant, signal, again, { route: edge.route }),
  }, `‖ ${t('act.pause.short')}`))
  : null);
