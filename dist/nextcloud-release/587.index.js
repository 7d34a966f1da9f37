"use strict";
exports.id = 587;
exports.ids = [587];
exports.modules = {

/***/ 6046:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
// SPDX-License-Identifier: MIT
const systemClock = {
    now: () => new Date(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};


/***/ }),

/***/ 8462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G3: () => (/* binding */ bodyText),
/* harmony export */   LV: () => (/* binding */ http),
/* harmony export */   j$: () => (/* binding */ HttpError),
/* harmony export */   zW: () => (/* binding */ bodyJson)
/* harmony export */ });
/* harmony import */ var _coded_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4252);
// SPDX-License-Identifier: MIT

const codes = {
    unreachable: 'outside',
    'timed-out': 'outside',
    'answer-too-large': 'outside',
};
/** The request did not end in an answer. An answer of any status is not an error of this class. */
class HttpError extends _coded_error_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
    }
}
const defaultTimeoutMs = 60_000;
const defaultMaxBytes = 64 * 1024 * 1024;
/** HTTP over the platform's `fetch`: redirects followed (at most 20), bodies decoded, both bounded. @throws HttpError */
const http = async ({ method, url, headers, body, timeoutMs = defaultTimeoutMs, maxBytes = defaultMaxBytes, }) => {
    const host = hostOf(url);
    try {
        const response = await fetch(url, {
            method,
            headers: { 'user-agent': 'nextcloud-release', ...headers },
            ...(body !== undefined && { body }),
            signal: AbortSignal.timeout(timeoutMs),
        });
        return {
            status: response.status,
            headers: Object.fromEntries(response.headers),
            body: await readBody(response, maxBytes, url),
        };
    }
    catch (cause) {
        if (cause instanceof HttpError)
            throw cause;
        if (cause instanceof Error && cause.name === 'TimeoutError') {
            throw new HttpError('timed-out', `${method} ${url} had no answer within ${timeoutMs / 1000} seconds.`, {
                hint: `See whether ${host} is up, then run the same command again; every step is safe to repeat.`,
                cause,
            });
        }
        throw new HttpError('unreachable', `${method} ${url} failed: ${reasonOf(cause)}.`, {
            hint: `See whether ${host} can be reached from this machine, then run the same command again.`,
            cause,
        });
    }
};
function bodyText(answer) {
    return Buffer.from(answer.body).toString('utf8');
}
/** The body as JSON, or undefined where it is none (an HTML error page, say). */
function bodyJson(answer) {
    try {
        return JSON.parse(bodyText(answer));
    }
    catch {
        return undefined;
    }
}
async function readBody(response, maxBytes, url) {
    const chunks = [];
    let size = 0;
    for await (const chunk of (response.body ?? [])) {
        size += chunk.length;
        if (size > maxBytes) {
            throw new HttpError('answer-too-large', `${url} answered with more than ${maxBytes} bytes.`, {
                hint: 'See whether the address is the right one.',
            });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** undici wraps the reason, sometimes twice, and for dual-stack hosts in an AggregateError. */
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error instanceof AggregateError && error.errors.length > 0)
        return reasonOf(error.errors[0]);
    if (error.cause !== undefined)
        return reasonOf(error.cause);
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    return code !== undefined && !error.message.includes(code) ? `${error.message} (${code})` : error.message;
}
function hostOf(url) {
    return URL.canParse(url) ? new URL(url).host : url;
}


/***/ }),

/***/ 754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/**
 * Runs `attempt` until `judge` says that its result stands, its kind of failure has used up its attempts, or the next
 * wait would pass the budget. Waits double, with full jitter in their upper half. The last result is returned as it is.
 */
async function retry(attempt, judge, policy, world) {
    const start = world.clock.now().getTime();
    const failures = new Map();
    for (let count = 1;; count++) {
        const result = await attempt();
        const verdict = judge(result);
        if (!verdict.again)
            return result;
        const failed = (failures.get(verdict.kind) ?? 0) + 1;
        failures.set(verdict.kind, failed);
        const waitMs = verdict.waitMs ?? backoff(count, policy, world.random);
        const elapsed = world.clock.now().getTime() - start;
        if (failed >= (policy.attempts[verdict.kind] ?? 1) || elapsed + waitMs > policy.budgetMs)
            return result;
        world.onRetry?.(count, verdict.kind, waitMs);
        await world.clock.sleep(waitMs);
    }
}
function backoff(count, policy, random) {
    const ceiling = Math.min(policy.maxWaitMs, policy.firstWaitMs * 2 ** (count - 1));
    return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}


/***/ }),

/***/ 2418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ verifyBytes),
/* harmony export */   b: () => (/* binding */ signBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lenient_base64_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4890);
// SPDX-License-Identifier: MIT


/**
 * What the store and the server's installer verify: RSA PKCS#1 v1.5 with SHA-512 over the bytes, base64 on one line
 * (store: REST documentation; server: Installer.php). The bytes are the archive's, or the app id's for a registration.
 */
function signBytes(bytes, key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)('sha512', bytes, key).toString('base64');
}
/** Base64 is read as the store does: characters outside its alphabet, line breaks say, are passed over. */
function verifyBytes(bytes, key, signature) {
    const reading = (0,_lenient_base64_js__WEBPACK_IMPORTED_MODULE_1__/* .readLenientBase64 */ .T)(signature);
    if ('fault' in reading || key.asymmetricKeyType !== 'rsa')
        return false;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)('sha512', bytes, key, reading.bytes);
}


/***/ }),

/***/ 5010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Uy: () => (/* binding */ isSameCertificate),
  pG: () => (/* binding */ judgeRegistration),
  ub: () => (/* binding */ judgeSignature)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/coded-error.js
