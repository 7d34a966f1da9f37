"use strict";
exports.id = 138;
exports.ids = [138];
exports.modules = {

/***/ 3980:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ terminalProgress)
/* harmony export */ });
/* harmony import */ var _common_render_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5578);

const barWidth = 24;
const nameWidth = 15;
/** On a terminal a bar that is drawn over itself; elsewhere, and in a job's log, one plain line per step. */
function terminalProgress(terminal) {
    let step = '';
    let drawn = '';
    const draw = (line) => {
        if (!terminal.isTerminal || line === drawn)
            return;
        drawn = line;
        terminal.err(`\r\u001b[K${line}`);
    };
    const clear = () => {
        if (drawn !== '')
            terminal.err('\r\u001b[K');
        drawn = '';
    };
    return {
        begin: (name) => {
            step = name;
            draw(`… ${name}`);
        },
        update: (share) => {
            const filled = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
            draw(`… ${step.padEnd(nameWidth)} [${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`);
        },
        end: (detail) => {
            clear();
            terminal.err(`✓ ${step.padEnd(nameWidth)} ${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(detail)}\n`);
        },
        fail: () => {
            clear();
            terminal.err(`✗ ${step}\n`);
        },
        note: (line) => {
            clear();
            terminal.err(`  ${(0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printableLines */ .f)(line)}\n`);
        },
    };
}


/***/ }),

/***/ 5976:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vG: () => (/* binding */ buildSignature),
  Rx: () => (/* binding */ refuseStranger),
  Ww: () => (/* binding */ signHashList)
});

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/private-key.js
var private_key = __webpack_require__(7861);
// EXTERNAL MODULE: ./build/bundle/src/integrity/hash-list.js
var hash_list = __webpack_require__(1434);
// EXTERNAL MODULE: ./build/bundle/src/integrity/integrity-error.js
var integrity_error = __webpack_require__(3633);
// EXTERNAL MODULE: ./build/bundle/src/integrity/pss-signature.js
var pss_signature = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/bundle/src/integrity/php-json.js
var php_json = __webpack_require__(5760);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/signature-file.js

/**
 * signature.json byte for byte as the server's commands write it (server: IntegrityCheck/Checker.php, `json_encode`
 * with JSON_PRETTY_PRINT): no newline at the end, an empty list as `[]`.
 *
 * @param sorted the hash list in the order of {@link sortHashList}
 * @param certificatePem with CRLF, and no line end behind the footer, as phpseclib writes it
 */
function writeSignatureFile(sorted, signature, certificatePem) {
    const lines = Array.from(sorted, ([path, value]) => {
        return `        ${(0,php_json/* phpJsonString */._)(path)}: ${value === false ? 'false' : (0,php_json/* phpJsonString */._)(value)}`;
    });
    const hashes = lines.length === 0 ? '[]' : `{\n${lines.join(',\n')}\n    }`;
    const base64 = (0,php_json/* phpJsonString */._)(Buffer.from(signature).toString('base64'));
    const text = `{\n    "hashes": ${hashes},\n    "signature": ${base64},\n    "certificate": ${(0,php_json/* phpJsonString */._)(certificatePem)}\n}`;
    return Buffer.from(text, 'latin1');
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/signing-rules.js
var signing_rules = __webpack_require__(8852);
;// CONCATENATED MODULE: ./build/bundle/src/integrity/build-signature.js







/**
 * The content of signature.json, byte for byte what the server's commands write (server: IntegrityCheck/Checker.php).
 * Unlike theirs it embeds the certificate as it is: phpseclib changes certificates with extensions unknown to it.
 *
 * @param hashes path from the app folder to SHA-512 in lowercase hex, in any order
 * @param certificate of the key, or its PEM
 * @throws IntegrityError `key-mismatch`, `key-unsupported`, `unsignable`
 * @throws InputError where the PEM holds no certificate
 */
function buildSignature(hashes, key, certificate) {
    const holder = typeof certificate === 'string' ? common_certificate/* Certificate */.us.fromPem(certificate) : certificate;
    refuseStranger(key, holder);
    (0,signing_rules/* refuseUnsignable */.jy)(signing_rules/* pathRules */.f5, { files: Array.from(hashes.keys(), (path) => ({ path })) });
    return signHashList(hashes, key, holder);
}
/** The same without a look at names, key and certificate: for callers that had it. */
function signHashList(hashes, key, certificate) {
    const sorted = (0,hash_list/* sortHashList */.r)(hashes);
    return writeSignatureFile(sorted, (0,pss_signature/* signPss */.I)((0,hash_list/* signedBytes */.S)(sorted), key), certificate.toPem('\r\n').trimEnd());
}
/** @throws IntegrityError `key-mismatch` */
function refuseStranger(key, certificate) {
    if ((0,private_key/* belongsTogether */.Z)(key, certificate))
        return;
    throw new integrity_error/* IntegrityError */.c('key-mismatch', 'The private key is not the one of the certificate.', {
        hint: 'Give the key that the certificate was requested with.',
    });
}


/***/ }),

