"use strict";
exports.id = 137;
exports.ids = [137];
exports.modules = {

/***/ 5231:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ AuthorityError)
/* harmony export */ });
/* harmony import */ var _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4252);
// SPDX-License-Identifier: MIT

const codes = {
    'not-a-request': 'unusable',
    'request-refused': 'refused',
    'wrong-passphrase': 'unusable',
    'key-unusable': 'unusable',
    'wrong-issuer': 'unusable',
    'issuer-expired': 'refused',
    'bad-serial': 'refused',
    'lint-failed': 'refused',
    'result-wrong': 'refused',
    'bad-crl': 'refused',
    'bad-policy': 'unusable',
    'ledger-broken': 'refused',
    'no-repository': 'unusable',
    'repository-locked': 'outside',
    'no-request': 'unusable',
    'needs-decision': 'refused',
    'nothing-to-do': 'refused',
    'nothing-to-revoke': 'refused',
    'bad-ca-folder': 'unusable',
    'already-there': 'unusable',
    'bad-table': 'unusable',
    'git-failed': 'outside',
};
/** What goes wrong inside the authority. */
class AuthorityError extends _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
    }
}


/***/ }),

/***/ 7519:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ CaFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8815);
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8647);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5231);
/* harmony import */ var _issue_profile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5816);
/* harmony import */ var _key_pem_signer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2774);
// SPDX-License-Identifier: MIT







const defaults = {
    key: 'intermediate.key',
    certificate: 'intermediate.crt',
    bundle: 'root.crt',
    profile: _issue_profile_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultProfile */ .fg,
};
/** A folder with everything that an authority is, but for the passphrase. */
class CaFolder {
    folder;
    #configuration;
    /** @throws AuthorityError `bad-ca-folder` */
    constructor(folder) {
        this.folder = folder;
        this.#configuration = { ...defaults, ...this.#readConfiguration() };
    }
    /**
     * Writes a new authority into a folder that holds none.
     * @throws AuthorityError `already-there`
     */
    static create(folder, authority, passphrase) {
        const files = {
            'intermediate.key': { text: authority.encryptKey({ passphrase }), mode: 0o600 },
            'intermediate.crt': { text: authority.intermediate.toPem(), mode: 0o644 },
            'root.crt': { text: authority.bundle, mode: 0o644 },
            'ca.yml': { text: (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .stringify */ .As)(defaults), mode: 0o644 },
        };
        CaFolder.refuseExisting(folder);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        for (const [name, { text, mode }] of Object.entries(files))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), text, { mode, flag: 'wx' });
    }
    /** @throws AuthorityError `already-there` */
    static refuseExisting(folder) {
        const there = ['ca.yml', defaults.key, defaults.certificate, defaults.bundle]
            .map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
            .find((file) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file));
        if (there === undefined)
            return;
        throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_4__/* .AuthorityError */ .s('already-there', `${there} is there already; nothing was written.`, {
            hint: 'Take an empty folder: an authority is never made over another.',
            file: there,
        });
    }
    /** @throws AuthorityError `bad-ca-folder`, `wrong-passphrase`; InputError `not-a-certificate` */
    open(passphrase, profile = this.#configuration.profile) {
        const { key } = this.#configuration;
        const signer = _key_pem_signer_js__WEBPACK_IMPORTED_MODULE_6__/* .PemSigner */ .D.open(this.#read(key), passphrase, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, key));
        return { issuer: this.issuer, signer, profile: (0,_issue_profile_js__WEBPACK_IMPORTED_MODULE_5__/* .profileByName */ .y2)(profile) };
    }
    get issuer() {
        const { certificate } = this.#configuration;
        return _common_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .Certificate */ .us.fromPem(this.#read(certificate), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, certificate));
    }
    /** PEM: the intermediate and the root */
    get bundle() {
        return this.#read(this.#configuration.bundle);
    }
    #readConfiguration() {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, 'ca.yml');
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qg)(this.#read('ca.yml'));
        const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
        const wrong = entries.find(([name, text]) => !Object.hasOwn(defaults, name) || typeof text !== 'string');
        if (wrong === undefined)
            return Object.fromEntries(entries);
        throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_4__/* .AuthorityError */ .s('bad-ca-folder', `${file}: "${wrong[0]}" is no setting, or no text.`, {
            hint: `The settings are ${Object.keys(defaults).join(', ')}.`,
            file,
        });
    }
    #read(name) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, name), 'utf8');
        }
        catch (cause) {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_4__/* .AuthorityError */ .s('bad-ca-folder', `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, name)} cannot be read.`, {
                hint: 'Give the folder that "nextcloud-ca init" made, or one with a ca.yml.',
                cause,
                file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, name),
            });
        }
    }
}


