"use strict";
exports.id = 986;
exports.ids = [986];
exports.modules = {

/***/ 8647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HW: () => (/* binding */ readExtensions),
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   Sb: () => (/* binding */ verifyRsa),
/* harmony export */   lS: () => (/* binding */ rsaSignatureHashes),
/* harmony export */   us: () => (/* binding */ Certificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5422);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5227);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3586);
// SPDX-License-Identifier: MIT





/** Signature algorithms that a certificate or CRL of this world carries: RSA with PKCS#1 v1.5 (RFC 4055), by OID. */
const rsaSignatureHashes = {
    '1.2.840.113549.1.1.5': 'sha1',
    '1.2.840.113549.1.1.14': 'sha224',
    '1.2.840.113549.1.1.11': 'sha256',
    '1.2.840.113549.1.1.12': 'sha384',
    '1.2.840.113549.1.1.13': 'sha512',
};
const authorityKeyIdentifier = '2.5.29.35';
const subjectKeyIdentifier = '2.5.29.14';
/** An X.509 certificate as it stands (RFC 5280 section 4.1), v1 or v3; nothing is checked but its form. */
class Certificate {
    der;
    tbs;
    /** 1 or 3 */
    version;
    serial;
    issuer;
    subject;
    notBefore;
    /** the last second of validity, inclusive */
    notAfter;
    /** SubjectPublicKeyInfo, DER */
    spki;
    extensions;
    /** dotted decimal */
    signatureAlgorithm;
    signature;
    /** @throws InputError `not-a-certificate`, `not-der` */
    constructor(der) {
        this.der = der;
        const [tbs, algorithm, signature] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(der).expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a certificate').children();
        const fields = tbs?.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a certificate').children() ?? [];
        const version = fields[0]?.tag === 0xa0 ? fields.shift() : undefined;
        const [serial, , issuer, validity, subject, spki, ...optional] = fields;
        const [notBefore, notAfter] = validity?.children() ?? [];
        if (!tbs || !algorithm || !signature || !serial || !issuer || !subject || !spki || !notBefore || !notAfter) {
            throw notACertificate('fields are missing');
        }
        this.tbs = tbs.bytes;
        this.version = Number(version?.children()[0]?.integer() ?? 0n) + 1;
        this.serial = serial.integer();
        this.issuer = new _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DistinguishedName */ .S(issuer);
        this.subject = new _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DistinguishedName */ .S(subject);
        this.notBefore = notBefore.time();
        this.notAfter = notAfter.time();
        this.spki = spki.bytes;
        this.extensions = readExtensions(optional.find((field) => field.tag === 0xa3)?.children()[0]);
        this.signatureAlgorithm = algorithmOf(algorithm);
        this.signature = signature.bits();
    }
    /**
     * The first certificate of a PEM text.
     * @throws InputError `not-a-certificate` where there is none
     */
    static fromPem(text, file = 'the certificate') {
        const block = (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePem */ .o)(text, file).find(({ label }) => label === 'CERTIFICATE');
        if (block === undefined) {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('not-a-certificate', `${file} holds no PEM block "CERTIFICATE".`, {
                hint: 'Give the certificate that the authority issued: it begins with -----BEGIN CERTIFICATE-----.',
                file,
            });
        }
        return new Certificate(block.der);
    }
    /** Every certificate of a PEM text, in order, e.g. the servers' bundle. */
    static allFromPem(text, file = 'the certificates') {
        return (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePem */ .o)(text, file)
            .filter(({ label }) => label === 'CERTIFICATE')
            .map(({ der }) => new Certificate(der));
    }
    /** @throws where Node knows no such key; see `hasRsaKey` */
    get publicKey() {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(this.spki), format: 'der', type: 'spki' });
    }
    get commonNames() {
        return this.subject.commonNames;
    }
    /** SHA-256 over the DER, lower-case hex */
    get fingerprint() {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', this.der, 'hex');
    }
    extension(id) {
        return this.extensions.find((extension) => extension.id === id);
    }
    get subjectKeyId() {
        const value = this.extension(subjectKeyIdentifier)?.value;
        return value && (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(value).content;
    }
    /** keyIdentifier and authorityCertSerialNumber of the AKI (RFC 5280 section 4.2.1.1) */
    get authorityKeyId() {
        const value = this.extension(authorityKeyIdentifier)?.value;
        if (value === undefined)
            return {};
        const fields = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(value).children();
        const keyId = fields.find((field) => field.tag === 0x80)?.content;
        const serial = fields.find((field) => field.tag === 0x82)?.content;
        return {
            ...(keyId && { keyId }),
            ...(serial && { serial: BigInt(`0x${Buffer.from(serial).toString('hex') || '0'}`) }),
        };
    }
    /** True where the key verifies this certificate's signature: RSA with PKCS#1 v1.5 only, whatever else it is: false. */
    isSignedBy(key) {
        return verifyRsa(this.signatureAlgorithm, this.tbs, key, this.signature);
    }
    isValidAt(now) {
        return this.notBefore <= now && now <= this.notAfter;
    }
    toPem(eol = '\n') {
        return (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .encodePem */ .T)('CERTIFICATE', this.der, eol);
    }
}
/** RSA PKCS#1 v1.5 over `data`, hash by the signature algorithm's OID; false for every other algorithm or key. */
function verifyRsa(algorithm, data, key, signature) {
    const hash = rsaSignatureHashes[algorithm];
    if (hash === undefined || key.asymmetricKeyType !== 'rsa')
        return false;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(hash, data, key, signature);
}
/** OID of an AlgorithmIdentifier */
function algorithmOf(node) {
    const [id] = node.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an algorithm identifier').children();
    if (id === undefined)
        throw notACertificate('an algorithm identifier is empty');
    return id.oid();
}
/** Extensions (RFC 5280 section 4.1): SEQUENCE OF { extnID, critical DEFAULT FALSE, extnValue } */
function readExtensions(node) {
    return (node?.children() ?? []).map((extension) => {
        const [id, ...rest] = extension.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an extension').children();
        const value = rest.at(-1);
        if (id === undefined || value === undefined)
            throw notACertificate('an extension is incomplete');
        return {
            id: id.oid(),
            critical: rest.length > 1 && rest[0]?.content[0] !== 0,
            value: value.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.octetString, 'an extension value').content,
        };
    });
}
function notACertificate(what) {
    return new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('not-a-certificate', `The bytes are not an X.509 certificate: ${what}.`, {
        hint: 'Give the certificate file that the authority issued.',
    });
}