/***/ 5310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ signerFindings)
/* harmony export */ });
/* harmony import */ var _common_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(104);
/* harmony import */ var _certificate_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8008);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3633);



/**
 * May this key and certificate sign the code of this app? They must belong together and the CN be the app id (`core`
 * for a server): the server's own command looks at neither, and what it writes then verifies nowhere. Whatever the
 * checker of a server is blind to, or a private authority would explain, is a warning here; a release looks again.
 *
 * @throws IntegrityError `key-mismatch`, `wrong-common-name`
 */
function signerFindings(use) {
    const findings = (0,_common_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .applyRules */ .I)(_certificate_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateRules */ .P, use);
    refuse(findings, 'certificate-key-mismatch', 'key-mismatch');
    refuse(findings, 'certificate-other-app', 'wrong-common-name');
    return findings.map((finding) => (finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding));
}
function refuse(findings, rule, code) {
    const finding = findings.find((candidate) => candidate.rule === rule);
    if (finding !== undefined)
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .c(code, finding.message, { hint: finding.fix ?? '' });
}


/***/ }),

/***/ 8852:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f5: () => (/* binding */ pathRules),
/* harmony export */   hf: () => (/* binding */ walkRules),
/* harmony export */   jy: () => (/* binding */ refuseUnsignable)
/* harmony export */ });
/* harmony import */ var _common_finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2201);
/* harmony import */ var _common_rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(104);
/* harmony import */ var _hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2593);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3633);
/* harmony import */ var _php_number_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8263);
/* harmony import */ var _raw_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3731);
// SPDX-License-Identifier: MIT






