"use strict";
exports.id = 407;
exports.ids = [407];
exports.modules = {

/***/ 3788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importCommand: () => (/* binding */ importCommand)
});

// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/common/render/json.js
var render_json = __webpack_require__(9495);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/import/git-history.js
var git_history = __webpack_require__(5270);
// EXTERNAL MODULE: ./build/bundle/ca/import/import-history.js
var import_history = __webpack_require__(3995);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/ledger-line.js
var ledger_line = __webpack_require__(4638);
;// CONCATENATED MODULE: ./build/bundle/ca/import/issued-table.js
// SPDX-License-Identifier: MIT


const needed = ['app', 'serial', 'notBefore', 'notAfter', 'sha256_der', 'spki_sha256', 'path'];
/**
 * A table of everything that was ever issued: tab-separated, with a line of names first, one line for each certificate
 * that was ever committed. Rows that are no certificate (no fingerprint) or no `.crt` are passed over.
 * @throws AuthorityError `bad-table` with the line
 */
function readIssuedTable(text, file = 'the table') {
    const [head = '', ...rows] = text.replace(/\r?\n$/, '').split(/\r?\n/);
    const names = head.split('\t');
    const missing = needed.find((name) => !names.includes(name));
    if (missing !== undefined)
        throw badTable(`the column "${missing}" is missing`, file, 1);
    return rows.flatMap((row, at) => {
        const cells = row.split('\t');
        const cell = (name) => cells[names.indexOf(name)] ?? '';
        if (cell('sha256_der') === '' || !cell('path').endsWith('.crt'))
            return [];
        const notBefore = new Date(cell('notBefore'));
        const notAfter = new Date(cell('notAfter'));
        if (!/^[1-9]\d{0,47}$/.test(cell('serial')) ||
            Number.isNaN(notBefore.getTime()) ||
            Number.isNaN(notAfter.getTime())) {
            throw badTable('a serial is no decimal number, or a date is none', file, at + 2);
        }
        const [app, key, fingerprint] = [cell('app'), cell('spki_sha256'), cell('sha256_der')];
        if (![key, fingerprint].every((text) => /^[0-9a-f]{64}$/.test(text))) {
            throw badTable('a fingerprint is not 64 lower-case hex digits', file, at + 2);
        }
        if (!ledger_line/* folderName */.ub.test(app))
            throw badTable('the app is not the name of a folder', file, at + 2);
        return [{ app, serial: BigInt(cell('serial')), key, fingerprint, notBefore, notAfter }];
    });
}
function badTable(what, file, line) {
    return new authority_error/* AuthorityError */.s('bad-table', `${file}:${line}: ${what}.`, {
        hint: `Give a tab-separated table with the columns ${needed.join(', ')}.`,
        file,
        line,
    });
}

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/crl.js
var common_crl = __webpack_require__(7299);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/ca/review/request-file.js + 1 modules
var request_file = __webpack_require__(9424);
// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
;// CONCATENATED MODULE: ./build/bundle/ca/import/past.js
// SPDX-License-Identifier: MIT








/** The certificates among the files, by the folders that they lie in; and which files were none of this authority. */
function pastCertificates(files, trust) {
    const certificates = [];
    const passedOver = new Map();
    for (const { path, bytes } of files) {
        const app = path.split('/').at(-2) ?? path.replace(/\.crt$/, '');
        const read = certificateOf(path, bytes);
        const why = read === undefined
            ? 'it is no certificate'
            : trust.issuerOf(read) === undefined
                ? 'no trusted authority signed it'
                : ledger_line/* folderName */.ub.test(app)
                    ? undefined
                    : 'its folder cannot be the id of an app';
        if (read !== undefined && why === undefined)
            certificates.push((0,import_history/* pastCertificate */.gR)(app, read));
        else
            passedOver.set(path, { path, why: why ?? '' });
    }
    return { certificates, passedOver: [...passedOver.values()] };
}
/** Who committed the first request with a key, and when; by SHA-256 of the SubjectPublicKeyInfo. */
function pastRequests(history) {
    const requests = new Map();
    for (const { path, bytes, at, author } of history) {
        const request = path.endsWith('.csr') ? new request_file/* RequestFile */.s(path, bytes).request : undefined;
        const key = request && (0,review_subject/* keyHash */.aE)(request.spki);
        if (key !== undefined && !requests.has(key))
            requests.set(key, { at, by: author });
    }
    return requests;
}
/**
 * Each list once, in whatever order.
 * @throws AuthorityError `bad-crl` where it is not signed by a trusted authority, or two have one number
 */
