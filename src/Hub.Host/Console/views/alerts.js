/** What is wrong now, the worst first, each with its runbook. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { ago } from '../format.js';
import { poll } from '../poll.js';
import { t, tv } from '../text.js';
import { badge } from '../parts/badge.js';
import { empty, waiting } from '../parts/empty.js';
import { partnerLink } from '../parts/links.js';
import { openRunbook } from '../parts/runbook.js';

export async function showAlerts(root, { tenant, signal }) {
  const told = h('p', { className: 'live', role: 'status', 'aria-live': 'polite' });
  const list = h('div', {}, waiting(t('waiting')));
  fill(root, told, list);
  let known = null;
  const draw = async () => {
    const alerts = (await get('alerts', { tenant }, signal)).alerts;
    const ids = alerts.map(alert => alert.id).join(' ');
    if (ids === known) return true;
    if (known !== null) fill(told, t('alerts.changed'));
    known = ids;
    fill(list, alerts.length === 0 ? empty(t('alerts.none'), t('alerts.none.text')) : worst(alerts).map(alert => card(alert, signal)));
    return true;
  };
  await draw();
  poll(() => draw().catch(() => false), 10_000, signal);
}

const worst = alerts => [...alerts].sort((a, b) => (a.severity === b.severity ? Date.parse(a.since) - Date.parse(b.since) : a.severity === 'critical' ? -1 : 1));

const card = (alert, signal) => h('article', { className: `panel alert ${alert.severity}` },
  h('h2', {}, badge('severity', alert.severity), ' ', tv('rule', alert.rule)),
  h('p', {}, alert.text),
  h('p', { className: 'small' }, t('alerts.opened'), ' ', ago(alert.since), alert.tenant ? ` · ${alert.tenant}` : '', alert.partner ? [' · ', partnerLink(alert.tenant, alert.partner)] : null),
  h('div', { className: 'buttons' }, h('button', { type: 'button', onclick: () => openRunbook(alert, signal) }, t('runbook'))));
