/** A modal dialog. Escape closes it; the focus goes back to where it was. */

import { h } from '../dom.js';
import { t } from '../text.js';

/**
 * Opens a dialog.
 * @param title its heading.
 * @param content elements.
 * @param signal the life of the page: the dialog goes with it.
 * @param wide true for what needs room, such as a document.
 * @returns {element, close}
 */
export function openDialog(title, content, signal, { wide = false } = {}) {
  const before = document.activeElement;
  const element = h('dialog', { 'aria-labelledby': 'dialog-title', className: wide ? 'wide' : null },
    h('div', { className: 'dialog-head' }, h('h2', { id: 'dialog-title' }, title), h('button', { type: 'button', className: 'plain', 'aria-label': t('close'), onclick: () => element.close() }, '✕')),
    content);
  element.addEventListener('close', () => {
    element.remove();
    if (before?.isConnected) before.focus();
  });
  element.addEventListener('keydown', event => stay(event, element));
  signal.addEventListener('abort', () => element.close());
  document.body.append(element);
  element.showModal();
  return { element, close: () => element.close() };
}

// The browser keeps the page behind out of reach, but lets Tab leave for its own bars: from the last place it goes to the first instead.
function stay(event, element) {
  if (event.key !== 'Tab') return;
  const places = [...element.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(place => !place.disabled && place.checkVisibility());
  const [first, last] = [places[0], places.at(-1)];
  if (event.shiftKey ? document.activeElement !== first : document.activeElement !== last) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