/***/ }),

/***/ 9826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ passphraseOptions),
/* harmony export */   j: () => (/* binding */ readPassphrase)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT



const passphraseOptions = {
    'passphrase-file': {
        type: 'string',
        value: 'FILE',
        help: 'file with the passphrase or PIN; one newline at its end is dropped',
    },
    'passphrase-fd': { type: 'string', value: 'N', help: 'the same from an open file descriptor' },
};
/**
 * Passphrase of a key or PIN of a token: from a file, a descriptor, or asked for on the terminal. Never an argument:
 * other users of the machine see those.
 * @throws InputError `bad-usage`, `file-unreadable`
 */
async function readPassphrase(args, terminal) {
    const file = args.text('passphrase-file');
    const descriptor = args.text('passphrase-fd');
    if (file !== undefined)
        return withoutNewline(read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(terminal.cwd, file), file));
    if (descriptor !== undefined) {
        if (!/^\d+$/.test(descriptor))
            throw usage(`--passphrase-fd ${descriptor} is not a number`);
        return withoutNewline(read(Number(descriptor), `descriptor ${descriptor}`));
    }
    if (process.stdin.isTTY && terminal.isTerminal)
        return askHidden(terminal);
    throw usage('The passphrase of the key is missing');
}
function read(source, name) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(source, 'utf8');
    }
    catch (cause) {
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('file-unreadable', `The passphrase cannot be read from ${name}.`, {
            hint: 'See whether the path is right and the file may be read.',
            cause,
        });
    }
}
/** Reads one line from the terminal and echoes nothing of it. */
function askHidden(terminal) {
    const { stdin } = process;
    terminal.err('Passphrase: ');
    stdin.setRawMode(true);
    return new Promise((done, fail) => {
        let text = '';
        const end = (finish) => {
            stdin.setRawMode(false);
            stdin.pause();
            stdin.removeListener('data', take);
            terminal.err('\n');
            finish();
        };
        const take = (chunk) => {
            for (const letter of chunk.toString('utf8')) {
                if (letter === '\r' || letter === '\n') {
                    end(() => done(text));
                    return;
                }
                if (letter === '\u0003' || letter === '\u0004') {
                    end(() => fail(usage('No passphrase was given')));
                    return;
                }
                text = letter === '\u007f' ? text.slice(0, -1) : text + letter;
            }
        };
        stdin.on('data', take);
    });
}
function withoutNewline(text) {
    return text.replace(/\r?\n$/, '');
}
function usage(what) {
    return new _common_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('bad-usage', `${what}.`, { hint: 'Give it with --passphrase-file FILE or --passphrase-fd N.' });
}


/***/ }),

/***/ 5816:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PL: () => (/* binding */ extensionKinds),
/* harmony export */   fg: () => (/* binding */ defaultProfile),
/* harmony export */   y2: () => (/* binding */ profileByName)
/* harmony export */ });
/* unused harmony export profiles */
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
/* harmony import */ var _x509_extension_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6111);
// SPDX-License-Identifier: MIT


