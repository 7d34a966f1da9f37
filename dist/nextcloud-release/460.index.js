"use strict";
exports.id = 460;
exports.ids = [460];
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

/***/ 3784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   packageCommand: () => (/* binding */ packageCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5227);
/* harmony import */ var _common_private_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7861);
/* harmony import */ var _common_render_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6282);
/* harmony import */ var _common_render_printable_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5578);
/* harmony import */ var _make_archive_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6029);
/* harmony import */ var _read_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8836);
/* harmony import */ var _package_stage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8685);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(742);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1197);
/* harmony import */ var _key_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(141);
/* harmony import */ var _terminal_progress_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3980);
// SPDX-License-Identifier: MIT












const packageCommand = {
    name: 'package',
    usage: '[DIR] -o FILE [--key FILE --certificate FILE]',
    summary: 'Builds, stages, validates, code-signs and packs an app, and looks into the archive as store and server will.',
    options: {
        output: { type: 'string', short: 'o', value: 'FILE', help: 'the archive to write, .tar.gz' },
        key: _key_files_js__WEBPACK_IMPORTED_MODULE_7__/* .keyOption */ .TR,
        certificate: _key_files_js__WEBPACK_IMPORTED_MODULE_7__/* .certificateOption */ .tS,
        trust: _key_files_js__WEBPACK_IMPORTED_MODULE_7__/* .trustOption */ .k7,
        'no-build': { type: 'boolean', help: 'pack what is there' },
        'no-validate': { type: 'boolean', help: 'do not ask whether the store would take it' },
        nightly: { type: 'boolean', help: 'it will be published as a nightly' },
        list: { type: 'boolean', help: 'show each file, its size and the rule that chose it; packs nothing' },
        format: _common_render_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatOption */ .Bx,
    },
    positionals: [0, 1],
    run: async (args, terminal) => {
        const format = (0,_common_render_format_js__WEBPACK_IMPORTED_MODULE_3__/* .parseFormat */ .Xc)(args.text('format'));
        const dir = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(terminal.cwd, args.positionals[0] ?? '.');
        if (args.flag('list'))
            return list(dir, args, terminal);
        const out = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(terminal.cwd, args.required('output'));
        const steps = new _steps_js__WEBPACK_IMPORTED_MODULE_8__/* .Steps */ .g((0,_terminal_progress_js__WEBPACK_IMPORTED_MODULE_9__/* .terminalProgress */ .e)(terminal));
        const signer = readSigner(args, terminal);
        const validate = !args.flag('no-validate');
        // What key and certificate are compared with must be right itself, or the wrong one of them would be blamed.
        const app = await (validate ? (0,_read_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .readReleasableIdentity */ .X9)(dir) : (0,_read_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .readFolderIdentity */ .LE)(dir));
        const archive = await (0,_make_archive_js__WEBPACK_IMPORTED_MODULE_4__/* .makeArchive */ .P)({
            dir,
            app,
            out,
            build: !args.flag('no-build'),
            validate,
            nightly: args.flag('nightly'),
            trust: (0,_key_files_js__WEBPACK_IMPORTED_MODULE_7__/* .readTrust */ .bn)(terminal.cwd, args.text('trust')),
            now: new Date(),
            buildEnvironment: (0,_environment_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentOf */ .p)(terminal),
            ...(signer && { signer }),
        }, steps);
        terminal.out((0,_common_render_format_js__WEBPACK_IMPORTED_MODULE_3__/* .renderFindings */ .vO)(format, archive.findings, toJson(archive)));
        if (format === 'text')
            terminal.out(`${archive.path}\n  sha512 ${archive.sha512}\n`);
        return 'fine';
    },
};
function readSigner(args, { cwd }) {
    const [keyFile, certificateFile] = [args.text('key'), args.text('certificate')];
    if (keyFile === undefined && certificateFile === undefined)
        return undefined;
    if (keyFile === undefined || certificateFile === undefined) {
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d('bad-usage', 'To code-sign, key and certificate are needed, both.', {
            hint: 'Give --key FILE and --certificate FILE, or neither.',
        });
    }
    const key = (0,_common_private_key_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateKey */ .$)((0,_key_files_js__WEBPACK_IMPORTED_MODULE_7__/* .readText */ .yR)(cwd, keyFile), keyFile);
    return { key, certificate: (0,_key_files_js__WEBPACK_IMPORTED_MODULE_7__/* .readCertificate */ .w$)(cwd, certificateFile) };
}
function list(dir, args, terminal) {
    const output = args.text('output');
    const { files, leftOut, findings } = (0,_package_stage_js__WEBPACK_IMPORTED_MODULE_6__/* .stageApp */ ._)(dir, {
        outputs: output === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(terminal.cwd, output)],
    });
    const ok = findings.every(({ severity }) => severity !== 'error');
    const format = (0,_common_render_format_js__WEBPACK_IMPORTED_MODULE_3__/* .parseFormat */ .Xc)(args.text('format'));
    if (format !== 'text') {
        const chosen = files.map(({ path, size, rule }) => ({ path, size, rule }));
        terminal.out((0,_common_render_format_js__WEBPACK_IMPORTED_MODULE_3__/* .renderFindings */ .vO)(format, findings, { ok, files: chosen, leftOut, findings }));
        return ok ? 'fine' : 'refused';
    }
    for (const { path, size, rule } of files)
        terminal.out(`${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_11__/* .printable */ .g)(`+ ${String(size).padStart(9)}  ${path}  [${rule}]`)}\n`);
    for (const { path, rule } of leftOut)
        terminal.out(`${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_11__/* .printable */ .g)(`- ${''.padStart(9)}  ${path}  [${rule}]`)}\n`);
    terminal.out((0,_common_render_format_js__WEBPACK_IMPORTED_MODULE_3__/* .renderFindings */ .vO)('text', findings, undefined));
    return ok ? 'fine' : 'refused';
}
function toJson({ path, sha512, size, files, signed, findings }) {
    return { archive: path, sha512, size, files, signed, findings };
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