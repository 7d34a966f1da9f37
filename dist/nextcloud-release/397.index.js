"use strict";
exports.id = 397;
exports.ids = [397];
exports.modules = {

/***/ 140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
// SPDX-License-Identifier: MIT



/** A new folder that is gone at the end, also where the process ends without coming back. */
function temporaryFolder(prefix) {
    const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `${prefix}-`));
    const remove = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
    process.once('exit', remove);
    return {
        path,
        dispose: () => {
            process.removeListener('exit', remove);
            remove();
        },
    };
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

/***/ 1397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify_verify)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/http.js
var http = __webpack_require__(8462);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/render/format.js + 2 modules
var render_format = __webpack_require__(6282);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/src/store/client.js + 5 modules
var client = __webpack_require__(587);
// EXTERNAL MODULE: ./build/bundle/src/store/store-error.js
var store_error = __webpack_require__(1293);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/common/temporary-folder.js
var temporary_folder = __webpack_require__(140);
// EXTERNAL MODULE: ./build/bundle/src/app/app-identity.js
var app_identity = __webpack_require__(9477);
// EXTERNAL MODULE: ./build/bundle/src/build/build-app.js + 7 modules
var build_app = __webpack_require__(289);
// EXTERNAL MODULE: ./build/bundle/src/certificate-rules.js
var certificate_rules = __webpack_require__(8008);
// EXTERNAL MODULE: ./build/bundle/src/integrity/archive-tree.js
var archive_tree = __webpack_require__(8884);
// EXTERNAL MODULE: ./build/bundle/src/integrity/check-tree.js + 5 modules
var check_tree = __webpack_require__(8593);
// EXTERNAL MODULE: ./build/bundle/src/integrity/verdict.js
var verdict = __webpack_require__(1756);
// EXTERNAL MODULE: ./build/bundle/src/integrity/verdict-findings.js
var verdict_findings = __webpack_require__(9459);
// EXTERNAL MODULE: ./build/bundle/src/package/pack-stage.js + 2 modules
var pack_stage = __webpack_require__(132);
// EXTERNAL MODULE: ./build/bundle/src/package/stage.js + 4 modules
var stage = __webpack_require__(8685);
// EXTERNAL MODULE: ./build/bundle/src/store/archive-signature.js
var archive_signature = __webpack_require__(2418);
// EXTERNAL MODULE: ./build/bundle/src/store/acceptance.js + 1 modules
var acceptance = __webpack_require__(7223);
;// CONCATENATED MODULE: ./build/bundle/src/verify.js
// SPDX-License-Identifier: MIT
















