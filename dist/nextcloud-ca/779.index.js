"use strict";
exports.id = 779;
exports.ids = [779];
exports.modules = {

/***/ 7779:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  review: () => (/* binding */ review_review)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/render/format.js + 2 modules
var render_format = __webpack_require__(6282);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/ca/policy.js
var ca_policy = __webpack_require__(5439);
// EXTERNAL MODULE: ./build/bundle/ca/read-policy.js
var read_policy = __webpack_require__(928);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/ca/import/git-history.js
var git_history = __webpack_require__(5270);
// EXTERNAL MODULE: ./build/bundle/ca/x509/rsa-key.js
var rsa_key = __webpack_require__(4526);
// EXTERNAL MODULE: ./build/bundle/ca/review/request-file.js + 1 modules
var request_file = __webpack_require__(9424);
;// CONCATENATED MODULE: ./build/bundle/ca/review/known-moduli.js
// SPDX-License-Identifier: MIT





/** The RSA moduli of all requests and certificates of a repository: those that are there, and those in its git history. */
async function knownModuli(store) {
    const paths = [...store.list('.csr'), ...store.list('.crt')];
    const present = await Promise.all(paths.map(async (path) => ({ path, bytes: (await store.read(path)) ?? new Uint8Array() })));
    const past = (0,git_history/* isGitCheckout */.dl)(store.folder) ? (0,git_history/* pastFiles */.i4)(store.folder, '*.csr', '*.crt') : [];
    // most files are the same in both, and most certificates have the key of the request beside them
    const keys = new Map();
    for (const { path, bytes } of [...present, ...past]) {
        const spki = path.endsWith('.csr') ? new request_file/* RequestFile */.s(path, bytes).request?.spki : certificateKey(bytes);
        const name = spki && Buffer.from(spki).toString('latin1');
        if (spki === undefined || name === undefined || keys.has(name))
            continue;
        const modulus = (0,rsa_key/* rsaKeyOf */.t)(spki)?.modulus;
        if (modulus !== undefined)
            keys.set(name, modulus);
    }
    return [...keys.values()];
}
function certificateKey(bytes) {
    try {
        return certificate/* Certificate */.us.fromPem(Buffer.from(bytes).toString('latin1')).spki;
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return undefined;
        throw error;
    }
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

// EXTERNAL MODULE: ./build/bundle/ca/review/review.js + 7 modules
var review = __webpack_require__(1886);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 5 modules
var repository_option = __webpack_require__(2994);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/review.js
// SPDX-License-Identifier: MIT











const review_review = {
    name: 'review',
    usage: 'CSR... [--repository DIR]',
    summary: 'Says of requests whether they can be signed, and what to mend.',
    options: {
        repository: { ...repository_option/* repositoryOption */.cx, help: `${repository_option/* repositoryOption */.cx.help}; without it each file is looked at alone` },
        policy: { type: 'string', value: 'FILE', help: 'policy (default: authority/policy.yml of the repository)' },
        deep: {
            type: 'boolean',
            help: 'look longer for weak keys, and for primes shared with any other key of this run or of the repository',
        },
        format: render_format/* formatOption */.Bx,
    },
    positionals: [1, Infinity],
    run: async (args, terminal) => {
        const format = (0,render_format/* parseFormat */.Xc)(args.text('format'));
        const store = args.text('repository') === undefined ? undefined : (0,repository_option/* openStore */.Ch)(args, terminal);
        const inputOf = await contextOf(args, terminal, store);
        const files = args.positionals.map((path) => new request_file/* RequestFile */.s(path, (0,repository_option/* readBytes */.io)(terminal, path)));
        const deep = args.flag('deep') ? { deep: { otherModuli: await othersOf(files, store) } } : {};
        const reviews = files.map((file) => (0,review/* review */.N)({ ...inputOf(file), ...deep }));
        const findings = reviews.flatMap((one) => one.findings);
        terminal.out((0,render_format/* renderFindings */.vO)(format, findings, reviews));
        if (format === 'text')
            terminal.out(summary(reviews));
        return reviews.every(({ ok }) => ok) ? 'fine' : 'refused';
    },
};
/** What every request of this run is judged by. */
async function contextOf(args, terminal, store) {
    const now = new Date();
    const policyFile = args.text('policy');
    const given = policyFile === undefined ? undefined : (0,read_policy/* readPolicy */.T)((0,repository_option/* readBytes */.io)(terminal, policyFile).toString('utf8'), policyFile);
    if (store === undefined)
        return (file) => ({ file, policy: given ?? ca_policy/* defaultPolicy */.G4, now });
    const { ledger, policy } = await repository/* Repository */.LN.open(store);
    return (file) => {
        const path = (0,external_node_path_.relative)(store.folder, (0,external_node_path_.resolve)(terminal.cwd, file.path)).split(external_node_path_.sep).join('/');
        return { file, policy: given ?? policy, now, repository: { path, knowledge: ledger } };
    };
}
function summary(reviews) {
    const refused = reviews.filter(({ ok }) => !ok).length;
    const held = reviews.filter(({ ok, hold }) => ok && hold).length;
    const [only] = reviews;
    if (reviews.length > 1 || only === undefined) {
        return `${reviews.length} requests: ${reviews.length - refused - held} can be signed, ${held} need a decision, ${refused} are refused\n`;
    }
    return `${(0,printable/* printable */.g)(only.path)}: ${refused > 0 ? 'refused' : held > 0 ? 'needs a person’s decision' : 'can be signed'}\n`;
}
/** The keys of this run, and all that the repository ever held. */
async function othersOf(files, store) {
    const known = store === undefined ? [] : await knownModuli(store);
    return otherModuli([...known, ...files.flatMap(({ request }) => request?.rsaKey?.modulus ?? [])]);
}


/***/ }),

