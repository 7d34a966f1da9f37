"use strict";
exports.id = 994;
exports.ids = [994];
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
    'bad-key-uri': 'unusable',
    'pkcs11-missing': 'unusable',
    'token-library': 'unusable',
    'token-absent': 'unusable',
    'token-ambiguous': 'unusable',
    'token-failed': 'outside',
    'wrong-pin': 'unusable',
    'pin-locked': 'unusable',
    'key-absent': 'unusable',
    'key-ambiguous': 'unusable',
    'wrong-issuer': 'unusable',
    'issuer-expired': 'refused',
    'bad-serial': 'refused',
    'lint-failed': 'refused',
    'result-wrong': 'refused',
    'bad-crl': 'refused',
    'bad-policy': 'unusable',
    'ledger-broken': 'refused',
    'bad-entry': 'unusable',
    'no-repository': 'unusable',
    'repository-locked': 'outside',
    'not-writable': 'unusable',
    'no-request': 'unusable',
    'needs-decision': 'refused',
    'nothing-to-do': 'refused',
    'nothing-to-revoke': 'refused',
    'not-a-key': 'unusable',
    'key-certified': 'refused',
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

/***/ 7528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ CaFolder),
  M: () => (/* binding */ openToken)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/common/settings-file.js
var settings_file = __webpack_require__(6306);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/issue/profile.js
var issue_profile = __webpack_require__(5816);
// EXTERNAL MODULE: ./build/bundle/ca/key/pem-signer.js
var pem_signer = __webpack_require__(2774);
;// CONCATENATED MODULE: ./build/bundle/ca/key/cryptoki.js
/** Numbers of the standard's header, so that the addon need not be there to read this file. */
const ck = {
    osLockingOk: 0x2,
    serialSession: 0x4,
    userType: 1,
    contextSpecific: 2,
    classPublicKey: 2,
    classPrivateKey: 3,
    keyTypeRsa: 0,
    rsaPkcs: 0x1,
};
const attribute = {
    class: 0x0,
    label: 0x3,
    keyType: 0x100,
    id: 0x102,
    sign: 0x108,
    modulus: 0x120,
    publicExponent: 0x122,
    extractable: 0x162,
    alwaysAuthenticate: 0x202,
};
/** flags of CK_TOKEN_INFO */
const tokenFlag = {
    loginRequired: 0x4,
    protectedAuthenticationPath: 0x100,
    tokenInitialized: 0x400,
    userPinCountLow: 0x10000,
    userPinFinalTry: 0x20000,
    userPinLocked: 0x40000,
};
/**
 * The name of the CK_RV that a call failed with, e.g. `CKR_PIN_INCORRECT`, or undefined for any other error. The addon
 * throws errors of two shapes, and its own class for one of them only.
 */
function returnValue(error) {
    const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
    return /\bCKR_[A-Z0-9_]+/.exec(message)?.[0];
}

;// CONCATENATED MODULE: ./build/bundle/ca/key/token-error.js
// SPDX-License-Identifier: MIT


const doNotGuess = 'It was tried once, and is not tried again. Most tokens lock after a few wrong PINs (often 3): look it up, do not guess.';
const plugIn = 'See whether the token is plugged in and its service runs, then run the command again.';
const wrongPin = { code: 'wrong-pin', what: 'does not take this PIN', hint: doNotGuess };
const gone = { code: 'token-absent', what: 'is not there any more', hint: plugIn };
const keyUnfit = {
    code: 'key-unusable',
    what: 'does not sign with this key (RSA, PKCS#1 v1.5)',
    hint: 'Take a key that was made for signing: pkcs11-tool --keypairgen --key-type rsa:4096 --usage-sign.',
};
/** PKCS#11 2.40 section 5.1, as far as there is something better to say than the name */
const told = {
    CKR_PIN_INCORRECT: wrongPin,
    CKR_PIN_INVALID: wrongPin,
    CKR_PIN_LEN_RANGE: wrongPin,
    CKR_PIN_LOCKED: {
        code: 'pin-locked',
        what: 'has locked its PIN after too many wrong ones',
        hint: 'Only its security officer can set a new PIN: pkcs11-tool --module LIBRARY --login --login-type so --init-pin.',
    },
    CKR_PIN_EXPIRED: {
        code: 'wrong-pin',
        what: 'says that the PIN has expired',
        hint: 'Change the PIN with the token’s own program.',
    },
    CKR_USER_PIN_NOT_INITIALIZED: {
        code: 'wrong-pin',
        what: 'has no PIN yet',
        hint: 'Set one: pkcs11-tool --module LIBRARY --login --login-type so --init-pin.',
    },
    CKR_TOKEN_NOT_PRESENT: gone,
    CKR_DEVICE_REMOVED: gone,
    CKR_SLOT_ID_INVALID: gone,
    CKR_MECHANISM_INVALID: keyUnfit,
    CKR_KEY_TYPE_INCONSISTENT: keyUnfit,
    CKR_KEY_FUNCTION_NOT_PERMITTED: keyUnfit,
};
/**
 * What a library's call failed with, as an error of ours. What is one already, or comes from elsewhere, stays.
 * @param token its name, as far as it is known
 */
