/** The operator API. Addresses are relative, so that the hub may stand behind a proxy under any path. */

import { language } from './preferences.js';
import { key } from './session.js';

const BASE = new URL('../ops/v1/', document.baseURI);

/** An answer that was not the expected one: the hub's problem, or none where the hub did not answer. */
export class ApiError extends Error {
  constructor(status, problem, retryAfter) {
    super(problem?.title ?? String(status));
    Object.assign(this, { status, problem, retryAfter, code: problem?.code ?? null, errors: problem?.errors ?? [] });
  }
}

let refused = () => {};

/** Sets what happens when the hub no longer knows the key. */
export const onRefused = action => { refused = action; };

/** Asks for a view; empty values of the query are left out. */
export const get = (path, query = {}, signal = null) => call('GET', path + queryText(query), null, signal);

export const post = (path, body, signal = null) => call('POST', path, body, signal);

export const put = (path, body, signal = null) => call('PUT', path, body, signal);

export const remove = (path, body, signal = null) => call('DELETE', path, body, signal);

/** Query parameters as text, without the empty ones. */
export function queryText(query) {
  const filled = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return filled.length > 0 ? `?${new URLSearchParams(filled)}` : '';
}

async function call(method, path, body, signal) {
  const request = {
    method, signal, cache: 'no-store', credentials: 'omit', redirect: 'error',
    headers: { Authorization: `Bearer ${key()}`, 'Accept-Language': language(), ...(body === null ? {} : { 'Content-Type': 'application/json' }) },
    body: body === null ? undefined : JSON.stringify(body),
  };
  const answer = await fetch(new URL(path, BASE), request).catch(error => {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(0, null, null);
  });
  const content = await read(answer);
  if (answer.ok) return content;
  if (answer.status === 401) refused();
  throw new ApiError(answer.status, content, Number(answer.headers.get('Retry-After')) || null);
}

async function read(answer) {
  const text = await answer.text();
  if (!(answer.headers.get('Content-Type') ?? '').includes('json') || text === '') return null;
  return JSON.parse(text);
}
