/**
 * The timeline of a message as a drawing: one lane for the message, one for each delivery. Between two steps may lie a millisecond
 * or a week, so the axis is a scale of logarithms: a longer wait is a longer line, and nothing is too small to see.
 */

import { h, s } from '../dom.js';
import { duration, timeText } from '../format.js';
import { t, tv } from '../text.js';

const LANE = 46, TOP = 30, LEFT = 150, RIGHT = 28;

const SHAPES = {
  delivered: 'ok', receipt: 'ok', accepted: 'start', mapped: 'small', sent: 'small', attempt: 'small',
  attemptFailed: 'down', deadLettered: 'down', discarded: 'paused', awaitingReceipt: 'wait', operator: 'hand', deadline: 'deadline',
};

/** True where a step stands for something that has not happened yet. */
export const isDeadline = step => step.step === 'deadline';

/** The drawing, for a given width. The table beside it says the same in words. */
export function laneDrawing(message, steps, width) {
  const lanes = [{ id: null, name: t('message') }, ...message.deliveries.map(delivery => ({ id: delivery.id, name: delivery.partner, note: delivery.route }))];
  const scale = axis(steps, width);
  const height = TOP + lanes.length * LANE + 14;
  return s('svg', { className: 'timeline', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': t('timeline.drawn', { steps: steps.length, deliveries: message.deliveries.length }) },
    gaps(scale, height), now(scale, height), lanes.map((lane, index) => draw(lane, TOP + index * LANE + LANE / 2, steps, scale)));
}

function axis(steps, width) {
  const present = Date.now();
  const marks = [...new Set([...steps.map(step => Date.parse(step.at)), ...(steps.some(isDeadline) ? [present] : [])])].sort((a, b) => a - b);
  const weights = marks.slice(1).map((mark, index) => 1 + Math.log10(1 + (mark - marks[index])));
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  const room = width - LEFT - RIGHT;
  let used = 0;
  const places = new Map(marks.map((mark, index) => {
    used += index === 0 ? 0 : weights[index - 1];
    return [mark, LEFT + (used / sum) * room];
  }));
  return { marks, places, present: places.has(present) ? present : null, end: width - RIGHT };
}

const at = (scale, value) => scale.places.get(typeof value === 'number' ? value : Date.parse(value)) ?? LEFT;

function gaps(scale, height) {
  let last = -Infinity;
  return scale.marks.slice(1).map((mark, index) => {
    const [from, to] = [at(scale, scale.marks[index]), at(scale, mark)];
    const middle = (from + to) / 2;
    const line = s('line', { className: 'grid', x1: to, x2: to, y1: TOP - 8, y2: height - 8 });
    if (to - from < 58 || middle - last < 74) return line;
    last = middle;
    return s('g', {}, line, s('text', { className: 'gap', x: middle, y: 14, 'text-anchor': 'middle' }, duration(mark - scale.marks[index])));
  });
}

function now(scale, height) {
  if (scale.present === null) return null;
  const x = at(scale, scale.present);
  return s('g', { className: 'now' }, s('line', { x1: x, x2: x, y1: TOP - 10, y2: height - 4 }), s('text', { x, y: height - 2, 'text-anchor': x > scale.end - 30 ? 'end' : 'start', dx: x > scale.end - 30 ? -4 : 4 }, t('now')));
}

function draw(lane, y, steps, scale) {
  const mine = steps.filter(step => (step.delivery ?? null) === lane.id);
  const done = mine.filter(step => !isDeadline(step)).map(step => at(scale, step.at));
  const ahead = mine.filter(isDeadline).map(step => at(scale, step.at));
  const last = Math.max(...done, LEFT);
  return s('g', {},
    s('text', { className: 'lane', x: 0, y: y - 2 }, short(lane.name), s('title', {}, lane.name)),
    lane.note ? s('text', { className: 'lane-note', x: 0, y: y + 13 }, short(lane.note), s('title', {}, lane.note)) : null,
    done.length > 0 ? s('line', { className: 'rail', x1: Math.min(...done), x2: last, y1: y, y2: y }) : null,
    ahead.length > 0 ? s('line', { className: 'rail ahead', x1: last, x2: Math.max(...ahead), y1: y, y2: y }) : null,
    spread(mine, scale).map(({ step, x }) => mark(step, x, y)));
}

// Steps of one instant stand beside each other, or the last would hide the rest.
function spread(steps, scale) {
  let last = -Infinity;
  return steps.map(step => {
    const x = Math.max(at(scale, step.at), last + 13);
    last = x;
    return { step, x: Math.min(x, scale.end + RIGHT - 8) };
  });
}

function mark(step, x, y) {
  const kind = SHAPES[step.step] ?? 'small';
  return s('g', { className: `mark ${kind}` }, s('title', {}, `${stepName(step)}${step.code ? ` ${step.code}` : ''} · ${timeText(step.at)}`), shape(kind, x, y));
}

function shape(kind, x, y) {
  return {
    ok: () => s('circle', { cx: x, cy: y, r: 7 }),
    start: () => s('circle', { cx: x, cy: y, r: 6 }),
    small: () => s('circle', { cx: x, cy: y, r: 4 }),
    wait: () => s('rect', { x: x - 6, y: y - 6, width: 12, height: 12, rx: 2 }),
    down: () => s('path', { d: `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}` }),
    paused: () => s('path', { d: `M${x - 3} ${y - 6}V${y + 6}M${x + 3} ${y - 6}V${y + 6}` }),
    hand: () => s('path', { d: `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z` }),
    deadline: () => s('line', { x1: x, x2: x, y1: y - 16, y2: y + 16 }),
  }[kind]();
}

/** What the marks mean. */
export const laneLegend = () => h('ul', { className: 'legend' }, ['start', 'small', 'wait', 'ok', 'down', 'hand', 'deadline'].map(kind => h('li', {},
  s('svg', { className: 'timeline', width: 20, height: 20, 'aria-hidden': 'true' }, s('g', { className: `mark ${kind}` }, shape(kind, 10, 10))), t(`legend.${kind}`))));

/** The name of a step; a deadline is called by what ends then. */
export const stepName = step => (isDeadline(step) ? tv('deadline', step.deadline ?? step.detail ?? 'deadline') : tv('step', step.step));

const short = name => (name.length > 20 ? `${name.slice(0, 19)}…` : name);
