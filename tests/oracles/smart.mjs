// smart.mjs ISSUER VIEWER CLAIMS PATIENT: an independent OpenID Connect issuer (oidc-provider) and a viewer that a journal launches (fhirclient), on loopback.
// ISSUER and VIEWER are folders with node_modules. Prints the issuer, then waits for the address of a FHIR face; launches the viewer there for PATIENT, logs its user in with CLAIMS,
// and prints what the viewer read, all as lines of JSON.
import http from 'node:http'; import path from 'node:path'; import readline from 'node:readline'; import { createRequire } from 'node:module'; import { pathToFileURL } from 'node:url';
const [issuerFolder, viewerFolder, claims, patient] = process.argv.slice(2), from = folder => createRequire(path.join(folder, 'x.js'));
const { Provider } = await import(pathToFileURL(from(issuerFolder).resolve('oidc-provider')).href), smart = from(viewerFolder)('fhirclient');
const listening = async server => { await new Promise(done => server.listen(0, '127.0.0.1', done)); return `http://127.0.0.1:${server.address().port}`; };
const api = 'test:hub', granted = 'patient/Observation.read', launches = new Map([['l-1', patient]]);

const viewerServer = http.createServer(), viewer = await listening(viewerServer);
const issuerServer = http.createServer(), issuer = await listening(issuerServer);
let launched = null;
const provider = new Provider(issuer, {
  clients: [{ client_id: 'viewer', token_endpoint_auth_method: 'none', grant_types: ['authorization_code'], response_types: ['code'], redirect_uris: [`${viewer}/back`] }],
  scopes: ['openid', 'launch', 'fhirUser', granted], extraParams: ['launch', 'aud'], cookies: { keys: ['loopback'] }, interactions: { url: (_, interaction) => `/login/${interaction.uid}` },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  extraTokenClaims: () => ({ ...JSON.parse(claims), patient: launched?.patient }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope(`openid launch fhirUser ${granted}`); grant.addResourceScope(api, granted); await grant.save();
    return grant;
  },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: { enabled: true, defaultResource: () => api, useGrantedResource: () => true, getResourceServerInfo: () => ({ scope: granted, audience: api, accessTokenTTL: 60, accessTokenFormat: 'jwt' }) },
  },
});
provider.use(async (context, next) => {
  if (context.path === '/auth' && context.query.launch) launched = { patient: launches.get(context.query.launch), aud: context.query.aud, pkce: context.query.code_challenge_method };
  await next();
  if (context.path === '/token' && context.body?.access_token) context.body = { ...context.body, patient: launched.patient };
});
const callback = provider.callback();
issuerServer.on('request', (request, response) => request.url.startsWith('/login/')
  ? provider.interactionFinished(request, response, { login: { accountId: 'treater' } }, { mergeWithLastSubmission: false }) : callback(request, response));

const kept = {}, storage = { get: async key => kept[key], set: async (key, value) => (kept[key] = value), unset: async key => delete kept[key] };
const read = async client => {
  const search = form => client.request({ url: 'Observation/_search', method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString() });
  const bundle = await search({ category: 'vital-signs', _count: '1000' });
  const other = await search({ 'patient.identifier': '13116900216' }).then(() => 200, error => error.status);
  return { patient: client.patient.id, scope: client.getState('tokenResponse.scope'), ...launched, values: bundle.entry.map(e => e.resource.valueQuantity?.value ?? null), other };
};
viewerServer.on('request', async (request, response) => {
  try {
    const url = new URL(request.url, viewer), client = smart(request, response, storage);
    if (url.pathname === '/launch') await client.authorize({ clientId: 'viewer', scope: `openid launch fhirUser ${granted}`, redirectUri: `${viewer}/back` });
    else response.end(JSON.stringify(await read(await client.ready())));
  } catch (error) { response.statusCode = 500; response.end(JSON.stringify({ error: error.message })); }
});

// What the browser does: follow where it is sent, with the cookies it was given.
const browse = async address => {
  const cookies = {};
  for (let hop = 0; hop < 10; hop++) {
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie: Object.entries(cookies).map(c => c.join('=')).join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) { const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie); cookies[name] = value; }
    if (answer.status < 300 || answer.status > 399) return await answer.text();
    address = new URL(answer.headers.get('location'), address);
  }
  return JSON.stringify({ error: 'sent round in circles' });
};
console.log(JSON.stringify({ issuer }));
for await (const iss of readline.createInterface({ input: process.stdin })) console.log(await browse(`${viewer}/launch?${new URLSearchParams({ iss, launch: 'l-1' })}`));
process.exit(0);