function tokenError(error, token) {
    const name = returnValue(error);
    if (error instanceof authority_error/* AuthorityError */.s)
        return error;
    if (name === undefined)
        return error instanceof Error ? error : new Error(String(error));
    const { code, what, hint } = told[name] ?? { code: 'token-failed', what: 'failed', hint: plugIn };
    return new authority_error/* AuthorityError */.s(code, `The token${token === undefined ? '' : ` ${token}`} ${what} (${name}).`, {
        hint,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/bundle/ca/key/pin.js
// SPDX-License-Identifier: MIT



/** longer than any: those of smart cards have 8 octets, of SoftHSM 255 */
const longest = 255;
/**
 * The PIN, where the token wants one. What cannot be right is refused here: every wrong PIN that reaches a token brings it
 * nearer to its lock.
 * @throws AuthorityError `pin-locked`, `wrong-pin`
 */
async function pinFor(token, askPin) {
    const { flags, name } = token;
    if (!(flags & tokenFlag.loginRequired))
        return '';
    if (flags & tokenFlag.userPinLocked)
        throw tokenError({ message: 'CKR_PIN_LOCKED' }, name);
    if (flags & tokenFlag.protectedAuthenticationPath) {
        throw new authority_error/* AuthorityError */.s('key-unusable', `The token ${name} takes its PIN from its own keys only.`, {
            hint: 'Switch its PIN pad off, or take another token: the binding to the library cannot ask for it.',
        });
    }
    const pin = await askPin(token);
    const octets = Buffer.byteLength(pin, 'utf8');
    const most = Math.min(token.maxPinLen > 0 ? token.maxPinLen : longest, longest);
    const least = Math.max(token.minPinLen, 1);
    if (octets >= least && octets <= most)
        return pin;
    throw new authority_error/* AuthorityError */.s('wrong-pin', `The PIN cannot be right: those of the token ${name} have ${least} to ${most} octets.`, { hint: 'It was not tried. Give the right one; of a file, one newline at the end is dropped.' });
}
/** Why a login failed. A token tells, in its flags, how near it is to its lock. */
function refusedPin(error, { name }, flags) {
    if (flags & tokenFlag.userPinLocked)
        return tokenError({ message: 'CKR_PIN_LOCKED' }, name);
    const refusal = tokenError(error, name);
    if (!(flags & tokenFlag.userPinFinalTry) || !isRefusal(refusal))
        return refusal;
    return new authority_error/* AuthorityError */.s('wrong-pin', `${refusal.message} THE NEXT WRONG PIN LOCKS IT.`, {
        hint: refusal.hint,
        cause: error,
    });
}
/** True where a token did not take a PIN: it must not be given to it again. */
function isRefusal(error) {
    return error instanceof authority_error/* AuthorityError */.s && (error.code === 'wrong-pin' || error.code === 'pin-locked');
}

;// CONCATENATED MODULE: ./build/bundle/ca/key/load-cryptoki.js
// SPDX-License-Identifier: MIT

/**
 * Loads a token's library through pkcs11js, an optional package with a native addon: everything else works without it.
 * @param path of the library
 * @throws AuthorityError `pkcs11-missing`; what the dynamic linker says, as it comes
 */
async function loadCryptoki(path) {
    const { PKCS11 } = await loadBinding();
    const cryptoki = new PKCS11();
    cryptoki.load(path);
    return cryptoki;
}
async function loadBinding() {
    try {
        // a CommonJS package: its exports are the default, or, in the bundle, the module
        const module = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 2849, 23));
        return module.default ?? module;
    }
    catch (cause) {
        // .npmrc runs no install scripts, so after `npm ci` it is there and not built
        const absent = !String(cause).includes('pkcs11.node');
        throw new authority_error/* AuthorityError */.s('pkcs11-missing', `A key in a token needs the package pkcs11js: it is ${absent ? 'not installed' : 'installed, but not built for this machine'}.`, {
            hint: `In this program's folder, with g++, make and python3: ${absent ? 'npm ci && ' : ''}npm rebuild pkcs11js --ignore-scripts=false.`,
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/bundle/ca/key/pkcs11-module.js
// SPDX-License-Identifier: MIT



/** Where Debian, Fedora, the BSDs and Homebrew put the libraries of tokens. */
const standardFolders = [
    ...['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/pkcs11`),
    ...['/usr/lib64', '/usr/lib', '/usr/local/lib', '/opt/homebrew/lib'].flatMap((folder) => [
        (0,external_node_path_.join)(folder, 'pkcs11'),
        (0,external_node_path_.join)(folder, 'softhsm'),
        folder,
    ]),
];
/**
 * The library that a URI means: `module-path` is a file, or a folder with `module-name` in it; without it the name is
 * looked up in the usual folders (RFC 7512 section 2.3: whatever its case, `lib` before and `.so` behind it).
 * @throws AuthorityError `token-library`
 */
function findModule(path, name) {
    if (path !== undefined && !(0,external_node_fs_.existsSync)(path))
        throw absent(`${path} is not there`);
    if (path !== undefined && !(0,external_node_fs_.statSync)(path).isDirectory())
        return path;
    if (name === undefined)
        throw absent(path === undefined ? 'the key’s URI names none' : `${path} is a folder`);
    const folders = path === undefined ? standardFolders : [path];
    for (const folder of folders) {
        const file = filesOf(folder).find((candidate) => bareName(candidate) === name.toLowerCase());
        if (file !== undefined)
            return (0,external_node_path_.join)(folder, file);
    }
    throw absent(`none in ${folders.join(', ')} is called "${name}"`);
}
function bareName(file) {
    return /^(?:lib)?(.+)\.(?:so|dylib|dll)$/.exec(file.toLowerCase())?.[1];
}
function filesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).toSorted();
    }
    catch {
        return [];
    }
}
function absent(what) {
    return new authority_error/* AuthorityError */.s('token-library', `There is no PKCS#11 library: ${what}.`, {
        hint: 'Give the library that came with the token, e.g. ?module-path=/usr/lib/softhsm/libsofthsm2.so.',
    });
}

;// CONCATENATED MODULE: ./build/bundle/ca/key/pkcs11-library.js
// SPDX-License-Identifier: MIT





/** By path: a process can call C_Initialize once, and C_Finalize ends everybody's sessions. */
const opened = new Map();
/** A token's library, initialised; finalised when its last user has closed it, or the process ends. */
class Pkcs11Library {
    cryptoki;
    path;
    #users = 0;
    /** what the running C_Sign reads and writes, or undefined */
    #signing;
    #finalize = () => this.#end();
    constructor(cryptoki, path) {
        this.cryptoki = cryptoki;
        this.path = path;
        cryptoki.C_Initialize({ flags: ck.osLockingOk });
        process.once('exit', this.#finalize);
        opened.set(path, this);
    }
    /**
     * @param load how a library is loaded, by its path
     * @throws AuthorityError `pkcs11-missing`, `token-library`
     */
    static async open(uri, load = loadCryptoki) {
        const file = findModule(uri.get('module-path'), uri.get('module-name'));
        try {
            const path = (0,external_node_fs_.realpathSync)(file);
            const cryptoki = opened.get(path)?.cryptoki ?? (await load(path));
            const library = opened.get(path) ?? new Pkcs11Library(cryptoki, path);
            library.#users++;
            return library;
        }
        catch (cause) {
            if (cause instanceof authority_error/* AuthorityError */.s)
                throw cause;
            const why = returnValue(cause) ?? (cause instanceof Error ? cause.message : String(cause));
            throw new authority_error/* AuthorityError */.s('token-library', `The PKCS#11 library ${file} cannot be used: ${why}.`, {
                hint: 'Give the library that came with the token, e.g. ?module-path=/usr/lib/softhsm/libsofthsm2.so.',
                cause,
                file,
            });
        }
    }
    close() {
        if (--this.#users > 0)
            return;
        process.removeListener('exit', this.#finalize);
        opened.delete(this.path);
        this.#end();
    }
    /**
     * C_Sign, initialised before, on a thread of the pool: tokens take milliseconds to seconds. One call at a time.
     * @param octets length of the signature
     */
    async sign(session, input, octets) {
        const output = Buffer.alloc(octets);
        // the addon keeps bare pointers to both, which the garbage collector does not see
        this.#signing = [input, output];
        try {
            return await this.cryptoki.C_SignAsync(session, input, output);
        }
        finally {
            this.#signing = undefined;
        }
    }
    #end() {
        // a thread is in the library, where C_Finalize is undefined (PKCS#11 2.40 section 5.4); the process's end is enough
        if (this.#signing !== undefined)
            return;
        try {
            this.cryptoki.C_Finalize();
        }
        catch {
            // a library that is lost needs no end
        }
    }
}

;// CONCATENATED MODULE: ./build/bundle/ca/key/token.js
// SPDX-License-Identifier: MIT


/**
 * The one token that the URI's attributes fit.
 * @throws AuthorityError `token-absent`, `token-ambiguous`, with the tokens that there are; the library's errors as they come
 */
function findToken(cryptoki, uri) {
    const tokens = readTokens(cryptoki);
    const fitting = tokens.filter(({ attributes }) => fits(uri, attributes));
    const [token] = fitting;
    if (token !== undefined && fitting.length === 1)
        return token;
    const names = (token === undefined ? tokens : fitting)
        .map(({ name }) => name)
        .toSorted()
        .join(', ');
    if (token === undefined) {
        const there = names === '' ? 'There is none at all.' : `There are: ${names}.`;
        throw new authority_error/* AuthorityError */.s('token-absent', `No token fits the key’s URI. ${there}`, {
            hint: 'Plug it in, or correct the URI: pkcs11-tool --module LIBRARY --list-slots shows what there is.',
        });
    }
    throw new authority_error/* AuthorityError */.s('token-ambiguous', `Several tokens fit the key’s URI: ${names}.`, {
        hint: 'Say in the URI which one is meant, e.g. with serial=.',
    });
}
/** How values are compared that can be written in several ways. */
const canonical = {
    'slot-id': (text) => BigInt(text).toString(),
    'library-version': (text) => {
        const [major, minor] = text.split('.');
        return `${Number(major)}.${Number(minor ?? 0)}`;
    },
};
function fits(uri, attributes) {
    return Object.entries(attributes).every(([name, value]) => {
        const wanted = uri.get(name);
        return wanted === undefined || (canonical[name]?.(wanted) ?? wanted) === value;
    });
}
function readTokens(cryptoki) {
    const { manufacturerID, libraryDescription, libraryVersion } = cryptoki.C_GetInfo();
    const library = {
        'library-manufacturer': unpadded(manufacturerID),
        'library-description': unpadded(libraryDescription),
        'library-version': `${libraryVersion.major}.${libraryVersion.minor}`,
    };
    return cryptoki
        .C_GetSlotList(true)
        .flatMap((slot) => readToken(cryptoki, slot))
        .map((token) => ({ ...token, attributes: { ...token.attributes, ...library } }));
}
/** The token of a slot; none where it was pulled out since, or nobody has set it up. */
function readToken(cryptoki, slot) {
    try {
        const place = cryptoki.C_GetSlotInfo(slot);
        const { flags, minPinLen, maxPinLen, ...info } = cryptoki.C_GetTokenInfo(slot);
        if (!(flags & tokenFlag.tokenInitialized))
            return [];
        const attributes = {
            token: unpadded(info.label),
            model: unpadded(info.model),
            serial: unpadded(info.serialNumber),
            manufacturer: unpadded(info.manufacturerID),
            'slot-id': slotNumber(slot).toString(),
            'slot-description': unpadded(place.slotDescription),
            'slot-manufacturer': unpadded(place.manufacturerID),
        };
        const { token: label, model, serial } = attributes;
        return [{ slot, name: `"${label}" (${model}, serial ${serial})`, label, attributes, flags, minPinLen, maxPinLen }];
    }
    catch (error) {
        if (returnValue(error) === 'CKR_TOKEN_NOT_PRESENT')
            return [];
        throw error;
    }
}
/** Fixed-width fields of the standard are padded with blanks; some libraries pad with zeros. */
function unpadded(text) {
    return text.replace(/[ \0]+$/, '');
}
/** CK_SLOT_ID, an unsigned long of this machine: the addon hands it on as its octets. */
function slotNumber(slot) {
    return slot.length === 8 ? slot.readBigUInt64LE() : BigInt(slot.readUInt32LE());
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/ca/key/token-key.js
// SPDX-License-Identifier: MIT



/**
 * The one private RSA key that fits the URI's `object` and `id`.
 * @param token its name, for messages
 * @throws AuthorityError `key-absent`, `key-ambiguous`, `key-unusable`; the library's errors as they come
 */
function findKey(session, uri, token) {
    const keys = session
        .find({ type: attribute.class, value: ck.classPrivateKey }, { type: attribute.keyType, value: ck.keyTypeRsa })
        .map((handle) => {
        const label = session.read(handle, attribute.label)?.toString('utf8') ?? '';
        return { handle, label, id: session.read(handle, attribute.id) ?? Buffer.alloc(0) };
    });
    const fitting = keys.filter(({ label, id }) => (uri.get('object') ?? label) === label && (uri.id ?? id).equals(id));
    const [key] = fitting;
    if (key === undefined) {
        const there = keys.length === 0 ? 'It has no private RSA key.' : `It has ${names(keys)}.`;
        throw new authority_error/* AuthorityError */.s('key-absent', `The token ${token} has no key that fits the URI. ${there}`, {
            hint: 'Correct object= and id= of the URI, or take another token.',
        });
    }
    if (fitting.length > 1) {
        throw new authority_error/* AuthorityError */.s('key-ambiguous', `The token ${token} has several keys that fit the URI: ${names(fitting)}.`, {
            hint: 'Say in the URI which one is meant, with object= and id=.',
        });
    }
    if (!isSet(session, key, attribute.sign))
        throw unusable(key, token, 'is not for signing (CKA_SIGN)');
    const publicKey = publicHalf(session, key);
    if (publicKey === undefined)
        throw unusable(key, token, 'does not tell its public half');
    return {
        handle: key.handle,
        publicKey,
        octets: Math.ceil((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8),
        alwaysAuthenticate: isSet(session, key, attribute.alwaysAuthenticate),
    };
}
/** A private key need not know its public exponent (PKCS#11 2.40, mechanisms, section 2.1.3); the public key beside it does. */
function publicHalf(session, { handle, id }) {
    const modulus = session.read(handle, attribute.modulus);
    if (modulus === undefined)
        return undefined;
    const [beside] = session.find({ type: attribute.class, value: ck.classPublicKey }, { type: attribute.id, value: id }, { type: attribute.modulus, value: modulus });
    const exponent = session.read(handle, attribute.publicExponent) ?? (beside && session.read(beside, attribute.publicExponent));
    if (exponent === undefined)
        return undefined;
    return (0,external_node_crypto_.createPublicKey)({ key: { kty: 'RSA', n: base64url(modulus), e: base64url(exponent) }, format: 'jwk' });
}
function base64url(octets) {
    return octets.subarray(octets.findIndex((octet) => octet !== 0)).toString('base64url');
}
function isSet(session, { handle }, type) {
    return session.read(handle, type)?.[0] === 1;
}
function names(keys) {
    return keys
        .map(({ label, id }) => `"${label}" (id ${id.toString('hex') || 'empty'})`)
        .toSorted()
        .join(', ');
}
function unusable(key, token, why) {
    return new authority_error/* AuthorityError */.s('key-unusable', `The key ${names([key])} in the token ${token} ${why}.`, {
        hint: 'Take a pair that was made for signing: pkcs11-tool --keypairgen --key-type rsa:4096 --usage-sign.',
    });
}

// EXTERNAL MODULE: ./build/bundle/common/der-writer.js
var der_writer = __webpack_require__(1791);
;// CONCATENATED MODULE: ./build/bundle/ca/key/digest-info.js
// SPDX-License-Identifier: MIT


const hashOid = {
    sha256: '2.16.840.1.101.3.4.2.1',
    sha384: '2.16.840.1.101.3.4.2.2',
    sha512: '2.16.840.1.101.3.4.2.3',
};
/** DigestInfo (RFC 8017 section 9.2): what RSASSA-PKCS1-v1_5 pads and signs. */
function digestInfo(hash, data) {
    const digest = (0,external_node_crypto_.createHash)(hash).update(data).digest();
    return Buffer.from((0,der_writer/* sequence */.K2)((0,der_writer/* sequence */.K2)((0,der_writer/* oid */.jq)(hashOid[hash]), (0,der_writer/* nullValue */.Pv)()), (0,der_writer/* octetString */.J8)(digest)));
}

;// CONCATENATED MODULE: ./build/bundle/ca/key/token-session.js
// SPDX-License-Identifier: MIT


/** More objects than the token of an authority has; a broken one may never stop to name them. */
const maxObjects = 1000;
/** CKM_SHA256_RSA_PKCS and its like, which hash in the token */
const hashingMechanism = { sha256: 0x40, sha384: 0x41, sha512: 0x42 };
/** A session with a token. Errors are the library's, as they come. */
class TokenSession {
    library;
    #handle;
    constructor(library, { slot }) {
        this.library = library;
        this.#handle = library.cryptoki.C_OpenSession(slot, ck.serialSession);
    }
    close() {
        try {
            this.library.cryptoki.C_CloseSession(this.#handle);
        }
        catch {
            // a session that is lost needs no end
        }
    }
    logIn(pin) {
        try {
            this.library.cryptoki.C_Login(this.#handle, ck.userType, pin);
        }
        catch (error) {
            // by another session of this process: a login is the process's (PKCS#11 2.40 section 2.6)
            if (returnValue(error) !== 'CKR_USER_ALREADY_LOGGED_IN')
                throw error;
        }
    }
    /** Objects with these attributes. */
    find(...template) {
        const { cryptoki } = this.library;
        cryptoki.C_FindObjectsInit(this.#handle, template);
        try {
            return cryptoki.C_FindObjects(this.#handle, maxObjects);
        }
        finally {
            cryptoki.C_FindObjectsFinal(this.#handle);
        }
    }
    /** An attribute's octets, or undefined where the object has none of the type, or does not tell it. */
    read(object, type) {
        try {
            const [result] = this.library.cryptoki.C_GetAttributeValue(this.#handle, object, [{ type }]);
            return Buffer.isBuffer(result?.value) ? result.value : undefined;
        }
        catch (error) {
            if (returnValue(error)?.startsWith('CKR_ATTRIBUTE_') === true)
                return undefined;
            throw error;
        }
    }
    /** CKM_RSA_PKCS over a DigestInfo made here, so that the data need not go to the token; where it cannot, it hashes. */
    async sign({ handle, octets, alwaysAuthenticate }, hash, data, pin) {
        const { cryptoki } = this.library;
        let input = digestInfo(hash, data);
        try {
            cryptoki.C_SignInit(this.#handle, { mechanism: ck.rsaPkcs }, handle);
        }
        catch (error) {
            if (returnValue(error) !== 'CKR_MECHANISM_INVALID')
                throw error;
            input = Buffer.from(data);
            cryptoki.C_SignInit(this.#handle, { mechanism: hashingMechanism[hash] }, handle);
        }
        if (alwaysAuthenticate)
            cryptoki.C_Login(this.#handle, ck.contextSpecific, pin);
        return this.library.sign(this.#handle, input, octets);
    }
}

// EXTERNAL MODULE: ./build/bundle/ca/key/unprintable.js
var unprintable = __webpack_require__(1039);
;// CONCATENATED MODULE: ./build/bundle/ca/key/pkcs11-signer.js









/** The session is gone, the key may not be: worth one more try, in a new session. */
const lost = new Set([
    'CKR_SESSION_HANDLE_INVALID',
    'CKR_SESSION_CLOSED',
    'CKR_USER_NOT_LOGGED_IN',
    'CKR_KEY_HANDLE_INVALID',
    'CKR_OBJECT_HANDLE_INVALID',
    'CKR_DEVICE_REMOVED',
    'CKR_DEVICE_ERROR',
    'CKR_TOKEN_NOT_PRESENT',
]);
/**
 * A key in a PKCS#11 token: a smart card, an HSM, SoftHSM. It signs one thing after the other. The PIN is kept as long as
 * it is open, for the case that the session is lost; a PIN that the token refused is never given to it again.
 */
class Pkcs11Signer extends unprintable/* Unprintable */.P {
    #library;
    #uri;
    #pin;
    #publicKey;
    #connection;
    #last = Promise.resolve();
    /** the token's refusal of the PIN */
    #refused;
    #closed = false;
    constructor(library, uri, pin) {
        super();
        this.#library = library;
        this.#uri = uri;
        this.#pin = pin;
        this.#connection = connect(library, uri, pin);
        this.#publicKey = this.#connection.key.publicKey;
    }
    /**
     * Finds token and key, and logs in. The PIN is asked for when the token is found and wants one.
     * @throws AuthorityError `pkcs11-missing`, `token-library`, `token-absent`, `token-ambiguous`, `wrong-pin`, `pin-locked`,
     *   `key-absent`, `key-ambiguous`, `key-unusable`, `token-failed`
     */
    static async open(uri, askPin, openLibrary = Pkcs11Library.open) {
        const library = await openLibrary(uri);
        try {
            return new Pkcs11Signer(library, uri, await pinFor(findToken(library.cryptoki, uri), askPin));
        }
        catch (error) {
            library.close();
            throw tokenError(error);
        }
    }
    get publicKey() {
        return this.#publicKey;
    }
    /** @throws AuthorityError as `open` does, where the session is lost and cannot be had again */
    sign(hash, data) {
        const turn = this.#last.then(() => this.#sign(hash, data));
        this.#last = turn.catch(() => undefined);
        return turn;
    }
    /** Ends the session, when what was asked for is signed. */
    async close() {
        await this.#last;
        if (this.#closed)
            return;
        this.#closed = true;
        this.#connection?.session.close();
        this.#library.close();
    }
    async #sign(hash, data) {
        if (this.#refused !== undefined)
            throw this.#refused;
        if (this.#closed)
            throw new Error('a closed key was asked to sign');
        try {
            return await this.#try(hash, data).catch((error) => {
                if (lost.has(returnValue(error)))
                    return this.#try(hash, data);
                throw error;
            });
        }
        catch (cause) {
            const error = tokenError(cause);
            if (isRefusal(error))
                this.#refused = error;
            throw error;
        }
    }
    async #try(hash, data) {
        const { session, key } = (this.#connection ??= this.#reconnect());
        try {
            return await session.sign(key, hash, data, this.#pin);
        }
        catch (error) {
            session.close();
            this.#connection = undefined;
            throw error;
        }
    }
    #reconnect() {
        const connection = connect(this.#library, this.#uri, this.#pin);
        if (connection.key.publicKey.equals(this.#publicKey))
            return connection;
        connection.session.close();
        throw new authority_error/* AuthorityError */.s('key-unusable', 'There is another key now where the token had the authority’s.', {
            hint: 'Put the right token back, and run the command again.',
        });
    }
}
/** @throws AuthorityError and the library's errors, as they come */
function connect(library, uri, pin) {
    const token = findToken(library.cryptoki, uri);
    const session = new TokenSession(library, token);
    try {
        if (token.flags & tokenFlag.loginRequired)
            logIn(library, session, token, pin);
        return { session, key: findKey(session, uri, token.name) };
    }
    catch (error) {
        session.close();
        throw error;
    }
}
function logIn(library, session, token, pin) {
    try {
        session.logIn(pin);
    }
    catch (error) {
        throw refusedPin(error, token, flagsNow(library, token));
    }
}
function flagsNow({ cryptoki }, { slot }) {
    try {
        return cryptoki.C_GetTokenInfo(slot).flags;
    }
    catch {
        return 0;
    }
}

// EXTERNAL MODULE: ./build/bundle/ca/key/pkcs11-uri.js
var pkcs11_uri = __webpack_require__(2619);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/ca-folder.js
// SPDX-License-Identifier: MIT











const defaults = {
    key: 'intermediate.key',
    certificate: 'intermediate.crt',
    bundle: 'root.crt',
    profile: issue_profile/* defaultProfile */.fg,
};
/** A folder with everything that an authority is, but for its secret. */
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
    static create(folder, authority, key) {
        const settings = 'uri' in key ? { ...defaults, key: key.uri.text } : defaults;
        const files = {
            ...('encrypted' in key && { [defaults.key]: { text: key.encrypted, mode: 0o600 } }),
            [defaults.certificate]: { text: authority.intermediate.toPem(), mode: 0o644 },
            [defaults.bundle]: { text: authority.bundle, mode: 0o644 },
            'ca.yml': { text: (0,dist/* stringify */.As)(settings, { lineWidth: 0 }), mode: 0o644 },
        };
        CaFolder.refuseExisting(folder);
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        for (const [name, { text, mode }] of Object.entries(files))
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), text, { mode, flag: 'wx' });
    }
    /** @throws AuthorityError `already-there` */
    static refuseExisting(folder) {
        const there = ['ca.yml', defaults.key, defaults.certificate, defaults.bundle]
            .map((name) => (0,external_node_path_.join)(folder, name))
            .find((file) => (0,external_node_fs_.existsSync)(file));
        if (there === undefined)
            return;
        throw new authority_error/* AuthorityError */.s('already-there', `${there} is there already; nothing was written.`, {
            hint: 'Take an empty folder: an authority is never made over another.',
            file: there,
        });
    }
    /**
     * Opens the key. Its secret is asked for when everything else is in order; the signer is to be closed at the end.
     * @throws AuthorityError `bad-ca-folder`, `wrong-issuer`, `wrong-passphrase`, `bad-key-uri`, and those of
     *   `Pkcs11Signer.open`; InputError `not-a-certificate`
     */
    async open(ask, profile = this.#configuration.profile) {
        const { issuer } = this;
        const wanted = (0,issue_profile/* profileByName */.y2)(profile);
        const signer = await this.#openKey(ask);
        if (signer.publicKey.equals(issuer.publicKey))
            return { issuer, signer, profile: wanted };
        await signer.close?.();
        const { key, certificate } = this.#configuration;
        throw new authority_error/* AuthorityError */.s('wrong-issuer', `The key ${key} is not the one of ${certificate}.`, {
            hint: `Name the key and the certificate of the same authority in ${(0,external_node_path_.join)(this.folder, 'ca.yml')}.`,
            file: (0,external_node_path_.join)(this.folder, certificate),
        });
    }
    get issuer() {
        const { certificate } = this.#configuration;
        return common_certificate/* Certificate */.us.fromPem(this.#read(certificate), (0,external_node_path_.join)(this.folder, certificate));
    }
    /** PEM: the intermediate and the root */
    get bundle() {
        return this.#read(this.#configuration.bundle);
    }
    async #openKey(ask) {
        const { key } = this.#configuration;
        if (pkcs11_uri/* Pkcs11Uri */.y.isMeant(key)) {
            const uri = pkcs11_uri/* Pkcs11Uri */.y.parse(key, `The key in ${(0,external_node_path_.join)(this.folder, 'ca.yml')}`);
            return openToken(uri, ask);
        }
        const pem = this.#read(key);
        return pem_signer/* PemSigner */.D.open(pem, await ask({ name: `passphrase of ${key}` }), (0,external_node_path_.join)(this.folder, key));
    }
    #readConfiguration() {
        const file = (0,external_node_path_.join)(this.folder, 'ca.yml');
        const fail = (what, line) => new authority_error/* AuthorityError */.s('bad-ca-folder', `${file}:${line}: ${(0,printable/* printable */.g)(what)}.`, {
            hint: `The settings are ${Object.keys(defaults).join(', ')}; each is a text.`,
            file,
            line,
        });
        const entries = (0,settings_file/* readSettings */.s)(this.#read('ca.yml'), fail).map(({ at, value, line }) => {
            if (!Object.hasOwn(defaults, at))
                throw fail(`there is no setting "${at}"`, line);
            if (typeof value !== 'string')
                throw fail(`"${at}" has to be a text`, line);
            if (at === 'profile' && !Object.hasOwn(issue_profile/* profiles */.xD, value))
                throw fail(`"profile" has to be ${Object.keys(issue_profile/* profiles */.xD).join(' or ')}, not "${value}"`, line);
            return [at, value];
        });
        return Object.fromEntries(entries);
    }
    #read(name) {
        try {
            return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.folder, name), 'utf8');
        }
        catch (cause) {
            throw new authority_error/* AuthorityError */.s('bad-ca-folder', `${(0,external_node_path_.join)(this.folder, name)} cannot be read.`, {
                hint: 'Give the folder that "nextcloud-ca init" made, or one with a ca.yml.',
                cause,
                file: (0,external_node_path_.join)(this.folder, name),
            });
        }
    }
}
/** A key in a token, its PIN from wherever it is to be had. */
function openToken(uri, ask) {
    return Pkcs11Signer.open(uri, ({ label }) => ask({ name: `PIN of the token "${label}"`, file: uri.pinFile }));
}


/***/ }),

/***/ 2994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cb: () => (/* binding */ caOption),
  Fh: () => (/* binding */ isJson),
  Ec: () => (/* binding */ jsonOption),
  pG: () => (/* binding */ openCaFolder),
  Ch: () => (/* binding */ openStore),
  io: () => (/* binding */ readBytes),
  bn: () => (/* binding */ readTrust),
  cx: () => (/* binding */ repositoryOption),
  Q2: () => (/* binding */ signingOptions),
  k7: () => (/* binding */ trustOption),
  n$: () => (/* binding */ whileSigning)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/common/trust.js + 1 modules
var trust = __webpack_require__(4908);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/common/coded-error.js
var coded_error = __webpack_require__(4252);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository_repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/ca/crl/crl-outline.js
var crl_outline = __webpack_require__(313);
;// CONCATENATED MODULE: ./build/bundle/ca/crl/list-in-place.js





/** True where the list in place can be read, and another authority signed it: this one would take its place. */
async function isListOfAnother(store, issuer) {
    const bytes = await store.read(repository_repository/* crlPath */.Dk);
    if (bytes === undefined)
        return false;
    try {
        const der = bytes[0] === der_reader/* tag */.Tc.sequence ? bytes : (0,pem/* parsePem */.o)(Buffer.from(bytes).toString('latin1'), repository_repository/* crlPath */.Dk)[0]?.der;
        return der !== undefined && !new crl_outline/* CrlOutline */.S(der).isSignedBy(issuer);
    }
    catch (error) {
        // what cannot be read is the audit's business
        if (error instanceof coded_error/* CodedError */.A)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/ca/repository/has-code.js
// SPDX-License-Identifier: MIT
/** True for an error of the system with one of these codes, e.g. `ENOENT`. */
function hasCode(error, ...codes) {
    return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

;// CONCATENATED MODULE: ./build/bundle/ca/repository/folder-lock.js
// SPDX-License-Identifier: MIT




/**
 * A lock is a symbolic link that points nowhere: its target is the id of the process that holds it. A link comes into
 * being together with its target, so that nobody ever sees a lock without an owner, as an empty file would be.
 */
const attempts = 3;
/**
 * @returns true where it was left behind by a process that is gone
 * @throws AuthorityError `repository-locked`, `not-writable`
 */
function takeLock(file) {
    let stale = false;
    for (let attempt = 0; attempt < attempts; attempt++) {
        if (folder_lock_link(file))
            return stale;
        const owner = ownerOf(file);
        if (owner === undefined)
            continue;
        if (isAlive(owner)) {
            throw locked(`Another process (${owner}) is writing to this repository.`, file);
        }
        stale = removeStale(file) || stale;
    }
    throw locked('Another process has just begun to write to this repository.', file);
}
function releaseLock(file) {
    (0,external_node_fs_.unlinkSync)(file);
}
/**
 * Two processes may find the same lock stale, and the second must not take away what the first put in its place: who
 * removes one holds another lock while it looks again.
 */
function removeStale(file) {
    const guard = `${file}.stale`;
    if (!folder_lock_link(guard)) {
        const owner = ownerOf(guard);
        if (owner === undefined || isAlive(owner))
            return false;
        throw locked('A process broke off while it removed the lock of another.', guard);
    }
    try {
        const owner = ownerOf(file);
        if (owner === undefined || isAlive(owner))
            return false;
        (0,external_node_fs_.unlinkSync)(file);
        return true;
    }
    finally {
        (0,external_node_fs_.unlinkSync)(guard);
    }
}
function folder_lock_link(file) {
    try {
        (0,external_node_fs_.symlinkSync)(String(process.pid), file);
        return true;
    }
    catch (error) {
        if (hasCode(error, 'EEXIST'))
            return false;
        if (hasCode(error, 'ENOENT')) {
            // another process was refused just now, and took its empty folder away again
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
            return false;
        }
        if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTSUP'))
            throw error;
        throw new authority_error/* AuthorityError */.s('not-writable', `Nothing can be written to ${(0,external_node_path_.dirname)(file)}.`, {
            hint: 'See whether it belongs to you, is not mounted read-only, and its file system has symbolic links.',
            cause: error,
            file,
        });
    }
}
/** Undefined: it is gone again. */
function ownerOf(file) {
    try {
        return Number((0,external_node_fs_.readlinkSync)(file));
    }
    catch (error) {
        if (hasCode(error, 'ENOENT'))
            return undefined;
        // somebody put a file there: nobody knows whose it is
        if ((0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false }) === undefined)
            return undefined;
        throw locked('The lock of this repository is none of this program.', file);
    }
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
function locked(what, file) {
    return new authority_error/* AuthorityError */.s('repository-locked', what, {
        hint: `Wait until it is done and run the command again; where there is no such process, delete ${file}.`,
        file,
    });
}

;// CONCATENATED MODULE: ./build/bundle/ca/repository/folder-store.js
// SPDX-License-Identifier: MIT





/** no folders of apps */
const ownFolders = new Set(['.git', 'authority']);
/** of a file that is not whole yet */
const draftEnding = '.draft';
/** A certificate repository as a folder: a git checkout or a plain one. Nothing is committed here. */
class FolderStore {
    folder;
    #folder;
    /** @throws AuthorityError `no-repository` where there is no such folder */
    constructor(folder) {
        this.folder = folder;
        this.#folder = (0,external_node_path_.resolve)(folder);
        if ((0,external_node_fs_.statSync)(this.#folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
            throw new authority_error/* AuthorityError */.s('no-repository', `${folder} is not a folder.`, {
                hint: 'Give the checkout of the certificate repository with --repository.',
                file: folder,
            });
        }
    }
    async read(path) {
        try {
            return (0,external_node_fs_.readFileSync)(this.#at(path));
        }
        catch (error) {
            if (hasCode(error, 'ENOENT', 'ENOTDIR'))
                return undefined;
            throw error;
        }
    }
    async append(path, bytes) {
        const file = this.#at(path);
        const isNew = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false }) === undefined;
        if (isNew)
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        writeDurably(file, 'a', bytes);
        if (isNew)
            syncFolder((0,external_node_path_.dirname)(file));
    }
    async replace(path, bytes) {
        const file = this.#at(path);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        const draft = file + draftEnding;
        try {
            writeDurably(draft, 'w', bytes);
            (0,external_node_fs_.renameSync)(draft, file);
        }
        catch (error) {
            (0,external_node_fs_.rmSync)(draft, { force: true });
            throw error;
        }
        syncFolder((0,external_node_path_.dirname)(file));
    }
    async rename(from, to) {
        (0,external_node_fs_.renameSync)(this.#at(from), this.#at(to));
        syncFolder((0,external_node_path_.dirname)(this.#at(to)));
    }
    async remove(path) {
        (0,external_node_fs_.rmSync)(this.#at(path), { force: true });
    }
    /**
     * Paths of all files whose names end so, wherever they lie but in `.git` and `authority`, sorted by their bytes. Links
     * are not followed: what they lead to is not in the repository, or is in it once more.
     */
    list(ending) {
        const filesIn = (folder) => (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(this.#folder, folder), { withFileTypes: true }).flatMap((entry) => {
            const path = folder + entry.name;
            if (entry.isDirectory())
                return ownFolders.has(path) ? [] : filesIn(`${path}/`);
            return path.endsWith(ending) ? [path] : [];
        });
        return filesIn('').toSorted();
    }
    /**
     * Runs `action` while no other process may write here.
     * @throws AuthorityError `repository-locked`
     */
    async locked(action) {
        const file = this.#at('authority/.lock');
        const isNew = (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true }) !== undefined;
        const brokeOff = takeLock(file);
        try {
            if (brokeOff)
                for (const draft of [...this.list(draftEnding), ...this.#drafts()])
                    await this.remove(draft);
            return await action();
        }
        finally {
            releaseLock(file);
            if (isNew)
                removeWhereEmpty((0,external_node_path_.dirname)(file));
        }
    }
    #drafts() {
        return (0,external_node_fs_.readdirSync)(this.#at('authority')).flatMap((name) => name.endsWith(draftEnding) ? [`authority/${name}`] : []);
    }
    #at(path) {
        const file = (0,external_node_path_.resolve)(this.#folder, path);
        if (!file.startsWith(this.#folder + external_node_path_.sep))
            throw new Error(`the path ${path} leads out of the repository`);
        return file;
    }
}
/** What was refused leaves no folder behind either. */
function removeWhereEmpty(folder) {
    try {
        (0,external_node_fs_.rmdirSync)(folder);
    }
    catch (error) {
        if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT'))
            throw error;
    }
}
function writeDurably(file, flag, bytes) {
    const descriptor = (0,external_node_fs_.openSync)(file, flag);
    try {
        for (let written = 0; written < bytes.length;)
            written += (0,external_node_fs_.writeSync)(descriptor, bytes, written);
        (0,external_node_fs_.fsyncSync)(descriptor);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** A new name is durable when its folder is (rename(2) alone is not, on most file systems). */
function syncFolder(folder) {
    const descriptor = (0,external_node_fs_.openSync)(folder, 'r');
    try {
        (0,external_node_fs_.fsyncSync)(descriptor);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}

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
        return (0,external_node_crypto_.hash)('sha256', crl/* CertificateRevocationList */.k.from(bytes).der, 'hex');
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

// EXTERNAL MODULE: ./build/bundle/ca/cli/ca-folder.js + 11 modules
var ca_folder = __webpack_require__(7528);
// EXTERNAL MODULE: ./build/bundle/ca/cli/secret.js
var cli_secret = __webpack_require__(9826);
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
const trustOption = {
    type: 'string',
    value: 'FILE',
    help: 'PEM file of accepted issuers (default: the bundle that servers ship)',
};
const jsonOption = { type: 'string', value: 'FORMAT', help: 'text or json (default: text)' };
/** What every command that signs takes. */
const signingOptions = {
    repository: repositoryOption,
    ca: caOption,
    ...cli_secret/* passphraseOptions */.DB,
    successor: { type: 'boolean', help: 'this authority takes the place of the one that signed the list in place' },
    format: jsonOption,
};
function isJson(args) {
    const format = args.text('format') ?? 'text';
    if (format === 'json' || format === 'text')
        return format === 'json';
    throw new input_error/* InputError */.d('bad-usage', `"${format}" is not a format of this command.`, { hint: 'Use text or json.' });
}
/** What `--trust` names, or the bundle that servers ship. */
function readTrust(args, terminal) {
    const file = args.text('trust');
    return file === undefined ? trust/* Trust */.R.pinned() : trust/* Trust */.R.fromPem(readBytes(terminal, file).toString('latin1'), file);
}
/** @throws InputError `file-unreadable` */
function readBytes(terminal, file) {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(terminal.cwd, file));
    }
    catch (cause) {
        throw new input_error/* InputError */.d('file-unreadable', `${file} cannot be read.`, {
            hint: 'See whether the path is right and the file may be read.',
            cause,
            file,
        });
    }
}
function openStore(args, terminal) {
    return new FolderStore((0,external_node_path_.resolve)(terminal.cwd, args.required('repository')));
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
    const authority = await folder.open((secret) => (0,cli_secret/* readSecret */.n5)(args, terminal, secret), args.text('profile'));
    try {
        return await store.locked(async () => {
            if (!args.flag('successor') && (await isListOfAnother(store, authority.issuer)))
                throw notTheAuthority();
            const now = new Date();
            const repository = await repository_repository/* Repository */.LN.openToWrite(store);
            const done = await recover(repository, authority.issuer, now);
            for (const what of done)
                terminal.err(`An earlier run broke off: ${(0,printable/* printable */.g)(what)}.\n`);
            return await action(repository, authority, now);
        });
    }
    finally {
        await authority.signer.close?.();
    }
}
function notTheAuthority() {
    return new authority_error/* AuthorityError */.s('wrong-issuer', `${repository_repository/* crlPath */.Dk} was signed by another authority; nothing was written.`, {
        hint: 'Give the folder of this repository’s authority with --ca; where it has a successor, run "crl --successor" first.',
        file: repository_repository/* crlPath */.Dk,
    });
}


/***/ }),

/***/ 9826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ passphraseOptions),
/* harmony export */   n5: () => (/* binding */ readSecret),
/* harmony export */   pc: () => (/* binding */ secretOptions)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT



/** The two options that give a secret. */
function secretOptions(option, what) {
    return {
        [`${option}-file`]: {
            type: 'string',
            value: 'FILE',
            help: `file with the ${what}; one newline at its end is dropped`,
        },
        [`${option}-fd`]: { type: 'string', value: 'N', help: 'the same from an open file descriptor' },
    };
}
const passphraseOptions = secretOptions('passphrase', 'passphrase of the key, or PIN of the token');
/**
 * Reads a secret: from the file or descriptor that an option names, from its own file, or asked for on the terminal.
 * Never an argument: other users of the machine see those.
 * @throws InputError `bad-usage`, `file-unreadable`
 */
async function readSecret(args, terminal, secret) {
    const { name, option = 'passphrase' } = secret;
    const file = args.text(`${option}-file`);
    const descriptor = args.text(`${option}-fd`);
    if (file !== undefined)
        return read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(terminal.cwd, file), name, file);
    if (descriptor !== undefined) {
        if (!/^\d+$/.test(descriptor))
            throw usage(`--${option}-fd ${descriptor} is not a number`, option);
        return read(Number(descriptor), name, `descriptor ${descriptor}`);
    }
    if (secret.file !== undefined)
        return read(secret.file, name, secret.file);
    if (!process.stdin.isTTY || !terminal.isTerminal)
        throw usage(`The ${name} is missing`, option);
    const text = await askHidden(terminal, `The ${name}: `, option);
    if (secret.isNew !== true || (await askHidden(terminal, 'The same again: ', option)) === text)
        return text;
    throw usage('The two are not the same', option);
}
/** One newline at the end is dropped. */
function read(source, name, from) {
    const text = readWhole(source, name, from).replace(/\r?\n$/, '');
    if (text !== '')
        return text;
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('file-unreadable', `The ${name} is missing: ${from} is empty.`, {
        hint: `Write the ${name} into it.`,
    });
}
function readWhole(source, name, from) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(source, 'utf8');
    }
    catch (cause) {
        throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('file-unreadable', `The ${name} cannot be read from ${from}.`, {
            hint: 'See whether the path is right and the file may be read.',
            cause,
        });
    }
}
/** Reads one line from the terminal and echoes nothing of it. */
function askHidden(terminal, question, option) {
    const { stdin } = process;
    // before the question: an answer may come at once, from a program say
    stdin.setRawMode(true);
    terminal.err(question);
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
                    end(() => fail(usage('Nothing was given', option)));
                    return;
                }
                text = letter === '\u007f' ? text.slice(0, -1) : text + letter;
            }
        };
        stdin.on('data', take);
        // paused by the question before
        stdin.resume();
    });
}
function usage(what, option) {
    return new _common_input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('bad-usage', `${what}.`, {
        hint: `Give it with --${option}-file FILE or --${option}-fd N.`,
    });
}


/***/ }),

/***/ 313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ CrlOutline)
/* harmony export */ });
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5231);
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
        const [tbs, algorithm, signature] = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(der).expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a CRL').children();
        const [, , issuer, thisUpdate, nextUpdate, ...rest] = tbs?.children() ?? [];
        const extensions = rest.pop();
        if (!tbs || !algorithm || !signature || !issuer || !thisUpdate || !nextUpdate || !extensions) {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_2__/* .AuthorityError */ .s('bad-crl', 'The bytes are not a revocation list as this authority writes it.', {
                hint: 'Run "nextcloud-ca audit".',
            });
        }
        this.tbs = tbs.bytes;
        this.issuer = issuer.bytes;
        this.thisUpdate = thisUpdate.time();
        this.nextUpdate = nextUpdate.time();
        this.extensions = (0,_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readExtensions */ .HW)(extensions.children()[0]);
        this.#entries = rest[0]?.content ?? new Uint8Array();
        this.#algorithm = (0,_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(algorithm);
        this.#signature = signature.bits();
    }
    /** CRLNumber */
    get number() {
        const value = this.extensions.find(({ id }) => id === '2.5.29.20')?.value;
        return value && (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(value).integer();
    }
    isSignedBy(certificate) {
        return (0,_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyRsa */ .Sb)(this.#algorithm, this.tbs, certificate.publicKey, this.#signature);
    }
    /** Each entry; nothing, and the end, where one has another form than this authority writes. */
    *entries() {
        const bytes = Buffer.from(this.#entries.buffer, this.#entries.byteOffset, this.#entries.length);
        for (let at = 0; at < bytes.length;) {
            const end = at + 2 + (bytes[at + 1] ?? 0x80);
            const entry = bytes[at] === _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence && end <= bytes.length ? readEntry(bytes, at + 2, end) : undefined;
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
    const isLong = bytes[serialEnd] === _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.generalizedTime;
    const timeAt = serialEnd + 2;
    const timeEnd = timeAt + (isLong ? 15 : 13);
    const hasReason = timeEnd < end;
    if (bytes[start] !== _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.integer ||
        (!isLong && bytes[serialEnd] !== _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.utcTime) ||
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


/***/ }),

/***/ 4102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ reasonByName),
/* harmony export */   _: () => (/* binding */ revocationReasons)
/* harmony export */ });
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
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
    throw new _common_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('bad-usage', `"${name}" is not a reason for a revocation.`, {
        hint: `Use one of ${Object.keys(revocationReasons).join(', ')}.`,
    });
}


/***/ }),

/***/ 2257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ serialOf),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   bR: () => (/* binding */ twinAmong),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   p1: () => (/* binding */ badCrl),
/* harmony export */   vi: () => (/* binding */ digitValue)
/* harmony export */ });
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5231);
/* harmony import */ var _ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4638);
/* harmony import */ var _x509_serial_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2040);
// SPDX-License-Identifier: MIT



