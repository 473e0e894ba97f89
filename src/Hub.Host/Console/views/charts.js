/** Volume, delay, age and failures over time. */

import { fill, h } from '../dom.js';
import { period, periodChoice } from '../parts/period.js';
import { METRIC_NAMES, seriesCharts } from '../parts/series.js';

export function showCharts(root, { query, tenant, signal }) {
  const span = period(query);
  fill(root, h('div', { className: 'bar' }, periodChoice(span.name)), seriesCharts(METRIC_NAMES, { tenant }, span, signal));
}
