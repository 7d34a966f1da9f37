"use strict";
exports.id = 948;
exports.ids = [948];
exports.modules = {

/***/ 1948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cb: () => (/* binding */ caOption),
  Fh: () => (/* binding */ isJson),
  Ec: () => (/* binding */ jsonOption),
  pG: () => (/* binding */ openCaFolder),
  Ch: () => (/* binding */ openStore),
  cx: () => (/* binding */ repositoryOption),
  Q2: () => (/* binding */ signingOptions),
  n$: () => (/* binding */ whileSigning)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/ca/repository/folder-store.js
var folder_store = __webpack_require__(9204);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/crl.js
var crl = __webpack_require__(7299);
// EXTERNAL MODULE: ./build/bundle/ca/issue/entries-of-issued.js
var entries_of_issued = __webpack_require__(6341);
// EXTERNAL MODULE: ./build/bundle/ca/review/review-subject.js
var review_subject = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository_repository = __webpack_require__(3460);
;// CONCATENATED MODULE: ./build/bundle/ca/repository/recover.js
// SPDX-License-Identifier: MIT








/**
 * Brings to its end what a run that broke off had begun; needs no key. A list that the ledger speaks of is put in place,
 * any other draft of one is thrown away; a reserved serial whose certificate is there and right is recorded as issued,
 * any other is voided.
 * @returns what was done, in words, for the log
 */
async function recover(repository, issuer, now) {
    return [...(await recoverCrl(repository)), ...(await recoverReservations(repository, issuer, now))];
}
async function recoverCrl({ store, ledger }) {
    const pending = await store.read(repository_repository/* pendingCrlPath */.UD);
    if (pending === undefined)
        return [];
    if (ledger.crl !== undefined && sha256OfCrl(pending) === ledger.crl.sha256) {
        await store.rename(repository_repository/* pendingCrlPath */.UD, repository_repository/* crlPath */.Dk);
        return [`the revocation list ${ledger.crl.number} was put in place`];
    }
    await store.remove(repository_repository/* pendingCrlPath */.UD);
    return ['a revocation list that was never recorded was thrown away'];
}
function sha256OfCrl(bytes) {
    try {
        return (0,external_node_crypto_.createHash)('sha256').update(crl/* CertificateRevocationList */.k.from(bytes).der).digest('hex');
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
}
async function recoverReservations(repository, issuer, now) {
    const done = [];
    for (const reservation of repository.ledger.openReservations) {
        const { serial, app } = reservation;
        const certificate = await readCertificate(repository, app);
        if (certificate !== undefined && isRight(certificate, reservation, issuer)) {
            await repository.record((0,entries_of_issued/* entriesOfIssued */.h)(repository.ledger, reservation, certificate, now), now);
            done.push(`the certificate ${serial} for ${app}, signed by a run that broke off, was recorded`);
        }
        else {
            await repository.record([{ kind: 'void', serial, app, why: 'the run broke off before it signed' }], now);
            done.push(`the serial ${serial}, reserved for ${app} by a run that broke off, was voided`);
        }
    }
    return done;
}
async function readCertificate({ store }, app) {
    const bytes = await store.read((0,repository_repository/* certificatePath */.f)(app));
    if (bytes === undefined)
        return undefined;
    try {
        return certificate/* Certificate */.us.fromPem(Buffer.from(bytes).toString('latin1'));
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
}
function isRight(certificate, { serial, app, key }, issuer) {
    return ((0,x509_serial/* serialText */.S7)(certificate.serial) === serial &&
        (0,review_subject/* keyHash */.aE)(certificate.spki) === key &&
        certificate.commonNames.length === 1 &&
        certificate.commonNames[0] === app &&
        certificate.isSignedBy(issuer.publicKey));
}

// EXTERNAL MODULE: ./build/bundle/ca/cli/ca-folder.js
var ca_folder = __webpack_require__(7519);
// EXTERNAL MODULE: ./build/bundle/ca/cli/secret.js
var secret = __webpack_require__(9826);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/repository-option.js
// SPDX-License-Identifier: MIT







const repositoryOption = {
    type: 'string',
    value: 'DIR',
    help: 'checkout of the certificate repository',
};
const caOption = {
    type: 'string',
    value: 'CA_DIR',
    help: 'folder that "init" made: key, certificates, ca.yml',
};
const jsonOption = { type: 'string', value: 'FORMAT', help: 'text or json (default: text)' };
/** What every command that signs takes. */
const signingOptions = {
    repository: repositoryOption,
    ca: caOption,
    ...secret/* passphraseOptions */.D,
    format: jsonOption,
};
function isJson(args) {
    const format = args.text('format') ?? 'text';
    if (format === 'json' || format === 'text')
        return format === 'json';
    throw new input_error/* InputError */.d('bad-usage', `"${format}" is not a format of this command.`, { hint: 'Use text or json.' });
}
function openStore(args, terminal) {
    return new folder_store/* FolderStore */.c((0,external_node_path_.resolve)(terminal.cwd, args.required('repository')));
}
function openCaFolder(args, terminal) {
    return new ca_folder/* CaFolder */.R((0,external_node_path_.resolve)(terminal.cwd, args.required('ca')));
}
/**
 * Opens key and repository, finishes what an earlier run left, and runs the action while nobody else writes. What the
 * key needs is asked before the repository is locked.
 */
async function whileSigning(args, terminal, action) {
    const folder = openCaFolder(args, terminal);
    const store = openStore(args, terminal);
    const authority = folder.open(await (0,secret/* readPassphrase */.j)(args, terminal), args.text('profile'));
    return whileWriting(store, authority.issuer, terminal, (repository, now) => action(repository, authority, now));
}
async function whileWriting(store, issuer, terminal, action) {
    return store.locked(async () => {
        const now = new Date();
        const repository = await repository_repository/* Repository */.LN.openToWrite(store);
        for (const what of await recover(repository, issuer, now))
            terminal.err(`An earlier run broke off: ${what}.\n`);
        return action(repository, now);
    });
}


/***/ }),

/***/ 6341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ entriesOfIssued)
/* harmony export */ });
/* harmony import */ var _ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _x509_serial_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2040);