/** @throws AuthorityError `bad-crl` where the serial is none, or the date is impossible */
function wordsOf(revocation) {
    if ('bytes' in revocation)
        return revocation;
    const { serial, date, reason = 'unspecified' } = revocation;
    const digits = typeof serial === 'string' ? serial : (0,_x509_serial_js__WEBPACK_IMPORTED_MODULE_2__/* .serialText */ .S7)(serial);
    if (!_x509_serial_js__WEBPACK_IMPORTED_MODULE_2__/* .serialForm */ .Jj.test(digits))
        throw badCrl(`${digits} is not a serial`);
    const when = typeof date === 'string' ? date : Number.isNaN(date.getTime()) ? '' : (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .Tc)(date);
    if (!_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_1__/* .timeForm */ .yT.test(when))
        throw badCrl(`the serial ${digits} has no date`);
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
function twinAmong(revocations) {
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
function badCrl(what) {
    return new _authority_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AuthorityError */ .s('bad-crl', `The revocation list was not made: ${what}.`, {
        hint: 'Run "nextcloud-ca audit": the ledger holds something that it should not.',
    });
}


/***/ }),

/***/ 6341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ entriesOfIssued)
/* harmony export */ });
/* harmony import */ var _ledger_certificate_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5832);
/* harmony import */ var _ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4638);
/* harmony import */ var _x509_serial_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2040);



