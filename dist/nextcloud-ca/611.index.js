"use strict";
exports.id = 611;
exports.ids = [611];
exports.modules = {

/***/ 1611:
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
var ledger_line = __webpack_require__(2257);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository_repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
// EXTERNAL MODULE: ./build/bundle/common/der-writer.js
var der_writer = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/x509/extension.js
var extension = __webpack_require__(6111);
// EXTERNAL MODULE: ./build/bundle/ca/x509/signed-structure.js
var signed_structure = __webpack_require__(2048);
// EXTERNAL MODULE: ./build/bundle/ca/crl/revocation-reason.js
var revocation_reason = __webpack_require__(4102);
;// CONCATENATED MODULE: ./build/bundle/ca/crl/create-crl.js






/**
 * A CRL of version 2 with number and authority key identifier (RFC 5280 section 5), DER; `encodePem('X509 CRL', …)` makes
 * the form that servers ship. Written in one pass: time and memory grow with the number of entries.
 * @throws AuthorityError `bad-crl` where a serial stands twice or is no serial, a date is impossible
 */
async function createCrl(order) {
    const { issuer, signer, number, thisUpdate, nextUpdate } = order;
    if (!(thisUpdate < nextUpdate))
        throw badCrl('nextUpdate does not lie after thisUpdate');
    if (number < 1n || number >= 1n << 159n)
        throw badCrl(`${number} is not a CRL number`);
    const { content, count } = writeEntries(order.revoked);
    const toBeSigned = (0,der_writer/* sequence */.K2)((0,der_writer/* integer */.nd)(1), signed_structure/* sha256WithRsa */.s, issuer.subject.der, (0,der_writer/* time */.kB)(thisUpdate), (0,der_writer/* time */.kB)(nextUpdate), 
    // "must be absent" where nothing is revoked (RFC 5280 section 5.1.2.6)
    ...(count > 0 ? [(0,der_writer/* header */.wx)(der_reader/* tag */.Tc.sequence, content.length), content] : []), (0,der_writer/* explicit */.pc)(0, (0,der_writer/* sequence */.K2)((0,extension/* authorityKeyIdentifier */.Eo)(issuer.subjectKeyId ?? (0,extension/* keyIdentifier */.P_)(issuer.spki)), (0,extension/* extension */.ck)('2.5.29.20', (0,der_writer/* integer */.nd)(number)))));
    return (0,signed_structure/* signStructure */.z)(toBeSigned, signer);
}
/** tag and length of the entry, tag and length of the serial, 20 octets of it, and the time */
const maxEntryBase = 2 + 2 + 20 + 17;
/**
 * revokedCertificates without its header, in a buffer that doubles when it is full. Entries are written in place, not
 * put together from small buffers: 100,000 take 0.1 instead of 0.7 seconds.
 */
function writeEntries(revoked) {
    const seen = new Set();
    let buffer = Buffer.allocUnsafe(4096);
    let end = 0;
    for (const entry of revoked) {
        if (seen.has(entry.serial))
            throw badCrl(`the serial ${entry.serial.toString(16)} stands on the list twice`);
        seen.add(entry.serial);
        const reason = encodedReason(entry.reason ?? 'unspecified');
        if (end + maxEntryBase + reason.length > buffer.length) {
            const grown = Buffer.allocUnsafe(buffer.length * 2);
            buffer.copy(grown, 0, 0, end);
            buffer = grown;
        }
        end = writeEntry(buffer, end, entry, reason);
    }
    return { content: buffer.subarray(0, end), count: seen.size };
}
/** Writes one entry, which is always shorter than 128 octets, and returns where it ends. */
function writeEntry(buffer, start, { serial, date }, reason) {
    if (serial < 1n || serial >= 1n << 159n)
        throw badCrl(`${serial} is not a serial`);
    if (Number.isNaN(date.getTime()))
        throw badCrl(`the serial ${serial.toString(16)} has no date`);
    const digits = serial.toString(16);
    // an even number of digits, and a leading zero octet where the first bit would make the integer negative
    const padded = digits.length % 2 === 1 ? `0${digits}` : digits >= '8' ? `00${digits}` : digits;
    const length = padded.length / 2;
    buffer[start + 2] = der_reader/* tag */.Tc.integer;
    buffer[start + 3] = length;
    buffer.write(padded, start + 4, 'hex');
    let end = start + 4 + length;
    const when = encodedTime(date);
    buffer.set(when, end);
    end += when.length;
    buffer.set(reason, end);
    end += reason.length;
    buffer[start] = der_reader/* tag */.Tc.sequence;
    buffer[start + 1] = end - start - 2;
    return end;
}
/** UTCTime or GeneralizedTime but for the time of day, by the number of the day since 1970. */
const encodedDays = new Map();
/** As `time` of the DER writer, which formats each date anew: of 100,000 revocations most share a day with others. */
function encodedTime(date) {
    const seconds = Math.floor(date.getTime() / 1000);
    const day = Math.floor(seconds / 86_400);
    const known = encodedDays.get(day);
    const bytes = Uint8Array.from(known ?? (0,der_writer/* time */.kB)(date));
    if (known === undefined)
        encodedDays.set(day, Uint8Array.from(bytes));
    const ofDay = seconds - day * 86_400;
    const digits = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60];
    const at = bytes.length - 7;
    digits.forEach((value, index) => {
        bytes[at + index * 2] = 0x30 + Math.floor(value / 10);
        bytes[at + index * 2 + 1] = 0x30 + (value % 10);
    });
    return bytes;
}
const encodedReasons = new Map();
/** The entry's extensions; nothing for `unspecified`, which should be left out (RFC 5280 section 5.3.1). */
function encodedReason(reason) {
    const code = revocation_reason/* revocationReasons */._[reason];
    const bytes = encodedReasons.get(reason) ?? (code === 0 ? new Uint8Array() : (0,der_writer/* sequence */.K2)((0,extension/* extension */.ck)('2.5.29.21', (0,der_writer/* enumerated */.BD)(code))));
    encodedReasons.set(reason, bytes);
    return bytes;
}
function badCrl(what) {
    return new authority_error/* AuthorityError */.s('bad-crl', `The revocation list was not made: ${what}.`, {
        hint: 'Run "nextcloud-ca audit": the ledger holds something that it should not.',
    });
}

// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
;// CONCATENATED MODULE: ./build/bundle/ca/crl/crl-outline.js
// SPDX-License-Identifier: MIT



/**
 * A revocation list read without its entries, which are walked one by one: the whole of a list of 100,000 as objects
 * takes half a second.
 */
class CrlOutline {
    tbs;
    /** Name, DER */
    issuer;
    thisUpdate;
    nextUpdate;
    extensions;
    #entries;
    #algorithm;
    #signature;
    /** @throws InputError `not-der`; AuthorityError `bad-crl` */
    constructor(der) {
        const [tbs, algorithm, signature] = (0,der_reader/* readDer */.SU)(der).expect(der_reader/* tag */.Tc.sequence, 'a CRL').children();
        const [, , issuer, thisUpdate, nextUpdate, ...rest] = tbs?.children() ?? [];
        const extensions = rest.pop();
        if (!tbs || !algorithm || !signature || !issuer || !thisUpdate || !nextUpdate || !extensions) {
            throw new authority_error/* AuthorityError */.s('bad-crl', 'The bytes are not a revocation list as this authority writes it.', {
                hint: 'Run "nextcloud-ca audit".',
            });
        }
        this.tbs = tbs.bytes;
        this.issuer = issuer.bytes;
        this.thisUpdate = thisUpdate.time();
        this.nextUpdate = nextUpdate.time();
        this.extensions = (0,common_certificate/* readExtensions */.HW)(extensions.children()[0]);
        this.#entries = rest[0]?.content ?? new Uint8Array();
        this.#algorithm = (0,common_certificate/* algorithmOf */.Hy)(algorithm);
        this.#signature = signature.bits();
    }
    /** CRLNumber */
    get number() {
        const value = this.extensions.find(({ id }) => id === '2.5.29.20')?.value;
        return value && (0,der_reader/* readDer */.SU)(value).integer();
    }
    isSignedBy(certificate) {
        return (0,common_certificate/* verifyRsa */.Sb)(this.#algorithm, this.tbs, certificate.publicKey, this.#signature);
    }
    /**
     * Each entry: its serial in hex with its leading zeros, and what follows the serial, time and extensions, as it stands.
     * Nothing where an entry has another form than this authority writes.
     */
    *entries() {
        const bytes = Buffer.from(this.#entries.buffer, this.#entries.byteOffset, this.#entries.length);
        for (let at = 0; at < bytes.length;) {
            const length = bytes[at + 1] ?? 0x80;
            const serialLength = bytes[at + 3] ?? 0x80;
            const end = at + 2 + length;
            const serialEnd = at + 4 + serialLength;
            const isEntry = bytes[at] === der_reader/* tag */.Tc.sequence && length < 0x80 && bytes[at + 2] === der_reader/* tag */.Tc.integer;
            if (!isEntry || serialEnd > end || end > bytes.length) {
                yield undefined;
                return;
            }
            yield { serial: bytes.toString('hex', at + 4, serialEnd), rest: bytes.subarray(serialEnd, end) };
            at = end;
        }
    }
}

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
    const findings = (0,rule/* applyRules */.I)(crlLints, { ...rest, crl: new CrlOutline(der) });
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
        const { serial, date, reason = 'unspecified' } = wanted;
        if (BigInt(`0x${entry.serial}`) !== serial)
            return false;
        const when = encodedTime(date);
        const why = encodedReason(reason);
        if (entry.rest.length !== when.length + why.length)
            return false;
        if (entry.rest.compare(when, 0, when.length, 0, when.length) !== 0)
            return false;
        if (why.length > 0 && entry.rest.compare(why, 0, why.length, when.length) !== 0)
            return false;
    }
    return count === revoked.length;
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
    const serials = new Set(more.map(({ serial }) => serial));
    const due = ledger.announcements
        .filter(({ on, serial }) => on <= now && !serials.has((0,x509_serial/* serialText */.S7)(serial)))
        .map(({ serial, app, reason, on }) => {
        return { kind: 'revoke', serial: (0,x509_serial/* serialText */.S7)(serial), app, reason, date: (0,ledger_line/* timeText */.T)(on) };
    });
    const added = [...more, ...due];
    const revoked = [...ledger.revocations, ...added.map(asRevocation)];
    const thisUpdate = (0,issue_certificate/* wholeSeconds */.$P)(now);
    const nextUpdate = new Date(thisUpdate.getTime() + policy.crlDays * day);
    const number = BigInt(ledger.crl?.number ?? 0) + 1n;
    const der = await createCrl({ issuer, signer, number, thisUpdate, nextUpdate, revoked });
    refuseBadCrl({ der, issuer, number, revoked, now });
    const entry = {
        kind: 'crl',
        number: number.toString(),
        thisUpdate: (0,ledger_line/* timeText */.T)(thisUpdate),
        nextUpdate: (0,ledger_line/* timeText */.T)(nextUpdate),
        sha256: (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex'),
        entries: revoked.length,
    };
    await store.replace(repository_repository/* pendingCrlPath */.UD, Buffer.from((0,pem/* encodePem */.T)('X509 CRL', der), 'latin1'));
    await repository.record([...also, ...added, entry], now);
    await store.rename(repository_repository/* pendingCrlPath */.UD, repository_repository/* crlPath */.Dk);
    return entry;
}
function asRevocation({ serial, app, reason, date }) {
    return { serial: BigInt(`0x${serial}`), app, reason, date: new Date(date) };
}


/***/ }),

