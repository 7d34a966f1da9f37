"use strict";
exports.id = 592;
exports.ids = [592];
exports.modules = {

/***/ 2592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ publishCrl)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/ca/issue/issue-certificate.js + 1 modules
var issue_certificate = __webpack_require__(2106);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/ledger-line.js
var ledger_line = __webpack_require__(4638);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository_repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
// EXTERNAL MODULE: ./build/bundle/common/der-writer.js
var der_writer = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/bundle/ca/x509/extension.js
var extension = __webpack_require__(6111);
// EXTERNAL MODULE: ./build/bundle/ca/x509/signed-structure.js
var signed_structure = __webpack_require__(2048);
// EXTERNAL MODULE: ./build/bundle/ca/crl/revocation-reason.js
var revocation_reason = __webpack_require__(4102);
// EXTERNAL MODULE: ./build/bundle/ca/crl/revocation-words.js
var revocation_words = __webpack_require__(2257);
;// CONCATENATED MODULE: ./build/bundle/ca/crl/crl-entries.js
// SPDX-License-Identifier: MIT





/** tag and length of the entry, tag and length of the serial, 20 octets of it, the time, the reason */
const maxEntry = 2 + 2 + 20 + 17 + 14;
const letterZ = 0x5a;
/** where the digits of `2026-11-21T12:00:00Z` stand, without those of the century */
const places = [2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18];
const placesWithCentury = [0, 1, ...places];
/** The entry's extensions; nothing for `unspecified`, which should be left out (RFC 5280 section 5.3.1). */
const reasons = new Map(Object.entries(revocation_reason/* revocationReasons */._).map(([name, code]) => [
    name,
    code === 0 ? new Uint8Array() : (0,der_writer/* sequence */.K2)((0,extension/* extension */.ck)('2.5.29.21', (0,der_writer/* enumerated */.BD)(code))),
]));
/**
 * revokedCertificates (RFC 5280 section 5.1) without its header. Entries are written in place, not put together from
 * small buffers: 100,000 take 0.05 instead of 0.7 seconds.
 */
