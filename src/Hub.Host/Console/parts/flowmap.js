/** The flow map: sources on the left, the hub's routes in the middle, receivers on the right; as wide as the volume, marked by health. */

import { h, s } from '../dom.js';
import { number } from '../format.js';
import { maySee } from '../rights.js';
import { href } from '../router.js';
import { t, tv } from '../text.js';

const NODE = 216, GAP = 14, LEAST = 30, TOP = 28, ROOM = 320;
const WORST = ['ok', 'silent', 'slow', 'paused', 'down'];

/** Edges of the API as columns of nodes and bands between them. */
export function layout(edges, width) {
  const columns = [new Map(), new Map(), new Map()];
  const bands = [new Map(), new Map()];
  for (const edge of edges) {
    const volume = edge.accepted ?? 0;
    const route = edge.route ?? t('flow.noRoute');
    const names = edge.partner ? [edge.source, route, edge.partner] : [edge.source, route];
    names.forEach((name, column) => add(columns[column], name, { name, volume, health: edge.health }));
    names.slice(1).forEach((name, column) => add(bands[column], `${names[column]}\n${name}`, { from: names[column], to: name, volume, health: edge.health }));
  }
  const most = Math.max(...columns.map(column => sum(column)), 1);
  // Two messages are no flood: the room that all of them take grows with their number.
  const scale = Math.min(ROOM, 70 * Math.log10(10 + most)) / most;
  const node = Math.min(NODE, width * 0.21);
  const stacks = columns.map((column, index) => stack([...column.values()], scale, (width - node) * (index / 2), node));
  const height = Math.max(...stacks.map(stacked => stacked.height), 60) + TOP + 8;
  return { nodes: stacks.map(stacked => stacked.nodes), bands: bands.map((column, index) => connect([...column.values()], stacks[index].nodes, stacks[index + 1].nodes, scale)), width, height, node };
}

/** The drawing. */
export function flowDrawing(edges, tenant, width) {
  const map = layout(edges, width);
  return s('svg', { className: 'flow', viewBox: `0 0 ${map.width} ${map.height}`, width: map.width, height: map.height, role: 'group', 'aria-label': t('flow.drawn', { edges: edges.length }) },
    patterns(),
    [t('flow.sources'), t('flow.routes'), t('flow.receivers')].map((title, index) =>
      s('text', { className: 'column', x: [0, map.width / 2, map.width][index], y: 14, 'text-anchor': ['start', 'middle', 'end'][index] }, title)),
    map.bands.flat().map(band => ribbon(band)),
    map.nodes.map((nodes, column) => nodes.map(node => box(node, column, map.node, tenant))));
}

/** What the marks mean. */
export const flowLegend = () => h('ul', { className: 'legend' }, WORST.map(health => h('li', {},
  s('svg', { width: 34, height: 14, 'aria-hidden': 'true', className: 'flow' }, patterns(), s('rect', { className: `band ${health}`, width: 34, height: 14 }), s('rect', { fill: `url(#flow-${health})`, width: 34, height: 14 })), ' ', tv('health', health))));

function add(map, key, item) {
  const known = map.get(key);
  if (!known) map.set(key, { ...item });
  else Object.assign(known, { volume: known.volume + item.volume, health: worse(known.health, item.health) });
}

const worse = (a, b) => (WORST.indexOf(a) >= WORST.indexOf(b) ? a : b);

const sum = map => [...map.values()].reduce((total, item) => total + item.volume, 0);

function stack(items, scale, x, width) {
  let y = TOP;
  const nodes = items.sort((a, b) => b.volume - a.volume || a.name.localeCompare(b.name)).map(item => {
    const height = Math.max(LEAST, item.volume * scale);
    const node = { ...item, x, y, width, height, out: 0, in: 0 };
    y += height + GAP;
    return node;
  });
  return { nodes, height: y - TOP - GAP };
}

function connect(bands, left, right, scale) {
  const from = new Map(left.map(node => [node.name, node]));
  const to = new Map(right.map(node => [node.name, node]));
  const order = bands.sort((a, b) => from.get(a.from).y - from.get(b.from).y || to.get(a.to).y - to.get(b.to).y);
  const total = (side, name) => order.filter(band => band[side] === name).reduce((all, band) => all + thickness(band, scale), 0);
  return order.map(band => {
    const [start, end] = [from.get(band.from), to.get(band.to)];
    const thick = thickness(band, scale);
    const y1 = start.y + (start.height - Math.min(total('from', band.from), start.height)) / 2 + start.out;
    const y2 = end.y + (end.height - Math.min(total('to', band.to), end.height)) / 2 + end.in;
    start.out += thick;
    end.in += thick;
    return { ...band, thick, x1: start.x + start.width, x2: end.x, y1, y2 };
  });
}

const thickness = (band, scale) => Math.max(2, band.volume * scale);

function ribbon(band) {
  const middle = (band.x1 + band.x2) / 2;
  const path = `M${band.x1} ${band.y1}C${middle} ${band.y1} ${middle} ${band.y2} ${band.x2} ${band.y2}v${band.thick}C${middle} ${band.y2 + band.thick} ${middle} ${band.y1 + band.thick} ${band.x1} ${band.y1 + band.thick}Z`;
  return s('g', {}, s('title', {}, `${band.from} → ${band.to}: ${number(band.volume)} · ${tv('health', band.health)}`),
    s('path', { className: `band ${band.health}`, d: path }), s('path', { d: path, fill: `url(#flow-${band.health})` }));
}

function box(node, column, width, tenant) {
  const fits = Math.max(6, Math.floor((width - 20) / 7));
  const name = node.name.length > fits ? `${node.name.slice(0, fits - 1)}…` : node.name;
  const two = node.height >= 38;
  const content = [s('title', {}, `${node.name}: ${number(node.volume)} · ${tv('health', node.health)}`),
    s('rect', { className: `node ${node.health}`, x: node.x, y: node.y, width, height: node.height, rx: 5 }),
    s('rect', { className: `edge ${node.health}`, x: node.x, y: node.y, width: 4, height: node.height, rx: 2 }),
    s('text', { x: node.x + 11, y: node.y + node.height / 2 + (two ? -3 : 4) }, name),
    two ? s('text', { className: 'volume', x: node.x + 11, y: node.y + node.height / 2 + 13 }, number(node.volume)) : null];
  const target = column === 2 ? (maySee('partners') ? href(['partners', tenant, node.name]) : href('messages', { tenant, partner: node.name })) : column === 0 ? href('messages', { tenant, source: node.name }) : href('messages', { tenant, route: node.name });
  return s('a', { href: target }, content);
}

function patterns() {
  const lines = { slow: 'M0 8L8 0', down: 'M0 0L8 8M0 8L8 0', silent: 'M4 0V3', paused: 'M2 0V8M5 0V8' };
  return s('defs', {}, WORST.map(health => s('pattern', { id: `flow-${health}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, lines[health] ? s('path', { className: 'hatch', d: lines[health] }) : null)));
}
