"use strict";
exports.id = 777;
exports.ids = [777];
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

/***/ 9777:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sign: () => (/* binding */ sign)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/private-key.js
var private_key = __webpack_require__(7861);
// EXTERNAL MODULE: ./build/bundle/common/render/format.js + 2 modules
var render_format = __webpack_require__(6282);
// EXTERNAL MODULE: ./build/bundle/src/app/app-identity.js
var app_identity = __webpack_require__(9477);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/bundle/src/package/leave-out-rules.js
var leave_out_rules = __webpack_require__(4998);
// EXTERNAL MODULE: ./build/bundle/src/package/output-file.js
var output_file = __webpack_require__(7748);
// EXTERNAL MODULE: ./build/bundle/src/integrity/build-signature.js + 1 modules
var build_signature = __webpack_require__(5976);
// EXTERNAL MODULE: ./build/bundle/src/integrity/core-htaccess.js
var core_htaccess = __webpack_require__(8173);
// EXTERNAL MODULE: ./build/bundle/src/integrity/file-digest.js
var file_digest = __webpack_require__(2908);
// EXTERNAL MODULE: ./build/bundle/src/integrity/folder-walk.js
var folder_walk = __webpack_require__(5419);
// EXTERNAL MODULE: ./build/bundle/src/integrity/hashed-paths.js
var hashed_paths = __webpack_require__(2593);
// EXTERNAL MODULE: ./build/bundle/src/integrity/integrity-error.js
var integrity_error = __webpack_require__(3633);
// EXTERNAL MODULE: ./build/bundle/src/integrity/signing-rules.js
var signing_rules = __webpack_require__(8852);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/sign-folder.js











/**
 * Signs a folder as it lies there: `appinfo/signature.json` of an app or `core/signature.json` of a server is replaced
 * in one step, and is left as it was when anything goes wrong. Whose the certificate is does not matter here: see
 * signer-findings.ts.
 *
 * @throws IntegrityError `folder-unreadable`, `file-unreadable`, `unsignable`, `key-mismatch`, `key-unsupported`
 * @throws PackageError `disk-full`, `output-unwritable`, `output-failed`
 */
