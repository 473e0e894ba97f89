/** Acts on many deliveries: what runs, and what has run. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { number, time } from '../format.js';
import { poll } from '../poll.js';
import { href } from '../router.js';
import { t, tv } from '../text.js';
import { badge } from '../parts/badge.js';
import { empty, waiting } from '../parts/empty.js';
import { table } from '../parts/table.js';

export async function showActions(root, { query, tenant, signal }) {
  fill(root, waiting(t('waiting')));
  const draw = async () => {
    const page = await get('actions', { tenant, before: query.before }, signal);
    fill(root, list(page.actions), page.next ? older(page.next) : null);
  };
  await draw();
  poll(() => draw().then(() => true, () => false), 5000, signal);
}

const list = actions => (actions.length === 0 ? empty(t('actions.none'), t('actions.none.text')) : table(t('nav.actions'), [
  { title: t('action'), cell: action => h('a', { href: href(['actions', action.id]) }, tv('act', action.kind)) },
  { title: t('target'), className: 'wide', cell: action => action.target },
  { title: t('state'), cell: action => badge('run', action.state) },
  { title: t('action.progress'), className: 'number', cell: action => t('action.of', { done: number(action.done + action.failed + action.skipped), total: number(action.total) }) },
  { title: t('by'), cell: action => action.by },
  { title: t('time'), className: 'when', cell: action => time(action.startedAt) },
  { title: t('reason'), className: 'wide', cell: action => action.reason },
], actions));

const older = before => h('nav', { className: 'paging', 'aria-label': t('paging') }, h('a', { className: 'button', href: href('actions', { before }) }, t('messages.older')));
