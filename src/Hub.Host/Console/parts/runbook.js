/** The runbook of an alert, read from the hub itself: at night the wiki may be what is down. */

import { fill, h } from '../dom.js';
import { t, tv } from '../text.js';
import { openDialog } from './dialog.js';
import { empty, waiting } from './empty.js';
import { markdown } from './markdown.js';

export async function openRunbook(alert, signal) {
  const text = h('div', { className: 'runbook', tabindex: '0' }, waiting(t('waiting')));
  openDialog(`${t('runbook')}: ${tv('rule', alert.rule)}`, text, signal);
  const answer = await fetch(`runbooks/${encodeURIComponent(alert.rule)}.md`, { signal }).catch(() => null);
  fill(text, answer?.ok ? markdown(await answer.text()) : empty(t('runbook.none'), alert.runbook));
}
