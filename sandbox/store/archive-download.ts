// SPDX-License-Identifier: MIT
import { lookup as dnsLookup } from 'node:dns';
import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';
import { createGunzip, createInflate } from 'node:zlib';

export interface DownloadLimits {
  /** more is refused */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** until the connection stands, and for each read; not for the whole */
  readonly timeoutMs: number;
}

/** store: settings/base.py; the size is beside the rules of acceptance, in src/store */
export const downloadDefaults = { maxRedirects: 10, timeoutMs: 60_000 } as const;

/** Everything that goes wrong at the network is one thing to the store: it does not say what (store: release/downloader.py). */
export type Download = { readonly archive: Uint8Array } | { readonly fault: 'failed' | 'too-large' };

/**
 * Fetches an archive as the store does: redirects followed (to http as well, the first address alone is checked), bodies
 * decoded, no address on this machine or in a private network, looked at after its name was resolved.
 */
export async function downloadArchive(url: string, limits: DownloadLimits, allowLoopback: boolean): Promise<Download> {
  let at = url;
  for (let redirects = 0; ; redirects++) {
    let response: IncomingMessage;
    try {
      response = await get(at, limits.timeoutMs, allowLoopback);
    } catch {
      return { fault: 'failed' };
    }
    const { statusCode = 0, headers } = response;
    const isRedirect = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined;
    if (!isRedirect) {
      if (statusCode >= 400) response.destroy();
      return statusCode >= 400 ? { fault: 'failed' } : readBody(response, limits.maxBytes);
    }
    response.destroy();
    if (redirects >= limits.maxRedirects || !URL.canParse(headers.location ?? '', at)) return { fault: 'failed' };
    at = new URL(headers.location ?? '', at).href;
  }
}

function get(address: string, timeoutMs: number, allowLoopback: boolean): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && isRefused(host, allowLoopback)) throw new Error('a private address');
    const options: RequestOptions = {
      timeout: timeoutMs,
      lookup: publicLookup(allowLoopback),
      headers: { 'accept-encoding': 'gzip, deflate', 'user-agent': 'nextcloud-release-sandbox-store' },
      agent: false,
    };
    const request = (url.protocol === 'http:' ? httpRequest : httpsRequest)(url, options, resolve);
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', reject);
    request.end();
  });
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Download> {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? '';
  const decoder = /^(x-)?gzip$/.test(encoding) ? createGunzip() : encoding === 'deflate' ? createInflate() : undefined;
  const body = decoder === undefined ? response : response.on('error', (error) => decoder.destroy(error)).pipe(decoder);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) {
        response.destroy();
        return { fault: 'too-large' };
      }
      chunks.push(chunk);
    }
  } catch {
    return { fault: 'failed' };
  }
  return { archive: Buffer.concat(chunks) };
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const refused = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  refused.addSubnet(network, bits);
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  refused.addSubnet(network, bits, 'ipv6');
}

/** BlockList knows IPv4 addresses written as IPv6 (`::ffff:10.0.0.1`) too. */
function isRefused(address: string, allowLoopback: boolean): boolean {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (allowLoopback && loopback.check(address, family)) return false;
  return refused.check(address, family);
}

/** Every address of the name must be public, so that no second look-up can lead elsewhere. */
function publicLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      // A failed look-up has no addresses, whatever the types say.
      const [first] = error === null ? addresses : [];
      if (error !== null || first === undefined) callback(error ?? new Error(`${hostname} has no address`), '', 4);
      else if (addresses.some(({ address }) => isRefused(address, allowLoopback))) {
        callback(new Error(`${hostname} leads to a private address`), '', 4);
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
