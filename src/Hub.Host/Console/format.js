/** Times, durations and numbers as the user reads them. */

import { h } from './dom.js';
import { language } from './preferences.js';
import { t } from './text.js';

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

const locale = () => (language() === 'nb' ? 'nb-NO' : 'en-GB');

/** A whole number with the separators of the language. */
export const number = value => Number(value ?? 0).toLocaleString(locale());

/** A time in the user's zone; the day is left out for today. The exact time stands in the title. */
export function time(value, { always = false } = {}) {
  if (!value) return h('span', { className: 'none' }, '–');
  return h('time', { datetime: value, title: value }, timeText(value, always));
}

/** The same as text. */
export function timeText(value, withDay = true) {
  const at = new Date(value);
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
  if (!withDay && at.toDateString() === new Date().toDateString()) return at.toLocaleTimeString(locale(), clock);
  return at.toLocaleString(locale(), { day: '2-digit', month: '2-digit', year: 'numeric', ...clock });
}

/** How long ago, or until when. */
export function ago(value) {
  if (!value) return h('span', { className: 'none' }, '–');
  const passed = Date.now() - new Date(value).getTime();
  const text = t(passed >= 0 ? 'time.ago' : 'time.in', { time: duration(Math.abs(passed)) });
  return h('time', { datetime: value, title: `${timeText(value)} (${value})` }, text);
}

/** A duration in its two largest units. */
export function duration(ms) {
  if (ms === null || ms === undefined) return '–';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < MINUTE) return `${(ms / 1000).toLocaleString(locale(), { maximumFractionDigits: ms < 10_000 ? 1 : 0 })} s`;
  if (ms < HOUR) return two(ms, MINUTE, 'min', 1000, 's');
  if (ms < DAY) return two(ms, HOUR, t('unit.hour'), MINUTE, 'min');
  return two(ms, DAY, t('unit.day'), HOUR, t('unit.hour'));
}

/** A day without a clock. */
export const day = value => new Date(value).toLocaleDateString(locale(), { day: '2-digit', month: '2-digit', year: 'numeric' });

/** The tick of a time axis: hours within a day, days beyond. */
export const tick = (at, span) => new Date(at).toLocaleString(locale(), span > 2 * DAY ? { day: '2-digit', month: '2-digit' } : { hour: '2-digit', minute: '2-digit' });

function two(ms, large, largeName, small, smallName) {
  const whole = Math.floor(ms / large);
  const rest = Math.floor((ms % large) / small);
  return rest > 0 ? `${whole} ${largeName} ${rest} ${smallName}` : `${whole} ${largeName}`;
}
