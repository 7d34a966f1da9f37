"use strict";
exports.id = 861;
exports.ids = [861];
exports.modules = {

/***/ 318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ decidingPattern),
  a: () => (/* binding */ parseIgnoreFile)
});

;// CONCATENATED MODULE: ./build/bundle/src/package/wildmatch.js
// SPDX-License-Identifier: MIT
/** Any run of bytes without a slash. */
const star = '*';
/** Any run of bytes. */
const deep = '**';
/** Nothing, or any run of bytes that ends with a slash. */
const folders = '**/';
/** What cannot match: an open `[`, an unknown class, a `\` at the end. */
const never = 'never';
const slash = 0x2f;
/** @param separate a slash is matched by a slash and by `**` only (patterns that hold a slash) */
function compileWildcard(pattern, separate) {
    const tokens = [];
    let at = 0;
    while (at < pattern.length) {
        const character = pattern.charAt(at);
        if (character === '*') {
            const start = at;
            while (pattern[at] === '*')
                at++;
            const token = starToken(pattern, start, at, separate);
            if (token === folders)
                at++;
            tokens.push(token);
        }
        else if (character === '?') {
            tokens.push(withoutSlash(new Uint8Array(256).fill(1), separate));
            at++;
        }
        else if (character === '[') {
            const set = parseSet(pattern, at + 1);
            if (set === undefined)
                return [...tokens, never];
            tokens.push(withoutSlash(set.bytes, separate));
            at = set.end;
        }
        else {
            if (character === '\\')
                at++;
            tokens.push(at < pattern.length ? pattern.charCodeAt(at) : never);
            at++;
        }
    }
    return tokens;
}
/** Two stars or more are special only as a whole component: at the start or after a slash, and before one or at the end. */
function starToken(pattern, start, end, separate) {
    if (!separate)
        return deep;
    if (end - start === 1 || (start > 0 && pattern[start - 1] !== '/'))
        return star;
    if (pattern[end] === '/')
        return folders;
    return end === pattern.length || pattern.startsWith('\\/', end) ? deep : star;
}
function withoutSlash(bytes, separate) {
    if (separate)
        bytes[slash] = 0;
    return bytes;
}
/** Whether the whole text is matched. */
function matchesWildcard(tokens, text) {
    let token = 0;
    let at = 0;
    let afterStar = -1;
    let starAt = 0;
    let afterDeep = -1;
    let deepAt = 0;
    for (;;) {
        const current = tokens[token];
        if (current === undefined) {
            if (at === text.length)
                return true;
        }
        else if (current === star) {
            afterStar = ++token;
            starAt = at;
            continue;
        }
        else if (current === deep || current === folders) {
            afterDeep = ++token;
            deepAt = at;
            afterStar = -1;
            continue;
        }
        else if (at < text.length && matchesByte(current, text.charCodeAt(at))) {
            token++;
            at++;
            continue;
        }
        if (afterStar >= 0 && starAt < text.length && text.charCodeAt(starAt) !== slash) {
            at = ++starAt;
            token = afterStar;
            continue;
        }
        if (afterDeep < 0)
            return false;
        afterStar = -1;
        deepAt = tokens[afterDeep - 1] === folders ? text.indexOf('/', deepAt) + 1 : deepAt + 1;
        if (deepAt === 0 || deepAt > text.length)
            return false;
        at = deepAt;
        token = afterDeep;
    }
}
function matchesByte(token, byte) {
    if (typeof token === 'number')
        return token === byte;
    return token !== never && token[byte] === 1;
}
/** The set after a `[`, and where the pattern goes on; nothing where it is not closed or names an unknown class. */
function parseSet(pattern, start) {
    const bytes = new Uint8Array(256);
    let at = start;
    const negated = pattern[at] === '!' || pattern[at] === '^';
    if (negated)
        at++;
    /** the byte that a following `-` makes the start of a range; a range or a class cannot be one */
    let rangeStart;
    // The first character is a member even where it is the closing bracket.
    do {
        if (at >= pattern.length)
            return undefined;
        const following = pattern[at + 1];
        if (pattern[at] === '-' && rangeStart !== undefined && following !== undefined && following !== ']') {
            at = following === '\\' ? at + 2 : at + 1;
            if (at >= pattern.length)
                return undefined;
            for (let byte = rangeStart; byte <= pattern.charCodeAt(at); byte++)
                bytes[byte] = 1;
            rangeStart = undefined;
        }
        else if (pattern[at] === '[' && following === ':') {
            const close = pattern.indexOf(']', at + 2);
            if (close < 0)
                return undefined;
            if (close > at + 2 && pattern[close - 1] === ':') {
                const inClass = posixClasses.get(pattern.slice(at + 2, close - 1));
                if (inClass === undefined)
                    return undefined;
                for (let byte = 0; byte < 128; byte++)
                    if (inClass(byte))
                        bytes[byte] = 1;
                rangeStart = undefined;
                at = close;
            }
            else {
                rangeStart = pattern.charCodeAt(at);
                bytes[rangeStart] = 1;
            }
        }
        else {
            if (pattern[at] === '\\')
                at++;
            if (at >= pattern.length)
                return undefined;
            rangeStart = pattern.charCodeAt(at);
            bytes[rangeStart] = 1;
        }
        at++;
    } while (pattern[at] !== ']');
    return { bytes: negated ? bytes.map((member) => 1 - member) : bytes, end: at + 1 };
}
const between = (low, high) => (byte) => byte >= low && byte <= high;
const isDigit = between(0x30, 0x39);
const isUpper = between(0x41, 0x5a);
const isLower = between(0x61, 0x7a);
const isAlpha = (byte) => isUpper(byte) || isLower(byte);
const isPrint = between(0x20, 0x7e);
/** Git's own table: neither vertical tab nor form feed. */
const isSpace = (byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
/** ASCII only, whatever the locale. */
const posixClasses = new Map([
    ['alnum', (byte) => isAlpha(byte) || isDigit(byte)],
    ['alpha', isAlpha],
    ['blank', (byte) => byte === 0x20 || byte === 0x09],
    ['cntrl', (byte) => byte < 0x20 || byte === 0x7f],
    ['digit', isDigit],
    ['graph', (byte) => isPrint(byte) && byte !== 0x20],
    ['lower', isLower],
    ['print', isPrint],
    ['punct', (byte) => isPrint(byte) && byte !== 0x20 && !isAlpha(byte) && !isDigit(byte)],
    ['space', isSpace],
    ['upper', isUpper],
    ['xdigit', (byte) => isDigit(byte) || between(0x41, 0x46)(byte) || between(0x61, 0x66)(byte)],
]);

;// CONCATENATED MODULE: ./build/bundle/src/package/ignore-file.js
// SPDX-License-Identifier: MIT

const wildcardCharacter = /[*?[\\]/;
function parseIgnoreFile(content) {
    const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
    const withoutMark = text.startsWith('\u00ef\u00bb\u00bf') ? text.slice(3) : text;
    return withoutMark.split('\n').flatMap((line, index) => parseLine(line, index + 1));
}
function parseLine(raw, line) {
    if (raw === '' || raw.startsWith('#'))
        return [];
    // One CR before the LF goes, and what is behind a NUL was never seen by git's C strings.
    const text = withoutTrailingBlanks(raw.replace(/\r$/, '').replace(/\0.*/s, ''));
    const negated = text.startsWith('!');
    const unnegated = negated ? text.slice(1) : text;
    const foldersOnly = unnegated.endsWith('/');
    const pattern = foldersOnly ? unnegated.slice(0, -1) : unnegated;
    const nameOnly = !pattern.includes('/');
    return [
        { line, text, negated, foldersOnly, nameOnly, matches: nameOnly ? nameMatcher(pattern) : pathMatcher(pattern) },
    ];
}
/** Blanks (not tabs) at the end go, unless a backslash stands before them. */
function withoutTrailingBlanks(text) {
    let end = text.length;
    while (end > 0 && text[end - 1] === ' ')
        end--;
    if (end === text.length)
        return text;
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\')
        backslashes++;
    return text.slice(0, backslashes % 2 === 1 ? end + 1 : end);
}
function nameMatcher(pattern) {
    if (!wildcardCharacter.test(pattern))
        return (name) => name === pattern;
    const rest = pattern.slice(1);
    // Most patterns are one of these two; both are quicker than tokens.
    if (pattern.startsWith('*') && !wildcardCharacter.test(rest))
        return (name) => name.endsWith(rest);
    const wildcard = compileWildcard(pattern, false);
    return (name) => matchesWildcard(wildcard, name);
}
/**
 * The literal start of a pattern is compared first and cut off, as git does. It is more than speed: what is left is a pattern of
 * its own, so that in `a**` + `/b` the two stars stand at a start, and cross slashes.
 */
function pathMatcher(anchored) {
    const pattern = anchored.startsWith('/') ? anchored.slice(1) : anchored;
    const special = pattern.search(wildcardCharacter);
    if (special < 0)
        return (path) => path === pattern;
    const start = pattern.slice(0, special);
    const wildcard = compileWildcard(pattern.slice(special), true);
    return (path) => path.startsWith(start) && matchesWildcard(wildcard, path.slice(start.length));
}
/**
 * The pattern that decides: the last one that matches. Nothing: no pattern says anything.
 *
 * @param path from the folder of the ignore file, slashes between, none at the ends
 */
function decidingPattern(patterns, path, name, isFolder) {
    for (let index = patterns.length - 1; index >= 0; index--) {
        const pattern = patterns[index];
        if (pattern === undefined || (pattern.foldersOnly && !isFolder))
            continue;
        if (pattern.matches(pattern.nameOnly ? name : path))
            return pattern;
    }
    return undefined;
}


/***/ }),

