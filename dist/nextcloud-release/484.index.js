"use strict";
exports.id = 484;
exports.ids = [484];
exports.modules = {

/***/ 5231:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ AuthorityError)
/* harmony export */ });
/* harmony import */ var _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4252);
// SPDX-License-Identifier: MIT

const codes = {
    'not-a-request': 'unusable',
    'request-refused': 'refused',
    'wrong-passphrase': 'unusable',
    'key-unusable': 'unusable',
    'bad-key-uri': 'unusable',
    'pkcs11-missing': 'unusable',
    'token-library': 'unusable',
    'token-absent': 'unusable',
    'token-ambiguous': 'unusable',
    'token-failed': 'outside',
    'wrong-pin': 'unusable',
    'pin-locked': 'unusable',
    'key-absent': 'unusable',
    'key-ambiguous': 'unusable',
    'wrong-issuer': 'unusable',
    'issuer-expired': 'refused',
    'bad-serial': 'refused',
    'lint-failed': 'refused',
    'result-wrong': 'refused',
    'bad-crl': 'refused',
    'bad-policy': 'unusable',
    'ledger-broken': 'refused',
    'bad-entry': 'unusable',
    'no-repository': 'unusable',
    'repository-locked': 'outside',
    'not-writable': 'unusable',
    'no-request': 'unusable',
    'needs-decision': 'refused',
    'nothing-to-do': 'refused',
    'nothing-to-revoke': 'refused',
    'not-a-key': 'unusable',
    'key-certified': 'refused',
    'bad-ca-folder': 'unusable',
    'already-there': 'unusable',
    'bad-table': 'unusable',
    'git-failed': 'outside',
};
/** What goes wrong inside the authority. */
class AuthorityError extends _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
    }
}


/***/ }),

/***/ 2629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
// SPDX-License-Identifier: MIT

const systemRandom = (octets) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(octets);


/***/ }),

/***/ 7052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ CertificateRequest)
/* harmony export */ });
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _common_distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5422);
/* harmony import */ var _common_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3586);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5231);
/* harmony import */ var _x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4526);






const extensionRequest = '1.2.840.113549.1.9.14';
const labels = ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'];
/** A PKCS#10 request as it stands (RFC 2986 section 4.2); nothing is checked but its form. */
class CertificateRequest {
    der;
    /** CertificationRequestInfo: what the requester signed */
    info;
    version;
    subject;
    /** SubjectPublicKeyInfo, DER */
    spki;
    /** attribute types, dotted decimal */
    attributes;
    requestedExtensions;
    /** dotted decimal */
    signatureAlgorithm;
    signature;
    #publicKey;
    #isSelfSigned;
    /** @throws AuthorityError `not-a-request`, InputError `not-der` */
    constructor(der) {
        this.der = der;
        const [info, algorithm, signature, ...more] = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(der).expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a request').children();
        const [version, subject, spki, attributes] = info?.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a request').children() ?? [];
        if (!info || !algorithm || !signature || !version || !subject || !spki || more.length > 0) {
            throw notARequest('the bytes are not a PKCS#10 request: fields are missing or too many');
        }
        this.info = info.bytes;
        this.version = version.integer();
        this.subject = new _common_distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DistinguishedName */ .S(subject);
        this.spki = spki.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a public key').bytes;
        const read = attributes?.expect(0xa0, 'the attributes').children() ?? [];
        const pairs = read.map((attribute) => {
            const [type, values] = attribute.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an attribute').children();
            if (!type || !values)
                throw notARequest('an attribute is incomplete');
            return { type: type.oid(), values: values.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.set, 'the values of an attribute').children() };
        });
        this.attributes = pairs.map(({ type }) => type);
        this.requestedExtensions = pairs
            .filter(({ type }) => type === extensionRequest)
            .flatMap(({ values }) => values.flatMap(_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readExtensions */ .HW));
        this.signatureAlgorithm = (0,_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(algorithm);
        this.signature = signature.bits();
    }
    /**
     * The one request of a PEM text.
     * @throws AuthorityError `not-a-request` where there is none, or more than one
     */
    static fromPem(text, file = 'the request') {
        const blocks = (0,_common_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePem */ .o)(text, file).filter(({ label }) => labels.includes(label));
        const [block] = blocks;
        if (block === undefined || blocks.length > 1) {
            throw notARequest(`${file} holds ${blocks.length === 0 ? 'no' : 'more than one'} PEM block "CERTIFICATE REQUEST"`, file);
        }
        return new CertificateRequest(block.der);
    }
    get commonNames() {
        return this.subject.commonNames;
    }
    /** Undefined where Node knows no such key, or it is damaged. Read once: it costs as much as the signature. */
    get publicKey() {
        this.#publicKey ??= { key: (0,_x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_5__/* .publicKeyOf */ .k)(this.spki) };
        return this.#publicKey.key;
    }
    /** Undefined where the key is not RSA, or cannot be read. */
    get rsaKey() {
        return (0,_x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_5__/* .rsaKeyOf */ .t)(this.spki, this.publicKey);
    }
    /** e.g. `sha256`; undefined where it is not RSA with PKCS#1 v1.5 */
    get signatureHash() {
        return _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .rsaSignatureHashes */ .lS[this.signatureAlgorithm];
    }
    /** The requester holds the private key: the signature verifies with the request's own key (RSA only). */
    get isSelfSigned() {
        const key = this.publicKey;
        this.#isSelfSigned ??= key !== undefined && (0,_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyRsa */ .Sb)(this.signatureAlgorithm, this.info, key, this.signature);
        return this.#isSelfSigned;
    }
    toPem() {
        return (0,_common_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePem */ .T)('CERTIFICATE REQUEST', this.der);
    }
}
function notARequest(what, file) {
    return new _authority_error_js__WEBPACK_IMPORTED_MODULE_4__/* .AuthorityError */ .s('not-a-request', `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}.`, {
        hint: 'Make the request again: nextcloud-release certificate request APP_ID.',
        ...(file !== undefined && { file }),
    });
}