const day = 86_400_000;
/**
 * What the ledger says when a reserved certificate is in its place: that it was issued, and when those are revoked that
 * the app had under another key. Replacing is not revoking: the day is said now, and comes later.
 */
function entriesOfIssued(ledger, { serial, app, key, profile, reason, overlapDays = 0 }, certificate, now) {
    const issued = {
        kind: 'issue',
        serial,
        app,
        key,
        fingerprint: certificate.fingerprint,
        notBefore: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_0__/* .timeText */ .T)(certificate.notBefore),
        notAfter: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_0__/* .timeText */ .T)(certificate.notAfter),
        ...(profile !== undefined && { profile }),
        ...(reason !== undefined && { reason }),
    };
    const on = (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_0__/* .timeText */ .T)(new Date(now.getTime() + overlapDays * day));
    const announced = ledger
        .certificatesOf(app)
        .filter((old) => old.key !== key && old.notAfter > now)
        .filter((old) => ledger.revocationOf(old.serial) === undefined && ledger.announcementOf(old.serial) === undefined)
        .map((old) => {
        const why = reason !== undefined && { why: reason };
        return { kind: 'announce', serial: (0,_x509_serial_js__WEBPACK_IMPORTED_MODULE_1__/* .serialText */ .S7)(old.serial), app, reason: 'superseded', on, ...why };
    });
    return [issued, ...announced];
}


/***/ }),

/***/ 5832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JQ: () => (/* binding */ currentCertificate),
/* harmony export */   Pw: () => (/* binding */ announcementRecord),
/* harmony export */   W0: () => (/* binding */ revocationRecord),
/* harmony export */   rv: () => (/* binding */ certificateRecord)
/* harmony export */ });
/** The certificate that counts: the newest that is not revoked. */
function currentCertificate(knowledge, app) {
    return knowledge.certificatesOf(app).findLast(({ serial }) => knowledge.revocationOf(serial) === undefined);
}
function certificateRecord(line) {
    return {
        serial: BigInt(`0x${line.serial}`),
        app: line.app,
        key: line.key,
        fingerprint: line.fingerprint,
        notBefore: new Date(line.notBefore),
        notAfter: new Date(line.notAfter),
        imported: line.imported === true,
        recordedAt: new Date(line.at),
        ...(line.requestedAt !== undefined && { requestedAt: new Date(line.requestedAt) }),
        ...(line.requestedBy !== undefined && { requestedBy: line.requestedBy }),
        ...(line.reason !== undefined && { reason: line.reason }),
    };
}
function announcementRecord({ serial, app, reason, on, why }) {
    return { serial: BigInt(`0x${serial}`), app, reason, on: new Date(on), why };
}
function revocationRecord({ serial, app, reason, date }) {
    return { serial: BigInt(`0x${serial}`), app, reason, date: new Date(date) };
}


/***/ }),

