// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { CertificateRequest } from '../../../ca/request/certificate-request.js';
import { rsaKeyOf } from '../../../ca/x509/rsa-key.js';
import { serialText } from '../../../ca/x509/serial.js';
import { Certificate, rsaSignatureHashes } from '../../../common/certificate.js';
import { CertificateRevocationList } from '../../../common/crl.js';
import type { Command } from '../../../common/command.js';
import { InputError } from '../../../common/input-error.js';
import { parsePem } from '../../../common/pem.js';
import { renderJson } from '../../../common/render/json.js';
import { printable } from '../../../common/render/printable.js';
import type { Trust } from '../../../common/trust.js';
import { readBytes, readTrust, trustOption } from '../key-files.js';

/** What is printed: one value a line as text, the same as an object in JSON. */
type Facts = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

export const certificateInspect: Command = {
  name: 'certificate inspect',
  usage: 'FILE [--trust FILE] [--format text|json]',
  summary: 'Says what a certificate, a request or a revocation list says.',
  options: {
    trust: trustOption,
    format: { type: 'string', value: 'FORMAT', help: 'text or json (default: text)' },
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const [file = ''] = args.positionals;
    const json = isJson(args.text('format'));
    const facts = inspect(readBytes(terminal.cwd, file), file, readTrust(terminal.cwd, args.text('trust')));
    terminal.out(json ? renderJson(facts.length === 1 ? facts[0] : facts) : facts.map(lines).join('\n'));
    return 'fine';
  },
};

/** One set of facts for each object in the file. */
function inspect(bytes: Uint8Array, file: string, trust: Trust): Facts[] {
  const blocks = parsePem(Buffer.from(bytes).toString('latin1'), file);
  const facts = blocks.flatMap(({ label, der }) => {
    if (label === 'CERTIFICATE') return [certificateFacts(new Certificate(der), trust)];
    if (/^(NEW )?CERTIFICATE REQUEST$/.test(label)) return [requestFacts(new CertificateRequest(der))];
    if (label === 'X509 CRL') return [crlFacts(new CertificateRevocationList(der), trust)];
    if (!label.endsWith('PRIVATE KEY')) return [];
    throw new InputError('not-a-certificate', `${file} holds a private key; its content is not shown.`, {
      hint: 'Give the certificate or the request. If this file was published, ask for a revocation at once.',
      file,
    });
  });
  if (facts.length > 0) return facts;
  throw new InputError(
    'not-a-certificate',
    `${file} holds no PEM block of a certificate, a request or a revocation list.`,
    {
      hint: 'Give a file that begins with -----BEGIN CERTIFICATE-----, or one of the others.',
      file,
    },
  );
}

function certificateFacts(certificate: Certificate, trust: Trust): Facts {
  return {
    kind: 'certificate',
    subject: certificate.subject.toString(),
    issuer: certificate.issuer.toString(),
    trusted: trust.issuerOf(certificate) !== undefined,
    version: certificate.version,
    serial: serialText(certificate.serial),
    // servers name a revoked certificate by its serial in decimal
    serialDecimal: certificate.serial.toString(),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    signature: rsaSignatureHashes[certificate.signatureAlgorithm] ?? certificate.signatureAlgorithm,
    ...keyFacts(certificate.spki),
    fingerprint: certificate.fingerprint,
    extensions: certificate.extensions.map(({ id }) => id),
  };
}

function requestFacts(request: CertificateRequest): Facts {
  return {
    kind: 'request',
    subject: request.subject.toString(),
    selfSigned: request.isSelfSigned,
    signature: request.signatureHash ?? request.signatureAlgorithm,
    ...keyFacts(request.spki),
    attributes: request.attributes,
    extensions: request.requestedExtensions.map(({ id }) => id),
  };
}

function crlFacts(crl: CertificateRevocationList, trust: Trust): Facts {
  return {
    kind: 'crl',
    issuer: crl.issuer.toString(),
    trusted: trust.issuers.some((issuer) => issuer.subject.equals(crl.issuer) && crl.isSignedBy(issuer)),
    number: crl.number?.toString() ?? null,
    thisUpdate: crl.thisUpdate.toISOString(),
    nextUpdate: crl.nextUpdate?.toISOString() ?? null,
    revoked: [...crl.revoked.keys()].map(serialText),
  };
}

function keyFacts(spki: Uint8Array): Facts {
  return {
    keyBits: rsaKeyOf(spki)?.bits ?? null,
    keySha256: createHash('sha256').update(spki).digest('hex'),
  };
}

function isJson(format = 'text'): boolean {
  if (format === 'json' || format === 'text') return format === 'json';
  throw new InputError('bad-usage', `"${format}" is not a format of this command.`, { hint: 'Use text or json.' });
}

function lines(facts: Facts): string {
  return Object.entries(facts)
    .map(
      ([name, value]) =>
        `${name}: ${printable(Array.isArray(value) ? value.join(', ') || '-' : String(value ?? '-'))}\n`,
    )
    .join('');
}