/***/ }),

/***/ 4526:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ publicKeyOf),
/* harmony export */   t: () => (/* binding */ rsaKeyOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1791);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT




/** AlgorithmIdentifier of rsaEncryption with its NULL (RFC 3279 section 2.3.1) */
const rsaEncryption = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.2.840.113549.1.1.1'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .nullValue */ .Pv)());
/**
 * Undefined where Node knows no such key, or it is damaged. What is plainly RSA is given to it as an RSAPublicKey: that
 * costs 0.01 ms, and OpenSSL's search for whatever a SubjectPublicKeyInfo may hold 0.16.
 */
function publicKeyOf(spki) {
    const rsa = rsaPublicKey(spki);
    try {
        return rsa === undefined
            ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(spki), format: 'der', type: 'spki' })
            : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(rsa.bytes), format: 'der', type: 'pkcs1' });
    }
    catch {
        return undefined;
    }
}
/** The numbers of a SubjectPublicKeyInfo (RFC 8017 appendix A.1.1); undefined where it is no RSA key. */
function rsaKeyOf(spki, key = publicKeyOf(spki)) {
    if (key?.asymmetricKeyType !== 'rsa')
        return undefined;
    const bits = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(spki).children()[1]?.bits();
    const [modulus, exponent] = bits === undefined ? [] : (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(bits).children();
    if (!modulus || !exponent || !isPositive(modulus) || !isPositive(exponent))
        return undefined;
    const value = modulus.integer();
    return { modulus: value, bits: value.toString(2).length, exponent: exponent.integer() };
}
/** RSAPublicKey: SEQUENCE { modulus, publicExponent }, and nothing else */
function rsaPublicKey(spki) {
    const [algorithm, key] = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(spki).children();
    if (algorithm === undefined || Buffer.compare(algorithm.bytes, rsaEncryption) !== 0)
        return undefined;
    try {
        const numbers = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(key?.bits() ?? new Uint8Array()).expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an RSA public key');
        const [modulus, exponent, ...more] = numbers.children();
        const isKey = modulus !== undefined && exponent !== undefined && more.length === 0;
        return isKey && isPositive(modulus) && isPositive(exponent) ? numbers : undefined;
    }
    catch (error) {
        if (error instanceof _common_input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d)
            return undefined;
        throw error;
    }
}
/** Asked of the octets: a modulus as a number is of no use here. */
function isPositive(number) {
    const { content } = number.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.integer, 'an integer');
    return (content[0] ?? 0x80) < 0x80 && content.some((octet) => octet > 0);
}


/***/ }),

/***/ 2040:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ serialForm),
/* harmony export */   S7: () => (/* binding */ serialText),
/* harmony export */   YG: () => (/* binding */ randomSerial),
/* harmony export */   mH: () => (/* binding */ isRandomSerial)
/* harmony export */ });
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5231);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2629);
// SPDX-License-Identifier: MIT


