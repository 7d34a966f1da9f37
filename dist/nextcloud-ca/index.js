#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 4252:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ CodedError)
/* harmony export */ });
/**
 * The errors of a room: one subclass per room, with a closed table of codes and the outcome that each stands for.
 *
 *     const codes = { 'store-unreachable': 'outside', … } as const satisfies ErrorCodes;
 *     export class StoreError extends CodedError<keyof typeof codes> {
 *       constructor(code: keyof typeof codes, message: string, details: ErrorDetails) {
 *         super(code, codes[code], message, details);
 *       }
 *     }
 */
class CodedError extends Error {
    code;
    outcome;
    hint;
    file;
    line;
    findings;
    constructor(code, outcome, message, details) {
        super(message, { cause: details.cause });
        this.code = code;
        this.outcome = outcome;
        this.name = new.target.name;
        this.hint = details.hint;
        this.file = details.file;
        this.line = details.line;
        this.findings = details.findings ?? [];
    }
}


/***/ }),

/***/ 2201:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ isOnHold),
/* harmony export */   HQ: () => (/* binding */ isOk),
/* harmony export */   g: () => (/* binding */ inReadingOrder)
/* harmony export */ });
/* unused harmony export severities */
// SPDX-License-Identifier: MIT
/** `error`: the answer is no. `hold`: a person must decide, with a written reason. */
const severities = ['error', 'hold', 'warning', 'info'];
/** `ok` means no `error`; whether something is on hold is said beside it. */
function isOk(findings) {
    return findings.every((finding) => finding.severity !== 'error');
}
function isOnHold(findings) {
    return findings.some((finding) => finding.severity === 'hold');
}
/** Sorted by file, line, column, then severity: the order in which a person reads. Does not change its argument. */
function inReadingOrder(findings) {
    return findings.toSorted((a, b) => compareText(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0) ||
        severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 5227:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/* harmony import */ var _coded_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4252);
// SPDX-License-Identifier: MIT

const codes = {
    'bad-usage': 'unusable',
    'file-unreadable': 'unusable',
    'file-too-large': 'unusable',
    'not-pem': 'unusable',
    'not-der': 'unusable',
    'not-a-certificate': 'unusable',
    'not-a-crl': 'unusable',
    'not-a-private-key': 'unusable',
};
/** Input that cannot be used at all: the ground floor's error class. */
class InputError extends _coded_error_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
    }
}


/***/ }),

/***/ 6282:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Bx: () => (/* binding */ formatOption),
  s2: () => (/* binding */ isFormat),
  Xc: () => (/* binding */ parseFormat),
  vO: () => (/* binding */ renderFindings)
});

// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __nccwpck_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __nccwpck_require__(5578);
// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __nccwpck_require__(2201);
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
            .map(([name, value]) => `${name}=${escapeProperty((0,printable/* printable */.g)(String(value)))}`)
            .join(',');
        const text = [message, ...(fix === undefined ? [] : [`Fix: ${fix}`])].map(printable/* printable */.g).join('\n');
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

// EXTERNAL MODULE: ./build/bundle/common/render/json.js
var json = __nccwpck_require__(9495);
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
    return (0,json/* renderJson */.h)({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{ tool: { driver }, results }],
    });
}

// EXTERNAL MODULE: ./build/bundle/common/render/text.js
var render_text = __nccwpck_require__(3254);
;// CONCATENATED MODULE: ./build/bundle/common/render/format.js





const formats = ['text', 'json', 'github', 'sarif'];
function isFormat(text) {
    return formats.some((name) => name === text);
}
/** the option that every command with findings has */
const formatOption = {
    type: 'string',
    value: 'FORMAT',
    help: `${formats.join(', ')} (default: text)`,
};
/** @throws InputError `bad-usage` */
function parseFormat(text = 'text') {
    if (!isFormat(text)) {
        throw new input_error/* InputError */.d('bad-usage', `"${text}" is not a format.`, { hint: `Use one of ${formats.join(', ')}.` });
    }
    return text;
}
/** Findings in the format that was asked for; with `json` the given document, as one JSON text and nothing else. */
function renderFindings(format, findings, document) {
    switch (format) {
        case 'json':
            return (0,json/* renderJson */.h)(document);
        case 'github':
            return renderGithub(findings);
        case 'sarif':
            return renderSarif(findings, { name: 'nextcloud-release', version: '1' });
        case 'text':
            return (0,render_text/* renderText */.S)(findings);
    }
}


/***/ }),

