"use strict";
exports.id = 352;
exports.ids = [352];
exports.modules = {

/***/ 3352:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importCommand: () => (/* binding */ importCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/crl.js
var crl = __webpack_require__(7299);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/common/trust.js + 1 modules
var common_trust = __webpack_require__(4908);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/import/git-history.js
var git_history = __webpack_require__(5270);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/serial-map.js
var serial_map = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/ledger-line.js
var ledger_line = __webpack_require__(2257);
// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/bundle/ca/crl/revocation-reason.js
var revocation_reason = __webpack_require__(4102);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
;// CONCATENATED MODULE: ./build/bundle/ca/import/import-history.js
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
    const seen = new serial_map/* SerialMap */.x();
    const revoked = lists.flatMap((list) => {
        const fresh = [...list.revoked.values()].filter(({ serial }) => !seen.has(serial));
        for (const { serial } of fresh)
            seen.set(serial, true);
        const entries = fresh.map(({ serial, date, reason }) => {
            const app = appOf(serial, issued);
            return {
                kind: 'revoke',
                serial: (0,x509_serial/* serialText */.S7)(serial),
                ...(app !== undefined && { app }),
                reason: reasonOf(reason),
                date: (0,ledger_line/* timeText */.T)(date),
                imported: true,
            };
        });
        return [...entries, crlEntry(list)];
    });
    return [{ kind: 'import', partial, certificates: issued.length, revocations: seen.size }, ...issued, ...revoked];
}
/** @param app the folder that it lies in */
function pastCertificate(app, certificate) {
    const { serial, fingerprint, notBefore, notAfter } = certificate;
    return { app, serial, fingerprint, notBefore, notAfter, key: (0,review_subject/* keyHash */.aE)(certificate.spki) };
}
function issueEntry(certificate, request) {
    const { serial, app, key, fingerprint, notBefore, notAfter } = certificate;
    return {
        kind: 'issue',
        serial: (0,x509_serial/* serialText */.S7)(serial),
        app,
        key,
        fingerprint,
        notBefore: (0,ledger_line/* timeText */.T)(notBefore),
        notAfter: (0,ledger_line/* timeText */.T)(notAfter),
        ...(request && { requestedAt: (0,ledger_line/* timeText */.T)(request.at), requestedBy: request.by }),
        imported: true,
    };
}
/** Nobody where the serial is unknown, or was given to two apps. */
function appOf(serial, issued) {
    const text = (0,x509_serial/* serialText */.S7)(serial);
    const apps = new Set(issued.filter((entry) => entry.serial === text).map(({ app }) => app));
    return apps.size === 1 ? [...apps][0] : undefined;
}
function reasonOf(code = 0) {
    const known = Object.entries(revocation_reason/* revocationReasons */._).find(([, value]) => value === code);
    return (known?.[0] ?? 'unspecified');
}
function crlEntry(list) {
    return {
        kind: 'crl',
        number: (list.number ?? 0n).toString(),
        thisUpdate: (0,ledger_line/* timeText */.T)(list.thisUpdate),
        nextUpdate: (0,ledger_line/* timeText */.T)(list.nextUpdate ?? list.thisUpdate),
        sha256: (0,external_node_crypto_.createHash)('sha256').update(list.der).digest('hex'),
        entries: list.revoked.size,
    };
}

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
        if (!/^[1-9]\d*$/.test(cell('serial')) || Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime())) {
            throw badTable('a serial is no decimal number, or a date is none', file, at + 2);
        }
        const [key, fingerprint] = [cell('spki_sha256'), cell('sha256_der')];
        return [{ app: cell('app'), serial: BigInt(cell('serial')), key, fingerprint, notBefore, notAfter }];
    });
}
function badTable(what, file, line) {
    return new authority_error/* AuthorityError */.s('bad-table', `${file}:${line}: ${what}.`, {
        hint: `Give a tab-separated table with the columns ${needed.join(', ')}.`,
        file,
        line,
    });
}

// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository_repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/review/request-file.js + 1 modules
var request_file = __webpack_require__(9424);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 1 modules
var repository_option = __webpack_require__(1948);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/import.js
// SPDX-License-Identifier: MIT















const importCommand = {
    name: 'import',
    usage: '--repository DIR [--issued TSV] [--crl FILE...] [--trust PEM] [--partial]',
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
        trust: { type: 'string', value: 'PEM', help: 'accepted issuers (default: the bundle that servers ship)' },
        partial: { type: 'boolean', help: 'the tree is a sample: apps may be absent' },
        format: repository_option/* jsonOption */.Ec,
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const store = (0,repository_option/* openStore */.Ch)(args, terminal);
        const read = (path) => (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(terminal.cwd, path));
        const trustFile = args.text('trust');
        const trust = trustFile === undefined ? common_trust/* Trust */.R.pinned() : common_trust/* Trust */.R.fromPem(read(trustFile).toString('latin1'), trustFile);
        const table = args.text('issued');
        const crls = args
            .texts('crl')
            .map((path) => trustedCrl(crl/* CertificateRevocationList */.k.from(read(path), path), trust, path));
        const history = (0,git_history/* isGitCheckout */.dl)(store.folder) ? (0,git_history/* pastFiles */.i4)(store.folder, '*.crt', '*.csr') : [];
        const tree = await Promise.all(store.list('.crt').map(async (path) => ({ path, bytes: (await store.read(path)) ?? new Uint8Array() })));
        const files = [...history.filter(({ path }) => path.endsWith('.crt')), ...tree];
        const { certificates, passedOver } = readCertificates(files, trust);
        const entries = importHistory({
            certificates: [
                ...(table === undefined ? [] : readIssuedTable(read(table).toString('utf8'), table)),
                ...certificates,
            ],
            requests: readRequests(history),
            crls,
            partial: args.flag('partial'),
        });
        await store.locked(() => write(store, entries, crls));
        const count = (kind) => entries.filter((entry) => entry.kind === kind).length;
        const summary = { certificates: count('issue'), revocations: count('revoke'), crls: count('crl'), passedOver };
        terminal.out(json
            ? `${JSON.stringify(summary, null, 2)}\n`
            : `${repository_repository/* ledgerPath */.tf}: ${summary.certificates} certificates, ${summary.revocations} revocations, ${summary.crls} lists\n`);
        if (!json)
            for (const { path, why } of passedOver)
                terminal.out(`passed over: ${path}: ${why}\n`);
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
function readCertificates(files, trust) {
    const certificates = [];
    const passedOver = new Map();
    for (const { path, bytes } of files) {
        const app = path.split('/').at(-2) ?? path.replace(/\.crt$/, '');
        try {
            const certificate = common_certificate/* Certificate */.us.fromPem(Buffer.from(bytes).toString('latin1'), path);
            if (trust.issuerOf(certificate) !== undefined)
                certificates.push(pastCertificate(app, certificate));
            else
                passedOver.set(path, { path, why: 'no trusted authority signed it' });
        }
        catch (error) {
            if (!(error instanceof input_error/* InputError */.d))
                throw error;
            passedOver.set(path, { path, why: 'it is no certificate' });
        }
    }
    return { certificates, passedOver: [...passedOver.values()] };
}
/** Who committed the first request with a key, and when. */
function readRequests(history) {
    const requests = new Map();
    for (const { path, bytes, at, author } of history) {
        const request = path.endsWith('.csr') ? new request_file/* RequestFile */.s(path, bytes).request : undefined;
        const key = request && (0,review_subject/* keyHash */.aE)(request.spki);
        if (key !== undefined && !requests.has(key))
            requests.set(key, { at, by: author });
    }
    return requests;
}
function trustedCrl(crl, trust, file) {
    if (trust.issuers.some((issuer) => issuer.subject.equals(crl.issuer) && crl.isSignedBy(issuer)))
        return crl;
    throw new authority_error/* AuthorityError */.s('bad-crl', `${file} is not signed by a trusted authority.`, {
        hint: 'Give the list of this authority, and its bundle with --trust.',
        file,
    });
}


/***/ }),

