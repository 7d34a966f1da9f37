// SPDX-License-Identifier: MIT
import type { Rule, Violation } from '../../../common/rule.js';
import type { StructureFault } from '../content-model.js';
import { limits } from '../limits.js';
import type { Metadata } from '../metadata.js';
import { refusedElements } from '../normalise-info.js';
import { valueOf, type ValueFault, type ValueFaultKind } from '../schema-faults.js';
import { countCharacters } from '../xml/characters.js';
import { attributeOf, textOf, type XmlElement } from '../xml/tree.js';
import { atElement, nameOf, quote } from './place.js';
import { childHint, hintFor } from './value-hints.js';

const source = 'appstore: api/v1/release/info.xsd, database.xsd';
const isRefused = (element: XmlElement): boolean =>
  element.parent?.parent === undefined && (refusedElements as readonly string[]).includes(element.local);

function structure<Kind extends StructureFault['kind']>(
  kind: Kind,
  tell: (fault: Extract<StructureFault, { kind: Kind }>) => Violation,
): (metadata: Metadata) => Iterable<Violation> {
  return function* (metadata) {
    for (const fault of metadata.read?.schema?.structure ?? []) {
      if (fault.kind === kind && !(kind === 'unknown' && isRefused(fault.at))) {
        yield atElement(metadata, fault.at, tell(fault as Extract<StructureFault, { kind: Kind }>));
      }
    }
  };
}

function values(
  kind: ValueFaultKind,
  tell: (fault: ValueFault) => Violation,
): (metadata: Metadata) => Iterable<Violation> {
  return function* (metadata) {
    for (const fault of metadata.read?.schema?.values ?? []) {
      if (fault.kind === kind) yield atElement(metadata, fault.at, tell(fault), fault.attribute);
    }
  };
}

/** E.g. `<version>`, or `The attribute lang of <name>`. */
function subject({ at, attribute }: ValueFault): string {
  return attribute === undefined ? nameOf(at) : `The attribute ${attribute} of ${nameOf(at)}`;
}

function wanted({ at, attribute, accepted = [] }: ValueFault): string {
  const known = hintFor(at, attribute)?.wants;
  return known ?? (accepted.length > 0 ? `one of ${accepted.join(', ')}` : 'another value');
}

function mended(fault: ValueFault): string {
  const { at, attribute, accepted = [] } = fault;
  return (
    hintFor(at, attribute)?.mend?.(valueOf(fault), accepted) ??
    `Write ${accepted.length > 0 ? `one of ${accepted.join(', ')}` : wanted(fault)}.`
  );
}

