"use strict";
exports.id = 272;
exports.ids = [272];
exports.modules = {

/***/ 7861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readPrivateKey),
/* harmony export */   Z: () => (/* binding */ belongsTogether)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT


/**
 * A private RSA key from PEM (PKCS#1 or PKCS#8, encrypted where a passphrase is given). The returned object prints
 * nothing of the key. Error messages never carry what was read.
 * @throws InputError `not-a-private-key`
 */
function readPrivateKey(pem, file = 'the private key', passphrase) {
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: pem, format: 'pem', ...(passphrase !== undefined && { passphrase }) });
    }
    catch (cause) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d('not-a-private-key', `${file} is not a private key that can be read${why(pem)}.`, {
            hint: hint(pem),
            cause: cause instanceof Error ? new Error(cause.name) : undefined,
            file,
        });
    }
    if (key.asymmetricKeyType !== 'rsa') {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d('not-a-private-key', `${file} is a key of type ${key.asymmetricKeyType ?? 'unknown'}; servers verify RSA only.`, {
            hint: 'Use the RSA key that the certificate was requested with.',
            file,
        });
    }
    return key;
}
/** True where the private key is the one whose public half stands in the certificate. */
function belongsTogether(key, certificate) {
    const spki = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ type: 'spki', format: 'der' });
    return Buffer.compare(spki, certificate.spki) === 0;
}
function why(pem) {
    if (pem.trim() === '')
        return ' (it is empty)';
    if (pem.includes('BEGIN CERTIFICATE-'))
        return ' (it is a certificate)';
    if (pem.includes('ENCRYPTED'))
        return ' (it is encrypted, and the passphrase is missing or wrong)';
    if (!pem.includes('-----BEGIN'))
        return ' (there is no BEGIN line)';
    return '';
}
function hint(pem) {
    if (pem.includes('ENCRYPTED'))
        return 'Give the right passphrase, or a key without one: openssl rsa -in APP_ID.key.';
    return 'Give the whole key in PEM form, from the BEGIN line to the END line, line breaks included.';
}


/***/ }),

/***/ 9477:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readAppIdentity)
/* harmony export */ });
/* harmony import */ var _app_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7729);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3709);
/* harmony import */ var _xml_decode_xml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4197);
/* harmony import */ var _xml_read_xml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1952);
/* harmony import */ var _xml_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2147);
// SPDX-License-Identifier: MIT





/**
 * Id and version of an info.xml, without a judgement on the rest of it, and without libxml2: the quick look for commands
 * that have to know what they are working on.
 *
 * @throws AppError `info-unreadable`
 */
function readAppIdentity(infoXml) {
    const decoded = infoXml.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.fileSize ? undefined : (0,_xml_decode_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeXml */ .y)(infoXml);
    if (!decoded)
        throw unreadable('is too large, or not UTF-8');
    const { root, faults } = (0,_xml_read_xml_js__WEBPACK_IMPORTED_MODULE_3__/* .readXml */ .k)(decoded.text);
    const [fault] = faults;
    if (fault)
        throw unreadable(`is not XML: ${fault.message}`, fault.fix);
    return { id: textIn(root, 'id'), version: textIn(root, 'version') };
}
function textIn(root, name) {
    const element = root?.name === 'info' ? (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .childOf */ .GG)(root, name) : undefined;
    const text = element ? (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(element) : '';
    if (text === '')
        throw unreadable(`has no <${name}> in <info>`, `Add <${name}>…</${name}> to it.`);
    return text;
}
function unreadable(why, fix = 'Run "nextcloud-release validate" to see what is wrong with it.') {
    return new _app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u('info-unreadable', `appinfo/info.xml ${why}`, { hint: fix, file: 'appinfo/info.xml' });
}


/***/ }),

/***/ 8008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ certificateRules)
/* harmony export */ });
/* harmony import */ var _common_private_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7861);