/***/ 4102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ reasonByName),
/* harmony export */   _: () => (/* binding */ revocationReasons)
/* harmony export */ });
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT

/**
 * CRLReason (RFC 5280 section 5.3.1) without certificateHold and removeFromCRL: a revocation here is for ever.
 * `unspecified` is 0 and, as the RFC wants, written as no reason at all.
 */
const revocationReasons = {
    unspecified: 0,
    keyCompromise: 1,
    cACompromise: 2,
    affiliationChanged: 3,
    superseded: 4,
    cessationOfOperation: 5,
    privilegeWithdrawn: 9,
    aACompromise: 10,
};
/** @throws InputError `bad-usage` */
function reasonByName(name) {
    if (Object.hasOwn(revocationReasons, name))
        return name;
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `"${name}" is not a reason for a revocation.`, {
        hint: `Use one of ${Object.keys(revocationReasons).join(', ')}.`,
    });
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

/***/ 9094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ CertificateRequest)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
// EXTERNAL MODULE: ./build/bundle/common/distinguished-name.js
var distinguished_name = __webpack_require__(5422);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/ca/x509/rsa-key.js
// SPDX-License-Identifier: MIT


/** Undefined where Node knows no such key, or it is damaged. */
function publicKeyOf(spki) {
    try {
        return (0,external_node_crypto_.createPublicKey)({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    }
    catch {
        return undefined;
    }
}
/** The numbers of a SubjectPublicKeyInfo (RFC 8017 appendix A.1.1); undefined where it is no RSA key. */
function rsaKeyOf(spki, key = publicKeyOf(spki)) {
    if (key?.asymmetricKeyType !== 'rsa')
        return undefined;
    const bits = (0,der_reader/* readDer */.SU)(spki).children()[1]?.bits();
    const [modulus, exponent] = bits === undefined ? [] : (0,der_reader/* readDer */.SU)(bits).children();
    if (!modulus || !exponent)
        return undefined;
    const value = modulus.integer();
    return { modulus: value, bits: value.toString(2).length, exponent: exponent.integer() };
}

;// CONCATENATED MODULE: ./build/bundle/ca/request/certificate-request.js






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
        const [info, algorithm, signature, ...more] = (0,der_reader/* readDer */.SU)(der).expect(der_reader/* tag */.Tc.sequence, 'a request').children();
        const [version, subject, spki, attributes] = info?.expect(der_reader/* tag */.Tc.sequence, 'a request').children() ?? [];
        if (!info || !algorithm || !signature || !version || !subject || !spki || more.length > 0) {
            throw notARequest('the bytes are not a PKCS#10 request: fields are missing or too many');
        }
        this.info = info.bytes;
        this.version = version.integer();
        this.subject = new distinguished_name/* DistinguishedName */.S(subject);
        this.spki = spki.expect(der_reader/* tag */.Tc.sequence, 'a public key').bytes;
        const read = attributes?.expect(0xa0, 'the attributes').children() ?? [];
        const pairs = read.map((attribute) => {
            const [type, values] = attribute.expect(der_reader/* tag */.Tc.sequence, 'an attribute').children();
            if (!type || !values)
                throw notARequest('an attribute is incomplete');
            return { type: type.oid(), values: values.expect(der_reader/* tag */.Tc.set, 'the values of an attribute').children() };
        });
        this.attributes = pairs.map(({ type }) => type);
        this.requestedExtensions = pairs
            .filter(({ type }) => type === extensionRequest)
            .flatMap(({ values }) => values.flatMap(certificate/* readExtensions */.HW));
        this.signatureAlgorithm = (0,certificate/* algorithmOf */.Hy)(algorithm);
        this.signature = signature.bits();
    }
    /**
     * The one request of a PEM text.
     * @throws AuthorityError `not-a-request` where there is none, or more than one
     */
    static fromPem(text, file = 'the request') {
        const blocks = (0,pem/* parsePem */.o)(text, file).filter(({ label }) => labels.includes(label));
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
        this.#publicKey ??= { key: publicKeyOf(this.spki) };
        return this.#publicKey.key;
    }
    /** Undefined where the key is not RSA, or cannot be read. */
    get rsaKey() {
        return rsaKeyOf(this.spki, this.publicKey);
    }
    /** e.g. `sha256`; undefined where it is not RSA with PKCS#1 v1.5 */
    get signatureHash() {
        return certificate/* rsaSignatureHashes */.lS[this.signatureAlgorithm];
    }
    /** The requester holds the private key: the signature verifies with the request's own key (RSA only). */
    get isSelfSigned() {
        const key = this.publicKey;
        this.#isSelfSigned ??= key !== undefined && (0,certificate/* verifyRsa */.Sb)(this.signatureAlgorithm, this.info, key, this.signature);
        return this.#isSelfSigned;
    }
    toPem() {
        return (0,pem/* encodePem */.T)('CERTIFICATE REQUEST', this.der);
    }
}
function notARequest(what, file) {
    return new authority_error/* AuthorityError */.s('not-a-request', `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}.`, {
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
// EXTERNAL MODULE: ./build/bundle/ca/request/certificate-request.js + 1 modules
var certificate_request = __webpack_require__(9094);
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
    const blocks = [...text.matchAll(block)];
    if (blocks.length === 0)
        return findWithoutPem(bytes, text, problems);
    if (notes.length > 0)
        problems.push({ rule: 'request-encoding', message: `The file has ${notes.join(', ')}.` });
    const requests = blocks.filter(([, , label]) => label !== undefined && /^(NEW )?CERTIFICATE REQUEST$/.test(label));
    const [first] = requests;
    for (const [, , label = '', , body = ''] of blocks)
        noteWrongKind(label, body, first !== undefined, problems);
    if (first === undefined)
        return undefined;
    const line = lineOf(text, first.index);
    const [whole, open, label, openEnd, body = '', close, closeLabel, closeEnd] = first;
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
        problems.push({ rule: 'request-several', line: lineOf(text, requests[1]?.index ?? 0) });
    const around = blocks.reduce((rest, [one]) => rest.replace(one, ''), text).trim();
    if (around !== '')
        problems.push({ rule: 'request-text-around' });
    const der = decodeBase64(body);
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
function noteWrongKind(label, body, beside, problems) {
    const der = decodeBase64(body);
    const kind = der === undefined ? 'unknown' : kindOf(der);
    const labelled = /^(NEW )?CERTIFICATE REQUEST$/.test(label);
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

/***/ 4908:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ Trust)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
;// CONCATENATED MODULE: ./build/bundle/common/trust-anchor.js
// SPDX-License-Identifier: MIT
/**
 * The servers' code-signing bundle (server: resources/codesigning/root.crt): first the Code Signing Intermediate
 * Authority, then the Root Authority, both valid until 2041-06-06. A fact, not a fixture: it is the default of
 * `--trust`, and its bytes are pinned below by SHA-256 of each certificate's DER.
 */
const pinnedFingerprints = (/* unused pure expression or super */ null && ([
    'ff038235477d48db67da20962958f7f9f0739b3c568af49b7c6daa0d9d410ea0',
    'fb418711e0cd2cae9be332cd61a1538214f55448b40170313f1c08b092ffcbfd',
]));
const pinnedBundle = `-----BEGIN CERTIFICATE-----
MIID1zCCAr+gAwIBAgICEAAwDQYJKoZIhvcNAQELBQAwejELMAkGA1UEBhMCREUx
GzAZBgNVBAgMEkJhZGVuLVd1ZXJ0dGVtYmVyZzESMBAGA1UEBwwJU3R1dHRnYXJ0
MRcwFQYDVQQKDA5OZXh0Y2xvdWQgR21iSDEhMB8GA1UEAwwYTmV4dGNsb3VkIFJv
b3QgQXV0aG9yaXR5MB4XDTE2MDYxMjIxMDEwMloXDTQxMDYwNjIxMDEwMlowezEL
MAkGA1UEBhMCREUxGzAZBgNVBAgMEkJhZGVuLVd1ZXJ0dGVtYmVyZzEXMBUGA1UE
CgwOTmV4dGNsb3VkIEdtYkgxNjA0BgNVBAMMLU5leHRjbG91ZCBDb2RlIFNpZ25p
bmcgSW50ZXJtZWRpYXRlIEF1dGhvcml0eTCCASIwDQYJKoZIhvcNAQEBBQADggEP
ADCCAQoCggEBAJzBOypRqAhXeTB3XawW7UzwCxoovpMa0bP8fPzjeMMdCdPlZIYX
MshGHoQ4/VJyODOaq3H1AYRh20Kn/BKNAuVfRzcmY/7M5R09b0ts06l9tIVSbBeK
5krETjZtpt4crgukzQ6+8QhHE2DBdvPE7rds6EyBaiMRPNuGP1YrtGPQ+hYvajJL
yH3mq609ZZYFVOK9FuSxw5e5YBFp9Z6dNeFjnmEsYytWOhaJ+zPfQaL9JjLwxEM+
BJ1kpf/zblzL6FwUOeXP2+UJ5TAU4xh+9WsvFBR0b6iq77eYTl3eFM1QtaweCA23
OmZZZahCNLmcPA2iMyPZDGZ1mSW+h7+pMJkCAwEAAaNmMGQwHQYDVR0OBBYEFG3q
bqqpNyw8iS0XPv1G7sOeeO10MB8GA1UdIwQYMBaAFAQYAjwHzNjhemMwKilLlT4T
vZHIMBIGA1UdEwEB/wQIMAYBAf8CAQAwDgYDVR0PAQH/BAQDAgGGMA0GCSqGSIb3
DQEBCwUAA4IBAQCWnDNA14Q+bw7X0S+riMjyTabtgF443eAQIvby9sU2cHtd7qua
p/311+H7gB4F/CE+/CUxdtC5AgaW4vWRL8ge9+6jhYUjvmqdyV5wbBFrLmnqYS4h
PnNWo5cjA7apA6SrIxnJAF8vNCeyEQgHD57VeIlK35S0GpqcouuCSQvCeSjKcojx
6t/NGHcetWucHAUymzOk11NMyYyEMJ/tfUwn3drqkb4jp4Tqu4ftZt/uioDX8Gc9
Aw+IaEHKfNnh9R//Vqc06Bad04ycI6jK4cVUpC/6I6tzoY6GXwZRbESkKUyLitlX
3EnBONP0UzEZmCilIwYYfevWGT+NWnpkmey7
-----END CERTIFICATE-----
-----BEGIN CERTIFICATE-----
MIID2jCCAsKgAwIBAgIJAKCc9xL4epmrMA0GCSqGSIb3DQEBCwUAMHoxCzAJBgNV
BAYTAkRFMRswGQYDVQQIDBJCYWRlbi1XdWVydHRlbWJlcmcxEjAQBgNVBAcMCVN0
dXR0Z2FydDEXMBUGA1UECgwOTmV4dGNsb3VkIEdtYkgxITAfBgNVBAMMGE5leHRj
bG91ZCBSb290IEF1dGhvcml0eTAeFw0xNjA2MTIyMDU4MzVaFw00MTA2MDYyMDU4
MzVaMHoxCzAJBgNVBAYTAkRFMRswGQYDVQQIDBJCYWRlbi1XdWVydHRlbWJlcmcx
EjAQBgNVBAcMCVN0dXR0Z2FydDEXMBUGA1UECgwOTmV4dGNsb3VkIEdtYkgxITAf
BgNVBAMMGE5leHRjbG91ZCBSb290IEF1dGhvcml0eTCCASIwDQYJKoZIhvcNAQEB
BQADggEPADCCAQoCggEBAJuTxu0LpRExcpYJwMxc5N+YbEe7WVPIsLtKUNCXMfkc
aPlTpVydNi5zKQDpLQuHm5RE9u+L3sTck8yVj8DkgX9QfuRTbvg01paV+5ILY7Qn
47E8eHq6tf6MF0W20OxNRjcUCEoRA59AZV9FxkVGHniBx17Upk0BQXlZHViHZ9Ey
2Zhsw9ZetT0VCv9UGuN0Rr6T6fzgW84HoDWsesG7UwEpnct/hQf20w/iIhZspew7
RAHJZTOYnNSaBUnyiCf58SaOyxvmdfseItjMuE1FBR6bTWkLQ/a/1xH2FCk0izm5
1foZF0Ya0fAzVHwBkOVZeIuswjvuqgp/TkB6W0i73aUCAwEAAaNjMGEwHQYDVR0O
BBYEFAQYAjwHzNjhemMwKilLlT4TvZHIMB8GA1UdIwQYMBaAFAQYAjwHzNjhemMw
KilLlT4TvZHIMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgGGMA0GCSqG
SIb3DQEBCwUAA4IBAQCBv40RAXMtMah61q6wYATw4q4cvIKLjKoyApHPHZhQnWwe
VLv/D2a26A8VwDNQ1LGv4NzzIDcpWz+pk+rXMNnyjXwr0AtKM2Vg07yKqkZB9J1c
duYm0j8FLdCHXIjRucgMA/wiwR4mB9PVGtQfCvUQl2Hfkiagkw31llGCXugQPsnh
vhfMWxkdVFAnzDoATWe2SDuuyyd5Sl4/LKn8HEysusaYCMpPDP+seZGjA0ukZ3F+
pO0PlAEb3OypRavz8iR8s+VbE0wdAX1mPByx8SU8Wkq76p4G261PvTrfYKnreU8z
b47G5k8BAiPCtNze/Ihul6lpLK6yk+FRXcZCl1sg
-----END CERTIFICATE-----`;

;// CONCATENATED MODULE: ./build/bundle/common/trust.js
// SPDX-License-Identifier: MIT



/** Certificates that are each an accepted issuer, as in the servers' bundle. */
class Trust {
    issuers;
    /** takes every issuer for an accepted one */
    isIndifferent = false;
    constructor(issuers) {
        this.issuers = issuers;
    }
    /** @throws InputError `not-a-certificate` where the text holds none */
    static fromPem(text, file = 'the trust file') {
        const issuers = certificate/* Certificate */.us.allFromPem(text, file);
        if (issuers.length === 0) {
            throw new input_error/* InputError */.d('not-a-certificate', `${file} holds no certificate.`, {
                hint: 'Give a PEM file with one or more CA certificates.',
                file,
            });
        }
        return new Trust(issuers);
    }
    /** the pinned bundle of the servers */
    static pinned() {
        return Trust.fromPem(pinnedBundle, 'the pinned bundle');
    }
    /** Accepts every issuer: for a check that goes on where an unknown issuer was told as a warning already. */
    static indifferent() {
        return new (class extends Trust {
            isIndifferent = true;
            issuerOf(certificate) {
                return certificate;
            }
        })([]);
    }
    /**
     * The issuer that the server's checker and installer find (server: IntegrityCheck/Checker.php with phpseclib): the
     * first with the same name octet by octet and key identifiers that agree; then its key must verify the signature, and
     * no other one is tried. No path is built; dates, key usage and the issuer's own signature are not looked at. Nothing
     * is fetched.
     */
    issuerOf(certificate) {
        const issuer = this.issuers.find((candidate) => names(candidate, certificate));
        return issuer !== undefined && certificate.isSignedBy(issuer.publicKey) ? issuer : undefined;
    }
}
const authorityKeyIdentifier = '2.5.29.35';
function names(issuer, certificate) {
    if (!certificate.issuer.equals(issuer.subject))
        return false;
    if (certificate.extension(authorityKeyIdentifier) === undefined)
        return true;
    const { keyId, serial } = certificate.authorityKeyId;
    const has = issuer.subjectKeyId;
    // An authority key identifier without the key's own is no match either where the issuer has one (measured).
    if (has !== undefined && (keyId === undefined || Buffer.compare(keyId, has) !== 0))
        return false;
    return serial === undefined || serial === issuer.serial;
}


/***/ })

};
;