function pastLists(files, trust) {
    const byNumber = new Map();
    for (const { path, bytes } of files) {
        const crl = common_crl/* CertificateRevocationList */.k.from(bytes, path);
        if (!trust.issuers.some((issuer) => issuer.subject.equals(crl.issuer) && crl.isSignedBy(issuer))) {
            throw badCrl(`${path} is not signed by a trusted authority.`, path);
        }
        const number = crl.number ?? 0n;
        const other = byNumber.get(number);
        if (other !== undefined && Buffer.compare(other.crl.der, crl.der) !== 0) {
            throw badCrl(`${path} and ${other.path} are two lists with the number ${number}.`, path);
        }
        byNumber.set(number, { path, crl });
    }
    return [...byNumber.values()].map(({ crl }) => crl);
}
function certificateOf(path, bytes) {
    try {
        return certificate/* Certificate */.us.fromPem(Buffer.from(bytes).toString('latin1'), path);
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
}
function badCrl(what, file) {
    return new authority_error/* AuthorityError */.s('bad-crl', what, {
        hint: 'Give the lists of this authority, and its bundle with --trust.',
        file,
    });
}

// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository_repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/import.js










const importCommand = {
    name: 'import',
    usage: '--repository DIR [--issued TSV] [--crl FILE...] [--trust FILE] [--partial]',
    summary: 'Builds the ledger from what was there before: certificates, git history, a table of what was issued, lists.',
    options: {
        repository: repository_option/* repositoryOption */.cx,
        issued: { type: 'string', value: 'TSV', help: 'table of everything that was ever issued' },
        crl: {
            type: 'string',
            value: 'FILE',
            multiple: true,
            help: 'a revocation list of the past; may be given more than once',
        },
        trust: repository_option/* trustOption */.k7,
        partial: { type: 'boolean', help: 'the tree is a sample: apps may be absent' },
        format: repository_option/* jsonOption */.Ec,
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const store = (0,repository_option/* openStore */.Ch)(args, terminal);
        const trust = (0,repository_option/* readTrust */.bn)(args, terminal);
        const table = args.text('issued');
        const crls = await listsOf(args, terminal, store, trust);
        const history = (0,git_history/* isGitCheckout */.dl)(store.folder) ? (0,git_history/* pastFiles */.i4)(store.folder, '*.crt', '*.csr') : [];
        const tree = await Promise.all(store.list('.crt').map(async (path) => ({ path, bytes: (await store.read(path)) ?? new Uint8Array() })));
        const files = [...history.filter(({ path }) => path.endsWith('.crt')), ...tree];
        const { certificates, passedOver } = pastCertificates(files, trust);
        const entries = (0,import_history/* importHistory */.u0)({
            certificates: [
                ...(table === undefined ? [] : readIssuedTable((0,repository_option/* readBytes */.io)(terminal, table).toString('utf8'), table)),
                ...certificates,
            ],
            requests: pastRequests(history),
            crls,
            partial: args.flag('partial'),
        });
        await store.locked(() => write(store, entries, crls));
        const count = (kind) => entries.filter((entry) => entry.kind === kind).length;
        const summary = { certificates: count('issue'), revocations: count('revoke'), crls: count('crl'), passedOver };
        terminal.out(json
            ? (0,render_json/* renderJson */.h)(summary)
            : `${repository_repository/* ledgerPath */.tf}: ${summary.certificates} certificates, ${summary.revocations} revocations, ${summary.crls} lists\n`);
        if (!json)
            for (const { path, why } of passedOver)
                terminal.out(`passed over: ${(0,printable/* printable */.g)(path)}: ${why}\n`);
        return 'fine';
    },
};
async function write(store, entries, crls) {
    const repository = await repository_repository/* Repository */.LN.open(store);
    if (repository.ledger.length > 0) {
        throw new authority_error/* AuthorityError */.s('already-there', `${repository_repository/* ledgerPath */.tf} is there already; nothing was written.`, {
            hint: 'A ledger is begun once. Give the repository as it was before.',
            file: repository_repository/* ledgerPath */.tf,
        });
    }
    const newest = crls.toSorted((a, b) => Number((a.number ?? 0n) - (b.number ?? 0n))).at(-1);
    if (newest !== undefined)
        await store.replace(repository_repository/* crlPath */.Dk, Buffer.from((0,pem/* encodePem */.T)('X509 CRL', newest.der), 'latin1'));
    await repository.record(entries, new Date());
}
/** Those that were given, and the one that lies in the repository. */
async function listsOf(args, terminal, store, trust) {
    const inPlace = await store.read(repository_repository/* crlPath */.Dk);
    const files = [
        ...args.texts('crl').map((path) => ({ path, bytes: (0,repository_option/* readBytes */.io)(terminal, path) })),
        ...(inPlace === undefined ? [] : [{ path: repository_repository/* crlPath */.Dk, bytes: inPlace }]),
    ];
    if (files.length === 0) {
        terminal.err('No revocation list was given: nothing counts as revoked, and the first list will have the number 1.\n');
    }
    return pastLists(files, trust);
}


/***/ }),

