"use strict";
exports.id = 988;
exports.ids = [988];
exports.modules = {

/***/ 2988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  blockKey: () => (/* binding */ blockKey)
});

// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/render/json.js
var render_json = __webpack_require__(9495);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/block-keys.js
// SPDX-License-Identifier: MIT


/**
 * Writes down that keys are never to be certified; those that are blocked already stay as they are.
 * @param keys SHA-256 of their SubjectPublicKeyInfo, hex
 * @param why for whoever asks for a certificate with one of them
 * @returns those that are blocked from now on
 * @throws AuthorityError `key-certified` where a certificate with one of them is not revoked: to block the key alone would
 *   leave it valid; then nothing is written
 */
async function blockKeys(repository, keys, why, now) {
    const { ledger } = repository;
    const valid = [...new Set(keys)]
        .flatMap((key) => ledger.certificatesOfKey(key))
        .find(({ serial }) => ledger.revocationOf(serial) === undefined);
    if (valid !== undefined) {
        const serial = (0,x509_serial/* serialText */.S7)(valid.serial);
        throw new authority_error/* AuthorityError */.s('key-certified', `The key ${valid.key} has a certificate that is not revoked, ${serial} of ${valid.app}; nothing was written.`, { hint: `Run "nextcloud-ca revoke 0x${serial} --reason keyCompromise": that blocks the key, too.` });
    }
    const fresh = new Set(keys.filter((key) => ledger.blockedKey(key) === undefined));
    const entries = [...fresh].map((key) => ({ kind: 'block-key', key, why }));
    if (entries.length > 0)
        await repository.record(entries, now);
    return fresh;
}

// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository_repository = __webpack_require__(3460);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/ca/request/certificate-request.js
var certificate_request = __webpack_require__(7052);
// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
;// CONCATENATED MODULE: ./build/bundle/ca/review/keys-in-file.js
// SPDX-License-Identifier: MIT







/** A private key of RSA-16384 has 13 KB; nobody needs to look at more than some dozens of them at once. */
const maxBytes = 1024 * 1024;
const kinds = {
    'CERTIFICATE REQUEST': 'request',
    'NEW CERTIFICATE REQUEST': 'request',
    CERTIFICATE: 'certificate',
    'PUBLIC KEY': 'public key',
    'RSA PUBLIC KEY': 'public key',
    'PRIVATE KEY': 'private key',
    'RSA PRIVATE KEY': 'private key',
    'EC PRIVATE KEY': 'private key',
    'ENCRYPTED PRIVATE KEY': 'private key',
};
/**
 * The keys that a PEM file names, in order, each once. No message repeats anything that stands in the file.
 * @throws AuthorityError `not-a-key` where there is none, or one of them cannot be told; InputError `not-pem`, `file-too-large`
 */
function keysInFile(bytes, file) {
    if (bytes.length > maxBytes) {
        throw new input_error/* InputError */.d('file-too-large', `${file} has ${bytes.length} bytes; a key has some thousand.`, {
            hint: 'Give the file of the key, the request or the certificate itself.',
            file,
        });
    }
    const text = Buffer.from(bytes).toString('latin1');
    const found = new Map();
    for (const block of (0,pem/* parsePem */.o)(text, file)) {
        const kind = kinds[block.label];
        if (kind === undefined)
            continue;
        const key = (0,review_subject/* keyHash */.aE)(spkiOf(kind, block, file));
        if (!found.has(key))
            found.set(key, { kind, key });
    }
    // as OpenSSL encrypted keys before PKCS#8 (RFC 1421)
    if (/^Proc-Type: *4, *ENCRYPTED/m.test(text))
        throw encrypted(file);
    if (found.size > 0)
        return [...found.values()];
    throw new authority_error/* AuthorityError */.s('not-a-key', `${file} holds no key: there is no PEM block of a request, a certificate, a public or a private key in it.`, { hint: 'Give one of these. From a key in another form: openssl pkey -in FILE -pubout -out FILE.pub', file });
}
function spkiOf(kind, { label, der, line, text }, file) {
    if (label === 'ENCRYPTED PRIVATE KEY')
        throw encrypted(file, line);
    try {
        if (kind === 'request')
            return new certificate_request/* CertificateRequest */.D(der).spki;
        if (kind === 'certificate')
            return new certificate/* Certificate */.us(der).spki;
        return (0,external_node_crypto_.createPublicKey)(text).export({ type: 'spki', format: 'der' });
    }
    catch {
        // no cause: what Node or OpenSSL says of a private key is nobody's business
        throw new authority_error/* AuthorityError */.s('not-a-key', `${file}:${line}: the ${kind} cannot be read.`, {
            hint: 'Give the whole of it, from the BEGIN line to the END line.',
            ...{ file, line },
        });
    }
}
function encrypted(file, line) {
    const place = line === undefined ? file : `${file}:${line}`;
    return new authority_error/* AuthorityError */.s('not-a-key', `${place}: the private key is encrypted: nobody can see which key it is.`, {
        hint: 'Give its public half: openssl pkey -in FILE -pubout -out FILE.pub',
        ...{ file, ...(line !== undefined && { line }) },
    });
}

// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/block-key.js







const blockKey = {
    name: 'block-key',
    usage: 'FILE... --reason TEXT --repository DIR',
    summary: 'Writes down that a key is never to be certified. FILE is a request, a certificate, a public or a private key (PEM).',
    options: {
        repository: repository_option/* repositoryOption */.cx,
        reason: {
            type: 'string',
            value: 'TEXT',
            help: 'what happened; it is told to whoever asks for a certificate with it',
        },
        format: repository_option/* jsonOption */.Ec,
    },
    positionals: [1, Infinity],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const why = readReason(args.required('reason'));
        const store = (0,repository_option/* openStore */.Ch)(args, terminal);
        const given = args.positionals.flatMap((file) => keysInFile((0,repository_option/* readBytes */.io)(terminal, file), file).map((found) => ({ file, ...found })));
        const keys = await store.locked(async () => {
            const repository = await repository_repository/* Repository */.LN.openToWrite(store);
            const hashes = given.map(({ key }) => key);
            const fresh = await blockKeys(repository, hashes, why, new Date());
            return given.map((one) => ({
                ...one,
                blocked: fresh.has(one.key) ? 'now' : 'before',
                reason: repository.ledger.blockedKey(one.key) ?? why,
            }));
        });
        if (json) {
            terminal.out((0,render_json/* renderJson */.h)(keys));
            return 'fine';
        }
        for (const { file, kind, key, blocked, reason } of keys) {
            const what = `${blocked === 'now' ? 'blocked' : 'blocked already'}: ${key}, the key of the ${kind} ${file}: ${reason}`;
            terminal.out(`${(0,printable/* printable */.g)(what)}\n`);
        }
        return 'fine';
    },
};
function readReason(text) {
    const reason = text.trim();
    if (reason !== '' && reason.length <= 500 && !/\p{Cc}/u.test(reason))
        return reason;
    throw new input_error/* InputError */.d('bad-usage', 'The reason is empty, longer than 500 characters, or not one line.', {
        hint: 'Say in one line what happened, e.g. --reason "its private key was in a public repository".',
    });
}


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


/***/ })

};
;