function signFolder(root, kind, key, certificate) {
    const file = (0,external_node_path_.join)(root, hashed_paths/* signaturePaths */.JB[kind]);
    (0,build_signature/* refuseStranger */.Rx)(key, certificate);
    clearSignatureFolder((0,external_node_path_.dirname)(file));
    const walk = (0,folder_walk/* walkFolder */.a)(root, kind);
    const selected = (0,hashed_paths/* selectHashed */.aq)(walk.paths, kind);
    const findings = [
        ...(0,signing_rules/* refuseUnsignable */.jy)(signing_rules/* walkRules */.hf, { ...selected, ...walk, kind }),
        ...(0,signing_rules/* refuseUnsignable */.jy)(signing_rules/* pathRules */.f5, { files: selected.hashed.map((path) => ({ path })) }),
    ];
    const digest = new file_digest/* FileDigest */.d();
    const hashes = new Map(selected.hashed.map((path) => [path, digest.of((0,folder_walk/* locate */.x)(root, path))]));
    if (kind === 'core')
        (0,core_htaccess/* exceptCoreHtaccess */.t)(hashes, (path) => (0,external_node_fs_.readFileSync)((0,folder_walk/* locate */.x)(root, path)));
    replaceFile(file, (0,build_signature/* signHashList */.Ww)(hashes, key, certificate));
    return { file, files: hashes.size, findings };
}
/** The folder of the signature must be there, and what a killed run has left in it must not be signed. */
function clearSignatureFolder(folder) {
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
        throw new integrity_error/* IntegrityError */.c('folder-unreadable', `Directory ${folder} does not exist.`, {
            hint: 'Name the folder of an app, which holds appinfo/; for a whole server use --core.',
            file: folder,
        });
    }
    for (const name of (0,external_node_fs_.readdirSync)(folder)) {
        if (name.startsWith('.signature.json.') && leave_out_rules/* unfinishedName */.D0.test(name))
            (0,external_node_fs_.unlinkSync)((0,external_node_path_.join)(folder, name));
    }
}
function replaceFile(file, content) {
    const output = new output_file/* OutputFile */.c(file);
    try {
        output.write(content);
        output.commit();
    }
    catch (error) {
        output.discard();
        throw error;
    }
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/signer-findings.js
var signer_findings = __webpack_require__(5310);
// EXTERNAL MODULE: ./build/bundle/src/cli/key-files.js
var key_files = __webpack_require__(141);
;// CONCATENATED MODULE: ./build/bundle/src/cli/sign.js
// SPDX-License-Identifier: MIT







const sign = {
    name: 'sign',
    usage: 'DIR --key FILE --certificate FILE [--core]',
    summary: 'Writes appinfo/signature.json of an app, or core/signature.json of a server, as the server’s own commands do.',
    options: {
        key: key_files/* keyOption */.TR,
        certificate: key_files/* certificateOption */.tS,
        core: { type: 'boolean', help: 'DIR is a whole server, and the certificate is for core' },
        trust: key_files/* trustOption */.k7,
        format: render_format/* formatOption */.Bx,
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const format = (0,render_format/* parseFormat */.Xc)(args.text('format'));
        const [dir = ''] = args.positionals;
        const root = (0,external_node_path_.resolve)(terminal.cwd, dir);
        const kind = args.flag('core') ? 'core' : 'app';
        const keyFile = args.required('key');
        const certificate = (0,key_files/* readCertificate */.w$)(terminal.cwd, args.required('certificate'));
        const key = (0,private_key/* readPrivateKey */.$)((0,key_files/* readText */.yR)(terminal.cwd, keyFile), keyFile);
        const trust = (0,key_files/* readTrust */.bn)(terminal.cwd, args.text('trust'));
        const appId = kind === 'core' ? 'core' : (0,app_identity/* readAppIdentity */.m)((0,key_files/* readBytes */.io)(terminal.cwd, (0,external_node_path_.join)(dir, 'appinfo', 'info.xml'))).id;
        const about = (0,signer_findings/* signerFindings */.b)({ appId, certificate, key, trust, now: new Date() });
        const signed = signFolder(root, kind, key, certificate);
        const findings = [...about, ...signed.findings];
        if (format === 'text')
            terminal.out(`signed ${signed.files} files of ${appId}: ${signed.file}\n`);
        const document = { scope: appId, signature: signed.file, files: signed.files, warnings: findings };
        (format === 'text' ? terminal.err : terminal.out)((0,render_format/* renderFindings */.vO)(format, findings, document));
        return 'fine';
    },
};


/***/ }),

/***/ 5976:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vG: () => (/* binding */ buildSignature),
  Rx: () => (/* binding */ refuseStranger),
  Ww: () => (/* binding */ signHashList)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/private-key.js
var private_key = __webpack_require__(7861);
// EXTERNAL MODULE: ./build/bundle/src/integrity/hash-list.js
var hash_list = __webpack_require__(1434);
// EXTERNAL MODULE: ./build/bundle/src/integrity/integrity-error.js
var integrity_error = __webpack_require__(3633);
// EXTERNAL MODULE: ./build/bundle/src/integrity/pss-signature.js
var pss_signature = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/bundle/src/integrity/php-json.js
var php_json = __webpack_require__(5760);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/signature-file.js

/**
 * signature.json byte for byte as the server's commands write it (server: IntegrityCheck/Checker.php, `json_encode`
 * with JSON_PRETTY_PRINT): no newline at the end, an empty list as `[]`.
 *
 * @param sorted the hash list in the order of {@link sortHashList}
 * @param certificatePem with CRLF, and no line end behind the footer, as phpseclib writes it
 */