/***/ 9495:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/* unused harmony export unobeyedJson */
// SPDX-License-Identifier: MIT
/**
 * A document as JSON text, indented, with a newline at its end. GitHub's runner obeys `##[command]` anywhere in a line
 * (actions/runner: ActionCommand.cs): its bracket, which can only stand in a string, is written as `\u005b`.
 */
function renderJson(document) {
    return `${unobeyedJson(JSON.stringify(document, null, 2))}\n`;
}
/** The same value in JSON that the runner does not obey. */
function unobeyedJson(json) {
    return json.replaceAll('##[', '##\\u005b');
}


/***/ }),

/***/ 5578:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ printableLines),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/**
 * What a terminal would obey, and what GitHub's runner would in either stream (actions/runner: ActionCommand.cs):
 * `##[command]` anywhere in a line, `::command::` where a line begins with it or with blanks before it.
 */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const obeyed = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\[(?<=##\[)|:(?<=^[\p{Zs}\ufeff]*:)(?=:)/gu;
/**
 * Text of strangers (names in archives, ids, answers) on one line, without control characters, and with no command in it,
 * wherever on a line it is put. One character of a command is escaped; done twice, it is the same.
 */
function printable(text) {
    return text.replace(obeyed, escapeCharacter);
}
/** The same for texts of several lines, the output of a build say. */
function printableLines(text) {
    const [first = '', ...more] = text.split(/\r\n|[\r\n]/).map(printable);
    return [first, ...more.map((line) => `  | ${line}`)].join('\n');
}
function escapeCharacter(character) {
    const code = character.charCodeAt(0);
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
}


/***/ }),

/***/ 3254:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   S: () => (/* binding */ renderText)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2201);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5578);
// SPDX-License-Identifier: MIT


/** For people at a terminal: one line per finding, its fix below. Empty where there is nothing to say. */
function renderText(findings) {
    return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .inReadingOrder */ .g)(findings)
        .map(({ severity, rule, message, fix, ...at }) => {
        const what = (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(`${placeOf(at)}${severity}: ${message} [${rule}]`);
        return `${what}\n${fix === undefined ? '' : `  fix: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(fix)}\n`}`;
    })
        .join('');
}
/** `file:line:column: `, as compilers write it, so that editors and terminals make a link of it. */
function placeOf({ file, line, column }) {
    return file === undefined ? '' : `${[file, line, column].filter((part) => part !== undefined).join(':')}: `;
}


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 2849:
/***/ ((module) => {

module.exports = require("pkcs11js");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./build/bundle/ca/cli/commands.js
/** The commands of `nextcloud-ca`, in the order of the help text. Each is loaded when it is called. */
const commands = {
    init: { summary: 'make a root and an intermediate', load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(54)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7054))).init },
    review: { summary: 'say whether requests can be signed', load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(853), __nccwpck_require__.e(779)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7779))).review },
    issue: { summary: 'issue the certificate for a request', load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(853), __nccwpck_require__.e(592), __nccwpck_require__.e(808)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7808))).issue },
    revoke: { summary: 'revoke a certificate, or announce it', load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(592), __nccwpck_require__.e(93)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5566))).revoke },
    'block-key': {
        summary: 'write down that a key is never to be certified',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(988)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2988))).blockKey,
    },
    crl: { summary: 'make the revocation list anew', load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(592), __nccwpck_require__.e(259)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6368))).crl },
    import: {
        summary: 'build the ledger from what was there before',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(407)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3788))).importCommand,
    },
    audit: { summary: 'prove that the books are right', load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(130)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3130))).audit },
    expiring: {
        summary: 'name the certificates that end soon',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(438)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7438))).expiring,
    },
    renewals: {
        summary: 'write their renewals as pull requests',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(853), __nccwpck_require__.e(558)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6558))).renewals,
    },
    report: { summary: 'write one page to look at', load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(994), __nccwpck_require__.e(850)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9850))).report },
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/bundle/common/process-terminal.js
// SPDX-License-Identifier: MIT


