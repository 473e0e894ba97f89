/** The frame around every page: navigation, tenant, language, theme, and who is signed in. */

import { get } from './api.js';
import { fill, h } from './dom.js';
import { poll } from './poll.js';
import { language, setLanguage, setTheme, theme } from './preferences.js';
import { current, go, href, refilter } from './router.js';
import { maySee } from './rights.js';
import { me } from './session.js';
import { t, tv } from './text.js';
import { problemBox } from './parts/problem.js';
import { PAGES, pageOf } from './pages.js';

export class Shell {
  #actions;
  #view = null;
  #tenants = [];
  #alerts = h('span', { className: 'count', hidden: true });
  #nav = h('nav', { id: 'pages', 'aria-label': t('nav.label') });
  #tenant = h('select', { id: 'tenant', 'aria-label': t('tenant'), onchange: event => this.#choose(event.target.value) });
  #main = h('main', { id: 'main', tabindex: '-1' });
  #life = new AbortController();

  constructor(actions) {
    this.#actions = actions;
  }

  /** Puts up the frame and learns which tenants there are. */
  async prepare() {
    fill(document.body, this.#skip(), this.#header(), h('div', { className: 'columns' }, this.#nav, this.#main));
    const fixed = me().tenant;
    this.#tenants = fixed ? [fixed] : await get('partners', {}, this.#life.signal).then(names, () => []);
    if (maySee('alerts')) {
      poll(() => this.#countAlerts(), 30_000, this.#life.signal);
      this.#countAlerts();
    }
  }

  /** Shows the page of an address. */
  show(address) {
    const page = pageOf(address.page);
    this.#view?.abort();
    this.#view = new AbortController();
    this.#links(address);
    this.#options(address.query.tenant ?? (address.page === 'partners' && address.rest.length > 1 ? address.rest[0] : ''));
    if (!page || !maySee(page.name)) return this.#missing(page);
    const heading = h('h1', { tabindex: '-1' }, t(`nav.${page.name}`));
    const body = h('div', { className: 'page' });
    fill(this.#main, heading, body);
    document.title = `${t(`nav.${page.name}`)} – Hub`;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
    const context = { ...address, tenant: me().tenant ?? address.query.tenant ?? '', tenants: this.#tenants, heading, signal: this.#view.signal };
    const work = page.view(address.rest[0])(body, context);
    this.#main.setAttribute('aria-busy', 'true');
    const mine = this.#view;
    Promise.resolve(work).catch(error => {
      if (error.name === 'AbortError') return;
      // Filters stay: what is at fault may be one of them.
      const box = problemBox(error, () => this.show(current()));
      const place = body.querySelector('.waiting');
      if (place) place.replaceWith(box);
      else fill(body, box);
    }).finally(() => mine === this.#view && this.#main.removeAttribute('aria-busy'));
  }

  close() {
    this.#life.abort();
    this.#view?.abort();
  }

  #skip() {
    const skip = event => {
      event.preventDefault();
      this.#main.focus();
    };
    return h('a', { className: 'skip', href: '#main', onclick: skip }, t('skip'));
  }

  #header() {
    const menu = h('button', { type: 'button', className: 'menu', 'aria-expanded': 'false', 'aria-controls': 'pages' }, t('nav.menu'));
    menu.addEventListener('click', () => menu.setAttribute('aria-expanded', String(document.body.classList.toggle('open'))));
    return h('header', { className: 'top' },
      menu,
      h('a', { className: 'brand', href: href('flow') }, 'Hub'),
      h('label', { className: 'pick' }, h('span', {}, t('tenant')), this.#tenant),
      h('div', { className: 'space' }),
      h('div', { className: 'settings' },
        choice(t('language'), ['nb', 'en'], value => t(`language.${value}`), language(), value => { setLanguage(value); this.#actions.reload(); }),
        choice(t('theme'), ['auto', 'light', 'dark'], value => t(`theme.${value}`), theme(), setTheme),
        h('span', { className: 'who' }, h('strong', {}, me().name), ` ${tv('role', me().role)}`),
        h('button', { type: 'button', onclick: this.#actions.leave }, t('leave'))));
  }

  #links(address) {
    document.body.classList.remove('open');
    document.querySelector('.menu')?.setAttribute('aria-expanded', 'false');
    const tenant = me().tenant ? '' : address.query.tenant;
    fill(this.#nav, h('ul', {}, PAGES.filter(page => maySee(page.name)).map(page => h('li', {},
      h('a', { href: href(page.name, { tenant }), 'aria-current': page.name === address.page ? 'page' : null },
        t(`nav.${page.name}`), page.name === 'alerts' ? this.#alerts : null)))));
  }

  #options(chosen) {
    const fixed = me().tenant;
    const all = [...new Set([...this.#tenants, ...(chosen ? [chosen] : [])])].sort();
    fill(this.#tenant, fixed ? null : h('option', { value: '' }, t('tenant.all')), all.map(name => h('option', { value: name }, name)));
    this.#tenant.value = fixed ?? chosen;
    this.#tenant.disabled = Boolean(fixed);
  }

  #choose(tenant) {
    const { page, rest } = current();
    if (rest.length > 0) go(page, { tenant });
    else refilter({ tenant, before: '' });
  }

  #missing(page) {
    const heading = h('h1', { tabindex: '-1' }, t(page ? 'denied.title' : 'missing.title'));
    fill(this.#main, heading, h('p', {}, t(page ? 'denied.text' : 'missing.text')));
    heading.focus();
  }

  async #countAlerts() {
    try {
      const open = (await get('alerts', {}, this.#life.signal)).alerts.length;
      fill(this.#alerts, String(open), h('span', { className: 'hide' }, ` ${t('alerts.open')}`));
      this.#alerts.hidden = open === 0;
      return true;
    } catch {
      return false;
    }
  }
}

const names = answer => [...new Set(answer.partners.map(partner => partner.tenant))];

function choice(label, values, text, chosen, change) {
  const select = h('select', { 'aria-label': label, onchange: event => change(event.target.value) },
    values.map(value => h('option', { value }, text(value))));
  select.value = chosen;
  return select;
}
