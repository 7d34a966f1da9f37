// SPDX-License-Identifier: MIT
import { verify } from 'node:crypto';
import { type Answer, problem } from './answer.js';
import type { App } from './app.js';
import type { GithubState } from './state.js';

/** Seconds from now that `exp` may lie ahead (REST documentation, "Generating a JSON Web Token"). */
const longestLife = 600;

/**
 * The App that a JSON web token speaks for, or the answer that says why not. RS256; `iss` is the App's id or client id;
 * the messages are those that octokit/auth-app.js looks for, and its issues 146 and 698 quote.
 */
export function appOfJwt(token: string, state: GithubState): App | Answer {
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  const algorithm = decoded(header)?.alg;
  const claims = decoded(payload);
  if (more.length > 0 || claims === undefined || algorithm !== 'RS256') {
    return problem(401, 'A JSON web token could not be decoded');
  }
  const app = appNamed(claims.iss, state);
  if (app === undefined) return problem(404, 'Integration not found');
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, app.publicKey, Buffer.from(signature, 'base64url'))) {
    return problem(401, 'A JSON web token could not be decoded');
  }
  return whyNotNow(claims, Math.floor(state.now().getTime() / 1000)) ?? app;
}

function whyNotNow({ iat, exp }: Claims, now: number): Answer | undefined {
  if (!Number.isInteger(iat) || (iat as number) > now) {
    return problem(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (typeof exp !== 'number' || exp <= now) {
    return problem(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  return exp > now + longestLife ? problem(401, "'Expiration time' claim ('exp') is too far in the future") : undefined;
}

type Claims = Readonly<Record<string, unknown>>;

function decoded(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function appNamed(issuer: unknown, state: GithubState): App | undefined {
  return state.apps.get(Number(issuer)) ?? [...state.apps.values()].find(({ clientId }) => clientId === issuer);
}