const checker = 'server: IntegrityCheck/Checker.php';
/** Names that no server can verify reliably, wherever the list comes from. */
const pathRules = [
    {
        id: 'integrity-numeric-name',
        severity: 'error',
        check: ({ files }) => at(files.filter(({ path }) => (0,_php_number_js__WEBPACK_IMPORTED_MODULE_3__/* .isPhpNumeric */ .w)(path))),
        message: 'PHP takes the name for a number, so that servers sort the signed list in no certain order.',
        fix: 'Rename it, or move it into a folder: only names at the top are concerned.',
        source: `${checker}, ksort`,
    },
    {
        id: 'integrity-name-not-utf8',
        severity: 'error',
        check: ({ files }) => at(files.filter(({ path }) => !(0,_raw_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnicode */ .KA)(path))),
        message: 'The name is not UTF-8, so that no signature can hold it.',
        fix: 'Rename it in UTF-8.',
        source: `${checker}, json_encode`,
    },
    {
        id: 'integrity-odd-path',
        severity: 'error',
        check: ({ files }) => at(files.filter(({ path }) => /(?:^|\/)\.{0,2}(?:\/|$)/.test(path))),
        message: 'This is not the path of a file from the app folder.',
        fix: 'Name files by their path from the app folder, without ".", ".." and doubled slashes.',
        source: checker,
    },
    {
        id: 'integrity-unhashed-path',
        severity: 'error',
        check: ({ files }) => at(files.filter(({ path }) => (0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isSignaturePath */ .Mg)(path) || (0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnhashedName */ .UH)((0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path)))),
        message: 'Servers leave this path out of their list, and would miss the file that the signature names.',
        fix: 'Leave the file out.',
        source: `${checker} and Iterator/ExcludeFileByNameFilterIterator.php`,
    },
];
/** What else stands in the way of signing a folder as it lies there. */
const walkRules = [
    {
        id: 'integrity-symbolic-link',
        severity: 'error',
        check: ({ links }) => at(links),
        message: 'A symbolic link: servers hash what it leads to, or pass over it, and archives may lose it.',
        fix: 'Put what it leads to in its place.',
        source: checker,
    },
    {
        id: 'integrity-special-file',
        severity: 'error',
        check: ({ specials }) => specials.map(violation),
        message: 'This is a pipe, a socket or a device, which has no content to sign.',
        fix: 'Remove it.',
        source: checker,
    },
    {
        id: 'integrity-misplaced-signature',
        severity: 'error',
        check: ({ misplaced }) => misplaced.map(violation),
        message: 'Servers never look at a file of this path, so that anything could stand in it.',
        fix: 'Remove it.',
        source: checker,
    },
    {
        id: 'integrity-unhashed-name',
        severity: 'warning',
        check: ({ unhashed }) => unhashed.map(violation),
        message: 'Servers leave files of this name out of their list, older ones do not; it was not signed.',
        fix: 'Remove it.',
        source: 'server: IntegrityCheck/Iterator/ExcludeFileByNameFilterIterator.php',
    },
    {
        id: 'integrity-htaccess',
        severity: 'warning',
        applies: ({ kind }) => kind === 'app',
        check: ({ hashed }) => hashed.filter((path) => (0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(path).toLowerCase() === '.htaccess').map(violation),
        message: 'The server’s installer never copies .htaccess: after an installation from the store the check misses it.',
        fix: 'Remove it, and sign again.',
        source: 'server: Installer.php with forbidden_filenames; nextcloud/server#9765',
    },
];
/** @returns the warnings. @throws IntegrityError `unsignable` with all findings */
function refuseUnsignable(rules, subject) {
    const findings = (0,_common_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .applyRules */ .I)(rules, subject);
    if ((0,_common_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .isOk */ .HQ)(findings))
        return findings;
    const errors = findings.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .c('unsignable', `${first?.file ?? ''}${more} cannot be signed: ${first?.message ?? ''}`, {
        hint: first?.fix ?? '',
        findings,
    });
}
function at(files) {
    return files.map(({ path }) => violation(path));
}
function violation(path) {
    return { file: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_2__/* .printableName */ .Nt)(path) };
}


/***/ }),

/***/ 6029:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ makeArchive),
  c: () => (/* binding */ openGivenArchive)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/trust.js + 1 modules
var common_trust = __webpack_require__(4908);
// EXTERNAL MODULE: ./build/bundle/src/app/judge-app.js + 2 modules
var judge_app = __webpack_require__(3118);
// EXTERNAL MODULE: ./build/bundle/src/build/build-app.js + 7 modules
var build_app = __webpack_require__(289);
// EXTERNAL MODULE: ./build/bundle/src/integrity/build-signature.js + 1 modules
var build_signature = __webpack_require__(5976);
// EXTERNAL MODULE: ./build/bundle/src/integrity/signer-findings.js
var signer_findings = __webpack_require__(5310);
// EXTERNAL MODULE: ./build/bundle/src/integrity/signing-rules.js
var signing_rules = __webpack_require__(8852);
// EXTERNAL MODULE: ./build/bundle/src/package/pack-stage.js + 2 modules
var pack_stage = __webpack_require__(132);
// EXTERNAL MODULE: ./build/bundle/src/package/stage.js + 4 modules
var package_stage = __webpack_require__(8685);
// EXTERNAL MODULE: ./build/bundle/src/release-error.js
var release_error = __webpack_require__(6455);
;// CONCATENATED MODULE: ./build/bundle/src/staged-app-files.js
// SPDX-License-Identifier: MIT