class CrlEntries {
    #buffer;
    #end = 0;
    /** @param count how many entries there is room for */
    constructor(count) {
        this.#buffer = Buffer.allocUnsafe(count * maxEntry);
    }
    get content() {
        return this.#buffer.subarray(0, this.#end);
    }
    /** @throws AuthorityError `bad-crl` where the serial is too long, or the date is none */
    add(words) {
        const start = this.#end;
        const serialEnd = this.#writeSerial(start + 4, words);
        this.#buffer[start + 2] = der_reader/* tag */.Tc.integer;
        this.#buffer[start + 3] = serialEnd - start - 4;
        const timeEnd = this.#writeTime(serialEnd, words);
        const reason = reasons.get(words.reason) ?? new Uint8Array();
        this.#buffer.set(reason, timeEnd);
        this.#end = timeEnd + reason.length;
        // always shorter than 128 octets
        this.#buffer[start] = der_reader/* tag */.Tc.sequence;
        this.#buffer[start + 1] = this.#end - start - 2;
    }
    #writeSerial(start, words) {
        const { bytes, serialAt, serialEnd } = words;
        const isOdd = (serialEnd - serialAt) % 2 === 1;
        let at = serialAt;
        let end = start;
        // a leading zero octet where the first bit would make the integer negative
        if (!isOdd && (0,revocation_words/* digitValue */.vi)(bytes[at]) >= 8)
            this.#buffer[end++] = 0;
        if (isOdd)
            this.#buffer[end++] = (0,revocation_words/* digitValue */.vi)(bytes[at++]);
        if (end - start + (serialEnd - at) / 2 > 20)
            throw (0,revocation_words/* badCrl */.p1)(`${(0,revocation_words/* serialOf */.IB)(words)} is not a serial`);
        for (; at < serialEnd; at += 2)
            this.#buffer[end++] = (0,revocation_words/* digitValue */.vi)(bytes[at]) * 16 + (0,revocation_words/* digitValue */.vi)(bytes[at + 1]);
        return end;
    }
    /** UTCTime from 1950 to 2049, else GeneralizedTime (RFC 5280 section 5.1.2.6): both are the digits of the ledger. */
    #writeTime(start, words) {
        const { bytes, dateAt } = words;
        const year = number(bytes, dateAt) * 100 + number(bytes, dateAt + 2);
        const month = number(bytes, dateAt + 5);
        const day = number(bytes, dateAt + 8);
        // 30 February is 2 March
        if (day > 28 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) {
            throw (0,revocation_words/* badCrl */.p1)(`the serial ${(0,revocation_words/* serialOf */.IB)(words)} has no date`);
        }
        const isUtc = year >= 1950 && year < 2050;
        let end = start;
        this.#buffer[end++] = isUtc ? der_reader/* tag */.Tc.utcTime : der_reader/* tag */.Tc.generalizedTime;
        this.#buffer[end++] = isUtc ? 13 : 15;
        for (const place of isUtc ? places : placesWithCentury)
            this.#buffer[end++] = bytes[dateAt + place] ?? 0;
        this.#buffer[end++] = letterZ;
        return end;
    }
}
/** of two decimal digits */
function number(bytes, at) {
    return (0,revocation_words/* digitValue */.vi)(bytes[at]) * 10 + (0,revocation_words/* digitValue */.vi)(bytes[at + 1]);
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/create-crl.js






/**
 * A CRL of version 2 with number and authority key identifier (RFC 5280 section 5), DER; `encodePem('X509 CRL', …)` makes
 * the form that servers ship. Written in one pass: time and memory grow with the number of entries.
 * @throws AuthorityError `bad-crl` where a serial stands twice or is no serial, a date is impossible
 */
async function createCrl(order) {
    const revoked = [];
    for (const one of order.revoked)
        revoked.push(wordsOf(one));
    const twin = twinAmong(revoked);
    if (twin !== undefined)
        throw badCrl(`the serial ${twin} stands on the list twice`);
    return writeCrl({ ...order, revoked });
}
/** The same for entries of which somebody knows that each serial stands there once: the ledger does. */
async function writeCrl(order) {
    const { issuer, signer, number, thisUpdate, nextUpdate, revoked } = order;
    if (!(thisUpdate < nextUpdate))
        throw (0,revocation_words/* badCrl */.p1)('nextUpdate does not lie after thisUpdate');
    if (number < 1n || number >= 1n << 159n)
        throw (0,revocation_words/* badCrl */.p1)(`${number} is not a CRL number`);
    const entries = new CrlEntries(revoked.length);
    for (const words of revoked)
        entries.add(words);
    const { content } = entries;
    const toBeSigned = (0,der_writer/* sequence */.K2)((0,der_writer/* integer */.nd)(1), signed_structure/* sha256WithRsa */.s3, issuer.subject.der, (0,der_writer/* time */.kB)(thisUpdate), (0,der_writer/* time */.kB)(nextUpdate), 
    // "must be absent" where nothing is revoked (RFC 5280 section 5.1.2.6)
    ...(content.length > 0 ? [(0,der_writer/* header */.wx)(der_reader/* tag */.Tc.sequence, content.length), content] : []), (0,der_writer/* explicit */.pc)(0, (0,der_writer/* sequence */.K2)((0,extension/* authorityKeyIdentifier */.Eo)(issuer.subjectKeyId ?? (0,extension/* keyIdentifier */.P_)(issuer.spki)), (0,extension/* extension */.ck)('2.5.29.20', (0,der_writer/* integer */.nd)(number)))));
    return (0,signed_structure/* signStructure */.zZ)(toBeSigned, signer);
}

// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/crl/crl-outline.js
var crl_outline = __webpack_require__(313);
;// CONCATENATED MODULE: ./build/bundle/ca/crl/crl-lint.js





const fix = 'Do not publish: this is a fault of the authority’s program or of its key.';
const rules = [
    {
        id: 'crl-signature',
        message: 'The issuer’s name or signature is not right.',
        check: ({ crl, issuer }) => when(Buffer.compare(crl.issuer, issuer.subject.der) !== 0 || !crl.isSignedBy(issuer)),
        source: 'server: Installer.php refuses every app where the CRL’s signature is not right',
    },
    {
        id: 'crl-number',
        message: 'The CRL number is not the one that was meant.',
        check: ({ crl, number }) => when(crl.number !== number),
        source: 'RFC 5280 section 5.2.3',
    },
    {
        id: 'crl-authority-key',
        message: 'The authority key identifier is missing.',
        check: ({ crl }) => when(!crl.extensions.some(({ id }) => id === '2.5.29.35')),
        source: 'RFC 5280 section 5.2.1',
    },
    {
        id: 'crl-dates',
        message: 'thisUpdate lies in the future, or nextUpdate is missing or over.',
        check: ({ crl, now }) => when(crl.thisUpdate > now || crl.nextUpdate === undefined || crl.nextUpdate <= now),
        source: 'the store checks with OpenSSL, which refuses every certificate where nextUpdate is over',
    },
    {
        id: 'crl-entries',
        message: 'The entries are not those of the ledger, one for each, in their order.',
        check: ({ crl, revoked }) => when(!sameEntries(crl, revoked)),
        source: 'a revoked serial never leaves the list (CSBR 7.2)',
    },
];
const crlLints = rules.map((rule) => ({ ...rule, severity: 'error', fix }));
/** @throws AuthorityError `bad-crl` with the findings */
function refuseBadCrl({ der, ...rest }) {
    const findings = (0,rule/* applyRules */.I)(crlLints, { ...rest, crl: new crl_outline/* CrlOutline */.S(der) });
    if (findings.length === 0)
        return;
    throw new authority_error/* AuthorityError */.s('bad-crl', 'The revocation list is not published: it is not what it should be.', {
        hint: 'Report this with the findings; the list before it stays in place.',
        findings,
    });
}
function sameEntries(crl, revoked) {
    let count = 0;
    for (const entry of crl.entries()) {
        const wanted = revoked[count++];
        if (entry === undefined || wanted === undefined)
            return false;
        const words = (0,revocation_words/* wordsOf */.Z9)(wanted);
        if (!sameSerial(entry, words))
            return false;
        if (entry.date !== (0,revocation_words/* timeOf */.nR)(words) || entry.reason !== revocation_reason/* revocationReasons */._[words.reason])
            return false;
    }
    return count === revoked.length;
}
/** Compared from the last digit to the first, so as not to be the way in which it was written. */
function sameSerial({ bytes, serialAt, serialEnd }, words) {
    let octet = serialEnd - 1;
    for (let digit = words.serialEnd - 1; digit >= words.serialAt; digit -= 2) {
        const high = digit > words.serialAt ? (0,revocation_words/* digitValue */.vi)(words.bytes[digit - 1]) : 0;
        if (octet < serialAt || bytes[octet--] !== high * 16 + (0,revocation_words/* digitValue */.vi)(words.bytes[digit]))
            return false;
    }
    // one zero octet more where the number would be negative without it
    const isLong = (bytes[octet + 1] ?? 0) >= 0x80;
    return isLong ? octet === serialAt && bytes[octet] === 0 : octet < serialAt;
}
function when(broken) {
    return broken ? [{}] : [];
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/publish-crl.js
// SPDX-License-Identifier: MIT









const day = 86_400_000;
/**
 * Makes the next list: everything revoked so far, `more`, and the announced revocations whose day has come. The lines of
 * all that and of the list itself are one append to the ledger: before it nothing happened, after it all of it did, even
 * where putting the list in place is left to the next run.
 * @param also lines to record in the same append, before the others
 * @throws AuthorityError `bad-crl`
 */
async function publishCrl(repository, { issuer, signer }, now, more = [], also = []) {
    const { ledger, store, policy } = repository;
    const due = ledger.announcements
        .filter(({ on }) => on <= now)
        .map(({ serial, app, reason, on }) => {
        return { kind: 'revoke', serial: (0,x509_serial/* serialText */.S7)(serial), app, reason, date: (0,ledger_line/* timeText */.Tc)(on) };
    });
    const added = new Map();
    for (const line of [...more, ...due]) {
        if (!added.has(line.serial) && !ledger.revocations.has(line.serial))
            added.set(line.serial, line);
    }
    const revoked = [...ledger.revocations.words, ...[...added.values()].map(revocation_words/* wordsOf */.Z9)];
    const thisUpdate = (0,issue_certificate/* wholeSeconds */.$)(now);
    const nextUpdate = new Date(thisUpdate.getTime() + policy.crlDays * day);
    const number = BigInt(ledger.crl?.number ?? 0) + 1n;
    const der = await writeCrl({ issuer, signer, number, thisUpdate, nextUpdate, revoked });
    refuseBadCrl({ der, issuer, number, revoked, now });
    const entry = {
        kind: 'crl',
        number: number.toString(),
        thisUpdate: (0,ledger_line/* timeText */.Tc)(thisUpdate),
        nextUpdate: (0,ledger_line/* timeText */.Tc)(nextUpdate),
        sha256: (0,external_node_crypto_.hash)('sha256', der, 'hex'),
        entries: revoked.length,
    };
    await store.replace(repository_repository/* pendingCrlPath */.UD, Buffer.from((0,pem/* encodePem */.T)('X509 CRL', der), 'latin1'));
    await repository.record([...also, ...added.values(), entry], now);
    await store.rename(repository_repository/* pendingCrlPath */.UD, repository_repository/* crlPath */.Dk);
    return entry;
}


/***/ }),

