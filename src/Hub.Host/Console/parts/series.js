/** A series of the API as a chart. */

import { duration, number } from '../format.js';
import { t, tv } from '../text.js';
import { chart } from './chart.js';
import { empty } from './empty.js';
import { h } from '../dom.js';

const METRICS = {
  volume: { bars: true, text: value => number(Math.round(value)), unit: 'chart.messages' },
  failures: { bars: true, text: value => number(Math.round(value)), unit: 'chart.deliveries' },
  delay: { bars: false, text: duration, unit: 'chart.time' },
  age: { bars: false, text: duration, unit: 'chart.time' },
};

export const METRIC_NAMES = Object.keys(METRICS);

/** The chart of a metric; every number of the points is a line of its own. */
export function seriesChart(metric, points, step, signal) {
  const { bars, text, unit } = METRICS[metric];
  const names = [...new Set(points.flatMap(point => Object.keys(point).filter(name => typeof point[name] === 'number')))];
  const values = names.map(name => ({ name: tv('series', name), className: /fail/.test(name) ? 'bad' : '', values: points.map(point => point[name] ?? null) }));
  const title = t(`chart.${metric}`);
  if (points.length === 0 || names.length === 0) return h('section', { className: 'panel chart' }, h('h2', {}, title), empty(t('chart.none')));
  return chart({ title, unit: t(unit, { span: tv('span', step) }), lines: values, times: points.map(point => point.at), bars, text }, signal);
}