/** The chosen files as the metadata rules read them: what is left out of the archive is not there. */
function stagedAppFiles(stage) {
    const files = new Map(stage.files.map((file) => [file.path, file]));
    return {
        list: () => [...files.keys()],
        read: (path) => {
            const file = files.get(path);
            return file && (file.content ?? (0,external_node_fs_.readFileSync)(file.source));
        },
    };
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/archive-tree.js
var archive_tree = __webpack_require__(8884);
// EXTERNAL MODULE: ./build/bundle/src/integrity/check-tree.js + 5 modules
var check_tree = __webpack_require__(8593);
// EXTERNAL MODULE: ./build/bundle/src/integrity/verdict.js
var verdict = __webpack_require__(1756);
// EXTERNAL MODULE: ./build/bundle/src/integrity/verdict-findings.js
var verdict_findings = __webpack_require__(9459);
// EXTERNAL MODULE: ./build/bundle/src/store/acceptance.js + 1 modules
var acceptance = __webpack_require__(7223);
;// CONCATENATED MODULE: ./build/bundle/src/verify-archive.js
// SPDX-License-Identifier: MIT








/**
 * Opens an archive as the store will (structure, metadata), and checks it as a server will (signature.json).
 * @throws ReleaseError `archive-refused` with all findings, `archive-other-app`
 */
async function verifyArchive(question) {
    const { archive, app, nightly, signed, trust, now } = question;
    const bytes = (0,external_node_fs_.readFileSync)(archive);
    const judged = await (0,acceptance/* judgeArchive */.I)(bytes, { nightly, name: archive });
    const findings = [...judged.findings];
    let files = 0;
    if ((0,finding/* isOk */.HQ)(findings)) {
        const tree = await archive_tree/* ArchiveTree */.r.open(bytes, archive);
        files = tree.paths.length;
        if (signed)
            findings.push(...checkSignature(tree, app.id, trust, now));
    }
    if (!(0,finding/* isOk */.HQ)(findings))
        throw (0,release_error/* archiveRefused */.H8)(archive, findings);
    if (judged.id !== app.id || judged.version !== app.version) {
        throw new release_error/* ReleaseError */.K2('archive-other-app', `${archive} holds ${judged.id ?? 'no app'} ${judged.version ?? ''}, not ${app.id} ${app.version}.`, {
            hint: 'Give the archive of this very version.',
            file: archive,
        });
    }
    return { files, changelog: judged.changelogs.en ?? '', findings };
}
/** A warning of the check is one here; that the issuer is unknown shows in its verdict, and was said at signing. */
function checkSignature(tree, scope, trust, now) {
    const { result, warnings } = (0,check_tree/* checkTree */.R)(tree, { kind: 'app', scope, trust, now });
    return (0,verdict/* isFine */.zn)(result) ? [...warnings] : [...(0,verdict_findings/* verdictFindings */.a)(result), ...warnings];
}

;// CONCATENATED MODULE: ./build/bundle/src/make-archive.js
// SPDX-License-Identifier: MIT














/**
 * Build, stage, validate, code-sign and pack in one go, then open the archive as the store and a server will.
 * Either there is an archive in which nothing was found, or there is none.
 * @throws CodedError of the room that said no; nothing half-written stays
 */
async function makeArchive(inputs, steps) {
    const { signer, trust, now, app } = inputs;
    const signing = signer === undefined ? [] : (0,signer_findings/* signerFindings */.b)({ appId: app.id, ...signer, trust, now });
    const built = await buildStep(inputs, steps);
    try {
        const stage = await steps.run('stage', async () => {
            const rules = signer === undefined ? [] : signing_rules/* pathRules */.f5;
            const chosen = (0,package_stage/* stageApp */._)(built.dir, { outputs: [inputs.out], rules });
            return [chosen, `${chosen.files.length} files chosen, ${chosen.leftOut.length} paths left out`];
        });
        const metadata = await validateStep(inputs, stage, steps);
        const packed = await steps.run('pack', async () => {
            const archive = await (0,pack_stage/* packStage */.g)(stage, {
                appId: app.id,
                out: inputs.out,
                ...(inputs.signal && { signal: inputs.signal }),
                ...(signer && { codeSign: (hashes) => (0,build_signature/* buildSignature */.vG)(hashes, signer.key, signer.certificate) }),
                onProgress: ({ bytes, ofBytes }) => steps.progress.update(ofBytes === 0 ? 1 : bytes / ofBytes),
            });
            const words = archive.signed ? 'code-signed' : 'without a code signature';
            return [archive, `${archive.files} files, ${archive.size} bytes, ${words}`];
        });
        // An issuer that is not trusted was told above, and is for `release` to refuse.
        const isKnown = signer === undefined || trust.issuerOf(signer.certificate) !== undefined;
        const looked = isKnown ? inputs : { ...inputs, trust: common_trust/* Trust */.R.indifferent() };
        const seen = await verifyStep(looked, inputs.out, packed.signed, steps).catch((error) => {
            (0,external_node_fs_.rmSync)(inputs.out, { force: true });
            throw error;
        });
        const { size, sha256, sha512, files, signed } = packed;
        const findings = distinct([
            ...built.findings,
            ...signing,
            ...metadata.findings,
            ...packed.findings,
            ...seen.findings,
        ]);
        return { path: inputs.out, size, sha256, sha512, files, signed, changelog: metadata.changelog, findings };
    }
    finally {
        built.dispose();
    }
}
/** An archive that somebody packed: nothing is changed in it, and it must stand the same tests. */
async function openGivenArchive(inputs, steps) {
    const { archive } = inputs;
    const bytes = (0,external_node_fs_.readFileSync)(archive);
    const seen = await verifyStep(inputs, archive, true, steps);
    const digest = (name) => (0,external_node_crypto_.createHash)(name).update(bytes).digest('hex');
    return {
        path: archive,
        size: bytes.length,
        sha256: digest('sha256'),
        sha512: digest('sha512'),
        files: seen.files,
        signed: true,
        changelog: seen.changelog,
        findings: seen.findings,
    };
}
async function buildStep({ build, dir, buildEnvironment }, steps) {
    if (!build) {
        steps.skip('build', 'as asked; what is there is packed');
        return { dir, findings: [], dispose: () => undefined };
    }
    return steps.run('build', async () => {
        const output = (text) => {
            for (const line of text.split('\n'))
                if (line.trim() !== '')
                    steps.progress.note(line);
        };
        const built = await (0,build_app/* buildApp */.e)({ dir, environment: buildEnvironment, output });
        const words = built.commands.length === 0 ? 'nothing to build' : built.commands.join(', ');
        return [built, built.dir === dir ? words : `${words}, in a clean copy`];
    });
}
async function validateStep({ validate, nightly }, stage, steps) {
    if (!validate) {
        steps.skip('validate', 'as asked');
        return { findings: [], changelog: '' };
    }
    return steps.run('validate', async () => {
        const { findings, changelogs } = await (0,judge_app/* judgeApp */.h)(stagedAppFiles(stage), { nightly });
        if (!(0,finding/* isOk */.HQ)(findings))
            throw (0,release_error/* validationFailed */.$Y)(findings);
        const remarks = findings.length === 0 ? '' : `; remarks: ${findings.length}`;
        return [{ findings, changelog: changelogs.en ?? '' }, `the store would take it${remarks}`];
    });
}
async function verifyStep({ app, nightly, trust, now }, archive, signed, steps) {
    return steps.run('verify', async () => {
        const seen = await verifyArchive({ archive, app, nightly, signed, trust, now });
        const who = trust.isIndifferent ? 'a server that trusts its issuer' : 'a server';
        const words = signed
            ? `, and ${who} finds every file as it was signed`
            : '; a server would not check it, it is not signed';
        return [seen, `the store would take it${words}`];
    });
}
/** Stage and archive are looked at by the same rules: what both say is said once, with the app's own path. */
function distinct(findings) {
    const known = new Set();
    return findings.filter(({ rule, message, line }) => {
        const words = `${rule}\n${message}\n${line ?? ''}`;
        return !known.has(words) && known.add(words);
    });
}


/***/ }),