/***/ }),

/***/ 7299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ CertificateRevocationList)
/* harmony export */ });
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5422);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5227);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3586);
/* harmony import */ var _serial_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6954);






const cRLNumber = '2.5.29.20';
const reasonCode = '2.5.29.21';
/** A certificate revocation list as it stands (RFC 5280 section 5.1); nothing is checked but its form. */
class CertificateRevocationList {
    der;
    tbs;
    issuer;
    thisUpdate;
    nextUpdate;
    /** in the order of the list, keyed by serial: servers match by the serial alone, whoever issued it */
    revoked;
    extensions;
    signatureAlgorithm;
    signature;
    /** @throws InputError `not-a-crl`, `not-der` */
    constructor(der) {
        this.der = der;
        const [tbs, algorithm, signature] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(der).expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a CRL').children();
        const fields = tbs?.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a CRL').children() ?? [];
        if (fields[0]?.tag === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.integer)
            fields.shift();
        const [, issuer, thisUpdate, ...rest] = fields;
        if (!tbs || !algorithm || !signature || !issuer || !thisUpdate)
            throw notACrl('fields are missing');
        const nextUpdate = isTime(rest[0]) ? rest.shift() : undefined;
        const list = rest[0]?.tag === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence ? rest.shift() : undefined;
        this.tbs = tbs.bytes;
        this.issuer = new _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DistinguishedName */ .S(issuer);
        this.thisUpdate = thisUpdate.time();
        this.nextUpdate = nextUpdate?.time();
        this.revoked = readRevoked(list);
        this.extensions = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readExtensions */ .HW)(rest[0]?.tag === 0xa0 ? rest[0].children()[0] : undefined);
        this.signatureAlgorithm = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(algorithm);
        this.signature = signature.bits();
    }
    /** From PEM or DER bytes. */
    static from(bytes, file = 'the CRL') {
        if (bytes[0] === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence)
            return new CertificateRevocationList(bytes);
        const block = (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePem */ .o)(Buffer.from(bytes).toString('latin1'), file).find(({ label }) => label === 'X509 CRL');
        if (block === undefined) {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('not-a-crl', `${file} is neither DER nor a PEM block "X509 CRL".`, {
                hint: 'Give the certificate revocation list itself, e.g. the servers’ root.crl.',
                file,
            });
        }
        return new CertificateRevocationList(block.der);
    }
    /** CRLNumber (RFC 5280 section 5.2.3) */
    get number() {
        const value = this.extensions.find(({ id }) => id === cRLNumber)?.value;
        return value && (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(value).integer();
    }
    isSignedBy(certificate) {
        return (0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyRsa */ .Sb)(this.signatureAlgorithm, this.tbs, certificate.publicKey, this.signature);
    }
    isRevoked(serial) {
        return this.revoked.has(serial);
    }
}
function readRevoked(list) {
    const revoked = new _serial_map_js__WEBPACK_IMPORTED_MODULE_5__/* .SerialMap */ .x();
    for (const entry of list?.each() ?? []) {
        const [serial, date, extensions] = entry.children();
        if (!serial || !date)
            throw notACrl('an entry is incomplete');
        const reason = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readExtensions */ .HW)(extensions).find(({ id }) => id === reasonCode)?.value;
        const value = serial.integer();
        revoked.set(value, {
            serial: value,
            date: date.time(),
            ...(reason && { reason: (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(reason).content[0] ?? 0 }),
        });
    }
    return revoked;
}
function isTime(node) {
    return node?.tag === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.utcTime || node?.tag === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.generalizedTime;
}
function notACrl(what) {
    return new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('not-a-crl', `The bytes are not a certificate revocation list: ${what}.`, {
        hint: 'Give the certificate revocation list itself, e.g. the servers’ root.crl.',
    });
}


