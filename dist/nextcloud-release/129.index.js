"use strict";
exports.id = 129;
exports.ids = [129];
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

/***/ 704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OJ: () => (/* binding */ publicOptions),
/* harmony export */   fd: () => (/* binding */ storeClient),
/* harmony export */   oH: () => (/* binding */ userOptions),
/* harmony export */   qz: () => (/* binding */ tell)
/* harmony export */ });
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
/* harmony import */ var _common_render_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9495);
/* harmony import */ var _store_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(587);
/* harmony import */ var _key_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(141);




const store = { type: 'string', value: 'URL', help: `address of the store (default: ${_store_client_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultStoreUrl */ .k})` };
/** for routes that ask nobody who he is */
const publicOptions = {
    store,
    format: { type: 'string', value: 'FORMAT', help: 'text or json (default: text)' },
};
/** for routes that need a user */
const userOptions = {
    ...publicOptions,
    'token-file': { type: 'string', value: 'FILE', help: 'file with the token of your account in the store' },
    user: { type: 'string', value: 'NAME', help: 'user name, with --password-file in place of a token' },
    'password-file': { type: 'string', value: 'FILE', help: 'file with the password' },
};
/** The store that the options name, with the waits between repeats told on standard error. */
function storeClient(args, terminal) {
    // Before anything is asked of the store: wrong usage must change nothing there.
    formatOf(args);
    const credentials = readCredentials(args, terminal);
    const url = args.text('store');
    return new _store_client_js__WEBPACK_IMPORTED_MODULE_1__/* .StoreClient */ .F({
        ...(url !== undefined && { url }),
        ...(credentials && { credentials }),
        onRetry: (what, waitMs) => terminal.err(`${what} failed; again in ${Math.round(waitMs / 1000)} s\n`),
    });
}
/** The answer: a line for people, or the document for programs. */
function tell(args, terminal, text, document) {
    terminal.out(formatOf(args) === 'json' ? (0,_common_render_json_js__WEBPACK_IMPORTED_MODULE_3__/* .renderJson */ .h)(document) : text);
}
function formatOf(args) {
    const format = args.text('format') ?? 'text';
    if (format === 'text' || format === 'json')
        return format;
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `"${format}" is not a format.`, { hint: 'Use one of text, json.' });
}
function readCredentials(args, { cwd }) {
    const [tokenFile, user, passwordFile] = [args.text('token-file'), args.text('user'), args.text('password-file')];
    if (tokenFile !== undefined && (user !== undefined || passwordFile !== undefined)) {
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', 'A token and a password are given.', { hint: 'Give one of the two.' });
    }
    if (tokenFile !== undefined)
        return { token: (0,_key_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readSecret */ .n5)(cwd, tokenFile).trim() };
    if (user === undefined && passwordFile === undefined)
        return undefined;
    if (user === undefined || passwordFile === undefined) {
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `--${user === undefined ? 'user' : 'password-file'} is missing.`, {
            hint: 'Give --user NAME and --password-file FILE together.',
        });
    }
    return { user, password: (0,_key_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readSecret */ .n5)(cwd, passwordFile) };
}


/***/ }),

/***/ 2129:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeRegister: () => (/* binding */ storeRegister)
/* harmony export */ });
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5227);
/* harmony import */ var _common_private_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7861);
/* harmony import */ var _store_archive_signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2418);
/* harmony import */ var _store_store_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1293);
/* harmony import */ var _key_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(141);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(704);
// SPDX-License-Identifier: MIT







const storeRegister = {
    name: 'store register',
    usage: '--certificate FILE --key FILE [--replace] --token-file FILE',
    summary: 'Registers an app with its certificate. Another certificate for a known app DELETES ALL ITS RELEASES.',
    options: {
        certificate: _key_files_js__WEBPACK_IMPORTED_MODULE_5__/* .certificateOption */ .tS,
        key: _key_files_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOption */ .TR,
        replace: {
            type: 'boolean',
            help: 'register although another certificate is registered: DELETES ALL RELEASES of the app in the store',
        },
        ..._connection_js__WEBPACK_IMPORTED_MODULE_6__/* .userOptions */ .oH,
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const certificateFile = args.required('certificate');
        const keyFile = args.required('key');
        const pem = (0,_key_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(terminal.cwd, certificateFile);
        const certificate = _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .Certificate */ .us.fromPem(pem, certificateFile);
        const key = (0,_common_private_key_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateKey */ .$)((0,_key_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(terminal.cwd, keyFile), keyFile);
        const [app] = certificate.commonNames;
        if (app === undefined || !(0,_common_private_key_js__WEBPACK_IMPORTED_MODULE_2__/* .belongsTogether */ .Z)(key, certificate)) {
            const what = app === undefined ? `${certificateFile} has no CN` : `${keyFile} is not the key of ${certificateFile}`;
            throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d('not-a-private-key', `${what}.`, {
                hint: 'Give the certificate and the key that it was requested with.',
            });
        }
        const client = (0,_connection_js__WEBPACK_IMPORTED_MODULE_6__/* .storeClient */ .fd)(args, terminal);
        // Compared as texts: the store deletes for a text that differs, though the certificate be the same.
        const registered = await client.compareCertificate(app, pem);
        if (registered === 'other' && !args.flag('replace'))
            throw otherCertificate(app);
        const result = await client.register({ certificate: pem, signature: (0,_store_archive_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .signBytes */ .b)(Buffer.from(app, 'utf8'), key) });
        const text = result === 'created' ? `${app} is registered.\n` : `The certificate of ${app} is registered.\n`;
        (0,_connection_js__WEBPACK_IMPORTED_MODULE_6__/* .tell */ .qz)(args, terminal, text, { app, result });
        return 'fine';
    },
};
function otherCertificate(app) {
    return new _store_store_error_js__WEBPACK_IMPORTED_MODULE_4__/* .StoreError */ .A('other-certificate', `The store has another certificate registered for ${app}; this one in its place would delete all releases of the app.`, {
        hint: 'Nothing needs to be registered while the old one is valid. Where it must be, repeat with --replace, then publish again.',
    });
}


/***/ })

};
;