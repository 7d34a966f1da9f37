"use strict";
exports.id = 44;
exports.ids = [44];
exports.modules = {

/***/ 8884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ ArchiveTree)
/* harmony export */ });
/* harmony import */ var _package_archive_listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31);
/* harmony import */ var _package_archive_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2918);
/* harmony import */ var _hashed_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2593);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3633);




/** All that a check reads of a tree, from its root. */
const wanted = new Set([...Object.values(_hashed_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .signaturePaths */ .JB), 'appinfo/info.xml', '.htaccess']);
/** The signature of a whole server has some 5 MB. */
const largestWanted = 64 * 1024 * 1024;
/** The inside of a `.tar.gz`, below its one top folder, with the names that the server's unpacker reads. */
class ArchiveTree {
    top;
    paths;
    findings;
    #files;
    #contents;
    constructor(
    /** name of the top folder */
    top, listing) {
        this.top = top;
        const entries = listing.entries.filter(({ type }) => type !== 'directory');
        // Of several entries of one name the last one counts: it is written over the others.
        this.#files = new Map(entries.map((entry) => [below(top, entry), entry]));
        this.#contents = listing.contents;
        this.paths = [...this.#files.keys()];
        this.findings = listing.findings.map((finding) => ({ ...finding, severity: 'warning' }));
    }
    /**
     * @param source a path, or the archive's bytes
     * @throws IntegrityError `archive-refused` where the server's unpacker would not get a tree out of it
     * @throws PackageError `archive-unreadable`
     */
    static async open(source, name = typeof source === 'string' ? source : 'archive') {
        const limits = { wanted: largestWanted };
        const wants = (path) => wanted.has(path.replace(/^(?:\.\/)*[^/]*\//, ''));
        const listing = await (0,_package_archive_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .inspectArchive */ .N)(source, { name, limits, hash: true, wants });
        const fatal = listing.findings.filter(({ rule, severity }) => severity === 'error' && stopsServer.has(rule));
        const [top, ...others] = new Set(listing.entries.map((entry) => plainPath(entry).split('/', 1)[0] ?? ''));
        if (listing.complete && fatal.length === 0 && top !== undefined && others.length === 0) {
            return new ArchiveTree(top, listing);
        }
        const findings = fatal.length > 0 ? fatal : listing.findings.filter(({ severity }) => severity === 'error');
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .c('archive-refused', `${name} cannot be checked: ${findings[0]?.message ?? 'it is empty.'}`, {
            hint: findings[0]?.fix ?? 'Pack one folder, named as the app’s id.',
            file: name,
            findings,
        });
    }
    hash(path) {
        // A link has no content of its own; what it would lead to on a server is not looked into.
        return this.#files.get(path)?.sha512 ?? false;
    }
    read(path) {
        const entry = this.#files.get(path);
        return entry === undefined ? undefined : this.#contents.get(entry.path);
    }
}
const stopsServer = new Set(_package_archive_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .archiveRules */ .g.filter(({ refusedBy }) => refusedBy === 'server' || refusedBy === 'both').map(({ id }) => id));
function plainPath({ path, serverPath }) {
    return (serverPath ?? path).replace(/^(?:\.?\/)+/, '');
}
function below(top, entry) {
    return plainPath(entry).slice(top.length + 1);
}


/***/ }),

/***/ 8593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ checkTree)
});

// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
// EXTERNAL MODULE: ./build/bundle/src/certificate-rules.js
var certificate_rules = __webpack_require__(8008);
// EXTERNAL MODULE: ./build/bundle/src/integrity/hashed-paths.js
var hashed_paths = __webpack_require__(2593);
// EXTERNAL MODULE: ./build/bundle/src/integrity/php-number.js
var php_number = __webpack_require__(8263);
// EXTERNAL MODULE: ./build/bundle/src/integrity/raw-name.js
var raw_name = __webpack_require__(3731);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/unreported-differences.js

/**
 * Path by path, what differs between the signed list and the files that are there, and is not in the server's verdict:
 * files that were renamed, swapped, copied, or of which another with the same hash was reported.
 */