const day = 86_400_000;
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
        notBefore: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .Tc)(certificate.notBefore),
        notAfter: (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .Tc)(certificate.notAfter),
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
    const replaced = (0,_ledger_certificate_record_js__WEBPACK_IMPORTED_MODULE_0__/* .currentCertificate */ .JQ)(ledger, renamedFrom ?? app);
    return overlapReason === 'keyCompromise' && replaced?.key !== key ? replaced?.key : undefined;
}
function endings(ledger, reservation, now) {
    const { app, key, reason: why, overlapDays = 0, overlapReason = 'superseded', renamedFrom } = reservation;
    const burnt = leaked(ledger, reservation);
    const old = [app, ...(renamedFrom === undefined ? [] : [renamedFrom])].flatMap((id) => ledger.certificatesOf(id));
    const ending = new Set([...old, ...(burnt === undefined ? [] : ledger.certificatesOfKey(burnt))]);
    const on = (0,_ledger_ledger_line_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .Tc)(new Date(now.getTime() + overlapDays * day));
    return ([...ending]
        .filter((record) => record.key !== key && record.notAfter > now && ledger.revocationOf(record.serial) === undefined)
        // a day that was announced stays, unless everybody has the key
        .filter((record) => record.key === burnt || ledger.announcementOf(record.serial) === undefined)
        .map((record) => {
        const reason = renamedFrom !== undefined && record.app === app ? 'superseded' : overlapReason;
        return {
            kind: 'announce',
            serial: (0,_x509_serial_js__WEBPACK_IMPORTED_MODULE_2__/* .serialText */ .S7)(record.serial),
            app: record.app,
            reason,
            on,
            ...(why !== undefined && { why }),
        };
    }));
}