function writeSignatureFile(sorted, signature, certificatePem) {
    const lines = Array.from(sorted, ([path, value]) => {
        return `        ${(0,php_json/* phpJsonString */._)(path)}: ${value === false ? 'false' : (0,php_json/* phpJsonString */._)(value)}`;
    });
    const hashes = lines.length === 0 ? '[]' : `{\n${lines.join(',\n')}\n    }`;
    const base64 = (0,php_json/* phpJsonString */._)(Buffer.from(signature).toString('base64'));
    const text = `{\n    "hashes": ${hashes},\n    "signature": ${base64},\n    "certificate": ${(0,php_json/* phpJsonString */._)(certificatePem)}\n}`;
    return Buffer.from(text, 'latin1');
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/signing-rules.js
var signing_rules = __webpack_require__(8852);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/build-signature.js







/**
 * The content of signature.json, byte for byte what the server's commands write (server: IntegrityCheck/Checker.php).
 * Unlike theirs it embeds the certificate as it is: phpseclib changes certificates with extensions unknown to it.
 *
 * @param hashes path from the app folder to SHA-512 in lowercase hex, in any order
 * @param certificate of the key, or its PEM
 * @throws IntegrityError `key-mismatch`, `key-unsupported`, `unsignable`
 * @throws InputError where the PEM holds no certificate
 */
function buildSignature(hashes, key, certificate) {
    const holder = typeof certificate === 'string' ? common_certificate/* Certificate */.us.fromPem(certificate) : certificate;
    refuseStranger(key, holder);
    (0,signing_rules/* refuseUnsignable */.jy)(signing_rules/* pathRules */.f5, { files: Array.from(hashes.keys(), (path) => ({ path })) });
    return signHashList(hashes, key, holder);
}
/** The same without a look at names, key and certificate: for callers that had it. */
function signHashList(hashes, key, certificate) {
    const sorted = (0,hash_list/* sortHashList */.r)(hashes);
    return writeSignatureFile(sorted, (0,pss_signature/* signPss */.I)((0,hash_list/* signedBytes */.S)(sorted), key), certificate.toPem('\r\n').trimEnd());
}
/** @throws IntegrityError `key-mismatch` */
function refuseStranger(key, certificate) {
    if ((0,private_key/* belongsTogether */.Z)(key, certificate))
        return;
    throw new integrity_error/* IntegrityError */.c('key-mismatch', 'The private key is not the one of the certificate.', {
        hint: 'Give the key that the certificate was requested with.',
    });
}


/***/ }),

/***/ 2908:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ FileDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3633);
// SPDX-License-Identifier: MIT



/** Most files of an app fit: one hash in one call. */
const pieceSize = 256 * 1024;
/**
 * SHA-512 of files, one after the other, through one buffer. 8,000 files of 8 KB on average take 0.30 s, where readFileSync
 * with a hash object for each takes 0.41 s and `sha512sum` 0.44 s: worker threads would be for nothing.
 */
class FileDigest {
    #buffer = Buffer.allocUnsafeSlow(pieceSize);
    /**
     * @returns lowercase hex
     * @throws IntegrityError `file-unreadable`
     */
    of(path) {
        try {
            // A pipe that was put in a file's place since must not make us wait.
            const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
            try {
                return this.#digest(descriptor);
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
            }
        }
        catch (cause) {
            const file = path.toString();
            const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
            throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .c('file-unreadable', `${file} cannot be read (${code}).`, {
                hint: 'See whether the file is there and you may read it.',
                file,
                cause,
            });
        }
    }
    #digest(descriptor) {
        let filled = this.#fill(descriptor);
        if (filled < pieceSize)
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha512', this.#buffer.subarray(0, filled));
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512');
        for (; filled > 0; filled = this.#fill(descriptor))
            digest.update(this.#buffer.subarray(0, filled));
        return digest.digest('hex');
    }
    /** A read may be short before the end of the file: on network file systems it is. */
    #fill(descriptor) {
        let filled = 0;
        for (let read = -1; read !== 0 && filled < pieceSize; filled += read) {
            read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, this.#buffer, filled, pieceSize - filled, null);
        }
        return filled;
    }
}


/***/ }),

