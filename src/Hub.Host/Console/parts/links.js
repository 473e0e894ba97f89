/** Links to pages, where the caller's role has them. */

import { h } from '../dom.js';
import { maySee } from '../rights.js';
import { href } from '../router.js';

/** A partner's name, which leads to its page. */
export const partnerLink = (tenant, partner) => (maySee('partners') ? h('a', { href: href(['partners', tenant, partner]) }, partner) : partner);