/***/ }),

/***/ 1407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ readDer),
/* harmony export */   Tc: () => (/* binding */ tag)
/* harmony export */ });
/* unused harmony export DerNode */
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
/* harmony import */ var _render_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5578);
// SPDX-License-Identifier: MIT


/** Universal tags as identifier octets, with the constructed bit where DER has it (X.690 section 8). */
const tag = {
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    null: 0x05,
    oid: 0x06,
    enumerated: 0x0a,
    utf8String: 0x0c,
    sequence: 0x30,
    set: 0x31,
    printableString: 0x13,
    teletexString: 0x14,
    ia5String: 0x16,
    utcTime: 0x17,
    generalizedTime: 0x18,
    universalString: 0x1c,
    bmpString: 0x1e,
};
/** Octets. Those of X.509 have 3 to 20; one arc may fill them all, and the time to read it grows with their square. */
const maxOidLength = 128;
/** One tag-length-value; the bytes are views into the input, nothing is copied. */
class DerNode {
    tag;
    bytes;
    content;
    constructor(
    /** identifier octet, constructed and class bits included */
    tag, 
    /** the whole TLV */
    bytes, content) {
        this.tag = tag;
        this.bytes = bytes;
        this.content = content;
    }
    /** The TLVs inside, in order. Lazy: a CRL of a million entries is walked with {@link DerNode.each}. */
    children() {
        const nodes = [];
        for (let at = 0; at < this.content.length;) {
            const node = readNode(this.content, at);
            nodes.push(node);
            at += node.bytes.length;
        }
        return nodes;
    }
    *each() {
        for (let at = 0; at < this.content.length;) {
            const node = readNode(this.content, at);
            yield node;
            at += node.bytes.length;
        }
    }
    expect(expected, what) {
        if (this.tag !== expected)
            throw notDer(`${what} has the tag 0x${hex(this.tag)} instead of 0x${hex(expected)}`);
        return this;
    }
    /** @throws InputError where the value is empty, as X.690 section 8.3.1 forbids */
    integer() {
        this.expect(tag.integer, 'an integer');
        if (this.content.length === 0)
            throw notDer('an integer has no content');
        const digits = BigInt(`0x${Buffer.from(this.content).toString('hex')}`);
        return (this.content[0] ?? 0) < 0x80 ? digits : digits - (1n << BigInt(this.content.length * 8));
    }
    /**
     * dotted decimal
     * @throws InputError where it is longer than any that is in use
     */
    oid() {
        this.expect(tag.oid, 'an object identifier');
        if (this.content.length > maxOidLength)
            throw notDer('an object identifier is longer than 128 octets');
        // a number as long as the arc surely fits: those of X.509 do, those made of a UUID do not
        const arcs = [];
        let arc = 0;
        for (const byte of this.content) {
            arc =
                typeof arc === 'number' && arc < 2 ** 45
                    ? arc * 128 + (byte & 0x7f)
                    : (BigInt(arc) << 7n) | BigInt(byte & 0x7f);
            if (byte < 0x80) {
                arcs.push(arc);
                arc = 0;
            }
        }
        const [first = 0, ...rest] = arcs;
        const root = first < 40 ? 0 : first < 80 ? 1 : 2;
        const second = typeof first === 'number' ? first - root * 40 : first - BigInt(root * 40);
        return [root, second, ...rest].join('.');
    }
    /** content of a BIT STRING of whole octets */
    bits() {
        this.expect(tag.bitString, 'a bit string');
        if (this.content[0] !== 0)
            throw notDer('a bit string has unused bits');
        return this.content.subarray(1);
    }
    /** UTCTime or GeneralizedTime in the form RFC 5280 section 4.1.2.5 demands; years 50 to 99 of UTCTime are 19xx */
    time() {
        const text = Buffer.from(this.content).toString('latin1');
        const match = this.tag === tag.utcTime
            ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)
            : this.tag === tag.generalizedTime
                ? /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)
                : null;
        if (match === null)
            throw notDer(`${quoted(text)} is not a time of RFC 5280`);
        const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
        const fullYear = this.tag === tag.generalizedTime ? year : year < 50 ? 2000 + year : 1900 + year;
        const time = new Date(Date.UTC(fullYear, month - 1, day, hour, minute, second));
        // the years 0 to 99 mean 19xx here, and what runs over goes on in the next month: neither is the time that was read
        if (time.getUTCFullYear() !== fullYear || time.getUTCDate() !== day || minute > 59 || second > 59 || hour > 23) {
            throw notDer(`${quoted(text)} is no day or no time of day`);
        }
        return time;
    }
}
/**
 * The one TLV that `bytes` holds. Definite lengths only (DER, X.690 section 10.1); trailing bytes are refused.
 * @throws InputError `not-der`
 */
