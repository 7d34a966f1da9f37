"use strict";
exports.id = 259;
exports.ids = [259];
exports.modules = {

/***/ 6368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  crl: () => (/* binding */ crl_crl)
});

// EXTERNAL MODULE: ./build/bundle/common/crl.js
var crl = __webpack_require__(7299);
// EXTERNAL MODULE: ./build/bundle/common/render/json.js
var render_json = __webpack_require__(9495);
// EXTERNAL MODULE: ./build/bundle/ca/crl/publish-crl.js + 3 modules
var publish_crl = __webpack_require__(2592);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository_repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/import/import-history.js
var import_history = __webpack_require__(3995);
;// CONCATENATED MODULE: ./build/bundle/ca/import/adopt-list.js




/**
 * Takes a list for the last one, of which the ledger does not know: it was published, and then an older backup was put
 * back. Nothing that is on it is lost, and the next list has a higher number.
 * @throws AuthorityError `bad-crl` where it is not newer, or not signed by this authority
 */
async function adoptList(repository, { issuer }, list, now, file = 'the list') {
    const { store, ledger } = repository;
    const last = BigInt(ledger.crl?.number ?? 0);
    if (!list.isSignedBy(issuer))
        throw badCrl(`${file} is not signed by this authority.`, file);
    if ((list.number ?? 0n) <= last) {
        throw badCrl(`${file} has the number ${list.number ?? 0n}, the ledger’s last is ${last}: nothing is newer.`, file);
    }
    const entries = (0,import_history/* entriesOfList */._t)(list, (serial) => ledger.revocationOf(serial) !== undefined, (serial) => {
        const apps = new Set(ledger.certificatesOfSerial(serial).map(({ app }) => app));
        return apps.size === 1 ? [...apps][0] : undefined;
    });
    // in the order of publishCrl: a draft until the ledger speaks of it
    await store.replace(repository_repository/* pendingCrlPath */.UD, Buffer.from((0,pem/* encodePem */.T)('X509 CRL', list.der), 'latin1'));
    await repository.record(entries, now);
    await store.rename(repository_repository/* pendingCrlPath */.UD, repository_repository/* crlPath */.Dk);
}
function badCrl(what, file) {
    return new authority_error/* AuthorityError */.s('bad-crl', what, {
        hint: 'Give the list that the store has, e.g. downloaded from it, where its number is the higher one.',
        file,
    });
}

// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/crl.js






const crl_crl = {
    name: 'crl',
    usage: '--repository DIR --ca CA_DIR',
    summary: 'Makes the revocation list anew, and revokes what was announced for today or before.',
    options: {
        ...repository_option/* signingOptions */.Q2,
        after: {
            type: 'string',
            value: 'FILE',
            help: 'a newer list that the ledger does not know, because an older backup was put back: go on from there',
        },
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const after = args.text('after');
        const newer = after === undefined ? undefined : crl/* CertificateRevocationList */.k.from((0,repository_option/* readBytes */.io)(terminal, after), after);
        const { number, entries, thisUpdate, nextUpdate } = await (0,repository_option/* whileSigning */.n$)(args, terminal, async (repository, authority, now) => {
            if (newer !== undefined)
                await adoptList(repository, authority, newer, now, after);
            return (0,publish_crl/* publishCrl */.J)(repository, authority, now);
        });
        const list = { file: repository_repository/* crlPath */.Dk, number, entries, thisUpdate, nextUpdate };
        terminal.out(json ? (0,render_json/* renderJson */.h)(list) : `${repository_repository/* crlPath */.Dk}: number ${number}, ${entries} entries, next update until ${nextUpdate}\n`);
        return 'fine';
    },
};


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