"use strict";
exports.id = 761;
exports.ids = [761];
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

/***/ 3595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readReleaseInputs),
/* harmony export */   g: () => (/* binding */ loadCrl)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8647);
/* harmony import */ var _common_coded_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4252);
/* harmony import */ var _common_crl_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7299);
/* harmony import */ var _common_http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8462);
/* harmony import */ var _common_private_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7861);
/* harmony import */ var _store_client_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(587);
/* harmony import */ var _key_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(141);
// SPDX-License-Identifier: MIT








/** The list that the real store checks uploads with; asked only where store and trust are the real ones. */
const storeCrl = 'https://raw.githubusercontent.com/nextcloud/appstore/master/nextcloudappstore/certificate/nextcloud.crl';
/** @throws InputError where key, certificate, trust or a CRL *file* cannot be read; a CRL's URL may fail: that is a warning */
async function readReleaseInputs(raw, http = _common_http_js__WEBPACK_IMPORTED_MODULE_4__/* .http */ .LV) {
    const storeUrl = raw.storeUrl ?? _store_client_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultStoreUrl */ .k;
    const isReal = raw.trust === undefined && storeUrl === _store_client_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultStoreUrl */ .k;
    const crl = await loadCrl(raw.crl ?? (isReal ? storeCrl : undefined), raw.cwd, http);
    return {
        dir: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(raw.cwd, raw.dir),
        outDir: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(raw.cwd, raw.outDir),
        build: raw.build,
        key: (0,_common_private_key_js__WEBPACK_IMPORTED_MODULE_5__/* .readPrivateKey */ .$)(raw.key, 'the private key'),
        certificate: _common_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .Certificate */ .us.fromPem(raw.certificate, 'the certificate'),
        trust: (0,_key_files_js__WEBPACK_IMPORTED_MODULE_7__/* .readTrust */ .bn)(raw.cwd, raw.trust),
        target: raw.target,
        nightly: raw.nightly,
        register: raw.register,
        dryRun: raw.dryRun,
        storeUrl,
        buildEnvironment: raw.buildEnvironment,
        ...(crl !== undefined && { crl }),
        ...(raw.archive !== undefined && { archive: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(raw.cwd, raw.archive) }),
        ...(raw.tag !== undefined && { tag: raw.tag }),
        ...(raw.storeToken !== undefined && { storeToken: raw.storeToken }),
    };
}
/** From a file, or from a URL, which may fail: then with the reason. @throws InputError for a file */
async function loadCrl(source, cwd, http) {
    if (source === undefined)
        return undefined;
    if (!/^https?:\/\//.test(source))
        return (0,_key_files_js__WEBPACK_IMPORTED_MODULE_7__/* .readCrl */ .Yp)(cwd, source);
    try {
        const answer = await http({ method: 'GET', url: source, timeoutMs: 20_000 });
        if (answer.status !== 200)
            return { unavailable: `${source} answered ${answer.status}.` };
        return _common_crl_js__WEBPACK_IMPORTED_MODULE_3__/* .CertificateRevocationList */ .k.from(answer.body, source);
    }
    catch (error) {
        if (error instanceof _common_coded_error_js__WEBPACK_IMPORTED_MODULE_2__/* .CodedError */ .A)
            return { unavailable: error.message };
        throw error;
    }
}


/***/ }),

/***/ 3761:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   release: () => (/* binding */ release)
/* harmony export */ });
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
/* harmony import */ var _common_render_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6282);
/* harmony import */ var _common_render_printable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5578);
/* harmony import */ var _common_temporary_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(140);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6088);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(742);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1197);
/* harmony import */ var _key_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(141);
/* harmony import */ var _release_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3595);
/* harmony import */ var _terminal_progress_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3980);