/***/ 5270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dl: () => (/* binding */ isGitCheckout),
/* harmony export */   i4: () => (/* binding */ pastFiles),
/* harmony export */   u3: () => (/* binding */ ledgerAnchors)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5231);
/* harmony import */ var _repository_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3460);
// SPDX-License-Identifier: MIT





const maxOutput = 1024 * 1024 * 1024;
function isGitCheckout(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, '.git'));
}
/** Every version of the files that match, oldest first. Merges are looked into: a fault may have come with one. */
function pastFiles(folder, ...patterns) {
    const format = '%x00%H%x09%aI%x09%an <%ae>';
    const log = [
        'log',
        '--reverse',
        '-m',
        '--no-renames',
        '--raw',
        '--no-abbrev',
        `--format=${format}`,
        '--',
        ...patterns,
    ];
    const found = new Map();
    for (const part of git(folder, log).toString('utf8').split('\0').slice(1)) {
        const [head = '', ...lines] = part.split('\n');
        const [commit = '', date = '', author = ''] = head.split('\t');
        for (const line of lines) {
            const [, blob, path] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AM]\t(.+)$/.exec(line) ?? [];
            if (blob === undefined || path === undefined || found.has(`${blob} ${path}`))
                continue;
            found.set(`${blob} ${path}`, { path, commit, author, at: new Date(date), blob });
        }
    }
    const files = [...found.values()];
    const contents = readBlobs(folder, new Set(files.map(({ blob }) => blob)));
    return files.map((file) => ({ ...file, bytes: contents.get(file.blob) ?? new Uint8Array() }));
}
/** Every ledger that was ever committed, by its name and length. */
function ledgerAnchors(folder) {
    if (!isGitCheckout(folder))
        return [];
    return pastFiles(folder, _repository_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerPath */ .tf).map(({ commit, blob, bytes }) => ({ commit, blob, length: bytes.length }));
}
function readBlobs(folder, blobs) {
    const contents = new Map();
    if (blobs.size === 0)
        return contents;
    const output = git(folder, ['cat-file', '--batch'], `${[...blobs].join('\n')}\n`);
    for (let at = 0; at < output.length;) {
        const end = output.indexOf(0x0a, at);
        const [blob = '', , size = '0'] = output.subarray(at, end).toString('latin1').split(' ');
        contents.set(blob, output.subarray(end + 1, end + 1 + Number(size)));
        at = end + 1 + Number(size) + 1;
    }
    return contents;
}
function git(folder, args, input = '') {
    // paths as they are, and no pager, hooks or settings of whoever runs this
    const settings = ['-C', folder, '-c', 'core.quotePath=false', '--no-pager'];
    const { status, stdout, stderr, error } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('git', [...settings, ...args], { input, maxBuffer: maxOutput });
    if (status === 0)
        return stdout;
    throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_3__/* .AuthorityError */ .s('git-failed', `git ${args[0] ?? ''} failed in ${folder}.`, {
        hint: error === undefined ? `git says: ${stderr.toString('utf8').trim().slice(0, 300)}` : 'Install git.',
        cause: error,
    });
}