/***/ }),

/***/ 5816:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PL: () => (/* binding */ extensionKinds),
/* harmony export */   fg: () => (/* binding */ defaultProfile),
/* harmony export */   xD: () => (/* binding */ profiles),
/* harmony export */   y2: () => (/* binding */ profileByName)
/* harmony export */ });
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
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5231);
/* harmony import */ var _unprintable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1039);
// SPDX-License-Identifier: MIT



/** A key that was read from a PEM file. Nothing shows it; it can only sign. */
class PemSigner extends _unprintable_js__WEBPACK_IMPORTED_MODULE_2__/* .Unprintable */ .P {
    #key;
    #publicKey;
    constructor(key) {
        super();
        this.#key = key;
        this.#publicKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key);
    }
    /**
     * Opens an encrypted PEM file.
     * @throws AuthorityError `wrong-passphrase`, `key-unusable`; the text never carries what was read
     */
    static open(pem, passphrase, file = 'the key') {
        if (!pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----')) {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AuthorityError */ .s('key-unusable', `${file} holds no PEM block "ENCRYPTED PRIVATE KEY".`, {
                hint: 'Encrypt the key before it is used: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000 -in OLD -out NEW.',
                file,
            });
        }
        let key;
        try {
            key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: pem, format: 'pem', passphrase });
        }
        catch (error) {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AuthorityError */ .s('wrong-passphrase', `${file} cannot be opened: the passphrase is wrong, or it is damaged.`, {
                hint: 'Give the passphrase that the key was encrypted with; one trailing newline of a passphrase file is dropped.',
                cause: error instanceof Error ? new Error(error.name) : undefined,
                file,
            });
        }
        if (key.asymmetricKeyType !== 'rsa') {
            throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AuthorityError */ .s('key-unusable', `${file} is no RSA key; servers verify nothing else.`, {
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
}


/***/ }),

/***/ 2619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ Pkcs11Uri)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5231);
// SPDX-License-Identifier: MIT


