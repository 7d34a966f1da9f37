"use strict";
exports.id = 821;
exports.ids = [821];
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

/***/ 9959:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ generateRsaKey),
/* harmony export */   u: () => (/* binding */ encryptPrivateKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1791);
/* harmony import */ var _common_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3586);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2629);
// SPDX-License-Identifier: MIT





/** OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-256; Node's own `cipher` option stops at OpenSSL's default of 2,048. */
const defaultIterations = 600_000;
/** A fresh RSA key. The exponent is 65537. */
async function generateRsaKey(bits) {
    const { privateKey } = await (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair)('rsa', { modulusLength: bits, publicExponent: 65537 });
    return privateKey;
}
/**
 * PEM `ENCRYPTED PRIVATE KEY`: PKCS#8 under PBES2 with PBKDF2-HMAC-SHA-256 and AES-256-CBC (RFC 8018 sections 6.2 and
 * A.2), which OpenSSL and Node read.
 */
function encryptPrivateKey(key, { passphrase, iterations = defaultIterations }) {
    const salt = (0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRandom */ .v)(16);
    const iv = (0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRandom */ .v)(16);
    const plain = key.export({ type: 'pkcs8', format: 'der' });
    const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('aes-256-cbc', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.pbkdf2Sync)(passphrase, salt, iterations, 32, 'sha256'), iv);
    const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
    plain.fill(0);
    const hmacSha256 = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.2.840.113549.2.9'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .nullValue */ .Pv)());
    const derivation = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.2.840.113549.1.5.12'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octetString */ .J8)(salt), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(iterations), hmacSha256));
    const encryption = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('2.16.840.1.101.3.4.1.42'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octetString */ .J8)(iv));
    const algorithm = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.2.840.113549.1.5.13'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)(derivation, encryption));
    return (0,_common_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePem */ .T)('ENCRYPTED PRIVATE KEY', (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)(algorithm, (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octetString */ .J8)(encrypted)));
}


/***/ }),

/***/ 9066:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ PemSigner)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/bundle/ca/key/unprintable.js
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
    [external_node_util_.inspect.custom]() {
        return '[private key]';
    }
}

;// CONCATENATED MODULE: ./build/bundle/ca/key/pem-signer.js
// SPDX-License-Identifier: MIT



/** A key that was read from a PEM file. Nothing shows it; it can only sign. */
class PemSigner extends Unprintable {
    #key;
    #publicKey;
    constructor(key) {
        super();
        this.#key = key;
        this.#publicKey = (0,external_node_crypto_.createPublicKey)(key);
    }
    /**
     * Opens an encrypted PEM file.
     * @throws AuthorityError `wrong-passphrase`, `key-unusable`; the text never carries what was read
     */
    static open(pem, passphrase, file = 'the key') {
        if (!pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----')) {
            throw new authority_error/* AuthorityError */.s('key-unusable', `${file} holds no PEM block "ENCRYPTED PRIVATE KEY".`, {
                hint: 'Encrypt the key before it is used: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000 -in OLD -out NEW.',
                file,
            });
        }
        let key;
        try {
            key = (0,external_node_crypto_.createPrivateKey)({ key: pem, format: 'pem', passphrase });
        }
        catch (error) {
            throw new authority_error/* AuthorityError */.s('wrong-passphrase', `${file} cannot be opened: the passphrase is wrong, or it is damaged.`, {
                hint: 'Give the passphrase that the key was encrypted with; one trailing newline of a passphrase file is dropped.',
                cause: error instanceof Error ? new Error(error.name) : undefined,
                file,
            });
        }
        if (key.asymmetricKeyType !== 'rsa') {
            throw new authority_error/* AuthorityError */.s('key-unusable', `${file} is no RSA key; servers verify nothing else.`, {
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
        return (0,external_node_crypto_.sign)(hash, data, this.#key);
    }
}


/***/ }),

/***/ 5439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   cw: () => (/* binding */ policySettings),
/* harmony export */   k1: () => (/* binding */ policyPath)
/* harmony export */ });
/* harmony import */ var _common_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3847);
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

/***/ 2629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
// SPDX-License-Identifier: MIT

const systemRandom = (octets) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(octets);


/***/ }),

