// helseid.mjs MODULES JWK: an independent security token service of HelseID's kind (oidc-provider) and an API behind it (jose), on loopback, for the client with the public key JWK.
// MODULES is a folder with node_modules. Prints the issuer and the API as one line of JSON, answers until its input is closed.
import http from 'node:http'; import crypto from 'node:crypto'; import path from 'node:path'; import { createRequire } from 'node:module'; import { pathToFileURL } from 'node:url';
const [folder, key] = process.argv.slice(2), require = createRequire(path.join(folder, 'x.js'));
const load = name => import(pathToFileURL(require.resolve(name)).href);
const { Provider } = await load('oidc-provider'), jose = await load('jose');
const scope = 'nhn:test/api', api = 'nhn:test', server = http.createServer();
await new Promise(done => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: 'hub', token_endpoint_auth_method: 'private_key_jwt', grant_types: ['client_credentials'], redirect_uris: [], response_types: [], jwks: { keys: [JSON.parse(key)] }, dpop_bound_access_tokens: true, scope }],
  scopes: [scope], clientAuthMethods: ['private_key_jwt'],
  enabledJWA: { clientAuthSigningAlgValues: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'] },
  features: {
    clientCredentials: { enabled: true }, devInteractions: { enabled: false }, dPoP: { enabled: true, nonceSecret: crypto.randomBytes(32), requireNonce: () => true },
    resourceIndicators: { enabled: true, defaultResource: () => api, getResourceServerInfo: () => ({ scope, audience: api, accessTokenTTL: 60, accessTokenFormat: 'jwt' }) },
  },
});
const keys = () => jose.createRemoteJWKSet(new URL(`${issuer}/jwks`)), seen = new Set();
const judge = async request => {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme !== 'DPoP') throw new Error('scheme');
  const { payload } = await jose.jwtVerify(token, keys(), { issuer, audience: api, typ: 'at+jwt' });
  const proof = await jose.jwtVerify(request.headers.dpop, jose.EmbeddedJWK, { typ: 'dpop+jwt', maxTokenAge: '10s', clockTolerance: 5 });
  const ath = crypto.createHash('sha256').update(token, 'ascii').digest('base64url'), p = proof.payload;
  if (await jose.calculateJwkThumbprint(proof.protectedHeader.jwk) !== payload.cnf.jkt) throw new Error('jkt');
  if (p.htm !== request.method || p.htu !== issuer + '/api' || p.ath !== ath) throw new Error('htm, htu or ath');
  if (!p.jti || seen.has(p.jti)) throw new Error('jti');
  seen.add(p.jti);
  if (p.nonce !== 'n1') throw Object.assign(new Error('nonce'), { nonce: 'n1' });
  return { scope: payload.scope, client: payload.client_id };
};
const callback = provider.callback();
server.on('request', async (request, response) => {
  if (!request.url.startsWith('/api')) return callback(request, response);
  try {
    const body = JSON.stringify(await judge(request));
    response.end(body);
  } catch (e) {
    response.statusCode = 401;
    response.setHeader('WWW-Authenticate', e.nonce ? 'DPoP error="use_dpop_nonce"' : 'DPoP error="invalid_token"');
    if (e.nonce) response.setHeader('DPoP-Nonce', e.nonce);
    response.end(e.message);
  }
});
console.log(JSON.stringify({ issuer, api: issuer + '/api' }));
process.stdin.resume().on('end', () => process.exit(0));