const octets = 16;
/** a second collision of 120 random bits is a broken random source, not bad luck */
const attempts = 4;
/**
 * A serial of 16 octets, the first 0x01 to 0x7f, 120 random bits behind it. `isTaken` answers for everything that any
 * issuer in the servers' bundle ever issued: servers look up revoked serials without looking at the issuer
 * (server: Installer.php; nextcloud/server#20674 is what came of sequential ones).
 * @throws AuthorityError `bad-serial` where the random source repeats itself
 */
function randomSerial(isTaken, random = _random_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRandom */ .v) {
    for (let attempt = 0; attempt < attempts; attempt++) {
        const bytes = Uint8Array.from(random(octets));
        bytes[0] = 1 + ((bytes[0] ?? 0) % 0x7f);
        const serial = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
        if (!isTaken(serial))
            return serial;
    }
    throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AuthorityError */ .s('bad-serial', `The random source gave ${attempts} serials that were all issued before.`, {
        hint: 'Do not issue anything on this machine: its random source is broken.',
    });
}
/** What {@link serialText} writes: up to 20 octets (RFC 5280 section 4.1.2.2). */
const serialForm = /^[1-9a-f][0-9a-f]{0,39}$/;
/** Lower-case hex without leading zeros, as OpenSSL prints serials but for the case */
function serialText(serial) {
    return serial.toString(16);
}
/** True for the serials that {@link randomSerial} makes; the hand-made past has shorter ones. */
function isRandomSerial(serial) {
    const first = serial >> 120n;
    return first >= 1n && first <= 0x7fn;
}


/***/ }),

/***/ 1791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ implicit),
/* harmony export */   BD: () => (/* binding */ enumerated),
/* harmony export */   FY: () => (/* binding */ bitString),
/* harmony export */   J8: () => (/* binding */ octetString),
/* harmony export */   K2: () => (/* binding */ sequence),
/* harmony export */   Pv: () => (/* binding */ nullValue),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   pc: () => (/* binding */ explicit),
/* harmony export */   rF: () => (/* binding */ printableString),
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   t: () => (/* binding */ tlv),
/* harmony export */   tv: () => (/* binding */ utf8String),
/* harmony export */   wx: () => (/* binding */ header),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1407);
// SPDX-License-Identifier: MIT

/** DER writing (X.690): each function returns one whole TLV. */
function tlv(identifier, ...contents) {
    const length = contents.reduce((sum, content) => sum + content.length, 0);
    return Buffer.concat([header(identifier, length), ...contents]);
}
/** Identifier and length octets alone, for content that is written piece by piece. */
function header(identifier, length) {
    if (length < 0x80)
        return Uint8Array.of(identifier, length);
    const octets = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256))
        octets.unshift(rest % 256);
    return Uint8Array.of(identifier, 0x80 | octets.length, ...octets);
}
const sequence = (...items) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.sequence, ...items);
const octetString = (content) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.octetString, content);
const bitString = (content) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.bitString, Uint8Array.of(0), content);
const utf8String = (text) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.utf8String, Buffer.from(text, 'utf8'));
const printableString = (text) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.printableString, Buffer.from(text, 'latin1'));
const boolean = (value) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.boolean, Uint8Array.of(value ? 0xff : 0));
const nullValue = () => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.null);
const enumerated = (value) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.enumerated, Uint8Array.of(value));
/** Context-specific, constructed: `[number] EXPLICIT` */
const explicit = (number, content) => tlv(0xa0 | number, content);
/** Context-specific, primitive: `[number] IMPLICIT` of a primitive type; takes the content, not a TLV */
const implicit = (number, content) => tlv(0x80 | number, content);
/** SET OF with its items in the order that X.690 section 11.6 demands */
function setOf(...items) {
    return tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.set, ...items.toSorted((a, b) => Buffer.compare(a, b)));
}
/** Two's complement in as few octets as possible (X.690 section 8.3); not for negative numbers, which X.509 has no use for */
function integer(value) {
    const digits = BigInt(value).toString(16);
    const octets = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
    return (octets[0] ?? 0) < 0x80 ? tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.integer, octets) : tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.integer, Uint8Array.of(0), octets);
}
/** @param dotted e.g. `2.5.4.3`; its numbers are below 2^53 */
function oid(dotted) {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
    const octets = [first * 40 + second, ...rest].flatMap((arc) => {
        const groups = [arc % 128];
        for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
            groups.unshift((left % 128) | 0x80);
        return groups;
    });
    return tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.oid, Uint8Array.from(octets));
}
/** UTCTime up to 2049, GeneralizedTime from 2050 on (RFC 5280 section 4.1.2.5); whole seconds */
function time(date) {
    const digits = date.toISOString().slice(0, 19).replace(/[-:T]/g, '');
    const year = date.getUTCFullYear();
    return year >= 1950 && year < 2050
        ? tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.utcTime, Buffer.from(`${digits.slice(2)}Z`, 'latin1'))
        : tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.generalizedTime, Buffer.from(`${digits}Z`, 'latin1'));
}


