/** What a message says, for those who may ask, with a purpose that is recorded. Kept in no storage; gone when the dialog closes. */

import { post } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../text.js';
import { openDialog } from './dialog.js';
import { documentText, fromBase64, isText } from './layout.js';
import { problemBox } from './problem.js';

const MOST = 200_000;

export function openBodies(message, signal) {
  const shown = h('div', { 'aria-live': 'polite' });
  const purpose = h('input', { id: 'purpose', required: true, maxlength: '500', autocomplete: 'off' });
  const ask = async event => {
    event.preventDefault();
    try {
      const bodies = await post(`messages/${message.id}/bodies`, { purpose: purpose.value.trim() }, signal);
      fill(shown, one(t('bodies.raw'), bodies.raw), bodies.documents.map(document => one(`${document.delivery} ${document.form}`, document)));
    } catch (error) {
      fill(shown, problemBox(error));
    }
  };
  openDialog(t('bodies.title', { id: message.id }), h('form', { onsubmit: ask },
    h('p', {}, t('bodies.text')), h('label', { for: 'purpose' }, t('bodies.purpose')), purpose, h('p', { className: 'note' }, t('reason.note')),
    h('div', { className: 'buttons' }, h('button', { type: 'submit', className: 'main' }, t('bodies.show'))), shown), signal, { wide: true });
  purpose.focus();
}

function one(title, body) {
  if (!body) return null;
  const bytes = fromBase64(body.base64);
  return h('section', {}, h('h3', {}, title, ' ', h('span', { className: 'small' }, body.mediaType)),
    isText(body.mediaType) ? h('pre', { tabindex: '0', className: 'document' }, documentText(bytes, body.mediaType).slice(0, MOST)) : h('p', {}, t('bodies.binary', { bytes: bytes.length })));
}
