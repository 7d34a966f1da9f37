// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { readLenientBase64 } from '../../src/store/lenient-base64.js';
import { needs } from '../support/needs.js';

const itPython = needs('python3', 'python3') ? it : it.skip;

const texts = [
  '',
  'Zm9v',
  'Zm9vYg==',
  'Zm9vYmE=',
  'Zm9v\nYmE=\n',
  ' Z m 9 v ',
  'Zm9v==Yg==',
  'Zm9vYg==Zm9v',
  'Zm9vYg',
  'Zm9vYmE',
  'Z',
  'Zm9vY',
  '====',
  'Zm=9v',
  'Zg=',
  'Zg=Zg',
  'Zm9v-_Yg==',
  'Zürich==',
  'Zg==\u0000garbage',
  '"Zm9v"',
];

describe('base64 as the store reads it', () => {
  it('passes over line breaks, as OpenSSL writes them', () => {
    expect(readLenientBase64('Zm9v\nYmE=\n')).toEqual({ bytes: Buffer.from('fooba') });
  });

  itPython('agrees with Python, errors included', () => {
    const program = [
      'import base64, json, sys',
      'def read(text):',
      '  try: return base64.b64decode(text.encode()).hex()',
      '  except Exception as error: return str(error)',
      'print(json.dumps([read(text) for text in json.load(sys.stdin)]))',
    ].join('\n');
    const { stdout } = spawnSync('python3', ['-c', program], { input: JSON.stringify(texts), encoding: 'utf8' });
    const ours = texts.map((text) => {
      const reading = readLenientBase64(text);
      return 'fault' in reading ? reading.fault : Buffer.from(reading.bytes).toString('hex');
    });
    expect(ours).toEqual(JSON.parse(stdout));
  });
});