/***/ 2257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ timeText),
/* harmony export */   t: () => (/* binding */ checkLine)
/* harmony export */ });
/** The fields that a line of each kind must have, and their form; others may be there, and are kept. */
const forms = (() => {
    const hex = /^[1-9a-f][0-9a-f]{0,39}$/;
    const sha256 = /^[0-9a-f]{64}$/;
    const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
    const text = /^[^\0]*$/s;
    return {
        import: { partial: 'boolean', certificates: 'number', revocations: 'number' },
        reserve: { serial: hex, app: text, key: sha256 },
        void: { serial: hex, app: text, why: text },
        issue: { serial: hex, app: text, key: sha256, fingerprint: sha256, notBefore: time, notAfter: time },
        announce: { serial: hex, app: text, reason: text, on: time },
        revoke: { serial: hex, reason: text, date: time },
        crl: { number: /^\d{1,49}$/, thisUpdate: time, nextUpdate: time, sha256, entries: 'number' },
        approval: { app: text, request: sha256, by: text },
        'block-key': { key: sha256, why: text },
    };
})();
/** The entry that a parsed line is; otherwise in words why it is none. */
function checkLine(value) {
    if (typeof value !== 'object' || value === null)
        return 'it is not an object';
    const fields = value;
    const form = typeof fields.kind === 'string' && Object.hasOwn(forms, fields.kind) ? forms[fields.kind] : undefined;
    if (form === undefined)
        return 'its kind is unknown';
    for (const name in form) {
        const wanted = form[name];
        const field = fields[name];
        const fits = wanted instanceof RegExp ? typeof field === 'string' && wanted.test(field) : typeof field === wanted;
        if (!fits)
            return `its field "${name}" is missing or has another form`;
    }
    return value;
}
/** ISO 8601 in UTC without fractions of a second */
function timeText(date) {
    return `${date.toISOString().slice(0, 19)}Z`;
}


/***/ }),

/***/ 8129:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ Ledger)
});

// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/certificate-record.js
var certificate_record = __webpack_require__(5832);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/ledger-line.js
var ledger_line = __webpack_require__(2257);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/ledger-chain.js
// SPDX-License-Identifier: MIT



/** `prev` of the first line */
const beginning = '0'.repeat(64);
const newline = 0x0a;
/** one line of the largest kind has 700 bytes */
const maxLine = 64 * 1024;
/** The lines of a ledger, one append after the other, for as long as each carries the hash of the line before. */
function* readChain(bytes, file) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let append = [];
    let prev = beginning;
    let number = 1;
    for (let start = 0; start < buffer.length; number++) {
        const end = buffer.indexOf(newline, start);
        if (end === -1)
            return { torn: true, problem: broken(file, number, 'it is not ended by a newline: it was cut off') };
        const text = buffer.toString('utf8', start, end);
        const line = parseLine(text, prev);
        if (typeof line === 'string')
            return { torn: false, problem: broken(file, number, line) };
        prev = hashOf(text);
        append.push({ line, hash: prev, length: end + 1 - start });
        if (line.more !== true) {
            yield append;
            append = [];
        }
        start = end + 1;
    }
    if (append.length === 0)
        return { torn: false };
    return { torn: true, problem: broken(file, number - 1, 'lines that belong to it are missing: it was cut off') };
}
/** In one call: a hash object for each of a million lines costs three times as much. */
function hashOf(text) {
    return (0,external_node_crypto_.hash)('sha256', text, 'hex');
}
function parseLine(text, prev) {
    if (text.length > maxLine)
        return `it has more than ${maxLine} characters`;
    try {
        const line = (0,ledger_line/* checkLine */.t)(JSON.parse(text));
        if (typeof line === 'string' || line.prev === prev)
            return line;
        return 'it does not carry the hash of the line before: that line was changed, or one is missing';
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return 'it is not JSON';
        throw error;
    }
}
function broken(file, line, what) {
    return new authority_error/* AuthorityError */.s('ledger-broken', `${file}:${line}: the chain is broken at this line: ${what}.`, {
        hint: 'Compare the file with its history in git, and take back the last version whose chain is whole.',
        file,
        line,
    });
}

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/ledger.js
// SPDX-License-Identifier: MIT




/**
 * The ledger: append-only JSON Lines, each with the hash of the line before, and what they say all together. It lives in
 * memory; {@link Ledger.append} returns the line that has to be kept before anything else happens.
 */
