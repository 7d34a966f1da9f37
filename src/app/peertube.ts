// SPDX-License-Identifier: MIT
import { strip } from './python-text.js';

const videoPath = /^\/(w|videos\/watch|videos\/embed)\/[A-Za-z0-9_-]+\/?$/;

/**
 * Why the store does not take an address for a PeerTube video, in its own words, or undefined where it does
 * (appstore: api/v1/release/peertube.py). Query and fragment do not matter.
 */
export function peertubeFault(url: string): string | undefined {
  // Python's urlparse drops these three wherever they stand.
  const parsed = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)/.exec(strip(url).replace(/[\t\r\n]/g, ''));
  if (parsed?.[1]?.toLowerCase() !== 'https' || !parsed[2]) return `PeerTube URL must be HTTPS with a host: ${url}`;
  // Behind a semicolon of the last segment stand parameters, which are no part of the path.
  const path = (parsed[3] ?? '').replace(/;[^/]*$/, '');
  if (videoPath.test(path)) return undefined;
  return `PeerTube URL path must be /w/<id>, /videos/watch/<id>, or /videos/embed/<id>: ${url}`;
}
