"use strict";
exports.id = 808;
exports.ids = [808];
exports.modules = {

/***/ 7808:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  issue: () => (/* binding */ issue)
});

// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/render/json.js
var render_json = __webpack_require__(9495);
// EXTERNAL MODULE: ./build/bundle/common/render/text.js
var render_text = __webpack_require__(3254);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/crl/publish-crl.js + 3 modules
var publish_crl = __webpack_require__(2592);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/certificate-record.js
var certificate_record = __webpack_require__(5832);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/ledger-line.js
var ledger_line = __webpack_require__(4638);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/read-or-problem.js
var read_or_problem = __webpack_require__(8867);
// EXTERNAL MODULE: ./build/bundle/ca/random.js
var ca_random = __webpack_require__(5010);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository_repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/review/request-file.js + 1 modules
var request_file = __webpack_require__(9424);
// EXTERNAL MODULE: ./build/bundle/ca/review/review.js + 7 modules
var review = __webpack_require__(1886);
// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/ca/issue/issue-certificate.js + 1 modules
var issue_certificate = __webpack_require__(2106);
// EXTERNAL MODULE: ./build/bundle/ca/issue/entries-of-issued.js
var entries_of_issued = __webpack_require__(6341);
;// CONCATENATED MODULE: ./build/bundle/ca/issue/replacement.js
/** Why an app gets another key. */
const replacementReasons = ['lost', 'leaked', 'take-over', 'wrong-name', 'rename', 'other'];
/** Replacing is not revoking, except where the key leaked: then every day is one on which anybody can sign. */
function endingOf({ why, from }, policy) {
    const days = (overlap) => (policy.replacementRevoke === 'at-once' ? 0 : overlap);
    if (why === 'leaked')
        return { reason: 'keyCompromise', overlapDays: 0 };
    if (why === 'take-over')
        return { reason: 'affiliationChanged', overlapDays: days(policy.takeOverDays) };
    const gone = why === 'rename' || from !== undefined;
    return { reason: gone ? 'cessationOfOperation' : 'superseded', overlapDays: days(policy.overlapDays) };
}

;// CONCATENATED MODULE: ./build/bundle/ca/issue/issue-for-app.js
// SPDX-License-Identifier: MIT
















const day = 86_400_000;
const minute = 60_000;
/**
 * Issues for `APP_ID/APP_ID.csr` of the repository: review, reserve the serial, sign, put the certificate in place,
 * record it. Where the review says no, neither a file nor a serial is left.
 * @throws InputError `bad-usage`; AuthorityError `no-request`, `request-refused`, `needs-decision`, `nothing-to-do`, and
 * those of `issueCertificate`
 */
