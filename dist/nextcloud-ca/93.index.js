"use strict";
exports.id = 93;
exports.ids = [93];
exports.modules = {

/***/ 5566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  revoke: () => (/* binding */ revoke_revoke)
});

// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/render/json.js
var render_json = __webpack_require__(9495);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/ca/crl/revocation-reason.js
var revocation_reason = __webpack_require__(4102);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/certificate-record.js
var certificate_record = __webpack_require__(5832);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/ledger-line.js
var ledger_line = __webpack_require__(4638);
// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/ca/crl/publish-crl.js + 3 modules
var publish_crl = __webpack_require__(2592);
;// CONCATENATED MODULE: ./build/bundle/ca/crl/revoke.js
// SPDX-License-Identifier: MIT







const day = 86_400_000;
/**
 * Revokes, or announces it. Where a key leaked, every certificate of that key is revoked, and the key is blocked for ever.
 * @throws AuthorityError `nothing-to-revoke`; InputError `bad-usage` where the date makes no sense
 */
async function revoke(repository, authority, order) {
    const { ledger } = repository;
    const { reason, now } = order;
    if (order.unknown === true)
        return revokeUnknown(repository, authority, order);
    const targets = targetsOf(ledger, order.target);
    const certificates = reason === 'keyCompromise' ? withSameKeys(ledger, targets) : targets;
    const date = order.date ?? now;
    if (order.date !== undefined)
        refuseImpossible(order.date, now, certificates);
    const blocked = reason === 'keyCompromise' ? blockedKeys(ledger, certificates) : [];
    const lines = certificates.map(({ serial, app }) => ({ serial: (0,x509_serial/* serialText */.S7)(serial), app, reason }));
    if (date > now) {
        const announced = lines.map((line) => ({ kind: 'announce', ...line, on: (0,ledger_line/* timeText */.Tc)(date) }));
        await repository.record([...blocked, ...announced], now);
        return { certificates, on: date };
    }
    // one line for a serial, also where it stands for two apps: the list knows serials only
    const once = new Map(lines.map((line) => [line.serial, line]));
    const revoked = [...once.values()].map((line) => ({
        kind: 'revoke',
        ...line,
        date: (0,ledger_line/* timeText */.Tc)(date),
        ...order.told,
    }));
    return { certificates, on: date, crl: await (0,publish_crl/* publishCrl */.J)(repository, authority, now, revoked, blocked) };
}
/** A serial that the ledger does not know may be given out all the same, by hand or by somebody who has the key. */
async function revokeUnknown(repository, authority, { target, reason, now, date = now }) {
    const serial = serialOf(target);
    if (serial === undefined)
        throw badSerial(`${(0,review_subject/* quote */.hD)(target)} is not a serial.`);
    const { ledger } = repository;
    if (ledger.certificatesOfSerial(serial).length > 0)
        throw badSerial(`The ledger knows ${target}: it is not unknown.`);
    if (ledger.revocationOf(serial) !== undefined)
        throw nothingToRevoke(target, 'is revoked already');
    if (date > now)
        throw badDate('What nobody knows cannot be announced to anybody.');
    const revoked = { kind: 'revoke', serial: (0,x509_serial/* serialText */.S7)(serial), reason, date: (0,ledger_line/* timeText */.Tc)(date) };
    return { certificates: [], on: date, crl: await (0,publish_crl/* publishCrl */.J)(repository, authority, now, [revoked]) };
}
/**
 * The certificates that a revocation would hit: for an app all that are not revoked and have its current key, for a
 * serial every app that it was ever issued to.
 */
