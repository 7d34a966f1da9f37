"use strict";
exports.id = 130;
exports.ids = [130];
exports.modules = {

/***/ 3130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  audit: () => (/* binding */ audit_audit)
});

// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/render/format.js + 2 modules
var render_format = __webpack_require__(6282);
// EXTERNAL MODULE: ./build/bundle/common/trust.js + 1 modules
var trust = __webpack_require__(4908);
// EXTERNAL MODULE: ./build/bundle/ca/import/git-history.js
var git_history = __webpack_require__(5270);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/common/serial-map.js
var serial_map = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/audit-rule.js
const fromHistory = 'Take the file back from the history of the repository, and find out who changed it.';
const design = 'the ledger, the certificates, the requests and the list say the same, or somebody changed one of them';
/** A rule of the audit: they all have the same source. */
function auditRule(id, severity, message, fix, check) {
    return { id, severity, message, fix, check, source: design };
}
/** Nothing, or one violation. */
function when(broken, violation = {}) {
    return broken ? [violation] : [];
}

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/audit-certificate-rules.js
// SPDX-License-Identifier: MIT






/** Ledger and certificates. */
const auditCertificateRules = [
    auditRule('ledger-prefix', 'error', 'Today’s ledger does not begin with an earlier one.', fromHistory, ({ anchors, ledgerBytes }) => anchors
        .filter(({ length, blob }) => length > ledgerBytes.length || gitBlob(ledgerBytes.subarray(0, length)) !== blob)
        .map(({ commit }) => ({
        message: `Today’s ledger does not begin with that of the commit ${commit.slice(0, 12)}: lines were changed or cut off.`,
        file: repository/* ledgerPath */.tf,
    }))),
    auditRule('certificate-unreadable', 'error', 'A certificate cannot be read.', fromHistory, ({ certificates }) => certificates.flatMap(({ path, problem }) => (problem === undefined ? [] : [{ message: problem, file: path }]))),
    auditRule('certificate-unrecorded', 'error', 'Nobody recorded this certificate.', 'Revoke it ("nextcloud-ca revoke 0xSERIAL --unknown --reason unspecified"), and find out who signed it; or restore the ledger.', (subject) => readable(subject).flatMap(({ path, app, content }) => {
        const reserved = subject.ledger.openReservations.some(({ serial }) => serial === (0,x509_serial/* serialText */.S7)(content.serial));
        const known = recordOf(subject, app, content.fingerprint) !== undefined;
        return when(!known && !reserved, {
            message: `Nobody recorded the certificate ${(0,x509_serial/* serialText */.S7)(content.serial)}.`,
            file: path,
            ...(isAuthority(content) && {
                message: 'This is the certificate of an authority, and of no app.',
                fix: 'Take CA_DIR out of the repository, and its key out of the history where it was committed.',
            }),
        });
    })),
    auditRule('certificate-not-the-newest', 'error', 'This is not the app’s newest certificate.', fromHistory, (subject) => readable(subject).flatMap(({ path, app, content }) => {
        const records = subject.ledger.certificatesOf(app);
        const newest = records.at(-1);
        const known = records.some(({ fingerprint }) => fingerprint === content.fingerprint);
        const imported = newest?.imported ?? false;
        return when(known && !imported && newest?.fingerprint !== content.fingerprint, { file: path });
    })),
    auditRule('certificate-absent', 'error', 'The certificate is absent.', fromHistory, (subject) => {
        const there = new Set(subject.certificates.map(({ app }) => app));
        const absent = [...subject.ledger.apps()].filter((app) => !there.has(app) && needsFile(subject, app));
        if (!subject.ledger.partial)
            return absent.map((app) => ({ message: `The certificate of ${(0,review_subject/* quote */.hD)(app)} is absent.` }));
        return when(absent.length > 0, {
            severity: 'info',
            message: `${absent.length} apps are absent: the tree is a sample.`,
            fix: 'Nothing needs to be done.',
        });
    }),
    auditRule('certificate-issuer', 'error', 'No trusted authority signed this certificate.', 'Give the right bundle with --trust or --ca, or revoke.', (subject) => ofApps(subject).flatMap(({ path, content }) => {
        const revoked = subject.ledger.revocationOf(content.serial) !== undefined;
        return when(subject.trust.issuerOf(content) === undefined, {
            // of an authority before this one, which nobody trusts any more
            ...(revoked && { severity: 'warning' }),
            file: path,
        });
    })),
    auditRule('certificate-name', 'error', 'The certificate’s common name is not its folder’s.', 'Revoke it, and issue another.', (subject) => ofApps(subject).flatMap(({ path, app, content }) => {
        const wrong = content.commonNames.length !== 1 || content.commonNames[0] !== app || path !== `${app}/${app}.crt`;
        const imported = recordOf(subject, app, content.fingerprint)?.imported ?? false;
        return when(wrong, {
            severity: imported ? 'warning' : 'error',
            message: `The common name of the certificate is ${(0,review_subject/* quote */.hD)(content.commonNames.join(', '))}.`,
            file: path,
        });
    })),
    auditRule('certificate-key', 'error', 'The certificate’s key is not the request’s.', 'Take back the request that was certified, or issue for the one that is there.', (subject) => ofApps(subject).flatMap(({ path, app, content }) => {
        const request = subject.requests.get(app);
        const record = recordOf(subject, app, content.fingerprint);
        if (request?.content === undefined) {
            const over = record !== undefined && isOver(subject, record);
            const severity = over ? 'info' : record?.imported === true ? 'warning' : 'error';
            return [{ severity, message: request?.problem ?? 'There is no request beside the certificate.', file: path }];
        }
        const same = Buffer.compare(request.content.spki, content.spki) === 0;
        return when(!same, { severity: record?.imported === true ? 'warning' : 'error', file: path });
    })),
    auditRule('certificate-record', 'error', 'The certificate does not say what the ledger says of it.', fromHistory, (subject) => readable(subject).flatMap(({ path, app, content }) => {
        const record = recordOf(subject, app, content.fingerprint);
        if (record === undefined)
            return [];
        const { serial, key, notBefore, notAfter } = record;
        const agrees = serial === content.serial &&
            key === (0,review_subject/* keyHash */.aE)(content.spki) &&
            notBefore.getTime() === content.notBefore.getTime() &&
            notAfter.getTime() === content.notAfter.getTime();
        return when(!agrees, { file: path });
    })),
    auditRule('certificate-revoked', 'info', 'The certificate is revoked, and still there.', 'Delete the folder, or issue a new certificate.', (subject) => readable(subject).flatMap(({ path, content }) => when(subject.ledger.revocationOf(content.serial) !== undefined, { file: path }))),
    auditRule('serial-twice', 'error', 'A serial was used twice.', 'Revoke the serial: every app that has it needs a new certificate.', ({ ledger }) => duplicates(ledger.certificates()).map(([serial, records]) => {
        const past = records.every(({ imported }) => imported) && ledger.revocationOf(serial) !== undefined;
        const apps = [...new Set(records.map(({ app }) => app))].join(', ');
        return {
            severity: past ? 'warning' : 'error',
            message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)} was used for ${apps}${past ? ', and is revoked' : ''}.`,
            ...(past && { fix: 'Nothing more can be done: see that the apps were certified again.' }),
            file: repository/* ledgerPath */.tf,
        };
    })),
    auditRule('serial-missing', 'warning', 'A serial was given out, and nobody saw its certificate.', 'Find the certificate, or revoke it: nextcloud-ca revoke 0xSERIAL --unknown --reason unspecified.', ({ ledger }) => gaps(ledger.certificates()).map((serial) => {
        const revoked = ledger.revocationOf(serial) !== undefined;
        return {
            message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)} lies among those that were given out one after another, and nobody recorded its certificate${revoked ? '; it is revoked' : ''}.`,
            ...(revoked && { severity: 'info', fix: 'Nothing needs to be done.' }),
            file: repository/* ledgerPath */.tf,
        };
    })),
    auditRule('reservation-open', 'warning', 'A run broke off.', 'The next command that writes finishes or voids it.', ({ ledger }) => ledger.openReservations.map(({ serial, app }) => ({
        message: `The serial ${serial} is reserved for ${(0,review_subject/* quote */.hD)(app)}, and neither issued nor voided.`,
        file: repository/* ledgerPath */.tf,
    }))),
];
function readable(subject) {
    return subject.certificates.filter((file) => file.content !== undefined);
}
/** All but those of an authority’s own folder, of which `certificate-unrecorded` has said what there is to say. */
function ofApps(subject) {
    return readable(subject).filter(({ app, content }) => !isAuthority(content) || recordOf(subject, app, content.fingerprint) !== undefined);
}
/** Whether it says that it issues certificates: basicConstraints with cA (RFC 5280 section 4.2.1.9). */
function isAuthority(content) {
    const { value } = content.extension('2.5.29.19') ?? {};
    // a SEQUENCE whose first element is the BOOLEAN TRUE; matched, since a stranger’s file may hold anything there
    return value !== undefined && /^30..0101ff/.test(Buffer.from(value).toString('hex'));
}
function recordOf({ ledger }, app, fingerprint) {
    return ledger.certificatesOf(app).find((record) => record.fingerprint === fingerprint);
}
/** Revoked, or to be: the app has another id now, and its request went with the old one. */
function isOver({ ledger }, { serial }) {
    return ledger.revocationOf(serial) !== undefined || ledger.announcementOf(serial)?.reason === 'cessationOfOperation';
}
/** An app all of whose certificates are revoked may have been deleted. */
function needsFile({ ledger }, app) {
    return ledger.certificatesOf(app).some(({ serial }) => ledger.revocationOf(serial) === undefined);
}
function duplicates(records) {
    const bySerial = new serial_map/* SerialMap */.x();
    for (const record of records) {
        const all = bySerial.get(record.serial);
        if (all === undefined)
            bySerial.set(record.serial, [record]);
        else
            all.push(record);
    }
    return [...bySerial]
        .filter(([, all]) => new Set(all.map(({ fingerprint }) => fingerprint)).size > 1)
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
/** What is left out of a sequence; nothing where they were not given out one after another, all but one in ten at least. */
function gaps(records) {
    const past = [...records].filter(({ imported }) => imported).map(({ serial }) => serial);
    const used = new Set(past.map(x509_serial/* serialText */.S7));
    const first = past.reduce((least, serial) => (serial < least ? serial : least), past[0] ?? 0n);
    const last = past.reduce((most, serial) => (serial > most ? serial : most), first);
    const count = Number(last - first) + 1;
    if (used.size < count * 0.9)
        return [];
    return Array.from({ length: count }, (_, at) => first + BigInt(at)).filter((serial) => !used.has((0,x509_serial/* serialText */.S7)(serial)));
}
function gitBlob(bytes) {
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/audit-crl-rules.js




/** Ledger and revocation list. */
const auditCrlRules = [
    auditRule('crl-absent', 'error', 'There is no revocation list.', 'Run "nextcloud-ca crl".', ({ crl, ledger }) => when(crl === undefined && (ledger.crl !== undefined || ledger.revocations.size > 0), { file: repository/* crlPath */.Dk })),
    auditRule('crl-unreadable', 'error', 'The revocation list cannot be read.', fromHistory, ({ crl }) => crl?.problem === undefined ? [] : [{ message: crl.problem, file: repository/* crlPath */.Dk }]),
    auditRule('crl-signature', 'error', 'No trusted authority signed the revocation list.', 'Give the right bundle with --trust or --ca.', ({ crl, trust }) => {
        const list = crl?.content;
        const signed = list && trust.issuers.some((issuer) => issuer.subject.equals(list.issuer) && list.isSignedBy(issuer));
        return when(signed === false, { file: repository/* crlPath */.Dk });
    }),
    auditRule('crl-number', 'error', 'The number of the revocation list is not the ledger’s last.', fromHistory, ({ crl, ledger, pendingCrl }) => {
        const has = crl?.content?.number;
        const last = ledger.crl === undefined ? undefined : BigInt(ledger.crl.number);
        if (has === undefined || last === undefined || has === last)
            return [];
        const file = repository/* crlPath */.Dk;
        if (has > last)
            return [
                {
                    message: `The list has the number ${has}, the ledger ends with ${last}: its end was cut off.`,
                    file: repository/* ledgerPath */.tf,
                },
            ];
        // the next run that writes puts it in place
        if (pendingCrl && has === last - 1n)
            return [{ severity: 'warning', message: `The list ${last} waits to be put in place.`, file }];
        return [{ message: `The list has the number ${has}, the ledger’s last is ${last}: it went back.`, file }];
    }),
    auditRule('crl-ledger', 'error', 'The list is another than the one that was recorded under its number.', fromHistory, ({ crl, crlHash, ledger }) => {
        const has = crl?.content?.number;
        return when(has !== undefined && has.toString() === ledger.crl?.number && crlHash !== ledger.crl.sha256, {
            file: repository/* crlPath */.Dk,
        });
    }),
    auditRule('crl-numbers-rise', 'error', 'A CRL number went back.', fromHistory, ({ ledger }) => {
        const numbers = ledger.lines.flatMap((line) => (line.kind === 'crl' ? [BigInt(line.number)] : []));
        return numbers.flatMap((number, at) => when(at > 0 && number <= (numbers[at - 1] ?? 0n), {
            message: `The CRL number ${number} follows ${numbers[at - 1] ?? 0n}.`,
            file: repository/* ledgerPath */.tf,
        }));
    }),
    auditRule('crl-expired', 'error', 'The revocation list is over.', 'Run "nextcloud-ca crl", and take the list to the store: it refuses every upload.', ({ crl, now }) => {
        const end = crl?.content?.nextUpdate;
        return when(end !== undefined && end <= now, {
            message: `The revocation list ended on ${end?.toISOString() ?? ''}.`,
            file: repository/* crlPath */.Dk,
        });
    }),
    auditRule('crl-forgotten', 'error', 'A revoked serial is not on the list.', 'Run "nextcloud-ca crl".', ({ crl, ledger, pendingCrl }) => {
        const list = crl?.content;
        if (list === undefined)
            return [];
        const missing = [...ledger.revocations].filter(({ serial }) => !list.isRevoked(serial));
        const severity = pendingCrl ? 'warning' : 'error';
        return missing.map(({ serial, app }) => ({
            severity,
            message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)}${app === undefined ? '' : ` of ${(0,review_subject/* quote */.hD)(app)}`} is revoked, and not on the list.`,
            file: repository/* crlPath */.Dk,
        }));
    }),
    auditRule('crl-unrecorded', 'error', 'A serial is on the list, and not revoked in the ledger.', fromHistory, ({ crl, ledger }) => [...(crl?.content?.revoked.keys() ?? [])]
        .filter((serial) => ledger.revocationOf(serial) === undefined)
        .map((serial) => ({
        message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)} is on the list, and not revoked in the ledger.`,
        file: repository/* crlPath */.Dk,
    }))),
    auditRule('announcement-due', 'warning', 'An announced revocation is due.', 'Run "nextcloud-ca crl".', ({ ledger, now }) => ledger.announcements
        .filter(({ on }) => on <= now)
        .map(({ serial, app, on }) => ({
        message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)} of ${(0,review_subject/* quote */.hD)(app)} was to be revoked on ${on.toISOString()}.`,
        file: repository/* ledgerPath */.tf,
    }))),
];

// EXTERNAL MODULE: ./build/bundle/ca/ledger/ledger.js + 7 modules
var ledger_ledger = __webpack_require__(9811);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/read-or-problem.js
var read_or_problem = __webpack_require__(8867);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/audit.js
// SPDX-License-Identifier: MIT








const auditRules = [...auditCertificateRules, ...auditCrlRules];
/** Proves that ledger, certificates, requests and CRL agree, or says what does not. Changes nothing. */
async function audit({ store, paths, trust, now, anchors = [] }) {
    const ledgerBytes = (await store.read(repository/* ledgerPath */.tf)) ?? new Uint8Array();
    const { ledger, findings } = readLedger(ledgerBytes);
    const apps = new Set(ledger.apps());
    // a certificate that is gone is looked for as well
    const certificatePaths = new Set([
        ...paths.filter((path) => path.endsWith('.crt')),
        ...[...apps].map(repository/* certificatePath */.f),
    ]);
    const certificates = await Promise.all([...certificatePaths].toSorted().map((path) => (0,read_or_problem/* readOrProblem */.R)(store, path, 'certificate')));
    const requests = await Promise.all(certificates.map(({ app }) => (0,read_or_problem/* readOrProblem */.R)(store, (0,repository/* requestPath */.Zq)(app), 'request')));
    const crl = await (0,read_or_problem/* readOrProblem */.R)(store, repository/* crlPath */.Dk, 'crl');
    const subject = {
        ledger,
        certificates: certificates.filter(({ content, problem }) => content !== undefined || problem !== undefined),
        requests: new Map(requests.map((request) => [request.app, request])),
        crl: crl.content === undefined && crl.problem === undefined ? undefined : crl,
        crlHash: crl.content && (0,external_node_crypto_.hash)('sha256', crl.content.der, 'hex'),
        pendingCrl: (await store.read(repository/* pendingCrlPath */.UD)) !== undefined,
        trust,
        now,
        anchors,
        ledgerBytes,
    };
    return (0,finding/* inReadingOrder */.g)([...findings, ...(0,rule/* applyRules */.I)(auditRules, subject)]);
}
/** Where the chain is broken, what stands before that line is audited all the same. */
function readLedger(bytes) {
    const { ledger, torn, problem } = ledger_ledger/* Ledger */.O.parseAsFarAsWhole(bytes, repository/* ledgerPath */.tf);
    if (problem === undefined)
        return { ledger, findings: [] };
    const { message, hint, line } = problem;
    const place = { file: repository/* ledgerPath */.tf, ...(line !== undefined && { line }) };
    const finding = torn
        ? {
            rule: 'ledger-torn',
            severity: 'warning',
            message,
            fix: 'The next command that writes takes it away.',
            ...place,
        }
        : { rule: 'ledger-chain', severity: 'error', message, fix: hint, ...place };
    return { ledger, findings: [finding] };
}

// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/audit.js






const audit_audit = {
    name: 'audit',
    usage: '--repository DIR [--ca CA_DIR | --trust FILE]',
    summary: 'Proves that ledger, certificates, requests and revocation list agree, or says what does not.',
    options: {
        repository: repository_option/* repositoryOption */.cx,
        ca: { ...repository_option/* caOption */.cb, help: `${repository_option/* caOption */.cb.help}; its bundle is trusted` },
        trust: repository_option/* trustOption */.k7,
        format: render_format/* formatOption */.Bx,
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const format = (0,render_format/* parseFormat */.Xc)(args.text('format'));
        const store = (0,repository_option/* openStore */.Ch)(args, terminal);
        const findings = await audit({
            store,
            paths: [...store.list('.crt'), ...store.list('.csr')],
            trust: trustOf(args, terminal),
            now: new Date(),
            anchors: (0,git_history/* ledgerAnchors */.u3)(store.folder),
        });
        const ok = (0,finding/* isOk */.HQ)(findings);
        terminal.out((0,render_format/* renderFindings */.vO)(format, findings, { ok, findings }));
        if (format === 'text')
            terminal.out(ok ? 'the books are right\n' : 'the books are not right\n');
        return ok ? 'fine' : 'refused';
    },
};
function trustOf(args, terminal) {
    return args.text('ca') === undefined || args.text('trust') !== undefined
        ? (0,repository_option/* readTrust */.bn)(args, terminal)
        : trust/* Trust */.R.fromPem((0,repository_option/* openCaFolder */.pG)(args, terminal).bundle, 'root.crt');
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

/***/ 8867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readOrProblem)
/* harmony export */ });
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _common_coded_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4252);
/* harmony import */ var _common_crl_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7299);
/* harmony import */ var _request_certificate_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7052);
// SPDX-License-Identifier: MIT




const readers = {
    certificate: (bytes, path) => _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .Certificate */ .us.fromPem(Buffer.from(bytes).toString('latin1'), path),
    request: (bytes, path) => _request_certificate_request_js__WEBPACK_IMPORTED_MODULE_3__/* .CertificateRequest */ .D.fromPem(Buffer.from(bytes).toString('latin1'), path),
    crl: (bytes, path) => _common_crl_js__WEBPACK_IMPORTED_MODULE_2__/* .CertificateRevocationList */ .k.from(bytes, path),
};
/** A file of the repository, or why it cannot be read as what it should be; neither: there is no such file. */
async function readOrProblem(store, path, kind) {
    const [app = ''] = path.split('/');
    const bytes = await store.read(path);
    if (bytes === undefined)
        return { path, app };
    try {
        return { path, app, content: readers[kind](bytes, path) };
    }
    catch (error) {
        if (error instanceof _common_coded_error_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .A)
            return { path, app, problem: error.message };
        throw error;
    }
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


/***/ }),

/***/ 104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ applyRules)
/* harmony export */ });
/** Runs every rule over the subject, in the order of the list: all findings at once, at the first look. */
function applyRules(rules, subject) {
    return rules
        .filter((rule) => rule.applies?.(subject) ?? true)
        .flatMap((rule) => [...rule.check(subject)].map((violation) => ({
        rule: rule.id,
        severity: rule.severity,
        message: rule.message,
        fix: rule.fix,
        ...violation,
    })));
}


/***/ })

};
;