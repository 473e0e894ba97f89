/** What is in force, what was, and what changed between the two. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { time, timeText } from '../format.js';
import { refilter } from '../router.js';
import { t } from '../text.js';
import { diffCount, diffLines } from '../parts/diff.js';
import { empty, waiting } from '../parts/empty.js';
import { problemBox } from '../parts/problem.js';

export async function showConfiguration(root, { query, tenant, signal }) {
  fill(root, waiting(t('waiting')));
  const snapshots = (await get('snapshots', { tenant }, signal)).snapshots;
  if (snapshots.length === 0) return fill(root, empty(t('configuration.none')));
  const numbers = snapshots.map(numberOf);
  const chosen = Number(query.snapshot) || numbers[0];
  const against = query.against ? Number(query.against) : null;
  const body = h('div', {}, waiting(t('waiting')));
  fill(root, choices(snapshots, chosen, against), body);
  try {
    fill(body, against === null || against === chosen ? files(await get(`snapshots/${chosen}`, { tenant }, signal)) : differences(await get(`snapshots/${against}/diff/${chosen}`, { tenant }, signal)));
  } catch (error) {
    if (error.name !== 'AbortError') fill(body, problemBox(error));
  }
}

const numberOf = snapshot => snapshot.number ?? snapshot.n;

function choices(snapshots, chosen, against) {
  const options = snapshots.map((snapshot, index) => [numberOf(snapshot), `${numberOf(snapshot)} · ${timeText(snapshot.at)}${index === 0 ? ` · ${t('configuration.now')}` : ''}`]);
  const pick = (name, label, value, first) => {
    const select = h('select', { onchange: event => refilter({ [name]: event.target.value }) }, first ? h('option', { value: '' }, first) : null, options.map(([key, text]) => h('option', { value: key }, text)));
    select.value = value ?? '';
    return h('label', {}, h('span', {}, label), select);
  };
  return h('div', { className: 'filters snapshots' }, pick('snapshot', t('configuration.show'), chosen), pick('against', t('configuration.against'), against, t('configuration.nothing')));
}

const named = answer => (Array.isArray(answer.files) ? answer.files : Object.entries(answer.files ?? {}).map(([name, text]) => ({ name, text })));

const files = snapshot => [
  snapshot.at ? h('p', { className: 'small' }, t('configuration.since'), ' ', time(snapshot.at, { always: true })) : null,
  named(snapshot).map((file, index) => h('details', { className: 'panel file', open: index < 2 }, h('summary', {}, h('h2', {}, file.name ?? file.file)), h('pre', { tabindex: '0' }, file.text))),
];

function differences(answer) {
  const changed = named(answer);
  if (changed.length === 0) return empty(t('configuration.same'), t('configuration.same.text'));
  return changed.map(file => h('details', { className: 'panel file', open: true }, h('summary', {}, h('h2', {}, file.name ?? file.file), h('span', { className: 'small' }, diffCount(file.diff ?? file.text))), diffLines(file.diff ?? file.text)));
}
