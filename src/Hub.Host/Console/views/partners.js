/** Partners with their state; those that need somebody stand first. */

import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { codeMark } from '../errors.js';
import { ago, number } from '../format.js';
import { poll } from '../poll.js';
import { href } from '../router.js';
import { t, tv } from '../text.js';
import { badge } from '../parts/badge.js';
import { nearest } from '../parts/certificates.js';
import { empty, waiting } from '../parts/empty.js';
import { pauseName } from '../parts/pauses.js';
import { table } from '../parts/table.js';

const ORDER = ['down', 'silent', 'slow', 'paused', 'ok', 'idle'];

export async function showPartners(root, { tenant, signal }) {
  fill(root, waiting(t('waiting')));
  const draw = async () => {
    const partners = (await get('partners', { tenant }, signal)).partners;
    if (!root.contains(document.activeElement)) fill(root, partners.length === 0 ? empty(t('partners.none'), t('partners.none.text')) : list(partners, tenant));
    return true;
  };
  await draw();
  poll(() => draw().catch(() => false), 10_000, signal);
}

// A route's pause does not stop the partner, but somebody should see it here too.
const held = partner => (partner.state === 'paused' ? [] : partner.pauses ?? []).map(pause => h('span', { className: 'small' }, '‖ ', pauseName(pause)));

const rank = partner => ORDER.indexOf(partner.state);

const list = (partners, tenant) => table(t('nav.partners'), [
  { title: t('partner'), cell: partner => h('a', { href: href(['partners', partner.tenant, partner.partner], { tenant }) }, partner.partner) },
  ...(tenant ? [] : [{ title: t('tenant'), cell: partner => partner.tenant }]),
  { title: t('state'), cell: partner => [badge('health', partner.state), held(partner)] },
  { title: t('adapter'), cell: partner => [partner.adapter, h('span', { className: 'small whole' }, tv('direction', partner.direction))] },
  { title: t('waiting.count'), className: 'number', cell: partner => number(partner.waiting) },
  { title: t('oldest'), className: 'loose', cell: partner => ago(partner.oldestWaitingAt) },
  { title: t('lastSuccess'), className: 'loose', cell: partner => ago(partner.lastSuccessAt) },
  { title: t('lastReceived'), className: 'loose', cell: partner => ago(partner.lastReceivedAt) },
  { title: t('lastError'), cell: partner => codeMark(partner.lastError) ?? '–' },
  { title: t('certificate'), cell: partner => nearest(partner.certificates) },
], [...partners].sort((a, b) => rank(a) - rank(b) || a.tenant.localeCompare(b.tenant) || a.partner.localeCompare(b.partner)));
