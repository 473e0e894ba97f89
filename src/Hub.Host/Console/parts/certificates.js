/** Certificates and how long they last. */

import { h } from '../dom.js';
import { day, number } from '../format.js';
import { t, tn, tv } from '../text.js';
import { badge } from './badge.js';
import { empty } from './empty.js';
import { table } from './table.js';

const DAY = 86_400_000, SOON = 30;

const left = certificate => Math.floor((Date.parse(certificate.notAfter) - Date.now()) / DAY);

const state = days => (days < 0 ? 'expired' : days <= SOON ? 'soon' : 'valid');

const mark = certificate => {
  const days = left(certificate);
  return [badge('certificate', state(days)), h('span', { className: 'small' }, days < 0 ? day(certificate.notAfter) : tn('certificate.days', days))];
};

/** The one that ends first. */
export function nearest(certificates) {
  if (!certificates?.length) return h('span', { className: 'none' }, '–');
  return mark([...certificates].sort((a, b) => Date.parse(a.notAfter) - Date.parse(b.notAfter))[0]);
}

/** All of them, with the messages that wait to be sent under each. */
export const certificateTable = certificates => (certificates?.length > 0 ? table(t('certificates'), [
  { title: t('certificate.use'), cell: certificate => tv('certificate.use', certificate.use) },
  { title: t('certificate.subject'), cell: certificate => certificate.subject },
  { title: t('state'), cell: mark },
  { title: t('certificate.until'), cell: certificate => day(certificate.notAfter) },
  { title: t('certificate.queued'), className: 'number', cell: certificate => number(certificate.queued) },
], certificates) : empty(t('certificate.none')));