/***/ 4102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ reasonByName),
/* harmony export */   _: () => (/* binding */ revocationReasons)
/* harmony export */ });
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT

/**
 * CRLReason (RFC 5280 section 5.3.1) without certificateHold and removeFromCRL: a revocation here is for ever.
 * `unspecified` is 0 and, as the RFC wants, written as no reason at all.
 */
const revocationReasons = {
    unspecified: 0,
    keyCompromise: 1,
    cACompromise: 2,
    affiliationChanged: 3,
    superseded: 4,
    cessationOfOperation: 5,
    privilegeWithdrawn: 9,
    aACompromise: 10,
};
/** @throws InputError `bad-usage` */
function reasonByName(name) {
    if (Object.hasOwn(revocationReasons, name))
        return name;
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `"${name}" is not a reason for a revocation.`, {
        hint: `Use one of ${Object.keys(revocationReasons).join(', ')}.`,
    });
}


/***/ }),

/***/ 2106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D8: () => (/* binding */ issueCertificate),
  $P: () => (/* binding */ wholeSeconds)
});

// UNUSED EXPORTS: throwAwaySigner

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/der-writer.js
var der_writer = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/key/encrypted-key.js
var encrypted_key = __webpack_require__(9959);
// EXTERNAL MODULE: ./build/bundle/ca/key/pem-signer.js
var pem_signer = __webpack_require__(2774);
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
 * One certificate: build what is to be signed, lint a copy signed with a throw-away key, sign, verify the result.
 * notAfter is notBefore plus the profile's days, and never beyond the issuer's own.
 * @throws AuthorityError `request-refused`, `bad-serial`, `wrong-issuer`, `issuer-expired`, `lint-failed`, `result-wrong`
 */
