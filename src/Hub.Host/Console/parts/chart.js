/** Small charts over time: lines or bars, an axis with its unit, and the same numbers in a table. */

import { h, s } from '../dom.js';
import { duration, number, tick, timeText } from '../format.js';
import { t } from '../text.js';
import { table } from './table.js';
import { wide } from './wide.js';

const HEIGHT = 190, LEFT = 58, RIGHT = 20, TOP = 14, BOTTOM = 26;

/**
 * @param title what it shows.
 * @param unit what the numbers are, in words.
 * @param lines {name, className, values: [number|null]}; the class "bad" marks what should not be.
 * @param times one for each value.
 * @param text how a number is written.
 */
export function chart({ title, unit, lines, times, bars = false, text = number }, signal) {
  const draw = width => drawing({ title, unit, lines, times, bars, text }, width);
  return h('figure', { className: 'panel chart' },
    h('figcaption', {}, h('h2', {}, title), h('span', { className: 'small' }, unit)),
    lines.length > 1 ? h('ul', { className: 'legend' }, lines.map((line, index) => h('li', {}, key(line, index, bars), ' ', line.name))) : null,
    wide(draw, 250, title, signal),
    h('details', {}, h('summary', {}, t('chart.table')), table(`${title} (${unit})`, [
      { title: t('time'), className: 'when', cell: row => timeText(times[row]) },
      ...lines.map(line => ({ title: line.name, className: 'number', cell: row => (line.values[row] === null ? '–' : text(line.values[row])) })),
    ], times.map((_, row) => row))));
}

function drawing({ title, unit, lines, times, bars, text }, width) {
  const highest = Math.max(...lines.flatMap(line => line.values.map(value => value ?? 0)));
  const most = text === duration ? niceTime(Math.max(highest, 1)) : nice(Math.max(highest, 2));
  const room = width - LEFT - RIGHT;
  const x = index => LEFT + (bars ? (index + 0.5) * (room / times.length) : times.length === 1 ? room / 2 : index * (room / (times.length - 1)));
  const y = value => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / most);
  const span = Date.parse(times.at(-1)) - Date.parse(times[0]);
  const every = Math.max(1, Math.ceil(times.length / Math.max(2, Math.floor(room / 64))));
  return s('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-label': t('chart.drawn', { title, unit, most: text(highest) }) },
    [0, 0.5, 1].map(part => s('g', {}, s('line', { className: 'grid', x1: LEFT, x2: width - RIGHT, y1: y(most * part), y2: y(most * part) }), s('text', { className: 'axis', x: LEFT - 7, y: y(most * part) + 4, 'text-anchor': 'end' }, text(most * part)))),
    times.map((time, index) => (index % every === 0 ? s('text', { className: 'axis', x: x(index), y: HEIGHT - 8, 'text-anchor': 'middle' }, tick(time, span)) : null)),
    lines.map((line, number) => (bars ? columns(line, number, lines.length, x, y, room / times.length, times, text) : curve(line, number, x, y, times, text))));
}

function curve(line, index, x, y, times, text) {
  let pen = 'M';
  const path = line.values.map((value, at) => {
    if (value === null) { pen = 'M'; return ''; }
    const step = `${pen}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = 'L';
    return step;
  }).join('');
  return s('g', { className: `line l${index}` }, s('path', { d: path }),
    line.values.map((value, at) => (value === null ? null : s('circle', { cx: x(at), cy: y(value), r: times.length > 60 ? 1.5 : 2.5 }, s('title', {}, `${line.name} ${timeText(times[at])}: ${text(value)}`)))));
}

function columns(line, index, count, x, y, slot, times, text) {
  const width = Math.max(1, (slot * 0.8) / count);
  return s('g', { className: `column l${index} ${line.className}` }, line.values.map((value, at) => (value ? s('rect', { x: x(at) - (slot * 0.8) / 2 + index * width, y: y(value), width, height: y(0) - y(value) }, s('title', {}, `${line.name} ${timeText(times[at])}: ${text(value)}`)) : null)));
}

const key = (line, index, bars) => s('svg', { width: 22, height: 10, 'aria-hidden': 'true' }, bars
  ? s('g', { className: `column l${index}` }, s('rect', { width: 14, height: 10, x: 4 }))
  : s('g', { className: `line l${index}` }, s('path', { d: 'M0 5H22' })));

// Halves of these are round as well.
const TIMES = [1, 2, 10, 60, 120, 600, 3600, 7200, 21_600, 43_200, 86_400].map(seconds => seconds * 1000);

const niceTime = most => (most <= 1000 ? nice(most) : TIMES.find(top => top >= most) ?? Math.ceil(most / (2 * TIMES.at(-1))) * 2 * TIMES.at(-1));

// The top of an axis is 1, 2 or 5 times a power of ten.
function nice(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= most);
}
