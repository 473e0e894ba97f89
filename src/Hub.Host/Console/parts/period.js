/** Periods of views over time, as one filter of the address. */

import { h } from '../dom.js';
import { refilter } from '../router.js';
import { t } from '../text.js';

const HOUR = 3_600_000;
const PERIODS = { '1h': [HOUR, '5m'], '24h': [24 * HOUR, '1h'], '7d': [168 * HOUR, '1h'], '30d': [720 * HOUR, '1d'] };

/** Start, end and step of a period; a day unless the address says otherwise. */
export function period(query) {
  const name = PERIODS[query.period] ? query.period : '24h';
  const [length, step] = PERIODS[name];
  const to = Math.ceil(Date.now() / 60_000) * 60_000;
  return { name, step, from: new Date(to - length).toISOString(), to: new Date(to).toISOString() };
}

/** Buttons that choose the period. */
export const periodChoice = chosen => h('div', { className: 'segments', role: 'group', 'aria-label': t('period') },
  Object.keys(PERIODS).map(name => h('button', { type: 'button', 'aria-pressed': String(name === chosen), onclick: () => refilter({ period: name }) }, t(`period.${name}`))));