/***/ 7287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isLookedInto),
/* harmony export */   v: () => (/* binding */ keyMaterial)
/* harmony export */ });
// SPDX-License-Identifier: MIT
const armor = '-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----';
/** The file is a key, be it ever so short. */
const keyFile = new RegExp(`^(?:\\u00ef\\u00bb\\u00bf)?\\s*${armor}`);
/**
 * A key among other text: the block's first line followed by base64, directly or behind PEM headers. Line ends may be written out
 * (`\n`), as in the JSON keys of cloud services. A program that only names the first line, such as phpseclib, is not meant.
 */
const keyInside = new RegExp(`${armor}(?:\\s|\\\\[rn])*(?:[A-Za-z-]{1,30}: [^\\n]{0,200}\\n\\s*){0,5}[A-Za-z0-9+/]{40}`);
const putty = /^PuTTY-User-Key-File-\d/;
/**
 * Looks for private keys by content. Costs one search for a word where there is none: 40 ms for 60 MB.
 *
 * @param content a file, or the start of a large one
 */
function keyMaterial(content) {
    const start = content.toString('latin1', 0, 32);
    if (putty.test(start))
        return 'private';
    if (content.includes('PRIVATE KEY')) {
        const text = content.toString('latin1');
        if (keyFile.test(text) || keyInside.test(text))
            return 'private';
    }
    return start.startsWith('-----BEGIN ') ? 'public' : 'none';
}
const programText = /\.(?:php|phtml|inc|[cm]?js|[cm]?ts|jsx|tsx|vue|css|scss|less|map|html?|xml|xsd|svg|json|twig|hbs|handlebars|po|pot|wasm)$/i;
const media = /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|og[gv]|wav|webm|pdf|zip|gz|mo|so)$/i;
/**
 * Whether a file can be left out for what it holds. Without one of its programs an app breaks: a key in there is found while packing,
 * where the bytes are at hand anyway, and stops it.
 */
