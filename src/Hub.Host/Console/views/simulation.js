/** What recorded messages would become with another tenant file. Nothing is sent. */

import { get, post } from '../api.js';
import { fill, h } from '../dom.js';
import { codeMark } from '../errors.js';
import { number } from '../format.js';
import { href } from '../router.js';
import { t, tn, tv } from '../text.js';
import { empty, waiting } from '../parts/empty.js';
import { problemBox, problemLine } from '../parts/problem.js';
import { table } from '../parts/table.js';

const PERIODS = ['1d', '7d', '30d', '90d'];
const LIMITS = [100, 1000, 10_000];
const CHANGES = ['gained', 'lost', 'changed', 'failed'];

export async function showSimulation(root, { tenant, tenants, signal }) {
  const chosen = tenant || (tenants.length === 1 ? tenants[0] : '');
  if (!chosen) {
    return fill(root, h('p', {}, t('flow.choose')), h('ul', { className: 'tiles' }, tenants.map(name => h('li', {}, h('a', { href: href('simulation', { tenant: name }) }, name)))),
      tenants.length === 0 ? empty(t('flow.noTenants'), t('flow.noTenants.text')) : null);
  }
  const file = h('textarea', { id: 'file', className: 'document', rows: '16', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', required: true, 'aria-describedby': 'file-note' });
  const found = h('div', { className: 'page', 'aria-live': 'polite' });
  const pick = (id, label, values, text, value) => {
    const select = h('select', { id }, values.map(one => h('option', { value: String(one) }, text(one))));
    select.value = value;
    return { select, row: h('label', {}, h('span', {}, label), select) };
  };
  const since = pick('since', t('period'), PERIODS, value => t(`simulation.since.${value}`), '7d');
  const limit = pick('limit', t('simulation.limit'), LIMITS, value => tn('simulation.latest', value), '1000');
  const load = h('input', { type: 'file', id: 'load', accept: '.yaml,.yml', className: 'hide', onchange: async () => { if (load.files[0]) file.value = await load.files[0].text(); load.value = ''; } });
  const run = h('button', { type: 'submit', className: 'main' }, t('simulation.run'));
  const stop = h('button', { type: 'button', hidden: true }, t('act.stop'));

  const inForce = async () => {
    try {
      const { snapshots } = await get('snapshots', { tenant: chosen, limit: 1 }, signal);
      const { files } = snapshots.length > 0 ? await get(`snapshots/${snapshots[0].number}`, { tenant: chosen }, signal) : { files: [] };
      file.value = files[0]?.text ?? '';
    } catch (error) {
      if (error.name !== 'AbortError') fill(found, problemBox(error));
    }
  };

  const simulate = async event => {
    event.preventDefault();
    const ended = new AbortController();
    stop.onclick = () => ended.abort();
    signal.addEventListener('abort', () => ended.abort(), { once: true });
    run.disabled = true;
    stop.hidden = false;
    fill(found, waiting(t('simulation.running')));
    try {
      fill(found, report(await post('simulate', { tenant: chosen, file: file.value, since: since.select.value, limit: Number(limit.select.value) }, ended.signal), chosen));
    } catch (error) {
      if (signal.aborted) return;
      fill(found, error.name === 'AbortError' ? h('p', { className: 'notice' }, t('simulation.stopped')) : faults(error, file) ?? problemBox(error));
      found.querySelector('.problem button')?.focus();
    } finally {
      run.disabled = false;
      stop.hidden = true;
    }
  };

  fill(root,
    h('p', {}, t('simulation.lead')),
    h('form', { className: 'panel simulation', onsubmit: simulate },
      h('label', { for: 'file' }, t('simulation.file', { tenant: chosen })), file,
      h('p', { className: 'note', id: 'file-note' }, t('simulation.file.note')),
      h('div', { className: 'buttons' }, h('button', { type: 'button', onclick: inForce }, t('simulation.inForce')), load,
        h('button', { type: 'button', onclick: () => load.click() }, t('simulation.load'))),
      h('div', { className: 'choices' }, since.row, limit.row),
      h('div', { className: 'buttons' }, run, stop)),
    found);
  load.tabIndex = -1;
  load.setAttribute('aria-hidden', 'true');
  await inForce();
}

/** Errors of the file, each with a way to its line; null when the error is about something else. */
function faults(error, file) {
  const lines = error.errors.map(line => ({ ...line, at: Number(/\.ya?ml:(\d+)/.exec(line.path ?? '')?.[1]) })).filter(line => line.code?.startsWith('HUB-CONFIG-'));
  if (lines.length === 0) return null;
  const rows = file.value.split('\n');
  const show = at => {
    const start = rows.slice(0, at - 1).reduce((length, row) => length + row.length + 1, 0);
    file.focus();
    file.setSelectionRange(start, start + (rows[at - 1] ?? '').length);
    file.scrollTop = Math.max(0, (at - 4) * parseFloat(getComputedStyle(file).lineHeight));
  };
  return h('div', { className: 'problem', role: 'alert' }, h('h2', {}, tn('simulation.faults', lines.length)), h('ul', {}, lines.map(line => {
    const item = problemLine({ ...line, path: (line.path ?? '').replace(/^\S+\.ya?ml:\d+ ?/, '') || null });
    if (line.at > 0) {
      item.prepend(h('button', { type: 'button', onclick: () => show(line.at) }, t('simulation.line', { line: line.at })), ' ');
      item.append(h('pre', {}, rows[line.at - 1] ?? ''));
    }
    return item;
  })));
}

function report(answer, tenant) {
  const changed = answer.routes.reduce((sum, route) => sum + CHANGES.reduce((all, change) => all + (route[change] ?? 0), 0), 0);
  return [
    h('section', { className: 'panel' },
      h('h2', {}, changed + answer.refused === 0 ? t('simulation.same') : t('simulation.differs')),
      h('p', {}, tn('simulation.tried', answer.messages), answer.more ? ` ${t('simulation.more')}` : '', answer.skipped > 0 ? ` ${tn('simulation.skipped', answer.skipped)}` : ''),
      answer.refused > 0 ? h('p', { className: 'fault' }, tn('simulation.refused', answer.refused)) : null,
      answer.routes.length > 0 ? table(t('simulation.byRoute'), [
        { title: t('route'), cell: route => route.route },
        { title: t('receiver'), cell: route => route.partner },
        ...['same', ...CHANGES].map(change => ({ title: t(`change.${change}`), className: 'number', cell: route => count(route[change], change) })),
      ], answer.routes, { showCaption: true }) : null,
      h('dl', { className: 'small meanings' }, CHANGES.map(change => h('div', {}, h('dt', {}, t(`change.${change}`)), h('dd', {}, t(`change.${change}.text`)))))),
    answer.examples.length > 0 ? h('section', { className: 'panel' }, table(t('simulation.examples'), [
      { title: t('message'), className: 'id', cell: example => h('a', { href: href(['messages', example.message], { tenant }) }, example.message) },
      { title: t('simulation.change'), cell: example => tv('change', example.change) },
      { title: t('route'), cell: example => example.route ?? '–' },
      { title: t('receiver'), cell: example => example.partner ?? '–' },
      { title: t('error'), cell: example => codeMark(example.code) ?? '–' },
    ], answer.examples, { showCaption: true })) : null,
  ];
}

const count = (value, change) => (value > 0 && change !== 'same' ? h('strong', { className: `change ${change}` }, number(value)) : number(value));