const anyText = { words: 'a text', fits: () => true };
const pathAttributes = {
    token: anyText,
    manufacturer: anyText,
    serial: anyText,
    model: anyText,
    object: anyText,
    type: { words: '"private", the key that signs', fits: (text) => text === 'private' },
    'slot-id': { words: 'a decimal number of at most 64 bits', fits: (text) => isNumber(text, 2n ** 64n) },
    'slot-description': anyText,
    'slot-manufacturer': anyText,
    'library-manufacturer': anyText,
    'library-description': anyText,
    'library-version': {
        words: 'MAJOR or MAJOR.MINOR, each at most 255',
        fits: (text) => text.split('.').length <= 2 && text.split('.').every((part) => isNumber(part, 256n)),
    },
};
const queryAttributes = {
    'module-path': { words: 'an absolute path', fits: (text) => /^(?:\/|[A-Za-z]:[\\/])/.test(text) },
    'module-name': {
        words: 'the name of a library, without its folder, "lib" and ".so"',
        fits: (text) => /^[A-Za-z0-9][\w.+-]*$/.test(text),
    },
    'pin-source': {
        words: 'file:/ABSOLUTE/PATH; programs are not run for a PIN',
        fits: (text) => pathOfFileUrl(text) !== undefined,
    },
};
/** CKA_ID: octets, not text */
const keyId = 'id';
/** Far more than any has: labels are 32 octets, and a line of `ca.yml` is no longer. */
const maxLength = 1000;
/** RFC 7512 section 2.3: what may stand in a value as it is */
const pathValue = /^(?:[\w.~:[\]@!$'()*+,=&-]|%[0-9A-Fa-f]{2})*$/;
const queryValue = /^(?:[\w.~:[\]@!$'()*+,=/?|-]|%[0-9A-Fa-f]{2})*$/;
const example = 'pkcs11:token=ca;object=ca-key;id=%01?module-path=/usr/lib/softhsm/libsofthsm2.so';
/** Which key of which token, and whose library knows it (RFC 7512). There is no secret in it. */
class Pkcs11Uri {
    text;
    values;
    constructor(text, values) {
        this.text = text;
        this.values = values;
    }
    /** True for what means to be such a URI, and not the name of a file. */
    static isMeant(text) {
        return /^pkcs11:/i.test(text);
    }
    /**
     * Reads a URI strictly: only the characters that the RFC allows, every attribute once and with a value. An attribute of
     * the path that nobody knows can match no key (section 2.5) and is refused; one of the query is passed over.
     * @param where what the URI is called in messages
     * @throws AuthorityError `bad-key-uri`; a PIN that was in it is not repeated
     */
    static parse(text, where = 'The key’s URI') {
        if (text.length > maxLength)
            throw bad(where, `it has more than ${maxLength} characters`);
        if (!Pkcs11Uri.isMeant(text))
            throw bad(where, 'it does not begin with "pkcs11:"');
        const [, path = '', query] = /^pkcs11:([^?]*)(?:\?(.*))?$/is.exec(text) ?? [];
        const parts = {
            path: path === '' ? [] : path.split(';').map((part) => readPart(part, pathValue, where)),
            query: query === undefined ? [] : query.split('&').map((part) => readPart(part, queryValue, where)),
        };
        const stranger = parts.path.find(([name]) => name !== keyId && !Object.hasOwn(pathAttributes, name));
        if (stranger !== undefined)
            throw bad(where, `"${stranger[0]}" is unknown, so no key can be meant`);
        const known = [...parts.path, ...parts.query.filter(([name]) => Object.hasOwn(queryAttributes, name))];
        const values = new Map();
        for (const [name, value] of known) {
            if (values.has(name))
                throw bad(where, `"${name}" stands there twice`);
            refuseUnfit(name, value, where);
            values.set(name, value);
        }
        return new Pkcs11Uri(text, values);
    }
    /** The text of an attribute, or undefined where anything matches. */
    get(name) {
        return this.values.get(name)?.toString('utf8');
    }
    /** CKA_ID of the key */
    get id() {
        return this.values.get(keyId);
    }
    /** absolute path of a file with the PIN */
    get pinFile() {
        return pathOfFileUrl(this.get('pin-source') ?? '');
    }
}
function readPart(part, allowed, where) {
    const [, name = '', raw = ''] = /^([\w-]+)=(.*)$/s.exec(part) ?? [];
    if (name === '')
        throw bad(where, 'a part of it is not ATTRIBUTE=VALUE');
    if (name === 'pin-value') {
        throw bad(where, 'a PIN in a file that others review is none (pin-value)', 'Take it out, change the PIN, and give it with --passphrase-file, --passphrase-fd or pin-source=file:/PATH.');
    }
    if (!allowed.test(raw))
        throw bad(where, `"${name}" has characters that need percent-encoding, e.g. a blank as %20`);
    if (raw === '')
        throw bad(where, `"${name}" is empty`);
    return [name, percentDecode(raw)];
}
function refuseUnfit(name, value, where) {
    if (name === keyId)
        return;
    const forms = { ...pathAttributes, ...queryAttributes };
    const text = value.toString('utf8');
    // eslint-disable-next-line no-control-regex -- a NUL would end a path in C, and no label has the others
    if (!Buffer.from(text).equals(value) || /[\u0000-\u001f\u007f-\u009f]/.test(text))
        throw bad(where, `"${name}" is not UTF-8, or has control characters`);
    const form = forms[name] ?? anyText;
    if (!form.fits(text))
        throw bad(where, `"${name}" has to be ${form.words}`);
}
/** Octets, since a CKA_ID need not be text. */
function percentDecode(raw) {
    const octets = raw.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(octets, 'latin1');
}
function isNumber(text, limit) {
    return /^\d{1,20}$/.test(text) && BigInt(text) < limit;
}
function pathOfFileUrl(text) {
    // "file:pin" would be read as /pin, and what stands behind "?" or "#" be lost
    if (!/^file:(?:\/\/)?\/[^/?#][^?#]*$/.test(text))
        return undefined;
    try {
        return (0,node_url__WEBPACK_IMPORTED_MODULE_0__.fileURLToPath)(text);
    }
    catch {
        return undefined;
    }
}
function bad(where, what, hint = `Write it as in ${example}.`) {
    return new _authority_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AuthorityError */ .s('bad-key-uri', `${where}: ${what}.`, { hint });
}


/***/ }),

/***/ 1039:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Unprintable)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
// SPDX-License-Identifier: MIT

/**
 * What must not be shown: printing, logging or serialising it gives a placeholder. Secrets are to be in private fields,
 * which neither JSON nor `inspect` nor the structured clone algorithm see.
 */
class Unprintable {
    toJSON() {
        return '[private key]';
    }
    toString() {
        return '[private key]';
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return '[private key]';
    }
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
/* harmony import */ var _crl_revocation_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);

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
        serial: BigInt(`0x${(0,_crl_revocation_words_js__WEBPACK_IMPORTED_MODULE_0__/* .serialOf */ .IB)(words)}`),
        app: words.app,
        reason: words.reason,
        date: new Date((0,_crl_revocation_words_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(words)),
        ...words.told,
    };
}


/***/ }),

/***/ 4638:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   Ww: () => (/* binding */ sha256Form),
/* harmony export */   l9: () => (/* binding */ reasonForm),
/* harmony export */   tY: () => (/* binding */ checkLine),
/* harmony export */   ub: () => (/* binding */ folderName),
/* harmony export */   yT: () => (/* binding */ timeForm)
/* harmony export */ });
/* harmony import */ var _crl_revocation_reason_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4102);
/* harmony import */ var _x509_serial_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2040);
// SPDX-License-Identifier: MIT


/** A folder of the repository, which an id becomes: one name, not a path, and nothing that a terminal would obey. */
const folderName = /^(?!\.{1,2}$)[^\p{Cc}/\\]{1,255}$/u;
/** What {@link timeText} writes; whether the month has that day is not looked at. */
const timeForm = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const sha256Form = /^[0-9a-f]{64}$/;
const reasonForm = new RegExp(`^(?:${Object.keys(_crl_revocation_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .revocationReasons */ ._).join('|')})$`);
/**
 * The fields of a line of each kind, and their form; behind a `?` those that may be absent. Others may be there, and are
 * kept. Who reads a ledger takes paths, dates and reasons from it: what passes here is safe to use.
 */
const forms = (() => {
    const [hex, time, sha256, reason] = [_x509_serial_js__WEBPACK_IMPORTED_MODULE_1__/* .serialForm */ .Jj, timeForm, sha256Form, reasonForm];
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
    const known = typeof fields.kind === 'string' ? forms.get(fields.kind) : undefined;
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


/***/ }),

/***/ 9811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ Ledger)
});

// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/certificate-record.js
var certificate_record = __webpack_require__(5832);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/ca/ledger/ledger-line.js
var ledger_line = __webpack_require__(4638);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/plain-form.js
// SPDX-License-Identifier: MIT


const inside = ({ source }) => source.slice(1, -1);
const time = inside(ledger_line/* timeForm */.yT);
const sha256 = inside(ledger_line/* sha256Form */.Ww);
/**
 * Parts of a regular expression for a line as this program writes it. What fits one is JSON, and what the forms of its
 * fields want; not the other way round: whatever else a line may look like is for JSON.parse to find out.
 */
const plain = {
    serial: inside(serial/* serialForm */.Jj),
    time,
    sha256,
    reason: inside(ledger_line/* reasonForm */.l9),
    /** a folder of ASCII that JSON has no need to escape: as many octets as characters */
    app: '(?!\\.{1,2}")[ !#-.0-\\[\\]-~]{1,255}',
    /** the same, whatever it says */
    text: '[ !#-\\[\\]-~]*',
    /** up to the hash and the two characters behind it: to look for 64 digits takes as long as all before */
    lineEnd: `(?:,"imported":true)?(?:,"more":true)?,"at":"${time}","prev":"`,
};

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/issue-line.js