class Ledger {
    #last = beginning;
    #length = 0;
    #lineCount = 0;
    #partial = false;
    /** the bytes, as they were read and appended */
    #parts = [];
    #byApp = new Map();
    #byKey = new Map();
    #bySerial = new Map();
    #reserved = new Map();
    #revocations = new Map();
    #announcements = new Map();
    #blockedKeys = new Map();
    /** issued or reserved once; revoked ones are known anyway */
    #usedSerials = new Set();
    #crl;
    /**
     * Reads a ledger, and checks the chain.
     * @throws AuthorityError `ledger-broken` with the line
     */
    static parse(bytes, file = 'authority/ledger.jsonl') {
        const { ledger, problem } = Ledger.parseAsFarAsWhole(bytes, file);
        if (problem !== undefined)
            throw problem;
        return ledger;
    }
    /**
     * What stands before the first line that is not right, and what is wrong with that. `torn`: the last append was not
     * written to its end. It never returned, so nothing was built on it.
     */
    static parseAsFarAsWhole(bytes, file) {
        const ledger = new Ledger();
        const chain = readChain(bytes, file);
        let step = chain.next();
        for (; step.done !== true; step = chain.next())
            for (const written of step.value)
                ledger.#take(written);
        ledger.#parts = [bytes.subarray(0, ledger.#length)];
        return { ledger, ...step.value };
    }
    /** Every line, in order. Read again when asked for: a million of them kept as objects would cost a gigabyte. */
    get lines() {
        const texts = Buffer.concat(this.#parts).toString('utf8').split('\n').slice(0, -1);
        return texts.map((text) => JSON.parse(text));
    }
    get lineCount() {
        return this.#lineCount;
    }
    /** SHA-256 of the last line: the one value that stands for all of the ledger */
    get head() {
        return this.#last;
    }
    /** in bytes */
    get length() {
        return this.#length;
    }
    get partial() {
        return this.#partial;
    }
    /**
     * Adds entries, and returns their lines as they have to be appended to the file, newlines included.
     * @throws AuthorityError `bad-serial` where a serial is reserved or issued that was used before
     */
    append(entries, now) {
        const texts = entries.map((entry, at) => {
            this.#refuse(entry);
            const more = at < entries.length - 1 && { more: true };
            const line = { ...entry, ...more, at: (0,ledger_line/* timeText */.T)(now), prev: this.#last };
            const text = JSON.stringify(line);
            this.#take({ line, hash: hashOf(text), length: Buffer.byteLength(text) + 1 });
            return `${text}\n`;
        });
        const bytes = Buffer.from(texts.join(''), 'utf8');
        this.#parts.push(bytes);
        return bytes;
    }
    certificatesOf(app) {
        return this.#byApp.get(app) ?? [];
    }
    certificatesOfKey(key) {
        return this.#byKey.get(key) ?? [];
    }
    certificatesOfSerial(serial) {
        return this.#bySerial.get(serial.toString(16)) ?? [];
    }
    *certificates() {
        for (const records of this.#byApp.values())
            yield* records;
    }
    revocationOf(serial) {
        return this.#revocations.get(serial.toString(16));
    }
    /** In the order in which they were recorded, each serial once: what the CRL has to hold. */
    get revocations() {
        const revocations = this.#revocations;
        return { size: revocations.size, [Symbol.iterator]: () => revocations.values() };
    }
    /** the last one, where the certificate is not revoked yet */
    announcementOf(serial) {
        return this.#announcements.get(serial.toString(16));
    }
    get announcements() {
        return [...this.#announcements.values()];
    }
    blockedKey(key) {
        return this.#blockedKeys.get(key);
    }
    apps() {
        return this.#byApp.keys();
    }
    /** A serial that was issued, reserved, voided or revoked, by whomever: it is never used again. */
    isUsed(serial) {
        return this.#isUsed(serial.toString(16));
    }
    /** reservations that were neither issued nor voided: a run broke off */
    get openReservations() {
        return [...this.#reserved.values()];
    }
    /** the last list that was made */
    get crl() {
        return this.#crl;
    }
    #refuse(entry) {
        const imported = entry.kind === 'issue' && entry.imported === true;
        const reserved = entry.kind === 'issue' && this.#reserved.has(entry.serial);
        if ((entry.kind === 'reserve' || (entry.kind === 'issue' && !imported && !reserved)) &&
            this.#isUsed(entry.serial)) {
            throw new authority_error/* AuthorityError */.s('bad-serial', `The serial ${entry.serial} was used before.`, {
                hint: 'Take serials from randomSerial(), with the ledger’s isUsed().',
            });
        }
        if (entry.kind === 'crl' && this.#crl !== undefined && BigInt(entry.number) <= BigInt(this.#crl.number)) {
            throw new authority_error/* AuthorityError */.s('bad-crl', `The CRL number ${entry.number} does not rise: the last was ${this.#crl.number}.`, {
                hint: 'Take the next number after the ledger’s last.',
            });
        }
    }
    #isUsed(serial) {
        return this.#usedSerials.has(serial) || this.#revocations.has(serial);
    }
    #take({ line, hash, length }) {
        this.#last = hash;
        this.#length += length;
        this.#lineCount++;
        switch (line.kind) {
            case 'reserve':
                this.#usedSerials.add(line.serial);
                this.#reserved.set(line.serial, line);
                break;
            case 'void':
                this.#reserved.delete(line.serial);
                break;
            case 'issue':
                this.#usedSerials.add(line.serial);
                this.#reserved.delete(line.serial);
                this.#addCertificate((0,certificate_record/* certificateRecord */.rv)(line));
                break;
            case 'announce':
                this.#announcements.set(line.serial, (0,certificate_record/* announcementRecord */.Pw)(line));
                break;
            case 'revoke':
                this.#announcements.delete(line.serial);
                // the first date counts: a revocation is for ever, and is not moved
                if (!this.#revocations.has(line.serial))
                    this.#revocations.set(line.serial, (0,certificate_record/* revocationRecord */.W0)(line));
                break;
            case 'crl':
                this.#crl = line;
                break;
            case 'block-key':
                this.#blockedKeys.set(line.key, line.why);
                break;
            case 'import':
                this.#partial = line.partial;
                break;
            case 'approval':
        }
    }
    #addCertificate(record) {
        add(this.#byApp, record.app, record);
        add(this.#byKey, record.key, record);
        add(this.#bySerial, record.serial.toString(16), record);
    }
}
function add(map, key, record) {
    const records = map.get(key);
    if (records === undefined)
        map.set(key, [record]);
    else
        records.push(record);
}


/***/ }),

/***/ 5439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   cw: () => (/* binding */ policySettings),
/* harmony export */   fA: () => (/* binding */ fromValues),
/* harmony export */   k1: () => (/* binding */ policyPath)
/* harmony export */ });
const policySettings = {
    minimumKeyBits: integer('key.minimum-bits', 4096, 2048, 16384, 'the shortest RSA key of a new request'),
    shorterKeysUntil: date('key.shorter-until', 'the last day on which a key of 2048 bits or more is a warning, not an error'),
    sha1Until: date('hash.sha1-until', 'the last day on which a request signed with SHA-1 is a warning', '2026-12-31'),
    shortestId: integer('id.shortest', 3, 1, 32, 'characters of an id never certified before, at least'),
    longestId: integer('id.longest', 32, 3, 32, 'the same, at most; the store’s schema ends at 32'),
    reservedIds: list('id.reserved', 'more ids that nobody gets, beside the names of the product, its folders and its apps'),
    certificateDays: integer('certificate.days', 3750, 1, 3750, 'validity of a certificate, never beyond the issuer’s own'),
    backdateMinutes: integer('certificate.backdate-minutes', 5, 0, 1440, 'a certificate begins so long ago, for slow clocks'),
    renewalDays: integer('renewal.within-days', 180, 1, 3750, 'a certificate is renewed in its last so many days'),
    replacementRevoke: choice('replacement.revoke', ['overlap', 'at-once'], 'when a replaced certificate is revoked; at-once makes every published release uninstallable at once'),
    overlapDays: integer('replacement.overlap-days', 90, 0, 3750, 'after a lost key or a rename'),
    takeOverDays: integer('replacement.take-over-days', 14, 0, 3750, 'after a take-over'),
    crlDays: integer('crl.next-update-days', 365, 1, 3650, 'nextUpdate of the list; where the store’s copy is older than that, the store refuses every upload'),
};
const policyPath = 'authority/policy.yml';
const defaultPolicy = fromValues(() => undefined);
/** The policy with these values, by their places; undefined: the default. */
function fromValues(valueOf) {
    const entries = Object.entries(policySettings).map(([name, setting]) => [
        name,
        setting.read(valueOf(setting.at)) ?? setting.default,
    ]);
    return Object.fromEntries(entries);
}
function integer(at, fallback, least, most, means) {
    const fits = (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
    const form = `a whole number from ${least} to ${most}`;
    return { at, default: fallback, means, form, read: (value) => (fits(value) ? value : undefined) };
}
/** The last day, whole, in UTC; `undefined`: it is over already. */
function date(at, means, fallback) {
    const read = (value) => {
        if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
            return undefined;
        const end = new Date(`${value}T23:59:59Z`);
        return Number.isNaN(end.getTime()) ? undefined : end;
    };
    return { at, default: read(fallback), means, form: 'a date like 2026-12-31', read };
}
function choice(at, words, means) {
    const read = (value) => words.find((word) => word === value);
    return { at, default: words[0], means, form: words.join(' or '), read };
}
function list(at, means) {
    const isList = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string');
    return { at, default: [], means, form: 'a list of ids', read: (value) => (isList(value) ? value : undefined) };
}


/***/ }),

