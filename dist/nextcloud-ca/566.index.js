"use strict";
exports.id = 566;
exports.ids = [566];
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
// EXTERNAL MODULE: ./build/bundle/ca/crl/revocation-reason.js
var revocation_reason = __webpack_require__(4102);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/certificate-record.js
var certificate_record = __webpack_require__(5832);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/ledger-line.js
var ledger_line = __webpack_require__(2257);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/ca/crl/publish-crl.js + 3 modules
var publish_crl = __webpack_require__(1611);
;// CONCATENATED MODULE: ./build/bundle/ca/crl/revoke.js





/**
 * Revokes, or announces it. A key that leaked is blocked for ever as well.
 * @throws AuthorityError `nothing-to-revoke`
 */
async function revoke(repository, authority, order) {
    const { ledger } = repository;
    const { reason, now } = order;
    const certificates = targetsOf(ledger, order.target);
    const date = order.date ?? now;
    const blocked = reason === 'keyCompromise' ? blockedKeys(ledger, certificates) : [];
    const lines = certificates.map(({ serial, app }) => ({ serial: (0,x509_serial/* serialText */.S7)(serial), app, reason }));
    if (date > now) {
        const announced = lines.map((line) => ({ kind: 'announce', ...line, on: (0,ledger_line/* timeText */.T)(date) }));
        await repository.record([...blocked, ...announced], now);
        return { certificates, on: date };
    }
    // one line for a serial, also where it stands for two apps: the list knows serials only
    const once = new Map(lines.map((line) => [line.serial, line]));
    const revoked = [...once.values()].map((line) => ({
        kind: 'revoke',
        ...line,
        date: (0,ledger_line/* timeText */.T)(date),
    }));
    return { certificates, on: date, crl: await (0,publish_crl/* publishCrl */.J)(repository, authority, now, revoked, blocked) };
}
/**
 * The certificates that a revocation would hit: for an app all that are not revoked and have its current key, for a
 * serial every app that it was ever issued to.
 */
function targetsOf(ledger, target) {
    const current = (0,certificate_record/* currentCertificate */.JQ)(ledger, target);
    const isSerial = /^(?:0x[0-9a-f]+|[0-9]+)$/i.test(target);
    const candidates = current !== undefined
        ? ledger.certificatesOf(target).filter(({ key }) => key === current.key)
        : isSerial
            ? ledger.certificatesOfSerial(BigInt(target))
            : [];
    const targets = candidates.filter(({ serial }) => ledger.revocationOf(serial) === undefined);
    if (targets.length > 0)
        return targets;
    const why = candidates.length > 0 || ledger.certificatesOf(target).length > 0
        ? 'is revoked already'
        : 'is in no line of the ledger';
    throw new authority_error/* AuthorityError */.s('nothing-to-revoke', `"${target}" ${why}; nothing was written.`, {
        hint: 'Give the id of an app, or a serial as 0x and hex digits or in decimal.',
    });
}
function blockedKeys(ledger, certificates) {
    const keys = new Set(certificates.map(({ key }) => key).filter((key) => ledger.blockedKey(key) === undefined));
    return [...keys].map((key) => ({ kind: 'block-key', key, why: 'a certificate of it was revoked: keyCompromise' }));
}

// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 1 modules
var repository_option = __webpack_require__(1948);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/revoke.js






const revoke_revoke = {
    name: 'revoke',
    usage: 'APP_ID-or-SERIAL --reason R [--date D] --repository DIR --ca CA_DIR',
    summary: 'Revokes a certificate, now or on a day to come, and makes the new revocation list.',
    options: {
        ...repository_option/* signingOptions */.Q2,
        reason: { type: 'string', value: 'R', help: 'keyCompromise, superseded, cessationOfOperation, … (RFC 5280)' },
        date: { type: 'string', value: 'D', help: 'a day or an instant; in the future: announced (default: now)' },
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const [target = ''] = args.positionals;
        const reason = (0,revocation_reason/* reasonByName */.V)(args.required('reason'));
        const date = readDate(args.text('date'));
        const { certificates, on, crl } = await (0,repository_option/* whileSigning */.n$)(args, terminal, (repository, authority, now) => revoke(repository, authority, { target, reason, now, ...(date !== undefined && { date }) }));
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
            terminal.out(`${JSON.stringify({ revoked, reason, on: on.toISOString(), done, crl: list ?? null }, null, 2)}\n`);
            return 'fine';
        }
        for (const { app, serial, serialDecimal, key, issued, validUntil } of revoked) {
            terminal.out(`${done ? 'revoked' : `to be revoked on ${on.toISOString()}`}: ${app}, serial ${serial} (${serialDecimal})\n`);
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
    if (!Number.isNaN(date.getTime()))
        return date;
    throw new input_error/* InputError */.d('bad-usage', `"${text}" is not a date.`, {
        hint: 'Give 2026-12-31 or 2026-12-31T12:00:00Z, in UTC.',
    });
}


/***/ })

};
;