function targetsOf(ledger, target) {
    const current = (0,certificate_record/* currentCertificate */.JQ)(ledger, target);
    const serial = serialOf(target);
    const candidates = current !== undefined
        ? ledger.certificatesOf(target).filter(({ key }) => key === current.key)
        : serial !== undefined
            ? ledger.certificatesOfSerial(serial)
            : [];
    const targets = candidates.filter((one) => ledger.revocationOf(one.serial) === undefined);
    // 15 serials of the past stand for two apps, and who revokes one hits the other
    if (targets.length > 0)
        return [...new Set(targets.flatMap((one) => ledger.certificatesOfSerial(one.serial)))];
    const revoked = candidates.length > 0 || ledger.certificatesOf(target).length > 0;
    throw nothingToRevoke(target, revoked ? 'is revoked already' : 'is in no line of the ledger');
}
function serialOf(target) {
    return /^(?:0x[0-9a-f]{1,40}|[0-9]{1,48})$/i.test(target) ? BigInt(target) : undefined;
}
function nothingToRevoke(target, why) {
    return new authority_error/* AuthorityError */.s('nothing-to-revoke', `${(0,review_subject/* quote */.hD)(target)} ${why}; nothing was written.`, {
        hint: 'Give the id of an app, or a serial as 0x and hex digits or in decimal; where nobody recorded it, with --unknown.',
    });
}
/** A renewal has the key of the certificate before: who has the key can sign with both. */
function withSameKeys(ledger, targets) {
    const same = targets.flatMap(({ key }) => ledger.certificatesOfKey(key));
    return [...new Set(same)].filter(({ serial }) => ledger.revocationOf(serial) === undefined);
}
function refuseImpossible(date, now, certificates) {
    const first = Math.min(...certificates.map(({ notBefore }) => notBefore.getTime()));
    const last = Math.max(...certificates.map(({ notAfter }) => notAfter.getTime()));
    const [given, issued, ends] = [date, new Date(first), new Date(last)].map((at) => at.toISOString().slice(0, 10));
    // a day without a time is its midnight: that of the day of issuance lies before the certificate
    if (date.getTime() <= first - day)
        throw badDate(`On ${given} there was no certificate: it was issued on ${issued}.`);
    if (date > now && date.getTime() > last)
        throw badDate(`On ${given} the certificate is over: it ends on ${ends}.`);
}
function badSerial(what) {
    return new input_error/* InputError */.d('bad-usage', what, {
        hint: 'Give a serial as 0x and hex digits or in decimal, and --unknown only where the ledger does not have it.',
    });
}
function badDate(what) {
    return new input_error/* InputError */.d('bad-usage', what, { hint: 'Give a date between the two with --date, or none for now.' });
}
function blockedKeys(ledger, certificates) {
    const keys = new Set(certificates.map(({ key }) => key).filter((key) => ledger.blockedKey(key) === undefined));
    return [...keys].map((key) => ({ kind: 'block-key', key, why: 'a certificate of it was revoked: keyCompromise' }));
}

// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/revoke.js








const revoke_revoke = {
    name: 'revoke',
    usage: 'APP_ID-or-SERIAL --reason R [--date D] --repository DIR --ca CA_DIR',
    summary: 'Revokes a certificate, now or on a day to come, and makes the new revocation list.',
    options: {
        ...repository_option/* signingOptions */.Q2,
        reason: { type: 'string', value: 'R', help: 'keyCompromise, superseded, cessationOfOperation, … (RFC 5280)' },
        date: { type: 'string', value: 'D', help: 'a day or an instant; in the future: announced (default: now)' },
        unknown: { type: 'boolean', help: 'the serial is in no line of the ledger, and is to be revoked all the same' },
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const [target = ''] = args.positionals;
        const reason = (0,revocation_reason/* reasonByName */.V)(args.required('reason'));
        const date = readDate(args.text('date'));
        const { certificates, on, crl } = await (0,repository_option/* whileSigning */.n$)(args, terminal, (repository, authority, now) => revoke(repository, authority, {
            ...{ target, reason, now, unknown: args.flag('unknown') },
            ...(date !== undefined && { date }),
        }));
        const revoked = certificates.map(({ app, serial, key, notBefore, notAfter }) => ({
            app,
            serial: (0,x509_serial/* serialText */.S7)(serial),
            serialDecimal: serial.toString(),
            key,
            issued: notBefore.toISOString(),
            validUntil: notAfter.toISOString(),
        }));
        const done = crl !== undefined;
        if (json) {
            const list = crl && { file: repository/* crlPath */.Dk, number: crl.number, entries: crl.entries, nextUpdate: crl.nextUpdate };
            terminal.out((0,render_json/* renderJson */.h)({ revoked, reason, on: on.toISOString(), done, crl: list ?? null }));
            return 'fine';
        }
        if (revoked.length === 0)
            terminal.out(`revoked: ${(0,printable/* printable */.g)(target)}, which nobody recorded\n`);
        for (const { app, serial, serialDecimal, key, issued, validUntil } of revoked) {
            terminal.out(`${done ? 'revoked' : `to be revoked on ${on.toISOString()}`}: ${(0,printable/* printable */.g)(app)}, serial ${serial} (${serialDecimal})\n`);
            terminal.out(`  key ${key}\n  used since ${issued.slice(0, 10)}, would have ended on ${validUntil.slice(0, 10)}\n`);
        }
        if (done)
            terminal.out(`${repository/* crlPath */.Dk}: number ${crl.number}, ${crl.entries} entries. It has to reach the store and every server.\n`);
        return 'fine';
    },
};
function readDate(text) {
    if (text === undefined)
        return undefined;
    const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/.test(text) ? new Date(text) : new Date(NaN);
    // 30 February is read as 2 March
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10)))
        return date;
    throw new input_error/* InputError */.d('bad-usage', `"${text}" is not a date.`, {
        hint: 'Give 2026-12-31 or 2026-12-31T12:00:00Z, in UTC.',
    });
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