/** Looks at a published archive as store, installer and integrity check do, and at where it came from. Goes through all of it. */
async function verify(inputs) {
    const { name, bytes, trust, crl, now } = inputs;
    const tree = await archive_tree/* ArchiveTree */.r.open(bytes, name);
    const app = (0,app_identity/* readAppIdentity */.m)(tree.read('appinfo/info.xml') ?? new Uint8Array());
    const { certificate, signature } = await inputs.claim(app);
    const proofs = [];
    const findings = [];
    const prove = (check, found, detail) => {
        findings.push(...found);
        const error = found.find(({ severity }) => severity === 'error');
        proofs.push({ check, ok: error === undefined, detail: error?.message ?? detail });
    };
    prove('archive', (await (0,acceptance/* judgeArchive */.I)(bytes, { nightly: false, name })).findings, 'the store takes it');
    const use = { appId: app.id, certificate, trust, now, ...(crl && { crl }) };
    prove('certificate', (0,rule/* applyRules */.I)(certificate_rules/* certificateRules */.P, use), `serial ${certificate.serial.toString(16)}, for ${app.id}`);
    const signed = (0,archive_signature/* verifyBytes */.R)(bytes, certificate.publicKey, signature);
    prove('archive signature', signed ? [] : [wrongSignature(name)], 'made with the certificate’s key over these bytes');
    const { result, warnings } = (0,check_tree/* checkTree */.R)(tree, { kind: 'app', scope: app.id, trust, now, ...(crl && { crl }) });
    const files = `${tree.paths.length - 1} files as they were signed`;
    prove('code signature', (0,verdict/* isFine */.zn)(result) ? warnings : [...(0,verdict_findings/* verdictFindings */.a)(result), ...warnings], files);
    if (inputs.source !== undefined)
        prove('rebuilt', await rebuild(tree, app, bytes, inputs.source), 'the checkout gives these very bytes');
    return { app, size: bytes.length, sha512: sha512Of(bytes), proofs, findings };
}
/** Packs the checkout anew, with the published signature in place of one of our own, and compares. */
async function rebuild(tree, app, bytes, { dir, environment }) {
    const work = (0,temporary_folder/* temporaryFolder */.y)('nextcloud-verify');
    const built = await (0,build_app/* buildApp */.e)({ dir, environment, output: () => undefined });
    try {
        const out = (0,external_node_path_.join)(work.path, 'rebuilt.tar.gz');
        const signature = tree.read('appinfo/signature.json');
        const packed = await (0,pack_stage/* packStage */.g)((0,stage/* stageApp */._)(built.dir), {
            appId: app.id,
            out,
            ...(signature && { codeSign: () => signature }),
        });
        if (packed.sha512 === sha512Of(bytes))
            return [];
        const differences = compare(tree, packed.hashes);
        if (differences.length > 0)
            return differences;
        return [
            {
                rule: 'rebuilt-other-packing',
                severity: 'warning',
                message: 'Every file is the same as in the checkout, but the archive’s bytes are not: it was packed by another program or another Node.js.',
                fix: 'Nothing is to be done where that is known.',
            },
        ];
    }
    finally {
        built.dispose();
        work.dispose();
    }
}
function compare(tree, hashes) {
    const published = tree.paths.filter((path) => path !== 'appinfo/signature.json');
    const differs = (file, message) => ({
        rule: 'rebuilt-differs',
        severity: 'error',
        message,
        file,
        fix: 'Check out the very commit of the release; if that is so, ask the publisher where the file came from.',
    });
    return [
        ...published
            .filter((path) => !hashes.has(path))
            .map((path) => differs(path, 'is in the archive, and the checkout does not give it.')),
        ...published
            .filter((path) => hashes.has(path) && hashes.get(path) !== tree.hash(path))
            .map((path) => differs(path, 'is another one in the archive than the checkout gives.')),
        ...[...hashes.keys()]
            .filter((path) => !published.includes(path))
            .map((path) => differs(path, 'is missing in the archive.')),
    ];
}
function wrongSignature(name) {
    return {
        rule: 'archive-signature-invalid',
        severity: 'error',
        message: 'The signature was not made over these bytes with the certificate’s key.',
        file: name,
        fix: 'Do not install it. The publisher signs the bytes that are served, and publishes again.',
    };
}
function sha512Of(bytes) {
    return (0,external_node_crypto_.createHash)('sha512').update(bytes).digest('hex');
}
function isVerified({ findings }) {
    return (0,finding/* isOk */.HQ)(findings);
}

// EXTERNAL MODULE: ./build/bundle/src/cli/environment.js
var environment = __webpack_require__(1197);
// EXTERNAL MODULE: ./build/bundle/src/cli/key-files.js
var key_files = __webpack_require__(141);
// EXTERNAL MODULE: ./build/bundle/src/cli/release-inputs.js
var release_inputs = __webpack_require__(3595);
;// CONCATENATED MODULE: ./build/bundle/src/cli/verify.js
// SPDX-License-Identifier: MIT












