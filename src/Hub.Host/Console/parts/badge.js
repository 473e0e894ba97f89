/** States as a sign, a colour and a word: none of them alone. */

import { h } from '../dom.js';
import { tv } from '../text.js';

const TONES = {
  ok: 'ok', delivered: 'ok', done: 'ok', closed: 'ok', running: 'wait', valid: 'ok', granted: 'ok', green: 'ok', deliver: 'ok',
  pending: 'wait', awaitingReceipt: 'wait',
  slow: 'slow', warning: 'slow', halfOpen: 'slow', soon: 'slow', yellow: 'slow',
  down: 'down', deadLettered: 'down', failed: 'down', critical: 'down', open: 'down', expired: 'down', red: 'down',
  silent: 'silent', held: 'paused', paused: 'paused', discarded: 'paused', cancelled: 'paused',
};
const SIGNS = { ok: '✓', wait: '◔', slow: '▲', down: '✕', silent: '◌', paused: '‖', none: '·' };

/** The tone of a state: ok, wait, slow, down, silent, paused or none. */
export const tone = state => TONES[state] ?? 'none';

/** A badge for a value of a family of states. */
export const badge = (family, state, colour = tone(state)) =>
  h('span', { className: `badge ${colour}` }, h('span', { 'aria-hidden': 'true' }, SIGNS[colour]), ` ${tv(family, state)}`);