/***/ 928:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readPolicy)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5231);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5439);
// SPDX-License-Identifier: MIT



/**
 * Reads the file. What is not set has its default; what nobody knows is refused, with the line.
 * @throws AuthorityError `bad-policy`
 */
function readPolicy(text, file = _policy_js__WEBPACK_IMPORTED_MODULE_2__/* .policyPath */ .k1) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const fail = (what, offset) => {
        const { line } = lines.linePos(offset);
        throw badPolicy(what, file, line);
    };
    const document = parse(text, lines, file);
    const [error] = document.errors;
    if (error !== undefined)
        return fail(error.message.split('\n')[0] ?? 'not YAML', error.pos[0]);
    const known = new Map(Object.values(_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .policySettings */ .cw).map((setting) => [setting.at, setting]));
    const values = new Map();
    for (const { at, value, offset } of leaves(document.contents)) {
        const setting = known.get(at) ?? fail(`there is no setting "${at}"`, offset);
        if (setting.read(value) === undefined)
            fail(`"${at}" has to be ${setting.form}`, offset);
        values.set(at, value);
    }
    return (0,_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .fromValues */ .fA)((at) => values.get(at));
}
/**
 * A line of 8,192 brackets or question marks ends the whole process: the parser makes regular expressions of it that V8
 * cannot compile (yaml 2.9.1, measured). Policies have a hundredth of both limits.
 */