/** What the store's schema refuses, all of it at once. The order of elements is no fault where the store makes it itself. */
export const schemaRules: readonly Rule<Metadata>[] = [
  {
    id: 'element-missing',
    severity: 'error',
    check: structure('missing', ({ name, at }) => ({
      message: `<${name}> is missing in <${at.name}>.`,
      fix: `Add ${childHint(at.local, name)?.example ?? `<${name}>…</${name}>`}.`,
    })),
    message: 'An element that the store demands is missing.',
    fix: 'Add it.',
    source,
  },
  {
    id: 'element-repeated',
    severity: 'error',
    check: structure('repeated', ({ max, at }) => ({
      message: `${nameOf(at)} stands there more than ${max === 1 ? 'once' : `${max} times`}.`,
      fix: max === 1 ? 'Keep one of them.' : `Keep no more than ${max} of them.`,
    })),
    message: 'An element stands there more often than the store allows.',
    fix: 'Keep as many as it allows.',
    source,
  },
  {
    id: 'element-misplaced',
    severity: 'error',
    check: structure('misplaced', ({ before, at }) => ({
      message: `${nameOf(at)} stands behind <${before}>, where the store does not look for it.`,
      fix: `Put it before <${before}>.`,
    })),
    message: 'An element stands in a place where the store does not put things in order by itself.',
    fix: 'Put it where it belongs.',
    source,
  },
  {
    id: 'element-unknown',
    severity: 'error',
    check: structure('unknown', ({ expected, at }) => ({
      message: `${nameOf(at)} is unknown to the store.`,
      fix: `Remove it; known here: ${expected.map((name) => `<${name}>`).join(', ')}.`,
    })),
    message: 'An element is unknown where the store takes over everything unseen.',
    fix: 'Remove it.',
    source,
  },
  {
    id: 'element-outdated',
    severity: 'error',
    *check(metadata) {
      for (const fault of metadata.read?.schema?.structure ?? []) {
        if (fault.kind !== 'unknown' || !isRefused(fault.at)) continue;
        const dependency = fault.at.local.startsWith('require');
        yield atElement(metadata, fault.at, {
          message: `${nameOf(fault.at)} is out of use, and the store refuses files that have it.`,
          ...(dependency && {
            fix: 'Remove it; say it with <dependencies><nextcloud min-version="…" max-version="…"/></dependencies>.',
          }),
        });
      }
    },
    message: 'An element is out of use, and the store refuses files that have it.',
    fix: 'Remove it.',
    source: 'appstore: api/v1/release/pre-info.xslt',
  },
  {
    id: 'attribute-missing',
    severity: 'error',
    check: values('attribute-missing', ({ at, attribute = '' }) => ({
      message: `${nameOf(at)} lacks the attribute ${attribute}.`,
      fix: `Add ${attribute}="…": ${hintFor(at, attribute)?.wants ?? 'the store demands it'}.`,
    })),
    message: 'An attribute that the store demands is missing.',
    fix: 'Add it.',
    source,
  },
  {
    id: 'attribute-unknown',
    severity: 'error',
    check: values('attribute-unknown', ({ at, attribute = '' }) => ({
      message: `${nameOf(at)} has the attribute ${attribute}, which the store does not know.`,
    })),
    message: 'An attribute is unknown to the store.',
    fix: 'Remove it.',
    source,
  },
  {
    id: 'value-empty',
    severity: 'error',
    check: values('empty', (fault) => ({
      message: `${subject(fault)} is empty.`,
      fix: `Write ${wanted(fault)}, or remove it.`,
    })),
    message: 'A value is empty.',
    fix: 'Write one, or remove the element.',
    source,
  },
  {
    id: 'value-too-long',
    severity: 'error',
    check: values('too-long', (fault) => {
      const { max = 0 } = fault;
      if (max === 0)
        return { message: `${subject(fault)} must be empty.`, fix: 'Remove everything between its tags, blanks too.' };
      const count = countCharacters(valueOf(fault));
      // The judge may have seen the beginning only.
      const told = count === limits.judgedValue ? `${count} characters or more` : `${count} characters`;
      return { message: `${subject(fault)} has ${told}.`, fix: `Shorten it to ${max}.` };
    }),
    message: 'A value is too long.',
    fix: 'Shorten it.',
    source,
  },
  {
    id: 'value-not-accepted',
    severity: 'error',
    check: values('not-accepted', (fault) => ({
      message: `${subject(fault)} is ${quote(valueOf(fault))}; the store wants ${wanted(fault)}.`,
      fix: mended(fault),
    })),
    message: 'A value is none of those that the store accepts.',
    fix: 'Write one that it accepts.',
    source,
  },
  {
    id: 'value-repeated',
    severity: 'error',
    check: values('repeated-value', ({ at }) => {
      const translated = ['name', 'summary', 'description'].includes(at.local);
      const value = translated
        ? `for the language “${attributeOf(at, 'lang') ?? 'en'}”`
        : `with the value ${quote(textOf(at))}`;
      return {
        message: `${nameOf(at)} stands there twice ${value}.`,
        fix: translated ? 'Keep one for each language; one without lang counts as lang="en".' : 'Keep one of them.',
      };
    }),
    message: 'The same value stands there twice.',
    fix: 'Keep one of them.',
    source,
  },
  {
    id: 'content-not-allowed',
    severity: 'error',
    check: values('content-not-allowed', ({ at, text }) => {
      if (at.local === 'settings' || at.local === 'activity') {
        return {
          message: `The store takes the children of <settings> and <activity> for each other’s, and refuses what stands in <${at.name}> here.`,
          fix: 'Leave <settings>, <filters> and <providers> to <activity>, and <admin> and <admin-section> to <settings>.',
        };
      }
      return text.includes('Element content')
        ? { message: `${nameOf(at)} takes text only, no elements.`, fix: 'Put marked-up text into <![CDATA[…]]>.' }
        : {
            message: `${nameOf(at)} takes no text.`,
            fix: 'Remove the text between its tags, blanks too where it takes nothing at all.',
          };
    }),
    message: 'Elements stand where only text may stand, or text where none may.',
    fix: 'Remove them; put marked-up text into <![CDATA[…]]>.',
    source,
  },
  {
    id: 'schema',
    severity: 'error',
    *check(metadata) {
      const schema = metadata.read?.schema;
      if (!schema?.first || schema.structure.length + schema.values.length > 0) return;
      const { text, at } = schema.first;
      const violation = { message: `The store refuses the file: ${text}` };
      yield at ? atElement(metadata, at, violation) : violation;
    },
    message: 'The store’s schema refuses the file.',
    fix: 'Correct what the message names.',
    source,
  },
];