const day = 24 * 60 * 60 * 1000;
/** The rules in the order in which a person would mend them. */
const certificateRules = [
    {
        id: 'certificate-key-mismatch',
        severity: 'error',
        check: ({ certificate, key }) => (key === undefined || (0,_common_private_key_js__WEBPACK_IMPORTED_MODULE_0__/* .belongsTogether */ .Z)(key, certificate) ? [] : [{}]),
        message: 'The private key is not the one of the certificate.',
        fix: 'Give the key that the certificate was requested with; the two files of an app have one name, APP_ID.key and APP_ID.crt.',
        source: 'server: IntegrityCheck/Checker.php signs without this check, and the signature then verifies nowhere',
    },
    {
        id: 'certificate-other-app',
        severity: 'error',
        check: ({ certificate, appId }) => {
            const names = certificate.commonNames;
            if (names.length === 1 && names[0] === appId)
                return [];
            return [
                {
                    message: `The certificate is for ${names.length === 0 ? 'no app (it has no CN)' : `"${names.join('", "')}"`}, the app is "${appId}".`,
                },
            ];
        },
        message: 'The certificate is for another app.',
        fix: 'Use the certificate whose CN is the id in appinfo/info.xml, letter by letter.',
        source: 'store: api/v1/views.py, App id does not match cert CN; server: Installer.php',
    },
    {
        id: 'certificate-not-trusted',
        severity: 'error',
        check: ({ certificate, trust }) => {
            if (trust.issuerOf(certificate) !== undefined)
                return [];
            return [
                { message: `No accepted authority issued the certificate; it names "${certificate.issuer.toString()}".` },
            ];
        },
        message: 'No accepted authority issued the certificate.',
        fix: 'Use the certificate from the app-certificate-requests repository, or name your own authority with --trust.',
        source: 'server: IntegrityCheck/Checker.php and Installer.php',
    },
    {
        id: 'certificate-expired',
        severity: 'error',
        check: ({ certificate, now }) => {
            if (certificate.notAfter >= now)
                return [];
            return [{ message: `The certificate expired on ${dateOf(certificate.notAfter)}.` }];
        },
        message: 'The certificate has expired.',
        fix: 'Ask for a renewal: a pull request with the same request in the certificate repository.',
        source: 'store: certificate/validator.py checks the dates at every upload',
    },
    {
        id: 'certificate-not-yet-valid',
        severity: 'error',
        check: ({ certificate, now }) => {
            if (certificate.notBefore <= now)
                return [];
            return [{ message: `The certificate is valid from ${certificate.notBefore.toISOString()} on only.` }];
        },
        message: 'The certificate is not valid yet.',
        fix: 'Wait until then, or set the clock of this machine right.',
        source: 'store: certificate/validator.py checks the dates at every upload',
    },
    {
        id: 'certificate-revoked',
        severity: 'error',
        check: ({ certificate, crl }) => {
            const entry = crl?.revoked.get(certificate.serial);
            if (entry === undefined)
                return [];
            return [{ message: `The certificate with serial ${certificate.serial} was revoked on ${dateOf(entry.date)}.` }];
        },
        message: 'The certificate was revoked.',
        fix: 'Make a new key, ask for a certificate with it, and release with the new pair.',
        source: 'store: certificate/validator.py (CRL_CHECK); server: Installer.php',
    },
    {
        id: 'certificate-expires-soon',
        severity: 'warning',
        check: ({ certificate, now }) => {
            const days = Math.floor((certificate.notAfter.getTime() - now.getTime()) / day);
            return days < 0 || days > 90 ? [] : [{ message: `The certificate expires in ${days} days.` }];
        },
        message: 'The certificate expires soon.',
        fix: 'Ask for a renewal now: a pull request with the same request in the certificate repository.',
        source: 'store: certificate/validator.py checks the dates at every upload',
    },
    {
        id: 'crl-not-by-a-trusted-authority',
        severity: 'warning',
        check: ({ crl, trust }) => crl === undefined || trust.issuers.some((issuer) => crl.isSignedBy(issuer)) ? [] : [{}],
        message: 'The revocation list was not signed by an accepted authority; what it says is no proof.',
        fix: 'Give the list of the authority that issued the certificate, with --crl.',
        source: 'server: Installer.php, Could not validate CRL signature',
    },
];
function dateOf(date) {
    return date.toISOString().slice(0, 10);
}


/***/ }),

/***/ 8173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ exceptCoreHtaccess)
/* harmony export */ });
/* unused harmony export hashOfCoreHtaccess */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
// SPDX-License-Identifier: MIT

const path = '.htaccess';
const marker = '#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####';
/**
 * Core's exception: a server writes its own rules below a marker in the .htaccess of its root, so that only what stands
 * above is hashed; the whole file where the marker is missing or stands there more than once (server:
 * IntegrityCheck/Checker.php). An app's .htaccess is a file like any other.
 *
 * @param hashes of core; the one entry is replaced
 */
function exceptCoreHtaccess(hashes, read) {
    const content = hashes.has(path) ? read(path) : undefined;
    if (content !== undefined)
        hashes.set(path, hashOfCoreHtaccess(content));
}
function hashOfCoreHtaccess(content) {
    const [above = '', ...below] = Buffer.from(content).toString('latin1').split(marker);
    const hashed = below.length === 1 ? Buffer.from(above, 'latin1') : content;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512').update(hashed).digest('hex');
}