/** The process as a terminal. For the programs' entries, whose bundles lie two folders below the package's root. */
function processTerminal(env) {
    return {
        cwd: process.cwd(),
        env,
        isTerminal: process.stderr.isTTY,
        packageRoot: (0,external_node_path_.resolve)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '.')), '..', '..'),
        out: (text) => writeAll(1, text),
        err: (text) => writeAll(2, text),
        readInput: async () => (0,external_node_fs_.readFileSync)(0),
    };
}
/** An end by signal is an end all the same: what is half done is cleaned up by the listeners of `exit`. */
function exitOnSignals() {
    for (const [signal, status] of [
        ['SIGINT', 130],
        ['SIGTERM', 143],
        ['SIGHUP', 129],
    ]) {
        process.once(signal, () => process.exit(status));
    }
}
/** Synchronous and whole: `process.exit` may follow at once, and a pipe takes what it can. */
function writeAll(descriptor, text) {
    let rest = Buffer.from(text, 'utf8');
    while (rest.length > 0) {
        try {
            rest = rest.subarray((0,external_node_fs_.writeSync)(descriptor, rest));
        }
        catch (error) {
            if (error instanceof Error && 'code' in error && error.code === 'EAGAIN')
                continue;
            if (error instanceof Error && 'code' in error && error.code === 'EPIPE')
                return;
            throw error;
        }
    }
}

// EXTERNAL MODULE: ./build/bundle/common/coded-error.js
var coded_error = __nccwpck_require__(4252);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __nccwpck_require__(5227);
;// CONCATENATED MODULE: ./build/bundle/common/command.js
// SPDX-License-Identifier: MIT


/**
 * Command line of one command, strictly: an unknown option, a missing value, too many or too few words are refused.
 * @throws InputError `bad-usage`
 */
function parseCommandLine(program, command, words) {
    const usage = `${program} ${command.name} ${command.usage}`.trim();
    const { values, positionals } = parse(command, words, usage);
    const [least, most] = command.positionals;
    if (positionals.length < least || positionals.length > most) {
        const placeholder = command.usage.split(' ')[positionals.length]?.replace(/\.\.\.$/, '');
        throw badUsage(positionals.length < least ? `${placeholder ?? 'A word'} is missing` : 'There are too many words', usage);
    }
    const text = (name) => {
        const value = values[name];
        const last = Array.isArray(value) ? value.at(-1) : value;
        return typeof last === 'string' ? last : undefined;
    };
    return {
        positionals,
        text,
        texts: (name) => [values[name] ?? []].flat().map(String),
        flag: (name) => values[name] === true,
        required: (name) => {
            const value = text(name);
            if (value === undefined)
                throw badUsage(`--${name} is missing`, usage);
            return value;
        },
    };
}
function parse(command, words, usage) {
    const options = Object.fromEntries(Object.entries(command.options).map(([name, { type, multiple, short }]) => [
        name,
        { type, multiple: multiple ?? false, ...(short !== undefined && { short }) },
    ]));
    try {
        return (0,external_node_util_.parseArgs)({ args: [...words], options, allowPositionals: true, strict: true });
    }
    catch (cause) {
        const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
        throw badUsage(message, usage, cause);
    }
}
function badUsage(what, usage, cause) {
    return new input_error/* InputError */.d('bad-usage', `${what}.`, { hint: `Usage: ${usage}`, cause });
}

;// CONCATENATED MODULE: ./build/bundle/common/outcome.js
// SPDX-License-Identifier: MIT
/** How a command ends. This is the one place that turns an outcome into an exit status. */
const exitStatus = {
    /** all well */
    fine: 0,
    /** the answer is no: a finding of severity `error`, a verdict that is not `{}` */
    refused: 1,
    /** could not start: wrong usage, input that cannot be used at all */
    unusable: 2,
    /** the outside failed: network, store, GitHub, disk */
    outside: 3,
};

// EXTERNAL MODULE: ./build/bundle/common/render/format.js + 2 modules
var render_format = __nccwpck_require__(6282);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __nccwpck_require__(5578);
// EXTERNAL MODULE: ./build/bundle/common/render/text.js
var render_text = __nccwpck_require__(3254);
;// CONCATENATED MODULE: ./build/bundle/common/program.js
// SPDX-License-Identifier: MIT







/**
 * Runs the command that the words name and returns the exit status. Whatever goes wrong ends here: one message, its
 * fix, and the status of its outcome; with `--format json` the same as one JSON document.
 */