/***/ 2106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ issueCertificate),
  $: () => (/* binding */ wholeSeconds)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/der-writer.js
var der_writer = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/x509/extension.js
var extension = __webpack_require__(6111);
// EXTERNAL MODULE: ./build/bundle/ca/x509/name.js
var x509_name = __webpack_require__(2123);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/ca/x509/signed-structure.js
var signed_structure = __webpack_require__(2048);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/ca/issue/profile.js
var issue_profile = __webpack_require__(5816);
;// CONCATENATED MODULE: ./build/bundle/ca/issue/certificate-lint.js





const sha256WithRsa = '1.2.840.113549.1.1.11';
const day = 86_400_000;
/** in the words of a maintainer: none of these can be mended by a requester */
const fix = 'Do not sign: this is a fault of the authority’s program or of its configuration.';
const rules = [
    {
        id: 'lint-version',
        message: 'The version is not the profile’s.',
        check: ({ certificate, profile }) => when(certificate.version !== profile.version),
        source: 'RFC 5280 section 4.1.2.1',
    },
    {
        id: 'lint-serial',
        message: 'The serial is not 16 octets with the first in 0x01 to 0x7f.',
        check: ({ certificate }) => when(!(0,x509_serial/* isRandomSerial */.mH)(certificate.serial)),
        source: 'RFC 5280 section 4.1.2.2, CA/B Forum CSBR 7.1',
    },
    {
        id: 'lint-issuer',
        message: 'The issuer’s name is not octet by octet the subject of the issuing certificate.',
        check: ({ certificate, issuer }) => when(!certificate.issuer.equals(issuer.subject)),
        source: 'server: IntegrityCheck/Checker.php with phpseclib',
    },
    {
        id: 'lint-subject',
        message: 'The subject is not one common name that equals the app id.',
        check: ({ certificate: { subject }, appId }) => when(subject.attributes.length !== 1 || subject.commonNames.length !== 1 || subject.commonNames[0] !== appId),
        source: 'server: IntegrityCheck/Checker.php',
    },
    {
        id: 'lint-key',
        message: 'The key is not the request’s.',
        check: ({ certificate, spki }) => when(Buffer.compare(certificate.spki, spki) !== 0),
        source: 'RFC 2986 section 3',
    },
    {
        id: 'lint-validity',
        message: 'The validity is not inside the issuer’s, is empty, or is longer than the profile’s.',
        check: ({ certificate: { notBefore, notAfter }, issuer, profile }) => when(!(notBefore < notAfter) ||
            notBefore < issuer.notBefore ||
            notAfter > issuer.notAfter ||
            notAfter.getTime() - notBefore.getTime() > profile.validityDays * day),
        source: 'RFC 5280 section 4.1.2.5',
    },
    {
        id: 'lint-time-type',
        message: 'A date up to 2049 is not UTCTime, or one from 2050 on not GeneralizedTime.',
        check: ({ certificate }) => when(timesOf(certificate).some(({ tag: type, year }) => type !== timeTag(year))),
        source: 'RFC 5280 section 4.1.2.5',
    },
    {
        id: 'lint-signature-algorithm',
        message: 'The signature algorithm is not sha256WithRSAEncryption, inside and outside alike.',
        check: ({ certificate }) => when(certificate.signatureAlgorithm !== sha256WithRsa || innerAlgorithm(certificate) !== sha256WithRsa),
        source: 'RFC 5280 section 4.1.1.2; phpseclib 2 verifies RSA with PKCS#1 v1.5 only',
    },
    {
        id: 'lint-extensions',
        message: 'The extensions are not those of the profile, each once, or stand in a certificate of version 1.',
        check: ({ certificate: { extensions, version }, profile }) => {
            const wanted = profile.extensions.map((kind) => issue_profile/* extensionKinds */.PL[kind].id);
            const has = extensions.map(({ id }) => id);
            return when(has.join() !== wanted.join() || (version === 1 && has.length > 0));
        },
        source: 'RFC 5280 section 4.1.2.9; no caIssuers, because servers fetch its URL',
    },
    {
        id: 'lint-key-identifiers',
        message: 'A key identifier does not name the key it speaks of.',
        applies: ({ profile }) => profile.extensions.length > 0,
        check: ({ certificate, issuer, spki }) => when(!same(certificate.subjectKeyId, (0,extension/* keyIdentifier */.P_)(spki)) ||
            !same(certificate.authorityKeyId.keyId, issuer.subjectKeyId ?? (0,extension/* keyIdentifier */.P_)(issuer.spki))),
        source: 'RFC 5280 sections 4.2.1.1 and 4.2.1.2',
    },
];
const certificateLints = rules.map((rule) => ({
    ...rule,
    severity: 'error',
    fix,
}));
/** Everything that is wrong with a certificate of this authority; nothing: it may be signed. */
function lintCertificate(subject) {
    return (0,rule/* applyRules */.I)(certificateLints, subject);
}
function when(broken) {
    return broken ? [{}] : [];
}
function same(one, other) {
    return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}
