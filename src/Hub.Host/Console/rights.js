/** What each role may see and do. The hub decides; this only leaves out what it would refuse. */

import { me } from './session.js';

const VIEWED = ['flow', 'messages', 'search', 'failures', 'actions', 'charts', 'partners', 'pauses', 'plans', 'alerts', 'configuration', 'audit'];
const EVERYTHING = [...VIEWED, 'simulation'];

const VIEWS = {
  operator: EVERYTHING,
  administrator: EVERYTHING,
  viewer: VIEWED,
  vendor: ['flow', 'messages', 'search', 'failures', 'charts'],
};

/** True when the caller's role shows this page. */
export const maySee = page => (VIEWS[me()?.role] ?? []).includes(page);

/** True when the caller may change anything. */
export const mayAct = () => ['operator', 'administrator'].includes(me()?.role);

/** True when the caller may ask for what the messages say. */
export const mayRead = () => me()?.role === 'administrator';

/** True when the caller may search by patient. */
export const maySearchPatients = () => me()?.role !== 'vendor';
