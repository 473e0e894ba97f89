/** Addresses of pages: #/page/id?filter=value. What stands after # never reaches the server. */

/** The address as parts and filters. */
export function current() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...rest] = path.split('/').filter(part => part !== '').map(decodeURIComponent);
  return { page, rest, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a page, for links. */
export function href(path, query = {}) {
  const filled = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const parts = [path].flat().map(encodeURIComponent).join('/');
  return `#/${parts}${filled.length > 0 ? `?${new URLSearchParams(filled)}` : ''}`;
}

/** Goes to a page. */
export const go = (path, query) => { location.hash = href(path, query); };

/** Changes filters of the page that is shown. */
export function refilter(changes) {
  const { page, rest, query } = current();
  go([page, ...rest], { ...query, ...changes });
}