/***/ }),

/***/ 3995:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _t: () => (/* binding */ entriesOfList),
/* harmony export */   gR: () => (/* binding */ pastCertificate),
/* harmony export */   u0: () => (/* binding */ importHistory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_serial_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4573);
/* harmony import */ var _ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4638);
/* harmony import */ var _review_review_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6729);
/* harmony import */ var _crl_revocation_reason_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4102);
/* harmony import */ var _x509_serial_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2040);
// SPDX-License-Identifier: MIT






/**
 * The lines of a ledger that begins with what was there before: every certificate in the order of its issuance, every
 * revocation with its date, the lists with their numbers, from where the numbers go on. Nothing on a list is lost, also
 * where nobody knows what its serial was issued for.
 */
function importHistory({ certificates, requests, crls, partial }) {
    const unique = new Map(certificates.map((certificate) => [certificate.fingerprint, certificate]));
    const issued = [...unique.values()]
        .toSorted((a, b) => a.notBefore.getTime() - b.notBefore.getTime() || Number(a.serial - b.serial))
        .map((certificate) => issueEntry(certificate, requests.get(certificate.key)));
    const lists = crls.toSorted((a, b) => Number((a.number ?? 0n) - (b.number ?? 0n)));
    const appOf = appsBySerial(issued);
    const seen = new _common_serial_map_js__WEBPACK_IMPORTED_MODULE_1__/* .SerialMap */ .x();
    const revoked = lists.flatMap((list) => {
        const entries = entriesOfList(list, (serial) => seen.has(serial), (serial) => appOf.get((0,_x509_serial_js__WEBPACK_IMPORTED_MODULE_5__/* .serialText */ .S7)(serial)));
        for (const serial of list.revoked.keys())
            seen.set(serial, true);
        return entries;
    });
    return [{ kind: 'import', partial, certificates: issued.length, revocations: seen.size }, ...issued, ...revoked];
}
/** What a list that this ledger did not make adds to it: the revocations that it does not know, and the list itself. */
function entriesOfList(list, isKnown, appOf) {
    const fresh = [...list.revoked.values()].filter(({ serial }) => !isKnown(serial));
    const revoked = fresh.map(({ serial, date, reason }) => {
        const app = appOf(serial);
        return {
            kind: 'revoke',
            serial: (0,_x509_serial_js__WEBPACK_IMPORTED_MODULE_5__/* .serialText */ .S7)(serial),
            ...(app !== undefined && { app }),
            reason: reasonOf(reason),
            date: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(date),
            imported: true,
        };
    });
    return [...revoked, crlEntry(list)];
}
/** @param app the folder that it lies in */
function pastCertificate(app, certificate) {
    const { serial, fingerprint, notBefore, notAfter } = certificate;
    return { app, serial, fingerprint, notBefore, notAfter, key: (0,_review_review_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .keyHash */ .aE)(certificate.spki) };
}
function issueEntry(certificate, request) {
    const { serial, app, key, fingerprint, notBefore, notAfter } = certificate;
    return {
        kind: 'issue',
        serial: (0,_x509_serial_js__WEBPACK_IMPORTED_MODULE_5__/* .serialText */ .S7)(serial),
        app,
        key,
        fingerprint,
        notBefore: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(notBefore),
        notAfter: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(notAfter),
        ...(request && { requestedAt: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(request.at), requestedBy: request.by }),
        imported: true,
    };
}
/** By serial as text; nobody where it was given to two apps. */
function appsBySerial(issued) {
    const apps = new Map();
    for (const { serial, app } of issued)
        apps.set(serial, apps.has(serial) && apps.get(serial) !== app ? undefined : app);
    return apps;
}
function reasonOf(code = 0) {
    const known = Object.entries(_crl_revocation_reason_js__WEBPACK_IMPORTED_MODULE_4__/* .revocationReasons */ ._).find(([, value]) => value === code);
    return (known?.[0] ?? 'unspecified');
}
function crlEntry(list) {
    return {
        kind: 'crl',
        number: (list.number ?? 0n).toString(),
        thisUpdate: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(list.thisUpdate),
        nextUpdate: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(list.nextUpdate ?? list.thisUpdate),
        sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(list.der).digest('hex'),
        entries: list.revoked.size,
    };
}


