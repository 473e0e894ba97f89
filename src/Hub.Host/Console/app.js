/** The console: reads the texts, asks who is there, and shows the page of the address. */

import { get, onRefused } from './api.js';
import { knowErrors } from './errors.js';
import { applyTheme } from './preferences.js';
import { current, go } from './router.js';
import { begin, end, key, know, me } from './session.js';
import { showLogin } from './views/login.js';
import { Shell } from './shell.js';
import { loadTexts } from './text.js';

let shell = null;

onRefused(() => shell && leave('refused'));

addEventListener('hashchange', () => shell?.show(current()));

applyTheme();
await loadTexts();
await knowErrors();
if (key()) await enter(key(), null);
else leave(null);

/** Signs in with a key; what is wrong is shown by the login page. */
async function enter(secret, fail) {
  begin(secret);
  try {
    know(await get('me'));
  } catch (error) {
    end();
    if (fail) return fail(error);
    return leave(error.status === 401 ? 'refused' : error);
  }
  shell = new Shell({ leave: () => leave('left'), reload });
  await shell.prepare();
  if (current().page === '') go('flow');
  shell.show(current());
}

function leave(reason) {
  shell?.close();
  shell = null;
  end();
  showLogin(reason, enter, reload);
}

async function reload() {
  await loadTexts();
  await knowErrors();
  if (!me()) return showLogin(null, enter, reload);
  shell.close();
  shell = new Shell({ leave: () => leave('left'), reload });
  await shell.prepare();
  shell.show(current());
}
