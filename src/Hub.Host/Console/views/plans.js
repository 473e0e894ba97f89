/** Edits of shared plans that did not become a version, and wait for somebody to merge or dismiss them. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { codeMark } from '../errors.js';
import { ago, time } from '../format.js';
import { href } from '../router.js';
import { t, tv } from '../text.js';
import { empty, waiting } from '../parts/empty.js';
import { filters } from '../parts/filters.js';
import { conflictState, planVersion } from '../parts/plans.js';
import { table } from '../parts/table.js';

const STATES = ['open', 'settled', 'dismissed', 'all'];

export async function showPlans(root, { query, tenant, signal }) {
  const list = h('div', {}, waiting(t('waiting')));
  fill(root, h('p', {}, t('plans.lead')), filters('plans', [{ name: 'state', label: t('state'), options: STATES.map(state => [state, tv('plan.state', state)]), standard: 'open' }], query), list);
  const page = await get('plan-conflicts', { tenant, state: query.state, before: query.before }, signal);
  fill(list, page.conflicts.length === 0 ? empty(t('plans.none'), t('plans.none.text')) : conflictTable(page.conflicts), page.next ? older(page.next, tenant, query.state) : null);
}

const conflictTable = conflicts => table(t('nav.plans'), [
  { title: t('plans.edit'), cell: conflict => h('a', { href: href(['plans', conflict.tenant, conflict.id], { tenant: conflict.tenant }) }, conflict.from ?? conflict.id) },
  { title: t('tenant'), cell: conflict => conflict.tenant },
  { title: t('state'), cell: conflict => conflictState(conflict.state) },
  { title: t('error'), cell: conflict => codeMark(conflict.code) ?? '–' },
  { title: t('plans.basedOn'), cell: conflict => planVersion(conflict.basedOn) },
  { title: t('plans.latest'), cell: conflict => (conflict.latest ? [planVersion(conflict.latest.version), h('span', { className: 'small to' }, conflict.latest.from)] : '–') },
  { title: t('since'), className: 'when', cell: conflict => [time(conflict.since), h('span', { className: 'small whole' }, ago(conflict.since))] },
], conflicts);

const older = (before, tenant, state) => h('nav', { className: 'paging', 'aria-label': t('paging') }, h('a', { className: 'button', href: href('plans', { tenant, state, before }) }, t('messages.older')));
