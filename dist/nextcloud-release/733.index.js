"use strict";
exports.id = 733;
exports.ids = [733];
exports.modules = {

/***/ 6637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validate: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./build/bundle/common/render/format.js + 2 modules
var render_format = __webpack_require__(6282);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/src/app/judge-xml.js + 15 modules
var judge_xml = __webpack_require__(983);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/coded-error.js
var coded_error = __webpack_require__(4252);
// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/src/app/judge-app.js + 2 modules
var judge_app = __webpack_require__(3118);
// EXTERNAL MODULE: ./build/bundle/src/app/limits.js
var limits = __webpack_require__(3709);
// EXTERNAL MODULE: ./build/bundle/src/store/acceptance.js + 1 modules
var acceptance = __webpack_require__(7223);
;// CONCATENATED MODULE: ./build/bundle/src/cli/validation-target.js
// SPDX-License-Identifier: MIT








/** An app folder, an archive or a single XML file; what cannot be read is a finding. */
async function openTarget(cwd, path) {
    const file = (0,external_node_path_.resolve)(cwd, path);
    try {
        const stats = (0,external_node_fs_.statSync)(file);
        if (stats.isDirectory()) {
            const app = (0,judge_app/* openApp */.G)(folderFiles(file), { label: (inner) => (0,external_node_path_.join)(path, inner) });
            return { documents: app.documents, conclude: (judgements) => validation(path, app.conclude(judgements)) };
        }
        // Reading from a pipe or a device might never end.
        if (!stats.isFile())
            throw notAFile(path);
        if (isArchive(file)) {
            const archive = await (0,acceptance/* openArchive */.p)(file, { name: path });
            return { documents: archive.documents, conclude: (judgements) => validation(path, archive.conclude(judgements)) };
        }
        const bytes = readBounded(file);
        const kind = isDatabase(bytes) ? 'database' : 'info';
        return {
            documents: [{ kind, file: path, bytes }],
            conclude: ([judgement]) => validation(path, judgement ?? { findings: [] }),
        };
    }
    catch (error) {
        const finding = unreadable(path, error);
        return { documents: [], conclude: () => validation(path, { findings: [finding] }) };
    }
}
function validation(path, { findings, id, version }) {
    return {
        path,
        ok: (0,finding/* isOk */.HQ)(findings),
        app: { id: id ?? null, version: version ?? null },
        findings: (0,finding/* inReadingOrder */.g)(findings),
    };
}
/** Nothing of this PATH was looked at. */
function isUnread({ findings }) {
    return findings.some(({ rule }) => rule === unreadRule);
}
const unreadRule = 'path-unreadable';
function notAFile(path) {
    return new input_error/* InputError */.d('file-unreadable', 'it is neither a file nor a folder', { hint: 'Name a file.', file: path });
}
function unreadable(path, error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? 'there is nothing of this name' : error instanceof coded_error/* CodedError */.A ? error.message : code;
    const fix = 'Name an app folder, an archive, or an info.xml or database.xml.';
    return { rule: unreadRule, severity: 'error', message: `${path} cannot be read: ${why}.`, file: path, fix };
}
/** What the store reads of an app lies at its top and in appinfo/. */
function folderFiles(folder) {
    const names = (inner) => {
        try {
            return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(folder, inner), { withFileTypes: true })
                .filter((entry) => !entry.isDirectory())
                .map(({ name }) => inner + name);
        }
        catch {
            return [];
        }
    };
    const list = [...names(''), ...names('appinfo/')];
    return {
        list: () => list,
        read: (inner) => {
            const file = (0,external_node_path_.join)(folder, inner);
            // A link that leads nowhere, a pipe, a device: no file.
            const isFile = list.includes(inner) && (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.isFile() === true;
            return isFile ? readBounded(file) : undefined;
        },
    };
}
/** A file above the store's limit is refused for its size: more of it need not be read. */
const mostBytes = 16 * limits/* limits */.F.fileSize;
function readBounded(file) {
    return (0,external_node_fs_.statSync)(file).size <= mostBytes ? (0,external_node_fs_.readFileSync)(file) : readStart(file, mostBytes);
}
function readStart(file, length) {
    const descriptor = (0,external_node_fs_.openSync)(file, 'r');
    try {
        const buffer = Buffer.alloc(length);
        return buffer.subarray(0, (0,external_node_fs_.readSync)(descriptor, buffer, 0, length, 0));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** By its first bytes (gzip, bzip2, xz, tar), else by its name: an empty or broken `.tar.gz` is an archive as well. */
function isArchive(file) {
    const start = Buffer.from(readStart(file, 512));
    const isPacked = /^(1f8b|425a68|fd377a585a00)/.test(start.toString('hex', 0, 6));
    return isPacked || start.toString('latin1', 257, 262) === 'ustar' || /\.(tar(\.[a-z0-9]+)?|tgz)$/i.test(file);
}
/** Whether the root element is `database`; looked for behind declaration, comments and DOCTYPE, well-formed or not. */
function isDatabase(bytes) {
    const text = Buffer.from(bytes.subarray(0, limits/* limits */.F.documentedFileSize)).toString('latin1');
    const before = /(?:[^<]+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE(?:[^[>]|\[[^\]]*\])*>)*/y;
    before.exec(text);
    return /<database[\s/>]/y.test(text.slice(before.lastIndex, before.lastIndex + 10));
}

;// CONCATENATED MODULE: ./build/bundle/src/cli/validate.js




const validate = {
    name: 'validate',
    usage: 'PATH...',
    summary: 'Says everything that the store would refuse, and what it would silently change.',
    options: { format: render_format/* formatOption */.Bx },
    positionals: [1, Infinity],
    run: async (args, terminal) => {
        const format = (0,render_format/* parseFormat */.Xc)(args.text('format'));
        const targets = [];
        for (const path of args.positionals)
            targets.push(await openTarget(terminal.cwd, path));
        // All XML of all paths in one call: a run of libxml2 costs 45 ms, a further document 0.2 ms.
        const judged = await (0,judge_xml/* judgeXml */.r)(targets.flatMap(({ documents }) => documents));
        const validations = targets.map(({ documents, conclude }) => conclude(judged.splice(0, documents.length)));
        const findings = validations.flatMap((validation) => validation.findings);
        terminal.out((0,render_format/* renderFindings */.vO)(format, findings, validations));
        if (format === 'text')
            terminal.out(validations.map(verdict).join(''));
        if (validations.every(({ ok }) => ok))
            return 'fine';
        return validations.every(isUnread) ? 'unusable' : 'refused';
    },
};
function verdict({ path, ok, app }) {
    const what = app.id === null ? '' : ` ${app.id} ${app.version ?? ''}`;
    return `${(0,printable/* printable */.g)(`${path}: the store ${ok ? 'takes' : 'refuses'}${what.trimEnd() || ' it'}`)}\n`;
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