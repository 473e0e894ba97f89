/** One edit of a shared plan that did not become a version: what it came upon, and how to be done with it. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { faultBox } from '../errors.js';
import { ago, time } from '../format.js';
import { href } from '../router.js';
import { mayAct, mayRead } from '../rights.js';
import { t } from '../text.js';
import { openReason } from '../parts/acts.js';
import { waiting } from '../parts/empty.js';
import { conflictState, openDifference, planVersion } from '../parts/plans.js';
import { table } from '../parts/table.js';

export async function showPlan(root, context) {
  const [tenant, id] = context.rest;
  fill(root, waiting(t('waiting')));
  const path = `plan-conflicts/${encodeURIComponent(tenant)}/${encodeURIComponent(id)}`;
  const draw = async () => {
    const conflict = await get(path, {}, context.signal);
    fill(context.heading, t('plan.title', { from: conflict.from ?? conflict.id }));
    fill(root,
      h('p', { className: 'crumb' }, h('a', { href: href('plans', { tenant: context.tenant }) }, t('plan.back'))),
      facts(conflict), conflict.state === 'open' && conflict.code ? faultBox(conflict.code) : null, buttons(conflict, path, context.signal, draw),
      h('section', { className: 'panel' }, h('h2', {}, t('plan.versions')), versions(conflict.versions)));
  };
  await draw();
}

const facts = conflict => h('dl', { className: 'facts' }, [
  [t('state'), conflictState(conflict.state)], [t('tenant'), conflict.tenant], [t('plans.edit'), conflict.from ?? '–'], [t('since'), [time(conflict.since, { always: true }), ' ', h('span', { className: 'small' }, ago(conflict.since))]],
  [t('plans.basedOn'), planVersion(conflict.basedOn)], [t('plan.against'), planVersion(conflict.against)],
  [t('plans.latest'), conflict.latest ? [planVersion(conflict.latest.version), ' ', h('span', { className: 'small' }, conflict.latest.from)] : '–'],
  ...(conflict.closedAt ? [[t('plan.closed'), time(conflict.closedAt, { always: true })], [t('by'), conflict.by], [t('plan.stands'), planVersion(conflict.settledBy)]] : []),
  [t('plan.id'), h('code', {}, conflict.plan)], [t('plan.conflict'), h('code', {}, conflict.id)],
].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));

function buttons(conflict, path, signal, draw) {
  const compare = mayRead() ? h('button', { type: 'button', onclick: () => openDifference(conflict, path, signal) }, t('plan.compare')) : null;
  const dismiss = mayAct() && conflict.state === 'open'
    ? h('button', { type: 'button', className: 'danger', onclick: () => openReason('dismiss', t('plan.dismiss.title', { from: conflict.from ?? conflict.id }), `${path}/dismiss`, signal, draw) }, t('act.dismiss'))
    : null;
  return [
    compare || dismiss ? h('div', { className: 'buttons' }, compare, dismiss) : null,
    conflict.state === 'open' ? h('p', { className: 'note' }, mayRead() ? t('plan.merge') : [t('plan.merge'), ' ', t('plan.compare.role')]) : null,
  ];
}

const versions = list => table(t('plan.versions'), [
  { title: t('plan.version'), cell: version => planVersion(version.version) },
  { title: t('plan.from'), cell: version => version.from },
  { title: t('time'), className: 'when', cell: version => time(version.at, { always: true }) },
  { title: t('plans.basedOn'), cell: version => planVersion(version.basedOn) },
], list);
