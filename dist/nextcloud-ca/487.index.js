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

/***/ 6282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bx: () => (/* binding */ formatOption),
  Xc: () => (/* binding */ parseFormat),
  vO: () => (/* binding */ renderFindings)
});

// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
;// CONCATENATED MODULE: ./build/bundle/common/render/github.js
// SPDX-License-Identifier: MIT

const commands = {
    error: 'error',
    hold: 'warning',
    warning: 'warning',
    info: 'notice',
};
/** GitHub's workflow commands: annotations on the lines of the checkout. */
function renderGithub(findings) {
    return (0,finding/* inReadingOrder */.g)(findings)
        .map(({ severity, rule, message, fix, file, line, column }) => {
        const properties = Object.entries({ file, line, col: column, title: rule })
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
            .join(',');
        const text = fix === undefined ? message : `${message}\nFix: ${fix}`;
        return `::${commands[severity]} ${properties}::${escapeData(text)}\n`;
    })
        .join('');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./build/bundle/common/render/sarif.js
// SPDX-License-Identifier: MIT

const levels = {
    error: 'error',
    hold: 'warning',
    warning: 'warning',
    info: 'note',
};
/** SARIF 2.1.0, for GitHub's code scanning and editors. */
function renderSarif(findings, tool) {
    const rules = [...new Set(findings.map(({ rule }) => rule))].toSorted();
    const results = (0,finding/* inReadingOrder */.g)(findings).map(({ rule, severity, message, fix, file, line, column }) => ({
        ruleId: rule,
        ruleIndex: rules.indexOf(rule),
        level: levels[severity],
        message: { text: fix === undefined ? message : `${message} Fix: ${fix}` },
        locations: file === undefined
            ? []
            : [
                {
                    physicalLocation: {
                        artifactLocation: { uri: encodeURI(file) },
                        ...(line !== undefined && {
                            region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
                        }),
                    },
                },
            ],
    }));
    const driver = { ...tool, rules: rules.map((id) => ({ id })) };
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{ tool: { driver }, results }],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}

// EXTERNAL MODULE: ./build/bundle/common/render/text.js
var render_text = __webpack_require__(3254);
;// CONCATENATED MODULE: ./build/bundle/common/render/format.js




const formats = ['text', 'json', 'github', 'sarif'];
/** the option that every command with findings has */
const formatOption = {
    type: 'string',
    value: 'FORMAT',
    help: `${formats.join(', ')} (default: text)`,
};
/** @throws InputError `bad-usage` */
function parseFormat(text = 'text') {
    const format = formats.find((name) => name === text);
    if (format === undefined) {
        throw new input_error/* InputError */.d('bad-usage', `"${text}" is not a format.`, { hint: `Use one of ${formats.join(', ')}.` });
    }
    return format;
}
/** Findings in the format that was asked for; with `json` the given document, as one JSON text and nothing else. */
function renderFindings(format, findings, document) {
    switch (format) {
        case 'json':
            return `${JSON.stringify(document, null, 2)}\n`;
        case 'github':
            return renderGithub(findings);
        case 'sarif':
            return renderSarif(findings, { name: 'nextcloud-release', version: '1' });
        case 'text':
            return (0,render_text/* renderText */.S)(findings);
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