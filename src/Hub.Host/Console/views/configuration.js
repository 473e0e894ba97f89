/** What is in force, what was, and what changed between the two. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { time, timeText } from '../format.js';
import { href, refilter } from '../router.js';
import { maySee } from '../rights.js';
import { t } from '../text.js';
import { diffCount, diffLines } from '../parts/diff.js';
import { empty, waiting } from '../parts/empty.js';
import { pauseButton, pauseNotes } from '../parts/pauses.js';
import { problemBox } from '../parts/problem.js';

export async function showConfiguration(root, { query, tenant, signal }) {
  fill(root, waiting(t('waiting')));
  const { snapshots, next } = await get('snapshots', { tenant, before: query.before, limit: 50 }, signal);
  if (snapshots.length === 0) return fill(root, empty(t('configuration.none')));
  const chosen = Number(query.snapshot) || snapshots[0].number;
  const against = query.against ? Number(query.against) : null;
  const body = h('div', {}, waiting(t('waiting')));
  const paused = h('div', {});
  const again = async () => fill(paused, pauseNotes((await get('pauses', { tenant }, signal)).pauses, signal, again));
  const bar = tenant ? [pauseButton(tenant, signal, again), maySee('simulation') ? h('a', { className: 'button', href: href('simulation', { tenant }) }, t('simulation.try')) : null].filter(button => button) : [];
  fill(root, bar.length > 0 ? h('div', { className: 'bar' }, bar) : null, paused, choices(snapshots, chosen, against, query.before), body, next ? h('nav', { className: 'paging', 'aria-label': t('paging') }, h('a', { className: 'button', href: href('configuration', { ...query, before: next }) }, t('messages.older'))) : null);
  if (tenant) again().catch(() => {});
  try {
    fill(body, against === null || against === chosen ? files(await get(`snapshots/${chosen}`, { tenant }, signal)) : differences(await get(`snapshots/${against}/diff/${chosen}`, { tenant }, signal)));
  } catch (error) {
    if (error.name !== 'AbortError') fill(body, problemBox(error));
  }
}

function choices(snapshots, chosen, against, before) {
  const marks = (snapshot, index) => [snapshot.number, timeText(snapshot.at), index === 0 && !before ? t('configuration.now') : null, ...snapshot.changed];
  const listed = snapshots.map((snapshot, index) => [snapshot.number, marks(snapshot, index).filter(mark => mark !== null).join(' · ')]);
  const options = [...[chosen, against].filter(number => number && !snapshots.some(snapshot => snapshot.number === number)).map(number => [number, String(number)]), ...listed];
  const pick = (name, label, value, first) => {
    const select = h('select', { onchange: event => refilter({ [name]: event.target.value }) }, first ? h('option', { value: '' }, first) : null, options.map(([key, text]) => h('option', { value: key }, text)));
    select.value = value ?? '';
    return h('label', {}, h('span', {}, label), select);
  };
  return h('div', { className: 'filters snapshots' }, pick('snapshot', t('configuration.show'), chosen), pick('against', t('configuration.against'), against, t('configuration.nothing')));
}

const files = snapshot => [
  h('p', { className: 'small' }, t('configuration.since'), ' ', time(snapshot.at, { always: true })),
  snapshot.files.map((file, index) => h('details', { className: 'panel file', open: index < 2 }, h('summary', {}, h('h2', {}, file.file)), h('pre', { tabindex: '0' }, file.text))),
];

function differences(answer) {
  if (answer.files.length === 0) return empty(t('configuration.same'), t('configuration.same.text'));
  return answer.files.map(file => h('details', { className: 'panel file', open: true }, h('summary', {}, h('h2', {}, file.file), h('span', { className: 'small' }, diffCount(file.diff))), diffLines(file.diff)));
}