async function issueCertificate(order) {
    const { issuer, signer, profile, appId, request } = order;
    refuseUnfit(order);
    const toBeSigned = tbsCertificate(order);
    const lintSigner = order.lintSigner ?? (await throwAwaySigner());
    const draft = new common_certificate/* Certificate */.us(await (0,signed_structure/* signStructure */.z)(toBeSigned, lintSigner));
    const findings = lintCertificate({ certificate: draft, issuer, profile, appId, spki: request.spki });
    if (findings.length > 0) {
        throw new authority_error/* AuthorityError */.s('lint-failed', `The certificate for ${appId} was not signed: it breaks its own profile.`, {
            hint: 'Report this with the findings; nothing was signed.',
            findings,
        });
    }
    const certificate = new common_certificate/* Certificate */.us(await (0,signed_structure/* signStructure */.z)(toBeSigned, signer));
    if (!certificate.isSignedBy(publicKeyOf(issuer)) || Buffer.compare(certificate.tbs, toBeSigned) !== 0) {
        throw new authority_error/* AuthorityError */.s('result-wrong', `The signature over the certificate for ${appId} does not verify.`, {
            hint: 'Do not use the certificate: the key or its token is defective.',
        });
    }
    return certificate;
}
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
    return (0,der_writer/* sequence */.K2)(...(profile.version === 3 ? [(0,der_writer/* explicit */.pc)(0, (0,der_writer/* integer */.nd)(2))] : []), (0,der_writer/* integer */.nd)(serial), signed_structure/* sha256WithRsa */.s, issuer.subject.der, (0,der_writer/* sequence */.K2)((0,der_writer/* time */.kB)(from), (0,der_writer/* time */.kB)(until)), 
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
let throwAway;
/**
 * Made once a process. Nobody trusts it and what it signed never leaves the process, so it need not be strong: RSA-1024
 * costs 2 % of an RSA-4096 signature, RSA-2048 14 % (measured where the processor has no AVX-512).
 */
function throwAwaySigner() {
    throwAway ??= (0,encrypted_key/* generateRsaKey */.$)(1024).then((key) => new pem_signer/* PemSigner */.D(key));
    return throwAway;
}


/***/ }),

/***/ 9959:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ generateRsaKey),
/* harmony export */   u: () => (/* binding */ encryptPrivateKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1791);
/* harmony import */ var _common_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3586);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5010);
// SPDX-License-Identifier: MIT





/** OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-256; Node's own `cipher` option stops at OpenSSL's default of 2,048. */
const defaultIterations = 600_000;
/** A fresh RSA key. The exponent is 65537. */
async function generateRsaKey(bits) {
    const { privateKey } = await (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair)('rsa', { modulusLength: bits, publicExponent: 65537 });
    return privateKey;
}
/**
 * PEM `ENCRYPTED PRIVATE KEY`: PKCS#8 under PBES2 with PBKDF2-HMAC-SHA-256 and AES-256-CBC (RFC 8018 sections 6.2 and
 * A.2), which OpenSSL and Node read.
 */
function encryptPrivateKey(key, { passphrase, iterations = defaultIterations }) {
    const salt = (0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRandom */ .v)(16);
    const iv = (0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRandom */ .v)(16);
    const plain = key.export({ type: 'pkcs8', format: 'der' });
    const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('aes-256-cbc', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.pbkdf2Sync)(passphrase, salt, iterations, 32, 'sha256'), iv);
    const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
    plain.fill(0);
    const hmacSha256 = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.2.840.113549.2.9'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .nullValue */ .Pv)());
    const derivation = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.2.840.113549.1.5.12'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octetString */ .J8)(salt), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(iterations), hmacSha256));
    const encryption = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('2.16.840.1.101.3.4.1.42'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octetString */ .J8)(iv));
    const algorithm = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.2.840.113549.1.5.13'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)(derivation, encryption));
    return (0,_common_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePem */ .T)('ENCRYPTED PRIVATE KEY', (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)(algorithm, (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octetString */ .J8)(encrypted)));
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
/* harmony export */   s: () => (/* binding */ sha256WithRsa),
/* harmony export */   z: () => (/* binding */ signStructure)
/* harmony export */ });
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
// SPDX-License-Identifier: MIT

/** sha256WithRSAEncryption with its NULL (RFC 4055 section 5): what every supported server verifies */
const sha256WithRsa = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq)('1.2.840.113549.1.1.11'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .nullValue */ .Pv)());
/** The shape that certificates, requests and CRLs share: what is signed, how, and the signature. */
async function signStructure(toBeSigned, signer) {
    return (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)(toBeSigned, sha256WithRsa, (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .bitString */ .FY)(await signer.sign('sha256', toBeSigned)));
}


/***/ }),

/***/ 104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ applyRules)
/* harmony export */ });
/** Runs every rule over the subject, in the order of the list: all findings at once, at the first look. */
function applyRules(rules, subject) {
    return rules
        .filter((rule) => rule.applies?.(subject) ?? true)
        .flatMap((rule) => [...rule.check(subject)].map((violation) => ({
        rule: rule.id,
        severity: rule.severity,
        message: rule.message,
        fix: rule.fix,
        ...violation,
    })));
}


/***/ })

};
;