function fieldsOf(certificate) {
    const fields = (0,der_reader/* readDer */.SU)(certificate.tbs).children();
    return fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
}
function innerAlgorithm(certificate) {
    return fieldsOf(certificate)[1]?.children()[0]?.oid();
}
function timesOf(certificate) {
    const times = fieldsOf(certificate)[3]?.children() ?? [];
    return times.map((node) => ({ tag: node.tag, year: node.time().getUTCFullYear() }));
}
function timeTag(year) {
    return year < 2050 ? der_reader/* tag */.Tc.utcTime : der_reader/* tag */.Tc.generalizedTime;
}

;// CONCATENATED MODULE: ./build/bundle/ca/issue/issue-certificate.js









const issue_certificate_day = 86_400_000;
/**
 * One certificate: build what is to be signed, lint it, sign it, verify the result.
 * notAfter is notBefore plus the profile's days, and never beyond the issuer's own.
 * @throws AuthorityError `request-refused`, `bad-serial`, `wrong-issuer`, `issuer-expired`, `lint-failed`, `result-wrong`
 */
async function issueCertificate(order) {
    const { issuer, signer, profile, appId, request } = order;
    refuseUnfit(order);
    const toBeSigned = tbsCertificate(order);
    const draft = new common_certificate/* Certificate */.us((0,signed_structure/* withSignature */.hQ)(toBeSigned, unsigned));
    const findings = lintCertificate({ certificate: draft, issuer, profile, appId, spki: request.spki });
    if (findings.length > 0) {
        throw new authority_error/* AuthorityError */.s('lint-failed', `The certificate for ${appId} was not signed: it breaks its own profile.`, {
            hint: 'Report this with the findings; nothing was signed.',
            findings,
        });
    }
    const certificate = new common_certificate/* Certificate */.us(await (0,signed_structure/* signStructure */.zZ)(toBeSigned, signer));
    if (!certificate.isSignedBy(publicKeyOf(issuer)) || Buffer.compare(certificate.tbs, toBeSigned) !== 0) {
        throw new authority_error/* AuthorityError */.s('result-wrong', `The signature over the certificate for ${appId} does not verify.`, {
            hint: 'Do not use the certificate: the key or its token is defective.',
        });
    }
    return certificate;
}
/**
 * What stands in the place of the signature while the certificate is linted: the lint asks for everything but that. The
 * signature of a throw-away key, which verifies nowhere either, costs 3 % of one with RSA-4096.
 */
