"use strict";
exports.id = 755;
exports.ids = [755];
exports.modules = {

/***/ 1755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/render/format.js + 2 modules
var render_format = __webpack_require__(6282);
// EXTERNAL MODULE: ./build/bundle/common/render/json.js
var json = __webpack_require__(9495);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/src/app/app-identity.js
var app_identity = __webpack_require__(9477);
// EXTERNAL MODULE: ./build/bundle/src/integrity/archive-tree.js
var archive_tree = __webpack_require__(8884);
// EXTERNAL MODULE: ./build/bundle/src/integrity/check-tree.js + 5 modules
var check_tree = __webpack_require__(8593);
// EXTERNAL MODULE: ./build/bundle/src/integrity/folder-tree.js
var folder_tree = __webpack_require__(2866);
// EXTERNAL MODULE: ./build/bundle/src/integrity/integrity-error.js
var integrity_error = __webpack_require__(3633);
// EXTERNAL MODULE: ./build/bundle/src/integrity/php-json.js
var php_json = __webpack_require__(5760);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/occ-output.js
// SPDX-License-Identifier: MIT


/**
 * A verdict as `occ integrity:check-app` prints it without `--output` (server: core/Command/Base.php); empty when all is
 * well. What a terminal or GitHub's runner would obey is shown as `\x1b`, which the server does not do.
 */
function renderOccText(result) {
    const lines = [];
    for (const [category, entries] of Object.entries(result))
        list(lines, '  - ', category, entries);
    return lines.map((line) => `${(0,printable/* printable */.g)(line)}\n`).join('');
}
function list(lines, prefix, key, value) {
    if (typeof value !== 'object' || value === null) {
        lines.push(`${prefix}${key}: ${String(value)}`);
        return;
    }
    lines.push(`${prefix}${key}:`);
    for (const [name, inner] of Object.entries(value))
        list(lines, `  ${prefix}`, name, inner);
}
/** A verdict as occ prints it with `--output=json`: `[]` when all is well, slashes escaped, no newline. */
function renderOccJson(result) {
    const entries = Object.entries(result);
    // An array whose keys count from 0 is a list to PHP; so is an empty one.
    const isList = entries.every(([key], index) => key === String(index));
    const items = entries.map(([key, value]) => `${isList ? '' : `${(0,php_json/* phpJsonString */._)(key)}:`}${renderValue(value)}`);
    return isList ? `[${items.join(',')}]` : `{${items.join(',')}}`;
}
function renderValue(value) {
    if (typeof value === 'object' && value !== null)
        return renderOccJson(value);
    return typeof value === 'string' ? (0,php_json/* phpJsonString */._)(value) : 'false';
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/verdict.js
var verdict = __webpack_require__(1756);
// EXTERNAL MODULE: ./build/bundle/src/integrity/verdict-findings.js
var verdict_findings = __webpack_require__(9459);
// EXTERNAL MODULE: ./build/bundle/src/cli/key-files.js
var key_files = __webpack_require__(141);
;// CONCATENATED MODULE: ./build/bundle/src/cli/check.js
// SPDX-License-Identifier: MIT















const check = {
    name: 'check',
    usage: 'DIR-or-ARCHIVE [--app ID | --core]',
    summary: 'The verdict of the server’s integrity check over an app or a server, and what that check is blind to.',
    options: {
        app: { type: 'string', value: 'ID', help: 'the app id (default: the id in appinfo/info.xml)' },
        core: { type: 'boolean', help: 'check a whole server' },
        trust: key_files/* trustOption */.k7,
        crl: key_files/* crlOption */.Lt,
        occ: { type: 'boolean', help: 'print the verdict alone, as occ integrity:check-app does' },
        format: render_format/* formatOption */.Bx,
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const format = formatOf(args);
        const kind = args.flag('core') ? 'core' : 'app';
        if (kind === 'core' && args.text('app') !== undefined) {
            throw new input_error/* InputError */.d('bad-usage', 'An app and a whole server cannot be checked at once.', {
                hint: 'Give either --app ID or --core.',
            });
        }
        const trust = (0,key_files/* readTrust */.bn)(terminal.cwd, args.text('trust'));
        const crlFile = args.text('crl');
        const crl = crlFile === undefined ? undefined : (0,key_files/* readCrl */.Yp)(terminal.cwd, crlFile);
        const [name = ''] = args.positionals;
        const tree = await openTree((0,external_node_path_.resolve)(terminal.cwd, name), name, kind);
        const scope = kind === 'core' ? 'core' : (args.text('app') ?? idOf(tree));
        const report = (0,check_tree/* checkTree */.R)(tree, { kind, scope, trust, ...(crl && { crl }), now: new Date() });
        return print(report, args, terminal, format);
    },
};
/** @throws InputError `bad-usage` for a format that occ does not have */
function formatOf(args) {
    const format = (0,render_format/* parseFormat */.Xc)(args.text('format'));
    if (!args.flag('occ') || format === 'text' || format === 'json')
        return format;
    throw new input_error/* InputError */.d('bad-usage', `--occ prints text or json, not ${format}.`, {
        hint: `Give --occ or --format ${format}.`,
    });
}
async function openTree(path, name, kind) {
    const isFolder = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? new folder_tree/* FolderTree */.z(path, kind) : archive_tree/* ArchiveTree */.r.open(path, name);
}
function idOf(tree) {
    const infoXml = tree.read('appinfo/info.xml');
    if (infoXml === undefined) {
        throw new integrity_error/* IntegrityError */.c('scope-unknown', 'There is no appinfo/info.xml that says which app this is.', {
            hint: 'Name the app with --app ID; for a whole server use --core.',
        });
    }
    return (0,app_identity/* readAppIdentity */.m)(infoXml).id;
}
function print(report, args, terminal, format) {
    const { result, warnings } = report;
    const outcome = (0,verdict/* isFine */.zn)(result) ? 'fine' : 'refused';
    if (args.flag('occ')) {
        terminal.out(format === 'json' ? `${(0,json/* unobeyedJson */.M)(renderOccJson(result))}\n` : renderOccText(result));
        terminal.err((0,render_format/* renderFindings */.vO)('text', warnings, undefined));
        return outcome;
    }
    if (format === 'text' && outcome === 'fine')
        terminal.out(`${(0,printable/* printable */.g)(`${report.scope}: no differences`)}\n`);
    terminal.out((0,render_format/* renderFindings */.vO)(format, [...(0,verdict_findings/* verdictFindings */.a)(result), ...warnings], report));
    return outcome;
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

/***/ 2866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ FolderTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_rule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(104);
/* harmony import */ var _file_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2908);
/* harmony import */ var _folder_walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5419);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3633);
/* harmony import */ var _raw_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3731);
// SPDX-License-Identifier: MIT