const release = {
    name: 'release',
    usage: '[DIR] --key FILE --certificate FILE (--github OWNER/NAME --tag TAG | --url URL) [OPTION...]',
    summary: 'Releases an app: build, validate, code-sign, pack, upload, sign, publish, and read back what is there.',
    options: {
        key: _key_files_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOption */ .TR,
        certificate: _key_files_js__WEBPACK_IMPORTED_MODULE_4__/* .certificateOption */ .tS,
        github: { type: 'string', value: 'OWNER/NAME', help: 'repository whose release gets the archive as an asset' },
        tag: { type: 'string', value: 'TAG', help: 'tag of the release; must be the version in info.xml' },
        url: { type: 'string', value: 'URL', help: 'where somebody else serves the archive' },
        archive: { type: 'string', value: 'FILE', help: 'a packed archive in place of building one' },
        'out-dir': { type: 'string', value: 'DIR', help: 'keep the archive here (default: a temporary folder)' },
        'no-build': { type: 'boolean', help: 'pack what is there' },
        nightly: { type: 'boolean', help: 'publish as a nightly, which replaces the nightlies before it' },
        store: { type: 'string', value: 'URL', help: "the store's REST API (default: the App Store)" },
        'store-token-file': { type: 'string', value: 'FILE', help: "the store user's API token" },
        'github-token-file': { type: 'string', value: 'FILE', help: 'GitHub token (default: GITHUB_TOKEN)' },
        'github-url': { type: 'string', value: 'URL', help: "GitHub's REST API (default: GITHUB_API_URL)" },
        trust: _key_files_js__WEBPACK_IMPORTED_MODULE_4__/* .trustOption */ .k7,
        crl: { type: 'string', value: 'FILE-OR-URL', help: "revocation list (default: the store's copy)" },
        register: {
            type: 'boolean',
            help: 'register this certificate; another than before DELETES ALL RELEASES of the app',
        },
        'dry-run': { type: 'boolean', help: 'all but the writes' },
        format: _common_render_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOption */ .Bx,
    },
    positionals: [0, 1],
    run: async (args, terminal) => {
        const format = (0,_common_render_format_js__WEBPACK_IMPORTED_MODULE_1__/* .parseFormat */ .Xc)(args.text('format'));
        const target = targetOf(args, terminal);
        const keep = args.text('out-dir');
        const temporary = (0,_common_temporary_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .temporaryFolder */ .y)('nextcloud-release');
        const optionalSecret = (name) => {
            const file = args.text(name);
            return file === undefined ? undefined : (0,_key_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readSecret */ .n5)(terminal.cwd, file);
        };
        try {
            const inputs = await (0,_release_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readReleaseInputs */ .$)({
                cwd: terminal.cwd,
                dir: args.positionals[0] ?? '.',
                archive: args.text('archive'),
                outDir: keep ?? temporary.path,
                build: !args.flag('no-build'),
                key: (0,_key_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(terminal.cwd, args.required('key')),
                certificate: (0,_key_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(terminal.cwd, args.required('certificate')),
                target,
                tag: args.text('tag'),
                nightly: args.flag('nightly'),
                register: args.flag('register'),
                dryRun: args.flag('dry-run'),
                storeUrl: args.text('store'),
                storeToken: optionalSecret('store-token-file'),
                trust: args.text('trust'),
                crl: args.text('crl'),
                buildEnvironment: (0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentOf */ .p)(terminal),
            });
            const steps = new _steps_js__WEBPACK_IMPORTED_MODULE_7__/* .Steps */ .g((0,_terminal_progress_js__WEBPACK_IMPORTED_MODULE_8__/* .terminalProgress */ .e)(terminal));
            const report = await (0,_release_js__WEBPACK_IMPORTED_MODULE_3__/* .release */ ._)(inputs, { steps });
            terminal.out((0,_common_render_format_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFindings */ .vO)(format, report.findings, toJson(report, keep !== undefined)));
            if (format === 'text')
                terminal.out(`${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)(lastLine(report))}\n`);
            return 'fine';
        }
        finally {
            temporary.dispose();
        }
    },
};
function targetOf(args, { cwd, env }) {
    const [repository, url] = [args.text('github'), args.text('url')];
    if ((repository === undefined) === (url === undefined)) {
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', 'It must be said where the archive is served: --github or --url, one of them.', {
            hint: 'Use --github OWNER/NAME --tag TAG for a GitHub release, or --url URL where you serve it yourself.',
        });
    }
    if (url !== undefined)
        return { kind: 'url', url };
    args.required('tag');
    const file = args.text('github-token-file');
    const apiUrl = args.text('github-url') ?? env.GITHUB_API_URL;
    return {
        kind: 'github',
        repository: repository ?? '',
        token: file === undefined ? (env.GITHUB_TOKEN ?? '') : (0,_key_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readSecret */ .n5)(cwd, file),
        ...(apiUrl !== undefined && { apiUrl }),
    };
}
function toJson(report, keepsArchive) {
    const { app, archive, signature, downloadUrl, releasePage, storeStatus, findings } = report;
    return {
        ok: true,
        appId: app.id,
        version: app.version,
        ...(keepsArchive && { archive: archive.path }),
        size: archive.size,
        files: archive.files,
        sha256: archive.sha256,
        sha512: archive.sha512,
        ...(signature !== undefined && { signature }),
        ...(downloadUrl !== undefined && { downloadUrl }),
        ...(releasePage !== undefined && { releasePage }),
        storeStatus,
        findings,
    };
}
function lastLine({ app, storeStatus, downloadUrl }) {
    if (storeStatus === 'dry-run')
        return `dry run: ${app.id} ${app.version} could be released`;
    return `released ${app.id} ${app.version}: ${downloadUrl ?? ''} (store: ${storeStatus})`;
}


/***/ })

};
;