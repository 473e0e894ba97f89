/** Failures by cause: same code, partner and route stand together, and are acted on together. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { codeMark, meaning } from '../errors.js';
import { ago, number } from '../format.js';
import { href } from '../router.js';
import { mayAct } from '../rights.js';
import { t, tn } from '../text.js';
import { openAction } from '../parts/act.js';
import { empty, waiting } from '../parts/empty.js';
import { filters } from '../parts/filters.js';
import { partnerLink } from '../parts/links.js';

export async function showFailures(root, context) {
  const { query, tenant, signal } = context;
  const list = h('div', {}, waiting(t('waiting')));
  fill(root, filters('failures', [
    { name: 'partner', label: t('receiver') }, { name: 'route', label: t('route') }, { name: 'code', label: t('error') },
    { name: 'from', label: t('from'), type: 'datetime-local' }, { name: 'to', label: t('to'), type: 'datetime-local' },
  ], query), list);
  const groups = (await get('failures', { ...query, tenant }, signal)).groups;
  const [total, ended] = ['count', 'deadLettered'].map(name => groups.reduce((sum, group) => sum + (group[name] ?? 0), 0));
  fill(list, groups.length === 0
    ? empty(t('failures.none'), t('failures.none.text'))
    : [h('p', { className: 'summary' }, tn('failures.total', total), ' ', tn('failures.groups', groups.length), ' ', tn('failures.ended', ended)), groups.map(group => card(group, signal))]);
}

function card(group, signal) {
  const { tenant, partner, route, code } = group;
  const known = meaning(code);
  return h('article', { className: 'panel group' },
    h('div', { className: 'group-count' }, h('strong', {}, number(group.count)), h('span', {}, tn('failures.deliveries', group.count)), h('span', {}, tn('failures.ofEnded', group.deadLettered ?? 0))),
    h('div', { className: 'group-body' },
      h('h2', {}, known?.title ?? (group.title || code), ' ', codeMark(code)),
      h('p', { className: 'path' }, tenant, ' · ', route, ' → ', partnerLink(tenant, partner)),
      h('p', {}, known?.action ?? (group.action || t('failures.unknown'))),
      h('p', { className: 'small' }, t('failures.first'), ' ', ago(group.firstSeen), ' · ', t('failures.last'), ' ', ago(group.lastSeen), ' · ', t('failures.examples'), ' ',
        group.exampleMessages.map((id, index) => [index > 0 ? ', ' : '', h('a', { href: href(['messages', id]) }, id)])),
      h('div', { className: 'buttons' },
        h('a', { className: 'button', href: href('messages', { tenant, partner, route, error: code }) }, t('failures.show')),
        mayAct() ? [
          h('button', { type: 'button', className: 'main', onclick: () => openAction({ group: { tenant, partner, route, code } }, signal, group.retriable ? 'redeliver' : 'remap') }, t('failures.act')),
          h('button', { type: 'button', className: 'danger', onclick: () => openAction({ group: { tenant, partner, route, code } }, signal, 'discard') }, t('act.discard')),
        ] : null)));
}
