"use strict";
exports.id = 497;
exports.ids = [497];
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


/***/ }),

/***/ 1179:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sandbox: () => (/* binding */ sandbox)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5227);
/* harmony import */ var _common_render_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5578);
/* harmony import */ var _sandbox_store_store_server_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3334);
/* harmony import */ var _key_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(141);
// SPDX-License-Identifier: MIT





const sandbox = {
    name: 'sandbox',
    usage: '[--port N] [--data DIR] [--trust FILE] [--crl FILE] [--allow-loopback]',
    summary: 'Serves an App Store on this machine, until it is stopped, that refuses what the real one refuses.',
    options: {
        port: { type: 'string', value: 'N', help: 'default: any free one' },
        data: { type: 'string', value: 'DIR', help: 'folder that keeps what the store knows (default: memory)' },
        trust: _key_files_js__WEBPACK_IMPORTED_MODULE_3__/* .trustOption */ .k7,
        crl: _key_files_js__WEBPACK_IMPORTED_MODULE_3__/* .crlOption */ .Lt,
        'allow-loopback': {
            type: 'boolean',
            help: 'fetch archives from this machine, over http too; the real store never does',
        },
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const [crlFile, data] = [args.text('crl'), args.text('data')];
        const allowLoopback = args.flag('allow-loopback');
        const port = portOf(args);
        const store = await (0,_sandbox_store_store_server_js__WEBPACK_IMPORTED_MODULE_2__/* .startStore */ .a)({
            port,
            trust: (0,_key_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readTrust */ .bn)(terminal.cwd, args.text('trust')).issuers,
            allowLoopback,
            ...(data !== undefined && { data: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(terminal.cwd, data) }),
            ...(crlFile !== undefined && { crl: (0,_key_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readCrl */ .Yp)(terminal.cwd, crlFile) }),
            log: (line) => terminal.err(`${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(line)}\n`),
        }).catch((error) => {
            throw isTaken(error) ? portTaken(port) : error;
        });
        terminal.out(`${JSON.stringify({ url: store.url, user: store.user, token: store.token })}\n`);
        terminal.err(allowLoopback
            ? 'Archives are fetched from this machine as well, over http too: the real store never does that.\n'
            : 'Archives are not fetched from this machine or a private network, as the real store does it; --allow-loopback changes that.\n');
        // Until somebody stops it; that the program ends at once on a signal is no harm: data is whole after every request.
        await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
        await store.close();
        return 'fine';
    },
};
function portOf(args) {
    const text = args.text('port') ?? '0';
    const port = Number(text);
    if (/^\d{1,5}$/.test(text) && port <= 65_535)
        return port;
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d('bad-usage', `"${text}" is not a port.`, { hint: 'Give a number from 1 to 65535.' });
}
function isTaken(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return code === 'EADDRINUSE' || code === 'EACCES';
}
function portTaken(port) {
    return new _common_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d('bad-usage', `Port ${port} is taken, or may not be used by you.`, {
        hint: 'Give another --port, or none for any free one.',
    });
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


/***/ })

};
;