/***/ }),

/***/ 7052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ CertificateRequest)
/* harmony export */ });
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _common_distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5422);
/* harmony import */ var _common_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3586);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5231);
/* harmony import */ var _x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4526);






const extensionRequest = '1.2.840.113549.1.9.14';
const labels = ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'];
/** A PKCS#10 request as it stands (RFC 2986 section 4.2); nothing is checked but its form. */
class CertificateRequest {
    der;
    /** CertificationRequestInfo: what the requester signed */
    info;
    version;
    subject;
    /** SubjectPublicKeyInfo, DER */
    spki;
    /** attribute types, dotted decimal */
    attributes;
    requestedExtensions;
    /** dotted decimal */
    signatureAlgorithm;
    signature;
    #publicKey;
    #isSelfSigned;
    /** @throws AuthorityError `not-a-request`, InputError `not-der` */
    constructor(der) {
        this.der = der;
        const [info, algorithm, signature, ...more] = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(der).expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a request').children();
        const [version, subject, spki, attributes] = info?.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a request').children() ?? [];
        if (!info || !algorithm || !signature || !version || !subject || !spki || more.length > 0) {
            throw notARequest('the bytes are not a PKCS#10 request: fields are missing or too many');
        }
        this.info = info.bytes;
        this.version = version.integer();
        this.subject = new _common_distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DistinguishedName */ .S(subject);
        this.spki = spki.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a public key').bytes;
        const read = attributes?.expect(0xa0, 'the attributes').children() ?? [];
        const pairs = read.map((attribute) => {
            const [type, values] = attribute.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an attribute').children();
            if (!type || !values)
                throw notARequest('an attribute is incomplete');
            return { type: type.oid(), values: values.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.set, 'the values of an attribute').children() };
        });
        this.attributes = pairs.map(({ type }) => type);
        this.requestedExtensions = pairs
            .filter(({ type }) => type === extensionRequest)
            .flatMap(({ values }) => values.flatMap(_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readExtensions */ .HW));
        this.signatureAlgorithm = (0,_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(algorithm);
        this.signature = signature.bits();
    }
    /**
     * The one request of a PEM text.
     * @throws AuthorityError `not-a-request` where there is none, or more than one
     */
    static fromPem(text, file = 'the request') {
        const blocks = (0,_common_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePem */ .o)(text, file).filter(({ label }) => labels.includes(label));
        const [block] = blocks;
        if (block === undefined || blocks.length > 1) {
            throw notARequest(`${file} holds ${blocks.length === 0 ? 'no' : 'more than one'} PEM block "CERTIFICATE REQUEST"`, file);
        }
        return new CertificateRequest(block.der);
    }
    get commonNames() {
        return this.subject.commonNames;
    }
    /** Undefined where Node knows no such key, or it is damaged. Read once: it costs as much as the signature. */
    get publicKey() {
        this.#publicKey ??= { key: (0,_x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_5__/* .publicKeyOf */ .k)(this.spki) };
        return this.#publicKey.key;
    }
    /** Undefined where the key is not RSA, or cannot be read. */
    get rsaKey() {
        return (0,_x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_5__/* .rsaKeyOf */ .t)(this.spki, this.publicKey);
    }
    /** e.g. `sha256`; undefined where it is not RSA with PKCS#1 v1.5 */
    get signatureHash() {
        return _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .rsaSignatureHashes */ .lS[this.signatureAlgorithm];
    }
    /** The requester holds the private key: the signature verifies with the request's own key (RSA only). */
    get isSelfSigned() {
        const key = this.publicKey;
        this.#isSelfSigned ??= key !== undefined && (0,_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyRsa */ .Sb)(this.signatureAlgorithm, this.info, key, this.signature);
        return this.#isSelfSigned;
    }
    toPem() {
        return (0,_common_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePem */ .T)('CERTIFICATE REQUEST', this.der);
    }
}
function notARequest(what, file) {
    return new _authority_error_js__WEBPACK_IMPORTED_MODULE_4__/* .AuthorityError */ .s('not-a-request', `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}.`, {
        hint: 'Make the request again: nextcloud-release certificate request APP_ID.',
        ...(file !== undefined && { file }),
    });
}


