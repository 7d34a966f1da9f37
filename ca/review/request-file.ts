// SPDX-License-Identifier: MIT
import { InputError } from '../../common/input-error.js';
import { AuthorityError } from '../authority-error.js';
import { CertificateRequest } from '../request/certificate-request.js';
import { kindOf } from './kind-of.js';

/** A request has 1.6 KB with RSA-4096; this is RSA-16384 with a long subject, and far from where reading becomes slow. */
const maxBytes = 32 * 1024;

/** What the form of the file breaks: the rule, and the words and place for it. */
export interface FormProblem {
  readonly rule: FormRule;
  readonly line?: number;
  readonly message?: string;
}

export type FormRule =
  | 'request-empty'
  | 'request-too-large'
  | 'request-private-key'
  | 'request-wrong-kind'
  | 'request-pem'
  | 'request-several'
  | 'request-text-around'
  | 'request-der'
  | 'request-encoding';

const block = /^(-+) ?BEGIN ([A-Z0-9 ]{1,64}?) ?(-+)\n([\s\S]*?)\n(-+) ?END ([A-Z0-9 ]{1,64}?) ?(-+)$/gm;

const requestLabel = /^(NEW )?CERTIFICATE REQUEST$/;

/**
 * A file that ought to hold one request, read as forgivingly as can be, so that everything that is wrong is known at the
 * first look; nothing it holds is ever quoted, because it may be a private key.
 */
export class RequestFile {
  readonly problems: readonly FormProblem[];
  /** absent where no request could be made out */
  readonly request: CertificateRequest | undefined;
  /** 1-based line of the BEGIN line */
  readonly line: number;

  /** @param path as the user wrote it, or relative to the certificate repository */
  constructor(
    readonly path: string,
    readonly bytes: Uint8Array,
  ) {
    const problems: FormProblem[] = [];
    const der = findRequest(bytes, problems);
    this.request = der && parseRequest(der.der, der.line, problems);
    this.line = der?.line ?? 1;
    this.problems = problems;
  }

  /** the file's name without `.csr` */
  get appId(): string {
    return (this.path.split(/[/\\]/).at(-1) ?? '').replace(/\.csr$/, '');
  }
}

interface Found {
  readonly der: Uint8Array;
  readonly line: number;
}

function findRequest(bytes: Uint8Array, problems: FormProblem[]): Found | undefined {
  if (bytes.length > maxBytes) {
    problems.push({
      rule: 'request-too-large',
      message: `The file has ${bytes.length} bytes; a request has about 1,600.`,
    });
    return undefined;
  }
  const raw = decode(bytes);
  if (/PRIVATE KEY *-/.test(raw))
    problems.push({ rule: 'request-private-key', line: lineOf(raw, raw.search(/PRIVATE KEY *-/)) });
  const { text, notes } = normalise(raw);
  if (text === '') {
    problems.push({ rule: 'request-empty' });
    return undefined;
  }
  const blocks = Array.from(text.matchAll(block), (match) => ({ match, der: decodeBase64(match[4] ?? '') }));
  if (blocks.length === 0) return findWithoutPem(bytes, text, problems);
  if (notes.length > 0) problems.push({ rule: 'request-encoding', message: `The file has ${notes.join(', ')}.` });
  const requests = blocks.filter(({ match }) => requestLabel.test(match[2] ?? ''));
  const [first] = requests;
  for (const { match, der } of blocks) noteWrongKind(match[2] ?? '', der, first !== undefined, problems);
  if (first === undefined) return undefined;
  const { match, der } = first;
  const line = lineOf(text, match.index);
  const [whole, open, label, openEnd, , close, closeLabel, closeEnd] = match;
  if (
    [open, openEnd, close, closeEnd].some((dashes) => dashes?.length !== 5) ||
    label !== closeLabel ||
    /- | -/.test(firstAndLast(whole))
  ) {
    problems.push({
      rule: 'request-pem',
      line,
      message: 'The BEGIN and END lines do not have five dashes at each end and the same words.',
    });
  }
  if (requests.length > 1)
    problems.push({ rule: 'request-several', line: lineOf(text, requests[1]?.match.index ?? 0) });
  const around = blocks.reduce((rest, { match: [one] }) => rest.replace(one, ''), text).trim();
  if (around !== '') problems.push({ rule: 'request-text-around' });
  if (der === undefined)
    problems.push({
      rule: 'request-pem',
      line,
      message: 'Between BEGIN and END there is something other than base64.',
    });
  return der && { der, line };
}

