/** Series of the API as charts. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { duration, number } from '../format.js';
import { t, tv } from '../text.js';
import { chart } from './chart.js';
import { empty, waiting } from './empty.js';
import { problemBox } from './problem.js';

const count = value => number(Math.round(value));

const METRICS = {
  volume: { bars: true, text: count, unit: 'chart.messages' },
  failures: { bars: true, text: count, unit: 'chart.deliveries' },
  delay: { bars: false, text: duration, unit: 'chart.time' },
  age: { bars: false, text: duration, unit: 'chart.time' },
};

export const METRIC_NAMES = Object.keys(METRICS);

/**
 * Charts that each ask for their own series, so that a slow one holds up no other.
 * @param which whose: tenant, source, partner.
 * @param span from, to and step.
 */
export function seriesCharts(metrics, which, { from, to, step }, signal) {
  const places = metrics.map(() => h('div', {}, waiting(t('waiting'))));
  metrics.forEach(async (metric, index) => {
    try {
      fill(places[index], seriesChart(metric, await get('series', { ...which, from, to, step, metric }, signal), step, signal));
    } catch (error) {
      if (error.name !== 'AbortError') fill(places[index], problemBox(error));
    }
  });
  return h('div', { className: 'charts' }, places);
}

// Every number of the points is a line of its own. Seconds are shown as the milliseconds that durations are written from.
function seriesChart(metric, { points, unit }, step, signal) {
  const { bars, text, unit: words } = METRICS[metric];
  const factor = unit === 's' ? 1000 : 1;
  const names = [...new Set(points.flatMap(point => Object.keys(point).filter(name => typeof point[name] === 'number')))];
  const title = t(`chart.${metric}`);
  if (names.length === 0) return h('section', { className: 'panel chart' }, h('h2', {}, title), empty(t('chart.none')));
  const lines = names.map(name => ({
    name: name === 'value' ? title : tv('series', name),
    className: metric === 'failures' ? 'bad' : '',
    values: points.map(point => (point[name] === undefined ? null : point[name] * factor)),
  }));
  return chart({ title, unit: t(words, { span: tv('span', step) }), lines, times: points.map(point => point.at), bars, text }, signal);
}