/***/ }),

/***/ 9424:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ RequestFile)
});

// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/request/certificate-request.js
var certificate_request = __webpack_require__(7052);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
;// CONCATENATED MODULE: ./build/bundle/ca/review/kind-of.js
// SPDX-License-Identifier: MIT


/** What a DER structure most probably is, by its outermost shape: whatever the label above it says. */
function kindOf(der) {
    try {
        return kindOfNodes((0,der_reader/* readDer */.SU)(der).expect(der_reader/* tag */.Tc.sequence, 'a structure').children());
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return 'unknown';
        throw error;
    }
}
function kindOfNodes([first, second, third]) {
    if (first?.tag === der_reader/* tag */.Tc.integer) {
        // PKCS#8 is version, algorithm, octets; PKCS#1 is nine integers; SEC 1 is version and octets
        const isKey = third?.tag === der_reader/* tag */.Tc.octetString || second?.tag === der_reader/* tag */.Tc.octetString || third?.tag === der_reader/* tag */.Tc.integer;
        return isKey ? 'a private key' : 'unknown';
    }
    if (first?.tag !== der_reader/* tag */.Tc.sequence)
        return 'unknown';
    if (second?.tag === der_reader/* tag */.Tc.octetString)
        return 'a private key';
    if (second?.tag === der_reader/* tag */.Tc.bitString)
        return 'a public key';
    if (third?.tag !== der_reader/* tag */.Tc.bitString)
        return 'unknown';
    const inner = first.children();
    if (inner[0]?.tag === der_reader/* tag */.Tc.integer &&
        inner.length <= 4 &&
        inner[1]?.tag === der_reader/* tag */.Tc.sequence &&
        inner[2]?.tag === der_reader/* tag */.Tc.sequence) {
        return inner[3] === undefined || inner[3].tag === 0xa0 ? 'a certificate request' : 'unknown';
    }
    const times = [der_reader/* tag */.Tc.utcTime, der_reader/* tag */.Tc.generalizedTime];
    return inner.some((node) => times.includes(node.tag)) ? 'a revocation list' : 'a certificate';
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/request-file.js
// SPDX-License-Identifier: MIT




/** A request has 1.6 KB with RSA-4096; this is RSA-16384 with a long subject, and far from where reading becomes slow. */
const maxBytes = 32 * 1024;
const block = /^(-+) ?BEGIN ([A-Z0-9 ]{1,64}?) ?(-+)\n([\s\S]*?)\n(-+) ?END ([A-Z0-9 ]{1,64}?) ?(-+)$/gm;
const requestLabel = /^(NEW )?CERTIFICATE REQUEST$/;
/**
 * A file that ought to hold one request, read as forgivingly as can be, so that everything that is wrong is known at the
 * first look; nothing it holds is ever quoted, because it may be a private key.
 */
class RequestFile {
    path;
    bytes;
    problems;
    /** absent where no request could be made out */
    request;
    /** 1-based line of the BEGIN line */
    line;
    /** @param path as the user wrote it, or relative to the certificate repository */
    constructor(path, bytes) {
        this.path = path;
        this.bytes = bytes;
        const problems = [];
        const der = findRequest(bytes, problems);
        this.request = der && parseRequest(der.der, der.line, problems);
        this.line = der?.line ?? 1;
        this.problems = problems;
    }
    /** the file's name without `.csr` */
    get appId() {
        return (this.path.split(/[/\\]/).at(-1) ?? '').replace(/\.csr$/, '');
    }
}
function findRequest(bytes, problems) {
    if (bytes.length > maxBytes) {
        problems.push({
            rule: 'request-too-large',
            message: `The file has ${bytes.length} bytes; a request has about 1,600.`,
        });
        return undefined;
    }
    const raw = decode(bytes);
    if (/PRIVATE KEY *-/.test(raw))
        problems.push({ rule: 'request-private-key', line: lineOf(raw, raw.search(/PRIVATE KEY *-/)) });
    const { text, notes } = normalise(raw);
    if (text === '') {
        problems.push({ rule: 'request-empty' });
        return undefined;
    }
    const blocks = Array.from(text.matchAll(block), (match) => ({ match, der: decodeBase64(match[4] ?? '') }));
    if (blocks.length === 0)
        return findWithoutPem(bytes, text, problems);
    if (notes.length > 0)
        problems.push({ rule: 'request-encoding', message: `The file has ${notes.join(', ')}.` });
    const requests = blocks.filter(({ match }) => requestLabel.test(match[2] ?? ''));
    const [first] = requests;
    for (const { match, der } of blocks)
        noteWrongKind(match[2] ?? '', der, first !== undefined, problems);
    if (first === undefined)
        return undefined;
    const { match, der } = first;
    const line = lineOf(text, match.index);
    const [whole, open, label, openEnd, , close, closeLabel, closeEnd] = match;
    if ([open, openEnd, close, closeEnd].some((dashes) => dashes?.length !== 5) ||
        label !== closeLabel ||
        /- | -/.test(firstAndLast(whole))) {
        problems.push({
            rule: 'request-pem',
            line,
            message: 'The BEGIN and END lines do not have five dashes at each end and the same words.',
        });
    }
    if (requests.length > 1)
        problems.push({ rule: 'request-several', line: lineOf(text, requests[1]?.match.index ?? 0) });
    const around = blocks.reduce((rest, { match: [one] }) => rest.replace(one, ''), text).trim();
    if (around !== '')
        problems.push({ rule: 'request-text-around' });
    if (der === undefined)
        problems.push({
            rule: 'request-pem',
            line,
            message: 'Between BEGIN and END there is something other than base64.',
        });
    return der && { der, line };
}
/** Base64 without its PEM lines, or DER as it is: said by name, and read all the same. */
function findWithoutPem(bytes, text, problems) {
    const der = bytes[0] === 0x30 ? bytes : decodeBase64(text.replace(/^-+ ?(?:BEGIN|END)[^\n]*$/gm, ''));
    const kind = der === undefined ? 'unknown' : kindOf(der);
    if (kind === 'a private key')
        problems.push({ rule: 'request-private-key', line: 1 });
    else if (kind === 'a certificate request')
        problems.push({ rule: 'request-pem', line: 1, message: 'The BEGIN and END lines are missing or damaged.' });
    else if (kind === 'unknown')
        problems.push({ rule: 'request-pem', line: 1 });
    else
        problems.push({ rule: 'request-wrong-kind', message: `The file holds ${kind}, not a certificate request.` });
    return kind === 'a certificate request' && der !== undefined ? { der, line: 1 } : undefined;
}
function noteWrongKind(label, der, beside, problems) {
    const kind = der === undefined ? 'unknown' : kindOf(der);
    const labelled = requestLabel.test(label);
    if (kind === 'a private key' && !label.includes('PRIVATE KEY'))
        problems.push({ rule: 'request-private-key' });
    else if (!label.includes('PRIVATE KEY') && (!labelled || (kind !== 'a certificate request' && kind !== 'unknown'))) {
        const what = kind === 'unknown' ? `a block "${label}"` : kind;
        problems.push({
            rule: 'request-wrong-kind',
            message: `The file holds ${what}${beside && !labelled ? ' beside the request' : ', not a certificate request'}.`,
        });
    }
}
function parseRequest(der, line, problems) {
    try {
        return new certificate_request/* CertificateRequest */.D(der);
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d || error instanceof authority_error/* AuthorityError */.s))
            throw error;
        if (!problems.some(({ rule }) => rule === 'request-wrong-kind' || rule === 'request-private-key')) {
            problems.push({ rule: 'request-der', line, message: error.message });
        }
        return undefined;
    }
}
/** UTF-16 with a byte order mark becomes text too, so that it can be said what it holds. */
function decode(bytes) {
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : bytes[0] === 0xfe && bytes[1] === 0xff
            ? 'utf-16be'
            : undefined;
    return utf16 === undefined ? Buffer.from(bytes).toString('utf8') : `\ufeff${new TextDecoder(utf16).decode(bytes)}`;
}
/** What is no fault of anybody's, taken away, and said: the file is used as if it had been right. */
function normalise(raw) {
    const notes = [];
    const step = (note, from, to) => {
        if (from !== to)
            notes.push(note);
        return to;
    };
    let text = step('a byte order mark', raw, raw.replace(/^\ufeff/, ''));
    text = step('Windows line ends', text, text.replace(/\r\n?/g, '\n'));
    text = step('blanks at line ends', text, text.replace(/(?<![ \t])[ \t]+$/gm, ''));
    text = step('blanks or empty lines at its start', text, text.replace(/^\s+/, ''));
    if (!text.endsWith('\n'))
        notes.push('no newline at its end');
    else if (text.endsWith('\n\n'))
        notes.push('empty lines at its end');
    return { text: text.trimEnd(), notes: text.trim() === '' ? [] : notes };
}
function decodeBase64(body) {
    const compact = body.replace(/\s+/g, '');
    if (compact === '' || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact))
        return undefined;
    return Buffer.from(compact, 'base64');
}
function firstAndLast(text) {
    const lines = text.split('\n');
    return `${lines[0] ?? ''}\n${lines.at(-1) ?? ''}`;
}
function lineOf(text, index) {
    return text.slice(0, index).split('\n').length;
}