function unreportedDifferences(expected, current, result) {
    const isReported = (kind, path) => result[kind]?.[(0,raw_name/* printableName */.Nt)(path)] !== undefined;
    const signedAt = byHash(expected);
    const foundAt = byHash(current);
    const violations = [];
    for (const [path, signed] of expected) {
        const there = current.get(path);
        if (there === signed)
            continue;
        if (there === undefined) {
            if (!isReported('FILE_MISSING', path))
                violations.push(missing(path, foundAt.get(signed)));
        }
        else if (!isReported('INVALID_HASH', path)) {
            violations.push(changed(path, signedAt.get(there)));
        }
    }
    for (const [path, there] of current) {
        if (!expected.has(path) && !isReported('EXTRA_FILE', path))
            violations.push(extra(path, signedAt.get(there)));
    }
    return violations;
}
function missing(path, copy) {
    const why = copy === undefined ? '' : `, because its content is in ${quote(copy)}`;
    return { file: (0,raw_name/* printableName */.Nt)(path), message: `The file is missing, and the server does not report it${why}.` };
}
function changed(path, origin) {
    const why = origin === undefined ? '' : `, because it now is what was signed as ${quote(origin)}`;
    return { file: (0,raw_name/* printableName */.Nt)(path), message: `The file was changed, and the server does not report it${why}.` };
}
function extra(path, origin) {
    const why = origin === undefined ? '' : `, because it is a copy of ${quote(origin)}`;
    return { file: (0,raw_name/* printableName */.Nt)(path), message: `The file was never signed, and the server does not report it${why}.` };
}
function byHash(list) {
    return new Map(Array.from(list, ([path, hash]) => [hash, path]));
}
function quote(path) {
    return JSON.stringify((0,raw_name/* printableName */.Nt)(path));
}

;// CONCATENATED MODULE: ./build/bundle/src/integrity/blind-spots.js
// SPDX-License-Identifier: MIT







