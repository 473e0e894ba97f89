/** One act on many deliveries, while it runs. */

import { get, post } from '../api.js';
import { fill, h } from '../dom.js';
import { codeMark } from '../errors.js';
import { number, time } from '../format.js';
import { href } from '../router.js';
import { mayAct } from '../rights.js';
import { poll } from '../poll.js';
import { t, tv } from '../text.js';
import { openReason } from '../parts/acts.js';
import { badge } from '../parts/badge.js';
import { waiting } from '../parts/empty.js';
import { table } from '../parts/table.js';

const GOING = ['running'];

export async function showAction(root, context) {
  const id = context.rest[0];
  fill(root, waiting(t('waiting')));
  const told = h('p', { className: 'hide', role: 'status', 'aria-live': 'polite' });
  let seen = '';
  const draw = async () => {
    const action = await get(`actions/${encodeURIComponent(id)}`, {}, context.signal);
    fill(context.heading, tv('act', action.kind));
    if (seen !== action.state) fill(told, tv('run', action.state));
    const changed = seen !== action.state || GOING.includes(action.state);
    seen = action.state;
    if (changed) fill(root, view(action, told, context.signal, draw));
    return true;
  };
  await draw();
  poll(() => draw().catch(() => false), 1000, context.signal);
}

// Why deliveries failed or were skipped.
const causes = errors => (Object.keys(errors ?? {}).length > 0
  ? table(t('action.causes'), [{ title: t('error'), cell: ([code]) => codeMark(code) }, { title: t('deliveries'), className: 'number', cell: ([, count]) => number(count) }], Object.entries(errors), { showCaption: true })
  : null);

function view(action, told, signal, draw) {
  const part = action.total > 0 ? Math.round((100 * (action.done + action.failed + action.skipped)) / action.total) : 0;
  return [
    h('p', { className: 'crumb' }, h('a', { href: href('actions') }, t('action.back'))),
    h('section', { className: 'panel' },
      h('p', {}, badge('run', action.state)),
      h('progress', { max: '100', value: String(part), 'aria-label': t('action.progress') }), h('p', { className: 'small' }, `${part} %`),
      h('dl', { className: 'facts' }, ['total', 'done', 'failed', 'skipped'].map(name => h('div', {}, h('dt', {}, t(`action.${name}`)), h('dd', {}, number(action[name])))),
        [['target', action.target], ['by', action.by], ['reason', action.reason]].map(([name, value]) => h('div', {}, h('dt', {}, t(name)), h('dd', {}, value))),
        [['action.started', action.startedAt], ['action.ended', action.endedAt]].filter(([, at]) => at).map(([name, at]) => h('div', {}, h('dt', {}, t(name)), h('dd', {}, time(at, { always: true }))))),
      causes(action.errors),
      mayAct() && GOING.includes(action.state)
        ? h('div', { className: 'buttons' }, h('button', { type: 'button', className: 'danger', onclick: () => openReason('stop', t('action.stop.title'), `actions/${action.id}/cancel`, signal, draw, post) }, t('act.stop')))
        : null),
    told,
  ];
}
