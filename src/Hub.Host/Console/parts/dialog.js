/** A modal dialog. Escape closes it; the focus goes back to where it was. */

import { h } from '../dom.js';
import { t } from '../text.js';

/**
 * Opens a dialog.
 * @param title its heading.
 * @param content elements.
 * @param signal the life of the page: the dialog goes with it.
 * @returns {element, close}
 */
export function openDialog(title, content, signal) {
  const before = document.activeElement;
  const element = h('dialog', { 'aria-labelledby': 'dialog-title' },
    h('div', { className: 'dialog-head' }, h('h2', { id: 'dialog-title' }, title), h('button', { type: 'button', className: 'plain', 'aria-label': t('close'), onclick: () => element.close() }, '✕')),
    content);
  element.addEventListener('close', () => {
    element.remove();
    if (before?.isConnected) before.focus();
  });
  signal.addEventListener('abort', () => element.close());
  document.body.append(element);
  element.showModal();
  return { element, close: () => element.close() };
}