/** Every extension that a profile may ask for: its OID, and the bytes. There is no caIssuers: servers would fetch it. */
const extensionKinds = {
    'basic-constraints': { id: '2.5.29.19', write: () => (0,_x509_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .basicConstraints */ .vw)(false) },
    'key-usage': { id: '2.5.29.15', write: () => (0,_x509_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .keyUsage */ .F$)('digitalSignature') },
    'extended-key-usage': { id: '2.5.29.37', write: () => _x509_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSigning */ .Ft },
    'subject-key-identifier': {
        id: '2.5.29.14',
        write: ({ spki }) => (0,_x509_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectKeyIdentifier */ .Fi)((0,_x509_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .keyIdentifier */ .P_)(spki)),
    },
    'authority-key-identifier': {
        id: '2.5.29.35',
        write: ({ issuerKeyId }) => (0,_x509_extension_js__WEBPACK_IMPORTED_MODULE_1__/* .authorityKeyIdentifier */ .Eo)(issuerKeyId),
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
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `"${name}" is not a certificate profile.`, {
        hint: `Use one of ${Object.keys(profiles).join(', ')}.`,
    });
}


/***/ }),

/***/ 2774:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ PemSigner)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5231);
// SPDX-License-Identifier: MIT



const placeholder = '[private key]';
/**
 * A key that was read from a PEM file. Printing, logging or serialising it shows a placeholder: the key itself is in a
 * private field, which neither JSON nor `inspect` nor the structured clone algorithm see.
 */
class PemSigner {
    #key;
    #publicKey;
    constructor(key) {
        this.#key = key;
        this.#publicKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key);
    }
    /**
     * Opens an encrypted PEM file.
     * @throws AuthorityError `wrong-passphrase`, `key-unusable`; the text never carries what was read
     */
    static open(pem, passphrase, file = 'the key') {
        if (!pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----')) {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AuthorityError */ .s('key-unusable', `${file} holds no PEM block "ENCRYPTED PRIVATE KEY".`, {
                hint: 'Encrypt the key before it is used: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000 -in OLD -out NEW.',
                file,
            });
        }
        let key;
        try {
            key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: pem, format: 'pem', passphrase });
        }
        catch (error) {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AuthorityError */ .s('wrong-passphrase', `${file} cannot be opened: the passphrase is wrong, or it is damaged.`, {
                hint: 'Give the passphrase that the key was encrypted with; one trailing newline of a passphrase file is dropped.',
                cause: error instanceof Error ? new Error(error.name) : undefined,
                file,
            });
        }
        if (key.asymmetricKeyType !== 'rsa') {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AuthorityError */ .s('key-unusable', `${file} is no RSA key; servers verify nothing else.`, {
                hint: 'Use the RSA key of the issuing certificate.',
                file,
            });
        }
        return new PemSigner(key);
    }
    get publicKey() {
        return this.#publicKey;
    }
    sign(hash, data) {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(hash, data, this.#key);
    }
    toJSON() {
        return placeholder;
    }
    toString() {
        return placeholder;
    }
    [node_util__WEBPACK_IMPORTED_MODULE_1__.inspect.custom]() {
        return placeholder;
    }
}


/***/ }),

/***/ 5010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
// SPDX-License-Identifier: MIT

const systemRandom = (octets) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(octets);


/***/ }),

/***/ 6111:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ authorityKeyIdentifier),
/* harmony export */   F$: () => (/* binding */ keyUsage),
/* harmony export */   Fi: () => (/* binding */ subjectKeyIdentifier),
/* harmony export */   Ft: () => (/* binding */ codeSigning),
/* harmony export */   P_: () => (/* binding */ keyIdentifier),
/* harmony export */   ck: () => (/* binding */ extension),
/* harmony export */   vw: () => (/* binding */ basicConstraints)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1791);
// SPDX-License-Identifier: MIT




/** Extensions as this authority writes them (RFC 5280 section 4.2), each one whole `Extension`. */
const keyUsageBits = { digitalSignature: 0, keyCertSign: 5, cRLSign: 6 };
function extension(id, value, critical = false) {
    return (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)(id), ...(critical ? [(0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM)(true)] : []), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octetString */ .J8)(value));
}
/** cA FALSE is the default and therefore an empty sequence (X.690 section 11.5). */
function basicConstraints(ca, pathLength) {
    const content = ca ? [(0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM)(true), ...(pathLength === undefined ? [] : [(0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(pathLength)])] : [];
    return extension('2.5.29.19', (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)(...content), true);
}
function keyUsage(...usages) {
    const octet = usages.reduce((bits, usage) => bits | (0x80 >> keyUsageBits[usage]), 0);
    // a named bit list drops its trailing zero bits (X.690 section 11.2.2)
    const unused = 31 - Math.clz32(octet & -octet);
    return extension('2.5.29.15', (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .tlv */ .t)(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.bitString, Uint8Array.of(unused, octet)), true);
}
const codeSigning = extension('2.5.29.37', (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.3.6.1.5.5.7.3.3')));
function subjectKeyIdentifier(keyId) {
    return extension('2.5.29.14', (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octetString */ .J8)(keyId));
}
function authorityKeyIdentifier(keyId) {
    return extension('2.5.29.35', (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .implicit */ .AS)(0, keyId)));
}
/** SHA-1 over the subjectPublicKey bits (RFC 5280 section 4.2.1.2, method 1): a name, not a protection */
function keyIdentifier(spki) {
    const bits = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(spki).children()[1]?.bits() ?? new Uint8Array();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(bits).digest();
}


/***/ }),