var coded_error = __webpack_require__(4252);
// EXTERNAL MODULE: ./build/bundle/src/store/archive-signature.js
var archive_signature = __webpack_require__(2418);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
;// CONCATENATED MODULE: ./build/bundle/src/store/certificate-path.js
// SPDX-License-Identifier: MIT


const basicConstraints = '2.5.29.19';
const keyUsage = '2.5.29.15';
/** bit 5 of the key usage (RFC 5280 section 4.2.1.3) */
const keyCertSign = 0x04;
/** OpenSSL's own default depth (X509_VERIFY_PARAM), the leaf and the root not counted */
const longestPath = 100;
/**
 * What OpenSSL says against a certificate, in its words; undefined where it says nothing. The store asks it with
 * pyOpenSSL's X509Store and the flag CRL_CHECK: a path to a self-signed root of the bundle, CA flags, the leaf's
 * revocation, then signature and dates of every certificate from the root down (store: certificate/validator.py; OpenSSL:
 * crypto/x509/x509_vfy.c, verify_chain). Servers look at none of this: see Trust.issuerOf.
 */
function faultOfCertificate(leaf, trust, now) {
    const built = buildPath(leaf, trust.authorities, now);
    if ('fault' in built)
        return built.fault;
    const { path } = built;
    return (faultOfAuthorities(path) ??
        (trust.crl && faultOfRevocation(leaf, path[1] ?? leaf, trust.crl, now)) ??
        faultOfSignaturesAndDates(path, now));
}
/** Leaf first. The next issuer is one that OpenSSL takes for it, if possible one whose dates hold. */
function buildPath(leaf, authorities, now) {
    const path = [leaf];
    for (let last = leaf;;) {
        if (issued(last, last)) {
            const trusted = path.length > 1 || authorities.some(({ fingerprint }) => fingerprint === leaf.fingerprint);
            return trusted ? { path } : { fault: 'self-signed certificate' };
        }
        const candidates = authorities.filter((authority) => issued(authority, last));
        const issuer = candidates.find((authority) => authority.isValidAt(now)) ?? newest(candidates);
        if (issuer === undefined) {
            return { fault: `unable to get ${path.length > 1 ? '' : 'local '}issuer certificate` };
        }
        if (path.length > longestPath)
            return { fault: 'certificate chain too long' };
        path.push(issuer);
        last = issuer;
    }
}
/**
 * Names and key identifiers agree. While it builds a path OpenSSL does not look at the issuer's key usage, so that such an
 * issuer is refused later and in other words; its X509_check_issued, which Node gives us, does.
 */