/***/ 7052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ CertificateRequest)
/* harmony export */ });
/* harmony import */ var _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8647);
/* harmony import */ var _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _common_distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5422);
/* harmony import */ var _common_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3586);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5231);
/* harmony import */ var _x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4526);






const extensionRequest = '1.2.840.113549.1.9.14';
const labels = ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'];
/** A PKCS#10 request as it stands (RFC 2986 section 4.2); nothing is checked but its form. */
class CertificateRequest {
    der;
    /** CertificationRequestInfo: what the requester signed */
    info;
    version;
    subject;
    /** SubjectPublicKeyInfo, DER */
    spki;
    /** attribute types, dotted decimal */
    attributes;
    requestedExtensions;
    /** dotted decimal */
    signatureAlgorithm;
    signature;
    #publicKey;
    #isSelfSigned;
    /** @throws AuthorityError `not-a-request`, InputError `not-der` */
    constructor(der) {
        this.der = der;
        const [info, algorithm, signature, ...more] = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(der).expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a request').children();
        const [version, subject, spki, attributes] = info?.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a request').children() ?? [];
        if (!info || !algorithm || !signature || !version || !subject || !spki || more.length > 0) {
            throw notARequest('the bytes are not a PKCS#10 request: fields are missing or too many');
        }
        this.info = info.bytes;
        this.version = version.integer();
        this.subject = new _common_distinguished_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DistinguishedName */ .S(subject);
        this.spki = spki.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'a public key').bytes;
        const read = attributes?.expect(0xa0, 'the attributes').children() ?? [];
        const pairs = read.map((attribute) => {
            const [type, values] = attribute.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an attribute').children();
            if (!type || !values)
                throw notARequest('an attribute is incomplete');
            return { type: type.oid(), values: values.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.set, 'the values of an attribute').children() };
        });
        this.attributes = pairs.map(({ type }) => type);
        this.requestedExtensions = pairs
            .filter(({ type }) => type === extensionRequest)
            .flatMap(({ values }) => values.flatMap(_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readExtensions */ .HW));
        this.signatureAlgorithm = (0,_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(algorithm);
        this.signature = signature.bits();
    }
    /**
     * The one request of a PEM text.
     * @throws AuthorityError `not-a-request` where there is none, or more than one
     */
    static fromPem(text, file = 'the request') {
        const blocks = (0,_common_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePem */ .o)(text, file).filter(({ label }) => labels.includes(label));
        const [block] = blocks;
        if (block === undefined || blocks.length > 1) {
            throw notARequest(`${file} holds ${blocks.length === 0 ? 'no' : 'more than one'} PEM block "CERTIFICATE REQUEST"`, file);
        }
        return new CertificateRequest(block.der);
    }
    get commonNames() {
        return this.subject.commonNames;
    }
    /** Undefined where Node knows no such key, or it is damaged. Read once: it costs as much as the signature. */
    get publicKey() {
        this.#publicKey ??= { key: (0,_x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_5__/* .publicKeyOf */ .k)(this.spki) };
        return this.#publicKey.key;
    }
    /** Undefined where the key is not RSA, or cannot be read. */
    get rsaKey() {
        return (0,_x509_rsa_key_js__WEBPACK_IMPORTED_MODULE_5__/* .rsaKeyOf */ .t)(this.spki, this.publicKey);
    }
    /** e.g. `sha256`; undefined where it is not RSA with PKCS#1 v1.5 */
    get signatureHash() {
        return _common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .rsaSignatureHashes */ .lS[this.signatureAlgorithm];
    }
    /** The requester holds the private key: the signature verifies with the request's own key (RSA only). */
    get isSelfSigned() {
        const key = this.publicKey;
        this.#isSelfSigned ??= key !== undefined && (0,_common_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyRsa */ .Sb)(this.signatureAlgorithm, this.info, key, this.signature);
        return this.#isSelfSigned;
    }
    toPem() {
        return (0,_common_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePem */ .T)('CERTIFICATE REQUEST', this.der);
    }
}
function notARequest(what, file) {
    return new _authority_error_js__WEBPACK_IMPORTED_MODULE_4__/* .AuthorityError */ .s('not-a-request', `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}.`, {
        hint: 'Make the request again: nextcloud-release certificate request APP_ID.',
        ...(file !== undefined && { file }),
    });
}


/***/ }),

