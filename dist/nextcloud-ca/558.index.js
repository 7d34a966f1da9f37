"use strict";
exports.id = 558;
exports.ids = [558,438];
exports.modules = {

/***/ 7438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   expiring: () => (/* binding */ expiring),
/* harmony export */   expiringCertificates: () => (/* binding */ expiringCertificates),
/* harmony export */   withinOption: () => (/* binding */ withinOption)
/* harmony export */ });
/* harmony import */ var _expiry_expiring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6405);
/* harmony import */ var _repository_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3460);
/* harmony import */ var _x509_serial_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2040);
/* harmony import */ var _repository_option_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1948);




const withinOption = {
    type: 'string',
    value: 'DAYS',
    help: 'how far to look ahead, e.g. 180d (default: 180d)',
};
const expiring = {
    name: 'expiring',
    usage: '--repository DIR --within 180d',
    summary: 'Names the certificates that end soon, by quarter, and who asked for them.',
    options: { repository: _repository_option_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOption */ .cx, within: withinOption, format: _repository_option_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonOption */ .Ec },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const json = (0,_repository_option_js__WEBPACK_IMPORTED_MODULE_3__/* .isJson */ .Fh)(args);
        const { quarters } = await expiringCertificates(args, terminal);
        const document = quarters.map(({ name, certificates }) => ({
            quarter: name,
            certificates: certificates.map(facts),
        }));
        terminal.out(json ? `${JSON.stringify(document, null, 2)}\n` : quarters.map(paragraph).join('\n'));
        if (!json && quarters.length === 0)
            terminal.out('no certificate ends in that time\n');
        return 'fine';
    },
};
async function expiringCertificates(args, terminal) {
    const now = new Date();
    const until = (0,_expiry_expiring_js__WEBPACK_IMPORTED_MODULE_0__/* .untilOf */ .g)(args.text('within') ?? '180d', now);
    const repository = await _repository_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .Repository */ .LN.open((0,_repository_option_js__WEBPACK_IMPORTED_MODULE_3__/* .openStore */ .Ch)(args, terminal));
    return { repository, quarters: await (0,_expiry_expiring_js__WEBPACK_IMPORTED_MODULE_0__/* .expiring */ .ZQ)(repository, now, until) };
}
function facts({ record, daysLeft }) {
    const { app, serial, notAfter, requestedBy, requestedAt } = record;
    return {
        app,
        serial: (0,_x509_serial_js__WEBPACK_IMPORTED_MODULE_2__/* .serialText */ .S7)(serial),
        notAfter: notAfter.toISOString(),
        daysLeft,
        requestedBy: requestedBy ?? null,
        requestedAt: requestedAt?.toISOString() ?? null,
    };
}
function paragraph({ name, certificates }) {
    const lines = certificates.map(({ record, daysLeft }) => {
        const left = daysLeft < 0 ? 'is over' : `${daysLeft} days left`;
        const asked = record.requestedBy === undefined ? '' : `, asked for by ${record.requestedBy}`;
        return `  ${record.notAfter.toISOString().slice(0, 10)}  ${record.app} (${left}${asked})\n`;
    });
    return `${name}: ${certificates.length}\n${lines.join('')}`;
}


/***/ }),

/***/ 6558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renewals: () => (/* binding */ renewals)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/review/request-file.js + 1 modules
var request_file = __webpack_require__(9424);
// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
;// CONCATENATED MODULE: ./build/bundle/ca/expiry/renewal.js
// SPDX-License-Identifier: MIT