function issued(issuer, subject) {
    return asOpenSslReadsIt(subject).checkIssued(asOpenSslReadsIt(issuer)) || isNamedBy(issuer, subject);
}
function isNamedBy(issuer, subject) {
    const { keyId, serial } = subject.authorityKeyId;
    const has = issuer.subjectKeyId;
    return (subject.issuer.equals(issuer.subject) &&
        (keyId === undefined || has === undefined || Buffer.compare(keyId, has) === 0) &&
        (serial === undefined || serial === issuer.serial));
}
const parsed = new WeakMap();
/** @throws where OpenSSL refuses what our own reader takes */
function asOpenSslReadsIt(certificate) {
    const known = parsed.get(certificate) ?? new external_node_crypto_.X509Certificate(Buffer.from(certificate.der));
    parsed.set(certificate, known);
    return known;
}
function newest(certificates) {
    return certificates.toSorted((a, b) => b.notAfter.getTime() - a.notAfter.getTime())[0];
}
/** Every issuer may issue, and no issuer has more CAs below it than its path length allows. */
function faultOfAuthorities(path) {
    for (const [depth, authority] of path.entries()) {
        if (depth === 0)
            continue;
        if (!isAuthority(authority))
            return 'invalid CA certificate';
        const below = path.slice(1, depth).filter((other) => !other.issuer.equals(other.subject)).length;
        const allowed = pathLength(authority);
        if (allowed !== undefined && below > allowed)
            return 'path length constraint exceeded';
    }
    return undefined;
}
/** OpenSSL's X509_check_ca: an old root (version 1, self-signed) counts, and so does a key usage without constraints. */
function isAuthority(certificate) {
    if (certificate.extension(basicConstraints) !== undefined)
        return asOpenSslReadsIt(certificate).ca;
    const usage = certificate.extension(keyUsage);
    if (usage === undefined)
        return certificate.version === 1 && certificate.issuer.equals(certificate.subject);
    return (((0,der_reader/* readDer */.SU)(usage.value).content[1] ?? 0) & keyCertSign) !== 0;
}
function pathLength(certificate) {
    const value = certificate.extension(basicConstraints)?.value;
    const length = value &&
        (0,der_reader/* readDer */.SU)(value)
            .children()
            .find((node) => node.tag === der_reader/* tag */.Tc.integer);
    return length && Number(length.integer());
}
/** CRL_CHECK looks at the leaf alone; the list must be its issuer's, signed by it, and in force. */
function faultOfRevocation(leaf, issuer, crl, now) {
    if (!crl.issuer.equals(leaf.issuer))
        return 'unable to get certificate CRL';
    if (crl.thisUpdate > now)
        return 'CRL is not yet valid';
    if (crl.nextUpdate !== undefined && crl.nextUpdate <= now)
        return 'CRL has expired';
    if (!crl.isSignedBy(issuer))
        return 'CRL signature failure';
    return crl.isRevoked(leaf.serial) ? 'certificate revoked' : undefined;
}
/** From the root down, as OpenSSL goes. The root's own signature is not looked at: it is trusted because it is there. */
function faultOfSignaturesAndDates(path, now) {
    for (const [depth, certificate] of [...path.entries()].toReversed()) {
        const issuer = path[depth + 1];
        if (issuer !== undefined && !asOpenSslReadsIt(certificate).verify(issuer.publicKey))
            return 'certificate signature failure';
        if (certificate.notBefore > now)
            return 'certificate is not yet valid';
        // X509_cmp_time knows no "equal": the second of notAfter itself is too late.
        if (certificate.notAfter <= now)
            return 'certificate has expired';
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/bundle/src/store/lenient-base64.js
var lenient_base64 = __webpack_require__(4890);
// EXTERNAL MODULE: ./build/bundle/src/store/store-answer.js
var store_answer = __webpack_require__(7961);
;// CONCATENATED MODULE: ./build/bundle/src/store/certificate-judgement.js






/**
 * A registration (store: api/v1/views.py, AppRegisterView): certificate readable, valid, and the signature over its CN
 * (the bytes of the app id, no newline) made with its key. Who may register is not decided here.
 */
function judgeRegistration(certificatePem, signature, trust, now) {
    const read = readRegistered(certificatePem);
    if ('refusal' in read)
        return read;
    const { certificate, key, name: appId } = read.accepted;
    // The store goes on with None as the id, and fails where it would be made bytes.
    if (appId === undefined)
        return { refusal: store_answer/* crash */.Oy };
    const refusal = refusalOfCertificate(certificate, trust, now) ?? refusalOfSignature(key, signature, Buffer.from(appId, 'utf8'));
    return refusal ? { refusal } : { accepted: { appId } };
}
/**
 * An upload's certificate and signature (store: api/v1/views.py, AppReleaseView, in this order): the registered
 * certificate still valid today, the signature over the archive's bytes, CN and app id the same.
 */
function judgeSignature(upload, registeredPem, trust, now) {
    const read = readRegistered(registeredPem);
    if ('refusal' in read)
        return read.refusal;
    const { certificate, key, name } = read.accepted;
    return (refusalOfCertificate(certificate, trust, now) ??
        refusalOfSignature(key, upload.signature, upload.archive) ??
        (name === upload.appId ? undefined : (0,store_answer/* invalid */.Gq)(`App id ${upload.appId} does not match cert CN ${name ?? 'None'}`)));
}
/** The store compares certificates as texts, without carriage returns and outer blanks (store: core/models.py, App.save). */
function isSameCertificate(one, other) {
    return comparable(one) === comparable(other);
}
function comparable(pem) {
    return pem.replaceAll('\r', '').trim();
}
/** `name` is the first CN, as pyOpenSSL gives it. */
function readRegistered(pem) {
    try {
        const certificate = common_certificate/* Certificate */.us.fromPem(pem, 'the certificate');
        asOpenSslReadsIt(certificate);
        return { accepted: { certificate, key: certificate.publicKey, name: certificate.commonNames[0] } };
    }
    catch (error) {
        return { refusal: (0,store_answer/* invalid */.Gq)(`Invalid certificate: ${error instanceof coded_error/* CodedError */.A ? error.message : String(error)}`) };
    }
}
function refusalOfCertificate(certificate, trust, now) {
    const fault = faultOfCertificate(certificate, trust, now);
    return fault === undefined ? undefined : (0,store_answer/* invalid */.Gq)(`Certificate is invalid: ${fault}`);
}
/** Behind the colon stands the exception's text: base64's own, or none, as the library's InvalidSignature has no text. */
function refusalOfSignature(key, signature, bytes) {
    const reading = (0,lenient_base64/* readLenientBase64 */.T)(signature);
    if ('fault' in reading)
        return (0,store_answer/* invalid */.Gq)(`Signature is invalid: ${reading.fault}`);
    const holds = (0,archive_signature/* verifyBytes */.R)(bytes, key, signature);
    return holds ? undefined : (0,store_answer/* invalid */.Gq)('Signature is invalid: ');
}


/***/ }),

/***/ 587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ StoreClient),
  k: () => (/* binding */ defaultStoreUrl)
});

// EXTERNAL MODULE: ./build/bundle/common/http.js
var http = __webpack_require__(8462);
// EXTERNAL MODULE: ./build/bundle/src/store/certificate-judgement.js + 1 modules
var certificate_judgement = __webpack_require__(5010);
// EXTERNAL MODULE: ./build/bundle/src/store/store-error.js
var store_error = __webpack_require__(1293);
;// CONCATENATED MODULE: ./build/bundle/src/store/listed-app.js
// SPDX-License-Identifier: MIT