/***/ 2040:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S7: () => (/* binding */ serialText),
/* harmony export */   YG: () => (/* binding */ randomSerial),
/* harmony export */   mH: () => (/* binding */ isRandomSerial)
/* harmony export */ });
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5231);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5010);
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

/***/ 8647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HW: () => (/* binding */ readExtensions),
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   Sb: () => (/* binding */ verifyRsa),
/* harmony export */   lS: () => (/* binding */ rsaSignatureHashes),
/* harmony export */   us: () => (/* binding */ Certificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5422);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5227);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3586);
// SPDX-License-Identifier: MIT





/** Signature algorithms that a certificate or CRL of this world carries: RSA with PKCS#1 v1.5 (RFC 4055), by OID. */
const rsaSignatureHashes = {
    '1.2.840.113549.1.1.5': 'sha1',
    '1.2.840.113549.1.1.14': 'sha224',
    '1.2.840.113549.1.1.11': 'sha256',
    '1.2.840.113549.1.1.12': 'sha384',
    '1.2.840.113549.1.1.13': 'sha512',
};
const authorityKeyIdentifier = '2.5.29.35';
const subjectKeyIdentifier = '2.5.29.14';
/** An X.509 certificate as it stands (RFC 5280 section 4.1), v1 or v3; nothing is checked but its form. */
class Certificate {
    der;
    tbs;
    /** 1 or 3 */
    version;
    serial;
    issuer;
    subject;
    notBefore;
    /** the last second of validity, inclusive */
    notAfter;
    /** SubjectPublicKeyInfo, DER */
    spki;
    extensions;
    /** dotted decimal */
    signatureAlgorithm;
    signature;
    /** @throws InputError `not-a-certificate`, `not-der` */
    constructor(der) {
        this.der = der;
        const [tbs, algorithm, signature] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(der).expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a certificate').children();
        const fields = tbs?.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a certificate').children() ?? [];
        const version = fields[0]?.tag === 0xa0 ? fields.shift() : undefined;
        const [serial, , issuer, validity, subject, spki, ...optional] = fields;
        const [notBefore, notAfter] = validity?.children() ?? [];
        if (!tbs || !algorithm || !signature || !serial || !issuer || !subject || !spki || !notBefore || !notAfter) {
            throw notACertificate('fields are missing');
        }
        this.tbs = tbs.bytes;
        this.version = Number(version?.children()[0]?.integer() ?? 0n) + 1;
        this.serial = serial.integer();
        this.issuer = new _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DistinguishedName */ .S(issuer);
        this.subject = new _distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DistinguishedName */ .S(subject);
        this.notBefore = notBefore.time();
        this.notAfter = notAfter.time();
        this.spki = spki.bytes;
        this.extensions = readExtensions(optional.find((field) => field.tag === 0xa3)?.children()[0]);
        this.signatureAlgorithm = algorithmOf(algorithm);
        this.signature = signature.bits();
    }
    /**
     * The first certificate of a PEM text.
     * @throws InputError `not-a-certificate` where there is none
     */
    static fromPem(text, file = 'the certificate') {
        const block = (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePem */ .o)(text, file).find(({ label }) => label === 'CERTIFICATE');
        if (block === undefined) {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('not-a-certificate', `${file} holds no PEM block "CERTIFICATE".`, {
                hint: 'Give the certificate that the authority issued: it begins with -----BEGIN CERTIFICATE-----.',
                file,
            });
        }
        return new Certificate(block.der);
    }
    /** Every certificate of a PEM text, in order, e.g. the servers' bundle. */
    static allFromPem(text, file = 'the certificates') {
        return (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePem */ .o)(text, file)
            .filter(({ label }) => label === 'CERTIFICATE')
            .map(({ der }) => new Certificate(der));
    }
    /** @throws where Node knows no such key; see `hasRsaKey` */
    get publicKey() {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(this.spki), format: 'der', type: 'spki' });
    }
    get commonNames() {
        return this.subject.commonNames;
    }
    /** SHA-256 over the DER, lower-case hex */
    get fingerprint() {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(this.der).digest('hex');
    }
    extension(id) {
        return this.extensions.find((extension) => extension.id === id);
    }
    get subjectKeyId() {
        const value = this.extension(subjectKeyIdentifier)?.value;
        return value && (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(value).content;
    }
    /** keyIdentifier and authorityCertSerialNumber of the AKI (RFC 5280 section 4.2.1.1) */
    get authorityKeyId() {
        const value = this.extension(authorityKeyIdentifier)?.value;
        if (value === undefined)
            return {};
        const fields = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(value).children();
        const keyId = fields.find((field) => field.tag === 0x80)?.content;
        const serial = fields.find((field) => field.tag === 0x82)?.content;
        return {
            ...(keyId && { keyId }),
            ...(serial && { serial: BigInt(`0x${Buffer.from(serial).toString('hex') || '0'}`) }),
        };
    }
    /** True where the key verifies this certificate's signature: RSA with PKCS#1 v1.5 only, whatever else it is: false. */
    isSignedBy(key) {
        return verifyRsa(this.signatureAlgorithm, this.tbs, key, this.signature);
    }
    isValidAt(now) {
        return this.notBefore <= now && now <= this.notAfter;
    }
    toPem(eol = '\n') {
        return (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .encodePem */ .T)('CERTIFICATE', this.der, eol);
    }
}
/** RSA PKCS#1 v1.5 over `data`, hash by the signature algorithm's OID; false for every other algorithm or key. */
function verifyRsa(algorithm, data, key, signature) {
    const hash = rsaSignatureHashes[algorithm];
    if (hash === undefined || key.asymmetricKeyType !== 'rsa')
        return false;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(hash, data, key, signature);
}
/** OID of an AlgorithmIdentifier */
function algorithmOf(node) {
    const [id] = node.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an algorithm identifier').children();
    if (id === undefined)
        throw notACertificate('an algorithm identifier is empty');
    return id.oid();
}
/** Extensions (RFC 5280 section 4.1): SEQUENCE OF { extnID, critical DEFAULT FALSE, extnValue } */
function readExtensions(node) {
    return (node?.children() ?? []).map((extension) => {
        const [id, ...rest] = extension.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an extension').children();
        const value = rest.at(-1);
        if (id === undefined || value === undefined)
            throw notACertificate('an extension is incomplete');
        return {
            id: id.oid(),
            critical: rest.length > 1 && rest[0]?.content[0] !== 0,
            value: value.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.octetString, 'an extension value').content,
        };
    });
}
function notACertificate(what) {
    return new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('not-a-certificate', `The bytes are not an X.509 certificate: ${what}.`, {
        hint: 'Give the certificate file that the authority issued.',
    });
}