const checker = 'server: IntegrityCheck/Checker.php';
/** Rules over the certificate that the Installer or the store look at, and the checker does not. */
const seenElsewhere = new Set([
    'certificate-expired',
    'certificate-not-yet-valid',
    'certificate-revoked',
    'crl-not-by-a-trusted-authority',
]);
const aboutCertificates = certificate_rules/* certificateRules */.P
    .filter(({ id }) => seenElsewhere.has(id))
    .map(({ id, message, fix, source, check }) => ({
    id,
    severity: 'warning',
    check: ({ certificate, scope, ...checked }) => certificate === undefined ? [] : check({ ...checked, certificate, appId: scope }),
    message,
    fix,
    source,
}));
/** What the server's checker does not see, or where servers do not agree: warnings, all of them. */
const blindSpotRules = [
    ...aboutCertificates,
    {
        id: 'check-certificate-for-core',
        severity: 'warning',
        applies: ({ kind }) => kind === 'app',
        check: ({ certificate, scope }) => when(certificate?.commonNames[0] === 'core' && scope !== 'core'),
        message: 'The certificate is for core, which the checker takes for every app; the installer does not.',
        fix: 'Sign with the certificate of the app.',
        source: `${checker}, "core" CN is always trusted`,
    },
    {
        id: 'check-certificate-algorithm',
        severity: 'warning',
        check: ({ certificate }) => when(certificate !== undefined && common_certificate/* rsaSignatureHashes */.lS[certificate.signatureAlgorithm] === undefined),
        message: 'The certificate was not signed by RSA with PKCS#1 v1.5: servers with phpseclib 3 may take it, others never.',
        fix: 'Ask for a certificate by an authority with an RSA key.',
        source: `${checker} with phpseclib 2 up to stable34`,
    },
    {
        id: 'check-certificate-key',
        severity: 'warning',
        check: ({ certificate }) => when(certificate !== undefined && keyType(certificate) !== 'rsa'),
        message: 'The key of the certificate is not RSA: servers with phpseclib 3 stop with NoKeyLoadedException instead.',
        fix: 'Ask for a certificate for an RSA key.',
        source: `${checker} with phpseclib 3`,
    },
    {
        id: 'check-certificate-fetches',
        severity: 'warning',
        check: ({ certificate, isTrusted }) => certificate === undefined || isTrusted
            ? []
            : caIssuers(certificate).map((url) => ({
                message: `The issuer is unknown, and the certificate names ${url}: a server fetches that, and may then accept it.`,
            })),
        message: 'A server fetches the issuer from an address that the certificate names.',
        fix: 'Use a certificate whose issuer is in the servers’ bundle.',
        source: 'phpseclib: File/X509.php, caIssuers',
    },
    {
        id: 'check-malformed-signature',
        severity: 'warning',
        check: ({ result, data }) => when(data === undefined && result.EXCEPTION?.class === 'TypeError'),
        message: 'signature.json is malformed: a server’s check does not report this error, it aborts.',
        fix: 'Sign again.',
        source: checker,
    },
    {
        id: 'check-odd-hash',
        severity: 'warning',
        check: ({ data }) => files(data?.oddValues ?? []),
        message: 'The hash list has a value that is no text; such a list counts as not verified here.',
        fix: 'Sign again.',
        source: checker,
    },
    {
        id: 'check-order-undefined',
        severity: 'warning',
        check: ({ data }) => files([...(data?.hashes.keys() ?? [])].filter(php_number/* isPhpNumeric */.w)),
        message: 'PHP takes this name for a number: the order of the signed list is undefined, and servers may differ.',
        fix: 'Rename it, or move it into a folder, and sign again.',
        source: `${checker}, ksort`,
    },
    {
        id: 'check-htaccess',
        severity: 'warning',
        applies: ({ kind }) => kind === 'app',
        check: ({ data }) => files([...(data?.hashes.keys() ?? [])].filter((path) => (0,hashed_paths/* baseName */.Fl)(path).toLowerCase() === '.htaccess')),
        message: 'The server’s installer never copies this file: after an installation from the store it is FILE_MISSING.',
        fix: 'Remove it, and sign again.',
        source: 'server: Installer.php with forbidden_filenames; nextcloud/server#9765',
    },
    {
        id: 'check-unhashed-name',
        severity: 'warning',
        check: ({ paths }) => files(paths.unhashed),
        message: 'Servers do not look at files of this name, whatever stands in them; older servers may report it.',
        fix: 'Remove it.',
        source: 'server: IntegrityCheck/Iterator/ExcludeFileByNameFilterIterator.php',
    },
    {
        id: 'check-misplaced-signature',
        severity: 'warning',
        check: ({ paths }) => files(paths.misplaced),
        message: 'Servers never look at a file of this path, whatever stands in it.',
        fix: 'Remove it.',
        source: checker,
    },
    {
        id: 'check-name-not-utf8',
        severity: 'warning',
        check: ({ current }) => files([...(current?.keys() ?? [])].filter((path) => !(0,raw_name/* isUnicode */.KA)(path))),
        message: 'The name is not UTF-8: a server cannot print a verdict with it as JSON.',
        fix: 'Rename it in UTF-8.',
        source: checker,
    },
    {
        id: 'check-unreported',
        severity: 'warning',
        check: ({ expected, current, result }) => expected === undefined || current === undefined ? [] : unreportedDifferences(expected, current, result),
        message: 'The checker compares hashes and not paths, and does not report this.',
        fix: 'Put the files back as they were signed, or sign again.',
        source: `${checker}, array_diff`,
    },
    {
        id: 'check-mimetype-list',
        severity: 'warning',
        applies: ({ kind }) => kind === 'core',
        check: ({ result }) => when(result.INVALID_HASH?.[mimetypeList] !== undefined, mimetypeList),
        message: 'A server accepts this file where it is what it generates from its own mimetype aliases; that cannot be seen here.',
        fix: 'Run occ integrity:check-core on the server to be sure.',
        source: `${checker}, GenerateMimetypeFileBuilder`,
    },
];
const mimetypeList = 'core/js/mimetypelist.js';
function when(condition, file) {
    return condition ? [file === undefined ? {} : { file }] : [];
}
function files(paths) {
    return paths.map((path) => ({ file: (0,raw_name/* printableName */.Nt)(path) }));
}
function keyType(certificate) {
    try {
        return certificate.publicKey.asymmetricKeyType;
    }
    catch {
        return undefined;
    }
}
/** Addresses of id-ad-caIssuers in the authority information access (RFC 5280 section 4.2.2.1) */
function caIssuers(certificate) {
    const value = certificate.extension('1.3.6.1.5.5.7.1.1')?.value;
    if (value === undefined)
        return [];
    try {
        return (0,der_reader/* readDer */.SU)(value)
            .children()
            .map((description) => description.children())
            .filter(([method]) => method?.oid() === '1.3.6.1.5.5.7.48.2')
            .map(([, location]) => Buffer.from(location?.content ?? []).toString('latin1'));
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/verdict.js
var verdict = __webpack_require__(1756);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/compare-hashes.js



/**
 * The server's comparison (server: IntegrityCheck/Checker.php: array_diff both ways, array_merge, array_unique), which goes
 * by the hashes and not by the paths: what is left are the files whose hash occurs nowhere on the other side, one for
 * each hash. The order is the server's, except that it takes the files of the disk as the file system lists them.
 *
 * @throws ServerException where top-level files have integers for names: PHP renumbers them on the way
 */
function compareHashes(expected, current) {
    const result = {};
    for (const [path, hash] of unique(merge(without(expected, current), without(current, expected)))) {
        const signed = expected.get(path);
        const there = current.get(path);
        if (signed === undefined)
            note('EXTRA_FILE', path, { expected: '', current: hash });
        else if (there === undefined)
            note('FILE_MISSING', path, { expected: signed, current: '' });
        else if (signed !== there)
            note('INVALID_HASH', path, { expected: signed, current: there });
        else {
            throw new verdict/* ServerException */.H4('Exception', 'Invalid behaviour in file hash comparison experienced. Please report this error to the developers.');
        }
    }
    return result;
    function note(kind, path, pair) {
        // A file may be called `__proto__`: own properties only.
        const entries = (result[kind] ??= Object.create(null));
        entries[(0,raw_name/* printableName */.Nt)(path)] = pair;
    }
}
/** PHP's array_diff: the entries whose value the other list does not have. It compares as strings: false is ''. */
function without(list, other) {
    const values = new Set(Array.from(other.values(), asString));
    return [...list].filter(([, value]) => !values.has(asString(value)));
}
/** PHP's array_merge: a later value takes the earlier place of its key; integer keys are counted anew. */
function merge(...lists) {
    const merged = new Map();
    let next = 0;
    for (const [path, value] of lists.flat())
        merged.set((0,php_number/* isPhpInteger */.H)(path) ? String(next++) : path, value);
    return merged;
}
/** PHP's array_unique: of equal values the first. */
function unique(list) {
    const seen = new Set();
    return [...list].filter(([, value]) => !seen.has(asString(value)) && seen.add(asString(value)));
}
function asString(value) {
    return value === false ? '' : value;
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/hash-list.js
var hash_list = __webpack_require__(1434);
// EXTERNAL MODULE: ./build/bundle/src/integrity/pss-signature.js
var pss_signature = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/bundle/src/integrity/server-certificate.js
var server_certificate = __webpack_require__(2360);
// EXTERNAL MODULE: ./build/bundle/src/integrity/php-base64.js
var php_base64 = __webpack_require__(6045);
// EXTERNAL MODULE: ./build/bundle/src/integrity/php-json.js
var php_json = __webpack_require__(5760);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/signature-data.js



/**
 * Reads signature.json as the server does (server: IntegrityCheck/Checker.php), up to where it looks at the certificate.
 *
 * @param content undefined where there is no such file
 * @throws ServerException "Signature data not found.", or PHP's TypeError, which a server does not catch: it aborts
 */
function readSignatureData(content) {
    const data = content === undefined ? undefined : (0,php_json/* readPhpJson */.D)(content);
    if (!isPhpArray(data))
        throw (0,verdict/* invalidSignature */.CJ)('Signature data not found.');
    const fields = new Map(Object.entries(data));
    const hashes = fields.get('hashes');
    if (!isPhpArray(hashes))
        throw typeError('ksort(): Argument #1 ($array) must be of type array', hashes);
    const signature = fields.get('signature');
    if (typeof signature !== 'string') {
        throw typeError('base64_decode(): Argument #1 ($string) must be of type string', signature);
    }
    const entries = Object.entries(hashes);
    return {
        hashes: new Map(entries.filter((entry) => isHashValue(entry[1]))),
        oddValues: entries.filter(([, value]) => !isHashValue(value)).map(([path]) => path),
        signature: (0,php_base64/* decodePhpBase64 */.m)(signature),
        certificate: fields.get('certificate'),
    };
}
/** A JSON list is an array to PHP, too: with the keys 0, 1, 2 … */
function isPhpArray(value) {
    return typeof value === 'object' && value !== null;
}
function isHashValue(value) {
    return typeof value === 'string' || value === false;
}
function typeError(expectation, value) {
    return new verdict/* ServerException */.H4('TypeError', `${expectation}, ${phpType(value)} given`);
}
/** names of PHP 8.2 */
function phpType(value) {
    switch (typeof value) {
        case 'string':
            return 'string';
        case 'boolean':
            return 'bool';
        case 'number':
            return Number.isInteger(value) ? 'int' : 'float';
        default:
            return isPhpArray(value) ? 'array' : 'null';
    }
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/core-htaccess.js
var core_htaccess = __webpack_require__(8173);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/tree.js

function hashTree(tree, paths, kind) {
    const hashes = new Map(paths.map((path) => [path, tree.hash(path)]));
    if (kind === 'core')
        (0,core_htaccess/* exceptCoreHtaccess */.t)(hashes, (path) => tree.read(path));
    return hashes;
}

;// CONCATENATED MODULE: ./build/bundle/src/integrity/check-tree.js











/**
 * The verdict of the server's checker over an app or a server, check by check in the server's order (server:
 * IntegrityCheck/Checker.php), and beside it what the checker is blind to. Where PHP's libraries differ it is that of
 * phpseclib 2, which all servers up to stable34 carry. Nothing is ever fetched.
 */
function checkTree(tree, question) {
    const checked = {
        ...question,
        paths: (0,hashed_paths/* selectHashed */.aq)(tree.paths, question.kind),
        isTrusted: false,
        result: {},
    };
    try {
        checked.data = readSignatureData(tree.read(hashed_paths/* signaturePaths */.JB[question.kind]));
        const certificate = (0,server_certificate/* readServerCertificate */.n)(checked.data.certificate);
        if (certificate === undefined)
            throw (0,verdict/* invalidSignature */.CJ)(notValid);
        checked.certificate = certificate;
        checked.isTrusted = isTrusted(certificate, question.trust);
        if (!checked.isTrusted)
            throw (0,verdict/* invalidSignature */.CJ)(notValid);
        checkScope(certificate, question.scope);
        checked.expected = checkSignature(checked.data, certificate, question.kind);
        checked.current = hashTree(tree, checked.paths.hashed, question.kind);
        checked.result = compareHashes(checked.expected, (0,hash_list/* sortHashList */.r)(checked.current));
    }
    catch (error) {
        if (!(error instanceof verdict/* ServerException */.H4))
            throw error;
        checked.result = { EXCEPTION: { class: error.phpClass, message: error.message } };
    }
    const warnings = (0,finding/* inReadingOrder */.g)([...tree.findings, ...(0,rule/* applyRules */.I)(blindSpotRules, checked)]);
    return { scope: question.scope, result: checked.result, warnings };
}
const notValid = 'Certificate is not valid.';
function isTrusted(certificate, trust) {
    try {
        return trust.issuerOf(certificate) !== undefined;
    }
    catch {
        return false; // key identifiers that are no DER
    }
}
function checkScope(certificate, scope) {
    const [name = '', ...more] = certificate.commonNames;
    if (more.length > 0 || (name !== scope && name !== 'core')) {
        const current = more.length > 0 ? 'Array' : name; // PHP's word for a list, in a text
        throw (0,verdict/* invalidSignature */.CJ)(`Certificate is not valid for required scope. (Requested: ${scope}, current: CN=${current})`);
    }
}
/** @returns the list that was signed, as far as it is compared */
function checkSignature(data, certificate, kind) {
    const sorted = (0,hash_list/* sortHashList */.r)(data.hashes);
    if (data.oddValues.length > 0 || !isSignedBy(certificate, (0,hash_list/* signedBytes */.S)(sorted), data.signature)) {
        throw (0,verdict/* invalidSignature */.CJ)('Signature could not get verified.');
    }
    // The updater replaces itself after the check of a server's own release.
    return kind === 'core' ? new Map([...sorted].filter(([path]) => !path.startsWith('updater/'))) : sorted;
}
function isSignedBy(certificate, bytes, signature) {
    try {
        return (0,pss_signature/* verifyPss */.E)(bytes, signature, certificate.publicKey);
    }
    catch {
        return false; // a key that Node does not know
    }
}


/***/ }),

/***/ 6045:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ decodePhpBase64)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/**
 * PHP's `base64_decode` without its strict flag: every character outside the alphabet is passed over, padding anywhere
 * included, and a single character that is left over is dropped. (Node reads `-` and `_` as well, and stops at `=`.)
 */
function decodePhpBase64(text) {
    return Buffer.from(text.replace(/[^A-Za-z0-9+/]+/g, ''), 'base64');
}


/***/ }),