function readDer(bytes) {
    const node = readNode(bytes, 0);
    if (node.bytes.length !== bytes.length) {
        throw notDer(`${bytes.length - node.bytes.length} bytes follow the end of the structure`);
    }
    return node;
}
function readNode(bytes, at) {
    const identifier = bytes[at];
    const first = bytes[at + 1];
    if (identifier === undefined || first === undefined)
        throw notDer('the structure is cut off');
    if ((identifier & 0x1f) === 0x1f)
        throw notDer('tag numbers above 30 do not occur in X.509');
    let start = at + 2;
    let length = first;
    if (first === 0x80 || first > 0x84)
        throw notDer('a length is indefinite or too long');
    if (first > 0x80) {
        length = 0;
        for (let count = first & 0x7f; count > 0; count--) {
            const byte = bytes[start++];
            if (byte === undefined)
                throw notDer('the structure is cut off');
            length = length * 256 + byte;
        }
    }
    const end = start + length;
    if (end > bytes.length)
        throw notDer('the structure is cut off');
    return new DerNode(identifier, bytes.subarray(at, end), bytes.subarray(start, end));
}
/** Bytes of a stranger: cut short, and without anything that a terminal would obey. */
function quoted(text) {
    return `"${(0,_render_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text.length > 20 ? `${text.slice(0, 20)}…` : text)}"`;
}
function notDer(what) {
    return new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('not-der', `The bytes are not DER: ${what}.`, {
        hint: 'Make the file again with OpenSSL; it was damaged or is something else.',
    });
}
function hex(byte) {
    return byte.toString(16).padStart(2, '0');
}