/***/ }),

/***/ 1434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ signedBytes),
/* harmony export */   r: () => (/* binding */ sortHashList)
/* harmony export */ });
/* harmony import */ var _package_byte_string_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(694);
/* harmony import */ var _php_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5760);
/* harmony import */ var _php_number_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8263);
// SPDX-License-Identifier: MIT



/**
 * The list in the order of PHP's `ksort`: by the bytes of the UTF-8 path, which is not the order of JavaScript's
 * strings (U+E000 to U+FFFF against astral characters). Two names that PHP takes for numbers go by their values.
 */
function sortHashList(list) {
    const entries = Array.from(list, (entry) => ({ entry, order: (0,_package_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .byteString */ .iP)(entry[0]) }));
    const anyNumber = entries.some(({ order }) => (0,_php_number_js__WEBPACK_IMPORTED_MODULE_2__/* .isPhpNumeric */ .w)(order));
    entries.sort((a, b) => (anyNumber ? compareNumbers(a.order, b.order) : 0) || (0,_package_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .compareByteStrings */ .eS)(a.order, b.order));
    return new Map(entries.map(({ entry }) => entry));
}
function compareNumbers(a, b) {
    return (0,_php_number_js__WEBPACK_IMPORTED_MODULE_2__/* .isPhpNumeric */ .w)(a) && (0,_php_number_js__WEBPACK_IMPORTED_MODULE_2__/* .isPhpNumeric */ .w)(b) ? Number(a) - Number(b) : 0;
}
/** What stands under the signature: PHP's `json_encode` without flags over the sorted list. ASCII throughout. */
function signedBytes(sorted) {
    const paths = [...sorted.keys()];
    // An array whose keys count from 0 is a list to PHP; so is an empty one.
    const isList = paths.every((path, index) => path === String(index));
    const items = Array.from(sorted, ([path, value]) => `${isList ? '' : `${(0,_php_json_js__WEBPACK_IMPORTED_MODULE_0__/* .phpJsonString */ ._)(path)}:`}${json(value)}`);
    return Buffer.from(isList ? `[${items.join(',')}]` : `{${items.join(',')}}`, 'latin1');
}
function json(value) {
    return value === false ? 'false' : (0,_php_json_js__WEBPACK_IMPORTED_MODULE_0__/* .phpJsonString */ ._)(value);
}


/***/ }),

/***/ 2593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   JB: () => (/* binding */ signaturePaths),
/* harmony export */   Mg: () => (/* binding */ isSignaturePath),
/* harmony export */   UH: () => (/* binding */ isUnhashedName),
/* harmony export */   aq: () => (/* binding */ selectHashed),
/* harmony export */   lT: () => (/* binding */ isOutsideCore)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/** Where the signature stands, from the root of what is signed. */
const signaturePaths = {
    app: 'appinfo/signature.json',
    core: 'core/signature.json',
};
/** @param paths of all files, from the root, `/` between */
function selectHashed(paths, kind) {
    const hashed = [];
    const unhashed = [];
    const misplaced = [];
    for (const path of paths) {
        if (kind === 'core' && isOutsideCore(path))
            continue;
        if (isUnhashedName(baseName(path)))
            unhashed.push(path);
        else if (!isSignaturePath(path))
            hashed.push(path);
        else if (path !== signaturePaths[kind])
            misplaced.push(path);
    }
    return { hashed, unhashed, misplaced };
}
/** Both are left out everywhere: `core/signature.json` inside an app as well (server: IntegrityCheck/Checker.php). */
function isSignaturePath(path) {
    return path === signaturePaths.app || path === signaturePaths.core;
}
const names = new Set([
    '.DS_Store',
    '.directory',
    '.rnd',
    '.webapp',
    'Thumbs.db',
    'nextcloud-init-sync.lock',
]);
/** One newline at the end of the name is let through, as PCRE's `$` does. */
const webapp = /^\.webapp-nextcloud-(?:\d+\.){2}\d+(?:-r\d+)?\n?$/;
/**
 * True for the names that a server leaves out of the hash list, at any depth, case-sensitive, where they are files
 * (server: IntegrityCheck/Iterator/ExcludeFileByNameFilterIterator.php). The list has grown over the years.
 */
function isUnhashedName(name) {
    return names.has(name) || (name.startsWith('.webapp-') && webapp.test(name));
}
/**
 * Never part of core, right below the root (server: IntegrityCheck/Iterator/ExcludeFoldersByPathFilterIterator.php).
 * A server leaves out its configured app folders and data directory as well; what those are cannot be seen from here.
 */