/***/ }),

/***/ 1484:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certificateInspect: () => (/* binding */ certificateInspect)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _ca_request_certificate_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7052);
/* harmony import */ var _ca_x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4526);
/* harmony import */ var _ca_x509_serial_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2040);
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8647);
/* harmony import */ var _common_crl_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7299);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5227);
/* harmony import */ var _common_pem_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3586);
/* harmony import */ var _common_render_json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9495);
/* harmony import */ var _common_render_printable_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5578);
/* harmony import */ var _key_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(141);
// SPDX-License-Identifier: MIT











const certificateInspect = {
    name: 'certificate inspect',
    usage: 'FILE [--trust FILE] [--format text|json]',
    summary: 'Says what a certificate, a request or a revocation list says.',
    options: {
        trust: _key_files_js__WEBPACK_IMPORTED_MODULE_8__/* .trustOption */ .k7,
        format: { type: 'string', value: 'FORMAT', help: 'text or json (default: text)' },
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const [file = ''] = args.positionals;
        const json = isJson(args.text('format'));
        const facts = inspect((0,_key_files_js__WEBPACK_IMPORTED_MODULE_8__/* .readBytes */ .io)(terminal.cwd, file), file, (0,_key_files_js__WEBPACK_IMPORTED_MODULE_8__/* .readTrust */ .bn)(terminal.cwd, args.text('trust')));
        terminal.out(json ? (0,_common_render_json_js__WEBPACK_IMPORTED_MODULE_9__/* .renderJson */ .h)(facts.length === 1 ? facts[0] : facts) : facts.map(lines).join('\n'));
        return 'fine';
    },
};
/** One set of facts for each object in the file. */
function inspect(bytes, file, trust) {
    const blocks = (0,_common_pem_js__WEBPACK_IMPORTED_MODULE_7__/* .parsePem */ .o)(Buffer.from(bytes).toString('latin1'), file);
    const facts = blocks.flatMap(({ label, der }) => {
        if (label === 'CERTIFICATE')
            return [certificateFacts(new _common_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .Certificate */ .us(der), trust)];
        if (/^(NEW )?CERTIFICATE REQUEST$/.test(label))
            return [requestFacts(new _ca_request_certificate_request_js__WEBPACK_IMPORTED_MODULE_1__/* .CertificateRequest */ .D(der))];
        if (label === 'X509 CRL')
            return [crlFacts(new _common_crl_js__WEBPACK_IMPORTED_MODULE_5__/* .CertificateRevocationList */ .k(der), trust)];
        if (!label.endsWith('PRIVATE KEY'))
            return [];
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_6__/* .InputError */ .d('not-a-certificate', `${file} holds a private key; its content is not shown.`, {
            hint: 'Give the certificate or the request. If this file was published, ask for a revocation at once.',
            file,
        });
    });
    if (facts.length > 0)
        return facts;
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_6__/* .InputError */ .d('not-a-certificate', `${file} holds no PEM block of a certificate, a request or a revocation list.`, {
        hint: 'Give a file that begins with -----BEGIN CERTIFICATE-----, or one of the others.',
        file,
    });
}
function certificateFacts(certificate, trust) {
    return {
        kind: 'certificate',
        subject: certificate.subject.toString(),
        issuer: certificate.issuer.toString(),
        trusted: trust.issuerOf(certificate) !== undefined,
        version: certificate.version,
        serial: (0,_ca_x509_serial_js__WEBPACK_IMPORTED_MODULE_3__/* .serialText */ .S7)(certificate.serial),
        // servers name a revoked certificate by its serial in decimal
        serialDecimal: certificate.serial.toString(),
        notBefore: certificate.notBefore.toISOString(),
        notAfter: certificate.notAfter.toISOString(),
        signature: _common_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .rsaSignatureHashes */ .lS[certificate.signatureAlgorithm] ?? certificate.signatureAlgorithm,
        ...keyFacts(certificate.spki),
        fingerprint: certificate.fingerprint,
        extensions: certificate.extensions.map(({ id }) => id),
    };
}
function requestFacts(request) {
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
function crlFacts(crl, trust) {
    return {
        kind: 'crl',
        issuer: crl.issuer.toString(),
        trusted: trust.issuers.some((issuer) => issuer.subject.equals(crl.issuer) && crl.isSignedBy(issuer)),
        number: crl.number?.toString() ?? null,
        thisUpdate: crl.thisUpdate.toISOString(),
        nextUpdate: crl.nextUpdate?.toISOString() ?? null,
        revoked: [...crl.revoked.keys()].map(_ca_x509_serial_js__WEBPACK_IMPORTED_MODULE_3__/* .serialText */ .S7),
    };
}
function keyFacts(spki) {
    return {
        keyBits: (0,_ca_x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_2__/* .rsaKeyOf */ .t)(spki)?.bits ?? null,
        keySha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(spki).digest('hex'),
    };
}
function isJson(format = 'text') {
    if (format === 'json' || format === 'text')
        return format === 'json';
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_6__/* .InputError */ .d('bad-usage', `"${format}" is not a format of this command.`, { hint: 'Use text or json.' });
}
function lines(facts) {
    return Object.entries(facts)
        .map(([name, value]) => `${name}: ${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g)(Array.isArray(value) ? value.join(', ') || '-' : String(value ?? '-'))}\n`)
        .join('');
}


/***/ }),

