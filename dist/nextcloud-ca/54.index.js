"use strict";
exports.id = 54;
exports.ids = [54];
exports.modules = {

/***/ 7054:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/cli/ca-folder.js + 11 modules
var ca_folder = __webpack_require__(7528);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/der-writer.js
var der_writer = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/bundle/ca/issue/issue-certificate.js + 1 modules
var issue_certificate = __webpack_require__(2106);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/ca/random.js
var ca_random = __webpack_require__(5010);
;// CONCATENATED MODULE: ./build/bundle/ca/key/encrypted-key.js
// SPDX-License-Identifier: MIT





/** OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-256; Node's own `cipher` option stops at OpenSSL's default of 2,048. */
const defaultIterations = 600_000;
/** A fresh RSA key. The exponent is 65537. */
async function generateRsaKey(bits) {
    const { privateKey } = await (0,external_node_util_.promisify)(external_node_crypto_.generateKeyPair)('rsa', { modulusLength: bits, publicExponent: 65537 });
    return privateKey;
}
/**
 * PEM `ENCRYPTED PRIVATE KEY`: PKCS#8 under PBES2 with PBKDF2-HMAC-SHA-256 and AES-256-CBC (RFC 8018 sections 6.2 and
 * A.2), which OpenSSL and Node read.
 */
function encryptPrivateKey(key, { passphrase, iterations = defaultIterations }) {
    const salt = (0,ca_random/* systemRandom */.v)(16);
    const iv = (0,ca_random/* systemRandom */.v)(16);
    const plain = key.export({ type: 'pkcs8', format: 'der' });
    const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-cbc', (0,external_node_crypto_.pbkdf2Sync)(passphrase, salt, iterations, 32, 'sha256'), iv);
    const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
    plain.fill(0);
    const hmacSha256 = (0,der_writer/* sequence */.K2)((0,der_writer/* oid */.jq)('1.2.840.113549.2.9'), (0,der_writer/* nullValue */.Pv)());
    const derivation = (0,der_writer/* sequence */.K2)((0,der_writer/* oid */.jq)('1.2.840.113549.1.5.12'), (0,der_writer/* sequence */.K2)((0,der_writer/* octetString */.J8)(salt), (0,der_writer/* integer */.nd)(iterations), hmacSha256));
    const encryption = (0,der_writer/* sequence */.K2)((0,der_writer/* oid */.jq)('2.16.840.1.101.3.4.1.42'), (0,der_writer/* octetString */.J8)(iv));
    const algorithm = (0,der_writer/* sequence */.K2)((0,der_writer/* oid */.jq)('1.2.840.113549.1.5.13'), (0,der_writer/* sequence */.K2)(derivation, encryption));
    return (0,pem/* encodePem */.T)('ENCRYPTED PRIVATE KEY', (0,der_writer/* sequence */.K2)(algorithm, (0,der_writer/* octetString */.J8)(encrypted)));
}

// EXTERNAL MODULE: ./build/bundle/ca/key/pem-signer.js
var pem_signer = __webpack_require__(2774);
// EXTERNAL MODULE: ./build/bundle/ca/x509/extension.js
var extension = __webpack_require__(6111);
// EXTERNAL MODULE: ./build/bundle/ca/x509/name.js
var x509_name = __webpack_require__(2123);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/ca/x509/signed-structure.js
var signed_structure = __webpack_require__(2048);
;// CONCATENATED MODULE: ./build/bundle/ca/init-authority.js
// SPDX-License-Identifier: MIT












/** the hand-made authority of 2016 was made for 25 years */
const defaultDays = 9125;
const defaultOrganization = 'Private App Store';
const defaultBits = 4096;
const leastBits = 2048;
const day = 86_400_000;
/** Root and intermediate (path length 0, keyCertSign and cRLSign), RSA, SHA-256 with PKCS#1 v1.5. */
async function initAuthority(options = {}) {
    const { keyBits = defaultBits } = options;
    const [rootKey, key] = await Promise.all([generateRsaKey(keyBits), generateRsaKey(keyBits)]);
    return {
        ...(await certify(rootKey, new pem_signer/* PemSigner */.D(key), options)),
        encryptKey: (encryption) => encryptPrivateKey(key, encryption),
    };
}
/**
 * The same over a key that is there already, in a token say.
 * @throws AuthorityError `key-unusable`, and what the key's keeper throws
 */
async function initAuthorityOverKey(signer, options = {}) {
    const { keyBits = defaultBits, random = ca_random/* systemRandom */.v } = options;
    await refuseUnlessWorking(signer, random);
    return certify(await generateRsaKey(keyBits), signer, options);
}
/**
 * Another intermediate under a root that is there: the authority before is over, or its key is not what it was. Its name has
 * the day in it, because servers take the first issuer of a name and try no other (server: IntegrityCheck/Checker.php).
 * @throws AuthorityError `key-unusable`, `wrong-issuer`, `issuer-expired`, and what the keys' keepers throw
 */
async function initSuccessor({ certificate: root, signer: rootSigner }, signer, options = {}) {
    const { days = defaultDays, random = ca_random/* systemRandom */.v } = options;
    const notBefore = (0,issue_certificate/* wholeSeconds */.$)(options.now ?? new Date());
    if (!rootSigner.publicKey.equals(root.publicKey)) {
        throw new authority_error/* AuthorityError */.s('wrong-issuer', 'The root’s key is not the one of the root’s certificate.', {
            hint: 'Give the certificate and the key of the same root.',
        });
    }
    if (!root.isValidAt(notBefore)) {
        throw new authority_error/* AuthorityError */.s('issuer-expired', `The root ends on ${root.notAfter.toISOString()}.`, {
            hint: 'Make a new authority, root and all: leave --root out.',
        });
    }
    await refuseUnlessWorking(signer, random);
    const organization = options.organization ?? organizationOf(root) ?? defaultOrganization;
    const wanted = new Date(notBefore.getTime() + days * day);
    const intermediate = await authorityCertificate({
        issuer: root.subject.der,
        issuerSigner: rootSigner,
        issuerKeyId: root.subjectKeyId ?? (0,extension/* keyIdentifier */.P_)(root.spki),
        subject: (0,x509_name/* name */.U)([
            ['O', organization],
            ['CN', `${organization} Code Signing Intermediate Authority of ${notBefore.toISOString().slice(0, 10)}`],
        ]),
        key: signer.publicKey,
        validity: (0,der_writer/* sequence */.K2)((0,der_writer/* time */.kB)(notBefore), (0,der_writer/* time */.kB)(wanted > root.notAfter ? root.notAfter : wanted)),
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
    if (bits >= leastBits && (0,external_node_crypto_.verify)('sha256', challenge, signer.publicKey, await signer.sign('sha256', challenge)))
        return;
    throw new authority_error/* AuthorityError */.s('key-unusable', `The key has ${bits} bits, or does not sign as its public half says.`, {
        hint: `Take an RSA key of at least ${leastBits} bits that was made for signing.`,
    });
}
async function certify(rootKey, signer, options) {
    const { organization = defaultOrganization, days = defaultDays, random = ca_random/* systemRandom */.v } = options;
    const notBefore = (0,issue_certificate/* wholeSeconds */.$)(options.now ?? new Date());
    const validity = (0,der_writer/* sequence */.K2)((0,der_writer/* time */.kB)(notBefore), (0,der_writer/* time */.kB)(new Date(notBefore.getTime() + days * day)));
    const rootName = (0,x509_name/* name */.U)([
        ['O', organization],
        ['CN', `${organization} Root Authority`],
    ]);
    const intermediateName = (0,x509_name/* name */.U)([
        ['O', organization],
        ['CN', `${organization} Code Signing Intermediate Authority`],
    ]);
    const rootSigner = new pem_signer/* PemSigner */.D(rootKey);
    const issuerKeyId = (0,extension/* keyIdentifier */.P_)(rootSigner.publicKey.export({ type: 'spki', format: 'der' }));
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
        encryptRootKey: (encryption) => encryptPrivateKey(rootKey, encryption),
    };
}
async function authorityCertificate(order) {
    const spki = order.key.export({ type: 'spki', format: 'der' });
    const toBeSigned = (0,der_writer/* sequence */.K2)((0,der_writer/* explicit */.pc)(0, (0,der_writer/* integer */.nd)(2)), (0,der_writer/* integer */.nd)((0,serial/* randomSerial */.YG)((serial) => order.taken.includes(serial), order.random)), signed_structure/* sha256WithRsa */.s3, order.issuer, order.validity, order.subject, spki, (0,der_writer/* explicit */.pc)(3, (0,der_writer/* sequence */.K2)((0,extension/* subjectKeyIdentifier */.Fi)((0,extension/* keyIdentifier */.P_)(spki)), (0,extension/* authorityKeyIdentifier */.Eo)(order.issuerKeyId), (0,extension/* basicConstraints */.vw)(true, order.pathLength), (0,extension/* keyUsage */.F$)('keyCertSign', 'cRLSign'))));
    return new common_certificate/* Certificate */.us(await (0,signed_structure/* signStructure */.zZ)(toBeSigned, order.issuerSigner));
}

// EXTERNAL MODULE: ./build/bundle/ca/key/pkcs11-uri.js
var pkcs11_uri = __webpack_require__(2619);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
// EXTERNAL MODULE: ./build/bundle/ca/cli/secret.js
var cli_secret = __webpack_require__(9826);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/make-authority.js
// SPDX-License-Identifier: MIT









/** What `init` was asked for: with a new root or under one that is there, with a new key or over one in a token. */
async function makeAuthority(args, terminal, options) {
    const ask = (secret) => (0,cli_secret/* readSecret */.n5)(args, terminal, secret);
    const text = args.text('key');
    const root = args.text('root');
    if (text === undefined) {
        const passphrase = await askNew(ask, { name: 'passphrase of the new key' });
        const rootPassphrase = hasOwnPassphrase(args) ? await askRoot(ask, root === undefined) : passphrase;
        if (root === undefined) {
            const authority = await initAuthority(options);
            return {
                authority,
                key: { encrypted: authority.encryptKey({ passphrase }) },
                encryptedRootKey: () => authority.encryptRootKey({ passphrase: rootPassphrase }),
            };
        }
        const existing = readRoot(args, terminal, root, rootPassphrase);
        const key = await generateRsaKey(options.keyBits);
        const authority = await initSuccessor(existing, new pem_signer/* PemSigner */.D(key), options);
        return { authority, key: { encrypted: encryptPrivateKey(key, { passphrase }) } };
    }
    // the root's key has a passphrase of its own: a PIN of some digits protects a token, which counts the tries, but no file
    const uri = pkcs11_uri/* Pkcs11Uri */.y.parse(text, '--key');
    const rootPassphrase = args.text('root-key') === undefined ? '' : await askRoot(ask, root === undefined);
    const existing = root === undefined ? undefined : readRoot(args, terminal, root, rootPassphrase);
    const signer = await (0,ca_folder/* openToken */.M)(uri, ask);
    try {
        if (existing !== undefined)
            return { authority: await initSuccessor(existing, signer, options), key: { uri } };
        const authority = await initAuthorityOverKey(signer, options);
        return {
            authority,
            key: { uri },
            encryptedRootKey: () => authority.encryptRootKey({ passphrase: rootPassphrase }),
        };
    }
    finally {
        await signer.close();
    }
}
/** The root that signs itself, in a file of its own or in the bundle; and its key. */
function readRoot(args, terminal, file, passphrase) {
    const keyFile = args.required('root-key');
    const certificates = common_certificate/* Certificate */.us.allFromPem((0,repository_option/* readBytes */.io)(terminal, file).toString('latin1'), file);
    const certificate = certificates.find((one) => one.issuer.equals(one.subject) && one.isSignedBy(one.publicKey));
    if (certificate === undefined) {
        throw new input_error/* InputError */.d('not-a-certificate', `${file} holds no root, which is a certificate that signed itself.`, {
            hint: 'Give the root’s certificate, or the bundle that it stands in.',
            file,
        });
    }
    return { certificate, signer: pem_signer/* PemSigner */.D.open((0,repository_option/* readBytes */.io)(terminal, keyFile).toString('latin1'), passphrase, keyFile) };
}
function hasOwnPassphrase(args) {
    return args.text('root-passphrase-file') !== undefined || args.text('root-passphrase-fd') !== undefined;
}
async function askRoot(ask, isNew) {
    const secret = { name: 'passphrase of the root’s key', option: 'root-passphrase' };
    return isNew ? askNew(ask, secret) : ask(secret);
}
async function askNew(ask, secret) {
    const text = await ask({ ...secret, isNew: true });
    if (text !== '')
        return text;
    throw new input_error/* InputError */.d('bad-usage', `The ${secret.name} is empty.`, {
        hint: 'Take one that nobody can guess: the file with the key may be copied, and tried for ever.',
    });
}

;// CONCATENATED MODULE: ./build/bundle/ca/cli/init.js
// SPDX-License-Identifier: MIT







const init = {
    name: 'init',
    usage: 'CA_DIR --passphrase-file F',
    summary: 'Makes a root and an intermediate that issues, for a private store or a test.',
    options: {
        ...cli_secret/* passphraseOptions */.DB,
        organization: { type: 'string', value: 'TEXT', help: 'name in both certificates (default: Private App Store)' },
        key: {
            type: 'string',
            value: 'PKCS11-URI',
            help: 'the intermediate is for this key, which a token has already (default: a new one in a file)',
        },
        'key-bits': { type: 'string', value: 'N', help: 'of the RSA keys that are made (default: 4096)' },
        'root-key': {
            type: 'string',
            value: 'FILE',
            help: 'where the root’s key goes, encrypted, on another medium (default: it is thrown away)',
        },
        root: {
            type: 'string',
            value: 'FILE',
            help: 'a root that is there, whose key in --root-key signs the intermediate (default: a new one)',
        },
        ...(0,cli_secret/* secretOptions */.pc)('root-passphrase', 'passphrase of the root’s key, if it is another'),
    },
    positionals: [1, 1],
    run: async (args, terminal) => {
        const folder = (0,external_node_path_.resolve)(terminal.cwd, args.positionals[0] ?? '');
        ca_folder/* CaFolder */.R.refuseExisting(folder);
        const rootKey = args.text('root-key');
        const newRootKey = args.text('root') === undefined ? rootKey : undefined;
        if (newRootKey !== undefined)
            refuseToOverwrite((0,external_node_path_.resolve)(terminal.cwd, newRootKey), newRootKey);
        const organization = args.text('organization');
        const { authority, key, encryptedRootKey } = await makeAuthority(args, terminal, {
            keyBits: readBits(args.text('key-bits') ?? '4096'),
            ...(organization !== undefined && { organization }),
        });
        if (newRootKey !== undefined && encryptedRootKey !== undefined) {
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.resolve)(terminal.cwd, newRootKey), encryptedRootKey(), { mode: 0o600, flag: 'wx' });
        }
        ca_folder/* CaFolder */.R.create(folder, authority, key);
        terminal.out(`${folder}: an authority, valid until ${authority.intermediate.notAfter.toISOString().slice(0, 10)}.\n`);
        terminal.out('root.crt is what servers and stores have to trust.\n');
        return 'fine';
    },
};
/** Before keys are made, which takes seconds: a root's key is not made again. */
function refuseToOverwrite(path, file) {
    if (!(0,external_node_fs_.existsSync)(path))
        return;
    throw new authority_error/* AuthorityError */.s('already-there', `${file} is there already; nothing was written.`, {
        hint: 'Name a file that is not there; to use the root that is, add --root.',
        file,
    });
}
function readBits(text) {
    const bits = Number(text);
    if (/^\d+$/.test(text) && bits >= 2048 && bits <= 16_384)
        return bits;
    throw new input_error/* InputError */.d('bad-usage', `--key-bits ${text} is not between 2048 and 16384.`, {
        hint: 'Usage: nextcloud-ca init CA_DIR --passphrase-file F',
    });
}