/***/ 2360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readServerCertificate)
/* harmony export */ });
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _php_base64_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6045);
// SPDX-License-Identifier: MIT


/** PHP's pcre.backtrack_limit: phpseclib does not look for a header in longer texts. */
const longest = 1_000_000;
const boundaryLine = /^-+[^-]+-+[\r ]*$/;
/**
 * The certificate of a signature.json in the forms that phpseclib reads (File/X509.php): PEM with LF or CRLF, text before
 * the header, everything on one line, base64 alone; of several certificates the first. Undefined where it reads none,
 * which is "Certificate is not valid." to the server.
 */
function readServerCertificate(text) {
    if (typeof text !== 'string' || text.length > longest)
        return undefined;
    const base64 = withoutBoundaries(text);
    if (base64 === '' || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
        return undefined;
    try {
        return new _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .Certificate */ .us(firstStructure((0,_php_base64_js__WEBPACK_IMPORTED_MODULE_1__/* .decodePhpBase64 */ .m)(base64)));
    }
    catch {
        return undefined;
    }
}
function withoutBoundaries(text) {
    const lines = text.split('\n');
    // The first line that is a boundary and nothing else, and all before it, goes: that is the header of a usual PEM.
    const body = lines.slice(lines.findIndex((line) => boundaryLine.test(line)) + 1).join('\n');
    // The lookbehinds keep hostile texts from costing the square of their length; they change no match.
    return body
        .replace(/(?<!-)-+END[^]*$/, '')
        .replace(/[\r\n ]+/g, '')
        .replace(/^-+[^-]+-+/, '')
        .replace(/(?<!-)-+[^-]+-+$/, '');
}
/** phpseclib passes over what follows the certificate's own DER. */
function firstStructure(der) {
    const first = der[1] ?? 0;
    if (first <= 0x80 || first > 0x84)
        return first < 0x80 ? der.subarray(0, 2 + first) : der;
    const size = first & 0x7f;
    if (der.length < 2 + size)
        return der;
    return der.subarray(0, 2 + size + der.readUIntBE(2, size));
}


/***/ }),