/** A folder as the server's checker sees it: links to files count as files, one that leads nowhere hashes to false. */
class FolderTree {
    root;
    paths;
    findings;
    #unreadable;
    #digest = new _file_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .FileDigest */ .d();
    /** @throws IntegrityError `folder-unreadable` */
    constructor(root, kind) {
        this.root = root;
        const walk = (0,_folder_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walkFolder */ .a)(root, kind);
        this.paths = walk.paths;
        this.findings = (0,_common_rule_js__WEBPACK_IMPORTED_MODULE_5__/* .applyRules */ .I)(rules, walk);
        const broken = walk.links.filter(({ to }) => to === 'nothing').map(({ path }) => path);
        this.#unreadable = new Set([...walk.specials, ...broken]);
    }
    /** @throws IntegrityError `file-unreadable` */
    hash(path) {
        return this.#unreadable.has(path) ? false : this.#digest.of((0,_folder_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .locate */ .x)(this.root, path));
    }
    /** @throws IntegrityError `file-too-large` */
    read(path) {
        if (this.#unreadable.has(path))
            return undefined;
        const location = (0,_folder_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .locate */ .x)(this.root, path);
        try {
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(location).size <= largestRead)
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(location);
        }
        catch {
            return undefined; // the server asks no more of a file that it cannot read
        }
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .c('file-too-large', `${path} has more than ${largestRead} bytes.`, {
            hint: 'That is no file of this kind; see where it comes from.',
            file: path,
        });
    }
}
/** The signature of a whole server has some 5 MB. */
const largestRead = 64 * 1024 * 1024;
const rules = [
    {
        id: 'check-symbolic-link',
        severity: 'warning',
        check: ({ links }) => links.map(({ path }) => ({ file: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_4__/* .printableName */ .Nt)(path) })),
        message: 'A symbolic link: the server hashes the file that it leads to, and passes over a link to a folder.',
        fix: 'Put what it leads to in its place.',
        source: 'server: IntegrityCheck/Checker.php, RecursiveDirectoryIterator',
    },
    {
        id: 'check-special-file',
        severity: 'warning',
        check: ({ specials }) => specials.map((path) => ({ file: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_4__/* .printableName */ .Nt)(path) })),
        message: 'This is a pipe, a socket or a device; a server may wait for it for ever. It was not read.',
        fix: 'Remove it.',
        source: 'server: IntegrityCheck/Checker.php, hash_file',
    },
];


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


/***/ })

};
;