const coreFolders = new Set([
    'data',
    'themes',
    'config',
    'apps',
    'assets',
    'lost+found',
    'updater',
    '_oc_upgrade',
]);
/** @param path from the root, of a file or a folder */
function isOutsideCore(path) {
    const [top = ''] = path.split('/', 1);
    return coreFolders.has(top);
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 3633:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ IntegrityError)
/* harmony export */ });
/* harmony import */ var _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4252);
// SPDX-License-Identifier: MIT

const codes = {
    /** the folder is not there, or no app and no server */
    'folder-unreadable': 'unusable',
    'file-unreadable': 'unusable',
    /** neither `--app` nor an info.xml says whose signature this is */
    'scope-unknown': 'unusable',
    /** a signature.json or info.xml beyond all measure */
    'file-too-large': 'unusable',
    /** no server verifies signatures of such a key */
    'key-unsupported': 'unusable',
    /** the server would not get a tree out of the archive */
    'archive-refused': 'refused',
    'key-mismatch': 'refused',
    'wrong-common-name': 'refused',
    /** names or links that no server can verify: all of them are in the findings */
    unsignable: 'refused',
};
/** Signing could not be done, or checking could not start; a verdict of the check is never an error. */
class IntegrityError extends _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
    }
}


/***/ }),

/***/ 5760:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readPhpJson),
/* harmony export */   _: () => (/* binding */ phpJsonString)
/* harmony export */ });
// SPDX-License-Identifier: MIT
const shortEscapes = {
    '"': '\\"',
    '\\': '\\\\',
    '/': '\\/',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};
// eslint-disable-next-line no-control-regex -- control characters are among what PHP escapes
const escaped = /["\\/\u0000-\u001f\u0080-\uffff]/g;
/**
 * A string as PHP's `json_encode` writes it without flags: `/` escaped, every UTF-16 unit from U+0080 on as lowercase
 * `\uxxxx` (astral characters as a surrogate pair), `<>&'` and U+007F as they are. This is the serializer of bytes that
 * get signed: a general encoder once changed them (owncloud/ocsign#19).
 */
function phpJsonString(text) {
    return `"${text.replace(escaped, escapeUnit)}"`;
}
function escapeUnit(unit) {
    return shortEscapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/** How deep arrays may stand in one another for `json_decode`, whose limit of 512 is one more (measured with PHP 8.2) */
const maxDepth = 511;
/**
 * What PHP's `json_decode($bytes, true)` makes of the bytes; undefined where it fails. It is stricter than JSON.parse:
 * invalid UTF-8, a byte order mark, half a surrogate pair and nesting beyond 511 levels are errors. Of a key that
 * stands twice the last one wins, as in JavaScript.
 */
function readPhpJson(bytes) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        const value = JSON.parse(text);
        return hasLoneSurrogate(text) || isDeeperThan(value, maxDepth) ? undefined : value;
    }
    catch {
        return undefined;
    }
}
/** Looks at escapes one after the other, so that `\\ud800` (a backslash and five letters) is none. */
function hasLoneSurrogate(text) {
    if (!/\\ud[89a-f]/i.test(text))
        return false;
    const escapes = text.matchAll(/\\(?:ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|(ud[89a-f][0-9a-f]{2})|.)/gi);
    for (const [, lone] of escapes)
        if (lone !== undefined)
            return true;
    return false;
}
function isDeeperThan(value, levels) {
    if (typeof value !== 'object' || value === null)
        return false;
    return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}


/***/ }),

/***/ 8263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isPhpInteger),
/* harmony export */   w: () => (/* binding */ isPhpNumeric)
/* harmony export */ });
// SPDX-License-Identifier: MIT
const numeric = /^[ \t\n\r\v\f]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/;
const integer = /^(?:0|-?[1-9]\d{0,18})$/;
/**
 * True where PHP compares the text as a number (`is_numeric`, PHP 8): `9`, `1e1`, ` 7`, `7 `, `.5`, `-5`, `007`. The
 * hash list is sorted with PHP's `ksort`, which orders two such names by value and any other two by their bytes. That
 * is no order at all where the two disagree, and PHP before 8.2 compares differently again.
 */
function isPhpNumeric(text) {
    return numeric.test(text);
}
/** True where the text, as the key of a PHP array, becomes an integer: canonical decimal within 64 bits. */
function isPhpInteger(text) {
    return integer.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}


/***/ }),

/***/ 9032:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ verifyPss),
/* harmony export */   I: () => (/* binding */ signPss)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3633);
// SPDX-License-Identifier: MIT