/***/ 9375:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ createRequest)
/* harmony export */ });
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
/* harmony import */ var _x509_signed_structure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2048);
/* harmony import */ var _x509_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2123);
/* harmony import */ var _certificate_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7052);




/**
 * A request as the developer documentation asks for: subject CN = app id and nothing else, SHA-256. The bytes are those
 * of `openssl req -new -key APP_ID.key -subj /CN=APP_ID`.
 */
async function createRequest(key, appId) {
    const spki = key.publicKey.export({ type: 'spki', format: 'der' });
    // the attributes are not optional: an empty [0] stands where there are none (RFC 2986 section 4.1)
    const info = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(0), (0,_x509_name_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .U)([['CN', appId]]), spki, (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .explicit */ .pc)(0, new Uint8Array()));
    return new _certificate_request_js__WEBPACK_IMPORTED_MODULE_3__/* .CertificateRequest */ .D(await (0,_x509_signed_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .signStructure */ .zZ)(info, key));
}


/***/ }),

/***/ 6195:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ appIdProblems)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5439);
// SPDX-License-Identifier: MIT

/**
 * Why a text cannot become the id of an app, in words; nothing where it can. For ids never certified before. What the
 * store's schema and the apps page of every server take (appstore: info.xsd; appstore#1809), without `__`.
 */
function appIdProblems(id, { shortestId, longestId } = _policy_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultPolicy */ .G4) {
    const problems = [];
    if (!/^[a-z0-9_]*$/.test(id))
        problems.push('has characters other than a to z, 0 to 9 and underscore');
    if (/^[0-9_]/.test(id))
        problems.push('does not begin with a letter');
    if (id.endsWith('_'))
        problems.push('ends with an underscore');
    if (id.includes('__'))
        problems.push('has two underscores in a row');
    if (id.length > longestId)
        problems.push(`has ${id.length} characters, ${longestId} are the most`);
    if (id.length < shortestId)
        problems.push(`has ${id.length} characters, ${shortestId} are the least`);
    return problems;
}


/***/ }),

/***/ 572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Io: () => (/* binding */ distance),
/* harmony export */   ei: () => (/* binding */ isCommonWord),
/* harmony export */   f2: () => (/* binding */ reservedBecause),
/* harmony export */   kG: () => (/* binding */ nearProduct),
/* harmony export */   tg: () => (/* binding */ confusingWith)
/* harmony export */ });
/* unused harmony export productNames */
// SPDX-License-Identifier: MIT
/** Names that no new app gets, by why. Ids that were certified before keep theirs. */
/** the product, and its forerunner */
const productNames = ['nextcloud', 'owncloud'];
/** folders and scopes of the server (server: lib/private, the web root) */
const serverNames = words(`
  3rdparty apps assets build config console contribute core cron custom_apps data dist index lib occ ocm ocs public
  remote resources robots settings status themes updater version`);
/** apps that are part of the server or of its bundle (server: core/shipped.json) */
const shippedApps = words(`
  activity admin_audit app_api bruteforcesettings circles cloud_federation_api comments contactsinteraction dashboard
  dav encryption federatedfilesharing federation files files_downloadlimit files_external files_pdfviewer
  files_reminders files_sharing files_trashbin files_versions firstrunwizard logreader lookup_server_connector
  nextcloud_announcements notifications oauth2 password_policy photos privacy profile provisioning_api recommendations
  related_resources serverinfo sharebymail support survey_client suspicious_login systemtags text theming
  twofactor_backupcodes twofactor_nextcloud_notification twofactor_totp updatenotification user_ldap user_status viewer
  weather_status webhook_listeners workflowengine`);
/** what stands in documents and templates where the id should be */
const placeholders = words(`
  app app1 app_id app_name app_template appid appname certificate csr csr1 example example_app hello hello_world
  helloworld id my_app myapp my_nextcloud_app name new_app nextcloud_app sample skeleton source template test test_app
  testapp your_app yourapp your_app_id`);