/***/ }),

/***/ 4526:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ publicKeyOf),
/* harmony export */   t: () => (/* binding */ rsaKeyOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1791);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT




/** AlgorithmIdentifier of rsaEncryption with its NULL (RFC 3279 section 2.3.1) */
const rsaEncryption = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.2.840.113549.1.1.1'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .nullValue */ .Pv)());
/**
 * Undefined where Node knows no such key, or it is damaged. What is plainly RSA is given to it as an RSAPublicKey: that
 * costs 0.01 ms, and OpenSSL's search for whatever a SubjectPublicKeyInfo may hold 0.16.
 */
function publicKeyOf(spki) {
    const rsa = rsaPublicKey(spki);
    try {
        return rsa === undefined
            ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(spki), format: 'der', type: 'spki' })
            : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(rsa.bytes), format: 'der', type: 'pkcs1' });
    }
    catch {
        return undefined;
    }
}
/** The numbers of a SubjectPublicKeyInfo (RFC 8017 appendix A.1.1); undefined where it is no RSA key. */
function rsaKeyOf(spki, key = publicKeyOf(spki)) {
    if (key?.asymmetricKeyType !== 'rsa')
        return undefined;
    const bits = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(spki).children()[1]?.bits();
    const [modulus, exponent] = bits === undefined ? [] : (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(bits).children();
    if (!modulus || !exponent || !isPositive(modulus) || !isPositive(exponent))
        return undefined;
    const value = modulus.integer();
    return { modulus: value, bits: value.toString(2).length, exponent: exponent.integer() };
}
/** RSAPublicKey: SEQUENCE { modulus, publicExponent }, and nothing else */
function rsaPublicKey(spki) {
    const [algorithm, key] = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(spki).children();
    if (algorithm === undefined || Buffer.compare(algorithm.bytes, rsaEncryption) !== 0)
        return undefined;
    try {
        const numbers = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(key?.bits() ?? new Uint8Array()).expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an RSA public key');
        const [modulus, exponent, ...more] = numbers.children();
        const isKey = modulus !== undefined && exponent !== undefined && more.length === 0;
        return isKey && isPositive(modulus) && isPositive(exponent) ? numbers : undefined;
    }
    catch (error) {
        if (error instanceof _common_input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d)
            return undefined;
        throw error;
    }
}
/** Asked of the octets: a modulus as a number is of no use here. */
function isPositive(number) {
    const { content } = number.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.integer, 'an integer');
    return (content[0] ?? 0x80) < 0x80 && content.some((octet) => octet > 0);
}


/***/ })

};
;