/** Sends an edited document in place of one that was refused: the document with a recorded purpose, the difference, then the sending. */

import { post } from '../api.js';
import { fill, h } from '../dom.js';
import { meaning } from '../errors.js';
import { t } from '../text.js';
import { diffCount, diffLines } from './diff.js';
import { openDialog } from './dialog.js';
import { waiting } from './empty.js';
import { documentText, fromBase64, isText, toBase64 } from './layout.js';
import { problemBox } from './problem.js';

/** Why a delivery's document cannot be edited; null when it can, or when its state alone says so. */
export const whyNotAmended = delivery => (['noDocument', 'signed', 'partnerGone'].includes(delivery.amend) ? t(`amend.not.${delivery.amend}`) : null);

/**
 * @param done shows the page anew after sending; gets the delivery as it is then.
 */
export function openAmend(message, delivery, signal, done) {
  const body = h('div', { className: 'steps' });
  const note = h('div', { 'aria-live': 'polite' });
  const dialog = openDialog(t('act.on', { act: t('act.amend'), target: `${delivery.partner} ${delivery.id}` }), [body, note], signal, { wide: true });
  const path = `deliveries/${encodeURIComponent(delivery.id)}/amend`;
  const cancel = () => h('button', { type: 'button', onclick: dialog.close }, t('cancel'));
  const trying = async (button, work) => {
    button.disabled = true;
    fill(note, waiting(t('waiting')));
    try {
      await work();
      fill(note);
    } catch (error) {
      button.disabled = false;
      if (error.name !== 'AbortError') fill(note, problemBox(error));
    }
  };

  const open = () => {
    const purpose = h('input', { id: 'purpose', required: true, maxlength: '500', autocomplete: 'off' });
    const ask = event => {
      event.preventDefault();
      trying(event.submitter, async () => {
        const bodies = await post(`messages/${encodeURIComponent(message.id)}/bodies`, { purpose: purpose.value.trim() }, signal);
        const stored = bodies.documents.find(document => document.delivery === delivery.id);
        if (!stored) return fill(body, h('p', { className: 'notice' }, t('amend.not.noDocument')), h('div', { className: 'buttons' }, cancel()));
        edit({ mediaType: stored.mediaType, form: stored.form, bytes: fromBase64(stored.base64), reason: purpose.value.trim() });
      });
    };
    fill(body, h('form', { onsubmit: ask },
      delivery.error ? h('p', { className: 'small' }, h('code', {}, delivery.error), ' ', meaning(delivery.error)?.title ?? '') : null,
      h('p', {}, t('act.amend.text')), h('p', {}, t('bodies.text')),
      h('label', { for: 'purpose' }, t('bodies.purpose')), purpose, h('p', { className: 'note' }, t('reason.note')),
      h('div', { className: 'buttons' }, h('button', { type: 'submit', className: 'main' }, t('amend.open')), cancel())));
    purpose.focus();
  };

  // What is not text can only be put in the place of the other as a whole.
  const edit = ({ mediaType, form, bytes, reason, text = isText(mediaType) ? documentText(bytes, mediaType) : null }) => {
    const isWords = text !== null;
    const field = isWords
      ? h('textarea', { id: 'document', className: 'document', rows: '18', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', required: true, value: text })
      : h('input', { id: 'document', type: 'file', required: true });
    const why = h('textarea', { id: 'reason', rows: '2', maxlength: '500', required: true, value: reason });
    const look = event => {
      event.preventDefault();
      trying(event.submitter, async () => {
        const edited = isWords ? new TextEncoder().encode(field.value) : new Uint8Array(await field.files[0].arrayBuffer());
        const kept = { document: toBase64(edited), reason: why.value.trim() };
        const seen = await post(`${path}/preview`, kept, signal);
        show(seen, kept, () => edit({ mediaType, form, bytes, reason: kept.reason, text: isWords ? field.value : null }));
      });
    };
    fill(body, h('form', { onsubmit: look },
      h('label', { for: 'document' }, t('amend.document'), ' ', h('span', { className: 'small' }, [form, mediaType].filter(part => part).join(' · '))), field,
      isWords ? null : h('p', { className: 'note' }, t('amend.binary')),
      h('label', { for: 'reason' }, t('reason')), why, h('p', { className: 'note' }, t('reason.note')),
      h('div', { className: 'buttons' }, h('button', { type: 'submit', className: 'main' }, t('amend.look')), cancel())));
    // The caret is set at the end with the text: reading begins at its start.
    if (isWords) field.setSelectionRange(0, 0);
    field.focus();
    field.scrollTop = 0;
  };

  const show = (seen, kept, back) => {
    const again = h('button', { type: 'button', onclick: () => { fill(note); back(); } }, t('amend.back'));
    if (seen.diff === '') {
      fill(body, h('p', { className: 'notice' }, t('amend.same')), h('div', { className: 'buttons' }, again, cancel()));
      return again.focus();
    }
    const send = event => trying(event.currentTarget, async () => {
      const answer = await post(path, { ...kept, generation: seen.generation });
      const sent = answer.deliveries[0];
      const view = h('button', { type: 'button', className: 'main', onclick: dialog.close }, t('amend.view'));
      fill(body, h('p', { className: 'notice', role: 'status' }, t('amend.done', { generation: sent.generation, partner: delivery.partner })), h('div', { className: 'buttons' }, view));
      dialog.element.addEventListener('close', () => done(sent), { once: true });
      view.focus();
    });
    const button = h('button', { type: 'button', className: 'main', onclick: send }, t('amend.send'));
    fill(body,
      h('p', {}, t('amend.differs', { partner: delivery.partner }), ' ', h('span', { className: 'small' }, diffCount(seen.diff))), diffLines(seen.diff.replace(/^--- .*\n\+\+\+ .*\n/, '')),
      h('p', { className: 'small' }, t('reason'), ': ', kept.reason),
      h('div', { className: 'buttons' }, button, again, cancel()));
    button.focus();
  };

  open();
}