/** Why an id is reserved, or undefined. */
function reservedBecause(id, more) {
    if (productNames.some((product) => id === product))
        return 'it is the name of the product';
    if (serverNames.has(id))
        return 'it is a name of the server itself';
    if (shippedApps.has(id))
        return 'an app of this name is part of the server';
    if (placeholders.has(id))
        return 'it is a placeholder of the documentation, not a name';
    if (more.includes(id))
        return 'the policy of this authority reserves it';
    return undefined;
}
/** One common word is no name: whoever comes first would have it for ever. */
const commonWords = words(`
  account admin agenda album archive assistant audio backup bank blog board book bookmark box browser budget bus button
  camera card cart chart chat client clock cloud code collection color connect contact content copy counter customer
  database date design desktop device diary dictionary disk document download drive editor email event exchange export
  family feed file finance folder form forum gallery game graph group guide health help history home host image import
  integration inventory invoice journal key label language learn library link list live location lock log login mail
  manager map media meeting member memo menu message mobile money monitor movie music network news note number office
  order organizer page paper password payment people phone picture player poll portal post presentation print project
  proxy query quiz radio reader receipt recipe reminder report room scan schedule school search security server share
  shop slide sound space spreadsheet stamp statistics storage store story stream student sync system table tag task
  team terminal theme ticket time timer todo tool transfer translate travel tree upload user vault video view vote
  voucher wallet weather web website wiki work workspace writer`);
function isCommonWord(id) {
    return commonWords.has(id) || (id.endsWith('s') && commonWords.has(id.slice(0, -1)));
}
/** The product whose name is in the id, or nearly is one of its words. */
function nearProduct(id) {
    return productNames.find((product) => id.includes(product) || id.split('_').some((part) => distance(part, product, 2) <= 2));
}
/** Another id that people would mistake this one for: the same but for underscores, a plural, or two letters. */
function confusingWith(id, others) {
    const plain = id.replaceAll('_', '');
    const limit = plain.length < 6 ? 1 : 2;
    for (const other of others) {
        if (other !== id && distance(plain, other.replaceAll('_', ''), limit) <= limit)
            return other;
    }
    return undefined;
}
/** Levenshtein's distance, or anything above `limit` where it is more */
function distance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit)
        return limit + 1;
    let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
    for (let row = 1; row <= one.length; row++) {
        const current = [row];
        for (let column = 1; column <= other.length; column++) {
            const changed = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
            current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        if (Math.min(...current) > limit)
            return limit + 1;
        previous = current;
    }
    return previous[other.length] ?? 0;
}
function words(text) {
    return new Set(text.trim().split(/\s+/));
}


/***/ }),

/***/ 2123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ name)
/* harmony export */ });
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
// SPDX-License-Identifier: MIT

const types = { C: '2.5.4.6', O: '2.5.4.10', CN: '2.5.4.3' };
/**
 * A Name with one attribute in each relative name, in the order given, e.g. `[['C', 'DE'], ['CN', 'news']]`. Texts are
 * UTF8String, as RFC 5280 section 4.1.2.4 wants, and the country PrintableString, as X.520 does.
 */
function name(attributes) {
    return (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)(...attributes.map(([type, value]) => (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .setOf */ .s4)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq)(types[type]), type === 'C' ? (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .printableString */ .rF)(value) : (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8String */ .tv)(value)))));
}


/***/ }),

/***/ 4526:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ publicKeyOf),
/* harmony export */   t: () => (/* binding */ rsaKeyOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1407);
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1791);
/* harmony import */ var _common_input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5227);
// SPDX-License-Identifier: MIT




/** AlgorithmIdentifier of rsaEncryption with its NULL (RFC 3279 section 2.3.1) */
const rsaEncryption = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq)('1.2.840.113549.1.1.1'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .nullValue */ .Pv)());
/**
 * Undefined where Node knows no such key, or it is damaged. What is plainly RSA is given to it as an RSAPublicKey: that
 * costs 0.01 ms, and OpenSSL's search for whatever a SubjectPublicKeyInfo may hold 0.16.
 */
