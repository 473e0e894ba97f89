/** The runbook of an alert, read from the hub itself: at night the wiki may be what is down. Runbooks are in English. */

import { fill, h } from '../dom.js';
import { language } from '../preferences.js';
import { t, tv } from '../text.js';
import { openDialog } from './dialog.js';
import { empty, waiting } from './empty.js';
import { markdown } from './markdown.js';

export async function openRunbook(alert, signal) {
  const text = h('div', { className: 'runbook', tabindex: '0' }, waiting(t('waiting')));
  const note = language() === 'en' ? null : h('p', { className: 'note' }, t('runbook.language'));
  openDialog(`${t('runbook')}: ${tv('rule', alert.rule)}`, [note, text], signal);
  const answer = await fetch(`runbooks/${encodeURIComponent(alert.rule)}.md`, { signal }).catch(() => null);
  if (answer?.ok) text.lang = 'en';
  fill(text, answer?.ok ? markdown(await answer.text()) : empty(t('runbook.none'), alert.runbook));
}
