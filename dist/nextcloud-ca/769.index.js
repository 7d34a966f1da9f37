"use strict";
exports.id = 769;
exports.ids = [769];
exports.modules = {

/***/ 2769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  issue: () => (/* binding */ issue)
});

// EXTERNAL MODULE: ./build/bundle/common/render/text.js
var render_text = __webpack_require__(3254);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/crl/publish-crl.js + 3 modules
var publish_crl = __webpack_require__(1611);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/certificate-record.js
var certificate_record = __webpack_require__(5832);
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
;// CONCATENATED MODULE: ./build/bundle/ca/issue/issue-for-app.js
// SPDX-License-Identifier: MIT












const day = 86_400_000;
const minute = 60_000;
/**
 * Issues for `APP_ID/APP_ID.csr` of the repository: review, reserve the serial, sign, put the certificate in place,
 * record it. Where the review says no, neither a file nor a serial is left.
 * @throws AuthorityError `no-request`, `request-refused`, `needs-decision`, `nothing-to-do`, and those of `issueCertificate`
 */
async function issueForApp(repository, authority, order) {
    const { store, ledger, policy } = repository;
    const { appId, now, random = ca_random/* systemRandom */.v } = order;
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
    refuseIfNothingToDo(current, key, repository, now);
    const serial = (0,x509_serial/* randomSerial */.YG)((candidate) => ledger.isUsed(candidate), random);
    const reservation = reservationFor(repository, authority, order, key, (0,x509_serial/* serialText */.S7)(serial));
    const requestHash = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
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
function reservationFor({ ledger, policy }, { profile }, { appId, reason, takeOver }, key, serial) {
    const replaces = ledger.certificatesOf(appId).some((old) => old.key !== key);
    const days = takeOver === true ? policy.takeOverDays : policy.overlapDays;
    return {
        kind: 'reserve',
        serial,
        app: appId,
        key,
        profile: profile.name,
        ...(reason !== undefined && { reason }),
        ...(replaces && { overlapDays: policy.replacementRevoke === 'at-once' ? 0 : days }),
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
function refuseIfNothingToDo(current, key, { policy }, now) {
    if (current?.key !== key)
        return;
    const left = Math.floor((current.notAfter.getTime() - now.getTime()) / day);
    if (left <= policy.renewalDays)
        return;
    throw new authority_error/* AuthorityError */.s('nothing-to-do', `Nothing to do: ${current.app} has a certificate with this key for ${left} more days; nothing was written.`, { hint: `Renew it in its last ${policy.renewalDays} days.` });
}
/** Signs; where that fails, the reservation is voided before the error goes on. */
async function sign(repository, authority, order) {
    const { policy } = repository;
    const validityDays = Math.min(authority.profile.validityDays, policy.certificateDays);
    try {
        return await (0,issue_certificate/* issueCertificate */.D8)({
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

// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 1 modules
var repository_option = __webpack_require__(1948);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/issue.js





const issue = {
    name: 'issue',
    usage: 'APP_ID --repository DIR --ca CA_DIR',
    summary: 'Issues the certificate for APP_ID/APP_ID.csr of the repository, beside it.',
    options: {
        ...repository_option/* signingOptions */.Q2,
        profile: { type: 'string', value: 'P', help: 'nextcloud-v1 or code-signing (default: what ca.yml says)' },
        'approved-by': { type: 'string', value: 'WHO', multiple: true, help: 'who decided; may be given more than once' },
        reason: { type: 'string', value: 'TEXT', help: 'why, where the review says that a person must decide' },
        'take-over': { type: 'boolean', help: 'somebody else owns the app now: the old certificate is revoked sooner' },
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const [appId = ''] = args.positionals;
        const reason = args.text('reason');
        const { certificate, review, announced } = await (0,repository_option/* whileSigning */.n$)(args, terminal, (repository, authority, now) => issueForApp(repository, authority, {
            appId,
            now,
            approvals: args.texts('approved-by').map((by) => ({ by })),
            takeOver: args.flag('take-over'),
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
            terminal.out(`${JSON.stringify(issued, null, 2)}\n`);
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


/***/ })

};
;