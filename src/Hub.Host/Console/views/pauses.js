/** Everything that is paused: what, who, why, since when and for how long. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { time } from '../format.js';
import { poll } from '../poll.js';
import { href } from '../router.js';
import { t } from '../text.js';
import { empty, waiting } from '../parts/empty.js';
import { pauseButton, pauseEnd, pauseName, resumeButton } from '../parts/pauses.js';
import { table } from '../parts/table.js';

export async function showPauses(root, { tenant, tenants, signal }) {
  const list = h('div', {}, waiting(t('waiting')));
  let shown = '';
  const draw = async () => {
    const { pauses } = await get('pauses', { tenant }, signal);
    const seen = JSON.stringify(pauses);
    if (seen !== shown) fill(list, pauses.length === 0 ? empty(t('pauses.none'), t('pauses.none.text')) : pauseTable(pauses, signal, draw));
    shown = seen;
  };
  const chosen = tenant || (tenants.length === 1 ? tenants[0] : '');
  const start = chosen ? pauseButton(chosen, signal, draw) : h('p', { className: 'small' }, t('pauses.choose'));
  fill(root, h('p', {}, t('pauses.lead')), start ? h('div', { className: 'bar' }, start) : null, list);
  await draw();
  poll(() => draw().then(() => true, () => false), 5000, signal);
}

const pauseTable = (pauses, signal, done) => table(t('nav.pauses'), [
  { title: t('pause.held'), cell: pause => (pause.partner ? h('a', { href: href(['partners', pause.tenant, pause.partner]) }, pauseName(pause)) : pauseName(pause)) },
  { title: t('tenant'), cell: pause => pause.tenant },
  { title: t('reason'), className: 'wide', cell: pause => pause.reason },
  { title: t('by'), cell: pause => pause.by },
  { title: t('since'), className: 'when', cell: pause => time(pause.since, { always: true }) },
  { title: t('pause.until'), className: 'when', cell: pauseEnd },
  { title: t('act'), cell: pause => resumeButton(pause, signal, done) ?? '–' },
], pauses);