/***/ }),

/***/ 5422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ DistinguishedName)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1407);
// SPDX-License-Identifier: MIT

const shortNames = {
    '2.5.4.3': 'CN',
    '2.5.4.5': 'serialNumber',
    '2.5.4.6': 'C',
    '2.5.4.7': 'L',
    '2.5.4.8': 'ST',
    '2.5.4.9': 'street',
    '2.5.4.10': 'O',
    '2.5.4.11': 'OU',
    '1.2.840.113549.1.9.1': 'emailAddress',
    '0.9.2342.19200300.100.1.25': 'DC',
};
/** A distinguished name (RFC 5280 section 4.1.2.4): relative names in order, each a set of attributes. */
class DistinguishedName {
    /** the whole Name, as it stands in the certificate: names are compared by these bytes */
    der;
    relativeNames;
    constructor(node) {
        this.der = node.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.sequence, 'a name').bytes;
        this.relativeNames = node.children().map((relative) => relative
            .expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.set, 'a relative distinguished name')
            .children()
            .map((attribute) => {
            const [type, value] = attribute.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.sequence, 'a name attribute').children();
            if (type === undefined || value === undefined)
                return { type: '', tag: 0, value: '' };
            return { type: type.oid(), tag: value.tag, value: decodeString(value) };
        }));
    }
    get attributes() {
        return this.relativeNames.flat();
    }
    get commonNames() {
        return this.attributes.filter((attribute) => attribute.type === '2.5.4.3').map((attribute) => attribute.value);
    }
    equals(other) {
        return Buffer.compare(this.der, other.der) === 0;
    }
    /** OpenSSL's comma form, e.g. `C=DE, O=Nextcloud GmbH, CN=news`; `+` inside a multi-valued relative name */
    toString() {
        return this.relativeNames
            .map((relative) => relative.map(({ type, value }) => `${shortNames[type] ?? type}=${value}`).join(' + '))
            .join(', ');
    }
}
function decodeString(node) {
    const bytes = Buffer.from(node.content);
    switch (node.tag) {
        case _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.bmpString:
            return new TextDecoder('utf-16be').decode(bytes);
        case _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.universalString:
            return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => {
                const point = bytes.readUInt32BE(at * 4);
                return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
            }).join('');
        case _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.teletexString:
            return bytes.toString('latin1');
        default:
            return bytes.toString('utf8');
    }
}


/***/ }),

/***/ 3586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ encodePem),
/* harmony export */   o: () => (/* binding */ parsePem)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT

/** RFC 7468 texts of this project are certificates, requests, keys, CRLs: a full CRL of the authority stays far below. */
const maxPemLength = 256 * 1024 * 1024;
const block = /-----BEGIN ([A-Z0-9 ]{1,64})-----([^-]*)-----END \1-----/g;
/**
 * All PEM blocks of a text, in order; text around them is passed over (RFC 7468 section 2).
 * Blocks with encapsulated headers (RFC 1421), which only private keys of old have, are passed over too.
 * @throws InputError `not-pem` where a block's body is not base64
 */
