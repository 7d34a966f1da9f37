"use strict";
exports.id = 888;
exports.ids = [888];
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

/***/ 3888:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signArchive: () => (/* binding */ signArchive)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_private_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7861);
/* harmony import */ var _store_archive_signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2418);
/* harmony import */ var _key_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(141);
// SPDX-License-Identifier: MIT





const signArchive = {
    name: 'sign-archive',
    usage: 'FILE --key FILE',
    summary: 'Prints the signature that the store wants for an archive: base64 of RSA with SHA-512, on one line.',
    options: { key: _key_files_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOption */ .TR },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const [file = ''] = args.positionals;
        const keyFile = args.required('key');
        const key = (0,_common_private_key_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateKey */ .$)((0,_key_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(terminal.cwd, keyFile), keyFile);
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(terminal.cwd, file));
        terminal.out(`${(0,_store_archive_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .signBytes */ .b)(bytes, key)}\n`);
        return 'fine';
    },
};


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


/***/ })

};
;