/***/ }),

/***/ 1407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ readDer),
/* harmony export */   Tc: () => (/* binding */ tag)
/* harmony export */ });
/* unused harmony export DerNode */
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT

/** Universal tags as identifier octets, with the constructed bit where DER has it (X.690 section 8). */
const tag = {
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    null: 0x05,
    oid: 0x06,
    enumerated: 0x0a,
    utf8String: 0x0c,
    sequence: 0x30,
    set: 0x31,
    printableString: 0x13,
    teletexString: 0x14,
    ia5String: 0x16,
    utcTime: 0x17,
    generalizedTime: 0x18,
    universalString: 0x1c,
    bmpString: 0x1e,
};
/** Octets. Those of X.509 have 3 to 20; one arc may fill them all, and the time to read it grows with their square. */
const maxOidLength = 128;
/** One tag-length-value; the bytes are views into the input, nothing is copied. */
class DerNode {
    tag;
    bytes;
    content;
    constructor(
    /** identifier octet, constructed and class bits included */
    tag, 
    /** the whole TLV */
    bytes, content) {
        this.tag = tag;
        this.bytes = bytes;
        this.content = content;
    }
    /** The TLVs inside, in order. Lazy: a CRL of a million entries is walked with {@link DerNode.each}. */
    children() {
        return [...this.each()];
    }
    *each() {
        for (let at = 0; at < this.content.length;) {
            const node = readNode(this.content, at);
            yield node;
            at += node.bytes.length;
        }
    }
    expect(expected, what) {
        if (this.tag !== expected)
            throw notDer(`${what} has the tag 0x${hex(this.tag)} instead of 0x${hex(expected)}`);
        return this;
    }
    /** @throws InputError where the value is empty, as X.690 section 8.3.1 forbids */
    integer() {
        this.expect(tag.integer, 'an integer');
        if (this.content.length === 0)
            throw notDer('an integer has no content');
        const digits = BigInt(`0x${Buffer.from(this.content).toString('hex')}`);
        return (this.content[0] ?? 0) < 0x80 ? digits : digits - (1n << BigInt(this.content.length * 8));
    }
    /**
     * dotted decimal
     * @throws InputError where it is longer than any that is in use
     */
    oid() {
        this.expect(tag.oid, 'an object identifier');
        if (this.content.length > maxOidLength)
            throw notDer('an object identifier is longer than 128 octets');
        const arcs = [];
        let arc = 0n;
        for (const byte of this.content) {
            arc = (arc << 7n) | BigInt(byte & 0x7f);
            if (byte < 0x80) {
                arcs.push(arc);
                arc = 0n;
            }
        }
        const [first = 0n, ...rest] = arcs;
        const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
        return [root, first - root * 40n, ...rest].join('.');
    }
    /** content of a BIT STRING of whole octets */
    bits() {
        this.expect(tag.bitString, 'a bit string');
        if (this.content[0] !== 0)
            throw notDer('a bit string has unused bits');
        return this.content.subarray(1);
    }
    /** UTCTime or GeneralizedTime in the form RFC 5280 section 4.1.2.5 demands; years 50 to 99 of UTCTime are 19xx */
    time() {
        const text = Buffer.from(this.content).toString('latin1');
        const match = this.tag === tag.utcTime
            ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)
            : this.tag === tag.generalizedTime
                ? /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)
                : null;
        if (match === null)
            throw notDer(`"${text}" is not a time of RFC 5280`);
        const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
        const fullYear = this.tag === tag.generalizedTime ? year : year < 50 ? 2000 + year : 1900 + year;
        return new Date(Date.UTC(fullYear, month - 1, day, hour, minute, second));
    }
}
/**
 * The one TLV that `bytes` holds. Definite lengths only (DER, X.690 section 10.1); trailing bytes are refused.
 * @throws InputError `not-der`
 */
