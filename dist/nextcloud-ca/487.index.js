"use strict";
exports.id = 487;
exports.ids = [487];
exports.modules = {

/***/ 9172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  review: () => (/* binding */ review_review)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/render/format.js + 2 modules
var render_format = __webpack_require__(6282);
// EXTERNAL MODULE: ./build/bundle/ca/policy.js
var ca_policy = __webpack_require__(5439);
// EXTERNAL MODULE: ./build/bundle/ca/read-policy.js
var read_policy = __webpack_require__(928);
// EXTERNAL MODULE: ./build/bundle/ca/repository/folder-store.js
var folder_store = __webpack_require__(9204);
// EXTERNAL MODULE: ./build/bundle/ca/repository/repository.js
var repository = __webpack_require__(3460);
;// CONCATENATED MODULE: ./build/bundle/ca/review/other-moduli.js
/**
 * For each modulus the product of all others among these requests, modulo that modulus: what is left to ask is one
 * greatest common divisor. All are multiplied once (Bernstein's batch GCD without its tree, which a thousand keys do
 * not need); a modulus that stands there twice is one key, not two that share a prime.
 */
function otherModuli(files) {
    const moduli = [...new Set(files.flatMap(({ request }) => request?.rsaKey?.modulus ?? []))];
    const all = product(moduli);
    const known = new Set(moduli);
    return (modulus) => (known.has(modulus) ? (all % (modulus * modulus)) / modulus : all);
}
/** Halves first: long numbers are multiplied by long numbers, which is what fast multiplication is for. */
function product(numbers) {
    if (numbers.length <= 2)
        return (numbers[0] ?? 1n) * (numbers[1] ?? 1n);
    const middle = numbers.length >> 1;
    return product(numbers.slice(0, middle)) * product(numbers.slice(middle));
}

// EXTERNAL MODULE: ./build/bundle/ca/review/request-file.js + 1 modules
var request_file = __webpack_require__(9424);
// EXTERNAL MODULE: ./build/bundle/ca/review/review.js + 7 modules
var review = __webpack_require__(1886);
// EXTERNAL MODULE: ./build/bundle/ca/cli/repository-option.js + 1 modules
var repository_option = __webpack_require__(1948);
;// CONCATENATED MODULE: ./build/bundle/ca/cli/review.js
// SPDX-License-Identifier: MIT












const review_review = {
    name: 'review',
    usage: 'CSR... [--repository DIR]',
    summary: 'Says of requests whether they can be signed, and what to mend.',
    options: {
        repository: { ...repository_option/* repositoryOption */.cx, help: `${repository_option/* repositoryOption */.cx.help}; without it each file is looked at alone` },
        policy: { type: 'string', value: 'FILE', help: 'policy (default: authority/policy.yml of the repository)' },
        deep: { type: 'boolean', help: 'look longer for weak keys, and for primes shared with any other request' },
        format: render_format/* formatOption */.Bx,
    },
    positionals: [1, Infinity],
    run: async (args, terminal) => {
        const format = (0,render_format/* parseFormat */.Xc)(args.text('format'));
        const inputOf = await contextOf(args, terminal);
        const files = args.positionals.map((path) => readRequest(terminal, path));
        const deep = args.flag('deep') ? { deep: { otherModuli: otherModuli(files) } } : {};
        const reviews = files.map((file) => (0,review/* review */.N)({ ...inputOf(file), ...deep }));
        const findings = reviews.flatMap((one) => one.findings);
        terminal.out((0,render_format/* renderFindings */.vO)(format, findings, reviews));
        if (format === 'text')
            terminal.out(summary(reviews));
        return reviews.every(({ ok }) => ok) ? 'fine' : 'refused';
    },
};
/** What every request of this run is judged by. */
async function contextOf(args, terminal) {
    const now = new Date();
    const folder = args.text('repository');
    const policyFile = args.text('policy');
    const given = policyFile === undefined ? undefined : (0,read_policy/* readPolicy */.T)(readText(terminal, policyFile), policyFile);
    if (folder === undefined)
        return (file) => ({ file, policy: given ?? ca_policy/* defaultPolicy */.G4, now });
    const root = (0,external_node_path_.resolve)(terminal.cwd, folder);
    const { ledger, policy } = await repository/* Repository */.LN.open(new folder_store/* FolderStore */.c(root));
    return (file) => {
        const path = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(terminal.cwd, file.path)).split(external_node_path_.sep).join('/');
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
    return `${only.path}: ${refused > 0 ? 'refused' : held > 0 ? 'needs a person’s decision' : 'can be signed'}\n`;
}
function readRequest(terminal, path) {
    return new request_file/* RequestFile */.s(path, readBytes(terminal, path));
}
function readText(terminal, path) {
    return readBytes(terminal, path).toString('utf8');
}
function readBytes(terminal, path) {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(terminal.cwd, path));
    }
    catch (cause) {
        throw new input_error/* InputError */.d('file-unreadable', `${path} cannot be read.`, {
            hint: 'See whether the path is right and the file may be read.',
            cause,
            file: path,
        });
    }
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