/***/ 9459:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ verdictFindings)
/* harmony export */ });
const words = {
    INVALID_HASH: {
        message: 'INVALID_HASH: the file is not what was signed.',
        fix: 'Put back the file that was signed, or sign again.',
    },
    FILE_MISSING: {
        message: 'FILE_MISSING: the file was signed and is not there.',
        fix: 'Put the file back, or sign again what is shipped.',
    },
    EXTRA_FILE: {
        message: 'EXTRA_FILE: the file is there and was not signed.',
        fix: 'Remove the file, or sign again what is shipped.',
    },
};
/** the server's words of an exception, and how to mend it; what is not here is malformed beyond all signing */
const exceptionFixes = [
    {
        pattern: /^Signature data not found\.$/,
        fix: 'Sign it first, with "nextcloud-release sign" or "nextcloud-release package".',
    },
    {
        pattern: /^Certificate is not valid\.$/,
        fix: 'Sign with the certificate that the authority issued for the app, or name an authority of your own with --trust FILE.',
    },
    {
        pattern: /^Certificate is not valid for required scope\./,
        fix: 'Sign with the certificate whose CN is the requested id; where the id is not the one you mean, give --app ID.',
    },
    {
        pattern: /^Signature could not get verified\.$/,
        fix: 'Sign again, with the key that belongs to the certificate.',
    },
];
const otherFix = 'Remove signature.json and sign again, with "nextcloud-release sign".';
/** A server's verdict as findings, for people, annotations and code scanning. */
function verdictFindings(result) {
    const differences = Object.entries(words).flatMap(([kind, { message, fix }]) => Object.keys(result[kind] ?? {}).map((file) => {
        return { rule: `integrity-${kind.toLowerCase().replace('_', '-')}`, severity: 'error', message, file, fix };
    }));
    if (result.EXCEPTION === undefined)
        return differences;
    const { class: name, message } = result.EXCEPTION;
    const fix = exceptionFixes.find(({ pattern }) => pattern.test(message))?.fix ?? otherFix;
    return [{ rule: 'integrity-exception', severity: 'error', message: `${name}: ${message}`, fix }, ...differences];
}


/***/ }),

/***/ 1756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ invalidSignature),
/* harmony export */   H4: () => (/* binding */ ServerException),
/* harmony export */   zn: () => (/* binding */ isFine)
/* harmony export */ });
function isFine(result) {
    return Object.keys(result).length === 0;
}
/** A check of the server's that ends in an exception, by the class and the words of the server. */
class ServerException extends Error {
    phpClass;
    constructor(phpClass, message) {
        super(message);
        this.phpClass = phpClass;
    }
}
function invalidSignature(message) {
    return new ServerException('OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException', message);
}


/***/ })

};
;