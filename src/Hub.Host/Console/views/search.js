/** Search by patient or by a partner's own id. What is asked for is posted: it stands in no address, no storage and no history. */

import { post } from '../api.js';
import { fill, h } from '../dom.js';
import { maySearchPatients } from '../rights.js';
import { t, tn } from '../text.js';
import { empty, waiting } from '../parts/empty.js';
import { messageTable } from '../parts/messages.js';
import { problemBox } from '../parts/problem.js';

export function showSearch(root, context) {
  const found = h('div', { 'aria-live': 'polite' });
  const field = (id, label, note, attributes = {}) => {
    const input = h('input', { id, autocomplete: 'off', spellcheck: 'false', ...attributes });
    return { input, row: h('div', { className: 'field' }, h('label', { for: id }, label), input, note ? h('p', { className: 'note' }, note) : null) };
  };
  const tenant = field('search-tenant', t('tenant'), null, { required: true, value: context.tenant, readonly: Boolean(context.tenant) });
  const patient = maySearchPatients() ? field('patient', t('search.patient'), t('search.patient.note'), { inputmode: 'numeric' }) : null;
  const source = field('source', t('source'), null);
  const sourceId = field('source-id', t('sourceId'), t('search.sourceId.note'));
  const externalId = field('external-id', t('search.external'), t('search.external.note'));
  const read = ({ input } = { input: { value: '' } }) => input.value.trim() || undefined;
  const ask = async (before, rest = null) => {
    const wanted = { tenant: read(tenant), patient: read(patient ?? undefined), source: read(source), sourceId: read(sourceId), externalId: read(externalId) };
    if (!wanted.patient && !wanted.sourceId && !wanted.externalId) return fill(found, h('p', { className: 'notice' }, t('search.nothing')));
    if (!rest) fill(found, waiting(t('waiting')));
    try {
      const page = await post('messages/_search', { ...wanted, before }, context.signal);
      const messages = [...(rest ?? []), ...page.messages];
      const more = page.next ? h('button', { type: 'button', onclick: () => ask(page.next, messages) }, t('messages.older')) : null;
      fill(found, messages.length > 0 ? [h('h2', {}, tn('search.found', messages.length)), messageTable(messages, { tenant: wanted.tenant }), more] : empty(t('search.none'), t('search.none.text')));
    } catch (error) {
      if (error.name !== 'AbortError') fill(found, problemBox(error));
    }
  };
  fill(root,
    h('form', { className: 'panel search', autocomplete: 'off', onsubmit: event => { event.preventDefault(); ask(); } },
      tenant.row, patient?.row, source.row, sourceId.row, externalId.row,
      h('div', { className: 'buttons' }, h('button', { type: 'submit', className: 'main' }, t('search.go')))),
    found);
}
