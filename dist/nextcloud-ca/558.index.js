"use strict";
exports.id = 558;
exports.ids = [558,438];
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

/***/ 6558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renewals: () => (/* binding */ renewals)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/render/json.js
var render_json = __webpack_require__(9495);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/review/request-file.js + 1 modules
var request_file = __webpack_require__(9424);
// EXTERNAL MODULE: ./build/bundle/ca/review/review.js + 7 modules
var review = __webpack_require__(1886);
// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
;// CONCATENATED MODULE: ./build/bundle/ca/expiry/renewal.js
// SPDX-License-Identifier: MIT






/** Same key, new certificate, no revocation; or in words why that cannot be. */
async function renewal({ store, ledger, policy }, { record }, now) {
    const { app, key } = record;
    const path = (0,repository/* requestPath */.Zq)(app);
    const bytes = await store.read(path);
    if (bytes === undefined)
        return 'there is no request beside the certificate';
    const file = new request_file/* RequestFile */.s(path, bytes);
    const { request } = file;
    if (request === undefined || (0,review_subject/* keyHash */.aE)(request.spki) !== key) {
        return 'the request beside the certificate is not the one that was certified';
    }
    const { ok, findings } = (0,review/* review */.N)({ file, policy, now, repository: { path, knowledge: ledger } });
    if (!ok) {
        const rules = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
        return `the request would be refused today: ${rules.join(', ')}`;
    }
    const pem = request.toPem();
    // a pull request has to change something, and signing the same again gives the same bytes: an empty line comes or goes
    const text = Buffer.from(pem, 'latin1').equals(bytes) ? `${pem}\n` : pem;
    return {
        app,
        files: new Map([
            [path, Buffer.from(text, 'latin1')],
            // beside the folder: what is copied into the repository is the request alone
            [`${app}.md`, Buffer.from(pullRequestText({ record }), 'utf8')],
        ]),
    };
}
function pullRequestText({ record }) {
    const { app, serial, notAfter, requestedBy, requestedAt } = record;
    const on = requestedAt === undefined ? '' : ` on ${requestedAt.toISOString().slice(0, 10)}`;
    // as code: a name that somebody chose mentions nobody, and is no link
    const asked = requestedBy === undefined ? '' : `It was asked for by \`${nameOf(requestedBy)}\`${on}.\n`;
    return `# Renew the certificate of ${app}

The certificate of \`${app}\` (serial ${(0,x509_serial/* serialText */.S7)(serial)}) ends on ${notAfter.toISOString().slice(0, 10)}.
${asked}
This renews it: the same request with the same key gets a new certificate; at most an empty line at the end of the file is
another. Nothing is revoked; the old certificate stays valid until it ends, and everything that was released with it can be
installed.

When the new certificate is here:

1. Keep signing releases with the old one until its last weeks: both work.
2. Register the new certificate in the store only together with the next release. **Registering another certificate
   deletes all releases of the app from the store**, also where the key is the same.
3. Publish the release that is signed with the new certificate right after that.
`;
}
/** Without the address, which need not be in public once more. */
function nameOf(author) {
    return (0,printable/* printable */.g)(author.replace(/ ?<[^>]*>$/, '')).replaceAll('`', '');
}

// EXTERNAL MODULE: ./build/bundle/ca/cli/expiring.js
var expiring = __webpack_require__(7438);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/renewals.js
// SPDX-License-Identifier: MIT







const renewals = {
    name: 'renewals',
    usage: '--repository DIR --within 180d --out DIR',
    summary: 'Writes a pull request for each certificate that ends soon: the same key, a new certificate, no revocation.',
    options: {
        repository: repository_option/* repositoryOption */.cx,
        within: expiring.withinOption,
        out: {
            type: 'string',
            value: 'DIR',
            help: 'where they go: APP_ID/APP_ID.csr, and beside the folder APP_ID.md with the words',
        },
        format: repository_option/* jsonOption */.Ec,
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const json = (0,repository_option/* isJson */.Fh)(args);
        const out = (0,external_node_path_.resolve)(terminal.cwd, args.required('out'));
        const now = new Date();
        const { repository, quarters } = await (0,expiring.expiringCertificates)(args, terminal, now);
        const written = [];
        const passedOver = [];
        for (const certificate of quarters.flatMap(({ certificates }) => certificates)) {
            const made = await renewal(repository, certificate, now);
            if (typeof made === 'string') {
                passedOver.push({ app: certificate.record.app, why: made });
                continue;
            }
            for (const [path, bytes] of made.files) {
                const file = (0,external_node_path_.join)(out, path);
                (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
                (0,external_node_fs_.writeFileSync)(file, bytes);
            }
            written.push(made.app);
        }
        if (json) {
            terminal.out((0,render_json/* renderJson */.h)({ written, passedOver }));
            return 'fine';
        }
        terminal.out(`${out}: ${written.length} renewals\n`);
        for (const { app, why } of passedOver)
            terminal.out(`passed over: ${(0,printable/* printable */.g)(app)}: ${why}\n`);
        return 'fine';
    },
};


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