function parsePem(text, file = 'input') {
    if (text.length > maxPemLength) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('file-too-large', `${file} is larger than ${maxPemLength} characters.`, {
            hint: 'Give the PEM file itself.',
            file,
        });
    }
    let line = 1;
    let counted = 0;
    return [...text.matchAll(block)].map((match) => {
        const [whole, label = '', body = ''] = match;
        // from the block before on: counted from the start, 50,000 blocks took 80 s
        line += newlines(text.slice(counted, match.index));
        counted = match.index;
        return { label, der: decodeBase64(body, file, line), line, text: whole };
    });
}
/** PEM of one object: 64 characters a line (RFC 7468 section 3), each line ended by `eol`, the last one included. */
function encodePem(label, der, eol = '\n') {
    const lines = Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(eol);
}
function decodeBase64(body, file, line) {
    const compact = body.replace(/[ \t\r\n]+/g, '');
    if (compact.length === 0 || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('not-pem', `${file}:${line}: the PEM block is not base64; it may have been cut off.`, {
            hint: 'Copy the whole block again, from the BEGIN line to the END line.',
            file,
            line,
        });
    }
    return Buffer.from(compact, 'base64');
}
function newlines(text) {
    let count = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        count++;
    return count;
}


/***/ }),

/***/ 6954:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ SerialMap)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/**
 * A map by serial whose time grows with its size whatever the serials are. V8 hashes a bigint by its low 64 bits alone:
 * in a Map, 20,000 serials that differ above them took 2.4 s, and who writes a list chooses its serials.
 */
