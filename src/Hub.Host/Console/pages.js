/** Every page, in the order of the menu. A page with an id of its own has a view for it. */

import { showAction } from './views/action.js';
import { showActions } from './views/actions.js';
import { showAlerts } from './views/alerts.js';
import { showAudit } from './views/audit.js';
import { showCharts } from './views/charts.js';
import { showConfiguration } from './views/configuration.js';
import { showFailures } from './views/failures.js';
import { showFlow } from './views/flow.js';
import { showMessage } from './views/message.js';
import { showMessages } from './views/messages.js';
import { showPartner } from './views/partner.js';
import { showPartners } from './views/partners.js';
import { showPauses } from './views/pauses.js';
import { showPlan } from './views/plan.js';
import { showPlans } from './views/plans.js';
import { showSearch } from './views/search.js';
import { showSimulation } from './views/simulation.js';

const page = (name, list, one = list) => ({ name, view: id => (id === undefined ? list : one) });

export const PAGES = [
  page('flow', showFlow),
  page('messages', showMessages, showMessage),
  page('search', showSearch),
  page('failures', showFailures),
  page('actions', showActions, showAction),
  page('charts', showCharts),
  page('partners', showPartners, showPartner),
  page('pauses', showPauses),
  page('plans', showPlans, showPlan),
  page('alerts', showAlerts),
  page('configuration', showConfiguration),
  page('simulation', showSimulation),
  page('audit', showAudit),
];

/** The page of a name; undefined when there is none. */
export const pageOf = name => PAGES.find(candidate => candidate.name === name);
