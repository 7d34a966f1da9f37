"use strict";
exports.id = 853;
exports.ids = [853];
exports.modules = {

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
// EXTERNAL MODULE: ./build/bundle/ca/request/certificate-request.js
var certificate_request = __webpack_require__(7052);
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
const requestLabel = /^(NEW )?CERTIFICATE REQUEST$/;
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
    const blocks = Array.from(text.matchAll(block), (match) => ({ match, der: decodeBase64(match[4] ?? '') }));
    if (blocks.length === 0)
        return findWithoutPem(bytes, text, problems);
    if (notes.length > 0)
        problems.push({ rule: 'request-encoding', message: `The file has ${notes.join(', ')}.` });
    const requests = blocks.filter(({ match }) => requestLabel.test(match[2] ?? ''));
    const [first] = requests;
    for (const { match, der } of blocks)
        noteWrongKind(match[2] ?? '', der, first !== undefined, problems);
    if (first === undefined)
        return undefined;
    const { match, der } = first;
    const line = lineOf(text, match.index);
    const [whole, open, label, openEnd, , close, closeLabel, closeEnd] = match;
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
        problems.push({ rule: 'request-several', line: lineOf(text, requests[1]?.match.index ?? 0) });
    const around = blocks.reduce((rest, { match: [one] }) => rest.replace(one, ''), text).trim();
    if (around !== '')
        problems.push({ rule: 'request-text-around' });
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
function noteWrongKind(label, der, beside, problems) {
    const kind = der === undefined ? 'unknown' : kindOf(der);
    const labelled = requestLabel.test(label);
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


/***/ }),

/***/ 1886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ review)
});

// UNUSED EXPORTS: reviewRules

// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
;// CONCATENATED MODULE: ./build/bundle/ca/review/form-rules.js
const again = 'Make the request again and commit the file as it is: nextcloud-release certificate request APP_ID.';
const pem = 'RFC 7468 section 7';
const form_rules_forms = [
    ['request-empty', 'error', 'The file is empty.', again, pem],
    [
        'request-too-large',
        'error',
        'The file is far too large for a request.',
        again,
        'RSA-16384 with a long subject has 12 KB',
    ],
    [
        'request-private-key',
        'error',
        'The file holds a private key. It is public now: never use it again.',
        'Make a new key and a new request, and tell nobody the key: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".',
        'app-certificate-requests#1006, #818',
    ],
    [
        'request-wrong-kind',
        'error',
        'The file holds something other than a certificate request.',
        again,
        'app-certificate-requests#268',
    ],
    ['request-pem', 'error', 'The file is not in PEM form.', again, `${pem}; app-certificate-requests#775`],
    ['request-several', 'error', 'The file holds more than one request.', 'Leave one request in the file.', pem],
    [
        'request-text-around',
        'error',
        'There is text before or after the request.',
        'Leave nothing in the file but the lines from BEGIN to END.',
        pem,
    ],
    ['request-der', 'error', 'The request is damaged.', again, 'RFC 2986 section 4'],
    ['request-encoding', 'info', 'The file is not written as OpenSSL writes it.', 'Nothing needs to be done.', pem],
];
/** What the file has to look like, before its content is asked. */
const formRules = form_rules_forms.map(([id, severity, message, fix, source]) => ({
    id,
    severity,
    message,
    fix,
    source,
    check: ({ file }) => file.problems
        .filter(({ rule }) => rule === id)
        .map(({ line, message: words }) => ({
        ...(line !== undefined && { line }),
        ...(words !== undefined && { message: words }),
    })),
}));

// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
;// CONCATENATED MODULE: ./build/bundle/ca/review/weak-key.js
// SPDX-License-Identifier: MIT
/** Faults of RSA moduli that can be found in milliseconds, without the private key. */
const rocaPrimes = primesBelow(168).slice(1);
/** A prime below `limit` that divides the modulus: no generator makes such a key. */
function smallFactor(modulus, limit = 1000) {
    const { all, groups } = primeGroups(limit);
    const rest = modulus % all;
    for (const { product, primes } of groups) {
        const small = Number(rest % product);
        const factor = primes.find((prime) => small % prime === 0);
        if (factor !== undefined)
            return factor;
    }
    return undefined;
}
const knownGroups = new Map();
/** Primes multiplied up to what a double holds exactly: one division for five of them. */
function primeGroups(limit) {
    const known = knownGroups.get(limit);
    if (known !== undefined)
        return known;
    const groups = [];
    for (const prime of primesBelow(limit)) {
        const last = groups.at(-1);
        if (last === undefined || last.product * BigInt(prime) > Number.MAX_SAFE_INTEGER) {
            groups.push({ product: BigInt(prime), primes: [prime] });
        }
        else {
            last.product *= BigInt(prime);
            last.primes.push(prime);
        }
    }
    const made = { groups, all: groups.reduce((all, { product }) => all * product, 1n) };
    knownGroups.set(limit, made);
    return made;
}
/** For each prime, the powers of 65537 modulo it. */
const rocaGroups = rocaPrimes.map((prime) => {
    const powers = new Set();
    for (let power = 1; !powers.has(power); power = (power * 65537) % prime)
        powers.add(power);
    return { prime, powers };
});
/**
 * Keys of Infineon's library (CVE-2017-15361): both primes are powers of 65537 modulo a product of small primes, and so
 * is the modulus. One sound key in about 10^8 looks like that by chance.
 */
function isRoca(modulus) {
    return rocaGroups.every(({ prime, powers }) => powers.has(Number(modulus % BigInt(prime))));
}
/**
 * True where Fermat's method finds the factors within `rounds` steps: the primes lie too near each other
 * (CVE-2022-26320). A step asks whether (root + round)² - modulus is a square. What it leaves modulo a few small numbers
 * nearly always says no, and is told without a long number: 100 rounds take 0.06 ms instead of 0.12, 10,000 0.4 instead
 * of 7.
 */