const [maxLength, maxLine] = [64 * 1024, 2048];
function parse(text, lineCounter, file) {
    if (text.length > maxLength)
        throw badPolicy(`the file has more than ${maxLength} characters`, file, 1);
    const long = text.split('\n').findIndex((line) => line.length > maxLine);
    if (long !== -1)
        throw badPolicy(`the line has more than ${maxLine} characters`, file, long + 1);
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter });
    }
    catch (error) {
        // the stack: thousands of lists within lists, one on each line
        if (error instanceof RangeError)
            throw badPolicy('lists or maps are nested too deeply', file, 1);
        throw error;
    }
}
function badPolicy(what, file, line) {
    return new _authority_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AuthorityError */ .s('bad-policy', `${file}:${line}: ${what}.`, {
        hint: 'See the table of settings in docs/authority.md.',
        file,
        line,
    });
}
function leaves(node, path = []) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
        return node.items.flatMap((pair) => {
            const key = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? String(pair.key.value) : '?';
            return leaves(pair.value, [...path, key]);
        });
    }
    const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) ? textsOf(node) : undefined;
    return node === null || value === null ? [] : [{ at: path.join('.'), value, offset: node.range[0] }];
}
/** An alias or a nested list becomes something that no setting accepts. */
function textsOf(node) {
    return node.items.map((item) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item) ? item.value : undefined));
}


/***/ }),

/***/ 9204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ FolderStore)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5231);
// SPDX-License-Identifier: MIT



/** A certificate repository as a folder: a git checkout or a plain one. Nothing is committed here. */
class FolderStore {
    folder;
    #folder;
    /** @throws AuthorityError `no-repository` where there is no such folder */
    constructor(folder) {
        this.folder = folder;
        this.#folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder);
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(this.#folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AuthorityError */ .s('no-repository', `${folder} is not a folder.`, {
                hint: 'Give the checkout of the certificate repository with --repository.',
                file: folder,
            });
        }
    }
    async read(path) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.#at(path));
        }
        catch (error) {
            if (hasCode(error, 'ENOENT', 'ENOTDIR'))
                return undefined;
            throw error;
        }
    }
    async append(path, bytes) {
        const file = this.#at(path);
        const isNew = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false }) === undefined;
        if (isNew)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        writeDurably(file, 'a', bytes);
        if (isNew)
            syncFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
    }
    async replace(path, bytes) {
        const file = this.#at(path);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        const draft = `${file}.draft`;
        writeDurably(draft, 'w', bytes);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(draft, file);
        syncFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
    }
    async rename(from, to) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(this.#at(from), this.#at(to));
        syncFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(this.#at(to)));
    }
    async remove(path) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(this.#at(path), { force: true });
    }
    /** Paths of all files whose names end so, in folders that hold no `.git`, sorted by their bytes. */
    list(ending) {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(this.#folder, { withFileTypes: true })
            .filter((entry) => entry.isDirectory() && entry.name !== '.git' && entry.name !== 'authority')
            .flatMap(({ name }) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.#folder, name))
            .filter((file) => file.endsWith(ending))
            .map((file) => `${name}/${file}`))
            .toSorted();
    }
    /**
     * Runs `action` while no other process may write here.
     * @throws AuthorityError `repository-locked`
     */
    async locked(action) {
        const file = this.#at('authority/.lock');
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        takeLock(file);
        try {
            return await action();
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(file);
        }
    }
    #at(path) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(this.#folder, path);
        if (!file.startsWith(this.#folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep))
            throw new Error(`the path ${path} leads out of the repository`);
        return file;
    }
}
function writeDurably(file, flag, bytes) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, flag);
    try {
        for (let written = 0; written < bytes.length;)
            written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, bytes, written);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(descriptor);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
/** A new name is durable when its folder is (rename(2) alone is not, on most file systems). */
function syncFolder(folder) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(folder, 'r');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(descriptor);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
/** The lock holds the id of its process, so that one left behind by a crash is known as such. */
function takeLock(file) {
    for (let attempt = 0; attempt < 2; attempt++) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, `${process.pid}\n`, { flag: 'wx' });
            return;
        }
        catch (error) {
            if (!hasCode(error, 'EEXIST'))
                throw error;
        }
        const owner = Number((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
        if (isAlive(owner)) {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AuthorityError */ .s('repository-locked', `Another process (${owner}) is writing to this repository.`, {
                hint: `Wait until it is done; where there is no such process, delete ${file}.`,
                file,
            });
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file, { force: true });
    }
    throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AuthorityError */ .s('repository-locked', 'Another process has just begun to write to this repository.', {
        hint: 'Run the command again.',
        file,
    });
}
function isAlive(pid) {
    if (pid === process.pid)
        return true;
    try {
        return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
    }
    catch (error) {
        return hasCode(error, 'EPERM');
    }
}
function hasCode(error, ...codes) {
    return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}