const { serial: issue_line_serial, app, sha256: issue_line_sha256, text: issue_line_text, time: issue_line_time, lineEnd } = plain;
const head = '{"kind":"issue","serial":"';
const issue_line_form = new RegExp(`^\\${head}${issue_line_serial}","app":"${app}","key":"${issue_line_sha256}","fingerprint":"${issue_line_sha256}",` +
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
            const record = (0,certificate_record/* certificateRecord */.rv)(line instanceof IssueLine ? line.parse() : line);
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
// EXTERNAL MODULE: ./build/bundle/ca/crl/revocation-reason.js
var revocation_reason = __webpack_require__(4102);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/revoke-line.js
// SPDX-License-Identifier: MIT


const revoke_line_head = '{"kind":"revoke","serial":"';
const beforeApp = '","app":"';
const beforeReason = '","reason":"';
const beforeDate = '","date":"';
const revoke_line_form = new RegExp(`^\\${revoke_line_head}${plain.serial}(?:${beforeApp}${plain.app})?${beforeReason}${plain.reason}${beforeDate}${plain.time}"${plain.lineEnd}$`);
const reasons = new Map(Object.keys(revocation_reason/* revocationReasons */._).map((name) => [name, name]));
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
        const line = (0,ledger_line/* checkLine */.tY)(JSON.parse(text.toString('utf8')));
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

// EXTERNAL MODULE: ./build/bundle/ca/crl/revocation-words.js
var revocation_words = __webpack_require__(2257);
;// CONCATENATED MODULE: ./build/bundle/ca/ledger/revocations.js
// SPDX-License-Identifier: MIT



/** Everything that was revoked, in the order in which it was recorded, each serial once: what the CRL has to hold. */
class Revocations {
    #words = [];
    /** made when somebody asks for one serial; who makes a list of 100,000 does not, and the map takes 0.1 s */
    #bySerial;
    add(line) {
        this.#add(line instanceof RevokeLine ? line : { ...(0,revocation_words/* wordsOf */.Z9)(line), app: line.app, ...toldBy(line) });
    }
    has(serial) {
        return this.#index().has(serial);
    }
    get(serial) {
        const words = this.#index().get(serial);
        return words && (0,certificate_record/* revocationRecord */.W0)(words);
    }
    /** Those of which the ledger says in which issue or pull request they came about. */
    inThreads() {
        this.#index();
        return this.#words.filter(({ told }) => told?.thread !== undefined).map(certificate_record/* revocationRecord */.W0);
    }
    get size() {
        return this.words.length;
    }
    /** as they stand in the ledger */
    get words() {
        if (this.#bySerial === undefined && (0,revocation_words/* twinAmong */.bR)(this.#words) !== undefined)
            this.#index();
        return this.#words;
    }
    *[Symbol.iterator]() {
        this.#index();
        for (const words of this.#words)
            yield (0,certificate_record/* revocationRecord */.W0)(words);
    }
    /** The first date counts: a revocation is for ever, and is not moved. */
    #add(words) {
        if (this.#bySerial !== undefined) {
            const serial = (0,revocation_words/* serialOf */.IB)(words);
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
            const line = (0,ledger_line/* checkLine */.tY)({ ...entry, ...more, at: (0,ledger_line/* timeText */.Tc)(now), prev: this.#last });
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
                this.#announcements.set(line.serial, (0,certificate_record/* announcementRecord */.Pw)(line));
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


/***/ }),

/***/ 5439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   cw: () => (/* binding */ policySettings),
/* harmony export */   k1: () => (/* binding */ policyPath)
/* harmony export */ });
/* harmony import */ var _common_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1031);
// SPDX-License-Identifier: MIT

/** What is accepted, and how long things take: `authority/policy.yml` of the certificate repository, reviewed like code. */
const policySettings = {
    minimumKeyBits: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('key.minimum-bits', 4096, 2048, 16384, 'the shortest RSA key of a new request'),
    shorterKeysUntil: date('key.shorter-until', 'the last day on which a key of 2048 bits or more is a warning, not an error'),
    sha1Until: date('hash.sha1-until', 'the last day on which a request signed with SHA-1 is a warning', '2026-12-31'),
    shortestId: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('id.shortest', 3, 1, 32, 'characters of an id never certified before, at least'),
    longestId: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('id.longest', 32, 3, 32, 'the same, at most; the store’s schema ends at 32'),
    reservedIds: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('id.reserved', [], 'more ids that nobody gets, beside the names of the product, its folders and its apps', 'a list of ids', _common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    allowedIds: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('id.allowed', [], 'reserved ids that are certified all the same, e.g. of the product’s own new apps', 'a list of ids', _common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    certificateDays: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('certificate.days', 3750, 1, 3750, 'validity of a certificate, never beyond the issuer’s own'),
    backdateMinutes: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('certificate.backdate-minutes', 5, 0, 1440, 'a certificate begins so long ago, for slow clocks'),
    renewalDays: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('renewal.within-days', 180, 1, 3750, 'a certificate is renewed in its last so many days'),
    replacementRevoke: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('replacement.revoke', ['overlap', 'at-once'], 'when a replaced certificate is revoked; at-once makes every published release uninstallable at once'),
    overlapDays: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('replacement.overlap-days', 90, 0, 3750, 'after a lost key or a rename'),
    takeOverDays: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('replacement.take-over-days', 14, 0, 3750, 'after a take-over'),
    noticeDays: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('replacement.notice-days', 7, 0, 3750, 'once the newest release has the new certificate, the announced day comes nearer, but never nearer than this'),
    crlDays: (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)('crl.next-update-days', 365, 1, 3650, 'nextUpdate of the list; where the store’s copy is older than that, the store refuses every upload'),
};
const policyPath = 'authority/policy.yml';
const defaultPolicy = (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesOf */ .sm)(policySettings, () => undefined);
/** The last day, whole, in UTC; `undefined`: it is over already. */
function date(at, means, fallback) {
    const read = (value) => {
        if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
            return undefined;
        const end = new Date(`${value}T23:59:59Z`);
        // 30 February is read as 2 March
        return Number.isNaN(end.getTime()) || !end.toISOString().startsWith(value) ? undefined : end;
    };
    return { at, default: read(fallback), means, form: 'a date like 2026-12-31', read };
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

/***/ 928:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readPolicy)
/* harmony export */ });
/* harmony import */ var _common_render_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5578);
/* harmony import */ var _common_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1031);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5231);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5439);
// SPDX-License-Identifier: MIT




/**
 * Reads the file. What is not set has its default; what nobody knows is refused, with the line.
 * @throws AuthorityError `bad-policy`
 */
function readPolicy(text, file = _policy_js__WEBPACK_IMPORTED_MODULE_2__/* .policyPath */ .k1) {
    const fail = (what, line) => new _authority_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AuthorityError */ .s('bad-policy', `${file}:${line}: ${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(what)}.`, {
        hint: 'See the table of settings in docs/authority.md.',
        file,
        line,
    });
    return (0,_common_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .readValues */ .N$)(_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .policySettings */ .cw, text, fail);
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
/* harmony import */ var _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9811);
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
        return new Repository(store, _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .Ledger */ .O.parse(await readLedger(store)), await readPolicyOf(store));
    }
    /** The same, for somebody who is going to write: an append that was not written to its end is taken away first. */
    static async openToWrite(store) {
        const bytes = await readLedger(store);
        const { ledger, torn, problem } = _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .Ledger */ .O.parseAsFarAsWhole(bytes, ledgerPath);
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
    const bytes = await store.read(_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .policyPath */ .k1);
    return bytes === undefined ? _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPolicy */ .G4 : (0,_read_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .readPolicy */ .T)(Buffer.from(bytes).toString('utf8'));
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
        current: repository && (0,_ledger_certificate_record_js__WEBPACK_IMPORTED_MODULE_1__/* .currentCertificate */ .JQ)(repository.knowledge, appId),
    };
}
/** How keys are named in the ledger: SHA-256 of the SubjectPublicKeyInfo, hex. */
function keyHash(spki) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', spki, 'hex');
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
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha1', bits, 'buffer');
}


/***/ }),

/***/ 2040:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ serialForm),
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
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', this.der, 'hex');
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

/***/ 1407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ readDer),
/* harmony export */   Tc: () => (/* binding */ tag)
/* harmony export */ });
/* unused harmony export DerNode */
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5227);
/* harmony import */ var _render_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5578);
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
        const nodes = [];
        for (let at = 0; at < this.content.length;) {
            const node = readNode(this.content, at);
            nodes.push(node);
            at += node.bytes.length;
        }
        return nodes;
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
        // a number as long as the arc surely fits: those of X.509 do, those made of a UUID do not
        const arcs = [];
        let arc = 0;
        for (const byte of this.content) {
            arc =
                typeof arc === 'number' && arc < 2 ** 45
                    ? arc * 128 + (byte & 0x7f)
                    : (BigInt(arc) << 7n) | BigInt(byte & 0x7f);
            if (byte < 0x80) {
                arcs.push(arc);
                arc = 0;
            }
        }
        const [first = 0, ...rest] = arcs;
        const root = first < 40 ? 0 : first < 80 ? 1 : 2;
        const second = typeof first === 'number' ? first - root * 40 : first - BigInt(root * 40);
        return [root, second, ...rest].join('.');
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
            throw notDer(`${quoted(text)} is not a time of RFC 5280`);
        const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
        const fullYear = this.tag === tag.generalizedTime ? year : year < 50 ? 2000 + year : 1900 + year;
        const time = new Date(Date.UTC(fullYear, month - 1, day, hour, minute, second));
        // the years 0 to 99 mean 19xx here, and what runs over goes on in the next month: neither is the time that was read
        if (time.getUTCFullYear() !== fullYear || time.getUTCDate() !== day || minute > 59 || second > 59 || hour > 23) {
            throw notDer(`${quoted(text)} is no day or no time of day`);
        }
        return time;
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
/** Bytes of a stranger: cut short, and without anything that a terminal would obey. */
function quoted(text) {
    return `"${(0,_render_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text.length > 20 ? `${text.slice(0, 20)}…` : text)}"`;
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
/** @param dotted e.g. `2.5.4.3`; its numbers are below 2^53 */
function oid(dotted) {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
    const octets = [first * 40 + second, ...rest].flatMap((arc) => {
        const groups = [arc % 128];
        for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
            groups.unshift((left % 128) | 0x80);
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
 * Blocks with encapsulated headers (RFC 1421), which only private keys of old have, are passed over too.
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
        return { label, der: decodeBase64(body, file, line), line, text: whole };
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


/***/ }),

/***/ 6306:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
// SPDX-License-Identifier: MIT

/**
 * The settings that a file holds, in their order; those without a value are left out. A file that is no sound YAML, or
 * larger or deeper than settings are, is refused before the parser sees it.
 * @throws what `fail` makes
 */
function readSettings(text, fail) {
    refuseHostile(text, fail);
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    // the library's own words would have the position once more
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter, prettyErrors: false });
    const lineOf = (offset) => lineCounter.linePos(offset).line;
    const [error] = document.errors;
    if (error !== undefined) {
        const { what, offset } = faultOf(error, document);
        throw fail(what, lineOf(offset));
    }
    return leaves(document.contents).map(({ at, value, offset }) => ({ at, value, line: lineOf(offset) }));
}
/**
 * The parser (yaml 2.9.1) calls itself for each level, and makes regular expressions of long lines which V8 cannot
 * compile: a line of 8,192 brackets or question marks ends the whole process, as nothing can be caught then (measured).
 * The default policy written out has a twentieth of each limit.
 */
const limits = { length: 64 * 1024, line: 1024, indent: 32, openers: 64, marks: 6 };
/** `- - - x` and `? ? x` nest in one line */
const nestingMarks = new RegExp(`^\\s*(?:[-?:]\\s+){${limits.marks + 1}}`);
function refuseHostile(text, fail) {
    if (text.length > limits.length)
        throw fail(`the file has more than ${limits.length} characters`, 1);
    let openers = 0;
    for (const [at, line] of text.split(/\r\n|[\r\n]/).entries()) {
        if (line.length > limits.line)
            throw fail(`the line has more than ${limits.line} characters`, at + 1);
        openers += line.match(/[[{]/g)?.length ?? 0;
        const tooDeep = openers > limits.openers || line.search(/\S/) > limits.indent || nestingMarks.test(line);
        if (tooDeep)
            throw fail('lists or maps are nested too deeply', at + 1);
    }
}
const sentences = {
    DUPLICATE_KEY: 'this name is there for the second time',
    TAB_AS_INDENT: 'the line begins with a tab, YAML takes spaces only',
    BLOCK_AS_IMPLICIT_KEY: 'a name and its value are wanted here, "NAME: VALUE" and nothing more',
    MULTILINE_IMPLICIT_KEY: 'there is no ":" behind this name, or the lines are not indented alike',
    MULTIPLE_DOCS: 'a second document begins here, one is the most',
};
/** What is wrong, in words, and where it begins: the parser sees at the next line only that a bracket was not closed. */
function faultOf({ code, pos: [offset], message }, document) {
    if (code === 'BAD_INDENT' || code === 'MISSING_CHAR') {
        let open;
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
            Node: (_, node) => {
                if (closingOf(node) !== undefined && node.range?.[1] === offset)
                    open = node;
            },
        });
        const [begin, closing] = [open?.range?.[0], open && closingOf(open)];
        if (begin !== undefined)
            return { what: `what begins here is not closed with ${closing ?? ''}`, offset: begin };
    }
    return { what: sentences[code] ?? `this is not YAML (${message})`, offset };
}
function closingOf(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node))
        return node.flow === true ? ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) ? ']' : '}') : undefined;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        return undefined;
    return node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : undefined;
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