/***/ }),

/***/ 2106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ issueCertificate),
  $: () => (/* binding */ wholeSeconds)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/der-writer.js
var der_writer = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/bundle/ca/x509/extension.js
var extension = __webpack_require__(6111);
// EXTERNAL MODULE: ./build/bundle/ca/x509/name.js
var x509_name = __webpack_require__(2123);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/ca/x509/signed-structure.js
var signed_structure = __webpack_require__(2048);
// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/ca/issue/profile.js
var issue_profile = __webpack_require__(5816);
;// CONCATENATED MODULE: ./build/bundle/ca/issue/certificate-lint.js





const sha256WithRsa = '1.2.840.113549.1.1.11';
const day = 86_400_000;
/** in the words of a maintainer: none of these can be mended by a requester */
const fix = 'Do not sign: this is a fault of the authority’s program or of its configuration.';
const rules = [
    {
        id: 'lint-version',
        message: 'The version is not the profile’s.',
        check: ({ certificate, profile }) => when(certificate.version !== profile.version),
        source: 'RFC 5280 section 4.1.2.1',
    },
    {
        id: 'lint-serial',
        message: 'The serial is not 16 octets with the first in 0x01 to 0x7f.',
        check: ({ certificate }) => when(!(0,x509_serial/* isRandomSerial */.mH)(certificate.serial)),
        source: 'RFC 5280 section 4.1.2.2, CA/B Forum CSBR 7.1',
    },
    {
        id: 'lint-issuer',
        message: 'The issuer’s name is not octet by octet the subject of the issuing certificate.',
        check: ({ certificate, issuer }) => when(!certificate.issuer.equals(issuer.subject)),
        source: 'server: IntegrityCheck/Checker.php with phpseclib',
    },
    {
        id: 'lint-subject',
        message: 'The subject is not one common name that equals the app id.',
        check: ({ certificate: { subject }, appId }) => when(subject.attributes.length !== 1 || subject.commonNames.length !== 1 || subject.commonNames[0] !== appId),
        source: 'server: IntegrityCheck/Checker.php',
    },
    {
        id: 'lint-key',
        message: 'The key is not the request’s.',
        check: ({ certificate, spki }) => when(Buffer.compare(certificate.spki, spki) !== 0),
        source: 'RFC 2986 section 3',
    },
    {
        id: 'lint-validity',
        message: 'The validity is not inside the issuer’s, is empty, or is longer than the profile’s.',
        check: ({ certificate: { notBefore, notAfter }, issuer, profile }) => when(!(notBefore < notAfter) ||
            notBefore < issuer.notBefore ||
            notAfter > issuer.notAfter ||
            notAfter.getTime() - notBefore.getTime() > profile.validityDays * day),
        source: 'RFC 5280 section 4.1.2.5',
    },
    {
        id: 'lint-time-type',
        message: 'A date up to 2049 is not UTCTime, or one from 2050 on not GeneralizedTime.',
        check: ({ certificate }) => when(timesOf(certificate).some(({ tag: type, year }) => type !== timeTag(year))),
        source: 'RFC 5280 section 4.1.2.5',
    },
    {
        id: 'lint-signature-algorithm',
        message: 'The signature algorithm is not sha256WithRSAEncryption, inside and outside alike.',
        check: ({ certificate }) => when(certificate.signatureAlgorithm !== sha256WithRsa || innerAlgorithm(certificate) !== sha256WithRsa),
        source: 'RFC 5280 section 4.1.1.2; phpseclib 2 verifies RSA with PKCS#1 v1.5 only',
    },
    {
        id: 'lint-extensions',
        message: 'The extensions are not those of the profile, each once, or stand in a certificate of version 1.',
        check: ({ certificate: { extensions, version }, profile }) => {
            const wanted = profile.extensions.map((kind) => issue_profile/* extensionKinds */.PL[kind].id);
            const has = extensions.map(({ id }) => id);
            return when(has.join() !== wanted.join() || (version === 1 && has.length > 0));
        },
        source: 'RFC 5280 section 4.1.2.9; no caIssuers, because servers fetch its URL',
    },
    {
        id: 'lint-key-identifiers',
        message: 'A key identifier does not name the key it speaks of.',
        applies: ({ profile }) => profile.extensions.length > 0,
        check: ({ certificate, issuer, spki }) => when(!same(certificate.subjectKeyId, (0,extension/* keyIdentifier */.P_)(spki)) ||
            !same(certificate.authorityKeyId.keyId, issuer.subjectKeyId ?? (0,extension/* keyIdentifier */.P_)(issuer.spki))),
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
function when(broken) {
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
    const from = wholeSeconds(notBefore < issuer.notBefore ? issuer.notBefore : notBefore);
    const wanted = new Date(from.getTime() + profile.validityDays * issue_certificate_day);
    const until = wanted > issuer.notAfter ? issuer.notAfter : wanted;
    const context = { spki: request.spki, issuerKeyId: issuer.subjectKeyId ?? (0,extension/* keyIdentifier */.P_)(issuer.spki) };
    const extensions = profile.extensions.map((kind) => issue_profile/* extensionKinds */.PL[kind].write(context));
    return (0,der_writer/* sequence */.K2)(...(profile.version === 3 ? [(0,der_writer/* explicit */.pc)(0, (0,der_writer/* integer */.nd)(2))] : []), (0,der_writer/* integer */.nd)(serial), signed_structure/* sha256WithRsa */.s3, issuer.subject.der, (0,der_writer/* sequence */.K2)((0,der_writer/* time */.kB)(from), (0,der_writer/* time */.kB)(until)), 
    // the common name alone, whatever else the request's subject says
    (0,x509_name/* name */.U)([['CN', appId]]), request.spki, ...(extensions.length > 0 ? [(0,der_writer/* explicit */.pc)(3, (0,der_writer/* sequence */.K2)(...extensions))] : []));
}
function wholeSeconds(date) {
    return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
/** Reading a key costs 60 µs: an issuer's is read once. */
const publicKeys = new WeakMap();
function publicKeyOf(issuer) {
    const known = publicKeys.get(issuer) ?? issuer.publicKey;
    publicKeys.set(issuer, known);
    return known;
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