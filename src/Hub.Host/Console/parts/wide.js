/** Drawings that are made for the width there is, and made again when it changes. */

import { fill, h } from '../dom.js';

/**
 * @param draw (width) → element.
 * @param least below this width the drawing scrolls in its own frame.
 * @param label names the frame for those who scroll it with the keyboard.
 */
export function wide(draw, least, label, signal) {
  const frame = h('div', { className: 'drawing', role: 'group', 'aria-label': label });
  let drawn = 0;
  const watch = new ResizeObserver(([entry]) => {
    const width = Math.max(least, Math.floor(entry.contentRect.width));
    frame.tabIndex = width > entry.contentRect.width ? 0 : -1;
    if (width === drawn || entry.contentRect.width === 0) return;
    drawn = width;
    fill(frame, draw(width));
  });
  watch.observe(frame);
  signal.addEventListener('abort', () => watch.disconnect());
  return frame;
}