function isLookedInto(name) {
    return !programText.test(name) && !media.test(name);
}


/***/ }),

/***/ 4998:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ fixedRuleFor),
/* harmony export */   D0: () => (/* binding */ unfinishedName),
/* harmony export */   I6: () => (/* binding */ outputRule),
/* harmony export */   P9: () => (/* binding */ defaultPatterns),
/* harmony export */   o6: () => (/* binding */ ignoreFileName)
/* harmony export */ });
/* unused harmony exports fixedRules, defaultRules */
/* harmony import */ var _ignore_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(318);
/* harmony import */ var _key_material_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7287);
// SPDX-License-Identifier: MIT


const versionControl = /^(?:\.git|\.svn|\.hg|\.bzr|\.jj|_darcs)$/i;
const keyName = /^(?:.*\.(?:key|p12|pfx|ppk|jks)|id_(?:rsa|dsa|ecdsa|ed25519))$/is;
const unhashedName = /^(?:\.DS_Store|\.directory|\.rnd|\.webapp|Thumbs\.db|nextcloud-init-sync\.lock|\.webapp-nextcloud-(?:\d+\.){2}\d+(?:-r\d+)?\n?)$/;
const fixedRules = [
    {
        id: 'version-control',
        why: 'the history of the sources is nobody’s business on a server, and the store refuses .git',
        source: 'appstore: settings/base.py, ARCHIVE_FOLDER_BLACKLIST',
        leavesOut: ({ name, kind }) => versionControl.test(name) || (name === 'CVS' && kind === 'folder'),
    },
    {
        id: 'private-key',
        why: 'a private key that is published is lost, and the certificate with it',
        source: 'what a file of that name holds, or a PEM block of a private key in it',
        leavesOut: (entry) => entry.kind !== 'folder' &&
            (keyName.test(entry.name)
                ? entry.material() !== 'public'
                : (0,_key_material_js__WEBPACK_IMPORTED_MODULE_1__/* .isLookedInto */ .V)(entry.name) && entry.material() === 'private'),
    },
    {
        id: 'unhashed-name',
        why: 'servers leave the name out of the hash list, and which names those are has changed over the years',
        source: 'server: IntegrityCheck/Iterator/ExcludeFileByNameFilterIterator.php',
        leavesOut: ({ name, kind }) => unhashedName.test(name) && kind !== 'folder',
    },
    {
        id: 'htaccess',
        why: 'the server’s installer never copies it, so that a signed app that has it fails its integrity check',
        source: 'server: Installer.php with forbidden_filenames; nextcloud/server#9765',
        leavesOut: ({ name, kind }) => name.toLowerCase() === '.htaccess' && kind !== 'folder',
    },
    {
        id: 'ignore-file',
        why: 'it has done its work',
        source: 'krankerl: README',
        leavesOut: ({ name, kind }) => name === ignoreFileName && kind !== 'folder',
    },
    {
        id: 'krankerl-recipe',
        why: 'it says how to build the app, and is no part of it',
        source: 'krankerl: README',
        leavesOut: ({ path, kind }) => path === 'krankerl.toml' && kind !== 'folder',
    },
    {
        id: 'old-signature',
        why: 'the signature is made anew over what is packed',
        source: 'server: IntegrityCheck/Checker.php',
        leavesOut: ({ path, kind }) => path === 'appinfo/signature.json' && kind !== 'folder',
    },
    {
        id: 'unfinished-archive',
        why: 'it is what a packing that was killed has left',
        source: 'output-file.ts',
        leavesOut: ({ name, kind }) => unfinishedName.test(name) && kind === 'file',
    },
];
/** The id of the rule that leaves the entry out whatever the ignore files say. */
function fixedRuleFor(entry) {
    return fixedRules.find((rule) => rule.leavesOut(entry))?.id;
}
/** The rule for what the caller names: the archive that is about to be written. */
const outputRule = 'output-archive';
const ignoreFileName = '.nextcloudignore';
/** The temporary names that output-file.ts makes. */
const unfinishedName = /^\..+\.[0-9a-f]{12}\.unfinished$/s;
const defaultRules = [
    {
        id: 'node-modules',
        why: 'it belongs to the build, at any depth',
        applies: 'always',
        patterns: ['node_modules'],
    },
    {
        id: 'credentials',
        why: 'these hold passwords and tokens of the machine where the app is built',
        applies: 'always',
        patterns: [
            '.env',
            '.env.local',
            '.env.*.local',
            '.envrc',
            '.npmrc',
            '.pypirc',
            '.netrc',
            '.htpasswd',
            '/auth.json',
            '/credentials.json',
            '.aws/',
            '.ssh/',
            '.gnupg/',
            'id_rsa*',
            'id_ecdsa*',
            'id_ed25519*',
            '*.p12',
            '*.pfx',
            '*.kdbx',
        ],
    },
    {
        id: 'editor-litter',
        why: 'editors and desktops leave them behind',
        applies: 'always',
        patterns: [
            // prettier-ignore
            '*~',
            '.*.sw[a-p]',
            '*.sw[op]',
            '.#*',
            '\\#*#',
            '._*',
            'desktop.ini',
            '.idea/',
            '.vscode/',
            '.fleet/',
            'nbproject/',
            '.project',
            '.buildpath',
            '.settings/',
            '*.sublime-project',
            '*.sublime-workspace',
        ],
    },
    {
        id: 'debug-log',
        why: 'package managers leave them where they fail',
        applies: 'always',
        patterns: ['npm-debug.log*', 'yarn-debug.log*', 'yarn-error.log', '.pnpm-debug.log*'],
    },
    {
        id: 'development-file',
        why: 'it serves the repository and its checks, and no server reads it',
        applies: 'without-ignore-file',
        patterns: [
            '.github/',
            '.gitlab/',
            '.gitea/',
            '.forgejo/',
            '.circleci/',
            '.husky/',
            '.devcontainer/',
            '.gitignore',
            '.gitattributes',
            '.gitmodules',
            '.git-blame-ignore-revs',
            '.mailmap',
            '.editorconfig',
            '.gitlab-ci.yml',
            '.travis.yml',
            '.drone.yml',
            '.scrutinizer.yml',
            '.codecov.yml',
            '.pre-commit-config.yaml',
            '.eslintrc*',
            '.eslintignore',
            '.prettierrc*',
            '.prettierignore',
            '.stylelintrc*',
            '.stylelintignore',
            '.babelrc*',
            '.browserslistrc',
            '.nvmrc',
            '.node-version',
            '.jshintrc',
            '.php-cs-fixer*',
            '.php_cs*',
            '.phpunit*',
            '.l10nignore',
        ],
    },
];
/** The defaults as the patterns of one list, each with the rule that it comes from. */
function defaultPatterns(hasIgnoreFile) {
    return defaultRules
        .filter((rule) => rule.applies === 'always' || !hasIgnoreFile)
        .flatMap((rule) => (0,_ignore_file_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIgnoreFile */ .a)(Buffer.from(rule.patterns.join('\n'))).map((pattern) => ({ ...pattern, rule: rule.id })));
}