/***/ 1031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ readValues),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   sm: () => (/* binding */ valuesOf)
/* harmony export */ });
/* harmony import */ var _settings_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6306);

/** The values at these places; undefined: the default. */
function valuesOf(table, valueAt) {
    const entries = Object.entries(table).map(([name, setting]) => [
        name,
        setting.read(valueAt(setting.at)) ?? setting.default,
    ]);
    return Object.fromEntries(entries);
}
/**
 * The values that a YAML file gives. What is not set has its default; what nobody knows is refused, with the line.
 * @param fail makes the error that is thrown
 */
function readValues(table, text, fail) {
    const known = new Map(Object.values(table).map((setting) => [setting.at, setting]));
    const values = new Map();
    for (const { at, value, line } of (0,_settings_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readSettings */ .s)(text, fail)) {
        const setting = known.get(at);
        if (setting === undefined)
            throw fail(`there is no setting "${at}"`, line);
        if (setting.read(value) === undefined)
            throw fail(`"${at}" has to be ${setting.form}`, line);
        values.set(at, value);
    }
    return valuesOf(table, (at) => values.get(at));
}
function integer(at, fallback, least, most, means) {
    const fits = (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
    const form = `a whole number from ${least} to ${most}`;
    return { at, default: fallback, means, form, read: (value) => (fits(value) ? value : undefined) };
}
/** The first word is the default. */
function choice(at, words, means) {
    const read = (value) => words.find((word) => word === value);
    return { at, default: words[0], means, form: words.join(' or '), read };
}
/** @param form what the list is of, e.g. `a list of ids` */
function list(at, fallback, means, form, readItem) {
    const read = (value) => {
        if (!Array.isArray(value))
            return undefined;
        const items = value.map(readItem);
        return items.every((item) => item !== undefined) ? items : undefined;
    };
    return { at, default: fallback, means, form, read };
}
const text = (value) => (typeof value === 'string' ? value : undefined);


/***/ }),

/***/ 4908:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ Trust)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
;// CONCATENATED MODULE: ./build/bundle/common/trust-anchor.js
// SPDX-License-Identifier: MIT
/**
 * The servers' code-signing bundle (server: resources/codesigning/root.crt): first the Code Signing Intermediate
 * Authority, then the Root Authority, both valid until 2041-06-06. A fact, not a fixture: it is the default of
 * `--trust`, and its bytes are pinned below by SHA-256 of each certificate's DER.
 */
const pinnedFingerprints = (/* unused pure expression or super */ null && ([
    'ff038235477d48db67da20962958f7f9f0739b3c568af49b7c6daa0d9d410ea0',
    'fb418711e0cd2cae9be332cd61a1538214f55448b40170313f1c08b092ffcbfd',
]));
const pinnedBundle = `-----BEGIN CERTIFICATE-----
MIID1zCCAr+gAwIBAgICEAAwDQYJKoZIhvcNAQELBQAwejELMAkGA1UEBhMCREUx
GzAZBgNVBAgMEkJhZGVuLVd1ZXJ0dGVtYmVyZzESMBAGA1UEBwwJU3R1dHRnYXJ0
MRcwFQYDVQQKDA5OZXh0Y2xvdWQgR21iSDEhMB8GA1UEAwwYTmV4dGNsb3VkIFJv
b3QgQXV0aG9yaXR5MB4XDTE2MDYxMjIxMDEwMloXDTQxMDYwNjIxMDEwMlowezEL
MAkGA1UEBhMCREUxGzAZBgNVBAgMEkJhZGVuLVd1ZXJ0dGVtYmVyZzEXMBUGA1UE
CgwOTmV4dGNsb3VkIEdtYkgxNjA0BgNVBAMMLU5leHRjbG91ZCBDb2RlIFNpZ25p
bmcgSW50ZXJtZWRpYXRlIEF1dGhvcml0eTCCASIwDQYJKoZIhvcNAQEBBQADggEP
ADCCAQoCggEBAJzBOypRqAhXeTB3XawW7UzwCxoovpMa0bP8fPzjeMMdCdPlZIYX
MshGHoQ4/VJyODOaq3H1AYRh20Kn/BKNAuVfRzcmY/7M5R09b0ts06l9tIVSbBeK
5krETjZtpt4crgukzQ6+8QhHE2DBdvPE7rds6EyBaiMRPNuGP1YrtGPQ+hYvajJL
yH3mq609ZZYFVOK9FuSxw5e5YBFp9Z6dNeFjnmEsYytWOhaJ+zPfQaL9JjLwxEM+
BJ1kpf/zblzL6FwUOeXP2+UJ5TAU4xh+9WsvFBR0b6iq77eYTl3eFM1QtaweCA23
OmZZZahCNLmcPA2iMyPZDGZ1mSW+h7+pMJkCAwEAAaNmMGQwHQYDVR0OBBYEFG3q
bqqpNyw8iS0XPv1G7sOeeO10MB8GA1UdIwQYMBaAFAQYAjwHzNjhemMwKilLlT4T
vZHIMBIGA1UdEwEB/wQIMAYBAf8CAQAwDgYDVR0PAQH/BAQDAgGGMA0GCSqGSIb3
DQEBCwUAA4IBAQCWnDNA14Q+bw7X0S+riMjyTabtgF443eAQIvby9sU2cHtd7qua
p/311+H7gB4F/CE+/CUxdtC5AgaW4vWRL8ge9+6jhYUjvmqdyV5wbBFrLmnqYS4h
PnNWo5cjA7apA6SrIxnJAF8vNCeyEQgHD57VeIlK35S0GpqcouuCSQvCeSjKcojx
6t/NGHcetWucHAUymzOk11NMyYyEMJ/tfUwn3drqkb4jp4Tqu4ftZt/uioDX8Gc9
Aw+IaEHKfNnh9R//Vqc06Bad04ycI6jK4cVUpC/6I6tzoY6GXwZRbESkKUyLitlX
3EnBONP0UzEZmCilIwYYfevWGT+NWnpkmey7
-----END CERTIFICATE-----
-----BEGIN CERTIFICATE-----
MIID2jCCAsKgAwIBAgIJAKCc9xL4epmrMA0GCSqGSIb3DQEBCwUAMHoxCzAJBgNV
BAYTAkRFMRswGQYDVQQIDBJCYWRlbi1XdWVydHRlbWJlcmcxEjAQBgNVBAcMCVN0
dXR0Z2FydDEXMBUGA1UECgwOTmV4dGNsb3VkIEdtYkgxITAfBgNVBAMMGE5leHRj
bG91ZCBSb290IEF1dGhvcml0eTAeFw0xNjA2MTIyMDU4MzVaFw00MTA2MDYyMDU4
MzVaMHoxCzAJBgNVBAYTAkRFMRswGQYDVQQIDBJCYWRlbi1XdWVydHRlbWJlcmcx
EjAQBgNVBAcMCVN0dXR0Z2FydDEXMBUGA1UECgwOTmV4dGNsb3VkIEdtYkgxITAf
BgNVBAMMGE5leHRjbG91ZCBSb290IEF1dGhvcml0eTCCASIwDQYJKoZIhvcNAQEB
BQADggEPADCCAQoCggEBAJuTxu0LpRExcpYJwMxc5N+YbEe7WVPIsLtKUNCXMfkc
aPlTpVydNi5zKQDpLQuHm5RE9u+L3sTck8yVj8DkgX9QfuRTbvg01paV+5ILY7Qn
47E8eHq6tf6MF0W20OxNRjcUCEoRA59AZV9FxkVGHniBx17Upk0BQXlZHViHZ9Ey
2Zhsw9ZetT0VCv9UGuN0Rr6T6fzgW84HoDWsesG7UwEpnct/hQf20w/iIhZspew7
RAHJZTOYnNSaBUnyiCf58SaOyxvmdfseItjMuE1FBR6bTWkLQ/a/1xH2FCk0izm5
1foZF0Ya0fAzVHwBkOVZeIuswjvuqgp/TkB6W0i73aUCAwEAAaNjMGEwHQYDVR0O
BBYEFAQYAjwHzNjhemMwKilLlT4TvZHIMB8GA1UdIwQYMBaAFAQYAjwHzNjhemMw
KilLlT4TvZHIMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgGGMA0GCSqG
SIb3DQEBCwUAA4IBAQCBv40RAXMtMah61q6wYATw4q4cvIKLjKoyApHPHZhQnWwe
VLv/D2a26A8VwDNQ1LGv4NzzIDcpWz+pk+rXMNnyjXwr0AtKM2Vg07yKqkZB9J1c
duYm0j8FLdCHXIjRucgMA/wiwR4mB9PVGtQfCvUQl2Hfkiagkw31llGCXugQPsnh
vhfMWxkdVFAnzDoATWe2SDuuyyd5Sl4/LKn8HEysusaYCMpPDP+seZGjA0ukZ3F+
pO0PlAEb3OypRavz8iR8s+VbE0wdAX1mPByx8SU8Wkq76p4G261PvTrfYKnreU8z
b47G5k8BAiPCtNze/Ihul6lpLK6yk+FRXcZCl1sg
-----END CERTIFICATE-----`;

;// CONCATENATED MODULE: ./build/bundle/common/trust.js
// SPDX-License-Identifier: MIT



/** Certificates that are each an accepted issuer, as in the servers' bundle. */
class Trust {
    issuers;
    /** takes every issuer for an accepted one */
    isIndifferent = false;
    constructor(issuers) {
        this.issuers = issuers;
    }
    /** @throws InputError `not-a-certificate` where the text holds none */
    static fromPem(text, file = 'the trust file') {
        const issuers = certificate/* Certificate */.us.allFromPem(text, file);
        if (issuers.length === 0) {
            throw new input_error/* InputError */.d('not-a-certificate', `${file} holds no certificate.`, {
                hint: 'Give a PEM file with one or more CA certificates.',
                file,
            });
        }
        return new Trust(issuers);
    }
    /** the pinned bundle of the servers */
    static pinned() {
        return Trust.fromPem(pinnedBundle, 'the pinned bundle');
    }
    /** Accepts every issuer: for a check that goes on where an unknown issuer was told as a warning already. */
    static indifferent() {
        return new (class extends Trust {
            isIndifferent = true;
            issuerOf(certificate) {
                return certificate;
            }
        })([]);
    }
    /**
     * The issuer that the server's checker and installer find (server: IntegrityCheck/Checker.php with phpseclib): the
     * first with the same name octet by octet and key identifiers that agree; then its key must verify the signature, and
     * no other one is tried. No path is built; dates, key usage and the issuer's own signature are not looked at. Nothing
     * is fetched.
     */
    issuerOf(certificate) {
        const issuer = this.issuers.find((candidate) => names(candidate, certificate));
        return issuer !== undefined && certificate.isSignedBy(issuer.publicKey) ? issuer : undefined;
    }
}
const authorityKeyIdentifier = '2.5.29.35';
function names(issuer, certificate) {
    if (!certificate.issuer.equals(issuer.subject))
        return false;
    if (certificate.extension(authorityKeyIdentifier) === undefined)
        return true;
    const { keyId, serial } = certificate.authorityKeyId;
    const has = issuer.subjectKeyId;
    // An authority key identifier without the key's own is no match either where the issuer has one (measured).
    if (has !== undefined && (keyId === undefined || Buffer.compare(keyId, has) !== 0))
        return false;
    return serial === undefined || serial === issuer.serial;
}


/***/ })

};
;