function publicKeyOf(spki) {
    const rsa = rsaPublicKey(spki);
    try {
        return rsa === undefined
            ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(spki), format: 'der', type: 'spki' })
            : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(rsa.bytes), format: 'der', type: 'pkcs1' });
    }
    catch {
        return undefined;
    }
}
/** The numbers of a SubjectPublicKeyInfo (RFC 8017 appendix A.1.1); undefined where it is no RSA key. */
function rsaKeyOf(spki, key = publicKeyOf(spki)) {
    if (key?.asymmetricKeyType !== 'rsa')
        return undefined;
    const bits = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(spki).children()[1]?.bits();
    const [modulus, exponent] = bits === undefined ? [] : (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(bits).children();
    if (!modulus || !exponent || !isPositive(modulus) || !isPositive(exponent))
        return undefined;
    const value = modulus.integer();
    return { modulus: value, bits: value.toString(2).length, exponent: exponent.integer() };
}
/** RSAPublicKey: SEQUENCE { modulus, publicExponent }, and nothing else */
function rsaPublicKey(spki) {
    const [algorithm, key] = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(spki).children();
    if (algorithm === undefined || Buffer.compare(algorithm.bytes, rsaEncryption) !== 0)
        return undefined;
    try {
        const numbers = (0,_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readDer */ .SU)(key?.bits() ?? new Uint8Array()).expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, 'an RSA public key');
        const [modulus, exponent, ...more] = numbers.children();
        const isKey = modulus !== undefined && exponent !== undefined && more.length === 0;
        return isKey && isPositive(modulus) && isPositive(exponent) ? numbers : undefined;
    }
    catch (error) {
        if (error instanceof _common_input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d)
            return undefined;
        throw error;
    }
}
/** Asked of the octets: a modulus as a number is of no use here. */
function isPositive(number) {
    const { content } = number.expect(_common_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.integer, 'an integer');
    return (content[0] ?? 0x80) < 0x80 && content.some((octet) => octet > 0);
}


/***/ }),

/***/ 2048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hQ: () => (/* binding */ withSignature),
/* harmony export */   s3: () => (/* binding */ sha256WithRsa),
/* harmony export */   zZ: () => (/* binding */ signStructure)
/* harmony export */ });
/* harmony import */ var _common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
// SPDX-License-Identifier: MIT

/** sha256WithRSAEncryption with its NULL (RFC 4055 section 5): what every supported server verifies */
const sha256WithRsa = (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)((0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq)('1.2.840.113549.1.1.11'), (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .nullValue */ .Pv)());
/** The shape that certificates, requests and CRLs share: what is signed, how, and the signature. */
async function signStructure(toBeSigned, signer) {
    return withSignature(toBeSigned, await signer.sign('sha256', toBeSigned));
}
function withSignature(toBeSigned, signature) {
    return (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2)(toBeSigned, sha256WithRsa, (0,_common_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .bitString */ .FY)(signature));
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

/***/ 3847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yq: () => (/* binding */ choice),
  nd: () => (/* binding */ integer),
  p_: () => (/* binding */ list),
  N$: () => (/* binding */ readValues),
  Qq: () => (/* binding */ settings_text),
  sm: () => (/* binding */ valuesOf)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/bundle/common/settings-file.js
// SPDX-License-Identifier: MIT

/**
 * The settings that a file holds, in their order; those without a value are left out. A file that is no sound YAML, or
 * larger or deeper than settings are, is refused before the parser sees it.
 * @throws what `fail` makes
 */
function readSettings(text, fail) {
    refuseHostile(text, fail);
    const lineCounter = new dist/* LineCounter */.HN();
    // the library's own words would have the position once more
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter, prettyErrors: false });
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
        (0,dist/* visit */.YR)(document, {
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
    if ((0,dist/* isCollection */.P3)(node))
        return node.flow === true ? ((0,dist/* isSeq */.oP)(node) ? ']' : '}') : undefined;
    if (!(0,dist/* isScalar */.jn)(node))
        return undefined;
    return node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : undefined;
}
function leaves(node, path = []) {
    if ((0,dist/* isMap */.jh)(node)) {
        return node.items.flatMap((pair) => {
            const key = (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : '?';
            return leaves(pair.value, [...path, key]);
        });
    }
    const value = (0,dist/* isScalar */.jn)(node) ? node.value : (0,dist/* isSeq */.oP)(node) ? textsOf(node) : undefined;
    return node === null || value === null ? [] : [{ at: path.join('.'), value, offset: node.range[0] }];
}
/** An alias or a nested list becomes something that no setting accepts. */
function textsOf(node) {
    return node.items.map((item) => ((0,dist/* isScalar */.jn)(item) ? item.value : undefined));
}

;// CONCATENATED MODULE: ./build/bundle/common/settings.js

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
    for (const { at, value, line } of readSettings(text, fail)) {
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
const settings_text = (value) => (typeof value === 'string' ? value : undefined);


/***/ })

};
;