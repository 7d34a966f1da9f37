"use strict";
exports.id = 778;
exports.ids = [778];
exports.modules = {

/***/ 2040:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ serialForm),
/* harmony export */   S7: () => (/* binding */ serialText),
/* harmony export */   YG: () => (/* binding */ randomSerial),
/* harmony export */   mH: () => (/* binding */ isRandomSerial)
/* harmony export */ });
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5231);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2629);
// SPDX-License-Identifier: MIT


const octets = 16;
/** a second collision of 120 random bits is a broken random source, not bad luck */
const attempts = 4;
/**
 * A serial of 16 octets, the first 0x01 to 0x7f, 120 random bits behind it. `isTaken` answers for everything that any
 * issuer in the servers' bundle ever issued: servers look up revoked serials without looking at the issuer
 * (server: Installer.php; nextcloud/server#20674 is what came of sequential ones).
 * @throws AuthorityError `bad-serial` where the random source repeats itself
 */
function randomSerial(isTaken, random = _random_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRandom */ .v) {
    for (let attempt = 0; attempt < attempts; attempt++) {
        const bytes = Uint8Array.from(random(octets));
        bytes[0] = 1 + ((bytes[0] ?? 0) % 0x7f);
        const serial = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
        if (!isTaken(serial))
            return serial;
    }
    throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AuthorityError */ .s('bad-serial', `The random source gave ${attempts} serials that were all issued before.`, {
        hint: 'Do not issue anything on this machine: its random source is broken.',
    });
}
/** What {@link serialText} writes: up to 20 octets (RFC 5280 section 4.1.2.2). */
const serialForm = /^[1-9a-f][0-9a-f]{0,39}$/;
/** Lower-case hex without leading zeros, as OpenSSL prints serials but for the case */
function serialText(serial) {
    return serial.toString(16);
}
/** True for the serials that {@link randomSerial} makes; the hand-made past has shorter ones. */
function isRandomSerial(serial) {
    const first = serial >> 120n;
    return first >= 1n && first <= 0x7fn;
}


/***/ }),

/***/ 397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearse: () => (/* binding */ rehearse_rehearse)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/bundle/common/http.js
var common_http = __webpack_require__(8462);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/common/render/text.js
var render_text = __webpack_require__(3254);
// EXTERNAL MODULE: ./build/bundle/common/temporary-folder.js
var temporary_folder = __webpack_require__(140);
// EXTERNAL MODULE: ./build/bundle/src/read-identity.js
var read_identity = __webpack_require__(8836);
// EXTERNAL MODULE: ./build/bundle/src/release.js + 12 modules
var release = __webpack_require__(6088);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
;// CONCATENATED MODULE: ./build/bundle/sandbox/evidence.js
// SPDX-License-Identifier: MIT



/**
 * Makes the folder where it is missing: before the long way, at whose end it is written to.
 * @throws InputError `bad-usage`
 */
function openEvidence(folder) {
    if (folder === undefined)
        return;
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK);
    }
    catch (cause) {
        const isFile = (0,external_node_fs_.existsSync)(folder) && !(0,external_node_fs_.statSync)(folder).isDirectory();
        const what = isFile ? `${folder} is a file; --keep takes a folder.` : `Nothing can be written to ${folder}.`;
        throw new input_error/* InputError */.d('bad-usage', what, { hint: 'Name a folder of yours, or one that is to be made.', cause });
    }
}
/** Adds to the folder. */
function writeEvidence(folder, evidence) {
    if (folder === undefined)
        return;
    for (const [name, content] of Object.entries(evidence))
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), content);
}

// EXTERNAL MODULE: ./build/bundle/ca/key/encrypted-key.js
var encrypted_key = __webpack_require__(9959);
// EXTERNAL MODULE: ./build/bundle/ca/key/pem-signer.js + 1 modules
var pem_signer = __webpack_require__(9066);
// EXTERNAL MODULE: ./build/bundle/ca/policy.js
var policy = __webpack_require__(5439);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
;// CONCATENATED MODULE: ./build/bundle/ca/crl/revocation-reason.js
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
    throw new InputError('bad-usage', `"${name}" is not a reason for a revocation.`, {
        hint: `Use one of ${Object.keys(revocationReasons).join(', ')}.`,
    });
}

// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/ledger-line.js
// SPDX-License-Identifier: MIT


/** A folder of the repository, which an id becomes: one name, not a path, and nothing that a terminal would obey. */
const folderName = /^(?!\.{1,2}$)[^\p{Cc}/\\]{1,255}$/u;
/** What {@link timeText} writes; whether the month has that day is not looked at. */
const timeForm = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const sha256Form = /^[0-9a-f]{64}$/;
const reasonForm = new RegExp(`^(?:${Object.keys(revocationReasons).join('|')})$`);
/**
 * The fields of a line of each kind, and their form; behind a `?` those that may be absent. Others may be there, and are
 * kept. Who reads a ledger takes paths, dates and reasons from it: what passes here is safe to use.
 */
const ledger_line_forms = (() => {
    const [hex, time, sha256, reason] = [x509_serial/* serialForm */.Jj, timeForm, sha256Form, reasonForm];
    const text = /^[^\0]*$/s;
    const app = folderName;
    const asked = { '?requestedAt': time, '?requestedBy': text, '?pullRequest': 'number' };
    const kinds = {
        import: { partial: 'boolean', certificates: 'number', revocations: 'number' },
        reserve: {
            ...{ serial: hex, app, key: sha256, '?profile': text, '?reason': text, '?overlapDays': 'number' },
            ...{ '?overlapReason': reason, '?renamedFrom': app, ...asked },
        },
        void: { serial: hex, app, why: text },
        issue: {
            ...{ serial: hex, app, key: sha256, fingerprint: sha256, notBefore: time, notAfter: time },
            ...{ '?profile': text, '?reason': text, '?imported': 'boolean', ...asked },
        },
        announce: { serial: hex, app, reason, on: time, '?why': text },
        revoke: {
            ...{ serial: hex, '?app': app, reason, date: time },
            ...{ '?why': text, '?by': text, '?thread': 'number', '?imported': 'boolean' },
        },
        crl: { number: /^\d{1,49}$/, thisUpdate: time, nextUpdate: time, sha256, entries: 'number' },
        approval: { app, request: sha256, by: text, '?review': text, '?commit': text, '?pullRequest': 'number' },
        'block-key': { key: sha256, why: text },
    };
    const common = { at: time, prev: sha256, '?more': 'boolean' };
    return new Map(Object.entries(kinds).map(([kind, fields]) => [
        kind,
        Object.entries({ ...fields, ...common }).map(([name, form]) => {
            return { name: name.replace('?', ''), form, optional: name.startsWith('?') };
        }),
    ]));
})();
/** The entry that a parsed line is; otherwise in words why it is none. */
function checkLine(value) {
    if (typeof value !== 'object' || value === null)
        return 'it is not an object';
    const fields = value;
    const known = typeof fields.kind === 'string' ? ledger_line_forms.get(fields.kind) : undefined;
    if (known === undefined)
        return 'its kind is unknown';
    for (const { name, form, optional } of known) {
        const field = fields[name];
        if (optional && field === undefined)
            continue;
        const fits = form instanceof RegExp ? typeof field === 'string' && form.test(field) : typeof field === form;
        if (!fits)
            return `its field "${name}" is missing or has another form`;
    }
    return value;
}
/** ISO 8601 in UTC without fractions of a second */
function timeText(date) {
    return `${date.toISOString().slice(0, 19)}Z`;
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/revocation-words.js
// SPDX-License-Identifier: MIT



/** @throws AuthorityError `bad-crl` where the serial is none, or the date is impossible */
function revocation_words_wordsOf(revocation) {
    if ('bytes' in revocation)
        return revocation;
    const { serial, date, reason = 'unspecified' } = revocation;
    const digits = typeof serial === 'string' ? serial : (0,x509_serial/* serialText */.S7)(serial);
    if (!x509_serial/* serialForm */.Jj.test(digits))
        throw revocation_words_badCrl(`${digits} is not a serial`);
    const when = typeof date === 'string' ? date : Number.isNaN(date.getTime()) ? '' : timeText(date);
    if (!timeForm.test(when))
        throw revocation_words_badCrl(`the serial ${digits} has no date`);
    const bytes = Buffer.from(digits + when, 'latin1');
    return { bytes, serialAt: 0, serialEnd: digits.length, dateAt: digits.length, reason };
}
/** The value of a hex digit, lower case, without a branch: random digits are foreseen by no processor. */
function digitValue(code = 0x30) {
    return (code & 15) + (code >> 6) * 9;
}
function serialOf({ bytes, serialAt, serialEnd }) {
    return Buffer.from(bytes.buffer, bytes.byteOffset + serialAt, serialEnd - serialAt).toString('latin1');
}
/** milliseconds since 1970 */
function timeOf({ bytes, dateAt }) {
    const two = (at) => digitValue(bytes[dateAt + at]) * 10 + digitValue(bytes[dateAt + at + 1]);
    return Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17));
}
/**
 * A serial that stands there twice, if any does. Their last 13 digits, which a number holds exactly, are sorted: for
 * 100,000 serials that takes 0.02 s, a Set of texts 0.1. Only where two of them end alike, texts are made and compared.
 */
function revocation_words_twinAmong(revocations) {
    const ends = new Float64Array(revocations.length);
    let count = 0;
    for (const words of revocations)
        ends[count++] = lastDigits(words);
    ends.sort();
    if (!ends.some((end, at) => at > 0 && end === ends[at - 1]))
        return undefined;
    const seen = new Set();
    return revocations.map(serialOf).find((serial) => seen.size === seen.add(serial).size);
}
function lastDigits({ bytes, serialAt, serialEnd }) {
    let value = 0;
    for (let at = Math.max(serialAt, serialEnd - 13); at < serialEnd; at++)
        value = value * 16 + digitValue(bytes[at]);
    return value;
}
function revocation_words_badCrl(what) {
    return new authority_error/* AuthorityError */.s('bad-crl', `The revocation list was not made: ${what}.`, {
        hint: 'Run "nextcloud-ca audit": the ledger holds something that it should not.',
    });
}

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/certificate-record.js

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
        ...(line.pullRequest !== undefined && { pullRequest: line.pullRequest }),
        ...(line.reason !== undefined && { reason: line.reason }),
    };
}
function announcementRecord({ serial, app, reason, on, why }) {
    return { serial: BigInt(`0x${serial}`), app, reason, on: new Date(on), why };
}
function revocationRecord(words) {
    return {
        serial: BigInt(`0x${serialOf(words)}`),
        app: words.app,
        reason: words.reason,
        date: new Date(timeOf(words)),
        ...words.told,
    };
}

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/plain-form.js
// SPDX-License-Identifier: MIT


const inside = ({ source }) => source.slice(1, -1);
const plain_form_time = inside(timeForm);
const sha256 = inside(sha256Form);
/**
 * Parts of a regular expression for a line as this program writes it. What fits one is JSON, and what the forms of its
 * fields want; not the other way round: whatever else a line may look like is for JSON.parse to find out.
 */
const plain = {
    serial: inside(x509_serial/* serialForm */.Jj),
    time: plain_form_time,
    sha256,
    reason: inside(reasonForm),
    /** a folder of ASCII that JSON has no need to escape: as many octets as characters */
    app: '(?!\\.{1,2}")[ !#-.0-\\[\\]-~]{1,255}',
    /** the same, whatever it says */
    text: '[ !#-\\[\\]-~]*',
    /** up to the hash and the two characters behind it: to look for 64 digits takes as long as all before */
    lineEnd: `(?:,"imported":true)?(?:,"more":true)?,"at":"${plain_form_time}","prev":"`,
};

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/issue-line.js

const { serial, app, sha256: issue_line_sha256, text: issue_line_text, time: issue_line_time, lineEnd } = plain;
const head = '{"kind":"issue","serial":"';
const issue_line_form = new RegExp(`^\\${head}${serial}","app":"${app}","key":"${issue_line_sha256}","fingerprint":"${issue_line_sha256}",` +
    `"notBefore":"${issue_line_time}","notAfter":"${issue_line_time}"(?:,"profile":"${issue_line_text}")?(?:,"reason":"${issue_line_text}")?` +
    `(?:,"requestedAt":"${issue_line_time}")?(?:,"requestedBy":"${issue_line_text}")?(?:,"pullRequest":\\d{1,15})?${lineEnd}$`);
/**
 * The line of a certificate as this program writes it. Its form is checked at once, and it is parsed when somebody asks
 * for a certificate: of 100,000 that took 1.4 s instead of 0.3, and who makes a list asks for none.
 */
class IssueLine {
    bytes;
    start;
    end;
    kind = 'issue';
    constructor(bytes, start, end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }
    /** @param text the line from `start` to `end` of the bytes, decoded as Latin-1, up to its hash */
    static read(text, bytes, start, end) {
        return issue_line_form.test(text) ? new IssueLine(bytes, start, end) : undefined;
    }
    get serial() {
        const at = this.start + head.length;
        return this.bytes.toString('latin1', at, this.bytes.indexOf('"', at));
    }
    parse() {
        return JSON.parse(this.bytes.toString('latin1', this.start, this.end));
    }
}

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/certificates.js
// SPDX-License-Identifier: MIT


/** Everything that was issued, in the order in which it was recorded. */
class Certificates {
    /** lines that nobody has asked for yet */
    #lines = [];
    #byApp = new Map();
    #byKey = new Map();
    #bySerial = new Map();
    #byPullRequest = new Map();
    add(line) {
        this.#lines.push(line);
    }
    ofApp(app) {
        this.#index();
        return this.#byApp.get(app) ?? [];
    }
    ofKey(key) {
        this.#index();
        return this.#byKey.get(key) ?? [];
    }
    /** @param serial hex */
    ofSerial(serial) {
        this.#index();
        return this.#bySerial.get(serial) ?? [];
    }
    /** the last one */
    ofPullRequest(number) {
        this.#index();
        return this.#byPullRequest.get(number);
    }
    apps() {
        this.#index();
        return this.#byApp.keys();
    }
    *[Symbol.iterator]() {
        this.#index();
        for (const records of this.#byApp.values())
            yield* records;
    }
    #index() {
        const lines = this.#lines;
        this.#lines = [];
        for (const line of lines) {
            const record = certificateRecord(line instanceof IssueLine ? line.parse() : line);
            add(this.#byApp, record.app, record);
            add(this.#byKey, record.key, record);
            add(this.#bySerial, record.serial.toString(16), record);
            if (record.pullRequest !== undefined)
                this.#byPullRequest.set(record.pullRequest, record);
        }
    }
}
function add(map, key, record) {
    const records = map.get(key);
    if (records === undefined)
        map.set(key, [record]);
    else
        records.push(record);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/revoke-line.js
// SPDX-License-Identifier: MIT


const revoke_line_head = '{"kind":"revoke","serial":"';
const beforeApp = '","app":"';
const beforeReason = '","reason":"';
const beforeDate = '","date":"';
const revoke_line_form = new RegExp(`^\\${revoke_line_head}${plain.serial}(?:${beforeApp}${plain.app})?${beforeReason}${plain.reason}${beforeDate}${plain.time}"${plain.lineEnd}$`);
const reasons = new Map(Object.keys(revocationReasons).map((name) => [name, name]));
/**
 * The line of a revocation as this program writes it. Its form is checked at once, what it says is read from the bytes of
 * the file when somebody asks. JSON.parse makes nine texts of it: for 100,000 lines that took 0.35 s instead of 0.15. A
 * line that is written in another way is for JSON.parse.
 */
class RevokeLine {
    bytes;
    serialAt;
    serialEnd;
    dateAt;
    reason;
    kind = 'revoke';
    constructor(bytes, serialAt, serialEnd, dateAt, reason) {
        this.bytes = bytes;
        this.serialAt = serialAt;
        this.serialEnd = serialEnd;
        this.dateAt = dateAt;
        this.reason = reason;
    }
    /** @param text the line that begins at `start` of the bytes, decoded as Latin-1, up to its hash */
    static read(text, bytes, start) {
        if (!revoke_line_form.test(text))
            return undefined;
        const serialEnd = text.indexOf('"', revoke_line_head.length);
        const hasApp = text.startsWith(beforeApp, serialEnd);
        const reasonAt = (hasApp ? text.indexOf('"', serialEnd + beforeApp.length) : serialEnd) + beforeReason.length;
        const reasonEnd = text.indexOf('"', reasonAt);
        const reason = reasons.get(text.slice(reasonAt, reasonEnd)) ?? 'unspecified';
        const dateAt = reasonEnd + beforeDate.length;
        return new RevokeLine(bytes, start + revoke_line_head.length, start + serialEnd, start + dateAt, reason);
    }
    get serial() {
        return this.bytes.toString('latin1', this.serialAt, this.serialEnd);
    }
    get app() {
        const start = this.serialEnd + beforeApp.length;
        const stop = this.dateAt - beforeDate.length - this.reason.length - beforeReason.length;
        return start < stop ? this.bytes.toString('latin1', start, stop) : undefined;
    }
}

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/read-plain.js
// SPDX-License-Identifier: MIT


const end = '"}';
/**
 * The line from `start` to `stop` of the bytes, where it is one of the two kinds of which there are many, is written as
 * this program writes it, and carries the hash `prev`.
 */
function readPlain(bytes, start, stop, prev) {
    const text = bytes.toString('latin1', start, stop);
    const hashAt = text.length - prev.length - end.length;
    if (!text.startsWith(prev, hashAt) || !text.endsWith(end))
        return undefined;
    const said = text.slice(0, hashAt);
    return RevokeLine.read(said, bytes, start) ?? IssueLine.read(said, bytes, start, stop);
}

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/ledger-chain.js
// SPDX-License-Identifier: MIT




/** `prev` of the first line */
const beginning = '0'.repeat(64);
const newline = 0x0a;
/** one line of the largest kind has 700 bytes */
const maxLine = 64 * 1024;
/**
 * The lines of a ledger, for as long as each carries the hash of the line before. Those of a last append that was not
 * written to its end are checked like the others, and not given.
 */
function* readChain(bytes, file) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const whole = lengthOfWholeAppends(buffer);
    let prev = beginning;
    let number = 1;
    for (let start = 0; start < buffer.length; number++) {
        const end = buffer.indexOf(newline, start);
        if (end === -1)
            return { torn: true, problem: broken(file, number, 'it is not ended by a newline: it was cut off') };
        const plain = end - start > maxLine ? undefined : readPlain(buffer, start, end, prev);
        const line = plain ?? parseLine(buffer.subarray(start, end), prev);
        if (typeof line === 'string')
            return { torn: false, problem: broken(file, number, line) };
        prev = hashOf(buffer.subarray(start, end));
        if (end < whole)
            yield { line, hash: prev, length: end + 1 - start };
        start = end + 1;
    }
    if (whole === buffer.length)
        return { torn: false };
    return { torn: true, problem: broken(file, number - 1, 'lines that belong to it are missing: it was cut off') };
}
/**
 * Where the last append ends that was written to its end. Looked for from the end of the file, so that no append is
 * held in memory until its last line is read: that of an import has all of its lines.
 */
function lengthOfWholeAppends(buffer) {
    let end = buffer.lastIndexOf(newline);
    while (end !== -1) {
        const before = end === 0 ? -1 : buffer.lastIndexOf(newline, end - 1);
        if (!hasMore(buffer.subarray(before + 1, end)))
            break;
        end = before;
    }
    return end + 1;
}
/** A line that is none ends no append either; the chain says what is wrong with it. */
function hasMore(text) {
    try {
        const value = JSON.parse(text.toString('utf8'));
        return typeof value === 'object' && value !== null && 'more' in value && value.more === true;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return false;
        throw error;
    }
}
/** In one call: a hash object for each of a million lines costs three times as much. */
function hashOf(line) {
    return (0,external_node_crypto_.hash)('sha256', line, 'hex');
}
function parseLine(text, prev) {
    if (text.length > maxLine)
        return `it has more than ${maxLine} bytes`;
    try {
        const line = checkLine(JSON.parse(text.toString('utf8')));
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

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/revocations.js
// SPDX-License-Identifier: MIT



/** Everything that was revoked, in the order in which it was recorded, each serial once: what the CRL has to hold. */
class Revocations {
    #words = [];
    /** made when somebody asks for one serial; who makes a list of 100,000 does not, and the map takes 0.1 s */
    #bySerial;
    add(line) {
        this.#add(line instanceof RevokeLine ? line : { ...revocation_words_wordsOf(line), app: line.app, ...toldBy(line) });
    }
    has(serial) {
        return this.#index().has(serial);
    }
    get(serial) {
        const words = this.#index().get(serial);
        return words && revocationRecord(words);
    }
    /** Those of which the ledger says in which issue or pull request they came about. */
    inThreads() {
        this.#index();
        return this.#words.filter(({ told }) => told?.thread !== undefined).map(revocationRecord);
    }
    get size() {
        return this.words.length;
    }
    /** as they stand in the ledger */
    get words() {
        if (this.#bySerial === undefined && revocation_words_twinAmong(this.#words) !== undefined)
            this.#index();
        return this.#words;
    }
    *[Symbol.iterator]() {
        this.#index();
        for (const words of this.#words)
            yield revocationRecord(words);
    }
    /** The first date counts: a revocation is for ever, and is not moved. */
    #add(words) {
        if (this.#bySerial !== undefined) {
            const serial = serialOf(words);
            if (this.#bySerial.has(serial))
                return;
            this.#bySerial.set(serial, words);
        }
        this.#words.push(words);
    }
    #index() {
        if (this.#bySerial === undefined) {
            const words = this.#words;
            this.#words = [];
            this.#bySerial = new Map();
            for (const one of words)
                this.#add(one);
        }
        return this.#bySerial;
    }
}
function toldBy({ why, by, thread }) {
    if (why === undefined && by === undefined && thread === undefined)
        return {};
    return {
        told: {
            ...(why !== undefined && { why }),
            ...(by !== undefined && { by }),
            ...(thread !== undefined && { thread }),
        },
    };
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
    #certificates = new Certificates();
    #reserved = new Map();
    #revocations = new Revocations();
    #announcements = new Map();
    #blockedKeys = new Map();
    /** an id that an app had, to the one that it has */
    #renames = new Map();
    /** reserved once, whatever came of it */
    #everReserved = new Set();
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
            ledger.#take(step.value);
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
     * @throws AuthorityError `bad-serial` where a serial is reserved or issued that was used before, `bad-entry` where no
     * reader would take the line
     */
    append(entries, now) {
        const written = entries.map((entry, at) => {
            this.#refuse(entry);
            const more = at < entries.length - 1 && { more: true };
            const line = checkLine({ ...entry, ...more, at: timeText(now), prev: this.#last });
            if (typeof line === 'string')
                throw unwritable(entry, line);
            const bytes = Buffer.from(`${JSON.stringify(line)}\n`, 'utf8');
            this.#take({ line, hash: hashOf(bytes.subarray(0, -1)), length: bytes.length });
            return bytes;
        });
        const bytes = Buffer.concat(written);
        this.#parts.push(bytes);
        return bytes;
    }
    certificatesOf(app) {
        return this.#certificates.ofApp(app);
    }
    certificatesOfKey(key) {
        return this.#certificates.ofKey(key);
    }
    certificatesOfSerial(serial) {
        return this.#certificates.ofSerial(serial.toString(16));
    }
    /** what a pull request led to: one certificate, or none yet */
    issuedFor(pullRequest) {
        return this.#certificates.ofPullRequest(pullRequest);
    }
    /** the id that the app of this one has now; undefined: it has this one */
    renamedTo(app) {
        return this.#renames.get(app);
    }
    certificates() {
        return this.#certificates;
    }
    revocationOf(serial) {
        return this.#revocations.get(serial.toString(16));
    }
    /** In the order in which they were recorded, each serial once: what the CRL has to hold. */
    get revocations() {
        return this.#revocations;
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
        return this.#certificates.apps();
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
        return (this.#everReserved.has(serial) || this.#revocations.has(serial) || this.#certificates.ofSerial(serial).length > 0);
    }
    #take({ line, hash, length }) {
        this.#last = hash;
        this.#length += length;
        this.#lineCount++;
        switch (line.kind) {
            case 'reserve':
                this.#everReserved.add(line.serial);
                this.#reserved.set(line.serial, line);
                if (line.renamedFrom !== undefined)
                    this.#renames.set(line.renamedFrom, line.app);
                break;
            case 'void':
                this.#reserved.delete(line.serial);
                break;
            case 'issue':
                if (this.#reserved.size > 0)
                    this.#reserved.delete(line.serial);
                this.#certificates.add(line);
                break;
            case 'announce':
                this.#announcements.set(line.serial, announcementRecord(line));
                break;
            case 'revoke':
                if (this.#announcements.size > 0)
                    this.#announcements.delete(line.serial);
                this.#revocations.add(line);
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
}
function unwritable({ kind }, why) {
    return new authority_error/* AuthorityError */.s('bad-entry', `A line of the kind "${kind}" was not written to the ledger: ${why}.`, {
        hint: 'Look at what the line was to say: an id that is a path, a date or a fingerprint that is none.',
    });
}

// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/common/settings.js + 1 modules
var settings = __webpack_require__(3847);
;// CONCATENATED MODULE: ./build/bundle/ca/read-policy.js
// SPDX-License-Identifier: MIT




/**
 * Reads the file. What is not set has its default; what nobody knows is refused, with the line.
 * @throws AuthorityError `bad-policy`
 */
function readPolicy(text, file = policy/* policyPath */.k1) {
    const fail = (what, line) => new authority_error/* AuthorityError */.s('bad-policy', `${file}:${line}: ${(0,printable/* printable */.g)(what)}.`, {
        hint: 'See the table of settings in docs/authority.md.',
        file,
        line,
    });
    return (0,settings/* readValues */.N$)(policy/* policySettings */.cw, text, fail);
}

;// CONCATENATED MODULE: ./build/bundle/ca/repository/repository.js
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
        return new Repository(store, Ledger.parse(await readLedger(store)), await readPolicyOf(store));
    }
    /** The same, for somebody who is going to write: an append that was not written to its end is taken away first. */
    static async openToWrite(store) {
        const bytes = await readLedger(store);
        const { ledger, torn, problem } = Ledger.parseAsFarAsWhole(bytes, ledgerPath);
        if (torn)
            await store.replace(ledgerPath, bytes.subarray(0, ledger.length));
        else if (problem !== undefined)
            throw problem;
        return new Repository(store, ledger, await readPolicyOf(store));
    }
    /** Adds lines to the ledger: they are durable when this returns. */
    async record(entries, now) {
        await this.store.append(ledgerPath, this.ledger.append(entries, now));
    }
}
async function readLedger(store) {
    return (await store.read(ledgerPath)) ?? new Uint8Array();
}
async function readPolicyOf(store) {
    const bytes = await store.read(policy/* policyPath */.k1);
    return bytes === undefined ? policy/* defaultPolicy */.G4 : readPolicy(Buffer.from(bytes).toString('utf8'));
}

// EXTERNAL MODULE: ./build/bundle/ca/request/create-request.js
var create_request = __webpack_require__(9375);
// EXTERNAL MODULE: ./build/bundle/ca/request/certificate-request.js
var certificate_request = __webpack_require__(7052);
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
const requestLabel = /^(NEW )?CERTIFICATE REQUEST$/;
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
    const blocks = Array.from(text.matchAll(block), (match) => ({ match, der: decodeBase64(match[4] ?? '') }));
    if (blocks.length === 0)
        return findWithoutPem(bytes, text, problems);
    if (notes.length > 0)
        problems.push({ rule: 'request-encoding', message: `The file has ${notes.join(', ')}.` });
    const requests = blocks.filter(({ match }) => requestLabel.test(match[2] ?? ''));
    const [first] = requests;
    for (const { match, der } of blocks)
        noteWrongKind(match[2] ?? '', der, first !== undefined, problems);
    if (first === undefined)
        return undefined;
    const { match, der } = first;
    const line = lineOf(text, match.index);
    const [whole, open, label, openEnd, , close, closeLabel, closeEnd] = match;
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
        problems.push({ rule: 'request-several', line: lineOf(text, requests[1]?.match.index ?? 0) });
    const around = blocks.reduce((rest, { match: [one] }) => rest.replace(one, ''), text).trim();
    if (around !== '')
        problems.push({ rule: 'request-text-around' });
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
function noteWrongKind(label, der, beside, problems) {
    const kind = der === undefined ? 'unknown' : kindOf(der);
    const labelled = requestLabel.test(label);
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

// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
;// CONCATENATED MODULE: ./build/bundle/ca/review/form-rules.js
const again = 'Make the request again and commit the file as it is: nextcloud-release certificate request APP_ID.';
const form_rules_pem = 'RFC 7468 section 7';
const form_rules_forms = [
    ['request-empty', 'error', 'The file is empty.', again, form_rules_pem],
    [
        'request-too-large',
        'error',
        'The file is far too large for a request.',
        again,
        'RSA-16384 with a long subject has 12 KB',
    ],
    [
        'request-private-key',
        'error',
        'The file holds a private key. It is public now: never use it again.',
        'Make a new key and a new request, and tell nobody the key: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".',
        'app-certificate-requests#1006, #818',
    ],
    [
        'request-wrong-kind',
        'error',
        'The file holds something other than a certificate request.',
        again,
        'app-certificate-requests#268',
    ],
    ['request-pem', 'error', 'The file is not in PEM form.', again, `${form_rules_pem}; app-certificate-requests#775`],
    ['request-several', 'error', 'The file holds more than one request.', 'Leave one request in the file.', form_rules_pem],
    [
        'request-text-around',
        'error',
        'There is text before or after the request.',
        'Leave nothing in the file but the lines from BEGIN to END.',
        form_rules_pem,
    ],
    ['request-der', 'error', 'The request is damaged.', again, 'RFC 2986 section 4'],
    ['request-encoding', 'info', 'The file is not written as OpenSSL writes it.', 'Nothing needs to be done.', form_rules_pem],
];
/** What the file has to look like, before its content is asked. */
const formRules = form_rules_forms.map(([id, severity, message, fix, source]) => ({
    id,
    severity,
    message,
    fix,
    source,
    check: ({ file }) => file.problems
        .filter(({ rule }) => rule === id)
        .map(({ line, message: words }) => ({
        ...(line !== undefined && { line }),
        ...(words !== undefined && { message: words }),
    })),
}));

;// CONCATENATED MODULE: ./build/bundle/ca/review/review-subject.js
// SPDX-License-Identifier: MIT


/** No longer key can have signed the request (OpenSSL: OPENSSL_RSA_MAX_MODULUS_BITS), and to look closer takes seconds. */
const longestLookedAt = 16_384;
function reviewSubject({ deep, ...input }) {
    const { request, appId } = input.file;
    const { repository } = input;
    const rsaKey = request?.rsaKey;
    const isLookedAt = rsaKey !== undefined && rsaKey.modulus > 1n && rsaKey.bits <= longestLookedAt;
    return {
        ...input,
        ...(deep !== undefined && isLookedAt && { deep }),
        appId,
        request,
        rsaKey,
        key: request && keyHash(request.spki),
        current: repository && currentCertificate(repository.knowledge, appId),
    };
}
/** How keys are named in the ledger: SHA-256 of the SubjectPublicKeyInfo, hex. */
function keyHash(spki) {
    return (0,external_node_crypto_.hash)('sha256', spki, 'hex');
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

;// CONCATENATED MODULE: ./build/bundle/ca/review/weak-key.js
// SPDX-License-Identifier: MIT
/** Faults of RSA moduli that can be found in milliseconds, without the private key. */
const rocaPrimes = primesBelow(168).slice(1);
/** A prime below `limit` that divides the modulus: no generator makes such a key. */
function smallFactor(modulus, limit = 1000) {
    const { all, groups } = primeGroups(limit);
    const rest = modulus % all;
    for (const { product, primes } of groups) {
        const small = Number(rest % product);
        const factor = primes.find((prime) => small % prime === 0);
        if (factor !== undefined)
            return factor;
    }
    return undefined;
}
const knownGroups = new Map();
/** Primes multiplied up to what a double holds exactly: one division for five of them. */
function primeGroups(limit) {
    const known = knownGroups.get(limit);
    if (known !== undefined)
        return known;
    const groups = [];
    for (const prime of primesBelow(limit)) {
        const last = groups.at(-1);
        if (last === undefined || last.product * BigInt(prime) > Number.MAX_SAFE_INTEGER) {
            groups.push({ product: BigInt(prime), primes: [prime] });
        }
        else {
            last.product *= BigInt(prime);
            last.primes.push(prime);
        }
    }
    const made = { groups, all: groups.reduce((all, { product }) => all * product, 1n) };
    knownGroups.set(limit, made);
    return made;
}
/** For each prime, the powers of 65537 modulo it. */
const rocaGroups = rocaPrimes.map((prime) => {
    const powers = new Set();
    for (let power = 1; !powers.has(power); power = (power * 65537) % prime)
        powers.add(power);
    return { prime, powers };
});
/**
 * Keys of Infineon's library (CVE-2017-15361): both primes are powers of 65537 modulo a product of small primes, and so
 * is the modulus. One sound key in about 10^8 looks like that by chance.
 */
function isRoca(modulus) {
    return rocaGroups.every(({ prime, powers }) => powers.has(Number(modulus % BigInt(prime))));
}
/**
 * True where Fermat's method finds the factors within `rounds` steps: the primes lie too near each other
 * (CVE-2022-26320). A step asks whether (root + round)² - modulus is a square. What it leaves modulo a few small numbers
 * nearly always says no, and is told without a long number: 100 rounds take 0.06 ms instead of 0.12, 10,000 0.4 instead
 * of 7.
 */
function hasClosePrimes(modulus, rounds = 100) {
    const floor = squareRoot(modulus);
    if (floor * floor === modulus)
        return true;
    const root = floor + 1n;
    const smallRoot = Number(root % BigInt(sieve));
    const smallModulus = Number(modulus % BigInt(sieve));
    for (let round = 0; round < rounds; round++) {
        const side = (smallRoot + round) % sieve;
        if (canBeSquare((side * side - smallModulus + sieve) % sieve)) {
            const whole = root + BigInt(round);
            const rest = whole * whole - modulus;
            const other = squareRoot(rest);
            if (other * other === rest)
                return true;
        }
    }
    return false;
}
/** The greatest common divisor of the modulus and any of the others that is neither 1 nor the modulus itself. */
function sharedFactor(modulus, productOfOthers) {
    const factor = gcd(modulus, productOfOthers % modulus);
    return factor === 1n ? undefined : factor;
}
function gcd(a, b) {
    while (b !== 0n)
        [a, b] = [b, a % b];
    return a;
}
/** squares leave only 12 of 64 remainders modulo 64, and few modulo 63, 65 and 11: one number in 170 is looked at closer */
const moduli = [64, 63, 65, 11];
const sieve = moduli.reduce((product, modulus) => product * modulus);
const sieves = moduli.map((modulus) => {
    const squares = Array.from({ length: modulus }, (_, x) => (x * x) % modulus);
    return { modulus, squares: Uint8Array.from({ length: modulus }, (_, rest) => Number(squares.includes(rest))) };
});
/** @param rest of a number, modulo `sieve` */
function canBeSquare(rest) {
    return sieves.every(({ modulus, squares }) => squares[rest % modulus] === 1);
}
/** Rounded down. Newton's iteration from above, which begins with the root of the first half of the digits. */
function squareRoot(value) {
    if (value < 1n << 50n)
        return BigInt(Math.floor(Math.sqrt(Number(value))));
    const quarter = BigInt(value.toString(16).length);
    let root = (squareRoot(value >> (2n * quarter)) + 1n) << quarter;
    for (;;) {
        const next = (root + value / root) >> 1n;
        if (next >= root)
            return root;
        root = next;
    }
}
function primesBelow(limit) {
    const composite = new Uint8Array(limit);
    const primes = [];
    for (let number = 2; number < limit; number++) {
        if (composite[number] !== 0)
            continue;
        primes.push(number);
        for (let multiple = number * number; multiple < limit; multiple += number)
            composite[multiple] = 1;
    }
    return primes;
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/key-rules.js
// SPDX-License-Identifier: MIT


const newKey = 'Make a new key and request: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".';
const hasKey = ({ rsaKey }) => rsaKey !== undefined;
const store = 'the store and every server verify RSA only';
/** The key and the signature of the request. */
const keyRules = [
    {
        id: 'request-version',
        severity: 'error',
        applies: ({ request }) => request !== undefined,
        message: 'The request’s version is not 0.',
        fix: newKey,
        source: 'RFC 2986 section 4.1',
        check: ({ request }) => when(request?.version !== 0n),
    },
    {
        id: 'request-signature',
        severity: 'error',
        applies: hasKey,
        message: 'The request is not signed with the key that it names: it was changed, or put together from two.',
        fix: newKey,
        source: 'RFC 2986 section 4.2',
        check: ({ request }) => when(request?.signatureHash !== undefined && !request.isSelfSigned),
    },
    {
        id: 'request-signature-hash',
        severity: 'error',
        applies: hasKey,
        message: 'The request is not signed with RSA and SHA-256, SHA-384 or SHA-512.',
        fix: `Add -sha256: ${newKey}`,
        source: 'RFC 8017 section 8.2; SHA-1 is broken (2020)',
        check: ({ request, policy, now, current, key }) => {
            const hash = request?.signatureHash;
            if (hash === 'sha1') {
                const inTime = policy.sha1Until !== undefined && now <= policy.sha1Until;
                // who holds the key of a renewal was shown when it was certified: one in three of 2016 was signed so
                const tolerated = inTime || current?.key === key;
                return [{ message: 'The request is signed with SHA-1.', severity: tolerated ? 'warning' : 'error' }];
            }
            return when(hash !== 'sha256' && hash !== 'sha384' && hash !== 'sha512');
        },
    },
    {
        id: 'key-type',
        severity: 'error',
        applies: ({ request }) => request !== undefined,
        message: 'The key is not an RSA key that can be read.',
        fix: newKey,
        source: store,
        check: ({ rsaKey, request }) => when(rsaKey === undefined, { message: `The key is ${typeOf(request?.publicKey?.asymmetricKeyType)}; ${store}.` }),
    },
    {
        id: 'key-size',
        severity: 'error',
        applies: hasKey,
        message: 'The key is too short.',
        fix: newKey,
        source: 'developer documentation of the store: 4096 bits; app-certificate-requests#170, #1013, #1123',
        check: ({ rsaKey, policy, now, current, key }) => {
            const bits = rsaKey?.bits ?? 0;
            if (bits >= policy.minimumKeyBits)
                return [];
            const message = `The key has ${bits} bits; ${policy.minimumKeyBits} are the least.`;
            const inTime = policy.shorterKeysUntil !== undefined && now <= policy.shorterKeysUntil;
            // a renewal of what was certified before is not a new request
            const tolerated = bits >= 2048 && (inTime || current?.key === key);
            return [{ message, severity: tolerated ? 'warning' : 'error' }];
        },
    },
    {
        id: 'key-exponent',
        severity: 'error',
        applies: hasKey,
        message: 'The public exponent is even, below 65537, or longer than 32 bits.',
        fix: newKey,
        source: 'NIST SP 800-89 section 5.3.3; every key ever certified has 65537',
        check: ({ rsaKey }) => {
            const exponent = rsaKey?.exponent ?? 0n;
            return when(exponent < 65537n || exponent % 2n === 0n || exponent >= 1n << 32n);
        },
    },
    {
        id: 'key-weak-factor',
        severity: 'error',
        applies: hasKey,
        message: 'A small prime divides the key.',
        fix: newKey,
        source: 'a sound generator makes no such key',
        check: ({ rsaKey, deep }) => when(smallFactor(rsaKey?.modulus ?? 1n, deep ? 100_000 : 1000) !== undefined),
    },
    {
        id: 'key-weak-roca',
        severity: 'error',
        applies: hasKey,
        message: 'The key was made by a faulty smart card or TPM and can be broken (ROCA).',
        fix: newKey,
        source: 'CVE-2017-15361',
        check: ({ rsaKey }) => when(isRoca(rsaKey?.modulus ?? 1n)),
    },
    {
        id: 'key-weak-close-primes',
        severity: 'error',
        applies: hasKey,
        message: 'The two primes of the key lie so near each other that it can be broken.',
        fix: newKey,
        source: 'CVE-2022-26320',
        check: ({ rsaKey, deep }) => when(hasClosePrimes(rsaKey?.modulus ?? 1n, deep ? 10_000 : 100)),
    },
    {
        id: 'key-weak-shared',
        severity: 'error',
        applies: ({ rsaKey, deep }) => rsaKey !== undefined && deep !== undefined,
        message: 'The key shares a prime with another key: both can be broken.',
        fix: newKey,
        source: 'Heninger and others, "Mining your Ps and Qs", 2012',
        check: ({ rsaKey, deep }) => when(rsaKey !== undefined &&
            deep !== undefined &&
            sharedFactor(rsaKey.modulus, deep.otherModuli(rsaKey.modulus)) !== undefined),
    },
];
function typeOf(type) {
    if (type === undefined)
        return 'damaged, or of a kind that is unknown here';
    return type === 'rsa' ? 'a damaged RSA key' : `of type ${type}`;
}

// EXTERNAL MODULE: ./build/bundle/ca/review/known-names.js
var known_names = __webpack_require__(572);
;// CONCATENATED MODULE: ./build/bundle/ca/review/repository-rules.js


const day = 86_400_000;
const isNew = ({ repository, appId }) => repository?.knowledge.certificatesOf(appId).length === 0;
/** A new id that is neither refused anyway nor decided upon by the policy. */
const isNewName = (subject) => isNew(subject) && reserved(subject) === undefined && !subject.policy.allowedIds.includes(subject.appId);
const reserved = ({ appId, policy }) => policy.allowedIds.includes(appId) ? undefined : (0,known_names/* reservedBecause */.f2)(appId, policy.reservedIds);
const repository_rules_hasKey = ({ repository, key }) => repository !== undefined && key !== undefined;
const otherName = 'Choose another id, and use it in appinfo/info.xml too.';
const repository_rules_newKey = 'Make a new key and request: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".';
/** What only the repository knows: names and keys that are taken, and what there is already for this app. */
const repositoryRules = [
    {
        id: 'id-reserved',
        severity: 'error',
        applies: isNew,
        message: 'The id is reserved.',
        fix: otherName,
        source: 'server: core/shipped.json; app-certificate-requests#108, #182, #374',
        check: (subject) => {
            const why = reserved(subject);
            return when(why !== undefined, { message: `The id ${quote(subject.appId)} is reserved: ${why ?? ''}.` });
        },
    },
    {
        id: 'id-product',
        severity: 'hold',
        applies: isNewName,
        message: 'The id has the product’s name in it, or nearly.',
        fix: otherName,
        source: 'app-certificate-requests#652, #794, #872',
        check: ({ appId }) => {
            const product = (0,known_names/* nearProduct */.kG)(appId);
            return when(product !== undefined, {
                message: `The id ${quote(appId)} has ${quote(product ?? '')} in it, or nearly.`,
            });
        },
    },
    {
        id: 'id-confusing',
        severity: 'hold',
        applies: isNewName,
        message: 'People would mistake the id for another app’s.',
        fix: otherName,
        source: 'app-certificate-requests#148, #757, #1048',
        check: ({ appId, repository }) => {
            const other = (0,known_names/* confusingWith */.tg)(appId, repository?.knowledge.apps() ?? []);
            return when(other !== undefined, {
                message: `The id ${quote(appId)} is nearly that of the app ${quote(other ?? '')}.`,
            });
        },
    },
    {
        id: 'id-generic',
        severity: 'hold',
        applies: isNewName,
        message: 'The id is a common word.',
        fix: otherName,
        source: 'app-certificate-requests#637, #1111, #1147',
        check: ({ appId }) => when((0,known_names/* isCommonWord */.ei)(appId), { message: `The id ${quote(appId)} is a common word, not a name.` }),
    },
    {
        id: 'key-blocked',
        severity: 'error',
        applies: repository_rules_hasKey,
        message: 'The key is known to be compromised.',
        fix: repository_rules_newKey,
        source: 'app-certificate-requests#1006',
        check: ({ repository, key = '' }) => {
            const why = repository?.knowledge.blockedKey(key);
            const leaked = revocations(repository?.knowledge.certificatesOfKey(key) ?? [], repository).some(({ reason }) => reason === 'keyCompromise');
            return when(why !== undefined || leaked, {
                message: `The key can never be certified again: ${why === undefined ? 'a certificate of it was revoked because the key leaked' : quote(why)}.`,
            });
        },
    },
    {
        id: 'key-of-another-app',
        severity: 'error',
        applies: repository_rules_hasKey,
        message: 'Another app has this key.',
        fix: repository_rules_newKey,
        source: 'none of 993 certified keys belongs to two apps',
        check: ({ repository, key = '', appId }) => {
            const other = repository?.knowledge.certificatesOfKey(key).find(({ app }) => app !== appId);
            return when(other !== undefined, { message: `The key is the one of the app ${quote(other?.app ?? '')}.` });
        },
    },
    {
        id: 'key-old',
        severity: 'error',
        applies: (subject) => repository_rules_hasKey(subject) && subject.current?.key !== subject.key,
        message: 'The key is an old one of this app.',
        fix: repository_rules_newKey,
        source: 'a key that was replaced was lost, handed over or stolen',
        check: ({ repository, key = '', appId }) => when(repository?.knowledge.certificatesOfKey(key).some(({ app }) => app === appId) ?? false, {
            message: 'The key is an old one of this app, whose certificate was revoked or replaced.',
        }),
    },
    {
        id: 'renewal',
        severity: 'info',
        applies: ({ current, key }) => current !== undefined && current.key === key,
        message: 'The app has a certificate with this key.',
        fix: 'Nothing needs to be done.',
        source: 'the store compares certificate texts: registering a renewal deletes the app’s releases there',
        check: ({ current, policy, now }) => {
            if (current === undefined)
                return [];
            const left = Math.floor((current.notAfter.getTime() - now.getTime()) / day);
            const ends = current.notAfter.toISOString().slice(0, 10);
            if (left > policy.renewalDays) {
                return [
                    { message: `Nothing to do: the app has a certificate with this key until ${ends}, ${left} days from now.` },
                ];
            }
            return [{ message: `This renews the certificate that ends on ${ends}. The old one stays valid until then.` }];
        },
    },
    {
        id: 'replacement',
        severity: 'hold',
        applies: ({ current, key }) => current !== undefined && key !== undefined && current.key !== key,
        message: 'The app has a certificate with another key.',
        fix: 'Say why: lost, leaked, taken over, wrong name. Where the old key is still there, sign the request with it.',
        source: 'app-certificate-requests#1136: a certificate was replaced for nothing',
        check: ({ current }) => when(true, {
            message: `The app has a certificate with another key, valid until ${current?.notAfter.toISOString().slice(0, 10) ?? ''}.`,
        }),
    },
    {
        id: 'revoked-before',
        severity: 'hold',
        applies: ({ repository, current, appId }) => current === undefined && (repository?.knowledge.certificatesOf(appId).length ?? 0) > 0,
        message: 'The app was certified before, and all its certificates are revoked.',
        fix: 'Say why they were revoked, and who asks now.',
        source: 'app-certificate-requests#791, #303, #617',
        check: () => when(true),
    },
];
function revocations(records, repository) {
    return records.flatMap(({ serial }) => repository?.knowledge.revocationOf(serial) ?? []);
}

// EXTERNAL MODULE: ./build/bundle/ca/review/app-id.js
var app_id = __webpack_require__(6195);
;// CONCATENATED MODULE: ./build/bundle/ca/review/subject-rules.js
// SPDX-License-Identifier: MIT


const commonName = '2.5.4.3';
const subject_rules_again = 'Make the request again with nothing but the id: nextcloud-release certificate request APP_ID --key APP_ID.key.';
const server = 'server: IntegrityCheck/Checker.php, Installer.php: the certificate’s CN has to be the id of the app';
/** Who the request says it is for. */
const subjectRules = [
    {
        id: 'path',
        severity: 'error',
        message: 'The request does not lie at APP_ID/APP_ID.csr.',
        fix: 'Move the file: one folder, named like the app, and in it the request, named like the app.',
        source: 'app-certificate-requests: README; #108, #1003, #1141',
        check: ({ repository, appId, file }) => {
            if (repository === undefined)
                return when(!file.path.endsWith('.csr'), { message: 'The file’s name does not end in .csr.' });
            return when(repository.path !== `${appId}/${appId}.csr`, {
                message: `The request lies at ${quote(repository.path)}, not at APP_ID/APP_ID.csr.`,
            });
        },
    },
    {
        id: 'cn-one',
        severity: 'error',
        applies: ({ request }) => request !== undefined,
        message: 'The subject does not have exactly one common name, by itself.',
        fix: subject_rules_again,
        source: server,
        check: ({ request }) => {
            const names = request?.subject.relativeNames ?? [];
            const count = request?.commonNames.length ?? 0;
            if (count !== 1)
                return [{ message: `The subject has ${count === 0 ? 'no common name' : `${count} common names`}.` }];
            const shared = names.some((relative) => relative.length > 1 && relative.some(({ type }) => type === commonName));
            return when(shared, { message: 'The common name shares a multi-valued relative name with something else.' });
        },
    },
    {
        id: 'cn-app-id',
        severity: 'error',
        applies: ({ request }) => request?.commonNames.length === 1,
        message: 'The common name is not the id of the app.',
        fix: subject_rules_again,
        source: `${server}; app-certificate-requests#441, #819`,
        check: ({ request, appId }) => {
            const name = request?.commonNames[0] ?? '';
            return when(name !== appId, { message: `The common name is ${quote(name)}, the file is for ${quote(appId)}.` });
        },
    },
    {
        id: 'subject-more',
        severity: 'info',
        applies: ({ request }) => request !== undefined,
        message: 'The subject says more than the common name; the rest is dropped.',
        fix: 'Nothing needs to be done.',
        source: 'the certificate says what was checked, and nothing else',
        check: ({ request }) => {
            const more = (request?.subject.attributes ?? []).filter(({ type }) => type !== commonName).length;
            return when(more > 0, {
                message: `The subject has ${more} ${more === 1 ? 'field' : 'fields'} beside the common name, which ${more === 1 ? 'is' : 'are'} dropped.`,
            });
        },
    },
    {
        id: 'request-extensions',
        severity: 'info',
        applies: ({ request }) => request !== undefined,
        message: 'The request asks for extensions; they are ignored.',
        fix: 'Nothing needs to be done.',
        source: 'the profile decides on the extensions',
        check: ({ request }) => when((request?.requestedExtensions.length ?? 0) > 0),
    },
    {
        id: 'request-attributes',
        severity: 'info',
        applies: ({ request }) => request !== undefined,
        message: 'The request has attributes, e.g. a challenge password; they are ignored.',
        fix: 'Nothing needs to be done; a challenge password is public now.',
        source: 'RFC 2985 section 5.4',
        check: ({ request }) => when((request?.attributes ?? []).some((type) => type !== '1.2.840.113549.1.9.14')),
    },
    {
        id: 'id-format',
        severity: 'error',
        applies: ({ repository, appId }) => (repository?.knowledge.certificatesOf(appId).length ?? 0) === 0,
        message: 'This cannot be the id of an app.',
        fix: 'Choose an id of a to z, 0 to 9 and single underscores that begins with a letter, and use it in info.xml too.',
        source: 'appstore: info.xsd; app-certificate-requests#794, appstore#1809',
        check: ({ appId, policy }) => (0,app_id/* appIdProblems */.b)(appId, policy).map((problem) => ({
            message: `${quote(appId)} cannot be the id of an app: it ${problem}.`,
        })),
    },
];

;// CONCATENATED MODULE: ./build/bundle/ca/review/review.js
// SPDX-License-Identifier: MIT







/** Every rule of a review, in the order of the table in docs/authority.md. */
const reviewRules = [...formRules, ...keyRules, ...subjectRules, ...repositoryRules];
/** All that is to be said of a request, at the first look. Throws for nothing that a file can hold. */
function review(input) {
    const subject = reviewSubject(input);
    const { path, line } = input.file;
    const findings = (0,finding/* inReadingOrder */.g)((0,rule/* applyRules */.I)(reviewRules, subject).map((finding) => ({ file: path, line, ...finding })));
    return { path, app: subject.appId, ok: (0,finding/* isOk */.HQ)(findings), hold: (0,finding/* isOnHold */.$l)(findings), findings };
}

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/crl.js
var crl = __webpack_require__(7299);
// EXTERNAL MODULE: ./build/bundle/common/clock.js
var clock = __webpack_require__(6046);
// EXTERNAL MODULE: ./build/bundle/common/coded-error.js
var coded_error = __webpack_require__(4252);
;// CONCATENATED MODULE: ./build/bundle/bot/error-facts.js
// SPDX-License-Identifier: MIT

/**
 * An error as facts of a log line, its code first: documentation and alarms go by that. What was foreseen needs no trace,
 * and its causes carry requests.
 */
function errorFacts(error) {
    if (!(error instanceof coded_error/* CodedError */.A))
        return { code: 'fault', err: error };
    return { code: String(error.code), reason: error.message, hint: error.hint };
}

;// CONCATENATED MODULE: ./build/bundle/bot/bot-error.js
// SPDX-License-Identifier: MIT

const codes = {
    /** no answer, or a broken one: nobody knows whether it was done */
    'github-unreachable': 'outside',
    /** GitHub's own fault, 5xx: nobody knows whether it was done either */
    'github-failed': 'outside',
    'rate-limited': 'outside',
    /** 401, 403: a permission of the App, or a rule of the repository */
    'not-permitted': 'unusable',
    /** 404, 410: also what is said of things that the App may not see */
    'not-found': 'outside',
    /** 409, 422 and whatever else is refused */
    'request-refused': 'outside',
    'object-damaged': 'outside',
    'too-much-to-read': 'outside',
    'not-a-file': 'refused',
    'branch-refused': 'unusable',
    'still-moving': 'outside',
    'head-moved': 'refused',
    'left-undone': 'outside',
    'bad-settings': 'unusable',
    'store-unreadable': 'outside',
    'no-repository': 'unusable',
    'bad-environment': 'unusable',
};
/** What goes wrong between the bot and GitHub. */
class BotError extends coded_error/* CodedError */.A {
    /** of GitHub's answer, where there was one */
    status;
    constructor(code, message, details) {
        super(code, codes[code], message, details);
        this.status = details.status;
    }
}
/** True where GitHub answered with one of these statuses; a limit says nothing about what was asked for. */
function hasStatus(error, ...statuses) {
    if (!(error instanceof BotError) || error.code === 'rate-limited')
        return false;
    return error.status !== undefined && statuses.includes(error.status);
}

// EXTERNAL MODULE: ./build/bundle/ca/x509/rsa-key.js
var rsa_key = __webpack_require__(4526);
;// CONCATENATED MODULE: ./build/bundle/bot/github/in-portions.js
// SPDX-License-Identifier: MIT
/** Does it for each, so many at once, and begins nothing more after a failure. */
async function inPortions(items, atOnce, work) {
    const rest = items[Symbol.iterator]();
    let failed = false;
    const worker = async () => {
        for (const item of rest) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
            if (failed)
                return;
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

;// CONCATENATED MODULE: ./build/bundle/bot/certified-moduli.js
// SPDX-License-Identifier: MIT






/** Certificates have 2 KB, and GitHub answers within ten seconds or not at all. */
const filesAtOnce = 100;
const callsAtOnce = 3;
/** There is no file in this place. */
const absent = Symbol('absent');
/**
 * The RSA moduli of all keys that are certified at the tip of the base branch, as far as their certificates lie there:
 * a key that was replaced has none there any more. A hundred certificates are one call, and each is read once in the
 * life of the process; a tip that certifies nothing new costs nothing.
 */
function certifiedModuli(github, base) {
    const { modulusOfKey, certifiedModuli: ofCommit } = github.caches;
    return ofCommit.get(base.commit, async () => {
        const { ledger } = base.repository;
        const keys = [...ledger.apps()].flatMap((app) => {
            const newest = ledger.certificatesOf(app).at(-1);
            return newest === undefined ? [] : [{ app, key: newest.key }];
        });
        const unknown = keys.filter(({ key }) => !modulusOfKey.has(key));
        await inPortions(portions(unknown), callsAtOnce, async (some) => {
            const texts = await readTexts(github, base.commit, some);
            some.forEach(({ key }, at) => {
                const text = texts[at];
                // what GitHub did not show may be shown the next time
                if (text !== undefined)
                    modulusOfKey.set(key, text === absent ? undefined : modulusIn(text, key));
            });
        });
        return [...new Set(keys.flatMap(({ key }) => modulusOfKey.get(key) ?? []))];
    });
}
function portions(items) {
    const count = Math.ceil(items.length / filesAtOnce);
    return Array.from({ length: count }, (_, at) => items.slice(at * filesAtOnce, (at + 1) * filesAtOnce));
}
/** The texts of the certificates, in the order of the apps: as many calls over REST would be as many files. */
async function readTexts({ octokit, repository }, commit, apps) {
    const names = apps.map((_, at) => `file${at}`);
    const files = names.map((name) => `${name}: object(expression: $${name}) { ... on Blob { text } }`);
    const query = `query ($owner: String!, $repo: String!, ${names.map((name) => `$${name}: String!`).join(', ')}) {
  repository(owner: $owner, name: $repo) {
    ${files.join('\n    ')}
  }
}`;
    const expressions = apps.map(({ app }, at) => [`file${at}`, `${commit}:${certificatePath(app)}`]);
    const answer = await octokit.graphql(query, { ...repository, ...Object.fromEntries(expressions) });
    return names.map((name) => {
        const file = answer.repository?.[name];
        return file === null ? absent : (file?.text ?? undefined);
    });
}
/** Undefined where it is another key's, no certificate, or no RSA key: three of the hand-made files are none. */
function modulusIn(text, key) {
    try {
        const { spki } = common_certificate/* Certificate */.us.fromPem(text);
        return keyHash(spki) === key ? (0,rsa_key/* rsaKeyOf */.t)(spki)?.modulus : undefined;
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/check-memory.js
// SPDX-License-Identifier: MIT
/** One head is pushed by one account, unless it is pushed away and back. */
const mostPushers = 4;
const check_memory_form = /^nextcloud-ca\/1 rules=([\w.-]{1,32}) pr=(\d{1,10}) pushers=(\d{1,15}(?:\+\d{1,15}){0,3}|none|many) content=([0-9a-f]{32}|-) annotations=([0-9a-f]{32})$/;
/** At most 240 characters; the documentation names no limit. */
function writeMemory({ rules, pullRequest, pushers, content, annotations }) {
    const ids = pushers === 'many' ? pushers : pushers.join('+') || 'none';
    return `nextcloud-ca/1 rules=${rules} pr=${pullRequest} pushers=${ids} content=${content ?? '-'} annotations=${annotations}`;
}
/** undefined for anything that {@link writeMemory} does not write. */
function readMemory(externalId) {
    const [, rules, pullRequest, ids = '', content, annotations] = check_memory_form.exec(externalId) ?? [];
    if (rules === undefined || content === undefined || annotations === undefined)
        return undefined;
    return {
        rules,
        pullRequest: Number(pullRequest),
        pushers: ids === 'many' ? ids : ids === 'none' ? [] : ids.split('+').map(Number),
        content: content === '-' ? undefined : content,
        annotations,
    };
}
/** All that several sources know together. */
function mergePushers(sources) {
    const known = sources.filter((source) => source !== 'many');
    const ids = [...new Set(known.flat())].sort((one, other) => one - other);
    return known.length < sources.length || ids.length > mostPushers ? 'many' : ids;
}
/** Whoever pushed it alone; undefined: nobody knows, or there are more. */
function solePusher(pushers) {
    return pushers.length === 1 && pushers !== 'many' ? pushers[0] : undefined;
}
/** What is remembered beside a commit. @param runs ours on it */
function rememberedPushers(runs) {
    return mergePushers(runs.map(({ externalId }) => readMemory(externalId)?.pushers ?? []));
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/bounded-cache.js
// SPDX-License-Identifier: MIT
/**
 * What was asked for once is not asked for again: the longest unused goes first when it becomes too much, and whoever
 * asks for what is just on its way gets the same answer. Failures are not kept.
 */
class BoundedCache {
    #kept = new Map();
    #onTheWay = new Map();
    #options;
    #size = 0;
    constructor(options) {
        this.#options = { sizeOf: () => 1, maxAgeMs: Infinity, now: Date.now, ...options };
    }
    /** Sum of the sizes of all that is kept. */
    get size() {
        return this.#size;
    }
    /** @throws whatever `load` throws */
    async get(key, load) {
        const kept = this.#kept.get(key);
        if (kept !== undefined) {
            this.#forget(key, kept);
            if (this.#options.now() - kept.at < this.#options.maxAgeMs) {
                this.#keep(key, kept);
                return kept.value;
            }
        }
        const onTheWay = this.#onTheWay.get(key);
        if (onTheWay !== undefined)
            return onTheWay;
        const loading = load();
        this.#onTheWay.set(key, loading);
        try {
            const value = await loading;
            this.#keep(key, { value, size: this.#options.sizeOf(value), at: this.#options.now() });
            return value;
        }
        finally {
            this.#onTheWay.delete(key);
        }
    }
    /** For what became known without being asked for. */
    set(key, value) {
        const kept = this.#kept.get(key);
        if (kept !== undefined)
            this.#forget(key, kept);
        this.#keep(key, { value, size: this.#options.sizeOf(value), at: this.#options.now() });
    }
    delete(key) {
        const kept = this.#kept.get(key);
        if (kept !== undefined)
            this.#forget(key, kept);
    }
    #keep(key, entry) {
        if (entry.size > this.#options.limit)
            return;
        this.#kept.set(key, entry);
        this.#size += entry.size;
        for (const [oldest, kept] of this.#kept) {
            if (this.#size <= this.#options.limit)
                return;
            this.#forget(oldest, kept);
        }
    }
    #forget(key, { size }) {
        this.#kept.delete(key);
        this.#size -= size;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/account.js
/** Many accounts that were deleted are one ghost on GitHub: who it was cannot be told, and it is nobody. */
function accountOf(shown) {
    if (shown?.id === undefined || shown.login === undefined || shown.login === ghost.login)
        return undefined;
    const { id, login, type } = shown;
    return { id: Number(id), login, isBot: type === 'Bot' || login.endsWith('[bot]') };
}
/** What GitHub shows in place of an account that was deleted. */
const ghost = { id: 10137, login: 'ghost', isBot: false };

;// CONCATENATED MODULE: ./build/bundle/bot/github/edited-texts.js
// SPDX-License-Identifier: MIT

const query = `query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on PullRequestReview { id lastEditedAt }
    ... on Issue { id lastEditedAt }
    ... on IssueComment { id lastEditedAt }
  }
}`;
/** GitHub gives at most so many nodes at once (GraphQL documentation, "Node limit"). */
const atOnce = 100;
/**
 * Which of these reviews, comments and opening texts were changed by anybody: whoever may write in a repository can change
 * what others wrote, and GitHub names the author all the same. REST does not tell (cli/cli#7892).
 * @param ids node ids
 * @returns those that were changed, and those of which GitHub does not say: they are no command
 */
async function readEdited(github, ids) {
    const edited = new Set(ids);
    for (let at = 0; at < ids.length; at += atOnce) {
        const { nodes = [] } = await ask(github, ids.slice(at, at + atOnce));
        for (const node of nodes)
            if (node?.id !== undefined && node.lastEditedAt === null)
                edited.delete(node.id);
    }
    return edited;
}
/** One that was deleted meanwhile is an error beside the others. */
async function ask({ octokit }, ids) {
    try {
        return await octokit.graphql(query, { ids });
    }
    catch (error) {
        const { data, errors } = error;
        if (errors === undefined)
            throw error;
        if (errors.every(({ type }) => type === 'NOT_FOUND'))
            return data ?? {};
        const [first] = errors;
        throw new BotError('github-failed', `GitHub does not say which texts were edited: ${first?.message ?? ''}.`, {
            hint: 'Nothing is lost: the pull request is looked at again. See https://www.githubstatus.com.',
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/conversation.js
// SPDX-License-Identifier: MIT



/** What stands on an issue or pull request. */
async function readConversation(github, number) {
    const { octokit, repository } = github;
    const all = await readAll(`comments of #${number}`, (page) => octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...repository,
        issue_number: number,
        per_page: 100,
        page,
    }));
    // times are in whole seconds, and a program edits within one: of what could be a command REST alone does not tell
    const unsure = all.filter(({ user, body = '', created_at: created, updated_at: updated }) => {
        return created === updated && accountOf(user)?.isBot === false && mayHoldCommand(body);
    });
    const edited = await readEdited(github, unsure.map(({ node_id: id }) => id));
    const comments = [];
    const own = [];
    for (const { user, body = '', created_at: created, updated_at: updated, ...more } of all) {
        // octokit makes long numbers BigInt
        const id = Number(more.id);
        const author = accountOf(user);
        if (author?.isBot === true && author.login === github.ourselves.login)
            own.push({ id, body });
        else {
            // whoever may write here can change what others wrote, and GitHub names the author all the same
            const isEdited = created !== updated || edited.has(more.node_id);
            comments.push({ id, author, body, createdAt: new Date(created), edited: isEdited });
        }
    }
    return { comments, own };
}
const mayHoldCommand = (body) => /^[ \t]*\/[a-z]/im.test(body);
/**
 * The items of all pages, oldest first. Whoever deletes one of his moves all later ones up, and the first of a page would
 * be on none of those that are read from the first to the last: a `/hold` could be hidden. Where one comes in between, as a
 * review may that was begun earlier, the same holds from the last to the first. So both ways are gone.
 */
async function readAll(what, page) {
    const { data, headers } = await page(1);
    const { link = '' } = headers;
    if (!link.includes('rel="next"'))
        return [...data];
    const last = Number(/[?&]page=(\d+)[^<>]*>; rel="last"/.exec(link)?.[1]);
    if (Number.isNaN(last)) {
        throw new BotError('too-much-to-read', `GitHub does not say how many pages there are of the ${what}.`, {
            hint: 'Nothing is decided where something may be missing. If it stays so, this is a mistake in the bot.',
        });
    }
    const all = new Map(data.map((item) => [Number(item.id), item]));
    const there = Array.from({ length: last - 1 }, (_, index) => index + 2);
    const back = Array.from({ length: last - 1 }, (_, index) => last - 1 - index);
    for (const at of [...there, ...back])
        for (const item of (await page(at)).data)
            all.set(Number(item.id), item);
    return [...all].sort(([one], [other]) => one - other).map(([, item]) => item);
}
/** Reviews that were handed in. */
async function readReviews(github, number) {
    const { octokit, repository } = github;
    const all = await readAll(`reviews of #${number}`, (page) => octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
        ...repository,
        pull_number: number,
        per_page: 100,
        page,
    }));
    const edited = await readEdited(github, all.filter(({ body }) => body.trim() !== '').map(({ node_id: id }) => id));
    return all.flatMap((review) => {
        const state = states.find((known) => known === review.state);
        // one that is being written is seen by its author alone, and has no date
        if (state === undefined || review.submitted_at === undefined)
            return [];
        return {
            id: Number(review.id),
            author: accountOf(review.user),
            state,
            commit: review.commit_id ?? '',
            body: review.body,
            edited: edited.has(review.node_id),
            submittedAt: new Date(review.submitted_at),
        };
    });
}
const states = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'];

;// CONCATENATED MODULE: ./build/bundle/bot/github/git-objects.js
// SPDX-License-Identifier: MIT



const modes = { file: '100644', executable: '100755', symlink: '120000', submodule: '160000' };
/** git knows it without its being stored */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const mebibyte = 1024 * 1024;
/** What of git's objects is kept in memory, for all repositories together: a name is the hash of what it stands for. */
class ObjectCache {
    commits = new BoundedCache({
        limit: 4 * mebibyte,
        sizeOf: ({ message, parents }) => 300 + message.length + 50 * parents.length,
    });
    /** an entry takes about 250 bytes (measured with Node 20: names, modes and hashes are strings of their own) */
    trees = new BoundedCache({
        limit: 48 * mebibyte,
        sizeOf: (entries) => 100 + 250 * entries.length,
    });
    blobs = new BoundedCache({ limit: 32 * mebibyte, sizeOf: ({ length }) => 200 + length });
}
/** Git's objects of one repository, over REST. Whatever was read once costs nothing any more. */
class GitObjects {
    octokit;
    repository;
    cache;
    constructor(octokit, repository, cache) {
        this.octokit = octokit;
        this.repository = repository;
        this.cache = cache;
    }
    /** @throws BotError `not-found` */
    commit(sha) {
        return this.cache.commits.get(sha, async () => {
            const { data } = await this.octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
                ...this.repository,
                commit_sha: sha,
            });
            return {
                sha: data.sha,
                tree: data.tree.sha,
                parents: data.parents.map((parent) => parent.sha),
                message: data.message,
            };
        });
    }
    /** The entries of one folder. @throws BotError `not-found`, `too-much-to-read` */
    async tree(sha) {
        if (sha === emptyTree)
            return [];
        return this.cache.trees.get(sha, async () => {
            const { data } = await this.octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
                ...this.repository,
                tree_sha: sha,
            });
            if (data.truncated) {
                throw new BotError('too-much-to-read', `The folder ${sha} has more entries than GitHub tells of.`, {
                    hint: 'A certificate repository has one folder for each app: see what was put there.',
                });
            }
            return data.tree.map(entryOf);
        });
    }
    /** Everything below, in one call, not kept: it is as large as the repository. `tree` may be the name of a branch. */
    async deepTree(tree) {
        const { data } = await this.octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
            ...this.repository,
            tree_sha: tree,
            recursive: '1',
        });
        return { entries: data.tree.map(entryOf), truncated: data.truncated };
    }
    /** @throws BotError `not-found`; `object-damaged` where the bytes are not those that the name stands for */
    blob(sha) {
        return this.cache.blobs.get(sha, async () => {
            const { data } = await this.octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
                ...this.repository,
                file_sha: sha,
            });
            const bytes = Buffer.from(data.content, data.encoding === 'utf-8' ? 'utf8' : 'base64');
            if (blobId(bytes, sha.length) === sha)
                return bytes;
            throw new BotError('object-damaged', `The blob ${sha} came with other bytes than its name stands for.`, {
                hint: 'Look again; if it stays so, ask GitHub’s support.',
            });
        });
    }
}
/** Git's name of a blob with these bytes. @param digits 40, or 64 in a repository of SHA-256 */
function blobId(bytes, digits = 40) {
    return (0,external_node_crypto_.createHash)(digits === 64 ? 'sha256' : 'sha1')
        .update(`blob ${bytes.length}\0`)
        .update(bytes)
        .digest('hex');
}
function entryOf({ path = '', mode = '', type, sha, size = 0 }) {
    return { path, mode, type: type === 'tree' || type === 'commit' ? type : 'blob', sha: sha ?? '', size };
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/private-keys.js
// SPDX-License-Identifier: MIT


/** An RSA-8192 key has 4.7 KB in PKCS#8; nobody was ever certified with a longer one than 4096 bits. */
const maxDer = 6 * 1024;
/** What a file of nothing but keys may cost: proving one takes up to 10 ms, with an elliptic curve of 571 bits. */
const maxKeysInFile = 20;
const rsaEncryption = Buffer.from('06092a864886f70d010101', 'hex');
/** A PEM block's first line that nothing follows is a text about keys; EC keys begin at 64 characters. */
const leastBase64 = 40;
// counts have an upper end everywhere, so that no file of dashes makes these slow
const begin = /-{1,10} ?BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)? ?-{1,10}/g;
const putty = /^PuTTY-User-Key-File-\d/m;
/** base64 of a DER sequence up to the end of the line, whatever stands before it */
const firstLine = /(?:^|[^A-Za-z0-9+/=])(M[A-P][A-Za-z0-9+/]{14,}={0,2})[^A-Za-z0-9+/=]*$/;
const nextLine = /^[^A-Za-z0-9+/=]*([A-Za-z0-9+/]{2,}={0,2})[^A-Za-z0-9+/=]*$/;
/**
 * Every private key in these bytes: PEM in any dress (PKCS#1, PKCS#8, SEC 1, encrypted, OpenSSH, PGP; quoted, with line
 * ends written out, UTF-16), base64 without its lines, DER, PKCS#12, PuTTY, Java key stores.
 * @param named of which of them it is found out which key it is: no other than RSA is ever certified
 */
function findPrivateKeys(bytes, named = 'all') {
    const binary = inBinary(bytes, named);
    if (binary !== undefined)
        return [binary];
    // UTF-16 is ASCII with a zero beside each letter: with the zeros gone it reads like any other text
    const text = Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
    const found = [...inPem(text, named), ...inBareBase64(text, named)].toSorted((a, b) => a.line - b.line);
    if (found.length === 0 && putty.test(text))
        return [{ line: 1, key: undefined }];
    return distinct(found).slice(0, maxKeysInFile);
}
function inBinary(bytes, named) {
    const javaKeyStore = Buffer.from(bytes.subarray(0, 4)).equals(Buffer.of(0xfe, 0xed, 0xfe, 0xed));
    const shape = javaKeyStore ? 'encrypted' : shapeOf(bytes);
    if (shape === undefined)
        return undefined;
    return { line: 1, key: keyOf(bytes, shape, named) };
}
function* inPem(text, named) {
    let line = 1;
    let counted = 0;
    let count = 0;
    for (const { 0: first, index } of text.matchAll(begin)) {
        if (count++ === maxKeysInFile)
            return;
        line += newlines(text, counted, index);
        counted = index;
        const rest = text.slice(index + first.length, index + first.length + 2 * maxDer);
        // the body ends at the END line, or, where that is lost, at whatever is no base64 any more
        const body = rest.split(/- ?END|PRIVATE KEY/, 1)[0] ?? '';
        const compact = body.replace(/\\[rn]/g, '').replace(/[^A-Za-z0-9+/=]/g, '');
        if (compact.length < leastBase64)
            continue;
        const der = Buffer.from(compact, 'base64');
        yield { line, key: keyOf(der, shapeOf(der), named) };
    }
}
/** Lines of nothing but base64 under each other, from one on that could begin a DER sequence. */
function* inBareBase64(text, named) {
    const lines = text.split('\n');
    let count = 0;
    for (let start = 0; start < lines.length && count < maxKeysInFile; start++) {
        const first = lines[start]?.match(firstLine)?.[1];
        if (first === undefined)
            continue;
        const shape = shapeOf(Buffer.from(first, 'base64'));
        if (shape === undefined)
            continue;
        count++;
        let body = first;
        for (let at = start + 1; at < lines.length && body.length < 2 * maxDer; at++) {
            const more = lines[at]?.match(nextLine)?.[1];
            if (more === undefined)
                break;
            body += more;
        }
        yield { line: start + 1, key: keyOf(Buffer.from(body, 'base64'), shape, named) };
    }
}
/**
 * What the first bytes of a DER structure say: version and what follows it are the same in every key of a kind. A
 * certificate, a request and a public key begin otherwise.
 */
function shapeOf(bytes) {
    const header = headerLength(bytes);
    if (header === undefined)
        return undefined;
    const [tag, length, version, next] = bytes.subarray(header, header + 4);
    if (tag === 0x30)
        return isEncryptedPkcs8(bytes.subarray(header, header + 24)) ? 'encrypted' : undefined;
    if (tag !== 0x02 || length !== 1)
        return undefined;
    if (version === 3 && next === 0x30)
        return 'encrypted'; // PKCS#12, RFC 7292 section 4
    if (version === 1 && next === 0x04)
        return 'sec1'; // RFC 5915 section 3
    if (version === 0 && next === 0x02)
        return 'pkcs1'; // RFC 8017 appendix A.1.2
    // RFC 5958 section 2; a request too is version, then a sequence, but all of it is in one more sequence
    return (version === 0 || version === 1) && next === 0x30 ? 'pkcs8' : undefined;
}
/** PKCS#5 schemes are 1.2.840.113549.1.5.*, those of PKCS#12 1.2.840.113549.1.12.1.* (RFC 8018, RFC 7292 appendix C) */
function isEncryptedPkcs8(bytes) {
    const hex = Buffer.from(bytes).toString('hex');
    return hex.includes('06092a864886f70d0105') || hex.includes('060a2a864886f70d010c01');
}
function headerLength(bytes) {
    const [tag, length = 0] = bytes;
    if (tag !== 0x30 || bytes.length < 12)
        return undefined;
    if (length < 0x80)
        return 2;
    return length === 0x81 || length === 0x82 ? 2 + (length & 0x7f) : undefined;
}
/** The structure itself, without what may stand behind it. */
function structure(bytes) {
    const header = headerLength(bytes) ?? 2;
    const [, short = 0, high = 0, low = 0] = bytes;
    const length = header === 2 ? short : header === 3 ? high : (high << 8) | low;
    return Buffer.from(bytes.subarray(0, Math.min(header + length, maxDer)));
}
/**
 * The hash of the key's public half, where the private half really is one. A file with somebody else's modulus in it
 * proves nothing, and whoever could make us believe it would have us revoke the certificates of any app.
 */
function keyOf(der, type, named) {
    if (type === undefined || type === 'encrypted' || (named === 'rsa' && !isRsa(der, type)))
        return undefined;
    try {
        const key = (0,external_node_crypto_.createPrivateKey)({ key: structure(der), format: 'der', type });
        const publicKey = (0,external_node_crypto_.createPublicKey)(key);
        return isProven(key, publicKey) ? keyHash(publicKey.export({ type: 'spki', format: 'der' })) : undefined;
    }
    catch {
        // whatever it is, it looks like a key: without a hash it is an alarm all the same
        return undefined;
    }
}
/** Told without opening it: 1.2.840.113549.1.1.1 stands in the first bytes (RFC 8017 appendix A.1). */
function isRsa(der, type) {
    return type === 'pkcs1' || Buffer.from(der.subarray(0, 32)).includes(rsaEncryption);
}
function isProven(key, publicKey) {
    const { asymmetricKeyType: type, asymmetricKeyDetails: { namedCurve } = {} } = key;
    if (type === 'rsa')
        return isFactored(key);
    // on a curve of the file's own making it could take any time
    if (type !== 'ed25519' && type !== 'ed448' && namedCurve === undefined)
        return false;
    const hash = type === 'ec' ? 'sha256' : undefined;
    const message = Buffer.from('this key is no secret any more');
    return (0,external_node_crypto_.verify)(hash, message, publicKey, (0,external_node_crypto_.sign)(hash, message, key));
}
/**
 * Whoever can name the factors has the key, and multiplying them costs nothing. A signature with numbers that were made
 * up to be slow took a second (measured), and there can be a hundred of them in a pull request.
 */
function isFactored(key) {
    const { n, p, q } = key.export({ format: 'jwk' });
    const [modulus, one, other] = [n, p, q].map((text = '') => {
        return BigInt(`0x0${Buffer.from(text, 'base64url').toString('hex')}`);
    });
    return one > 1n && other > 1n && one * other === modulus;
}
function distinct(found) {
    const seen = new Set();
    return found.filter(({ line, key }) => {
        const name = key ?? `line ${line}`;
        // a block is found once by its BEGIN line, and once more by the base64 on the line below it
        if (seen.has(name) || (key === undefined && seen.has(`line ${line - 1}`)))
            return false;
        seen.add(name);
        if (key !== undefined)
            seen.add(`line ${line}`);
        return true;
    });
}
function newlines(text, from, to) {
    let count = 0;
    for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
        count++;
    return count;
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/key-files.js
// SPDX-License-Identifier: MIT


const names = /(?:^|\/)(?:[^/]+\.(?:key|pem|p12|pfx|pk8|ppk)|id_(?:rsa|dsa|ecdsa|ed25519))$/i;
/** whose keys these folders hold, they are none of the app's own */
const elsewhere = /(?:^|\/)(?:node_modules|vendor|3rdparty|tests?|__tests__|spec|fixtures|examples?)\//i;
/** formats that are no text, and hold a key by nature */
const containers = /\.(?:p12|pfx)$/i;
/** larger files are bundles of certificates */
const key_files_maxBytes = 32 * 1024;
const maxLooks = 20;
/** Opening one takes up to a millisecond; files beyond this many are only counted. */
const maxKeys = 50;
/** What was found in a blob that is kept in memory: every look reads the same ones. */
const known = new WeakMap();
/**
 * Private keys in the files that have the name of one: in the first twenty. A key that nobody asked us to certify is
 * counted and then forgotten: its hash is no request's, and no certificate's.
 */
async function keyFilesIn(objects, entries) {
    const suspects = entries
        .filter(({ type, path, size }) => type === 'blob' && size <= key_files_maxBytes && names.test(path) && !elsewhere.test(path))
        .slice(0, maxLooks);
    const blobs = new Map();
    await inPortions(suspects, 5, async ({ sha }) => blobs.set(sha, await objects.blob(sha)));
    const privateKeys = new Set();
    let opened = 0;
    let keyFiles = 0;
    for (const { path, sha } of suspects) {
        const bytes = blobs.get(sha) ?? new Uint8Array();
        const found = opened < maxKeys ? keysIn(bytes) : [];
        opened += found.length;
        for (const { key } of found)
            if (key !== undefined)
                privateKeys.add(key);
        if (found.length > 0 || containers.test(path) || saysSo(bytes))
            keyFiles++;
    }
    return { keyFiles, privateKeys: [...privateKeys] };
}
function keysIn(bytes) {
    const found = known.get(bytes) ?? findPrivateKeys(bytes, 'rsa');
    known.set(bytes, found);
    return found;
}
/** PEM of any kind, OpenSSH's and PuTTY's; whatever stands behind it. */
function saysSo(bytes) {
    return /PRIVATE KEY-----|^PuTTY-User-Key-File/m.test(Buffer.from(bytes).toString('latin1'));
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/repository-facts.js
function repositoryFacts({ octokit, repository, caches }) {
    return caches.facts.get(`${repository.owner}/${repository.repo}`, async () => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}', { ...repository });
        return {
            // octokit makes long numbers BigInt
            id: Number(data.id),
            nodeId: data.node_id,
            name: data.full_name,
            url: data.html_url,
            defaultBranch: data.default_branch,
        };
    });
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/repository-links.js
// SPDX-License-Identifier: MIT
const maxText = 65_536;
const maxLinks = 20;
/** First names on GitHub that are no accounts. */
const notOwners = new Set('about apps collections contact enterprise explore features issues login marketplace notifications orgs pricing pulls search security settings site sponsors stars topics trending user-attachments users'.split(' '));
/** Pages of a repository that people refer to without meaning the repository. */
const otherPages = new Set('actions commit commits compare discussions issues projects pull pulls security'.split(' '));
/** Hosts whose addresses are repositories, as far as their names tell. */
const forge = /(?:^|[.-])(?:git|gitlab|github|gitea|forgejo|codeberg|bitbucket|sr|salsa|framagit)(?:[.-]|$)/;
/**
 * Addresses of repositories in texts of strangers, in their order, each once.
 * @param web GitHub's own pages, e.g. `https://github.com`
 */
function repositoryLinks(texts, web) {
    const host = new URL(web).host.toLowerCase();
    const found = texts.flatMap((text) => addressesIn(withoutHiddenText(text.slice(0, maxText)), host));
    const links = found.flatMap((address) => linkOf(address, host) ?? []);
    const seen = new Set();
    return links.filter(({ url }) => !seen.has(url) && seen.add(url)).slice(0, maxLinks);
}
/** HTML comments: the template of a pull request says there what is wanted, with links. */
function withoutHiddenText(text) {
    const [first = '', ...rest] = text.split('<!--');
    return [first, ...rest.map((part) => part.slice(part.includes('-->') ? part.indexOf('-->') + 3 : part.length))].join(' ');
}
/** With or without a scheme, for git over SSH too; up to whatever cannot stand in one. */
function addressesIn(text, host) {
    const words = text.split(/[\s<>()[\]{}"'`|\\^]+/);
    return words.flatMap((word) => {
        const plain = word.replace(/^[*_~]{1,3}/, '').replace(/[.,;:!?*_~]{1,9}$/, '');
        if (plain.length > 500)
            return [];
        if (/^https?:\/\//i.test(plain))
            return plain;
        const [, server, path] = /^(?:ssh:\/\/)?git@([^:/]+)[:/](.+)$/.exec(plain) ?? [];
        if (server !== undefined && path !== undefined)
            return `https://${server}/${path}`;
        return plain.toLowerCase().startsWith(`${host}/`) ? `https://${plain}` : [];
    });
}
function linkOf(address, host) {
    if (!URL.canParse(address))
        return undefined;
    const url = new URL(address);
    const [owner = '', name = '', page, ...within] = url.pathname.split('/').filter(Boolean).map(repository_links_decode);
    const repo = name.replace(/\.git$/, '');
    if (url.host.toLowerCase().replace(/^www\./, '') !== host) {
        const isRepository = repo !== '' && (forge.test(url.hostname) || name.endsWith('.git'));
        return isRepository ? { url: url.href, repository: undefined, within: [] } : undefined;
    }
    if (!/^[a-z\d][a-z\d-]{0,38}$/i.test(owner) || !/^(?!\.{1,2}$)[\w.-]{1,100}$/.test(repo))
        return undefined;
    if (notOwners.has(owner.toLowerCase()) || (page !== undefined && otherPages.has(page)))
        return undefined;
    const isPath = within.every((part) => part.split('/').every((name) => !['', '.', '..'].includes(name)));
    const isInside = isPath && (page === 'tree' || page === 'blob');
    return { url: url.origin + url.pathname, repository: { owner, repo }, within: isInside ? within : [] };
}
function repository_links_decode(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return segment;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/requester-relation.js
// SPDX-License-Identifier: MIT

/**
 * How somebody stands to a repository, as far as everyone may see it. Remembered for ten minutes, unless more could come
 * of it: who makes a membership public, as the bot asks for, and comments /recheck, is looked at again.
 */
async function relationTo(github, repository, account) {
    const { owner, repo } = repository;
    const name = JSON.stringify([owner.id, repo, account.id]);
    const relation = await github.caches.relations.get(name, async () => {
        if (owner.id === account.id)
            return 'owner';
        const [isMember, hasCommitted] = await Promise.all([
            owner.isOrganisation && isPublicMember(github, owner.login, account),
            isCommitter(github, owner.login, repo, account),
        ]);
        return isMember ? 'member' : hasCommitted ? 'committer' : undefined;
    });
    if (relation !== 'owner' && relation !== 'member')
        github.caches.relations.delete(name);
    return relation;
}
async function isPublicMember({ octokit }, org, { login }) {
    try {
        await octokit.request('GET /orgs/{org}/public_members/{username}', { org, username: login });
        return true;
    }
    catch (error) {
        if (hasStatus(error, 404))
            return false;
        throw error;
    }
}
async function isCommitter({ octokit }, owner, repo, account) {
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits', {
            owner,
            repo,
            author: account.login,
            per_page: 1,
        });
        return data.some(({ author }) => author?.id === account.id);
    }
    catch (error) {
        // 409: there is no commit at all
        if (hasStatus(error, 404, 409))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/linked-repository.js
// SPDX-License-Identifier: MIT






/** Whoever names more of them is not clearer by that. */
const linked_repository_maxLooks = 3;
/**
 * The app's repository, as the requester's own words name it: the one whose info.xml has the id that is asked for, else
 * the first that could be looked into.
 * @param texts of the requester, the first counts most
 * @param apps ids that the pull request asks for; awaited only where there is a choice
 */
async function readLinkedRepository(github, texts, requester, apps) {
    const facts = await repositoryFacts(github);
    const links = repositoryLinks(texts, new URL(facts.url).origin);
    const looks = links.filter(({ repository }) => repository !== undefined && !isSame(repository, facts));
    const others = links.filter((link) => !looks.includes(link));
    const seen = [];
    for (const link of looks.slice(0, linked_repository_maxLooks)) {
        const linked = await lookInto(github, facts, link, requester);
        if (linked.kind === 'found' && (looks.length === 1 || speaksOf(linked, await apps)))
            return linked;
        seen.push(linked);
    }
    for (const { url, repository } of others) {
        seen.push({ kind: repository === undefined ? 'elsewhere' : 'not-an-app', url });
    }
    const worth = ['found', 'elsewhere', 'unreachable', 'not-an-app'];
    return worth.map((kind) => seen.find((one) => one.kind === kind)).find(Boolean) ?? { kind: 'none' };
}
function isSame({ owner, repo }, { name }) {
    return `${owner}/${repo}`.toLowerCase() === name.toLowerCase();
}
function speaksOf({ infoXml }, apps) {
    return infoXml.kind === 'read' && apps.includes(infoXml.id);
}
async function lookInto(github, certificates, { url, repository, within }, requester) {
    if (repository === undefined)
        return { kind: 'elsewhere', url };
    const shown = await readRepository(github, repository);
    if (shown === undefined)
        return { kind: 'unreachable', url };
    if (shown.ids.includes(certificates.id))
        return { kind: 'not-an-app', url };
    const { owner, repo } = shown;
    const [place, relation] = await Promise.all([
        readPlace(github, { owner: owner.login, repo }, shown.defaultBranch, within),
        relationTo(github, shown, requester),
    ]);
    return { kind: 'found', url, name: `${owner.login}/${repo}`, ...place, relation };
}
/** undefined where not everyone can see it. */
async function readRepository({ octokit }, name) {
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}', { ...name });
        if (data.private)
            return undefined;
        const { id, login, type } = data.owner;
        return {
            owner: { id: Number(id), login, isOrganisation: type === 'Organization' },
            repo: data.name,
            defaultBranch: data.default_branch,
            ids: [data, data.parent, data.source].flatMap((one) => (one === undefined ? [] : Number(one.id))),
        };
    }
    catch (error) {
        // 451: taken down; 403: blocked
        if (hasStatus(error, 403, 404, 451))
            return undefined;
        throw error;
    }
}
/** Branches may have slashes: the shortest name that there is a branch of. */
async function readPlace(github, name, defaultBranch, within) {
    if (within.length === 0)
        return (await readBranch(github, name, defaultBranch, '')) ?? nothing('');
    for (let length = 1; length <= Math.min(3, within.length); length++) {
        const folder = within
            .slice(length)
            .join('/')
            .replace(/(?:^|\/)appinfo(?:\/[^/]*)?$/, '');
        const place = await readBranch(github, name, within.slice(0, length).join('/'), folder);
        if (place !== undefined)
            return place;
    }
    return nothing('');
}
function nothing(folder) {
    return { infoXml: { kind: 'absent', path: infoPath(folder) }, keyFiles: 0, privateKeys: [] };
}
function infoPath(folder) {
    return folder === '' ? 'appinfo/info.xml' : `${folder}/appinfo/info.xml`;
}
/** undefined where there is no such branch, tag or commit, or nothing was ever committed. */
async function readBranch(github, name, ref, folder) {
    const objects = new GitObjects(github.octokit, name, github.caches.objects);
    try {
        const [{ entries }, infoXml] = await Promise.all([
            objects.deepTree(ref),
            readInfoXml(github, name, ref, infoPath(folder)),
        ]);
        return { infoXml, ...(await keyFilesIn(objects, entries)) };
    }
    catch (error) {
        if (hasStatus(error, 403, 404, 409, 422, 451))
            return undefined;
        throw error;
    }
}
/** Not out of the tree: GitHub leaves out what is beyond the first 100,000 files. */
async function readInfoXml({ octokit, caches }, name, ref, path) {
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...name, path, ref });
        if (Array.isArray(data) || data.type !== 'file' || !('content' in data))
            return { kind: 'absent', path };
        // beyond a megabyte GitHub leaves the content out
        if (data.encoding !== 'base64')
            return { kind: 'unreadable', path, why: `${path} has ${data.size} bytes` };
        const verdict = await caches.infoXml.verdictOn(Buffer.from(data.content, 'base64'));
        return { ...verdict, path };
    }
    catch (error) {
        if (hasStatus(error, 404))
            return { kind: 'absent', path };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/cut-text.js
// SPDX-License-Identifier: MIT
/** GitHub takes 65,535 characters, and counts some of them twice. */
const longestText = 60_000;
/** At most so many characters, the last of which say how many were left out. */
function cutText(text, longest = longestText) {
    if (text.length <= longest)
        return text;
    const note = (left) => `\n\n… ${left} more characters are left out here.`;
    let end = longest - note(text.length).length;
    // not between the halves of a character beyond U+FFFF
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1)))
        end--;
    return text.slice(0, end) + note(text.length - end);
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/own-check-run.js
// SPDX-License-Identifier: MIT



/** Under this name the verdict stands beside a commit; branch protection can ask for it. */
const checkName = 'certificate request';
const never = 8.64e15;
/** GitHub takes so many at a time. */
const portion = 50;
/**
 * Our runs on a commit that speak of this pull request, oldest first. Those of another one with the same head are left
 * out: else an approval given here before that head was pushed could seem to come after a look at it.
 */
async function readCheckRuns(github, head, pullRequest) {
    const { octokit, repository, ourselves } = github;
    const runs = await octokit.paginate('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...repository,
        ref: head,
        app_id: ourselves.appId,
        check_name: checkName,
        filter: 'all',
        per_page: 100,
    });
    return runs
        .flatMap(({ id, app, name, external_id: externalId, started_at: started, completed_at: completed, conclusion }) => {
        const isOurs = app?.id === ourselves.appId && name === checkName;
        const isHere = readMemory(externalId ?? '')?.pullRequest === pullRequest;
        if (!isOurs || !isHere)
            return [];
        // GitHub describes both as absent at times; then nothing can have come after it
        const startedAt = new Date(started ?? completed ?? never);
        return { id, startedAt, externalId: externalId ?? '', conclusion: conclusion ?? undefined };
    })
        .sort((one, other) => one.id - other.id);
}
/**
 * Puts the verdict beside its commit: into the newest run of ours where there is one, unless annotations would have to go
 * from it, for these can only be added to. No time is sent: that of GitHub's clock counts.
 * @param runs as {@link readCheckRuns} gives them
 * @returns false where it stood there already
 */
async function writeVerdict(github, runs, verdict) {
    const { rules, pullRequest } = verdict;
    const memory = {
        rules,
        pullRequest,
        pushers: mergePushers([rememberedPushers(runs), verdict.pushers]),
        content: hash([verdict.head, verdict.conclusion, verdict.title, verdict.summary, verdict.text ?? '']),
        annotations: hash(verdict.annotations),
    };
    const run = runs.at(-1);
    const known = run && readMemory(run.externalId);
    if (run?.externalId === writeMemory(memory) && run.conclusion === verdict.conclusion)
        return false;
    const isKept = known?.content !== undefined && known.annotations === memory.annotations;
    const isAdded = known?.annotations === hash([]) && known.content !== undefined;
    if (run === undefined || !(isKept || isAdded))
        await createRun(github, verdict, memory);
    else
        await updateRun(github, run.id, verdict, memory, isKept ? [] : verdict.annotations);
    return true;
}
async function createRun(github, verdict, memory) {
    const { octokit, repository } = github;
    const [first, ...rest] = own_check_run_portions(verdict.annotations);
    const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...repository,
        name: checkName,
        head_sha: verdict.head,
        status: 'completed',
        conclusion: verdict.conclusion,
        external_id: writeMemory(rest.length === 0 ? memory : { ...memory, content: undefined }),
        output: { ...output(verdict), annotations: first ?? [] },
    });
    if (rest.length > 0)
        await addPortions(github, Number(data.id), verdict, memory, rest);
}
async function updateRun(github, run, verdict, memory, added) {
    const parts = own_check_run_portions(added);
    await addPortions(github, run, verdict, memory, parts.length === 0 ? [[]] : parts);
}
/** Only the last portion makes the memory whole: a run that was left half done is not taken for the verdict. */
async function addPortions({ octokit, repository }, run, verdict, memory, parts) {
    for (const [index, annotations] of parts.entries()) {
        const isLast = index === parts.length - 1;
        await octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
            ...repository,
            check_run_id: run,
            status: 'completed',
            conclusion: verdict.conclusion,
            external_id: writeMemory(isLast ? memory : { ...memory, content: undefined }),
            output: { ...output(verdict), annotations },
        });
    }
}
function output({ title, summary, text }) {
    return { title: cutText(title, 250), summary: cutText(summary), ...(text !== undefined && { text: cutText(text) }) };
}
function own_check_run_portions(annotations) {
    const count = Math.ceil(annotations.length / portion);
    return Array.from({ length: count }, (_, index) => annotations.slice(index * portion, (index + 1) * portion).map(annotation));
}
function annotation({ path, line, column, level, title, message }) {
    return {
        path,
        start_line: line,
        end_line: line,
        ...(column !== undefined && { start_column: column, end_column: column }),
        annotation_level: level,
        title: cutText(title, 250),
        message: cutText(message, 8_000),
    };
}
function hash(value) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/github.js

function objectsOf({ octokit, repository, caches }) {
    return new GitObjects(octokit, repository, caches.objects);
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/pull-request-commits.js

/** One page: a request for a certificate is a commit or two. GitHub itself ends at 250. */
const maxCommits = 100;
/** The first hundred commits, those that the base branch does not have; oldest first where their order is a line. */
async function listCommits({ octokit, repository, caches }, number) {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', {
        ...repository,
        pull_number: number,
        per_page: maxCommits,
    });
    return data.map(({ sha, commit, author, committer, parents }) => {
        const listed = {
            sha,
            tree: commit.tree.sha,
            message: commit.message,
            author: accountOf(author),
            committer: accountOf(committer),
            authorName: commit.author?.name ?? '',
            authorEmail: commit.author?.email ?? '',
            parents: parents.map((parent) => parent.sha),
        };
        caches.objects.commits.set(sha, listed);
        return listed;
    });
}
/**
 * Where a pull request left the base branch, if its commits are all there and stand in one line: then it is the parent of
 * the first. undefined: merges are among them, or some are not told of, and GitHub has to be asked.
 */
function forkPoint(commits, head) {
    const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    let sha = head;
    for (let left = commits.length; left > 0; left--) {
        const [parent, ...others] = bySha.get(sha)?.parents ?? [];
        if (parent === undefined || others.length > 0)
            return undefined;
        sha = parent;
    }
    return bySha.has(sha) ? undefined : sha;
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/tree-changes.js

/**
 * Reads what commits changed from their trees, and no deeper than hashes differ. GitHub's lists of files would be as many
 * calls, and tell neither of symbolic links nor of modes.
 */
class TreeChanges {
    objects;
    limits;
    /** some were left out: there are more than the limits allow */
    truncated = false;
    /** bytes of every blob that was come across */
    sizes = new Map();
    #folders = 0;
    #changes = 0;
    constructor(objects, limits) {
        this.objects = objects;
        this.limits = limits;
    }
    /**
     * What the tree has other than every one of `before`, sorted by name. One before is a plain difference, none is the
     * empty tree. Two are a merge: whatever it took over from one side is none of its own doing, and is looked at in the
     * commits of that side.
     */
    async between(before, after) {
        return this.#folder(before.length === 0 ? [undefined] : before, after, '');
    }
    async #folder(before, after, path) {
        if (before.includes(after))
            return [];
        if (++this.#folders > this.limits.folders) {
            this.truncated = true;
            return [];
        }
        const [now, ...then] = await Promise.all([after, ...before].map((folder) => this.#entries(folder)));
        const changes = [];
        for (const name of differing(now, then)) {
            if (this.truncated)
                break;
            const entries = then.map((entriesThen) => entriesThen.get(name));
            changes.push(...(await this.#entry(entries, now?.get(name), path)));
        }
        return changes;
    }
    async #entry(before, after, folder) {
        const { path: name = '' } = after ?? before.find((entry) => entry !== undefined) ?? {};
        const path = folder + name;
        const change = this.#file(before.map(fileOf), fileOf(after), path);
        const below = await this.#folder(before.map(folderOf), folderOf(after), `${path}/`);
        return [...change, ...below];
    }
    #file(before, after, path) {
        if (before.some((entry) => tree_changes_isSame(entry, after)))
            return [];
        if (++this.#changes > this.limits.changes) {
            this.truncated = true;
            return [];
        }
        if (after === undefined)
            return [{ path, status: 'deleted' }];
        const status = before.some((entry) => entry !== undefined) ? 'modified' : 'added';
        if (after.mode === modes.submodule)
            return [{ path, status, mode: after.mode }];
        this.sizes.set(after.sha, after.size);
        return [{ path, status, mode: after.mode, blob: after.sha }];
    }
    /** By name. Names that are no UTF-8 may look the same: none of them may hide behind another. */
    async #entries(folder) {
        const entries = folder === undefined ? [] : await this.objects.tree(folder);
        const byName = new Map();
        for (const entry of entries) {
            let name = entry.path;
            while (byName.has(name))
                name += '\0';
            byName.set(name, entry);
        }
        return byName;
    }
}
/** Names of what is other than in every one of `then`; a folder has hundreds of entries, of which one or two are. */
function differing(now, then) {
    const names = new Set();
    for (const entries of now === undefined ? then : [now, ...then]) {
        for (const name of entries.keys()) {
            const entry = now?.get(name);
            if (!then.some((entriesThen) => tree_changes_isSame(entriesThen.get(name), entry)))
                names.add(name);
        }
    }
    return [...names].sort();
}
function tree_changes_isSame(one, other) {
    return one?.sha === other?.sha && one?.mode === other?.mode;
}
function fileOf(entry) {
    return entry?.type === 'tree' ? undefined : entry;
}
function folderOf(entry) {
    return entry?.type === 'tree' ? entry.sha : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/pull-request-changes.js
// SPDX-License-Identifier: MIT





/** A request is one file of 2 kB in one folder. What is beyond this is no request, and costs calls that others wait for. */
const limits = { folders: 400, changes: 300, blobBytes: 1024 * 1024, allBytes: 10 * 1024 * 1024 };
/** Calls side by side: GitHub counts more than a hundred as an abuse. */
const pull_request_changes_atOnce = 10;
/**
 * What a pull request does, all in all and commit by commit, and the content of every file that it brings or brought.
 * @param listed its commits, as far as GitHub told
 * @param baseTip the commit that the base branch stands at
 */
async function readChanges(github, { pullRequest: { head }, commitCount }, listed, baseTip) {
    const objects = objectsOf(github);
    const reader = new TreeChanges(objects, limits);
    const from = await startOf(github, listed, head.sha, baseTip);
    const roots = [head.sha, from, ...listed.map(({ sha }) => sha)];
    await inPortions(roots, pull_request_changes_atOnce, async (sha) => objects.tree((await objects.commit(sha)).tree));
    const changes = await reader.between([await treeOf(objects, from)], await treeOf(objects, head.sha));
    const commits = [];
    for (const { tree, ...commit } of listed) {
        const before = await Promise.all(commit.parents.map((parent) => treeOf(objects, parent)));
        commits.push({ ...commit, changes: await reader.between(before, tree) });
    }
    return {
        commits,
        changes,
        truncated: reader.truncated || commitCount > listed.length,
        ...(await readBlobs(objects, reader.sizes)),
    };
}
async function treeOf(objects, commit) {
    return (await objects.commit(commit)).tree;
}
/** The merge base; the base branch itself where they have none, since then everything is a change. */
async function startOf({ octokit, repository }, listed, head, baseTip) {
    if (listed.length === 0)
        return head;
    const point = forkPoint(listed, head);
    if (point !== undefined)
        return point;
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
            ...repository,
            basehead: `${baseTip}...${head}`,
            per_page: 1,
        });
        return data.merge_base_commit.sha;
    }
    catch (error) {
        if (hasStatus(error, 404))
            return baseTip;
        throw error;
    }
}
/** In the order in which they were come across: first what the pull request would bring, then what it brought meanwhile. */
async function readBlobs(objects, sizes) {
    const [wanted, unread] = [new Set(), new Set()];
    let total = 0;
    for (const [blob, size] of sizes) {
        const fits = size <= limits.blobBytes && total + size <= limits.allBytes;
        if (fits)
            total += size;
        (fits ? wanted : unread).add(blob);
    }
    const blobs = new Map();
    await inPortions([...wanted], pull_request_changes_atOnce, async (blob) => blobs.set(blob, await objects.blob(blob)));
    return { blobs, unread };
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/pull-request-reader.js
// SPDX-License-Identifier: MIT


/** undefined where there is no pull request of this number. */
async function readPullRequest({ octokit, repository }, number) {
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
            ...repository,
            pull_number: number,
        });
        const pullRequest = {
            number,
            url: data.html_url,
            title: data.title,
            body: data.body ?? '',
            author: accountOf(data.user) ?? ghost,
            open: data.state === 'open',
            merged: data.merged,
            draft: data.draft ?? false,
            createdAt: new Date(data.created_at),
            labels: data.labels.map(({ name }) => name),
            head: {
                sha: data.head.sha,
                ref: data.head.ref,
                repository: data.head.repo?.full_name,
            },
            baseRef: data.base.ref,
        };
        return { pullRequest, commitCount: data.commits };
    }
    catch (error) {
        if (hasStatus(error, 404))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/requester-history.js
// SPDX-License-Identifier: MIT

/** True where this is the first pull request that the account ever opened here. */
async function isFirstPullRequest(github, number, author) {
    const { octokit, repository, caches } = github;
    const first = await caches.firstPullRequests.get(String(author.id), async () => {
        try {
            const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues', {
                ...repository,
                creator: author.login,
                state: 'all',
                sort: 'created',
                direction: 'asc',
                // plain issues are among them
                per_page: 30,
            });
            return data.find(({ pull_request: shown }) => shown !== undefined)?.number ?? number;
        }
        catch (error) {
            // "the listed users cannot be searched": the account is gone, or hidden
            if (hasStatus(error, 404, 422))
                return number;
            throw error;
        }
    });
    return first >= number;
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/open-pull-requests.js

/** All that are open, newest first. */
async function listOpen({ octokit, repository }) {
    const all = await octokit.paginate('GET /repos/{owner}/{repo}/pulls', {
        ...repository,
        state: 'open',
        per_page: 100,
    });
    return all.map(({ number, head, user, created_at: createdAt, title, body }) => ({
        number,
        head: head.sha,
        author: accountOf(user) ?? ghost,
        createdAt: new Date(createdAt),
        text: `${title}\n${head.ref}\n${body ?? ''}`,
    }));
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/rivals.js
// SPDX-License-Identifier: MIT






/** Nobody asks for more in one pull request. */
const maxApps = 3;
const rivals_maxLooks = 50;
/** The ids that a pull request asks for, wherever it put the files. */
function appsAskedFor(changes) {
    const files = changes.filter(({ status }) => status !== 'deleted').map(({ path }) => path);
    const ids = files.flatMap((path) => /([^/]+)\.csr$/.exec(path)?.[1] ?? []);
    return [...new Set(ids)].slice(0, maxApps);
}
/**
 * Other open pull requests for the same apps. It is for people to know, and decides nothing; so the list may be a minute
 * old, and only those are looked into that name the app somewhere.
 */
async function rivalsOf(github, number, apps) {
    if (apps.length === 0)
        return [];
    const open = await github.caches.open.get('open', () => listOpen(github));
    const candidates = open.filter((other) => other.number !== number && apps.some((app) => other.text.includes(app)));
    const asking = new Set();
    // whoever opens hundreds that name the app makes nobody ask GitHub hundreds of things at once
    await inPortions(candidates.slice(0, rivals_maxLooks), 5, async (other) => {
        // nobody waits for a verdict because another pull request cannot be read just now
        if (await asksForAny(github, other, apps).catch(() => false))
            asking.add(other);
    });
    return candidates
        .filter((other) => asking.has(other))
        .map(({ number: rival, author, createdAt }) => ({ number: rival, author, createdAt }));
}
async function asksForAny(github, other, apps) {
    const names = (await filesOf(github, other)).map(({ path }) => path);
    return apps.some((app) => names.some((name) => name === `${app}.csr` || name.endsWith(`/${app}.csr`)));
}
function filesOf(github, { number, head }) {
    const { octokit, repository, caches } = github;
    return caches.filesOfHead.get(head, async () => {
        try {
            const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
                ...repository,
                pull_number: number,
                per_page: 30,
            });
            return data.map(({ filename: path, sha, status, patch }) => {
                // GitHub leaves out the patch of what is large
                const isRequest = path.endsWith('.csr') && status !== 'removed' && patch !== undefined && sha !== null;
                return { path, ...(isRequest && { request: sha }) };
            });
        }
        catch (error) {
            if (hasStatus(error, 404))
                return [];
            throw error;
        }
    });
}
/** Nobody has more under way; of whoever has, the newest are looked into. */
const maxOfAccount = 10;
/**
 * Other open pull requests of the same account that ask for another app with the same key. A request is signed with its
 * key and names its app, so nobody else can make one of them.
 */
async function sameKeyOf(github, { number, author }, { changes, blobs }) {
    const own = changes.filter(({ path, status }) => path.endsWith('.csr') && status !== 'deleted').slice(0, maxApps);
    const keys = new Set(own.flatMap(({ path, blob = '' }) => keyIn(path, blobs.get(blob)) ?? []));
    if (keys.size === 0)
        return [];
    const open = await github.caches.open.get('open', () => listOpen(github));
    const others = open.filter((other) => other.number !== number && other.author.id === author.id);
    const apps = appsAskedFor(changes);
    const found = new Map();
    await inPortions(others.slice(0, maxOfAccount), 5, async (other) => {
        // as above: it decides nothing
        const app = await appWithKey(github, other, { keys, apps }).catch(() => undefined);
        if (app !== undefined)
            found.set(other.number, app);
    });
    return others.flatMap((other) => {
        const app = found.get(other.number);
        return app === undefined ? [] : [{ number: other.number, app }];
    });
}
/** The app, none of those, that a pull request asks for with one of these keys. */
async function appWithKey(github, other, { keys, apps }) {
    for (const { path, request } of await filesOf(github, other)) {
        const app = /([^/]+)\.csr$/.exec(path)?.[1];
        if (request === undefined || app === undefined || apps.includes(app))
            continue;
        const key = keyIn(path, await objectsOf(github).blob(request));
        if (key !== undefined && keys.has(key))
            return app;
    }
    return undefined;
}
function keyIn(path, bytes) {
    const spki = bytes && new RequestFile(path, bytes).request?.spki;
    return spki && keyHash(spki);
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/people.js
// SPDX-License-Identifier: MIT

/**
 * True where the settings let this account approve: a member of one of the teams, or somebody with the permission on the
 * repository. What was asked is remembered for half a minute.
 */
async function mayApprove(github, settings, account) {
    if (account.isBot)
        return false;
    const { approverTeams, approverPermission } = settings;
    const key = JSON.stringify([account.id, account.login, approverTeams, approverPermission]);
    return github.caches.approvers.get(key, async () => {
        const answers = await Promise.all([
            ...approverTeams.map((team) => isMember(github, team, account)),
            approverPermission !== 'none' && hasPermission(github, approverPermission, account),
        ]);
        return answers.includes(true);
    });
}
/** Whoever was invited and has not accepted yet is none. */
async function isMember({ octokit }, team, { login }) {
    const [org = '', slug = ''] = team.split('/');
    try {
        const { data } = await octokit.request('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', {
            org,
            team_slug: slug,
            username: login,
        });
        return data.state === 'active';
    }
    catch (error) {
        if (hasStatus(error, 404))
            return false;
        throw error;
    }
}
async function hasPermission({ octokit, repository }, wanted, { id, login }) {
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
            ...repository,
            username: login,
        });
        // the name may have changed hands since it stood beside the review
        if (data.user?.id !== id)
            return false;
        const granted = {
            // `permission` knows no maintain: that is a `write`, as roles are that an organisation made up
            write: data.user.permissions?.push ?? ['write', 'admin'].includes(data.permission),
            maintain: data.user.permissions?.maintain ?? ['maintain', 'admin'].includes(data.role_name),
            admin: data.user.permissions?.admin ?? data.permission === 'admin',
        };
        return granted[wanted];
    }
    catch (error) {
        if (hasStatus(error, 404))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/read-approvers.js

/**
 * Who may approve, by account id, of everybody whose word could count: reviewers, who wrote what looks like a command, and
 * whoever else is named.
 */
async function readApprovers(github, settings, reviews, comments, ...others) {
    const commanders = comments.filter(({ body }) => /^[ \t]*\/[a-z]/im.test(body));
    const people = [...[...reviews, ...commanders].flatMap(({ author }) => author ?? []), ...others];
    const accounts = new Map(people.map((account) => [account.id, account]));
    const answers = [...accounts.values()].map(async (account) => [account.id, await mayApprove(github, settings, account)]);
    return new Map(await Promise.all(answers));
}

;// CONCATENATED MODULE: ./build/bundle/ca/repository/store.js
// SPDX-License-Identifier: MIT
/** Files in memory over those of `base`, which is never written: {@link MemoryStore.changes} is what a commit holds. */
class MemoryStore {
    base;
    #files = new Map();
    constructor(base) {
        this.base = base;
    }
    /** Every file that is not as it was, with its content; undefined: it is gone. */
    get changes() {
        return new Map([...this.#files].map(([path, parts]) => [path, parts && Buffer.concat(parts)]));
    }
    async read(path) {
        if (!this.#files.has(path))
            return this.base?.read(path);
        const parts = this.#files.get(path);
        return parts && Buffer.concat(parts);
    }
    /** Parts are kept as they come: a ledger of many lines is not copied for each of them. */
    async append(path, bytes) {
        const parts = this.#files.get(path);
        if (parts !== undefined) {
            parts.push(Buffer.from(bytes));
            return;
        }
        const before = await this.read(path);
        this.#files.set(path, [...(before === undefined ? [] : [Buffer.from(before)]), Buffer.from(bytes)]);
    }
    async replace(path, bytes) {
        this.#files.set(path, [Buffer.from(bytes)]);
    }
    async rename(from, to) {
        const bytes = await this.read(from);
        if (bytes !== undefined)
            await this.replace(to, bytes);
        await this.remove(from);
    }
    async remove(path) {
        if (this.base === undefined)
            this.#files.delete(path);
        else
            this.#files.set(path, undefined);
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/github-store.js
// SPDX-License-Identifier: MIT


/** No file of a certificate repository is near it: a ledger of ten thousand certificates has 6 MB. */
const github_store_maxBytes = 32 * 1024 * 1024;
/** The files of the certificate repository as they are at one commit. */
class GithubStore {
    objects;
    commit;
    constructor(objects, commit) {
        this.objects = objects;
        this.commit = commit;
    }
    /** @throws BotError `not-a-file` for what git would follow somewhere else: a symbolic link, a submodule */
    async read(path) {
        const entry = await this.find(path);
        if (entry === undefined || entry.type === 'tree')
            return undefined;
        if (entry.mode === modes.symlink || entry.mode === modes.submodule) {
            const what = entry.mode === modes.symlink ? 'a symbolic link' : 'a submodule';
            throw new BotError('not-a-file', `${path} is ${what} at ${this.commit}.`, {
                hint: 'Put a file in its place: the certificate repository has nothing else.',
                file: path,
            });
        }
        if (entry.size > github_store_maxBytes) {
            throw new BotError('too-much-to-read', `${path} has ${entry.size} bytes at ${this.commit}.`, {
                hint: `Files of a certificate repository have at most ${github_store_maxBytes} bytes.`,
                file: path,
            });
        }
        return this.objects.blob(entry.sha);
    }
    /** What stands at the path; undefined where nothing does. */
    async find(path) {
        let folder = (await this.objects.commit(this.commit)).tree;
        let found;
        for (const name of path.split('/')) {
            if (folder === undefined)
                return undefined;
            found = (await this.objects.tree(folder)).find((entry) => entry.path === name);
            folder = found?.type === 'tree' ? found.sha : undefined;
        }
        return found;
    }
    /** Paths of all files, in git's order: for an audit. @throws BotError `too-much-to-read` */
    async paths() {
        const { tree } = await this.objects.commit(this.commit);
        const { entries, truncated } = await this.objects.deepTree(tree);
        if (truncated) {
            throw new BotError('too-much-to-read', `GitHub does not tell all paths of the tree ${tree}.`, {
                hint: 'Audit a checkout: nextcloud-ca audit --repository DIR.',
            });
        }
        return entries.filter(({ type }) => type !== 'tree').map(({ path }) => path);
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/base-branch.js
// SPDX-License-Identifier: MIT





const updateRefs = `mutation ($repositoryId: ID!, $name: GitRefname!, $beforeOid: GitObjectID!, $afterOid: GitObjectID!) {
  updateRefs(input: {
    repositoryId: $repositoryId
    refUpdates: [{ name: $name, beforeOid: $beforeOid, afterOid: $afterOid, force: false }]
  }) { clientMutationId }
}`;
/** After so many answers that did not move the branch, something forbids it. */
const attempts = 4;
/** The branch that certificates are on. */
class BaseBranch {
    github;
    name;
    constructor(github, name) {
        this.github = github;
        this.name = name;
    }
    /** The commit that it stands at: perhaps a moment ago, since GitHub's replicas lag behind. */
    async tip() {
        const { octokit, repository } = this.github;
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
            ...repository,
            ref: `heads/${this.name}`,
        });
        return data.object.sha;
    }
    /**
     * Puts the changes on the branch as one commit, if it still stands where they were prepared: a true compare-and-swap.
     * A fast-forward-only update is none once somebody has forced the branch back.
     *
     * Author and date are left to GitHub, which signs what an App commits under its own name (GitHub documentation,
     * "Signature verification for bots"); a commit that was made twice lies about unused.
     * @throws BotError `branch-refused` where the branch stays where it is
     */
    async commit(prepared) {
        const commit = await this.#write(prepared);
        const { clock } = this.github;
        let refusal;
        for (let attempt = 0; attempt < attempts; attempt++) {
            if (attempt > 0)
                await clock.sleep(500 * 2 ** attempt);
            try {
                await this.#swap(prepared.before, commit);
                return { kind: 'done', commit };
            }
            catch (error) {
                // whatever the answer was, or if there was none: what counts is where the branch stands
                refusal = error;
                const tip = await this.tip();
                if (await this.#contains(tip, commit))
                    return { kind: 'done', commit };
                if (tip !== prepared.before)
                    return { kind: 'lost' };
            }
        }
        throw new BotError('branch-refused', `The branch ${this.name} does not move to ${commit}.`, {
            hint: 'Put the App on the bypass list of the ruleset that protects the branch, see docs/bot.md.',
            cause: refusal,
        });
    }
    async #write({ before, parents, changes, message }) {
        const { octokit, repository } = this.github;
        const { data } = await octokit.request('POST /repos/{owner}/{repo}/git/commits', {
            ...repository,
            message,
            tree: await this.#writeTree(before, changes),
            parents: [...parents],
        });
        return data.sha;
    }
    async #writeTree(before, changes) {
        const { octokit, repository } = this.github;
        const store = new GithubStore(objectsOf(this.github), before);
        const entries = await Promise.all([...changes].map(async ([path, bytes]) => {
            const there = await store.find(path);
            const entry = { path, mode: modes.file, type: 'blob' };
            // GitHub refuses to take away what is not there
            if (bytes === undefined)
                return there === undefined ? [] : [{ ...entry, sha: null }];
            return there?.sha === blobId(bytes, there?.sha.length) ? [] : [{ ...entry, sha: await this.#writeBlob(bytes) }];
        }));
        const { tree } = await store.objects.commit(before);
        if (entries.flat().length === 0)
            return tree;
        const { data } = await octokit.request('POST /repos/{owner}/{repo}/git/trees', {
            ...repository,
            base_tree: tree,
            tree: entries.flat(),
        });
        return data.sha;
    }
    async #writeBlob(bytes) {
        const { octokit, repository } = this.github;
        const { data } = await octokit.request('POST /repos/{owner}/{repo}/git/blobs', {
            ...repository,
            content: Buffer.from(bytes).toString('base64'),
            encoding: 'base64',
        });
        if (data.sha === blobId(bytes, data.sha.length))
            return data.sha;
        throw new BotError('object-damaged', `GitHub named a file's bytes ${data.sha}, which is not their hash.`, {
            hint: 'Nothing was changed; look again.',
        });
    }
    async #swap(beforeOid, afterOid) {
        const { nodeId: repositoryId } = await repositoryFacts(this.github);
        const name = `refs/heads/${this.name}`;
        await this.github.octokit.graphql(updateRefs, { repositoryId, name, beforeOid, afterOid });
    }
    /** Others may have gone on from our commit before we could look. */
    async #contains(tip, commit) {
        if (tip === commit)
            return true;
        const { octokit, repository } = this.github;
        try {
            const { data } = await octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
                ...repository,
                basehead: `${commit}...${tip}`,
                per_page: 1,
            });
            return data.status === 'ahead' || data.status === 'identical';
        }
        catch (error) {
            if (hasStatus(error, 404))
                return false;
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/settings.js
// SPDX-License-Identifier: MIT

/** What the bot does, and who decides: `authority/bot.yml` of the certificate repository, reviewed like code. */
const botSettings = {
    approverTeams: (0,settings/* list */.p_)('approvers.teams', [], 'members of these teams may approve', 'a list like [my-org/my-team]', team),
    approverPermission: (0,settings/* choice */.Yq)('approvers.permission', ['maintain', 'write', 'admin', 'none'], 'whoever has this permission on the repository, or a greater one, may approve as well; none: the teams only'),
    signOff: (0,settings/* choice */.Yq)('request.sign-off', ['required', 'optional'], 'a sign-off (DCO) on every commit; or optional'),
    repositoryLink: (0,settings/* choice */.Yq)('request.repository-link', ['required', 'optional'], 'a link to the app’s public repository; or optional'),
    crlRefreshDays: (0,settings/* integer */.nd)('crl.refresh-days', 30, 1, 3650, 'the list is made again when it is older than so many days'),
    crlCopies: (0,settings/* list */.p_)('crl.copies', [], 'places that ship a copy of the list, and get a pull request when there is a new one', 'a list of OWNER/NAME:PATH, or OWNER/NAME@BRANCH:PATH', crlCopy),
    expiryWarningDays: (0,settings/* list */.p_)('expiry.warn-days', [180, 90, 30], 'so many days before a certificate ends its requester is told', 'a list of whole numbers from 1 to 3650', days),
    store: address('store', 'address of the App Store, asked which apps it has, and with which certificates'),
};
const settingsPath = 'authority/bot.yml';
const defaultSettings = (0,settings/* valuesOf */.sm)(botSettings, () => undefined);
const settings_name = String.raw `[A-Za-z\d][A-Za-z\d-]{0,38}/[\w.-]{1,100}`;
function team(value) {
    return new RegExp(`^${settings_name}$`).test((0,settings/* text */.Qq)(value) ?? '') ? (0,settings/* text */.Qq)(value) : undefined;
}
function crlCopy(value) {
    const form = new RegExp(`^(?<repository>${settings_name})(?:@(?<branch>[^\\s:]{1,200}))?:(?<path>[^\\s/][^\\s]{0,400})$`);
    const { repository, branch, path } = form.exec((0,settings/* text */.Qq)(value) ?? '')?.groups ?? {};
    return repository === undefined || path === undefined ? undefined : { repository, branch, path };
}
function days(value) {
    return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 3650 ? Number(value) : undefined;
}
function address(at, means) {
    const read = (value) => /^https?:\/\/\S+$/.test((0,settings/* text */.Qq)(value) ?? '') && URL.canParse((0,settings/* text */.Qq)(value) ?? '') ? (0,settings/* text */.Qq)(value) : undefined;
    return { at, default: undefined, means, form: 'an address like https://apps.nextcloud.com', read };
}

;// CONCATENATED MODULE: ./build/bundle/bot/read-settings.js
// SPDX-License-Identifier: MIT




/** @throws BotError `bad-settings`, with the line */
function readBotSettings(text, file = settingsPath) {
    return (0,settings/* readValues */.N$)(botSettings, text, (what, line) => new BotError('bad-settings', `${file}:${line}: ${(0,printable/* printable */.g)(what)}.`, {
        hint: 'See the table of settings in docs/bot.md.',
        file,
        line,
    }));
}

;// CONCATENATED MODULE: ./build/bundle/bot/read-base.js
// SPDX-License-Identifier: MIT








/**
 * The branch that certificates are on, as it stands now. What is at one commit is read once and shared by all who ask:
 * whoever wants to write opens the store anew, over a memory of his own.
 * @throws AuthorityError `ledger-broken`, `bad-policy`; BotError `bad-settings`
 */
async function readBase(github) {
    const { defaultBranch } = await repositoryFacts(github);
    const commit = await new BaseBranch(github, defaultBranch).tip();
    return readBaseAt(github, defaultBranch, commit);
}
function readBaseAt(github, ref, commit) {
    return github.caches.bases.get(`${ref} ${commit}`, async () => {
        const store = new GithubStore(objectsOf(github), commit);
        const [settings, repository] = await Promise.all([
            store.read(settingsPath),
            Repository.open(new MemoryStore(store)),
        ]);
        return {
            ref,
            commit,
            repository,
            settings: settings === undefined ? defaultSettings : readBotSettings(Buffer.from(settings).toString('utf8')),
        };
    });
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/store-apps.js
// SPDX-License-Identifier: MIT




/**
 * The certificate that the store has for each app with a release, by app id: SHA-256 of its DER. Registering another
 * certificate deletes an app's releases there, so every release that is left carries this one.
 * @throws HttpError; BotError `store-unreadable`
 */
async function appsInStore(store) {
    return new Map((await listApps(store)).flatMap((app) => fingerprintOf(app) ?? []));
}
/** Nobody waits longer for a verdict. */
const patienceMs = 15_000;
/**
 * The ids of all apps that the store shows: those with a release that are not for enterprises only. `silent`: it does not
 * answer, or not with a list, and a verdict does not wait until it does.
 */
async function idsInStore(store) {
    try {
        const apps = await listApps(store, patienceMs);
        return new Set(apps.flatMap((app) => (typeof app?.id === 'string' ? [app.id] : [])));
    }
    catch (error) {
        if (error instanceof common_http/* HttpError */.j$ || error instanceof BotError)
            return 'silent';
        throw error;
    }
}
async function listApps(store, timeoutMs) {
    const address = `${store.replace(/\/+$/, '')}/api/v1/apps.json`;
    const answer = await (0,common_http/* http */.LV)({ method: 'GET', url: address, ...(timeoutMs !== undefined && { timeoutMs }) });
    const apps = parse((0,common_http/* bodyText */.G3)(answer));
    if (!Array.isArray(apps)) {
        throw new BotError('store-unreadable', `${address} is no list of apps.`, {
            hint: 'See whether "store" in authority/bot.yml is the address of the store, e.g. https://apps.nextcloud.com.',
        });
    }
    return apps;
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function fingerprintOf(app) {
    if (typeof app?.id !== 'string' || typeof app.certificate !== 'string')
        return undefined;
    if (!Array.isArray(app.releases) || app.releases.length === 0)
        return undefined;
    try {
        return [[app.id, common_certificate/* Certificate */.us.fromPem(app.certificate).fingerprint]];
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/gather.js
// SPDX-License-Identifier: MIT
















const gather_attempts = 3;
/** Requests at the same time, for the check runs of earlier commits. */
const gather_atOnce = 5;
/** What one look reads once, however many rounds it takes: what nobody changes by what the bot does. */
class EarlierReading {
    linked = new BoundedCache({ limit: 1 });
}
/**
 * Reads all that there is to know of a pull request.
 * @param pushed who pushed a head, as an event said
 * @param earlier what was read a moment ago, in the same look
 * @returns undefined where there is no pull request of this number
 * @throws BotError `still-moving` where it was pushed to each time while it was read; AuthorityError as {@link readBase}
 */
async function gather(github, number, pushed, earlier = new EarlierReading()) {
    for (let attempt = 1; attempt <= gather_attempts; attempt++) {
        const situation = await gatherOnce(github, number, pushed, earlier);
        if (situation !== 'moved')
            return situation;
        await github.clock.sleep(200 * attempt);
    }
    throw new BotError('still-moving', `Pull request #${number} was pushed to while it was read.`, {
        hint: 'Nothing is lost: the push is an event of its own, and the pull request is looked at again.',
    });
}
async function gatherOnce(github, number, pushed, earlier) {
    const reading = Promise.all([
        readBase(github),
        listCommits(github, number),
        readReviews(github, number),
        readConversation(github, number),
    ]);
    // an issue has no commits: nobody waits for the others then
    reading.catch(() => undefined);
    const shown = await readPullRequest(github, number);
    if (shown === undefined)
        return undefined;
    const [{ settings, ...base }, listed, reviews, conversation] = await reading;
    const { pullRequest } = shown;
    const { author, head, open } = pullRequest;
    if (!isWhole(shown, listed))
        return 'moved';
    const changing = readChanges(github, shown, listed, base.commit);
    const apps = changing.then(({ changes }) => appsAskedFor(changes));
    const [changed, ownCheckRuns, earlierPushers, approvers, linked, rivals, sameKey, isFirstTime, storeIds, moduli] = await Promise.all([
        changing,
        readCheckRuns(github, head.sha, number),
        readEarlierPushers(github, pullRequest, listed),
        readApprovers(github, settings, reviews, conversation.comments, author),
        open ? readLinked(github, pullRequest, conversation, apps, earlier) : { kind: 'none' },
        open ? apps.then((ids) => rivalsOf(github, number, ids)) : [],
        open ? changing.then((changed) => sameKeyOf(github, pullRequest, changed)) : [],
        isFirstPullRequest(github, number, author),
        open ? apps.then((ids) => storeIdsFor(github, settings, base, ids)) : undefined,
        open ? apps.then((ids) => (ids.length > 0 ? certifiedModuli(github, base) : undefined)) : undefined,
    ]);
    return {
        now: github.clock.now(),
        settings,
        base,
        pullRequest,
        ...changed,
        reviews,
        comments: conversation.comments,
        ownComments: conversation.own,
        ownCheckRuns,
        headPushers: mergePushers([rememberedPushers(ownCheckRuns), pushed?.head === head.sha ? [pushed.by] : []]),
        earlierPushers,
        approvers,
        linked,
        rivals,
        sameKey,
        isFirstTime,
        ...(storeIds !== undefined && { storeIds }),
        ...(moduli !== undefined && { certifiedModuli: moduli }),
    };
}
/** Only for ids that were never certified here: of the others the ledger knows more than the store. */
async function storeIdsFor({ caches }, { store }, { repository }, apps) {
    const isNew = apps.some((app) => repository.ledger.certificatesOf(app).length === 0);
    return isNew && store !== undefined ? caches.storeIds.get(store, () => idsInStore(store)) : undefined;
}
/** The head is among the commits, unless there are more than one page, or the base branch has them all. */
function isWhole({ pullRequest, commitCount }, listed) {
    if (!pullRequest.open || commitCount === 0 || commitCount > maxCommits)
        return true;
    return listed.some(({ sha }) => sha === pullRequest.head.sha);
}
/** Commits below the head, the newest ones, that are asked who pushed them. A request needs one commit. */
const mostEarlier = 20;
async function readEarlierPushers(github, { number, head }, listed) {
    const earlier = listed.map(({ sha }) => sha).filter((sha) => sha !== head.sha);
    if (earlier.length > mostEarlier)
        return 'many';
    const pushers = [];
    await inPortions(earlier, gather_atOnce, async (sha) => {
        pushers.push(rememberedPushers(await readCheckRuns(github, sha, number)));
    });
    return mergePushers(pushers);
}
function readLinked(github, { body, author, head }, { comments }, apps, { linked }) {
    const own = comments.filter((comment) => comment.author?.id === author.id).map((comment) => comment.body);
    const texts = [body, ...own];
    return linked.get(JSON.stringify([head.sha, author.id, texts]), () => readLinkedRepository(github, texts, author, apps));
}

// EXTERNAL MODULE: ./build/bundle/common/der-writer.js
var der_writer = __webpack_require__(1791);
;// CONCATENATED MODULE: ./build/bundle/ca/x509/extension.js
// SPDX-License-Identifier: MIT




/** Extensions as this authority writes them (RFC 5280 section 4.2), each one whole `Extension`. */
const keyUsageBits = { digitalSignature: 0, keyCertSign: 5, cRLSign: 6 };
function extension(id, value, critical = false) {
    return (0,der_writer/* sequence */.K2)((0,der_writer/* oid */.jq)(id), ...(critical ? [(0,der_writer/* boolean */.zM)(true)] : []), (0,der_writer/* octetString */.J8)(value));
}
/** cA FALSE is the default and therefore an empty sequence (X.690 section 11.5). */
function basicConstraints(ca, pathLength) {
    const content = ca ? [(0,der_writer/* boolean */.zM)(true), ...(pathLength === undefined ? [] : [(0,der_writer/* integer */.nd)(pathLength)])] : [];
    return extension('2.5.29.19', (0,der_writer/* sequence */.K2)(...content), true);
}
function keyUsage(...usages) {
    const octet = usages.reduce((bits, usage) => bits | (0x80 >> keyUsageBits[usage]), 0);
    // a named bit list drops its trailing zero bits (X.690 section 11.2.2)
    const unused = 31 - Math.clz32(octet & -octet);
    return extension('2.5.29.15', (0,der_writer/* tlv */.t)(der_reader/* tag */.Tc.bitString, Uint8Array.of(unused, octet)), true);
}
const codeSigning = extension('2.5.29.37', (0,der_writer/* sequence */.K2)((0,der_writer/* oid */.jq)('1.3.6.1.5.5.7.3.3')));
function subjectKeyIdentifier(keyId) {
    return extension('2.5.29.14', (0,der_writer/* octetString */.J8)(keyId));
}
function authorityKeyIdentifier(keyId) {
    return extension('2.5.29.35', (0,der_writer/* sequence */.K2)((0,der_writer/* implicit */.AS)(0, keyId)));
}
/** SHA-1 over the subjectPublicKey bits (RFC 5280 section 4.2.1.2, method 1): a name, not a protection */
function extension_keyIdentifier(spki) {
    const bits = (0,der_reader/* readDer */.SU)(spki).children()[1]?.bits() ?? new Uint8Array();
    return (0,external_node_crypto_.hash)('sha1', bits, 'buffer');
}

// EXTERNAL MODULE: ./build/bundle/ca/x509/name.js
var x509_name = __webpack_require__(2123);
// EXTERNAL MODULE: ./build/bundle/ca/x509/signed-structure.js
var signed_structure = __webpack_require__(2048);
;// CONCATENATED MODULE: ./build/bundle/ca/issue/profile.js
// SPDX-License-Identifier: MIT


/** Every extension that a profile may ask for: its OID, and the bytes. There is no caIssuers: servers would fetch it. */
const extensionKinds = {
    'basic-constraints': { id: '2.5.29.19', write: () => basicConstraints(false) },
    'key-usage': { id: '2.5.29.15', write: () => keyUsage('digitalSignature') },
    'extended-key-usage': { id: '2.5.29.37', write: () => codeSigning },
    'subject-key-identifier': {
        id: '2.5.29.14',
        write: ({ spki }) => subjectKeyIdentifier(extension_keyIdentifier(spki)),
    },
    'authority-key-identifier': {
        id: '2.5.29.35',
        write: ({ issuerKeyId }) => authorityKeyIdentifier(issuerKeyId),
    },
};
const profiles = {
    /** what was issued since 2016: version 1, no extensions, 3,750 days */
    'nextcloud-v1': { name: 'nextcloud-v1', version: 1, validityDays: 3750, extensions: [] },
    'code-signing': {
        name: 'code-signing',
        version: 3,
        validityDays: 3750,
        extensions: [
            'basic-constraints',
            'key-usage',
            'extended-key-usage',
            'subject-key-identifier',
            'authority-key-identifier',
        ],
    },
};
const defaultProfile = 'nextcloud-v1';
/** @throws InputError `bad-usage` */
function profileByName(name) {
    if (Object.hasOwn(profiles, name))
        return profiles[name];
    throw new InputError('bad-usage', `"${name}" is not a certificate profile.`, {
        hint: `Use one of ${Object.keys(profiles).join(', ')}.`,
    });
}

;// CONCATENATED MODULE: ./build/bundle/ca/issue/certificate-lint.js





const sha256WithRsa = '1.2.840.113549.1.1.11';
const certificate_lint_day = 86_400_000;
/** in the words of a maintainer: none of these can be mended by a requester */
const fix = 'Do not sign: this is a fault of the authority’s program or of its configuration.';
const rules = [
    {
        id: 'lint-version',
        message: 'The version is not the profile’s.',
        check: ({ certificate, profile }) => certificate_lint_when(certificate.version !== profile.version),
        source: 'RFC 5280 section 4.1.2.1',
    },
    {
        id: 'lint-serial',
        message: 'The serial is not 16 octets with the first in 0x01 to 0x7f.',
        check: ({ certificate }) => certificate_lint_when(!(0,x509_serial/* isRandomSerial */.mH)(certificate.serial)),
        source: 'RFC 5280 section 4.1.2.2, CA/B Forum CSBR 7.1',
    },
    {
        id: 'lint-issuer',
        message: 'The issuer’s name is not octet by octet the subject of the issuing certificate.',
        check: ({ certificate, issuer }) => certificate_lint_when(!certificate.issuer.equals(issuer.subject)),
        source: 'server: IntegrityCheck/Checker.php with phpseclib',
    },
    {
        id: 'lint-subject',
        message: 'The subject is not one common name that equals the app id.',
        check: ({ certificate: { subject }, appId }) => certificate_lint_when(subject.attributes.length !== 1 || subject.commonNames.length !== 1 || subject.commonNames[0] !== appId),
        source: 'server: IntegrityCheck/Checker.php',
    },
    {
        id: 'lint-key',
        message: 'The key is not the request’s.',
        check: ({ certificate, spki }) => certificate_lint_when(Buffer.compare(certificate.spki, spki) !== 0),
        source: 'RFC 2986 section 3',
    },
    {
        id: 'lint-validity',
        message: 'The validity is not inside the issuer’s, is empty, or is longer than the profile’s.',
        check: ({ certificate: { notBefore, notAfter }, issuer, profile }) => certificate_lint_when(!(notBefore < notAfter) ||
            notBefore < issuer.notBefore ||
            notAfter > issuer.notAfter ||
            notAfter.getTime() - notBefore.getTime() > profile.validityDays * certificate_lint_day),
        source: 'RFC 5280 section 4.1.2.5',
    },
    {
        id: 'lint-time-type',
        message: 'A date up to 2049 is not UTCTime, or one from 2050 on not GeneralizedTime.',
        check: ({ certificate }) => certificate_lint_when(timesOf(certificate).some(({ tag: type, year }) => type !== timeTag(year))),
        source: 'RFC 5280 section 4.1.2.5',
    },
    {
        id: 'lint-signature-algorithm',
        message: 'The signature algorithm is not sha256WithRSAEncryption, inside and outside alike.',
        check: ({ certificate }) => certificate_lint_when(certificate.signatureAlgorithm !== sha256WithRsa || innerAlgorithm(certificate) !== sha256WithRsa),
        source: 'RFC 5280 section 4.1.1.2; phpseclib 2 verifies RSA with PKCS#1 v1.5 only',
    },
    {
        id: 'lint-extensions',
        message: 'The extensions are not those of the profile, each once, or stand in a certificate of version 1.',
        check: ({ certificate: { extensions, version }, profile }) => {
            const wanted = profile.extensions.map((kind) => extensionKinds[kind].id);
            const has = extensions.map(({ id }) => id);
            return certificate_lint_when(has.join() !== wanted.join() || (version === 1 && has.length > 0));
        },
        source: 'RFC 5280 section 4.1.2.9; no caIssuers, because servers fetch its URL',
    },
    {
        id: 'lint-key-identifiers',
        message: 'A key identifier does not name the key it speaks of.',
        applies: ({ profile }) => profile.extensions.length > 0,
        check: ({ certificate, issuer, spki }) => certificate_lint_when(!same(certificate.subjectKeyId, extension_keyIdentifier(spki)) ||
            !same(certificate.authorityKeyId.keyId, issuer.subjectKeyId ?? extension_keyIdentifier(issuer.spki))),
        source: 'RFC 5280 sections 4.2.1.1 and 4.2.1.2',
    },
];
const certificateLints = rules.map((rule) => ({
    ...rule,
    severity: 'error',
    fix,
}));
/** Everything that is wrong with a certificate of this authority; nothing: it may be signed. */
function lintCertificate(subject) {
    return (0,rule/* applyRules */.I)(certificateLints, subject);
}
function certificate_lint_when(broken) {
    return broken ? [{}] : [];
}
function same(one, other) {
    return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}
function fieldsOf(certificate) {
    const fields = (0,der_reader/* readDer */.SU)(certificate.tbs).children();
    return fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
}
function innerAlgorithm(certificate) {
    return fieldsOf(certificate)[1]?.children()[0]?.oid();
}
function timesOf(certificate) {
    const times = fieldsOf(certificate)[3]?.children() ?? [];
    return times.map((node) => ({ tag: node.tag, year: node.time().getUTCFullYear() }));
}
function timeTag(year) {
    return year < 2050 ? der_reader/* tag */.Tc.utcTime : der_reader/* tag */.Tc.generalizedTime;
}

;// CONCATENATED MODULE: ./build/bundle/ca/issue/issue-certificate.js









const issue_certificate_day = 86_400_000;
/**
 * One certificate: build what is to be signed, lint it, sign it, verify the result.
 * notAfter is notBefore plus the profile's days, and never beyond the issuer's own.
 * @throws AuthorityError `request-refused`, `bad-serial`, `wrong-issuer`, `issuer-expired`, `lint-failed`, `result-wrong`
 */
async function issueCertificate(order) {
    const { issuer, signer, profile, appId, request } = order;
    refuseUnfit(order);
    const toBeSigned = tbsCertificate(order);
    const draft = new common_certificate/* Certificate */.us((0,signed_structure/* withSignature */.hQ)(toBeSigned, unsigned));
    const findings = lintCertificate({ certificate: draft, issuer, profile, appId, spki: request.spki });
    if (findings.length > 0) {
        throw new authority_error/* AuthorityError */.s('lint-failed', `The certificate for ${appId} was not signed: it breaks its own profile.`, {
            hint: 'Report this with the findings; nothing was signed.',
            findings,
        });
    }
    const certificate = new common_certificate/* Certificate */.us(await (0,signed_structure/* signStructure */.zZ)(toBeSigned, signer));
    if (!certificate.isSignedBy(publicKeyOf(issuer)) || Buffer.compare(certificate.tbs, toBeSigned) !== 0) {
        throw new authority_error/* AuthorityError */.s('result-wrong', `The signature over the certificate for ${appId} does not verify.`, {
            hint: 'Do not use the certificate: the key or its token is defective.',
        });
    }
    return certificate;
}
/**
 * What stands in the place of the signature while the certificate is linted: the lint asks for everything but that. The
 * signature of a throw-away key, which verifies nowhere either, costs 3 % of one with RSA-4096.
 */
const unsigned = new Uint8Array(512);
function refuseUnfit({ request, appId, serial, issuer, signer, notBefore }) {
    if (request.commonNames.length !== 1 || request.commonNames[0] !== appId) {
        throw new authority_error/* AuthorityError */.s('request-refused', `The request's common name is not "${appId}".`, {
            hint: `Make the request again: nextcloud-release certificate request ${appId}.`,
        });
    }
    if (!request.isSelfSigned) {
        throw new authority_error/* AuthorityError */.s('request-refused', `The request for ${appId} is not signed with the key that it names.`, {
            hint: 'Make the request again: its bytes were changed, or its key is not RSA.',
        });
    }
    if (!(0,x509_serial/* isRandomSerial */.mH)(serial)) {
        throw new authority_error/* AuthorityError */.s('bad-serial', `${serial} is not a serial of this authority.`, {
            hint: 'Take serials from randomSerial().',
        });
    }
    if (!signer.publicKey.equals(publicKeyOf(issuer))) {
        throw new authority_error/* AuthorityError */.s('wrong-issuer', 'The key is not the one of the issuing certificate.', {
            hint: 'Give the key and the certificate of the same authority.',
        });
    }
    if (notBefore >= issuer.notAfter) {
        throw new authority_error/* AuthorityError */.s('issuer-expired', `The issuing certificate ends on ${issuer.notAfter.toISOString()}.`, {
            hint: 'Renew the authority’s certificate first.',
        });
    }
}
function tbsCertificate({ request, appId, profile, issuer, serial, notBefore }) {
    const from = issue_certificate_wholeSeconds(notBefore < issuer.notBefore ? issuer.notBefore : notBefore);
    const wanted = new Date(from.getTime() + profile.validityDays * issue_certificate_day);
    const until = wanted > issuer.notAfter ? issuer.notAfter : wanted;
    const context = { spki: request.spki, issuerKeyId: issuer.subjectKeyId ?? extension_keyIdentifier(issuer.spki) };
    const extensions = profile.extensions.map((kind) => extensionKinds[kind].write(context));
    return (0,der_writer/* sequence */.K2)(...(profile.version === 3 ? [(0,der_writer/* explicit */.pc)(0, (0,der_writer/* integer */.nd)(2))] : []), (0,der_writer/* integer */.nd)(serial), signed_structure/* sha256WithRsa */.s3, issuer.subject.der, (0,der_writer/* sequence */.K2)((0,der_writer/* time */.kB)(from), (0,der_writer/* time */.kB)(until)), 
    // the common name alone, whatever else the request's subject says
    (0,x509_name/* name */.U)([['CN', appId]]), request.spki, ...(extensions.length > 0 ? [(0,der_writer/* explicit */.pc)(3, (0,der_writer/* sequence */.K2)(...extensions))] : []));
}
function issue_certificate_wholeSeconds(date) {
    return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
/** Reading a key costs 60 µs: an issuer's is read once. */
const publicKeys = new WeakMap();
function publicKeyOf(issuer) {
    const known = publicKeys.get(issuer) ?? issuer.publicKey;
    publicKeys.set(issuer, known);
    return known;
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/crl-entries.js
// SPDX-License-Identifier: MIT





/** tag and length of the entry, tag and length of the serial, 20 octets of it, the time, the reason */
const maxEntry = 2 + 2 + 20 + 17 + 14;
const letterZ = 0x5a;
/** where the digits of `2026-11-21T12:00:00Z` stand, without those of the century */
const places = [2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18];
const placesWithCentury = [0, 1, ...places];
/** The entry's extensions; nothing for `unspecified`, which should be left out (RFC 5280 section 5.3.1). */
const crl_entries_reasons = new Map(Object.entries(revocationReasons).map(([name, code]) => [
    name,
    code === 0 ? new Uint8Array() : (0,der_writer/* sequence */.K2)(extension('2.5.29.21', (0,der_writer/* enumerated */.BD)(code))),
]));
/**
 * revokedCertificates (RFC 5280 section 5.1) without its header. Entries are written in place, not put together from
 * small buffers: 100,000 take 0.05 instead of 0.7 seconds.
 */
class CrlEntries {
    #buffer;
    #end = 0;
    /** @param count how many entries there is room for */
    constructor(count) {
        this.#buffer = Buffer.allocUnsafe(count * maxEntry);
    }
    get content() {
        return this.#buffer.subarray(0, this.#end);
    }
    /** @throws AuthorityError `bad-crl` where the serial is too long, or the date is none */
    add(words) {
        const start = this.#end;
        const serialEnd = this.#writeSerial(start + 4, words);
        this.#buffer[start + 2] = der_reader/* tag */.Tc.integer;
        this.#buffer[start + 3] = serialEnd - start - 4;
        const timeEnd = this.#writeTime(serialEnd, words);
        const reason = crl_entries_reasons.get(words.reason) ?? new Uint8Array();
        this.#buffer.set(reason, timeEnd);
        this.#end = timeEnd + reason.length;
        // always shorter than 128 octets
        this.#buffer[start] = der_reader/* tag */.Tc.sequence;
        this.#buffer[start + 1] = this.#end - start - 2;
    }
    #writeSerial(start, words) {
        const { bytes, serialAt, serialEnd } = words;
        const isOdd = (serialEnd - serialAt) % 2 === 1;
        let at = serialAt;
        let end = start;
        // a leading zero octet where the first bit would make the integer negative
        if (!isOdd && digitValue(bytes[at]) >= 8)
            this.#buffer[end++] = 0;
        if (isOdd)
            this.#buffer[end++] = digitValue(bytes[at++]);
        if (end - start + (serialEnd - at) / 2 > 20)
            throw revocation_words_badCrl(`${serialOf(words)} is not a serial`);
        for (; at < serialEnd; at += 2)
            this.#buffer[end++] = digitValue(bytes[at]) * 16 + digitValue(bytes[at + 1]);
        return end;
    }
    /** UTCTime from 1950 to 2049, else GeneralizedTime (RFC 5280 section 5.1.2.6): both are the digits of the ledger. */
    #writeTime(start, words) {
        const { bytes, dateAt } = words;
        const year = number(bytes, dateAt) * 100 + number(bytes, dateAt + 2);
        const month = number(bytes, dateAt + 5);
        const day = number(bytes, dateAt + 8);
        // 30 February is 2 March
        if (day > 28 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) {
            throw revocation_words_badCrl(`the serial ${serialOf(words)} has no date`);
        }
        const isUtc = year >= 1950 && year < 2050;
        let end = start;
        this.#buffer[end++] = isUtc ? der_reader/* tag */.Tc.utcTime : der_reader/* tag */.Tc.generalizedTime;
        this.#buffer[end++] = isUtc ? 13 : 15;
        for (const place of isUtc ? places : placesWithCentury)
            this.#buffer[end++] = bytes[dateAt + place] ?? 0;
        this.#buffer[end++] = letterZ;
        return end;
    }
}
/** of two decimal digits */
function number(bytes, at) {
    return digitValue(bytes[at]) * 10 + digitValue(bytes[at + 1]);
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/create-crl.js






/**
 * A CRL of version 2 with number and authority key identifier (RFC 5280 section 5), DER; `encodePem('X509 CRL', …)` makes
 * the form that servers ship. Written in one pass: time and memory grow with the number of entries.
 * @throws AuthorityError `bad-crl` where a serial stands twice or is no serial, a date is impossible
 */
async function createCrl(order) {
    const revoked = [];
    for (const one of order.revoked)
        revoked.push(wordsOf(one));
    const twin = twinAmong(revoked);
    if (twin !== undefined)
        throw badCrl(`the serial ${twin} stands on the list twice`);
    return writeCrl({ ...order, revoked });
}
/** The same for entries of which somebody knows that each serial stands there once: the ledger does. */
async function writeCrl(order) {
    const { issuer, signer, number, thisUpdate, nextUpdate, revoked } = order;
    if (!(thisUpdate < nextUpdate))
        throw revocation_words_badCrl('nextUpdate does not lie after thisUpdate');
    if (number < 1n || number >= 1n << 159n)
        throw revocation_words_badCrl(`${number} is not a CRL number`);
    const entries = new CrlEntries(revoked.length);
    for (const words of revoked)
        entries.add(words);
    const { content } = entries;
    const toBeSigned = (0,der_writer/* sequence */.K2)((0,der_writer/* integer */.nd)(1), signed_structure/* sha256WithRsa */.s3, issuer.subject.der, (0,der_writer/* time */.kB)(thisUpdate), (0,der_writer/* time */.kB)(nextUpdate), 
    // "must be absent" where nothing is revoked (RFC 5280 section 5.1.2.6)
    ...(content.length > 0 ? [(0,der_writer/* header */.wx)(der_reader/* tag */.Tc.sequence, content.length), content] : []), (0,der_writer/* explicit */.pc)(0, (0,der_writer/* sequence */.K2)(authorityKeyIdentifier(issuer.subjectKeyId ?? extension_keyIdentifier(issuer.spki)), extension('2.5.29.20', (0,der_writer/* integer */.nd)(number)))));
    return (0,signed_structure/* signStructure */.zZ)(toBeSigned, signer);
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/crl-outline.js
// SPDX-License-Identifier: MIT



/**
 * A revocation list read without its entries, which are walked one by one: the whole of a list of 100,000 as objects
 * takes half a second.
 */
class CrlOutline {
    tbs;
    /** Name, DER */
    issuer;
    thisUpdate;
    nextUpdate;
    extensions;
    #entries;
    #algorithm;
    #signature;
    /** @throws InputError `not-der`; AuthorityError `bad-crl` */
    constructor(der) {
        const [tbs, algorithm, signature] = (0,der_reader/* readDer */.SU)(der).expect(der_reader/* tag */.Tc.sequence, 'a CRL').children();
        const [, , issuer, thisUpdate, nextUpdate, ...rest] = tbs?.children() ?? [];
        const extensions = rest.pop();
        if (!tbs || !algorithm || !signature || !issuer || !thisUpdate || !nextUpdate || !extensions) {
            throw new authority_error/* AuthorityError */.s('bad-crl', 'The bytes are not a revocation list as this authority writes it.', {
                hint: 'Run "nextcloud-ca audit".',
            });
        }
        this.tbs = tbs.bytes;
        this.issuer = issuer.bytes;
        this.thisUpdate = thisUpdate.time();
        this.nextUpdate = nextUpdate.time();
        this.extensions = (0,common_certificate/* readExtensions */.HW)(extensions.children()[0]);
        this.#entries = rest[0]?.content ?? new Uint8Array();
        this.#algorithm = (0,common_certificate/* algorithmOf */.Hy)(algorithm);
        this.#signature = signature.bits();
    }
    /** CRLNumber */
    get number() {
        const value = this.extensions.find(({ id }) => id === '2.5.29.20')?.value;
        return value && (0,der_reader/* readDer */.SU)(value).integer();
    }
    isSignedBy(certificate) {
        return (0,common_certificate/* verifyRsa */.Sb)(this.#algorithm, this.tbs, certificate.publicKey, this.#signature);
    }
    /** Each entry; nothing, and the end, where one has another form than this authority writes. */
    *entries() {
        const bytes = Buffer.from(this.#entries.buffer, this.#entries.byteOffset, this.#entries.length);
        for (let at = 0; at < bytes.length;) {
            const end = at + 2 + (bytes[at + 1] ?? 0x80);
            const entry = bytes[at] === der_reader/* tag */.Tc.sequence && end <= bytes.length ? readEntry(bytes, at + 2, end) : undefined;
            yield entry;
            if (entry === undefined)
                return;
            at = end;
        }
    }
}
/** Extensions with a CRLReason, as far as its value */
const reasonBefore = Buffer.from('300c300a0603551d1504030a01', 'hex');
function readEntry(bytes, start, end) {
    const serialAt = start + 2;
    const serialEnd = serialAt + (bytes[start + 1] ?? 0x80);
    const isLong = bytes[serialEnd] === der_reader/* tag */.Tc.generalizedTime;
    const timeAt = serialEnd + 2;
    const timeEnd = timeAt + (isLong ? 15 : 13);
    const hasReason = timeEnd < end;
    if (bytes[start] !== der_reader/* tag */.Tc.integer ||
        (!isLong && bytes[serialEnd] !== der_reader/* tag */.Tc.utcTime) ||
        bytes[serialEnd + 1] !== timeEnd - timeAt ||
        timeEnd + (hasReason ? reasonBefore.length + 1 : 0) !== end ||
        (hasReason && bytes.compare(reasonBefore, 0, reasonBefore.length, timeEnd, end - 1) !== 0)) {
        return undefined;
    }
    const date = readTime(bytes, timeEnd - 13, isLong ? two(bytes, timeAt) : undefined);
    return { bytes, serialAt, serialEnd, date, reason: hasReason ? (bytes[end - 1] ?? 0) : 0 };
}
/** @param century the first two digits of the year; absent: years 50 to 99 are 19xx */
function readTime(bytes, at, century) {
    const year = two(bytes, at);
    return Date.UTC((century ?? (year < 50 ? 20 : 19)) * 100 + year, two(bytes, at + 2) - 1, two(bytes, at + 4), two(bytes, at + 6), two(bytes, at + 8), two(bytes, at + 10));
}
function two(bytes, at) {
    return ((bytes[at] ?? 0) - 0x30) * 10 + (bytes[at + 1] ?? 0) - 0x30;
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/crl-lint.js





const crl_lint_fix = 'Do not publish: this is a fault of the authority’s program or of its key.';
const crl_lint_rules = [
    {
        id: 'crl-signature',
        message: 'The issuer’s name or signature is not right.',
        check: ({ crl, issuer }) => crl_lint_when(Buffer.compare(crl.issuer, issuer.subject.der) !== 0 || !crl.isSignedBy(issuer)),
        source: 'server: Installer.php refuses every app where the CRL’s signature is not right',
    },
    {
        id: 'crl-number',
        message: 'The CRL number is not the one that was meant.',
        check: ({ crl, number }) => crl_lint_when(crl.number !== number),
        source: 'RFC 5280 section 5.2.3',
    },
    {
        id: 'crl-authority-key',
        message: 'The authority key identifier is missing.',
        check: ({ crl }) => crl_lint_when(!crl.extensions.some(({ id }) => id === '2.5.29.35')),
        source: 'RFC 5280 section 5.2.1',
    },
    {
        id: 'crl-dates',
        message: 'thisUpdate lies in the future, or nextUpdate is missing or over.',
        check: ({ crl, now }) => crl_lint_when(crl.thisUpdate > now || crl.nextUpdate === undefined || crl.nextUpdate <= now),
        source: 'the store checks with OpenSSL, which refuses every certificate where nextUpdate is over',
    },
    {
        id: 'crl-entries',
        message: 'The entries are not those of the ledger, one for each, in their order.',
        check: ({ crl, revoked }) => crl_lint_when(!sameEntries(crl, revoked)),
        source: 'a revoked serial never leaves the list (CSBR 7.2)',
    },
];
const crlLints = crl_lint_rules.map((rule) => ({ ...rule, severity: 'error', fix: crl_lint_fix }));
/** @throws AuthorityError `bad-crl` with the findings */
function refuseBadCrl({ der, ...rest }) {
    const findings = (0,rule/* applyRules */.I)(crlLints, { ...rest, crl: new CrlOutline(der) });
    if (findings.length === 0)
        return;
    throw new authority_error/* AuthorityError */.s('bad-crl', 'The revocation list is not published: it is not what it should be.', {
        hint: 'Report this with the findings; the list before it stays in place.',
        findings,
    });
}
function sameEntries(crl, revoked) {
    let count = 0;
    for (const entry of crl.entries()) {
        const wanted = revoked[count++];
        if (entry === undefined || wanted === undefined)
            return false;
        const words = revocation_words_wordsOf(wanted);
        if (!sameSerial(entry, words))
            return false;
        if (entry.date !== timeOf(words) || entry.reason !== revocationReasons[words.reason])
            return false;
    }
    return count === revoked.length;
}
/** Compared from the last digit to the first, so as not to be the way in which it was written. */
function sameSerial({ bytes, serialAt, serialEnd }, words) {
    let octet = serialEnd - 1;
    for (let digit = words.serialEnd - 1; digit >= words.serialAt; digit -= 2) {
        const high = digit > words.serialAt ? digitValue(words.bytes[digit - 1]) : 0;
        if (octet < serialAt || bytes[octet--] !== high * 16 + digitValue(words.bytes[digit]))
            return false;
    }
    // one zero octet more where the number would be negative without it
    const isLong = (bytes[octet + 1] ?? 0) >= 0x80;
    return isLong ? octet === serialAt && bytes[octet] === 0 : octet < serialAt;
}
function crl_lint_when(broken) {
    return broken ? [{}] : [];
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/publish-crl.js
// SPDX-License-Identifier: MIT









const publish_crl_day = 86_400_000;
/**
 * Makes the next list: everything revoked so far, `more`, and the announced revocations whose day has come. The lines of
 * all that and of the list itself are one append to the ledger: before it nothing happened, after it all of it did, even
 * where putting the list in place is left to the next run.
 * @param also lines to record in the same append, before the others
 * @throws AuthorityError `bad-crl`
 */
async function publishCrl(repository, { issuer, signer }, now, more = [], also = []) {
    const { ledger, store, policy } = repository;
    const due = ledger.announcements
        .filter(({ on }) => on <= now)
        .map(({ serial, app, reason, on }) => {
        return { kind: 'revoke', serial: (0,x509_serial/* serialText */.S7)(serial), app, reason, date: timeText(on) };
    });
    const added = new Map();
    for (const line of [...more, ...due]) {
        if (!added.has(line.serial) && !ledger.revocations.has(line.serial))
            added.set(line.serial, line);
    }
    const revoked = [...ledger.revocations.words, ...[...added.values()].map(revocation_words_wordsOf)];
    const thisUpdate = issue_certificate_wholeSeconds(now);
    const nextUpdate = new Date(thisUpdate.getTime() + policy.crlDays * publish_crl_day);
    const number = BigInt(ledger.crl?.number ?? 0) + 1n;
    const der = await writeCrl({ issuer, signer, number, thisUpdate, nextUpdate, revoked });
    refuseBadCrl({ der, issuer, number, revoked, now });
    const entry = {
        kind: 'crl',
        number: number.toString(),
        thisUpdate: timeText(thisUpdate),
        nextUpdate: timeText(nextUpdate),
        sha256: (0,external_node_crypto_.hash)('sha256', der, 'hex'),
        entries: revoked.length,
    };
    await store.replace(pendingCrlPath, Buffer.from((0,pem/* encodePem */.T)('X509 CRL', der), 'latin1'));
    await repository.record([...also, ...added.values(), entry], now);
    await store.rename(pendingCrlPath, crlPath);
    return entry;
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/revoke.js
// SPDX-License-Identifier: MIT







const revoke_day = 86_400_000;
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
        const announced = lines.map((line) => ({ kind: 'announce', ...line, on: timeText(date) }));
        await repository.record([...blocked, ...announced], now);
        return { certificates, on: date };
    }
    // one line for a serial, also where it stands for two apps: the list knows serials only
    const once = new Map(lines.map((line) => [line.serial, line]));
    const revoked = [...once.values()].map((line) => ({
        kind: 'revoke',
        ...line,
        date: timeText(date),
        ...order.told,
    }));
    return { certificates, on: date, crl: await publishCrl(repository, authority, now, revoked, blocked) };
}
/** A serial that the ledger does not know may be given out all the same, by hand or by somebody who has the key. */
async function revokeUnknown(repository, authority, { target, reason, now, date = now }) {
    const serial = revoke_serialOf(target);
    if (serial === undefined)
        throw badSerial(`${quote(target)} is not a serial.`);
    const { ledger } = repository;
    if (ledger.certificatesOfSerial(serial).length > 0)
        throw badSerial(`The ledger knows ${target}: it is not unknown.`);
    if (ledger.revocationOf(serial) !== undefined)
        throw nothingToRevoke(target, 'is revoked already');
    if (date > now)
        throw badDate('What nobody knows cannot be announced to anybody.');
    const revoked = { kind: 'revoke', serial: (0,x509_serial/* serialText */.S7)(serial), reason, date: timeText(date) };
    return { certificates: [], on: date, crl: await publishCrl(repository, authority, now, [revoked]) };
}
/**
 * The certificates that a revocation would hit: for an app all that are not revoked and have its current key, for a
 * serial every app that it was ever issued to.
 */
function targetsOf(ledger, target) {
    const current = currentCertificate(ledger, target);
    const serial = revoke_serialOf(target);
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
function revoke_serialOf(target) {
    return /^(?:0x[0-9a-f]{1,40}|[0-9]{1,48})$/i.test(target) ? BigInt(target) : undefined;
}
function nothingToRevoke(target, why) {
    return new authority_error/* AuthorityError */.s('nothing-to-revoke', `${quote(target)} ${why}; nothing was written.`, {
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
    if (date.getTime() <= first - revoke_day)
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

;// CONCATENATED MODULE: ./build/bundle/bot/issue/prepare-burnt-keys.js




/**
 * Whoever shows keys by the thousand, or others with every push, shall not fill the ledger with them. The request's own
 * key and those that certificates have are not counted.
 */
const prepare_burnt_keys_maxKeys = 20;
const whyBurnt = ({ pullRequest }) => `its private key was public when pull request #${pullRequest.number} was looked at`;
/**
 * The keys of the pull request that have a place in the ledger, and that nobody wrote down as burnt yet, or nobody
 * revoked: who blocks a certified key by hand did not prove that it leaked.
 */
function newlyBurnt(situation, { leakedKeys, request }) {
    const { base } = situation;
    const { ledger } = base.repository;
    const fresh = leakedKeys.filter((key) => ledger.blockedKey(key) === undefined || validCertificates(base.repository, key).length > 0);
    const counts = (key) => key === request?.key || ledger.certificatesOfKey(key).length > 0;
    const others = fresh.filter((key) => !counts(key));
    if (others.length === 0)
        return fresh;
    const why = whyBurnt(situation);
    const written = ledger.lines.filter((line) => line.kind === 'block-key' && line.why === why).length;
    return [...fresh.filter(counts), ...others.slice(0, Math.max(0, prepare_burnt_keys_maxKeys - written))];
}
/**
 * A private key stood in the pull request: possession is the proof, nobody needs to approve. It is never certified
 * again, and what was certified with it is revoked at once, in one commit.
 * @param authority undefined where the CA's key is not at hand: then only keys without a valid certificate are written
 * down, and the rest is left for whoever has it
 * @returns undefined where there is nothing to do
 */
async function prepareBurntKeys(situation, judgement, authority) {
    const keys = newlyBurnt(situation, judgement);
    if (keys.length === 0)
        return undefined;
    const { base, pullRequest, now } = situation;
    const store = new MemoryStore(base.repository.store);
    const repository = await Repository.open(store);
    const why = whyBurnt(situation);
    const revoked = [];
    for (const key of keys) {
        const certificates = validCertificates(repository, key);
        if (certificates.length > 0 && authority === undefined)
            continue;
        if (repository.ledger.blockedKey(key) === undefined) {
            await repository.record([{ kind: 'block-key', key, why }], now);
        }
        if (authority === undefined)
            continue;
        for (const { serial } of certificates) {
            // a serial that two apps share is revoked once
            if (repository.ledger.revocationOf(serial) !== undefined)
                continue;
            await revoke(repository, authority, {
                ...{ target: `0x${(0,x509_serial/* serialText */.S7)(serial)}`, reason: 'keyCompromise', now },
                told: { why, by: 'its key', thread: pullRequest.number },
            });
        }
        revoked.push(...certificates);
    }
    if (store.changes.size === 0)
        return undefined;
    const apps = [...new Set(revoked.map(({ app }) => app))];
    const title = apps.length > 0 ? `Revoke ${apps.join(', ')}: the private key leaked` : 'Never certify a leaked key';
    return {
        before: base.commit,
        parents: [base.commit],
        changes: store.changes,
        message: `${title} (#${pullRequest.number})\n`,
    };
}
function validCertificates({ ledger }, key) {
    return ledger.certificatesOfKey(key).filter(({ serial }) => ledger.revocationOf(serial) === undefined);
}

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/read-or-problem.js
// SPDX-License-Identifier: MIT




const readers = {
    certificate: (bytes, path) => common_certificate/* Certificate */.us.fromPem(Buffer.from(bytes).toString('latin1'), path),
    request: (bytes, path) => certificate_request/* CertificateRequest */.D.fromPem(Buffer.from(bytes).toString('latin1'), path),
    crl: (bytes, path) => crl/* CertificateRevocationList */.k.from(bytes, path),
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
        if (error instanceof coded_error/* CodedError */.A)
            return { path, app, problem: error.message };
        throw error;
    }
}

// EXTERNAL MODULE: ./build/bundle/ca/random.js
var ca_random = __webpack_require__(2629);
;// CONCATENATED MODULE: ./build/bundle/ca/issue/entries-of-issued.js



const entries_of_issued_day = 86_400_000;
/**
 * What the ledger says when a reserved certificate is in its place: that it was issued, and when those are revoked that
 * the app had under another key, or under another id. Replacing is not revoking: the day is said now, and comes later. A
 * key that leaked is blocked for ever, and the day of its certificates is today.
 */
function entriesOfIssued(ledger, reservation, certificate, now) {
    const { serial, app, key, profile, reason, requestedAt, requestedBy, pullRequest } = reservation;
    const issued = {
        kind: 'issue',
        serial,
        app,
        key,
        fingerprint: certificate.fingerprint,
        notBefore: timeText(certificate.notBefore),
        notAfter: timeText(certificate.notAfter),
        ...(profile !== undefined && { profile }),
        ...(reason !== undefined && { reason }),
        ...(requestedAt !== undefined && { requestedAt }),
        ...(requestedBy !== undefined && { requestedBy }),
        ...(pullRequest !== undefined && { pullRequest }),
    };
    return [issued, ...leakedKey(ledger, reservation), ...endings(ledger, reservation, now)];
}
/** The key that leaked is the one that is replaced: of the id that the app had, where it gets another one. */
function leakedKey(ledger, reservation) {
    const key = leaked(ledger, reservation);
    if (key === undefined || ledger.blockedKey(key) !== undefined)
        return [];
    return [{ kind: 'block-key', key, why: 'it was replaced because it leaked' }];
}
function leaked(ledger, { app, key, overlapReason, renamedFrom }) {
    const replaced = currentCertificate(ledger, renamedFrom ?? app);
    return overlapReason === 'keyCompromise' && replaced?.key !== key ? replaced?.key : undefined;
}
function endings(ledger, reservation, now) {
    const { app, key, reason: why, overlapDays = 0, overlapReason = 'superseded', renamedFrom } = reservation;
    const burnt = leaked(ledger, reservation);
    const old = [app, ...(renamedFrom === undefined ? [] : [renamedFrom])].flatMap((id) => ledger.certificatesOf(id));
    const ending = new Set([...old, ...(burnt === undefined ? [] : ledger.certificatesOfKey(burnt))]);
    const on = timeText(new Date(now.getTime() + overlapDays * entries_of_issued_day));
    return ([...ending]
        .filter((record) => record.key !== key && record.notAfter > now && ledger.revocationOf(record.serial) === undefined)
        // a day that was announced stays, unless everybody has the key
        .filter((record) => record.key === burnt || ledger.announcementOf(record.serial) === undefined)
        .map((record) => {
        const reason = renamedFrom !== undefined && record.app === app ? 'superseded' : overlapReason;
        return {
            kind: 'announce',
            serial: (0,x509_serial/* serialText */.S7)(record.serial),
            app: record.app,
            reason,
            on,
            ...(why !== undefined && { why }),
        };
    }));
}

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
















const issue_for_app_day = 86_400_000;
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
    if (!folderName.test(appId)) {
        throw new input_error/* InputError */.d('bad-usage', `${quote(appId)} cannot be the id of an app.`, {
            hint: 'Give the id alone: the name of the folder, not a path.',
        });
    }
    const bytes = await store.read(requestPath(appId));
    if (bytes === undefined) {
        throw new authority_error/* AuthorityError */.s('no-request', `There is no request at ${requestPath(appId)}.`, {
            hint: 'See whether the id is right and the pull request with the request is checked out.',
        });
    }
    const file = new RequestFile(requestPath(appId), bytes);
    const verdict = review({ file, policy, now, repository: { path: file.path, knowledge: ledger } });
    const request = refuseUnlessApproved(file, verdict, order);
    const key = keyHash(request.spki);
    const current = currentCertificate(ledger, appId);
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
    await store.replace(certificatePath(appId), Buffer.from(certificate.toPem(), 'latin1'));
    const entries = entriesOfIssued(ledger, reservation, certificate, now);
    await repository.record(entries, now);
    const announced = entries.filter((entry) => entry.kind === 'announce');
    if (announced.some(({ on }) => new Date(on) <= now))
        await publishCrl(repository, authority, now);
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
        ...(requestedAt !== undefined && { requestedAt: timeText(requestedAt) }),
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
    const { content } = await readOrProblem(store, certificatePath(current.app), 'certificate');
    return content?.fingerprint === current.fingerprint && !content.isSignedBy(issuer.publicKey);
}
function refuseIfNothingToDo({ app, notAfter }, { policy }, now) {
    const left = Math.floor((notAfter.getTime() - now.getTime()) / issue_for_app_day);
    if (left <= policy.renewalDays)
        return;
    throw new authority_error/* AuthorityError */.s('nothing-to-do', `Nothing to do: ${app} has a certificate with this key for ${left} more days; nothing was written.`, { hint: `Renew it in its last ${policy.renewalDays} days.` });
}
/** Signs; where that fails, the reservation is voided before the error goes on. */
async function sign(repository, authority, order) {
    const { policy } = repository;
    const validityDays = Math.min(authority.profile.validityDays, policy.certificateDays);
    try {
        return await issueCertificate({
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

;// CONCATENATED MODULE: ./build/bundle/bot/issue/prepare-issue.js




/**
 * Issues in memory, over the base branch as it stands: what is signed is the blob at the approved commit, and everything
 * that comes of it is one commit. Nothing has happened until the base branch moves to that.
 *
 * It is a merge of the pull request's head, so that the pull request shows as merged; but a merge drags all of its
 * history into the base branch, so where any of that touches anything beyond the request, the commit has one parent.
 * @throws AuthorityError as `issueForApp`
 */
async function prepareIssue(situation, judgement, decision, authority) {
    const { base, pullRequest, now } = situation;
    const { appId, request, purpose } = judgement;
    const store = new MemoryStore(base.repository.store);
    const renamedFrom = purpose.kind === 'rename' ? purpose.from : undefined;
    if (renamedFrom !== undefined)
        await store.remove(requestPath(renamedFrom));
    await store.replace(requestPath(appId), request.file.bytes);
    const issued = await issueForApp(await Repository.open(store), authority, {
        appId,
        now,
        requestedBy: nameOf(pullRequest.author),
        requestedAt: pullRequest.createdAt,
        approvals: decision.approvals.map(({ by, source, commit }) => {
            return { by: nameOf(by), review: source, commit, pullRequest: pullRequest.number };
        }),
        ...(decision.reason !== undefined && { reason: decision.reason }),
        ...(decision.replacement !== undefined && {
            replacement: { why: decision.replacement, ...(renamedFrom !== undefined && { from: renamedFrom }) },
        }),
    });
    return {
        issued,
        commit: {
            before: base.commit,
            parents: judgement.foreignHistory ? [base.commit] : [base.commit, pullRequest.head.sha],
            changes: store.changes,
            message: message(situation, judgement.appId, decision, issued),
        },
    };
}
/** As accounts stand in the ledger: the name, which people know, and the id, which nobody can take over. */
function nameOf({ login, id }) {
    return `${login} (${id})`;
}
function message({ pullRequest }, appId, { approvals }, { certificate }) {
    const trailers = [
        `Serial: ${(0,x509_serial/* serialText */.S7)(certificate.serial)}`,
        `Request-commit: ${pullRequest.head.sha}`,
        ...approvals.map(({ by, source }) => `Approved-by: ${nameOf(by)}, ${source}`),
    ];
    return `Certify ${appId} (#${pullRequest.number})\n\n${trailers.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build/bundle/bot/land.js
// SPDX-License-Identifier: MIT




/** Races are lost a few times, not for ever: each time somebody else has won one. */
const maxRounds = 30;
const longestPauseMs = 4000;
/**
 * Prepares a commit over the base branch and puts it there; where somebody else was quicker, it is prepared anew over
 * what is there then.
 * @returns the commit; undefined where there is nothing to do
 * @throws BotError `left-undone` where every race was lost
 */
async function land(workshop, prepare) {
    for (let round = 0; round < maxRounds; round++) {
        const prepared = await prepare(await readBase(workshop.github));
        if (prepared === undefined)
            return undefined;
        const commit = await put(workshop, prepared);
        if (commit !== undefined)
            return commit;
        await pause(workshop, round);
    }
    throw new BotError('left-undone', 'Others were quicker every time.', {
        hint: 'Nothing was changed; the next reconciliation tries again.',
    });
}
/** Puts a commit in place, and says so in the log; undefined: the race was lost. */
async function put({ github, log }, prepared) {
    const { defaultBranch } = await repositoryFacts(github);
    const committed = await new BaseBranch(github, defaultBranch).commit(prepared);
    const [title = ''] = prepared.message.split('\n', 1);
    log.info({ before: prepared.before, ...committed }, title);
    return committed.kind === 'done' ? committed.commit : undefined;
}
/** Full jitter: replicas that met once shall not meet again. */
async function pause({ github, random }, round) {
    await github.clock.sleep(random() * Math.min(longestPauseMs, 100 * 2 ** round));
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/certification.js
// SPDX-License-Identifier: MIT


/** A pull request has one certificate, and its file is not changed by many. */
const most = 30;
/**
 * Reads it from the message that `prepareIssue` wrote.
 * @param base any later commit of the base branch
 */
async function readCertification({ octokit, repository }, { base, app, pullRequest }) {
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits', {
            ...repository,
            sha: base,
            path: certificatePath(app),
            per_page: most,
        });
        for (const { sha, commit } of data) {
            if (!commit.message.startsWith(`Certify ${app} (#${pullRequest})\n`))
                continue;
            const head = /^Request-commit: ([0-9a-f]{40})$/m.exec(commit.message)?.[1];
            if (head !== undefined)
                return { head, commit: sha };
        }
        return undefined;
    }
    catch (error) {
        // a base branch that was moved since: it is read again at the next look
        if (hasStatus(error, 404, 409))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/labels.js
// SPDX-License-Identifier: MIT

/** The labels that the bot sets and takes away, and no others. */
const stateLabels = {
    'needs changes': { color: 'd93f0b', description: 'the author has to do something, see the comment' },
    'ready to approve': { color: '0e8a16', description: 'no fault was found: people have to decide' },
    'replaces a certificate': { color: 'fbca04', description: 'the app is certified already, with another key' },
    signed: { color: '1d76db', description: 'the certificate was issued' },
    refused: { color: '6a737d', description: 'it was decided not to certify this' },
};
/** Of issues that the bot keeps. */
const issueLabels = {
    expiry: { color: 'fbca04', description: 'certificates that end soon' },
    alarm: { color: 'b60205', description: 'something is wrong with the certificates, the ledger or the CRL' },
};
const looks = { ...stateLabels, ...issueLabels };
/** GitHub takes a label's name in any case for the same, and shows it as whoever made it wrote it. */
function isLabel(name, label) {
    return name.toLowerCase() === label;
}
/**
 * Takes the others of our labels away, then sets these; those of people stay. In this order, since who finds `signed` there
 * looks no further.
 * @param current names of the labels that are there
 * @returns false where all was as it has to be
 */
async function keepLabels(github, number, current, wanted) {
    const isOurs = (name) => Object.hasOwn(stateLabels, name.toLowerCase());
    const missing = wanted.filter((label) => !current.some((name) => isLabel(name, label)));
    const surplus = current.filter((name) => isOurs(name) && !wanted.some((label) => isLabel(name, label)));
    const { octokit, repository } = github;
    for (const name of surplus) {
        try {
            await octokit.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {
                ...repository,
                issue_number: number,
                name,
            });
        }
        catch (error) {
            if (!hasStatus(error, 404))
                throw error;
        }
    }
    for (const name of missing)
        await ensureLabel(github, name);
    if (missing.length > 0) {
        await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
            ...repository,
            issue_number: number,
            labels: missing,
        });
    }
    return missing.length + surplus.length > 0;
}
/** The repository has this label, with its colour and description; asked once a process. */
async function ensureLabel(github, name) {
    await github.caches.labels.get(name, async () => {
        const { octokit, repository } = github;
        try {
            await octokit.request('GET /repos/{owner}/{repo}/labels/{name}', { ...repository, name });
        }
        catch (error) {
            if (!hasStatus(error, 404))
                throw error;
            await createLabel(github, name);
        }
        return true;
    });
}
async function createLabel({ octokit, repository }, name) {
    try {
        await octokit.request('POST /repos/{owner}/{repo}/labels', { ...repository, name, ...looks[name] });
    }
    catch (error) {
        // another replica was quicker
        if (!hasStatus(error, 422))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/pull-request-closer.js
// SPDX-License-Identifier: MIT


/**
 * Ends a pull request whose request was signed. GitHub marks it as merged by itself when its head is in the base branch:
 * seconds later, or never (after a rebase, and where the commit has one parent). Merged or closed, both are as good.
 * @param patienceMs how long to wait for GitHub; 0: as it stands
 * @returns `gone` where there is no such pull request
 */
async function endPullRequest(github, number, patienceMs) {
    const { clock } = github;
    const end = clock.now().getTime() + patienceMs;
    for (let wait = 1000;; wait *= 2) {
        const shown = await readPullRequest(github, number);
        if (shown === undefined)
            return 'gone';
        if (shown.pullRequest.merged)
            return 'merged';
        if (!shown.pullRequest.open)
            return 'closed';
        const left = end - clock.now().getTime();
        if (left <= 0)
            return pull_request_closer_close(github, number);
        await clock.sleep(Math.min(wait, left));
    }
}
async function pull_request_closer_close(github, number) {
    const { octokit, repository } = github;
    try {
        const { data } = await octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
            ...repository,
            pull_number: number,
            state: 'closed',
        });
        return data.merged ? 'merged' : 'closed';
    }
    catch (error) {
        if (!hasStatus(error, 422))
            throw error;
        // it was merged just now
        const shown = await readPullRequest(github, number);
        if (shown?.pullRequest.open === true)
            throw error;
        return shown === undefined ? 'gone' : shown.pullRequest.merged ? 'merged' : 'closed';
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/sticky-comment.js
// SPDX-License-Identifier: MIT



/**
 * Sees to it that exactly this comment of ours stands there.
 * @param own our comments there, as they were read a moment ago
 * @returns false where all was as it has to be
 */
async function keepComment(github, number, { topic, body }, own) {
    const marker = markerOf(topic);
    const wanted = body === undefined ? undefined : cutText(`${marker}\n${body}`);
    const changed = await settle(github, wanted, withMarker(own, marker));
    if (changed !== 'absent' || wanted === undefined)
        return changed === 'changed';
    const { octokit, repository } = github;
    await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...repository,
        issue_number: number,
        body: wanted,
    });
    // another replica may have done the same meanwhile: the first stays
    const { own: now } = await readConversation(github, number);
    await settle(github, wanted, withMarker(now, marker));
    return true;
}
/** Invisible in Markdown. */
function markerOf(topic) {
    return `<!-- nextcloud-ca: ${topic} -->`;
}
function withMarker(own, marker) {
    return own.filter(({ body }) => body.startsWith(marker)).sort((one, other) => one.id - other.id);
}
/** Makes one right comment of those that are there; `absent`: there was none to make it of. */
async function settle(github, wanted, there) {
    const [first, ...others] = there;
    for (const { id } of wanted === undefined ? there : others)
        await remove(github, id);
    if (first === undefined)
        return 'absent';
    if (wanted === undefined)
        return 'changed';
    if (sticky_comment_isSame(first.body, wanted))
        return others.length > 0 ? 'changed' : 'settled';
    return (await edit(github, first.id, wanted)) ? 'changed' : 'absent';
}
/** GitHub keeps a text's line ends as a browser sent them, and may trim it. */
function sticky_comment_isSame(one, other) {
    const plain = (text) => text.replaceAll('\r\n', '\n').trim();
    return plain(one) === plain(other);
}
async function edit({ octokit, repository }, id, body) {
    try {
        await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
            ...repository,
            comment_id: id,
            body,
        });
        return true;
    }
    catch (error) {
        if (hasStatus(error, 404, 410))
            return false;
        throw error;
    }
}
async function remove({ octokit, repository }, id) {
    try {
        await octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
            ...repository,
            comment_id: id,
        });
    }
    catch (error) {
        if (!hasStatus(error, 404, 410))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/not-judged.js
/** undefined: it is ours to judge; or it is signed, and stays so whatever becomes of it. */
function whyNotJudged({ pullRequest, base }) {
    if (base.repository.ledger.issuedFor(pullRequest.number) !== undefined)
        return undefined;
    if (pullRequest.merged)
        return 'merged';
    if (!pullRequest.open)
        return 'closed';
    if (pullRequest.baseRef !== base.ref)
        return 'other-base';
    return pullRequest.draft ? 'draft' : undefined;
}
/** A clause each, for check run, comment and answers. */
const notJudgedWords = {
    closed: 'closed: nothing is certified unless it is opened again',
    merged: 'merged by hand: nothing is certified by that',
    'other-base': 'for another branch: nothing is certified there',
    draft: 'a draft: nothing is certified before it is ready for review',
};
/** A draft, and what its author closed, are refused like any other; what goes elsewhere is none of ours to refuse. */
function canBeRefused(why) {
    return why !== 'merged' && why !== 'other-base';
}

// EXTERNAL MODULE: ./build/bundle/common/version.js
var version = __webpack_require__(6340);
;// CONCATENATED MODULE: ./build/bundle/bot/rule-set.js
// SPDX-License-Identifier: MIT

/** Which rules a verdict was given by: they change with the program, and then every open pull request is judged again. */
const ruleSet = version/* version */.r;

;// CONCATENATED MODULE: ./build/bundle/bot/approval/eligibility.js
/**
 * Why somebody's word is no approval of this pull request, in a sentence; undefined: it is one. Accounts are compared by
 * their ids: a name can be given up and taken by another.
 */
function whyNotApprover(situation, account) {
    if (account === undefined)
        return 'The account is gone.';
    const { id } = account;
    const { pullRequest, commits, headPushers, earlierPushers } = situation;
    if (account.isBot)
        return 'A bot cannot approve.';
    if (!eligibility_mayApprove(situation, account))
        return 'This account has no right to approve here.';
    if (id === pullRequest.author.id)
        return 'Whoever opened the pull request cannot approve it.';
    const own = commits.find(({ author, committer, message }) => {
        return author?.id === id || committer?.id === id || isCoAuthor(message, account);
    });
    if (own !== undefined)
        return `Whoever made one of its commits (${own.sha.slice(0, 12)}) cannot approve it.`;
    if (includes(headPushers, id))
        return 'Whoever pushed its head cannot approve it.';
    if (includes(earlierPushers, id))
        return 'Whoever pushed one of its commits cannot approve it.';
    return undefined;
}
const coAuthor = /^co-authored-by:.{0,200}<(?:(\d{1,15})\+)?([A-Za-z\d-]{1,39})@users\.noreply\.github\.com>[ \t]*$/gim;
/** As GitHub writes it where a reviewer's suggestion is committed; of other addresses than its own nobody knows whose they are. */
function isCoAuthor(message, { id, login }) {
    return [...message.matchAll(coAuthor)].some(([, number, name = '']) => {
        return number === undefined ? name.toLowerCase() === login.toLowerCase() : Number(number) === id;
    });
}
/** By the settings alone, whatever part somebody has in the pull request: enough to stop it. */
function eligibility_mayApprove({ approvers }, { id, isBot }) {
    return !isBot && approvers.get(id) === true;
}
function includes(pushers, id) {
    return pushers !== 'many' && pushers.includes(id);
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/visible-lines.js
// SPDX-License-Identifier: MIT
/** GitHub takes 65,536 characters; nobody's command stands behind that. */
const maxBody = 65_536;
const visible_lines_maxLine = 2_000;
/** Blocks of HTML in which text is not what its author says: a hidden comment, something shown as it was typed. */
const blocks = [
    ['<!--', '-->'],
    ['<pre', '</pre>'],
];
/**
 * The lines of a Markdown text in which its author speaks; code, quotes and HTML comments are left as empty lines. Where
 * Markdown is unclear (a fence inside a list), the line is taken for code: a command that is not seen can be given again.
 */
function visibleLines(body) {
    let fence;
    let until;
    const lines = body.slice(0, maxBody).split(/\r\n?|\n/);
    return lines.map((line) => {
        if (until !== undefined) {
            if (line.toLowerCase().includes(until))
                until = undefined;
            return '';
        }
        if (fence !== undefined) {
            if (closes(line, fence))
                fence = undefined;
            return '';
        }
        fence = openingFence(line);
        if (fence !== undefined || /^(?: {4}|\t|\s*>)/.test(line))
            return '';
        until = opensBlock(line);
        return withoutHtmlComments(line.slice(0, visible_lines_maxLine));
    });
}
/**
 * CommonMark section 4.5, also behind the marks of a list; a backtick fence has no backtick in its info string. Blanks
 * belong to one part of the pattern alone: where two could share them, a line of 65,000 took it 15 seconds.
 */
function openingFence(line) {
    return /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])){0,9}[ \t]*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
}
function closes(line, fence) {
    const text = line.trim();
    return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}
/** What ends the block that this line leaves open. */
function opensBlock(line) {
    const text = line.replace(/`[^`]*`/g, '').toLowerCase();
    return blocks.find(([open, close]) => text.lastIndexOf(open) > text.lastIndexOf(close))?.[1];
}
/** A blank takes its place: what stood behind one does not come to the beginning of the line. */
function withoutHtmlComments(line) {
    return line.replace(/<!--.*?(?:-->|$)/g, ' ');
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/parse-commands.js
// SPDX-License-Identifier: MIT



const maxCommands = 20;
/** comparing one with every name costs; a list of paths has fewer that stand alone on their line */
const maxWords = 100;
const maxReason = 500;
const maxShown = 200;
const approvers = 'who may approve';
/** How each command goes, and what it does: the text of `/help`. */
const commandTable = {
    recheck: {
        usage: '/recheck',
        does: 'looks at the pull request again',
        who: `who opened it, ${approvers}`,
    },
    sign: {
        usage: '/sign SHA [REASON]',
        does: 'approves this commit, by at least 12 digits of its SHA; a reason is needed where a check is on hold',
        who: `${approvers} it`,
    },
    hold: { usage: '/hold', does: 'issues nothing until a later /sign', who: approvers },
    refuse: { usage: '/refuse REASON', does: 'refuses the request', who: approvers },
    replace: {
        usage: '/replace WHY REASON',
        does: `says why the key is replaced; WHY is one of ${replacementReasons.join(', ')}`,
        who: `who opened it, who asked before, ${approvers}`,
    },
    revoke: {
        usage: '/revoke APP_ID REASON',
        does: 'asks for the revocation of the app’s certificate; the first word may be a reason of RFC 5280, e.g. keyCompromise',
        who: approvers,
    },
    help: { usage: '/help', does: 'lists the commands', who: 'anybody' },
};
const helpText = [
    'A command is a line of its own, at the very beginning of the line:',
    ...Object.values(commandTable).map(({ usage, does }) => `${usage}: ${does}`),
].join('\n');
/** Words for what our commands do, that people try first. */
const synonyms = ['approve', 'reject'];
/**
 * The commands of a comment or review: lines at column 0 that begin with `/word`. What stands behind one, to the end of
 * the text or to the next, is its reason. Other people's words (quotes) and examples (code) are no commands; neither are
 * paths.
 */
function parseCommands(body) {
    const lines = visibleLines(body);
    const starts = startsIn(lines);
    return starts.slice(0, maxCommands).flatMap((start, index) => {
        const [line = '', ...behind] = lines.slice(start, starts[index + 1]);
        return parseCommand(line, behind.join(' ')) ?? [];
    });
}
/** Which lines begin a command: one more than are read. */
function startsIn(lines) {
    const words = lines.flatMap((line, at) => wordIn(line).map((word) => ({ at, word }))).slice(0, maxWords);
    return words
        .filter(({ word }) => isNear(word))
        .slice(0, maxCommands + 1)
        .map(({ at }) => at);
}
/** The word behind the slash, in lower case, where the line could be a command. */
function wordIn(line) {
    return (/^\/([A-Za-z][A-Za-z-]{0,19})(?=[ \t]|$)/
        .exec(line)
        ?.slice(1)
        .map((word) => word.toLowerCase()) ?? []);
}
/** "sing" is "sign" with two letters swapped, and two letters away from it. */
const sorted = (word) => word.split('').toSorted().join('');
const parse_commands_names = [...Object.keys(commandTable), ...synonyms].map((name) => {
    return { name, letters: sorted(name), limit: name.length < 7 ? 1 : 2 };
});
/** It is ours, or nearly. */
function isNear(word) {
    const letters = sorted(word);
    return parse_commands_names.some(({ name, letters: own, limit }) => own === letters || (0,known_names/* distance */.Io)(word, name, limit) <= limit);
}
function parseCommand(text, behind) {
    const line = text.trimEnd().slice(0, maxShown);
    const [word = ''] = text.slice(1).split(/[ \t]/, 1);
    if (!Object.hasOwn(commandTable, word)) {
        return { line, name: undefined, problem: `There is no command /${word}. ${helpText}` };
    }
    const name = word;
    const command = parse_commands_readers[name](parse_commands_plain(text.slice(1 + word.length)), parse_commands_plain(behind));
    if (typeof command !== 'string')
        return { line, name, command };
    return { line, name, problem: `${command} It goes like this: ${commandTable[name].usage}` };
}
const parse_commands_readers = {
    recheck: () => ({ name: 'recheck' }),
    sign: (line, behind) => {
        const [sha = '', ...rest] = line.split(' ');
        if (sha === '')
            return 'The commit is missing.';
        if (!/^[0-9a-f]{12,64}$/i.test(sha))
            return 'A commit is named by 12 or more hexadecimal digits of its SHA.';
        return { name: 'sign', sha: sha.toLowerCase(), reason: reasonOf(rest, behind) };
    },
    hold: () => ({ name: 'hold' }),
    refuse: (line, behind) => {
        const reason = reasonOf([line], behind);
        return reason === '' ? 'The reason is missing.' : { name: 'refuse', reason };
    },
    replace: (line, behind) => {
        const [word = '', ...rest] = line.split(' ');
        const why = replacementReasons.find((known) => known === word.toLowerCase());
        if (why === undefined)
            return `WHY is one of ${replacementReasons.join(', ')}.`;
        return withReason(reasonOf(rest, behind), why);
    },
    revoke: (line, behind) => {
        const [appId = '', ...rest] = line.split(' ');
        const reason = reasonOf(rest, behind);
        if (!/^[\w-]{1,64}$/.test(appId))
            return 'The id of the app is missing.';
        return reason === '' ? 'The reason is missing.' : { name: 'revoke', appId, reason };
    },
    help: () => ({ name: 'help' }),
};
function withReason(reason, why) {
    return reason === '' ? 'The reason is missing.' : { name: 'replace', why, reason };
}
function reasonOf(rest, behind) {
    return [...rest, behind].join(' ').trim().slice(0, maxReason);
}
/** What somebody wrote beside an approval: what stands before the first command, which has its own reason. */
function reasonBeside(body) {
    const [start] = startsIn(visibleLines(body));
    return parse_commands_plain(body
        .split(/\r\n?|\n/)
        .slice(0, start)
        .join('\n'));
}
/** One line without control characters: it goes into the ledger. Its words stay those of a stranger. */
function parse_commands_plain(text) {
    return text
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 4 * maxReason);
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/said-by-people.js
/** Comments, and the texts of reviews: oldest first. A maintainer decides in either, and means the same. */
function saidByPeople({ comments, reviews }) {
    return [...comments, ...reviews.flatMap(textOf)].toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}
/** One that was dismissed is taken back, like a comment that was deleted. */
function textOf({ id, author, state, body, edited, submittedAt }) {
    if (state === 'PENDING' || state === 'DISMISSED' || body.trim() === '')
        return [];
    return [{ id, kind: 'review', author, body, edited, createdAt: submittedAt }];
}
/** How it stands in the ledger: `comment 456`, `review 123`, or `issue 12` for the text that an issue opens with. */
function sourceOf({ kind, id }) {
    return `${kind ?? 'comment'} ${id}`;
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/approvals.js



/** The first moment at which anybody can have seen our check of this head; undefined: it has not begun. */
function firstCheck({ ownCheckRuns }) {
    return ownCheckRuns.map(({ startedAt }) => startedAt).toSorted((a, b) => a.getTime() - b.getTime())[0];
}
/** What a `/sign` is worth. */
function judgeSign(situation, { comment, sha, reason }, asked) {
    const { head } = situation.pullRequest;
    const { author, createdAt } = comment;
    const why = whyNotApprover(situation, author);
    if (why !== undefined || author === undefined)
        return why ?? 'The account is gone.';
    if (comment.edited)
        return 'It was edited: write it again, in a new comment.';
    if (!head.sha.startsWith(sha))
        return `It is for the commit ${approvals_short(sha)}; the head is ${approvals_short(head.sha)}.`;
    const source = sourceOf(comment);
    return inTime(situation, { by: author, source, commit: head.sha, at: createdAt, reason }, asked);
}
/** What somebody's latest review is worth. */
function judgeReview(situation, review, asked) {
    const { head } = situation.pullRequest;
    const { author: by, commit, submittedAt: at } = review;
    const why = whyNotApprover(situation, by);
    if (why !== undefined || by === undefined)
        return why ?? 'The account is gone.';
    if (review.state === 'DISMISSED')
        return 'The review was dismissed.';
    if (review.state !== 'APPROVED')
        return 'A later review by the same person took its place, and does not approve.';
    if (commit !== head.sha)
        return `It is for the commit ${approvals_short(commit)}; the head is ${approvals_short(head.sha)}.`;
    // an edited one is no reason: the approval is a button, the text may be anybody's who can write here
    const reason = review.edited ? '' : reasonBeside(review.body);
    return inTime(situation, { by, source: `review ${review.id}`, commit, at, reason }, asked);
}
/**
 * GitHub re-points an approval at a rebased head whose patch is the same, so the commit alone proves nothing: it has to
 * be given after our first check of the head began. And what is asked for must not have changed since.
 */
function inTime(situation, approval, asked) {
    const head = approvals_short(situation.pullRequest.head.sha);
    const first = firstCheck(situation);
    if (first === undefined)
        return `The check of ${head} has not begun: approve once it is there.`;
    if (approval.at <= first)
        return `It was given before the check of ${head} began: approve again.`;
    if (asked !== undefined && approval.at <= asked.at && approval.by.id !== asked.by.id) {
        return `It was given before ${asked.by.login} said why the key is replaced: approve again.`;
    }
    return approval;
}
/** The approvals that count, one a person, and why the others do not; what becomes of a `/sign` is said in its answer. */
function countApprovals(situation, signs, asked) {
    const discounted = [];
    const valid = signs.map((sign) => judgeSign(situation, sign, asked)).filter((verdict) => typeof verdict !== 'string');
    for (const review of approvingReviews(situation)) {
        const verdict = judgeReview(situation, review, asked);
        if (typeof verdict === 'string')
            discounted.push({ by: review.author, why: verdict });
        else
            valid.push(verdict);
    }
    return { approvals: onePerPerson(valid), discounted };
}
/** The latest review of each who approves, or did so before. */
function approvingReviews(situation) {
    const { head } = situation.pullRequest;
    const latest = new Map();
    const approvedHere = new Set();
    for (const review of inOrder(situation.reviews)) {
        // accounts that are gone are not told from each other
        const who = review.author?.id ?? `review ${review.id}`;
        latest.set(who, review);
        if (review.state === 'APPROVED' && review.commit === head.sha)
            approvedHere.add(who);
    }
    return [...latest].flatMap(([who, review]) => {
        const { state, author } = review;
        const dismissed = state === 'DISMISSED' && author !== undefined && eligibility_mayApprove(situation, author);
        return state === 'APPROVED' || dismissed || approvedHere.has(who) ? [review] : [];
    });
}
/** As they were submitted; drafts that nobody else can see are none yet. */
function inOrder(reviews) {
    return reviews
        .filter(({ state }) => state !== 'PENDING')
        .toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || a.id - b.id);
}
/** Somebody's last one, with all that they wrote beside any. */
function onePerPerson(approvals) {
    const people = new Map();
    for (const approval of approvals.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
        const { by } = approval;
        const reasons = new Set([people.get(by.id)?.reason ?? '', approval.reason].filter((reason) => reason !== ''));
        people.set(by.id, { ...approval, reason: [...reasons].join('; ') });
    }
    return [...people.values()];
}
function approvals_short(sha) {
    return sha.slice(0, 12);
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/earlier-requester.js

/**
 * The account that asked for this certificate's key first. A request is public, so anybody can ask for its renewal, and
 * gets no say by that. What was imported names whomever a commit of the past claimed as its author: nobody. Accounts
 * stand there as `nameOf` writes them, with the id that nobody can take over; but everybody can become GitHub's ghost, by
 * deleting his account.
 */
function earlierRequester(ledger, { app, key }) {
    const first = ledger.certificatesOf(app).find((record) => record.key === key);
    if (first === undefined || first.imported)
        return undefined;
    const id = /^[\w-]{1,64}(?:\[bot\])? \((\d{1,15})\)$/.exec(first.requestedBy ?? '')?.[1];
    return id === undefined || Number(id) === ghost.id ? undefined : Number(id);
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/fold-comments.js





function foldComments(situation, judgement) {
    const said = commandsIn(saidByPeople(situation)).filter((one) => !isStrangersRecheck(situation, one));
    const unheeded = new Map();
    const signs = [];
    const replacers = [];
    let hold = changesRequested(situation);
    let refusal;
    let replacement;
    for (const one of said) {
        const { comment, spoken } = one;
        if (!('command' in spoken))
            continue;
        const { command } = spoken;
        const word = { by: comment.author, at: comment.createdAt, source: sourceOf(comment), said: one };
        const why = whyUnheeded(situation, judgement, command, comment);
        if (why !== undefined)
            unheeded.set(one, why);
        else if (command.name === 'hold')
            hold = hold !== undefined && hold.at > word.at ? hold : word;
        else if (command.name === 'refuse')
            refusal = { ...word, reason: command.reason };
        else if (command.name === 'replace') {
            replacers.push(word);
            // the same once more changes nothing that was approved
            const at = replacement?.why === command.why ? replacement.at : word.at;
            replacement = { ...word, at, why: command.why, reason: command.reason };
        }
        if (command.name === 'sign') {
            signs.push({ comment, sha: command.sha, reason: command.reason });
            if (comment.edited || whyNotApprover(situation, comment.author) !== undefined)
                continue;
            // whoever requests changes does not lift that in the same breath
            if (hold !== undefined && hold.at <= word.at && hold.source !== word.source)
                hold = undefined;
            refusal = undefined;
        }
    }
    return { said, signs, hold, refusal, replacement, replacers, unheeded };
}
/** Bots and accounts that are gone give no commands. */
function commandsIn(comments) {
    return comments
        .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id)
        .filter((comment) => comment.author !== undefined && !comment.author.isBot)
        .flatMap((comment) => parseCommands(comment.body).map((spoken) => ({ comment, spoken })));
}
/**
 * Changes that somebody who may approve asks for at this very head hold it like a `/hold`, the last of several: a review
 * that only comments, as an answer in a thread is, takes nothing back.
 */
function changesRequested(situation) {
    const decisive = inOrder(situation.reviews).filter(({ state }) => state !== 'COMMENTED');
    const latest = new Map(decisive.map((review) => [review.author?.id, review]));
    const asked = decisive.findLast((review) => review.state === 'CHANGES_REQUESTED' &&
        review.commit === situation.pullRequest.head.sha &&
        review === latest.get(review.author?.id) &&
        review.author !== undefined &&
        eligibility_mayApprove(situation, review.author));
    return asked?.author && { by: asked.author, at: asked.submittedAt, source: `review ${asked.id}` };
}
/**
 * An outsider's `/recheck` is not even answered: each answer is an edit of our comment, and nobody shall make us write by
 * saying nothing.
 */
function isStrangersRecheck(situation, { spoken, comment: { author } }) {
    if (spoken.name !== 'recheck')
        return false;
    return author.id !== situation.pullRequest.author.id && !eligibility_mayApprove(situation, author);
}
const edited = 'It was edited: write it again, in a new comment.';
function whyUnheeded(situation, judgement, command, { author, edited: isEdited }) {
    const approver = eligibility_mayApprove(situation, author);
    switch (command.name) {
        case 'hold':
            return approver ? undefined : 'Only those who may approve can do that. To stop it, make it a draft or close it.';
        case 'refuse':
            if (!approver)
                return 'Only those who may approve can do that.';
            return isEdited ? edited : undefined;
        case 'replace':
            return whyNoReplacement(situation, judgement, command.why, author) ?? (isEdited ? edited : undefined);
        default:
            return undefined;
    }
}
function whyNoReplacement(situation, { purpose }, why, author) {
    if (purpose.kind === 'unknown')
        return 'What the pull request is for is not known yet; the reason counts once it is.';
    if (purpose.kind !== 'replacement' && purpose.kind !== 'rename')
        return 'The pull request replaces no key.';
    if (purpose.kind === 'replacement' && why === 'rename') {
        return 'A rename takes the request of the old id out of the repository; this pull request does not.';
    }
    const { author: opener } = situation.pullRequest;
    const earlier = purpose.current && earlierRequester(situation.base.repository.ledger, purpose.current);
    if (author.id === opener.id || author.id === earlier || eligibility_mayApprove(situation, author))
        return undefined;
    return 'Only whoever opened the pull request, asked for the certificate before, or may approve can say that.';
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/answers.js
// SPDX-License-Identifier: MIT




/** An answer for every command but `/revoke`, which `revocationRequests` answers. */
function answersTo(situation, folded) {
    return folded.said
        .filter(({ spoken }) => spoken.name !== 'revoke')
        .map((said) => {
        const { comment, spoken } = said;
        return { at: comment.createdAt, by: comment.author, line: spoken.line, ...answerTo(situation, folded, said) };
    });
}
function answerTo(situation, folded, said) {
    const { spoken } = said;
    if (!('command' in spoken))
        return { accepted: false, text: spoken.problem };
    const why = folded.unheeded.get(said);
    if (why !== undefined)
        return { accepted: false, text: why };
    const answer = answerToHeeded(situation, folded, said, spoken.command);
    const left = whyNotJudged(situation);
    if (left === undefined || spoken.name === 'help')
        return answer;
    const now = `The pull request is ${notJudgedWords[left]}.`;
    if (spoken.name === 'refuse')
        return canBeRefused(left) ? answer : { accepted: false, text: now };
    // what was said counts once it is ours to judge again
    return { accepted: answer.accepted && spoken.name !== 'recheck', text: `${answer.text} ${now}` };
}
/** To each `/help`: all that is answered in an issue beside `/revoke`. */
function answersToHelp(comments) {
    return commandsIn(comments)
        .filter(({ spoken }) => spoken.name === 'help')
        .map(({ comment, spoken }) => {
        return { at: comment.createdAt, by: comment.author, line: spoken.line, accepted: true, text: helpText };
    });
}
function answerToHeeded(situation, folded, said, command) {
    const head = situation.pullRequest.head.sha.slice(0, 12);
    switch (command.name) {
        case 'sign': {
            const verdict = judgeSign(situation, { ...command, comment: said.comment }, folded.replacement);
            if (typeof verdict === 'string')
                return { accepted: false, text: verdict };
            return { accepted: true, text: `The approval of ${head} counts.` };
        }
        case 'hold':
            return folded.hold?.said === said
                ? { accepted: true, text: `On hold: somebody who may approve lifts it with /sign ${head}.` }
                : { accepted: true, text: 'It was on hold; that is over, or another hold took its place.' };
        case 'refuse':
            return folded.refusal?.said === said
                ? { accepted: true, text: 'Refused.' }
                : { accepted: true, text: 'It was refused; a later command took that back.' };
        case 'replace':
            return folded.replacement?.said === said
                ? { accepted: true, text: `Noted why the key is replaced: ${command.why}.` }
                : { accepted: true, text: 'A later reason took its place.' };
        case 'help':
            return { accepted: true, text: helpText };
        default:
            return { accepted: true, text: 'Looked at again.' };
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/old-key-proof.js
// SPDX-License-Identifier: MIT






/**
 * What the old key has to sign for a replacement: it names the app, the commit and the new key, so that it is worth
 * nothing for any other. Undefined where nothing is replaced, or where a name could not go into a command.
 */
function replacementChallenge(situation, { purpose, request }) {
    if (purpose.kind !== 'replacement' && purpose.kind !== 'rename')
        return undefined;
    if (purpose.current === undefined || request?.key === undefined)
        return undefined;
    // a revoked key may be in anybody's hands
    if (purpose.kind === 'replacement' && purpose.revoked !== undefined)
        return undefined;
    const { app } = purpose.current;
    const { sha } = situation.pullRequest.head;
    return challenge(app, ['replace', app, 'by', request.file.appId, 'key', request.key, 'commit', sha]);
}
/** The same for a revocation that the holder of the key asks for. */
function revocationChallenge({ app, serial }) {
    return challenge(app, ['revoke', app, 'serial', (0,x509_serial/* serialText */.S7)(serial)]);
}
function challenge(app, words) {
    if (!words.every((word) => /^[\w-]{1,64}$/.test(word)))
        return undefined;
    const text = `nextcloud-ca: ${words.join(' ')}`;
    const command = `printf %s '${text}' | openssl dgst -sha256 -sign ${app}.key | openssl base64 -A`;
    return { text, command };
}
/**
 * The public key of a certificate, from its file in the repository; undefined where that is another's by now, or gone.
 * The ledger has only its hash.
 */
async function certifiedKey({ store }, { app, key }) {
    const bytes = await store.read(certificatePath(app));
    if (bytes === undefined)
        return undefined;
    try {
        const certificate = common_certificate/* Certificate */.us.fromPem(Buffer.from(bytes).toString('latin1'));
        return keyHash(certificate.spki) === key ? certificate.publicKey : undefined;
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
}
/** The same for the certificate that a pull request wants to replace: what `standing` takes. */
async function oldKeyOf({ base }, { purpose }) {
    const current = purpose.kind === 'replacement' || purpose.kind === 'rename' ? purpose.current : undefined;
    return current && certifiedKey(base.repository, current);
}
/** A check costs 0.1 ms with RSA-4096; strangers may write as many comments as they like. */
const [maxPerText, maxInAll] = [4, 400];
/** Whether any of these texts holds a signature by the key, base64, in one line or many, bare or in a code fence. */
function isSignedIn(bodies, { text }, key) {
    const bits = key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
    const bytes = Math.ceil(bits / 8);
    if (bytes === 0)
        return false;
    // newest first: a flood of old comments does not push the signature out of the limit
    const candidates = bodies.toReversed().flatMap((body) => signaturesIn(body, bytes));
    return candidates
        .slice(0, maxInAll)
        .some((signature) => ['sha256', 'sha512'].some((hash) => (0,external_node_crypto_.verify)(hash, Buffer.from(text), key, signature)));
}
/** Runs of base64 that are long enough; OpenSSL breaks them after 64 characters, unless it is told not to. */
function signaturesIn(body, bytes) {
    const length = 4 * Math.ceil(bytes / 3);
    const runs = body.matchAll(/^[ \t]*[A-Za-z0-9+/]{60,}={0,2}[ \t]*$(?:\r?\n[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*$)*/gm);
    return [...runs]
        .map(([run]) => run.replace(/\s+/g, '').slice(0, length))
        .filter((run) => run.length === length)
        .slice(0, maxPerText)
        .map((run) => Buffer.from(run, 'base64'))
        .filter((signature) => signature.length === bytes);
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/standing.js







/**
 * What the people say about a pull request, all in all.
 * @param oldKey public key of the certificate that is to be replaced: `oldKeyOf` reads it
 */
function standing(situation, judgement, { oldKey } = {}) {
    const folded = foldComments(situation, judgement);
    const proof = proofOf(situation, judgement, folded, oldKey);
    const { approvals, discounted } = countApprovals(situation, folded.signs, folded.replacement);
    const two = whyTwo(situation, judgement, folded, proof);
    const deciders = new Set(approvals.map(({ by }) => by.id));
    const hasReason = approvals.some(({ reason }) => reason !== '') ||
        (folded.replacement !== undefined && deciders.has(folded.replacement.by.id));
    return {
        answers: answersTo(situation, folded),
        approvals,
        discounted,
        needed: two.length > 0 ? 2 : 1,
        because: two.length > 0 ? `two people have to approve: ${two.join('; ')}` : 'one person has to approve',
        lacksReason: judgement.hold && !hasReason,
        heldBy: folded.hold?.by,
        refusal: folded.refusal && { by: folded.refusal.by, reason: folded.refusal.reason },
        replacement: folded.replacement && {
            why: folded.replacement.why,
            reason: folded.replacement.reason,
            by: folded.replacement.by,
            proof,
        },
    };
}
/** The certificate that a pull request wants to replace. */
function replacedBy({ purpose }) {
    return purpose.kind === 'replacement' || purpose.kind === 'rename' ? purpose.current : undefined;
}
function proofOf(situation, judgement, { replacers }, oldKey) {
    const current = replacedBy(judgement);
    if (current === undefined)
        return undefined;
    const challenge = replacementChallenge(situation, judgement);
    const bodies = saidByPeople(situation).map(({ body }) => body);
    if (challenge !== undefined && oldKey !== undefined && isSignedIn(bodies, challenge, oldKey))
        return 'old-key';
    const earlier = earlierRequester(situation.base.repository.ledger, current);
    if (earlier === undefined)
        return undefined;
    // whoever opened the pull request and pushed its head said so by that; others speak of a head that they can have seen
    const { author } = situation.pullRequest;
    if (author.id === earlier && solePusher(situation.headPushers) === earlier)
        return 'earlier-requester';
    const first = firstCheck(situation);
    const spoke = replacers.some(({ by, at }) => by.id === earlier && first !== undefined && at > first);
    return spoke ? 'earlier-requester' : undefined;
}
/** Why one approval is not enough. */
function whyTwo(situation, judgement, { replacement }, proof) {
    const { purpose, appId = '' } = judgement;
    const replaces = replacedBy(judgement) !== undefined;
    const reasons = [];
    if (replaces && purpose.kind === 'rename')
        reasons.push('an app that has a certificate gets another id');
    else if (purpose.kind === 'rename' && situation.base.repository.ledger.certificatesOf(appId).length > 0) {
        reasons.push('the new id was certified before');
    }
    else if (purpose.kind === 'replacement' && purpose.revoked !== undefined && proof === undefined) {
        reasons.push('the id was certified before, and whoever asked for that does not stand for this request');
    }
    else if (replaces && proof === undefined) {
        reasons.push('neither the old key nor whoever asked for its certificate stands for the replacement');
    }
    if (replaces && replacement?.why === 'take-over')
        reasons.push('the app goes to somebody else');
    const pusher = solePusher(situation.headPushers);
    if (pusher === undefined || situation.earlierPushers === 'many')
        reasons.push('nobody knows who pushed the head');
    return reasons;
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/claim.js
// SPDX-License-Identifier: MIT

/**
 * Does what cannot be taken back, as a mention cannot: its e-mail is sent, whatever becomes of the comment. Two replicas
 * that both saw that it is not done would both do it, so the work has to look once more, within the claim.
 *
 * The lock is a ref. GitHub makes one of a name once, and answers everybody else 422 ("Reference already exists"), so of
 * any number of replicas one goes on; the others come when it has let go, and see what it did. It is outside of
 * `refs/heads`, where it would be a branch, and start workflows. A replica that died within its claim keeps it for the
 * day that is in the name, since nobody can tell it from a slow one. So two may meet over midnight (UTC) only, in the
 * second that the work takes.
 * @returns false where another one has it
 */
async function withClaim(github, { what, commit }, work) {
    const day = github.clock.now().toISOString().slice(0, 10);
    const ref = `nextcloud-ca/${what}/${day}`;
    if (!(await take(github, ref, commit)))
        return false;
    try {
        await work();
    }
    finally {
        await claim_release(github, ref);
    }
    return true;
}
async function take(github, ref, sha) {
    const { octokit, repository } = github;
    try {
        await octokit.request('POST /repos/{owner}/{repo}/git/refs', { ...repository, ref: `refs/${ref}`, sha });
        return true;
    }
    catch (error) {
        if (!hasStatus(error, 409, 422))
            throw error;
        // let go of in this moment, or a GitHub that wants no such refs: rather twice than never
        return !(await exists(github, ref));
    }
}
async function exists({ octokit, repository }, ref) {
    try {
        await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...repository, ref });
        return true;
    }
    catch (error) {
        if (hasStatus(error, 404))
            return false;
        throw error;
    }
}
async function claim_release({ octokit, repository }, ref) {
    try {
        await octokit.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...repository, ref });
    }
    catch (error) {
        if (!hasStatus(error, 404, 409, 422))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/say-once.js
// SPDX-License-Identifier: MIT



/**
 * Says it, unless it stands there: whoever is mentioned is told once, though any number of replicas find it missing.
 * @param commit any commit of the repository
 * @returns whether it stands there; false: another replica is about to say it, or died over it
 */
async function sayOnce(github, number, said, commit) {
    const isSaid = (own) => own.some(({ body }) => body.startsWith(markerOf(said.topic)));
    if (isSaid((await readConversation(github, number)).own))
        return true;
    return withClaim(github, { what: said.topic.replaceAll(' ', '-'), commit }, async () => {
        const { own } = await readConversation(github, number);
        if (!isSaid(own))
            await keepComment(github, number, said, own);
    });
}

;// CONCATENATED MODULE: ./build/bundle/bot/holder.js

/** As accounts stand in the ledger, and GitHub's own address, which says for sure which account a commit is of. */
const holder_forms = [
    /^(?<login>[A-Za-z0-9][A-Za-z0-9-]{0,38}) \((?<id>\d{1,15})\)$/,
    /<(?:(?<id>\d{1,15})\+)?(?<login>[A-Za-z0-9][A-Za-z0-9-]{0,38})@users\.noreply\.github\.com>$/,
];
/**
 * Whoever asked first for a certificate of this key, where an account is known. To be told of something is no say: that
 * has `earlierRequester`, which takes nobody's word for who wrote a commit.
 */
function holderOf(ledger, { app, key }) {
    const { requestedBy = '' } = ledger.certificatesOf(app).find((record) => record.key === key) ?? {};
    const { login, id } = holder_forms.map((form) => form.exec(requestedBy)?.groups).find((found) => found !== undefined) ?? {};
    if (login === undefined || login === ghost.login)
        return undefined;
    return { login, id: id === undefined ? undefined : Number(id) };
}
function isAccountOf({ login, id }, account) {
    return id === undefined ? login.toLowerCase() === account.login.toLowerCase() : id === account.id;
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/store-words.js
// SPDX-License-Identifier: MIT
/** Answers of the store after which people ask for a certificate that they do not need (app-certificate-requests#1136). */
const storeErrorWords = [
    'You may not need a new certificate:',
    [
        '- The store says **403**, or that you are not the owner: the app is registered by another account there. A certificate does not change that; ask its owner to add you, or to transfer the app.',
        '- The store says **padding**, or that the signature is invalid: the archive was signed with another key than that of the registered certificate. Sign it with the right key, and with `-sha512`.',
    ].join('\n'),
].join('\n\n');

;// CONCATENATED MODULE: ./build/bundle/common/render/markdown.js
// SPDX-License-Identifier: MIT

const marks = { error: '❌', hold: '✋', warning: '⚠️', info: 'ℹ️' };
/** A table for job summaries and comments. Every text is hostile: it is shown as it is and cannot become markup. */
function renderMarkdown(findings) {
    if (findings.length === 0)
        return '';
    const rows = (0,finding/* inReadingOrder */.g)(findings).map(({ severity, rule, message, fix, file, line }) => {
        const place = file === undefined ? '' : escapeMarkdown(line === undefined ? file : `${file}:${line}`);
        return `| ${marks[severity]} ${severity} | ${place} | ${escapeMarkdown(message)} | ${escapeMarkdown(fix ?? '')} | ${rule} |`;
    });
    return `${['| | where | what | fix | rule |', '|---|---|---|---|---|', ...rows].join('\n')}\n`;
}
/** Text that shows as itself in GitHub's Markdown: no markup, no HTML, no mention, no link, no second line. */
function escapeMarkdown(text) {
    return text
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*_{}[\]()#+!|~$-]/g, '\\$&')
        .replace(/@/g, '@\u200b')
        .replace(/:\/\//g, ':\u200b//')
        .replace(/www\./gi, 'www\u200b.');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/text.js
// SPDX-License-Identifier: MIT

/**
 * Text of strangers inside of ours: it shows as itself, on one line, and is no markup, mention, link or reference. What
 * cannot be seen, or turns the direction of writing, is named.
 */
function text_plain(text, most = 600) {
    return (escapeMarkdown(visible(shorten(text, most)).trim())
        // the beginning of a list item or a table cell is the beginning of a block
        .replace(/^(\d{1,9})([.)])/, '$1\\$2')
        // GitHub looks for references in what Markdown made: an escaped #1 is one all the same
        .replace(/\\#(?=\d)/g, '\\#\u200b')
        .replace(/gh\\-(?=\d)/gi, '$&\u200b'));
}
/** Text of strangers as code: longer fences than any run of backticks in it, and no second line. Not for tables. */
function code(text, most = 300) {
    const line = visible(shorten(text, most).replace(/[\t\r\n\f\v]+/g, ' '));
    const fence = '`'.repeat(longestRun(line) + 1);
    // an empty span would not be one, and a blank keeps backticks at the ends apart from the fence
    const padded = line === '' || /^`|`$|^ .* $/.test(line) ? ` ${line} ` : line;
    return `${fence}${padded}${fence}`;
}
/** Several lines as code, with a fence that nothing inside of it ends. */
function text_block(text, language = '') {
    const lines = text.split(/\r\n|[\r\n]/).map((line) => visible(line.replaceAll('\t', '  ')));
    const body = lines.join('\n').replace(/\n+$/, '');
    const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${fence}${language}\n${body}\n${fence}`;
}
/** An account by its name, which mentions nobody. */
function text_nameOf(account) {
    return account === undefined ? 'an account that is gone' : code(account.login, 60);
}
/** The one whom the text is for: GitHub tells them. Anything that is no name of an account mentions nobody. */
function mention(login) {
    return /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(login) ? `@${login}` : code(login, 60);
}
/** An account as it stands in the ledger, `login (id)`, or a person as git has it, `name <address>`: the name. */
function nameInLedger(text) {
    return text.replace(/ \(\d{1,15}\)$/, '').replace(/\s*<[^>]*>\s*$/, '');
}
/** The login in an address that GitHub gives its accounts. */
const noreply = /<(?:\d{1,15}\+)?([A-Za-z0-9-]{1,39})@users\.noreply\.github\.com>$/;
/** Mentions an account of the ledger; somebody whom only a commit named is mentioned by GitHub’s own address, or named. */
function mentionFromLedger(text) {
    const login = / \(\d{1,15}\)$/.test(text) ? nameInLedger(text) : noreply.exec(text)?.[1];
    return login === undefined ? code(nameInLedger(text), 60) : mention(login);
}
function text_day(date) {
    return date.toISOString().slice(0, 10);
}
/** `1 commit`, `2 commits` */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
function visible(text) {
    return text.replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]|(?![\n\t\r])\p{Cc}/gu, (character) => {
        return `\u27e8U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
    });
}
function shorten(text, most) {
    return text.length > most ? `${text.slice(0, most)}…` : text;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/replacement-words.js
// SPDX-License-Identifier: MIT





const meanings = {
    lost: 'the old key cannot be found any more',
    leaked: 'somebody else may have the old key',
    'take-over': 'the app has a new holder',
    'wrong-name': 'the old certificate has a wrong name in it',
    rename: 'the app has a new id',
    other: 'anything else: say what',
};
/** Another key for an app that has a certificate: who holds it, why, what proves it, and what comes of it. */
function replacementWords(view) {
    const { judgement, situation } = view;
    const { purpose } = judgement;
    if (purpose.kind !== 'replacement' && purpose.kind !== 'rename')
        return undefined;
    const { current } = purpose;
    if (current === undefined)
        return undefined;
    if (purpose.kind === 'replacement' && purpose.revoked !== undefined) {
        return againWords(view, current, purpose.revoked);
    }
    const isOver = current.notAfter <= situation.now;
    return [
        purpose.kind === 'rename' ? '### This renames a certified app' : '### This replaces a certificate',
        `${code(current.app)} ${isOver ? 'had' : 'has'} a certificate: ${factsOf(current)}. The key of this request is another one.`,
        whyWords(view),
        proofWords(view, current),
        consequences(isOver
            ? '- The old certificate is over: there is nothing to revoke.'
            : endingLine(situation.base.repository.policy, purpose.kind === 'rename' ? 'rename' : view.standing.replacement?.why)),
        ...(purpose.kind === 'rename' ? [] : [storeErrorWords]),
    ].join('\n\n');
}
/** All certificates of the id are revoked: who had the last one, how it ended, and who has to stand for a new one. */
function againWords(view, last, revoked) {
    const isOther = view.judgement.request?.key !== last.key;
    const { replacement } = view.standing;
    return [
        '### This id was certified before',
        `${code(last.app)} had a certificate: ${factsOf(last)}. ${endOf(revoked)} The key of this request is ${isOther ? 'another one' : 'the same'}.`,
        ...(replacement === undefined ? [] : [whyWords(view)]),
        proofWords(view, last),
        consequences('- Nothing is left to revoke.'),
    ].join('\n\n');
}
/** When it was revoked, why, and by whom. */
function endOf({ date, reason, why, by }) {
    const words = why === undefined ? '' : ` (${text_plain(why, 300)})`;
    const who = by === undefined ? '' : ` by ${text_plain(by, 120)}`;
    return `It was revoked on ${text_day(date)}${who}: ${reason}${words}.`;
}
/** Serial, by whom, since when, until when. */
function factsOf({ serial, requestedBy, notBefore, notAfter }) {
    const who = requestedBy === undefined ? '' : `, asked for by ${code(nameInLedger(requestedBy), 60)}`;
    return `serial ${code((0,x509_serial/* serialText */.S7)(serial))}${who}, since ${text_day(notBefore)}, valid until ${text_day(notAfter)}`;
}
function whyWords({ standing: { replacement }, judgement: { purpose } }) {
    if (replacement !== undefined) {
        return `**Why**: ${replacement.why}, says ${text_nameOf(replacement.by)}: ${text_plain(replacement.reason)}`;
    }
    if (purpose.kind === 'rename')
        return '**Why**: the old request goes and the new one comes, which says it.';
    const rows = replacementReasons
        .filter((why) => why !== 'rename')
        .map((why) => `| \`/replace ${why} …\` | ${meanings[why]} |`);
    return [
        '**Why?** Comment with one of these lines, and your reason behind it:',
        ['| | |', '|---|---|', ...rows].join('\n'),
    ].join('\n\n');
}
function proofWords({ situation, judgement, standing }, { app, requestedBy }) {
    if (standing.replacement?.proof === 'old-key')
        return '**Proof**: signed with the old key.';
    if (standing.replacement?.proof === 'earlier-requester') {
        return '**Proof**: the account that asked for the old certificate says so.';
    }
    const challenge = replacementChallenge(situation, judgement);
    const ways = [
        ...(requestedBy === undefined
            ? []
            : [
                `- ${code(nameInLedger(requestedBy), 60)}, who asked for the old certificate, comments here why it is replaced; an account counts, a name in a commit does not.`,
            ]),
        '- Otherwise two maintainers have to approve.',
    ].join('\n');
    if (challenge === undefined)
        return `**Proof** that it is in good hands:\n\n${ways}`;
    return [
        `**Proof** that it is in good hands. Best is a signature with the old key: run this where ${code(`${app}.key`)} lies, and put what it prints into a comment. It holds for this commit; after a push it is another line.`,
        text_block(challenge.command, 'sh'),
        ways,
    ].join('\n\n');
}
function consequences(ending) {
    return [
        '**What comes of it**',
        [
            ending,
            '- A release that is signed with the old key cannot be installed any more once its certificate is revoked: publish a release that is signed with the new key before.',
            '- The store deletes **all** releases of an app when another certificate is registered for it. Register it right before that release.',
        ].join('\n'),
    ].join('\n\n');
}
function endingLine(policy, why) {
    const days = (reason) => endingOf({ why: reason }, policy).overlapDays;
    const when = (reason) => days(reason) === 0 ? 'at once' : `at most ${count(days(reason), 'day')} later`;
    if (why !== undefined)
        return `- The old certificate is revoked ${when(why)}; the day is told here.`;
    return `- The old certificate is revoked ${when('other')}; where the key leaked, ${when('leaked')}; where the app changes hands, ${when('take-over')}. The day is told here.`;
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/holder-words.js



const uninstallable = 'no release that was signed with its key can be installed';
/** To whoever holds a certificate: somebody else asks for one with another key. */
function askedWords(holder, by, { app, serial, notBefore }, revoked) {
    const ended = revoked === undefined ? '' : ` ${endOf(revoked)}`;
    return [
        `${mention(holder.login)}, for your information: ${text_nameOf(by)} asks here for a certificate in the place of the one of ${code(app)} that you asked for (serial ${code((0,x509_serial/* serialText */.S7)(serial))}, since ${text_day(notBefore)}).${ended} Nothing is decided.`,
        'If that is right, comment `/replace other …` with the reason behind it (`/help` lists the others): it counts as your word. If it is not, say so here: people read it before they approve.',
    ].join('\n\n');
}
/** To whoever held a certificate: another one takes its place, and when the old one ends. */
function decidedWords(holder, by, { app, serial }, ends) {
    const lines = ends.map((end) => `- ${code((0,x509_serial/* serialText */.S7)(end.serial))} of ${code(end.app)} ${endWords(end)}.`);
    return [
        `${mention(holder.login)}, the request of ${text_nameOf(by)} was approved: ${code(app)} has the certificate ${code((0,x509_serial/* serialText */.S7)(serial))} now, with another key. What you asked for ends:`,
        lines.join('\n'),
        `Once a certificate is revoked, ${uninstallable}.`,
    ].join('\n\n');
}
function endWords({ announced, revoked, notAfter }) {
    if (revoked !== undefined)
        return `is revoked since ${text_day(revoked)}`;
    if (announced !== undefined)
        return `is revoked on **${text_day(announced)}**`;
    return `is valid until ${text_day(notAfter)}, and is not revoked`;
}
/** To whoever held certificates that were revoked just now. */
function revokedWords(holder, records, revoked) {
    const names = records.map(({ app, serial }) => `${code((0,x509_serial/* serialText */.S7)(serial))} of ${code(app)}`).join(', ');
    return [
        `${mention(holder.login)}, a certificate that you asked for is revoked: ${names}. ${endOf(revoked)} From now on ${uninstallable}.`,
        'To go on with the app, make a new key and open a pull request with a request for it; that your account asks, as it did before, is proof enough.',
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/tell-holders.js








const tell_holders_day = 86_400_000;
/** So many people are told that somebody asks for their apps in one pull request, whatever it asks for in turn. */
const maxAsked = 2;
/**
 * Owners whose certificates were replaced and revoked were told by nobody (app-certificate-requests#667, #688). So whoever
 * holds one is mentioned, in comments that are made once and say nothing else: an edit of the verdict tells nobody. Only
 * accounts that the ledger names, once a pull request, and never those who asked for it themselves.
 *
 * Here: that somebody else asks, as soon as the request could be approved.
 */
async function tellOfAsking({ github }, { situation, judgement, decision }) {
    const { pullRequest, base, comments, ownComments } = situation;
    const { ledger } = base.repository;
    const current = replacedBy(judgement);
    const holder = current && holderOf(ledger, current);
    if (current === undefined || holder === undefined || decision.kind !== 'ready')
        return;
    const isHere = [pullRequest.author, ...comments.flatMap(({ author }) => author ?? [])].some((account) => isAccountOf(holder, account));
    if (isHere)
        return;
    const prefix = `holder-asked ${pullRequest.number}`;
    const start = markerOf(prefix).replace(/ -->$/, ' ');
    if (ownComments.filter(({ body }) => body.startsWith(start)).length >= maxAsked)
        return;
    const body = askedWords(holder, pullRequest.author, current, ledger.revocationOf(current.serial));
    await sayOnce(github, pullRequest.number, { topic: `${prefix} ${tell_holders_keyOf(holder)}`, body }, base.commit);
}
/**
 * That it is decided, with the days on which the certificates end.
 * @returns false where another replica is about to say so, or died over it
 */
async function tellOfDecision({ github }, { situation }) {
    const { pullRequest, base } = situation;
    const { ledger } = base.repository;
    const record = ledger.issuedFor(pullRequest.number);
    if (record === undefined)
        return true;
    let isSaid = true;
    for (const { holder, records } of byHolder(ledger, replacedWith(ledger, record))) {
        if (isAccountOf(holder, pullRequest.author))
            continue;
        const said = {
            topic: `holder-decided ${pullRequest.number} ${tell_holders_keyOf(holder)}`,
            body: decidedWords(holder, pullRequest.author, record, endsOf(ledger, records)),
        };
        isSaid = (await sayOnce(github, pullRequest.number, said, base.commit)) && isSaid;
    }
    return isSaid;
}
/** What this certificate ends, and the last one before it, which may have ended already. */
function replacedWith(ledger, record) {
    const names = [record.app, ...[...ledger.apps()].filter((old) => ledger.renamedTo(old) === record.app)];
    const older = names
        .flatMap((name) => ledger.certificatesOf(name))
        .filter(({ key, recordedAt }) => key !== record.key && recordedAt <= record.recordedAt);
    return older.filter(({ serial }, at) => {
        const revoked = ledger.revocationOf(serial);
        const isNow = revoked !== undefined && revoked.date >= record.notBefore;
        return ledger.announcementOf(serial) !== undefined || isNow || at === older.length - 1;
    });
}
function endsOf(ledger, records) {
    return records.map(({ app, serial, notAfter }) => {
        const announced = ledger.announcementOf(serial)?.on;
        return { app, serial, announced, revoked: ledger.revocationOf(serial)?.date, notAfter };
    });
}
/** What a process knows to be said. */
const told = new WeakMap();
const knownDays = 30;
/**
 * That certificates were revoked, in the issue or pull request in which somebody asked for that, or in which a key leaked.
 * @param thread only of this one; undefined: of all in the last days, for what was left undone
 */
async function tellOfRevocations({ github }, { repository: { ledger }, commit }, thread) {
    const since = github.clock.now().getTime() - knownDays * tell_holders_day;
    const known = told.get(github.caches) ?? new Set();
    told.set(github.caches, known);
    for (const { number, revoked } of byThread(ledger, since)) {
        if (thread !== undefined && thread !== number)
            continue;
        const records = revoked.flatMap(({ serial }) => ledger.certificatesOfSerial(serial));
        for (const { holder, records: own } of byHolder(ledger, records)) {
            const [first] = revoked;
            const topic = `holder-revoked ${number} ${tell_holders_keyOf(holder)} ${(0,x509_serial/* serialText */.S7)(own[0]?.serial ?? 0n)}`;
            if (first === undefined || known.has(topic))
                continue;
            const isSaid = (await isAsker(github, number, holder, first)) ||
                (await sayOnce(github, number, { topic, body: revokedWords(holder, own, first) }, commit));
            if (isSaid)
                known.add(topic);
        }
    }
}
/** Revocations that one commit made: they have one thread and one date. */
function byThread(ledger, since) {
    const groups = new Map();
    for (const one of ledger.revocations.inThreads()) {
        const { thread, date } = one;
        if (thread === undefined || date.getTime() < since)
            continue;
        const key = `${thread} ${date.getTime()}`;
        const group = groups.get(key) ?? { number: thread, revoked: [] };
        groups.set(key, group);
        group.revoked.push(one);
    }
    return [...groups.values()];
}
/** Who asked for it, or opened the issue or pull request, knows. */
async function isAsker(github, number, holder, { by = '' }) {
    if (holder.id !== undefined && by.includes(`(${holder.id})`))
        return true;
    const { octokit, repository } = github;
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
            ...repository,
            issue_number: number,
        });
        const author = accountOf(data.user);
        return author !== undefined && isAccountOf(holder, author);
    }
    catch (error) {
        // an issue that is gone is no place to tell anybody anything
        if (hasStatus(error, 404, 410))
            return true;
        throw error;
    }
}
function byHolder(ledger, records) {
    const groups = new Map();
    for (const record of records) {
        const holder = holderOf(ledger, record);
        if (holder === undefined)
            continue;
        const group = groups.get(tell_holders_keyOf(holder)) ?? { holder, records: [] };
        groups.set(tell_holders_keyOf(holder), group);
        group.records.push(record);
    }
    return [...groups.values()];
}
/** Goes into the name of a ref. */
function tell_holders_keyOf({ login, id }) {
    return String(id ?? login.toLowerCase());
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/certified-words.js

/** Which commit was certified in which; and that the head is another one by now, where it is. */
function certifiedWords({ head, commit }, pullRequest) {
    const repository = pullRequest.url.replace(/\/pull\/\d+$/, '');
    const link = (sha) => `[${code(sha.slice(0, 12))}](${repository}/commit/${sha})`;
    const now = pullRequest.head.sha;
    const later = now === head
        ? ''
        : ` The head of this pull request is ${link(now)} by now: that one was not approved, and nothing of it is certified.`;
    return `Request of ${link(head)}, certified in ${link(commit)}.${later}`;
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/evidence-words.js
// SPDX-License-Identifier: MIT



const relations = {
    owner: 'owns it',
    member: 'is a public member of the organisation that owns it',
    committer: 'has commits in it',
};
/** What whoever approves wants to know, each with where it is known from. */
function evidenceWords({ situation, judgement }) {
    const { pullRequest, isFirstTime } = situation;
    return [
        '### Evidence',
        [
            `- Requester: ${text_nameOf(pullRequest.author)}, ${isFirstTime ? 'here for the first time' : 'known from earlier pull requests'}.`,
            repositoryLine(situation.linked, situation),
            ...idLine(situation, judgement),
            '- Not looked at by me: licence, purpose of the app, trademarks, and whether the app in the store belongs to the requester.',
        ].join('\n'),
    ].join('\n\n');
}
function repositoryLine(linked, { pullRequest }) {
    if (linked.kind === 'none')
        return '- Repository of the app: none is linked.';
    if (linked.kind !== 'found')
        return `- Repository of the app: ${code(linked.url)}, which I did not look into.`;
    const { infoXml, relation, name } = linked;
    const id = infoXml.kind === 'read'
        ? `${code(infoXml.path)} has the id ${code(infoXml.id)}`
        : `${code(infoXml.path)} is ${infoXml.kind}`;
    const who = text_nameOf(pullRequest.author);
    const tie = relation === undefined ? `nothing public shows what ${who} has to do with it` : `${who} ${relations[relation]}`;
    return `- Repository of the app: ${code(name)}; ${id}; ${tie}.`;
}
/** Whose the id is, and whether the key is the one that is certified. */
function idLine({ base }, { appId, request }) {
    if (appId === undefined)
        return [];
    const { ledger } = base.repository;
    const all = ledger.certificatesOf(appId);
    const current = currentCertificate(ledger, appId);
    const last = current ?? all.at(-1);
    if (last === undefined)
        return [`- The id ${code(appId)} was never certified.`];
    const often = all.length === 1 ? 'once' : `${all.length} times`;
    const revoked = current === undefined ? ledger.revocationOf(last.serial) : undefined;
    const end = revoked === undefined ? '' : ` ${endOf(revoked)}`;
    const which = current === undefined ? 'none of that counts, and the last was' : 'what counts is';
    const same = request?.key === last.key ? ' The key of this request is the same key.' : ' This request has another key.';
    const key = request?.key === undefined ? '' : same;
    return [`- The id ${code(appId)} was certified ${often}; ${which}: ${factsOf(last)}.${end}${key}`];
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/account-rules.js
// SPDX-License-Identifier: MIT

/** The commits of which GitHub does not say whose they are. */
function nobodysCommits({ situation: { commits } }) {
    return commits.filter(({ author, committer }) => author === undefined || committer === undefined);
}
/**
 * Nobody approves their own commit, and accounts tell whose it is. An address that is linked to none may be anybody's, an
 * approver's among them: a person has to look into it.
 */
const accountRules = [
    {
        id: 'commit-account',
        severity: 'hold',
        applies: ({ isAboutCertificates }) => isAboutCertificates,
        message: 'GitHub knows no account for who made a commit, so nobody can tell whether whoever approves made it.',
        fix: 'Add the commit’s address to your account (https://github.com/settings/emails) and comment /recheck; or make the commit again under an address that is there: git commit --amend --reset-author -s --no-edit, then git push --force-with-lease origin BRANCH. Else whoever approves writes how they know whose it is.',
        source: 'GitHub documentation, "Why are my commits linked to the wrong user?"; REST API, "List commits on a pull request"',
        check: (subject) => {
            const commits = nobodysCommits(subject);
            if (commits.length === 0)
                return [];
            const first = commits.slice(0, 5).map((commit) => `${commit.sha.slice(0, 12)} (${whoIsUnknown(commit)})`);
            const more = commits.length > 5 ? `; and ${commits.length - 5} more` : '';
            const count = commits.length === 1 ? 'a commit' : `${commits.length} commits`;
            const message = `GitHub knows no account for who made ${count}: ${first.join('; ')}${more}. Nobody can tell whether whoever approves made it.`;
            return [{ message }];
        },
    },
];
function whoIsUnknown({ author, authorEmail, committer }) {
    const unknown = [
        ...(author === undefined ? [`author ${quote(authorEmail)}`] : []),
        ...(committer === undefined ? ['committer'] : []),
    ];
    return unknown.join(', ');
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/path-of.js
// SPDX-License-Identifier: MIT
/** The id that a path asks for: it is `APP_ID/APP_ID.csr`, whatever the id. */
function appOfRequestPath(path) {
    return /^([^/]+)\/\1\.csr$/u.exec(path)?.[1];
}
/** The same of a certificate. */
function appOfCertificatePath(path) {
    return /^([^/]+)\/\1\.crt$/u.exec(path)?.[1];
}
/** A text that every shell takes as one word, and that can stand in a path: an id that may go into a command. */
function isPlainId(id) {
    return /^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/.test(id);
}
/** Paths that git itself refuses, and that lead out of the repository where somebody unpacks it. */
function isUnsafePath(path) {
    if (path === '' || path.includes('\\') || path.includes('\0'))
        return true;
    // .git under the names by which file systems know it too (git: verify_path in read-cache.c)
    return path.split('/').some((part) => part === '' || /^(?:\.{1,2}|\.git|git~1)[. ]*$/iu.test(shownLetters(part)));
}
/** Letters that cannot be seen, change the direction of writing, or are no printable ASCII. */
function strangeCharacters(text) {
    return [...new Set(text.match(/[^\x20-\x7e]/gu))];
}
/** `U+202E`, for people who cannot see it. */
function codePoint(character) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
/** What an id looks like: without capitals, marks and what cannot be seen, and with Latin letters for their twins. */
function looksLike(id) {
    const letters = shownLetters(id.normalize('NFKD')).replace(/\p{M}/gu, '').toLowerCase();
    return letters.replace(/./gu, (letter) => twins.get(letter) ?? letter);
}
function shownLetters(text) {
    return text.replace(/[\p{Cf}\p{Cc}]/gu, '');
}
/** Cyrillic, Greek and other letters that are drawn like Latin ones (Unicode Technical Standard 39, those of ids). */
const twins = new Map(Object.entries({
    a: 'аɑα',
    b: 'Ьƅ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еҽ',
    g: 'ɡ',
    h: 'һ',
    i: 'іıι',
    j: 'јϳ',
    k: 'кκ',
    l: 'ӏⅼ',
    m: 'мⅿ',
    n: 'ոп',
    o: 'оοօ',
    p: 'рρ',
    q: 'ԛ',
    r: 'г',
    s: 'ѕ',
    t: 'тτ',
    u: 'υս',
    v: 'ѵν',
    w: 'ԝѡ',
    x: 'хχ',
    y: 'уγ',
    z: 'ᴢ',
    _: '‗＿',
}).flatMap(([latin, others]) => Array.from(others, (other) => [other.toLowerCase(), latin])));

;// CONCATENATED MODULE: ./build/bundle/bot/rules/leaked-keys.js

/** Proving a key takes a signature; a pull request with more keys than this is refused for the first ones. */
const leaked_keys_maxKeys = 50;
/** Containers that hold a private key whatever they are encrypted with, and names that say so. */
const keyName = /\.(?:key|p12|pfx|jks|keystore|ppk|p8)$|(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$/i;
const publicPem = /^\s*-----BEGIN (?:PUBLIC KEY|RSA PUBLIC KEY|CERTIFICATE|CERTIFICATE REQUEST|NEW CERTIFICATE REQUEST)-/;
/**
 * Every private key that stands anywhere in the pull request: its files, each commit of its history, its texts; and of
 * those in the app's repository the ones that are any business of ours.
 * @param own the request's key
 */
function leakedKeys(situation, own) {
    const all = [...inFiles(situation), ...inTexts(situation), ...inRepository(situation, own)];
    const seen = new Set();
    return all.filter(({ key, place }) => {
        const name = key ?? JSON.stringify(place);
        const known = seen.has(name);
        seen.add(name);
        return !known;
    });
}
function* inFiles({ changes, commits, blobs }) {
    const seen = new Set();
    let count = 0;
    const places = [
        ...changes.map((change) => ({ change, commit: undefined })),
        ...commits.flatMap((commit) => commit.changes.map((change) => ({ change, commit: commit.sha }))),
    ];
    for (const { change, commit } of places) {
        const { blob, path } = change;
        if (blob === undefined || seen.has(blob) || count >= leaked_keys_maxKeys)
            continue;
        seen.add(blob);
        for (const { key, line } of keysOf(change, blobs)) {
            count++;
            yield { key, place: commit === undefined ? { kind: 'file', path, line } : { kind: 'history', path, commit } };
        }
    }
}
function keysOf({ path, blob = '' }, blobs) {
    const bytes = blobs.get(blob);
    const found = bytes === undefined ? [] : findPrivateKeys(bytes);
    if (found.length > 0 || !keyName.test(path))
        return found;
    // what is named like a key is taken for one, unless it can be seen that it is none
    const start = bytes === undefined ? '' : Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    return publicPem.test(start) ? [] : [{ key: undefined, line: 1 }];
}
function* inTexts({ pullRequest, commits, comments, reviews }) {
    const author = pullRequest.author.id;
    const texts = [
        { of: 'the description', text: `${pullRequest.title}\n${pullRequest.body}`, byAuthor: true },
        ...commits.map(({ sha, message }) => {
            return { of: `the message of commit ${sha.slice(0, 12)}`, text: message, byAuthor: true };
        }),
        ...comments.map((comment) => ({ of: 'a comment', text: comment.body, byAuthor: comment.author?.id === author })),
        ...reviews.map((review) => ({ of: 'a review', text: review.body, byAuthor: review.author?.id === author })),
    ];
    let count = 0;
    for (const { of, text, byAuthor } of texts) {
        if (!looksLikeKey(text))
            continue;
        for (const { key } of findPrivateKeys(Buffer.from(text))) {
            if (count++ >= leaked_keys_maxKeys)
                return;
            yield { key, place: { kind: 'text', of, byAuthor } };
        }
    }
}
/** Repositories are full of keys that were never meant for us: those of tests, of servers, of other programs. */
function inRepository({ linked, base }, own) {
    if (linked.kind !== 'found')
        return [];
    const { ledger } = base.repository;
    return linked.privateKeys
        .filter((key) => key === own || ledger.certificatesOfKey(key).length > 0)
        .map((key) => ({ key, place: { kind: 'repository' } }));
}
/** Long texts of people without a run of base64 need no closer look. */
function looksLikeKey(text) {
    return /[A-Za-z0-9+/]{16}/.test(text);
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/told-request.js
// SPDX-License-Identifier: MIT



/** More of them than this are not looked at one by one: they are refused for being many. */
const maxRequests = 10;
/**
 * Every request among the changes, those in the right place first. One in a wrong place is left out where its app has
 * one in the right place: it is one file too many, not one more app.
 */
function toldRequests(situation, changes) {
    const requests = [];
    const misplaced = [];
    for (const change of changes) {
        if (!isFile(change) || isUnsafePath(change.path) || isAuthority(change.path))
            continue;
        const appId = appOfRequestPath(change.path);
        if (appId !== undefined && !belongsElsewhere(situation, change, appId)) {
            requests.push({ change, appId, wellPlaced: true, file: told_request_fileOf(situation, change) });
        }
        else if (looksLikeRequest(situation, change))
            misplaced.push(change);
    }
    for (const change of misplaced.slice(0, maxRequests)) {
        const file = told_request_fileOf(situation, change);
        const appId = intendedId(situation, change.path, file);
        if (!requests.some((request) => request.appId === appId)) {
            requests.push({ change, appId, wellPlaced: false, file });
        }
    }
    return requests;
}
/** In the folder of the bot, or GitHub's: whatever lies there is no request. */
function isAuthority(path) {
    return /^(?:authority|\.github|\.git[a-z]*)(?:\/|$)/i.test(path);
}
function isFile({ status, mode }) {
    return status !== 'deleted' && (mode === undefined || mode.startsWith('100'));
}
function told_request_fileOf({ blobs }, { path, blob = '' }) {
    const bytes = blobs.get(blob);
    return bytes && new RequestFile(path, bytes);
}
function looksLikeRequest({ blobs }, { path, blob = '' }) {
    if (/\.csr(?:\.[a-z]{1,4})?$/i.test(path))
        return true;
    const bytes = blobs.get(blob);
    return bytes !== undefined && Buffer.from(bytes.subarray(0, 4096)).includes('BEGIN CERTIFICATE REQUEST');
}
function commonNameOf(file) {
    const [name, ...more] = file?.request?.commonNames ?? [];
    return more.length === 0 ? name : undefined;
}
function linkedId({ linked }) {
    return linked.kind === 'found' && linked.infoXml.kind === 'read' ? linked.infoXml.id : undefined;
}
/** A new file in the folder of one name, while its subject and the app's info.xml both say another. */
function belongsElsewhere(situation, change, appId) {
    const name = commonNameOf(told_request_fileOf(situation, change));
    const { ledger } = situation.base.repository;
    return (change.status === 'added' &&
        name !== undefined &&
        name !== appId &&
        name === linkedId(situation) &&
        (0,app_id/* appIdProblems */.b)(name, situation.base.repository.policy).length === 0 &&
        ledger.certificatesOf(appId).length === 0);
}
/** Subject, folder or file name: whichever is what info.xml says, else the first that could be an id. */
function intendedId(situation, path, file) {
    const parts = path.split('/');
    const stem = (parts.at(-1) ?? '').replace(/(?:\.(?:csr|crt|pem|txt|req))+$/i, '');
    const candidates = [commonNameOf(file), parts.at(-2), stem].filter((name) => name !== undefined);
    const linked = linkedId(situation);
    return (candidates.find((name) => name === linked) ??
        candidates.find((name) => (0,app_id/* appIdProblems */.b)(name, situation.base.repository.policy).length === 0) ??
        candidates.find((name) => isPlainId(name)) ??
        stem);
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/pull-request-subject.js
// SPDX-License-Identifier: MIT





const pull_request_subject_day = 86_400_000;
const subjects = new WeakMap();
/** Found out once for each situation: proving a leaked key takes a signature, and the words ask again. */
function pullRequestSubject(situation) {
    const known = subjects.get(situation);
    if (known !== undefined)
        return known;
    const subject = findOut(situation);
    subjects.set(situation, subject);
    return subject;
}
function findOut(situation) {
    const { changes } = situation;
    const requests = toldRequests(situation, changes);
    const request = requests.length === 1 ? requests[0] : undefined;
    const spki = request?.file?.request?.spki;
    const key = spki && keyHash(spki);
    const keys = leakedKeys(situation, key);
    const purpose = purposeOf(situation, changes, request, key);
    return {
        situation,
        requests,
        request,
        appId: request?.appId,
        key,
        purpose,
        keys,
        isAboutCertificates: changes.some(isAboutCertificates) || requests.length > 0 || keys.some(isOfAuthor),
        others: others(changes, requests, request, purpose, keys),
    };
}
/**
 * Anybody can write a comment with some key in it, and a link says nothing of keys: a pull request about something else
 * does not become another by that.
 */
function isOfAuthor({ place }) {
    return place.kind === 'text' ? place.byAuthor : place.kind !== 'repository';
}
/** A request, a certificate, a key: or something that was meant as one. */
function isAboutCertificates({ path }) {
    return !isAuthority(path) && /\.(?:csr|crt|cer|pem|der|key|p12|pfx|req)$/i.test(path);
}
function purposeOf({ base, now }, changes, request, key) {
    if (request === undefined)
        return { kind: 'unknown' };
    const { ledger, policy } = base.repository;
    const current = currentCertificate(ledger, request.appId);
    if (current === undefined) {
        const from = renamedFrom(changes, request);
        if (from !== undefined)
            return { kind: 'rename', from, current: currentCertificate(ledger, from) };
        const last = ledger.certificatesOf(request.appId).at(-1);
        if (last === undefined)
            return { kind: 'new' };
        const revoked = ledger.revocationOf(last.serial);
        if (key === undefined)
            return { kind: 'unknown' };
        // the id has had a holder: it is not anybody's now
        return { kind: 'replacement', current: last, ...(revoked && { revoked }) };
    }
    if (key === undefined)
        return { kind: 'unknown' };
    if (current.key !== key)
        return { kind: 'replacement', current };
    const left = Math.floor((current.notAfter.getTime() - now.getTime()) / pull_request_subject_day);
    return left > policy.renewalDays ? { kind: 'nothing-to-do', current } : { kind: 'renewal', current };
}
/** The one other app whose request goes while this one comes. */
function renamedFrom(changes, { appId, change }) {
    const gone = changes.flatMap(({ path, status }) => (status === 'deleted' ? (appOfRequestPath(path) ?? []) : []));
    const [from, ...more] = gone.filter((app) => app !== appId);
    return change.status === 'added' && more.length === 0 ? from : undefined;
}
function others(changes, requests, request, purpose, keys) {
    const sorted = {
        unsafe: [],
        'no-file': [],
        authority: [],
        certificate: [],
        'lost-request': [],
        key: [],
        extra: [],
    };
    const keyPaths = new Set(keys.flatMap(({ place }) => (place.kind === 'file' ? place.path : [])));
    const ownApps = [request?.appId, purpose.kind === 'rename' ? purpose.from : undefined];
    for (const change of changes) {
        if (requests.some((one) => one.change === change))
            continue;
        const kind = pull_request_subject_kindOf(change, keyPaths);
        const app = kind === 'lost-request' ? appOfRequestPath(change.path) : appOfCertificatePath(change.path);
        // the developer documentation tells people to delete the old certificate; a moved request is told of as such
        const isFine = change.status === 'deleted' && app !== undefined && ownApps.includes(app);
        if (!isFine)
            sorted[kind].push(change);
    }
    return sorted;
}
function pull_request_subject_kindOf({ path, status, mode = '100644' }, keyPaths) {
    if (isUnsafePath(path))
        return 'unsafe';
    if (isAuthority(path))
        return 'authority';
    if (keyPaths.has(path))
        return 'key';
    if (status !== 'deleted' && !mode.startsWith('100'))
        return 'no-file';
    if (/\.crt$/i.test(path))
        return 'certificate';
    return status === 'deleted' && appOfRequestPath(path) !== undefined ? 'lost-request' : 'extra';
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/sign-off-rules.js
// SPDX-License-Identifier: MIT

/** The commits that need a sign-off: a merge adds nothing of its own, and nobody writes its message by hand. */
function unsignedCommits({ situation: { commits } }) {
    return commits
        .filter(({ parents }) => parents.length < 2)
        .flatMap((commit) => {
        const why = whyUnsigned(commit);
        return why === undefined ? [] : [{ commit, why, isProgram: isProgrammed(commit) }];
    });
}
/** The Developer Certificate of Origin: what only a person can say, for himself. */
const signOffRules = [
    {
        id: 'sign-off',
        severity: 'error',
        applies: ({ situation, isAboutCertificates }) => situation.settings.signOff === 'required' && isAboutCertificates,
        message: 'A commit is not signed off by its author.',
        fix: 'Sign off every commit with the name and the address that it was made with: git commit --amend -s --no-edit, then git push --force-with-lease origin BRANCH.',
        source: 'Developer Certificate of Origin 1.1; app-certificate-requests#644, #1041, #1135, #1210',
        check: (subject) => {
            const unsigned = unsignedCommits(subject);
            if (unsigned.length === 0)
                return [];
            const first = unsigned.slice(0, 5).map(({ commit, why }) => `${commit.sha.slice(0, 12)} ${why}`);
            const more = unsigned.length > 5 ? `; and ${unsigned.length - 5} more` : '';
            const count = unsigned.length === 1 ? 'A commit is' : `${unsigned.length} commits are`;
            return [{ message: `${count} not signed off by the author: ${first.join('; ')}${more}.` }];
        },
    },
];
/** Addresses under which programs write commits: what they sign off, nobody has certified. */
const programs = new Set([
    'noreply@anthropic.com',
    'cursoragent@cursor.com',
    'copilot@github.com',
    'noreply@openai.com',
]);
function whyUnsigned(commit) {
    const { message, authorName, authorEmail } = commit;
    if (isProgrammed(commit))
        return `was written by the program ${quote(authorName)}, which cannot sign off for a person`;
    const signatures = signOffs(message);
    if (signatures.some(({ name, email }) => sign_off_rules_isSame(name, authorName) && sign_off_rules_isSame(email, authorEmail)))
        return undefined;
    const person = signatures.find(({ name, email }) => !isProgram(name, email));
    if (signatures.length === 0)
        return 'has no line Signed-off-by';
    if (person === undefined)
        return 'is signed off by a program only';
    return `is signed off by ${quote(`${person.name} <${person.email}>`)}, its author is ${quote(`${authorName} <${authorEmail}>`)}`;
}
function isProgrammed({ author, authorName, authorEmail }) {
    return author?.isBot === true || isProgram(authorName, authorEmail);
}
function isProgram(name, email) {
    const address = email.toLowerCase();
    return programs.has(address) || name.endsWith('[bot]') || address.endsWith('[bot]@users.noreply.github.com');
}
function signOffs(message) {
    return message.split('\n').flatMap((line) => {
        const [, name, email] = /^\s{0,10}signed-off-by:\s{0,10}([^<>]{1,200})<([^<>\s]{1,300})>\s*$/i.exec(line) ?? [];
        return name === undefined || email === undefined ? [] : [{ name: name.trim(), email }];
    });
}
function sign_off_rules_isSame(one, other) {
    const plain = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
    return plain(one) === plain(other);
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/shell.js
// SPDX-License-Identifier: MIT
/**
 * A text as one word for a POSIX shell; undefined where somebody could not see what is being copied. Paths and branches
 * of a pull request are a stranger’s: what is offered for copying is run by whoever trusts us.
 */
function shellWord(text) {
    if (text === '' || text.length > 300 || /[\p{C}\p{Zl}\p{Zp}]/u.test(text))
        return undefined;
    if (/^[A-Za-z0-9_./:@%+=][A-Za-z0-9_./:@%+=-]*$/.test(text))
        return text;
    return `'${text.replaceAll("'", String.raw `'\''`)}'`;
}
/** All of them, or undefined where any of them is not fit to be copied. */
function shellWords(texts) {
    const words = texts.map(shellWord);
    return words.some((word) => word === undefined) ? undefined : words.join(' ');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/mend.js
// SPDX-License-Identifier: MIT








/** The commands for one finding, with this app’s id and these paths; undefined: there are none. */
function mend(rule, situation) {
    const subject = pullRequestSubject(situation);
    const app = subject.appId !== undefined && isPlainId(subject.appId) ? subject.appId : 'APP_ID';
    return mends[rule]?.({ situation, subject, app, path: requestPath(app) });
}
const commit = (place, path, message) => [
    `git add ${path}`,
    `git commit -s -m "${message}"`,
    push(place.situation),
];
/** The branch as a word of a command; undefined where git would take it for an option or for `+`, or it cannot be shown. */
function branchWord({ pullRequest }) {
    return /^[-+]/.test(pullRequest.head.ref) ? undefined : shellWord(pullRequest.head.ref);
}
/** With remote and branch: after a push without `-u` the branch has no upstream, and `git push` alone ends in an error. */
function push(situation, option = '') {
    const branch = branchWord(situation);
    return `git push${option}${branch === undefined ? '' : ` origin ${branch}`}`;
}
const withLease = ' --force-with-lease';
const mend_newKey = ({ app, path }) => [
    `mkdir -p ${app}`,
    `# ../${app}.key is the new private key: keep it outside of the repository; an older file there is overwritten`,
    `openssl req -nodes -newkey rsa:4096 -sha256 -keyout ../${app}.key -out ${path} -subj "/CN=${app}"`,
];
const sameKey = ({ app, path }) => [
    `mkdir -p ${app}`,
    `openssl req -new -sha256 -key ../${app}.key -out ${path} -subj "/CN=${app}"`,
];
const withNewKey = (place) => ({
    shell: [...mend_newKey(place), ...commit(place, place.path, `Request a certificate for ${place.app}`)],
});
const withSameKey = (place) => ({
    shell: [...sameKey(place), ...commit(place, place.path, `Request a certificate for ${place.app}`)],
    besides: `Where your key lies elsewhere, name it in the place of ${code(`../${place.app}.key`)}.`,
});
/** Brings the base branch here as FETCH_HEAD, whatever the names of the remotes are. */
function fetchBase({ pullRequest }) {
    const words = shellWords([pullRequest.url.replace(/\/pull\/\d+$/, ''), pullRequest.baseRef]);
    return words === undefined ? undefined : `git fetch ${words}`;
}
/** A branch from the base branch with one commit, in the place of all that stands there now. */
function freshBranch(place, request) {
    const fetch = fetchBase(place.situation);
    const branch = branchWord(place.situation);
    if (fetch === undefined || branch === undefined)
        return undefined;
    return {
        shell: [
            fetch,
            `git checkout -B ${branch} FETCH_HEAD`,
            ...request,
            `git add ${place.path}`,
            `git commit -s -m "Request a certificate for ${place.app}"`,
            push(place.situation, withLease),
        ],
    };
}
const withKeptRequest = (place) => {
    const from = shellWord(place.subject.request?.change.path ?? place.path);
    if (from === undefined)
        return undefined;
    const mended = freshBranch(place, [`mkdir -p ${place.app}`, `cp ../${place.app}.csr ${place.path}`]);
    return mended && { shell: [`git show HEAD:${from} > ../${place.app}.csr`, ...mended.shell] };
};
/** Makes these files what they are on the base branch. */
function takeOut(kind) {
    return (place) => {
        const changes = place.subject.others[kind];
        const fetch = fetchBase(place.situation);
        const added = shellWords(changes.filter(({ status }) => status === 'added').map(({ path }) => path));
        const others = shellWords(changes.filter(({ status }) => status !== 'added').map(({ path }) => path));
        if (added === undefined || others === undefined || fetch === undefined || changes.length > 20) {
            return withKeptRequest(place);
        }
        return {
            shell: [
                ...(others === '' ? [] : [fetch, `git checkout "$(git merge-base HEAD FETCH_HEAD)" -- ${others}`]),
                ...(added === '' ? [] : [`git rm -r -- ${added}`]),
                'git commit -s -m "Only the request"',
                push(place.situation),
            ],
        };
    };
}
const move = ({ situation, subject, app, path }) => {
    const moved = subject.requests.find(({ wellPlaced }) => !wellPlaced);
    const from = moved && shellWord(moved.change.path);
    if (from === undefined || app === 'APP_ID')
        return undefined;
    return {
        shell: [
            `mkdir -p ${app}`,
            `git mv -- ${from} ${path}`,
            `git commit -s -m "Move the request of ${app}"`,
            push(situation),
        ],
    };
};
const otherId = (place) => {
    const { subject } = place;
    const from = subject.request && shellWord(subject.request.change.path);
    if (from === undefined)
        return undefined;
    return {
        shell: [
            '# NEW_ID stands for the id that you choose',
            'mkdir -p NEW_ID',
            'openssl req -nodes -newkey rsa:4096 -sha256 -keyout ../NEW_ID.key -out NEW_ID/NEW_ID.csr -subj "/CN=NEW_ID"',
            `git rm -- ${from}`,
            ...commit(place, 'NEW_ID/NEW_ID.csr', 'Request a certificate under another id'),
        ],
    };
};
/** A certificate for the id that stands in info.xml. */
const idOfInfoXml = (place) => {
    const { situation, subject } = place;
    const { linked, base } = situation;
    const id = linked.kind === 'found' && linked.infoXml.kind === 'read' ? linked.infoXml.id : '';
    const from = subject.request && shellWord(subject.request.change.path);
    if (from === undefined || (0,app_id/* appIdProblems */.b)(id, base.repository.policy).length > 0)
        return undefined;
    const path = requestPath(id);
    return {
        shell: [
            `# either correct <id> in info.xml; or ask for a certificate for ${id}:`,
            `mkdir -p ${id}`,
            `git mv -- ${from} ${path}`,
            `openssl req -nodes -newkey rsa:4096 -sha256 -keyout ../${id}.key -out ${path} -subj "/CN=${id}"`,
            ...commit(place, path, `Request a certificate for ${id}`),
        ],
    };
};
const signOff = ({ situation, subject, path }) => {
    const unsigned = unsignedCommits(subject);
    const first = unsigned[0]?.commit;
    const fetch = fetchBase(situation);
    if (first === undefined || fetch === undefined)
        return undefined;
    const { authorName, authorEmail } = first;
    const isOne = unsigned.every(({ commit: one }) => one.authorName === authorName && one.authorEmail === authorEmail);
    const byProgram = unsigned.some(({ isProgram }) => isProgram);
    // the sign-off has to be that of the author, whatever the configuration of this clone says
    const [name, address] = [shellWord(`user.name=${authorName}`), shellWord(`user.email=${authorEmail}`)];
    const isSure = isOne && !byProgram && name !== undefined && address !== undefined;
    const git = isSure ? `git -c ${name} -c ${address}` : 'git';
    const isLast = situation.commits.length === 1;
    const amend = `${git} commit --amend -s --no-edit${byProgram ? ' --reset-author' : ''}`;
    return {
        shell: [...(isLast ? [amend] : [fetch, `${git} rebase --signoff FETCH_HEAD`]), push(situation, withLease)],
        besides: inTheBrowser(situation, path, byProgram ? 'YOUR NAME <YOUR ADDRESS>' : `${authorName} <${authorEmail}>`),
    };
};
/** Under the address that GitHub gives to every account (GitHub documentation, "Email addresses reference"). */
const underAccount = ({ situation, subject }) => {
    const { author } = situation.pullRequest;
    const address = shellWord(`user.email=${author.id}+${author.login}@users.noreply.github.com`);
    const fetch = fetchBase(situation);
    if (address === undefined || fetch === undefined || nobodysCommits(subject).length === 0)
        return undefined;
    const amend = 'commit --amend --reset-author -s --no-edit';
    const remade = situation.commits.length === 1
        ? [`git -c ${address} ${amend}`]
        : [fetch, `git -c ${address} rebase --exec 'git ${amend}' FETCH_HEAD`];
    return {
        shell: [...remade, push(situation, withLease)],
        besides: 'Or change nothing in the commit: add its address to [your account](https://github.com/settings/emails), and comment `/recheck`.',
    };
};
function inTheBrowser({ pullRequest }, path, who) {
    return [
        `In a browser alone: a commit that is there cannot be changed. In your fork make a new branch from ${code(pullRequest.baseRef)}, choose **Add file**, **Create new file**, name it ${code(path)}, paste the request, and before you commit write this into the *extended description*:`,
        text_block(`Signed-off-by: ${who}`),
        'Then open a pull request from that branch, and close this one.',
    ].join('\n\n');
}
/** Nothing to run; but the number in the message is a stranger’s text by then, and no link. */
const seeOthers = ({ situation: { rivals } }) => ({
    shell: [],
    besides: `See ${rivals.map(({ number }) => `#${number}`).join(', ')}.`,
});
/** A branch from the base branch for each request; this one stays as it is. */
const oneEach = ({ situation, subject: { requests } }) => {
    const { ref } = situation.pullRequest.head;
    const fetch = fetchBase(situation);
    const branch = branchWord(situation);
    if (fetch === undefined || branch === undefined)
        return undefined;
    const shell = requests.flatMap(({ appId, change }) => {
        const from = shellWord(`${ref}:${change.path}`);
        if (from === undefined || !isPlainId(appId))
            return [];
        const path = requestPath(appId);
        const name = ref === `request-${appId}` ? `certificate-${appId}` : `request-${appId}`;
        return [
            `git checkout -b ${name} FETCH_HEAD`,
            `mkdir -p ${appId} && git show ${from} > ${path}`,
            `git add ${path}`,
            `git commit -s -m "Request a certificate for ${appId}"`,
            `git push -u origin ${name}`,
        ];
    });
    if (shell.length === 0)
        return undefined;
    return {
        shell: [fetch, ...shell, `git checkout ${branch}`],
        besides: 'Then open a pull request from each of the new branches, with the same description, and close this one.',
    };
};
/** By rule, what mends it. */
const mends = {
    'leaked-key': (place) => freshBranch(place, mend_newKey(place)),
    'leaked-key-unreadable': (place) => freshBranch(place, mend_newKey(place)),
    'leaked-key-repository': withNewKey,
    'request-private-key': (place) => freshBranch(place, mend_newKey(place)),
    'request-missing': withNewKey,
    'request-taken-away': takeOut('lost-request'),
    'certificate-touched': takeOut('certificate'),
    'extra-files': takeOut('extra'),
    'protected-files': takeOut('authority'),
    'not-a-file': takeOut('no-file'),
    'too-large': withKeptRequest,
    unread: withKeptRequest,
    'path-unsafe': withKeptRequest,
    'several-requests': oneEach,
    'request-path': move,
    'path-characters': otherId,
    'path-case': otherId,
    'sign-off': signOff,
    'commit-account': underAccount,
    'info-xml-id': idOfInfoXml,
    duplicate: seeOthers,
    'key-twice': (place) => {
        const see = (place.situation.sameKey ?? []).map(({ number }) => `#${number}`).join(', ');
        return {
            shell: withNewKey(place)?.shell ?? [],
            besides: `That is for the app of this pull request; see ${see} for the other.`,
        };
    },
    'request-empty': withSameKey,
    'request-too-large': withSameKey,
    'request-wrong-kind': withSameKey,
    'request-pem': withSameKey,
    'request-several': withSameKey,
    'request-text-around': withSameKey,
    'request-der': withSameKey,
    'request-version': withSameKey,
    'request-signature': withSameKey,
    'request-signature-hash': withSameKey,
    'cn-one': withSameKey,
    'cn-app-id': withSameKey,
    'key-type': withNewKey,
    'key-size': withNewKey,
    'key-exponent': withNewKey,
    'key-weak-factor': withNewKey,
    'key-weak-roca': withNewKey,
    'key-weak-close-primes': withNewKey,
    'key-weak-shared': withNewKey,
    'key-blocked': withNewKey,
    'key-of-another-app': withNewKey,
    'key-old': withNewKey,
    'id-format': otherId,
    'id-reserved': otherId,
};

;// CONCATENATED MODULE: ./build/bundle/bot/words/finding-words.js
// SPDX-License-Identifier: MIT




const headings = {
    error: '### To change',
    hold: '### For a person to decide',
    warning: '### To look at',
    info: '### To know',
};
/** What needs no answer is said in the check run alone: the comment is for what somebody has to do or to know. */
function isQuiet({ severity, fix = '' }) {
    return severity === 'info' && fix.startsWith('Nothing needs to be done');
}
/** Every finding once, the gravest first: what, where, and what mends it. One part of the comment each. */
function findingWords(findings, situation) {
    const shown = new Set();
    const words = finding/* severities */.gO.flatMap((severity) => {
        const some = findings.filter((finding) => finding.severity === severity);
        return some.map((finding, at) => {
            const text = one(finding, mendWords(finding.rule, situation, shown));
            return at === 0 ? `${headings[severity]}\n\n${text}` : text;
        });
    });
    return shown.size === 0 ? words : [whereToRun(situation), ...words];
}
/** Once for all commands. */
function whereToRun({ pullRequest }) {
    return `Run the commands below in the folder of your clone, on the branch ${code(pullRequest.head.ref)} of this pull request, in this order. I look again after every push.`;
}
function one({ rule, message, fix, ...at }, mended) {
    const place = (0,render_text/* placeOf */.$)(at).replace(/: $/, '');
    const where = place === '' ? '' : ` ${code(place)}`;
    const how = fix === undefined ? '' : ` ${text_plain(mended === undefined ? fix : withoutCommand(fix))}`;
    return [`**${rule}**${where}: ${text_plain(message, 1200)}${how}`, mended].filter(Boolean).join('\n\n');
}
/** The command that a fix ends with stands below it, with the paths of this pull request. */
function withoutCommand(fix) {
    return fix.replace(/: (?:git|openssl|nextcloud-release) .*$/s, ':');
}
/** The same commands are not given twice: whoever runs them for one finding has run them for the other. */
function mendWords(rule, situation, shown) {
    const mended = mend(rule, situation);
    if (mended === undefined)
        return undefined;
    const text = mended.shell.join('\n');
    if (text === '')
        return mended.besides;
    if (shown.has(text))
        return 'The commands above mend this too.';
    shown.add(text);
    return [text_block(text, 'sh'), mended.besides].filter(Boolean).join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/fit.js
// SPDX-License-Identifier: MIT
/** GitHub takes 65,535 characters, and counts some of them twice. */
const longest = 60_000;
/**
 * Puts the parts of a text under each other, as many as there is room for, and says how many were left out. A part is
 * whole or absent: half a code block would make code of all that follows.
 */
function fit(parts, most = longest) {
    const wanted = parts.filter((part) => part !== undefined && part !== '');
    const note = (left) => left === 0 ? '' : `${left} more ${left === 1 ? 'part' : 'parts'} of this text did not fit in and were left out.`;
    const room = most - note(wanted.length).length - 2;
    const kept = [];
    let length = 0;
    for (const part of wanted) {
        if (part === undefined || length + part.length + 2 > room)
            continue;
        kept.push(part);
        length += part.length + 2;
    }
    const left = wanted.length - kept.length;
    return `${[...kept, ...(left > 0 ? [note(left)] : [])].join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/state.js
function stateOf({ decision, judgement }) {
    if (decision.kind === 'none')
        return 'not-looked-at';
    if (decision.kind !== 'needs-changes' || !judgement.ok)
        return decision.kind;
    if (judgement.purpose.kind === 'nothing-to-do')
        return 'nothing-to-do';
    return judgement.findings.some(({ rule }) => rule === 'no-request') ? 'nothing-to-judge' : 'needs-changes';
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/check-output.js
// SPDX-License-Identifier: MIT









/** `success` while people only have to decide: nothing is wrong, and the author has nothing to do. */
const conclusions = {
    'needs-changes': 'action_required',
    ready: 'success',
    issue: 'success',
    signed: 'success',
    refused: 'failure',
    'nothing-to-do': 'neutral',
    'nothing-to-judge': 'neutral',
    'not-looked-at': 'neutral',
};
const levels = { error: 'failure', hold: 'warning', warning: 'warning', info: 'notice' };
/**
 * The check run on the head commit: the authoritative verdict, with every finding, the quiet ones too, and the evidence,
 * which stands nowhere else where there is no comment.
 * @param certification of the pull request, where that is known
 */
function checkOutput(view, certification) {
    const { judgement, situation } = view;
    const state = stateOf(view);
    if (state === 'signed')
        return certifiedOutput(view, certification);
    const title = titleOf(state, view);
    const summary = `Commit ${code(situation.pullRequest.head.sha.slice(0, 12))}: ${sentenceCase(title)}.`;
    // of what is closed or goes elsewhere the app's repository was not looked at: what the rules say of that is not so
    if (state === 'not-looked-at' && whyNotJudged(situation) !== 'draft') {
        return { conclusion: conclusions[state], title, summary, annotations: [] };
    }
    const text = [
        isJudged(state, view) ? evidenceWords(view) : undefined,
        ...findingWords(judgement.findings, situation),
    ];
    const asked = judgement.appId === undefined ? '' : ` for ${code(judgement.appId, 80)}`;
    return {
        conclusion: conclusions[state],
        title,
        summary: `Commit ${code(situation.pullRequest.head.sha.slice(0, 12))}${asked}: ${sentenceCase(title)}.`,
        ...(text.some((part) => part !== undefined) && { text: fit(text) }),
        annotations: annotationsOf(judgement.findings, view),
    };
}
/** There is a request, and somebody may approve it: of one that was closed nothing was looked up. */
function isJudged(state, { judgement, situation }) {
    const isShown = state !== 'nothing-to-judge' && state !== 'not-looked-at';
    return isShown && situation.pullRequest.open && judgement.appId !== undefined;
}
/** What the rules would say of it now is no matter any more: of what is certified they say that it is. */
function certifiedOutput({ judgement, situation: { pullRequest } }, certification) {
    const { sha } = pullRequest.head;
    const isOther = certification !== undefined && certification.head !== sha;
    const title = isOther ? 'An earlier commit was certified, not this one' : 'Certified';
    const asked = judgement.appId === undefined ? '' : ` for ${code(judgement.appId, 80)}`;
    return {
        conclusion: isOther ? 'neutral' : conclusions.signed,
        title,
        summary: `Commit ${code(sha.slice(0, 12))}${asked}: ${sentenceCase(title)}.`,
        ...(certification !== undefined && { text: fit([certifiedWords(certification, pullRequest)]) }),
        annotations: [],
    };
}
/** The look ended early: said, since a check that never comes looks like one that is on its way. */
function failureOutput(errorCode) {
    return {
        conclusion: 'failure',
        title: 'Could not be judged',
        summary: `Something failed on the way (${code(errorCode, 60)}); this is no verdict on the request. The bot tries again by itself; \`/recheck\` makes it try now.`,
        annotations: [],
    };
}
function titleOf(state, { judgement, decision, situation }) {
    const numbers = finding/* severities */.gO
        .filter((severity) => severity !== 'info')
        .map((severity) => [severity, judgement.findings.filter((finding) => finding.severity === severity).length]);
    const [errors = 0, holds = 0, warnings = 0] = numbers.map(([, number]) => number);
    const also = warnings > 0 ? `, ${count(warnings, 'warning')}` : '';
    switch (state) {
        case 'needs-changes':
            return errors === 0 ? `It cannot be certified as it is${also}` : `${count(errors, 'thing')} to change${also}`;
        case 'ready':
            return `${holds > 0 ? `${count(holds, 'question')} for a person to decide` : 'Waits for approval'}${also}`;
        case 'issue':
            return 'Approved';
        case 'signed':
            return 'Certified';
        case 'refused':
            return decision.kind === 'refused' ? 'Refused by a maintainer' : 'Refused';
        case 'nothing-to-do':
            return 'Nothing to do: this key is certified';
        case 'nothing-to-judge':
            return 'No certificate request';
        case 'not-looked-at':
            return titleCase(notJudgedWords[whyNotJudged(situation) ?? 'draft']);
    }
}
/** On the lines of files that the pull request leaves behind; what has no such place stands in the text alone. */
function annotationsOf(findings, { situation }) {
    const there = new Set(situation.changes.filter(({ status }) => status !== 'deleted').map(({ path }) => path));
    return findings.flatMap(({ rule, severity, message, fix, file, line = 1, column }) => {
        if (file === undefined || !there.has(file))
            return [];
        const text = [message, ...(fix === undefined ? [] : [fix])].map(printable/* printable */.g).join('\n');
        return [
            {
                path: file,
                line,
                ...(column !== undefined && { column }),
                level: levels[severity],
                title: rule,
                message: text,
            },
        ];
    });
}
function titleCase(clause) {
    return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
}
function sentenceCase(title) {
    return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/labels-of.js
// SPDX-License-Identifier: MIT


const lasting = ['signed', 'refused'];
/** The labels that show where a pull request stands. */
function labelsOf(view) {
    const { purpose } = view.judgement;
    const replaces = purpose.kind === 'replacement' || (purpose.kind === 'rename' && purpose.current !== undefined);
    const also = replaces ? ['replaces a certificate'] : [];
    switch (stateOf(view)) {
        case 'needs-changes':
            return ['needs changes', ...also];
        case 'ready':
        case 'issue':
            return ['ready to approve', ...also];
        case 'signed':
            return ['signed'];
        case 'refused':
            return ['refused'];
        case 'not-looked-at':
            // how it ended once is no question of how it stands now
            return lasting.filter((label) => view.situation.pullRequest.labels.some((name) => isLabel(name, label)));
        default:
            return [];
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/help-words.js
// SPDX-License-Identifier: MIT

/** All commands, for /help. */
function helpWords() {
    const rows = Object.values(commandTable).map(({ usage, does, who }) => `| \`${usage}\` | ${does} | ${who} |`);
    return [
        '### Commands',
        'A command is a line of its own that begins a line of a comment or of a review.',
        ['| command | what it does | who |', '|---|---|---|', ...rows].join('\n'),
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/answers-words.js
// SPDX-License-Identifier: MIT



/** a discussion of more commands than this has lost sight of the first ones */
const answers_words_most = 30;
/** of apps whose revocation strangers ask for */
const mostToRun = 5;
/** What became of each command, what is to be run for it, and the list of all of them where somebody asked for it. */
function answersWords(answers) {
    const isHelp = ({ line, accepted }) => accepted && /^\/help\b/i.test(line);
    const left = Math.max(0, answers.length - answers_words_most);
    const rows = answers.slice(left).map((answer) => {
        // the list of all commands is a table of its own, and once is enough
        const text = text_plain(answer.text.replace(helpText, isHelp(answer) ? 'See below.' : '/help lists the commands.'), 900);
        return `| ${text_plain(answer.line, 120)} | ${text_plain(answer.by.login, 60)} | ${answer.accepted ? 'yes' : 'no'} | ${text} |`;
    });
    const note = left === 0 ? [] : [`${left} earlier ones are left out.`];
    return [
        ['| command | by | heeded | |', '|---|---|---|---|', ...rows].join('\n'),
        ...note,
        ...runWords(answers.slice(left)),
        ...(answers.some(isHelp) ? [helpWords()] : []),
    ].join('\n\n');
}
/** A table is no place for something to copy: its bars are escaped there. */
function runWords(answers) {
    const commands = [...new Set(answers.flatMap(({ run }) => run ?? []))].slice(0, mostToRun);
    if (commands.length === 0)
        return [];
    return [
        'Where the key lies, this signs the request; put what it prints into a comment:',
        ...commands.map((command) => text_block(command, 'sh')),
    ];
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/leaked-key-words.js

/** By rule, what the comment says of it beside the finding; in this order, each once. */
const words = [
    [
        ['leaked-key', 'leaked-key-unreadable', 'request-private-key'],
        'A private key stands in this pull request. GitHub has shown it to everybody, mirrors and mails have copies: **treat it as stolen**. Deleting the file, the commit or the branch does not take it back.',
    ],
    [
        ['leaked-key-repository'],
        'The private key of this request lies in a file of the app’s repository, where everybody can read it: **treat it as stolen**. Deleting the file or the commit does not take it back, since there are copies. `git grep -lI "PRIVATE KEY"` names the file.',
    ],
    [['leaked-key', 'leaked-key-repository'], 'It is never certified again, and certificates that it has are revoked.'],
    [
        ['leaked-key-unreadable', 'request-private-key'],
        'Where it cannot be opened, with a passphrase on it or damaged as it is, nobody here can tell whose it is, and nothing is blocked or revoked for it. It is most likely the key of this request, and a passphrase can be guessed: do not ask for a certificate with that key again.',
    ],
];
const steps = [
    '1. Make a new key, and keep it outside of the repository. The commands below do that.',
    '2. If the key was used for anything else, change it there too: releases of the app, servers, other accounts.',
    '3. Never commit files that end in `.key`.',
].join('\n');
/** A leak, for where nothing else is said: the key is burnt wherever it stood. */
function leakWords({ judgement, situation }) {
    const leaks = judgement.findings.filter(({ rule }) => rule.startsWith('leaked-key') || rule === 'request-private-key');
    return [leakedKeyWords(judgement), ...findingWords(leaks, situation)];
}
/** A private key is in the open: what that means, and what to do now. Where it stands is said by the finding, once. */
function leakedKeyWords({ findings }) {
    const found = new Set(findings.map(({ rule }) => rule));
    const said = words.filter(([rules]) => rules.some((rule) => found.has(rule))).map(([, text]) => text);
    return said.length === 0 ? undefined : ['### A private key is public', ...said, steps].join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/signed-words.js
// SPDX-License-Identifier: MIT









/**
 * The certificate is there: the thing itself, and what to do with it.
 * @param certification undefined where nobody can tell any more
 */
function signedWords({ situation, judgement, standing, revocations }, certificate, certification) {
    const { pullRequest, base } = situation;
    const { ledger } = base.repository;
    const record = ledger.issuedFor(pullRequest.number);
    const app = record?.app ?? certificate.commonNames[0] ?? '';
    const before = [app, ...signed_words_renamedFrom(app, ledger)]
        .flatMap((id) => ledger.certificatesOf(id))
        .filter(({ serial }) => serial !== certificate.serial);
    const answers = [...standing.answers, ...revocations.answers].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    return fit([
        `## The certificate of ${code(app)}`,
        `${mention(pullRequest.author.login)}, the request is certified. The certificate is in ${code(certificatePath(app))} as well.`,
        certification && certifiedWords(certification, pullRequest),
        factTable(certificate),
        text_block(certificate.toPem(), 'text'),
        '### Next steps',
        signed_words_steps(app, situation.settings.store ?? 'https://apps.nextcloud.com', whenToRegister(record, before)),
        endingWords(app, record, ledger),
        ...leakWords({ situation, judgement }),
        answers.length === 0 ? undefined : `### What people said\n\n${answersWords(answers)}`,
    ]);
}
function factTable(certificate) {
    const fingerprint = (0,external_node_crypto_.createHash)('sha256').update(certificate.der).digest('hex').toUpperCase();
    return [
        '| | |',
        '|---|---|',
        `| serial | \`${(0,x509_serial/* serialText */.S7)(certificate.serial)}\` |`,
        `| SHA-256 fingerprint | \`${fingerprint.match(/../g)?.join(':') ?? ''}\` |`,
        `| valid | ${text_day(certificate.notBefore)} to ${text_day(certificate.notAfter)} |`,
    ].join('\n');
}
/** The store compares the texts of certificates: another one deletes all releases, also where the key is the same. */
function whenToRegister(record, before) {
    const danger = '**Registering another certificate than before deletes all releases of the app in the store**';
    const same = before.filter(({ key }) => key === record?.key).at(-1);
    if (same !== undefined) {
        return `${danger}, also with the same key: the certificate before this one stays valid until ${text_day(same.notAfter)}, so register this one in its last weeks, right before you publish a release.`;
    }
    if (before.length === 0)
        return 'Registering another certificate later deletes all releases of the app there.';
    return `${danger}: do it right before you publish a release that is signed with the new key, not earlier.`;
}
function signed_words_steps(appId, store, when) {
    const app = isPlainId(appId) ? appId : 'APP_ID';
    return [
        `1. Save the text above, BEGIN and END lines included, as ${code(`${app}.crt`)} beside ${code(`${app}.key`)}. Keep the key secret and keep a copy of it.`,
        `2. Register the app in the store (${store}/developer/apps/new) with the certificate and this signature. ${when}`,
        text_block(`echo -n "${app}" | openssl dgst -sha512 -sign ${app}.key | openssl base64`, 'sh'),
        '3. To release with our Action, set three secrets in the app’s repository: `APP_PRIVATE_KEY` (the key, for its input `private-key`), `APP_CERTIFICATE` (the text above, for `certificate`) and `APPSTORE_TOKEN` (from your account in the store, for `store-token`).',
        `4. Sign every release with this key: the code in it (${code('appinfo/signature.json')}) and the archive.`,
    ].join('\n\n');
}
function signed_words_renamedFrom(app, ledger) {
    return [...ledger.apps()].filter((old) => ledger.renamedTo(old) === app);
}
/** When the certificates before this one end. */
function endingWords(app, record, ledger) {
    const older = [app, ...signed_words_renamedFrom(app, ledger)]
        .flatMap((id) => ledger.certificatesOf(id))
        .filter(({ key }) => key !== record?.key);
    const lines = older.flatMap((old) => {
        const announced = ledger.announcementOf(old.serial);
        if (announced !== undefined) {
            return [`- ${code((0,x509_serial/* serialText */.S7)(old.serial))} of ${code(old.app)} is revoked on **${text_day(announced.on)}**.`];
        }
        const revoked = ledger.revocationOf(old.serial);
        const isNow = revoked !== undefined && record !== undefined && revoked.date >= record.notBefore;
        return isNow
            ? [`- ${code((0,x509_serial/* serialText */.S7)(old.serial))} of ${code(old.app)} is revoked since ${text_day(revoked.date)}.`]
            : [];
    });
    if (lines.length === 0)
        return undefined;
    return [
        '### The certificate before this one',
        lines.join('\n'),
        'From that day no release that was signed with the old key can be installed. Publish one that is signed with the new key before. Where the store shows a release with the new certificate, the day may come earlier, and is told here again.',
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/typical-wait.js
const dayMs = 86_400_000;
/** so many, else a figure would be of the days of somebody’s holidays */
const least = 20;
const typical_wait_most = 200;
/** In how many days, rounded up, half of the last requests and three in four of them were certified; undefined: too few. */
function typicalWait(ledger) {
    const waits = [...ledger.certificates()]
        .toSorted((a, b) => a.notBefore.getTime() - b.notBefore.getTime())
        .flatMap(({ requestedAt, notBefore }) => (requestedAt === undefined ? [] : [+notBefore - +requestedAt]))
        .slice(-typical_wait_most)
        .toSorted((a, b) => a - b);
    if (waits.length < least)
        return undefined;
    const at = (share) => {
        return Math.max(1, Math.ceil((waits[Math.floor(waits.length * share)] ?? 0) / dayMs));
    };
    return { half: at(0.5), mostOf: at(0.75) };
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/greeting-words.js


/** For somebody who asks for the first time: what this is, and what happens next. */
function greetingWords({ pullRequest, base }) {
    const wait = typicalWait(base.repository.ledger);
    const time = wait === undefined
        ? ''
        : ` Of the last requests, half were certified within ${count(wait.half, 'day')} and three in four within ${count(wait.mostOf, 'day')}.`;
    return [
        `Hello ${mention(pullRequest.author.login)}, thank you for the request. I am a program, and the first to look at it; this comment changes in place. What happens next:`,
        [
            '1. I say at once everything that is to change. After each push I look again; you need to ask nobody.',
            '2. When there is nothing to change, a maintainer looks at it and approves it.',
            '3. Then I certify the key, and write the certificate and the next steps here.',
        ].join('\n'),
        `Steps 1 and 3 take seconds, step 2 takes people.${time}`,
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/nothing-to-do-words.js



/** The key is certified, and long enough. */
function nothingToDoWords({ purpose }, renewalDays) {
    if (purpose.kind !== 'nothing-to-do')
        return undefined;
    const { current } = purpose;
    return [
        '### Nothing to do',
        `${code(current.app)} has a certificate with this very key: ${factsOf(current)}. It is in ${code(`${current.app}/${current.app}.crt`)}. It can be renewed in its last ${renewalDays} days.`,
        storeErrorWords,
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/people-words.js

/** Who approved, whose approval does not count and why, and what is missing. */
function peopleWords({ standing, decision }) {
    const { approvals, discounted, needed, because, heldBy } = standing;
    const missing = decision.kind === 'ready' ? decision.missing : [];
    const hasSpoken = approvals.length > 0 || discounted.length > 0 || heldBy !== undefined;
    if (!hasSpoken && missing.length === 0)
        return undefined;
    const counting = approvals.map(({ by, source, commit, reason }) => {
        const why = reason === '' ? '' : `: ${text_plain(reason)}`;
        return `- ${text_nameOf(by)} approved ${code(commit.slice(0, 12))} (${text_plain(source)})${why}`;
    });
    const others = discounted.slice(0, 20).map(({ by, why }) => `- ${text_nameOf(by)}: does not count. ${text_plain(why)}`);
    const left = discounted.length - others.length;
    return [
        '### Approval',
        `${approvals.length} of ${count(needed, 'approval')}${missing.some((sentence) => sentence.includes(because)) ? '' : `: ${text_plain(because)}`}.`,
        [...counting, ...others, ...(left > 0 ? [`- and ${left} more that do not count`] : [])].join('\n'),
        missing.length === 0 ? '' : `Missing:\n\n${missing.map((sentence) => `- ${text_plain(sentence)}`).join('\n')}`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/refused-words.js

function refusedWords({ by, reason }) {
    return [
        '### Refused',
        `${text_nameOf(by)} decided not to certify this: ${text_plain(reason, 2000)}`,
        'If the reason is gone, open a new pull request that says how.',
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/verdict-comment.js














/**
 * The one comment of the bot, in Markdown: what it says of the head commit, and of what people said. Everything that
 * comes from strangers is escaped. Undefined where there is nothing to say.
 */
function verdictComment(view) {
    const { situation, judgement, standing, revocations, decision } = view;
    const state = stateOf(view);
    const answers = [...standing.answers, ...revocations.answers].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const answered = answers.length === 0 ? undefined : `### What people said\n\n${answersWords(answers)}`;
    if (state === 'nothing-to-judge')
        return answered && fit([answered]);
    if (state === 'not-looked-at') {
        const told = [...leakWords(view), answered].filter((part) => part !== undefined);
        // what was said before it came to this is not so any more
        const isSaid = situation.ownComments.some(({ body }) => body.startsWith(markerOf(verdictTopic)));
        return told.length > 0 || isSaid ? fit([headline(view, []), ...told, footer]) : undefined;
    }
    const findings = judgement.findings.filter((finding) => !isQuiet(finding));
    const isSaying = findings.length > 0 || answered !== undefined || state !== 'ready' || situation.isFirstTime || hasSpoken(view);
    if (!isSaying)
        return undefined;
    const isOpen = state === 'ready' || state === 'issue' || state === 'needs-changes';
    const replacement = isOpen ? replacementWords(view) : undefined;
    // it has a part of its own
    const told = replacement === undefined ? findings : findings.filter(({ rule }) => rule !== 'replacement');
    return fit([
        headline(view, findings),
        isOpen && situation.isFirstTime ? greetingWords(situation) : undefined,
        decision.kind === 'refused' ? refusedWords(decision) : undefined,
        leakedKeyWords(judgement),
        ...(state === 'refused' ? [] : findingWords(told, situation)),
        replacement,
        nothingToDoWords(judgement, situation.base.repository.policy.renewalDays),
        isOpen && judgement.ok ? peopleWords(view) : undefined,
        isOpen && judgement.ok ? evidenceWords(view) : undefined,
        answered,
        footer,
    ]);
}
/** Of the comment, for whoever looks for it among ours. */
const verdictTopic = 'verdict';
const footer = 'I am a program. This comment changes with every push, and with what is said here; `/recheck` makes me look again, `/help` lists the commands.';
function hasSpoken({ standing: { approvals, discounted, heldBy } }) {
    return approvals.length > 0 || discounted.length > 0 || heldBy !== undefined;
}
/** The commit, and the state in one sentence. */
function headline(view, findings) {
    const { situation, judgement } = view;
    const commit = `Commit ${code(situation.pullRequest.head.sha.slice(0, 12))}`;
    const title = judgement.appId === undefined ? '## Certificate request' : `## Certificate for ${code(judgement.appId, 80)}`;
    return `${title}\n\n${commit}: ${sentence(view, findings)}`;
}
function sentence(view, findings) {
    const { situation } = view;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    switch (stateOf(view)) {
        case 'needs-changes':
            return errors === 0
                ? 'it cannot be certified as it is.'
                : `${count(errors, 'thing')} to change before it can be certified.`;
        case 'ready':
            return view.judgement.hold
                ? 'nothing to change; a person has to decide.'
                : 'nothing to change; it waits for an approval.';
        case 'issue':
            return 'approved; the certificate is on its way.';
        case 'signed':
            return 'certified.';
        case 'refused':
            return 'refused.';
        case 'not-looked-at':
            return `${notJudgedWords[whyNotJudged(situation) ?? 'draft']}.`;
        default:
            return 'the certificate is there already.';
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/show.js
// SPDX-License-Identifier: MIT

















/** GitHub marks a pull request as merged within seconds, if it does. */
const mergePatienceMs = 60_000;
/**
 * Says on the pull request what a view comes to: check run, comment, labels; and ends what is signed or refused.
 * @returns whether anything was written, so that the state is another one now
 */
async function show(workshop, view) {
    const { pullRequest, base } = view.situation;
    const { decision } = view;
    await tellOfRevocations(workshop, base, pullRequest.number);
    if (decision.kind === 'signed')
        return showSigned(workshop, view);
    const left = whyNotJudged(view.situation);
    if (left !== undefined && left !== 'draft')
        return showLeft(workshop, view);
    const check = await writeCheck(workshop, view);
    const comment = await writeComment(workshop, view, verdictComment(view));
    await tellOfAsking(workshop, view);
    const labels = await writeLabels(workshop, view);
    if (decision.kind === 'refused')
        await endPullRequest(workshop.github, pullRequest.number, 0);
    return check || comment || labels;
}
/**
 * Closed, or for another branch: what was said of it is taken back, but a refusal is not. Where nothing was said nothing
 * is begun, unless somebody gave a command there, or a key leaked.
 */
async function showLeft(workshop, view) {
    const isTakenBack = view.decision.kind !== 'refused' && view.situation.ownCheckRuns.length > 0;
    const check = isTakenBack && (await writeCheck(workshop, view));
    const comment = await writeComment(workshop, view, verdictComment(view));
    const labels = await writeLabels(workshop, view);
    return check || comment || labels;
}
/** The label comes last: as long as it is absent, reconciliation knows that this was not brought to its end. */
async function showSigned(workshop, view) {
    const { pullRequest, base } = view.situation;
    const record = base.repository.ledger.issuedFor(pullRequest.number);
    const certificate = record && (await certificateAt(view, record.app));
    const certification = record &&
        (await readCertification(workshop.github, {
            ...{ base: base.commit, app: record.app, pullRequest: pullRequest.number },
        }));
    // also where it is merged already: else it would wait for an approval for ever
    const check = await writeCheck(workshop, view, certification);
    // a later certificate may stand in the place of this one: then what was said stays
    const isThere = record !== undefined && certificate?.serial === record.serial;
    const comment = isThere && (await writeComment(workshop, view, signedWords(view, certificate, certification)));
    const ended = pullRequest.open && (await show_end(workshop, view));
    const isTold = pullRequest.labels.includes('signed') || (await tellOfDecision(workshop, view));
    const labels = isTold && (await writeLabels(workshop, view));
    return check || comment || ended || labels;
}
/** @returns false where it is left for later, since GitHub may yet see the merge */
async function show_end({ github, later }, { situation }) {
    const { pullRequest, base, now } = situation;
    const { number } = pullRequest;
    const issuedAt = base.repository.ledger.issuedFor(number)?.recordedAt ?? now;
    const waited = now.getTime() - issuedAt.getTime();
    if (waited >= mergePatienceMs) {
        await endPullRequest(github, number, 0);
        return true;
    }
    later(mergePatienceMs - waited, { kind: 'look', pullRequest: number });
    return false;
}
async function certificateAt({ situation }, app) {
    const bytes = await situation.base.repository.store.read(certificatePath(app));
    if (bytes === undefined)
        return undefined;
    try {
        return common_certificate/* Certificate */.us.fromPem(Buffer.from(bytes).toString('latin1'));
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
}
function writeCheck({ github }, view, certification) {
    const { pullRequest, ownCheckRuns, headPushers } = view.situation;
    return writeVerdict(github, ownCheckRuns, {
        head: pullRequest.head.sha,
        pullRequest: pullRequest.number,
        rules: ruleSet,
        pushers: headPushers,
        ...checkOutput(view, certification),
    });
}
function writeComment({ github }, { situation }, body) {
    const { pullRequest, ownComments } = situation;
    return keepComment(github, pullRequest.number, { topic: verdictTopic, body }, ownComments);
}
function writeLabels({ github }, view) {
    const { pullRequest } = view.situation;
    return keepLabels(github, pullRequest.number, pullRequest.labels, labelsOf(view));
}
/** The look ended early: a check that never comes looks like one that is on its way. */
async function showFailure({ github }, number, code) {
    const { pullRequest } = (await readPullRequest(github, number)) ?? {};
    if (pullRequest?.open !== true)
        return;
    const head = pullRequest.head.sha;
    const runs = await readCheckRuns(github, head, number);
    await writeVerdict(github, runs, {
        head,
        pullRequest: number,
        rules: ruleSet,
        pushers: rememberedPushers(runs),
        ...failureOutput(code),
    });
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/prepare-revocations.js





/** Reasons stand in a public ledger, once for every certificate. */
const maxWhy = 1_000;
/**
 * The revocations that a thread asks for, and the list that goes with them, as one commit.
 * @param thread number of the issue or pull request in which they were asked for
 * @returns undefined where nothing is left to revoke
 */
async function prepareRevocations(base, orders, thread, authority, now) {
    if (orders.length === 0)
        return undefined;
    const store = new MemoryStore(base.repository.store);
    const repository = await Repository.open(store);
    const trailers = [];
    for (const { app, serials, reason, approvals, why, signedByKey } of orders) {
        const names = [...(signedByKey ? ['its key'] : []), ...approvals.map(({ by }) => nameOf(by))];
        const told = { ...(why !== '' && { why: why.slice(0, maxWhy) }), by: names.join(', '), thread };
        for (const serial of serials) {
            // the one before it may have taken this one along
            if (repository.ledger.revocationOf(serial) !== undefined)
                continue;
            await revoke(repository, authority, { target: `0x${(0,x509_serial/* serialText */.S7)(serial)}`, reason, now, told });
            const people = approvals.map(({ by, source }) => `${nameOf(by)}, ${source}`).join('; ');
            trailers.push(`Revoked: ${app} ${(0,x509_serial/* serialText */.S7)(serial)} ${reason}`, `Approved-by: ${people}`);
        }
    }
    if (trailers.length === 0)
        return undefined;
    const apps = [...new Set(orders.map(({ app }) => app))].join(', ');
    return {
        before: base.commit,
        parents: [base.commit],
        changes: store.changes,
        message: `Revoke ${apps} (#${thread})\n\n${trailers.join('\n')}\n`,
    };
}

;// CONCATENATED MODULE: ./build/bundle/bot/approval/revocation-requests.js






/**
 * Revocations that a thread asks for: two people who may approve say the same, or one does and the holder of the key
 * signs the request with it. A proven leak needs nobody, and is not asked for here.
 */
function revocationRequests(thread) {
    const said = commandsIn(thread.comments).filter(({ spoken }) => spoken.name === 'revoke');
    const votes = said.flatMap((one) => voteOf(thread, one) ?? []);
    const orders = votes
        .filter((vote, at) => votes.findIndex((other) => revocation_requests_isSame(vote, other)) === at)
        .flatMap((vote) => orderOf(thread, vote, votes) ?? []);
    // whoever gives two reasons gets one revocation
    const seen = new Set();
    const once = orders
        .map((order) => ({ ...order, serials: order.serials.filter((serial) => !seen.has(serial) && seen.add(serial)) }))
        .filter(({ serials }) => serials.length > 0);
    return { orders: once, answers: said.map((one) => revocation_requests_answerTo(thread, one, votes, once)) };
}
/** The keys that signatures in these comments may be by. */
async function keysInQuestion(repository, comments) {
    const apps = new Set(commandsIn(comments).flatMap(({ spoken }) => revokeCommand(spoken)?.appId ?? []));
    const keys = new Map();
    for (const app of [...apps].slice(0, revocation_requests_maxApps)) {
        const current = currentCertificate(repository.ledger, app);
        const key = current && (await certifiedKey(repository, current));
        if (current !== undefined && key !== undefined)
            keys.set(current.key, key);
    }
    return keys;
}
/** Each is a file to read; nobody asks for the revocation of more apps in one thread. */
const revocation_requests_maxApps = 50;
function revokeCommand(spoken) {
    return 'command' in spoken && spoken.command.name === 'revoke' ? spoken.command : undefined;
}
function voteOf(thread, said) {
    const command = revokeCommand(said.spoken);
    const { author: by, createdAt: at, edited } = said.comment;
    if (command === undefined || edited || !eligibility_mayApprove(thread, by))
        return undefined;
    const targets = targetsAt(thread.ledger, command.appId, at);
    return { said, by, at, app: command.appId, targets, ...readReason(command.reason) };
}
/** What `nextcloud-ca revoke APP_ID` would have hit then, and is not revoked by now. */
function targetsAt(ledger, app, at) {
    const valid = ledger
        .certificatesOf(app)
        .filter(({ serial, recordedAt }) => recordedAt < at && ledger.revocationOf(serial) === undefined);
    const key = valid.at(-1)?.key;
    return valid.filter((record) => record.key === key);
}
/** Reasons of RFC 5280 section 5.3.1 that an app's certificate can have. */
const revocation_requests_reasons = [
    'keyCompromise',
    'affiliationChanged',
    'superseded',
    'cessationOfOperation',
    'privilegeWithdrawn',
];
/** The first word where it is such a reason; otherwise people said why, and the list says nothing. */
function readReason(text) {
    const [word = '', ...rest] = text.split(' ');
    const reason = revocation_requests_reasons.find((known) => known.toLowerCase() === word.toLowerCase());
    return reason === undefined ? { reason: 'unspecified', why: text } : { reason, why: rest.join(' ') };
}
function revocation_requests_isSame(one, other) {
    return one.app === other.app && one.reason === other.reason;
}
function orderOf(thread, first, votes) {
    const same = votes.filter((vote) => revocation_requests_isSame(vote, first));
    const certificates = [...new Set(same.flatMap(({ targets }) => targets))];
    const ordered = certificates.filter((certificate) => {
        const voters = new Set(same.filter(({ targets }) => targets.includes(certificate)).map(({ by }) => by.id));
        return voters.size >= 2 || isSignedFor(thread, certificate);
    });
    if (ordered.length === 0)
        return undefined;
    const meant = same.filter(({ targets }) => ordered.some((certificate) => targets.includes(certificate)));
    const people = new Map(meant.map(({ by, at, said }) => [by.id, { by, at, source: sourceOf(said.comment) }]));
    return {
        app: first.app,
        serials: ordered.map(({ serial }) => serial),
        reason: first.reason,
        why: [...new Set(meant.map(({ why }) => why).filter((why) => why !== ''))].join('; '),
        approvals: [...people.values()],
        signedByKey: people.size < 2,
    };
}
/** Signed with its key: for it, or for a later one of the same key, but not for an earlier one. */
function isSignedFor({ comments, ledger, keys }, { app, key, recordedAt }) {
    const publicKey = keys.get(key);
    if (publicKey === undefined)
        return false;
    const bodies = comments.map(({ body }) => body);
    return ledger
        .certificatesOf(app)
        .filter((record) => record.key === key && record.recordedAt >= recordedAt)
        .some((record) => {
        const challenge = revocationChallenge(record);
        return challenge !== undefined && isSignedIn(bodies, challenge, publicKey);
    });
}
function revocation_requests_answerTo(thread, said, votes, orders) {
    const { comment, spoken } = said;
    const answer = (accepted, text, run) => {
        const said = { at: comment.createdAt, by: comment.author, line: spoken.line };
        return { ...said, accepted, text, ...(run !== undefined && { run }) };
    };
    const command = revokeCommand(spoken);
    if (command === undefined)
        return answer(false, 'problem' in spoken ? spoken.problem : '');
    const { appId } = command;
    const known = thread.ledger.certificatesOf(appId);
    if (known.length === 0)
        return answer(false, `No certificate was ever issued for ${appId}.`);
    const meant = known.filter(({ recordedAt }) => recordedAt < comment.createdAt);
    if (meant.length === 0)
        return answer(false, 'The certificate is younger than the comment: write it again.');
    const [current] = targetsAt(thread.ledger, appId, comment.createdAt).toReversed();
    if (current === undefined)
        return answer(true, `The certificate of ${appId} is revoked.`);
    const vote = votes.find((one) => one.said === said);
    if (vote === undefined)
        return answer(...notAVote(thread, said, current));
    const order = orders.find(({ serials }) => serials.includes(current.serial));
    if (order !== undefined)
        return answer(true, `To be revoked: ${order.serials.map(x509_serial/* serialText */.S7).join(', ')}.`);
    const name = vote.reason === 'unspecified' ? 'without a reason of RFC 5280' : `with the reason ${vote.reason}`;
    return answer(true, `One more person who may approve has to say the same: /revoke ${appId}, ${name}.`);
}
function notAVote(thread, { comment }, current) {
    if (eligibility_mayApprove(thread, comment.author))
        return [false, 'It was edited: write it again, in a new comment.'];
    if (isSignedFor(thread, current)) {
        return [true, 'The signature is by the certified key: one person who may approve has to say the same.'];
    }
    const challenge = revocationChallenge(current);
    const refusal = 'Only those who may approve can ask for that.';
    if (challenge === undefined)
        return [false, refusal];
    return [false, `${refusal} Who has its key signs the request as below.`, challenge.command];
}

;// CONCATENATED MODULE: ./build/bundle/bot/decide.js
// SPDX-License-Identifier: MIT


/** Reasons stand in a public ledger, once for every line that they explain. */
const decide_maxReason = 1_000;
/**
 * What is to be done with a pull request now: the same answer for the same facts, whoever asks, however often.
 * `ready` is what people have to do before anything is issued, all of it at once.
 */
function decide(situation, judgement, standing) {
    const { pullRequest, base } = situation;
    if (base.repository.ledger.issuedFor(pullRequest.number) !== undefined)
        return { kind: 'signed' };
    const why = whyNotJudged(situation);
    if (standing.refusal !== undefined && canBeRefused(why))
        return { kind: 'refused', ...standing.refusal };
    if (why !== undefined)
        return { kind: 'none' };
    const { ok, request, purpose } = judgement;
    const nothingToIssue = request?.key === undefined || purpose.kind === 'unknown' || purpose.kind === 'nothing-to-do';
    if (!ok || nothingToIssue)
        return { kind: 'needs-changes' };
    const missing = missingFor(situation, judgement, standing);
    if (missing.length > 0)
        return { kind: 'ready', missing };
    return {
        kind: 'issue',
        approvals: standing.approvals,
        reason: decide_reasonOf(standing),
        replacement: replacementOf(judgement, standing),
    };
}
/** Why a key is replaced; a rename says so by its files. */
function replacementOf({ purpose }, { replacement }) {
    if (purpose.kind === 'rename')
        return replacement?.why ?? 'rename';
    return purpose.kind === 'replacement' ? replacement?.why : undefined;
}
/** What people have to do, a sentence each. */
function missingFor(situation, judgement, standing) {
    const { approvals, needed, because, heldBy, lacksReason } = standing;
    const head = situation.pullRequest.head.sha.slice(0, 12);
    const missing = [];
    if (situation.truncated) {
        missing.push('GitHub does not show all of this pull request: open a new one with a single commit.');
    }
    if (heldBy !== undefined) {
        missing.push(`It is on hold by ${heldBy.login}: somebody who may approve lifts that with /sign ${head}.`);
    }
    const { purpose } = judgement;
    const isAlive = purpose.kind === 'replacement' && purpose.revoked === undefined;
    if (isAlive && replacementOf(judgement, standing) === undefined) {
        const words = replacementReasons.filter((why) => why !== 'rename');
        missing.push(`Say why the key is replaced: /replace WHY REASON, where WHY is ${oneOf(words)}.`);
    }
    if (approvals.length < needed) {
        const have = approvals.length === 0 ? '' : ` There is one, by ${approvals.map(({ by }) => by.login).join(', ')}.`;
        missing.push(`Approve the commit ${head}: ${because}.${have}`);
    }
    if (lacksReason) {
        missing.push(`A person decides, and writes the reason beside the approval: in the review, or behind /sign ${head}.`);
    }
    return missing;
}
function oneOf(words) {
    return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
/** Who wrote what, in one line for the ledger. */
function decide_reasonOf({ approvals, replacement }) {
    const reasons = approvals.filter(({ reason }) => reason !== '').map(({ by, reason }) => `${by.login}: ${reason}`);
    const why = replacement && `${replacement.why}, says ${replacement.by.login}: ${replacement.reason}`;
    const all = [...(why === undefined ? [] : [why]), ...reasons].join('; ');
    return all === '' ? undefined : all.slice(0, decide_maxReason);
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/other-moduli.js
// SPDX-License-Identifier: MIT
/**
 * For each modulus the product of all others among these, modulo that modulus: what is left to ask is one greatest
 * common divisor. All are multiplied once (Bernstein's batch GCD without its tree, which a thousand keys do not need); a
 * modulus that stands there twice is one key, not two that share a prime.
 */
function otherModuli(moduli) {
    const known = new Set(moduli);
    const all = product([...known]);
    return (modulus) => (known.has(modulus) ? (all % (modulus * modulus)) / modulus : all);
}
/**
 * The same for one question, with nothing made beforehand and no number longer than two keys: with 500 keys of 4096 bits
 * it takes 11 ms, where the product takes 75 to make and 6 to divide.
 */
function productOfOthers(modulus, moduli) {
    let rest = 1n;
    for (const other of moduli)
        if (other !== modulus)
            rest = (rest * other) % modulus;
    return rest;
}
/** Halves first: long numbers are multiplied by long numbers, which is what fast multiplication is for. */
function product(numbers) {
    if (numbers.length <= 2)
        return (numbers[0] ?? 1n) * (numbers[1] ?? 1n);
    const middle = numbers.length >> 1;
    return product(numbers.slice(0, middle)) * product(numbers.slice(middle));
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/burnt-keys.js
/**
 * Whether nobody may be certified with a leaked key again. What cannot be opened proves nothing: requests are public, and
 * whoever copied somebody's into a pull request of his own, with any encrypted key beside it, would have it burnt.
 * Strangers can write comments full of fresh keys, which would only fill the ledger: of those the ones count that
 * somebody uses.
 */
function isBurnt({ key, place }, { key: own, situation }) {
    if (key === undefined)
        return false;
    const isStrangers = place.kind === 'text' && !place.byAuthor;
    return !isStrangers || key === own || situation.base.repository.ledger.certificatesOfKey(key).length > 0;
}
/** Their hashes, each once. */
function burntKeys(subject) {
    const burnt = subject.keys.filter((leaked) => isBurnt(leaked, subject));
    return [...new Set(burnt.flatMap(({ key }) => key ?? []))];
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/closing-words.js
// SPDX-License-Identifier: MIT
/**
 * GitHub closes an issue for such words in a commit that gets into the default branch, and in the description of a pull
 * request that is merged (GitHub documentation, "Linking a pull request to an issue"): also an alarm of the bot's, or
 * somebody's request for a revocation. More than GitHub heeds is taken for one: that does no harm.
 */
const closing = /\b(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing))\b[^\w#]{0,20}(?:https?:|gh-\d|(?:[\w.-]{1,40}\/[\w.-]{1,100})?#\d)/i;
function closesIssues(text) {
    return closing.test(text);
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/duplicate-rules.js
// SPDX-License-Identifier: MIT

/** Other open pull requests for the same app, or with the same key. */
const duplicateRules = [
    {
        id: 'duplicate',
        severity: 'info',
        message: 'Another open pull request asks for the same certificate.',
        fix: 'Keep the newer one, and close the other.',
        source: 'app-certificate-requests#763, #773, #779, #791',
        check: ({ situation: { rivals, pullRequest } }) => rivals.slice(0, 5).map(({ number, author, createdAt }) => {
            const isOwn = author.id === pullRequest.author.id;
            const who = isOwn ? 'by the same account' : `by another account, ${quote(author.login)}`;
            const isNewer = createdAt > pullRequest.createdAt || (+createdAt === +pullRequest.createdAt && number > pullRequest.number);
            const message = `#${number}, ${isNewer ? 'newer' : 'older'} than this one and ${who}, asks for the same certificate.`;
            if (!isOwn)
                return { message, severity: 'warning', fix: 'Settle between you who asks; the other one closes.' };
            return {
                message,
                fix: isNewer ? `Keep #${number}, and close this one.` : `Keep this one, and close #${number}.`,
            };
        }),
    },
    {
        id: 'key-twice',
        severity: 'warning',
        message: 'Another open pull request of the same account asks for another app with the same key.',
        fix: 'Make a new key and a new request for one of the two.',
        source: 'none of 993 certified keys belongs to two apps: once one is certified, the other is refused',
        check: ({ situation: { sameKey = [] } }) => sameKey.slice(0, 5).map(({ number, app }) => ({
            message: `#${number} asks for the app ${quote(app)} with the same key. A key belongs to one app: once one of them is certified, the other is refused.`,
        })),
    },
];

;// CONCATENATED MODULE: ./build/bundle/bot/rules/extent-rules.js
// SPDX-License-Identifier: MIT

const howMany = 5;
/** The first few, in quotes, and how many there are beside them. */
function listed(names, most = howMany) {
    const more = names.length - most;
    return `${names.slice(0, most).map(quote).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
function touching(kind, words) {
    return ({ others }) => {
        const changes = others[kind];
        const [first, ...more] = changes;
        if (first === undefined)
            return [];
        const message = words(listed(changes.map(({ path }) => path)), changes);
        // a place only where it is one, and still there
        return [{ message, ...(more.length === 0 && first.status !== 'deleted' && { file: first.path }) }];
    };
}
const extent_rules_isAboutCertificates = ({ isAboutCertificates: is }) => is;
const isMaintainers = ({ situation: { pullRequest, approvers } }) => approvers.get(pullRequest.author.id) === true;
const writtenByBot = /^authority\/(?:ledger\.jsonl|nextcloud\.crl)/i;
/** What a pull request may touch: one request, and nothing else. */
const extentRules = [
    {
        id: 'no-request',
        severity: 'info',
        applies: ({ isAboutCertificates: is }) => !is,
        message: 'The pull request touches no certificate request: there is nothing to judge.',
        fix: 'Nothing needs to be done; a maintainer reviews it.',
        source: 'app-certificate-requests: README',
        check: () => when(true),
    },
    {
        id: 'request-missing',
        severity: 'error',
        applies: extent_rules_isAboutCertificates,
        message: 'The pull request adds no certificate request.',
        fix: 'Add the request at APP_ID/APP_ID.csr, and nothing else.',
        source: 'app-certificate-requests#187, #268, #303',
        check: ({ requests, others }) => when(requests.length === 0 && others['lost-request'].length === 0),
    },
    {
        id: 'several-requests',
        severity: 'error',
        message: 'The pull request asks for several certificates.',
        fix: 'Make one pull request for each app, so that none waits for another.',
        source: 'app-certificate-requests#364, #995, #1147, #1176',
        check: ({ requests }) => when(requests.length > 1, {
            message: `The pull request asks for the certificates of ${requests.length} apps: ${listed(requests.map(({ appId }) => appId))}.`,
        }),
    },
    {
        id: 'request-taken-away',
        severity: 'error',
        message: 'The pull request takes away the request of an app.',
        fix: 'Leave it there. To have a certificate revoked, comment /revoke APP_ID REASON; to rename an app, add the new request in the same pull request.',
        source: 'app-certificate-requests#728, #782, #803: the certificate goes on living without its request',
        check: touching('lost-request', (paths) => `The pull request takes away ${paths}. That revokes nothing.`),
    },
    {
        id: 'rename',
        severity: 'hold',
        message: 'The pull request gives an app another id.',
        fix: 'Say why, and that the account that asked for the old certificate agrees.',
        source: 'app-certificate-requests#728, #774, #1197 to #1209',
        check: ({ purpose, appId = '' }) => purpose.kind === 'rename'
            ? [
                {
                    message: `This renames the app ${quote(purpose.from)} to ${quote(appId)}: the old request goes, the new one comes.`,
                    severity: purpose.current === undefined ? 'info' : 'hold',
                },
            ]
            : [],
    },
    {
        id: 'certificate-touched',
        severity: 'error',
        message: 'The pull request changes a certificate.',
        fix: 'Leave .crt files alone: the authority writes them. Deleting the old one of this app is fine, and not needed.',
        source: 'app-certificate-requests#303, #597, #617, #1041, #1140',
        check: touching('certificate', (paths, changes) => {
            const verb = changes.every(({ status }) => status === 'deleted') ? 'deletes' : 'adds or changes';
            return `The pull request ${verb} ${paths}; certificates are written by the authority alone.`;
        }),
    },
    {
        id: 'extra-files',
        severity: 'error',
        applies: extent_rules_isAboutCertificates,
        message: 'The pull request touches files that are no part of a request.',
        fix: 'Take them out of the pull request.',
        source: 'app-certificate-requests#696, #1192, #1244',
        check: touching('extra', (paths, { length }) => {
            return `The pull request touches ${length === 1 ? 'a file that is' : `${length} files that are`} no part of a request: ${paths}.`;
        }),
    },
    {
        id: 'protected-files',
        severity: 'error',
        message: 'The pull request touches ledger, revocation list, policy, settings or workflows.',
        fix: 'Take them out of the pull request: ledger and list are written by the bot alone, the rest is changed by the maintainers in pull requests of their own.',
        source: 'whoever could change them could have anything certified',
        check: (subject) => {
            const changes = subject.others.authority;
            const alone = !subject.isAboutCertificates && subject.others.extra.length === 0;
            // the maintainers’ own business, as long as it is not mixed with anything
            if (isMaintainers(subject) && alone && !changes.some(({ path }) => writtenByBot.test(path)))
                return [];
            return touching('authority', (paths) => `The pull request touches ${paths}, which no request may change.`)(subject);
        },
    },
    {
        id: 'not-a-file',
        severity: 'error',
        message: 'The pull request adds a symbolic link or a submodule.',
        fix: 'Add the request as an ordinary file.',
        source: 'git: modes 120000 and 160000; what such an entry leads to can change after the review',
        check: touching('no-file', (paths, changes) => {
            const kinds = new Set(changes.map(({ mode }) => (mode === '120000' ? 'a symbolic link' : 'a submodule')));
            return `The pull request adds ${[...kinds].join(' and ')}: ${paths}.`;
        }),
    },
    {
        id: 'too-large',
        severity: 'error',
        message: 'The pull request has more commits or files than can be looked at.',
        fix: 'Make a new branch from the base branch with one commit that adds the request.',
        source: 'GitHub lists 250 commits and 3,000 files of a pull request; what was not seen is not signed',
        check: ({ situation: { truncated } }) => when(truncated),
    },
    {
        id: 'unread',
        severity: 'error',
        message: 'A file is too large to be looked at.',
        fix: 'A request has about 1,600 bytes. Make a new branch from the base branch with one commit that adds the request alone.',
        source: 'what was not looked at may hold a private key',
        check: ({ situation }) => {
            const missing = [...situation.changes, ...situation.commits.flatMap((commit) => commit.changes)].filter(({ blob, mode }) => blob !== undefined && mode !== '160000' && !situation.blobs.has(blob));
            const paths = [...new Set(missing.map(({ path }) => path))];
            return when(paths.length > 0, { message: `Too large to be looked at: ${listed(paths)}.` });
        },
    },
];

;// CONCATENATED MODULE: ./build/bundle/bot/rules/leaked-key-rules.js
// SPDX-License-Identifier: MIT


const leaked_key_rules_again = 'Make a new key and a new request on a new branch; taking the file away again does not help.';
/** Private keys. No message ever shows a letter of one, nor the way to one that lies elsewhere. */
const leakedKeyRules = [
    {
        id: 'leaked-key',
        severity: 'error',
        message: 'A private key stands in the pull request: it is public now, and can never be certified.',
        fix: leaked_key_rules_again,
        source: 'app-certificate-requests#187, #818, #1006',
        check: leaked_key_rules_told((leaked, subject) => leaked.key !== undefined && isOfTheRequest(leaked, subject)),
    },
    {
        id: 'leaked-key-unreadable',
        severity: 'error',
        message: 'A private key stands in the pull request that cannot be opened: nobody can tell whose it is.',
        fix: leaked_key_rules_again,
        source: 'app-certificate-requests#187, #818',
        check: leaked_key_rules_told((leaked, subject) => leaked.key === undefined && isOfTheRequest(leaked, subject)),
    },
    {
        id: 'leaked-key-repository',
        severity: 'error',
        message: 'The private key of this request lies in the app’s repository: it is public, and can never be certified.',
        fix: 'Take the file out of the repository, make a new key that is kept outside of it, and a new request.',
        source: 'app-certificate-requests#1006, #1042, #1140',
        check: leaked_key_rules_told(isOwnElsewhere),
    },
    {
        id: 'leaked-key-beside',
        severity: 'warning',
        message: 'A private key is public that is not the one of this request.',
        fix: 'Never use that key again. The request has another one, and is not touched by this.',
        source: 'app-certificate-requests#187, #1006',
        check: leaked_key_rules_told((leaked, subject) => !isOfTheRequest(leaked, subject) && !isOwnElsewhere(leaked, subject)),
    },
];
/** Anybody can write a comment with some key in it: that must not stop a pull request for ever. */
function isOfTheRequest({ key, place }, subject) {
    if (place.kind === 'repository')
        return false;
    return place.kind !== 'text' || (key !== undefined && key === subject.key);
}
function isOwnElsewhere({ key, place }, subject) {
    return place.kind === 'repository' && key === subject.key;
}
function leaked_key_rules_told(which) {
    return (subject) => subject.keys.filter((leaked) => which(leaked, subject)).map((leaked) => violation(leaked, subject));
}
function violation(leaked, subject) {
    const { place } = leaked;
    const message = [whereIs(place), whatItMeans(leaked, subject), whose(leaked, subject)].filter(Boolean).join(' ');
    return { message, ...(place.kind === 'file' && { file: place.path, line: place.line }) };
}
function whereIs(place) {
    if (place.kind === 'repository')
        return 'A private key lies in a file of the linked repository.';
    if (place.kind === 'file')
        return `A private key stands in ${quote(place.path)}.`;
    if (place.kind === 'text')
        return `A private key stands in ${place.of} of this pull request.`;
    const commit = place.commit.slice(0, 12);
    return `A private key stands in ${quote(place.path)} of the commit ${commit}, also where a later commit took it away.`;
}
/** Nothing is promised of a key that nobody can name: blocked is what has a hash. */
function whatItMeans(leaked, subject) {
    if (isBurnt(leaked, subject))
        return 'It is public now, and can never be certified.';
    if (leaked.key !== undefined)
        return 'It is public now.';
    return 'It is public now. It cannot be opened here, with a passphrase on it or damaged as it is, so nobody can tell whose it is.';
}
function whose({ key }, subject) {
    if (key === undefined)
        return '';
    const { ledger } = subject.situation.base.repository;
    const certificates = ledger.certificatesOfKey(key);
    const apps = [...new Set(certificates.map(({ app }) => app))].map(quote).join(', ');
    if (certificates.length === 0)
        return key === subject.key ? 'It is the key of this request.' : '';
    const isRevoked = certificates.every(({ serial }) => ledger.revocationOf(serial) !== undefined);
    return isRevoked
        ? `It was the certified key of ${apps}: what was certified with it is revoked.`
        : `It is the certified key of ${apps}: what was certified with it is revoked as soon as the authority’s key is at hand.`;
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/path-rules.js
// SPDX-License-Identifier: MIT




/** Where the request lies, and under what a name. */
const pathRules = [
    {
        id: 'path-unsafe',
        severity: 'error',
        message: 'A path leads out of the repository, or into git’s own folder.',
        fix: 'Put the request at APP_ID/APP_ID.csr.',
        source: 'git: read-cache.c, verify_path; CVE-2014-9390',
        check: ({ others: { unsafe } }) => unsafe.length === 0
            ? []
            : [{ message: `These are no paths of a repository: ${listed(unsafe.map(({ path }) => path))}.` }],
    },
    {
        id: 'request-path',
        severity: 'error',
        message: 'The request does not lie at APP_ID/APP_ID.csr.',
        fix: 'Move the file: one folder, named like the app, and in it the request, named like the app.',
        source: 'app-certificate-requests: README; #108, #1003, #1114, #1141, #1146',
        check: ({ requests }) => requests
            .filter(({ wellPlaced }) => !wellPlaced)
            .map(({ appId, change: { path } }) => ({
            message: `The request lies at ${quote(path)}; for the app ${quote(appId)} it must be ${quote(`${appId}/${appId}.csr`)}.`,
            file: path,
        })),
    },
    {
        id: 'path-characters',
        severity: 'error',
        message: 'The path of the request has letters in it that are no ASCII, or cannot be seen.',
        fix: 'Choose an id of a to z, 0 to 9 and single underscores, and type it anew.',
        source: 'Unicode Technical Standard 39: letters that look alike; appstore: info.xsd',
        check: (subject) => subject.requests.flatMap(({ appId, change: { path } }) => {
            const strange = strangeCharacters(path);
            if (strange.length === 0)
                return [];
            const twin = twinOf(subject, appId);
            const like = twin === undefined ? '' : ` It looks like the app ${quote(twin)}, and is another one.`;
            const points = strange.slice(0, 8).map(codePoint).join(', ');
            return [{ message: `The path ${quote(path)} has ${points} in it.${like}`, file: path }];
        }),
    },
    {
        id: 'path-case',
        severity: 'error',
        message: 'The folder differs from another app’s in capitals only.',
        fix: 'Choose another id; to correct the id of your own app, take its old request away in the same pull request.',
        source: 'on Windows and macOS both are the same folder; app-certificate-requests#280, #680',
        check: (subject) => subject.requests.flatMap(({ appId, change: { path } }) => {
            if (strangeCharacters(appId).length > 0)
                return [];
            const twin = twinOf(subject, appId);
            if (twin === undefined)
                return [];
            const message = `${quote(appId)} and the certified app ${quote(twin)} are the same folder where capitals do not count.`;
            return [{ message, file: path }];
        }),
    },
];
/** The certified app that an id never certified before would be taken for; the one that it takes the place of is none. */
function twinOf({ situation, purpose }, appId) {
    const { ledger } = situation.base.repository;
    if (ledger.certificatesOf(appId).length > 0)
        return undefined;
    const look = looksLike(appId);
    const from = purpose.kind === 'rename' ? purpose.from : undefined;
    for (const app of ledger.apps()) {
        if (app !== from && looksLike(app) === look && currentCertificate(ledger, app) !== undefined)
            return app;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/repository-link-rules.js
// SPDX-License-Identifier: MIT

/** A renewal changes neither key nor holder: nobody has to be shown again who he is. */
const asksForLink = ({ isAboutCertificates, purpose, situation }) => isAboutCertificates &&
    situation.settings.repositoryLink === 'required' &&
    purpose.kind !== 'renewal' &&
    purpose.kind !== 'nothing-to-do';
function found({ situation: { linked } }) {
    return linked.kind === 'found' ? linked : undefined;
}
const repository_link_rules_link = 'Write the address of the app’s public repository into the description of the pull request.';
const folder = 'Where it lies in a folder or on another branch, link that: https://github.com/OWNER/NAME/tree/BRANCH/FOLDER.';
/** The app’s repository: that there is one, that it is this app’s, and what the requester has to do with it. */
const repositoryLinkRules = [
    {
        id: 'repository-link',
        severity: 'error',
        applies: asksForLink,
        message: 'The description names no repository of the app.',
        fix: repository_link_rules_link,
        source: 'app-certificate-requests#1085, #1156, #1246',
        check: ({ situation: { linked } }) => when(linked.kind === 'none'),
    },
    {
        id: 'repository-not-an-app',
        severity: 'error',
        applies: asksForLink,
        message: 'The linked repository is this one, or a fork of it, and not the app’s.',
        fix: repository_link_rules_link,
        source: 'app-certificate-requests#468',
        check: ({ situation: { linked } }) => linked.kind === 'not-an-app'
            ? [{ message: `The linked repository ${quote(linked.url)} holds certificate requests; it is not the app’s.` }]
            : [],
    },
    {
        id: 'repository-unreachable',
        severity: 'error',
        applies: asksForLink,
        message: 'The linked repository cannot be read without a login.',
        fix: 'Make the repository public, or correct the address; then comment /recheck.',
        source: 'app-certificate-requests#244, #476, #613, #698',
        check: ({ situation: { linked } }) => linked.kind === 'unreachable'
            ? [{ message: `The linked repository ${quote(linked.url)} cannot be read: it is private, gone, or mistyped.` }]
            : [],
    },
    {
        id: 'repository-elsewhere',
        severity: 'hold',
        applies: asksForLink,
        message: 'The linked repository is on a host that the bot does not know.',
        fix: 'Nothing to do for the requester: a maintainer looks at its appinfo/info.xml.',
        source: 'only GitHub is asked: a bot that opens any address can be sent anywhere',
        check: ({ situation: { linked } }) => linked.kind === 'elsewhere'
            ? [{ message: `The linked repository ${quote(linked.url)} is on a host that the bot does not ask.` }]
            : [],
    },
    {
        id: 'info-xml-absent',
        severity: 'error',
        applies: asksForLink,
        message: 'The linked repository has no appinfo/info.xml.',
        fix: `Add it to the default branch. ${folder}`,
        source: 'app-certificate-requests#616, #1023, #1245',
        check: (subject) => {
            const app = found(subject);
            return when(app?.infoXml.kind === 'absent', {
                message: `The repository ${quote(app?.name ?? '')} has no ${quote(app?.infoXml.path ?? '')} on the branch that was looked at.`,
            });
        },
    },
    {
        id: 'info-xml-unreadable',
        severity: 'error',
        applies: asksForLink,
        message: 'The appinfo/info.xml of the linked repository cannot be read.',
        fix: 'Correct it: nextcloud-release validate says what the store would say.',
        source: 'appstore: api/v1/release/parser.py',
        check: (subject) => {
            const app = found(subject);
            if (app?.infoXml.kind !== 'unreadable')
                return [];
            return [
                { message: `${quote(app.infoXml.path)} of ${quote(app.name)} cannot be read: ${quote(app.infoXml.why)}.` },
            ];
        },
    },
    {
        id: 'info-xml-id',
        severity: 'error',
        applies: asksForLink,
        message: 'The id in the app’s info.xml is not the one of the request.',
        fix: 'Correct the id there, or ask for a certificate for the id that stands there.',
        source: 'the certificate’s CN, the folder and the id in info.xml must be the same; app-certificate-requests#572, #717, #1023, #1192',
        check: (subject) => {
            const { appId } = subject;
            const app = found(subject);
            if (app?.infoXml.kind !== 'read' || appId === undefined || app.infoXml.id === appId)
                return [];
            const { path, id } = app.infoXml;
            return [
                {
                    message: `${quote(path)} of ${quote(app.name)} has the id ${quote(id)}, the request is for ${quote(appId)}.`,
                },
            ];
        },
    },
    {
        id: 'info-xml-refused',
        severity: 'warning',
        applies: asksForLink,
        message: 'The store would refuse the app’s info.xml as it is.',
        fix: 'Correct it before the first release; it does not hold up the certificate.',
        source: 'appstore: api/v1/release/info.xsd',
        check: (subject) => {
            const app = found(subject);
            if (app?.infoXml.kind !== 'read')
                return [];
            const [first, ...more] = app.infoXml.refusals;
            if (first === undefined)
                return [];
            const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
            return [{ message: `The store would refuse ${quote(app.infoXml.path)} as it is: ${quoteLong(first)}${rest}.` }];
        },
    },
    {
        id: 'repository-relation',
        severity: 'hold',
        applies: asksForLink,
        message: 'Nothing public shows what the requester has to do with the linked repository.',
        fix: 'Make the membership of its organisation public, then comment /recheck. Else whoever approves weighs what there is: the word of an owner in a comment here, for one.',
        source: 'app-certificate-requests#791, #1120, #1239',
        check: (subject) => {
            const app = found(subject);
            if (app === undefined || app.relation === 'owner' || app.relation === 'member')
                return [];
            const name = quote(app.name);
            return app.relation === undefined
                ? [{ message: `Nothing public shows what the requester has to do with ${name}.` }]
                : [
                    {
                        message: `The requester has commits in ${name}, and no other tie to it that can be seen.`,
                        severity: 'warning',
                    },
                ];
        },
    },
    {
        id: 'repository-key-files',
        severity: 'hold',
        message: 'The linked repository holds files that look like private keys.',
        fix: 'Take them out: git grep -lI "PRIVATE KEY" names most of them. Where one is the key of this request, make a new key and a new request.',
        source: 'app-certificate-requests#1006, #1042, #1140',
        check: (subject) => {
            // of a key that matters here a rule of its own tells
            const told = subject.keys.filter(({ place }) => place.kind === 'repository').length;
            const left = (found(subject)?.keyFiles ?? 0) - told;
            const files = left === 1 ? 'a file that looks like a private key' : `${left} files that look like private keys`;
            return when(left > 0, { message: `The linked repository holds ${files}.` });
        },
    },
];
/** The store’s own words are longer than a name. */
function quoteLong(text) {
    return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}

;// CONCATENATED MODULE: ./build/bundle/bot/rules/store-rules.js
// SPDX-License-Identifier: MIT

/** What the store says of an id that was never certified here, where the settings name a store to ask. */
const storeRules = [
    {
        id: 'store-app',
        severity: 'hold',
        applies: ({ situation: { base }, appId = '' }) => base.repository.ledger.certificatesOf(appId).length === 0,
        message: 'The store has an app with this id, and no certificate was ever issued for it here.',
        fix: 'Say what you have to do with that app; whoever approves finds out whose it is in the store.',
        source: 'app-certificate-requests#303, #617, #791: the id was taken',
        check: ({ situation: { storeIds }, appId }) => {
            if (storeIds === undefined || appId === undefined)
                return [];
            if (storeIds !== 'silent') {
                return when(storeIds.has(appId), {
                    message: `The store has an app with the id ${quote(appId)}, and no certificate was ever issued for it here.`,
                });
            }
            return [
                {
                    message: `The store did not answer: whether it has an app with the id ${quote(appId)} is not known.`,
                    fix: 'Nothing to do for the requester: comment /recheck in a few minutes; else whoever approves looks there.',
                },
            ];
        },
    },
];

;// CONCATENATED MODULE: ./build/bundle/bot/rules/pull-request-rules.js
// SPDX-License-Identifier: MIT








/** Every rule about a pull request beside those about the request itself, in the order of docs/bot-rules.md. */
const pullRequestRules = [
    ...leakedKeyRules,
    ...extentRules,
    ...pathRules,
    ...signOffRules,
    ...accountRules,
    ...repositoryLinkRules,
    ...storeRules,
    ...duplicateRules,
];

;// CONCATENATED MODULE: ./build/bundle/bot/judge.js
// SPDX-License-Identifier: MIT











/** More requests in one pull request are not reviewed one by one: it is refused for having them. */
const maxReviews = 10;
/** What the review of a request says again where a rule about the pull request has said it, and knows more. */
const saidBefore = {
    'leaked-key': ['request-private-key'],
    'leaked-key-unreadable': ['request-private-key'],
    'path-characters': ['id-format', 'id-confusing'],
    'path-case': ['id-format', 'id-confusing'],
};
/** All that is to be said of a pull request, at the first look: the same situation always gets the same judgement. */
function judge(situation) {
    const subject = pullRequestSubject(situation);
    const { request, appId, key, purpose } = subject;
    const found = (0,rule/* applyRules */.I)(pullRequestRules, subject);
    const reviews = subject.requests.slice(0, maxReviews).flatMap((told) => reviewOf(told, situation));
    const findings = (0,finding/* inReadingOrder */.g)([...found, ...reviews.filter((finding) => !isSaid(finding, found))].map((finding) => forThisApp(finding, appId)));
    return {
        findings,
        ok: (0,finding/* isOk */.HQ)(findings),
        hold: (0,finding/* isOnHold */.$l)(findings),
        purpose,
        appId,
        request: request?.file && { file: request.file, blob: request.change.blob ?? '', key },
        foreignHistory: hasForeignHistory(subject),
        leakedKeys: burntKeys(subject),
    };
}
/** The review sees the file where it belongs: that it lies elsewhere is said by `request-path`, once. */
function reviewOf({ file, appId, change }, { base, certifiedModuli, now }) {
    if (file === undefined)
        return [];
    const path = requestPath(appId);
    const { ledger: knowledge, policy } = base.repository;
    const input = { file: new RequestFile(path, file.bytes), policy, now, repository: { path, knowledge } };
    const others = certifiedModuli;
    const deep = others && { otherModuli: (modulus) => productOfOthers(modulus, others) };
    return review({ ...input, ...(deep && { deep }) }).findings.map((finding) => ({ ...finding, file: change.path }));
}
function isSaid({ rule, file }, found) {
    return found.some((other) => other.file === file && (saidBefore[other.rule] ?? []).includes(rule));
}
function forThisApp(finding, appId) {
    if (finding.fix === undefined || appId === undefined || !isPlainId(appId))
        return finding;
    return { ...finding, fix: finding.fix.replaceAll('APP_ID', appId) };
}
/**
 * True unless every commit does nothing but add or change the request as a file, or take away the one that it takes the
 * place of, and no words of it close an issue: only such a history may become part of the base branch’s.
 */
function hasForeignHistory({ situation, appId, purpose }) {
    if (appId === undefined || situation.truncated)
        return true;
    const { pullRequest, commits } = situation;
    const texts = [pullRequest.title, pullRequest.body, ...commits.map(({ message }) => message)];
    if (texts.some(closesIssues))
        return true;
    const own = requestPath(appId);
    const gone = purpose.kind === 'rename' ? requestPath(purpose.from) : undefined;
    return commits.some(({ parents, changes }) => 
    // a root of its own: another history altogether
    parents.length === 0 ||
        changes.some(({ path, status, mode = '100644', blob = '' }) => {
            if (status === 'deleted')
                return path !== gone;
            return path !== own || !mode.startsWith('100') || !situation.blobs.has(blob);
        }));
}

;// CONCATENATED MODULE: ./build/bundle/bot/view.js
// SPDX-License-Identifier: MIT






/** The same situation always gives the same view: nobody is asked, and nothing is done. */
async function viewOf(situation) {
    const judgement = judge(situation);
    const people = standing(situation, judgement, { oldKey: await oldKeyOf(situation, judgement) });
    return {
        situation,
        judgement,
        standing: people,
        decision: decide(situation, judgement, people),
        revocations: await revocationsIn({ ...situation, comments: saidByPeople(situation) }),
    };
}
/** What a thread asks to revoke, and the answers to that. */
async function revocationsIn({ comments, approvers, base }) {
    const keys = await keysInQuestion(base.repository, comments);
    return revocationRequests({ comments, approvers, ledger: base.repository.ledger, keys });
}

;// CONCATENATED MODULE: ./build/bundle/bot/waiting.js
/** Something is to be signed: the certificate, or the list with what was revoked here. */
function awaitsKey({ situation, judgement, decision, revocations }) {
    const { ledger } = situation.base.repository;
    const isCertified = (key) => ledger.certificatesOfKey(key).some(({ serial }) => ledger.revocationOf(serial) === undefined);
    const burnt = judgement.leakedKeys.some(isCertified);
    return decision.kind === 'issue' || burnt || revocations.orders.length > 0;
}

;// CONCATENATED MODULE: ./build/bundle/bot/look.js
// SPDX-License-Identifier: MIT









/** Each round ends with something that was done or lost to somebody else; there are not many things to do. */
const look_maxRounds = 30;
/**
 * Looks at a pull request, and does what follows from what is there, until a look finds nothing more to do. Everything
 * it writes is written again by nobody who finds it there, so any number of these may run at once, stop anywhere, and
 * begin again.
 * @param only the head that is meant; of a pull request with another one nothing is done
 * @throws CodedError where GitHub fails; the check run says so as well where that can still be written
 */
async function look(workshop, number, pushed, only) {
    const earlier = new EarlierReading();
    try {
        for (let round = 0; round < look_maxRounds; round++) {
            const situation = await gather(workshop.github, number, pushed, earlier);
            if (situation === undefined || (only !== undefined && situation.pullRequest.head.sha !== only))
                return;
            const done = await act(workshop, await viewOf(situation));
            if (done === 'settled')
                return;
            if (done === 'lost')
                await pause(workshop, round);
        }
        workshop.log.warn({ pullRequest: number, rounds: look_maxRounds }, 'not settled: left to the reconciliation');
    }
    catch (error) {
        await tellOfFailure(workshop, number, error);
        throw error;
    }
}
/** `settled`: all is as it has to be. `changed`: something was done, and the state has to be looked at anew. */
async function act(workshop, view) {
    const prepared = await prepare(workshop, view);
    if (prepared !== undefined)
        return (await put(workshop, prepared)) === undefined ? 'lost' : 'changed';
    return (await show(workshop, view)) ? 'changed' : 'settled';
}
/**
 * What has to be on the base branch before anything is said: first the keys that burnt, since one may be this request's
 * own, and the revocations that were asked for here.
 */
async function prepare({ authority, waits }, view) {
    const { situation, judgement, decision, revocations } = view;
    const { base, pullRequest, now } = situation;
    const burnt = await prepareBurntKeys(situation, judgement, authority);
    if (authority === undefined && awaitsKey(view)) {
        waits?.({ kind: 'pull-request', number: pullRequest.number, head: pullRequest.head.sha });
    }
    if (burnt !== undefined || authority === undefined)
        return burnt;
    const revoked = await prepareRevocations(base, revocations.orders, pullRequest.number, authority, now);
    if (revoked !== undefined)
        return revoked;
    const { appId, request } = judgement;
    if (decision.kind !== 'issue' || appId === undefined || request === undefined)
        return undefined;
    return (await prepareIssue(situation, { ...judgement, appId, request }, decision, authority)).commit;
}
/** Silence is the one thing that nobody can tell from waiting. */
async function tellOfFailure(workshop, number, error) {
    const facts = errorFacts(error);
    workshop.log.error({ ...facts, pullRequest: number }, 'the look ended early');
    try {
        await showFailure(workshop, number, String(facts.code));
    }
    catch (another) {
        workshop.log.error({ ...errorFacts(another), pullRequest: number }, 'and that could not be said on the pull request');
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/one-at-a-time.js
// SPDX-License-Identifier: MIT
/**
 * Runs one job per key at a time, and not too many together: those that wait begin in the order in which they were asked
 * for. A job that is asked for while another of its key runs or waits, is run once after it or in its place, however
 * often it was asked for: what counts is that a look begins after the last event.
 */
class OneAtATime {
    atOnce;
    #running = new Map();
    #waiting = new Map();
    /** @param atOnce how many jobs, of different keys, may run at a time */
    constructor(atOnce = Infinity) {
        this.atOnce = atOnce;
    }
    /** Nothing runs, and nothing waits. */
    get isIdle() {
        return this.#running.size === 0 && this.#waiting.size === 0;
    }
    /** Resolves when a run of `job` that began after this call has ended; rejects as that run does. */
    run(key, job) {
        const known = this.#waiting.get(key);
        if (known !== undefined) {
            known.job = job;
            return known.done;
        }
        const waiting = newlyWaiting(job);
        this.#waiting.set(key, waiting);
        this.#begin();
        return waiting.done;
    }
    /** When nothing runs and nothing waits any more, whatever became of it. */
    async idle() {
        while (!this.isIdle) {
            await Promise.allSettled([...this.#running.values(), ...[...this.#waiting.values()].map(({ done }) => done)]);
        }
    }
    /** What may begin: at most as many keys are passed over as run. */
    #begin() {
        for (const [key, waiting] of this.#waiting) {
            if (this.#running.size >= this.atOnce)
                return;
            if (this.#running.has(key))
                continue;
            this.#waiting.delete(key);
            const run = waiting.begin().finally(() => {
                this.#running.delete(key);
                this.#begin();
            });
            this.#running.set(key, run);
        }
    }
}
function newlyWaiting(job) {
    let begin = () => Promise.resolve();
    const waiting = {
        job,
        done: new Promise((resolve, reject) => (begin = () => waiting.job().then(resolve, reject))),
        begin: () => begin(),
    };
    return waiting;
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/pull-requests-of-head.js

/** Open pull requests with this head: of a fork's, events and check runs name none. */
async function pullRequestsOfHead(github, head) {
    return (await listOpen(github)).filter((pullRequest) => pullRequest.head === head).map(({ number }) => number);
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/closed-pull-requests.js
/** The hundred that somebody touched last: older ones were looked at by earlier reconciliations. */
async function listLatelyClosed({ octokit, repository }) {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls', {
        ...repository,
        state: 'closed',
        sort: 'updated',
        direction: 'desc',
        per_page: 100,
    });
    return data.map(({ number, labels }) => ({ number, labels: labels.map(({ name }) => name) }));
}

;// CONCATENATED MODULE: ./build/bundle/bot/warn-of-teams.js
// SPDX-License-Identifier: MIT


/** A team that nobody finds has no members: with teams alone, everything would wait for ever for an approval that counts. */
async function warnOfTeams({ github, log }) {
    const { settings } = await readBase(github);
    const missing = [];
    for (const team of settings.approverTeams)
        if (!(await isThere(github, team)))
            missing.push(team);
    if (missing.length === 0)
        return;
    const nobody = settings.approverPermission === 'none' && missing.length === settings.approverTeams.length;
    log.warn({ code: 'team-missing', teams: missing }, `${nobody ? 'nobody may approve' : 'some may not approve'}: the team is not there, or the App may not read it`);
}
async function isThere({ octokit }, team) {
    const [org = '', slug = ''] = team.split('/');
    try {
        await octokit.request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: slug });
        return true;
    }
    catch (error) {
        if (hasStatus(error, 403, 404))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/bring-forward.js
// SPDX-License-Identifier: MIT


const bring_forward_day = 86_400_000;
/**
 * Moves an announced revocation nearer, once nobody installs a release with the old certificate any more: a later
 * announcement of a serial takes the place of the earlier one. Whoever has to be told has `replacement.notice-days` left.
 * @returns the new announcement; undefined where there is none to move, or it comes as soon anyway
 */
async function bringForward(repository, serial, now) {
    const { ledger, policy } = repository;
    const announced = ledger.announcementOf(serial);
    const nearest = new Date(now.getTime() + policy.noticeDays * bring_forward_day);
    if (announced === undefined || announced.on <= nearest)
        return undefined;
    const { app, reason, why } = announced;
    const entry = {
        kind: 'announce',
        serial: (0,x509_serial/* serialText */.S7)(serial),
        app,
        reason,
        on: timeText(nearest),
        ...(why !== undefined && { why }),
    };
    await repository.record([entry], now);
    return entry;
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/announcement-words.js


/**
 * Some days before a revocation comes: to whoever asked for the certificate that takes its place, and to whoever asked for
 * the one that ends.
 * @param successor undefined: none takes its place
 */
function announcementWords(announced, successor, holder) {
    const people = [
        ...(successor?.requestedBy === undefined ? [] : [mentionFromLedger(successor.requestedBy)]),
        ...(holder === undefined ? [] : [mention(holder.login)]),
    ];
    const whom = [...new Set(people)].map((one) => `${one}, `).join('');
    const old = `the certificate ${code((0,x509_serial/* serialText */.S7)(announced.serial))} of ${code(announced.app)}`;
    const next = successor === undefined
        ? 'No other certificate of the app takes its place: to publish releases from then on, make a new key and ask for one.'
        : `If the app’s newest release is not signed with the key of the certificate ${code((0,x509_serial/* serialText */.S7)(successor.serial))} yet:`;
    const steps = [
        '1. Sign and pack the release with the new key.',
        '2. Register the new certificate in the store, which deletes the app’s releases there.',
        '3. Publish that release right away.',
    ].join('\n');
    return [
        '### A revocation comes',
        `${whom}${old} is revoked on **${text_day(announced.on)}**, as was announced. From then on no release that was signed with its key can be installed.`,
        next,
        ...(successor === undefined ? [] : [steps]),
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/keep-announcements.js
// SPDX-License-Identifier: MIT











const keep_announcements_day = 86_400_000;
/**
 * Announced revocations: moves them nearer once the store's newest release carries the successor's certificate, and tells
 * whoever asked for that, and whoever holds what ends, again before they come.
 */
async function keepAnnouncements(workshop) {
    await moveNearer(workshop);
    const { repository, commit } = await readBase(workshop.github);
    const { ledger, policy } = repository;
    const now = workshop.github.clock.now();
    for (const announced of ledger.announcements) {
        const isSoon = announced.on.getTime() - now.getTime() <= policy.noticeDays * keep_announcements_day;
        if (isSoon && announced.on > now)
            await remind(workshop, { ledger, announced, commit });
    }
}
async function remind({ github }, { ledger, announced, commit }) {
    const successor = successorOf(ledger, announced);
    const [old] = ledger.certificatesOfSerial(announced.serial);
    // what was announced by hand has no successor: then the pull request that led to the certificate is the place
    const number = successor?.pullRequest ?? old?.pullRequest;
    if (number === undefined)
        return;
    const holder = old && holderOf(ledger, old);
    const topic = `revocation ${(0,x509_serial/* serialText */.S7)(announced.serial)} ${announced.on.toISOString().slice(0, 10)}`;
    await sayOnce(github, number, { topic, body: announcementWords(announced, successor, holder) }, commit);
}
/** The certificate that takes the place of the one that ends: of another key, or of the id that the app has now. */
function successorOf(ledger, { app, serial }) {
    const [old] = ledger.certificatesOfSerial(serial);
    return [ledger.renamedTo(app) ?? app, app]
        .map((id) => currentCertificate(ledger, id))
        .find((current) => current !== undefined && current.key !== old?.key);
}
async function moveNearer(workshop) {
    const { github } = workshop;
    const { settings, repository } = await readBase(github);
    if (settings.store === undefined || repository.ledger.announcements.length === 0)
        return;
    const inStore = await appsInStore(settings.store);
    const isCarried = (ledger, announced) => {
        const successor = successorOf(ledger, announced);
        return successor !== undefined && inStore.get(successor.app) === successor.fingerprint;
    };
    await land(workshop, async (base) => {
        const store = new MemoryStore(base.repository.store);
        const writable = await Repository.open(store);
        const now = github.clock.now();
        const moved = [];
        for (const announced of writable.ledger.announcements) {
            if (!isCarried(writable.ledger, announced))
                continue;
            const entry = await bringForward(writable, announced.serial, now);
            if (entry !== undefined)
                moved.push(entry.app);
        }
        if (moved.length === 0)
            return undefined;
        return {
            before: base.commit,
            parents: [base.commit],
            changes: store.changes,
            message: `Announce nearer revocations: ${moved.join(', ')}\n\nTheir newest releases carry the new certificates.\n`,
        };
    });
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/propose-file.js
// SPDX-License-Identifier: MIT




/**
 * Sees to it that there is one open pull request of ours with this file, unless the people there closed it.
 *
 * Replicas may do so at once. There is one branch, whose name is given, and each of them sets it to a commit of the same
 * tree on the same tip, so whoever is last changes nothing that anybody sees; and GitHub takes one open pull request for
 * a pair of branches. Where one of them had an older file, the next reconciliation finds that it is not the right one.
 * @returns its number; undefined where one with this title was closed or merged: it is for the people there to decide
 */
async function proposeFile(github, proposal) {
    const { octokit, repository } = github;
    const all = await ourProposals(github, proposal);
    const open = all.find((one) => one.open);
    if (open === undefined && all.some(({ title }) => title === proposal.title))
        return undefined;
    if (open === undefined || !(await hasFile(github, proposal)))
        await setBranch(github, proposal);
    if (open === undefined)
        return openPullRequest(github, proposal);
    const { title, body } = proposal;
    if (open.title !== title) {
        await octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
            ...repository,
            pull_number: open.number,
            title,
            body,
        });
    }
    return open.number;
}
/** Latest first; older ones than a hundred say nothing of this file. */
async function ourProposals({ octokit, repository }, { branch, base }) {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls', {
        ...repository,
        state: 'all',
        head: `${repository.owner}:${branch}`,
        base,
        per_page: 100,
    });
    return data.map(({ number, title, state }) => ({ number, title, open: state === 'open' }));
}
/** Whether our branch has it already. */
async function hasFile(github, { branch, paths, bytes }) {
    const { octokit, repository } = github;
    try {
        const ref = `heads/${branch}`;
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...repository, ref });
        const store = new GithubStore(objectsOf(github), data.object.sha);
        const there = await Promise.all(paths.map((path) => store.find(path)));
        return there.every((file) => file?.sha === blobId(bytes, file?.sha.length));
    }
    catch (error) {
        if (hasStatus(error, 404))
            return false;
        throw error;
    }
}
/** The branch need not be there; and another replica may make it while this one finds it missing. */
async function setBranch(github, proposal) {
    const sha = await commitFile(github, proposal);
    if (await moveBranch(github, proposal.branch, sha))
        return;
    const { octokit, repository } = github;
    try {
        const ref = `refs/heads/${proposal.branch}`;
        await octokit.request('POST /repos/{owner}/{repo}/git/refs', { ...repository, ref, sha });
    }
    catch (error) {
        if (!hasStatus(error, 422) || !(await moveBranch(github, proposal.branch, sha)))
            throw error;
    }
}
/** @returns false where it could not be moved: mostly since it is not there */
async function moveBranch({ octokit, repository }, branch, sha) {
    try {
        const ref = `heads/${branch}`;
        await octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...repository, ref, sha, force: true });
        return true;
    }
    catch (error) {
        if (hasStatus(error, 404, 422))
            return false;
        throw error;
    }
}
async function commitFile(github, { tip, paths, bytes, title }) {
    const { octokit, repository } = github;
    const content = Buffer.from(bytes).toString('base64');
    const blob = await octokit.request('POST /repos/{owner}/{repo}/git/blobs', {
        ...repository,
        content,
        encoding: 'base64',
    });
    const tree = await octokit.request('POST /repos/{owner}/{repo}/git/trees', {
        ...repository,
        base_tree: (await objectsOf(github).commit(tip)).tree,
        tree: paths.map((path) => ({ path, mode: modes.file, type: 'blob', sha: blob.data.sha })),
    });
    const commit = await octokit.request('POST /repos/{owner}/{repo}/git/commits', {
        ...repository,
        message: `${title}\n`,
        tree: tree.data.sha,
        parents: [tip],
    });
    return commit.data.sha;
}
async function openPullRequest(github, proposal) {
    const { octokit, repository } = github;
    const { title, body, base, branch: head } = proposal;
    try {
        const { data } = await octokit.request('POST /repos/{owner}/{repo}/pulls', {
            ...repository,
            ...{ title, body, base, head },
        });
        return data.number;
    }
    catch (error) {
        // another replica was quicker
        const there = hasStatus(error, 422) ? await ourProposals(github, proposal) : [];
        const open = there.find((one) => one.open);
        if (open === undefined)
            throw error;
        return open.number;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/copy-words.js
// SPDX-License-Identifier: MIT
/** For the pull request to a place that ships a copy of the revocation list. */
function copyWords(ours, theirs) {
    const now = theirs === undefined ? 'none that can be read' : `number ${theirs}`;
    return {
        title: `Update the certificate revocation list to number ${ours}`,
        body: [
            `The certificate authority has a newer revocation list: number ${ours}. Here is ${now}.`,
            'Until it is shipped, apps whose certificates are revoked can still be installed. Check it before merging:',
            '```sh\nopenssl crl -in nextcloud.crl -noout -crlnumber -lastupdate -nextupdate\nopenssl crl -in nextcloud.crl -noout -verify -CAfile root.crt\n```',
            'This pull request is brought up to date when there is a newer list.',
        ].join('\n\n'),
    };
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/keep-copies.js
// SPDX-License-Identifier: MIT












/**
 * A revocation that nobody ships revokes nothing: where a copy has an older list than the certificate repository, a pull
 * request is opened there, or the open one is brought up to date. What fails at one place keeps none of the others waiting.
 * @throws BotError `not-permitted` where the App is not installed, `left-undone` where a place refused
 */
async function keepCopies(workshop) {
    const { settings, repository } = await readBase(workshop.github);
    const bytes = await repository.store.read(crlPath);
    if (bytes === undefined)
        return;
    const [absent, failed] = [[], []];
    const attempt = async (what, work) => {
        try {
            await work();
        }
        catch (error) {
            failed.push(what);
            workshop.log.error({ ...errorFacts(error), what }, 'a copy of the list was left as it is');
        }
    };
    for (const place of new Set(settings.crlCopies.map((copy) => copy.repository))) {
        await attempt(place, async () => {
            const there = await workshop.elsewhere(keep_copies_nameOf(place));
            if (there === undefined)
                return void absent.push(place);
            const { defaultBranch } = await repositoryFacts(there);
            const copies = settings.crlCopies.filter((copy) => copy.repository === place);
            for (const [base, paths] of pathsByBranch(copies, defaultBranch)) {
                await attempt(`${place}@${base}`, () => keepBranch(workshop, there, { base, paths, bytes }));
            }
        });
    }
    if (absent.length > 0)
        throw notInstalled(absent, failed);
    if (failed.length > 0)
        throw leftUndone(failed);
}
function notInstalled(absent, failed) {
    const also = failed.length === 0 ? '' : ` ${leftUndone(failed).message}`;
    return new BotError('not-permitted', `The App is not installed on ${absent.join(', ')}.${also}`, {
        hint: 'Install it there with contents and pull requests to write, or take the place out of "crl.copies".',
    });
}
function leftUndone(failed) {
    return new BotError('left-undone', `Copies of the list could not be looked after on ${failed.join(', ')}.`, {
        hint: 'The log says why; the next reconciliation tries again.',
    });
}
function keep_copies_nameOf(repository) {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
}
function pathsByBranch(copies, defaultBranch) {
    const paths = new Map();
    for (const { branch = defaultBranch, path } of copies) {
        const known = paths.get(branch) ?? [];
        paths.set(branch, known.includes(path) ? known : [...known, path]);
    }
    return paths;
}
/**
 * One pull request for each branch that has copies, from a branch of its own: from a common one, all that is on one branch
 * there would be merged into the other.
 */
async function keepBranch({ log }, there, { base, paths, bytes }) {
    const tip = await new BaseBranch(there, base).tip();
    const store = new GithubStore(objectsOf(there), tip);
    const ours = numberOf(bytes);
    if (ours === undefined)
        return;
    const shipped = await Promise.all(paths.map(async (path) => {
        const copy = await store.read(path);
        return { path, number: copy && numberOf(copy) };
    }));
    const behind = shipped.filter(({ number }) => number === undefined || number < ours);
    const [first] = behind;
    if (first === undefined)
        return;
    const proposal = { base, tip, branch: `nextcloud-ca/crl-${base}`, paths: behind.map(({ path }) => path), bytes };
    const pullRequest = await proposeFile(there, { ...proposal, ...copyWords(ours, first.number) });
    const { owner, repo } = there.repository;
    log.info({ repository: `${owner}/${repo}`, base, pullRequest, ours: String(ours) }, 'a copy of the list is behind');
}
/** CRL number; undefined where it is no list, or one without a number. */
function numberOf(bytes) {
    try {
        return crl/* CertificateRevocationList */.k.from(bytes).number;
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/prepare-crl.js



const prepare_crl_day = 86_400_000;
/** Why the list has to be made again, in words for the log and the commit; undefined: it need not. */
function crlIsDue({ ledger }, { crlRefreshDays }, now) {
    if (ledger.announcements.some(({ on }) => on <= now))
        return 'announced revocations are due';
    if (ledger.crl === undefined)
        return ledger.lineCount > 0 ? 'there is no list yet' : undefined;
    const age = now.getTime() - new Date(ledger.crl.thisUpdate).getTime();
    // where somebody set fewer days in the policy than in the settings, the list must not end first
    const life = new Date(ledger.crl.nextUpdate).getTime() - new Date(ledger.crl.thisUpdate).getTime();
    return age >= Math.min(crlRefreshDays * prepare_crl_day, life / 2) ? 'the list is to be refreshed' : undefined;
}
/** The next list with everything whose day has come, as one commit; undefined where none is due. */
async function prepareCrl(base, settings, authority, now) {
    const why = crlIsDue(base.repository, settings, now);
    if (why === undefined)
        return undefined;
    const store = new MemoryStore(base.repository.store);
    const { number, entries } = await publishCrl(await Repository.open(store), authority, now);
    return {
        before: base.commit,
        parents: [base.commit],
        changes: store.changes,
        message: `Publish CRL ${number}: ${why}\n\nEntries: ${entries}\n`,
    };
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/keep-crl.js
// SPDX-License-Identifier: MIT



/** Makes the list again before it ends, and when announced revocations are due. */
async function keepCrl(workshop) {
    const { authority, github, waits } = workshop;
    if (authority === undefined) {
        const { repository, settings } = await readBase(github);
        if (crlIsDue(repository, settings, github.clock.now()) !== undefined)
            waits?.({ kind: 'upkeep' });
        return;
    }
    await land(workshop, (base) => prepareCrl(base, base.settings, authority, github.clock.now()));
}

;// CONCATENATED MODULE: ./build/bundle/ca/expiry/expiring.js
// SPDX-License-Identifier: MIT



const expiring_day = 86_400_000;
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
        const bytes = await store.read(certificatePath(record.app));
        if (bytes === undefined || expiring_fingerprintOf(bytes) !== record.fingerprint)
            continue;
        const name = quarterOf(record.notAfter);
        const daysLeft = Math.floor((record.notAfter.getTime() - now.getTime()) / expiring_day);
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
        throw new InputError('bad-usage', `"${within}" is not a number of days.`, { hint: 'Give for example 180d.' });
    }
    return new Date(now.getTime() + Number(days) * expiring_day);
}
function expiring_fingerprintOf(bytes) {
    try {
        return common_certificate/* Certificate */.us.fromPem(Buffer.from(bytes).toString('latin1')).fingerprint;
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/issues.js
// SPDX-License-Identifier: MIT






/** Those of ours under a label, oldest first. */
async function readOwnIssues(github, label, state = 'open') {
    const { octokit, repository, ourselves } = github;
    const all = await octokit.paginate('GET /repos/{owner}/{repo}/issues', {
        ...repository,
        labels: label,
        state,
        per_page: 100,
    });
    return all
        .filter(({ user, pull_request: shown }) => shown === undefined && accountOf(user)?.login === ourselves.login)
        .map(({ number, state: now, title, body }) => ({ number, open: now === 'open', title, body: body ?? '' }))
        .sort((one, other) => one.number - other.number);
}
/**
 * Sees to it that exactly this issue is open. Replicas may both open one; each looks again afterwards, so that whoever was
 * last sees both, and of all that there are the one with the lowest number stays: all replicas choose the same one. That
 * is enough, since an issue of ours mentions nobody; what does is said under a claim.
 * @returns its number, and whether it came into being just now
 */
async function keepIssue(github, issue) {
    const body = cutText(`${markerOf(issue.topic)}\n${issue.body}`);
    const known = await issues_settle(github, issue, body);
    if (known !== undefined)
        return { number: known, isNew: false };
    await ensureLabel(github, issue.label);
    const { octokit, repository } = github;
    const { data } = await octokit.request('POST /repos/{owner}/{repo}/issues', {
        ...repository,
        title: issue.title,
        body,
        labels: [issue.label],
    });
    // another replica may have done the same meanwhile: the first stays
    const first = await issues_settle(github, issue, body);
    return { number: first ?? data.number, isNew: first === undefined || first === data.number };
}
async function closeIssue({ octokit, repository }, number, reason = 'completed') {
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
        ...repository,
        issue_number: number,
        state: 'closed',
        state_reason: reason,
    });
}
/** Makes one right issue of those that are open; undefined: there is none to make it of. */
async function issues_settle(github, { topic, title, label }, body) {
    const marker = markerOf(topic);
    const there = (await readOwnIssues(github, label)).filter((issue) => issue.body.startsWith(marker));
    const [first, ...others] = there;
    for (const { number } of others)
        await closeIssue(github, number, 'not_planned');
    if (first === undefined)
        return undefined;
    if (first.title !== title || first.body.replaceAll('\r\n', '\n').trim() !== body.trim()) {
        const { octokit, repository } = github;
        await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
            ...repository,
            issue_number: first.number,
            title,
            body,
        });
    }
    return first.number;
}
/** A command begins a line. */
const issues_mayHoldCommand = (body) => /^\//m.test(body);
/** The text that an issue opens with; undefined where there is no such issue. */
async function readOpening(github, number) {
    const { octokit, repository } = github;
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
            ...repository,
            issue_number: number,
        });
        const { user, created_at: created, node_id: id } = data;
        const body = data.body ?? '';
        // `updated_at` changes with every comment
        const edited = issues_mayHoldCommand(body) && (await readEdited(github, [id])).has(id);
        return { id: number, kind: 'issue', author: accountOf(user), body, createdAt: new Date(created), edited };
    }
    catch (error) {
        if (hasStatus(error, 404, 410))
            return undefined;
        throw error;
    }
}
/**
 * Open issues of whomever in which there may be a command, latest first: a hundred are enough for what was asked since the
 * last time.
 */
async function listOpenIssues({ octokit, repository }) {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues', {
        ...repository,
        state: 'open',
        sort: 'updated',
        direction: 'desc',
        per_page: 100,
    });
    return data
        .filter(({ pull_request: shown, comments, body }) => {
        return shown === undefined && (comments > 0 || issues_mayHoldCommand(body ?? ''));
    })
        .map(({ number }) => number);
}

;// CONCATENATED MODULE: ./build/bundle/bot/words/expiry-words.js




/** The issue about a certificate that ends; the same every day, so that it is written once. */
function expiryWords(record) {
    const { app, serial, notAfter } = record;
    const id = isPlainId(app) ? app : 'APP_ID';
    const path = requestPath(id);
    return {
        title: `The certificate of ${app} ends on ${text_day(notAfter)}`,
        body: [
            `The certificate ${code((0,x509_serial/* serialText */.S7)(serial))} of ${code(app)} ends on **${text_day(notAfter)}**. From then on the store takes no release that is signed with it.`,
            `To renew it with the same key, open a pull request that changes ${code(requestPath(app))}:`,
            // the same key signs the same request to the same bytes, and a pull request has to change something
            text_block(`openssl req -new -sha256 -key ${id}.key -subj "/CN=${id}" -out ${path}\necho >> ${path}`, 'sh'),
            'Nothing is revoked by that: the old certificate stays valid until it ends, and everything that was released with it can be installed. Register the new certificate in the store only together with the next release: registering another certificate deletes the app’s releases there, also where the key is the same.',
            'This issue is closed when the app has a newer certificate.',
        ].join('\n\n'),
    };
}
/** Once a stage, in that issue. */
function expiryReminder({ record, daysLeft }) {
    const whom = record.requestedBy === undefined ? '' : `${mentionFromLedger(record.requestedBy)}, `;
    return `${whom}the certificate of ${code(record.app)} ends in ${count(daysLeft, 'day')}, on ${text_day(record.notAfter)}.`;
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/warn-of-expiry.js
// SPDX-License-Identifier: MIT








const warn_of_expiry_day = 86_400_000;
/**
 * An issue for each certificate that ends within the first stage, and in it one comment a stage, which mentions whoever
 * asked for the certificate. The issue is closed when the app has a newer one; where a person closes it before, it stays
 * so, and the later stages are told in it all the same.
 */
async function warnOfExpiry(workshop) {
    const { github } = workshop;
    const { settings, repository, commit } = await readBase(github);
    const now = github.clock.now();
    const stages = settings.expiryWarningDays.toSorted((a, b) => b - a);
    const until = new Date(now.getTime() + (stages[0] ?? 0) * warn_of_expiry_day);
    const ending = (await expiring(repository, now, until))
        .flatMap(({ certificates }) => certificates)
        .filter(({ record, daysLeft }) => {
        return daysLeft >= 0 && currentCertificate(repository.ledger, record.app)?.serial === record.serial;
    });
    const issues = await readOwnIssues(github, 'expiry', 'all');
    for (const one of ending)
        await warn(workshop, one, { stages, issues, commit });
    await closeOthers(workshop, ending, issues);
}
const topicOf = ({ record }) => `expiry ${(0,x509_serial/* serialText */.S7)(record.serial)}`;
async function warn({ github }, one, { stages, issues, commit }) {
    const number = await issueOf(github, one, issues);
    const stage = stages.findLast((days) => one.daysLeft <= days);
    if (stage === undefined)
        return;
    // once: how many days are left changes every day, and nobody is told again for that
    await sayOnce(github, number, { topic: `${topicOf(one)} ${stage}`, body: expiryReminder(one) }, commit);
}
/** The issue of a certificate: the open one, else the one that a person closed, else a new one. */
async function issueOf(github, one, issues) {
    const there = issues.filter(({ body }) => body.startsWith(markerOf(topicOf(one))));
    const [first] = there;
    if (first !== undefined && !there.some(({ open }) => open))
        return first.number;
    return (await keepIssue(github, { topic: topicOf(one), label: 'expiry', ...expiryWords(one.record) })).number;
}
/** Renewed, replaced, revoked or over. */
async function closeOthers({ github }, ending, issues) {
    const markers = ending.map((one) => markerOf(topicOf(one)));
    for (const { number, body } of issues.filter(({ open }) => open)) {
        if (!markers.some((marker) => body.startsWith(marker)))
            await closeIssue(github, number);
    }
}

// EXTERNAL MODULE: ./build/bundle/common/serial-map.js
var serial_map = __webpack_require__(6954);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/audit-rule.js
const fromHistory = 'Take the file back from the history of the repository, and find out who changed it.';
const design = 'the ledger, the certificates, the requests and the list say the same, or somebody changed one of them';
/** A rule of the audit: they all have the same source. */
function auditRule(id, severity, message, fix, check) {
    return { id, severity, message, fix, check, source: design };
}
/** Nothing, or one violation. */
function audit_rule_when(broken, violation = {}) {
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
        file: ledgerPath,
    }))),
    auditRule('certificate-unreadable', 'error', 'A certificate cannot be read.', fromHistory, ({ certificates }) => certificates.flatMap(({ path, problem }) => (problem === undefined ? [] : [{ message: problem, file: path }]))),
    auditRule('certificate-unrecorded', 'error', 'Nobody recorded this certificate.', 'Revoke it ("nextcloud-ca revoke 0xSERIAL --unknown --reason unspecified"), and find out who signed it; or restore the ledger.', (subject) => readable(subject).flatMap(({ path, app, content }) => {
        const reserved = subject.ledger.openReservations.some(({ serial }) => serial === (0,x509_serial/* serialText */.S7)(content.serial));
        const known = recordOf(subject, app, content.fingerprint) !== undefined;
        return audit_rule_when(!known && !reserved, {
            message: `Nobody recorded the certificate ${(0,x509_serial/* serialText */.S7)(content.serial)}.`,
            file: path,
            ...(audit_certificate_rules_isAuthority(content) && {
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
        return audit_rule_when(known && !imported && newest?.fingerprint !== content.fingerprint, { file: path });
    })),
    auditRule('certificate-absent', 'error', 'The certificate is absent.', fromHistory, (subject) => {
        const there = new Set(subject.certificates.map(({ app }) => app));
        const absent = [...subject.ledger.apps()].filter((app) => !there.has(app) && needsFile(subject, app));
        if (!subject.ledger.partial)
            return absent.map((app) => ({ message: `The certificate of ${quote(app)} is absent.` }));
        return audit_rule_when(absent.length > 0, {
            severity: 'info',
            message: `${absent.length} apps are absent: the tree is a sample.`,
            fix: 'Nothing needs to be done.',
        });
    }),
    auditRule('certificate-issuer', 'error', 'No trusted authority signed this certificate.', 'Give the right bundle with --trust or --ca, or revoke.', (subject) => ofApps(subject).flatMap(({ path, content }) => {
        const revoked = subject.ledger.revocationOf(content.serial) !== undefined;
        return audit_rule_when(subject.trust.issuerOf(content) === undefined, {
            // of an authority before this one, which nobody trusts any more
            ...(revoked && { severity: 'warning' }),
            file: path,
        });
    })),
    auditRule('certificate-name', 'error', 'The certificate’s common name is not its folder’s.', 'Revoke it, and issue another.', (subject) => ofApps(subject).flatMap(({ path, app, content }) => {
        const wrong = content.commonNames.length !== 1 || content.commonNames[0] !== app || path !== `${app}/${app}.crt`;
        const imported = recordOf(subject, app, content.fingerprint)?.imported ?? false;
        return audit_rule_when(wrong, {
            severity: imported ? 'warning' : 'error',
            message: `The common name of the certificate is ${quote(content.commonNames.join(', '))}.`,
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
        return audit_rule_when(!same, { severity: record?.imported === true ? 'warning' : 'error', file: path });
    })),
    auditRule('certificate-record', 'error', 'The certificate does not say what the ledger says of it.', fromHistory, (subject) => readable(subject).flatMap(({ path, app, content }) => {
        const record = recordOf(subject, app, content.fingerprint);
        if (record === undefined)
            return [];
        const { serial, key, notBefore, notAfter } = record;
        const agrees = serial === content.serial &&
            key === keyHash(content.spki) &&
            notBefore.getTime() === content.notBefore.getTime() &&
            notAfter.getTime() === content.notAfter.getTime();
        return audit_rule_when(!agrees, { file: path });
    })),
    auditRule('certificate-revoked', 'info', 'The certificate is revoked, and still there.', 'Delete the folder, or issue a new certificate.', (subject) => readable(subject).flatMap(({ path, content }) => audit_rule_when(subject.ledger.revocationOf(content.serial) !== undefined, { file: path }))),
    auditRule('serial-twice', 'error', 'A serial was used twice.', 'Revoke the serial: every app that has it needs a new certificate.', ({ ledger }) => duplicates(ledger.certificates()).map(([serial, records]) => {
        const past = records.every(({ imported }) => imported) && ledger.revocationOf(serial) !== undefined;
        const apps = [...new Set(records.map(({ app }) => app))].join(', ');
        return {
            severity: past ? 'warning' : 'error',
            message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)} was used for ${apps}${past ? ', and is revoked' : ''}.`,
            ...(past && { fix: 'Nothing more can be done: see that the apps were certified again.' }),
            file: ledgerPath,
        };
    })),
    auditRule('serial-missing', 'warning', 'A serial was given out, and nobody saw its certificate.', 'Find the certificate, or revoke it: nextcloud-ca revoke 0xSERIAL --unknown --reason unspecified.', ({ ledger }) => gaps(ledger.certificates()).map((serial) => {
        const revoked = ledger.revocationOf(serial) !== undefined;
        return {
            message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)} lies among those that were given out one after another, and nobody recorded its certificate${revoked ? '; it is revoked' : ''}.`,
            ...(revoked && { severity: 'info', fix: 'Nothing needs to be done.' }),
            file: ledgerPath,
        };
    })),
    auditRule('reservation-open', 'warning', 'A run broke off.', 'The next command that writes finishes or voids it.', ({ ledger }) => ledger.openReservations.map(({ serial, app }) => ({
        message: `The serial ${serial} is reserved for ${quote(app)}, and neither issued nor voided.`,
        file: ledgerPath,
    }))),
];
function readable(subject) {
    return subject.certificates.filter((file) => file.content !== undefined);
}
/** All but those of an authority’s own folder, of which `certificate-unrecorded` has said what there is to say. */
function ofApps(subject) {
    return readable(subject).filter(({ app, content }) => !audit_certificate_rules_isAuthority(content) || recordOf(subject, app, content.fingerprint) !== undefined);
}
/** Whether it says that it issues certificates: basicConstraints with cA (RFC 5280 section 4.2.1.9). */
function audit_certificate_rules_isAuthority(content) {
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
    auditRule('crl-absent', 'error', 'There is no revocation list.', 'Run "nextcloud-ca crl".', ({ crl, ledger }) => audit_rule_when(crl === undefined && (ledger.crl !== undefined || ledger.revocations.size > 0), { file: crlPath })),
    auditRule('crl-unreadable', 'error', 'The revocation list cannot be read.', fromHistory, ({ crl }) => crl?.problem === undefined ? [] : [{ message: crl.problem, file: crlPath }]),
    auditRule('crl-signature', 'error', 'No trusted authority signed the revocation list.', 'Give the right bundle with --trust or --ca.', ({ crl, trust }) => {
        const list = crl?.content;
        const signed = list && trust.issuers.some((issuer) => issuer.subject.equals(list.issuer) && list.isSignedBy(issuer));
        return audit_rule_when(signed === false, { file: crlPath });
    }),
    auditRule('crl-number', 'error', 'The number of the revocation list is not the ledger’s last.', fromHistory, ({ crl, ledger, pendingCrl }) => {
        const has = crl?.content?.number;
        const last = ledger.crl === undefined ? undefined : BigInt(ledger.crl.number);
        if (has === undefined || last === undefined || has === last)
            return [];
        const file = crlPath;
        if (has > last)
            return [
                {
                    message: `The list has the number ${has}, the ledger ends with ${last}: its end was cut off.`,
                    file: ledgerPath,
                },
            ];
        // the next run that writes puts it in place
        if (pendingCrl && has === last - 1n)
            return [{ severity: 'warning', message: `The list ${last} waits to be put in place.`, file }];
        return [{ message: `The list has the number ${has}, the ledger’s last is ${last}: it went back.`, file }];
    }),
    auditRule('crl-ledger', 'error', 'The list is another than the one that was recorded under its number.', fromHistory, ({ crl, crlHash, ledger }) => {
        const has = crl?.content?.number;
        return audit_rule_when(has !== undefined && has.toString() === ledger.crl?.number && crlHash !== ledger.crl.sha256, {
            file: crlPath,
        });
    }),
    auditRule('crl-numbers-rise', 'error', 'A CRL number went back.', fromHistory, ({ ledger }) => {
        const numbers = ledger.lines.flatMap((line) => (line.kind === 'crl' ? [BigInt(line.number)] : []));
        return numbers.flatMap((number, at) => audit_rule_when(at > 0 && number <= (numbers[at - 1] ?? 0n), {
            message: `The CRL number ${number} follows ${numbers[at - 1] ?? 0n}.`,
            file: ledgerPath,
        }));
    }),
    auditRule('crl-expired', 'error', 'The revocation list is over.', 'Run "nextcloud-ca crl", and take the list to the store: it refuses every upload.', ({ crl, now }) => {
        const end = crl?.content?.nextUpdate;
        return audit_rule_when(end !== undefined && end <= now, {
            message: `The revocation list ended on ${end?.toISOString() ?? ''}.`,
            file: crlPath,
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
            message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)}${app === undefined ? '' : ` of ${quote(app)}`} is revoked, and not on the list.`,
            file: crlPath,
        }));
    }),
    auditRule('crl-unrecorded', 'error', 'A serial is on the list, and not revoked in the ledger.', fromHistory, ({ crl, ledger }) => [...(crl?.content?.revoked.keys() ?? [])]
        .filter((serial) => ledger.revocationOf(serial) === undefined)
        .map((serial) => ({
        message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)} is on the list, and not revoked in the ledger.`,
        file: crlPath,
    }))),
    auditRule('announcement-due', 'warning', 'An announced revocation is due.', 'Run "nextcloud-ca crl".', ({ ledger, now }) => ledger.announcements
        .filter(({ on }) => on <= now)
        .map(({ serial, app, on }) => ({
        message: `The serial ${(0,x509_serial/* serialText */.S7)(serial)} of ${quote(app)} was to be revoked on ${on.toISOString()}.`,
        file: ledgerPath,
    }))),
];

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/audit.js
// SPDX-License-Identifier: MIT








const auditRules = [...auditCertificateRules, ...auditCrlRules];
/** Proves that ledger, certificates, requests and CRL agree, or says what does not. Changes nothing. */
async function audit({ store, paths, trust, now, anchors = [] }) {
    const ledgerBytes = (await store.read(ledgerPath)) ?? new Uint8Array();
    const { ledger, findings } = audit_readLedger(ledgerBytes);
    const apps = new Set(ledger.apps());
    // a certificate that is gone is looked for as well
    const certificatePaths = new Set([
        ...paths.filter((path) => path.endsWith('.crt')),
        ...[...apps].map(certificatePath),
    ]);
    const certificates = await Promise.all([...certificatePaths].toSorted().map((path) => readOrProblem(store, path, 'certificate')));
    const requests = await Promise.all(certificates.map(({ app }) => readOrProblem(store, requestPath(app), 'request')));
    const crl = await readOrProblem(store, crlPath, 'crl');
    const subject = {
        ledger,
        certificates: certificates.filter(({ content, problem }) => content !== undefined || problem !== undefined),
        requests: new Map(requests.map((request) => [request.app, request])),
        crl: crl.content === undefined && crl.problem === undefined ? undefined : crl,
        crlHash: crl.content && (0,external_node_crypto_.hash)('sha256', crl.content.der, 'hex'),
        pendingCrl: (await store.read(pendingCrlPath)) !== undefined,
        trust,
        now,
        anchors,
        ledgerBytes,
    };
    return (0,finding/* inReadingOrder */.g)([...findings, ...(0,rule/* applyRules */.I)(auditRules, subject)]);
}
/** Where the chain is broken, what stands before that line is audited all the same. */
function audit_readLedger(bytes) {
    const { ledger, torn, problem } = Ledger.parseAsFarAsWhole(bytes, ledgerPath);
    if (problem === undefined)
        return { ledger, findings: [] };
    const { message, hint, line } = problem;
    const place = { file: ledgerPath, ...(line !== undefined && { line }) };
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

;// CONCATENATED MODULE: ./build/bundle/bot/github/audit-check-run.js
// SPDX-License-Identifier: MIT



/** Under this name the audit stands beside a commit of the base branch. */
const auditName = 'certificate audit';
/** What our audit of a commit came to; undefined: it was not audited. */
async function readAuditRun(github, commit) {
    const { octokit, repository, ourselves } = github;
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...repository,
        ref: commit,
        app_id: ourselves.appId,
        check_name: auditName,
        filter: 'latest',
    });
    const conclusion = data.check_runs.find(({ app }) => app?.id === ourselves.appId)?.conclusion;
    return conclusion === 'success' || conclusion === 'failure' ? conclusion : undefined;
}
/** Says beside a commit whether ledger, certificates, requests and list agree there. */
async function writeAuditRun(github, commit, findings) {
    const conclusion = (0,finding/* isOk */.HQ)(findings) ? 'success' : 'failure';
    if ((await readAuditRun(github, commit)) === conclusion)
        return;
    const { octokit, repository } = github;
    await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...repository,
        name: auditName,
        head_sha: commit,
        status: 'completed',
        conclusion,
        output: {
            title: conclusion === 'success' ? 'Everything agrees' : 'Something does not agree',
            summary: cutText(renderMarkdown(findings) || 'Ledger, certificates, requests and CRL say the same.'),
        },
    });
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/first-parents.js
// SPDX-License-Identifier: MIT

/** The commit and those before it, newest first. */
async function* firstParents(github, from, most) {
    const { octokit, repository, ourselves } = github;
    let ref = from;
    for (let count = 0; count < most && ref !== undefined; count++) {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
            ...repository,
            ref,
        });
        const author = accountOf(data.author);
        const isSigned = data.commit.verification?.verified === true;
        yield { sha: data.sha, isOurs: isSigned && author?.isBot === true && author.login === ourselves.login };
        ref = data.parents[0]?.sha;
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/watch-files.js



async function filesAt(github, commit) {
    const objects = objectsOf(github);
    const { tree } = await objects.commit(commit);
    const { entries } = await objects.deepTree(tree);
    return new Map(entries.filter(({ type }) => type === 'blob').map((entry) => [entry.path, entry]));
}
/** Paths at which two commits have something else. */
function changedPaths(then, now) {
    const isSame = (one, other) => one?.sha === other?.sha && one?.mode === other?.mode;
    return [...new Set([...then.keys(), ...now.keys()])].filter((path) => !isSame(then.get(path), now.get(path)));
}
/** The ledger among the files of a commit, which that of every later one has to begin with. */
function anchorsOf(files, commit) {
    const ledger = files.get(ledgerPath);
    return ledger === undefined ? [] : [{ commit, length: ledger.size, blob: ledger.sha }];
}
/** Requests at the same time. */
const watch_files_atOnce = 8;
/** What an audit finds; where a file cannot even be read, say for a symbolic link in its place, then that. */
async function orProblem(work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof BotError) || !['not-a-file', 'too-much-to-read'].includes(error.code))
            throw error;
        const { code, message, hint, file } = error;
        return [{ rule: code, severity: 'error', message, fix: hint, ...(file !== undefined && { file }) }];
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/watch-own.js
// SPDX-License-Identifier: MIT








const keyFix = 'If no replica of the bot did it, somebody has the App’s key: revoke that key at GitHub, take the change back, and audit all.';
/**
 * What commits in our own name brought that the bot would not have: whoever has the App's key can make them too, and
 * GitHub signs those as well. So it is their content that counts, and not their author: each change must be one that the
 * bot makes, and named by the lines that came to the ledger with it.
 *
 * Only what changed is read, so that this costs a dozen calls, where an audit of everything takes two for each app. What
 * did not agree before either is not told again.
 */
async function auditOwn(workshop, before, after) {
    const { github } = workshop;
    const [then, now] = await Promise.all([filesAt(github, before), filesAt(github, after)]);
    const changed = changedPaths(then, now);
    const ledgers = await Promise.all([ledgerAt(workshop, before), ledgerAt(workshop, after)]);
    const told = newLines(...ledgers);
    const strange = changed.flatMap((path) => strangeChange(path, told) ?? []);
    const known = new Set((await auditSome(workshop, before, changed, [])).map(inShort));
    const found = await auditSome(workshop, after, changed, anchorsOf(then, before));
    return [...strange, ...found.filter((finding) => !known.has(inShort(finding)))];
}
/** An audit in which nothing but the ledger, the list and the apps of these paths is there. */
async function auditSome({ github, trust }, commit, changed, anchors) {
    const beside = changed.flatMap((path) => {
        const { app } = appPath.exec(path)?.groups ?? {};
        return app === undefined ? [] : [`${app}/${app}.crt`, `${app}/${app}.csr`];
    });
    const shown = new Set([ledgerPath, crlPath, pendingCrlPath, ...changed, ...beside]);
    const store = new GithubStore(objectsOf(github), commit);
    // into the cache, a few at a time: the audit asks for all of them at once
    await inPortions([...shown], watch_files_atOnce, (path) => store.read(path));
    const some = { read: async (path) => (shown.has(path) ? store.read(path) : undefined) };
    const paths = [...shown].filter((path) => /\.(?:crt|csr)$/.test(path));
    return audit({ store: new MemoryStore(some), paths, trust, now: github.clock.now(), anchors });
}
/** As far as its chain is whole: the audit says where it is not. */
async function ledgerAt({ github }, commit) {
    const bytes = await new GithubStore(objectsOf(github), commit).read(ledgerPath);
    return Ledger.parseAsFarAsWhole(bytes ?? new Uint8Array(), ledgerPath).ledger;
}
function newLines(then, now) {
    const lines = now.lines.slice(then.lineCount);
    return { apps: new Set(lines.flatMap(appsOf)), list: lines.some(({ kind }) => kind === 'crl') };
}
/** A reservation is no word for a certificate: it is for what comes of it. */
function appsOf(line) {
    switch (line.kind) {
        case 'issue':
            return [line.app];
        case 'reserve':
            return line.renamedFrom === undefined ? [] : [line.renamedFrom];
        default:
            return [];
    }
}
const appPath = /^(?<app>[^/]+)\/\k<app>\.(?:crt|csr)$/;
function strangeChange(path, { apps, list }) {
    if (path === ledgerPath)
        return undefined;
    if (path === crlPath || path === pendingCrlPath)
        return list ? undefined : unrecorded(path, 'the list');
    const { app } = appPath.exec(path)?.groups ?? {};
    if (app !== undefined)
        return apps.has(app) ? undefined : unrecorded(path, 'this certificate or request');
    return {
        rule: 'own-commit-elsewhere',
        severity: 'error',
        message: 'The bot’s own account changed a file that the bot never changes.',
        file: path,
        fix: keyFix,
    };
}
function unrecorded(file, what) {
    return {
        rule: 'own-commit-unrecorded',
        severity: 'error',
        message: `The bot’s own account changed ${what}, and no line that came to the ledger with it says so.`,
        file,
        fix: keyFix,
    };
}
function inShort({ rule, file, line, message }) {
    return JSON.stringify([rule, file, line, message]);
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/watch.js
// SPDX-License-Identifier: MIT














/** Pushes that nobody looked at are looked for so many commits back. */
const maxBack = 100;
/**
 * A push to the base branch by somebody else than the bot: where it touches what the bot keeps, all of it is audited. Our
 * own wait for the next reconciliation, which looks at several at once.
 */
async function watch(workshop, push) {
    const { github } = workshop;
    const { before, after, by } = push;
    if (by === github.ourselves.login || isNothing(after))
        return;
    if (isNothing(before))
        return catchUp(workshop, after);
    if (!(await touchesOurs(github, before, after)))
        return;
    // a commit with an audit beside it says that nothing before it is left to look at
    await catchUp(workshop, before);
    await auditPush(workshop, { before, after, isOurs: false });
}
/** The same for pushes whose event was lost, and for those of the bot, or in its name. */
async function watchTip(workshop) {
    const { commit: tip } = await readBase(workshop.github);
    await catchUp(workshop, tip);
    seen.set(workshop.github.caches, tip);
}
/** The tip up to which nothing was left to look at, for as long as this process lives. */
const seen = new WeakMap();
/** Looks at everything that was not audited yet, oldest first: so each audit speaks for all that is before it. */
async function catchUp(workshop, tip) {
    const { github } = workshop;
    const { commits, before } = await commitsSince(github, tip, seen.get(github.caches));
    let last = before;
    for (const [at, { sha: after, isOurs }] of commits.entries()) {
        if (commits[at + 1]?.isOurs === isOurs)
            continue;
        if (isOurs || last === undefined || (await touchesOurs(github, last, after))) {
            await auditPush(workshop, { before: last, after, isOurs });
        }
        last = after;
    }
}
/**
 * What came after a commit that this process has seen; at its beginning, after the last one that has our audit beside it.
 * Whoever has the App's key can write that as well, so what we know ourselves counts more.
 */
async function commitsSince(github, tip, until) {
    const commits = [];
    for await (const commit of firstParents(github, tip, maxBack)) {
        const isLast = until === undefined ? (await readAuditRun(github, commit.sha)) !== undefined : commit.sha === until;
        if (isLast)
            return { commits: commits.toReversed(), before: commit.sha };
        commits.push(commit);
    }
    // the branch was forced to somewhere else
    if (until !== undefined)
        return commitsSince(github, tip, undefined);
    return { commits: commits.toReversed(), before: undefined };
}
async function auditPush(workshop, { before, after, isOurs }) {
    const { github, log } = workshop;
    const isOwn = isOurs && before !== undefined;
    const findings = await orProblem(() => isOwn ? auditOwn(workshop, before, after) : auditAt(workshop, after, before));
    const facts = { before, after, findings: findings.length, ok: (0,finding/* isOk */.HQ)(findings) };
    const what = isOwn ? 'commits in our own name were audited' : 'a push outside of the bot was audited';
    if ((0,finding/* isOk */.HQ)(findings)) {
        log.info(facts, what);
    }
    else {
        log.warn(facts, what);
        await keepIssue(github, {
            topic: `audit ${after}`,
            title: `Audit: commit ${after.slice(0, 12)} does not agree with the ledger`,
            body: `${isOwn ? ownWords(before, after) : otherWords(after)}\n\n${renderMarkdown(findings)}`,
            label: 'alarm',
        });
    }
    // last: where it stands, nobody looks again
    await writeAuditRun(github, after, findings);
}
const otherWords = (after) => `The commit ${after} changed certificates, ledger or CRL outside of the bot, and they do not agree any more.`;
const ownWords = (before, after) => `The commits from ${before} to ${after} were made in the name of the bot’s own account, and hold what the bot does not make.`;
/** Certificates, the ledger, the list. */
async function touchesOurs(github, before, after) {
    const [then, now] = await Promise.all([filesAt(github, before), filesAt(github, after)]);
    return changedPaths(then, now).some((path) => path.endsWith('.crt') || path === ledgerPath || path === crlPath);
}
async function auditAt({ github, trust }, commit, before) {
    const files = await filesAt(github, commit);
    const paths = [...files.keys()].filter((path) => /\.(?:crt|csr)$/.test(path));
    const objects = objectsOf(github);
    // into the cache, a few at a time: the audit asks for all of them at once
    await inPortions(paths, watch_files_atOnce, async (path) => objects.blob(files.get(path)?.sha ?? ''));
    return audit({
        store: new MemoryStore(new GithubStore(objects, commit)),
        paths,
        trust,
        now: github.clock.now(),
        anchors: before === undefined ? [] : anchorsOf(await filesAt(github, before), before),
    });
}
/** Forty zeros: a branch that comes into being, or goes. */
function isNothing(commit) {
    return /^0+$/.test(commit);
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/read-issue.js
// SPDX-License-Identifier: MIT











/** People go on writing while it is read, but not for ever. */
const read_issue_maxRounds = 10;
/**
 * An issue is a place to ask for a revocation: does what enough people ask for there, and answers.
 *
 * Replicas may read one issue at once. Whoever is second to move the base branch prepares anew, over a ledger in which
 * the revocation stands, and finds nothing to do. Of two answers the older comment stays; and since whoever wrote one
 * reads all of it again, the last who writes has seen everything, so that no answer to half of it is left.
 */
async function readIssue(workshop, number) {
    for (let round = 0; round < read_issue_maxRounds; round++)
        if (!(await readOnce(workshop, number)))
            return;
    workshop.log.warn({ issue: number, rounds: read_issue_maxRounds }, 'not settled: left to the reconciliation');
}
/** @returns whether something was written, so that there may be more by now */
async function readOnce(workshop, number) {
    const { github, authority, waits } = workshop;
    const opening = await readOpening(github, number);
    if (opening === undefined)
        return false;
    const { comments: later, own } = await readConversation(github, number);
    const comments = [opening, ...later];
    const { settings, ...base } = await readBase(github);
    const approvers = await readApprovers(github, settings, [], comments);
    const { orders, answers } = await revocationsIn({ comments, approvers, base });
    const help = answersToHelp(comments);
    if (answers.length + help.length === 0)
        return false;
    if (orders.length > 0 && authority === undefined)
        waits?.({ kind: 'upkeep' });
    if (orders.length > 0 && authority !== undefined) {
        await land(workshop, async (now) => {
            const asked = await revocationsIn({ comments, approvers, base: now });
            return prepareRevocations(now, asked.orders, number, authority, github.clock.now());
        });
    }
    const done = await readBase(github);
    const after = await revocationsIn({ comments, approvers, base: done });
    await tellOfRevocations(workshop, done, number);
    const all = [...after.answers, ...help].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    return keepComment(github, number, { topic: 'answers', body: answersWords(all) }, own);
}
/** For events that were lost. */
async function readOpenIssues(workshop) {
    for (const number of await listOpenIssues(workshop.github))
        await readIssue(workshop, number);
}

;// CONCATENATED MODULE: ./build/bundle/bot/upkeep/upkeep.js
// SPDX-License-Identifier: MIT








/** What has its day, whether anybody asks for it or not. */
function upkeep(workshop) {
    return [
        ['pushes that nobody looked at', () => watchTip(workshop)],
        ['revocations that issues ask for', () => readOpenIssues(workshop)],
        ['revocations that their holders were not told of', () => tellOfAll(workshop)],
        ['announced revocations', () => keepAnnouncements(workshop)],
        ['the CRL', () => keepCrl(workshop)],
        ['copies of the CRL', () => keepCopies(workshop)],
        ['certificates that end', () => warnOfExpiry(workshop)],
    ];
}
async function tellOfAll(workshop) {
    await tellOfRevocations(workshop, await readBase(workshop.github));
}

;// CONCATENATED MODULE: ./build/bundle/bot/reconcile.js
// SPDX-License-Identifier: MIT









/** GitHub asks to be asked one after the other; a few at a time are no burden. */
const atATime = 4;
/**
 * Does what missed events left undone: every open pull request is looked at, and every one that was signed and not seen
 * to its end; then what has its day. What fails is left for the next time, and keeps nothing else waiting.
 * @param look at a pull request, in line with the looks that events ask for
 * @throws BotError `left-undone` where something failed
 */
async function reconcile(workshop, look) {
    const { github, log } = workshop;
    const failed = [];
    const attempt = async (what, work) => {
        try {
            await work();
        }
        catch (error) {
            failed.push(what);
            log.error({ ...errorFacts(error), what }, 'the reconciliation left something undone');
        }
    };
    const open = await listOpen(github);
    const numbers = open.map(({ number }) => number);
    // settings or a ledger that cannot be read: those that are open are told so all the same
    await attempt('pull requests that were closed', async () => void numbers.push(...(await unfinished(workshop))));
    await inPortions(numbers, atATime, (number) => attempt(`pull request ${number}`, () => look(number)));
    await attempt('the teams that may approve', () => warnOfTeams(workshop));
    for (const [what, work] of upkeep(workshop))
        await attempt(what, work);
    log.info({ pullRequests: numbers.length, failed: failed.length }, 'reconciled');
    if (failed.length === 0)
        return;
    throw new BotError('left-undone', `Not all could be done: ${failed.join(', ')}.`, {
        hint: 'The log says why; the next reconciliation tries again.',
    });
}
/** Closed, and not brought to its end: issued without the label that is set last, or not, with one that comes off then. */
async function unfinished({ github }) {
    const { ledger } = (await readBase(github)).repository;
    return (await listLatelyClosed(github))
        .filter(({ number, labels }) => {
        const has = (label) => labels.some((name) => isLabel(name, label));
        if (ledger.issuedFor(number) !== undefined)
            return !has('signed');
        return has('needs changes') || has('ready to approve') || has('replaces a certificate');
    })
        .map(({ number }) => number);
}

;// CONCATENATED MODULE: ./build/bundle/bot/bot.js







/**
 * Looks at the same time. Each has up to eight calls on their way, and GitHub refuses more than a hundred (REST
 * documentation, "Rate limits": concurrent requests). Fewer looks cost more each: what waits for libxml2 at the same time
 * shares its start (60 pull requests at once, by the processor: 8 looks 220 ms each, 16 looks 142, 24 looks 129).
 */
const looksAtOnce = 12;
/** The bot of one certificate repository: told to look somewhere, it looks there and does what follows. */
class Bot {
    workshop;
    #line = new OneAtATime();
    /** by number of the pull request; apart from the others, since a reconciliation waits for them */
    #looks = new OneAtATime(looksAtOnce);
    /** who pushed which head, until a look has written it into the check run */
    #pushed = new Map();
    constructor(workshop) {
        this.workshop = workshop;
    }
    /** of our App's account */
    get login() {
        return this.workshop.github.ourselves.login;
    }
    /** Resolves when it is done; rejects where GitHub failed, and then the next reconciliation does it. */
    async do(intent) {
        switch (intent.kind) {
            case 'look':
                return this.#look(intent.pullRequest, intent.pushed);
            case 'look-at-head': {
                const numbers = await pullRequestsOfHead(this.workshop.github, intent.sha);
                await Promise.all(numbers.map((number) => this.#look(number)));
                return;
            }
            case 'read-issue':
                return this.#line.run(`issue ${intent.issue}`, () => readIssue(this.workshop, intent.issue));
            case 'watch': {
                const { defaultBranch } = await repositoryFacts(this.workshop.github);
                if (intent.ref !== `refs/heads/${defaultBranch}`)
                    return;
                return this.#line.run('watch', () => watch(this.workshop, intent));
            }
            case 'reconcile':
                return this.#line.run('reconcile', () => reconcile(this.workshop, (number) => this.#look(number)));
            case 'nothing':
        }
    }
    /** When everything that was begun has ended. */
    async idle() {
        while (!this.#line.isIdle || !this.#looks.isIdle)
            await Promise.all([this.#line.idle(), this.#looks.idle()]);
    }
    #look(number, pushed) {
        if (pushed !== undefined)
            this.#pushed.set(number, pushed);
        return this.#looks.run(number, async () => {
            const latest = this.#pushed.get(number);
            await look(this.workshop, number, latest);
            if (this.#pushed.get(number) === latest)
                this.#pushed.delete(number);
        });
    }
}

// EXTERNAL MODULE: ./node_modules/@octokit/auth-app/dist-node/index.js + 9 modules
var dist_node = __webpack_require__(6479);
// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 16 modules
var dist_src = __webpack_require__(7432);
// EXTERNAL MODULE: ./build/bundle/src/app/app-error.js
var app_error = __webpack_require__(7729);
// EXTERNAL MODULE: ./build/bundle/src/app/app-identity.js
var app_identity = __webpack_require__(9477);
// EXTERNAL MODULE: ./build/bundle/src/app/judge-xml.js + 15 modules
var judge_xml = __webpack_require__(983);
;// CONCATENATED MODULE: ./build/bundle/bot/info-xml-judge.js
// SPDX-License-Identifier: MIT





/** A run of libxml2 takes a quarter of a second by itself, and a hundredth more for each document (measured). */
const mostAtOnce = 50;
/** Judges files as they come, those that wait for the same run of libxml2 together, and each content once. */
class InfoXmlJudge {
    judge;
    #known = new BoundedCache({ limit: 1000 });
    #waiting = [];
    #running = false;
    constructor(judge = judge_xml/* judgeXml */.r) {
        this.judge = judge;
    }
    /** @param bytes of a stranger's file */
    async verdictOn(bytes) {
        return this.#known.get((0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'), async () => {
            const id = idIn(bytes);
            if (typeof id !== 'string')
                return id;
            const judgement = await new Promise((resolve, reject) => {
                this.#waiting.push({ bytes, resolve, reject });
                void this.#run();
            });
            const refusals = judgement?.refusals.filter(({ stage }) => stage === 'archive' || stage === 'metadata') ?? [];
            return { kind: 'read', id: judgement?.id ?? id, refusals: refusals.map(info_xml_judge_textOf) };
        });
    }
    async #run() {
        if (this.#running)
            return;
        this.#running = true;
        for (let batch = this.#take(); batch.length > 0; batch = this.#take())
            await this.#judge(batch);
        this.#running = false;
    }
    #take() {
        return this.#waiting.splice(0, mostAtOnce);
    }
    async #judge(batch) {
        try {
            const documents = batch.map(({ bytes }) => ({ kind: 'info', file: 'appinfo/info.xml', bytes }));
            const judgements = await this.judge(documents);
            batch.forEach(({ resolve }, index) => resolve(judgements[index]));
        }
        catch (error) {
            // nobody shall have no verdict because of somebody else's file
            if (batch.length === 1)
                batch[0]?.reject(error);
            else
                for (const one of batch)
                    await this.#judge([one]);
        }
    }
}
function idIn(bytes) {
    try {
        return (0,app_identity/* readAppIdentity */.m)(bytes).id;
    }
    catch (error) {
        if (error instanceof app_error/* AppError */.u)
            return { kind: 'unreadable', why: error.message };
        throw error;
    }
}
/** The store's answers are an array of one text or an object with a text; a crash has none. */
function info_xml_judge_textOf({ body, status }) {
    const text = Array.isArray(body) ? body[0] : body?.detail;
    return typeof text === 'string' ? text : `the store answers ${status}`;
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/caches.js
// SPDX-License-Identifier: MIT



const second = 1000;
const caches_minute = 60 * second;
/** What one process remembers of one certificate repository: nothing that it could not ask for again. */
class GithubCaches {
    objects = new ObjectCache();
    /** by name of the repository */
    facts;
    /** by account and settings: may approve */
    approvers;
    /** the list of all that are open */
    open;
    /** by head commit: what a pull request changes */
    filesOfHead = new BoundedCache({ limit: 2000 });
    /** by account id: number of the first pull request, which stays the first */
    firstPullRequests = new BoundedCache({ limit: 10_000 });
    /** by repository and account */
    relations;
    /** by address of the store: ids of the apps that it shows */
    storeIds;
    /** by commit of the base branch */
    bases = new BoundedCache({ limit: 4 });
    /** the same: moduli of the keys that are certified there */
    certifiedModuli = new BoundedCache({ limit: 4 });
    /** by hash of the key, which the ledger names in memory too; undefined: its certificate cannot be read */
    modulusOfKey = new Map();
    infoXml = new InfoXmlJudge();
    /** names of labels that are there */
    labels = new BoundedCache({ limit: 100 });
    /** @param now milliseconds since 1970, for what gets old */
    constructor(now = Date.now) {
        this.facts = new BoundedCache({ limit: 4, maxAgeMs: 10 * caches_minute, now });
        this.approvers = new BoundedCache({ limit: 1000, maxAgeMs: 30 * second, now });
        this.relations = new BoundedCache({ limit: 5000, maxAgeMs: 10 * caches_minute, now });
        this.storeIds = new BoundedCache({ limit: 4, maxAgeMs: 5 * caches_minute, now });
        this.open = new BoundedCache({ limit: 1, maxAgeMs: caches_minute, now });
    }
}

// EXTERNAL MODULE: ./build/bundle/common/retry.js
var retry = __webpack_require__(754);
;// CONCATENATED MODULE: ./build/bundle/bot/github/retrying.js




/** a blob of 32 MiB in base64, and room */
const retrying_maxBytes = 64 * 1024 * 1024;
const longestWaitMs = 60_000;
const retrying_policy = {
    attempts: { broken: 4, limited: 4 },
    budgetMs: 150_000,
    firstWaitMs: 500,
    maxWaitMs: 8_000,
};
/**
 * A plugin for octokit: every call that does no harm when it is done twice is done again where GitHub or the way to it
 * fails, and every call where GitHub asks for a minute's patience at most. What is left is a BotError.
 *
 * It takes the place of Probot's own plugins, which repeat comments after a 502 (so that there are two) and put a second
 * between any two writes: `ProbotOctokit.plugin(retrying()).defaults({ retry: { enabled: false }, throttle: { enabled: false } })`.
 */
function retrying(world = { clock: clock/* systemClock */.m, random: Math.random }) {
    return (octokit) => {
        octokit.hook.wrap('request', async (request, options) => {
            const { attemptMs = 30_000 } = world;
            const call = describe(options);
            const attempt = async () => {
                try {
                    // in place: what is handed on is not what the next hook gets (before-after-hook 4 binds the first options)
                    const signal = AbortSignal.timeout(attemptMs);
                    options.request = { ...options.request, signal, parseSuccessResponseBody: false };
                    const answer = await request(options);
                    return { answer: { ...answer, data: await readBody(call, answer) } };
                }
                catch (error) {
                    return failureOf(call, error);
                }
            };
            const judge = ({ failure, waitMs }) => {
                if (waitMs !== undefined)
                    return waitMs <= longestWaitMs ? { again: true, kind: 'limited', waitMs } : stop;
                const isBrokenWay = failure instanceof BotError && ambiguous.has(failure.code);
                return isBrokenWay && isRepeatable(options) ? { again: true, kind: 'broken' } : stop;
            };
            const { answer, failure } = await (0,retry/* retry */.L)(attempt, judge, retrying_policy, world);
            if (answer === undefined)
                throw failure;
            return answer;
        });
        return {};
    };
}
const stop = { again: false };
/** Then nobody knows whether GitHub did what it was asked for. */
const ambiguous = new Set(['github-unreachable', 'github-failed']);
/**
 * Objects of git are named by their content, so that making one twice is making it once, and of an installation's tokens
 * there may be many. Other POSTs make a second comment, run or label; and a PATCH of a check run adds its annotations each
 * time.
 */
function isRepeatable({ method, url, query }) {
    // GraphQL is a POST throughout; what begins so changes nothing
    if (url.endsWith('/graphql') && typeof query === 'string' && query.startsWith('query'))
        return true;
    if (method === 'POST')
        return /\/(?:git\/(?:blobs|trees|commits)|access_tokens)$/.test(url);
    return method !== 'PATCH' || !url.includes('/check-runs/');
}
/** Without query, headers and host: nothing of it is a secret. */
function describe(options) {
    const filled = options.url.replace(/\{(\w+)\}/g, (placeholder, name) => {
        const value = options[name];
        return typeof value === 'string' || typeof value === 'number' ? String(value) : placeholder;
    });
    const path = URL.canParse(filled) ? new URL(filled).pathname : filled;
    return { method: options.method, path: (0,printable/* printable */.g)(path) };
}
/**
 * The answer's content. Octokit itself makes an empty text of JSON where the connection breaks in the middle of it, and
 * takes nine times as long as the platform to read it (5 ms for a folder of 900, Node 20): integers beyond 2^53, for which
 * it does so, are nowhere in what we read.
 */
async function readBody(call, { data, headers, status }) {
    if (status === 204 || data === undefined || data === null || typeof data !== 'object')
        return data;
    try {
        const text = await readText(data);
        return String(headers['content-type']).startsWith('application/json') ? JSON.parse(text) : text;
    }
    catch (cause) {
        throw retrying_broken(call, 'the answer ended before its end', cause);
    }
}
async function readText(body) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > retrying_maxBytes)
            throw new Error(`more than ${retrying_maxBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function retrying_broken({ method, path }, why, cause) {
    return new BotError('github-unreachable', `${method} ${path}: ${why}.`, {
        hint: 'Nothing is lost: the pull request is looked at again. If it stays so, see whether GitHub can be reached.',
        cause,
    });
}
function failureOf(call, error) {
    if (error instanceof BotError)
        return { failure: error };
    const answer = answerIn(error);
    // a request that never became one: a mistake in this program, or the App's key could not be read
    if (answer === undefined)
        return { failure: isRequestError(error) ? retrying_broken(call, retrying_reasonOf(error), error) : error };
    const { status, headers } = answer;
    const waitMs = waitOf(answer);
    const limited = waitMs !== undefined;
    const id = headers['x-github-request-id'];
    const said = (0,printable/* printable */.g)(messageIn(answer.data));
    const asked = `${call.method} ${call.path}`;
    const message = `${asked}: GitHub answered ${status}${said === '' ? '' : ` "${said}"`}${id === undefined ? '' : ` (request ${id})`}.`;
    const code = limited ? 'rate-limited' : codeOf(status);
    return { failure: new BotError(code, message, { hint: hints[code], status, cause: error }), waitMs };
}
function codeOf(status) {
    if (status >= 500)
        return 'github-failed';
    if (status === 401 || status === 403)
        return 'not-permitted';
    if (status === 404 || status === 410)
        return 'not-found';
    return 'request-refused';
}
const hints = {
    'github-failed': 'Nothing is lost: the pull request is looked at again. See https://www.githubstatus.com.',
    'rate-limited': 'Nothing is lost: the pull request is looked at again when GitHub answers once more.',
    'not-permitted': 'See which permissions docs/bot.md asks for, and whether the App’s owner has accepted them all.',
    'not-found': 'See whether it is still there, and whether the App is installed on that repository.',
    'request-refused': 'Nothing is lost: the pull request is looked at again. If it stays so, this is a mistake in the bot.',
};
function isRequestError(error) {
    return error instanceof Error && 'status' in error;
}
function answerIn(error) {
    if (!isRequestError(error) || !('response' in error))
        return undefined;
    return error.response;
}
/**
 * How long GitHub asks to wait; undefined where it is not about limits (REST documentation, "Rate limits"): retry-after in
 * seconds; or nothing remains until x-ratelimit-reset, by GitHub's clock; a secondary limit without either asks for "at
 * least one minute".
 */
function waitOf({ status, headers, data }) {
    if (status !== 403 && status !== 429)
        return undefined;
    const after = Number(headers['retry-after'] ?? NaN);
    if (Number.isFinite(after))
        return after * 1000;
    if (String(headers['x-ratelimit-remaining']) === '0') {
        const reset = Number(headers['x-ratelimit-reset'] ?? NaN) * 1000;
        const now = Date.parse(String(headers.date));
        // a second more: the limit ends within that second
        if (Number.isFinite(reset) && Number.isFinite(now))
            return Math.max(0, reset - now) + 1000;
    }
    return status === 429 || /secondary rate limit/i.test(messageIn(data)) ? longestWaitMs : undefined;
}
function messageIn(data) {
    const isMessage = typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string';
    return isMessage ? data.message.slice(0, 300) : '';
}
function retrying_reasonOf({ cause, message }) {
    const isLate = typeof cause === 'object' && cause !== null && 'name' in cause && cause.name === 'TimeoutError';
    if (isLate)
        return 'no answer in time';
    return message === '' ? 'no answer' : (0,printable/* printable */.g)(message);
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/app-client.js
// SPDX-License-Identifier: MIT





const quiet = () => undefined;
/** octokit calls every 404 an error, also where that is the answer; what goes wrong is logged where it is known to be. */
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
/** Our App on GitHub: who it is, and where it is installed. */
class AppClient {
    identity;
    #client;
    #ourselves;
    constructor(identity) {
        this.identity = identity;
        const { appId, privateKey } = identity;
        this.#client = this.#clientWith({ appId, privateKey });
    }
    /** @throws BotError `not-permitted` where the key is not the App's */
    ourselves() {
        this.#ourselves ??= this.#client.request('GET /app').then(({ data }) => {
            if (data === null)
                throw new Error('GitHub knows no App by this key');
            return { appId: data.id, login: `${data.slug ?? ''}[bot]` };
        });
        return this.#ourselves;
    }
    /** Every repository that the App may work in. */
    async repositories() {
        const installations = await this.#client.paginate('GET /app/installations', { per_page: 100 });
        const lists = await Promise.all(installations.map(({ id }) => this.#installed(id).paginate('GET /installation/repositories', { per_page: 100 })));
        return lists.flat().map(({ owner, name }) => ({ owner: owner.login, repo: name }));
    }
    /** The App in this repository; undefined where it is not installed there. */
    async in(repository) {
        const { clock } = this.identity;
        try {
            const { data } = await this.#client.request('GET /repos/{owner}/{repo}/installation', { ...repository });
            return {
                octokit: this.#installed(data.id),
                repository,
                ourselves: await this.ourselves(),
                clock,
                caches: new GithubCaches(() => clock.now().getTime()),
            };
        }
        catch (error) {
            if (hasStatus(error, 404))
                return undefined;
            throw error;
        }
    }
    /** Tokens of an installation last an hour, and are made again before they end. */
    #installed(installationId) {
        const { appId, privateKey } = this.identity;
        return this.#clientWith({ appId, privateKey, installationId });
    }
    #clientWith(auth) {
        const { apiUrl, clock, random } = this.identity;
        const Plugged = dist_src/* Octokit */.E.plugin(retrying({ clock, random }));
        return new Plugged({ authStrategy: dist_node/* createAppAuth */.K, auth, baseUrl: apiUrl, userAgent: 'nextcloud-ca', log });
    }
}

;// CONCATENATED MODULE: ./build/bundle/bot/github/certificate-repository.js
// SPDX-License-Identifier: MIT



const hint = 'Name it: CERTIFICATE_REPOSITORY=OWNER/NAME, and install the App on it.';
/**
 * The repository that the bot looks after: the named one, else the only one that the App is installed on, else the only
 * one of these with a ledger.
 * @throws BotError `no-repository`
 */
async function certificateRepository(app, named) {
    const names = named === undefined ? await app.repositories() : [named];
    const found = (await Promise.all(names.map((name) => app.in(name)))).filter((github) => github !== undefined);
    const [only, ...others] = found.length > 1 ? await withLedger(found) : found;
    if (only !== undefined && others.length === 0)
        return only;
    const text = names.map(({ owner, repo }) => `${owner}/${repo}`).join(', ');
    if (named !== undefined)
        throw new BotError('no-repository', `The App is not installed on ${text}.`, { hint });
    const what = text === '' ? 'The App is installed on no repository' : `The App is installed on ${text}`;
    throw new BotError('no-repository', `${what}: which one certificates are in, is not known.`, { hint });
}
async function withLedger(candidates) {
    const answers = await Promise.all(candidates.map(async (github) => {
        const { repository } = await readBase(github);
        return (await repository.store.read(ledgerPath)) !== undefined;
    }));
    return candidates.filter((_, index) => answers[index]);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/earlier-certificate.js






const earlier_certificate_day = 24 * 60 * 60 * 1000;
/**
 * A certificate repository in which the app was certified nearly 3,750 days ago, with this key. Rules about new names hold
 * for ids that were never certified; apps with names that nobody gets any more go on with a renewal.
 */
async function earlierCertificate(appId, request, { issuer, signer, profile }) {
    const now = new Date();
    const notBefore = new Date(now.getTime() - (profile.validityDays - 100) * earlier_certificate_day);
    const serial = (0,x509_serial/* randomSerial */.YG)(() => false);
    const certificate = await issueCertificate({ request, appId, profile, issuer, signer, serial, notBefore });
    const lines = Ledger.parse(new Uint8Array()).append([
        { kind: 'import', partial: false, certificates: 1, revocations: 0 },
        {
            kind: 'issue',
            serial: (0,x509_serial/* serialText */.S7)(serial),
            app: appId,
            key: keyHash(request.spki),
            fingerprint: certificate.fingerprint,
            notBefore: timeText(certificate.notBefore),
            notAfter: timeText(certificate.notAfter),
            imported: true,
        },
    ], notBefore);
    return {
        // as somebody's editor left it at the time: the renewal is a change of the file
        [requestPath(appId)]: `${request.toPem()}\n`,
        [certificatePath(appId)]: certificate.toPem(),
        [ledgerPath]: Buffer.from(lines).toString('utf8'),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/rehearsal-error.js
// SPDX-License-Identifier: MIT

const rehearsal_error_codes = {
    'request-refused': 'refused',
    'not-judged': 'refused',
    'not-listed': 'refused',
    'not-code-signed': 'refused',
    'revoked-yet-installed': 'refused',
};
/** A part of the circle answered otherwise than it must. */
class RehearsalError extends coded_error/* CodedError */.A {
    constructor(code, message, details) {
        super(code, rehearsal_error_codes[code], message, details);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/certification.js
















const ourFault = 'This is a fault of the program: please report it.';
const branch = 'certificate';
/** The certificate repository of a rehearsal, and how a developer gets a certificate there and loses it again. */
class Certification {
    community;
    bot;
    authority;
    say;
    constructor(community, bot, authority, say) {
        this.community = community;
        this.bot = bot;
        this.authority = authority;
        this.say = say;
    }
    /** The bot, on this GitHub, with this authority. */
    static async open(community, authority, say) {
        const { github, app, appKey, people } = community;
        const { owner, name, defaultBranch } = github.repository;
        await people.maintainer.push({
            to: `${owner}/${name}`,
            branch: defaultBranch,
            files: { 'authority/bot.yml': 'approvers:\n  permission: maintain\n' },
        });
        const client = new AppClient({
            appId: app.id,
            privateKey: appKey,
            apiUrl: github.api,
            clock: clock/* systemClock */.m,
            random: Math.random,
        });
        const bot = new Bot({
            github: await certificateRepository(client, undefined),
            authority: authority.authority,
            trust: authority.trust,
            log: { info: () => undefined, warn: () => undefined, error: () => undefined },
            random: Math.random,
            // whatever GitHub does later, the rehearsal is over by then
            later: () => undefined,
            elsewhere: (repository) => client.in(repository),
        });
        return new Certification(community, bot, authority, say);
    }
    /**
     * Pull request, verdict, fix, approval, certificate.
     * @param repositoryUrl where the app's sources are
     */
    async certify(appId, repositoryUrl) {
        const { requester, maintainer } = this.community.people;
        const key = await (0,encrypted_key/* generateRsaKey */.$)(4096);
        const request = await (0,create_request/* createRequest */.W)(new pem_signer/* PemSigner */.D(key), appId);
        await this.#rememberIfNeeded(appId, request);
        const title = `Request a certificate for ${appId}`;
        const files = { [requestPath(appId)]: request.toPem() };
        const { number, head } = await requester.propose({ branch, files, title, message: `${title}\n` });
        this.say('pull request', `#${number} asks for a certificate: RSA-4096, CN = ${appId}`);
        const first = await this.#look(number, requester, head);
        this.say('verdict', `${first.conclusion}: ${first.title}`);
        const [email = ''] = requester.user.emails;
        const author = requester.user.name ?? requester.user.login;
        const message = `${title}\n\nSigned-off-by: ${author} <${email}>\n`;
        const { repository } = this.community.github;
        const from = `${this.#name}#${repository.defaultBranch}`;
        const mended = await requester.push({ branch, files, message, from, force: true });
        await requester.edit(number, { body: repositoryUrl });
        const second = await this.#look(number, requester, mended);
        if (second.conclusion === 'action_required') {
            throw new RehearsalError('request-refused', `The bot refuses the request for ${appId}: ${second.title}.`, {
                hint: second.summary,
            });
        }
        this.say('fix', `signed off, and the repository linked: ${second.title}`);
        await maintainer.comment(number, `/sign ${mended} the rehearsal`);
        this.say('approval', `a maintainer approves the commit ${mended.slice(0, 12)}`);
        await this.bot.do({ kind: 'look', pullRequest: number });
        const certificate = await this.#certificate(appId);
        const until = certificate.notAfter.toISOString().slice(0, 10);
        this.say('certificate', `serial ${certificate.serial.toString(16)}, until ${until}, in one commit with the ledger`);
        return { key, certificate };
    }
    /** The list as it stands in the repository; the bot makes the first one when it reconciles. */
    async crl() {
        await this.bot.do({ kind: 'reconcile' });
        return this.#crl();
    }
    /** Two maintainers ask for it in an issue: the bot revokes, and the list is in the same commit. */
    async revoke(appId) {
        const { maintainer, second, requester } = this.community.people;
        const issue = await requester.openIssue(`The key of ${appId} leaked`, 'It was in a release.');
        for (const person of [maintainer, second])
            await person.comment(issue, `/revoke ${appId} keyCompromise it leaked`);
        await this.bot.do({ kind: 'read-issue', issue });
        return this.#crl();
    }
    get #name() {
        const { owner, name } = this.community.github.repository;
        return `${owner}/${name}`;
    }
    /** An id that is refused as a new one: the app has it since long ago. */
    async #rememberIfNeeded(appId, request) {
        const file = new RequestFile(requestPath(appId), Buffer.from(request.toPem()));
        const knowledge = Ledger.parse(new Uint8Array());
        const { findings } = review({
            file,
            policy: policy/* defaultPolicy */.G4,
            now: new Date(),
            repository: { path: file.path, knowledge },
        });
        const isRefused = ({ rule, severity }) => severity === 'error' && rule.startsWith('id-');
        if (!findings.some(isRefused))
            return;
        const { github, people } = this.community;
        await people.maintainer.push({
            to: this.#name,
            branch: github.repository.defaultBranch,
            files: await earlierCertificate(appId, request, this.authority.authority),
        });
        this.say('renewal', `nobody gets the name ${appId} any more; it was certified before, and that ends in 100 days`);
    }
    /** What GitHub would tell the bot of, and the check run that comes of it. */
    async #look(number, { user }, head) {
        await this.bot.do({ kind: 'look', pullRequest: number, pushed: { head, by: user.id } });
        const { check_runs: runs } = await this.community.people.maintainer.must('GET', `commits/${head}/check-runs`);
        const [run] = runs;
        if (run === undefined)
            throw new RehearsalError('not-judged', 'The bot said nothing.', { hint: ourFault });
        return { conclusion: run.conclusion, ...run.output };
    }
    async #certificate(appId) {
        const path = certificatePath(appId);
        return common_certificate/* Certificate */.us.fromPem((await this.#file(path)).toString('latin1'), path);
    }
    async #crl() {
        return crl/* CertificateRevocationList */.k.from(await this.#file(crlPath));
    }
    async #file(path) {
        const { maintainer } = this.community.people;
        const { content } = await maintainer.must('GET', `contents/${path}`);
        return Buffer.from(content, 'base64');
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/answer.js
// SPDX-License-Identifier: MIT
function json(status, value, headers = {}) {
    return {
        status,
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body: Buffer.from(JSON.stringify(value)),
    };
}
const noContent = { status: 204 };
function redirect(location) {
    return { status: 302, headers: { location } };
}
/** An error in GitHub's shape: `{message, documentation_url, status}`, and `errors`: fields at fault, at a few routes texts. */
function problem(status, message, errors) {
    return json(status, {
        message,
        ...(errors && { errors }),
        documentation_url: 'https://docs.github.com/rest',
        status: String(status),
    });
}
const notFound = problem(404, 'Not Found');
function validationFailed(...errors) {
    return problem(422, 'Validation Failed', errors);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/app.js
function includesLevel(given, wanted) {
    const levels = [undefined, 'read', 'write', 'admin'];
    return levels.indexOf(given) >= levels.indexOf(wanted);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/people.js
// SPDX-License-Identifier: MIT
const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];
function atLeast(role, wanted) {
    return roles.indexOf(role) >= roles.indexOf(wanted);
}
/** The higher of two roles. */
function higher(one, other) {
    return atLeast(one, other) ? one : other;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/access.js
// SPDX-License-Identifier: MIT



const badCredentials = problem(401, 'Bad credentials');
const requiresAuthentication = problem(401, 'Requires authentication');
const notForIntegrations = problem(403, 'Resource not accessible by integration');
/**
 * Who a request comes from, by its Authorization header: `token`, `Bearer`, or `Basic` with the token as the password.
 * `bad` where a token is given that nobody has, or that has expired.
 */
function actorOf(authorization, state) {
    if (authorization === undefined)
        return undefined;
    const actor = state.actors.get(tokenIn(authorization) ?? '');
    if (actor === undefined)
        return 'bad';
    return actor.installation !== undefined && actor.expiresAt <= state.now() ? 'bad' : actor;
}
function tokenIn(authorization) {
    const [, scheme = '', value = ''] = /^(token|bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
    if (scheme.toLowerCase() !== 'basic')
        return value;
    return Buffer.from(value, 'base64').toString('utf8').split(':')[1];
}
/**
 * What a person may do in a repository: the most of what everyone may, what he may as its collaborator, through his teams,
 * and as a member or an owner of its organisation.
 */
function roleOf(user, repository) {
    const everyone = repository.private ? 'none' : 'read';
    const role = higher(repository.collaborators.get(user.id) ?? 'none', everyone);
    const member = repository.organization?.members.get(user.id);
    if (repository.organization === undefined || member === undefined)
        return role;
    if (member.role === 'admin')
        return 'admin';
    return [...repository.organization.teams.values()]
        .filter(({ members }) => members.get(user.id)?.state === 'active')
        .reduce((best, { roles }) => higher(best, roles.get(repository.id) ?? 'none'), higher(role, repository.organization.baseRole));
}
/** True where an App is installed on the repository. */
function access_isReachable(installation, repository) {
    const { account, repositories } = installation;
    return account.id === repository.account.id && (repositories === 'all' || repositories.has(repository.id));
}
/** True where a token is for an App that is installed on the repository, and was not narrowed to others. */
function reaches({ installation, repositories }, repository) {
    return access_isReachable(installation, repository) && (repositories === 'all' || repositories.has(repository.id));
}
/** The repository that a call names, for reading: a private one does not exist for whoever has no rights there. */
function access_readable(call) {
    const { owner = '', name = '' } = call.params;
    const repository = call.state.repository(owner, name);
    if (repository?.private !== true)
        return repository;
    const { actor } = call;
    if (actor === undefined)
        return undefined;
    if (actor.installation !== undefined)
        return reaches(actor, repository) ? repository : undefined;
    return roleOf(actor.user, repository) === 'none' ? undefined : repository;
}
/** True where the caller may push to the repository (`contents: write` for an App). */
function mayPush(actor, repository) {
    return may(actor, repository, { role: 'write', anyOf: [{ contents: 'write' }] });
}
function may(actor, repository, right) {
    if (actor === undefined)
        return false;
    if (actor.installation === undefined)
        return atLeast(roleOf(actor.user, repository), right.role);
    const { permissions } = actor;
    return (reaches(actor, repository) &&
        right.anyOf.some((set) => Object.entries(set).every(([name, level]) => includesLevel(permissions[name], level))));
}
/** The refusal for a call that may not do it, or undefined. Whoever may not see a repository is told that it is not there. */
function refusal(call, right) {
    const repository = access_readable(call);
    if (repository === undefined)
        return notFound;
    const { actor } = call;
    if (actor === undefined)
        return requiresAuthentication;
    if (may(actor, repository, right))
        return undefined;
    return actor.installation === undefined ? notFound : notForIntegrations;
}
/** The refusal for a call that may not push, or undefined. */
function writeRefusal(call) {
    return refusal(call, { role: 'write', anyOf: [{ contents: 'write' }] });
}
/**
 * What a route demands, looked at before its handler runs. Reading a public repository needs nothing ("can be used
 * without authentication … if only public resources are requested", REST documentation, at each such route).
 */
function routeRefusal(route, call) {
    const { needs } = route;
    if (needs === undefined)
        return undefined;
    const repository = access_readable(call);
    if (repository === undefined)
        return notFound;
    const reading = route.method === 'GET' || route.method === 'HEAD';
    if (reading && !repository.private && needs.signedIn !== true)
        return undefined;
    return refusal(call, { role: needs.role ?? (reading ? 'read' : 'write'), anyOf: needs.anyOf });
}
/** Drafts are there only for whoever may push. */
function access_visible(release, call) {
    if (!release.draft)
        return true;
    const repository = access_readable(call);
    return repository !== undefined && mayPush(call.actor, repository);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/app-registry.js



/** Registers an App, with its bot account. */
function addApp(state, wish) {
    const id = state.newId();
    const app = {
        id,
        clientId: `Iv23li${String(id).padStart(14, '0')}`,
        slug: wish.slug,
        name: wish.name,
        owner: wish.owner ?? state.addUser('github', { type: 'Organization' }),
        bot: state.addUser(`${wish.slug}[bot]`, { type: 'Bot' }),
        publicKey: wish.publicKey,
        permissions: wish.permissions ?? {},
        events: wish.events ?? [],
        createdAt: state.now(),
        hook: wish.hook,
    };
    state.apps.set(id, app);
    return app;
}
/** Installs an App on an account: on all of its repositories, or on some. Every App may read metadata. */
function addInstallation(state, app, account, permissions, repositories = 'all') {
    const installation = {
        id: state.newId(),
        app,
        account,
        permissions: { ...permissions, metadata: 'read' },
        repositories,
        createdAt: state.now(),
    };
    state.installations.set(installation.id, installation);
    return installation;
}
/** Tells the App that it was installed, or that it was taken away. */
function tellInstallation({ state, origins }, installation, action, sender) {
    const repositories = state.repositories.filter((repository) => isReachable(installation, repository));
    const facts = () => ({
        installation: installationJson(installation, origins),
        repositories: repositories.map(({ id, name, owner, private: hidden }) => {
            return { id, node_id: nodeId('Repository', id), name, full_name: `${owner}/${name}`, private: hidden };
        }),
        requester: null,
    });
    state.events.emit({ event: 'installation', action, installation, sender, facts });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/tree.js
const tree_modes = {
    file: '100644',
    executable: '100755',
    symlink: '120000',
    folder: '040000',
    submodule: '160000',
};
/** Git knows the empty tree without its being stored. */
const tree_emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
function readTree(objects, id) {
    if (id === tree_emptyTree)
        return [];
    const object = objects.read(id);
    if (object?.type !== 'tree')
        return [];
    const { body } = object;
    const entries = [];
    for (let at = 0; at < body.length;) {
        const blank = body.indexOf(0x20, at);
        const end = body.indexOf(0, blank);
        entries.push(tree_entryOf(body, at, blank, end));
        at = end + 21;
    }
    return entries;
}
/** @returns the tree's id */
function writeTree(objects, entries) {
    const parts = entries
        .toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b)))
        .flatMap(({ mode, bytes, id }) => [
        Buffer.from(`${mode.replace(/^0/, '')} `),
        bytes,
        Buffer.from([0]),
        Buffer.from(id, 'hex'),
    ]);
    return objects.write('tree', Buffer.concat(parts));
}
function treeEntry(name, mode, id) {
    return { mode, name, bytes: Buffer.from(name), id };
}
/** What is at a path such as `a/b.txt`; undefined where there is nothing. */
function entryAt(objects, tree, path) {
    let entry;
    let folder = tree;
    for (const name of path.split('/')) {
        if (entry !== undefined && entry.mode !== tree_modes.folder)
            return undefined;
        entry = entryNamed(objects, folder, Buffer.from(name));
        if (entry === undefined)
            return undefined;
        folder = entry.id;
    }
    return entry;
}
/** Byte by byte: a certificate repository's root has hundreds of entries, and a history is asked at each commit. */
function entryNamed(objects, tree, name) {
    const object = tree === tree_emptyTree ? undefined : objects.read(tree);
    if (object?.type !== 'tree')
        return undefined;
    const { body } = object;
    for (let at = 0; at < body.length;) {
        const blank = body.indexOf(0x20, at);
        let end = blank + 1;
        while (body[end] !== 0)
            end++;
        if (end - blank - 1 === name.length && body.compare(name, 0, name.length, blank + 1, end) === 0) {
            return tree_entryOf(body, at, blank, end);
        }
        at = end + 21;
    }
    return undefined;
}
function tree_entryOf(body, start, blank, end) {
    const bytes = body.subarray(blank + 1, end);
    return {
        mode: body.toString('latin1', start, blank).padStart(6, '0'),
        name: bytes.toString('utf8'),
        bytes,
        id: body.toString('hex', end + 1, end + 21),
    };
}
/** Every entry below a tree with its whole path, folders before what is in them: the order of `git ls-tree -r -t`. */
function* walkTree(objects, tree, prefix = '') {
    for (const entry of readTree(objects, tree)) {
        const path = `${prefix}${entry.name}`;
        yield [path, entry];
        if (entry.mode === tree_modes.folder)
            yield* walkTree(objects, entry.id, `${path}/`);
    }
}
/** A tree with changes made to it; folders that become empty go. @returns the new tree's id */
function changeTree(objects, tree, changes) {
    const entries = new Map(readTree(objects, tree).map((entry) => [entry.name, entry]));
    const below = new Map();
    for (const change of changes) {
        const [name = '', ...rest] = change.path.split('/');
        if (rest.length > 0) {
            below.set(name, [...(below.get(name) ?? []), { ...change, path: rest.join('/') }]);
        }
        else if (change.id === null) {
            entries.delete(name);
        }
        else {
            entries.set(name, treeEntry(name, change.mode, change.id));
        }
    }
    for (const [name, inner] of below) {
        const entry = entries.get(name);
        const folder = entry?.mode === tree_modes.folder ? entry.id : tree_emptyTree;
        const changed = changeTree(objects, folder, inner);
        if (changed !== tree_emptyTree)
            entries.set(name, treeEntry(name, tree_modes.folder, changed));
        else if (entry?.mode === tree_modes.folder)
            entries.delete(name);
    }
    return writeTree(objects, [...entries.values()]);
}
/** Git sorts folders as if their names ended in a slash. */
function sortKey({ bytes, mode }) {
    return mode === tree_modes.folder ? Buffer.concat([bytes, Buffer.from('/')]) : bytes;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/seed-repository.js
// SPDX-License-Identifier: MIT



/**
 * Makes what is in a folder the default branch, in one commit; `.git` is left out.
 * @returns the commit
 */
function seedRepository(repository, folder, by, date) {
    const { network, refs } = repository.git;
    const changes = [...filesBelow(folder)].map(({ path, mode, bytes }) => {
        return { path, mode, id: network.objects.write('blob', bytes) };
    });
    const author = { name: by.name ?? by.login, email: by.emails[0] ?? '', date, zone: '+0000' };
    const tree = changeTree(network.objects, tree_emptyTree, changes);
    const commit = network.writeCommit({ tree, parents: [], author, committer: author, message: 'Initial commit\n' });
    refs.set(`refs/heads/${repository.defaultBranch}`, commit.id);
    repository.contributors.set(by.id, 1);
    return commit.id;
}
function* filesBelow(root, below = '') {
    for (const name of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, below)).sort()) {
        if (name === '.git')
            continue;
        const path = below === '' ? name : `${below}/${name}`;
        const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path));
        if (stats.isDirectory())
            yield* filesBelow(root, path);
        else if (stats.isSymbolicLink())
            yield { path, mode: tree_modes.symlink, bytes: Buffer.from((0,external_node_fs_.readlinkSync)((0,external_node_path_.join)(root, path))) };
        else if (stats.isFile()) {
            const mode = (stats.mode & 0o111) === 0 ? tree_modes.file : tree_modes.executable;
            yield { path, mode, bytes: (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, path)) };
        }
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/app-jwt.js
// SPDX-License-Identifier: MIT


/** Seconds from now that `exp` may lie ahead (REST documentation, "Generating a JSON Web Token"). */
const longestLife = 600;
/**
 * The App that a JSON web token speaks for, or the answer that says why not. RS256; `iss` is the App's id or client id;
 * the messages are those that octokit/auth-app.js looks for, and its issues 146 and 698 quote.
 */
function appOfJwt(token, state) {
    const [header = '', payload = '', signature = '', ...more] = token.split('.');
    const algorithm = decoded(header)?.alg;
    const claims = decoded(payload);
    if (more.length > 0 || claims === undefined || algorithm !== 'RS256') {
        return problem(401, 'A JSON web token could not be decoded');
    }
    const app = appNamed(claims.iss, state);
    if (app === undefined)
        return problem(404, 'Integration not found');
    const signed = Buffer.from(`${header}.${payload}`);
    if (!(0,external_node_crypto_.verify)('sha256', signed, app.publicKey, Buffer.from(signature, 'base64url'))) {
        return problem(401, 'A JSON web token could not be decoded');
    }
    return whyNotNow(claims, Math.floor(state.now().getTime() / 1000)) ?? app;
}
function whyNotNow({ iat, exp }, now) {
    if (!Number.isInteger(iat) || iat > now) {
        return problem(401, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
    }
    if (typeof exp !== 'number' || exp <= now) {
        return problem(401, "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires");
    }
    return exp > now + longestLife ? problem(401, "'Expiration time' claim ('exp') is too far in the future") : undefined;
}
function decoded(part) {
    try {
        const value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function appNamed(issuer, state) {
    return state.apps.get(Number(issuer)) ?? [...state.apps.values()].find(({ clientId }) => clientId === issuer);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/refused.js
// SPDX-License-Identifier: MIT

/** Ends a handler with an answer that is none of its results; the dispatcher sends it. */
class Refused extends Error {
    answer;
    constructor(answer) {
        super(`refused with ${answer.status}`);
        this.answer = answer;
    }
}
function refuse(answer) {
    throw new Refused(answer);
}
/** @returns the value; where there is none the caller is told 404 */
function refused_found(value) {
    return value ?? refuse(notFound);
}
function invalid(...errors) {
    return refuse(validationFailed(...errors));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/dispatch.js
// SPDX-License-Identifier: MIT




/** Answers one request: who asks, may he, and then the route's handler. */
async function dispatch(desk, request, effect) {
    if (effect?.kind === 'answer')
        return failure(effect);
    const url = new URL(request.path, desk.origins.web);
    const answer = url.pathname.startsWith('/api/')
        ? await viaApi(desk, request, url, effect)
        : await direct(desk, request, url, effect);
    return effect?.kind === 'answer-after' ? problem(effect.status, 'Server Error') : answer;
}
/** The web, git over HTTP, the object store. */
async function direct(desk, request, url, effect) {
    const found = desk.router.find(request.method, url.pathname);
    if (found === undefined)
        return notFound;
    // A download's address carries its own permission; git sends a token.
    const isGit = /^\/[^/]+\/[^/]+\/(info\/refs|git-(upload|receive)-pack)$/.test(url.pathname);
    const actor = isGit ? actorOf(request.headers.authorization, desk.state) : undefined;
    if (actor === 'bad')
        return badCredentials;
    return handled(desk, request, url, { found, actor, effect });
}
async function viaApi(desk, request, url, effect) {
    const found = desk.router.find(request.method, url.pathname);
    const { authorization, 'user-agent': userAgent } = request.headers;
    // "All API requests must include a valid User-Agent header" (REST documentation, "User agent").
    if (userAgent === undefined)
        return problem(403, 'Request forbidden by administrative rules.');
    if (found?.route.forApps === true) {
        const app = appOfJwt(tokenIn(authorization ?? '') ?? '', desk.state);
        return 'status' in app ? app : handled(desk, request, url, { found, app, effect });
    }
    const actor = actorOf(authorization, desk.state);
    if (actor === 'bad')
        return badCredentials;
    const { headers, spent } = desk.rateLimits.count(actor, url.pathname);
    const answer = spent ?? (found ? await handled(desk, request, url, { found, actor, effect }) : notFound);
    return { ...answer, headers: { ...headers, ...answer.headers } };
}
async function handled(desk, request, url, asked) {
    const { route, params } = asked.found;
    const { state, origins, contract } = desk;
    const call = {
        ...request,
        state,
        origins,
        url,
        actor: asked.actor,
        app: asked.app,
        params,
        effect: asked.effect,
    };
    const answer = routeRefusal(route, call) ?? contract?.request(request, url) ?? (await outcome(() => route.handle(call)));
    contract?.answer(request, url, answer);
    return answer;
}
async function outcome(handle) {
    try {
        return await handle();
    }
    catch (error) {
        if (error instanceof Refused)
            return error.answer;
        throw error;
    }
}
function failure(effect) {
    const answer = problem(effect.status, effect.message ?? 'Server Error');
    return { ...answer, headers: { ...answer.headers, ...effect.headers } };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/faults.js
// SPDX-License-Identifier: MIT
/** What shall go wrong next. Each request is struck by the first fault that matches and has strikes left. */
class Faults {
    pending = [];
    #struck = 0;
    add(fault) {
        this.pending.push({ fault, toPass: fault.after ?? 0, left: fault.times ?? 1 });
    }
    /** From here on nothing goes wrong any more. */
    clear() {
        this.pending = [];
    }
    take(method, path) {
        for (const entry of this.pending) {
            const { fault } = entry;
            if (entry.left === 0 || (fault.method ?? method) !== method || fault.path?.test(path) === false)
                continue;
            if (entry.toPass > 0) {
                entry.toPass--;
                continue;
            }
            entry.left--;
            this.#struck++;
            return fault.effect;
        }
        return undefined;
    }
    /** how many requests were struck */
    get struck() {
        return this.#struck;
    }
    /** True when every fault struck as often as it should: a test that ends otherwise proved nothing. */
    get spent() {
        return this.pending.every(({ left }) => left === 0);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/background.js
// SPDX-License-Identifier: MIT
/** What happens on GitHub's side after a request was answered, or beside it: one thing after another. */
class Background {
    #last = Promise.resolve();
    #timers = new Set();
    #errors = [];
    #closed = false;
    /** Does something after everything that was given before. Not to be awaited within such a job. */
    run(job) {
        const result = this.#last.then(job);
        this.#last = result.catch(() => undefined);
        return result;
    }
    /** The same after some time, unless it ends before. @param delay in milliseconds */
    later(delay, job) {
        if (this.#closed)
            return;
        const timer = setTimeout(() => {
            this.#timers.delete(timer);
            this.run(job).catch((error) => this.#errors.push(error));
        }, delay);
        this.#timers.add(timer);
    }
    /** @throws AggregateError where something failed that nobody waited for */
    async close() {
        this.#closed = true;
        for (const timer of this.#timers)
            clearTimeout(timer);
        await this.#last;
        if (this.#errors.length > 0) {
            throw new AggregateError(this.#errors, `in the background: ${String(this.#errors[0])}`);
        }
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/commit.js
// SPDX-License-Identifier: MIT
function encodeCommit(commit) {
    const lines = [
        `tree ${commit.tree}`,
        ...commit.parents.map((parent) => `parent ${parent}`),
        `author ${encodeSignature(commit.author)}`,
        `committer ${encodeSignature(commit.committer)}`,
        ...(typeof commit.signature !== 'string' ? [] : [`gpgsig ${commit.signature.trimEnd().replaceAll('\n', '\n ')}`]),
    ];
    return Buffer.from(`${lines.join('\n')}\n\n${commit.message}`);
}
function decodeCommit(id, body) {
    const text = body.toString('utf8');
    const end = text.indexOf('\n\n');
    // A header goes on in lines that begin with a blank.
    const headers = text.slice(0, end === -1 ? text.length : end).split(/\n(?! )/);
    const all = (name) => headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
    const signature = all('gpgsig')[0]?.replaceAll('\n ', '\n') ?? null;
    return {
        id,
        tree: all('tree')[0] ?? '',
        parents: all('parent'),
        author: decodeSignature(all('author')[0] ?? ''),
        committer: decodeSignature(all('committer')[0] ?? ''),
        message: end === -1 ? '' : text.slice(end + 2),
        signature,
        payload: signature === null
            ? null
            : `${headers.filter((line) => !line.startsWith('gpgsig ')).join('\n')}${text.slice(end)}`,
    };
}
/** Git drops these characters from names and addresses: they would end the field. */
function encodeSignature({ name, email, date, zone }) {
    const clean = (text) => text.replace(/[<>\n\0]/g, '').trim();
    return `${clean(name)} <${clean(email)}> ${Math.floor(date.getTime() / 1000)} ${zone}`;
}
function decodeSignature(text) {
    const [, name = '', email = '', seconds = '0', zone = '+0000'] = /^(.*?) ?<([^>]*)> (-?\d+) ([+-]\d{4})$/.exec(text) ?? [];
    return { name, email, date: new Date(Number(seconds) * 1000), zone };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/file-change.js
// SPDX-License-Identifier: MIT
const statusOf = {
    A: 'added',
    D: 'removed',
    M: 'modified',
    R: 'renamed',
    T: 'changed',
};
/**
 * Reads what `git diff-tree -z --raw --numstat -p` prints for one pair of trees:
 * `:MODE MODE ID ID STATUS NUL PATH NUL` for each file, `ADDED TAB REMOVED TAB PATH NUL` for each file, NUL, patches.
 * A renamed file has two paths.
 */
function readFileChanges(output) {
    const fields = new Fields(output);
    const raw = [];
    while (fields.peek() === ':') {
        const [, , before = '', after = '', letter = ''] = fields.next().split(' ');
        const status = statusOf[letter.charAt(0)] ?? 'modified';
        const paths = status === 'renamed' ? [fields.next(), fields.next()] : [fields.next()];
        raw.push({ status, id: status === 'removed' ? before : after, paths });
    }
    const counts = raw.map(({ status }) => {
        const [added = '', removed = ''] = fields.next().split('\t');
        if (status === 'renamed')
            fields.skip(2);
        return { additions: Number(added) || 0, deletions: Number(removed) || 0 };
    });
    if (raw.length > 0)
        fields.skip(1);
    const patches = sections(fields.rest());
    return raw.map(({ status, id, paths }, n) => {
        // A change of kind is printed as a removal and an addition.
        const own = patches.splice(0, status === 'changed' ? 2 : 1).flatMap(({ hunks }) => (hunks === '' ? [] : [hunks]));
        const [first = '', second] = paths;
        return {
            status,
            path: second ?? first,
            ...(second !== undefined && { previousPath: first }),
            id,
            ...(counts[n] ?? { additions: 0, deletions: 0 }),
            ...(own.length > 0 && { patch: own.join('\n') }),
        };
    });
}
/** The patches of the files, each from its `diff --git` line on; in hunks, lines begin with something else. */
function sections(text) {
    if (text === '')
        return [];
    return text.split(/^(?=diff --git )/m).map((section) => {
        const start = section.search(/^@@ /m);
        return { hunks: start === -1 ? '' : section.slice(start).replace(/\n$/, '') };
    });
}
class Fields {
    bytes;
    at = 0;
    constructor(bytes) {
        this.bytes = bytes;
    }
    peek() {
        return this.bytes.toString('latin1', this.at, this.at + 1);
    }
    next() {
        const end = this.bytes.indexOf(0, this.at);
        const field = this.bytes.toString('utf8', this.at, end);
        this.at = end + 1;
        return field;
    }
    skip(count) {
        for (let n = 0; n < count; n++)
            this.next();
    }
    rest() {
        return this.bytes.toString('utf8', this.at);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/diff-process.js
// SPDX-License-Identifier: MIT




/** How many answers are kept: a pull request is asked about several times, each time the same two trees. */
const kept = 500;
const options = ['-r', '-M', '-z', '--raw', '--numstat', '-p', '--full-index', '--no-ext-diff', '--no-textconv'];
/**
 * Git's own diff of trees, renames found as `git diff -M` does, by one process that goes on: 0.8 ms for six files, where a
 * process for each would add 3 ms (measured). `git diff-tree --stdin` repeats a line that is no object and flushes: that
 * tells where an answer ends.
 */
class DiffProcess {
    folder;
    #known = new Map();
    #waiting = [];
    /** no line of a diff begins with it, and nobody can put it into a file name */
    #mark = `end ${(0,external_node_crypto_.randomBytes)(16).toString('hex')}\n`;
    #process;
    #chunks = [];
    /** @param folder a repository that has the objects */
    constructor(folder) {
        this.folder = folder;
    }
    /** What leads from one tree to another, by path. */
    changes(from, to) {
        if (from === to)
            return Promise.resolve([]);
        const key = `${from} ${to}`;
        const known = this.#known.get(key) ?? this.#ask(key);
        this.#known.delete(key);
        this.#known.set(key, known);
        for (const oldest of this.#known.keys()) {
            if (this.#known.size <= kept)
                break;
            this.#known.delete(oldest);
        }
        return known;
    }
    async close() {
        const running = this.#process;
        this.#process = undefined;
        if (running?.exitCode !== null)
            return;
        const ended = (0,external_node_events_.once)(running, 'exit');
        running.stdin.end();
        await ended;
    }
    #ask(trees) {
        return new Promise((resolve, reject) => {
            this.#waiting.push({ trees, resolve, reject });
            this.#process ??= this.#start();
            this.#process.stdin.write(`${trees}\n${this.#mark}`);
        }).catch((error) => {
            this.#known.delete(trees);
            throw error;
        });
    }
    #start() {
        const started = (0,external_node_child_process_.spawn)('git', [`--git-dir=${this.folder}`, 'diff-tree', '--stdin', ...options]);
        const fail = (error) => {
            if (this.#process === started)
                this.#process = undefined;
            for (const { reject } of this.#waiting.splice(0))
                reject(error);
        };
        let complaint = '';
        started.stdout.on('data', (chunk) => this.#take(chunk));
        started.stderr.on('data', (chunk) => (complaint += chunk.toString()));
        started.stdin.on('error', fail);
        started.on('error', fail);
        started.on('exit', (status) => fail(new Error(`git diff-tree ended with status ${status}: ${complaint}`)));
        return started;
    }
    #take(chunk) {
        this.#chunks.push(chunk);
        // The mark may come in two chunks; a chunk may hold several marks.
        if (!chunk.includes(0x0a))
            return;
        let all = Buffer.concat(this.#chunks);
        for (let end = all.indexOf(this.#mark); end !== -1; end = all.indexOf(this.#mark)) {
            const answer = all.subarray(0, end);
            all = all.subarray(end + this.#mark.length);
            const waiting = this.#waiting.shift();
            if (waiting !== undefined)
                diff_process_settle(waiting, answer);
        }
        this.#chunks = [all];
    }
}
/** An answer repeats the two trees, in a line of its own; where one of them is not there, there is nothing. */
function diff_process_settle({ trees, resolve, reject }, answer) {
    const heading = `${trees}\n`;
    if (answer.toString('latin1', 0, heading.length) !== heading) {
        reject(new Error(`git diff-tree does not find ${trees.replace(' ', ' or ')}`));
        return;
    }
    resolve(readFileChanges(answer.subarray(heading.length)));
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/object-store.js
// SPDX-License-Identifier: MIT




/** What of recently used objects is kept in memory, in bytes of their bodies. */
const cacheBytes = 64 * 1024 * 1024;
/**
 * Git's loose objects, read and written in this process: 0.1 ms each, where a `git` process costs 3 ms (measured with Git
 * 2.39 on two cores). There are no packs: whatever comes by a push is unpacked (`git unpack-objects`). Calls are
 * synchronous, so that nothing changes between looking and doing.
 */
class ObjectStore {
    folder;
    #cache = new Map();
    #cached = 0;
    /** @param folder a repository's `objects` */
    constructor(folder) {
        this.folder = folder;
    }
    read(id) {
        const known = this.#cache.get(id);
        if (known !== undefined) {
            this.#cache.delete(id);
            this.#cache.set(id, known);
            return known;
        }
        if (!isObjectId(id))
            return undefined;
        const bytes = readIfThere(this.#fileOf(id));
        if (bytes === undefined)
            return undefined;
        const object = object_store_decode((0,external_node_zlib_.inflateSync)(bytes));
        this.#remember(id, object);
        return object;
    }
    has(id) {
        return this.#cache.has(id) || (isObjectId(id) && (0,external_node_fs_.existsSync)(this.#fileOf(id)));
    }
    /** @returns the object's id */
    write(type, body) {
        const header = Buffer.from(`${type} ${body.length}\0`);
        const id = (0,external_node_crypto_.createHash)('sha1').update(header).update(body).digest('hex');
        if (this.has(id))
            return id;
        const file = this.#fileOf(id);
        const unfinished = (0,external_node_path_.join)(this.folder, `tmp_obj_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        (0,external_node_fs_.writeFileSync)(unfinished, (0,external_node_zlib_.deflateSync)(Buffer.concat([header, body]), { level: 1 }), { mode: 0o444 });
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(this.folder, id.slice(0, 2)), { recursive: true });
        (0,external_node_fs_.renameSync)(unfinished, file);
        this.#remember(id, { type, body: Buffer.from(body) });
        return id;
    }
    /** Ids that begin with these hexadecimal digits (at least four, as in git). */
    startingWith(digits) {
        if (!/^[0-9a-f]{4,40}$/.test(digits))
            return [];
        const fan = (0,external_node_path_.join)(this.folder, digits.slice(0, 2));
        if (!(0,external_node_fs_.existsSync)(fan))
            return [];
        return (0,external_node_fs_.readdirSync)(fan)
            .map((rest) => digits.slice(0, 2) + rest)
            .filter((id) => id.startsWith(digits));
    }
    #fileOf(id) {
        return (0,external_node_path_.join)(this.folder, id.slice(0, 2), id.slice(2));
    }
    #remember(id, object) {
        this.#cache.set(id, object);
        this.#cached += object.body.length;
        for (const [oldest, { body }] of this.#cache) {
            if (this.#cached <= cacheBytes)
                return;
            this.#cache.delete(oldest);
            this.#cached -= body.length;
        }
    }
}
function isObjectId(text) {
    return /^[0-9a-f]{40}$/.test(text);
}
/** Stands for "no object" where a ref comes into being or goes. */
const noObject = '0'.repeat(40);
function object_store_decode(bytes) {
    const end = bytes.indexOf(0);
    const [type = ''] = bytes.toString('latin1', 0, end).split(' ');
    return { type: type, body: bytes.subarray(end + 1) };
}
function readIfThere(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/fork-network.js
// SPDX-License-Identifier: MIT






/**
 * The objects of a repository and all its forks, in one place as on GitHub: `refs/pull/N/head` of the parent names
 * commits that were only ever pushed to a fork, and every commit is there by its id in every repository of the network.
 */
class ForkNetwork {
    folder;
    webFlow;
    objects;
    diffs;
    background = new Background();
    #commits = new Map();
    /** @param folder a bare repository without refs, made where it is not there yet */
    constructor(folder, webFlow) {
        this.folder = folder;
        this.webFlow = webFlow;
        makeBareRepository(folder);
        this.objects = new ObjectStore((0,external_node_path_.join)(folder, 'objects'));
        this.diffs = new DiffProcess(folder);
    }
    /** The commit with this id; undefined where it is none. Annotated tags lead to theirs. */
    findCommit(id) {
        return this.#commits.get(id) ?? this.#load(id);
    }
    /** The commit with this id, which is known to be there. */
    commit = (id) => {
        const commit = this.findCommit(id);
        if (commit === undefined)
            throw new Error(`${this.folder} has no commit ${id}`);
        return commit;
    };
    writeCommit(commit) {
        return this.commit(this.objects.write('commit', encodeCommit(commit)));
    }
    /** What GitHub commits itself, it signs. */
    writeSigned(commit) {
        return this.writeCommit(this.webFlow.sign(commit));
    }
    /** Reads a commit after all its ancestors: without recursion, since a history may be long. */
    #load(wanted) {
        const stack = [wanted];
        for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
            const object = this.objects.read(id);
            if (object?.type === 'tag')
                return this.findCommit(taggedBy(object.body));
            if (object?.type !== 'commit')
                return undefined;
            const commit = decodeCommit(id, object.body);
            const missing = commit.parents.filter((parent) => !this.#commits.has(parent));
            if (missing.length > 0) {
                stack.push(...missing);
                continue;
            }
            // The same commit may have been waiting twice.
            if (!this.#commits.has(id))
                this.#commits.set(id, { ...commit, arrival: this.#commits.size });
            stack.pop();
        }
        return this.#commits.get(wanted);
    }
    async close() {
        await this.background.close();
        await this.diffs.close();
    }
}
function taggedBy(tag) {
    return /^object ([0-9a-f]{40})$/m.exec(tag.toString('latin1'))?.[1] ?? '';
}
/** What `git init --bare` makes, without a process. */
function makeBareRepository(folder, defaultBranch = 'main') {
    for (const inner of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags']) {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, inner), { recursive: true });
    }
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'HEAD'), `ref: refs/heads/${defaultBranch}\n`);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/refs.js
// SPDX-License-Identifier: MIT


/**
 * A repository's refs, by whole name (`refs/heads/main`): in memory, and on disk as the loose refs that git reads.
 * Nothing else may write to the folder while it is open.
 */
class Refs {
    folder;
    #ids = new Map();
    #lately = new Map();
    /** how long after a change `late` still tells what was before, in milliseconds */
    lag = 0;
    /** @param folder the bare repository */
    constructor(folder) {
        this.folder = folder;
        for (const name of looseRefs(folder, 'refs')) {
            this.#ids.set(name, (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name), 'latin1').trim());
        }
    }
    get(name) {
        return this.#ids.get(name);
    }
    /** The same as readers of the API see it, who may see a change only later (rust-lang/homu#75, prose/prose#148). */
    late(name) {
        const lately = this.#lately.get(name);
        return lately !== undefined && Date.now() < lately.until ? lately.was : this.get(name);
    }
    /** Names and ids in the order of names, of those that begin with a prefix. */
    list(prefix = 'refs/') {
        return [...this.#ids].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
    }
    /** True where git could not keep the ref beside those that are there: `a` and `a/b` exclude each other. */
    collides(name) {
        if (this.#ids.has(name))
            return false;
        for (const other of this.#ids.keys()) {
            if (other.startsWith(`${name}/`) || name.startsWith(`${other}/`))
                return true;
        }
        return false;
    }
    set(name, id) {
        this.#remember(name);
        const file = (0,external_node_path_.join)(this.folder, name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.writeFileSync)(`${file}.lock`, `${id}\n`);
        (0,external_node_fs_.renameSync)(`${file}.lock`, file);
        this.#ids.set(name, id);
    }
    delete(name) {
        this.#remember(name);
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(this.folder, name), { force: true });
        this.#ids.delete(name);
        this.#dropEmptyFolders((0,external_node_path_.dirname)(name));
    }
    #remember(name) {
        if (this.lag > 0)
            this.#lately.set(name, { was: this.late(name), until: Date.now() + this.lag });
    }
    /** A folder that stays would be in the way of a ref of that name. */
    #dropEmptyFolders(folder) {
        if (folder.split('/').length < 3 || (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(this.folder, folder)).length > 0)
            return;
        (0,external_node_fs_.rmdirSync)((0,external_node_path_.join)(this.folder, folder));
        this.#dropEmptyFolders((0,external_node_path_.dirname)(folder));
    }
}
function* looseRefs(root, folder) {
    for (const name of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder))) {
        const path = `${folder}/${name}`;
        if ((0,external_node_fs_.statSync)((0,external_node_path_.join)(root, path)).isDirectory())
            yield* looseRefs(root, path);
        else if (!name.endsWith('.lock'))
            yield path;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/git-repository.js
// SPDX-License-Identifier: MIT





/** A bare repository on disk that git can read at any time. Its objects are its fork network's, by `info/alternates`. */
class GitRepository {
    folder;
    network;
    refs;
    constructor(folder, network, defaultBranch) {
        this.folder = folder;
        this.network = network;
        makeBareRepository(folder, defaultBranch);
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'objects/info/alternates'), `${(0,external_node_path_.relative)((0,external_node_path_.join)(folder, 'objects'), network.objects.folder)}\n`);
        this.refs = new Refs(folder);
    }
    /** The commit at the tip of a branch. */
    branch(name) {
        return this.refs.get(`refs/heads/${name}`);
    }
    /**
     * What a caller may name a commit by: a branch, a tag, a whole ref name, or an id, if only its first digits.
     * GitHub looks at branches first, then tags. What it finds may be late.
     */
    resolve(name) {
        const { network } = this;
        if (isObjectId(name))
            return network.findCommit(name);
        for (const ref of [`refs/heads/${name}`, `refs/tags/${name}`, name, `refs/${name}`]) {
            const id = this.refs.late(ref);
            if (id !== undefined)
                return network.findCommit(id);
        }
        const commits = network.objects
            .startingWith(name)
            .map((id) => network.findCommit(id))
            .filter((commit) => commit !== undefined);
        return commits.length === 1 ? commits[0] : undefined;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/web-flow.js
// SPDX-License-Identifier: MIT




/**
 * The key with which GitHub itself signs what it commits for an App, or merges ("web-flow"). Nobody checks these
 * signatures outside of here, so a MAC in the armor of OpenPGP does: it cannot be forged over the API, which is all that
 * counts.
 */
class WebFlow {
    secret;
    constructor(secret) {
        this.secret = secret;
    }
    /** The key that is kept in a folder, made where there is none. */
    static in(folder) {
        const file = (0,external_node_path_.join)(folder, 'web-flow.key');
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        try {
            (0,external_node_fs_.writeFileSync)(file, (0,external_node_crypto_.randomBytes)(32), { mode: 0o600, flag: 'wx' });
        }
        catch (error) {
            if (error.code !== 'EEXIST')
                throw error;
        }
        return new WebFlow((0,external_node_fs_.readFileSync)(file));
    }
    sign(commit) {
        const unsigned = { ...commit, signature: null };
        return { ...unsigned, signature: this.#signatureOver(encodeCommit(unsigned)) };
    }
    isSigned({ signature, payload }) {
        return signature !== null && payload !== null && signature === this.#signatureOver(payload);
    }
    #signatureOver(payload) {
        const mac = (0,external_node_crypto_.createHmac)('sha256', this.secret).update(payload).digest('base64');
        return `-----BEGIN PGP SIGNATURE-----\n\n${mac}\n-----END PGP SIGNATURE-----`;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/git-data.js
// SPDX-License-Identifier: MIT





/** Where the repositories are on disk: `OWNER/NAME.git`, and the objects of each fork network under `networks`. */
class GitData {
    folder;
    #webFlow;
    #temporary;
    #networks = new Set();
    /** @param folder kept when it ends; default: a temporary one, which goes */
    constructor(folder) {
        this.#temporary = folder === undefined ? (0,temporary_folder/* temporaryFolder */.y)('local-github') : undefined;
        this.folder = this.#temporary?.path ?? (0,external_node_path_.resolve)(folder ?? '.');
        this.#webFlow = WebFlow.in(this.folder);
    }
    /** Opens a repository, or makes it where it is not there yet; a fork begins with its parent's branches and tags. */
    open(owner, name, options) {
        const folder = (0,external_node_path_.join)(this.folder, 'networks', `${owner}-${name}.git`);
        const network = options.parent?.network ?? new ForkNetwork(folder, this.#webFlow);
        this.#networks.add(network);
        const repository = new GitRepository((0,external_node_path_.join)(this.folder, owner, `${name}.git`), network, options.defaultBranch);
        if (repository.refs.list().length === 0) {
            for (const [ref, id] of options.parent?.refs.list() ?? []) {
                if (/^refs\/(heads|tags)\//.test(ref))
                    repository.refs.set(ref, id);
            }
        }
        return repository;
    }
    async close() {
        await Promise.all([...this.#networks].map((network) => network.close()));
        this.#temporary?.dispose();
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/bundle/sandbox/github/listener.js
// SPDX-License-Identifier: MIT



/** Larger than any asset that the store takes: this is a sandbox, not a file server. */
const maxBodyBytes = 256 * 1024 * 1024;
/**
 * For how long an idle connection is kept. Node's own five seconds are a second more than its client keeps one: where that
 * is busy for a second, it writes into a connection that was closed, as if GitHub did so all the time. Breaks come from
 * faults. That GitHub keeps them for a minute and more is assumed.
 */
const keepAliveMs = 75_000;
const tooLarge = problem(413, 'Payload Too Large');
/** An HTTP server on loopback. @param port 0 takes a free one */
async function listen(port, behaviour) {
    const server = (0,external_node_http_.createServer)((request, response) => {
        // A client that went away in the middle of its request is nothing to report.
        serve(request, response, behaviour).catch(() => request.socket.destroy());
    });
    server.keepAliveTimeout = keepAliveMs;
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
    });
    return {
        origin: `http://127.0.0.1:${server.address().port}`,
        close: () => listener_close(server),
    };
}
async function serve(request, response, behaviour) {
    const line = {
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: request.headers,
    };
    const effect = behaviour.strike(line);
    if (effect?.kind === 'drop-before')
        return void request.socket.destroy();
    const body = await listener_readBody(request);
    const answer = body === undefined ? tooLarge : await behaviour.respond({ ...line, body }, effect);
    send(response, answer, effect);
}
function send(response, answer, effect) {
    if (effect?.kind === 'drop-after')
        return void response.socket?.destroy();
    const body = effect?.kind === 'corrupt' ? turnOneBit(answer.body) : answer.body;
    response.writeHead(answer.status, {
        'x-github-request-id': (0,external_node_crypto_.randomBytes)(8).toString('hex').toUpperCase(),
        'content-length': body?.length ?? 0,
        ...answer.headers,
    });
    if (effect?.kind === 'truncate' && body !== undefined) {
        response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
        return;
    }
    response.end(body);
}
function turnOneBit(body) {
    if (body === undefined || body.length === 0)
        return body;
    const turned = Uint8Array.from(body);
    const middle = turned.length >> 1;
    turned[middle] = (turned[middle] ?? 0) ^ 1;
    return turned;
}
/** The whole body, or undefined where it is too large. */
async function listener_readBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size <= maxBodyBytes)
            chunks.push(chunk);
    }
    return size <= maxBodyBytes ? Buffer.concat(chunks) : undefined;
}
async function listener_close(server) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/git-process.js
// SPDX-License-Identifier: MIT

/** Runs git once. @param variables what the environment has besides ours */
async function runGit(words, input = new Uint8Array(), variables = {}) {
    const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    const child = (0,external_node_child_process_.spawn)('env', [...assignments, 'git', ...words]);
    const out = [];
    const err = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    // Git may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const status = await new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) => resolve(code ?? -1));
    });
    return { status, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/pkt-line.js
// SPDX-License-Identifier: MIT
/** Git's framing: four hexadecimal digits with the length of the whole line, then the line (gitprotocol-common). */
function pktLine(payload) {
    const bytes = Buffer.from(payload);
    return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
}
const flush = Buffer.from('0000');
/** Lines up to the first flush, without their line ends, and what comes behind it. @throws Error where a length is none */
function readPktLines(bytes) {
    const lines = [];
    for (let at = 0; at < bytes.length;) {
        const length = Number.parseInt(bytes.toString('latin1', at, at + 4), 16);
        if (length === 0)
            return { lines, rest: bytes.subarray(at + 4) };
        if (!(length >= 4) || at + length > bytes.length)
            throw new Error('malformed pkt-line');
        const line = bytes.subarray(at + 4, at + length);
        lines.push(line.at(-1) === 0x0a ? line.subarray(0, -1) : line);
        at += length;
    }
    return { lines, rest: Buffer.alloc(0) };
}
/** What a channel may hold at once: 65,520 bytes with length and channel number (side-band-64k). */
const maxBand = 65_515;
/** Bytes on a numbered channel: 1 is the answer, 2 is what people read after `remote:`. */
function sideband(channel, payload) {
    const bytes = Buffer.from(payload);
    const parts = [];
    for (let at = 0; at < bytes.length; at += maxBand) {
        parts.push(pktLine(Buffer.concat([Buffer.from([channel]), bytes.subarray(at, at + maxBand)])));
    }
    return Buffer.concat(parts);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/association.js
/**
 * How an account is related to a repository (GraphQL: CommentAuthorAssociation). GitHub has more: `FIRST_TIMER` and
 * `FIRST_TIME_CONTRIBUTOR` for people who never contributed anywhere or here before, `MANNEQUIN` for imported ones; and who
 * sees a private member as `MEMBER` is not documented: nobody does here.
 */
function associationOf(user, repository) {
    if (user.id === repository.account.id)
        return 'OWNER';
    if (repository.organization?.members.get(user.id)?.public === true)
        return 'MEMBER';
    if (repository.collaborators.has(user.id))
        return 'COLLABORATOR';
    return repository.contributors.has(user.id) ? 'CONTRIBUTOR' : 'NONE';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/json/node-id.js
// SPDX-License-Identifier: MIT
/**
 * GraphQL's global id of an object. Opaque to clients, as GitHub's are (global node IDs guide); here its kind by GraphQL's
 * name and the number that REST shows.
 */
function node_id_nodeId(kind, id) {
    return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}
function fromNodeId(nodeId) {
    const [, kind = '', encoded = ''] = /^([A-Za-z]+)_([\w-]+)$/.exec(nodeId) ?? [];
    const id = Number(Buffer.from(encoded, 'base64url').toString('utf8') || undefined);
    return Number.isSafeInteger(id) ? { kind, id } : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/json/timestamp.js
// SPDX-License-Identifier: MIT
/** GitHub's times are in whole seconds, UTC: two things within a second cannot be told apart. */
function timestamp(date) {
    return `${date.toISOString().slice(0, 19)}Z`;
}
function timestampOrNull(date) {
    return date === null ? null : timestamp(date);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/json/user-json.js


/** An account as it stands in other objects ("simple user"). */
function userJson(user, origins) {
    const url = `${origins.api}/users/${encodeURIComponent(user.login)}`;
    return {
        login: user.login,
        id: user.id,
        node_id: node_id_nodeId(user.type, user.id),
        avatar_url: `${origins.web}/avatars/u/${user.id}`,
        gravatar_id: '',
        url,
        html_url: `${origins.web}/${user.type === 'Bot' ? `apps/${user.login.replace('[bot]', '')}` : user.login}`,
        followers_url: `${url}/followers`,
        following_url: `${url}/following{/other_user}`,
        gists_url: `${url}/gists{/gist_id}`,
        starred_url: `${url}/starred{/owner}{/repo}`,
        subscriptions_url: `${url}/subscriptions`,
        organizations_url: `${url}/orgs`,
        repos_url: `${url}/repos`,
        events_url: `${url}/events{/privacy}`,
        received_events_url: `${url}/received_events`,
        type: user.type,
        site_admin: false,
        user_view_type: 'public',
    };
}
function userJsonOrNull(user, origins) {
    return user === null ? null : userJson(user, origins);
}
/** An account by itself. What nobody tells here is null. */
function publicUserJson(user, publicRepositories, origins) {
    return {
        ...userJson(user, origins),
        name: user.name,
        company: null,
        blog: '',
        location: null,
        email: null,
        hireable: null,
        bio: null,
        public_repos: publicRepositories,
        public_gists: 0,
        followers: 0,
        following: 0,
        created_at: timestamp(user.createdAt),
        updated_at: timestamp(user.createdAt),
    };
}
/** An organisation as webhooks name it. */
function organizationJson(organization, origins) {
    const url = `${origins.api}/orgs/${organization.login}`;
    return {
        login: organization.login,
        id: organization.id,
        node_id: node_id_nodeId('Organization', organization.id),
        url,
        repos_url: `${url}/repos`,
        events_url: `${url}/events`,
        hooks_url: `${url}/hooks`,
        issues_url: `${url}/issues`,
        members_url: `${url}/members{/member}`,
        public_members_url: `${url}/public_members{/member}`,
        avatar_url: `${origins.web}/avatars/u/${organization.id}`,
        description: null,
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/json/app-json.js



/** An App ("integration"). */
function appJson(app, origins) {
    return {
        id: app.id,
        client_id: app.clientId,
        slug: app.slug,
        node_id: node_id_nodeId('App', app.id),
        owner: userJson(app.owner, origins),
        name: app.name,
        description: null,
        external_url: `${origins.web}/apps/${app.slug}`,
        html_url: `${origins.web}/apps/${app.slug}`,
        created_at: timestamp(app.createdAt),
        updated_at: timestamp(app.createdAt),
        permissions: { metadata: 'read', ...app.permissions },
        events: app.events,
    };
}
function appJsonOrNull(app, origins) {
    return app === null ? null : appJson(app, origins);
}
function app_json_installationJson(installation, origins) {
    const { app, account, id } = installation;
    return {
        id,
        account: userJson(account, origins),
        repository_selection: installation.repositories === 'all' ? 'all' : 'selected',
        access_tokens_url: `${origins.api}/app/installations/${id}/access_tokens`,
        repositories_url: `${origins.api}/installation/repositories`,
        html_url: `${origins.web}/${account.type === 'Organization' ? `organizations/${account.login}/` : ''}settings/installations/${id}`,
        app_id: app.id,
        client_id: app.clientId,
        app_slug: app.slug,
        target_id: account.id,
        target_type: account.type,
        permissions: installation.permissions,
        events: app.events,
        created_at: timestamp(installation.createdAt),
        updated_at: timestamp(installation.createdAt),
        single_file_name: null,
        has_multiple_single_files: false,
        single_file_paths: [],
        suspended_by: null,
        suspended_at: null,
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/json/repository-json.js



function repositoryUrl(repository, origins) {
    return `${origins.api}/repos/${repository.owner}/${repository.name}`;
}
function webUrl(repository, origins) {
    return `${origins.web}/${repository.owner}/${repository.name}`;
}
/** Addresses in a repository's description, below its own; what stands in braces is for the client to fill in. */
const addresses = {
    archive_url: '/{archive_format}{/ref}',
    assignees_url: '/assignees{/user}',
    blobs_url: '/git/blobs{/sha}',
    branches_url: '/branches{/branch}',
    collaborators_url: '/collaborators{/collaborator}',
    comments_url: '/comments{/number}',
    commits_url: '/commits{/sha}',
    compare_url: '/compare/{base}...{head}',
    contents_url: '/contents/{+path}',
    contributors_url: '/contributors',
    deployments_url: '/deployments',
    downloads_url: '/downloads',
    events_url: '/events',
    forks_url: '/forks',
    git_commits_url: '/git/commits{/sha}',
    git_refs_url: '/git/refs{/sha}',
    git_tags_url: '/git/tags{/sha}',
    hooks_url: '/hooks',
    issue_comment_url: '/issues/comments{/number}',
    issue_events_url: '/issues/events{/number}',
    issues_url: '/issues{/number}',
    keys_url: '/keys{/key_id}',
    labels_url: '/labels{/name}',
    languages_url: '/languages',
    merges_url: '/merges',
    milestones_url: '/milestones{/number}',
    notifications_url: '/notifications{?since,all,participating}',
    pulls_url: '/pulls{/number}',
    releases_url: '/releases{/id}',
    stargazers_url: '/stargazers',
    statuses_url: '/statuses/{sha}',
    subscribers_url: '/subscribers',
    subscription_url: '/subscription',
    tags_url: '/tags',
    teams_url: '/teams',
    trees_url: '/git/trees{/sha}',
};
/** A repository in full, as REST and webhooks show it; what nobody counts here is zero. */
function repositoryJson(repository, origins) {
    const url = repositoryUrl(repository, origins);
    const web = webUrl(repository, origins);
    const host = new URL(origins.web).host;
    const openIssues = repository.openIssues;
    const json = {
        id: repository.id,
        node_id: node_id_nodeId('Repository', repository.id),
        name: repository.name,
        full_name: `${repository.owner}/${repository.name}`,
        private: repository.private,
        owner: userJson(repository.account, origins),
        html_url: web,
        description: repository.description,
        fork: repository.parent !== undefined,
        url,
        git_url: `git://${host}/${repository.owner}/${repository.name}.git`,
        ssh_url: `git@${host}:${repository.owner}/${repository.name}.git`,
        clone_url: `${web}.git`,
        svn_url: web,
        mirror_url: null,
        homepage: null,
        size: 0,
        stargazers_count: 0,
        watchers_count: 0,
        language: null,
        has_issues: true,
        has_projects: false,
        has_downloads: false,
        has_wiki: false,
        has_pages: false,
        has_discussions: false,
        forks_count: 0,
        archived: false,
        disabled: false,
        open_issues_count: openIssues,
        license: null,
        allow_forking: true,
        is_template: false,
        web_commit_signoff_required: false,
        topics: [],
        visibility: repository.private ? 'private' : 'public',
        forks: 0,
        open_issues: openIssues,
        watchers: 0,
        default_branch: repository.defaultBranch,
        created_at: timestamp(repository.createdAt),
        updated_at: timestamp(repository.createdAt),
        pushed_at: timestamp(repository.pushedAt),
    };
    for (const [name, path] of Object.entries(addresses))
        json[name] = url + path;
    return json;
}
/** With what only the answer about the repository itself has. */
function fullRepositoryJson(repository, origins) {
    const parent = repository.parent && repositoryJson(repository.parent, origins);
    return {
        ...repositoryJson(repository, origins),
        network_count: 0,
        subscribers_count: 0,
        ...(parent && { parent, source: parent }),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/json/issue-json.js
// SPDX-License-Identifier: MIT






/** An issue, or a pull request as an issue. */
function issueJson(issue, origins) {
    const { repository, pull } = issue;
    const url = `${repositoryUrl(repository, origins)}/issues/${issue.number}`;
    return {
        url,
        repository_url: repositoryUrl(repository, origins),
        labels_url: `${url}/labels{/name}`,
        comments_url: `${url}/comments`,
        events_url: `${url}/events`,
        timeline_url: `${url}/timeline`,
        html_url: issueWebUrl(issue, origins),
        id: issue.id,
        node_id: node_id_nodeId(pull === undefined ? 'Issue' : 'PullRequest', pull?.id ?? issue.id),
        number: issue.number,
        title: issue.title,
        user: userJson(issue.user, origins),
        labels: issue.labels.map((label) => labelJson(label, repository, origins)),
        state: issue.state,
        state_reason: issue.stateReason,
        locked: issue.locked,
        active_lock_reason: issue.lockReason,
        assignee: userJsonOrNull(issue.assignees[0] ?? null, origins),
        assignees: issue.assignees.map((user) => userJson(user, origins)),
        milestone: null,
        comments: issue.comments.size,
        created_at: timestamp(issue.createdAt),
        updated_at: timestamp(issue.updatedAt),
        closed_at: timestampOrNull(issue.closedAt),
        closed_by: userJsonOrNull(issue.closedBy, origins),
        author_association: associationOf(issue.user, repository),
        performed_via_github_app: appJsonOrNull(issue.app, origins),
        reactions: reactionsJson(url),
        body: issue.body,
        ...(pull && {
            draft: pull.draft,
            pull_request: {
                url: `${repositoryUrl(repository, origins)}/pulls/${issue.number}`,
                html_url: issueWebUrl(issue, origins),
                diff_url: `${issueWebUrl(issue, origins)}.diff`,
                patch_url: `${issueWebUrl(issue, origins)}.patch`,
                merged_at: timestampOrNull(pull.mergedAt),
            },
        }),
    };
}
function commentJson(comment, origins) {
    const { issue } = comment;
    const { repository } = issue;
    const base = `${repositoryUrl(repository, origins)}/issues`;
    const url = `${base}/comments/${comment.id}`;
    return {
        url,
        html_url: `${issueWebUrl(issue, origins)}#issuecomment-${comment.id}`,
        issue_url: `${base}/${issue.number}`,
        id: comment.id,
        node_id: node_id_nodeId('IssueComment', comment.id),
        user: userJson(comment.user, origins),
        created_at: timestamp(comment.createdAt),
        updated_at: timestamp(comment.updatedAt),
        author_association: associationOf(comment.user, repository),
        body: comment.body,
        reactions: reactionsJson(url, comment.reactions),
        performed_via_github_app: appJsonOrNull(comment.app, origins),
    };
}
function labelJson(label, repository, origins) {
    return {
        id: label.id,
        node_id: node_id_nodeId('Label', label.id),
        url: `${repositoryUrl(repository, origins)}/labels/${encodeURIComponent(label.name)}`,
        name: label.name,
        color: label.color,
        default: label.default,
        description: label.description,
    };
}
/** The address of an issue or pull request for people. */
function issueWebUrl(issue, origins) {
    return `${webUrl(issue.repository, origins)}/${issue.pull === undefined ? 'issues' : 'pull'}/${issue.number}`;
}
const reactionKinds = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'];
function isReactionKind(text) {
    return reactionKinds.includes(text);
}
function reactionsJson(url, reactions = []) {
    const count = (kind) => reactions.filter(({ content }) => content === kind).length;
    const counts = Object.fromEntries(reactionKinds.map((kind) => [kind, count(kind)]));
    return { url: `${url}/reactions`, total_count: reactions.length, ...counts };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pull-request-json.js
// SPDX-License-Identifier: MIT





/** A pull request in full, as REST and webhooks show it. */
function pullRequestJson(pull, origins) {
    const { stats } = pull;
    return {
        ...pullRequestSimpleJson(pull, origins),
        merged: pull.merged,
        mergeable: pull.mergeable,
        rebaseable: pull.rebaseable,
        mergeable_state: mergeableState(pull),
        merged_by: userJsonOrNull(pull.mergedBy, origins),
        comments: pull.issue.comments.size,
        review_comments: 0,
        maintainer_can_modify: pull.maintainerCanModify,
        commits: stats.commits,
        additions: stats.additions,
        deletions: stats.deletions,
        changed_files: stats.changedFiles,
    };
}
/** As it stands in lists. */
function pullRequestSimpleJson(pull, origins) {
    const { issue, repository, head, base } = pull;
    const api = repositoryUrl(repository, origins);
    const url = `${api}/pulls/${issue.number}`;
    const html = issueWebUrl(issue, origins);
    const comments = `${api}/issues/${issue.number}/comments`;
    const statuses = `${api}/statuses/${head.sha}`;
    const of = issueJson(issue, origins);
    return {
        url,
        id: pull.id,
        node_id: node_id_nodeId('PullRequest', pull.id),
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        issue_url: `${api}/issues/${issue.number}`,
        number: issue.number,
        state: issue.state,
        locked: issue.locked,
        title: issue.title,
        user: of.user,
        body: issue.body,
        created_at: of.created_at,
        updated_at: of.updated_at,
        closed_at: of.closed_at,
        merged_at: timestampOrNull(pull.mergedAt),
        merge_commit_sha: pull.mergeCommitSha,
        assignee: of.assignee,
        assignees: of.assignees,
        requested_reviewers: pull.requestedReviewers.map((user) => userJson(user, origins)),
        requested_teams: [],
        labels: of.labels,
        milestone: null,
        draft: pull.draft,
        commits_url: `${url}/commits`,
        review_comments_url: `${url}/comments`,
        review_comment_url: `${api}/pulls/comments{/number}`,
        comments_url: comments,
        statuses_url: statuses,
        head: {
            label: head.label,
            ref: head.ref,
            sha: head.sha,
            user: userJson(head.user, origins),
            repo: head.repository === undefined ? null : repositoryJson(head.repository, origins),
        },
        base: {
            label: `${repository.owner}:${base.ref}`,
            ref: base.ref,
            sha: base.sha,
            user: userJson(repository.account, origins),
            repo: repositoryJson(repository, origins),
        },
        _links: {
            self: { href: url },
            html: { href: html },
            issue: { href: `${api}/issues/${issue.number}` },
            comments: { href: comments },
            review_comments: { href: `${url}/comments` },
            review_comment: { href: `${api}/pulls/comments{/number}` },
            commits: { href: `${url}/commits` },
            statuses: { href: statuses },
        },
        author_association: of.author_association,
        auto_merge: null,
        active_lock_reason: issue.lockReason,
    };
}
/** GitHub knows more of them (`behind`, `blocked`, `unstable`); nothing here blocks a merge but conflicts and drafts. */
function mergeableState({ issue, mergeable, draft }) {
    if (issue.state === 'closed' || mergeable === null)
        return 'unknown';
    if (!mergeable)
        return 'dirty';
    return draft ? 'draft' : 'clean';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/issue-edit.js


/** Changes an issue, or what a pull request has of one, and tells the webhooks. */
function editIssue(world, issue, changes, by) {
    const { title = issue.title, body = issue.body } = changes;
    const from = {
        ...(title !== issue.title && { title: { from: issue.title } }),
        ...(body !== issue.body && { body: { from: issue.body ?? '' } }),
    };
    Object.assign(issue, { title, body });
    if (Object.keys(from).length > 0) {
        touch(world, issue);
        issue.lastEditedAt = issue.updatedAt;
        issue.editor = by.user;
        emitIssue(world, issue, 'edited', by, { changes: from });
    }
    if (changes.state === 'closed' && issue.state === 'open')
        issue_edit_closeIssue(world, issue, by, changes.stateReason);
    if (changes.state === 'open' && issue.state === 'closed')
        reopenIssue(world, issue, by);
}
/** Closes it; of a merged pull request `merged` is set before. */
function issue_edit_closeIssue(world, issue, by, reason) {
    touch(world, issue);
    issue.state = 'closed';
    issue.stateReason = issue.pull === undefined ? (reason ?? 'completed') : null;
    issue.closedAt = issue.updatedAt;
    issue.closedBy = by.user;
    issue.repository.openIssues--;
    emitIssue(world, issue, 'closed', by);
}
function reopenIssue(world, issue, by) {
    touch(world, issue);
    issue.state = 'open';
    issue.stateReason = issue.pull === undefined ? 'reopened' : null;
    issue.closedAt = null;
    issue.closedBy = null;
    issue.repository.openIssues++;
    emitIssue(world, issue, 'reopened', by);
}
function labelIssue(world, issue, label, by) {
    if (issue.labels.includes(label))
        return;
    issue.labels.push(label);
    touch(world, issue);
    emitIssue(world, issue, 'labeled', by, { label: labelJson(label, issue.repository, world.origins) });
}
function unlabelIssue(world, issue, label, by) {
    const place = issue.labels.indexOf(label);
    if (place < 0)
        return;
    issue.labels.splice(place, 1);
    touch(world, issue);
    emitIssue(world, issue, 'unlabeled', by, { label: labelJson(label, issue.repository, world.origins) });
}
/** Makes a pull request a draft, or ready for review; REST has no route for it, GraphQL has. */
function setDraft(world, pull, draft, by) {
    if (pull.draft === draft)
        return;
    pull.draft = draft;
    touch(world, pull.issue);
    emitIssue(world, pull.issue, draft ? 'converted_to_draft' : 'ready_for_review', by);
}
/** Locks or unlocks the conversation. */
function lockIssue(world, issue, locked, reason, by) {
    issue.locked = locked;
    issue.lockReason = reason;
    touch(world, issue);
    emitIssue(world, issue, locked ? 'locked' : 'unlocked', by);
}
/** Tells webhooks of an issue (`issues`) or a pull request (`pull_request`). */
function emitIssue({ state, origins }, issue, action, by, more = {}) {
    const { pull, repository, number } = issue;
    const facts = pull === undefined
        ? () => ({ issue: issueJson(issue, origins), ...more })
        : () => ({ number, pull_request: pullRequestJson(pull, origins), ...more });
    state.events.emit({ event: pull ? 'pull_request' : 'issues', action, repository, sender: by.user, facts });
}
function emitComment({ state, origins }, comment, action, by, more = {}) {
    const { issue } = comment;
    state.events.emit({
        event: 'issue_comment',
        action,
        repository: issue.repository,
        sender: by.user,
        facts: () => ({ issue: issueJson(issue, origins), comment: commentJson(comment, origins), ...more }),
    });
}
function touch({ state }, issue) {
    issue.updatedAt = state.now();
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/json/review-json.js
// SPDX-License-Identifier: MIT






/** A review. REST says `APPROVED`, webhooks say `approved` (their documented payloads). */
function reviewJson(review, origins) {
    const { issue, repository } = review.pull;
    const html = `${issueWebUrl(issue, origins)}#pullrequestreview-${review.id}`;
    const pull = `${repositoryUrl(repository, origins)}/pulls/${issue.number}`;
    return {
        id: review.id,
        node_id: node_id_nodeId('PullRequestReview', review.id),
        user: userJson(review.user, origins),
        body: review.body,
        state: review.state,
        html_url: html,
        pull_request_url: pull,
        author_association: associationOf(review.user, repository),
        _links: { html: { href: html }, pull_request: { href: pull } },
        // A pending review has no time at all, not null (REST documentation, "List reviews").
        ...(review.submittedAt && { submitted_at: timestamp(review.submittedAt) }),
        commit_id: review.commitId,
    };
}
function webhookReviewJson(review, origins) {
    return {
        ...reviewJson(review, origins),
        body: review.body === '' ? null : review.body,
        state: review.state.toLowerCase(),
        updated_at: timestamp(review.updatedAt),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/review.js


/**
 * What a push does to the reviews of a pull request; call it after the head was set, before `synchronize` is emitted.
 * A review keeps the commit that it was made for; but after a rebase that leaves the patch as it was, GitHub shows an
 * approval at the new head (kamp-us/phoenix#3769, apache/maka#5068: comments stay). With stale reviews dismissed by the
 * repository's setting, any other push dismisses approvals.
 */
function reviewsAfterPush(world, pull, move, by) {
    const { repointApprovals, dismissStaleReviews } = pull.repository.settings;
    const approvals = [...pull.reviews.values()].filter(({ state }) => state === 'APPROVED');
    for (const review of approvals) {
        if (move.samePatch) {
            if (repointApprovals && review.commitId === move.before)
                review.commitId = move.after;
        }
        else if (dismissStaleReviews) {
            review.state = 'DISMISSED';
            review.updatedAt = world.state.now();
            emitReview(world, review, 'dismissed', by);
        }
    }
}
/** Tells webhooks of a review. */
function emitReview({ state, origins }, review, action, by, more = {}) {
    const { pull } = review;
    const facts = () => ({
        review: webhookReviewJson(review, origins),
        pull_request: pullRequestSimpleJson(pull, origins),
        ...more,
    });
    state.events.emit({ event: 'pull_request_review', action, repository: pull.repository, sender: by.user, facts });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/commit-queue.js
/** Commits waiting for their turn, by whatever comes first (a binary heap: histories are long). */
class CommitQueue {
    before;
    #heap = [];
    /** @param before negative where the first commit comes before the other */
    constructor(before) {
        this.before = before;
    }
    push(commit) {
        const heap = this.#heap;
        let at = heap.push(commit) - 1;
        while (at > 0) {
            const above = (at - 1) >> 1;
            if (this.#inOrder(above, at))
                return;
            this.#swap(above, at);
            at = above;
        }
    }
    shift() {
        const heap = this.#heap;
        const first = heap[0];
        const last = heap.pop();
        if (first === undefined || last === undefined || heap.length === 0)
            return first;
        heap[0] = last;
        for (let at = 0;;) {
            const left = 2 * at + 1;
            const right = left + 1;
            let next = at;
            if (left < heap.length && !this.#inOrder(next, left))
                next = left;
            if (right < heap.length && !this.#inOrder(next, right))
                next = right;
            if (next === at)
                return first;
            this.#swap(at, next);
            at = next;
        }
    }
    #inOrder(one, other) {
        const [first, second] = [this.#heap[one], this.#heap[other]];
        return first === undefined || second === undefined || this.before(first, second) <= 0;
    }
    #swap(one, other) {
        const [first, second] = [this.#heap[one], this.#heap[other]];
        if (first === undefined || second === undefined)
            return;
        this.#heap[one] = second;
        this.#heap[other] = first;
    }
}
/** As `git log` has them. Of commits of the same second the one that came later. */
function byDate(one, other) {
    return other.committer.date.getTime() - one.committer.date.getTime() || other.arrival - one.arrival;
}
/** Every commit before all its ancestors, whatever the clocks said. */
function byArrival(one, other) {
    return other.arrival - one.arrival;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/history.js


/** All commits reachable from some, newest first: the order of `git log`. */
function* history_log(read, from) {
    const queue = new CommitQueue(byDate);
    const seen = new Set(from);
    for (const id of seen)
        queue.push(read(id));
    for (let commit = queue.shift(); commit !== undefined; commit = queue.shift()) {
        yield commit;
        for (const parent of commit.parents) {
            if (!seen.has(parent))
                queue.push(read(parent));
            seen.add(parent);
        }
    }
}
/**
 * The commits that changed a path, newest first, by git's default simplification of history: a commit with the same
 * content as one of its parents is left out, and only that parent is followed.
 * @param contentAt what is at the path in a tree: an object's id, or undefined
 */
function* logOf(read, from, contentAt) {
    const queue = new CommitQueue(byDate);
    const seen = new Set([from]);
    queue.push(read(from));
    for (let commit = queue.shift(); commit !== undefined; commit = queue.shift()) {
        const content = contentAt(commit.tree);
        const same = commit.parents.find((parent) => contentAt(read(parent).tree) === content);
        const changed = commit.parents.length === 0 ? content !== contentAt(tree_emptyTree) : same === undefined;
        if (changed)
            yield commit;
        for (const parent of same === undefined ? commit.parents : [same]) {
            if (!seen.has(parent))
                queue.push(read(parent));
            seen.add(parent);
        }
    }
}
const fromOurs = 1;
const fromTheirs = 2;
const fromBoth = 3;
/** Paints what each side reaches, until all that is left is reached from both. `best` is what both reach first. */
function paint(read, ours, theirs) {
    const colours = new Map();
    const queue = new CommitQueue(byArrival);
    /** of those that wait, how many are reached from one side only */
    let undecided = 0;
    const add = (id, colour) => {
        const before = colours.get(id) ?? 0;
        const after = before | colour;
        if (before === after)
            return;
        colours.set(id, after);
        if (before === 0)
            queue.push(read(id));
        undecided += Number(after !== fromBoth) - Number(before !== 0);
    };
    add(ours, fromOurs);
    add(theirs, fromTheirs);
    let best;
    while (best === undefined || undecided > 0) {
        const commit = queue.shift();
        if (commit === undefined)
            break;
        const colour = colours.get(commit.id) ?? 0;
        if (colour === fromBoth)
            best ??= commit.id;
        else
            undecided--;
        for (const parent of commit.parents)
            add(parent, colour);
    }
    return { colours, ...(best !== undefined && { best }) };
}
/** The best common ancestor; undefined where the histories have nothing in common. */
function mergeBase(read, ours, theirs) {
    if (isAncestor(read, ours, theirs))
        return ours;
    if (isAncestor(read, theirs, ours))
        return theirs;
    return paint(read, ours, theirs).best;
}
/** True where the one is reachable from the other, or is the other. */
function isAncestor(read, ancestor, descendant) {
    const { arrival } = read(ancestor);
    const seen = new Set([descendant]);
    const stack = [descendant];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
        if (id === ancestor)
            return true;
        for (const parent of read(id).parents) {
            // What arrived before it cannot lead to it.
            if (seen.has(parent) || read(parent).arrival < arrival)
                continue;
            seen.add(parent);
            stack.push(parent);
        }
    }
    return false;
}
/** The commits of `base..head`, parents before children: the order in which GitHub lists a pull request's. */
function commitsBetween(read, base, head) {
    const { colours } = paint(read, head, base);
    const ordered = [];
    const done = new Set();
    // Depth first without recursion: a history may be long.
    const stack = [{ commit: read(head), parentsDone: false }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        const { commit, parentsDone } = top;
        if (done.has(commit.id) || colours.get(commit.id) !== fromOurs)
            continue;
        if (parentsDone) {
            done.add(commit.id);
            ordered.push(commit);
        }
        else {
            stack.push({ commit, parentsDone: true });
            for (const parent of commit.parents.toReversed())
                stack.push({ commit: read(parent), parentsDone: false });
        }
    }
    return ordered;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/pull-diff.js


/** The commits of a pull request, oldest first. */
function pullCommits({ repository, base, head }) {
    return commitsBetween(repository.git.network.commit, base.sha, head.sha);
}
/** The files of a pull request: from the merge base to the head ("three-dot"). */
function pullFiles({ repository, base, head }) {
    return threeDotChanges(repository.git.network, base.sha, head.sha);
}
function threeDotChanges(network, base, head) {
    const common = mergeBase(network.commit, base, head);
    const from = common === undefined ? tree_emptyTree : network.commit(common).tree;
    return network.diffs.changes(from, network.commit(head).tree);
}
async function statsOf(network, base, head) {
    const files = await threeDotChanges(network, base, head);
    return {
        commits: commitsBetween(network.commit, base, head).length,
        additions: files.reduce((sum, { additions }) => sum + additions, 0),
        deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
        changedFiles: files.length,
    };
}
/** True where two diffs have the same patch, wherever in the files it applies: what `git patch-id` compares. */
function isSamePatch(one, other) {
    const essence = (changes) => JSON.stringify(changes.map((change) => [change.status, change.path, change.previousPath, patchText(change)]));
    return essence(one) === essence(other);
}
/** The lines of the hunks without blanks and places; of what has none the content itself. */
function patchText({ patch, id }) {
    return patch === undefined ? id : patch.replace(/^@@ .*$/gm, '@@').replace(/[ \t]/g, '');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/mark-merged.js


/**
 * Marks a pull request as merged whose head came into the base branch by a push ("indirect merge": About pull request
 * merges). Not where the base was forced back meanwhile, or the head went on.
 */
function markMerged(world, pull, by) {
    const { issue, head, base, repository } = pull;
    const tip = repository.branches.get(base.ref);
    if (issue.state !== 'open' || tip === undefined)
        return;
    if (!isAncestor(repository.git.network.commit, head.sha, tip))
        return;
    setMerged(world, pull, mergeCommitOf(pull, tip), by);
}
/** @param commit by which it came into the base branch */
function setMerged(world, pull, commit, by) {
    pull.merged = true;
    pull.mergedAt = world.state.now();
    pull.mergedBy = by.user;
    pull.mergeCommitSha = commit;
    issue_edit_closeIssue(world, pull.issue, by);
}
/** The first commit of the base branch, along first parents, that contains the head. */
function mergeCommitOf({ head, repository }, tip) {
    const read = repository.git.network.commit;
    let commit = tip;
    for (let [parent] = read(commit).parents; parent !== undefined; [parent] = read(parent).parents) {
        if (!isAncestor(read, head.sha, parent))
            break;
        commit = parent;
    }
    return commit;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/follow-push.js






/** What a push does to open pull requests: those that come from the branch follow it, those that go to it may be merged. */
async function followPush(world, repository, move, by) {
    const [, branch] = /^refs\/heads\/(.+)$/.exec(move.name) ?? [];
    if (branch === undefined)
        return;
    for (const pull of pullsFrom(world, repository, branch)) {
        if (move.after === noObject)
            issue_edit_closeIssue(world, pull.issue, by);
        else
            await moveHead(world, pull, move.after, by);
    }
    const pulls = openPulls(repository).filter(({ base }) => base.ref === branch);
    if (move.after === noObject) {
        for (const { issue } of pulls)
            issue_edit_closeIssue(world, issue, by);
    }
    else if (pulls.length > 0) {
        await moveBase(world, repository, pulls, move, by);
    }
}
function openPulls({ pulls }) {
    return [...pulls.values()].filter(({ issue }) => issue.state === 'open');
}
/** The open pull requests that come from a branch, whichever repository of the network they go to. */
function pullsFrom({ state }, repository, branch) {
    return state.repositories
        .filter(({ git, pulls }) => pulls.size > 0 && git.network === repository.git.network)
        .flatMap(openPulls)
        .filter(({ head }) => head.repository === repository && head.ref === branch);
}
/**
 * A push to the head branch: `synchronize`. Where the branch has nothing any more that the base has not, GitHub closes the
 * pull request (dimikot/git-grok#30, gfx-rs/metal-rs#323).
 */
async function moveHead(world, pull, after, by) {
    const { issue, repository, head, base } = pull;
    const { network, refs } = repository.git;
    const baseTip = repository.branches.get(base.ref) ?? base.sha;
    if (isAncestor(network.commit, after, baseTip)) {
        issue_edit_closeIssue(world, issue, by);
        return;
    }
    const before = head.sha;
    const forced = !isAncestor(network.commit, before, after);
    const samePatch = forced &&
        isSamePatch(await threeDotChanges(network, base.sha, before), await threeDotChanges(network, baseTip, after));
    const stats = await statsOf(network, baseTip, after);
    // From here on nothing is awaited: whoever looks sees the old pull request or the new one.
    if (issue.state !== 'open')
        return;
    head.sha = after;
    base.sha = baseTip;
    Object.assign(pull, { stats, mergeable: null, rebaseable: null });
    refs.set(`refs/pull/${issue.number}/head`, after);
    reviewsAfterPush(world, pull, { before, after, samePatch }, by);
    touch(world, issue);
    emitIssue(world, issue, 'synchronize', by, { before, after });
}
/**
 * A push to the base branch: whether each can still be merged must be found out anew, and those whose head it contains show
 * as merged, later or never, as the repository's settings say. Their commit lists and diffs stay as they are. Those that
 * have no history in common with it any more are closed (stlehmann/pyads#511).
 */
async function moveBase(world, repository, pulls, move, by) {
    const { network } = repository.git;
    for (const pull of pulls)
        Object.assign(pull, { mergeable: null, rebaseable: null });
    const { mergedAfter } = repository.settings;
    if (move.forced) {
        for (const { issue, head } of pulls) {
            if (mergeBase(network.commit, move.after, head.sha) === undefined)
                issue_edit_closeIssue(world, issue, by);
        }
    }
    if (mergedAfter === 'never' || move.before === noObject)
        return;
    const fresh = new Set(commitsBetween(network.commit, move.before, move.after).map(({ id }) => id));
    for (const pull of pulls) {
        if (!fresh.has(pull.head.sha))
            continue;
        if (mergedAfter === 0)
            markMerged(world, pull, by);
        else
            network.background.later(mergedAfter, async () => markMerged(world, pull, by));
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/json/commit-json.js
// SPDX-License-Identifier: MIT



/** The account that GitHub shows for a commit: the one with the address, whoever made the commit. */
function commit_json_accountOf(state, signature) {
    return state.userByEmail(signature.email) ?? null;
}
/** A commit of the Git data API. */
function gitCommitJson(commit, repository, origins) {
    const url = repositoryUrl(repository, origins);
    return {
        sha: commit.id,
        node_id: commitNodeId(commit.id, repository),
        url: `${url}/git/commits/${commit.id}`,
        html_url: commitWebUrl(commit.id, repository, origins),
        author: signatureJson(commit.author),
        committer: signatureJson(commit.committer),
        tree: treeLink(commit, repository, origins),
        message: messageOf(commit),
        parents: parentLinks(commit, repository, origins, 'git/commits'),
        verification: verificationJson(commit, repository),
    };
}
/** A commit of the commits API, with the accounts of author and committer. */
function commitJson(commit, repository, { state, origins }) {
    const url = repositoryUrl(repository, origins);
    return {
        sha: commit.id,
        node_id: commitNodeId(commit.id, repository),
        commit: {
            author: signatureJson(commit.author),
            committer: signatureJson(commit.committer),
            message: messageOf(commit),
            tree: treeLink(commit, repository, origins),
            url: `${url}/git/commits/${commit.id}`,
            comment_count: 0,
            verification: verificationJson(commit, repository),
        },
        url: `${url}/commits/${commit.id}`,
        html_url: commitWebUrl(commit.id, repository, origins),
        comments_url: `${url}/commits/${commit.id}/comments`,
        author: userJsonOrNull(commit_json_accountOf(state, commit.author), origins),
        committer: userJsonOrNull(commit_json_accountOf(state, commit.committer), origins),
        parents: parentLinks(commit, repository, origins, 'commits'),
    };
}
/** One changed file. @param at the commit at which the file is as the change leaves it */
function fileChangeJson(change, at) {
    const { repository, commit, origins } = at;
    const path = change.path.split('/').map(encodeURIComponent).join('/');
    const web = webUrl(repository, origins);
    return {
        sha: change.id,
        filename: change.path,
        status: change.status,
        additions: change.additions,
        deletions: change.deletions,
        changes: change.additions + change.deletions,
        blob_url: `${web}/blob/${commit}/${path}`,
        raw_url: `${web}/raw/${commit}/${path}`,
        contents_url: `${repositoryUrl(repository, origins)}/contents/${path}?ref=${commit}`,
        ...(change.patch !== undefined && { patch: change.patch }),
        ...(change.previousPath !== undefined && { previous_filename: change.previousPath }),
    };
}
/** Commits are named by their repository too: the same commit may be in several. */
function commitNodeId(id, repository) {
    return `C_${Buffer.from(`${repository.id}:${id}`).toString('base64url')}`;
}
/** GitHub's answers drop the line end that git puts after every message. */
function messageOf({ message }) {
    return message.replace(/\n+$/, '');
}
function commitWebUrl(id, repository, origins) {
    return `${webUrl(repository, origins)}/commit/${id}`;
}
function signatureJson({ name, email, date }) {
    return { name, email, date: timestamp(date) };
}
function treeLink({ tree }, repository, origins) {
    return { sha: tree, url: `${repositoryUrl(repository, origins)}/git/trees/${tree}` };
}
function parentLinks(commit, repository, origins, kind) {
    return commit.parents.map((sha) => ({
        sha,
        url: `${repositoryUrl(repository, origins)}/${kind}/${sha}`,
        html_url: commitWebUrl(sha, repository, origins),
    }));
}
/** GitHub's own key is the only one that is known here: other signatures are never found to be valid. */
function verificationJson(commit, { git }) {
    const { signature, payload, committer } = commit;
    if (git.network.webFlow.isSigned(commit)) {
        return { verified: true, reason: 'valid', signature, payload, verified_at: timestamp(committer.date) };
    }
    const reason = signature === null ? 'unsigned' : 'unknown_key';
    return { verified: false, reason, signature, payload, verified_at: null };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/changed-paths.js

/** Which files differ between two trees, without looking into them or for renames: what push events tell of a commit. */
function changed_paths_changedPaths(objects, from, to) {
    const changed = { added: [], removed: [], modified: [] };
    compare(objects, from, to, '', changed);
    return changed;
}
function compare(objects, from, to, prefix, changed) {
    if (from === to)
        return;
    const [before, after] = [from, to].map((id) => new Map(readTree(objects, id).map((entry) => [entry.name, entry])));
    for (const name of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
        const [old, young] = [before?.get(name), after?.get(name)];
        if (old?.id === young?.id && old?.mode === young?.mode)
            continue;
        const path = `${prefix}${name}`;
        compare(objects, changed_paths_treeOf(old), changed_paths_treeOf(young), `${path}/`, changed);
        const [was, is] = [changed_paths_isFile(old), changed_paths_isFile(young)];
        if (was && is)
            changed.modified.push(path);
        else if (was)
            changed.removed.push(path);
        else if (is)
            changed.added.push(path);
    }
}
function changed_paths_treeOf(entry) {
    return entry?.mode === tree_modes.folder ? entry.id : tree_emptyTree;
}
function changed_paths_isFile(entry) {
    return entry !== undefined && entry.mode !== tree_modes.folder;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pushes/push-event.js
// SPDX-License-Identifier: MIT







/** "The commits array includes a maximum of 2048 commits" (webhook documentation, push). */
const push_event_maxCommits = 2048;
/** Tells that a ref was moved: `push`, and `create` or `delete` where it came into being or went. */
function emitPush(world, repository, move, sender) {
    const { events } = world.state;
    const [, kind = '', short = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(move.name) ?? [];
    if (kind === '')
        return;
    const about = { ref: short, ref_type: kind === 'heads' ? 'branch' : 'tag', pusher_type: 'user' };
    if (move.before === noObject) {
        const facts = () => ({ ...about, master_branch: repository.defaultBranch, description: repository.description });
        events.emit({ event: 'create', repository, sender, facts });
    }
    if (move.after === noObject)
        events.emit({ event: 'delete', repository, sender, facts: () => about });
    events.emit({ event: 'push', repository, sender, facts: () => pushFacts(world, repository, move, sender) });
}
/** The commits that a push brings, parents first; of a new branch those that the default branch does not have. */
function pushedCommits(repository, { name, before, after }) {
    const { network } = repository.git;
    const head = network.findCommit(after);
    if (head === undefined || name.startsWith('refs/tags/'))
        return [];
    const base = before === noObject ? repository.branches.get(repository.defaultBranch) : before;
    return base === undefined || base === head.id ? [] : commitsBetween(network.commit, base, head.id);
}
function pushFacts(world, repository, move, sender) {
    const { name, before, after, forced } = move;
    const head = repository.git.network.findCommit(after);
    const short = (id) => id.slice(0, 12);
    return {
        ref: name,
        before,
        after,
        created: before === noObject,
        deleted: after === noObject,
        forced,
        base_ref: null,
        compare: `${webUrl(repository, world.origins)}/compare/${short(before)}...${short(after)}`,
        commits: pushedCommits(repository, move)
            .slice(-push_event_maxCommits)
            .map((commit) => pushedCommitJson(world, repository, commit)),
        head_commit: head === undefined ? null : pushedCommitJson(world, repository, head),
        pusher: { name: sender.login, email: sender.emails[0] ?? null },
    };
}
function pushedCommitJson(world, repository, commit) {
    const { network } = repository.git;
    const [parent] = commit.parents;
    const before = parent === undefined ? tree_emptyTree : network.commit(parent).tree;
    return {
        id: commit.id,
        tree_id: commit.tree,
        distinct: true,
        message: messageOf(commit),
        timestamp: timestamp(commit.committer.date),
        url: commitWebUrl(commit.id, repository, world.origins),
        author: person(world, commit.author),
        committer: person(world, commit.committer),
        ...changed_paths_changedPaths(network.objects, before, commit.tree),
    };
}
function person({ state }, signature) {
    const account = commit_json_accountOf(state, signature);
    const { name, email, date } = signature;
    return { name, email, date: timestamp(date), ...(account && { username: account.login }) };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/tag-name.js
// SPDX-License-Identifier: MIT
/** True where git takes the name for a tag (git check-ref-format, its rules 1 to 10 without the prefix). */
function isTagName(name) {
    return (name !== '' &&
        name !== '@' &&
        // eslint-disable-next-line no-control-regex -- control characters are what rule 4 forbids
        !/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$/.test(name) &&
        name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock')));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pushes/rules.js
// SPDX-License-Identifier: MIT



/** What GitHub says where a rule is broken (as people quote it, and "Available rules for rulesets"). */
const rules_words = {
    creation: 'Cannot create ref due to creations being restricted.',
    update: 'Cannot update this protected ref.',
    deletion: 'Cannot delete this branch',
    non_fast_forward: 'Cannot force-push to this branch',
    pull_request: 'Changes must be made through a pull request.',
};
/** The rulesets that apply to a ref. */
function rulesetsFor(repository, name) {
    return repository.rulesets.filter(({ include }) => include.some((pattern) => matches(repository, pattern, name)));
}
/** What rules of the repository a change to a ref would break, in GitHub's words. @param merging of a pull request */
function violations(repository, change, actor, options = {}) {
    const broken = new Set();
    for (const ruleset of rulesetsFor(repository, change.name)) {
        if (bypasses(ruleset, repository, actor))
            continue;
        for (const rule of ruleset.rules) {
            if (rule === 'pull_request' && options.merging === true)
                continue;
            if (breaks(rule, repository, change))
                broken.add(rule);
        }
    }
    return [...broken].map((rule) => rules_words[rule]);
}
function breaks(rule, repository, { before, after }) {
    switch (rule) {
        case 'creation':
            return before === noObject;
        case 'deletion':
            return after === noObject;
        case 'update':
        case 'pull_request':
            return before !== noObject && after !== noObject && before !== after;
        case 'non_fast_forward':
            return before !== noObject && after !== noObject && !isAncestor(repository.git.network.commit, before, after);
    }
}
function bypasses({ bypass }, repository, actor) {
    if (actor.installation !== undefined)
        return bypass.apps?.includes(actor.installation.app.id) === true;
    return bypass.roles?.some((role) => role === roleOf(actor.user, repository)) === true;
}
function matches(repository, pattern, name) {
    if (pattern === '~ALL')
        return name.startsWith('refs/heads/');
    if (pattern === '~DEFAULT_BRANCH')
        return name === `refs/heads/${repository.defaultBranch}`;
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('[^/]*')}$`).test(name);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pushes/ref-update.js





/** Why a ref may not be updated, if so. The same for every way: git, REST, GraphQL. */
function whyNotUpdate(repository, update, actor) {
    const no = (reason, rules = []) => ({ update, reason, rules });
    const { git } = repository;
    const { refs, network } = git;
    const { name, after } = update;
    const current = refs.get(name);
    if (!isRefName(name))
        return no('name');
    if (name.startsWith('refs/pull/'))
        return no('hidden');
    if (update.before !== undefined && update.before !== (current ?? noObject))
        return no('stale');
    if (after === noObject) {
        // Said to be absent, and absent: there is nothing to do.
        if (current === undefined)
            return update.before === noObject ? undefined : no('missing');
        if (name === `refs/heads/${repository.defaultBranch}`)
            return no('default-branch');
    }
    else {
        if (refs.collides(name))
            return no('name');
        if (!network.objects.has(after))
            return no('no-object');
        if (name.startsWith('refs/heads/') && network.objects.read(after)?.type !== 'commit')
            return no('no-commit');
        if (!update.force && current !== undefined && !isFastForward(repository, current, after))
            return no('not-fast-forward');
        if (changesWorkflows(repository, current, after) && !mayChangeWorkflows(actor))
            return no('workflow');
    }
    const broken = violations(repository, { name, before: current ?? noObject, after }, actor);
    return broken.length > 0 ? no('rules', broken) : undefined;
}
/** Moves refs that nothing speaks against; at once, so that nobody sees some moved and others not. */
function moveRefs(repository, updates) {
    const { refs } = repository.git;
    return updates.flatMap(({ name, after }) => {
        const before = refs.get(name) ?? noObject;
        if (before === after)
            return [];
        if (after === noObject)
            refs.delete(name);
        else
            refs.set(name, after);
        const forced = before !== noObject && after !== noObject && !isFastForward(repository, before, after);
        return [{ name, before, after, forced }];
    });
}
/** As git and GitHub take it: below `refs/`, and no branch or tag that looks like a commit's id (GitHub: GH002). */
function isRefName(name) {
    const [, kind, short = ''] = /^refs\/([^/]+)\/(.+)$/.exec(name) ?? [];
    return kind !== undefined && isTagName(name) && !/^[0-9a-f]{40}$/.test(short) && Buffer.byteLength(name) <= 255;
}
function isFastForward(repository, before, after) {
    const { network } = repository.git;
    const [old, young] = [network.findCommit(before), network.findCommit(after)];
    return old !== undefined && young !== undefined && isAncestor(network.commit, old.id, young.id);
}
/**
 * Apps need the permission `workflows` to push commits that change workflow files ("refusing to allow a GitHub App to create
 * or update workflow … without `workflows` permission"). Here the tips are compared.
 */
function changesWorkflows(repository, before, after) {
    const { network } = repository.git;
    const workflowsOf = (id) => {
        const tree = id === undefined ? undefined : network.findCommit(id)?.tree;
        return tree === undefined ? undefined : entryAt(network.objects, tree, '.github/workflows')?.id;
    };
    const old = before ?? repository.branches.get(repository.defaultBranch);
    return workflowsOf(old) !== workflowsOf(after);
}
function mayChangeWorkflows(actor) {
    return actor.installation === undefined || actor.permissions.workflows === 'write';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pushes/push.js




/**
 * Updates refs, all or none of them, with everything that follows from it: events, and pull requests whose head or base moved.
 * The one way in, for git, REST, GraphQL and merges. Refs have moved when it returns its promise; what follows is done
 * when that is fulfilled.
 * @returns why not
 */
async function push_push(world, repository, updates, by) {
    for (const update of updates) {
        const refusal = whyNotUpdate(repository, update, by);
        if (refusal !== undefined)
            return refusal;
    }
    await pushed(world, repository, moveRefs(repository, updates), by);
    return undefined;
}
/** What follows from refs having moved. */
async function pushed(world, repository, moves, by) {
    if (moves.length === 0)
        return;
    repository.pushedAt = world.state.now();
    for (const move of moves) {
        if (move.name === `refs/heads/${repository.defaultBranch}`)
            countContributors(world, repository, move);
        emitPush(world, repository, move, by.user);
    }
    await repository.git.network.background.run(async () => {
        for (const move of moves)
            await followPush(world, repository, move, by);
    });
}
function countContributors({ state }, repository, move) {
    for (const commit of pushedCommits(repository, move)) {
        const account = commit_json_accountOf(state, commit.author);
        if (account === null)
            continue;
        repository.contributors.set(account.id, (repository.contributors.get(account.id) ?? 0) + 1);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pushes/receive-pack.js
// SPDX-License-Identifier: MIT







const capabilities = 'report-status delete-refs side-band-64k atomic quiet ofs-delta object-format=sha1';
/** The refs that a push starts from; those of pull requests are hidden: nobody may push to them. */
function advertiseForPush({ refs }) {
    const open = refs.list().filter(([name]) => !name.startsWith('refs/pull/'));
    const lines = open.length === 0 ? [['capabilities^{}', noObject]] : open;
    return Buffer.concat([
        ...lines.map(([name, id], n) => pktLine(`${id} ${name}${n === 0 ? `\0${capabilities}` : ''}\n`)),
        flush,
    ]);
}
/**
 * A push over git (gitprotocol-pack, "Pushing Data To a Server"), taken here instead of by `git receive-pack`: the same
 * rules as for REST, and one process only, which checks and unpacks the objects.
 * @param body commands, flush, pack
 */
async function receivePack(world, repository, body, by) {
    const { lines, rest: pack } = readPktLines(body);
    const commands = lines.filter((line) => !line.toString('latin1').startsWith('shallow '));
    const wishes = commands.map(readCommand);
    const wanted = commands[0]?.toString('utf8').split('\0')[1]?.split(' ') ?? [];
    const problem = pack.length === 0 ? undefined : await unpack(repository, pack);
    const refusal = (wish) => refusalOf(world, repository, wish, by);
    const broken = problem === undefined ? undefined : { reason: 'unpacker error', remark: '' };
    const isAtomic = wanted.includes('atomic') && wishes.some((wish) => refusal(wish) !== undefined);
    const others = isAtomic ? { reason: 'atomic push failed', remark: '' } : undefined;
    const report = [pktLine(`unpack ${problem ?? 'ok'}\n`)];
    const remarks = [];
    const moves = [];
    for (const wish of wishes) {
        const why = broken ?? refusal(wish) ?? others;
        if (why) {
            report.push(pktLine(`ng ${wish.name} ${why.reason}\n`));
            remarks.push(why.remark);
        }
        else {
            report.push(pktLine(`ok ${wish.name}\n`));
            moves.push(...moveRefs(repository, [wish]));
        }
    }
    await pushed(world, repository, moves, by);
    const whole = Buffer.concat([...report, flush]);
    if (!wanted.includes('side-band-64k'))
        return whole;
    return Buffer.concat([sideband(2, remarks.join('')), sideband(1, whole), flush]);
}
/** True where somebody may push to at least one branch: in a fork, a maintainer of where its pull requests go. */
function mayPushSomething(world, repository, by) {
    return mayPush(by, repository) || repository.branches.names().some((name) => mayHelp(world, repository, name, by));
}
function readCommand(line) {
    const [command = ''] = line.toString('utf8').split('\0');
    const [before = '', after = '', ...name] = command.split(' ');
    // Whether it may go elsewhere is the client's business here (`--force`), and that of the rules.
    return { name: name.join(' '), before, after, force: true };
}
/** Objects are written one by one, so that this process can read them; malformed ones are refused, as GitHub does. */
async function unpack({ git }, pack) {
    const words = [`--git-dir=${git.network.folder}`, 'unpack-objects', '-q', '--strict'];
    const { status, stderr } = await runGit(words, pack);
    if (status === 0)
        return undefined;
    return (stderr.trim().split('\n')[0] ?? '') || `unpack-objects ended with status ${status}`;
}
function refusalOf(world, repository, wish, by) {
    const [, branch] = /^refs\/heads\/(.+)$/.exec(wish.name) ?? [];
    if (!mayPush(by, repository) && (branch === undefined || !mayHelp(world, repository, branch, by))) {
        return { reason: 'permission denied', remark: '' };
    }
    const refusal = whyNotUpdate(repository, wish, by);
    return refusal && inGitsWords(repository, refusal);
}
/** "Allow edits from maintainers": whoever may push to where an open pull request goes may push to its branch. */
function mayHelp(world, repository, branch, by) {
    return pullsFrom(world, repository, branch).some((pull) => pull.maintainerCanModify && mayPush(by, pull.repository));
}
/** As people quote it (vndee/llm-sandbox#182), or as git itself says it. */
function inGitsWords(repository, { reason, rules, update }) {
    const { name, before = noObject } = update;
    switch (reason) {
        case 'rules':
            return {
                reason: 'push declined due to repository rule violations',
                remark: `error: GH013: Repository rule violations found for ${name}.\n\n${rules.map((rule) => `- ${rule}\n`).join('')}\n`,
            };
        case 'stale':
        case 'missing': {
            const now = repository.git.refs.get(name) ?? noObject;
            return { reason: `cannot lock ref '${name}': is at ${now} but expected ${before}`, remark: '' };
        }
        case 'hidden':
            return { reason: 'deny updating a hidden ref', remark: '' };
        case 'default-branch':
            return { reason: `refusing to delete the current branch: ${name}`, remark: '' };
        case 'workflow':
            return {
                reason: 'refusing to allow a GitHub App to create or update workflow without `workflows` permission',
                remark: '',
            };
        case 'no-object':
            return { reason: 'missing necessary objects', remark: '' };
        case 'no-commit':
            return { reason: 'failed to update ref', remark: '' };
        default:
            return { reason: 'funny refname', remark: '' };
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/http-git.js
// SPDX-License-Identifier: MIT






/** Git over HTTP ("smart", gitprotocol-http): `git clone http://x:TOKEN@HOST/OWNER/NAME.git`, with `.git` or without. */
const httpGitRoutes = [
    { method: 'GET', path: '/:owner/:name/info/refs', handle: advertise },
    { method: 'POST', path: '/:owner/:name/git-upload-pack', handle: fetchObjects },
    { method: 'POST', path: '/:owner/:name/git-receive-pack', handle: http_git_push },
];
/** GitHub lets everyone fetch any commit of the network by its id. */
const uploadPack = ['-c', 'uploadpack.allowAnySHA1InWant=true', '-c', 'uploadpack.allowFilter=true', 'upload-pack'];
async function advertise(call) {
    const service = call.url.searchParams.get('service');
    const type = `application/x-${service ?? ''}-advertisement`;
    if (service === 'git-receive-pack') {
        const { repository } = forPush(call);
        return answer(type, Buffer.concat([headingOf(service), advertiseForPush(repository.git)]));
    }
    if (service !== 'git-upload-pack')
        return http_git_plain(403, 'Please upgrade your git client.\n');
    const repository = forFetch(call);
    const version = call.headers['git-protocol'];
    const refs = await upload(repository, ['--http-backend-info-refs'], Buffer.alloc(0), version);
    // The second version of the protocol has no heading.
    return answer(type, version?.includes('version=2') === true ? refs : Buffer.concat([headingOf(service), refs]));
}
async function fetchObjects(call) {
    const repository = forFetch(call);
    const result = await upload(repository, [], bodyOf(call), call.headers['git-protocol']);
    return answer('application/x-git-upload-pack-result', result);
}
async function http_git_push(call) {
    const { repository, actor } = forPush(call);
    const result = await receivePack(call, repository, bodyOf(call), actor);
    return answer('application/x-git-receive-pack-result', result);
}
/** @param version what the client says of itself, for git's own program */
async function upload({ git }, options, body, version) {
    const words = [...uploadPack, '--stateless-rpc', ...options, git.folder];
    const protocol = /^[\w=:.-]+$/.test(version ?? '') ? { GIT_PROTOCOL: version ?? '' } : {};
    return (await runGit(words, body, protocol)).stdout;
}
/** Large requests come compressed. */
function bodyOf({ body, headers }) {
    return headers['content-encoding'] === 'gzip' ? (0,external_node_zlib_.gunzipSync)(body) : Buffer.from(body);
}
/** Whoever may not see the repository is asked who he is, and then told that it is not there. */
function forFetch(call) {
    const { state, actor, params } = call;
    const { owner = '', name = '' } = params;
    const repository = access_readable({ state, actor, params: { owner, name: name.replace(/\.git$/, '') } });
    return repository ?? refuse(actor === undefined ? whoAreYou : http_git_plain(404, 'Repository not found.\n'));
}
function forPush(call) {
    const { actor } = call;
    if (actor === undefined)
        return refuse(whoAreYou);
    const repository = forFetch(call);
    if (mayPushSomething(call, repository, actor))
        return { repository, actor };
    const where = `${repository.owner}/${repository.name}.git`;
    return refuse(http_git_plain(403, `Permission to ${where} denied to ${actor.user.login}.\n`));
}
const whoAreYou = {
    ...http_git_plain(401, 'Authentication required.\n'),
    headers: { 'content-type': 'text/plain; charset=utf-8', 'www-authenticate': 'Basic realm="GitHub"' },
};
function headingOf(service) {
    return Buffer.concat([pktLine(`# service=${service}\n`), flush]);
}
function answer(type, body) {
    return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache' }, body };
}
function http_git_plain(status, text) {
    return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from(text) };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/paging.js
// SPDX-License-Identifier: MIT

const defaultPerPage = 30;
const maxPerPage = 100;
/** One page of a list, with GitHub's Link header (rel next, last, first, prev). */
function page(call, items, render) {
    const { shown, headers } = pageOf(call, items);
    return json(200, shown.map(render), headers);
}
/** The same for lists that stand in an object beside their `total_count`. */
function pageWithin(call, name, items, render, more = {}) {
    const { shown, headers } = pageOf(call, items);
    return json(200, { total_count: items.length, ...more, [name]: shown.map(render) }, headers);
}
/** The page that a call asks for. @param most how many items it may ask for, `usual`: how many it gets without asking */
function pageOf(call, items, most = maxPerPage, usual = most === maxPerPage ? defaultPerPage : most) {
    const perPage = Math.min(most, positive(call.url.searchParams.get('per_page')) ?? usual);
    const number = positive(call.url.searchParams.get('page')) ?? 1;
    const last = Math.max(1, Math.ceil(items.length / perPage));
    const relations = {
        ...(number > 1 && { prev: number - 1 }),
        ...(number < last && { next: number + 1, last }),
        ...(number > 1 && { first: 1 }),
    };
    const link = Object.entries(relations)
        .map(([relation, target]) => `<${addressOf(call, target)}>; rel="${relation}"`)
        .join(', ');
    const shown = items.slice((number - 1) * perPage, number * perPage);
    return { shown, headers: link === '' ? {} : { link }, number };
}
function addressOf(call, target) {
    const query = new URLSearchParams(call.url.searchParams);
    query.set('page', String(target));
    return `${new URL(call.origins.web).origin}${call.url.pathname}?${query.toString()}`;
}
function positive(text) {
    const value = Number(text ?? '');
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/request-fields.js
// SPDX-License-Identifier: MIT


/** The fields of a request's JSON body, read by their types; what has another type is refused in GitHub's words. */
class RequestFields {
    fields;
    constructor(fields) {
        this.fields = fields;
    }
    /**
     * @param body nothing at all counts as an empty object
     * @param list the field that an array stands for, where the route takes one in place of an object
     */
    static of(body, list) {
        if (body.length === 0)
            return new RequestFields({});
        let value;
        try {
            value = JSON.parse(Buffer.from(body).toString('utf8'));
        }
        catch {
            return refuse(problem(400, 'Problems parsing JSON'));
        }
        if (Array.isArray(value) && list !== undefined)
            return new RequestFields({ [list]: value });
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            return refuse(problem(400, 'Body should be a JSON object'));
        }
        return new RequestFields(value);
    }
    has(name) {
        return this.fields[name] !== undefined;
    }
    get all() {
        return this.fields;
    }
    raw(name) {
        return this.fields[name];
    }
    text(name) {
        return this.#optional(name, 'string', (value) => typeof value === 'string');
    }
    /** A text that the request may set to null, to the same effect as leaving it out or emptying it. */
    textOrNull(name) {
        return this.fields[name] === null ? null : this.text(name);
    }
    /** A text that must be there. GitHub: "Invalid request.\n\n"title" wasn't supplied." */
    requiredText(name) {
        return this.text(name) ?? refuse(invalidRequest(`"${name}" wasn't supplied.`));
    }
    requiredInteger(name) {
        return this.integer(name) ?? refuse(invalidRequest(`"${name}" wasn't supplied.`));
    }
    integer(name) {
        return this.#optional(name, 'integer', Number.isSafeInteger);
    }
    flag(name) {
        return this.#optional(name, 'boolean', (value) => typeof value === 'boolean');
    }
    texts(name) {
        const isText = (value) => typeof value === 'string';
        const fits = (value) => Array.isArray(value) && value.every(isText);
        return this.#optional(name, 'array of strings', fits);
    }
    /** Names, each as a text or as an object with a `name`. */
    names(name) {
        const nameIn = (value) => value?.name;
        const fits = (value) => typeof value === 'string' || typeof nameIn(value) === 'string';
        const list = this.#optional(name, 'array', (value) => Array.isArray(value) && value.every(fits));
        return list?.map((each) => String(typeof each === 'string' ? each : nameIn(each)));
    }
    integers(name) {
        const fits = (value) => Array.isArray(value) && value.every(Number.isSafeInteger);
        return this.#optional(name, 'array of integers', fits);
    }
    /** A text out of a closed list. */
    oneOf(name, texts) {
        const text = this.text(name);
        if (text === undefined || texts.includes(text))
            return text;
        return refuse(invalidRequest(`${text} is not a member of ${JSON.stringify(texts)}.`));
    }
    object(name) {
        const fits = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
        const value = this.#optional(name, 'object', fits);
        return value && new RequestFields(value);
    }
    /** A time in ISO 8601. */
    time(name) {
        const fits = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
        const text = this.#optional(name, 'date-time', fits);
        return text === undefined ? undefined : new Date(text);
    }
    /** A text of limited length, in characters. GitHub: "Only 65535 characters are allowed; 70000 were supplied." */
    limitedText(name, limit) {
        const text = this.text(name);
        const length = text === undefined || text.length <= limit ? 0 : Array.from(text).length;
        if (length <= limit)
            return text;
        return refuse(invalidRequest(`Only ${limit} characters are allowed; ${length} were supplied.`));
    }
    /** A list of limited length. GitHub: "No more than 50 items are allowed; 51 were supplied." */
    limitedObjects(name, limit) {
        const list = this.objects(name);
        if (list === undefined || list.length <= limit)
            return list;
        return refuse(invalidRequest(`No more than ${limit} items are allowed; ${list.length} were supplied.`));
    }
    objects(name) {
        const fits = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
        const list = this.#optional(name, 'array of objects', (value) => Array.isArray(value) && value.every(fits));
        return list?.map((each) => new RequestFields(each));
    }
    #optional(name, type, fits) {
        const value = this.fields[name];
        if (value === undefined || fits(value))
            return value;
        const shown = value === null ? 'nil' : JSON.stringify(value);
        return refuse(invalidRequest(`For 'properties/${name}', ${shown} is not ${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}.`));
    }
}
function invalidRequest(reason) {
    return problem(422, `Invalid request.\n\n${reason}`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/apps.js
// SPDX-License-Identifier: MIT









/** An App as such, its installations, and their tokens. */
const appRoutes = [
    { method: 'GET', path: '/api/v3/app', forApps: true, handle: getApp },
    { method: 'GET', path: '/api/v3/app/installations', forApps: true, handle: listInstallations },
    { method: 'GET', path: '/api/v3/app/installations/:id', forApps: true, handle: getInstallation },
    { method: 'POST', path: '/api/v3/app/installations/:id/access_tokens', forApps: true, handle: createToken },
    { method: 'GET', path: '/api/v3/repos/:owner/:name/installation', forApps: true, handle: ofRepository },
    { method: 'GET', path: '/api/v3/orgs/:login/installation', forApps: true, handle: ofAccount },
    { method: 'GET', path: '/api/v3/users/:login/installation', forApps: true, handle: ofAccount },
    { method: 'GET', path: '/api/v3/installation/repositories', handle: listRepositories },
    { method: 'DELETE', path: '/api/v3/installation/token', handle: revokeToken },
];
function getApp(call) {
    const app = asking(call);
    const count = installationsOf(call).length;
    return json(200, { ...appJson(app, call.origins), installations_count: count });
}
function listInstallations(call) {
    return page(call, installationsOf(call), (installation) => app_json_installationJson(installation, call.origins));
}
function getInstallation(call) {
    return json(200, app_json_installationJson(installationNamed(call), call.origins));
}
function ofRepository(call) {
    const { owner = '', name = '' } = call.params;
    const repository = refused_found(call.state.repository(owner, name));
    const installation = installationsOf(call).find((each) => access_isReachable(each, repository));
    return json(200, app_json_installationJson(refused_found(installation), call.origins));
}
function ofAccount(call) {
    const account = refused_found(call.state.user(call.params.login ?? ''));
    const installation = installationsOf(call).find((each) => each.account.id === account.id);
    return json(200, app_json_installationJson(refused_found(installation), call.origins));
}
/** A token for an hour, narrowed as asked: never more than the installation has (REST documentation, the same). */
function createToken(call) {
    const installation = installationNamed(call);
    const fields = RequestFields.of(call.body);
    const permissions = narrowedPermissions(installation, fields);
    const repositories = narrowedRepositories(installation, fields, call);
    const { token, actor } = call.state.addInstallationToken(installation, {
        ...(permissions && { permissions }),
        ...(repositories && { repositories: new Set(repositories.map(({ id }) => id)) }),
    });
    return json(201, {
        token,
        expires_at: timestamp(actor.expiresAt),
        permissions: actor.permissions,
        repository_selection: actor.repositories === 'all' ? 'all' : 'selected',
        ...(repositories && { repositories: repositories.map((each) => repositoryJson(each, call.origins)) }),
    });
}
function narrowedPermissions(installation, fields) {
    const wished = fields.object('permissions');
    if (wished === undefined)
        return undefined;
    const narrowed = { ...wished.all, metadata: 'read' };
    for (const [name, level] of Object.entries(narrowed)) {
        if (!includesLevel(installation.permissions[name], level)) {
            refuse(problem(422, 'The permissions requested are not granted to this installation.'));
        }
    }
    return narrowed;
}
function narrowedRepositories(installation, fields, call) {
    const names = fields.texts('repositories');
    const ids = fields.integers('repository_ids');
    if (names === undefined && ids === undefined)
        return undefined;
    const owner = installation.account.login;
    const wished = [
        ...(names ?? []).map((name) => call.state.repository(owner, name)),
        ...(ids ?? []).map((id) => call.state.repositories.find((each) => each.id === id)),
    ];
    return wished.map((repository) => {
        if (repository !== undefined && access_isReachable(installation, repository))
            return repository;
        const reason = 'There is at least one repository that does not exist or is not accessible to the parent installation.';
        return refuse(problem(422, reason));
    });
}
function listRepositories(call) {
    const actor = integration(call);
    const repositories = call.state.repositories.filter((each) => access_isReachable(actor.installation, each) && (actor.repositories === 'all' || actor.repositories.has(each.id)));
    return pageWithin(call, 'repositories', repositories, (each) => repositoryJson(each, call.origins), {
        repository_selection: actor.repositories === 'all' ? 'all' : 'selected',
    });
}
function revokeToken(call) {
    const actor = integration(call);
    for (const [token, each] of call.state.actors)
        if (each === actor)
            call.state.actors.delete(token);
    return { status: 204 };
}
function integration(call) {
    if (call.actor?.installation !== undefined)
        return call.actor;
    return refuse(problem(403, 'You must authenticate with an installation access token in order to list repositories for an installation.'));
}
function asking(call) {
    return call.app ?? refuse(notFound);
}
function installationsOf(call) {
    const app = asking(call);
    return [...call.state.installations.values()].filter((installation) => installation.app === app);
}
function installationNamed(call) {
    const installation = call.state.installations.get(Number(call.params.id));
    return installation?.app === asking(call) ? installation : refuse(notFound);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/asset-name.js
// SPDX-License-Identifier: MIT
/**
 * The name that GitHub gives an asset: it renames "special characters, non-alphanumeric characters, and leading or
 * trailing periods" (REST documentation). Seen in softprops/action-gh-release issue 159 and pull request 749: blanks,
 * `~`, `:`, brackets become one dot a run, `@` stays, a dot file gets `default` in front.
 */
function assetName(wished) {
    const name = wished.replace(/[^A-Za-z0-9@_+-]+/g, '.').replace(/\.$/, '');
    return name.startsWith('.') ? `default${name}` : name;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/objects.js
// SPDX-License-Identifier: MIT


/** What users download: a public address on the web server, which leads to the object store. */
const downloadRoutes = [
    { method: 'GET', path: '/:owner/:name/releases/download/*tag/:file', handle: download },
];
/** The object store: another origin, which takes the signature in the address and no Authorization header beside it. */
const objectRoutes = [
    { method: 'GET', path: '/github-production-release-asset/:repository/:asset', handle: object },
];
/** An address in the object store that carries its own permission. */
function objectUrl(asset, repository, origins) {
    const permission = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=${(0,external_node_crypto_.randomBytes)(32).toString('hex')}`;
    return `${origins.objects}/github-production-release-asset/${repository.id}/${asset.id}?${permission}`;
}
function download(call) {
    const { owner = '', name = '', tag, file } = call.params;
    const repository = call.state.repository(owner, name);
    const release = repository?.releases.find((candidate) => !candidate.draft && candidate.tag === tag);
    const asset = release?.assets.find((candidate) => candidate.name === file && candidate.state === 'uploaded');
    if (!repository || repository.private || !asset)
        return objects_text(404, 'Not Found');
    asset.downloads++;
    return redirect(objectUrl(asset, repository, call.origins));
}
function object(call) {
    if (call.headers.authorization !== undefined) {
        return objects_text(400, '<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>');
    }
    if (!call.url.searchParams.has('X-Amz-Signature'))
        return objects_text(403, '<Error><Code>AccessDenied</Code></Error>');
    const repository = call.state.repositories.find(({ id }) => String(id) === call.params.repository);
    const asset = repository?.releases.flatMap(({ assets }) => assets).find(({ id }) => String(id) === call.params.asset);
    if (asset === undefined)
        return objects_text(404, '<Error><Code>BlobNotFound</Code></Error>');
    return {
        status: 200,
        headers: {
            'content-type': 'application/octet-stream',
            'content-disposition': `attachment; filename=${asset.name}`,
        },
        body: asset.bytes,
    };
}
function objects_text(status, body) {
    return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from(body) };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/release-json.js
// SPDX-License-Identifier: MIT




/** A release as the REST API shows it. A draft's addresses carry a made-up tag: its real one may not exist yet. */
function releaseJson(release, repository, origins) {
    const self = `${repositoryUrl(repository, origins)}/releases/${release.id}`;
    const web = webUrl(repository, origins);
    const tag = encodeURIComponent(release.tag);
    return {
        url: self,
        assets_url: `${self}/assets`,
        upload_url: `${origins.uploads}/repos/${repository.owner}/${repository.name}/releases/${release.id}/assets{?name,label}`,
        html_url: `${web}/releases/tag/${tagInAddresses(release)}`,
        id: release.id,
        author: { login: release.author, type: 'User' },
        node_id: node_id_nodeId('Release', release.id),
        tag_name: release.tag,
        target_commitish: release.commitish,
        name: release.name,
        draft: release.draft,
        immutable: release.immutable,
        prerelease: release.prerelease,
        created_at: timestamp(release.createdAt),
        updated_at: timestamp(release.updatedAt),
        published_at: timestampOrNull(release.publishedAt),
        assets: release.assets.map((asset) => assetJson(asset, release, repository, origins)),
        tarball_url: release.draft ? null : `${repositoryUrl(repository, origins)}/tarball/${tag}`,
        zipball_url: release.draft ? null : `${repositoryUrl(repository, origins)}/zipball/${tag}`,
        body: release.body,
    };
}
function assetJson(asset, release, repository, origins) {
    const path = `${tagInAddresses(release)}/${encodeURIComponent(asset.name)}`;
    return {
        url: `${repositoryUrl(repository, origins)}/releases/assets/${asset.id}`,
        id: asset.id,
        node_id: node_id_nodeId('ReleaseAsset', asset.id),
        name: asset.name,
        label: asset.label,
        uploader: { login: asset.uploader, type: 'User' },
        content_type: asset.contentType,
        state: asset.state,
        size: asset.bytes.length,
        digest: asset.state === 'uploaded' ? `sha256:${(0,external_node_crypto_.createHash)('sha256').update(asset.bytes).digest('hex')}` : null,
        download_count: asset.downloads,
        created_at: timestamp(asset.createdAt),
        updated_at: timestamp(asset.createdAt),
        browser_download_url: `${webUrl(repository, origins)}/releases/download/${path}`,
    };
}
function tagInAddresses(release) {
    return release.draft ? release.slug : encodeURIComponent(release.tag);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/assets.js
// SPDX-License-Identifier: MIT






const releases = '/api/v3/repos/:owner/:name/releases';
const assetRoutes = [
    { method: 'GET', path: `${releases}/:id/assets`, handle: list },
    { method: 'GET', path: `${releases}/assets/:asset`, handle: get },
    { method: 'DELETE', path: `${releases}/assets/:asset`, handle: assets_remove },
    { method: 'POST', path: '/api/uploads/repos/:owner/:name/releases/:id/assets', handle: assets_upload },
];
function list(call) {
    const repository = access_readable(call);
    const release = repository?.releases.find(({ id }) => String(id) === call.params.id);
    if (!repository || !release || !access_visible(release, call))
        return notFound;
    return page(call, release.assets, (asset) => assetJson(asset, release, repository, call.origins));
}
/** Its description, or with `Accept: application/octet-stream` a redirect to its bytes in the object store. */
function get(call) {
    const [asset, release, repository] = findAsset(call) ?? [];
    if (!asset || !release || !repository)
        return notFound;
    if (call.headers.accept !== 'application/octet-stream') {
        return json(200, assetJson(asset, release, repository, call.origins));
    }
    return redirect(objectUrl(asset, repository, call.origins));
}
function assets_remove(call) {
    const refusal = writeRefusal(call);
    const [asset, release] = findAsset(call) ?? [];
    if (refusal || !asset || !release)
        return refusal ?? notFound;
    if (release.immutable)
        return problem(422, 'Cannot delete assets from an immutable release.');
    release.assets.splice(release.assets.indexOf(asset), 1);
    return noContent;
}
function assets_upload(call) {
    const refusal = writeRefusal(call);
    const repository = access_readable(call);
    const release = repository?.releases.find(({ id }) => String(id) === call.params.id);
    if (refusal || !repository || !release || !call.actor)
        return refusal ?? notFound;
    const name = assetName(call.url.searchParams.get('name') ?? '');
    if (name === '')
        return validationFailed({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' });
    if (release.immutable)
        return problem(422, 'Cannot upload assets to an immutable release.');
    if (call.body.length === 0)
        return problem(400, 'Bad Content-Length: ');
    if (release.assets.some((asset) => asset.name === name)) {
        return validationFailed({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
    }
    const broken = call.effect?.kind === 'half-upload';
    const asset = {
        id: call.state.newId(),
        name,
        label: call.url.searchParams.get('label'),
        state: broken ? 'starter' : 'uploaded',
        contentType: call.headers['content-type'] ?? 'application/octet-stream',
        bytes: broken ? new Uint8Array() : call.body,
        uploader: call.actor.user.login,
        createdAt: call.state.now(),
        downloads: 0,
    };
    release.assets.push(asset);
    return broken ? problem(502, 'Server Error') : json(201, assetJson(asset, release, repository, call.origins));
}
function findAsset(call) {
    const repository = access_readable(call);
    for (const release of repository?.releases ?? []) {
        const asset = release.assets.find(({ id }) => String(id) === call.params.asset);
        if (repository && asset && access_visible(release, call))
            return [asset, release, repository];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/collaborators.js
// SPDX-License-Identifier: MIT






const repo = '/api/v3/repos/:owner/:name';
const needs = { anyOf: [{ metadata: 'read' }], signedIn: true };
/** Who may do what in a repository, and who has a part in it. */
const collaboratorRoutes = [
    { method: 'GET', path: `${repo}/collaborators`, needs, handle: collaborators_list },
    { method: 'GET', path: `${repo}/collaborators/:user`, needs, handle: isCollaborator },
    { method: 'GET', path: `${repo}/collaborators/:user/permission`, needs, handle: permission },
    { method: 'GET', path: `${repo}/contributors`, needs: { anyOf: [{ metadata: 'read' }] }, handle: contributors },
];
/** People must be able to push themselves to be told; words of yegor256/rultor#1407. */
function repositoryFor(call, what) {
    const repository = refused_found(access_readable(call));
    if (call.actor?.installation === undefined && !mayPush(call.actor, repository)) {
        refuse(problem(403, `Must have push access to view ${what}.`));
    }
    return repository;
}
/** True for who has more than everyone: by himself, through a team or as the organisation's member. */
function isOne(user, repository) {
    const everyone = repository.private ? 'none' : 'read';
    const belongs = repository.collaborators.has(user.id) || repository.organization?.members.has(user.id) === true;
    return belongs || !atLeast(everyone, roleOf(user, repository));
}
function collaborators_list(call) {
    const repository = repositoryFor(call, 'repository collaborators');
    const all = [...call.state.users].filter((user) => isOne(user, repository));
    return page(call, all, (user) => collaboratorJson(user, repository, call));
}
function isCollaborator(call) {
    const repository = repositoryFor(call, 'repository collaborators');
    const user = call.state.user(call.params.user ?? '');
    return user !== undefined && isOne(user, repository) ? noContent : notFound;
}
/** Of an account that is not there: 404. Everyone may read a public repository, so that is the least there. */
function permission(call) {
    const repository = repositoryFor(call, 'collaborator permission');
    const user = refused_found(call.state.user(call.params.user ?? ''));
    const role = roleOf(user, repository);
    return json(200, {
        permission: legacyRole(role),
        role_name: role,
        user: collaboratorJson(user, repository, call),
    });
}
/** "maintain is mapped to write and triage to read" (REST documentation, the same). */
function legacyRole(role) {
    return role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
}
function collaboratorJson(user, repository, call) {
    const role = roleOf(user, repository);
    return {
        ...userJson(user, call.origins),
        permissions: {
            admin: atLeast(role, 'admin'),
            maintain: atLeast(role, 'maintain'),
            push: atLeast(role, 'write'),
            triage: atLeast(role, 'triage'),
            pull: atLeast(role, 'read'),
        },
        role_name: role,
    };
}
/** Most commits first; an empty repository has no content to show. */
function contributors(call) {
    const repository = refused_found(access_readable(call));
    const users = new Map([...call.state.users].map((user) => [user.id, user]));
    const counted = [...repository.contributors].sort(([, one], [, other]) => other - one);
    if (counted.length === 0)
        return noContent;
    return page(call, counted, ([id, contributions]) => ({
        ...userJson(refused_found(users.get(id)), call.origins),
        contributions,
    }));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/check-run.js
const checkStatuses = ['queued', 'in_progress', 'completed'];
const checkConclusions = [
    'action_required',
    'cancelled',
    'failure',
    'neutral',
    'success',
    'skipped',
    'timed_out',
];

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/json/check-run-json.js




function checkRunJson(run, origins) {
    const { app, repository, headSha } = run.suite;
    const url = `${repositoryUrl(repository, origins)}/check-runs/${run.id}`;
    return {
        id: run.id,
        name: run.name,
        node_id: node_id_nodeId('CheckRun', run.id),
        head_sha: headSha,
        external_id: run.externalId ?? '',
        url,
        html_url: `${webUrl(repository, origins)}/runs/${run.id}`,
        details_url: run.detailsUrl ?? `${origins.web}/apps/${app.slug}`,
        status: run.status,
        conclusion: run.conclusion,
        started_at: timestamp(run.startedAt),
        completed_at: timestampOrNull(run.completedAt),
        output: {
            title: run.title,
            summary: run.summary,
            text: run.text,
            annotations_count: run.annotations.length,
            annotations_url: `${url}/annotations`,
        },
        check_suite: { id: run.suite.id },
        app: appJson(app, origins),
        pull_requests: pullsAt(repository, headSha).map((pull) => minimalPullJson(pull, origins)),
    };
}
/** The same in webhooks, where the suite stands in it with more of its fields. */
function webhookCheckRunJson(run, origins) {
    return { ...checkRunJson(run, origins), check_suite: checkSuiteJson(run.suite, origins) };
}
function checkSuiteJson(suite, origins) {
    const { repository, headSha } = suite;
    const url = `${repositoryUrl(repository, origins)}/check-suites/${suite.id}`;
    const pulls = pullsAt(repository, headSha);
    const concluded = suite.runs.every(({ conclusion }) => conclusion !== null);
    const failed = suite.runs.some(({ conclusion }) => conclusion !== 'success');
    return {
        id: suite.id,
        node_id: node_id_nodeId('CheckSuite', suite.id),
        head_branch: pulls[0]?.head.ref ?? null,
        head_sha: headSha,
        status: concluded ? 'completed' : 'in_progress',
        conclusion: concluded ? (failed ? 'failure' : 'success') : null,
        url,
        before: null,
        after: headSha,
        pull_requests: pulls.map((pull) => minimalPullJson(pull, origins)),
        app: appJson(suite.app, origins),
        created_at: timestamp(suite.createdAt),
        updated_at: timestamp(suite.createdAt),
    };
}
/**
 * The open pull requests that a commit is the head of. Those from forks are not among them: "Pushes to a branch in a
 * forked repository are not detected and return an empty `pull_requests` array" (REST documentation, "Check runs").
 */
function pullsAt(repository, sha) {
    const pulls = [...repository.pulls.values()];
    return pulls.filter(({ issue, head }) => head.sha === sha && head.repository === repository && issue.state === 'open');
}
function minimalPullJson({ id, issue, head, base, repository }, origins) {
    const side = (ref, sha, where) => ({
        ref,
        sha,
        repo: { id: where.id, url: repositoryUrl(where, origins), name: where.name },
    });
    return {
        id,
        number: issue.number,
        url: `${repositoryUrl(repository, origins)}/pulls/${issue.number}`,
        head: side(head.ref, head.sha, head.repository ?? repository),
        base: side(base.ref, base.sha, repository),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/check-output.js
// SPDX-License-Identifier: MIT


/** At most 50 in a request; those of later requests come behind them (REST documentation, "Create a check run"). */
function readAnnotations(output) {
    return (output?.limitedObjects('annotations', 50) ?? []).map(readAnnotation);
}
function readAnnotation(fields) {
    const startLine = fields.requiredInteger('start_line');
    const endLine = fields.requiredInteger('end_line');
    const columns = {
        start_column: fields.integer('start_column') ?? null,
        end_column: fields.integer('end_column') ?? null,
    };
    if (startLine !== endLine && (columns.start_column ?? columns.end_column) !== null) {
        refuse(problem(422, 'Invalid request.\n\nColumns are only allowed where start_line and end_line are the same.'));
    }
    fields.requiredText('annotation_level');
    fields.requiredText('message');
    return {
        path: fields.requiredText('path'),
        start_line: startLine,
        end_line: endLine,
        ...columns,
        annotation_level: fields.oneOf('annotation_level', ['notice', 'warning', 'failure']) ?? 'notice',
        message: limitedBytes(fields, 'message') ?? '',
        title: fields.limitedText('title', 255) ?? null,
        raw_details: limitedBytes(fields, 'raw_details') ?? null,
    };
}
/** 64 KB at most (REST documentation, the same). */
function limitedBytes(fields, name) {
    const text = fields.text(name);
    if (text === undefined || Buffer.byteLength(text) <= 65_536)
        return text;
    return refuse(problem(422, `Invalid request.\n\nOnly 65536 bytes are allowed for "${name}".`));
}
/** The buttons of a check run: three at most, with short words. */
function readActions(fields) {
    return fields.limitedObjects('actions', 3)?.map((action) => ({
        label: action.limitedText('label', 20) ?? action.requiredText('label'),
        description: action.limitedText('description', 40) ?? action.requiredText('description'),
        identifier: action.limitedText('identifier', 20) ?? action.requiredText('identifier'),
    }));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/issue.js
/**
 * An issue that is opened now, with the repository's next number. For a pull request the caller sets `pull` and puts it
 * into `repository.pulls`; the caller emits `opened`.
 */
function openIssue(repository, by, wish) {
    const issue = {
        id: wish.id,
        number: ++repository.lastNumber,
        repository,
        user: by.user,
        app: by.app,
        createdAt: wish.now,
        labels: [],
        assignees: [],
        comments: new Map(),
        title: wish.title,
        body: wish.body,
        state: 'open',
        stateReason: null,
        locked: false,
        lockReason: null,
        closedAt: null,
        closedBy: null,
        updatedAt: wish.now,
        lastEditedAt: null,
        editor: null,
        pull: undefined,
    };
    repository.openIssues++;
    repository.issues.set(issue.number, issue);
    return issue;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/prepare-reopen.js



/**
 * Looks whether a closed pull request may be opened again, and brings its head up to date: "we're blocking the pull request
 * reopen if the current head isn't a descendant of the stored head sha" (GitHub, quoted in isaacs/github#361; the words
 * are those of pytorch/pytorch#114423 and cilium/cilium#47088).
 * @throws Refused (422)
 */
async function prepareReopen(pull) {
    const { head, base, repository, issue } = pull;
    const { network, refs } = repository.git;
    if (pull.merged)
        cannot('The pull request cannot be reopened.');
    if (head.repository === undefined)
        cannot('The repository that submitted this pull request has been deleted.');
    const [tip, baseTip] = [head.repository.branches.get(head.ref), repository.branches.get(base.ref)];
    if (tip === undefined)
        cannot(`The ${head.ref} branch has been deleted.`);
    if (baseTip === undefined)
        cannot(`The ${base.ref} branch has been deleted.`);
    if (!isAncestor(network.commit, head.sha, tip))
        cannot(`The ${head.ref} branch was force-pushed or recreated.`);
    if (isAncestor(network.commit, tip, baseTip)) {
        cannot(`There are no new commits on the ${head.label} branch.`);
    }
    const rival = [...repository.pulls.values()].find((other) => other.issue.state === 'open' && other.head.label === head.label && other.base.ref === base.ref);
    if (rival !== undefined) {
        cannot(`There is already an open pull request from ${head.label} to ${repository.owner}:${base.ref}.`);
    }
    const stats = await statsOf(network, baseTip, tip);
    Object.assign(pull, { stats, mergeable: null, rebaseable: null });
    head.sha = tip;
    base.sha = baseTip;
    refs.set(`refs/pull/${issue.number}/head`, tip);
}
function cannot(why) {
    const message = `state cannot be changed. ${why}`;
    return invalid({ resource: 'PullRequest', code: 'custom', field: 'state', message });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/labels.js
// SPDX-License-Identifier: MIT








const repositoryLabels = '/api/v3/repos/:owner/:name/labels';
const labels_issueLabels = '/api/v3/repos/:owner/:name/issues/:number/labels';
const read = { anyOf: [{ issues: 'read' }, { pull_requests: 'read' }] };
const write = { anyOf: [{ issues: 'write' }, { pull_requests: 'write' }], role: 'triage' };
const labels_define = { ...write, role: 'write' };
const labelRoutes = [
    { method: 'GET', path: repositoryLabels, needs: read, handle: labels_list },
    { method: 'POST', path: repositoryLabels, needs: labels_define, handle: create },
    { method: 'GET', path: `${repositoryLabels}/:label`, needs: read, handle: labels_get },
    { method: 'PATCH', path: `${repositoryLabels}/:label`, needs: labels_define, handle: update },
    { method: 'DELETE', path: `${repositoryLabels}/:label`, needs: labels_define, handle: labels_remove },
    { method: 'GET', path: labels_issueLabels, needs: read, handle: listOfIssue },
    { method: 'POST', path: labels_issueLabels, needs: write, handle: labels_add },
    { method: 'PUT', path: labels_issueLabels, needs: write, handle: set },
    { method: 'DELETE', path: labels_issueLabels, needs: write, handle: clear },
    { method: 'DELETE', path: `${labels_issueLabels}/:label`, needs: write, handle: labels_take },
];
/** The label of that name, in any case; one that is not there yet is made, in grey, as GitHub does. */
function labelNamed(call, repository, name) {
    return repository.labels.get(name.toLowerCase()) ?? newLabel(call, repository, { name });
}
function newLabel(call, repository, wish) {
    const { name, color = 'ededed', description = null } = wish;
    labels_checkName(name);
    checkColor(color);
    const label = { id: call.state.newId(), name, color: color.toLowerCase(), description, default: false };
    repository.labels.set(name.toLowerCase(), label);
    return label;
}
function labels_checkName(name) {
    if (name.trim() === '')
        invalid({ resource: 'Label', code: 'missing_field', field: 'name' });
    if (name.length <= 50)
        return;
    invalid({ resource: 'Label', code: 'custom', field: 'name', message: 'name is too long (maximum is 50 characters)' });
}
function checkColor(color) {
    if (!/^[0-9a-f]{6}$/i.test(color))
        invalid({ resource: 'Label', code: 'invalid', field: 'color' });
}
function labels_list(call) {
    const repository = refused_found(access_readable(call));
    return page(call, [...repository.labels.values()], (label) => labelJson(label, repository, call.origins));
}
function create(call) {
    const repository = refused_found(access_readable(call));
    const fields = RequestFields.of(call.body);
    const name = fields.requiredText('name');
    if (repository.labels.has(name.toLowerCase())) {
        return invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
    }
    const color = fields.text('color');
    const description = fields.textOrNull('description') ?? null;
    const label = newLabel(call, repository, { name, description, ...(color !== undefined && { color }) });
    return json(201, labelJson(label, repository, call.origins));
}
function namedLabel(call) {
    const repository = refused_found(access_readable(call));
    return { repository, label: refused_found(repository.labels.get((call.params.label ?? '').toLowerCase())) };
}
function labels_get(call) {
    const { repository, label } = namedLabel(call);
    return json(200, labelJson(label, repository, call.origins));
}
function update(call) {
    const { repository, label } = namedLabel(call);
    const fields = RequestFields.of(call.body);
    const name = fields.text('new_name') ?? label.name;
    const color = fields.text('color') ?? label.color;
    labels_checkName(name);
    checkColor(color);
    const other = repository.labels.get(name.toLowerCase());
    if (other !== undefined && other !== label)
        invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
    repository.labels.delete(label.name.toLowerCase());
    Object.assign(label, { name, color: color.toLowerCase() });
    if (fields.has('description'))
        label.description = fields.textOrNull('description') ?? null;
    repository.labels.set(name.toLowerCase(), label);
    return json(200, labelJson(label, repository, call.origins));
}
function labels_remove(call) {
    const { repository, label } = namedLabel(call);
    repository.labels.delete(label.name.toLowerCase());
    for (const issue of repository.issues.values())
        unlabelIssue(call, issue, label, caller(call));
    return noContent;
}
function listOfIssue(call) {
    const issue = issueNamed(call);
    return page(call, issue.labels, (label) => labelJson(label, issue.repository, call.origins));
}
function shown(call, issue) {
    return json(200, issue.labels.map((label) => labelJson(label, issue.repository, call.origins)));
}
/** `{labels: [name, …]}`, `{labels: [{name}, …]}` or the list alone. */
function namesIn(call) {
    return RequestFields.of(call.body, 'labels').names('labels') ?? [];
}
function labels_add(call) {
    const issue = issueNamed(call);
    for (const name of namesIn(call))
        labelIssue(call, issue, labelNamed(call, issue.repository, name), caller(call));
    return shown(call, issue);
}
function set(call) {
    const issue = issueNamed(call);
    const wanted = namesIn(call).map((name) => labelNamed(call, issue.repository, name));
    for (const label of issue.labels.filter((each) => !wanted.includes(each)))
        unlabelIssue(call, issue, label, caller(call));
    for (const label of wanted)
        labelIssue(call, issue, label, caller(call));
    return shown(call, issue);
}
function clear(call) {
    const issue = issueNamed(call);
    for (const label of [...issue.labels])
        unlabelIssue(call, issue, label, caller(call));
    return noContent;
}
function labels_take(call) {
    const issue = issueNamed(call);
    const name = (call.params.label ?? '').toLowerCase();
    const label = issue.labels.find((each) => each.name.toLowerCase() === name);
    if (label === undefined)
        return refuse(problem(404, 'Label does not exist'));
    unlabelIssue(call, issue, label, caller(call));
    return shown(call, issue);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/issues.js
// SPDX-License-Identifier: MIT










const issues = '/api/v3/repos/:owner/:name/issues';
/** Issues, and what pull requests have of one, may be read and written with either permission. */
const issueRead = { anyOf: [{ issues: 'read' }, { pull_requests: 'read' }] };
const issueWrite = { anyOf: [{ issues: 'write' }, { pull_requests: 'write' }], role: 'read' };
const triage = { ...issueWrite, role: 'triage' };
const issueRoutes = [
    { method: 'GET', path: issues, needs: issueRead, handle: issues_list },
    { method: 'POST', path: issues, needs: { anyOf: [{ issues: 'write' }], role: 'read' }, handle: issues_create },
    { method: 'GET', path: `${issues}/:number`, needs: issueRead, handle: issues_get },
    { method: 'PATCH', path: `${issues}/:number`, needs: issueWrite, handle: issues_update },
    { method: 'PUT', path: `${issues}/:number/lock`, needs: triage, handle: lock },
    { method: 'DELETE', path: `${issues}/:number/lock`, needs: triage, handle: unlock },
];
const mustBeAdmin = problem(403, 'Must have admin rights to Repository.');
/** The repository and the issue or pull request that a call names. */
function issueNamed(call) {
    const repository = refused_found(access_readable(call));
    return refused_found(repository.issues.get(Number(call.params.number)));
}
/** Who calls; there is always one behind a route whose `needs` refuse everybody else. */
function caller(call) {
    return call.actor ?? refuse(problem(401, 'Requires authentication'));
}
function mayTriage(actor, repository) {
    return may(actor, repository, { role: 'triage', anyOf: issueWrite.anyOf });
}
function issues_get(call) {
    return json(200, issueJson(issueNamed(call), call.origins));
}
function issues_list(call) {
    const repository = refused_found(access_readable(call));
    const query = call.url.searchParams;
    const state = query.get('state') ?? 'open';
    const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
    const creator = query.get('creator');
    const since = new Date(query.get('since') ?? 0);
    const wanted = [...repository.issues.values()].filter((issue) => (state === 'all' || issue.state === state) &&
        (creator === null || issue.user.login === creator) &&
        issue.updatedAt >= since &&
        labels.every((name) => issue.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())));
    return page(call, issues_sorted(wanted, query), (issue) => issueJson(issue, call.origins));
}
function issues_sorted(issues, query) {
    const keys = {
        created: ({ number }) => number,
        updated: ({ updatedAt }) => updatedAt.getTime(),
        comments: ({ comments }) => comments.size,
    };
    const key = keys[query.get('sort') ?? 'created'] ?? (({ number }) => number);
    const sign = query.get('direction') === 'asc' ? 1 : -1;
    return issues.sort((one, other) => sign * (key(one) - key(other) || one.number - other.number));
}
/** Whoever may not triage has the labels of his new issue dropped without a word (REST documentation, "Create an issue"). */
function issues_create(call) {
    const repository = refused_found(access_readable(call));
    const by = caller(call);
    const fields = RequestFields.of(call.body);
    const title = checkedTitle(titleIn(fields) ?? '');
    const body = checkedBody(fields.textOrNull('body') ?? null);
    const app = by.installation?.app ?? null;
    const issue = openIssue(repository, { user: by.user, app }, { id: call.state.newId(), title, body, now: call.state.now() });
    emitIssue(call, issue, 'opened', by);
    if (mayTriage(by, repository))
        setLabels(call, issue, fields, by);
    return json(201, issueJson(issue, call.origins));
}
async function issues_update(call) {
    const issue = issueNamed(call);
    const by = caller(call);
    if (issue.user.id !== by.user.id && !mayTriage(by, issue.repository))
        return mustBeAdmin;
    const fields = RequestFields.of(call.body);
    const title = titleIn(fields);
    const body = fields.textOrNull('body');
    const changes = {
        title: title === undefined ? undefined : checkedTitle(title),
        body: body === undefined ? undefined : checkedBody(body),
        state: fields.oneOf('state', ['open', 'closed']),
        stateReason: fields.has('state_reason')
            ? fields.oneOf('state_reason', ['completed', 'not_planned', 'reopened'])
            : undefined,
    };
    if (issue.pull !== undefined && issue.state === 'closed' && changes.state === 'open')
        await prepareReopen(issue.pull);
    editIssue(call, issue, changes, by);
    if (mayTriage(by, issue.repository))
        setLabels(call, issue, fields, by);
    return json(200, issueJson(issue, call.origins));
}
function titleIn(fields) {
    const title = fields.raw('title');
    return typeof title === 'number' ? String(title) : fields.text('title');
}
/** 256 characters at most, and not none: the limits and words are those of many public reports. */
function checkedTitle(title) {
    const resource = 'Issue';
    if (title.trim() === '')
        return invalid({ resource, code: 'missing_field', field: 'title' });
    if (title.length <= 256)
        return title;
    return invalid({
        resource,
        code: 'custom',
        field: 'title',
        message: 'title is too long (maximum is 256 characters)',
    });
}
/** @param body at most 65,536 characters, counted as Unicode code points */
function checkedBody(body) {
    if (body === null || !isTooLong(body))
        return body;
    const message = 'body is too long (maximum is 65536 characters)';
    return invalid({ resource: 'Issue', code: 'custom', field: 'body', message });
}
function isTooLong(text) {
    return text.length > 65_536 && Array.from(text).length > 65_536;
}
function setLabels(call, issue, fields, by) {
    const names = fields.names('labels');
    if (names === undefined)
        return;
    const wanted = names.map((name) => labelNamed(call, issue.repository, name));
    for (const label of issue.labels.filter((each) => !wanted.includes(each)))
        unlabelIssue(call, issue, label, by);
    for (const label of wanted)
        labelIssue(call, issue, label, by);
}
function lock(call) {
    const reasons = ['off-topic', 'too heated', 'resolved', 'spam'];
    const reason = RequestFields.of(call.body).oneOf('lock_reason', reasons) ?? null;
    lockIssue(call, issueNamed(call), true, reason, caller(call));
    return noContent;
}
function unlock(call) {
    lockIssue(call, issueNamed(call), false, null, caller(call));
    return noContent;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/check-runs.js
// SPDX-License-Identifier: MIT









const check_runs_repo = '/api/v3/repos/:owner/:name';
const check_runs_read = { anyOf: [{ checks: 'read' }] };
const check_runs_write = { anyOf: [{ checks: 'write' }], role: 'read' };
const checkRunRoutes = [
    { method: 'POST', path: `${check_runs_repo}/check-runs`, needs: check_runs_write, handle: check_runs_create },
    { method: 'GET', path: `${check_runs_repo}/check-runs/:id`, needs: check_runs_read, handle: check_runs_get },
    { method: 'PATCH', path: `${check_runs_repo}/check-runs/:id`, needs: check_runs_write, handle: check_runs_update },
    { method: 'GET', path: `${check_runs_repo}/check-runs/:id/annotations`, needs: check_runs_read, handle: annotations },
    { method: 'POST', path: `${check_runs_repo}/check-runs/:id/rerequest`, needs: { ...check_runs_write, role: 'write' }, handle: rerequest },
    { method: 'GET', path: `${check_runs_repo}/commits/:ref/check-runs`, needs: check_runs_read, handle: listForRef },
    { method: 'GET', path: `${check_runs_repo}/check-suites/:suite/check-runs`, needs: check_runs_read, handle: listInSuite },
];
/** Only Apps write check runs (REST documentation, "Check runs"). */
function check_runs_app(call) {
    return caller(call).installation?.app ?? refuse(problem(403, 'You must authenticate via a GitHub App.'));
}
function runNamed(call) {
    const repository = refused_found(access_readable(call));
    const run = call.state.checkRuns.get(Number(call.params.id));
    return refused_found(run?.suite.repository === repository ? run : undefined);
}
function check_runs_create(call) {
    const repository = refused_found(access_readable(call));
    const fields = RequestFields.of(call.body);
    const name = fields.requiredText('name');
    const sha = fields.requiredText('head_sha');
    if (repository.git.resolve(sha)?.id !== sha)
        return problem(422, `No commit found for SHA: ${sha}`);
    const now = call.state.now();
    const run = {
        id: call.state.newId(),
        suite: suiteOf(call, repository, sha, check_runs_app(call)),
        annotations: [],
        name,
        externalId: null,
        detailsUrl: null,
        status: 'queued',
        conclusion: null,
        startedAt: now,
        completedAt: null,
        title: null,
        summary: null,
        text: null,
        actions: [],
    };
    apply(fields, run, now);
    run.suite.runs.push(run);
    call.state.checkRuns.set(run.id, run);
    emit(call, run, 'created', caller(call));
    if (run.status === 'completed')
        emit(call, run, 'completed', caller(call));
    return json(201, checkRunJson(run, call.origins));
}
/** One suite for each App and commit. */
function suiteOf(call, repository, headSha, app) {
    const suites = repository.checkSuites.get(headSha) ?? [];
    const known = suites.find((suite) => suite.app === app);
    if (known !== undefined)
        return known;
    const suite = { id: call.state.newId(), app, repository, headSha, createdAt: call.state.now(), runs: [] };
    call.state.checkSuites.set(suite.id, suite);
    repository.checkSuites.set(headSha, [...suites, suite]);
    return suite;
}
function check_runs_update(call) {
    const run = runNamed(call);
    if (check_runs_app(call) !== run.suite.app) {
        // Words of OP5dev/TF-via-PR#538.
        const owner = run.suite.app.id;
        return problem(403, `Invalid app_id \`${owner}\` - check run can only be modified by the GitHub App that created it.`);
    }
    const before = run.status;
    apply(RequestFields.of(call.body), run, call.state.now());
    if (run.status === 'completed' && before !== 'completed')
        emit(call, run, 'completed', caller(call));
    return json(200, checkRunJson(run, call.origins));
}
/** Takes over what a request sets. Everything is read before anything changes, so that a refused request changes nothing. */
function apply(fields, run, now) {
    const conclusion = fields.oneOf('conclusion', checkConclusions);
    const completedAt = fields.time('completed_at');
    const status = conclusion === undefined ? fields.oneOf('status', checkStatuses) : 'completed';
    if (conclusion === undefined && (status === 'completed' || completedAt !== undefined) && run.conclusion === null) {
        refuse(problem(422, 'Invalid request.\n\nMissing required keys "conclusion".'));
    }
    const output = fields.object('output');
    const summary = output && (output.limitedText('summary', 65_535) ?? output.requiredText('summary'));
    const more = readAnnotations(output);
    const next = {
        name: fields.text('name') ?? run.name,
        externalId: fields.text('external_id') ?? run.externalId,
        detailsUrl: fields.text('details_url') ?? run.detailsUrl,
        startedAt: fields.time('started_at') ?? run.startedAt,
        title: output?.text('title') ?? run.title,
        summary: summary ?? run.summary,
        text: output?.limitedText('text', 65_535) ?? (output ? null : run.text),
        actions: readActions(fields) ?? run.actions,
        status: status ?? run.status,
    };
    Object.assign(run, next);
    run.annotations.push(...more);
    run.conclusion = run.status === 'completed' ? (conclusion ?? run.conclusion) : null;
    run.completedAt = run.status === 'completed' ? (completedAt ?? run.completedAt ?? now) : null;
}
function check_runs_get(call) {
    return json(200, checkRunJson(runNamed(call), call.origins));
}
function annotations(call) {
    const run = runNamed(call);
    const { repository, headSha } = run.suite;
    return page(call, run.annotations, (annotation) => ({
        ...annotation,
        blob_href: `${call.origins.web}/${repository.owner}/${repository.name}/blob/${headSha}/${annotation.path}`,
    }));
}
/** In the web interface whoever may write asks for it; the run itself stays as it is (REST documentation, the same). */
function rerequest(call) {
    const run = runNamed(call);
    emit(call, run, 'rerequested', caller(call));
    return json(201, {});
}
function listForRef(call) {
    const repository = refused_found(access_readable(call));
    const sha = repository.git.resolve(call.params.ref ?? '')?.id;
    if (sha === undefined)
        return problem(422, `No commit found for SHA: ${call.params.ref ?? ''}`);
    const appId = call.url.searchParams.get('app_id');
    const suites = (repository.checkSuites.get(sha) ?? []).filter(({ app }) => appId === null || String(app.id) === appId);
    return check_runs_listed(call, suites);
}
function listInSuite(call) {
    const suite = call.state.checkSuites.get(Number(call.params.suite));
    return suite === undefined || suite.repository !== access_readable(call) ? notFound : check_runs_listed(call, [suite]);
}
/** With `filter=latest`, the default, of each App and name the newest. */
function check_runs_listed(call, suites) {
    const query = call.url.searchParams;
    const [name, status] = [query.get('check_name'), query.get('status')];
    const shown = suites
        .flatMap(({ runs }) => (query.get('filter') === 'all' ? runs : latest(runs)))
        .filter((run) => (name === null || run.name === name) && (status === null || run.status === status))
        .sort((one, other) => other.id - one.id);
    return pageWithin(call, 'check_runs', shown, (run) => checkRunJson(run, call.origins));
}
function latest(runs) {
    return [...new Map(runs.map((run) => [run.name, run])).values()];
}
/** Only the App that made a run hears of it, and of asking for it again (webhook documentation, `check_run`). */
function emit({ state, origins }, run, action, by) {
    state.events.emit({
        event: 'check_run',
        action,
        repository: run.suite.repository,
        onlyFor: run.suite.app,
        sender: by.user,
        facts: () => ({ check_run: webhookCheckRunJson(run, origins) }),
    });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/base64-lines.js
// SPDX-License-Identifier: MIT
/** Base64 as GitHub's answers hold it: lines of 60 characters, each ended. */
function base64Lines(bytes) {
    return Buffer.from(bytes)
        .toString('base64')
        .replace(/.{1,60}/g, '$&\n');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/media-type.js
/**
 * Which of GitHub's own representations a caller asks for: `application/vnd.github.raw`, `….raw+json`, `….v3.raw` are
 * `raw` (REST documentation, "Media types"). Anything else is `json`.
 */
function representation(call) {
    const [, name] = /application\/vnd\.github\.(?:v3\.)?(raw|object|sha)\b/.exec(call.headers.accept ?? '') ?? [];
    return name ?? 'json';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/git-blobs.js
// SPDX-License-Identifier: MIT







const blobs = '/api/v3/repos/:owner/:name/git/blobs';
const contentsRead = { anyOf: [{ contents: 'read' }] };
const contentsWrite = { anyOf: [{ contents: 'write' }] };
const gitBlobRoutes = [
    { method: 'POST', path: blobs, needs: contentsWrite, handle: git_blobs_create },
    { method: 'GET', path: `${blobs}/:sha`, needs: contentsRead, handle: git_blobs_get },
];
/** "This endpoint supports blobs up to 100 megabytes in size" (REST documentation, "Get a blob"). */
const git_blobs_maxBytes = 100_000_000;
function git_blobs_create(call) {
    const repository = refused_found(access_readable(call));
    const fields = RequestFields.of(call.body);
    const encoding = fields.text('encoding') ?? 'utf-8';
    const content = fields.text('content') ?? refuse(problem(422, 'Invalid request.\n\n"content" wasn\'t supplied.'));
    const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
    const sha = repository.git.network.objects.write('blob', bytes);
    const url = blobUrl(sha, repository, call);
    return json(201, { sha, url }, { location: url });
}
function git_blobs_get(call) {
    const repository = refused_found(access_readable(call));
    const { sha = '' } = call.params;
    const object = repository.git.network.objects.read(sha);
    const bytes = refused_found(object?.type === 'blob' ? object.body : undefined);
    if (bytes.length > git_blobs_maxBytes)
        return problem(403, 'This API returns blobs up to 100 MB in size.');
    if (representation(call) === 'raw') {
        return { status: 200, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' }, body: bytes };
    }
    return json(200, {
        sha,
        node_id: `B_${Buffer.from(`${repository.id}:${sha}`).toString('base64url')}`,
        size: bytes.length,
        url: blobUrl(sha, repository, call),
        content: base64Lines(bytes),
        encoding: 'base64',
    });
}
function blobUrl(sha, repository, call) {
    return `${repositoryUrl(repository, call.origins)}/git/blobs/${sha}`;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/branches.js
// SPDX-License-Identifier: MIT








const branches = '/api/v3/repos/:owner/:name/branches';
const branchRoutes = [
    { method: 'GET', path: branches, needs: contentsRead, handle: branches_list },
    { method: 'GET', path: `${branches}/*branch`, needs: contentsRead, handle: branches_get },
];
function branches_list(call) {
    const repository = refused_found(access_readable(call));
    const names = repository.branches.names();
    const wanted = call.url.searchParams.get('protected');
    const chosen = names.filter((name) => wanted === null || isProtected(repository, name) === (wanted === 'true'));
    return page(call, chosen, (name) => {
        const sha = repository.branches.get(name) ?? '';
        return {
            name,
            commit: { sha, url: `${repositoryUrl(repository, call.origins)}/commits/${sha}` },
            ...protection(repository, name, call),
        };
    });
}
function branches_get(call) {
    const repository = refused_found(access_readable(call));
    const { branch = '' } = call.params;
    const sha = repository.git.refs.late(`refs/heads/${branch}`) ?? refuse(problem(404, 'Branch not found'));
    return json(200, {
        name: branch,
        commit: commitJson(repository.git.network.commit(sha), repository, call),
        _links: {
            self: `${repositoryUrl(repository, call.origins)}/branches/${branch}`,
            html: `${webUrl(repository, call.origins)}/tree/${branch}`,
        },
        ...protection(repository, branch, call),
    });
}
/** Rulesets make a branch show as protected; what classic branch protection says of it is off. */
function protection(repository, name, call) {
    return {
        protected: isProtected(repository, name),
        protection: {
            enabled: false,
            required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
        },
        protection_url: `${repositoryUrl(repository, call.origins)}/branches/${name}/protection`,
    };
}
function isProtected(repository, name) {
    return rulesetsFor(repository, `refs/heads/${name}`).length > 0;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/limit-patches.js
/** "No single file's diff may exceed 20,000 lines … or 500 KB of raw diff data" (Repository limits). */
const maxFileLines = 20_000;
const maxFileBytes = 500_000;
/** "No total diff may exceed 20,000 lines … or 1 MB of raw diff data" */
const maxLines = 20_000;
const limit_patches_maxBytes = 1_000_000;
/**
 * Takes away patches that are too large. Once those in one answer add up to the limit, the files after them have no patch
 * and, though they changed, zeros as their counts (github community discussion 213491).
 */
function limitPatches(changes) {
    let lines = 0;
    let bytes = 0;
    return changes.map((change) => {
        const { patch, ...rest } = change;
        if (patch === undefined)
            return change;
        const [own, size] = [change.additions + change.deletions, Buffer.byteLength(patch)];
        if (own > maxFileLines || size > maxFileBytes)
            return rest;
        lines += own;
        bytes += size;
        return lines <= maxLines && bytes <= limit_patches_maxBytes ? change : { ...rest, additions: 0, deletions: 0 };
    });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/commits.js
// SPDX-License-Identifier: MIT













const commits = '/api/v3/repos/:owner/:name/commits';
const commitRoutes = [
    { method: 'GET', path: commits, needs: contentsRead, handle: commits_list },
    {
        method: 'GET',
        path: `${commits}/:sha/pulls`,
        needs: { anyOf: [{ pull_requests: 'read' }, { contents: 'read' }] },
        handle: listPulls,
    },
    { method: 'GET', path: `${commits}/*ref`, needs: contentsRead, handle: commits_get },
];
/** "If there are more than 300 files, … pagination link headers for the remaining files, up to a limit of 3000 files". */
const filesPerPage = 300;
const maxFiles = 3000;
function commitNamed(repository, name) {
    return repository.git.resolve(name) ?? refuse(problem(422, `No commit found for SHA: ${name}`));
}
function commits_list(call) {
    const repository = refused_found(access_readable(call));
    const query = call.url.searchParams;
    const from = query.get('sha') ?? repository.defaultBranch;
    if (repository.git.refs.list('refs/heads/').length === 0)
        return problem(409, 'Git Repository is empty.');
    const start = refused_found(repository.git.resolve(from));
    const chosen = commits_history(repository, start, query.get('path') ?? '').filter((commit) => isWanted(call, commit));
    return page(call, chosen, (commit) => commitJson(commit, repository, call));
}
function commits_history(repository, start, path) {
    const { network } = repository.git;
    const trimmed = path.replace(/^\/+|\/+$/g, '');
    if (trimmed === '')
        return [...history_log(network.commit, [start.id])];
    return [...logOf(network.commit, start.id, (tree) => entryAt(network.objects, tree, trimmed)?.id)];
}
/** `author` is a login or an address. */
function isWanted(call, { author, committer }) {
    const query = call.url.searchParams;
    const [wanted, since, until] = [query.get('author'), query.get('since'), query.get('until')];
    return ((wanted === null ||
        author.email.toLowerCase() === wanted.toLowerCase() ||
        commit_json_accountOf(call.state, author)?.login.toLowerCase() === wanted.toLowerCase()) &&
        (since === null || committer.date >= new Date(since)) &&
        (until === null || committer.date <= new Date(until)));
}
async function commits_get(call) {
    const repository = refused_found(access_readable(call));
    const { network } = repository.git;
    const commit = commitNamed(repository, call.params.ref ?? '');
    if (representation(call) === 'sha') {
        return { status: 200, headers: { 'content-type': 'application/vnd.github.sha' }, body: Buffer.from(commit.id) };
    }
    const [parent] = commit.parents;
    const before = parent === undefined ? tree_emptyTree : network.commit(parent).tree;
    const changes = await network.diffs.changes(before, commit.tree);
    const sum = (count) => changes.reduce((total, change) => total + count(change), 0);
    const [additions, deletions] = [sum((change) => change.additions), sum((change) => change.deletions)];
    const { shown, headers } = pageOf(call, changes.slice(0, maxFiles), filesPerPage);
    const body = {
        ...commitJson(commit, repository, call),
        stats: { additions, deletions, total: additions + deletions },
        files: limitPatches(shown).map((change) => fileChangeJson(change, { repository, commit: commit.id, origins: call.origins })),
    };
    return json(200, body, headers);
}
/** Pull requests of the repository that have the commit, or had it before they were merged. */
function listPulls(call) {
    const repository = refused_found(access_readable(call));
    const { id } = commitNamed(repository, call.params.sha ?? '');
    const pulls = [...repository.pulls.values()].filter((pull) => (pull.merged || pull.issue.state === 'open') &&
        (pull.head.sha === id || pull.mergeCommitSha === id || pullCommits(pull).some((commit) => commit.id === id)));
    return page(call, pulls, (pull) => pullRequestSimpleJson(pull, call.origins));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/compare.js
// SPDX-License-Identifier: MIT









const compareRoutes = [
    { method: 'GET', path: '/api/v3/repos/:owner/:name/compare/*basehead', needs: contentsRead, handle: compare_compare },
];
/** "The response includes a comparison of up to 250 commits … up to 300 changed files", the files on the first page only. */
const compare_maxCommits = 250;
const compare_maxFiles = 300;
/** `BASE...HEAD`, each a branch, tag or commit, or `OWNER:BRANCH` of the same network. */
async function compare_compare(call) {
    const repository = refused_found(access_readable(call));
    const { network } = repository.git;
    const [baseName = '', headName = ''] = (call.params.basehead ?? '').split('...');
    const [base, head] = [commitOf(call, repository, baseName), commitOf(call, repository, headName)];
    const common = mergeBase(network.commit, base.id, head.id);
    if (common === undefined)
        return problem(404, `No common ancestor between ${baseName} and ${headName}.`);
    const ahead = commitsBetween(network.commit, base.id, head.id);
    const behind = commitsBetween(network.commit, head.id, base.id);
    const { shown, headers, number } = pageOf(call, ahead, compare_maxCommits);
    const changes = number === 1 ? await network.diffs.changes(network.commit(common).tree, head.tree) : [];
    const url = `${repositoryUrl(repository, call.origins)}/compare/${baseName}...${headName}`;
    const web = `${webUrl(repository, call.origins)}/compare/${baseName}...${headName}`;
    const { owner } = repository;
    const permanent = `${owner}:${base.id.slice(0, 7)}...${owner}:${head.id.slice(0, 7)}`;
    const body = {
        url,
        html_url: web,
        permalink_url: `${webUrl(repository, call.origins)}/compare/${permanent}`,
        diff_url: `${web}.diff`,
        patch_url: `${web}.patch`,
        base_commit: commitJson(base, repository, call),
        merge_base_commit: commitJson(network.commit(common), repository, call),
        status: compare_statusOf(ahead.length, behind.length),
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        commits: shown.map((commit) => commitJson(commit, repository, call)),
        files: limitPatches(changes.slice(0, compare_maxFiles)).map((change) => fileChangeJson(change, { repository, commit: head.id, origins: call.origins })),
    };
    return json(200, body, headers);
}
function commitOf(call, repository, name) {
    const [, owner, ref = name] = /^([^:]+):(.+)$/.exec(name) ?? [];
    const where = owner === undefined
        ? repository
        : call.state.repositories.find((other) => other.git.network === repository.git.network && other.owner.toLowerCase() === owner.toLowerCase());
    return where?.git.resolve(ref) ?? refuse(problem(404, 'Not Found'));
}
function compare_statusOf(ahead, behind) {
    if (ahead > 0 && behind > 0)
        return 'diverged';
    if (ahead > 0)
        return 'ahead';
    return behind > 0 ? 'behind' : 'identical';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pushes/refusal-answer.js
// SPDX-License-Identifier: MIT

/**
 * What REST says to a push that is refused. A branch that cannot be created is told no more than "Reference update failed"
 * (github/rest-api-description#4887); words about rules as quoted in satisfactory-factories/application#67.
 */
function refusalAnswer({ reason, rules }, creating) {
    switch (reason) {
        case 'no-object':
            return problem(422, 'Object does not exist');
        case 'not-fast-forward':
            return problem(422, 'Update is not a fast forward');
        case 'workflow':
            return problem(403, 'Resource not accessible by integration');
        case 'default-branch':
            return problem(422, 'Cannot delete the default branch');
        case 'missing':
            return notFound;
        case 'rules':
            return problem(422, creating ? 'Reference update failed' : rulesMessage(rules));
        default:
            return problem(422, 'Reference update failed');
    }
}
function rulesMessage(rules) {
    return `Repository rule violations found\n\n${rules.join('\n\n')}\n\n`;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/contents.js
// SPDX-License-Identifier: MIT








const contents = '/api/v3/repos/:owner/:name/contents';
const contentsRoutes = [
    { method: 'GET', path: contents, needs: contentsRead, handle: contents_get },
    { method: 'GET', path: `${contents}/*path`, needs: contentsRead, handle: contents_get },
];
/** "1 MB or smaller: all features. Between 1 and 100 MB: only the raw or object media types" (REST documentation). */
const maxInline = 1024 * 1024;
const maxRaw = 100_000_000;
/** "This API has an upper limit of 1,000 files for a directory" */
const maxFolder = 1000;
function contents_get(call) {
    const repository = refused_found(access_readable(call));
    const ref = call.url.searchParams.get('ref') ?? repository.defaultBranch;
    const commit = repository.git.resolve(ref) ?? refuse(problem(404, `No commit found for the ref ${ref}`));
    const place = { call, repository, commit, ref };
    const path = (call.params.path ?? '').replace(/\/+$/, '');
    const { objects } = repository.git.network;
    const entry = path === '' ? treeEntry('', tree_modes.folder, commit.tree) : refused_found(entryAt(objects, commit.tree, path));
    switch (entry.mode) {
        case tree_modes.folder:
            return contents_folder(place, path, entry.id);
        case tree_modes.submodule:
            return json(200, { ...common(place, path, entry, 'submodule'), submodule_git_url: submoduleUrl(place, path) });
        case tree_modes.symlink:
            return symlink(place, path, entry);
        default:
            return file(place, path, entry);
    }
}
function contents_folder(place, path, tree) {
    const entries = readTree(place.repository.git.network.objects, tree)
        .slice(0, maxFolder)
        .map((entry) => contents_listed(place, path === '' ? entry.name : `${path}/${entry.name}`, entry));
    if (representation(place.call) !== 'object')
        return json(200, entries);
    const entry = treeEntry(path.split('/').at(-1) ?? '', tree_modes.folder, tree);
    return json(200, { ...common(place, path, entry, 'dir'), entries });
}
/** In a listing, submodules have the type `file`, "for backwards compatibility" (REST documentation). */
function contents_listed(place, path, entry) {
    if (entry.mode === tree_modes.folder)
        return common(place, path, entry, 'dir');
    return common(place, path, entry, entry.mode === tree_modes.symlink ? 'symlink' : 'file');
}
function file(place, path, entry) {
    const bytes = place.repository.git.network.objects.read(entry.id)?.body ?? Buffer.alloc(0);
    const [errors, message] = [
        [{ resource: 'Blob', field: 'data', code: 'too_large' }],
        'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API, but you can always clone the repository via Git in order to obtain it.',
    ];
    if (bytes.length > maxRaw)
        return problem(403, message, errors);
    if (representation(place.call) === 'raw') {
        return { status: 200, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' }, body: bytes };
    }
    const inline = bytes.length <= maxInline;
    return json(200, {
        ...common(place, path, entry, 'file'),
        content: inline ? base64Lines(bytes) : '',
        encoding: inline ? 'base64' : 'none',
    });
}
/** "If the symlink's target is a normal file in the repository, the API responds with the content of the file." */
function symlink(place, path, entry) {
    const { objects } = place.repository.git.network;
    const target = objects.read(entry.id)?.body.toString('utf8') ?? '';
    const aim = resolved(path, target);
    const at = aim === undefined ? undefined : entryAt(objects, place.commit.tree, aim);
    if (aim !== undefined && (at?.mode === tree_modes.file || at?.mode === tree_modes.executable))
        return file(place, aim, at);
    return json(200, { ...common(place, path, entry, 'symlink'), target });
}
/** Where a symbolic link leads inside the repository. */
function resolved(path, target) {
    if (target.startsWith('/'))
        return undefined;
    const parts = path.split('/').slice(0, -1);
    for (const part of target.split('/')) {
        if (part === '..' && parts.pop() === undefined)
            return undefined;
        if (part !== '' && part !== '.' && part !== '..')
            parts.push(part);
    }
    return parts.join('/');
}
/** A file without its content. */
function contentJson(place, path) {
    const { objects } = place.repository.git.network;
    return common(place, path, refused_found(entryAt(objects, place.commit.tree, path)), 'file');
}
function common(place, path, entry, type) {
    const { call, repository, ref } = place;
    const api = repositoryUrl(repository, call.origins);
    const web = webUrl(repository, call.origins);
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    const isTree = entry.mode === tree_modes.folder;
    const isBlob = !isTree && entry.mode !== tree_modes.submodule;
    const url = `${api}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
    const git = isTree || isBlob ? `${api}/git/${isTree ? 'trees' : 'blobs'}/${entry.id}` : null;
    const html = isTree || isBlob ? `${web}/${isTree ? 'tree' : 'blob'}/${ref}/${encoded}` : null;
    return {
        name: entry.name,
        path,
        sha: entry.id,
        size: isBlob ? (repository.git.network.objects.read(entry.id)?.body.length ?? 0) : 0,
        url,
        html_url: html,
        git_url: git,
        download_url: isBlob ? `${web}/raw/${ref}/${encoded}` : null,
        type,
        _links: { self: url, git, html },
    };
}
/** As `.gitmodules` says; null where it says nothing. */
function submoduleUrl({ repository, commit }, path) {
    const { objects } = repository.git.network;
    const entry = entryAt(objects, commit.tree, '.gitmodules');
    const sections = (entry && objects.read(entry.id)?.body.toString('utf8').split(/^\[/m)) ?? [];
    const section = sections.find((text) => /^\s*path\s*=\s*(.*?)\s*$/m.exec(text)?.[1] === path);
    return /^\s*url\s*=\s*(.*?)\s*$/m.exec(section ?? '')?.[1] ?? null;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/signature-of.js
/** An account as the author of a commit that GitHub makes for it. */
function signatureOf(user, date) {
    return { name: user.name ?? user.login, email: user.emails[0] ?? '', date, zone: '+0000' };
}
/** The committer of what GitHub itself commits or merges. */
function githubSignature(date) {
    return { name: 'GitHub', email: 'noreply@github.com', date, zone: '+0000' };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/git-commits.js
// SPDX-License-Identifier: MIT








const git_commits_commits = '/api/v3/repos/:owner/:name/git/commits';
const gitCommitRoutes = [
    { method: 'POST', path: git_commits_commits, needs: contentsWrite, handle: git_commits_create },
    { method: 'GET', path: `${git_commits_commits}/:sha`, needs: contentsRead, handle: git_commits_get },
];
function git_commits_get(call) {
    const repository = refused_found(access_readable(call));
    const { sha = '' } = call.params;
    const commit = refused_found(repository.git.network.findCommit(sha));
    return commit.id === sha
        ? json(200, gitCommitJson(commit, repository, call.origins))
        : refuse(problem(404, 'Not Found'));
}
/** Makes a commit, which no ref names yet. */
function git_commits_create(call) {
    const repository = refused_found(access_readable(call));
    const { network } = repository.git;
    const fields = RequestFields.of(call.body);
    const message = fields.requiredText('message');
    const tree = fields.requiredText('tree');
    const parents = fields.texts('parents') ?? [];
    if (network.objects.read(tree)?.type !== 'tree')
        git_commits_invalid('Tree SHA does not exist');
    if (parents.some((parent) => network.objects.read(parent)?.type !== 'commit')) {
        git_commits_invalid('Parent SHA does not exist or is not a commit object');
    }
    const signature = fields.textOrNull('signature') ?? null;
    const commit = writeFor(caller(call), repository, { tree, parents, message, signature }, fields, call.state.now());
    const shown = gitCommitJson(commit, repository, call.origins);
    return json(201, shown, { location: String(shown.url) });
}
/**
 * The commit of whoever asks. What an App commits without naming anybody, and without a signature of its own, GitHub signs
 * ("Signature verification for bots"); its committer is then GitHub, as of everything that is signed so.
 */
function writeFor(by, { git: { network } }, commit, fields, now) {
    const [author, committer] = [fields.object('author'), fields.object('committer')];
    const own = signatureOf(by.user, now);
    const isSigned = by.installation !== undefined && typeof commit.signature !== 'string' && !author && !committer;
    if (isSigned)
        return network.writeSigned({ ...commit, author: own, committer: githubSignature(now) });
    const named = signatureIn(author, own);
    return network.writeCommit({ ...commit, author: named, committer: signatureIn(committer, named) });
}
/** "If omitted, committer will be filled in with author data; author with the authenticated user and the current date". */
function signatureIn(fields, instead) {
    if (fields === undefined)
        return instead;
    const date = fields.text('date');
    return {
        name: fields.requiredText('name'),
        email: fields.requiredText('email'),
        date: date === undefined ? instead.date : parseDate(date),
        zone: date === undefined ? instead.zone : zoneIn(date),
    };
}
function parseDate(text) {
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? git_commits_invalid(`Invalid request.\n\n${text} is not a valid date-time.`) : date;
}
function zoneIn(date) {
    return /[+-]\d\d:?\d\d$/.exec(date)?.[0].replace(':', '') ?? '+0000';
}
function git_commits_invalid(message) {
    return refuse(problem(422, message));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/contents-write.js
// SPDX-License-Identifier: MIT












const contents_write_file = '/api/v3/repos/:owner/:name/contents/*path';
const contentsWriteRoutes = [
    { method: 'PUT', path: contents_write_file, needs: contentsWrite, handle: contents_write_put },
    { method: 'DELETE', path: contents_write_file, needs: contentsWrite, handle: contents_write_remove },
];
/** Makes or replaces one file, in a commit of its own. */
async function contents_write_put(call) {
    const change = new FileCommit(call);
    const { repository, path, fields } = change;
    const isNew = change.before === undefined;
    if (!isNew)
        change.checkSha();
    const bytes = Buffer.from(fields.requiredText('content'), 'base64');
    const blob = repository.git.network.objects.write('blob', bytes);
    const commit = await change.commit(blob);
    const content = contentJson({ call, repository, commit, ref: change.branch }, path);
    return json(isNew ? 201 : 200, { content, commit: gitCommitJson(commit, repository, call.origins) });
}
async function contents_write_remove(call) {
    const change = new FileCommit(call);
    refused_found(change.before);
    change.checkSha();
    const commit = await change.commit(null);
    return json(200, { content: null, commit: gitCommitJson(commit, change.repository, call.origins) });
}
/** A commit that changes one file of a branch. */
class FileCommit {
    call;
    fields;
    repository;
    path;
    branch;
    /** the branch's tip, which the commit goes upon */
    #tip;
    /** what is there now */
    before;
    constructor(call) {
        this.call = call;
        this.fields = RequestFields.of(call.body);
        this.repository = refused_found(access_readable(call));
        this.path = call.params.path ?? '';
        this.branch = this.fields.text('branch') ?? this.repository.defaultBranch;
        this.#tip = this.repository.branches.get(this.branch);
        const isEmpty = this.repository.branches.names().length === 0;
        if (this.#tip === undefined && !isEmpty)
            refuse(problem(404, `Branch ${this.branch} not found`));
        if (this.path.split('/').some((part) => /^(|\.|\.\.|\.git)$/i.test(part))) {
            refuse(problem(422, 'path contains a malformed path component'));
        }
        this.before = entryAt(this.repository.git.network.objects, this.#tree, this.path)?.id;
    }
    get #tree() {
        return this.#tip === undefined ? tree_emptyTree : this.repository.git.network.commit(this.#tip).tree;
    }
    checkSha() {
        const sha = this.fields.requiredText('sha');
        if (sha !== this.before)
            refuse(problem(409, `${this.path} does not match ${sha}`));
    }
    /** @param blob null takes the file away */
    async commit(blob) {
        const { call, fields, repository, path } = this;
        const { network } = repository.git;
        const by = caller(call);
        const change = {
            tree: changeTree(network.objects, this.#tree, [{ path, mode: tree_modes.file, id: blob }]),
            parents: this.#tip === undefined ? [] : [this.#tip],
            message: fields.requiredText('message'),
        };
        const commit = writeFor(by, repository, change, fields, call.state.now());
        const update = { name: `refs/heads/${this.branch}`, after: commit.id, force: false };
        const refusal = await push_push(call, repository, [update], by);
        if (refusal !== undefined)
            refuse({ ...refusalAnswer(refusal, false), status: 409 });
        return commit;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/account-objects.js
// SPDX-License-Identifier: MIT

/** An account. A bot has no `[bot]` in its GraphQL login, as against REST. */
function accountObject(user) {
    return {
        __typename: user.type,
        id: node_id_nodeId(user.type, user.id),
        databaseId: user.id,
        login: user.type === 'Bot' ? user.login.replace(/\[bot\]$/, '') : user.login,
        name: user.name,
    };
}
function accountOrNull(user) {
    return user === null ? null : accountObject(user);
}

// EXTERNAL MODULE: ./node_modules/graphql/index.js
var graphql = __webpack_require__(7645);
;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/connection.js
// SPDX-License-Identifier: MIT

/** A part of a list, with cursors. "You must supply a first or last argument", 1 to 100 (Using pagination in GraphQL). */
function connection(items, wish, show) {
    const { first, last, after, before } = wish;
    const count = first ?? last ?? undefined;
    if (count === undefined)
        throw new graphql/* GraphQLError */.eOn('You must provide a `first` or `last` value to properly paginate.');
    if (count < 0 || count > 100)
        throw new graphql/* GraphQLError */.eOn(`Requesting ${count} records exceeds the limit of 100 records.`);
    let start = typeof after === 'string' ? indexOf(after) + 1 : 0;
    let end = typeof before === 'string' ? indexOf(before) : items.length;
    if (typeof first === 'number')
        end = Math.min(end, start + first);
    else
        start = Math.max(start, end - count);
    const edges = items.slice(start, end).map((item, n) => ({ cursor: cursorOf(start + n), node: show(item) }));
    return {
        totalCount: items.length,
        edges,
        nodes: edges.map(({ node }) => node),
        pageInfo: {
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
            hasPreviousPage: start > 0,
            hasNextPage: end < items.length,
        },
    };
}
function cursorOf(index) {
    return Buffer.from(`cursor:${index}`).toString('base64');
}
function indexOf(cursor) {
    const [, digits] = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
    if (digits === undefined)
        throw new graphql/* GraphQLError */.eOn(`\`${cursor}\` does not appear to be a valid cursor.`);
    return Number(digits);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/merge-trees.js



/**
 * The tree of a merge of two commits; undefined where they are in conflict. What only one side changed is put together
 * here; where both changed the same file, git decides (`git merge-tree`, 5 ms).
 */
async function mergeTrees(network, ours, theirs) {
    const base = mergeBase(network.commit, ours, theirs);
    if (base === undefined)
        return undefined;
    const [baseTree, ourTree, theirTree] = [base, ours, theirs].map((id) => network.commit(id).tree);
    const merged = mergePlainly(network, baseTree, ourTree, theirTree);
    if (merged !== undefined)
        return merged;
    const words = ['merge-tree', '--write-tree', '--no-messages', ours, theirs];
    const { status, stdout, stderr } = await runGit([`--git-dir=${network.folder}`, ...words]);
    if (status > 1)
        throw new Error(`git merge-tree (Git 2.38 or later) ended with status ${status}: ${stderr}`);
    return status === 0 ? stdout.toString('latin1').trim() : undefined;
}
/** Entry by entry, each from the side that changed it; undefined where both did, in different ways. */
function mergePlainly(network, base, ours, theirs) {
    if (ours === theirs || theirs === base)
        return ours;
    if (ours === base)
        return theirs;
    const { objects } = network;
    const [bases, own, foreign] = [base, ours, theirs].map((tree) => new Map(readTree(objects, tree).map((entry) => [entry.bytes.toString('latin1'), entry])));
    const merged = [];
    for (const name of new Set([...(own?.keys() ?? []), ...(foreign?.keys() ?? [])])) {
        const [before, our, their] = [bases?.get(name), own?.get(name), foreign?.get(name)];
        let entry;
        if (merge_trees_same(our, their) || merge_trees_same(their, before)) {
            entry = our;
        }
        else if (merge_trees_same(our, before)) {
            entry = their;
        }
        else {
            if (our?.mode !== tree_modes.folder || their?.mode !== tree_modes.folder)
                return undefined;
            const inner = mergePlainly(network, before?.mode === tree_modes.folder ? before.id : tree_emptyTree, our.id, their.id);
            if (inner === undefined)
                return undefined;
            entry = inner === tree_emptyTree ? undefined : { ...our, id: inner };
        }
        if (entry !== undefined)
            merged.push(entry);
    }
    return writeTree(objects, merged);
}
function merge_trees_same(one, other) {
    return one?.id === other?.id && one?.mode === other?.mode;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/mergeability.js


const underWay = new WeakSet();
/**
 * Starts to find out whether a pull request can be merged, where that is not known: "a background job was started … give the
 * job a few moments to complete, and then submit the request again" (REST documentation, "Get a pull request"). The job
 * puts a test merge at `refs/pull/N/merge`.
 */
function askWhetherMergeable(world, pull) {
    if (pull.mergeable !== null || pull.issue.state !== 'open' || underWay.has(pull))
        return;
    underWay.add(pull);
    pull.repository.git.network.background.later(pull.repository.settings.mergeableAfter, async () => {
        underWay.delete(pull);
        await tryMerge(world, pull);
    });
}
async function tryMerge(world, pull) {
    const { repository, head, base, issue } = pull;
    const { network, refs } = repository.git;
    const [ours, theirs] = [repository.branches.get(base.ref), head.sha];
    if (ours === undefined)
        return;
    const tree = await mergeTrees(network, ours, theirs);
    // Something was pushed meanwhile: whoever asks next gets a new job.
    if (issue.state !== 'open' || head.sha !== theirs || repository.branches.get(base.ref) !== ours)
        return;
    const name = `refs/pull/${issue.number}/merge`;
    pull.mergeable = pull.rebaseable = tree !== undefined;
    if (tree === undefined) {
        if (refs.get(name) !== undefined)
            refs.delete(name);
        return;
    }
    const { id } = network.writeCommit({
        tree,
        parents: [ours, theirs],
        author: network.commit(theirs).author,
        committer: githubSignature(world.state.now()),
        message: `Merge ${theirs} into ${ours}`,
    });
    refs.set(name, id);
    pull.mergeCommitSha = id;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/conversation-objects.js
// SPDX-License-Identifier: MIT










/** "Responses include a maximum of 250 commits" holds for GraphQL's list as well. */
const conversation_objects_maxCommits = 250;
function issueObject(issue) {
    return {
        __typename: 'Issue',
        id: node_id_nodeId('Issue', issue.id),
        databaseId: issue.id,
        state: issue.state.toUpperCase(),
        ...conversation(issue),
    };
}
function pullObject(world, pull) {
    const { issue, repository, head, base } = pull;
    return {
        __typename: 'PullRequest',
        id: node_id_nodeId('PullRequest', pull.id),
        databaseId: pull.id,
        state: pull.merged ? 'MERGED' : issue.state.toUpperCase(),
        closed: issue.state === 'closed',
        closedAt: timestampOrNull(issue.closedAt),
        merged: pull.merged,
        mergedAt: timestampOrNull(pull.mergedAt),
        mergeCommit: () => pull.merged && pull.mergeCommitSha !== null ? gitObject(world, repository, pull.mergeCommitSha) : null,
        mergeable: () => {
            askWhetherMergeable(world, pull);
            return pull.mergeable === null ? 'UNKNOWN' : pull.mergeable ? 'MERGEABLE' : 'CONFLICTING';
        },
        isDraft: pull.draft,
        isCrossRepository: head.repository !== repository,
        baseRefName: base.ref,
        baseRefOid: base.sha,
        baseRepository: () => repositoryObject(world, repository),
        headRefName: head.ref,
        headRefOid: head.sha,
        headRepository: () => (head.repository === undefined ? null : repositoryObject(world, head.repository)),
        url: issueWebUrl(issue, world.origins),
        commits: (wish) => connection(pullCommits(pull).slice(0, conversation_objects_maxCommits), wish, ({ id }) => ({
            id: `PURC_${Buffer.from(`${pull.id}:${id}`).toString('base64url')}`,
            commit: () => gitObject(world, repository, id),
        })),
        reviews: ({ author, states, ...wish }) => connection([...pull.reviews.values()].filter((review) => review.state !== 'PENDING' &&
            (typeof author !== 'string' || review.user.login === author) &&
            (!Array.isArray(states) || states.includes(review.state))), wish, (review) => reviewObject(world, review)),
        ...conversation(issue),
    };
}
function commentObject(comment) {
    return {
        __typename: 'IssueComment',
        id: node_id_nodeId('IssueComment', comment.id),
        databaseId: comment.id,
        author: accountObject(comment.user),
        body: comment.body,
        createdAt: timestamp(comment.createdAt),
        updatedAt: timestamp(comment.updatedAt),
        lastEditedAt: timestampOrNull(comment.lastEditedAt),
        editor: accountOrNull(comment.editor),
        includesCreatedEdit: comment.lastEditedAt !== null,
    };
}
function reviewObject(world, review) {
    return {
        __typename: 'PullRequestReview',
        id: node_id_nodeId('PullRequestReview', review.id),
        databaseId: review.id,
        author: accountObject(review.user),
        authorCanPushToRepository: mayPush({ user: review.user }, review.pull.repository),
        body: review.body,
        state: review.state,
        commit: () => gitObject(world, review.pull.repository, review.commitId),
        createdAt: timestamp(review.submittedAt ?? review.updatedAt),
        submittedAt: timestampOrNull(review.submittedAt),
        updatedAt: timestamp(review.updatedAt),
        lastEditedAt: timestampOrNull(review.lastEditedAt),
        editor: review.lastEditedAt === null ? null : accountObject(review.user),
    };
}
/** What an issue and a pull request have in common. */
function conversation(issue) {
    return {
        number: issue.number,
        title: issue.title,
        body: issue.body ?? '',
        author: accountObject(issue.user),
        createdAt: timestamp(issue.createdAt),
        updatedAt: timestamp(issue.updatedAt),
        lastEditedAt: timestampOrNull(issue.lastEditedAt),
        editor: accountOrNull(issue.editor),
        labels: (wish) => connection(issue.labels, wish, labelObject),
        comments: (wish) => connection([...issue.comments.values()], wish, commentObject),
    };
}
function labelObject({ id, name, color, description }) {
    return { __typename: 'Label', id: node_id_nodeId('Label', id), name, color, description };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/failure.js
// SPDX-License-Identifier: MIT

/** A failure that GitHub tells with a type beside the message. The answer's status is 200 all the same. */
class Failure extends graphql/* GraphQLError */.eOn {
    type;
    constructor(type, message) {
        super(message);
        this.type = type;
    }
}
/** An error as it stands in an answer's `errors`: `{type, path, locations, message}`. */
function errorJson(error) {
    const { originalError, message, path, locations } = error;
    const type = error instanceof Failure ? error.type : originalError instanceof Failure ? originalError.type : undefined;
    return { ...(type && { type }), ...(path && { path }), ...(locations && { locations }), message };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/repository-object.js
// SPDX-License-Identifier: MIT







function repositoryObject(world, repository) {
    const { issues, pulls, defaultBranch, parent } = repository;
    return {
        __typename: 'Repository',
        id: node_id_nodeId('Repository', repository.id),
        databaseId: repository.id,
        name: repository.name,
        nameWithOwner: `${repository.owner}/${repository.name}`,
        owner: accountObject(repository.account),
        isPrivate: repository.private,
        isFork: parent !== undefined,
        parent: () => (parent === undefined ? null : repositoryObject(world, parent)),
        url: webUrl(repository, world.origins),
        defaultBranchRef: () => refObject(world, repository, `refs/heads/${defaultBranch}`),
        ref: ({ qualifiedName }) => [qualifiedName, `refs/heads/${qualifiedName}`, `refs/tags/${qualifiedName}`]
            .map((name) => refObject(world, repository, name))
            .find((ref) => ref !== null) ?? null,
        object: ({ oid, expression }) => {
            if (typeof oid === 'string')
                return gitObject(world, repository, oid);
            return typeof expression === 'string' ? objectByExpression(world, repository, expression) : null;
        },
        issue: ({ number }) => {
            const issue = issues.get(number);
            return issue === undefined || issue.pull !== undefined ? missing('Issue', number) : issueObject(issue);
        },
        pullRequest: ({ number }) => pullObject(world, pulls.get(number) ?? missing('PullRequest', number)),
        pullRequests: (wish) => connection(chosen([...pulls.values()], wish), wish, (pull) => pullObject(world, pull)),
    };
}
function missing(kind, number) {
    throw new Failure('NOT_FOUND', `Could not resolve to a ${kind} with the number of ${number}.`);
}
function chosen(pulls, wish) {
    const { states, baseRefName, headRefName, labels, orderBy } = wish;
    const keys = {
        UPDATED_AT: ({ issue }) => issue.updatedAt.getTime(),
        COMMENTS: ({ issue }) => issue.comments.size,
    };
    const key = keys[orderBy?.field ?? ''] ?? (({ issue }) => issue.number);
    const sign = orderBy?.direction === 'DESC' ? -1 : 1;
    return pulls
        .filter((pull) => (!states || states.includes(pull.merged ? 'MERGED' : pull.issue.state.toUpperCase())) &&
        (!baseRefName || pull.base.ref === baseRefName) &&
        (!headRefName || pull.head.ref === headRefName) &&
        (!labels || labels.some((name) => pull.issue.labels.some((label) => label.name === name))))
        .sort((one, other) => sign * (key(one) - key(other) || one.issue.number - other.issue.number));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/git-objects.js






function refNodeId(repository, name) {
    return `REF_${Buffer.from(`${repository.id}:${name}`).toString('base64url')}`;
}
/** A ref by its whole name; null where it is not there. */
function refObject(world, repository, name) {
    const id = repository.git.refs.get(name);
    if (id === undefined)
        return null;
    const [, prefix = '', short = name] = /^(refs\/[^/]+\/)(.*)$/.exec(name) ?? [];
    return {
        __typename: 'Ref',
        id: refNodeId(repository, name),
        name: short,
        prefix,
        repository: () => repositoryObject(world, repository),
        target: () => gitObject(world, repository, id),
    };
}
/** Whatever has this id: commit, tree, blob or tag. */
function gitObject(world, repository, id) {
    const { network } = repository.git;
    const object = network.objects.read(id);
    if (object === undefined)
        return null;
    const common = { oid: id, abbreviatedOid: id.slice(0, 7), id: commitNodeId(id, repository) };
    const { body } = object;
    switch (object.type) {
        case 'commit':
            return { __typename: 'Commit', ...common, ...commitFields(world, repository, network.commit(id)) };
        case 'tree':
            return { __typename: 'Tree', ...common, entries: () => treeEntries(repository, id) };
        case 'tag': {
            const [, target = ''] = /^object ([0-9a-f]{40})$/m.exec(body.toString('utf8')) ?? [];
            const [, name = ''] = /^tag (.*)$/m.exec(body.toString('utf8')) ?? [];
            const message = body.toString('utf8').split('\n\n').slice(1).join('\n\n');
            return { __typename: 'Tag', ...common, name, message, target: () => gitObject(world, repository, target) };
        }
        case 'blob': {
            const isBinary = body.subarray(0, 8000).includes(0);
            const text = isBinary ? null : body.toString('utf8');
            return { __typename: 'Blob', ...common, byteSize: body.length, isBinary, text };
        }
    }
}
/** `BRANCH`, `COMMIT`, or `COMMIT:PATH`, as git's `rev-parse` takes it. */
function objectByExpression(world, repository, expression) {
    const { git } = repository;
    const [, revision = expression, path] = /^([^:]*):(.*)$/s.exec(expression) ?? [];
    const commit = git.resolve(revision === 'HEAD' ? repository.defaultBranch : revision);
    if (commit === undefined)
        return null;
    if (path === undefined)
        return gitObject(world, repository, commit.id);
    if (path === '')
        return gitObject(world, repository, commit.tree);
    const entry = entryAt(git.network.objects, commit.tree, path);
    return entry === undefined ? null : gitObject(world, repository, entry.id);
}
function commitFields(world, repository, commit) {
    return {
        message: messageOf(commit),
        authoredDate: timestamp(commit.author.date),
        committedDate: timestamp(commit.committer.date),
        author: actorObject(world, commit.author),
        committer: actorObject(world, commit.committer),
        tree: () => gitObject(world, repository, commit.tree),
        parents: (wish) => connection(commit.parents, wish, (parent) => gitObject(world, repository, parent) ?? {}),
    };
}
function actorObject({ state }, signature) {
    const { name, email, date } = signature;
    const account = commit_json_accountOf(state, signature);
    // Only people have a `User` here: a bot's commits have none (GitActor.user).
    return { name, email, date: timestamp(date), user: accountOrNull(account?.type === 'User' ? account : null) };
}
function treeEntries(repository, id) {
    return readTree(repository.git.network.objects, id).map(({ name, mode, id: oid }) => ({
        name,
        path: name,
        oid,
        mode: Number.parseInt(mode, 8),
        type: mode === tree_modes.folder ? 'tree' : mode === tree_modes.submodule ? 'commit' : 'blob',
    }));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/git-refs.js
// SPDX-License-Identifier: MIT












const git = '/api/v3/repos/:owner/:name/git';
const gitRefRoutes = [
    { method: 'GET', path: `${git}/ref/*ref`, needs: contentsRead, handle: git_refs_get },
    { method: 'GET', path: `${git}/matching-refs/*ref`, needs: contentsRead, handle: git_refs_list },
    { method: 'POST', path: `${git}/refs`, needs: contentsWrite, handle: git_refs_create },
    { method: 'PATCH', path: `${git}/refs/*ref`, needs: contentsWrite, handle: git_refs_update },
    { method: 'DELETE', path: `${git}/refs/*ref`, needs: contentsWrite, handle: git_refs_remove },
];
function git_refs_get(call) {
    const repository = refused_found(access_readable(call));
    const name = `refs/${call.params.ref ?? ''}`;
    return json(200, refJson(name, refused_found(repository.git.refs.late(name)), repository, call));
}
/** Those whose names begin so: `heads/a` finds `heads/a` and `heads/ab`. */
function git_refs_list(call) {
    const repository = refused_found(access_readable(call));
    const refs = repository.git.refs.list(`refs/${call.params.ref ?? ''}`);
    return page(call, refs, ([name, id]) => refJson(name, id, repository, call));
}
async function git_refs_create(call) {
    const repository = refused_found(access_readable(call));
    const fields = RequestFields.of(call.body);
    const [name, after] = [fields.requiredText('ref'), shaIn(fields)];
    if (!/^refs\/[^/]+\/./.test(name))
        git_refs_invalid('Reference name must start with refs/ and have at least two slashes');
    if (repository.git.refs.get(name) !== undefined)
        git_refs_invalid('Reference already exists');
    await change(call, repository, { name, after, before: noObject, force: false });
    const shown = refJson(name, after, repository, call);
    return json(201, shown, { location: String(shown.url) });
}
async function git_refs_update(call) {
    const repository = refused_found(access_readable(call));
    const fields = RequestFields.of(call.body);
    const [name, after] = [`refs/${call.params.ref ?? ''}`, shaIn(fields)];
    if (repository.git.refs.get(name) === undefined)
        git_refs_invalid('Reference does not exist');
    await change(call, repository, { name, after, force: fields.flag('force') ?? false });
    return json(200, refJson(name, after, repository, call));
}
async function git_refs_remove(call) {
    const repository = refused_found(access_readable(call));
    const name = `refs/${call.params.ref ?? ''}`;
    if (repository.git.refs.get(name) === undefined)
        git_refs_invalid('Reference does not exist');
    await change(call, repository, { name, after: noObject, force: true });
    return noContent;
}
async function change(call, repository, wish) {
    const refusal = await push_push(call, repository, [wish], caller(call));
    if (refusal !== undefined)
        refuse(refusalAnswer(refusal, wish.before === noObject));
}
function shaIn(fields) {
    const sha = fields.requiredText('sha');
    return isObjectId(sha) && sha !== noObject
        ? sha
        : git_refs_invalid('The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
}
function refJson(name, id, repository, call) {
    const url = `${repositoryUrl(repository, call.origins)}/git`;
    const type = repository.git.network.objects.read(id)?.type ?? 'commit';
    return {
        ref: name,
        node_id: refNodeId(repository, name),
        url: `${url}/${name}`,
        object: { sha: id, type, url: `${url}/${type}s/${id}` },
    };
}
function git_refs_invalid(message) {
    return refuse(problem(422, message));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/node.js
// SPDX-License-Identifier: MIT







/** The object with this global id, where the caller may see it. @throws Failure NOT_FOUND */
function nodeOf(call, id) {
    return find(call, id) ?? notResolved(id);
}
/** The repository with this global id. @throws Failure NOT_FOUND */
function repositoryOf(call, id) {
    const { kind, id: number } = fromNodeId(id) ?? {};
    const repository = kind === 'Repository' ? node_visible(call).find((each) => each.id === number) : undefined;
    return repository ?? notResolved(id);
}
/** Of the id of a ref or of a git object: its repository, and its name or object id. */
function gitNodeOf(call, id) {
    const [, kind = '', encoded = ''] = /^(REF|C)_([\w-]+)$/.exec(id) ?? [];
    const [, number, name = ''] = /^(\d+):(.+)$/s.exec(Buffer.from(encoded, 'base64url').toString()) ?? [];
    const repository = kind === '' ? undefined : node_visible(call).find((each) => each.id === Number(number));
    return repository === undefined ? notResolved(id) : { repository, name };
}
function find(call, id) {
    if (/^(REF|C)_/.test(id)) {
        const { repository, name } = gitNodeOf(call, id);
        return id.startsWith('REF_') ? refObject(call, repository, name) : gitObject(call, repository, name);
    }
    const { kind, id: number } = fromNodeId(id) ?? {};
    const repositories = node_visible(call);
    const pulls = () => repositories.flatMap((each) => [...each.pulls.values()]);
    switch (kind) {
        case 'Repository':
            return repositoryObject(call, repositoryOf(call, id));
        case 'User':
        case 'Bot':
        case 'Organization': {
            const user = [...call.state.users].find((each) => each.id === number);
            return user && accountObject(user);
        }
        case 'PullRequest': {
            const pull = pulls().find((each) => each.id === number);
            return pull && pullObject(call, pull);
        }
        case 'Issue': {
            const issue = repositories.flatMap((each) => [...each.issues.values()]).find((each) => each.id === number);
            return issue && issueObject(issue);
        }
        case 'IssueComment': {
            const comment = call.state.comments.get(number ?? 0);
            return comment && repositories.includes(comment.issue.repository) ? commentObject(comment) : undefined;
        }
        case 'PullRequestReview': {
            const review = pulls()
                .map(({ reviews }) => reviews.get(number ?? 0))
                .find((each) => each !== undefined);
            return review && reviewObject(call, review);
        }
        default:
            return undefined;
    }
}
function node_visible(call) {
    const { state, actor } = call;
    return state.repositories.filter(({ owner, name }) => access_readable({ state, actor, params: { owner, name } }) !== undefined);
}
function notResolved(id) {
    throw new Failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/mutations.js
// SPDX-License-Identifier: MIT










/** The mutations of the schema, for one caller. */
function mutations(call, by) {
    const update = async (repository, wishes) => {
        if (!mayPush(by, repository))
            forbidden(by);
        const refusal = await push_push(call, repository, wishes, by);
        if (refusal !== undefined)
            throw mutations_failureOf(refusal);
    };
    /** A pull request that the caller may change. */
    const pullOf = ({ pullRequestId }) => {
        const { kind, id } = fromNodeId(pullRequestId) ?? {};
        const pulls = call.state.repositories.flatMap((repository) => [...repository.pulls.values()]);
        const pull = kind === 'PullRequest' ? pulls.find((each) => each.id === id) : undefined;
        if (pull === undefined)
            return notResolved(pullRequestId);
        const triages = may(by, pull.repository, { role: 'triage', anyOf: [{ pull_requests: 'write' }] });
        return triages || pull.issue.user === by.user ? pull : forbidden(by);
    };
    return {
        /**
         * "All updates are performed atomically, meaning that if one of them is rejected, no other ref will be modified."
         * `beforeOid`, where given, is what the ref must be; forty zeros: that it must not be there. `afterOid` of forty zeros
         * deletes it (GraphQL reference, updateRefs). What GitHub says where `beforeOid` is something else is not documented.
         */
        updateRefs: async ({ input }) => {
            const wishes = input.refUpdates.map(({ name, afterOid, beforeOid, force }) => ({
                name,
                after: afterOid,
                before: beforeOid ?? undefined,
                force,
            }));
            await update(repositoryOf(call, input.repositoryId), wishes);
            return payload(input);
        },
        updateRef: async ({ input }) => {
            const { repository, name } = gitNodeOf(call, input.refId);
            await update(repository, [{ name, after: input.oid, force: input.force }]);
            return { ...payload(input), ref: refObject(call, repository, name) };
        },
        createRef: async ({ input }) => {
            const repository = repositoryOf(call, input.repositoryId);
            await update(repository, [{ name: input.name, after: input.oid, before: noObject, force: false }]);
            return { ...payload(input), ref: refObject(call, repository, input.name) };
        },
        closePullRequest: ({ input }) => {
            const pull = pullOf(input);
            editIssue(call, pull.issue, { state: 'closed' }, by);
            return { ...payload(input), pullRequest: pullObject(call, pull) };
        },
        convertPullRequestToDraft: ({ input }) => {
            const pull = pullOf(input);
            setDraft(call, pull, true, by);
            return { ...payload(input), pullRequest: pullObject(call, pull) };
        },
        markPullRequestReadyForReview: ({ input }) => {
            const pull = pullOf(input);
            setDraft(call, pull, false, by);
            return { ...payload(input), pullRequest: pullObject(call, pull) };
        },
    };
}
function payload({ clientMutationId }) {
    return { clientMutationId: clientMutationId ?? null };
}
function forbidden(by) {
    const person = `${by.user.login} does not have the correct permissions to execute this`;
    throw new Failure('FORBIDDEN', by.installation === undefined ? person : 'Resource not accessible by integration');
}
/** Types and words are ours but for those of broken rules: GitHub documents none. */
function mutations_failureOf({ reason, rules, update }) {
    const { name, after, before } = update;
    switch (reason) {
        case 'stale':
            return new Failure('STALE_DATA', `Expected ${name} to point to ${before ?? ''}, but it did not.`);
        case 'not-fast-forward':
            return new Failure('UNPROCESSABLE', `Update of ${name} to ${after} is not a fast forward.`);
        case 'no-object':
        case 'no-commit':
            return new Failure('UNPROCESSABLE', `No commit exists with the oid ${after}.`);
        case 'missing':
            return new Failure('UNPROCESSABLE', `Reference ${name} does not exist.`);
        case 'workflow':
            return new Failure('FORBIDDEN', 'Resource not accessible by integration');
        case 'rules':
            return new Failure('UNPROCESSABLE', rulesMessage(rules));
        default:
            return new Failure('UNPROCESSABLE', `Reference ${name} cannot be updated.`);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/schema-text.js
// SPDX-License-Identifier: MIT
// Generated by scripts/schema-text.mjs; change the schema, not this.
/** sandbox/github/contract/github.graphql */
const graphqlSchema = String.raw `interface Actor {
  login: String!
}

type App implements Node {
  databaseId: Int
  id: ID!
  name: String!
  slug: String!
}

type Blob implements GitObject & Node {
  abbreviatedOid: String!
  byteSize: Int!
  id: ID!
  isBinary: Boolean
  oid: GitObjectID!
  text: String
}

type Bot implements Actor & Node {
  databaseId: Int
  id: ID!
  login: String!
}

input ClosePullRequestInput {
  clientMutationId: String
  pullRequestId: ID!
}

type ClosePullRequestPayload {
  clientMutationId: String
  pullRequest: PullRequest
}

interface Comment {
  author: Actor
  body: String!
  createdAt: DateTime!
  editor: Actor
  id: ID!
  lastEditedAt: DateTime
  updatedAt: DateTime!
}

type Commit implements GitObject & Node {
  abbreviatedOid: String!
  author: GitActor
  authoredDate: DateTime!
  committedDate: DateTime!
  committer: GitActor
  id: ID!
  message: String!
  oid: GitObjectID!
  parents(after: String, before: String, first: Int, last: Int): CommitConnection!
  tree: Tree!
}

type CommitConnection {
  edges: [CommitEdge]
  nodes: [Commit]
  pageInfo: PageInfo!
  totalCount: Int!
}

type CommitEdge {
  cursor: String!
  node: Commit
}

input ConvertPullRequestToDraftInput {
  clientMutationId: String
  pullRequestId: ID!
}

type ConvertPullRequestToDraftPayload {
  clientMutationId: String
  pullRequest: PullRequest
}

input CreateRefInput {
  clientMutationId: String
  name: String!
  oid: GitObjectID!
  repositoryId: ID!
}

type CreateRefPayload {
  clientMutationId: String
  ref: Ref
}

scalar DateTime

type GitActor {
  date: GitTimestamp
  email: String
  name: String
  user: User
}

interface GitObject {
  abbreviatedOid: String!
  id: ID!
  oid: GitObjectID!
}

scalar GitObjectID

scalar GitRefname

scalar GitTimestamp

type Issue implements Comment & Node {
  author: Actor
  body: String!
  comments(after: String, before: String, first: Int, last: Int, orderBy: IssueCommentOrder): IssueCommentConnection!
  createdAt: DateTime!
  databaseId: Int
  editor: Actor
  id: ID!
  labels(
    after: String
    before: String
    first: Int
    last: Int
    orderBy: LabelOrder = { field: CREATED_AT, direction: ASC }
  ): LabelConnection
  lastEditedAt: DateTime
  number: Int!
  state: IssueState!
  title: String!
  updatedAt: DateTime!
}

type IssueComment implements Comment & Node {
  author: Actor
  body: String!
  createdAt: DateTime!
  databaseId: Int
  editor: Actor
  id: ID!
  includesCreatedEdit: Boolean!
  lastEditedAt: DateTime
  updatedAt: DateTime!
}

type IssueCommentConnection {
  edges: [IssueCommentEdge]
  nodes: [IssueComment]
  pageInfo: PageInfo!
  totalCount: Int!
}

type IssueCommentEdge {
  cursor: String!
  node: IssueComment
}

input IssueCommentOrder {
  direction: OrderDirection!
  field: IssueCommentOrderField!
}

enum IssueCommentOrderField {
  UPDATED_AT
}

input IssueOrder {
  direction: OrderDirection!
  field: IssueOrderField!
}

enum IssueOrderField {
  COMMENTS
  CREATED_AT
  UPDATED_AT
}

enum IssueState {
  CLOSED
  OPEN
}

type Label implements Node {
  color: String!
  description: String
  id: ID!
  name: String!
}

type LabelConnection {
  edges: [LabelEdge]
  nodes: [Label]
  pageInfo: PageInfo!
  totalCount: Int!
}

type LabelEdge {
  cursor: String!
  node: Label
}

input LabelOrder {
  direction: OrderDirection!
  field: LabelOrderField!
}

enum LabelOrderField {
  CREATED_AT
  NAME
}

input MarkPullRequestReadyForReviewInput {
  clientMutationId: String
  pullRequestId: ID!
}

type MarkPullRequestReadyForReviewPayload {
  clientMutationId: String
  pullRequest: PullRequest
}

enum MergeableState {
  CONFLICTING
  MERGEABLE
  UNKNOWN
}

type Mutation {
  closePullRequest(input: ClosePullRequestInput!): ClosePullRequestPayload
  convertPullRequestToDraft(input: ConvertPullRequestToDraftInput!): ConvertPullRequestToDraftPayload
  createRef(input: CreateRefInput!): CreateRefPayload
  markPullRequestReadyForReview(input: MarkPullRequestReadyForReviewInput!): MarkPullRequestReadyForReviewPayload
  updateRef(input: UpdateRefInput!): UpdateRefPayload
  updateRefs(input: UpdateRefsInput!): UpdateRefsPayload
}

interface Node {
  id: ID!
}

enum OrderDirection {
  ASC
  DESC
}

type Organization implements Actor & Node & RepositoryOwner {
  databaseId: Int
  id: ID!
  login: String!
  name: String
}

type PageInfo {
  endCursor: String
  hasNextPage: Boolean!
  hasPreviousPage: Boolean!
  startCursor: String
}

type PullRequest implements Comment & Node {
  author: Actor
  baseRefName: String!
  baseRefOid: GitObjectID!
  baseRepository: Repository
  body: String!
  closed: Boolean!
  closedAt: DateTime
  comments(after: String, before: String, first: Int, last: Int, orderBy: IssueCommentOrder): IssueCommentConnection!
  commits(after: String, before: String, first: Int, last: Int): PullRequestCommitConnection!
  createdAt: DateTime!
  databaseId: Int
  editor: Actor
  headRefName: String!
  headRefOid: GitObjectID!
  headRepository: Repository
  id: ID!
  isCrossRepository: Boolean!
  isDraft: Boolean!
  labels(
    after: String
    before: String
    first: Int
    last: Int
    orderBy: LabelOrder = { field: CREATED_AT, direction: ASC }
  ): LabelConnection
  lastEditedAt: DateTime
  mergeCommit: Commit
  mergeable: MergeableState!
  merged: Boolean!
  mergedAt: DateTime
  number: Int!
  reviews(
    after: String
    author: String
    before: String
    first: Int
    last: Int
    states: [PullRequestReviewState!]
  ): PullRequestReviewConnection
  state: PullRequestState!
  title: String!
  updatedAt: DateTime!
  url: URI!
}

type PullRequestCommit implements Node {
  commit: Commit!
  id: ID!
}

type PullRequestCommitConnection {
  edges: [PullRequestCommitEdge]
  nodes: [PullRequestCommit]
  pageInfo: PageInfo!
  totalCount: Int!
}

type PullRequestCommitEdge {
  cursor: String!
  node: PullRequestCommit
}

type PullRequestConnection {
  edges: [PullRequestEdge]
  nodes: [PullRequest]
  pageInfo: PageInfo!
  totalCount: Int!
}

type PullRequestEdge {
  cursor: String!
  node: PullRequest
}

type PullRequestReview implements Comment & Node {
  author: Actor
  authorCanPushToRepository: Boolean!
  body: String!
  commit: Commit
  createdAt: DateTime!
  databaseId: Int
  editor: Actor
  id: ID!
  lastEditedAt: DateTime
  state: PullRequestReviewState!
  submittedAt: DateTime
  updatedAt: DateTime!
}

type PullRequestReviewConnection {
  edges: [PullRequestReviewEdge]
  nodes: [PullRequestReview]
  pageInfo: PageInfo!
  totalCount: Int!
}

type PullRequestReviewEdge {
  cursor: String!
  node: PullRequestReview
}

enum PullRequestReviewState {
  APPROVED
  CHANGES_REQUESTED
  COMMENTED
  DISMISSED
  PENDING
}

enum PullRequestState {
  CLOSED
  MERGED
  OPEN
}

type Query implements Node {
  id: ID!
  node(id: ID!): Node
  nodes(ids: [ID!]!): [Node]!
  rateLimit(dryRun: Boolean = false): RateLimit
  repository(followRenames: Boolean = true, name: String!, owner: String!): Repository
  user(login: String!): User
  viewer: User!
}

type RateLimit {
  cost: Int!
  limit: Int!
  nodeCount: Int!
  remaining: Int!
  resetAt: DateTime!
  used: Int!
}

type Ref implements Node {
  id: ID!
  name: String!
  prefix: String!
  repository: Repository!
  target: GitObject
}

input RefUpdate {
  afterOid: GitObjectID!
  beforeOid: GitObjectID
  force: Boolean = false
  name: GitRefname!
}

type Repository implements Node {
  databaseId: Int
  defaultBranchRef: Ref
  id: ID!
  isFork: Boolean!
  isPrivate: Boolean!
  issue(number: Int!): Issue
  name: String!
  nameWithOwner: String!
  object(expression: String, oid: GitObjectID): GitObject
  owner: RepositoryOwner!
  parent: Repository
  pullRequest(number: Int!): PullRequest
  pullRequests(
    after: String
    baseRefName: String
    before: String
    first: Int
    headRefName: String
    labels: [String!]
    last: Int
    orderBy: IssueOrder
    states: [PullRequestState!]
  ): PullRequestConnection!
  ref(qualifiedName: String!): Ref
  url: URI!
}

interface RepositoryOwner {
  id: ID!
  login: String!
}

type Tag implements GitObject & Node {
  abbreviatedOid: String!
  id: ID!
  message: String
  name: String!
  oid: GitObjectID!
  target: GitObject!
}

type Tree implements GitObject & Node {
  abbreviatedOid: String!
  entries: [TreeEntry!]
  id: ID!
  oid: GitObjectID!
}

type TreeEntry {
  mode: Int!
  name: String!
  oid: GitObjectID!
  path: String
  type: String!
}

scalar URI

input UpdateRefInput {
  clientMutationId: String
  force: Boolean = false
  oid: GitObjectID!
  refId: ID!
}

type UpdateRefPayload {
  clientMutationId: String
  ref: Ref
}

input UpdateRefsInput {
  clientMutationId: String
  refUpdates: [RefUpdate!]!
  repositoryId: ID!
}

type UpdateRefsPayload {
  clientMutationId: String
}

type User implements Actor & Node & RepositoryOwner {
  databaseId: Int
  id: ID!
  login: String!
  name: String
}
`;

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/graphql/schema.js
// SPDX-License-Identifier: MIT


let built;
/** The part of GitHub's GraphQL schema that is served here. Objects name their type by `__typename`. */
function githubSchema() {
    if (built !== undefined)
        return built;
    const schema = (0,graphql/* buildSchema */.IV5)(graphqlSchema);
    schema_take(schema, 'GitObjectID', (text) => /^[0-9a-f]{40}$/.test(text));
    schema_take(schema, 'GitRefname', (text) => text.startsWith('refs/'));
    return (built = schema);
}
/** Lets a scalar take only what fits. */
function schema_take(schema, name, fits) {
    const type = schema.getType(name);
    if (!(type instanceof graphql/* GraphQLScalarType */.AgT))
        throw new Error(`the schema has no scalar ${name}`);
    type.parseValue = (value) => {
        if (typeof value === 'string' && fits(value))
            return value;
        throw new graphql/* GraphQLError */.eOn(`Could not coerce value ${JSON.stringify(value)} to ${name}`);
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/graphql.js
// SPDX-License-Identifier: MIT










/** Where GitHub Enterprise Server has it: beside `/api/v3`. */
const graphqlRoutes = [{ method: 'POST', path: '/api/graphql', handle: graphql_answer }];
/** Answers with 200 whatever comes of it, but for callers without a token and bodies that are no request at all. */
async function graphql_answer(call) {
    const { actor } = call;
    if (actor === undefined)
        return problem(401, 'This endpoint requires you to be authenticated.');
    const fields = RequestFields.of(call.body);
    const source = fields.text('query');
    if (source === undefined)
        return problem(400, 'A query attribute must be specified and must be a string.');
    const result = await run(call, actor, source, fields.raw('variables'));
    const errors = result.errors?.map(errorJson);
    return json(200, { ...('data' in result && { data: result.data }), ...(errors && { errors }) });
}
async function run(call, actor, source, variables) {
    const schema = githubSchema();
    let document;
    try {
        document = (0,graphql/* parse */.qgA)(source);
    }
    catch (error) {
        return { errors: [error] };
    }
    const errors = (0,graphql/* validate */.tfT)(schema, document);
    if (errors.length > 0)
        return { errors };
    const isMutation = document.definitions.some((definition) => definition.kind === graphql/* Kind */.b8C.OPERATION_DEFINITION && definition.operation === graphql/* OperationTypeNode */.cEU.MUTATION);
    const result = await (0,graphql/* execute */.g7Y)({
        schema,
        document,
        rootValue: isMutation ? mutations(call, actor) : queries(call, actor),
        variableValues: variables,
    });
    const fault = result.errors?.find(({ originalError }) => originalError && !(originalError instanceof graphql/* GraphQLError */.eOn));
    // A fault of ours, not of the caller's.
    if (fault?.originalError)
        throw fault.originalError;
    return result;
}
function queries(call, actor) {
    return {
        id: 'Query',
        // A bot is a `User` here, with its whole login.
        viewer: { ...accountObject(actor.user), __typename: 'User', login: actor.user.login },
        repository: ({ owner, name }) => {
            const repository = access_readable({ state: call.state, actor, params: { owner, name } });
            if (repository !== undefined)
                return repositoryObject(call, repository);
            throw new Failure('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
        },
        user: ({ login }) => {
            const user = call.state.user(login);
            if (user?.type === 'User')
                return accountObject(user);
            throw new Failure('NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`);
        },
        node: ({ id }) => nodeOf(call, id),
        nodes: ({ ids }) => ids.map((id) => nodeOf(call, id)),
        rateLimit: { cost: 1, limit: 5000, nodeCount: 0, remaining: 4999, used: 1, resetAt: nextHour(call.state.now()) },
    };
}
function nextHour(now) {
    return new Date(now.getTime() + 3_600_000).toISOString();
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/git-trees.js
// SPDX-License-Identifier: MIT








const trees = '/api/v3/repos/:owner/:name/git/trees';
const gitTreeRoutes = [
    { method: 'POST', path: trees, needs: contentsWrite, handle: git_trees_create },
    { method: 'GET', path: `${trees}/*tree`, needs: contentsRead, handle: git_trees_get },
];
/** "The limit for the tree array is 100,000 entries with a maximum size of 7 MB when using the recursive parameter". */
const maxEntries = 100_000;
const git_trees_maxBytes = 7_000_000;
const types = {
    [tree_modes.file]: 'blob',
    [tree_modes.executable]: 'blob',
    [tree_modes.symlink]: 'blob',
    [tree_modes.folder]: 'tree',
    [tree_modes.submodule]: 'commit',
};
function git_trees_create(call) {
    const repository = refused_found(access_readable(call));
    const { network } = repository.git;
    const fields = RequestFields.of(call.body);
    const wished = fields.objects('tree') ?? refuse(problem(422, 'Invalid request.\n\n"tree" wasn\'t supplied.'));
    const base = fields.textOrNull('base_tree');
    const from = typeof base !== 'string' ? tree_emptyTree : (treeNamed(network, base) ?? git_trees_invalid('base_tree is not a valid tree oid'));
    if (wished.length === 0)
        git_trees_invalid('Invalid tree info');
    const sha = changeTree(network.objects, from, wished.map((each) => changeOf(network, from, each)));
    return json(201, treeJson(sha, repository, call, false));
}
/** The id of a tree, given by its own id or by a commit's. */
function treeNamed(network, id) {
    if (id === tree_emptyTree || network.objects.read(id)?.type === 'tree')
        return id;
    return network.findCommit(id)?.tree;
}
function changeOf(network, base, fields) {
    const path = fields.requiredText('path');
    const mode = (fields.text('mode') ?? tree_modes.file);
    if (!(mode in types))
        git_trees_invalid('Must supply a valid tree.mode');
    if (!path.split('/').every(isPathPart))
        git_trees_invalid('tree.path contains a malformed path component');
    const content = fields.text('content');
    const sha = fields.textOrNull('sha');
    if (sha === null) {
        // A path that is not there cannot be taken away.
        return entryAt(network.objects, base, path) ? { path, mode, id: null } : git_trees_invalid('GitRPC::BadObjectState');
    }
    if (content !== undefined && sha === undefined) {
        return { path, mode, id: network.objects.write('blob', Buffer.from(content)) };
    }
    if (sha === undefined || content !== undefined)
        return git_trees_invalid('Must supply either tree.sha or tree.content');
    const type = network.objects.read(sha)?.type;
    // A submodule's commit is in another repository.
    const fits = mode === tree_modes.submodule ? isObjectId(sha) : type === types[mode] || sha === tree_emptyTree;
    return fits ? { path, mode, id: sha } : git_trees_invalid(`tree.sha ${sha} is not a valid ${types[mode]}`);
}
/** What git's own checks refuse in a tree (`git fsck`), NTFS's and HFS's ways to spell `.git` not counted. */
function isPathPart(name) {
    return name !== '' && name !== '.' && name !== '..' && name.toLowerCase() !== '.git' && !name.includes('\0');
}
/** By a tree's id, a commit's, or a ref's name. With any `recursive` at all, even `0`, what is below as well. */
function git_trees_get(call) {
    const repository = refused_found(access_readable(call));
    const { tree = '' } = call.params;
    const sha = treeNamed(repository.git.network, tree) ?? refused_found(repository.git.resolve(tree)).tree;
    return json(200, treeJson(sha, repository, call, call.url.searchParams.has('recursive')));
}
function treeJson(sha, repository, call, recursive) {
    const { objects } = repository.git.network;
    const url = `${repositoryUrl(repository, call.origins)}/git`;
    const entries = recursive
        ? walkTree(objects, sha)
        : readTree(objects, sha).map((entry) => [entry.name, entry]);
    const tree = [];
    let bytes = 0;
    let truncated = false;
    for (const [path, { mode, id }] of entries) {
        const type = types[mode];
        bytes += path.length + 60;
        if (recursive && (tree.length >= maxEntries || bytes > git_trees_maxBytes)) {
            truncated = true;
            break;
        }
        tree.push({
            path,
            mode,
            type,
            sha: id,
            ...(type === 'blob' && { size: objects.read(id)?.body.length ?? 0 }),
            ...(type !== 'commit' && { url: `${url}/${type}s/${id}` }),
        });
    }
    return { sha, url: `${url}/trees/${sha}`, tree, truncated };
}
function git_trees_invalid(message) {
    return refuse(problem(422, message));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/open-pull.js
// SPDX-License-Identifier: MIT






const custom = (message) => ({ resource: 'PullRequest', code: 'custom', message });
const wrong = (field) => ({ resource: 'PullRequest', code: 'invalid', field });
/** Opens a pull request. @throws Refused with GitHub's reasons (422) */
async function openPull(world, repository, wish, by) {
    const { state } = world;
    const source = open_pull_sourceOf(world, repository, wish) ?? invalid(wrong('head'));
    const base = repository.branches.get(wish.base) ?? invalid(wrong('base'));
    const head = source.repository.branches.get(source.ref) ?? invalid(wrong('head'));
    if (wish.title.trim() === '')
        invalid({ resource: 'PullRequest', code: 'missing_field', field: 'title' });
    const label = `${source.repository.owner}:${source.ref}`;
    checkWhetherNew(repository, { ...wish, label });
    checkDistance(repository, { base, head, from: wish.base, to: wish.head });
    // "You must have write access to the head or the source branch" (REST documentation, "Create a pull request").
    if (by.installation === undefined && !mayPush(by, source.repository))
        invalid(custom('must be a collaborator'));
    const stats = await statsOf(repository.git.network, base, head);
    checkWhetherNew(repository, { ...wish, label });
    const issue = openIssue(repository, { user: by.user, app: by.installation?.app ?? null }, { id: state.newId(), title: wish.title, body: wish.body, now: state.now() });
    const fork = source.repository !== repository;
    const pull = {
        id: state.newId(),
        issue,
        repository,
        head: { ...source, label, user: source.repository.account, sha: head },
        base: { ref: wish.base, sha: base },
        reviews: new Map(),
        requestedReviewers: [],
        draft: wish.draft,
        maintainerCanModify: fork && (wish.maintainerCanModify ?? true),
        merged: false,
        mergedAt: null,
        mergedBy: null,
        mergeCommitSha: null,
        mergeable: null,
        rebaseable: null,
        stats,
    };
    issue.pull = pull;
    repository.pulls.set(issue.number, pull);
    repository.git.refs.set(`refs/pull/${issue.number}/head`, head);
    emitIssue(world, issue, 'opened', by);
    return pull;
}
/** The branch that a pull request shall come from; its owner's repository of the same network. */
function open_pull_sourceOf({ state }, repository, { head, headRepository }) {
    const [, owner, ref = head] = /^([^:]+):(.+)$/.exec(head) ?? [];
    const mine = owner === undefined || owner.toLowerCase() === repository.owner.toLowerCase();
    if (mine && (headRepository === undefined || headRepository === repository.name))
        return { repository, ref };
    const from = state.repositories.find((other) => other.git.network === repository.git.network &&
        other.owner.toLowerCase() === (owner ?? repository.owner).toLowerCase() &&
        (headRepository ?? other.name) === other.name);
    return from && { repository: from, ref };
}
/** One open pull request for each pair of branches (words of vsoch/pull-request-action#86). */
function checkWhetherNew({ pulls }, { base, label }) {
    for (const pull of pulls.values()) {
        if (pull.issue.state !== 'open' || pull.base.ref !== base || pull.head.label !== label)
            continue;
        invalid(custom(`A pull request already exists for ${label}.`));
    }
}
/** There must be something to merge (words of tgymnich/fork-sync#112 and cilium/cilium#47088). */
function checkDistance({ git }, { base, head, from, to, }) {
    const read = git.network.commit;
    if (isAncestor(read, head, base))
        invalid(custom(`No commits between ${from} and ${to}`));
    if (mergeBase(read, base, head) === undefined) {
        invalid(custom(`The ${to} branch has no history in common with ${from}`));
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/change-base.js




/** Lets a pull request go to another branch. @throws Refused (422; words of MithrilJS/mithril.js#2862) */
async function changeBase(world, pull, branch, by) {
    const { repository, issue, head, base } = pull;
    const wrong = (message) => invalid({ resource: 'PullRequest', code: 'invalid', field: 'base', message });
    if (issue.state === 'closed')
        wrong('Cannot change the base branch of a closed pull request.');
    const tip = repository.branches.get(branch) ?? wrong(`Proposed base branch '${branch}' was not found`);
    checkDistance(repository, { base: tip, head: head.sha, from: branch, to: head.label });
    const stats = await statsOf(repository.git.network, tip, head.sha);
    const from = { ref: { from: base.ref }, sha: { from: base.sha } };
    Object.assign(base, { ref: branch, sha: tip });
    Object.assign(pull, { stats, mergeable: null, rebaseable: null });
    touch(world, issue);
    emitIssue(world, issue, 'edited', by, { changes: { base: from } });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/merge-pull.js
// SPDX-License-Identifier: MIT










const notMergeable = problem(405, 'Pull Request is not mergeable');
/** Merges a pull request, as the button does. @returns the new tip of the base branch @throws Refused (405, 409) */
async function mergePull(world, pull, wish, by) {
    const { repository, base, head, issue } = pull;
    const { network } = repository.git;
    const [ours, theirs] = [repository.branches.get(base.ref), head.sha];
    if (issue.state !== 'open' || ours === undefined)
        refuse(notMergeable);
    if (pull.draft)
        refuse(problem(405, 'Pull Request is still a draft'));
    // Words of dlang/dlang-bot#77.
    if (wish.sha !== undefined && wish.sha !== theirs) {
        refuse(problem(409, 'Head branch was modified. Review and try the merge again.'));
    }
    const tree = (await mergeTrees(network, ours, theirs)) ?? refuse(notMergeable);
    const after = await commitMerge(world, pull, { ...wish, tree, ours }, by.user);
    // Words of NixOS/nixpkgs-merge-bot#179.
    if (repository.branches.get(base.ref) !== ours || head.sha !== theirs || isClosed(pull)) {
        refuse(problem(405, 'Base branch was modified. Review and try the merge again.'));
    }
    const update = { name: `refs/heads/${base.ref}`, before: ours, after };
    const broken = violations(repository, update, by, { merging: true });
    if (broken.length > 0)
        refuse(problem(405, rulesMessage(broken)));
    const moves = moveRefs(repository, [{ ...update, force: false }]);
    setMerged(world, pull, after, by);
    await pushed(world, repository, moves, by);
    return after;
}
function isClosed({ issue }) {
    return issue.state === 'closed';
}
async function commitMerge(world, pull, wish, user) {
    const { repository, head, issue } = pull;
    const { network } = repository.git;
    const { tree, ours, method } = wish;
    const author = signatureOf(user, world.state.now());
    if (method === 'rebase')
        return rebase(pull, ours, author);
    const merge = method === 'merge';
    const title = wish.title ??
        (merge
            ? `Merge pull request #${issue.number} from ${head.label.replace(':', '/')}`
            : `${issue.title} (#${issue.number})`);
    const body = wish.message ?? (merge ? issue.title : '');
    const parents = merge ? [ours, head.sha] : [ours];
    const message = body === '' ? title : `${title}\n\n${body}`;
    return network.writeSigned({ tree, parents, author, committer: githubSignature(author.date), message }).id;
}
/** Each commit on top of the base anew, with its author and message. */
async function rebase(pull, onto, committer) {
    const { network } = pull.repository.git;
    let tip = onto;
    for (const commit of pullCommits(pull)) {
        if (commit.parents.length > 1)
            refuse(notMergeable);
        const [parent = ''] = commit.parents;
        // A commit is picked by merging it with its parent as the common ancestor.
        const stand = network.writeCommit({ ...network.commit(tip), parents: [parent], signature: null });
        const tree = (await mergeTrees(network, stand.id, commit.id)) ?? refuse(notMergeable);
        tip = network.writeCommit({ ...commit, tree, parents: [tip], committer, signature: null }).id;
    }
    return tip;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/pulls/update-branch.js
// SPDX-License-Identifier: MIT








/** Merges the base branch into the head branch ("Update branch"). @throws Refused */
async function updateBranch(world, pull, expected, by) {
    const { repository, head, base } = pull;
    const { network } = repository.git;
    const from = head.repository;
    const tip = repository.branches.get(base.ref);
    if (from === undefined || tip === undefined)
        return refuse(problem(422, 'The head or base branch was deleted.'));
    const helps = pull.maintainerCanModify && mayPush(by, repository);
    if (!mayPush(by, from) && !helps)
        return refuse(problem(403, 'You do not have permission to push to the head branch.'));
    if (expected !== undefined && expected !== head.sha) {
        refuse(problem(422, `expected head sha didn’t match current head ref.`));
    }
    if (isAncestor(network.commit, tip, head.sha))
        refuse(problem(422, 'There are no new commits on the base branch.'));
    const before = head.sha;
    const tree = (await mergeTrees(network, before, tip)) ?? refuse(problem(422, 'merge conflict between base and head'));
    const author = signatureOf(by.user, world.state.now());
    const { id: after } = network.writeSigned({
        tree,
        parents: [before, tip],
        author,
        committer: githubSignature(author.date),
        message: `Merge branch '${base.ref}' into ${head.ref}`,
    });
    const refusal = await push_push(world, from, [{ name: `refs/heads/${head.ref}`, before, after, force: false }], by);
    if (refusal !== undefined)
        refuse(refusalAnswer(refusal, false));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/pulls.js
// SPDX-License-Identifier: MIT


















const pulls = '/api/v3/repos/:owner/:name/pulls';
const pulls_read = { anyOf: [{ pull_requests: 'read' }] };
/** Everyone may propose who may read; what he may change is looked at in each handler. */
const pulls_write = { anyOf: [{ pull_requests: 'write' }], role: 'read' };
const pullRoutes = [
    { method: 'GET', path: pulls, needs: pulls_read, handle: pulls_list },
    { method: 'POST', path: pulls, needs: pulls_write, handle: pulls_create },
    { method: 'GET', path: `${pulls}/:number`, needs: pulls_read, handle: pulls_get },
    { method: 'PATCH', path: `${pulls}/:number`, needs: pulls_write, handle: pulls_update },
    { method: 'GET', path: `${pulls}/:number/files`, needs: pulls_read, handle: listFiles },
    { method: 'GET', path: `${pulls}/:number/commits`, needs: pulls_read, handle: pulls_listCommits },
    { method: 'GET', path: `${pulls}/:number/merge`, needs: { anyOf: [{ contents: 'read' }] }, handle: isMerged },
    { method: 'PUT', path: `${pulls}/:number/update-branch`, needs: pulls_write, handle: updateHead },
    { method: 'PUT', path: `${pulls}/:number/merge`, needs: { anyOf: [{ contents: 'write' }] }, handle: merge },
];
/** "Responses include a maximum of 3000 files" and "a maximum of 250 commits" (REST documentation). */
const pulls_maxFiles = 3000;
const pulls_maxCommits = 250;
function pullNamed(call) {
    return refused_found(refused_found(access_readable(call)).pulls.get(Number(call.params.number)));
}
function pulls_list(call) {
    const repository = refused_found(access_readable(call));
    const query = call.url.searchParams;
    const state = query.get('state') ?? 'open';
    const [head, base] = [query.get('head'), query.get('base')];
    const wanted = [...repository.pulls.values()].filter((pull) => (state === 'all' || pull.issue.state === state) &&
        // "Filter pulls by head user or head organization and branch name": without a colon there is no filter.
        (head?.includes(':') !== true || pull.head.label.toLowerCase() === head.toLowerCase()) &&
        (base === null || base === '' || pull.base.ref === base));
    return page(call, pulls_sorted(wanted, query), (pull) => pullRequestSimpleJson(pull, call.origins));
}
/** "Default: desc when sort is created or sort is not specified, otherwise asc" */
function pulls_sorted(list, query) {
    const sort = query.get('sort') ?? 'created';
    const keys = {
        updated: ({ issue }) => issue.updatedAt.getTime(),
        popularity: ({ issue }) => issue.comments.size,
        'long-running': ({ issue }) => issue.createdAt.getTime(),
    };
    const key = keys[sort] ?? (({ issue }) => issue.number);
    const sign = (query.get('direction') ?? (sort === 'created' ? 'desc' : 'asc')) === 'asc' ? 1 : -1;
    return list.sort((one, other) => sign * (key(one) - key(other) || one.issue.number - other.issue.number));
}
function pulls_get(call) {
    const pull = pullNamed(call);
    const answer = json(200, pullRequestJson(pull, call.origins));
    askWhetherMergeable(call, pull);
    return answer;
}
async function pulls_create(call) {
    const repository = refused_found(access_readable(call));
    const fields = RequestFields.of(call.body);
    const wish = {
        title: fields.text('title') ?? '',
        body: fields.textOrNull('body') ?? null,
        head: fields.requiredText('head'),
        headRepository: fields.text('head_repo'),
        base: fields.requiredText('base'),
        draft: fields.flag('draft') ?? false,
        maintainerCanModify: fields.flag('maintainer_can_modify'),
    };
    const pull = await openPull(call, repository, wish, caller(call));
    const shown = pullRequestJson(pull, call.origins);
    return json(201, shown, { location: String(shown.url) });
}
async function pulls_update(call) {
    const pull = pullNamed(call);
    const by = caller(call);
    const { issue, repository } = pull;
    const fields = RequestFields.of(call.body);
    if (issue.user !== by.user && !mayPush(by, repository) && !mayTriage(by, repository))
        refuse(mustBeAdmin);
    const [title, body] = [fields.text('title'), fields.textOrNull('body')];
    const [state, base] = [fields.oneOf('state', ['open', 'closed']), fields.text('base')];
    if (title?.trim() === '')
        invalid({ resource: 'PullRequest', code: 'missing_field', field: 'title' });
    if (base !== undefined && base !== pull.base.ref)
        await changeBase(call, pull, base, by);
    if (state === 'open' && issue.state === 'closed')
        await prepareReopen(pull);
    pull.maintainerCanModify = fields.flag('maintainer_can_modify') ?? pull.maintainerCanModify;
    editIssue(call, issue, { title, body, state }, by);
    return json(200, pullRequestJson(pull, call.origins));
}
async function listFiles(call) {
    const pull = pullNamed(call);
    const { repository, head } = pull;
    const { shown, headers } = pageOf(call, (await pullFiles(pull)).slice(0, pulls_maxFiles));
    const at = { repository: head.repository ?? repository, commit: head.sha, origins: call.origins };
    const files = limitPatches(shown).map((change) => fileChangeJson(change, at));
    return json(200, files, headers);
}
function pulls_listCommits(call) {
    const pull = pullNamed(call);
    return page(call, pullCommits(pull).slice(0, pulls_maxCommits), (commit) => commitJson(commit, pull.repository, call));
}
function isMerged(call) {
    return pullNamed(call).merged ? noContent : notFound;
}
async function merge(call) {
    const pull = pullNamed(call);
    const fields = RequestFields.of(call.body);
    const wish = {
        method: fields.oneOf('merge_method', ['merge', 'squash', 'rebase']) ?? 'merge',
        title: fields.text('commit_title'),
        message: fields.text('commit_message'),
        sha: fields.text('sha'),
    };
    const sha = await mergePull(call, pull, wish, caller(call));
    return json(200, { sha, merged: true, message: 'Pull Request successfully merged' });
}
/** "Updates the pull request branch with the latest upstream changes", which GitHub does after it has answered. */
async function updateHead(call) {
    const pull = pullNamed(call);
    await updateBranch(call, pull, RequestFields.of(call.body).text('expected_head_sha'), caller(call));
    return json(202, { message: 'Updating pull request branch.', url: issueWebUrl(pull.issue, call.origins) });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/fork-repository.js

/** Forks a repository to the caller's account or an organisation; an account has one fork of it at most. */
function forkRepository({ state, origins }, parent, by, wish = {}) {
    const owner = wish.organization ?? by.user.login;
    const known = state.repositories.find((each) => each.parent === parent && each.owner === owner);
    if (known !== undefined)
        return known;
    const taken = state.repository(owner, wish.name ?? parent.name) !== undefined;
    // Where the name is taken, GitHub appends a number.
    const name = `${wish.name ?? parent.name}${taken ? '-1' : ''}`;
    const fork = state.addRepository(`${owner}/${name}`, { parent, private: parent.private });
    const facts = () => ({ forkee: repositoryJson(fork, origins) });
    state.events.emit({ event: 'fork', repository: parent, sender: by.user, facts });
    return fork;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/repositories.js
// SPDX-License-Identifier: MIT










const repository = '/api/v3/repos/:owner/:name';
const metadata = { anyOf: [{ metadata: 'read' }] };
const repositoryRoutes = [
    { method: 'GET', path: repository, needs: metadata, handle: repositories_get },
    {
        method: 'DELETE',
        path: repository,
        needs: { anyOf: [{ administration: 'write' }], role: 'admin' },
        handle: repositories_remove,
    },
    { method: 'GET', path: `${repository}/contributors`, needs: metadata, handle: listContributors },
    {
        method: 'POST',
        path: `${repository}/forks`,
        needs: { anyOf: [{ administration: 'write', contents: 'read' }], role: 'read' },
        handle: fork,
    },
];
function repositories_get(call) {
    const shown = refused_found(access_readable(call));
    return json(200, { ...fullRepositoryJson(shown, call.origins), ...permissionsIn(shown, call) });
}
/** What the caller may do; only signed-in callers are told. */
function permissionsIn(shown, { actor }) {
    if (actor === undefined)
        return {};
    if (actor.installation !== undefined) {
        const push = mayPush(actor, shown);
        return { permissions: { admin: false, maintain: false, push, triage: push, pull: true } };
    }
    const role = roleOf(actor.user, shown);
    return {
        permissions: {
            admin: atLeast(role, 'admin'),
            maintain: atLeast(role, 'maintain'),
            push: atLeast(role, 'write'),
            triage: atLeast(role, 'triage'),
            pull: atLeast(role, 'read'),
        },
    };
}
/** Accounts with commits in the default branch, those with most first. */
function listContributors(call) {
    const { contributors } = refused_found(access_readable(call));
    const users = new Map([...call.state.users].map((user) => [user.id, user]));
    const ranked = [...contributors].sort(([, one], [, other]) => other - one);
    return page(call, ranked, ([id, contributions]) => {
        const user = refused_found(users.get(id));
        return { ...userJson(user, call.origins), contributions };
    });
}
/** Pull requests from it stay as they are, from an "unknown repository". */
function repositories_remove(call) {
    const gone = refused_found(access_readable(call));
    call.state.removeRepository(gone);
    for (const { pulls } of call.state.repositories) {
        for (const { head } of pulls.values())
            if (head.repository === gone)
                head.repository = undefined;
    }
    return noContent;
}
/** "Forking a repository happens asynchronously"; here it is there at once. */
function fork(call) {
    const parent = refused_found(access_readable(call));
    const fields = RequestFields.of(call.body);
    const made = forkRepository(call, parent, caller(call), {
        organization: fields.text('organization'),
        name: fields.text('name'),
    });
    return json(202, { ...fullRepositoryJson(made, call.origins), ...permissionsIn(made, call) });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/comments.js
// SPDX-License-Identifier: MIT











const comments_issues = '/api/v3/repos/:owner/:name/issues';
const commentRoutes = [
    { method: 'GET', path: `${comments_issues}/comments`, needs: issueRead, handle: listAll },
    { method: 'GET', path: `${comments_issues}/comments/:id`, needs: issueRead, handle: comments_get },
    { method: 'PATCH', path: `${comments_issues}/comments/:id`, needs: issueWrite, handle: comments_update },
    { method: 'DELETE', path: `${comments_issues}/comments/:id`, needs: issueWrite, handle: comments_remove },
    { method: 'GET', path: `${comments_issues}/comments/:id/reactions`, needs: issueRead, handle: listReactions },
    { method: 'POST', path: `${comments_issues}/comments/:id/reactions`, needs: issueWrite, handle: react },
    { method: 'GET', path: `${comments_issues}/:number/comments`, needs: issueRead, handle: comments_list },
    { method: 'POST', path: `${comments_issues}/:number/comments`, needs: issueWrite, handle: comments_create },
];
function commentNamed(call) {
    const repository = refused_found(access_readable(call));
    const comment = call.state.comments.get(Number(call.params.id));
    return refused_found(comment?.issue.repository === repository ? comment : undefined);
}
function since(call) {
    return new Date(call.url.searchParams.get('since') ?? 0);
}
function comments_list(call) {
    const comments = [...issueNamed(call).comments.values()].filter(({ updatedAt }) => updatedAt >= since(call));
    return page(call, comments, (comment) => commentJson(comment, call.origins));
}
function listAll(call) {
    const repository = refused_found(access_readable(call));
    const query = call.url.searchParams;
    const comments = [...call.state.comments.values()].filter(({ issue, updatedAt }) => issue.repository === repository && updatedAt >= since(call));
    const time = (comment) => (query.get('sort') === 'updated' ? comment.updatedAt : comment.createdAt).getTime();
    const sign = query.get('direction') === 'desc' ? -1 : 1;
    if (query.has('sort'))
        comments.sort((one, other) => sign * (time(one) - time(other) || one.id - other.id));
    return page(call, comments, (comment) => commentJson(comment, call.origins));
}
function comments_get(call) {
    return json(200, commentJson(commentNamed(call), call.origins));
}
function comments_create(call) {
    const issue = issueNamed(call);
    const by = caller(call);
    const body = checkedComment(RequestFields.of(call.body).requiredText('body'));
    if (issue.locked && !mayWrite(by, call)) {
        return problem(403, 'Unable to create comment because issue is locked.');
    }
    touch(call, issue);
    const comment = {
        id: call.state.newId(),
        issue,
        user: by.user,
        app: by.installation?.app ?? null,
        createdAt: issue.updatedAt,
        reactions: [],
        body,
        updatedAt: issue.updatedAt,
        lastEditedAt: null,
        editor: null,
    };
    issue.comments.set(comment.id, comment);
    call.state.comments.set(comment.id, comment);
    emitComment(call, comment, 'created', by);
    return json(201, commentJson(comment, call.origins));
}
function comments_update(call) {
    const comment = commentNamed(call);
    const by = caller(call);
    if (comment.user.id !== by.user.id && !mayWrite(by, call))
        return mustBeAdmin;
    const body = checkedComment(RequestFields.of(call.body).requiredText('body'));
    const from = comment.body;
    comment.updatedAt = call.state.now();
    if (body !== from) {
        Object.assign(comment, { body, lastEditedAt: comment.updatedAt, editor: by.user });
        emitComment(call, comment, 'edited', by, { changes: { body: { from } } });
    }
    return json(200, commentJson(comment, call.origins));
}
function comments_remove(call) {
    const comment = commentNamed(call);
    const by = caller(call);
    if (comment.user.id !== by.user.id && !mayWrite(by, call))
        return mustBeAdmin;
    comment.issue.comments.delete(comment.id);
    call.state.comments.delete(comment.id);
    emitComment(call, comment, 'deleted', by);
    return noContent;
}
function mayWrite(actor, call) {
    return may(actor, refused_found(access_readable(call)), { role: 'write', anyOf: issueWrite.anyOf });
}
/** The limit of 65,536 characters, in the words of many public reports. */
function checkedComment(body) {
    const error = { resource: 'IssueComment', code: 'unprocessable', field: 'data' };
    if (body.trim() === '')
        return invalid({ ...error, message: 'Body cannot be blank' });
    if (!isTooLong(body))
        return body;
    return invalid({ ...error, message: 'Body is too long (maximum is 65536 characters)' });
}
function listReactions(call) {
    return page(call, commentNamed(call).reactions, (reaction) => reactionJson(reaction, call));
}
/** One reaction of a kind and person: 201 for a new one, 200 where it is there. */
function react(call) {
    const comment = commentNamed(call);
    const { user } = caller(call);
    const content = RequestFields.of(call.body).requiredText('content');
    if (!isReactionKind(content))
        return refuse(problem(422, 'Invalid request.\n\nInvalid reaction.'));
    const known = comment.reactions.find((each) => each.user === user && each.content === content);
    if (known !== undefined)
        return json(200, reactionJson(known, call));
    const reaction = { id: call.state.newId(), user, content, createdAt: call.state.now() };
    comment.reactions.push(reaction);
    return json(201, reactionJson(reaction, call));
}
function reactionJson({ id, user, content, createdAt }, call) {
    const author = userJson(user, call.origins);
    return { id, node_id: node_id_nodeId('Reaction', id), user: author, content, created_at: timestamp(createdAt) };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/commit-statuses.js
// SPDX-License-Identifier: MIT










const commit_statuses_repo = '/api/v3/repos/:owner/:name';
const commitStatusRoutes = [
    { method: 'POST', path: `${commit_statuses_repo}/statuses/:sha`, needs: { anyOf: [{ statuses: 'write' }] }, handle: commit_statuses_create },
    { method: 'GET', path: `${commit_statuses_repo}/commits/:sha/statuses`, needs: { anyOf: [{ statuses: 'read' }] }, handle: commit_statuses_list },
    { method: 'GET', path: `${commit_statuses_repo}/commits/:sha/status`, needs: { anyOf: [{ statuses: 'read' }] }, handle: combined },
];
function commit_statuses_commit(call) {
    const repository = refused_found(access_readable(call));
    const name = call.params.sha ?? '';
    const sha = repository.git.resolve(name)?.id ?? refuse(problem(422, `No commit found for SHA: ${name}`));
    return { repository, sha };
}
function commit_statuses_create(call) {
    const { repository, sha } = commit_statuses_commit(call);
    const fields = RequestFields.of(call.body);
    fields.requiredText('state');
    const status = {
        id: call.state.newId(),
        sha,
        state: fields.oneOf('state', ['error', 'failure', 'pending', 'success']) ?? 'pending',
        context: fields.text('context') ?? 'default',
        description: fields.textOrNull('description') ?? null,
        targetUrl: fields.textOrNull('target_url') ?? null,
        creator: caller(call).user,
        createdAt: call.state.now(),
    };
    repository.statuses.set(sha, [status, ...(repository.statuses.get(sha) ?? [])]);
    return json(201, { ...statusJson(status, repository, call), creator: userJson(status.creator, call.origins) });
}
/** Newest first. */
function commit_statuses_list(call) {
    const { repository, sha } = commit_statuses_commit(call);
    return page(call, repository.statuses.get(sha) ?? [], (status) => ({
        ...statusJson(status, repository, call),
        creator: userJson(status.creator, call.origins),
    }));
}
/** The newest of each context: `failure` where one is no success, `pending` where one is or none are there. */
function combined(call) {
    const { repository, sha } = commit_statuses_commit(call);
    const newestLast = (repository.statuses.get(sha) ?? []).toReversed();
    const latest = [...new Map(newestLast.map((status) => [status.context, status])).values()];
    const states = new Set(latest.map(({ state }) => state));
    const failed = states.has('failure') || states.has('error');
    const url = `${repositoryUrl(repository, call.origins)}/commits/${sha}`;
    return json(200, {
        state: failed ? 'failure' : states.has('pending') || latest.length === 0 ? 'pending' : 'success',
        statuses: latest.map((status) => statusJson(status, repository, call)),
        sha,
        total_count: latest.length,
        repository: repositoryJson(repository, call.origins),
        commit_url: url,
        url: `${url}/status`,
    });
}
function statusJson(status, repository, { origins }) {
    return {
        url: `${repositoryUrl(repository, origins)}/statuses/${status.sha}`,
        avatar_url: `${origins.web}/avatars/u/${status.creator.id}`,
        id: status.id,
        node_id: node_id_nodeId('StatusContext', status.id),
        state: status.state,
        description: status.description,
        target_url: status.targetUrl,
        context: status.context,
        created_at: timestamp(status.createdAt),
        updated_at: timestamp(status.createdAt),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/hook-deliveries.js
// SPDX-License-Identifier: MIT



const hook = '/api/v3/app/hook';
/** An App's own webhook: its configuration, what was delivered, and delivering again. */
function hookRoutes(webhooks) {
    return [
        { method: 'GET', path: `${hook}/config`, forApps: true, handle: config },
        { method: 'GET', path: `${hook}/deliveries`, forApps: true, handle: (call) => hook_deliveries_list(call, webhooks()) },
        { method: 'GET', path: `${hook}/deliveries/:id`, forApps: true, handle: (call) => hook_deliveries_get(call, webhooks()) },
        {
            method: 'POST',
            path: `${hook}/deliveries/:id/attempts`,
            forApps: true,
            handle: (call) => hook_deliveries_again(call, webhooks()),
        },
    ];
}
function config(call) {
    const { url } = refused_found(call.app?.hook);
    return json(200, { content_type: 'json', secret: '********', insecure_ssl: '0', url });
}
function own(call, webhooks) {
    return [...webhooks.deliveries.values()].filter(({ app }) => app === call.app);
}
/** Newest first; the next page begins at the `cursor` that the Link header gives. */
function hook_deliveries_list(call, webhooks) {
    const query = call.url.searchParams;
    const perPage = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30) || 30));
    const cursor = Number(query.get('cursor') ?? Infinity);
    const rest = own(call, webhooks)
        .toReversed()
        .filter(({ id }) => !(id > cursor));
    const next = rest[perPage];
    const address = new URL(call.url);
    if (next !== undefined)
        address.searchParams.set('cursor', String(next.id));
    const headers = next === undefined ? {} : { link: `<${address.href}>; rel="next"` };
    return json(200, rest.slice(0, perPage).map(briefly), headers);
}
function deliveryNamed(call, webhooks) {
    const delivery = webhooks.deliveries.get(Number(call.params.id));
    return refused_found(delivery?.app === call.app ? delivery : undefined);
}
function hook_deliveries_get(call, webhooks) {
    const delivery = deliveryNamed(call, webhooks);
    return json(200, {
        ...briefly(delivery),
        url: delivery.app.hook?.url ?? '',
        request: { headers: delivery.requestHeaders, payload: JSON.parse(delivery.payload) },
        response: { headers: delivery.responseHeaders, payload: delivery.responseBody },
    });
}
function hook_deliveries_again(call, webhooks) {
    if (call.app?.hook === undefined)
        return refuse(problem(422, 'The App has no webhook.'));
    webhooks.redeliver(deliveryNamed(call, webhooks));
    return json(202, {});
}
function briefly(delivery) {
    return {
        id: delivery.id,
        guid: delivery.guid,
        delivered_at: timestamp(delivery.deliveredAt),
        redelivery: delivery.redelivery,
        duration: delivery.duration,
        status: delivery.status,
        status_code: delivery.statusCode,
        event: delivery.event,
        action: delivery.action,
        installation_id: delivery.installation.id,
        repository_id: delivery.repositoryId,
        throttled_at: null,
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/organizations.js
// SPDX-License-Identifier: MIT







const org = '/api/v3/orgs/:org';
/** Organisations, their members and teams. */
const organizationRoutes = [
    { method: 'GET', path: org, handle: organizations_get },
    { method: 'GET', path: `${org}/members`, handle: members },
    { method: 'GET', path: `${org}/members/:user`, handle: organizations_isMember },
    { method: 'GET', path: `${org}/public_members`, handle: publicMembers },
    { method: 'GET', path: `${org}/public_members/:user`, handle: organizations_isPublicMember },
    { method: 'GET', path: `${org}/memberships/:user`, handle: membership },
    { method: 'GET', path: `${org}/teams`, handle: teams },
    { method: 'GET', path: `${org}/teams/:team`, handle: organizations_team },
    { method: 'GET', path: `${org}/teams/:team/members`, handle: teamMembers },
    { method: 'GET', path: `${org}/teams/:team/memberships/:user`, handle: teamMembership },
];
function organizationNamed(call) {
    return refused_found(call.state.organizations.get((call.params.org ?? '').toLowerCase()));
}
function userNamed(call) {
    return refused_found(call.state.user(call.params.user ?? ''));
}
/** True for members, and for Apps that are installed there with `members: read`. */
function isInside(call, organization) {
    const { actor } = call;
    if (actor === undefined)
        return false;
    if (actor.installation === undefined)
        return organization.members.has(actor.user.id);
    return actor.installation.account === organization.account && includesLevel(actor.permissions.members, 'read');
}
/** Teams are secret: 404 for whoever is outside, 403 for an App without the permission. */
function organizations_inside(call) {
    const organization = organizationNamed(call);
    if (isInside(call, organization))
        return organization;
    if (call.actor === undefined)
        return refuse(problem(401, 'Requires authentication'));
    return refuse(call.actor.installation ? problem(403, 'Resource not accessible by integration') : notFound);
}
function teamNamed(call) {
    return refused_found(organizations_inside(call).teams.get(call.params.team ?? ''));
}
function organizations_get(call) {
    return json(200, fullJson(organizationNamed(call).account, call));
}
function fullJson(account, { state, origins }) {
    return {
        ...organizationJson(account, origins),
        name: account.name ?? account.login,
        has_organization_projects: false,
        has_repository_projects: false,
        public_repos: state.repositories.filter((each) => each.account === account && !each.private).length,
        public_gists: 0,
        followers: 0,
        following: 0,
        html_url: `${origins.web}/${account.login}`,
        type: 'Organization',
        created_at: timestamp(account.createdAt),
        updated_at: timestamp(account.createdAt),
        archived_at: null,
    };
}
/** Outsiders see the public members alone. */
function members(call) {
    const organization = organizationNamed(call);
    const all = isInside(call, organization);
    const shown = [...organization.members.values()].filter((member) => all || member.public);
    return page(call, shown, ({ user }) => userJson(user, call.origins));
}
/** 204 or 404; whoever is outside is sent on to the public members (REST documentation, the same). */
function organizations_isMember(call) {
    const organization = organizationNamed(call);
    if (!isInside(call, organization)) {
        const location = `${call.origins.api}/orgs/${organization.account.login}/public_members/${call.params.user ?? ''}`;
        return { status: 302, headers: { location } };
    }
    return organization.members.has(userNamed(call).id) ? noContent : notFound;
}
function publicMembers(call) {
    const shown = [...organizationNamed(call).members.values()].filter((member) => member.public);
    return page(call, shown, ({ user }) => userJson(user, call.origins));
}
function organizations_isPublicMember(call) {
    return organizationNamed(call).members.get(userNamed(call).id)?.public === true ? noContent : notFound;
}
function membership(call) {
    const organization = organizations_inside(call);
    const member = refused_found(organization.members.get(userNamed(call).id));
    const url = `${call.origins.api}/orgs/${organization.account.login}`;
    return json(200, {
        url: `${url}/memberships/${member.user.login}`,
        state: 'active',
        role: member.role,
        organization_url: url,
        organization: organizationJson(organization.account, call.origins),
        user: userJson(member.user, call.origins),
    });
}
function teams(call) {
    return page(call, [...organizations_inside(call).teams.values()], (each) => teamJson(each, call));
}
function organizations_team(call) {
    const named = teamNamed(call);
    const { account } = named.organization;
    return json(200, {
        ...teamJson(named, call),
        members_count: named.members.size,
        repos_count: named.roles.size,
        created_at: timestamp(account.createdAt),
        updated_at: timestamp(account.createdAt),
        organization: fullJson(account, call),
    });
}
/** Invitations are not among the members. */
function teamMembers(call) {
    const active = [...teamNamed(call).members.values()].filter(({ state }) => state === 'active');
    return page(call, active, ({ user }) => userJson(user, call.origins));
}
/** 404 for whoever is not in the team; `pending` until an invitation is accepted; owners count as maintainers. */
function teamMembership(call) {
    const named = teamNamed(call);
    const { user, state, role } = refused_found(named.members.get(userNamed(call).id));
    const owner = named.organization.members.get(user.id)?.role === 'admin';
    return json(200, {
        url: `${teamUrl(named, call)}/memberships/${user.login}`,
        role: owner ? 'maintainer' : role,
        state,
    });
}
function teamUrl({ organization, id }, { origins }) {
    return `${origins.api}/organizations/${organization.account.id}/team/${id}`;
}
function teamJson(named, call) {
    const url = teamUrl(named, call);
    return {
        id: named.id,
        node_id: node_id_nodeId('Team', named.id),
        url,
        html_url: `${call.origins.web}/orgs/${named.organization.account.login}/teams/${named.slug}`,
        name: named.name,
        slug: named.slug,
        description: null,
        privacy: 'closed',
        notification_setting: 'notifications_enabled',
        permission: 'pull',
        type: 'organization',
        organization_id: named.organization.account.id,
        members_url: `${url}/members{/member}`,
        repositories_url: `${url}/repos`,
        parent: null,
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/people.js
// SPDX-License-Identifier: MIT



/** Accounts. */
const peopleRoutes = [
    { method: 'GET', path: '/api/v3/user', handle: me },
    { method: 'GET', path: '/api/v3/users/:login', handle: people_get },
    { method: 'GET', path: '/api/v3/user/:id', handle: getById },
];
/** An installation's token is nobody's. */
function me(call) {
    if (call.actor === undefined)
        return problem(401, 'Requires authentication');
    if (call.actor.installation !== undefined)
        return problem(403, 'Resource not accessible by integration');
    return json(200, publicUserJson(call.actor.user, repositoriesOf(call, call.actor.user.id), call.origins));
}
function people_get(call) {
    const user = refused_found(call.state.user(call.params.login ?? ''));
    return json(200, publicUserJson(user, repositoriesOf(call, user.id), call.origins));
}
function getById(call) {
    const user = [...call.state.users].find(({ id }) => String(id) === call.params.id);
    return json(200, publicUserJson(refused_found(user), repositoriesOf(call, refused_found(user).id), call.origins));
}
function repositoriesOf(call, owner) {
    return call.state.repositories.filter((repository) => repository.account.id === owner && !repository.private).length;
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/latest-release.js
// SPDX-License-Identifier: MIT

/** The release at `releases/latest`: the one marked so, else the one with the highest semantic version (`legacy`). */
function latestRelease(repository) {
    const candidates = repository.releases.filter(({ draft, prerelease }) => !draft && !prerelease);
    const marked = candidates.find(({ id }) => id === repository.latest);
    return marked ?? candidates.toSorted((a, b) => semver_default().compare(versionOf(b), versionOf(a)))[0];
}
function versionOf(release) {
    return semver_default().coerce(release.tag)?.version ?? '0.0.0';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/releases.js
// SPDX-License-Identifier: MIT







const releases_releases = '/api/v3/repos/:owner/:name/releases';
const releaseRoutes = [
    { method: 'GET', path: releases_releases, handle: releases_list },
    { method: 'POST', path: releases_releases, handle: releases_create },
    { method: 'GET', path: `${releases_releases}/latest`, handle: getLatest },
    { method: 'GET', path: `${releases_releases}/tags/*tag`, handle: getByTag },
    { method: 'GET', path: `${releases_releases}/:id`, handle: releases_get },
    { method: 'PATCH', path: `${releases_releases}/:id`, handle: releases_update },
    { method: 'DELETE', path: `${releases_releases}/:id`, handle: releases_remove },
];
function releases_list(call) {
    const repository = access_readable(call);
    if (repository === undefined)
        return notFound;
    const shown = repository.releases.filter((release) => access_visible(release, call)).toReversed();
    return page(call, shown, (release) => releaseJson(release, repository, call.origins));
}
function releases_get(call) {
    const found = findRelease(call);
    return found === undefined ? notFound : json(200, releaseJson(...found, call.origins));
}
/** Only published releases are found by their tag. */
function getByTag(call) {
    const repository = access_readable(call);
    const release = repository?.releases.find(({ draft, tag }) => !draft && tag === call.params.tag);
    return repository && release ? json(200, releaseJson(release, repository, call.origins)) : notFound;
}
function getLatest(call) {
    const repository = access_readable(call);
    const release = repository && latestRelease(repository);
    return repository && release ? json(200, releaseJson(release, repository, call.origins)) : notFound;
}
function releases_create(call) {
    const refusal = writeRefusal(call);
    const repository = access_readable(call);
    if (refusal || !repository || !call.actor)
        return refusal ?? notFound;
    const wish = readWish(call);
    if (wish === undefined)
        return problem(400, 'Problems parsing JSON');
    if (wish.tag_name === undefined) {
        return validationFailed({ resource: 'Release', code: 'missing_field', field: 'tag_name' });
    }
    const now = call.state.now();
    const release = {
        id: call.state.newId(),
        slug: `untagged-${(0,external_node_crypto_.randomBytes)(10).toString('hex')}`,
        author: call.actor.user.login,
        createdAt: now,
        updatedAt: now,
        publishedAt: null,
        assets: [],
        tag: wish.tag_name,
        commitish: wish.target_commitish ?? repository.defaultBranch,
        name: wish.name ?? null,
        body: wish.body ?? null,
        draft: true,
        prerelease: wish.prerelease ?? false,
        immutable: false,
    };
    if (wish.draft !== true) {
        const errors = publish(release, repository, now, wish.make_latest);
        if (errors.length > 0)
            return validationFailed(...errors);
    }
    repository.releases.push(release);
    return json(201, releaseJson(release, repository, call.origins));
}
function releases_update(call) {
    const refusal = writeRefusal(call);
    const [release, repository] = findRelease(call) ?? [];
    if (refusal || !release || !repository)
        return refusal ?? notFound;
    const wish = readWish(call);
    if (wish === undefined)
        return problem(400, 'Problems parsing JSON');
    if (release.immutable && (wish.draft === true || (wish.tag_name ?? release.tag) !== release.tag)) {
        return problem(422, 'Cannot change the tag of an immutable release.');
    }
    release.tag = wish.tag_name ?? release.tag;
    release.commitish = wish.target_commitish ?? release.commitish;
    release.name = wish.name ?? release.name;
    release.body = wish.body ?? release.body;
    release.prerelease = wish.prerelease ?? release.prerelease;
    release.updatedAt = call.state.now();
    if (wish.draft === true)
        release.draft = true;
    if (wish.draft === false && release.draft) {
        const errors = publish(release, repository, call.state.now(), wish.make_latest);
        if (errors.length > 0)
            return validationFailed(...errors);
    }
    return json(200, releaseJson(release, repository, call.origins));
}
function releases_remove(call) {
    const refusal = writeRefusal(call);
    const [release, repository] = findRelease(call) ?? [];
    if (refusal || !release || !repository)
        return refusal ?? notFound;
    repository.releases.splice(repository.releases.indexOf(release), 1);
    return noContent;
}
/** Publishes a draft: the tag comes into being where it is missing, and with the setting the release freezes. */
function publish(release, repository, now, makeLatest) {
    const errors = whyNotPublish(release, repository);
    if (errors.length > 0)
        return errors;
    const commit = repository.branches.get(release.commitish) ?? release.commitish;
    if (!repository.tags.has(release.tag))
        repository.git.refs.set(`refs/tags/${release.tag}`, commit);
    release.draft = false;
    release.publishedAt = now;
    release.immutable = repository.immutableReleases;
    if (release.immutable)
        repository.usedUpTags.add(release.tag);
    if ((makeLatest ?? 'true') === 'true' && !release.prerelease)
        repository.latest = release.id;
    return [];
}
function whyNotPublish(release, repository) {
    const resource = 'Release';
    const invalid = { resource, code: 'custom', message: 'Published releases must have a valid tag' };
    if (!isTagName(release.tag)) {
        return [{ resource, code: 'custom', field: 'tag_name', message: 'tag_name is not a valid tag' }, invalid];
    }
    if (repository.releases.some((other) => other !== release && !other.draft && other.tag === release.tag)) {
        return [{ resource, code: 'already_exists', field: 'tag_name' }];
    }
    if (repository.usedUpTags.has(release.tag)) {
        const message = 'tag_name was used by an immutable release';
        return [{ resource, code: 'custom', field: 'tag_name', message }, invalid];
    }
    const { branches, git } = repository;
    const known = branches.has(release.commitish) || git.network.findCommit(release.commitish) !== undefined;
    return repository.tags.has(release.tag) || known ? [] : [{ resource, code: 'invalid', field: 'target_commitish' }];
}
function findRelease(call) {
    const repository = access_readable(call);
    const release = repository?.releases.find(({ id }) => String(id) === call.params.id);
    return repository && release && access_visible(release, call) ? [release, repository] : undefined;
}
/** The request's fields of the right type; undefined where the body is not a JSON object. */
function readWish(call) {
    let value;
    try {
        value = JSON.parse(Buffer.from(call.body).toString('utf8'));
    }
    catch {
        return undefined;
    }
    if (typeof value !== 'object' || value === null)
        return undefined;
    const types = {
        tag_name: 'string',
        target_commitish: 'string',
        name: 'string',
        body: 'string',
        draft: 'boolean',
        prerelease: 'boolean',
        make_latest: 'string',
    };
    return Object.fromEntries(Object.entries(value).filter(([key, field]) => typeof field === types[key]));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/reviews.js
// SPDX-License-Identifier: MIT









const reviews = '/api/v3/repos/:owner/:name/pulls/:number/reviews';
const reviews_read = { anyOf: [{ pull_requests: 'read' }] };
/** Everyone may review who may read. */
const reviews_write = { anyOf: [{ pull_requests: 'write' }], role: 'read' };
const reviewRoutes = [
    { method: 'GET', path: reviews, needs: reviews_read, handle: reviews_list },
    { method: 'POST', path: reviews, needs: reviews_write, handle: reviews_create },
    { method: 'GET', path: `${reviews}/:review`, needs: reviews_read, handle: reviews_get },
    { method: 'PUT', path: `${reviews}/:review`, needs: reviews_write, handle: reviews_update },
    { method: 'DELETE', path: `${reviews}/:review`, needs: reviews_write, handle: reviews_remove },
    { method: 'POST', path: `${reviews}/:review/events`, needs: reviews_write, handle: reviews_submit },
    { method: 'PUT', path: `${reviews}/:review/dismissals`, needs: { ...reviews_write, role: 'write' }, handle: dismiss },
];
const verdicts = ['APPROVE', 'REQUEST_CHANGES', 'COMMENT'];
const stateAfter = {
    APPROVE: 'APPROVED',
    REQUEST_CHANGES: 'CHANGES_REQUESTED',
    COMMENT: 'COMMENTED',
};
const unprocessable = (reason) => refuse(problem(422, 'Unprocessable Entity', [reason]));
function reviews_pullNamed(call) {
    return refused_found(refused_found(access_readable(call)).pulls.get(Number(call.params.number)));
}
/** A pending review is there for its author alone. */
function reviews_visible(review, call) {
    return review.state !== 'PENDING' || review.user === call.actor?.user;
}
function reviewNamed(call) {
    const review = reviews_pullNamed(call).reviews.get(Number(call.params.review));
    return refused_found(review !== undefined && reviews_visible(review, call) ? review : undefined);
}
/** Oldest first (REST documentation, "List reviews": chronological). */
function reviews_list(call) {
    const shown = [...reviews_pullNamed(call).reviews.values()].filter((review) => reviews_visible(review, call));
    return page(call, shown, (review) => reviewJson(review, call.origins));
}
function reviews_get(call) {
    return json(200, reviewJson(reviewNamed(call), call.origins));
}
function reviews_create(call) {
    const pull = reviews_pullNamed(call);
    const by = caller(call);
    const fields = RequestFields.of(call.body);
    const verdict = fields.oneOf('event', verdicts);
    const body = reviews_checkedBody(fields.textOrNull('body') ?? '');
    const commitId = reviews_commitNamed(fields.text('commit_id'), pull);
    if (fields.objects('comments')?.length)
        unprocessable('Comments on lines are not kept by this GitHub');
    checkVerdict(verdict, body, pull, by);
    const pending = [...pull.reviews.values()].some((each) => each.state === 'PENDING' && each.user === by.user);
    if (pending)
        unprocessable('User can only have one pending review per pull request');
    const review = {
        id: call.state.newId(),
        pull,
        user: by.user,
        app: by.installation?.app ?? null,
        body,
        state: 'PENDING',
        commitId,
        submittedAt: null,
        updatedAt: call.state.now(),
        lastEditedAt: null,
    };
    pull.reviews.set(review.id, review);
    if (verdict !== undefined)
        submitted(call, review, verdict, by);
    return json(200, reviewJson(review, call.origins));
}
/** The commit that is reviewed: by default the head. It need not be the head, nor be a commit of the pull request. */
function reviews_commitNamed(wished, pull) {
    if (wished === undefined)
        return pull.head.sha;
    return pull.repository.git.resolve(wished)?.id ?? unprocessable('Commit is not part of the pull request');
}
function checkVerdict(verdict, body, pull, by) {
    const own = pull.issue.user === by.user;
    // Words of hubtty/hubtty#33 and others.
    if (own && verdict === 'APPROVE')
        unprocessable('Can not approve your own pull request');
    if (own && verdict === 'REQUEST_CHANGES')
        unprocessable('Can not request changes on your own pull request');
    const needsBody = verdict === 'REQUEST_CHANGES' || verdict === 'COMMENT';
    if (needsBody && body.trim() === '')
        unprocessable('Body can not be blank');
    const writes = may(by, pull.repository, { role: 'write', anyOf: reviews_write.anyOf });
    if (pull.issue.locked && !writes)
        refuse(problem(403, 'Unable to create review because issue is locked.'));
}
function reviews_checkedBody(body) {
    return isTooLong(body) ? unprocessable('Body is too long (maximum is 65536 characters)') : body;
}
function reviews_submit(call) {
    const review = reviewNamed(call);
    const by = caller(call);
    const fields = RequestFields.of(call.body);
    const verdict = fields.oneOf('event', verdicts) ?? unprocessable('Event can not be blank');
    if (review.state !== 'PENDING')
        unprocessable('Can not submit a review that is not pending');
    review.body = reviews_checkedBody(fields.textOrNull('body') ?? review.body);
    checkVerdict(verdict, review.body, review.pull, by);
    submitted(call, review, verdict, by);
    return json(200, reviewJson(review, call.origins));
}
function submitted(call, review, verdict, by) {
    touch(call, review.pull.issue);
    review.state = stateAfter[verdict];
    review.submittedAt = review.updatedAt = review.pull.issue.updatedAt;
    emitReview(call, review, 'submitted', by);
}
function reviews_update(call) {
    const review = reviewNamed(call);
    const by = caller(call);
    const writes = may(by, review.pull.repository, { role: 'write', anyOf: reviews_write.anyOf });
    if (review.user !== by.user && !writes)
        return problem(403, 'Must have admin rights to Repository.');
    const body = reviews_checkedBody(RequestFields.of(call.body).requiredText('body'));
    const from = review.body;
    if (body !== from) {
        Object.assign(review, { body, updatedAt: call.state.now(), lastEditedAt: call.state.now() });
        if (review.state !== 'PENDING')
            emitReview(call, review, 'edited', by, { changes: { body: { from } } });
    }
    return json(200, reviewJson(review, call.origins));
}
function reviews_remove(call) {
    const review = reviewNamed(call);
    if (review.state !== 'PENDING')
        unprocessable('Can not delete a non-pending pull request review');
    review.pull.reviews.delete(review.id);
    return json(200, reviewJson(review, call.origins));
}
/** Only a verdict can be dismissed: "Can not dismiss a dismissed pull request review" (defenseunicorns/lula#207). */
function dismiss(call) {
    const review = reviewNamed(call);
    RequestFields.of(call.body).requiredText('message');
    if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
        const reason = `Can not dismiss a ${review.state.toLowerCase()} pull request review`;
        return problem(422, 'Validation Failed', [reason]);
    }
    review.state = 'DISMISSED';
    review.updatedAt = call.state.now();
    emitReview(call, review, 'dismissed', caller(call));
    return json(200, reviewJson(review, call.origins));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/main-routes.js
// SPDX-License-Identifier: MIT



























/** Everything on the main origin. The first that matches counts: fixed words stand before parameters. */
function mainRoutes(webhooks) {
    return [
        ...appRoutes,
        ...assetRoutes,
        ...checkRunRoutes,
        ...collaboratorRoutes,
        ...commentRoutes,
        ...commitStatusRoutes,
        ...hookRoutes(webhooks),
        ...issueRoutes,
        ...labelRoutes,
        ...organizationRoutes,
        ...peopleRoutes,
        ...releaseRoutes,
        ...reviewRoutes,
        ...branchRoutes,
        ...compareRoutes,
        ...contentsRoutes,
        ...contentsWriteRoutes,
        ...gitBlobRoutes,
        ...gitCommitRoutes,
        ...gitRefRoutes,
        ...gitTreeRoutes,
        ...graphqlRoutes,
        ...pullRoutes,
        ...repositoryRoutes,
        ...commitRoutes,
        ...downloadRoutes,
        ...httpGitRoutes,
    ];
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/visitor.js
/**
 * Somebody who uses this GitHub: the same routes, checks and events as over the network, without the network, so that no
 * fault strikes and no request is counted that a test did not mean.
 */
class Visitor {
    ask;
    token;
    repository;
    constructor(ask, token, 
    /** `OWNER/NAME` */
    repository) {
        this.ask = ask;
        this.token = token;
        this.repository = repository;
    }
    /** @param path below the API's base (`/user`), or below the repository where it has no leading slash (`issues/1`) */
    async request(method, path, body) {
        const below = path.startsWith('/') ? path : `/repos/${this.repository}/${path}`;
        return this.#send(method, `/api/v3${below}`, body);
    }
    async graphql(query, variables) {
        return (await this.#send('POST', '/api/graphql', { query, variables })).body;
    }
    async #send(method, path, body) {
        const answer = await this.ask({
            method,
            path,
            headers: { authorization: `token ${this.token}`, 'user-agent': 'visitor', 'content-type': 'application/json' },
            body: body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body)),
        });
        const text = Buffer.from(answer.body ?? new Uint8Array()).toString('utf8');
        return {
            status: answer.status,
            headers: answer.headers ?? {},
            body: (text === '' ? {} : JSON.parse(text)),
        };
    }
    /** The same for what must go well. @throws Error with GitHub's reason */
    async must(method, path, body) {
        const reply = await this.request(method, path, body);
        if (reply.status < 300)
            return reply.body;
        throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/person.js

/** What people do with a repository, in the words that people have for it. */
class Person extends Visitor {
    user;
    constructor(ask, token, repository, user) {
        super(ask, token, repository);
        this.user = user;
    }
    /** Opens a pull request from the person's own fork, made where there is none. */
    async propose(wish) {
        const fork = await this.fork();
        const { default_branch: base } = await this.must('GET', `/repos/${this.repository}`);
        const head = await this.push({ ...wish, from: `${this.repository}#${base}`, to: fork });
        const { number } = await this.must('POST', 'pulls', {
            base,
            head: `${this.user.login}:${wish.branch}`,
            title: wish.title,
            body: wish.body ?? '',
            draft: wish.draft ?? false,
        });
        return { number, head };
    }
    /** @returns `OWNER/NAME` of the person's fork */
    async fork() {
        return (await this.must('POST', 'forks', {})).full_name;
    }
    /**
     * Commits changes and moves a branch there, by force where that is asked for.
     * @param wish.from `OWNER/NAME#REF` of the parent; default: the branch itself
     * @param wish.to repository; default: the person's fork
     * @returns the commit
     */
    async push(wish) {
        const to = wish.to ?? (await this.fork());
        const [source = to, ref = wish.branch] = (wish.from ?? '').split('#').filter((part) => part !== '');
        const parent = await this.must('GET', `/repos/${source}/commits/${ref}`);
        const sha = await this.commit({ ...wish, to, parents: [parent.sha] });
        await this.moveBranch(to, wish.branch, sha, wish.force ?? false);
        return sha;
    }
    /** Makes a commit that no branch has yet. @returns its id */
    async commit(wish) {
        const { to, parents, files, author, committer } = wish;
        const git = `/repos/${to}/git`;
        const tree = await Promise.all(Object.entries(files).map(([path, file]) => this.#treeEntry(git, path, file)));
        const before = await this.must('GET', `${git}/commits/${parents[0]}`);
        const after = tree.length === 0
            ? before.tree
            : await this.must('POST', `${git}/trees`, { base_tree: before.tree.sha, tree });
        const [email = ''] = this.user.emails;
        const signedOff = `Signed-off-by: ${this.user.login} <${email}>`;
        const { sha } = await this.must('POST', `${git}/commits`, {
            message: wish.message ?? `Change ${Object.keys(files).join(', ')}\n\n${signedOff}\n`,
            tree: after.sha,
            parents,
            author: author ?? { name: this.user.name ?? this.user.login, email },
            ...(committer && { committer }),
        });
        return sha;
    }
    async #treeEntry(git, path, file) {
        if (file === null)
            return { path, mode: '100644', type: 'blob', sha: null };
        if (typeof file === 'string')
            return { path, mode: '100644', type: 'blob', content: file };
        const { mode, content, sha } = file;
        if (sha !== undefined)
            return { path, mode, type: mode === '160000' ? 'commit' : 'blob', sha };
        const bytes = Buffer.from(content ?? '').toString('base64');
        const blob = await this.must('POST', `${git}/blobs`, { content: bytes, encoding: 'base64' });
        return { path, mode, type: 'blob', sha: blob.sha };
    }
    /** Moves a branch, made where it is not there. */
    async moveBranch(repository, branch, sha, force) {
        const refs = `/repos/${repository}/git/refs`;
        const known = await this.request('GET', `/repos/${repository}/git/ref/heads/${branch}`);
        if (known.status === 200)
            await this.must('PATCH', `${refs}/heads/${branch}`, { sha, force });
        else
            await this.must('POST', refs, { ref: `refs/heads/${branch}`, sha });
    }
    /** @returns id of the comment */
    async comment(number, body) {
        return (await this.must('POST', `issues/${number}/comments`, { body })).id;
    }
    async editComment(id, body) {
        await this.must('PATCH', `issues/comments/${id}`, { body });
    }
    /** @param commit default: the head. @returns id of the review */
    async approve(number, commit) {
        return this.#review(number, { event: 'APPROVE', ...(commit !== undefined && { commit_id: commit }) });
    }
    async requestChanges(number, body) {
        return this.#review(number, { event: 'REQUEST_CHANGES', body });
    }
    async #review(number, wish) {
        return (await this.must('POST', `pulls/${number}/reviews`, wish)).id;
    }
    async dismiss(number, review, message) {
        await this.must('PUT', `pulls/${number}/reviews/${review}/dismissals`, { message, event: 'DISMISS' });
    }
    /** @returns number of the issue */
    async openIssue(title, body) {
        return (await this.must('POST', 'issues', { title, body })).number;
    }
    async edit(number, changes) {
        await this.must('PATCH', `issues/${number}`, changes);
    }
    async close(number) {
        await this.must('PATCH', `issues/${number}`, { state: 'closed' });
    }
    async reopen(number) {
        await this.must('PATCH', `issues/${number}`, { state: 'open' });
    }
    /** Takes a draft out of being one. */
    async markReady(number) {
        const { node_id: id } = await this.must('GET', `pulls/${number}`);
        const query = 'mutation ($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { clientMutationId } }';
        const { errors } = await this.graphql(query, { id });
        if (errors !== undefined)
            throw new Error(`markPullRequestReadyForReview: ${JSON.stringify(errors)}`);
    }
    async label(number, ...labels) {
        await this.must('POST', `issues/${number}/labels`, { labels });
    }
    /** What the button "Re-run" of a check run does. */
    async rerun(checkRun) {
        await this.must('POST', `check-runs/${checkRun}/rerequest`);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/rate-limits.js
// SPDX-License-Identifier: MIT

const rate_limits_limits = { nobody: 60, person: 5000, installation: 5000 };
/**
 * GitHub's primary rate limit: requests an hour, by account or installation (REST documentation, "Rate limits for the
 * REST API"). Every answer tells it in its headers; requests beyond it are refused only where that is asked for, since
 * tests do in a minute what a bot does in a month.
 */
class RateLimits {
    now;
    enforce;
    #windows = new Map();
    constructor(now, enforce) {
        this.now = now;
        this.enforce = enforce;
    }
    /** Counts a request. `spent` is the refusal where it was one too many. */
    count(actor, path) {
        const kind = actor === undefined ? 'nobody' : actor.installation === undefined ? 'person' : 'installation';
        const resource = path.startsWith('/api/graphql') ? 'graphql' : 'core';
        const window = this.#window(`${resource} ${actor?.installation?.id ?? actor?.user.id ?? ''}`);
        const limit = rate_limits_limits[kind];
        window.used++;
        const remaining = Math.max(this.enforce ? 0 : 1, limit - window.used);
        const headers = {
            'x-ratelimit-limit': String(limit),
            'x-ratelimit-remaining': String(remaining),
            'x-ratelimit-used': String(limit - remaining),
            'x-ratelimit-reset': String(window.resetsAt),
            'x-ratelimit-resource': resource,
        };
        if (!this.enforce || window.used <= limit)
            return { headers };
        return { headers, spent: problem(403, `API rate limit exceeded for ${actor?.user.login ?? '127.0.0.1'}.`) };
    }
    #window(key) {
        const now = Math.floor(this.now().getTime() / 1000);
        const known = this.#windows.get(key);
        if (known !== undefined && known.resetsAt > now)
            return known;
        const fresh = { used: 0, resetsAt: now + 3600 };
        this.#windows.set(key, fresh);
        return fresh;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/router.js
/** Finds routes by method and path; the first that matches. Each pattern is compiled once. */
class Router {
    #byMethod = new Map();
    constructor(routes) {
        for (const route of routes) {
            const same = this.#byMethod.get(route.method) ?? [];
            this.#byMethod.set(route.method, [...same, { route, pattern: patternOf(route.path) }]);
        }
    }
    find(method, path) {
        for (const { route, pattern } of this.#byMethod.get(method) ?? []) {
            const match = pattern.exec(path);
            if (match === null)
                continue;
            const params = Object.entries(match.groups ?? {}).map(([name, value]) => [name, router_decode(value)]);
            return { route, params: Object.fromEntries(params) };
        }
        return undefined;
    }
}
function patternOf(path) {
    const source = path
        .replace(/\./g, '\\.')
        .replace(/:(\w+)/g, '(?<$1>[^/]+)')
        .replace(/\*(\w+)/g, '(?<$1>.+)');
    return new RegExp(`^${source}/?$`);
}
function router_decode(value) {
    try {
        return decodeURIComponent(value);
    }
    catch {
        return value;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/events.js
/** Between the routes, where things happen, and the webhooks, which tell of them. */
class Events {
    #listeners = new Set();
    emit(event) {
        for (const listener of this.#listeners)
            listener(event);
    }
    /** Calls the listener for each event from now on. @returns ends that */
    subscribe(listener) {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/ref-names.js
/** The refs of one kind by their short names: branches or tags. */
class RefNames {
    refs;
    prefix;
    /** @param prefix `refs/heads/` or `refs/tags/` */
    constructor(refs, prefix) {
        this.refs = refs;
        this.prefix = prefix;
    }
    get(name) {
        return this.refs.get(this.prefix + name);
    }
    has(name) {
        return this.get(name) !== undefined;
    }
    /** In the order of their names. */
    names() {
        return this.refs.list(this.prefix).map(([name]) => name.slice(this.prefix.length));
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/git/first-commit.js


/** What GitHub puts into a repository that is made with a README. */
function firstCommit(git, about) {
    const { account, date, name } = about;
    const { objects } = git.network;
    const readme = objects.write('blob', Buffer.from(`# ${name}\n`));
    const tree = changeTree(objects, tree_emptyTree, [{ path: 'README.md', mode: tree_modes.file, id: readme }]);
    const author = signatureOf(account, date);
    return git.network.writeCommit({ tree, parents: [], author, committer: author, message: 'Initial commit' });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/state.js
// SPDX-License-Identifier: MIT





/** Everything that this GitHub knows: in memory, and its repositories on disk. */
class GithubState {
    now;
    data;
    repositories = [];
    events = new Events();
    apps = new Map();
    installations = new Map();
    /** by id */
    comments = new Map();
    checkRuns = new Map();
    checkSuites = new Map();
    /** by token */
    actors = new Map();
    /** by login in lower case */
    organizations = new Map();
    #users = new Map();
    #usersByEmail = new Map();
    #repositories = new Map();
    #lastId = 1000;
    constructor(now, data = new GitData()) {
        this.now = now;
        this.data = data;
    }
    newId() {
        return ++this.#lastId;
    }
    /** The account of that login, which does not depend on case. */
    user(login) {
        return this.#users.get(login.toLowerCase());
    }
    get users() {
        return this.#users.values();
    }
    /** The account that a commit by this address is attributed to. */
    userByEmail(email) {
        return this.#usersByEmail.get(email.toLowerCase());
    }
    /** The account of that login, made where there is none. */
    addUser(login, about = {}) {
        const known = this.user(login);
        if (known !== undefined)
            return known;
        const id = this.newId();
        const noreply = [`${id}+${login}@users.noreply.github.com`, `${login}@users.noreply.github.com`];
        const emails = [...(about.emails ?? []), ...noreply].map((email) => email.toLowerCase());
        const user = {
            id,
            login,
            type: about.type ?? 'User',
            name: about.name ?? null,
            emails,
            createdAt: this.now(),
        };
        this.#users.set(login.toLowerCase(), user);
        for (const email of emails)
            this.#usersByEmail.set(email, user);
        return user;
    }
    /** A token with which its bearer is this person. */
    addToken(user) {
        const token = `ghp_${(0,external_node_crypto_.randomBytes)(18).toString('hex')}`;
        this.actors.set(token, { user });
        return token;
    }
    /** An installation's token: for an hour, and for no more than the installation itself has. */
    addInstallationToken(installation, narrowed = {}) {
        const token = `ghs_${(0,external_node_crypto_.randomBytes)(18).toString('hex')}`;
        const actor = {
            user: installation.app.bot,
            installation,
            permissions: narrowed.permissions ?? installation.permissions,
            repositories: narrowed.repositories ?? installation.repositories,
            expiresAt: new Date(this.now().getTime() + 3_600_000),
        };
        this.actors.set(token, actor);
        return { token, actor };
    }
    addOrganization(login, owners = []) {
        const account = this.addUser(login, { type: 'Organization' });
        const members = new Map(owners.map((user) => [user.id, { user, role: 'admin', public: true }]));
        const organization = { account, members, teams: new Map(), baseRole: 'read' };
        this.organizations.set(login.toLowerCase(), organization);
        return organization;
    }
    /** A team of active members, who thereby belong to the organisation. */
    addTeam(organization, name, members) {
        const slug = name.toLowerCase().replace(/[^a-z0-9_]+/g, '-');
        const team = { id: this.newId(), organization, slug, name, members: new Map(), roles: new Map() };
        for (const user of members) {
            team.members.set(user.id, { user, state: 'active', role: 'member' });
            if (!organization.members.has(user.id)) {
                organization.members.set(user.id, { user, role: 'member', public: true });
            }
        }
        organization.teams.set(slug, team);
        return team;
    }
    /** @param fullName `OWNER/NAME`; an owner that nobody made yet is a person */
    addRepository(fullName, options = {}) {
        const [owner = '', name = ''] = fullName.split('/');
        const account = this.addUser(owner);
        const collaborators = new Map();
        if (account.type === 'User')
            collaborators.set(account.id, 'admin');
        const defaultBranch = options.parent?.defaultBranch ?? 'main';
        const parent = options.parent?.git;
        const git = this.data.open(account.login, name, { defaultBranch, ...(parent && { parent }) });
        if (parent === undefined && options.empty !== true && git.refs.list().length === 0) {
            git.refs.set(`refs/heads/${defaultBranch}`, firstCommit(git, { name, account, date: this.now() }).id);
        }
        const repository = {
            id: this.newId(),
            owner: account.login,
            account,
            organization: this.organizations.get(owner.toLowerCase()),
            name,
            private: options.private ?? false,
            description: options.description ?? null,
            createdAt: this.now(),
            pushedAt: this.now(),
            settings: { repointApprovals: true, dismissStaleReviews: false, mergedAfter: 0, mergeableAfter: 0 },
            collaborators,
            contributors: new Map(),
            parent: options.parent,
            immutableReleases: options.immutableReleases ?? false,
            defaultBranch,
            git,
            branches: new RefNames(git.refs, 'refs/heads/'),
            tags: new RefNames(git.refs, 'refs/tags/'),
            rulesets: [],
            releases: [],
            usedUpTags: new Set(),
            latest: undefined,
            lastNumber: 0,
            issues: new Map(),
            openIssues: 0,
            pulls: new Map(),
            labels: new Map(),
            checkSuites: new Map(),
            statuses: new Map(),
        };
        this.repositories.push(repository);
        this.#repositories.set(fullName.toLowerCase(), repository);
        return repository;
    }
    /** Takes a repository away; what others hold of it stays as it is. */
    removeRepository(repository) {
        this.repositories.splice(this.repositories.indexOf(repository), 1);
        this.#repositories.delete(`${repository.owner}/${repository.name}`.toLowerCase());
    }
    /** Names of owners and repositories do not depend on case. */
    repository(owner, name) {
        return this.#repositories.get(`${owner}/${name}`.toLowerCase());
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/webhooks/payload.js




/**
 * What an App is told of an event: the event's own facts, and whose, where and by whom. Undefined where the App hears
 * nothing of it: not installed there, not subscribed, or the event is another App's.
 */
function payloadFor(app, event, facts, { state, origins }) {
    const installation = [...state.installations.values()].find((each) => each.app === app && concerns(each, event));
    if (installation === undefined || !hears(app, event))
        return undefined;
    const { repository, sender, action } = event;
    const organization = repository?.organization?.account;
    const payload = {
        ...(action !== undefined && { action }),
        ...facts,
        ...(repository && { repository: repositoryJson(repository, origins) }),
        ...(organization && { organization: organizationJson(organization, origins) }),
        sender: userJson(sender, origins),
        // Events of an installation as such carry the whole of it, in their facts.
        ...(facts.installation === undefined && {
            installation: { id: installation.id, node_id: node_id_nodeId('Installation', installation.id) },
        }),
    };
    return { payload, installation };
}
function concerns(installation, event) {
    if (event.installation !== undefined)
        return event.installation === installation;
    return event.repository !== undefined && access_isReachable(installation, event.repository);
}
/** Every App hears of its own installations, whatever it is subscribed to (webhook documentation, `installation`). */
function hears(app, { event, onlyFor }) {
    if (onlyFor !== undefined && onlyFor !== app)
        return false;
    return event === 'installation' || event === 'installation_repositories' || app.events.includes(event);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/webhooks/post.js
// SPDX-License-Identifier: MIT

/** As much of an answer as the delivery log keeps. */
const maxAnswerBytes = 10_000;
/** Sends webhooks over connections that stay open. */
class Sender {
    #agent = new external_node_http_.Agent({ keepAlive: true });
    /** @param timeout milliseconds for the whole exchange @throws Error where no answer came, in the delivery log's words */
    post(url, headers, body, timeout) {
        return new Promise((resolve, reject) => {
            const signal = AbortSignal.timeout(timeout);
            const fail = () => reject(new Error(signal.aborted ? 'timed out' : 'failed to connect to host'));
            const sent = (0,external_node_http_.request)(url, { method: 'POST', agent: this.#agent, headers, signal }, (answer) => {
                const chunks = [];
                let kept = 0;
                answer.on('data', (chunk) => {
                    if (kept < maxAnswerBytes)
                        chunks.push(chunk);
                    kept += chunk.length;
                });
                answer.on('error', fail);
                answer.on('end', () => {
                    const entries = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
                    const text = Buffer.concat(chunks).toString('utf8').slice(0, maxAnswerBytes);
                    const headers = Object.fromEntries(entries);
                    resolve({ status: answer.statusCode ?? 0, headers, body: text });
                });
            });
            sent.on('error', fail);
            sent.end(body);
        });
    }
    close() {
        this.#agent.destroy();
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/webhooks/webhook-faults.js
// SPDX-License-Identifier: MIT
const noWebhookFaults = { lost: 0, twice: 0, delay: 0, jitter: 0, withoutSender: false };
/** Numbers between 0 and 1 that are the same for the same seed (Park and Miller, 1988: minimal standard). */
function seeded(seed) {
    let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
    return () => {
        state = (state * 48_271) % 2_147_483_647;
        return (state - 1) / 2_147_483_646;
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/webhooks/webhooks.js
// SPDX-License-Identifier: MIT




/** "Payloads are capped at 25 MB": what is larger is not delivered (webhook documentation, "Payload cap"). */
const largestPayload = 25 * 1024 * 1024;
/** Tells Apps what happened: signed, one after another, without waiting for them where things happen. */
class Webhooks {
    world;
    options;
    check;
    /** may be changed at any time */
    faults = { ...noWebhookFaults };
    /** by id, oldest first */
    deliveries = new Map();
    #sender = new Sender();
    #random;
    #queue = [];
    #late = new Set();
    #waiting = [];
    #unsubscribe;
    #underWay = 0;
    constructor(world, options = {}, 
    /** looks at each payload before it is sent */
    check = () => undefined) {
        this.world = world;
        this.options = options;
        this.check = check;
        this.#random = seeded(options.seed ?? 1);
        this.#unsubscribe = world.state.events.subscribe((event) => this.#tell(event));
    }
    /** Resolves when all that happened so far is told, the late ones included. */
    async idle() {
        if (this.#isIdle)
            return;
        await new Promise((resolve) => this.#waiting.push(resolve));
    }
    /** Sends a delivery's payload once more, under its old GUID. */
    redeliver(delivery) {
        this.#send({ ...delivery, id: this.world.state.newId(), redelivery: true });
    }
    /** Ends it, with what is not yet told left untold. */
    close() {
        this.#unsubscribe();
        for (const timer of this.#late)
            clearTimeout(timer);
        this.#late.clear();
        this.#queue.length = 0;
        this.#sender.close();
    }
    #tell(event) {
        const listening = [...this.world.state.apps.values()].filter(({ hook }) => hook !== undefined);
        if (listening.length === 0)
            return;
        const facts = event.facts();
        // One for the event, whoever hears of it (github/docs#32822).
        const guid = (0,external_node_crypto_.randomUUID)();
        for (const app of listening) {
            const told = payloadFor(app, event, facts, this.world);
            if (told !== undefined)
                this.check(event.event, told.payload);
            if (told === undefined || this.#random() < this.faults.lost)
                continue;
            if (this.faults.withoutSender)
                delete told.payload.sender;
            const delivery = this.#delivery(app, told.installation, event, { guid, payload: JSON.stringify(told.payload) });
            this.#send(delivery);
            if (this.#random() < this.faults.twice)
                this.#send({ ...delivery, id: this.world.state.newId() });
        }
    }
    #delivery(app, installation, event, message) {
        return {
            id: this.world.state.newId(),
            ...message,
            app,
            installation,
            repositoryId: event.repository?.id ?? null,
            event: event.event,
            action: event.action ?? null,
            redelivery: false,
            deliveredAt: this.world.state.now(),
            duration: 0,
            status: 'pending',
            statusCode: 0,
            requestHeaders: {},
            responseHeaders: {},
            responseBody: '',
        };
    }
    #send(delivery) {
        const late = this.faults.delay + this.faults.jitter * this.#random();
        if (late === 0) {
            this.#enqueue(delivery);
            return;
        }
        const timer = setTimeout(() => {
            this.#late.delete(timer);
            this.#enqueue(delivery);
        }, late);
        this.#late.add(timer);
    }
    #enqueue(delivery) {
        this.deliveries.set(delivery.id, delivery);
        const [oldest] = this.deliveries.keys();
        if (this.deliveries.size > (this.options.logged ?? 2_000))
            this.deliveries.delete(oldest ?? 0);
        this.#queue.push(delivery);
        this.#next();
    }
    #next() {
        while (this.#underWay < (this.options.inFlight ?? 1)) {
            const delivery = this.#queue.shift();
            if (delivery === undefined)
                break;
            this.#underWay++;
            void this.#deliver(delivery).finally(() => {
                this.#underWay--;
                this.#next();
            });
        }
        if (this.#isIdle)
            for (const wake of this.#waiting.splice(0))
                wake();
    }
    get #isIdle() {
        return this.#underWay === 0 && this.#queue.length === 0 && this.#late.size === 0;
    }
    async #deliver(delivery) {
        const { hook } = delivery.app;
        const started = performance.now();
        delivery.deliveredAt = this.world.state.now();
        if (hook === undefined || Buffer.byteLength(delivery.payload) > largestPayload) {
            delivery.status = 'payload too large';
            return;
        }
        const { timeout = 10_000 } = this.options;
        delivery.requestHeaders = headersOf(delivery, hook.secret);
        try {
            const answer = await this.#sender.post(hook.url, delivery.requestHeaders, delivery.payload, timeout);
            delivery.statusCode = answer.status;
            delivery.status = answer.status < 300 ? 'OK' : `Invalid HTTP Response: ${answer.status}`;
            delivery.responseHeaders = answer.headers;
            delivery.responseBody = answer.body;
        }
        catch (error) {
            delivery.status = error instanceof Error ? error.message : String(error);
        }
        delivery.duration = Math.round(performance.now() - started) / 1000;
    }
}
function headersOf({ app, event, guid, payload }, secret) {
    const signature = (hash) => `${hash}=${(0,external_node_crypto_.createHmac)(hash, secret).update(payload).digest('hex')}`;
    return {
        accept: '*/*',
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(payload)),
        'user-agent': 'GitHub-Hookshot/sandbox',
        'x-github-delivery': guid,
        'x-github-event': event,
        'x-github-hook-id': String(app.id),
        'x-github-hook-installation-target-id': String(app.id),
        'x-github-hook-installation-target-type': 'integration',
        'x-hub-signature': signature('sha1'),
        'x-hub-signature-256': signature('sha256'),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/server.js
// SPDX-License-Identifier: MIT














/**
 * Starts a GitHub on loopback: REST API, uploads and web on one origin, laid out as on GitHub Enterprise Server
 * (`/api/v3`, `/api/uploads`), the object store on another. Repositories are on disk; everything else is in memory and ends
 * with `close()`.
 */
async function startGithub(options) {
    const state = new GithubState(options.now ?? (() => new Date()), new GitData(options.data));
    if (options.organization === true)
        state.addOrganization(options.repository.split('/')[0] ?? '');
    const repository = state.addRepository(options.repository, {
        private: options.private ?? false,
        immutableReleases: options.immutableReleases ?? false,
    });
    const tokens = {
        maintainer: state.addToken(repository.account),
        outsider: state.addToken(state.addUser('outsider')),
        readOnlyWorkflow: state.addInstallationToken(workflows(state, repository)).token,
    };
    // the account that is shown as the committer of what GitHub commits itself
    state.addUser('web-flow', { name: 'GitHub Web Flow', emails: ['noreply@github.com'] });
    const requests = [];
    const errors = [];
    const faults = new Faults();
    const rateLimits = new RateLimits(state.now, options.rateLimited ?? false);
    const answering = (router) => async (request, effect) => {
        try {
            return await dispatch({ state, origins, router, rateLimits, contract: options.contract }, request, effect);
        }
        catch (error) {
            errors.push(error);
            return problem(500, error instanceof Error ? error.message : 'Server Error');
        }
    };
    const serve = (port, respond) => listen(port, {
        strike: ({ method, path, headers }) => {
            requests.push({ method, path, authorized: headers.authorization !== undefined });
            return faults.take(method, path);
        },
        respond,
    });
    const ask = answering(new Router(mainRoutes(() => webhooks)));
    const main = await serve(options.port ?? 0, ask);
    const store = await serve(0, answering(new Router(objectRoutes)));
    const web = main.origin;
    const origins = { api: `${web}/api/v3`, uploads: `${web}/api/uploads`, web, objects: store.origin };
    const webhooks = new Webhooks({ state, origins }, options.webhooks, (event, payload) => {
        try {
            options.contract?.webhook(event, payload);
        }
        catch (error) {
            errors.push(error);
        }
    });
    return {
        ...origins,
        url: origins.api,
        ...{ tokens, repository, state, faults, requests, webhooks },
        as: (token) => {
            const actor = state.actors.get(token);
            if (actor === undefined)
                throw new Error('nobody has that token');
            return new Person(ask, token, options.repository, actor.user);
        },
        close: async () => {
            webhooks.close();
            await Promise.all([main.close(), store.close()]);
            await state.data.close();
            if (errors.length > 0)
                throw new AggregateError(errors, `the local GitHub itself failed: ${String(errors[0])}`);
        },
    };
}
/** The App whose tokens workflows get, with `contents: read` only. */
function workflows(state, repository) {
    // Nobody has its private key.
    const { publicKey } = (0,external_node_crypto_.generateKeyPairSync)('ed25519');
    const app = addApp(state, { name: 'GitHub Actions', slug: 'github-actions', publicKey });
    return addInstallation(state, app, repository.account, { contents: 'read' });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/community.js
// SPDX-License-Identifier: MIT




/** The people of a repository that a bot looks after. */
const community_roles = ['maintainer', 'second', 'requester', 'outsider'];
/** Those of bot/app.yml, which a bundle of this does not have at hand; a test holds them together. */
const botPermissions = {
    checks: 'write',
    contents: 'write',
    issues: 'write',
    members: 'read',
    metadata: 'read',
    pull_requests: 'write',
};
const botEvents = [
    'check_run',
    'check_suite',
    'issue_comment',
    'issues',
    'pull_request',
    'pull_request_review',
    'push',
];
/**
 * A GitHub on loopback with an organisation, its repository, and an App that is installed there. `maintainer` and
 * `second` are the team `signers` and may write; `requester` and `outsider` are anybody.
 */
async function startCommunity(options) {
    const { seed, webhook, webhookSecret = (0,external_node_crypto_.randomBytes)(20).toString('hex'), appKey = ownKey() } = options;
    const github = await startGithub({ ...options, organization: true });
    const { state, repository } = github;
    const users = {
        maintainer: state.addUser('maintainer', { name: 'Mia Maintainer', emails: ['mia@example.org'] }),
        second: state.addUser('second', { name: 'Sam Second', emails: ['sam@example.org'] }),
        requester: state.addUser('requester', { name: 'Rae Requester', emails: ['rae@example.org'] }),
        outsider: state.addUser('outsider', { name: 'Ole Outsider', emails: ['ole@example.org'] }),
    };
    const organization = state.organizations.get(repository.owner.toLowerCase());
    if (organization === undefined)
        throw new Error(`${repository.owner} is no organisation`);
    const team = state.addTeam(organization, 'signers', [users.maintainer, users.second]);
    team.roles.set(repository.id, 'maintain');
    if (seed !== undefined)
        seedRepository(repository, seed, users.maintainer, state.now());
    const app = addApp(state, {
        name: 'Certificate bot',
        slug: 'certificate-bot',
        owner: organization.account,
        publicKey: (0,external_node_crypto_.createPublicKey)((0,external_node_crypto_.createPrivateKey)(appKey)),
        permissions: options.permissions ?? botPermissions,
        events: options.events ?? botEvents,
    });
    if (webhook !== undefined)
        app.hook = { url: webhook, secret: webhookSecret };
    const installation = addInstallation(state, app, organization.account, app.permissions);
    const tokens = each((role) => state.addToken(users[role]));
    const people = each((role) => github.as(tokens[role]));
    return { github, organization, team, app, installation, appKey, webhookSecret, users, tokens, people };
}
let key;
function ownKey() {
    const make = () => (0,external_node_crypto_.generateKeyPairSync)('rsa', { modulusLength: 2048 }).privateKey;
    return (key ??= make().export({ type: 'pkcs8', format: 'pem' }).toString());
}
function each(make) {
    return Object.fromEntries(community_roles.map((role) => [role, make(role)]));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/bundle/src/integrity/php-base64.js
var php_base64 = __webpack_require__(6045);
// EXTERNAL MODULE: ./build/bundle/src/integrity/server-certificate.js
var server_certificate = __webpack_require__(2360);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/bundle/sandbox/install/install-error.js
// SPDX-License-Identifier: MIT

const install_error_codes = {
    /** the store's list could not be had, or a server would throw it away as a whole */
    'list-unusable': 'outside',
    'not-in-store': 'refused',
    'crl-invalid': 'refused',
    revoked: 'refused',
    untrusted: 'refused',
    'no-common-name': 'refused',
    'other-common-name': 'refused',
    'download-failed': 'outside',
    'signature-invalid': 'refused',
    'not-extracted': 'refused',
    'no-folder': 'refused',
    'several-folders': 'refused',
    'info-unreadable': 'refused',
    'other-id': 'refused',
    'lower-version': 'refused',
    /** installed, but the integrity check of the server would complain */
    'integrity-failed': 'refused',
};
/** A server would not install the app. The message is the server's own. */
class InstallError extends coded_error/* CodedError */.A {
    constructor(code, message, details) {
        super(code, install_error_codes[code], message, details);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/php-version.js
// SPDX-License-Identifier: MIT
/** PHP's order of what is no number; what is not in the list comes before all of them. Prefixes, in this order. */
const php_version_forms = [
    ['dev', 0],
    ['alpha', 1],
    ['a', 1],
    ['beta', 2],
    ['b', 2],
    ['RC', 3],
    ['rc', 3],
    ['#', 4],
    ['pl', 5],
    ['p', 5],
];
/** stands for any number among the forms */
const anyNumber = '#N#';
/** PHP's `version_compare` of two versions: -1, 0 or 1 (php: ext/standard/versioning.c). */
function compareVersions(a, b) {
    if (a === '' || b === '')
        return Math.sign(a.length - b.length);
    const [left, right] = [partsOf(a), partsOf(b)];
    let at = 0;
    for (; goesOn(left, at) && goesOn(right, at); at++) {
        const order = compareParts(left[at] ?? '', right[at] ?? '');
        if (order !== 0)
            return order;
    }
    // Of two versions of which one goes on, a further number makes it higher, `-rc.1` lower.
    if (at < left.length)
        return isNumber(left[at]) ? 1 : compareVersions(left.slice(at).join('.'), anyNumber);
    if (at < right.length)
        return isNumber(right[at]) ? -1 : compareVersions(anyNumber, right.slice(at).join('.'));
    return 0;
}
/** Nothing behind a dot at the end is no part to compare. */
function goesOn(parts, at) {
    return at < parts.length && !(at === parts.length - 1 && parts[at] === '');
}
function compareParts(a, b) {
    if (isNumber(a) && isNumber(b))
        return Math.sign(parseInt(a, 10) - parseInt(b, 10));
    return Math.sign(rankOf(isNumber(a) ? anyNumber : a) - rankOf(isNumber(b) ? anyNumber : b));
}
function rankOf(part) {
    return php_version_forms.find(([form]) => part.startsWith(form))?.[1] ?? -1;
}
function isNumber(part) {
    return part !== undefined && /^\d/.test(part);
}
/**
 * The parts between dots, where `-`, `_`, `+` are dots, and one stands between a digit and what is none: `1.0-RC2` is 1,
 * 0, RC, 2. Other characters are dots too, except right behind a digit, where they stay.
 */
function partsOf(version) {
    if (version.startsWith('#'))
        return version.split('.');
    let dotted = version.slice(0, 1);
    for (let at = 1; at < version.length; at++) {
        const [before, character] = [version.charAt(at - 1), version.charAt(at)];
        const turns = before !== '.' && character !== '.' && isNumber(before) !== isNumber(character);
        const isMark = /[-_+]/.test(character) || (!turns && /[^A-Za-z0-9]/.test(character));
        if ((isMark || turns) && !dotted.endsWith('.'))
            dotted += '.';
        if (!isMark)
            dotted += character;
    }
    return dotted.split('.');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/platform-version.js
// SPDX-License-Identifier: MIT


/**
 * A version spec as the server parses it (server: App/AppStore/Version/VersionParser.php): `*`, or one or two parts with
 * one blank between, of which the first two characters are dropped unseen.
 * @throws InstallError `list-unusable`: the server lets this exception pass through, so that one bad spec empties the
 *   whole list of apps
 */
function parsePlatformSpec(spec) {
    if (spec === '*')
        return { least: '', most: '' };
    const parts = spec.split(' ');
    const [first = '', second = ''] = parts.map((part) => part.slice(2));
    const valid = parts.length <= 2 && [first, second].slice(0, parts.length).every((part) => /^[0-9.]+\n?$/.test(part));
    if (!valid) {
        throw new InstallError('list-unusable', `Version cannot be parsed: ${spec}`, {
            hint: 'One such release empties the list of apps on every server: delete it in the store, and write its versions as digits and dots.',
        });
    }
    if (parts.length === 2)
        return { least: first, most: second };
    return spec.startsWith('>') ? { least: first, most: '' } : { least: '', most: first };
}
/** One to three numbers: what `isCompatible` takes for a bound. */
function isBound(bound) {
    return /^\d+(\.\d+){0,2}$/.test(bound);
}
/** Compared as far as the bound goes: `31.0.5` meets `<= 31` (server: App/CompareVersion.php). */
function isCompatible(actual, bound, comparator) {
    const digits = bound.split('.').length;
    const order = compareVersions(actual.split('.').slice(0, digits).join('.'), bound);
    return comparator === '>=' ? order >= 0 : order <= 0;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/app-list.js
// SPDX-License-Identifier: MIT






/** 12 MB today; a list ten times as long is still a list */
const maxListBytes = 128 * 1024 * 1024;
/**
 * The apps of a store as a server keeps them: of each app the highest release that the server can run, and none of the
 * others (server: App/AppStore/Fetcher/AppFetcher.php). The upper bound of a release is not looked at, as by default.
 * @throws InstallError `list-unusable`, InputError `file-unreadable`
 */
async function readAppList(source, platform, http) {
    const text = 'appsJson' in source ? await readList(source.appsJson) : await fetchList(source.storeUrl, http);
    return parseList(text).flatMap((app) => {
        const release = newestFor(app.releases, platform);
        return release === undefined ? [] : [{ id: app.id, certificate: app.certificate, release }];
    });
}
async function readList(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        throw new input_error/* InputError */.d('file-unreadable', `${file} cannot be read.`, {
            hint: 'Give the apps.json that the store serves.',
            file,
            cause,
        });
    }
}
async function fetchList(storeUrl, http) {
    const url = `${storeUrl.replace(/\/+$/, '')}/apps.json`;
    try {
        const answer = await http({ method: 'GET', url, maxBytes: maxListBytes });
        if (answer.status === 200)
            return Buffer.from(answer.body).toString('utf8');
        throw unusable(`${url} answers ${answer.status}.`);
    }
    catch (error) {
        if (error instanceof common_http/* HttpError */.j$)
            throw unusable(error.message, error);
        throw error;
    }
}
function parseList(text) {
    let list;
    try {
        list = JSON.parse(text);
    }
    catch (cause) {
        throw unusable('The list of apps is not JSON.', cause);
    }
    if (!Array.isArray(list))
        throw unusable('The list of apps is no JSON array.');
    return list.map((value) => {
        const app = app_list_fieldsOf(value);
        const releases = Array.isArray(app.releases) ? app.releases : [];
        return { id: app_list_textOf(app.id), certificate: app_list_textOf(app.certificate), releases: releases.map(readRelease) };
    });
}
function readRelease(value) {
    const release = app_list_fieldsOf(value);
    return {
        version: app_list_textOf(release.version),
        isNightly: release.isNightly,
        platform: app_list_textOf(release.rawPlatformVersionSpec),
        php: app_list_textOf(release.rawPhpVersionSpec ?? '*'),
        download: app_list_textOf(release.download),
        signature: app_list_textOf(release.signature),
    };
}
function app_list_fieldsOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function app_list_textOf(value) {
    return typeof value === 'string' ? value : '';
}
function newestFor(releases, platform) {
    return releases
        .filter((release) => fits(release, platform))
        .toSorted((a, b) => compareVersions(b.version, a.version))[0];
}
function fits(release, { serverVersion, phpVersion, channel = 'stable' }) {
    // A release without the field counts as a nightly: the server asks for exactly `false`.
    if (channel !== 'daily' && release.isNightly !== false)
        return false;
    if (channel === 'stable' && release.version.includes('-'))
        return false;
    const { least, most } = parsePlatformSpec(release.platform);
    // A bound that is none: the server logs it and passes over the release. That there is no lower one is such a case.
    if (!isBound(least) || (most !== '' && !isBound(most)))
        return false;
    const php = parsePlatformSpec(release.php);
    if (!isCompatible(serverVersion, least, '>='))
        return false;
    if (phpVersion === undefined)
        return true;
    return meets(phpVersion, php.least, '>=') && meets(phpVersion, php.most, '<=');
}
function meets(version, bound, comparator) {
    return bound === '' || (isBound(bound) && isCompatible(version, bound, comparator));
}
function unusable(message, cause) {
    return new InstallError('list-unusable', message, {
        hint: 'A server that gets this list shows no apps at all: mend the store.',
        cause,
    });
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/check-tree.js + 5 modules
var check_tree = __webpack_require__(8593);
// EXTERNAL MODULE: ./build/bundle/src/integrity/folder-tree.js
var folder_tree = __webpack_require__(2866);
// EXTERNAL MODULE: ./build/bundle/src/integrity/verdict.js
var verdict = __webpack_require__(1756);
;// CONCATENATED MODULE: ./build/bundle/sandbox/install/check-installed.js
// SPDX-License-Identifier: MIT






/**
 * What a server says of an installed app when its administrator asks for the integrity check (server:
 * IntegrityCheck/Checker.php, runInstanceVerification): apps of the store without a signature.json are passed over.
 * @throws InstallError `integrity-failed`
 */
function checkInstalled(path, id, question) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, 'appinfo', 'signature.json')))
        return { codeSignature: 'absent', warnings: [] };
    const { result, warnings } = (0,check_tree/* checkTree */.R)(new folder_tree/* FolderTree */.z(path, 'app'), { ...question, kind: 'app', scope: id });
    if ((0,verdict/* isFine */.zn)(result))
        return { codeSignature: 'fine', warnings };
    throw new InstallError('integrity-failed', `The integrity check of ${id} says: ${inWords(result)}`, {
        hint: 'Sign the files that are packed and nothing else: "nextcloud-release package" does both in one go.',
        findings: warnings,
    });
}
const check_installed_shown = 5;
function inWords({ EXCEPTION, ...differences }) {
    if (EXCEPTION !== undefined)
        return `${EXCEPTION.class}: ${EXCEPTION.message}`;
    const all = Object.entries(differences).flatMap(([kind, files]) => Object.keys(files).map((file) => `${kind} ${file}`));
    const more = all.length > check_installed_shown ? ` and ${all.length - check_installed_shown} more` : '';
    return `${all.slice(0, check_installed_shown).join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/copy-app.js
// SPDX-License-Identifier: MIT

/** The server's default of `forbidden_filenames`, compared with the lower-cased name. */
const copy_app_forbidden = ['.htaccess'];
/** Deeper trees are links that lead in a circle: the server would copy until its disk is full. */
const maxDepth = 100;
/**
 * Copies an unpacked app to its place as the server does (server: legacy/OC_Helper.php, copyr): files with a forbidden
 * name stay behind, links are followed. Names are bytes: they need not be UTF-8.
 */
function copyApp(from, to, depth = 0) {
    if (depth > maxDepth)
        throw new Error(`The app is more than ${maxDepth} folders deep.`);
    (0,external_node_fs_.mkdirSync)(to, { recursive: true });
    for (const name of (0,external_node_fs_.readdirSync)(from, { encoding: 'buffer' })) {
        const [source, target] = [below(from, name), below(to, name)];
        const stats = copy_app_look(source);
        if (stats?.isDirectory() === true)
            copyApp(source, target, depth + 1);
        else if (stats?.isFile() === true && !copy_app_forbidden.includes(name.toString('latin1').toLowerCase())) {
            (0,external_node_fs_.copyFileSync)(source, target);
        }
    }
}
/** undefined for a link that leads nowhere: to PHP it does not exist */
function copy_app_look(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
}
function below(folder, name) {
    return Buffer.concat([folder, Buffer.from('/'), name]);
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./build/bundle/sandbox/install/installed-info.js
// SPDX-License-Identifier: MIT


/**
 * id and version as PHP's SimpleXML gives them: the text of the first child of that name, the empty string where there is
 * none. Undefined where the file is not there or not well-formed. Read here and not by the rules for apps: those are
 * the store's view of the file, this is the server's.
 */
function readInstalledInfo(path) {
    const found = new Map();
    const open = [];
    const parser = new saxes/* SaxesParser */.wT();
    parser.on('error', (error) => {
        throw error;
    });
    parser.on('opentag', ({ name }) => {
        const isFirst = open.length === 1 && !found.has(name);
        if (isFirst)
            found.set(name, '');
        open.push(open.length === 1 && !isFirst ? '' : name);
    });
    parser.on('closetag', () => open.pop());
    const onText = (text) => {
        const [, name] = open;
        if (open.length === 2 && name !== undefined && found.has(name))
            found.set(name, `${found.get(name) ?? ''}${text}`);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
    try {
        parser.write((0,external_node_fs_.readFileSync)(path, 'utf8')).close();
    }
    catch {
        return undefined;
    }
    return { id: found.get('id') ?? '', version: found.get('version') ?? '' };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/bundle/src/package/archive-listing.js + 4 modules
var archive_listing = __webpack_require__(31);
// EXTERNAL MODULE: ./build/bundle/src/package/package-error.js
var package_error = __webpack_require__(5389);
;// CONCATENATED MODULE: ./build/bundle/src/package/extract-archive.js
// SPDX-License-Identifier: MIT




const flags = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | external_node_fs_.constants.O_NOFOLLOW;
/**
 * Unpacks an archive as far as it is harmless: regular files and folders, with the mode's executable bit and nothing else of it.
 * It is looked through to the end first, so that of one with findings of severity `error`, or with links, nothing is unpacked.
 *
 * @param source a path, or the archive's bytes
 * @param dir a folder that is empty or not there yet
 * @throws PackageError
 */
async function extractArchive(source, dir, limits = {}) {
    const listing = await (0,archive_listing/* inspectArchive */.N)(source, { limits });
    extract_archive_refuse(listing, source);
    extract_archive_prepare(dir);
    const writer = new Writer(dir, listing.entries);
    try {
        const again = await (0,archive_listing/* inspectArchive */.N)(source, {
            limits,
            onEntry: (entry) => writer.begin(entry),
            onContent: (_entry, piece) => writer.write(piece),
        });
        extract_archive_refuse(again, source);
    }
    catch (error) {
        throw error instanceof package_error/* PackageError */.J ? error : extractionError(dir, error);
    }
    finally {
        writer.end();
    }
    return listing;
}
function extract_archive_refuse(listing, source) {
    const link = listing.entries.find(({ type }) => type !== 'file' && type !== 'directory');
    if ((0,archive_listing/* isUsable */.e)(listing) && link === undefined)
        return;
    const name = typeof source === 'string' ? source : 'The archive';
    const errors = listing.findings.filter(({ severity }) => severity === 'error');
    const why = errors[0]?.message ?? `${link?.path ?? 'an entry'} is neither a file nor a folder.`;
    throw new package_error/* PackageError */.J('archive-refused', `${name} is not unpacked: ${why}`, {
        hint: errors[0]?.fix ?? 'Pack the files that the links lead to.',
        findings: errors,
        ...(typeof source === 'string' && { file: source }),
    });
}
function extract_archive_prepare(dir) {
    try {
        (0,external_node_fs_.mkdirSync)(dir, { recursive: true });
        if ((0,external_node_fs_.readdirSync)(dir).length === 0)
            return;
    }
    catch (cause) {
        throw extractionError(dir, cause);
    }
    throw new package_error/* PackageError */.J('target-not-empty', `${dir} is not empty.`, {
        hint: 'Name a folder that is empty or not there yet.',
        file: dir,
    });
}
class Writer {
    #dir;
    #allowed;
    #begun = 0;
    #descriptor;
    constructor(dir, allowed) {
        this.#dir = dir;
        this.#allowed = allowed;
    }
    begin(entry) {
        this.end();
        // What was looked through is what is written, even where somebody puts another file in its place in between.
        const allowed = this.#allowed[this.#begun++];
        if (allowed?.path !== entry.path || allowed.type !== entry.type) {
            throw new package_error/* PackageError */.J('archive-refused', 'The archive changed while it was unpacked.', {
                hint: 'Unpack a copy that nobody else writes.',
                file: entry.path,
            });
        }
        const path = (0,external_node_path_.join)(this.#dir, entry.path);
        (0,external_node_fs_.mkdirSync)(entry.type === 'directory' ? path : (0,external_node_path_.dirname)(path), { recursive: true });
        if (entry.type === 'file')
            this.#descriptor = (0,external_node_fs_.openSync)(path, flags, entry.mode & 0o100 ? 0o755 : 0o644);
    }
    write(piece) {
        if (this.#descriptor === undefined)
            return;
        for (let from = 0; from < piece.length;)
            from += (0,external_node_fs_.writeSync)(this.#descriptor, piece, from);
    }
    end() {
        if (this.#descriptor !== undefined)
            (0,external_node_fs_.closeSync)(this.#descriptor);
        this.#descriptor = undefined;
    }
}
function extractionError(dir, cause) {
    const code = (0,package_error/* systemCode */.x)(cause);
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        return new package_error/* PackageError */.J('disk-full', `The disk is full: not everything could be unpacked into ${dir}.`, {
            hint: 'Make room, or name a folder on another disk.',
            file: dir,
            cause,
        });
    }
    return new package_error/* PackageError */.J('output-unwritable', `${dir} cannot be written: ${code ?? String(cause)}.`, {
        hint: 'Name a folder that you may write in.',
        file: dir,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/unpack.js
// SPDX-License-Identifier: MIT





/** What the server does (server: Archive/TAR.php): the kind of archive comes from the name `.tar.gz`, so it is `gz`. */
const script = `
  error_reporting(0);
  if (!@include_once 'Archive/Tar.php') exit(3);
  $archive = new Archive_Tar($argv[1], 'gz');
  if ($archive->extract($argv[2])) exit(0);
  echo is_object($archive->error_object) ? $archive->error_object->getMessage() : '';
  exit(4);
`;
const unpack_absent = [3, 'ENOENT'];
const failed = 4;
const unpack_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * Unpacks as a server does, with PEAR Archive_Tar in PHP; where that is not there, with our own reader.
 * @param php the program
 */
async function unpack_unpack(archive, folder, php) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    try {
        await unpack_run(php, ['-r', script, '--', archive, folder], { timeout: 120_000, maxBuffer: 1024 * 1024 });
        return { with: 'PEAR Archive_Tar' };
    }
    catch (error) {
        const { code, stdout } = error;
        if (code === failed)
            return { with: 'PEAR Archive_Tar', failure: stdout ?? '' };
        if (!unpack_absent.includes(code ?? ''))
            return { with: 'PEAR Archive_Tar', failure: 'PHP did not end by itself' };
    }
    try {
        await extractArchive(archive, folder);
        return { with: 'tar' };
    }
    catch (error) {
        if (error instanceof package_error/* PackageError */.J && error.outcome === 'refused')
            return { with: 'tar', failure: error.message };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/install-app.js
// SPDX-License-Identifier: MIT














/** The server's own limit is its disk; the store takes no archive beyond 30 MiB. */
const maxArchiveBytes = 256 * 1024 * 1024;
/**
 * Installs an app from a store as a server does, check by check in its order and with its messages (server:
 * Installer.php, downloadApp), and runs the integrity check over what came out, as its administrator would.
 * @throws InstallError
 */
async function installApp(order) {
    const http = order.http ?? common_http/* http */.LV;
    const id = order.appId.toLowerCase();
    const app = (await readAppList(order.source, order, http)).find((listed) => listed.id === id);
    if (app === undefined) {
        throw new InstallError('not-in-store', `Could not download app ${id}, it was not found on the appstore`, {
            hint: `See whether the store lists a release of ${id} for Nextcloud ${order.serverVersion}.`,
        });
    }
    const certificate = acceptCertificate(app, order);
    const archive = await install_app_download(app.release.download, http);
    acceptSignature(app, certificate, archive);
    const { version, unpackedWith } = await putInPlace(id, archive, order);
    const path = (0,external_node_path_.join)(order.appsDir, id);
    const { trust, crl } = order;
    const checked = checkInstalled(path, id, { trust, crl, now: order.now?.() ?? new Date() });
    return { path, version, unpackedWith, ...checked };
}
/** Loaded, not revoked, issued by a trusted authority, for this app. Dates are looked at nowhere in the server. */
function acceptCertificate({ id, certificate: pem }, { trust, crl }) {
    const signed = trust.issuers.some((issuer) => crl.issuer.equals(issuer.subject) && crl.isSignedBy(issuer));
    if (!signed) {
        throw new InstallError('crl-invalid', 'Could not validate CRL signature', {
            hint: 'Give the list that one of the trusted authorities signed. Its dates do not matter.',
        });
    }
    const certificate = (0,server_certificate/* readServerCertificate */.n)(pem);
    if (certificate !== undefined && crl.isRevoked(certificate.serial)) {
        // By serial alone, whoever issued it: two certificates with one serial are revoked together (server#20674).
        throw new InstallError('revoked', `Certificate "${certificate.serial}" has been revoked`, {
            hint: 'Ask for a new certificate, register it with the store and publish the releases again.',
        });
    }
    if (certificate === undefined || trust.issuerOf(certificate) === undefined) {
        const message = `App with id ${id} has a certificate not issued by a trusted Code Signing Authority`;
        throw new InstallError('untrusted', message, {
            hint: 'Register the app with the certificate that the authority issued for it.',
        });
    }
    const [name, ...more] = certificate.commonNames;
    if (name === undefined) {
        throw new InstallError('no-common-name', `App with id ${id} has a cert with no CN`, {
            hint: 'Ask for a certificate whose subject is the app id.',
        });
    }
    if (more.length > 0 || name !== id) {
        const shown = more.length > 0 ? 'Array' : name; // PHP's word for a list, in a text
        throw new InstallError('other-common-name', `App with id ${id} has a cert issued to ${shown}`, {
            hint: 'Register the app with the certificate that was issued for this id.',
        });
    }
    return certificate;
}
async function install_app_download(url, http) {
    const hint = 'See whether the address in the store’s list can be reached without a login.';
    try {
        const answer = await http({ method: 'GET', url, timeoutMs: 120_000, maxBytes: maxArchiveBytes });
        if (answer.status >= 200 && answer.status < 300)
            return answer.body;
        throw new InstallError('download-failed', `GET ${url} resulted in ${answer.status}`, { hint });
    }
    catch (error) {
        if (error instanceof common_http/* HttpError */.j$)
            throw new InstallError('download-failed', error.message, { hint, cause: error });
        throw error;
    }
}
function acceptSignature({ id, release }, certificate, archive) {
    if (isSignedBy(certificate, archive, (0,php_base64/* decodePhpBase64 */.m)(release.signature)))
        return;
    throw new InstallError('signature-invalid', `App with id ${id} has invalid signature`, {
        hint: 'The archive that is served is not the one that was signed: sign what stands at the address, and publish again.',
    });
}
function isSignedBy(certificate, archive, signature) {
    try {
        return (0,external_node_crypto_.verify)('sha512', archive, certificate.publicKey, signature);
    }
    catch {
        return false; // a key that Node does not know
    }
}
/** Unpacks, looks at what came out, and copies it over what was there. */
async function putInPlace(id, archive, { appsDir, php = 'php' }) {
    const temporary = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'nextcloud-install-'));
    try {
        const [file, folder] = [(0,external_node_path_.join)(temporary, 'app.tar.gz'), (0,external_node_path_.join)(temporary, 'unpacked')];
        (0,external_node_fs_.writeFileSync)(file, archive);
        const unpacked = await unpack_unpack(file, folder, php);
        if (unpacked.failure !== undefined) {
            const why = unpacked.failure === '' ? '' : `: ${unpacked.failure}`;
            throw new InstallError('not-extracted', `Could not extract app ${id}${why}`, { hint: repack });
        }
        const inside = (0,external_node_path_.join)(folder, onlyFolder(id, folder));
        const version = acceptInfo(id, inside, appsDir);
        const target = (0,external_node_path_.join)(appsDir, id);
        (0,external_node_fs_.rmSync)(target, { recursive: true, force: true });
        copyApp(Buffer.from(inside), Buffer.from(target));
        return { version, unpackedWith: unpacked.with };
    }
    finally {
        (0,external_node_fs_.rmSync)(temporary, { recursive: true, force: true });
    }
}
const repack = 'Pack the app again with "nextcloud-release package": one folder, named as the id, with appinfo/info.xml.';
/** Whatever lies beside the app's folder counts, files and hidden entries too; the folder's name does not matter. */
function onlyFolder(id, folder) {
    const [first, ...more] = (0,external_node_fs_.readdirSync)(folder);
    if (first === undefined) {
        throw new InstallError('no-folder', `Extracted app ${id} has no folders`, { hint: repack });
    }
    if (more.length > 0) {
        throw new InstallError('several-folders', `Extracted app ${id} has more than 1 folder`, { hint: repack });
    }
    return first;
}
/** @returns the version in info.xml; the server does not compare it with the store's */
function acceptInfo(id, folder, appsDir) {
    const info = readInstalledInfo((0,external_node_path_.join)(folder, 'appinfo', 'info.xml'));
    if (info === undefined) {
        throw new InstallError('info-unreadable', `Failed to load info.xml for app id ${id}`, { hint: repack });
    }
    if (info.id !== id) {
        const message = `App for id ${id} has a wrong app ID in info.xml: ${info.id}`;
        throw new InstallError('other-id', message, { hint: `Write <id>${id}</id> in appinfo/info.xml.` });
    }
    const before = readInstalledInfo((0,external_node_path_.join)(appsDir, id, 'appinfo', 'info.xml'))?.version ?? '0';
    if (compareVersions(before, info.version) === 1) {
        const message = `App for id ${id} has version ${before} and tried to update to lower version ${info.version}`;
        throw new InstallError('lower-version', message, { hint: 'Raise the version in appinfo/info.xml.' });
    }
    return info.version;
}

;// CONCATENATED MODULE: ./build/bundle/ca/init-authority.js
// SPDX-License-Identifier: MIT












/** the hand-made authority of 2016 was made for 25 years */
const defaultDays = 9125;
const defaultOrganization = 'Private App Store';
const defaultBits = 4096;
const leastBits = 2048;
const init_authority_day = 86_400_000;
/** Root and intermediate (path length 0, keyCertSign and cRLSign), RSA, SHA-256 with PKCS#1 v1.5. */
async function initAuthority(options = {}) {
    const { keyBits = defaultBits } = options;
    const [rootKey, key] = await Promise.all([(0,encrypted_key/* generateRsaKey */.$)(keyBits), (0,encrypted_key/* generateRsaKey */.$)(keyBits)]);
    return {
        ...(await certify(rootKey, new pem_signer/* PemSigner */.D(key), options)),
        encryptKey: (encryption) => (0,encrypted_key/* encryptPrivateKey */.u)(key, encryption),
    };
}
/**
 * The same over a key that is there already, in a token say.
 * @throws AuthorityError `key-unusable`, and what the key's keeper throws
 */
async function initAuthorityOverKey(signer, options = {}) {
    const { keyBits = defaultBits, random = systemRandom } = options;
    await refuseUnlessWorking(signer, random);
    return certify(await generateRsaKey(keyBits), signer, options);
}
/**
 * Another intermediate under a root that is there: the authority before is over, or its key is not what it was. Its name has
 * the day in it, because servers take the first issuer of a name and try no other (server: IntegrityCheck/Checker.php).
 * @throws AuthorityError `key-unusable`, `wrong-issuer`, `issuer-expired`, and what the keys' keepers throw
 */
async function initSuccessor({ certificate: root, signer: rootSigner }, signer, options = {}) {
    const { days = defaultDays, random = systemRandom } = options;
    const notBefore = wholeSeconds(options.now ?? new Date());
    if (!rootSigner.publicKey.equals(root.publicKey)) {
        throw new AuthorityError('wrong-issuer', 'The root’s key is not the one of the root’s certificate.', {
            hint: 'Give the certificate and the key of the same root.',
        });
    }
    if (!root.isValidAt(notBefore)) {
        throw new AuthorityError('issuer-expired', `The root ends on ${root.notAfter.toISOString()}.`, {
            hint: 'Make a new authority, root and all: leave --root out.',
        });
    }
    await refuseUnlessWorking(signer, random);
    const organization = options.organization ?? organizationOf(root) ?? defaultOrganization;
    const wanted = new Date(notBefore.getTime() + days * init_authority_day);
    const intermediate = await authorityCertificate({
        issuer: root.subject.der,
        issuerSigner: rootSigner,
        issuerKeyId: root.subjectKeyId ?? keyIdentifier(root.spki),
        subject: name([
            ['O', organization],
            ['CN', `${organization} Code Signing Intermediate Authority of ${notBefore.toISOString().slice(0, 10)}`],
        ]),
        key: signer.publicKey,
        validity: sequence(time(notBefore), time(wanted > root.notAfter ? root.notAfter : wanted)),
        pathLength: 0,
        taken: [root.serial],
        random,
    });
    return { root, intermediate, bundle: intermediate.toPem() + root.toPem(), signer };
}
function organizationOf({ subject }) {
    return subject.attributes.find(({ type }) => type === '2.5.4.10')?.value;
}
/** It signs something first: a certificate is made for nothing but a key that works. */
async function refuseUnlessWorking(signer, random) {
    const challenge = random(32);
    const bits = signer.publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
    if (bits >= leastBits && verify('sha256', challenge, signer.publicKey, await signer.sign('sha256', challenge)))
        return;
    throw new AuthorityError('key-unusable', `The key has ${bits} bits, or does not sign as its public half says.`, {
        hint: `Take an RSA key of at least ${leastBits} bits that was made for signing.`,
    });
}
async function certify(rootKey, signer, options) {
    const { organization = defaultOrganization, days = defaultDays, random = ca_random/* systemRandom */.v } = options;
    const notBefore = issue_certificate_wholeSeconds(options.now ?? new Date());
    const validity = (0,der_writer/* sequence */.K2)((0,der_writer/* time */.kB)(notBefore), (0,der_writer/* time */.kB)(new Date(notBefore.getTime() + days * init_authority_day)));
    const rootName = (0,x509_name/* name */.U)([
        ['O', organization],
        ['CN', `${organization} Root Authority`],
    ]);
    const intermediateName = (0,x509_name/* name */.U)([
        ['O', organization],
        ['CN', `${organization} Code Signing Intermediate Authority`],
    ]);
    const rootSigner = new pem_signer/* PemSigner */.D(rootKey);
    const issuerKeyId = extension_keyIdentifier(rootSigner.publicKey.export({ type: 'spki', format: 'der' }));
    const common = { issuer: rootName, issuerSigner: rootSigner, issuerKeyId, validity, random };
    const root = await authorityCertificate({ ...common, subject: rootName, key: rootSigner.publicKey, taken: [] });
    const intermediate = await authorityCertificate({
        ...common,
        subject: intermediateName,
        key: signer.publicKey,
        pathLength: 0,
        taken: [root.serial],
    });
    return {
        root,
        intermediate,
        bundle: intermediate.toPem() + root.toPem(),
        signer,
        encryptRootKey: (encryption) => (0,encrypted_key/* encryptPrivateKey */.u)(rootKey, encryption),
    };
}
async function authorityCertificate(order) {
    const spki = order.key.export({ type: 'spki', format: 'der' });
    const toBeSigned = (0,der_writer/* sequence */.K2)((0,der_writer/* explicit */.pc)(0, (0,der_writer/* integer */.nd)(2)), (0,der_writer/* integer */.nd)((0,x509_serial/* randomSerial */.YG)((serial) => order.taken.includes(serial), order.random)), signed_structure/* sha256WithRsa */.s3, order.issuer, order.validity, order.subject, spki, (0,der_writer/* explicit */.pc)(3, (0,der_writer/* sequence */.K2)(subjectKeyIdentifier(extension_keyIdentifier(spki)), authorityKeyIdentifier(order.issuerKeyId), basicConstraints(true, order.pathLength), keyUsage('keyCertSign', 'cRLSign'))));
    return new common_certificate/* Certificate */.us(await (0,signed_structure/* signStructure */.zZ)(toBeSigned, order.issuerSigner));
}

// EXTERNAL MODULE: ./build/bundle/common/trust.js + 1 modules
var trust = __webpack_require__(4908);
;// CONCATENATED MODULE: ./build/bundle/sandbox/rehearsal-authority.js



const year = 365 * 24 * 60 * 60 * 1000;
/** A throw-away authority, all of it in memory: ten years old, so that there may be certificates that end soon. */
class RehearsalAuthority {
    made;
    constructor(made) {
        this.made = made;
    }
    /** RSA-2048, as the real authority has it. */
    static async open() {
        const now = new Date(Date.now() - 10 * year - year / 2);
        return new RehearsalAuthority(await initAuthority({ organization: 'Rehearsal', keyBits: 2048, now }));
    }
    /** intermediate and root, PEM */
    get bundle() {
        return this.made.bundle;
    }
    get trust() {
        return new trust/* Trust */.R([this.made.intermediate, this.made.root]);
    }
    /** what the bot signs with */
    get authority() {
        const { intermediate: issuer, signer } = this.made;
        return { issuer, signer, profile: profiles['nextcloud-v1'] };
    }
}

// EXTERNAL MODULE: ./build/bundle/sandbox/store/store-server.js + 20 modules
var store_server = __webpack_require__(3334);
;// CONCATENATED MODULE: ./build/bundle/sandbox/rehearsal.js
// SPDX-License-Identifier: MIT
















/** Newer than any server, so that every app's lower bound is met; servers do not look at the upper one. */
const serverVersion = '99.0.0';
const rehearsal_ourFault = 'This is a fault of the program: please report it.';
/**
 * The whole circle on this machine, with real parts that refuse what the real ones refuse: request, review,
 * certificate, registration, release, installation, integrity check, revocation, refusal. Loopback only.
 * @throws CodedError of whichever part said no; RehearsalError where one said yes that had to say no
 */
async function rehearse(inputs, world) {
    const app = await (0,read_identity/* readFolderIdentity */.LE)(inputs.appDir);
    openEvidence(inputs.keep);
    const work = (0,temporary_folder/* temporaryFolder */.y)('nextcloud-rehearsal');
    try {
        await new Rehearsal(inputs, world, work.path, app).run();
    }
    finally {
        work.dispose();
    }
}
/** GitHub tells whole seconds, and an approval comes after the check: on this one, one passes whenever somebody asks. */
function leisurely() {
    let time = Date.now();
    return () => new Date((time += 1000));
}
class Rehearsal {
    inputs;
    world;
    work;
    app;
    constructor(inputs, world, work, app) {
        this.inputs = inputs;
        this.world = world;
        this.work = work;
        this.app = app;
    }
    async run() {
        const authority = await RehearsalAuthority.open();
        this.#proved('authority', 'a root and an intermediate, in the form in which servers ship theirs');
        const community = await startCommunity({ repository: 'rehearsal/app-certificate-requests', now: leisurely() });
        let store;
        try {
            const certification = await Certification.open(community, authority, (what, proof) => this.#proved(what, proof));
            const certified = await certification.certify(this.app.id, await this.#publishSources(community));
            const crl = await certification.crl();
            store = await (0,store_server/* startStore */.a)({ trust: authority.trust.issuers, crl, allowLoopback: true });
            const report = await this.#release(authority, certified, crl, { store, community });
            const appsJson = await this.#appsJson(store.url);
            await this.#install(appsJson, authority, crl);
            writeEvidence(this.inputs.keep, {
                'trust.pem': authority.bundle,
                'app.crt': certified.certificate.toPem(),
                'archive.tar.gz': (0,external_node_fs_.readFileSync)(report.archive.path),
                'archive.sig': `${report.signature ?? ''}\n`,
                'apps.json': appsJson,
            });
            await this.#revoke(authority, certification, appsJson, store);
            this.world.say('released and installable');
            this.world.say('revoked: refused');
        }
        finally {
            await Promise.all([store?.close(), community.github.close()]);
        }
    }
    /** The app's own repository, with what the bot looks for in it. @returns its address */
    async #publishSources({ github, people, users }) {
        const name = `${users.requester.login}/${this.app.id}`;
        github.state.addRepository(name, { immutableReleases: true });
        const infoXml = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.inputs.appDir, 'appinfo', 'info.xml'), 'utf8');
        await people.requester.push({ to: name, branch: 'main', files: { 'appinfo/info.xml': infoXml } });
        return `${github.web}/${name}`;
    }
    async #release({ trust }, certified, crl, { store, community: { github, tokens, users } }) {
        const { appDir, build, buildEnvironment } = this.inputs;
        const report = await (0,release/* release */._)({
            ...certified,
            dir: appDir,
            outDir: this.work,
            build,
            trust,
            crl,
            target: {
                kind: 'github',
                repository: `${users.requester.login}/${this.app.id}`,
                token: tokens.requester,
                apiUrl: github.url,
            },
            tag: `v${this.app.version}`,
            nightly: false,
            register: true,
            dryRun: false,
            storeUrl: store.url,
            storeToken: store.token,
            buildEnvironment,
        }, { steps: this.world.steps });
        if (report.findings.length > 0)
            this.world.steps.progress.note((0,render_text/* renderText */.S)(report.findings).trimEnd());
        this.#proved('release', `${this.app.id} ${this.app.version} is registered, published and listed by the store`);
        return report;
    }
    /** The list in which the app stands: apps for AppAPI's system stand in one of their own. */
    async #appsJson(storeUrl) {
        for (const list of ['apps.json', 'appapi_apps.json']) {
            const text = (0,common_http/* bodyText */.G3)(await (0,common_http/* http */.LV)({ method: 'GET', url: `${storeUrl}/${list}` }));
            if (JSON.parse(text).some(({ id }) => id === this.app.id))
                return text;
        }
        throw new RehearsalError('not-listed', `No list of the store has ${this.app.id}.`, { hint: rehearsal_ourFault });
    }
    async #install(appsJson, { trust }, crl) {
        const source = { appsJson: (0,external_node_path_.join)(this.work, 'apps.json') };
        (0,external_node_fs_.writeFileSync)(source.appsJson, appsJson);
        const appsDir = (0,external_node_path_.join)(this.work, 'server', 'apps');
        (0,external_node_fs_.mkdirSync)(appsDir, { recursive: true });
        const order = { appId: this.app.id, source, trust, crl, appsDir, serverVersion, channel: 'beta' };
        const installed = await installApp(order);
        const how = installed.unpackedWith === 'tar'
            ? 'our own reader (PHP with PEAR Archive_Tar is not here)'
            : installed.unpackedWith;
        this.#proved('install', `a server takes it: certificate, archive signature, unpacked with ${how}, info.xml`);
        if (installed.codeSignature !== 'fine') {
            throw new RehearsalError('not-code-signed', 'The installed app has no signature.json.', { hint: rehearsal_ourFault });
        }
        this.#proved('integrity', 'the integrity check finds every file as it was signed, and none besides');
        return installed;
    }
    async #revoke(authority, certification, appsJson, store) {
        const crl = await certification.revoke(this.app.id);
        store.setCrl(crl);
        writeEvidence(this.inputs.keep, { 'nextcloud.crl': (0,pem/* encodePem */.T)('X509 CRL', crl.der) });
        this.#proved('revocation', `two maintainers asked for it: it is on CRL number ${crl.number ?? 0n}, in the same commit`);
        try {
            await this.#install(appsJson, authority, crl);
        }
        catch (error) {
            if (!(error instanceof InstallError) || error.code !== 'revoked')
                throw error;
            this.#proved('refused', `the server says: ${error.message}`);
            return;
        }
        throw new RehearsalError('revoked-yet-installed', `${this.app.id} was installed with a revoked certificate.`, {
            hint: rehearsal_ourFault,
        });
    }
    #proved(what, proof) {
        this.world.say(`${what.padEnd(12)} ${proof}`);
    }
}

// EXTERNAL MODULE: ./build/bundle/src/steps.js
var src_steps = __webpack_require__(742);
// EXTERNAL MODULE: ./build/bundle/src/cli/environment.js
var environment = __webpack_require__(1197);
// EXTERNAL MODULE: ./build/bundle/src/cli/terminal-progress.js
var terminal_progress = __webpack_require__(3980);
;// CONCATENATED MODULE: ./build/bundle/src/cli/rehearse.js
// SPDX-License-Identifier: MIT





const rehearse_rehearse = {
    name: 'rehearse',
    usage: '[--app DIR] [--no-build] [--keep DIR]',
    summary: 'The whole circle on this machine: certificate, registration, release, install, revocation, refusal.',
    options: {
        app: { type: 'string', value: 'DIR', help: 'folder of an app (default: the example app)' },
        keep: {
            type: 'string',
            value: 'DIR',
            help: 'leave trust.pem, app.crt, archive.tar.gz, archive.sig, apps.json, nextcloud.crl here',
        },
        'no-build': { type: 'boolean', help: 'pack what is there' },
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const app = args.text('app');
        const keep = args.text('keep');
        await rehearse({
            appDir: app === undefined ? (0,external_node_path_.join)(terminal.packageRoot, 'examples', 'hello_release') : (0,external_node_path_.resolve)(terminal.cwd, app),
            build: !args.flag('no-build'),
            buildEnvironment: (0,environment/* environmentOf */.p)(terminal),
            ...(keep !== undefined && { keep: (0,external_node_path_.resolve)(terminal.cwd, keep) }),
        }, { steps: new src_steps/* Steps */.g((0,terminal_progress/* terminalProgress */.e)(terminal)), say: (line) => terminal.out(`${line}\n`) });
        return 'fine';
    },
};


/***/ }),

/***/ 2908:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ FileDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3633);
// SPDX-License-Identifier: MIT



/** Most files of an app fit: one hash in one call. */
const pieceSize = 256 * 1024;
/**
 * SHA-512 of files, one after the other, through one buffer. 8,000 files of 8 KB on average take 0.30 s, where readFileSync
 * with a hash object for each takes 0.41 s and `sha512sum` 0.44 s: worker threads would be for nothing.
 */
class FileDigest {
    #buffer = Buffer.allocUnsafeSlow(pieceSize);
    /**
     * @returns lowercase hex
     * @throws IntegrityError `file-unreadable`
     */
    of(path) {
        try {
            // A pipe that was put in a file's place since must not make us wait.
            const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
            try {
                return this.#digest(descriptor);
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
            }
        }
        catch (cause) {
            const file = path.toString();
            const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
            throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .c('file-unreadable', `${file} cannot be read (${code}).`, {
                hint: 'See whether the file is there and you may read it.',
                file,
                cause,
            });
        }
    }
    #digest(descriptor) {
        let filled = this.#fill(descriptor);
        if (filled < pieceSize)
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha512', this.#buffer.subarray(0, filled));
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512');
        for (; filled > 0; filled = this.#fill(descriptor))
            digest.update(this.#buffer.subarray(0, filled));
        return digest.digest('hex');
    }
    /** A read may be short before the end of the file: on network file systems it is. */
    #fill(descriptor) {
        let filled = 0;
        for (let read = -1; read !== 0 && filled < pieceSize; filled += read) {
            read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, this.#buffer, filled, pieceSize - filled, null);
        }
        return filled;
    }
}


/***/ }),

/***/ 2866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ FolderTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_rule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(104);
/* harmony import */ var _file_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2908);
/* harmony import */ var _folder_walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5419);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3633);
/* harmony import */ var _raw_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3731);
// SPDX-License-Identifier: MIT






/** A folder as the server's checker sees it: links to files count as files, one that leads nowhere hashes to false. */
class FolderTree {
    root;
    paths;
    findings;
    #unreadable;
    #digest = new _file_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .FileDigest */ .d();
    /** @throws IntegrityError `folder-unreadable` */
    constructor(root, kind) {
        this.root = root;
        const walk = (0,_folder_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walkFolder */ .a)(root, kind);
        this.paths = walk.paths;
        this.findings = (0,_common_rule_js__WEBPACK_IMPORTED_MODULE_5__/* .applyRules */ .I)(rules, walk);
        const broken = walk.links.filter(({ to }) => to === 'nothing').map(({ path }) => path);
        this.#unreadable = new Set([...walk.specials, ...broken]);
    }
    /** @throws IntegrityError `file-unreadable` */
    hash(path) {
        return this.#unreadable.has(path) ? false : this.#digest.of((0,_folder_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .locate */ .x)(this.root, path));
    }
    /** @throws IntegrityError `file-too-large` */
    read(path) {
        if (this.#unreadable.has(path))
            return undefined;
        const location = (0,_folder_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .locate */ .x)(this.root, path);
        try {
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(location).size <= largestRead)
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(location);
        }
        catch {
            return undefined; // the server asks no more of a file that it cannot read
        }
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .c('file-too-large', `${path} has more than ${largestRead} bytes.`, {
            hint: 'That is no file of this kind; see where it comes from.',
            file: path,
        });
    }
}
/** The signature of a whole server has some 5 MB. */
const largestRead = 64 * 1024 * 1024;
const rules = [
    {
        id: 'check-symbolic-link',
        severity: 'warning',
        check: ({ links }) => links.map(({ path }) => ({ file: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_4__/* .printableName */ .Nt)(path) })),
        message: 'A symbolic link: the server hashes the file that it leads to, and passes over a link to a folder.',
        fix: 'Put what it leads to in its place.',
        source: 'server: IntegrityCheck/Checker.php, RecursiveDirectoryIterator',
    },
    {
        id: 'check-special-file',
        severity: 'warning',
        check: ({ specials }) => specials.map((path) => ({ file: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_4__/* .printableName */ .Nt)(path) })),
        message: 'This is a pipe, a socket or a device; a server may wait for it for ever. It was not read.',
        fix: 'Remove it.',
        source: 'server: IntegrityCheck/Checker.php, hash_file',
    },
];


/***/ }),

/***/ 5419:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ walkFolder),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _hashed_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2593);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3633);
/* harmony import */ var _raw_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3731);
// SPDX-License-Identifier: MIT




/**
 * Walks as the server does: hidden files are in, links to folders are not entered, empty folders do not count.
 * @throws IntegrityError `folder-unreadable`
 */
function walkFolder(root, kind) {
    const paths = [];
    const links = [];
    const specials = [];
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const { name, entry } of readFolder(root, folder)) {
            const path = folder + name;
            if (kind === 'core' && folder === '' && (0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutsideCore */ .lT)(path))
                continue;
            if (entry.isDirectory()) {
                folders.push(`${path}/`);
                continue;
            }
            const to = entry.isSymbolicLink() ? targetOf(locate(root, path)) : undefined;
            if (to !== undefined)
                links.push({ path, to });
            if (to !== 'folder')
                paths.push(path);
            if (to === 'special' || (to === undefined && !entry.isFile()))
                specials.push(path);
        }
    }
    return { paths, links, specials };
}
/** Where the file system has a path of the walk: bytes only where the name is no UTF-8. */
function locate(root, path) {
    return (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnicode */ .KA)(path) ? `${root}/${path}` : Buffer.concat([Buffer.from(`${root}/`), (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nameToBytes */ .CD)(path)]);
}
/** Names as bytes take twice the time of names as texts, which are exact where nothing had to be replaced. */
function readFolder(root, folder) {
    const location = locate(root, folder);
    try {
        const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(location, { withFileTypes: true });
        if (!entries.some(({ name }) => name.includes('\ufffd')))
            return entries.map((entry) => ({ name: entry.name, entry }));
        const exact = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(location, { encoding: 'buffer', withFileTypes: true });
        return exact.map((entry) => ({ name: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nameFromBytes */ .Dj)(entry.name), entry }));
    }
    catch (cause) {
        const path = folder === '' ? root : `${root}/${folder}`;
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .c('folder-unreadable', `${path} cannot be read as a folder.`, {
            hint: 'Name a folder that is there and that you may read with all that is in it.',
            file: path,
            cause,
        });
    }
}
function targetOf(path) {
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special';
    }
    catch {
        return 'nothing'; // no such file, or links in a circle
    }
}


/***/ })

};
;