function hasClosePrimes(modulus, rounds = 100) {
    const floor = squareRoot(modulus);
    if (floor * floor === modulus)
        return true;
    const root = floor + 1n;
    const smallRoot = Number(root % BigInt(sieve));
    const smallModulus = Number(modulus % BigInt(sieve));
    for (let round = 0; round < rounds; round++) {
        const side = (smallRoot + round) % sieve;
        if (canBeSquare((side * side - smallModulus + sieve) % sieve)) {
            const whole = root + BigInt(round);
            const rest = whole * whole - modulus;
            const other = squareRoot(rest);
            if (other * other === rest)
                return true;
        }
    }
    return false;
}
/** The greatest common divisor of the modulus and any of the others that is neither 1 nor the modulus itself. */
function sharedFactor(modulus, productOfOthers) {
    const factor = gcd(modulus, productOfOthers % modulus);
    return factor === 1n ? undefined : factor;
}
function gcd(a, b) {
    while (b !== 0n)
        [a, b] = [b, a % b];
    return a;
}
/** squares leave only 12 of 64 remainders modulo 64, and few modulo 63, 65 and 11: one number in 170 is looked at closer */
const moduli = [64, 63, 65, 11];
const sieve = moduli.reduce((product, modulus) => product * modulus);
const sieves = moduli.map((modulus) => {
    const squares = Array.from({ length: modulus }, (_, x) => (x * x) % modulus);
    return { modulus, squares: Uint8Array.from({ length: modulus }, (_, rest) => Number(squares.includes(rest))) };
});
/** @param rest of a number, modulo `sieve` */
function canBeSquare(rest) {
    return sieves.every(({ modulus, squares }) => squares[rest % modulus] === 1);
}
/** Rounded down. Newton's iteration from above, which begins with the root of the first half of the digits. */
function squareRoot(value) {
    if (value < 1n << 50n)
        return BigInt(Math.floor(Math.sqrt(Number(value))));
    const quarter = BigInt(value.toString(16).length);
    let root = (squareRoot(value >> (2n * quarter)) + 1n) << quarter;
    for (;;) {
        const next = (root + value / root) >> 1n;
        if (next >= root)
            return root;
        root = next;
    }
}
function primesBelow(limit) {
    const composite = new Uint8Array(limit);
    const primes = [];
    for (let number = 2; number < limit; number++) {
        if (composite[number] !== 0)
            continue;
        primes.push(number);
        for (let multiple = number * number; multiple < limit; multiple += number)
            composite[multiple] = 1;
    }
    return primes;
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/key-rules.js
// SPDX-License-Identifier: MIT


const newKey = 'Make a new key and request: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".';
const hasKey = ({ rsaKey }) => rsaKey !== undefined;
const store = 'the store and every server verify RSA only';
/** The key and the signature of the request. */
const keyRules = [
    {
        id: 'request-version',
        severity: 'error',
        applies: ({ request }) => request !== undefined,
        message: 'The request’s version is not 0.',
        fix: newKey,
        source: 'RFC 2986 section 4.1',
        check: ({ request }) => (0,review_subject/* when */.z7)(request?.version !== 0n),
    },
    {
        id: 'request-signature',
        severity: 'error',
        applies: hasKey,
        message: 'The request is not signed with the key that it names: it was changed, or put together from two.',
        fix: newKey,
        source: 'RFC 2986 section 4.2',
        check: ({ request }) => (0,review_subject/* when */.z7)(request?.signatureHash !== undefined && !request.isSelfSigned),
    },
    {
        id: 'request-signature-hash',
        severity: 'error',
        applies: hasKey,
        message: 'The request is not signed with RSA and SHA-256, SHA-384 or SHA-512.',
        fix: `Add -sha256: ${newKey}`,
        source: 'RFC 8017 section 8.2; SHA-1 is broken (2020)',
        check: ({ request, policy, now, current, key }) => {
            const hash = request?.signatureHash;
            if (hash === 'sha1') {
                const inTime = policy.sha1Until !== undefined && now <= policy.sha1Until;
                // who holds the key of a renewal was shown when it was certified: one in three of 2016 was signed so
                const tolerated = inTime || current?.key === key;
                return [{ message: 'The request is signed with SHA-1.', severity: tolerated ? 'warning' : 'error' }];
            }
            return (0,review_subject/* when */.z7)(hash !== 'sha256' && hash !== 'sha384' && hash !== 'sha512');
        },
    },
    {
        id: 'key-type',
        severity: 'error',
        applies: ({ request }) => request !== undefined,
        message: 'The key is not an RSA key that can be read.',
        fix: newKey,
        source: store,
        check: ({ rsaKey, request }) => (0,review_subject/* when */.z7)(rsaKey === undefined, { message: `The key is ${typeOf(request?.publicKey?.asymmetricKeyType)}; ${store}.` }),
    },
    {
        id: 'key-size',
        severity: 'error',
        applies: hasKey,
        message: 'The key is too short.',
        fix: newKey,
        source: 'developer documentation of the store: 4096 bits; app-certificate-requests#170, #1013, #1123',
        check: ({ rsaKey, policy, now, current, key }) => {
            const bits = rsaKey?.bits ?? 0;
            if (bits >= policy.minimumKeyBits)
                return [];
            const message = `The key has ${bits} bits; ${policy.minimumKeyBits} are the least.`;
            const inTime = policy.shorterKeysUntil !== undefined && now <= policy.shorterKeysUntil;
            // a renewal of what was certified before is not a new request
            const tolerated = bits >= 2048 && (inTime || current?.key === key);
            return [{ message, severity: tolerated ? 'warning' : 'error' }];
        },
    },
    {
        id: 'key-exponent',
        severity: 'error',
        applies: hasKey,
        message: 'The public exponent is even, below 65537, or longer than 32 bits.',
        fix: newKey,
        source: 'NIST SP 800-89 section 5.3.3; every key ever certified has 65537',
        check: ({ rsaKey }) => {
            const exponent = rsaKey?.exponent ?? 0n;
            return (0,review_subject/* when */.z7)(exponent < 65537n || exponent % 2n === 0n || exponent >= 1n << 32n);
        },
    },
    {
        id: 'key-weak-factor',
        severity: 'error',
        applies: hasKey,
        message: 'A small prime divides the key.',
        fix: newKey,
        source: 'a sound generator makes no such key',
        check: ({ rsaKey, deep }) => (0,review_subject/* when */.z7)(smallFactor(rsaKey?.modulus ?? 1n, deep ? 100_000 : 1000) !== undefined),
    },
    {
        id: 'key-weak-roca',
        severity: 'error',
        applies: hasKey,
        message: 'The key was made by a faulty smart card or TPM and can be broken (ROCA).',
        fix: newKey,
        source: 'CVE-2017-15361',
        check: ({ rsaKey }) => (0,review_subject/* when */.z7)(isRoca(rsaKey?.modulus ?? 1n)),
    },
    {
        id: 'key-weak-close-primes',
        severity: 'error',
        applies: hasKey,
        message: 'The two primes of the key lie so near each other that it can be broken.',
        fix: newKey,
        source: 'CVE-2022-26320',
        check: ({ rsaKey, deep }) => (0,review_subject/* when */.z7)(hasClosePrimes(rsaKey?.modulus ?? 1n, deep ? 10_000 : 100)),
    },
    {
        id: 'key-weak-shared',
        severity: 'error',
        applies: ({ rsaKey, deep }) => rsaKey !== undefined && deep !== undefined,
        message: 'The key shares a prime with another key: both can be broken.',
        fix: newKey,
        source: 'Heninger and others, "Mining your Ps and Qs", 2012',
        check: ({ rsaKey, deep }) => (0,review_subject/* when */.z7)(rsaKey !== undefined &&
            deep !== undefined &&
            sharedFactor(rsaKey.modulus, deep.otherModuli(rsaKey.modulus)) !== undefined),
    },
];
function typeOf(type) {
    if (type === undefined)
        return 'damaged, or of a kind that is unknown here';
    return type === 'rsa' ? 'a damaged RSA key' : `of type ${type}`;
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/known-names.js
// SPDX-License-Identifier: MIT
/** Names that no new app gets, by why. Ids that were certified before keep theirs. */
/** the product, and its forerunner */
const productNames = ['nextcloud', 'owncloud'];
/** folders and scopes of the server (server: lib/private, the web root) */
const serverNames = words(`
  3rdparty apps assets build config console contribute core cron custom_apps data dist index lib occ ocm ocs public
  remote resources robots settings status themes updater version`);
/** apps that are part of the server or of its bundle (server: core/shipped.json) */
const shippedApps = words(`
  activity admin_audit app_api bruteforcesettings circles cloud_federation_api comments contactsinteraction dashboard
  dav encryption federatedfilesharing federation files files_downloadlimit files_external files_pdfviewer
  files_reminders files_sharing files_trashbin files_versions firstrunwizard logreader lookup_server_connector
  nextcloud_announcements notifications oauth2 password_policy photos privacy profile provisioning_api recommendations
  related_resources serverinfo sharebymail support survey_client suspicious_login systemtags text theming
  twofactor_backupcodes twofactor_nextcloud_notification twofactor_totp updatenotification user_ldap user_status viewer
  weather_status webhook_listeners workflowengine`);
/** what stands in documents and templates where the id should be */
const placeholders = words(`
  app app1 app_id app_name app_template appid appname certificate csr csr1 example example_app hello hello_world
  helloworld id my_app myapp my_nextcloud_app name new_app nextcloud_app sample skeleton source template test test_app
  testapp your_app yourapp your_app_id`);
/** Why an id is reserved, or undefined. */
function reservedBecause(id, more) {
    if (productNames.some((product) => id === product))
        return 'it is the name of the product';
    if (serverNames.has(id))
        return 'it is a name of the server itself';
    if (shippedApps.has(id))
        return 'an app of this name is part of the server';
    if (placeholders.has(id))
        return 'it is a placeholder of the documentation, not a name';
    if (more.includes(id))
        return 'the policy of this authority reserves it';
    return undefined;
}
/** One common word is no name: whoever comes first would have it for ever. */
const commonWords = words(`
  account admin agenda album archive assistant audio backup bank blog board book bookmark box browser budget bus button
  camera card cart chart chat client clock cloud code collection color connect contact content copy counter customer
  database date design desktop device diary dictionary disk document download drive editor email event exchange export
  family feed file finance folder form forum gallery game graph group guide health help history home host image import
  integration inventory invoice journal key label language learn library link list live location lock log login mail
  manager map media meeting member memo menu message mobile money monitor movie music network news note number office
  order organizer page paper password payment people phone picture player poll portal post presentation print project
  proxy query quiz radio reader receipt recipe reminder report room scan schedule school search security server share
  shop slide sound space spreadsheet stamp statistics storage store story stream student sync system table tag task
  team terminal theme ticket time timer todo tool transfer translate travel tree upload user vault video view vote
  voucher wallet weather web website wiki work workspace writer`);
function isCommonWord(id) {
    return commonWords.has(id) || (id.endsWith('s') && commonWords.has(id.slice(0, -1)));
}
/** The product whose name is in the id, or nearly is one of its words. */
function nearProduct(id) {
    return productNames.find((product) => id.includes(product) || id.split('_').some((part) => distance(part, product, 2) <= 2));
}
/** Another id that people would mistake this one for: the same but for underscores, a plural, or two letters. */
function confusingWith(id, others) {
    const plain = id.replaceAll('_', '');
    const limit = plain.length < 6 ? 1 : 2;
    for (const other of others) {
        if (other !== id && distance(plain, other.replaceAll('_', ''), limit) <= limit)
            return other;
    }
    return undefined;
}
/** Levenshtein's distance, or anything above `limit` where it is more */
function distance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit)
        return limit + 1;
    let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
    for (let row = 1; row <= one.length; row++) {
        const current = [row];
        for (let column = 1; column <= other.length; column++) {
            const changed = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
            current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        if (Math.min(...current) > limit)
            return limit + 1;
        previous = current;
    }
    return previous[other.length] ?? 0;
}
function words(text) {
    return new Set(text.trim().split(/\s+/));
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/repository-rules.js


const day = 86_400_000;
const isNew = ({ repository, appId }) => repository?.knowledge.certificatesOf(appId).length === 0;
/** A new id that is neither refused anyway nor decided upon by the policy. */
const isNewName = (subject) => isNew(subject) && reserved(subject) === undefined && !subject.policy.allowedIds.includes(subject.appId);
const reserved = ({ appId, policy }) => policy.allowedIds.includes(appId) ? undefined : reservedBecause(appId, policy.reservedIds);
const repository_rules_hasKey = ({ repository, key }) => repository !== undefined && key !== undefined;
const otherName = 'Choose another id, and use it in appinfo/info.xml too.';
const repository_rules_newKey = 'Make a new key and request: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".';
/** What only the repository knows: names and keys that are taken, and what there is already for this app. */
const repositoryRules = [
    {
        id: 'id-reserved',
        severity: 'error',
        applies: isNew,
        message: 'The id is reserved.',
        fix: otherName,
        source: 'server: core/shipped.json; app-certificate-requests#108, #182, #374',
        check: (subject) => {
            const why = reserved(subject);
            return (0,review_subject/* when */.z7)(why !== undefined, { message: `The id ${(0,review_subject/* quote */.hD)(subject.appId)} is reserved: ${why ?? ''}.` });
        },
    },
    {
        id: 'id-product',
        severity: 'hold',
        applies: isNewName,
        message: 'The id has the product’s name in it, or nearly.',
        fix: otherName,
        source: 'app-certificate-requests#652, #794, #872',
        check: ({ appId }) => {
            const product = nearProduct(appId);
            return (0,review_subject/* when */.z7)(product !== undefined, {
                message: `The id ${(0,review_subject/* quote */.hD)(appId)} has ${(0,review_subject/* quote */.hD)(product ?? '')} in it, or nearly.`,
            });
        },
    },
    {
        id: 'id-confusing',
        severity: 'hold',
        applies: isNewName,
        message: 'People would mistake the id for another app’s.',
        fix: otherName,
        source: 'app-certificate-requests#148, #757, #1048',
        check: ({ appId, repository }) => {
            const other = confusingWith(appId, repository?.knowledge.apps() ?? []);
            return (0,review_subject/* when */.z7)(other !== undefined, {
                message: `The id ${(0,review_subject/* quote */.hD)(appId)} is nearly that of the app ${(0,review_subject/* quote */.hD)(other ?? '')}.`,
            });
        },
    },
    {
        id: 'id-generic',
        severity: 'hold',
        applies: isNewName,
        message: 'The id is a common word.',
        fix: otherName,
        source: 'app-certificate-requests#637, #1111, #1147',
        check: ({ appId }) => (0,review_subject/* when */.z7)(isCommonWord(appId), { message: `The id ${(0,review_subject/* quote */.hD)(appId)} is a common word, not a name.` }),
    },
    {
        id: 'key-blocked',
        severity: 'error',
        applies: repository_rules_hasKey,
        message: 'The key is known to be compromised.',
        fix: repository_rules_newKey,
        source: 'app-certificate-requests#1006',
        check: ({ repository, key = '' }) => {
            const why = repository?.knowledge.blockedKey(key);
            const leaked = revocations(repository?.knowledge.certificatesOfKey(key) ?? [], repository).some(({ reason }) => reason === 'keyCompromise');
            return (0,review_subject/* when */.z7)(why !== undefined || leaked, {
                message: `The key can never be certified again: ${why === undefined ? 'a certificate of it was revoked because the key leaked' : (0,review_subject/* quote */.hD)(why)}.`,
            });
        },
    },
    {
        id: 'key-of-another-app',
        severity: 'error',
        applies: repository_rules_hasKey,
        message: 'Another app has this key.',
        fix: repository_rules_newKey,
        source: 'none of 993 certified keys belongs to two apps',
        check: ({ repository, key = '', appId }) => {
            const other = repository?.knowledge.certificatesOfKey(key).find(({ app }) => app !== appId);
            return (0,review_subject/* when */.z7)(other !== undefined, { message: `The key is the one of the app ${(0,review_subject/* quote */.hD)(other?.app ?? '')}.` });
        },
    },
    {
        id: 'key-old',
        severity: 'error',
        applies: (subject) => repository_rules_hasKey(subject) && subject.current?.key !== subject.key,
        message: 'The key is an old one of this app.',
        fix: repository_rules_newKey,
        source: 'a key that was replaced was lost, handed over or stolen',
        check: ({ repository, key = '', appId }) => (0,review_subject/* when */.z7)(repository?.knowledge.certificatesOfKey(key).some(({ app }) => app === appId) ?? false, {
            message: 'The key is an old one of this app, whose certificate was revoked or replaced.',
        }),
    },
    {
        id: 'renewal',
        severity: 'info',
        applies: ({ current, key }) => current !== undefined && current.key === key,
        message: 'The app has a certificate with this key.',
        fix: 'Nothing needs to be done.',
        source: 'the store compares certificate texts: registering a renewal deletes the app’s releases there',
        check: ({ current, policy, now }) => {
            if (current === undefined)
                return [];
            const left = Math.floor((current.notAfter.getTime() - now.getTime()) / day);
            const ends = current.notAfter.toISOString().slice(0, 10);
            if (left > policy.renewalDays) {
                return [
                    { message: `Nothing to do: the app has a certificate with this key until ${ends}, ${left} days from now.` },
                ];
            }
            return [{ message: `This renews the certificate that ends on ${ends}. The old one stays valid until then.` }];
        },
    },
    {
        id: 'replacement',
        severity: 'hold',
        applies: ({ current, key }) => current !== undefined && key !== undefined && current.key !== key,
        message: 'The app has a certificate with another key.',
        fix: 'Say why: lost, leaked, taken over, wrong name. Where the old key is still there, sign the request with it.',
        source: 'app-certificate-requests#1136: a certificate was replaced for nothing',
        check: ({ current }) => (0,review_subject/* when */.z7)(true, {
            message: `The app has a certificate with another key, valid until ${current?.notAfter.toISOString().slice(0, 10) ?? ''}.`,
        }),
    },
    {
        id: 'revoked-before',
        severity: 'hold',
        applies: ({ repository, current, appId }) => current === undefined && (repository?.knowledge.certificatesOf(appId).length ?? 0) > 0,
        message: 'The app was certified before, and all its certificates are revoked.',
        fix: 'Say why they were revoked, and who asks now.',
        source: 'app-certificate-requests#791, #303, #617',
        check: () => (0,review_subject/* when */.z7)(true),
    },
];
function revocations(records, repository) {
    return records.flatMap(({ serial }) => repository?.knowledge.revocationOf(serial) ?? []);
}

// EXTERNAL MODULE: ./build/bundle/ca/policy.js
var policy = __webpack_require__(5439);
;// CONCATENATED MODULE: ./build/bundle/ca/review/app-id.js
// SPDX-License-Identifier: MIT

/**
 * Why a text cannot become the id of an app, in words; nothing where it can. For ids never certified before. What the
 * store's schema and the apps page of every server take (appstore: info.xsd; appstore#1809), without `__`.
 */
function appIdProblems(id, { shortestId, longestId } = policy/* defaultPolicy */.G4) {
    const problems = [];
    if (!/^[a-z0-9_]*$/.test(id))
        problems.push('has characters other than a to z, 0 to 9 and underscore');
    if (/^[0-9_]/.test(id))
        problems.push('does not begin with a letter');
    if (id.endsWith('_'))
        problems.push('ends with an underscore');
    if (id.includes('__'))
        problems.push('has two underscores in a row');
    if (id.length > longestId)
        problems.push(`has ${id.length} characters, ${longestId} are the most`);
    if (id.length < shortestId)
        problems.push(`has ${id.length} characters, ${shortestId} are the least`);
    return problems;
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/subject-rules.js
// SPDX-License-Identifier: MIT


const commonName = '2.5.4.3';
const subject_rules_again = 'Make the request again with nothing but the id: nextcloud-release certificate request APP_ID --key APP_ID.key.';
const server = 'server: IntegrityCheck/Checker.php, Installer.php: the certificate’s CN has to be the id of the app';
/** Who the request says it is for. */
const subjectRules = [
    {
        id: 'path',
        severity: 'error',
        message: 'The request does not lie at APP_ID/APP_ID.csr.',
        fix: 'Move the file: one folder, named like the app, and in it the request, named like the app.',
        source: 'app-certificate-requests: README; #108, #1003, #1141',
        check: ({ repository, appId, file }) => {
            if (repository === undefined)
                return (0,review_subject/* when */.z7)(!file.path.endsWith('.csr'), { message: 'The file’s name does not end in .csr.' });
            return (0,review_subject/* when */.z7)(repository.path !== `${appId}/${appId}.csr`, {
                message: `The request lies at ${(0,review_subject/* quote */.hD)(repository.path)}, not at APP_ID/APP_ID.csr.`,
            });
        },
    },
    {
        id: 'cn-one',
        severity: 'error',
        applies: ({ request }) => request !== undefined,
        message: 'The subject does not have exactly one common name, by itself.',
        fix: subject_rules_again,
        source: server,
        check: ({ request }) => {
            const names = request?.subject.relativeNames ?? [];
            const count = request?.commonNames.length ?? 0;
            if (count !== 1)
                return [{ message: `The subject has ${count === 0 ? 'no common name' : `${count} common names`}.` }];
            const shared = names.some((relative) => relative.length > 1 && relative.some(({ type }) => type === commonName));
            return (0,review_subject/* when */.z7)(shared, { message: 'The common name shares a multi-valued relative name with something else.' });
        },
    },
    {
        id: 'cn-app-id',
        severity: 'error',
        applies: ({ request }) => request?.commonNames.length === 1,
        message: 'The common name is not the id of the app.',
        fix: subject_rules_again,
        source: `${server}; app-certificate-requests#441, #819`,
        check: ({ request, appId }) => {
            const name = request?.commonNames[0] ?? '';
            return (0,review_subject/* when */.z7)(name !== appId, { message: `The common name is ${(0,review_subject/* quote */.hD)(name)}, the file is for ${(0,review_subject/* quote */.hD)(appId)}.` });
        },
    },
    {
        id: 'subject-more',
        severity: 'info',
        applies: ({ request }) => request !== undefined,
        message: 'The subject says more than the common name; the rest is dropped.',
        fix: 'Nothing needs to be done.',
        source: 'the certificate says what was checked, and nothing else',
        check: ({ request }) => {
            const more = (request?.subject.attributes ?? []).filter(({ type }) => type !== commonName).length;
            return (0,review_subject/* when */.z7)(more > 0, {
                message: `The subject has ${more} ${more === 1 ? 'field' : 'fields'} beside the common name, which ${more === 1 ? 'is' : 'are'} dropped.`,
            });
        },
    },
    {
        id: 'request-extensions',
        severity: 'info',
        applies: ({ request }) => request !== undefined,
        message: 'The request asks for extensions; they are ignored.',
        fix: 'Nothing needs to be done.',
        source: 'the profile decides on the extensions',
        check: ({ request }) => (0,review_subject/* when */.z7)((request?.requestedExtensions.length ?? 0) > 0),
    },
    {
        id: 'request-attributes',
        severity: 'info',
        applies: ({ request }) => request !== undefined,
        message: 'The request has attributes, e.g. a challenge password; they are ignored.',
        fix: 'Nothing needs to be done; a challenge password is public now.',
        source: 'RFC 2985 section 5.4',
        check: ({ request }) => (0,review_subject/* when */.z7)((request?.attributes ?? []).some((type) => type !== '1.2.840.113549.1.9.14')),
    },
    {
        id: 'id-format',
        severity: 'error',
        applies: ({ repository, appId }) => (repository?.knowledge.certificatesOf(appId).length ?? 0) === 0,
        message: 'This cannot be the id of an app.',
        fix: 'Choose an id of a to z, 0 to 9 and single underscores that begins with a letter, and use it in info.xml too.',
        source: 'appstore: info.xsd; app-certificate-requests#794, appstore#1809',
        check: ({ appId, policy }) => appIdProblems(appId, policy).map((problem) => ({
            message: `${(0,review_subject/* quote */.hD)(appId)} cannot be the id of an app: it ${problem}.`,
        })),
    },
];

;// CONCATENATED MODULE: ./build/bundle/ca/review/review.js
// SPDX-License-Identifier: MIT







/** Every rule of a review, in the order of the table in docs/authority.md. */
const reviewRules = [...formRules, ...keyRules, ...subjectRules, ...repositoryRules];
/** All that is to be said of a request, at the first look. Throws for nothing that a file can hold. */
function review(input) {
    const subject = (0,review_subject/* reviewSubject */.FB)(input);
    const { path, line } = input.file;
    const findings = (0,finding/* inReadingOrder */.g)((0,rule/* applyRules */.I)(reviewRules, subject).map((finding) => ({ file: path, line, ...finding })));
    return { path, app: subject.appId, ok: (0,finding/* isOk */.HQ)(findings), hold: (0,finding/* isOnHold */.$l)(findings), findings };
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