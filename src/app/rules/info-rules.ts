// SPDX-License-Identifier: MIT
import type { Rule } from '../../../common/rule.js';
import type { Metadata } from '../metadata.js';
import { peertubeFault } from '../peertube.js';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../xml/tree.js';
import { atElement, quote } from './place.js';

export const translatedFields = ['name', 'summary', 'description'] as const;

/** The English entries that the store demands and does not find. */
export function missingEnglish(info: XmlElement): (typeof translatedFields)[number][] {
  return translatedFields.filter((field) =>
    childrenOf(info, field).every((element) => (attributeOf(element, 'lang') ?? 'en') !== 'en'),
  );
}

/** Errors of an info.xml that the schema lets through. */
export const infoRules: readonly Rule<Metadata>[] = [
  {
    id: 'english-missing',
    severity: 'error',
    *check(metadata) {
      const info = metadata.read?.normalised;
      for (const field of info ? missingEnglish(info) : []) {
        const first = info && childOf(info, field);
        if (first)
          yield atElement(metadata, first, {
            message: `<${field}> has no English entry.`,
            fix: `Add a <${field}> without lang, or with lang="en".`,
          });
      }
    },
    message: 'An element has no English entry.',
    fix: 'Add one without lang, or with lang="en".',
    source: 'appstore: api/v1/release/parser.py, validate_english_present',
  },
  {
    id: 'video-address',
    severity: 'error',
    *check(metadata) {
      const info = metadata.read?.normalised;
      for (const video of info ? childrenOf(info, 'video') : []) {
        const url = textOf(video);
        if (url.trim().startsWith('https://') && peertubeFault(url)) {
          yield atElement(metadata, video, {
            message: `<video> is ${quote(url)}; the store takes PeerTube’s addresses only.`,
          });
        }
      }
    },
    message: 'A video’s address is none of PeerTube’s.',
    fix: 'Write https://HOST/w/ID, https://HOST/videos/watch/ID or https://HOST/videos/embed/ID.',
    source: 'appstore: api/v1/release/peertube.py',
  },
];