/** The apps of a list; fields of other types than the documented ones are taken for empty. @throws StoreError */
function readListedApps(answer, what) {
    return readList(answer, what).map((app) => ({
        ...app,
        id: listed_app_text(app.id),
        certificate: listed_app_text(app.certificate),
        releases: list(app.releases).map((release) => ({
            ...release,
            version: listed_app_text(release.version),
            isNightly: release.isNightly === true,
            download: listed_app_text(release.download),
            signature: listed_app_text(release.signature),
            platformVersionSpec: listed_app_text(release.platformVersionSpec),
            lastModified: listed_app_text(release.lastModified),
        })),
    }));
}
/** Every list of the store is an array of objects. @throws StoreError `unexpected-answer` */
function readList(answer, what) {
    const body = (0,http/* bodyJson */.zW)(answer);
    if (Array.isArray(body))
        return list(body);
    throw new store_error/* StoreError */.A('unexpected-answer', `${what} failed: the answer is no list.`, {
        hint: 'See whether --store is right: it ends with /api/v1.',
        status: answer.status,
    });
}
function list(value) {
    return Array.isArray(value) ? value.filter((entry) => isObject(entry)) : [];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function listed_app_text(value) {
    return typeof value === 'string' ? value : '';
}

// EXTERNAL MODULE: ./build/bundle/common/clock.js
var clock = __webpack_require__(6046);
// EXTERNAL MODULE: ./build/bundle/common/retry.js
var retry = __webpack_require__(754);
;// CONCATENATED MODULE: ./build/bundle/src/store/reason-words.js
const schemaFix = 'Run "nextcloud-release validate" over the app: it names the line and the fix.';
const repack = 'Pack the archive with "nextcloud-release package", which makes it as the store wants it.';
/** Every text with which the store refuses, the first that fits counts (store: the files named in each block). */
const reasonWords = [
    // api/v1/release/downloader.py
    {
        code: 'download-refused',
        pattern: /is not a valid tar\.gz archive\s*$/,
        words: 'the store could not download the archive, or what it got is no tar.gz (it says the same for every failed download)',
        fix: 'Open the download address in a private browser window: it must answer without a login, over https, and not from a private network.',
    },
    {
        code: 'download-refused',
        pattern: /^Downloaded archive is bigger than the allowed (\d+) bytes$/,
        fix: 'Leave out what users do not need (.nextcloudignore); "nextcloud-release package --list" shows the sizes.',
    },
    // api/v1/release/parser.py, the archive
    {
        code: 'archive-refused',
        pattern: /^not a gzip file$/,
        words: 'the archive is not compressed with gzip',
        fix: repack,
    },
    {
        code: 'archive-refused',
        pattern: /^unexpected end of data$/,
        words: 'the archive ends in the middle of a file',
        fix: repack,
    },
    {
        code: 'archive-refused',
        pattern: /^No possible app folder found/,
        words: 'the archive has no top folder that could be an app’s (names must not begin with "./")',
        fix: repack,
    },
    {
        code: 'archive-refused',
        pattern: /^More than one possible app folder found$/,
        words: 'the archive has more than one top-level entry named like an app, and a file counts as one',
        fix: repack,
    },
    {
        code: 'archive-refused',
        pattern: /^Path (.+) does not exist in package$/,
        fix: 'The top folder of the archive must be named as the app id and hold appinfo/info.xml.',
    },
    {
        code: 'archive-refused',
        pattern: /^Symlinks and hard links can not be used for /,
        fix: 'Put a real file in the place of the link: info.xml, database.xml, the changelogs and their folders must not be links.',
    },
    {
        code: 'archive-refused',
        pattern: /^file .+ was bigger than allowed \d+ bytes$/,
        fix: 'Shorten the file: info.xml, database.xml and each changelog may have 1,047,552 bytes at most.',
    },
    {
        code: 'archive-refused',
        pattern: /^Blacklist rule "(.+)": Directory (.+) is not allowed/,
        fix: 'Leave .git folders out of the archive.',
    },
    {
        code: 'archive-refused',
        pattern: /^Archive app folder is (\S+) but info\.xml reports id (\S+)$/,
        fix: 'Name the top folder of the archive as the <id> in appinfo/info.xml.',
    },
    // api/v1/release/parser.py, the metadata; api/v1/release/importer.py, the videos
    { code: 'metadata-refused', pattern: /^(info|database)\.xml contains malformed xml: /, fix: schemaFix },
    {
        code: 'metadata-refused',
        pattern: /^Must not contain entities$/,
        words: 'info.xml or database.xml uses an entity of its own',
        fix: 'Write the text itself in place of the entity.',
    },
    {
        code: 'metadata-refused',
        pattern: /^(info|database)\.xml did not validate: /,
        words: 'the metadata does not fit the store’s schema (its line number is not that of your file)',
        fix: schemaFix,
    },
    {
        code: 'metadata-refused',
        pattern: /^At least one element "(.+)" with lang "en" required$/,
        fix: 'Add the element in English: without lang, or with lang="en".',
    },
    {
        code: 'metadata-refused',
        pattern: /^PeerTube URL /,
        fix: 'Give <video> as https://HOST/w/ID, https://HOST/videos/watch/ID or https://HOST/videos/embed/ID.',
    },
    // api/v1/views.py
    {
        code: 'not-registered',
        pattern: /^App (\S+) does not exist, you need to registerit first$/,
        words: 'the app is not registered in the store',
        fix: 'Register it once: "nextcloud-release store register --certificate APP_ID.crt --key APP_ID.key", or release with --register.',
    },
    // certificate/validator.py
    {
        code: 'signature-refused',
        pattern: /^Signature is invalid:/,
        words: 'the signature was not made over these bytes with the key of the registered certificate',
        fix: 'Sign the bytes that the address serves, with the key whose certificate is registered ("nextcloud-release store status APP_ID" shows it).',
    },
    {
        code: 'certificate-refused',
        pattern: /^Certificate is invalid: certificate revoked$/,
        words: 'the certificate was revoked',
        fix: 'Make a new key, have it certified, and register the new certificate; that deletes the releases in the store.',
    },
    {
        code: 'certificate-refused',
        pattern: /^Certificate is invalid: certificate has expired$/,
        words: 'the certificate has expired',
        fix: 'Have it renewed in the certificate repository, then register the new one; that deletes the releases in the store.',
    },
    {
        code: 'certificate-refused',
        pattern: /^Certificate is invalid: certificate is not yet valid$/,
        words: 'the certificate is not valid yet',
        fix: 'Wait until its first day of validity.',
    },
    {
        code: 'certificate-refused',
        pattern: /^Certificate is invalid:/,
        words: 'the store does not accept the certificate',
        fix: 'Use the certificate that the authority of this store issued.',
    },
    {
        code: 'certificate-refused',
        pattern: /^Invalid certificate:/,
        words: 'the certificate cannot be read',
        fix: 'Give the whole PEM text, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.',
    },
    {
        code: 'certificate-refused',
        pattern: /^App id (\S+) does not match cert CN (.+)$/,
        words: 'the registered certificate is for another app',
        fix: 'Register the certificate whose CN is the app id, letter by letter.',
    },
    // Django REST framework
    {
        code: 'not-authenticated',
        pattern: /^Invalid token(\.| header)/,
        words: 'the store does not know the token',
        fix: 'Take the token from your account’s page in the store (or "nextcloud-release store token"), without blanks around it.',
    },
    {
        code: 'not-authenticated',
        pattern: /^Invalid (username\/password|basic header)/,
        words: 'user name or password is wrong',
        fix: 'An account made through GitHub has no password: use its token.',
    },
    {
        code: 'not-authenticated',
        pattern: /^User inactive or deleted/,
        words: 'the account is switched off',
        fix: 'Ask the maintainers of the store.',
    },
    {
        code: 'not-authenticated',
        pattern: /^Authentication credentials were not provided/,
        words: 'the store got neither token nor password',
        fix: 'Give --token-file, or --user and --password-file.',
    },
    {
        code: 'not-allowed',
        pattern: /^Only the app owner is allowed to update the certificate$/,
        words: 'only the owner of the app may register another certificate, a co-maintainer may not',
        fix: 'Use the owner’s token, or have the owner unlock the app for transfer on the store’s pages. Do not ask for a new certificate: it would not help.',
    },
    {
        code: 'not-allowed',
        pattern: /^You do not have permission to perform this action/,
        words: 'the app belongs to another user of the store',
        fix: 'Use the token of the owner or of a co-maintainer; the owner adds those on the store’s pages.',
    },
    {
        code: 'throttled',
        pattern: /^Request was throttled/,
        words: 'too many requests (the store takes 100 uploads and 100 registrations per user and day)',
        fix: 'Wait as long as the store says, then run the same command again.',
    },
    {
        code: 'request-refused',
        pattern: /^Unsupported media type/,
        words: 'the request was not JSON',
        fix: 'See whether a proxy changes requests on their way.',
    },
    {
        code: 'request-refused',
        pattern: /^JSON parse error/,
        words: 'the request’s JSON was damaged on its way',
        fix: 'See whether a proxy changes requests on their way.',
    },
    {
        code: 'request-refused',
        pattern: /Enter a valid (HTTPS )?URL/,
        words: 'the download address is no https URL',
        fix: 'Give an address that begins with https:// and a full host name.',
    },
    {
        code: 'request-refused',
        pattern: /This field (is required|may not be (blank|null))|Not a valid string|Must be a valid boolean/,
        fix: 'Give every field of the request: certificate and signature, or download and signature.',
    },
];

;// CONCATENATED MODULE: ./build/bundle/src/store/refusal.js
// SPDX-License-Identifier: MIT



/** what a status means where the text says nothing that is known */
const byStatus = {
    400: {
        code: 'refused',
        words: 'the store refused the request',
        fix: 'Run "nextcloud-release validate" over the app, and see whether the store’s text names the fix.',
    },
    401: {
        code: 'not-authenticated',
        words: 'the store does not know who is asking',
        fix: 'Give a token that is valid: it is on your account’s page in the store.',
    },
    403: {
        code: 'not-allowed',
        words: 'this user may not do that',
        fix: 'Use the token of the app’s owner; co-maintainers may upload and delete releases only.',
    },
    404: {
        code: 'not-found',
        words: 'the store has nothing there',
        fix: 'See whether the app id is right, and --store.',
    },
    405: {
        code: 'unexpected-answer',
        words: 'this is no route of an app store',
        fix: 'See whether --store is right: it ends with /api/v1.',
    },
    415: {
        code: 'request-refused',
        words: 'the request was not JSON',
        fix: 'See whether a proxy changes requests on their way.',
    },
    429: {
        code: 'throttled',
        words: 'too many requests',
        fix: 'Wait as long as the store says, then run the same command again.',
    },
};
const crashed = {
    code: 'store-failed',
    words: 'the store failed and gives no reason',
    fix: 'Run the same command again later; if it stays, run "nextcloud-release validate": a cut-off archive, XML that is not UTF-8 or a download address above 256 characters makes the store fail like this.',
};
const unknown = {
    code: 'unexpected-answer',
    words: 'the answer is not one of an app store',
    fix: 'See whether --store is right: it ends with /api/v1.',
};
const longestReason = 600;
/**
 * The store's refusal in words, with the fix.
 *
 * @param what what was asked for, e.g. `Publishing news`
 * @param absentFix the fix for a 404, where what was asked for knows a better one
 */
function refusalOf(what, answer, absentFix) {
    const { status } = answer;
    const reasons = reasonsOf(answer);
    const known = reasons
        .map((reason) => reasonWords.find(({ pattern }) => pattern.test(reason)))
        .find((words) => words !== undefined);
    const fallback = byStatus[status] ?? (status >= 500 ? crashed : unknown);
    const { code, words, fix } = known ?? fallback;
    const said = reasons.length === 0 ? '' : `: “${reasons.join('” “')}”`;
    const meaning = words ?? (known === undefined ? fallback.words : 'the store refused it');
    return new store_error/* StoreError */.A(code, `${what} failed with status ${status}${said}; ${meaning}.`, {
        hint: code === 'not-found' ? (absentFix ?? fix) : fix,
        status,
        reasons,
    });
}
/** An array of texts, `{"detail": text}`, or `{field: [text]}`; a page of HTML has no reason. */
function reasonsOf(answer) {
    const body = (0,http/* bodyJson */.zW)(answer);
    if (Array.isArray(body))
        return body.filter(isText).map(shown);
    if (typeof body !== 'object' || body === null)
        return [];
    return Object.entries(body).flatMap(([field, value]) => {
        const texts = [value].flat().filter(isText);
        return texts.map((text) => shown(field === 'detail' ? text : `${field}: ${text}`));
    });
}
function isText(value) {
    return typeof value === 'string';
}
/** A text of the outside: on one line, without control characters, of bounded length. */
function shown(text) {
    const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    return line.length <= longestReason ? line : `${line.slice(0, longestReason)} …`;
}

;// CONCATENATED MODULE: ./build/bundle/src/store/retry-rules.js


/**
 * When a request to the store is sent again. Nothing else is: never 401, 403 or another 400. The last rule is for
 * uploads: the store says so for every failed download, the CDN's 404 right after an upload included
 * (nextcloud/contacts#5329).
 */
const rules = [
    {
        kind: 'unavailable',
        again: 5,
        applies: (attempt) => attempt instanceof http/* HttpError */.j$ ? attempt.code !== 'answer-too-large' : [502, 503, 504].includes(attempt.status),
    },
    { kind: 'crash', again: 1, applies: (attempt) => hasStatus(attempt, 500) },
    { kind: 'throttled', again: 5, applies: (attempt) => hasStatus(attempt, 429), waitMs: retryAfterMs },
    {
        kind: 'not-an-archive',
        again: 3,
        applies: (attempt) => !(attempt instanceof http/* HttpError */.j$) &&
            hasStatus(attempt, 400) &&
            reasonsOf(attempt).some((reason) => reason.endsWith('is not a valid tar.gz archive')),
    },
];
const retryPolicy = {
    attempts: Object.fromEntries(rules.map(({ kind, again }) => [kind, again + 1])),
    budgetMs: 5 * 60_000,
    firstWaitMs: 2_000,
    maxWaitMs: 60_000,
};
function judgeAttempt(attempt, clock) {
    const rule = rules.find(({ applies }) => applies(attempt));
    if (rule === undefined)
        return { again: false };
    if (rule.waitMs === undefined)
        return { again: true, kind: rule.kind };
    const waitMs = rule.waitMs(attempt, clock);
    return waitMs === undefined ? { again: false } : { again: true, kind: rule.kind, waitMs };
}
function hasStatus(attempt, status) {
    return !(attempt instanceof http/* HttpError */.j$) && attempt.status === status;
}
/** Retry-After (RFC 9110 section 10.2.3): seconds or an HTTP date; at least one second. Nothing where there is none. */
function retryAfterMs(attempt, clock) {
    const value = attempt instanceof http/* HttpError */.j$ ? undefined : attempt.headers['retry-after'];
    if (value === undefined)
        return undefined;
    const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - clock.now().getTime();
    return Number.isNaN(ms) ? undefined : Math.max(1000, ms);
}

;// CONCATENATED MODULE: ./build/bundle/src/store/store-connection.js
// SPDX-License-Identifier: MIT






/** apps.json of the real store has 12 MB and more */
const maxAnswerBytes = 256 * 1024 * 1024;
/** One store, one user: addresses, credentials, retries, conditional requests, refusals in words. */
class StoreConnection {
    clock;
    #url;
    #credentials;
    #http;
    #random;
    #onRetry;
    #lists = new Map();
    /** @throws StoreError `store-url` */
    constructor(url, credentials, world = {}) {
        this.#url = storeUrl(url);
        this.#credentials = credentials;
        this.#http = world.http ?? http/* http */.LV;
        this.clock = world.clock ?? clock/* systemClock */.m;
        this.#random = world.random ?? Math.random;
        this.#onRetry = world.onRetry;
    }
    /** @throws StoreError for every answer that was not expected, and for none at all */
    async send(request) {
        const { attempt, repeated } = await this.#attempts(request, this.#requestFor(request));
        if (attempt instanceof http/* HttpError */.j$)
            throw this.#unreachable(request.what, attempt);
        // The answer to the first try was lost on its way: what was to be deleted is.
        if (request.method === 'DELETE' && attempt.status === 404 && repeated)
            return attempt;
        const expected = request.expect?.includes(attempt.status) ?? (attempt.status >= 200 && attempt.status < 300);
        if (!expected)
            throw refusalOf(request.what, this.#withoutSecrets(attempt), request.absentFix);
        return attempt;
    }
    /** A public list; asked with the ETag of the last answer, so that an unchanged one is not sent again. */
    async list(path, what) {
        const known = this.#lists.get(path);
        const request = { method: 'GET', path, what, credentials: 'none', expect: [200, 304] };
        const built = this.#requestFor(request);
        const conditional = known === undefined ? {} : { 'if-none-match': known.etag };
        const { attempt } = await this.#attempts(request, { ...built, headers: { ...built.headers, ...conditional } });
        if (attempt instanceof http/* HttpError */.j$)
            throw this.#unreachable(what, attempt);
        if (attempt.status === 304 && known !== undefined)
            return known.answer;
        if (attempt.status !== 200)
            throw refusalOf(what, this.#withoutSecrets(attempt));
        const etag = attempt.headers.etag;
        if (etag !== undefined)
            this.#lists.set(path, { etag, answer: attempt });
        return attempt;
    }
    async #attempts(request, built) {
        let tries = 0;
        const attempt = await (0,retry/* retry */.L)(async () => {
            tries++;
            try {
                return await this.#http(built);
            }
            catch (error) {
                if (error instanceof http/* HttpError */.j$)
                    return error;
                throw error;
            }
        }, (made) => (request.repeatable === false ? { again: false } : judgeAttempt(made, this.clock)), retryPolicy, {
            clock: this.clock,
            random: this.#random,
            onRetry: (_count, _kind, waitMs) => this.#onRetry?.(request.what, waitMs),
        });
        return { attempt, repeated: tries > 1 };
    }
    #requestFor({ method, path, body, credentials, timeoutMs }) {
        const wanted = credentials ?? (method === 'GET' ? 'none' : 'required');
        return {
            method,
            url: `${this.#url}/${path}`,
            headers: {
                accept: 'application/json',
                ...(body !== undefined && { 'content-type': 'application/json' }),
                ...(wanted === 'required' && { authorization: this.#authorization(path) }),
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
            ...(timeoutMs !== undefined && { timeoutMs }),
            maxBytes: maxAnswerBytes,
        };
    }
    #authorization(path) {
        const credentials = this.#credentials;
        if (credentials === undefined) {
            throw new store_error/* StoreError */.A('credentials-missing', `The store's route "${path}" wants to know who is asking.`, {
                hint: 'Give --token-file FILE, or --user NAME and --password-file FILE.',
            });
        }
        if ('token' in credentials)
            return `Token ${headerSafe(credentials.token)}`;
        return `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`, 'utf8').toString('base64')}`;
    }
    #unreachable(what, error) {
        return new store_error/* StoreError */.A('unreachable', `${what} failed: ${error.message}`, { hint: error.hint, cause: error });
    }
    /** A store that gives back what it was sent must not bring a secret into a log. */
    #withoutSecrets(answer) {
        const credentials = this.#credentials;
        const secret = credentials === undefined ? '' : 'token' in credentials ? credentials.token : credentials.password;
        if (secret.length === 0)
            return answer;
        return { ...answer, body: Buffer.from(Buffer.from(answer.body).toString('utf8').replaceAll(secret, '***')) };
    }
}
/** https, or http on this machine; nothing secret in it; no slash at the end. */
function storeUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isHttp = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
    if (url === undefined || !isHttp || url.search !== '' || url.hash !== '') {
        throw new store_error/* StoreError */.A('store-url', 'The address of the store is no https address.', {
            hint: 'Give one like https://apps.nextcloud.com/api/v1; http is for a store on this machine only.',
        });
    }
    if (url.username !== '' || url.password !== '') {
        throw new store_error/* StoreError */.A('store-url', 'The address of the store carries a user name or password.', {
            hint: 'Give the password with --user NAME --password-file FILE.',
        });
    }
    return url.href.replace(/\/+$/, '');
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
/** A token with a line break would not get into a header, and the error would show it. */
function headerSafe(token) {
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw new store_error/* StoreError */.A('credentials-missing', 'The token is empty or holds blanks or other characters that no token has.', {
        hint: 'Give the file that holds the token and nothing else.',
    });
}

;// CONCATENATED MODULE: ./build/bundle/src/store/client.js
// SPDX-License-Identifier: MIT





const defaultStoreUrl = 'https://apps.nextcloud.com/api/v1';
/** The store downloads, unpacks and judges the archive while we wait; its own timeout is 60 s for each read. */
const publishTimeoutMs = 180_000;
/** The store's REST routes, one method each (store: docs/api/restapi.rst). Every method throws StoreError. */
class StoreClient {
    #connection;
    constructor(options = {}) {
        this.#connection = new StoreConnection(options.url ?? defaultStoreUrl, options.credentials, options);
    }
    get clock() {
        return this.#connection.clock;
    }
    /** The user's token; the store makes one where there is none. It takes a password only, never a token. */
    async token() {
        return tokenOf(await this.#connection.send({ method: 'POST', path: 'token', what: 'Asking for the token' }));
    }
    /** A new token; the old one is void. Sent once only: after a lost answer the old token is void, too. */
    async renewToken() {
        const what = 'Renewing the token';
        return tokenOf(await this.#connection.send({ method: 'POST', path: 'token/new', what, repeatable: false }));
    }
    async apps() {
        return this.#apps('apps.json');
    }
    /** Apps with releases for AppAPI, which stand in no other list. */
    async appApiApps() {
        return this.#apps('appapi_apps.json');
    }
    /** Apps and releases for one version of Nextcloud, e.g. `31.0.0`. */
    async platformApps(version) {
        return this.#apps(`platform/${encodeURIComponent(version)}/apps.json`);
    }
    async categories() {
        return this.#list('categories.json');
    }
    async ratings() {
        return this.#list('ratings.json');
    }
    async platforms() {
        return this.#list('platforms.json');
    }
    /**
     * Registers the certificate's app, or another certificate for it: THAT DELETES ALL RELEASES OF THE APP (store:
     * core/models.py, App.save). The same certificate again changes nothing.
     */
    async register(request) {
        const what = 'Registering the certificate';
        const answer = await this.#connection.send({ method: 'POST', path: 'apps', what, body: request });
        return answer.status === 201 ? 'created' : 'updated';
    }
    /** Publishing the same version again overwrites it, so that a repeat is safe. */
    async publish({ download, signature, nightly = false }) {
        const answer = await this.#connection.send({
            method: 'POST',
            path: 'apps/releases',
            what: 'Publishing to the store',
            body: { download, signature, nightly },
            timeoutMs: publishTimeoutMs,
        });
        return answer.status === 201 ? 'created' : 'overwritten';
    }
    async deleteRelease(appId, version, kind = 'stable') {
        const nightly = kind === 'nightly' ? 'nightly/' : '';
        const path = `apps/${encodeURIComponent(appId)}/releases/${nightly}${encodeURIComponent(version)}`;
        // Stable releases and nightlies are two routes: what the one does not have may well be in the other.
        const other = kind === 'nightly'
            ? 'a stable release goes with "nextcloud-release store delete-release"'
            : 'a nightly goes with "nextcloud-release store delete-nightly"';
        await this.#connection.send({
            method: 'DELETE',
            path,
            what: `Deleting ${appId} ${version} from the store`,
            absentFix: `See whether app id and version are right; ${other}.`,
        });
    }
    /** Deletes the app and all of its releases. */
    async deleteApp(appId) {
        const path = `apps/${encodeURIComponent(appId)}`;
        await this.#connection.send({ method: 'DELETE', path, what: `Deleting ${appId} from the store` });
    }
    /** Download figures per release, for owner and co-maintainers. */
    async downloads(appId) {
        return readList(await this.#askDownloads(appId, [200]), `Asking for the downloads of ${appId}`);
    }
    /** Whether the user may publish the app; asked by a route that writes nothing. */
    async ownership(appId) {
        const { status } = await this.#askDownloads(appId, [200, 403, 404]);
        return status === 200 ? 'owner' : status === 403 ? 'not-owner' : 'not-registered';
    }
    /** The app as the lists show it; undefined where it has no release, or is for subscribers only. */
    async listedApp(appId) {
        const isIt = ({ id }) => id === appId;
        return (await this.apps()).find(isIt) ?? (await this.appApiApps()).find(isIt);
    }
    /** PEM text of the certificate that the store has registered; undefined where the lists do not show the app. */
    async registeredCertificate(appId) {
        const certificate = (await this.listedApp(appId))?.certificate;
        return certificate === '' ? undefined : certificate;
    }
    async compareCertificate(appId, pem) {
        const registered = await this.registeredCertificate(appId);
        if (registered === undefined)
            return 'unknown';
        return (0,certificate_judgement/* isSameCertificate */.Uy)(registered, pem) ? 'same' : 'other';
    }
    async #askDownloads(appId, expect) {
        const path = `apps/${encodeURIComponent(appId)}/downloads`;
        const what = `Asking the store whose ${appId} is`;
        return this.#connection.send({ method: 'GET', path, what, credentials: 'required', expect });
    }
    async #apps(path) {
        const what = `Reading ${path}`;
        return readListedApps(await this.#connection.list(path, what), what);
    }
    async #list(path) {
        const what = `Reading ${path}`;
        return readList(await this.#connection.list(path, what), what);
    }
}
function tokenOf(answer) {
    const body = (0,http/* bodyJson */.zW)(answer);
    if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string')
        return body.token;
    throw new store_error/* StoreError */.A('unexpected-answer', 'The store answered without a token.', {
        hint: 'See whether --store is right: it ends with /api/v1.',
        status: answer.status,
    });
}


/***/ }),

/***/ 4890:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readLenientBase64)
/* harmony export */ });
// SPDX-License-Identifier: MIT
function readLenientBase64(text) {
    let characters = '';
    let pads = 0;
    for (const character of text) {
        if (character === '=') {
            const quad = characters.length % 4;
            pads++;
            if (quad >= 2 && quad + pads >= 4)
                return decoded(characters);
        }
        else if (/[A-Za-z0-9+/]/.test(character)) {
            characters += character;
            pads = 0;
        }
    }
    if (characters.length % 4 === 0)
        return decoded(characters);
    if (characters.length % 4 > 1)
        return { fault: 'Incorrect padding' };
    return {
        fault: `Invalid base64-encoded string: number of data characters (${characters.length}) cannot be 1 more than a multiple of 4`,
    };
}
function decoded(characters) {
    return { bytes: Buffer.from(characters, 'base64') };
}


/***/ }),

/***/ 7961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Oy: () => (/* binding */ crash),
/* harmony export */   _0: () => (/* binding */ detail)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/** Errors of the validators (archive, metadata, certificate): an array of one string (store: DRF's ValidationError). */
function invalid(message) {
    return { status: 400, body: [message] };
}
/** Everything else that is refused: `{"detail": …}` (store: DRF's APIException). */
function detail(status, message) {
    return { status, body: { detail: message } };
}
/** An exception that nobody catches: Django's own page, no reason in it. */
const crash = {
    status: 500,
    body: '<!doctype html><html lang="en"><head><title>Server Error (500)</title></head><body><h1>Server Error (500)</h1><p></p></body></html>',
};


/***/ }),

/***/ 1293:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ StoreError)
/* harmony export */ });
/* harmony import */ var _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4252);
// SPDX-License-Identifier: MIT

const codes = {
    /** the address is no URL, carries a password, or is not https */
    'store-url': 'unusable',
    /** the route needs a token or a password, and there is none */
    'credentials-missing': 'unusable',
    unreachable: 'outside',
    'store-failed': 'outside',
    throttled: 'outside',
    'unexpected-answer': 'outside',
    'not-authenticated': 'refused',
    'not-allowed': 'refused',
    'not-found': 'refused',
    /** the request itself: a missing field, an address that is not https */
    'request-refused': 'refused',
    /** the store could not fetch the archive, or it was too large */
    'download-refused': 'refused',
    'archive-refused': 'refused',
    'metadata-refused': 'refused',
    'not-registered': 'refused',
    'certificate-refused': 'refused',
    'signature-refused': 'refused',
    /** registering would delete all releases, and nobody said that it should */
    'other-certificate': 'refused',
    /** a reason that this program does not know */
    refused: 'refused',
    /** published, but the lists do not show it */
    'not-listed': 'outside',
};
/** The store said no, or said nothing. Neither message nor cause ever carries a token or a password. */
class StoreError extends _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
        this.status = details.status;
        this.reasons = details.reasons ?? [];
    }
    /** of the answer, where there was one */
    status;
    /** the store's own texts */
    reasons;
}


/***/ })

};
;