const unsigned = new Uint8Array(512);
function refuseUnfit({ request, appId, serial, issuer, signer, notBefore }) {
    if (request.commonNames.length !== 1 || request.commonNames[0] !== appId) {
        throw new authority_error/* AuthorityError */.s('request-refused', `The request's common name is not "${appId}".`, {
            hint: `Make the request again: nextcloud-release certificate request ${appId}.`,
        });
    }
    if (!request.isSelfSigned) {
        throw new authority_error/* AuthorityError */.s('request-refused', `The request for ${appId} is not signed with the key that it names.`, {
            hint: 'Make the request again: its bytes were changed, or its key is not RSA.',
        });
    }
    if (!(0,x509_serial/* isRandomSerial */.mH)(serial)) {
        throw new authority_error/* AuthorityError */.s('bad-serial', `${serial} is not a serial of this authority.`, {
            hint: 'Take serials from randomSerial().',
        });
    }
    if (!signer.publicKey.equals(publicKeyOf(issuer))) {
        throw new authority_error/* AuthorityError */.s('wrong-issuer', 'The key is not the one of the issuing certificate.', {
            hint: 'Give the key and the certificate of the same authority.',
        });
    }
    if (notBefore >= issuer.notAfter) {
        throw new authority_error/* AuthorityError */.s('issuer-expired', `The issuing certificate ends on ${issuer.notAfter.toISOString()}.`, {
            hint: 'Renew the authority’s certificate first.',
        });
    }
}
function tbsCertificate({ request, appId, profile, issuer, serial, notBefore }) {
    const from = wholeSeconds(notBefore < issuer.notBefore ? issuer.notBefore : notBefore);
    const wanted = new Date(from.getTime() + profile.validityDays * issue_certificate_day);
    const until = wanted > issuer.notAfter ? issuer.notAfter : wanted;
    const context = { spki: request.spki, issuerKeyId: issuer.subjectKeyId ?? (0,extension/* keyIdentifier */.P_)(issuer.spki) };
    const extensions = profile.extensions.map((kind) => issue_profile/* extensionKinds */.PL[kind].write(context));
    return (0,der_writer/* sequence */.K2)(...(profile.version === 3 ? [(0,der_writer/* explicit */.pc)(0, (0,der_writer/* integer */.nd)(2))] : []), (0,der_writer/* integer */.nd)(serial), signed_structure/* sha256WithRsa */.s3, issuer.subject.der, (0,der_writer/* sequence */.K2)((0,der_writer/* time */.kB)(from), (0,der_writer/* time */.kB)(until)), 
    // the common name alone, whatever else the request's subject says
    (0,x509_name/* name */.U)([['CN', appId]]), request.spki, ...(extensions.length > 0 ? [(0,der_writer/* explicit */.pc)(3, (0,der_writer/* sequence */.K2)(...extensions))] : []));
}
function wholeSeconds(date) {
    return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
/** Reading a key costs 60 µs: an issuer's is read once. */
const publicKeys = new WeakMap();
function publicKeyOf(issuer) {
    const known = publicKeys.get(issuer) ?? issuer.publicKey;
    publicKeys.set(issuer, known);
    return known;
}


/***/ }),

