/** A form whose fields are the filters of the address. */

import { h } from '../dom.js';
import { go } from '../router.js';
import { t } from '../text.js';

/**
 * @param page the page that is filtered.
 * @param fields {name, label, options?: [[value, text]], standard?, type?, placeholder?}; standard is the option that holds where the address says none.
 * @param query the filters in force; those without a field here are kept.
 */
export function filters(page, fields, query) {
  const kept = Object.fromEntries(Object.entries(query).filter(([name]) => name === 'tenant'));
  const form = h('form', { className: 'filters', role: 'search', 'aria-label': t('filters'), onsubmit: event => apply(event, page, kept) },
    fields.map(field => h('label', {}, h('span', {}, field.label), control(field, query[field.name] ?? field.standard ?? ''))),
    h('div', { className: 'buttons' },
      h('button', { type: 'submit', className: 'main' }, t('filters.apply')),
      h('button', { type: 'button', onclick: () => go(page, kept) }, t('filters.clear'))));
  return h('details', { className: 'filter-box', open: matchMedia('(min-width: 761px)').matches || fields.some(field => query[field.name]) }, h('summary', {}, t('filters')), form);
}

/** A time of the address as the fields of a form have it, in the user's zone. */
export const localTime = value => {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? '' : new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

function control(field, value) {
  if (field.options) {
    const select = h('select', { name: field.name }, field.standard ? null : h('option', { value: '' }, t('filters.any')), field.options.map(([key, text]) => h('option', { value: key }, text)));
    select.value = value;
    return select;
  }
  const type = field.type ?? 'text';
  return h('input', { name: field.name, type, autocomplete: 'off', spellcheck: 'false', 'data-time': type === 'datetime-local', value: type === 'datetime-local' ? localTime(value) : value });
}

function apply(event, page, kept) {
  event.preventDefault();
  const query = { ...kept };
  for (const field of event.target.elements) {
    if (!field.name || field.value === '') continue;
    query[field.name] = 'time' in field.dataset ? new Date(field.value).toISOString() : field.value.trim();
  }
  go(page, query);
}
