/** Who looked at what and did what. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { time } from '../format.js';
import { href } from '../router.js';
import { t } from '../text.js';
import { empty, waiting } from '../parts/empty.js';
import { filters } from '../parts/filters.js';
import { table } from '../parts/table.js';

export async function showAudit(root, { query, tenant, signal }) {
  const list = h('div', {}, waiting(t('waiting')));
  fill(root, filters('audit', [
    { name: 'who', label: t('who') }, { name: 'action', label: t('act') }, { name: 'target', label: t('target') },
    { name: 'from', label: t('from'), type: 'datetime-local' }, { name: 'to', label: t('to'), type: 'datetime-local' },
  ], query), list);
  const page = await get('audit', { ...query, tenant, limit: 100 }, signal);
  const entries = page.entries;
  fill(list, entries.length === 0 ? empty(t('audit.none'), t('audit.none.text')) : [table(t('nav.audit'), [
    { title: t('time'), className: 'when', cell: entry => time(entry.at, { always: true }) },
    { title: t('who'), cell: entry => entry.who },
    { title: t('act'), cell: entry => h('code', { className: 'whole' }, entry.action) },
    { title: t('tenant'), cell: entry => entry.tenant ?? '–' },
    { title: t('target'), cell: entry => entry.target ?? '–' },
    { title: t('reason'), className: 'wide', cell: entry => entry.reason ?? entry.detail ?? '–' },
  ], entries), page.next ? h('nav', { className: 'paging', 'aria-label': t('paging') }, h('a', { className: 'button', href: href('audit', { ...query, before: page.next }) }, t('messages.older'))) : null]);
}
