"use strict";
exports.id = 501;
exports.ids = [501];
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

/***/ 6501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certificateRequest: () => (/* binding */ certificateRequest)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _ca_key_encrypted_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9959);
/* harmony import */ var _ca_key_pem_signer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9066);
/* harmony import */ var _ca_request_create_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9375);
/* harmony import */ var _ca_review_app_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6195);
/* harmony import */ var _ca_review_known_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(572);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5227);
/* harmony import */ var _common_private_key_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7861);
/* harmony import */ var _key_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(141);
// SPDX-License-Identifier: MIT










const keyBits = 4096;
const certificateRequest = {
    name: 'certificate request',
    usage: 'APP_ID [--out DIR] [--key FILE]',
    summary: 'Makes a private key (RSA, 4096 bits) and the request for a certificate, as the certificate repository asks for.',
    options: {
        out: { type: 'string', value: 'DIR', help: 'where APP_ID.key and APP_ID.csr go (default: here)' },
        key: {
            type: 'string',
            value: 'FILE',
            help: 'a key that is there already, for a renewal: only the request is made',
        },
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const [appId = ''] = args.positionals;
        refuseBadId(appId);
        const doubt = doubtAbout(appId);
        if (doubt !== undefined)
            terminal.err(`${doubt} Ids that were certified before keep theirs.\n`);
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(terminal.cwd, args.text('out') ?? '.');
        const keyFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${appId}.key`);
        const requestFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${appId}.csr`);
        const given = args.text('key');
        refuseOverwriting(given === undefined ? [keyFile, requestFile] : [requestFile]);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
        const key = given === undefined ? await (0,_ca_key_encrypted_key_js__WEBPACK_IMPORTED_MODULE_2__/* .generateRsaKey */ .$)(keyBits) : (0,_common_private_key_js__WEBPACK_IMPORTED_MODULE_8__/* .readPrivateKey */ .$)((0,_key_files_js__WEBPACK_IMPORTED_MODULE_9__/* .readText */ .yR)(terminal.cwd, given), given);
        if (given === undefined) {
            // `wx`: not even a file that came into being a moment ago is overwritten
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(keyFile, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
            terminal.out(`${keyFile}: the private key. Keep it secret, keep a copy in a safe place, put it into no repository.\n`);
        }
        const request = await (0,_ca_request_create_request_js__WEBPACK_IMPORTED_MODULE_4__/* .createRequest */ .W)(new _ca_key_pem_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .PemSigner */ .D(key), appId);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(requestFile, request.toPem(), { flag: 'wx' });
        terminal.out(`${requestFile}: the request. Put it into a pull request as ${appId}/${appId}.csr.\n`);
        return 'fine';
    },
};
function refuseBadId(appId) {
    const problems = (0,_ca_review_app_id_js__WEBPACK_IMPORTED_MODULE_5__/* .appIdProblems */ .b)(appId);
    if (problems.length === 0)
        return;
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_7__/* .InputError */ .d('bad-usage', `"${appId}" cannot be the id of an app: it ${problems.join(', and ')}.`, {
        hint: 'Give the id that stands in appinfo/info.xml: 3 to 32 of a to z, 0 to 9 and single underscores.',
    });
}
/** What the review will say of a new id, before anybody waits for it. */
function doubtAbout(appId) {
    const reserved = (0,_ca_review_known_names_js__WEBPACK_IMPORTED_MODULE_6__/* .reservedBecause */ .f2)(appId, []);
    if (reserved !== undefined)
        return `A request for the id ${appId} will be refused: ${reserved}.`;
    const product = (0,_ca_review_known_names_js__WEBPACK_IMPORTED_MODULE_6__/* .nearProduct */ .kG)(appId);
    const held = product === undefined ? (0,_ca_review_known_names_js__WEBPACK_IMPORTED_MODULE_6__/* .isCommonWord */ .ei)(appId) && 'it is a common word' : `"${product}" or nearly is in it`;
    return held === false ? undefined : `A person will have to decide about the id ${appId}: ${held}.`;
}
function refuseOverwriting(files) {
    const there = files.find((file) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file));
    if (there === undefined)
        return;
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_7__/* .InputError */ .d('bad-usage', `${there} is there already; nothing was written.`, {
        hint: 'Take another folder with --out, or for a renewal give the key with --key and move the old request away.',
        file: there,
    });
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


/***/ })

};
;