function readDer(bytes) {
    const node = readNode(bytes, 0);
    if (node.bytes.length !== bytes.length) {
        throw notDer(`${bytes.length - node.bytes.length} bytes follow the end of the structure`);
    }
    return node;
}
function readNode(bytes, at) {
    const identifier = bytes[at];
    const first = bytes[at + 1];
    if (identifier === undefined || first === undefined)
        throw notDer('the structure is cut off');
    if ((identifier & 0x1f) === 0x1f)
        throw notDer('tag numbers above 30 do not occur in X.509');
    let start = at + 2;
    let length = first;
    if (first === 0x80 || first > 0x84)
        throw notDer('a length is indefinite or too long');
    if (first > 0x80) {
        length = 0;
        for (let count = first & 0x7f; count > 0; count--) {
            const byte = bytes[start++];
            if (byte === undefined)
                throw notDer('the structure is cut off');
            length = length * 256 + byte;
        }
    }
    const end = start + length;
    if (end > bytes.length)
        throw notDer('the structure is cut off');
    return new DerNode(identifier, bytes.subarray(at, end), bytes.subarray(start, end));
}
function notDer(what) {
    return new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('not-der', `The bytes are not DER: ${what}.`, {
        hint: 'Make the file again with OpenSSL; it was damaged or is something else.',
    });
}
function hex(byte) {
    return byte.toString(16).padStart(2, '0');
}