/***/ }),

/***/ 7748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ OutputFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _package_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5389);
// SPDX-License-Identifier: MIT




const openNew = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL, 0o666);
/**
 * A file that is either complete or not there: written under a temporary name beside its own, flushed to the disk, renamed.
 * Its digests are made on the way. A program that is told to stop (SIGINT, SIGTERM) ends in process.exit(), which runs no `catch`:
 * what is unfinished is removed there too.
 */
class OutputFile {
    #path;
    #temporary;
    #descriptor;
    #sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #sha512 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512');
    #onExit = () => this.discard();
    #size = 0;
    /** @throws PackageError where the folder is not there or not ours to write in, or `path` is something else than a file */
    constructor(path, open = openNew) {
        this.#path = path;
        // Known to `unfinishedName` in leave-out-rules.ts. Cut, since a name of 255 bytes has no room for more.
        const name = `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path).slice(0, 60)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.unfinished`;
        this.#temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), name);
        refuseToReplace(path);
        this.#descriptor = this.#attempt(() => open(this.#temporary));
        process.once('exit', this.#onExit);
    }
    /** in bytes, so far */
    get size() {
        return this.#size;
    }
    write(bytes) {
        this.#sha256.update(bytes);
        this.#sha512.update(bytes);
        this.#attempt(() => {
            for (let from = 0; from < bytes.length;)
                from += (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(this.#descriptor, bytes, from);
        });
        this.#size += bytes.length;
    }
    /** Puts the file in its place. @returns its digests in lowercase hex */
    commit() {
        this.#attempt(() => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(this.#descriptor);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(this.#descriptor);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(this.#temporary, this.#path);
        });
        process.removeListener('exit', this.#onExit);
        return { sha256: this.#sha256.digest('hex'), sha512: this.#sha512.digest('hex') };
    }
    /** Leaves nothing behind. Never throws: it runs where something else has failed. */
    discard() {
        process.removeListener('exit', this.#onExit);
        for (const step of [() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(this.#descriptor), () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(this.#temporary)]) {
            try {
                step();
            }
            catch {
                // Closed or renamed already, or never made.
            }
        }
    }
    #attempt(step) {
        try {
            return step();
        }
        catch (cause) {
            throw outputError(this.#path, cause);
        }
    }
}
/** A rename would put an archive in the place of a device, and where a folder is it fails after all the work. */
function refuseToReplace(path) {
    const there = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    if (there === undefined || there.isFile() || there.isSymbolicLink())
        return;
    throw new _package_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PackageError */ .J('output-unwritable', `${path} is there, and is not a file.`, {
        hint: 'Name a file that is to be written.',
        file: path,
    });
}
function outputError(path, cause) {
    const code = (0,_package_error_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(cause);
    switch (code) {
        case 'ENOSPC':
        case 'EDQUOT':
        case 'EFBIG':
            return new _package_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PackageError */ .J('disk-full', `The disk is full: ${path} could not be written, and nothing of it is left.`, {
                hint: 'Make room, or name a file on another disk.',
                file: path,
                cause,
            });
        case 'ENOENT':
        case 'ENOTDIR':
            return new _package_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PackageError */ .J('output-unwritable', `${path} cannot be written: there is no such folder.`, {
                hint: 'Name a file in a folder that is there, or make the folder.',
                file: path,
                cause,
            });
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
        case 'EISDIR':
        case 'ENAMETOOLONG':
            return new _package_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PackageError */ .J('output-unwritable', `${path} cannot be written: ${code}.`, {
                hint: 'Name a file in a folder that is there and that you may write in.',
                file: path,
                cause,
            });
        default:
            return new _package_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PackageError */ .J('output-failed', `${path} could not be written: ${code ?? String(cause)}.`, {
                hint: 'Look at the disk, or name a file on another one.',
                file: path,
                cause,
            });
    }
}


/***/ })

};
;