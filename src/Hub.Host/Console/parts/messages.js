/** Messages as a table: what came, from whom, and how each delivery stands. */

import { h } from '../dom.js';
import { codeMark } from '../errors.js';
import { time } from '../format.js';
import { href } from '../router.js';
import { t, tv } from '../text.js';
import { badge } from './badge.js';
import { table } from './table.js';

/** The table; null when there is nothing to show. */
export function messageTable(messages, { tenant } = {}) {
  if (messages.length === 0) return null;
  return table(t('nav.messages'), [
    { title: t('message'), className: 'id', cell: message => h('a', { href: href(['messages', message.id], { tenant }), 'data-message': message.id }, message.id) },
    { title: t('accepted'), className: 'when', cell: message => time(message.acceptedAt) },
    ...(tenant ? [] : [{ title: t('tenant'), cell: message => message.tenant }]),
    { title: t('source'), cell: message => [message.source, h('span', { className: 'small cut', title: message.sourceId }, message.sourceId)] },
    { title: t('content'), cell: message => [tv('content', message.content), message.category ? h('span', { className: 'small' }, message.category) : null] },
    { title: t('triage'), cell: message => (message.triage === 'none' ? h('span', { className: 'none' }, '–') : badge('triage', message.triage)) },
    { title: t('deliveries'), className: 'wide', cell: message => lanes(message.deliveries) },
  ], messages);
}

function lanes(deliveries) {
  if (deliveries.length === 0) return h('span', { className: 'none' }, t('deliveries.none'));
  return h('ul', { className: 'lanes' }, deliveries.map(delivery => h('li', {},
    badge('state', delivery.state), h('span', { className: 'to' }, delivery.partner), codeMark(delivery.error),
    delivery.attempts > 1 ? h('span', { className: 'small' }, t('attempts', { count: delivery.attempts })) : null)));
}
