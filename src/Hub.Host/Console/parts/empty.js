/** Nothing to show is an answer, not a fault. */

import { h } from '../dom.js';

/** A calm note where a list would be, with what to do next if there is anything. */
export const empty = (title, text = null, action = null) =>
  h('div', { className: 'empty' }, h('p', { className: 'empty-title' }, title), text ? h('p', {}, text) : null, action);

/** What stands while the hub is asked. */
export const waiting = text => h('p', { className: 'waiting', role: 'status' }, text);