async function issueForApp(repository, authority, order) {
    const { store, ledger, policy } = repository;
    const { appId, now, random = ca_random/* systemRandom */.v } = order;
    refuseSecond(repository, order);
    if (!ledger_line/* folderName */.ub.test(appId)) {
        throw new input_error/* InputError */.d('bad-usage', `${(0,review_subject/* quote */.hD)(appId)} cannot be the id of an app.`, {
            hint: 'Give the id alone: the name of the folder, not a path.',
        });
    }
    const bytes = await store.read((0,repository_repository/* requestPath */.Zq)(appId));
    if (bytes === undefined) {
        throw new authority_error/* AuthorityError */.s('no-request', `There is no request at ${(0,repository_repository/* requestPath */.Zq)(appId)}.`, {
            hint: 'See whether the id is right and the pull request with the request is checked out.',
        });
    }
    const file = new request_file/* RequestFile */.s((0,repository_repository/* requestPath */.Zq)(appId), bytes);
    const verdict = (0,review/* review */.N)({ file, policy, now, repository: { path: file.path, knowledge: ledger } });
    const request = refuseUnlessApproved(file, verdict, order);
    const key = (0,review_subject/* keyHash */.aE)(request.spki);
    const current = (0,certificate_record/* currentCertificate */.JQ)(ledger, appId);
    if (current?.key === key && !(await isOfAnother(authority, repository, current))) {
        refuseIfNothingToDo(current, repository, now);
    }
    const serial = (0,x509_serial/* randomSerial */.YG)((candidate) => ledger.isUsed(candidate), random);
    const reservation = reservationFor(repository, authority, order, key, (0,x509_serial/* serialText */.S7)(serial));
    const requestHash = (0,external_node_crypto_.hash)('sha256', bytes, 'hex');
    const approvals = (order.approvals ?? []).map((approval) => {
        return { kind: 'approval', app: appId, request: requestHash, ...approval };
    });
    await repository.record([...approvals, reservation], now);
    const certificate = await sign(repository, authority, { request, serial, ...order });
    await store.replace((0,repository_repository/* certificatePath */.f)(appId), Buffer.from(certificate.toPem(), 'latin1'));
    const entries = (0,entries_of_issued/* entriesOfIssued */.h)(ledger, reservation, certificate, now);
    await repository.record(entries, now);
    const announced = entries.filter((entry) => entry.kind === 'announce');
    if (announced.some(({ on }) => new Date(on) <= now))
        await (0,publish_crl/* publishCrl */.J)(repository, authority, now);
    return { certificate, review: verdict, announced };
}
/** A pull request that is looked at by many at once still gets one certificate. */
function refuseSecond({ ledger }, order) {
    const number = pullRequestOf(order);
    const done = number === undefined ? undefined : ledger.issuedFor(number);
    if (number === undefined || done === undefined)
        return;
    throw new authority_error/* AuthorityError */.s('nothing-to-do', `Nothing to do: the pull request #${number} has its certificate, ${(0,x509_serial/* serialText */.S7)(done.serial)}; nothing was written.`, { hint: 'Ask for another one in another pull request.' });
}
function pullRequestOf({ approvals = [] }) {
    return approvals.find(({ pullRequest }) => pullRequest !== undefined)?.pullRequest;
}
function reservationFor({ ledger, policy }, { profile }, order, key, serial) {
    const { appId, reason, replacement = { why: 'other' }, requestedBy, requestedAt } = order;
    const { from } = replacement;
    const ends = [appId, from ?? appId].some((app) => ledger.certificatesOf(app).some((old) => old.key !== key));
    const ending = endingOf(replacement, policy);
    const pullRequest = pullRequestOf(order);
    return {
        kind: 'reserve',
        serial,
        app: appId,
        key,
        profile: profile.name,
        ...(reason !== undefined && { reason }),
        ...(ends && { overlapDays: ending.overlapDays, overlapReason: ending.reason }),
        ...(from !== undefined && { renamedFrom: from }),
        ...(requestedBy !== undefined && { requestedBy }),
        ...(requestedAt !== undefined && { requestedAt: (0,ledger_line/* timeText */.Tc)(requestedAt) }),
        ...(pullRequest !== undefined && { pullRequest }),
    };
}
function refuseUnlessApproved(file, verdict, order) {
    if (!verdict.ok || file.request === undefined) {
        throw new authority_error/* AuthorityError */.s('request-refused', `The request for ${order.appId} is refused; nothing was written.`, {
            hint: 'The findings say what to change.',
            findings: verdict.findings,
        });
    }
    const { reason = '', approvals = [] } = order;
    if (verdict.hold && (reason.trim() === '' || approvals.length === 0)) {
        throw new authority_error/* AuthorityError */.s('needs-decision', `The request for ${order.appId} needs a person’s decision.`, {
            hint: 'Decide, and say who and why: --approved-by WHO --reason TEXT.',
            findings: verdict.findings,
        });
    }
    return file.request;
}
/** After the key of an authority leaked, its successor issues everything anew, however long the old ones last. */
async function isOfAnother({ issuer }, { store }, current) {
    const { content } = await (0,read_or_problem/* readOrProblem */.R)(store, (0,repository_repository/* certificatePath */.f)(current.app), 'certificate');
    return content?.fingerprint === current.fingerprint && !content.isSignedBy(issuer.publicKey);
}
function refuseIfNothingToDo({ app, notAfter }, { policy }, now) {
    const left = Math.floor((notAfter.getTime() - now.getTime()) / day);
    if (left <= policy.renewalDays)
        return;
    throw new authority_error/* AuthorityError */.s('nothing-to-do', `Nothing to do: ${app} has a certificate with this key for ${left} more days; nothing was written.`, { hint: `Renew it in its last ${policy.renewalDays} days.` });
}
/** Signs; where that fails, the reservation is voided before the error goes on. */
async function sign(repository, authority, order) {
    const { policy } = repository;
    const validityDays = Math.min(authority.profile.validityDays, policy.certificateDays);
    try {
        return await (0,issue_certificate/* issueCertificate */.D)({
            request: order.request,
            appId: order.appId,
            profile: { ...authority.profile, validityDays },
            issuer: authority.issuer,
            signer: authority.signer,
            serial: order.serial,
            notBefore: new Date(order.now.getTime() - policy.backdateMinutes * minute),
        });
    }
    catch (error) {
        const why = error instanceof authority_error/* AuthorityError */.s ? error.code : 'the key could not be used';
        await repository.record([{ kind: 'void', serial: (0,x509_serial/* serialText */.S7)(order.serial), app: order.appId, why }], order.now);
        throw error;
    }
}

// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/issue.js








/** A rename takes another request out of the repository: that is what the bot's pull requests are for. */
const reasons = replacementReasons.filter((why) => why !== 'rename');
const issue = {
    name: 'issue',
    usage: 'APP_ID --repository DIR --ca CA_DIR',
    summary: 'Issues the certificate for APP_ID/APP_ID.csr of the repository, beside it.',
    options: {
        ...repository_option/* signingOptions */.Q2,
        profile: { type: 'string', value: 'P', help: 'nextcloud-v1 or code-signing (default: what ca.yml says)' },
        'approved-by': { type: 'string', value: 'WHO', multiple: true, help: 'who decided; may be given more than once' },
        reason: { type: 'string', value: 'TEXT', help: 'why, where the review says that a person must decide' },
        replaces: {
            type: 'string',
            value: 'WHY',
            help: `why another key: ${reasons.join(', ')}; take-over ends the old certificate sooner, leaked at once`,
        },
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const [appId = ''] = args.positionals;
        const reason = args.text('reason');
        const why = readReason(args.text('replaces'));
        const { certificate, review, announced } = await (0,repository_option/* whileSigning */.n$)(args, terminal, (repository, authority, now) => issueForApp(repository, authority, {
            appId,
            now,
            approvals: args.texts('approved-by').map((by) => ({ by })),
            ...(why !== undefined && { replacement: { why } }),
            ...(reason !== undefined && { reason }),
        }));
        const issued = {
            app: appId,
            serial: (0,x509_serial/* serialText */.S7)(certificate.serial),
            notBefore: certificate.notBefore.toISOString(),
            notAfter: certificate.notAfter.toISOString(),
            fingerprint: certificate.fingerprint,
            file: (0,repository_repository/* certificatePath */.f)(appId),
            announced: announced.map(({ serial, on }) => ({ serial, on })),
            findings: review.findings,
        };
        if (json) {
            terminal.out((0,render_json/* renderJson */.h)(issued));
            return 'fine';
        }
        if (review.findings.length > 0)
            terminal.err((0,render_text/* renderText */.S)(review.findings));
        terminal.out(`${issued.file}: serial ${issued.serial}, valid until ${issued.notAfter.slice(0, 10)}\n`);
        for (const { serial, on } of announced)
            terminal.out(`the certificate ${serial} will be revoked on ${on.slice(0, 10)}\n`);
        return 'fine';
    },
};
function readReason(text) {
    const why = reasons.find((known) => known === text);
    if (text === undefined || why !== undefined)
        return why;
    throw new input_error/* InputError */.d('bad-usage', `"${text}" is not a reason for a replacement.`, {
        hint: `Use one of ${reasons.join(', ')}.`,
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


/***/ })

};
;