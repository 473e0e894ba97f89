/** Who is signed in. The key is held for this tab only, and goes when it closes. */

const KEY = 'hub.key';

let person = null;

export const key = () => sessionStorage.getItem(KEY);

/** Name, role, tenant and partner of the caller, as /ops/v1/me says; null while nobody is signed in. */
export const me = () => person;

export function begin(secret) {
  sessionStorage.setItem(KEY, secret);
}

export function know(who) {
  person = who;
}

export function end() {
  sessionStorage.removeItem(KEY);
  person = null;
}