/***/ 5419:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ walkFolder),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _hashed_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2593);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3633);
/* harmony import */ var _raw_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3731);
// SPDX-License-Identifier: MIT




/**
 * Walks as the server does: hidden files are in, links to folders are not entered, empty folders do not count.
 * @throws IntegrityError `folder-unreadable`
 */
function walkFolder(root, kind) {
    const paths = [];
    const links = [];
    const specials = [];
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const { name, entry } of readFolder(root, folder)) {
            const path = folder + name;
            if (kind === 'core' && folder === '' && (0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutsideCore */ .lT)(path))
                continue;
            if (entry.isDirectory()) {
                folders.push(`${path}/`);
                continue;
            }
            const to = entry.isSymbolicLink() ? targetOf(locate(root, path)) : undefined;
            if (to !== undefined)
                links.push({ path, to });
            if (to !== 'folder')
                paths.push(path);
            if (to === 'special' || (to === undefined && !entry.isFile()))
                specials.push(path);
        }
    }
    return { paths, links, specials };
}
/** Where the file system has a path of the walk: bytes only where the name is no UTF-8. */
function locate(root, path) {
    return (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnicode */ .KA)(path) ? `${root}/${path}` : Buffer.concat([Buffer.from(`${root}/`), (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nameToBytes */ .CD)(path)]);
}
/** Names as bytes take twice the time of names as texts, which are exact where nothing had to be replaced. */
function readFolder(root, folder) {
    const location = locate(root, folder);
    try {
        const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(location, { withFileTypes: true });
        if (!entries.some(({ name }) => name.includes('\ufffd')))
            return entries.map((entry) => ({ name: entry.name, entry }));
        const exact = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(location, { encoding: 'buffer', withFileTypes: true });
        return exact.map((entry) => ({ name: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nameFromBytes */ .Dj)(entry.name), entry }));
    }
    catch (cause) {
        const path = folder === '' ? root : `${root}/${folder}`;
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .c('folder-unreadable', `${path} cannot be read as a folder.`, {
            hint: 'Name a folder that is there and that you may read with all that is in it.',
            file: path,
            cause,
        });
    }
}
function targetOf(path) {
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special';
    }
    catch {
        return 'nothing'; // no such file, or links in a circle
    }
}


/***/ }),

/***/ 5310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ signerFindings)
/* harmony export */ });
/* harmony import */ var _common_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(104);
/* harmony import */ var _certificate_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8008);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3633);



/**
 * May this key and certificate sign the code of this app? They must belong together and the CN be the app id (`core`
 * for a server): the server's own command looks at neither, and what it writes then verifies nowhere. Whatever the
 * checker of a server is blind to, or a private authority would explain, is a warning here; a release looks again.
 *
 * @throws IntegrityError `key-mismatch`, `wrong-common-name`
 */
function signerFindings(use) {
    const findings = (0,_common_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .applyRules */ .I)(_certificate_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateRules */ .P, use);
    refuse(findings, 'certificate-key-mismatch', 'key-mismatch');
    refuse(findings, 'certificate-other-app', 'wrong-common-name');
    return findings.map((finding) => (finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding));
}
function refuse(findings, rule, code) {
    const finding = findings.find((candidate) => candidate.rule === rule);
    if (finding !== undefined)
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .c(code, finding.message, { hint: finding.fix ?? '' });
}


/***/ }),

/***/ 8852:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f5: () => (/* binding */ pathRules),
/* harmony export */   hf: () => (/* binding */ walkRules),
/* harmony export */   jy: () => (/* binding */ refuseUnsignable)
/* harmony export */ });
/* harmony import */ var _common_finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2201);
/* harmony import */ var _common_rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(104);
/* harmony import */ var _hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2593);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3633);
/* harmony import */ var _php_number_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8263);
/* harmony import */ var _raw_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3731);
// SPDX-License-Identifier: MIT