/** Same key, new certificate, no revocation; or in words why that cannot be. */
async function renewal({ store }, { record }) {
    const { app, key } = record;
    const path = (0,repository/* requestPath */.Zq)(app);
    const bytes = await store.read(path);
    if (bytes === undefined)
        return 'there is no request beside the certificate';
    const { request } = new request_file/* RequestFile */.s(path, bytes);
    if (request === undefined || (0,review_subject/* keyHash */.aE)(request.spki) !== key) {
        return 'the request beside the certificate is not the one that was certified';
    }
    // in the form that OpenSSL writes, whatever the form was at the time: the request itself stays as it is
    const text = pullRequestText({ record });
    return {
        app,
        files: new Map([
            [path, Buffer.from(request.toPem(), 'latin1')],
            [`${app}/pull-request.md`, Buffer.from(text, 'utf8')],
        ]),
    };
}
function pullRequestText({ record }) {
    const { app, serial, notAfter, requestedBy, requestedAt } = record;
    const asked = requestedBy === undefined
        ? ''
        : `It was asked for by ${requestedBy.replace(/ ?<.*>$/, '')}${requestedAt ? ` on ${requestedAt.toISOString().slice(0, 10)}` : ''}.\n`;
    return `# Renew the certificate of ${app}

The certificate of \`${app}\` (serial ${(0,x509_serial/* serialText */.S7)(serial)}) ends on ${notAfter.toISOString().slice(0, 10)}.
${asked}
This renews it: the same request with the same key gets a new certificate. Nothing is revoked; the old certificate stays
valid until it ends, and everything that was released with it can be installed.

When the new certificate is here:

1. Keep signing releases with the old one until its last weeks: both work.
2. Register the new certificate in the store only together with the next release. **Registering another certificate
   deletes all releases of the app from the store**, also where the key is the same.
3. Publish the release that is signed with the new certificate right after that.
`;
}

// EXTERNAL MODULE: ./build/bundle/ca/cli/expiring.js
var expiring = __webpack_require__(7438);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 1 modules
var repository_option = __webpack_require__(1948);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/renewals.js
// SPDX-License-Identifier: MIT





const renewals = {
    name: 'renewals',
    usage: '--repository DIR --within 180d --out DIR',
    summary: 'Writes a pull request for each certificate that ends soon: the same key, a new certificate, no revocation.',
    options: {
        repository: repository_option/* repositoryOption */.cx,
        within: expiring.withinOption,
        out: { type: 'string', value: 'DIR', help: 'where a folder for each app goes: the request, and pull-request.md' },
        format: repository_option/* jsonOption */.Ec,
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const out = (0,external_node_path_.resolve)(terminal.cwd, args.required('out'));
        const { repository, quarters } = await (0,expiring.expiringCertificates)(args, terminal);
        const written = [];
        const passedOver = [];
        for (const certificate of quarters.flatMap(({ certificates }) => certificates)) {
            const made = await renewal(repository, certificate);
            if (typeof made === 'string') {
                passedOver.push({ app: certificate.record.app, why: made });
                continue;
            }
            for (const [path, bytes] of made.files) {
                const file = (0,external_node_path_.join)(out, path);
                (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
                (0,external_node_fs_.writeFileSync)(file, bytes);
            }
            written.push(made.app);
        }
        if (json) {
            terminal.out(`${JSON.stringify({ written, passedOver }, null, 2)}\n`);
            return 'fine';
        }
        terminal.out(`${out}: ${written.length} renewals\n`);
        for (const { app, why } of passedOver)
            terminal.out(`passed over: ${app}: ${why}\n`);
        return 'fine';
    },
};


/***/ }),

/***/ 6405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ quarterOf),
/* harmony export */   ZQ: () => (/* binding */ expiring),
/* harmony export */   g: () => (/* binding */ untilOf)
/* harmony export */ });
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8647);
/* harmony import */ var _repository_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3460);
// SPDX-License-Identifier: MIT



const day = 86_400_000;
/**
 * The certificates in the repository that end before `until`, by quarter: those that are there, count, and are not
 * revoked.
 */