/***/ 5270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dl: () => (/* binding */ isGitCheckout),
/* harmony export */   i4: () => (/* binding */ pastFiles),
/* harmony export */   u3: () => (/* binding */ ledgerAnchors)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5231);
/* harmony import */ var _repository_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3460);
// SPDX-License-Identifier: MIT





const maxOutput = 1024 * 1024 * 1024;
function isGitCheckout(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, '.git'));
}
/** Every version of the files that match, oldest first. Merges are looked into: a fault may have come with one. */
function pastFiles(folder, ...patterns) {
    const format = '%x00%H%x09%aI%x09%an <%ae>';
    const log = [
        'log',
        '--reverse',
        '-m',
        '--no-renames',
        '--raw',
        '--no-abbrev',
        `--format=${format}`,
        '--',
        ...patterns,
    ];
    const found = new Map();
    for (const part of git(folder, log).toString('utf8').split('\0').slice(1)) {
        const [head = '', ...lines] = part.split('\n');
        const [commit = '', date = '', author = ''] = head.split('\t');
        for (const line of lines) {
            const [, blob, path] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AM]\t(.+)$/.exec(line) ?? [];
            if (blob === undefined || path === undefined || found.has(`${blob} ${path}`))
                continue;
            found.set(`${blob} ${path}`, { path, commit, author, at: new Date(date), blob });
        }
    }
    const files = [...found.values()];
    const contents = readBlobs(folder, new Set(files.map(({ blob }) => blob)));
    return files.map((file) => ({ ...file, bytes: contents.get(file.blob) ?? new Uint8Array() }));
}
/** Every ledger that was ever committed, by its name and length. */
function ledgerAnchors(folder) {
    if (!isGitCheckout(folder))
        return [];
    return pastFiles(folder, _repository_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerPath */ .tf).map(({ commit, blob, bytes }) => ({ commit, blob, length: bytes.length }));
}
function readBlobs(folder, blobs) {
    const contents = new Map();
    if (blobs.size === 0)
        return contents;
    const output = git(folder, ['cat-file', '--batch'], `${[...blobs].join('\n')}\n`);
    for (let at = 0; at < output.length;) {
        const end = output.indexOf(0x0a, at);
        const [blob = '', , size = '0'] = output.subarray(at, end).toString('latin1').split(' ');
        contents.set(blob, output.subarray(end + 1, end + 1 + Number(size)));
        at = end + 1 + Number(size) + 1;
    }
    return contents;
}
function git(folder, args, input = '') {
    // paths as they are, and no pager, hooks or settings of whoever runs this
    const settings = ['-C', folder, '-c', 'core.quotePath=false', '--no-pager'];
    const { status, stdout, stderr, error } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('git', [...settings, ...args], { input, maxBuffer: maxOutput });
    if (status === 0)
        return stdout;
    throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_3__/* .AuthorityError */ .s('git-failed', `git ${args[0] ?? ''} failed in ${folder}.`, {
        hint: error === undefined ? `git says: ${stderr.toString('utf8').trim().slice(0, 300)}` : 'Install git.',
        cause: error,
    });
}


/***/ })

};
;