/***/ 2123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ name)
/* harmony export */ });
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
// SPDX-License-Identifier: MIT

const types = { C: '2.5.4.6', O: '2.5.4.10', CN: '2.5.4.3' };
/**
 * A Name with one attribute in each relative name, in the order given, e.g. `[['C', 'DE'], ['CN', 'news']]`. Texts are
 * UTF8String, as RFC 5280 section 4.1.2.4 wants, and the country PrintableString, as X.520 does.
 */
function name(attributes) {
    return (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)(...attributes.map(([type, value]) => (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .setOf */ .s4)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq)(types[type]), type === 'C' ? (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .printableString */ .rF)(value) : (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8String */ .tv)(value)))));
}


/***/ }),

/***/ 2048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hQ: () => (/* binding */ withSignature),
/* harmony export */   s3: () => (/* binding */ sha256WithRsa),
/* harmony export */   zZ: () => (/* binding */ signStructure)
/* harmony export */ });
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
// SPDX-License-Identifier: MIT

/** sha256WithRSAEncryption with its NULL (RFC 4055 section 5): what every supported server verifies */
const sha256WithRsa = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq)('1.2.840.113549.1.1.11'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .nullValue */ .Pv)());
/** The shape that certificates, requests and CRLs share: what is signed, how, and the signature. */
async function signStructure(toBeSigned, signer) {
    return withSignature(toBeSigned, await signer.sign('sha256', toBeSigned));
}
function withSignature(toBeSigned, signature) {
    return (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)(toBeSigned, sha256WithRsa, (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .bitString */ .FY)(signature));
}


/***/ })

};
;