async function expiring({ ledger, store }, now, until) {
    const ending = [...ledger.certificates()]
        .filter(({ notAfter, serial }) => notAfter <= until && ledger.revocationOf(serial) === undefined)
        .toSorted((a, b) => a.notAfter.getTime() - b.notAfter.getTime() || (a.app < b.app ? -1 : 1));
    const quarters = new Map();
    for (const record of ending) {
        const bytes = await store.read((0,_repository_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .certificatePath */ .f)(record.app));
        if (bytes === undefined || fingerprintOf(bytes) !== record.fingerprint)
            continue;
        const name = quarterOf(record.notAfter);
        const daysLeft = Math.floor((record.notAfter.getTime() - now.getTime()) / day);
        quarters.set(name, [...(quarters.get(name) ?? []), { record, daysLeft }]);
    }
    return [...quarters].map(([name, certificates]) => ({ name, certificates }));
}
function quarterOf(date) {
    return `${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}
/**
 * `180d` from now.
 * @throws InputError `bad-usage`
 */
function untilOf(within, now) {
    const days = /^(\d{1,5})d$/.exec(within)?.[1];
    if (days === undefined) {
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `"${within}" is not a number of days.`, { hint: 'Give for example 180d.' });
    }
    return new Date(now.getTime() + Number(days) * day);
}
function fingerprintOf(bytes) {
    try {
        return _common_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .Certificate */ .us.fromPem(Buffer.from(bytes).toString('latin1')).fingerprint;
    }
    catch (error) {
        if (error instanceof _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 9094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ CertificateRequest)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
// EXTERNAL MODULE: ./build/bundle/common/distinguished-name.js
var distinguished_name = __webpack_require__(5422);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/ca/x509/rsa-key.js
// SPDX-License-Identifier: MIT


/** Undefined where Node knows no such key, or it is damaged. */
function publicKeyOf(spki) {
    try {
        return (0,external_node_crypto_.createPublicKey)({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    }
    catch {
        return undefined;
    }
}
/** The numbers of a SubjectPublicKeyInfo (RFC 8017 appendix A.1.1); undefined where it is no RSA key. */
function rsaKeyOf(spki, key = publicKeyOf(spki)) {
    if (key?.asymmetricKeyType !== 'rsa')
        return undefined;
    const bits = (0,der_reader/* readDer */.SU)(spki).children()[1]?.bits();
    const [modulus, exponent] = bits === undefined ? [] : (0,der_reader/* readDer */.SU)(bits).children();
    if (!modulus || !exponent)
        return undefined;
    const value = modulus.integer();
    return { modulus: value, bits: value.toString(2).length, exponent: exponent.integer() };
}

;// CONCATENATED MODULE: ./build/bundle/ca/request/certificate-request.js






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
        const [info, algorithm, signature, ...more] = (0,der_reader/* readDer */.SU)(der).expect(der_reader/* tag */.Tc.sequence, 'a request').children();
        const [version, subject, spki, attributes] = info?.expect(der_reader/* tag */.Tc.sequence, 'a request').children() ?? [];
        if (!info || !algorithm || !signature || !version || !subject || !spki || more.length > 0) {
            throw notARequest('the bytes are not a PKCS#10 request: fields are missing or too many');
        }
        this.info = info.bytes;
        this.version = version.integer();
        this.subject = new distinguished_name/* DistinguishedName */.S(subject);
        this.spki = spki.expect(der_reader/* tag */.Tc.sequence, 'a public key').bytes;
        const read = attributes?.expect(0xa0, 'the attributes').children() ?? [];
        const pairs = read.map((attribute) => {
            const [type, values] = attribute.expect(der_reader/* tag */.Tc.sequence, 'an attribute').children();
            if (!type || !values)
                throw notARequest('an attribute is incomplete');
            return { type: type.oid(), values: values.expect(der_reader/* tag */.Tc.set, 'the values of an attribute').children() };
        });
        this.attributes = pairs.map(({ type }) => type);
        this.requestedExtensions = pairs
            .filter(({ type }) => type === extensionRequest)
            .flatMap(({ values }) => values.flatMap(certificate/* readExtensions */.HW));
        this.signatureAlgorithm = (0,certificate/* algorithmOf */.Hy)(algorithm);
        this.signature = signature.bits();
    }
    /**
     * The one request of a PEM text.
     * @throws AuthorityError `not-a-request` where there is none, or more than one
     */
    static fromPem(text, file = 'the request') {
        const blocks = (0,pem/* parsePem */.o)(text, file).filter(({ label }) => labels.includes(label));
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
        this.#publicKey ??= { key: publicKeyOf(this.spki) };
        return this.#publicKey.key;
    }
    /** Undefined where the key is not RSA, or cannot be read. */
    get rsaKey() {
        return rsaKeyOf(this.spki, this.publicKey);
    }
    /** e.g. `sha256`; undefined where it is not RSA with PKCS#1 v1.5 */
    get signatureHash() {
        return certificate/* rsaSignatureHashes */.lS[this.signatureAlgorithm];
    }
    /** The requester holds the private key: the signature verifies with the request's own key (RSA only). */
    get isSelfSigned() {
        const key = this.publicKey;
        this.#isSelfSigned ??= key !== undefined && (0,certificate/* verifyRsa */.Sb)(this.signatureAlgorithm, this.info, key, this.signature);
        return this.#isSelfSigned;
    }
    toPem() {
        return (0,pem/* encodePem */.T)('CERTIFICATE REQUEST', this.der);
    }
}
function notARequest(what, file) {
    return new authority_error/* AuthorityError */.s('not-a-request', `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}.`, {
        hint: 'Make the request again: nextcloud-release certificate request APP_ID.',
        ...(file !== undefined && { file }),
    });
}


/***/ }),

/***/ 9424:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ RequestFile)
});

// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/request/certificate-request.js + 1 modules
var certificate_request = __webpack_require__(9094);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
;// CONCATENATED MODULE: ./build/bundle/ca/review/kind-of.js
// SPDX-License-Identifier: MIT


/** What a DER structure most probably is, by its outermost shape: whatever the label above it says. */
function kindOf(der) {
    try {
        return kindOfNodes((0,der_reader/* readDer */.SU)(der).expect(der_reader/* tag */.Tc.sequence, 'a structure').children());
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return 'unknown';
        throw error;
    }
}
function kindOfNodes([first, second, third]) {
    if (first?.tag === der_reader/* tag */.Tc.integer) {
        // PKCS#8 is version, algorithm, octets; PKCS#1 is nine integers; SEC 1 is version and octets
        const isKey = third?.tag === der_reader/* tag */.Tc.octetString || second?.tag === der_reader/* tag */.Tc.octetString || third?.tag === der_reader/* tag */.Tc.integer;
        return isKey ? 'a private key' : 'unknown';
    }
    if (first?.tag !== der_reader/* tag */.Tc.sequence)
        return 'unknown';
    if (second?.tag === der_reader/* tag */.Tc.octetString)
        return 'a private key';
    if (second?.tag === der_reader/* tag */.Tc.bitString)
        return 'a public key';
    if (third?.tag !== der_reader/* tag */.Tc.bitString)
        return 'unknown';
    const inner = first.children();
    if (inner[0]?.tag === der_reader/* tag */.Tc.integer &&
        inner.length <= 4 &&
        inner[1]?.tag === der_reader/* tag */.Tc.sequence &&
        inner[2]?.tag === der_reader/* tag */.Tc.sequence) {
        return inner[3] === undefined || inner[3].tag === 0xa0 ? 'a certificate request' : 'unknown';
    }
    const times = [der_reader/* tag */.Tc.utcTime, der_reader/* tag */.Tc.generalizedTime];
    return inner.some((node) => times.includes(node.tag)) ? 'a revocation list' : 'a certificate';
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/request-file.js
// SPDX-License-Identifier: MIT




/** A request has 1.6 KB with RSA-4096; this is RSA-16384 with a long subject, and far from where reading becomes slow. */
const maxBytes = 32 * 1024;
const block = /^(-+) ?BEGIN ([A-Z0-9 ]{1,64}?) ?(-+)\n([\s\S]*?)\n(-+) ?END ([A-Z0-9 ]{1,64}?) ?(-+)$/gm;
/**
 * A file that ought to hold one request, read as forgivingly as can be, so that everything that is wrong is known at the
 * first look; nothing it holds is ever quoted, because it may be a private key.
 */
class RequestFile {
    path;
    bytes;
    problems;
    /** absent where no request could be made out */
    request;
    /** 1-based line of the BEGIN line */
    line;
    /** @param path as the user wrote it, or relative to the certificate repository */
    constructor(path, bytes) {
        this.path = path;
        this.bytes = bytes;
        const problems = [];
        const der = findRequest(bytes, problems);
        this.request = der && parseRequest(der.der, der.line, problems);
        this.line = der?.line ?? 1;
        this.problems = problems;
    }
    /** the file's name without `.csr` */
    get appId() {
        return (this.path.split(/[/\\]/).at(-1) ?? '').replace(/\.csr$/, '');
    }
}
function findRequest(bytes, problems) {
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
    const blocks = [...text.matchAll(block)];
    if (blocks.length === 0)
        return findWithoutPem(bytes, text, problems);
    if (notes.length > 0)
        problems.push({ rule: 'request-encoding', message: `The file has ${notes.join(', ')}.` });
    const requests = blocks.filter(([, , label]) => label !== undefined && /^(NEW )?CERTIFICATE REQUEST$/.test(label));
    const [first] = requests;
    for (const [, , label = '', , body = ''] of blocks)
        noteWrongKind(label, body, first !== undefined, problems);
    if (first === undefined)
        return undefined;
    const line = lineOf(text, first.index);
    const [whole, open, label, openEnd, body = '', close, closeLabel, closeEnd] = first;
    if ([open, openEnd, close, closeEnd].some((dashes) => dashes?.length !== 5) ||
        label !== closeLabel ||
        /- | -/.test(firstAndLast(whole))) {
        problems.push({
            rule: 'request-pem',
            line,
            message: 'The BEGIN and END lines do not have five dashes at each end and the same words.',
        });
    }
    if (requests.length > 1)
        problems.push({ rule: 'request-several', line: lineOf(text, requests[1]?.index ?? 0) });
    const around = blocks.reduce((rest, [one]) => rest.replace(one, ''), text).trim();
    if (around !== '')
        problems.push({ rule: 'request-text-around' });
    const der = decodeBase64(body);
    if (der === undefined)
        problems.push({
            rule: 'request-pem',
            line,
            message: 'Between BEGIN and END there is something other than base64.',
        });
    return der && { der, line };
}
/** Base64 without its PEM lines, or DER as it is: said by name, and read all the same. */
function findWithoutPem(bytes, text, problems) {
    const der = bytes[0] === 0x30 ? bytes : decodeBase64(text.replace(/^-+ ?(?:BEGIN|END)[^\n]*$/gm, ''));
    const kind = der === undefined ? 'unknown' : kindOf(der);
    if (kind === 'a private key')
        problems.push({ rule: 'request-private-key', line: 1 });
    else if (kind === 'a certificate request')
        problems.push({ rule: 'request-pem', line: 1, message: 'The BEGIN and END lines are missing or damaged.' });
    else if (kind === 'unknown')
        problems.push({ rule: 'request-pem', line: 1 });
    else
        problems.push({ rule: 'request-wrong-kind', message: `The file holds ${kind}, not a certificate request.` });
    return kind === 'a certificate request' && der !== undefined ? { der, line: 1 } : undefined;
}
function noteWrongKind(label, body, beside, problems) {
    const der = decodeBase64(body);
    const kind = der === undefined ? 'unknown' : kindOf(der);
    const labelled = /^(NEW )?CERTIFICATE REQUEST$/.test(label);
    if (kind === 'a private key' && !label.includes('PRIVATE KEY'))
        problems.push({ rule: 'request-private-key' });
    else if (!label.includes('PRIVATE KEY') && (!labelled || (kind !== 'a certificate request' && kind !== 'unknown'))) {
        const what = kind === 'unknown' ? `a block "${label}"` : kind;
        problems.push({
            rule: 'request-wrong-kind',
            message: `The file holds ${what}${beside && !labelled ? ' beside the request' : ', not a certificate request'}.`,
        });
    }
}
function parseRequest(der, line, problems) {
    try {
        return new certificate_request/* CertificateRequest */.D(der);
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d || error instanceof authority_error/* AuthorityError */.s))
            throw error;
        if (!problems.some(({ rule }) => rule === 'request-wrong-kind' || rule === 'request-private-key')) {
            problems.push({ rule: 'request-der', line, message: error.message });
        }
        return undefined;
    }
}
/** UTF-16 with a byte order mark becomes text too, so that it can be said what it holds. */
function decode(bytes) {
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : bytes[0] === 0xfe && bytes[1] === 0xff
            ? 'utf-16be'
            : undefined;
    return utf16 === undefined ? Buffer.from(bytes).toString('utf8') : `\ufeff${new TextDecoder(utf16).decode(bytes)}`;
}
/** What is no fault of anybody's, taken away, and said: the file is used as if it had been right. */
function normalise(raw) {
    const notes = [];
    const step = (note, from, to) => {
        if (from !== to)
            notes.push(note);
        return to;
    };
    let text = step('a byte order mark', raw, raw.replace(/^\ufeff/, ''));
    text = step('Windows line ends', text, text.replace(/\r\n?/g, '\n'));
    text = step('blanks at line ends', text, text.replace(/(?<![ \t])[ \t]+$/gm, ''));
    text = step('blanks or empty lines at its start', text, text.replace(/^\s+/, ''));
    if (!text.endsWith('\n'))
        notes.push('no newline at its end');
    else if (text.endsWith('\n\n'))
        notes.push('empty lines at its end');
    return { text: text.trimEnd(), notes: text.trim() === '' ? [] : notes };
}
function decodeBase64(body) {
    const compact = body.replace(/\s+/g, '');
    if (compact === '' || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact))
        return undefined;
    return Buffer.from(compact, 'base64');
}
function firstAndLast(text) {
    const lines = text.split('\n');
    return `${lines[0] ?? ''}\n${lines.at(-1) ?? ''}`;
}
function lineOf(text, index) {
    return text.slice(0, index).split('\n').length;
}


/***/ })

};
;