/** Base64 without its PEM lines, or DER as it is: said by name, and read all the same. */
function findWithoutPem(bytes: Uint8Array, text: string, problems: FormProblem[]): Found | undefined {
  const der = bytes[0] === 0x30 ? bytes : decodeBase64(text.replace(/^-+ ?(?:BEGIN|END)[^\n]*$/gm, ''));
  const kind = der === undefined ? 'unknown' : kindOf(der);
  if (kind === 'a private key') problems.push({ rule: 'request-private-key', line: 1 });
  else if (kind === 'a certificate request')
    problems.push({ rule: 'request-pem', line: 1, message: 'The BEGIN and END lines are missing or damaged.' });
  else if (kind === 'unknown') problems.push({ rule: 'request-pem', line: 1 });
  else problems.push({ rule: 'request-wrong-kind', message: `The file holds ${kind}, not a certificate request.` });
  return kind === 'a certificate request' && der !== undefined ? { der, line: 1 } : undefined;
}

function noteWrongKind(label: string, der: Uint8Array | undefined, beside: boolean, problems: FormProblem[]): void {
  const kind = der === undefined ? 'unknown' : kindOf(der);
  const labelled = requestLabel.test(label);
  if (kind === 'a private key' && !label.includes('PRIVATE KEY')) problems.push({ rule: 'request-private-key' });
  else if (!label.includes('PRIVATE KEY') && (!labelled || (kind !== 'a certificate request' && kind !== 'unknown'))) {
    const what = kind === 'unknown' ? `a block "${label}"` : kind;
    problems.push({
      rule: 'request-wrong-kind',
      message: `The file holds ${what}${beside && !labelled ? ' beside the request' : ', not a certificate request'}.`,
    });
  }
}

function parseRequest(der: Uint8Array, line: number, problems: FormProblem[]): CertificateRequest | undefined {
  try {
    return new CertificateRequest(der);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof AuthorityError)) throw error;
    if (!problems.some(({ rule }) => rule === 'request-wrong-kind' || rule === 'request-private-key')) {
      problems.push({ rule: 'request-der', line, message: error.message });
    }
    return undefined;
  }
}

/** UTF-16 with a byte order mark becomes text too, so that it can be said what it holds. */
function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return utf16 === undefined ? Buffer.from(bytes).toString('utf8') : `\ufeff${new TextDecoder(utf16).decode(bytes)}`;
}

/** What is no fault of anybody's, taken away, and said: the file is used as if it had been right. */
function normalise(raw: string): { text: string; notes: string[] } {
  const notes: string[] = [];
  const step = (note: string, from: string, to: string): string => {
    if (from !== to) notes.push(note);
    return to;
  };
  let text = step('a byte order mark', raw, raw.replace(/^\ufeff/, ''));
  text = step('Windows line ends', text, text.replace(/\r\n?/g, '\n'));
  text = step('blanks at line ends', text, text.replace(/(?<![ \t])[ \t]+$/gm, ''));
  text = step('blanks or empty lines at its start', text, text.replace(/^\s+/, ''));
  if (!text.endsWith('\n')) notes.push('no newline at its end');
  else if (text.endsWith('\n\n')) notes.push('empty lines at its end');
  return { text: text.trimEnd(), notes: text.trim() === '' ? [] : notes };
}

function decodeBase64(body: string): Uint8Array | undefined {
  const compact = body.replace(/\s+/g, '');
  if (compact === '' || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  return Buffer.from(compact, 'base64');
}

function firstAndLast(text: string): string {
  const lines = text.split('\n');
  return `${lines[0] ?? ''}\n${lines.at(-1) ?? ''}`;
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
