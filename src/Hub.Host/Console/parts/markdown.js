/** The little of Markdown that runbooks use: headings, lists, code, tables of two or more columns, paragraphs. */

import { h } from '../dom.js';

/** Elements for a text. */
export function markdown(text) {
  const lines = text.split('\n');
  const blocks = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    const until = test => { const from = at; while (at < lines.length && test(lines[at])) at += 1; return lines.slice(from, at); };
    if (line.trim() === '') at += 1;
    else if (line.startsWith('```')) {
      at += 1;
      blocks.push(h('pre', { tabindex: '0' }, until(next => !next.startsWith('```')).join('\n')));
      at += 1;
    } else if (/^#{1,6} /.test(line)) {
      blocks.push(h(line.startsWith('# ') ? 'h3' : 'h4', {}, inline(line.replace(/^#+ /, ''))));
      at += 1;
    } else if (/^\s*(\d+\.|[-*]) /.test(line)) {
      // An item goes on behind an empty line where what follows is indented, or is the next item.
      blocks.push(list(until(next => (next.trim() === '' ? /^(\s{2,}\S|\d+\. )/.test(lines[at + 1] ?? '') : !/^#/.test(next)))));
    } else if (line.startsWith('|')) blocks.push(grid(until(next => next.startsWith('|'))));
    else blocks.push(h('p', {}, inline(until(next => next.trim() !== '' && !/^(#|```|\||\s*(\d+\.|[-*]) )/.test(next)).join(' '))));
  }
  return blocks;
}

function list(lines) {
  const items = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const parts = items[items.length - 1];
    if (/^\s+```/.test(line)) {
      const code = [];
      for (at += 1; at < lines.length && !/^\s*```/.test(lines[at]); at += 1) code.push(lines[at].replace(/^ {1,3}/, ''));
      parts.push(h('pre', { tabindex: '0' }, code.join('\n')));
    } else if (/^\s*(\d+\.|[-*]) /.test(line)) items.push([line.replace(/^\s*(\d+\.|[-*]) /, '')]);
    else if (line.trim() !== '') {
      if (typeof parts[parts.length - 1] === 'string') parts[parts.length - 1] += ` ${line.trim()}`;
      else parts.push(line.trim());
    }
  }
  return h(/^\s*\d/.test(lines[0]) ? 'ol' : 'ul', {}, items.map(parts => h('li', {}, parts.map(part => (typeof part === 'string' ? inline(part) : part)))));
}

function grid(lines) {
  const [head, ...rest] = lines.filter(line => !/^\|[\s|:-]+$/.test(line)).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()));
  return h('table', {}, h('thead', {}, h('tr', {}, head.map(cell => h('th', { scope: 'col' }, inline(cell))))), h('tbody', {}, rest.map(row => h('tr', {}, row.map(cell => h('td', {}, inline(cell)))))));
}

// Links lead out of the hub, where the console does not go: they are shown as their text and address.
const inline = text => text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/).map(part => {
  if (part.startsWith('`')) return h('code', {}, part.slice(1, -1));
  if (part.startsWith('**')) return h('strong', {}, part.slice(2, -2));
  const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
  return link ? `${link[1]} (${link[2]})` : part;
});