const verify_verify = {
    name: 'verify',
    usage: 'FILE-or-URL [--source DIR]',
    summary: 'Looks at anyone’s published archive: what the store says of it, signatures, certificate, and its sources.',
    options: {
        source: { type: 'string', value: 'DIR', help: 'a checkout that has to give these very bytes' },
        store: {
            type: 'string',
            value: 'URL',
            help: 'the store that lists certificate and signature (default: the App Store)',
        },
        certificate: { ...key_files/* certificateOption */.tS, help: 'certificate in place of the listed one' },
        'signature-file': { type: 'string', value: 'FILE', help: 'base64 signature in place of the listed one' },
        trust: key_files/* trustOption */.k7,
        crl: { type: 'string', value: 'FILE-OR-URL', help: 'revocation list' },
        format: render_format/* formatOption */.Bx,
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const format = (0,render_format/* parseFormat */.Xc)(args.text('format'));
        const [name = ''] = args.positionals;
        const source = args.text('source');
        const crl = await (0,release_inputs/* loadCrl */.g)(args.text('crl'), terminal.cwd, http/* http */.LV);
        if (crl !== undefined && 'unavailable' in crl) {
            throw new input_error/* InputError */.d('file-unreadable', `The revocation list cannot be had: ${crl.unavailable}`, {
                hint: 'Give one as a file: --crl FILE.',
            });
        }
        const verification = await verify({
            name,
            bytes: await load(name, terminal.cwd),
            claim: (app) => claimOf(app, args, terminal),
            trust: (0,key_files/* readTrust */.bn)(terminal.cwd, args.text('trust')),
            now: new Date(),
            ...(crl && { crl }),
            ...(source !== undefined && {
                source: { dir: (0,external_node_path_.resolve)(terminal.cwd, source), environment: (0,environment/* environmentOf */.p)(terminal) },
            }),
        });
        const ok = isVerified(verification);
        terminal.out((0,render_format/* renderFindings */.vO)(format, verification.findings, { ok, ...verification }));
        if (format === 'text') {
            for (const { check, ok: holds, detail } of verification.proofs) {
                terminal.out(`${holds ? '✓' : '✗'} ${check.padEnd(18)} ${(0,printable/* printable */.g)(detail)}\n`);
            }
        }
        return ok ? 'fine' : 'refused';
    },
};
async function load(name, cwd) {
    if (!/^https?:\/\//.test(name))
        return (0,key_files/* readBytes */.io)(cwd, name);
    const answer = await (0,http/* http */.LV)({ method: 'GET', url: name, timeoutMs: 120_000 });
    if (answer.status === 200)
        return answer.body;
    throw new store_error/* StoreError */.A('unreachable', `${name} answers ${answer.status}.`, {
        hint: 'See whether the address is right.',
    });
}
/** Certificate and signature: as given, else as the store lists them for this version. */
async function claimOf(app, args, { cwd }) {
    const [certificateFile, signatureFile] = [args.text('certificate'), args.text('signature-file')];
    if (certificateFile !== undefined && signatureFile !== undefined) {
        return { certificate: (0,key_files/* readCertificate */.w$)(cwd, certificateFile), signature: (0,key_files/* readText */.yR)(cwd, signatureFile) };
    }
    const url = args.text('store') ?? client/* defaultStoreUrl */.k;
    const listed = await new client/* StoreClient */.F({ url }).listedApp(app.id);
    const release = listed?.releases.find(({ version }) => version === app.version);
    if (listed === undefined || release === undefined) {
        throw new store_error/* StoreError */.A('not-listed', `The store lists no ${app.id} ${app.version}, so that its signature is unknown.`, {
            hint: 'Give --certificate FILE and --signature-file FILE, or the store that has it with --store URL.',
        });
    }
    return {
        certificate: certificateFile === undefined ? certificate/* Certificate */.us.fromPem(listed.certificate) : (0,key_files/* readCertificate */.w$)(cwd, certificateFile),
        signature: signatureFile === undefined ? release.signature : (0,key_files/* readText */.yR)(cwd, signatureFile),
    };
}


/***/ })

};
;