/***/ }),

/***/ 3460:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ crlPath),
/* harmony export */   LN: () => (/* binding */ Repository),
/* harmony export */   UD: () => (/* binding */ pendingCrlPath),
/* harmony export */   Zq: () => (/* binding */ requestPath),
/* harmony export */   f: () => (/* binding */ certificatePath),
/* harmony export */   tf: () => (/* binding */ ledgerPath)
/* harmony export */ });
/* harmony import */ var _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8129);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5439);
/* harmony import */ var _read_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(928);
// SPDX-License-Identifier: MIT



const ledgerPath = 'authority/ledger.jsonl';
const crlPath = 'authority/nextcloud.crl';
/** the list that the next ledger line speaks of, until it is put in place */
const pendingCrlPath = 'authority/nextcloud.crl.new';
const requestPath = (app) => `${app}/${app}.csr`;
const certificatePath = (app) => `${app}/${app}.crt`;
/** A certificate repository, read: its files, what its ledger says, and its policy. */
class Repository {
    store;
    ledger;
    policy;
    constructor(store, ledger, policy) {
        this.store = store;
        this.ledger = ledger;
        this.policy = policy;
    }
    /** @throws AuthorityError `ledger-broken`, `bad-policy` */
    static async open(store) {
        const policy = await store.read(_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .policyPath */ .k1);
        return new Repository(store, _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .Ledger */ .O.parse((await store.read(ledgerPath)) ?? new Uint8Array()), policy === undefined ? _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPolicy */ .G4 : (0,_read_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .readPolicy */ .T)(Buffer.from(policy).toString('utf8')));
    }
    /** The same, for somebody who is going to write: an append that was not written to its end is taken away first. */
    static async openToWrite(store) {
        const bytes = (await store.read(ledgerPath)) ?? new Uint8Array();
        const { ledger, torn } = _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .Ledger */ .O.parseAsFarAsWhole(bytes, ledgerPath);
        if (torn)
            await store.replace(ledgerPath, bytes.subarray(0, ledger.length));
        return Repository.open(store);
    }
    /** Adds lines to the ledger: they are durable when this returns. */
    async record(entries, now) {
        await this.store.append(ledgerPath, this.ledger.append(entries, now));
    }
}


/***/ }),

/***/ 6729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ reviewSubject),
/* harmony export */   aE: () => (/* binding */ keyHash),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   z7: () => (/* binding */ when)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _ledger_certificate_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5832);
// SPDX-License-Identifier: MIT


function reviewSubject(input) {
    const { request, appId } = input.file;
    const { repository } = input;
    return {
        ...input,
        appId,
        request,
        rsaKey: request?.rsaKey,
        key: request && keyHash(request.spki),
        current: repository && (0,_ledger_certificate_record_js__WEBPACK_IMPORTED_MODULE_1__/* .currentCertificate */ .JQ)(repository.knowledge, appId),
    };
}
/** How keys are named in the ledger: SHA-256 of the SubjectPublicKeyInfo, hex. */
function keyHash(spki) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(spki).digest('hex');
}
/** The words of a stranger, in quotes, cut short, and without anything that a terminal would obey. */
function quote(text) {
    const clean = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
    return clean.replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '\ufffd');
}
/** Nothing, or one violation. */
function when(broken, violation = {}) {
    return broken ? [violation] : [];
}


/***/ }),

/***/ 7299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ CertificateRevocationList)
/* harmony export */ });
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5422);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5227);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3586);
/* harmony import */ var _serial_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4573);






