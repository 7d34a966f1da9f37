"use strict";
exports.id = 855;
exports.ids = [855];
exports.modules = {

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

/***/ 9855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeApps: () => (/* binding */ storeApps),
/* harmony export */   storeCategories: () => (/* binding */ storeCategories),
/* harmony export */   storeRatings: () => (/* binding */ storeRatings)
/* harmony export */ });
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
/* harmony import */ var _common_render_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5578);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(704);



const storeCategories = {
    name: 'store categories',
    usage: '',
    summary: 'Lists the categories that an app may name in its info.xml.',
    options: _connection_js__WEBPACK_IMPORTED_MODULE_1__/* .publicOptions */ .OJ,
    positionals: [0, 0],
    run: async (args, terminal) => {
        const categories = await (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .storeClient */ .fd)(args, terminal).categories();
        const lines = categories.map((category) => `${shown(category.id)}\t${shown(english(category)?.name)}\n`);
        (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .tell */ .qz)(args, terminal, lines.join(''), categories);
        return 'fine';
    },
};
const storeApps = {
    name: 'store apps',
    usage: 'VERSION',
    summary: 'Lists the apps that the store has for a version of Nextcloud, e.g. 34.0.0.',
    options: _connection_js__WEBPACK_IMPORTED_MODULE_1__/* .publicOptions */ .OJ,
    positionals: [1, 1],
    run: async (args, terminal) => {
        const [version = ''] = args.positionals;
        if (!/^\d+\.\d+\.\d+$/.test(version)) {
            throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `"${version}" is not a version of Nextcloud.`, {
                hint: 'Give three numbers, e.g. 34.0.0.',
            });
        }
        const apps = await (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .storeClient */ .fd)(args, terminal).platformApps(version);
        const lines = apps.map((app) => `${shown(app.id)}\t${app.releases.map((release) => shown(release.version)).join(' ')}\n`);
        (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .tell */ .qz)(args, terminal, lines.join(''), apps);
        return 'fine';
    },
};
const storeRatings = {
    name: 'store ratings',
    usage: '',
    summary: 'Lists the ratings of all apps, with their comments.',
    options: _connection_js__WEBPACK_IMPORTED_MODULE_1__/* .publicOptions */ .OJ,
    positionals: [0, 0],
    run: async (args, terminal) => {
        const ratings = await (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .storeClient */ .fd)(args, terminal).ratings();
        const lines = ratings.map((rating) => `${shown(rating.app)}\t${shown(rating.rating)}\t${shown(english(rating)?.comment)}\n`);
        (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .tell */ .qz)(args, terminal, lines.join(''), ratings);
        return 'fine';
    },
};
function english({ translations }) {
    const texts = (translations ?? {});
    return texts.en;
}
/** Texts of strangers, for a terminal: on one line, without control characters. */
function shown(value) {
    if (typeof value === 'number')
        return String(value);
    return typeof value === 'string' ? (0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(value.replace(/[\s\p{Cc}]+/gu, ' ').trim()) : '';
}


/***/ })

};
;