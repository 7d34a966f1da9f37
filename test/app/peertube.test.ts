// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { peertubeFault } from '../../src/app/peertube.js';

describe('PeerTube’s addresses', () => {
  it.each([
    'https://peer.example/w/abc-_9',
    'https://peer.example/w/abc/',
    'https://peer.example/videos/watch/3f2a',
    'https://peer.example:8443/videos/embed/3f2a?start=1m#t',
    ' https://peer.example/w/abc ',
    'https://peer.example/w/abc;parameter',
    'https://user@peer.example/w/a\nbc',
  ])('%s', (url) => {
    expect(peertubeFault(url)).toBeUndefined();
  });

  it.each([
    'https://youtube.com/watch?v=1',
    'https://peer.example/',
    'https://peer.example/w/',
    'https://peer.example/w/a/b',
    'https://peer.example/w/ä',
    'https://peer.example/a/p/abc',
    'https://peer.example//w/abc',
    'https://peer.example/W/abc',
  ])('the path of %s is none', (url) => {
    expect(peertubeFault(url)).toBe(
      `PeerTube URL path must be /w/<id>, /videos/watch/<id>, or /videos/embed/<id>: ${url}`,
    );
  });

  it.each(['http://peer.example/w/abc', 'https:///w/abc', 'https:/w/abc', '/w/abc', ''])(
    '%s is not HTTPS with a host',
    (url) => {
      expect(peertubeFault(url)).toBe(`PeerTube URL must be HTTPS with a host: ${url}`);
    },
  );
});