/***/ 8836:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LE: () => (/* binding */ readFolderIdentity),
/* harmony export */   X9: () => (/* binding */ readReleasableIdentity),
/* harmony export */   lP: () => (/* binding */ readArchiveIdentity)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_finding_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2201);
/* harmony import */ var _app_app_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9477);
/* harmony import */ var _app_judge_xml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(983);
/* harmony import */ var _package_archive_listing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31);
/* harmony import */ var _release_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6455);
// SPDX-License-Identifier: MIT







const infoPath = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)('appinfo', 'info.xml');
/**
 * Which app a folder holds. Where its info.xml cannot even say that, the whole judgement on it is the error.
 * @throws ReleaseError `no-app`, `validation-failed`
 */
async function readFolderIdentity(dir) {
    const infoXml = readInfoXml(dir);
    try {
        return (0,_app_app_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .readAppIdentity */ .m)(infoXml);
    }
    catch (error) {
        await refuseInvalidInfo(infoXml);
        throw error;
    }
}
/** What a release looks at before anything else: key, tag and store are compared with what stands in info.xml. */
async function readReleasableIdentity(dir) {
    const infoXml = readInfoXml(dir);
    await refuseInvalidInfo(infoXml);
    return (0,_app_app_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .readAppIdentity */ .m)(infoXml);
}
function readInfoXml(dir) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, infoPath));
    }
    catch (cause) {
        throw new _release_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseError */ .K2('no-app', `${dir} is no app: it has no ${infoPath} that can be read.`, {
            hint: 'Name the folder that holds appinfo/.',
            cause,
            file: dir,
        });
    }
}
async function refuseInvalidInfo(infoXml) {
    const judgements = await (0,_app_judge_xml_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeXml */ .r)([{ kind: 'info', file: infoPath, bytes: infoXml }]);
    const findings = judgements.flatMap((judgement) => judgement.findings);
    if (!(0,_common_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .isOk */ .HQ)(findings))
        throw (0,_release_error_js__WEBPACK_IMPORTED_MODULE_5__/* .validationFailed */ .$Y)(findings);
}
/** Which app an archive says that it is. @throws ReleaseError `no-app`; AppError; PackageError */
async function readArchiveIdentity(archive) {
    const wants = (path) => /^(?:\.\/)?[^/]+\/appinfo\/info\.xml$/.test(path);
    const { contents } = await (0,_package_archive_listing_js__WEBPACK_IMPORTED_MODULE_4__/* .inspectArchive */ .N)(archive, { wants });
    const [infoXml, ...more] = contents.values();
    if (infoXml === undefined || more.length > 0) {
        throw new _release_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseError */ .K2('no-app', `${archive} does not hold one app: it has ${more.length === 0 ? 'no' : 'several'} appinfo/info.xml.`, {
            hint: 'Pack one folder, named as the app’s id: "nextcloud-release package" does that.',
            file: archive,
        });
    }
    return (0,_app_app_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .readAppIdentity */ .m)(infoXml);
}


