/** The list of messages: newest first, filters in the address, new ones told as they come. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { poll } from '../poll.js';
import { href } from '../router.js';
import { mayAct } from '../rights.js';
import { t, tn, tv } from '../text.js';
import { empty, waiting } from '../parts/empty.js';
import { filters } from '../parts/filters.js';
import { messageTable } from '../parts/messages.js';
import { problemBox } from '../parts/problem.js';
import { openAction } from '../parts/act.js';
import { CONTENT, STATES, TRIAGE } from '../values.js';

const NAMES = ['source', 'partner', 'route', 'content', 'triage', 'state', 'error', 'correlation', 'from', 'to'];
const LIMIT = 50;
const EVERY = 5000;

export async function showMessages(root, context) {
  const { query, tenant, signal } = context;
  const filter = Object.fromEntries(Object.entries({ ...query, tenant }).filter(([name, value]) => [...NAMES, 'tenant'].includes(name) && value));
  const ask = () => get('messages', { ...filter, before: query.before, limit: LIMIT }, signal);
  const news = h('p', { className: 'live', role: 'status', 'aria-live': 'polite' });
  const list = h('div', {}, waiting(t('waiting')));
  const live = h('input', { type: 'checkbox', checked: true });
  const bar = h('div', { className: 'bar' },
    query.before ? h('a', { href: href('messages', { ...query, before: '' }) }, t('messages.newest')) : h('label', { className: 'check' }, live, t('messages.live')), news,
    mayAct() && Object.keys(filter).some(name => name !== 'tenant') ? h('button', { type: 'button', onclick: () => openAction({ filter }, signal) }, t('messages.act')) : null);
  fill(root, filters('messages', fields(), query), bar, list);
  let page = await ask();
  const draw = () => fill(list, messageTable(page.messages, { tenant }) ?? none(filter), older(page, query));
  draw();
  if (query.before) return;
  poll(async () => {
    if (!live.checked) return true;
    try {
      const known = new Set(page.messages.map(message => message.id));
      page = await ask();
      const added = page.messages.filter(message => !known.has(message.id)).length;
      const focus = document.activeElement?.closest?.('[data-message]')?.dataset.message;
      draw();
      if (focus) list.querySelector(`[data-message="${CSS.escape(focus)}"]`)?.focus();
      if (added > 0) fill(news, tn('messages.new', added));
      return true;
    } catch (error) {
      if (error.name !== 'AbortError') fill(news, t('live.failed'));
      return false;
    }
  }, EVERY, signal);
}

const fields = () => [
  { name: 'state', label: t('state'), options: STATES.map(value => [value, tv('state', value)]) },
  { name: 'content', label: t('content'), options: CONTENT.map(value => [value, tv('content', value)]) },
  { name: 'triage', label: t('triage'), options: TRIAGE.map(value => [value, tv('triage', value)]) },
  { name: 'source', label: t('source') },
  { name: 'partner', label: t('receiver') },
  { name: 'route', label: t('route') },
  { name: 'error', label: t('error') },
  { name: 'correlation', label: t('correlation') },
  { name: 'from', label: t('from'), type: 'datetime-local' },
  { name: 'to', label: t('to'), type: 'datetime-local' },
];

const none = filter => (Object.keys(filter).length > 0 ? empty(t('messages.noneMatch'), t('messages.noneMatch.text')) : empty(t('messages.none'), t('messages.none.text')));

const older = (page, query) => (page.next
  ? h('nav', { className: 'paging', 'aria-label': t('paging') }, h('a', { className: 'button', href: href('messages', { ...query, before: page.next }) }, t('messages.older')))
  : null);