class SerialMap {
    #entries = new Map();
    get size() {
        return this.#entries.size;
    }
    set(serial, value) {
        this.#entries.set(serial.toString(16), [serial, value]);
        return this;
    }
    get(serial) {
        return this.#entries.get(serial.toString(16))?.[1];
    }
    has(serial) {
        return this.#entries.has(serial.toString(16));
    }
    forEach(action) {
        for (const [serial, value] of this.#entries.values())
            action(value, serial, this);
    }
    *entries() {
        for (const [serial, value] of this.#entries.values())
            yield [serial, value];
    }
    *keys() {
        for (const [serial] of this.#entries.values())
            yield serial;
    }
    *values() {
        for (const [, value] of this.#entries.values())
            yield value;
    }
    [Symbol.iterator]() {
        return this.entries();
    }
}


/***/ }),

/***/ 4908:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ Trust)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
;// CONCATENATED MODULE: ./build/bundle/common/trust-anchor.js
// SPDX-License-Identifier: MIT
/**
 * The servers' code-signing bundle (server: resources/codesigning/root.crt): first the Code Signing Intermediate
 * Authority, then the Root Authority, both valid until 2041-06-06. A fact, not a fixture: it is the default of
 * `--trust`, and its bytes are pinned below by SHA-256 of each certificate's DER.
 */
const pinnedFingerprints = (/* unused pure expression or super */ null && ([
    'ff038235477d48db67da20962958f7f9f0739b3c568af49b7c6daa0d9d410ea0',
    'fb418711e0cd2cae9be332cd61a1538214f55448b40170313f1c08b092ffcbfd',
]));
const pinnedBundle = `-----BEGIN CERTIFICATE-----
MIID1zCCAr+gAwIBAgICEAAwDQYJKoZIhvcNAQELBQAwejELMAkGA1UEBhMCREUx
GzAZBgNVBAgMEkJhZGVuLVd1ZXJ0dGVtYmVyZzESMBAGA1UEBwwJU3R1dHRnYXJ0
MRcwFQYDVQQKDA5OZXh0Y2xvdWQgR21iSDEhMB8GA1UEAwwYTmV4dGNsb3VkIFJv
b3QgQXV0aG9yaXR5MB4XDTE2MDYxMjIxMDEwMloXDTQxMDYwNjIxMDEwMlowezEL
MAkGA1UEBhMCREUxGzAZBgNVBAgMEkJhZGVuLVd1ZXJ0dGVtYmVyZzEXMBUGA1UE
CgwOTmV4dGNsb3VkIEdtYkgxNjA0BgNVBAMMLU5leHRjbG91ZCBDb2RlIFNpZ25p
bmcgSW50ZXJtZWRpYXRlIEF1dGhvcml0eTCCASIwDQYJKoZIhvcNAQEBBQADggEP
ADCCAQoCggEBAJzBOypRqAhXeTB3XawW7UzwCxoovpMa0bP8fPzjeMMdCdPlZIYX
MshGHoQ4/VJyODOaq3H1AYRh20Kn/BKNAuVfRzcmY/7M5R09b0ts06l9tIVSbBeK
5krETjZtpt4crgukzQ6+8QhHE2DBdvPE7rds6EyBaiMRPNuGP1YrtGPQ+hYvajJL
yH3mq609ZZYFVOK9FuSxw5e5YBFp9Z6dNeFjnmEsYytWOhaJ+zPfQaL9JjLwxEM+
BJ1kpf/zblzL6FwUOeXP2+UJ5TAU4xh+9WsvFBR0b6iq77eYTl3eFM1QtaweCA23
OmZZZahCNLmcPA2iMyPZDGZ1mSW+h7+pMJkCAwEAAaNmMGQwHQYDVR0OBBYEFG3q
bqqpNyw8iS0XPv1G7sOeeO10MB8GA1UdIwQYMBaAFAQYAjwHzNjhemMwKilLlT4T
vZHIMBIGA1UdEwEB/wQIMAYBAf8CAQAwDgYDVR0PAQH/BAQDAgGGMA0GCSqGSIb3
DQEBCwUAA4IBAQCWnDNA14Q+bw7X0S+riMjyTabtgF443eAQIvby9sU2cHtd7qua
p/311+H7gB4F/CE+/CUxdtC5AgaW4vWRL8ge9+6jhYUjvmqdyV5wbBFrLmnqYS4h
PnNWo5cjA7apA6SrIxnJAF8vNCeyEQgHD57VeIlK35S0GpqcouuCSQvCeSjKcojx
6t/NGHcetWucHAUymzOk11NMyYyEMJ/tfUwn3drqkb4jp4Tqu4ftZt/uioDX8Gc9
Aw+IaEHKfNnh9R//Vqc06Bad04ycI6jK4cVUpC/6I6tzoY6GXwZRbESkKUyLitlX
3EnBONP0UzEZmCilIwYYfevWGT+NWnpkmey7
-----END CERTIFICATE-----
-----BEGIN CERTIFICATE-----
MIID2jCCAsKgAwIBAgIJAKCc9xL4epmrMA0GCSqGSIb3DQEBCwUAMHoxCzAJBgNV
BAYTAkRFMRswGQYDVQQIDBJCYWRlbi1XdWVydHRlbWJlcmcxEjAQBgNVBAcMCVN0
dXR0Z2FydDEXMBUGA1UECgwOTmV4dGNsb3VkIEdtYkgxITAfBgNVBAMMGE5leHRj
bG91ZCBSb290IEF1dGhvcml0eTAeFw0xNjA2MTIyMDU4MzVaFw00MTA2MDYyMDU4
MzVaMHoxCzAJBgNVBAYTAkRFMRswGQYDVQQIDBJCYWRlbi1XdWVydHRlbWJlcmcx
EjAQBgNVBAcMCVN0dXR0Z2FydDEXMBUGA1UECgwOTmV4dGNsb3VkIEdtYkgxITAf
BgNVBAMMGE5leHRjbG91ZCBSb290IEF1dGhvcml0eTCCASIwDQYJKoZIhvcNAQEB
BQADggEPADCCAQoCggEBAJuTxu0LpRExcpYJwMxc5N+YbEe7WVPIsLtKUNCXMfkc
aPlTpVydNi5zKQDpLQuHm5RE9u+L3sTck8yVj8DkgX9QfuRTbvg01paV+5ILY7Qn
47E8eHq6tf6MF0W20OxNRjcUCEoRA59AZV9FxkVGHniBx17Upk0BQXlZHViHZ9Ey
2Zhsw9ZetT0VCv9UGuN0Rr6T6fzgW84HoDWsesG7UwEpnct/hQf20w/iIhZspew7
RAHJZTOYnNSaBUnyiCf58SaOyxvmdfseItjMuE1FBR6bTWkLQ/a/1xH2FCk0izm5
1foZF0Ya0fAzVHwBkOVZeIuswjvuqgp/TkB6W0i73aUCAwEAAaNjMGEwHQYDVR0O
BBYEFAQYAjwHzNjhemMwKilLlT4TvZHIMB8GA1UdIwQYMBaAFAQYAjwHzNjhemMw
KilLlT4TvZHIMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgGGMA0GCSqG
SIb3DQEBCwUAA4IBAQCBv40RAXMtMah61q6wYATw4q4cvIKLjKoyApHPHZhQnWwe
VLv/D2a26A8VwDNQ1LGv4NzzIDcpWz+pk+rXMNnyjXwr0AtKM2Vg07yKqkZB9J1c
duYm0j8FLdCHXIjRucgMA/wiwR4mB9PVGtQfCvUQl2Hfkiagkw31llGCXugQPsnh
vhfMWxkdVFAnzDoATWe2SDuuyyd5Sl4/LKn8HEysusaYCMpPDP+seZGjA0ukZ3F+
pO0PlAEb3OypRavz8iR8s+VbE0wdAX1mPByx8SU8Wkq76p4G261PvTrfYKnreU8z
b47G5k8BAiPCtNze/Ihul6lpLK6yk+FRXcZCl1sg
-----END CERTIFICATE-----`;

;// CONCATENATED MODULE: ./build/bundle/common/trust.js
// SPDX-License-Identifier: MIT



/** Certificates that are each an accepted issuer, as in the servers' bundle. */
class Trust {
    issuers;
    /** takes every issuer for an accepted one */
    isIndifferent = false;
    constructor(issuers) {
        this.issuers = issuers;
    }
    /** @throws InputError `not-a-certificate` where the text holds none */
    static fromPem(text, file = 'the trust file') {
        const issuers = certificate/* Certificate */.us.allFromPem(text, file);
        if (issuers.length === 0) {
            throw new input_error/* InputError */.d('not-a-certificate', `${file} holds no certificate.`, {
                hint: 'Give a PEM file with one or more CA certificates.',
                file,
            });
        }
        return new Trust(issuers);
    }
    /** the pinned bundle of the servers */
    static pinned() {
        return Trust.fromPem(pinnedBundle, 'the pinned bundle');
    }
    /** Accepts every issuer: for a check that goes on where an unknown issuer was told as a warning already. */
    static indifferent() {
        return new (class extends Trust {
            isIndifferent = true;
            issuerOf(certificate) {
                return certificate;
            }
        })([]);
    }
    /**
     * The issuer that the server's checker and installer find (server: IntegrityCheck/Checker.php with phpseclib): the
     * first with the same name octet by octet and key identifiers that agree; then its key must verify the signature, and
     * no other one is tried. No path is built; dates, key usage and the issuer's own signature are not looked at. Nothing
     * is fetched.
     */
    issuerOf(certificate) {
        const issuer = this.issuers.find((candidate) => names(candidate, certificate));
        return issuer !== undefined && certificate.isSignedBy(issuer.publicKey) ? issuer : undefined;
    }
}
const authorityKeyIdentifier = '2.5.29.35';
function names(issuer, certificate) {
    if (!certificate.issuer.equals(issuer.subject))
        return false;
    if (certificate.extension(authorityKeyIdentifier) === undefined)
        return true;
    const { keyId, serial } = certificate.authorityKeyId;
    const has = issuer.subjectKeyId;
    // An authority key identifier without the key's own is no match either where the issuer has one (measured).
    if (has !== undefined && (keyId === undefined || Buffer.compare(keyId, has) !== 0))
        return false;
    return serial === undefined || serial === issuer.serial;
}


/***/ })

};
;