const checker = 'server: IntegrityCheck/Checker.php';
/** Names that no server can verify reliably, wherever the list comes from. */
const pathRules = [
    {
        id: 'integrity-numeric-name',
        severity: 'error',
        check: ({ files }) => at(files.filter(({ path }) => (0,_php_number_js__WEBPACK_IMPORTED_MODULE_3__/* .isPhpNumeric */ .w)(path))),
        message: 'PHP takes the name for a number, so that servers sort the signed list in no certain order.',
        fix: 'Rename it, or move it into a folder: only names at the top are concerned.',
        source: `${checker}, ksort`,
    },
    {
        id: 'integrity-name-not-utf8',
        severity: 'error',
        check: ({ files }) => at(files.filter(({ path }) => !(0,_raw_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnicode */ .KA)(path))),
        message: 'The name is not UTF-8, so that no signature can hold it.',
        fix: 'Rename it in UTF-8.',
        source: `${checker}, json_encode`,
    },
    {
        id: 'integrity-odd-path',
        severity: 'error',
        check: ({ files }) => at(files.filter(({ path }) => /(?:^|\/)\.{0,2}(?:\/|$)/.test(path))),
        message: 'This is not the path of a file from the app folder.',
        fix: 'Name files by their path from the app folder, without ".", ".." and doubled slashes.',
        source: checker,
    },
    {
        id: 'integrity-unhashed-path',
        severity: 'error',
        check: ({ files }) => at(files.filter(({ path }) => (0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isSignaturePath */ .Mg)(path) || (0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnhashedName */ .UH)((0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path)))),
        message: 'Servers leave this path out of their list, and would miss the file that the signature names.',
        fix: 'Leave the file out.',
        source: `${checker} and Iterator/ExcludeFileByNameFilterIterator.php`,
    },
];
/** What else stands in the way of signing a folder as it lies there. */
const walkRules = [
    {
        id: 'integrity-symbolic-link',
        severity: 'error',
        check: ({ links }) => at(links),
        message: 'A symbolic link: servers hash what it leads to, or pass over it, and archives may lose it.',
        fix: 'Put what it leads to in its place.',
        source: checker,
    },
    {
        id: 'integrity-special-file',
        severity: 'error',
        check: ({ specials }) => specials.map(violation),
        message: 'This is a pipe, a socket or a device, which has no content to sign.',
        fix: 'Remove it.',
        source: checker,
    },
    {
        id: 'integrity-misplaced-signature',
        severity: 'error',
        check: ({ misplaced }) => misplaced.map(violation),
        message: 'Servers never look at a file of this path, so that anything could stand in it.',
        fix: 'Remove it.',
        source: checker,
    },
    {
        id: 'integrity-unhashed-name',
        severity: 'warning',
        check: ({ unhashed }) => unhashed.map(violation),
        message: 'Servers leave files of this name out of their list, older ones do not; it was not signed.',
        fix: 'Remove it.',
        source: 'server: IntegrityCheck/Iterator/ExcludeFileByNameFilterIterator.php',
    },
    {
        id: 'integrity-htaccess',
        severity: 'warning',
        applies: ({ kind }) => kind === 'app',
        check: ({ hashed }) => hashed.filter((path) => (0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path).toLowerCase() === '.htaccess').map(violation),
        message: 'The server’s installer never copies .htaccess: after an installation from the store the check misses it.',
        fix: 'Remove it, and sign again.',
        source: 'server: Installer.php with forbidden_filenames; nextcloud/server#9765',
    },
];
/** @returns the warnings. @throws IntegrityError `unsignable` with all findings */
function refuseUnsignable(rules, subject) {
    const findings = (0,_common_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .applyRules */ .I)(rules, subject);
    if ((0,_common_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .isOk */ .HQ)(findings))
        return findings;
    const errors = findings.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .c('unsignable', `${first?.file ?? ''}${more} cannot be signed: ${first?.message ?? ''}`, {
        hint: first?.fix ?? '',
        findings,
    });
}
function at(files) {
    return files.map(({ path }) => violation(path));
}
function violation(path) {
    return { file: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_2__/* .printableName */ .Nt)(path) };
}


/***/ })

};
;