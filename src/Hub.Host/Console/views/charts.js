/** Volume, delay, age and failures over time. */

import { get, rows } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../text.js';
import { waiting } from '../parts/empty.js';
import { period, periodChoice } from '../parts/period.js';
import { problemBox } from '../parts/problem.js';
import { METRIC_NAMES, seriesChart } from '../parts/series.js';

export function showCharts(root, { query, tenant, signal }) {
  const { name, from, to, step } = period(query);
  const places = METRIC_NAMES.map(() => h('div', {}, waiting(t('waiting'))));
  fill(root, h('div', { className: 'bar' }, periodChoice(name)), h('div', { className: 'charts' }, places));
  METRIC_NAMES.forEach(async (metric, index) => {
    try {
      const points = rows(await get('series', { tenant, from, to, step, metric }, signal), 'points');
      fill(places[index], seriesChart(metric, points, step, signal));
    } catch (error) {
      if (error.name !== 'AbortError') fill(places[index], problemBox(error));
    }
  });
}
