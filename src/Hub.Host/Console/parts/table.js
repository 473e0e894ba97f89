/** Tables that become cards where the screen is narrow. The roles keep them tables for screen readers either way. */

import { h } from '../dom.js';

/**
 * @param caption what the table shows; hidden from sight when it repeats the heading.
 * @param columns {title, cell, className?} in order; the first names the row.
 * @param rows the data.
 */
export function table(caption, columns, rows, { showCaption = false } = {}) {
  const head = h('tr', { role: 'row' }, columns.map(column => h('th', { role: 'columnheader', scope: 'col', className: column.className }, column.title)));
  return h('table', { role: 'table', className: 'cards' },
    h('caption', { className: showCaption ? null : 'hide' }, caption),
    h('thead', { role: 'rowgroup' }, head),
    h('tbody', { role: 'rowgroup' }, rows.map(row => tableRow(columns, row))));
}

/** One row of such a table. */
export const tableRow = (columns, row) => h('tr', { role: 'row' }, columns.map((column, index) =>
  h(index === 0 ? 'th' : 'td', { role: index === 0 ? 'rowheader' : 'cell', scope: index === 0 ? 'row' : null, className: column.className, 'data-label': column.title },
    h('span', { className: 'cell' }, column.cell(row)))));