const cRLNumber = '2.5.29.20';
const reasonCode = '2.5.29.21';
/** A certificate revocation list as it stands (RFC 5280 section 5.1); nothing is checked but its form. */
class CertificateRevocationList {
    der;
    tbs;
    issuer;
    thisUpdate;
    nextUpdate;
    /** in the order of the list, keyed by serial: servers match by the serial alone, whoever issued it */
    revoked;
    extensions;
    signatureAlgorithm;
    signature;
    /** @throws InputError `not-a-crl`, `not-der` */
    constructor(der) {
        this.der = der;
        const [tbs, algorithm, signature] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(der).expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a CRL').children();
        const fields = tbs?.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a CRL').children() ?? [];
        if (fields[0]?.tag === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.integer)
            fields.shift();
        const [, issuer, thisUpdate, ...rest] = fields;
        if (!tbs || !algorithm || !signature || !issuer || !thisUpdate)
            throw notACrl('fields are missing');
        const nextUpdate = isTime(rest[0]) ? rest.shift() : undefined;
        const list = rest[0]?.tag === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence ? rest.shift() : undefined;
        this.tbs = tbs.bytes;
        this.issuer = new _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DistinguishedName */ .S(issuer);
        this.thisUpdate = thisUpdate.time();
        this.nextUpdate = nextUpdate?.time();
        this.revoked = readRevoked(list);
        this.extensions = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readExtensions */ .HW)(rest[0]?.tag === 0xa0 ? rest[0].children()[0] : undefined);
        this.signatureAlgorithm = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(algorithm);
        this.signature = signature.bits();
    }
    /** From PEM or DER bytes. */
    static from(bytes, file = 'the CRL') {
        if (bytes[0] === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence)
            return new CertificateRevocationList(bytes);
        const block = (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePem */ .o)(Buffer.from(bytes).toString('latin1'), file).find(({ label }) => label === 'X509 CRL');
        if (block === undefined) {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('not-a-crl', `${file} is neither DER nor a PEM block "X509 CRL".`, {
                hint: 'Give the certificate revocation list itself, e.g. the servers’ root.crl.',
                file,
            });
        }
        return new CertificateRevocationList(block.der);
    }
    /** CRLNumber (RFC 5280 section 5.2.3) */
    get number() {
        const value = this.extensions.find(({ id }) => id === cRLNumber)?.value;
        return value && (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(value).integer();
    }
    isSignedBy(certificate) {
        return (0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyRsa */ .Sb)(this.signatureAlgorithm, this.tbs, certificate.publicKey, this.signature);
    }
    isRevoked(serial) {
        return this.revoked.has(serial);
    }
}
function readRevoked(list) {
    const revoked = new _serial_map_js__WEBPACK_IMPORTED_MODULE_5__/* .SerialMap */ .x();
    for (const entry of list?.each() ?? []) {
        const [serial, date, extensions] = entry.children();
        if (!serial || !date)
            throw notACrl('an entry is incomplete');
        const reason = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readExtensions */ .HW)(extensions).find(({ id }) => id === reasonCode)?.value;
        const value = serial.integer();
        revoked.set(value, {
            serial: value,
            date: date.time(),
            ...(reason && { reason: (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(reason).content[0] ?? 0 }),
        });
    }
    return revoked;
}
function isTime(node) {
    return node?.tag === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.utcTime || node?.tag === _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.generalizedTime;
}
function notACrl(what) {
    return new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('not-a-crl', `The bytes are not a certificate revocation list: ${what}.`, {
        hint: 'Give the certificate revocation list itself, e.g. the servers’ root.crl.',
    });
}


/***/ }),

/***/ 4573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ SerialMap)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/**
 * A map by serial whose time grows with its size whatever the serials are. V8 hashes a bigint by its low 64 bits alone:
 * in a Map, 20,000 serials that differ above them took 2.4 s, and who writes a list chooses its serials.
 */
class SerialMap {
    #entries = new Map();
    get size() {
        return this.#entries.size;
    }
    set(serial, value) {
        this.#entries.set(serial.toString(16), [serial, value]);
        return this;
    }
    get(serial) {
        return this.#entries.get(serial.toString(16))?.[1];
    }
    has(serial) {
        return this.#entries.has(serial.toString(16));
    }
    forEach(action) {
        for (const [serial, value] of this.#entries.values())
            action(value, serial, this);
    }
    *entries() {
        for (const [serial, value] of this.#entries.values())
            yield [serial, value];
    }
    *keys() {
        for (const [serial] of this.#entries.values())
            yield serial;
    }
    *values() {
        for (const [, value] of this.#entries.values())
            yield value;
    }
    [Symbol.iterator]() {
        return this.entries();
    }
}


/***/ })

};
;