/***/ }),

/***/ 1791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ implicit),
/* harmony export */   BD: () => (/* binding */ enumerated),
/* harmony export */   FY: () => (/* binding */ bitString),
/* harmony export */   J8: () => (/* binding */ octetString),
/* harmony export */   K2: () => (/* binding */ sequence),
/* harmony export */   Pv: () => (/* binding */ nullValue),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   pc: () => (/* binding */ explicit),
/* harmony export */   rF: () => (/* binding */ printableString),
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   t: () => (/* binding */ tlv),
/* harmony export */   tv: () => (/* binding */ utf8String),
/* harmony export */   wx: () => (/* binding */ header),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1407);
// SPDX-License-Identifier: MIT

/** DER writing (X.690): each function returns one whole TLV. */
function tlv(identifier, ...contents) {
    const length = contents.reduce((sum, content) => sum + content.length, 0);
    return Buffer.concat([header(identifier, length), ...contents]);
}
/** Identifier and length octets alone, for content that is written piece by piece. */
function header(identifier, length) {
    if (length < 0x80)
        return Uint8Array.of(identifier, length);
    const octets = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256))
        octets.unshift(rest % 256);
    return Uint8Array.of(identifier, 0x80 | octets.length, ...octets);
}
const sequence = (...items) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.sequence, ...items);
const octetString = (content) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.octetString, content);
const bitString = (content) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.bitString, Uint8Array.of(0), content);
const utf8String = (text) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.utf8String, Buffer.from(text, 'utf8'));
const printableString = (text) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.printableString, Buffer.from(text, 'latin1'));
const boolean = (value) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.boolean, Uint8Array.of(value ? 0xff : 0));
const nullValue = () => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.null);
const enumerated = (value) => tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.enumerated, Uint8Array.of(value));
/** Context-specific, constructed: `[number] EXPLICIT` */
const explicit = (number, content) => tlv(0xa0 | number, content);
/** Context-specific, primitive: `[number] IMPLICIT` of a primitive type; takes the content, not a TLV */
const implicit = (number, content) => tlv(0x80 | number, content);
/** SET OF with its items in the order that X.690 section 11.6 demands */
function setOf(...items) {
    return tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.set, ...items.toSorted((a, b) => Buffer.compare(a, b)));
}
/** Two's complement in as few octets as possible (X.690 section 8.3); not for negative numbers, which X.509 has no use for */
function integer(value) {
    const digits = BigInt(value).toString(16);
    const octets = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
    return (octets[0] ?? 0) < 0x80 ? tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.integer, octets) : tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.integer, Uint8Array.of(0), octets);
}
/** @param dotted e.g. `2.5.4.3` */
function oid(dotted) {
    const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
    const octets = [first * 40n + second, ...rest].flatMap((arc) => {
        const groups = [Number(arc & 0x7fn)];
        for (let left = arc >> 7n; left > 0n; left >>= 7n)
            groups.unshift(Number(left & 0x7fn) | 0x80);
        return groups;
    });
    return tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.oid, Uint8Array.from(octets));
}
/** UTCTime up to 2049, GeneralizedTime from 2050 on (RFC 5280 section 4.1.2.5); whole seconds */
function time(date) {
    const digits = date.toISOString().slice(0, 19).replace(/[-:T]/g, '');
    const year = date.getUTCFullYear();
    return year >= 1950 && year < 2050
        ? tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.utcTime, Buffer.from(`${digits.slice(2)}Z`, 'latin1'))
        : tlv(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.generalizedTime, Buffer.from(`${digits}Z`, 'latin1'));
}


/***/ }),

/***/ 5422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ DistinguishedName)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1407);
// SPDX-License-Identifier: MIT