/***/ 141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ crlOption),
/* harmony export */   TR: () => (/* binding */ keyOption),
/* harmony export */   Yp: () => (/* binding */ readCrl),
/* harmony export */   bn: () => (/* binding */ readTrust),
/* harmony export */   io: () => (/* binding */ readBytes),
/* harmony export */   k7: () => (/* binding */ trustOption),
/* harmony export */   n5: () => (/* binding */ readSecret),
/* harmony export */   tS: () => (/* binding */ certificateOption),
/* harmony export */   w$: () => (/* binding */ readCertificate),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8647);
/* harmony import */ var _common_crl_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7299);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5227);
/* harmony import */ var _common_trust_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4908);
// SPDX-License-Identifier: MIT






const keyOption = { type: 'string', value: 'FILE', help: 'private key of the app, PEM' };
const certificateOption = { type: 'string', value: 'FILE', help: 'certificate of the app, PEM' };
const trustOption = {
    type: 'string',
    value: 'FILE',
    help: 'PEM file of accepted issuers (default: the bundle that Nextcloud servers ship)',
};
const crlOption = { type: 'string', value: 'FILE', help: 'certificate revocation list, PEM or DER' };
const maxFile = 64 * 1024 * 1024;
/** @throws InputError `file-unreadable`, `file-too-large` */
function readBytes(cwd, file) {
    try {
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file));
        if (bytes.length > maxFile) {
            throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .d('file-too-large', `${file} has ${bytes.length} bytes.`, {
                hint: `Give the file itself; nothing of this kind is above ${maxFile} bytes.`,
                file,
            });
        }
        return bytes;
    }
    catch (cause) {
        if (cause instanceof _common_input_error_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .d)
            throw cause;
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .d('file-unreadable', `${file} cannot be read (${codeOf(cause)}).`, {
            hint: 'See whether the path is right and the file may be read.',
            cause,
            file,
        });
    }
}
function readText(cwd, file) {
    return Buffer.from(readBytes(cwd, file)).toString('utf8');
}
/** One trailing newline is dropped, as every token, password and passphrase file has one. */
function readSecret(cwd, file) {
    return readText(cwd, file).replace(/\r?\n$/, '');
}
function readCertificate(cwd, file) {
    return _common_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .Certificate */ .us.fromPem(readText(cwd, file), file);
}
function readTrust(cwd, file) {
    return file === undefined ? _common_trust_js__WEBPACK_IMPORTED_MODULE_5__/* .Trust */ .R.pinned() : _common_trust_js__WEBPACK_IMPORTED_MODULE_5__/* .Trust */ .R.fromPem(readText(cwd, file), file);
}
function readCrl(cwd, file) {
    return _common_crl_js__WEBPACK_IMPORTED_MODULE_3__/* .CertificateRevocationList */ .k.from(readBytes(cwd, file), file);
}
function codeOf(error) {
    if (!(error instanceof Error) || !('code' in error))
        return 'unknown reason';
    return error.code === 'ENOENT' ? 'there is no such file' : String(error.code);
}


/***/ })

};
;