async function runProgram(program, words, terminal) {
    try {
        return exitStatus[await dispatch(program, words, terminal)];
    }
    catch (error) {
        return report(error, words, terminal);
    }
}
async function dispatch(program, words, terminal) {
    const [first, second] = words;
    if (first === '--version') {
        terminal.out(`${program.version}\n`);
        return 'fine';
    }
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
        (first === undefined ? terminal.err : terminal.out)(helpOf(program));
        return first === undefined ? 'unusable' : 'fine';
    }
    const name = [`${first} ${second ?? ''}`, first].find((candidate) => Object.hasOwn(program.commands, candidate));
    const entry = name === undefined ? undefined : program.commands[name];
    if (name === undefined || entry === undefined) {
        const group = Object.keys(program.commands).filter((candidate) => candidate.startsWith(`${first} `));
        throw new input_error/* InputError */.d('bad-usage', `${program.name} has no command "${words.slice(0, 2).join(' ')}".`, {
            hint: group.length > 0
                ? `It has ${group.map((candidate) => `"${candidate}"`).join(', ')}.`
                : `Run "${program.name} --help" for the list of commands.`,
        });
    }
    const command = await entry.load();
    const rest = words.slice(name.split(' ').length);
    if (rest.includes('--help') || rest.includes('-h')) {
        terminal.out(helpOfCommand(program, command));
        return 'fine';
    }
    return command.run(parseCommandLine(program.name, command, rest), terminal);
}
function report(error, words, terminal) {
    const { code, outcome, message, hint, findings, file, line } = error instanceof coded_error/* CodedError */.A ? error : unexpected(error);
    const at = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
    const failure = { rule: code, severity: 'error', message, fix: hint, ...at };
    const format = formatOf(words);
    if (format !== 'text') {
        const document = { ok: false, error: { code, message, hint, ...at, findings } };
        terminal.out((0,render_format/* renderFindings */.vO)(format, [...findings, failure], document));
    }
    const place = file !== undefined && !message.includes(file) ? (0,render_text/* placeOf */.$)(at) : '';
    if (findings.length > 0)
        terminal.err((0,render_text/* renderText */.S)(findings));
    terminal.err(`error: ${(0,printable/* printableLines */.f)(place + message)}\n  fix: ${(0,printable/* printable */.g)(hint)}\n`);
    return exitStatus[outcome];
}
/** As far as the words can be understood: what went wrong may be the words themselves. */
function formatOf(words) {
    const at = words.findIndex((word) => word === '--format' || word.startsWith('--format='));
    const value = words[at]?.startsWith('--format=') === true ? words[at].slice('--format='.length) : words[at + 1];
    return at !== -1 && (0,render_format/* isFormat */.s2)(value) ? value : 'text';
}
/** Errors without a code are faults of ours, or of the machine (`ENOSPC`, `EACCES`): said in full, never swallowed. */
function unexpected(error) {
    const system = error instanceof Error && 'code' in error && 'syscall' in error;
    return {
        code: system ? String(error.code) : 'internal',
        outcome: system && /^E(NOSPC|DQUOT|IO|MFILE|ROFS)$/.test(String(error.code)) ? 'outside' : 'unusable',
        message: error instanceof Error ? (system ? error.message : (error.stack ?? error.message)) : String(error),
        hint: system
            ? 'See whether the path is right, may be read and written, and the disk has room.'
            : 'This is a fault of the program: please report it with this text.',
        findings: [],
        file: undefined,
        line: undefined,
    };
}
function helpOf(program) {
    const rows = Object.entries(program.commands).map(([name, { summary }]) => [name, summary]);
    return `${program.summary}\n\nUsage: ${program.name} COMMAND [OPTION...]\n\n${table(rows)}\n\n"${program.name} COMMAND --help" tells more of one.\n`;
}
function helpOfCommand(program, command) {
    const rows = Object.entries(command.options).map(([name, { short, value, help }]) => [`${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`, help]);
    const options = rows.length === 0 ? '' : `\n${table(rows)}\n`;
    return `${command.summary}\n\nUsage: ${`${program.name} ${command.name} ${command.usage}`.trim()}\n${options}`;
}
function table(rows) {
    const width = Math.max(...rows.map(([left]) => left.length));
    return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

;// CONCATENATED MODULE: ./build/bundle/common/version.js
// SPDX-License-Identifier: MIT
/** The version in package.json, as a constant so that a bundle need not find that file; a test holds the two together. */
const version = '0.1.0';

;// CONCATENATED MODULE: ./build/bundle/src/entries/nextcloud-ca.js
// SPDX-License-Identifier: MIT




const program = {
    name: 'nextcloud-ca',
    version: version,
    summary: 'The authority that certifies Nextcloud apps: review, issue, revoke, and prove that the books are right.',
    commands: commands,
};
exitOnSignals();
void runProgram(program, process.argv.slice(2), processTerminal(process.env)).then((status) => {
    process.exitCode = status;
});

module.exports = __webpack_exports__;
/******/ })()
;