/***/ }),

/***/ 6455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ validationFailed),
/* harmony export */   H8: () => (/* binding */ archiveRefused),
/* harmony export */   K2: () => (/* binding */ ReleaseError),
/* harmony export */   M0: () => (/* binding */ planRefused)
/* harmony export */ });
/* harmony import */ var _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4252);
// SPDX-License-Identifier: MIT

const codes = {
    'no-app': 'unusable',
    'plan-refused': 'refused',
    'validation-failed': 'refused',
    'archive-refused': 'refused',
    'archive-other-app': 'refused',
    'served-archive-differs': 'refused',
    'nothing-to-publish-to': 'unusable',
};
/** A release that may not happen, or did not: the errors of the pipeline itself; each room has its own beside. */
class ReleaseError extends _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
    }
}
/** The errors among findings as one error: the first one in words, the others by number. */
function sumOf(code, what, findings, file) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    return new ReleaseError(code, `${what}: ${first?.message ?? ''}${more}`, {
        hint: first?.fix ?? 'Mend what the findings say.',
        findings,
        ...(file !== undefined && { file }),
    });
}
function planRefused(findings) {
    return sumOf('plan-refused', 'The release cannot be made', findings);
}
function validationFailed(findings) {
    return sumOf('validation-failed', 'The store would refuse this app', findings);
}
function archiveRefused(archive, findings) {
    return sumOf('archive-refused', `${archive} would be refused`, findings, archive);
}


/***/ }),

/***/ 742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ Steps)
/* harmony export */ });
/** What a run has done so far. Kept outside of the run, so that a summary can be written of one that broke off. */
class Steps {
    progress;
    #steps = [];
    constructor(progress) {
        this.progress = progress;
    }
    get all() {
        return this.#steps;
    }
    /** @param work returns the step's result and what there is to say of it */
    async run(name, work) {
        this.progress.begin(name);
        try {
            const [result, detail] = await work();
            this.#steps.push({ name, state: 'done', detail });
            this.progress.end(detail);
            return result;
        }
        catch (error) {
            this.#steps.push({ name, state: 'failed', detail: error instanceof Error ? error.message : String(error) });
            this.progress.fail();
            throw error;
        }
    }
    skip(name, why) {
        this.#steps.push({ name, state: 'skipped', detail: why });
        this.progress.begin(name);
        this.progress.end(`skipped: ${why}`);
    }
}


/***/ })

};
;