/**
 * RSASSA-PSS as the server has it (RFC 8017 section 8.1): message hash SHA-1, because phpseclib 2 takes that by default
 * and the server never sets it, MGF1 with SHA-512, no salt. `crypto.sign` always takes the message hash for MGF1 too, so
 * the block is encoded here, and Node does the RSA on it: 4 ms for a key of 4096 bits.
 */
const hashLength = 20;
/** @throws IntegrityError `key-unsupported` */
function signPss(message, key) {
    const bits = modulusBits(key);
    if (bits === undefined) {
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .c('key-unsupported', 'No server verifies a signature by a key of this type or size.', {
            hint: 'Use the RSA key that the certificate was requested with, of 4096 bits as the documents ask.',
        });
    }
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.privateEncrypt)({ key, padding: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_NO_PADDING }, encodePss(message, bits));
}
/** Without salt there is one right block only, so verifying is comparing. False for whatever cannot be verified. */
function verifyPss(message, signature, key) {
    const bits = modulusBits(key);
    if (bits === undefined || signature.length !== Math.ceil(bits / 8))
        return false;
    try {
        const block = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.publicDecrypt)({ key, padding: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_NO_PADDING }, signature);
        return block.equals(encodePss(message, bits));
    }
    catch {
        return false; // the signature is a number beyond the modulus
    }
}
/**
 * Size of a modulus that servers verify with; undefined for every other key. With one bit above whole octets the block
 * is an octet shorter than the modulus, and phpseclib 2 and 3 refuse it (measured with 2041 bits, which OpenSSL signs).
 */
function modulusBits(key) {
    const bits = key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
    return bits % 8 === 1 || bits < 8 * (hashLength + 2) ? undefined : bits;
}
/** EMSA-PSS-ENCODE (RFC 8017 section 9.1.1) with an empty salt, for a modulus of `bits` bits */
function encodePss(message, bits) {
    const length = Math.ceil((bits - 1) / 8);
    const messageHash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(message).digest();
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(Buffer.alloc(8)).update(messageHash).digest();
    const block = maskGeneration(hash, length - hashLength - 1);
    const last = block.length - 1;
    block[last] = (block[last] ?? 0) ^ 0x01; // DB is zeros and this one, so that masking it is the mask but for one bit
    block[0] = (block[0] ?? 0) & (0xff >> (8 * length - (bits - 1)));
    return Buffer.concat([block, hash, Buffer.of(0xbc)]);
}
/** MGF1 (RFC 8017 appendix B.2.1) with SHA-512 */
function maskGeneration(seed, length) {
    const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, counter) => {
        const octets = Buffer.alloc(4);
        octets.writeUInt32BE(counter);
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512').update(seed).update(octets).digest();
    });
    return Buffer.concat(blocks, length);
}


/***/ }),

/***/ 3731:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ nameToBytes),
/* harmony export */   Dj: () => (/* binding */ nameFromBytes),
/* harmony export */   KA: () => (/* binding */ isUnicode),
/* harmony export */   Nt: () => (/* binding */ printableName)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _package_byte_string_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(694);
// SPDX-License-Identifier: MIT


/**
 * File names are bytes. As strings they are UTF-8 where they can be; a byte that is no UTF-8 stands as U+DC00 + byte,
 * which no valid text holds (PEP 383): nothing is lost, and no two names become one.
 */
function nameFromBytes(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(buffer))
        return buffer.toString('utf8');
    let name = '';
    for (let at = 0; at < buffer.length;) {
        const length = [1, 2, 3, 4].find((size) => at + size <= buffer.length && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(buffer.subarray(at, at + size)));
        name +=
            length === undefined ? String.fromCharCode(0xdc00 + (buffer[at] ?? 0)) : buffer.toString('utf8', at, at + length);
        at += length ?? 1;
    }
    return name;
}
function nameToBytes(name) {
    if (isUnicode(name))
        return Buffer.from(name, 'utf8');
    return Buffer.concat(Array.from(name, (point) => isUnicode(point) ? Buffer.from(point, 'utf8') : Buffer.of(point.charCodeAt(0) & 0xff)));
}
const surrogate = /\p{Surrogate}/u;
/** False where the name stands for bytes that are no UTF-8. */
function isUnicode(name) {
    return (0,_package_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(name) || !surrogate.test(name);
}
/** The name for people and for JSON: a byte that is no UTF-8 as `\xff`. */
function printableName(name) {
    if (isUnicode(name))
        return name;
    return name.replace(/\p{Surrogate}/gu, (half) => `\\x${(half.charCodeAt(0) & 0xff).toString(16).padStart(2, '0')}`);
}


/***/ })

};
;