const shortNames = {
    '2.5.4.3': 'CN',
    '2.5.4.5': 'serialNumber',
    '2.5.4.6': 'C',
    '2.5.4.7': 'L',
    '2.5.4.8': 'ST',
    '2.5.4.9': 'street',
    '2.5.4.10': 'O',
    '2.5.4.11': 'OU',
    '1.2.840.113549.1.9.1': 'emailAddress',
    '0.9.2342.19200300.100.1.25': 'DC',
};
/** A distinguished name (RFC 5280 section 4.1.2.4): relative names in order, each a set of attributes. */
class DistinguishedName {
    /** the whole Name, as it stands in the certificate: names are compared by these bytes */
    der;
    relativeNames;
    constructor(node) {
        this.der = node.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.sequence, 'a name').bytes;
        this.relativeNames = node.children().map((relative) => relative
            .expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.set, 'a relative distinguished name')
            .children()
            .map((attribute) => {
            const [type, value] = attribute.expect(_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.sequence, 'a name attribute').children();
            if (type === undefined || value === undefined)
                return { type: '', tag: 0, value: '' };
            return { type: type.oid(), tag: value.tag, value: decodeString(value) };
        }));
    }
    get attributes() {
        return this.relativeNames.flat();
    }
    get commonNames() {
        return this.attributes.filter((attribute) => attribute.type === '2.5.4.3').map((attribute) => attribute.value);
    }
    equals(other) {
        return Buffer.compare(this.der, other.der) === 0;
    }
    /** OpenSSL's comma form, e.g. `C=DE, O=Nextcloud GmbH, CN=news`; `+` inside a multi-valued relative name */
    toString() {
        return this.relativeNames
            .map((relative) => relative.map(({ type, value }) => `${shortNames[type] ?? type}=${value}`).join(' + '))
            .join(', ');
    }
}
function decodeString(node) {
    const bytes = Buffer.from(node.content);
    switch (node.tag) {
        case _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.bmpString:
            return new TextDecoder('utf-16be').decode(bytes);
        case _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.universalString:
            return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => {
                const point = bytes.readUInt32BE(at * 4);
                return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
            }).join('');
        case _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.teletexString:
            return bytes.toString('latin1');
        default:
            return bytes.toString('utf8');
    }
}


/***/ }),

/***/ 3586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ encodePem),
/* harmony export */   o: () => (/* binding */ parsePem)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT

/** RFC 7468 texts of this project are certificates, requests, keys, CRLs: a full CRL of the authority stays far below. */
const maxPemLength = 256 * 1024 * 1024;
const block = /-----BEGIN ([A-Z0-9 ]{1,64})-----([^-]*)-----END \1-----/g;
/**
 * All PEM blocks of a text, in order; text around them is passed over (RFC 7468 section 2).
 * Blocks with encapsulated headers (`Proc-Type`, RFC 1421) are returned with an empty `der`.
 * @throws InputError `not-pem` where a block's body is not base64
 */
function parsePem(text, file = 'input') {
    if (text.length > maxPemLength) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('file-too-large', `${file} is larger than ${maxPemLength} characters.`, {
            hint: 'Give the PEM file itself.',
            file,
        });
    }
    let line = 1;
    let counted = 0;
    return [...text.matchAll(block)].map((match) => {
        const [whole, label = '', body = ''] = match;
        // from the block before on: counted from the start, 50,000 blocks took 80 s
        line += newlines(text.slice(counted, match.index));
        counted = match.index;
        return { label, der: body.includes(':') ? new Uint8Array() : decodeBase64(body, file, line), line, text: whole };
    });
}
/** PEM of one object: 64 characters a line (RFC 7468 section 3), each line ended by `eol`, the last one included. */
function encodePem(label, der, eol = '\n') {
    const lines = Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(eol);
}
function decodeBase64(body, file, line) {
    const compact = body.replace(/[ \t\r\n]+/g, '');
    if (compact.length === 0 || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('not-pem', `${file}:${line}: the PEM block is not base64; it may have been cut off.`, {
            hint: 'Copy the whole block again, from the BEGIN line to the END line.',
            file,
            line,
        });
    }
    return Buffer.from(compact, 'base64');
}
function newlines(text) {
    let count = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        count++;
    return count;
}


/***/ })

};
;