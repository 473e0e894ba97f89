/** A unified diff as lines that are marked by sign and colour. */

import { h } from '../dom.js';
import { t } from '../text.js';

/** The lines of a diff, or of a file as it is. */
export const diffLines = text => h('pre', { className: 'diff', tabindex: '0' }, text.replace(/\n$/, '').split('\n').map(line => h('span', { className: kind(line) }, `${line}\n`)));

const kind = line => {
  if (/^(---|\+\+\+) /.test(line)) return 'file';
  if (line.startsWith('@@')) return 'place';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : null;
};

/** How much a diff adds and takes away. */
export const diffCount = text => t('diff.count', {
  added: text.split('\n').filter(line => /^\+(?!\+\+ )/.test(line)).length,
  removed: text.split('\n').filter(line => /^-(?!-- )/.test(line)).length,
});
