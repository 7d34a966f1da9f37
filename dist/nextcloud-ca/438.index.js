"use strict";
exports.id = 438;
exports.ids = [438];
exports.modules = {

/***/ 7438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   expiring: () => (/* binding */ expiring),
/* harmony export */   expiringCertificates: () => (/* binding */ expiringCertificates),
/* harmony export */   withinOption: () => (/* binding */ withinOption)
/* harmony export */ });
/* harmony import */ var _common_render_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9495);
/* harmony import */ var _common_render_printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5578);
/* harmony import */ var _expiry_expiring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6405);
/* harmony import */ var _repository_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3460);
/* harmony import */ var _x509_serial_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2040);
/* harmony import */ var _repository_option_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2994);






const withinOption = {
    type: 'string',
    value: 'DAYS',
    help: 'how far to look ahead, e.g. 180d (default: 180d)',
};
const expiring = {
    name: 'expiring',
    usage: '--repository DIR --within 180d',
    summary: 'Names the certificates that end soon, by quarter, and who asked for them.',
    options: { repository: _repository_option_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOption */ .cx, within: withinOption, format: _repository_option_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonOption */ .Ec },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const json = (0,_repository_option_js__WEBPACK_IMPORTED_MODULE_3__/* .isJson */ .Fh)(args);
        const { quarters } = await expiringCertificates(args, terminal, new Date());
        const document = quarters.map(({ name, certificates }) => ({
            quarter: name,
            certificates: certificates.map(facts),
        }));
        terminal.out(json ? (0,_common_render_json_js__WEBPACK_IMPORTED_MODULE_4__/* .renderJson */ .h)(document) : quarters.map(paragraph).join('\n'));
        if (!json && quarters.length === 0)
            terminal.out('no certificate ends in that time\n');
        return 'fine';
    },
};
async function expiringCertificates(args, terminal, now) {
    const until = (0,_expiry_expiring_js__WEBPACK_IMPORTED_MODULE_0__/* .untilOf */ .g)(args.text('within') ?? '180d', now);
    const repository = await _repository_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .Repository */ .LN.open((0,_repository_option_js__WEBPACK_IMPORTED_MODULE_3__/* .openStore */ .Ch)(args, terminal));
    return { repository, quarters: await (0,_expiry_expiring_js__WEBPACK_IMPORTED_MODULE_0__/* .expiring */ .ZQ)(repository, now, until) };
}
function facts({ record, daysLeft }) {
    const { app, serial, notAfter, requestedBy, requestedAt } = record;
    return {
        app,
        serial: (0,_x509_serial_js__WEBPACK_IMPORTED_MODULE_2__/* .serialText */ .S7)(serial),
        notAfter: notAfter.toISOString(),
        daysLeft,
        requestedBy: requestedBy ?? null,
        requestedAt: requestedAt?.toISOString() ?? null,
    };
}
function paragraph({ name, certificates }) {
    const lines = certificates.map(({ record, daysLeft }) => {
        const left = daysLeft < 0 ? 'is over' : `${daysLeft} days left`;
        const asked = record.requestedBy === undefined ? '' : `, asked for by ${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(record.requestedBy)}`;
        return `  ${record.notAfter.toISOString().slice(0, 10)}  ${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(record.app)} (${left}${asked})\n`;
    });
    return `${name}: ${certificates.length}\n${lines.join('')}`;
}


/***/ }),

/***/ 6405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ quarterOf),
/* harmony export */   ZQ: () => (/* binding */ expiring),
/* harmony export */   g: () => (/* binding */ untilOf)
/* harmony export */ });
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8647);
/* harmony import */ var _repository_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3460);
// SPDX-License-Identifier: MIT



const day = 86_400_000;
/**
 * The certificates in the repository that end before `until`, by quarter: those that are there, count, and are not
 * revoked.
 */
async function expiring({ ledger, store }, now, until) {
    const ending = [...ledger.certificates()]
        .filter(({ notAfter, serial }) => notAfter <= until && ledger.revocationOf(serial) === undefined)
        .toSorted((a, b) => a.notAfter.getTime() - b.notAfter.getTime() || (a.app < b.app ? -1 : 1));
    const quarters = new Map();
    for (const record of ending) {
        const bytes = await store.read((0,_repository_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .certificatePath */ .f)(record.app));
        if (bytes === undefined || fingerprintOf(bytes) !== record.fingerprint)
            continue;
        const name = quarterOf(record.notAfter);
        const daysLeft = Math.floor((record.notAfter.getTime() - now.getTime()) / day);
        quarters.set(name, [...(quarters.get(name) ?? []), { record, daysLeft }]);
    }
    return [...quarters].map(([name, certificates]) => ({ name, certificates }));
}
function quarterOf(date) {
    return `${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}
/**
 * `180d` from now.
 * @throws InputError `bad-usage`
 */
function untilOf(within, now) {
    const days = /^(\d{1,5})d$/.exec(within)?.[1];
    if (days === undefined) {
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `"${within}" is not a number of days.`, { hint: 'Give for example 180d.' });
    }
    return new Date(now.getTime() + Number(days) * day);
}
function fingerprintOf(bytes) {
    try {
        return _common_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .Certificate */ .us.fromPem(Buffer.from(bytes).toString('latin1')).fingerprint;
    }
    catch (error) {
        if (error instanceof _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d)
            return undefined;
        throw error;
    }
}


/***/ })

};
;