"use strict";
exports.id = 664;
exports.ids = [664];
exports.modules = {

/***/ 289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ buildApp)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
;// CONCATENATED MODULE: ./build/bundle/src/build/build-environment.js
// SPDX-License-Identifier: MIT
/** What a build may see of the environment. Everything else stays out: tokens, keys, the Action's inputs. */
const allowed = [
    // where programs are, who runs them, and how they talk
    ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TERM', 'LANG', 'LANGUAGE', 'TZ', 'CI'],
    // the way out to the registry
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
    ...['NPM_CONFIG_REGISTRY', 'NPM_CONFIG_CACHE', 'NPM_CONFIG_USERCONFIG', 'NPM_CONFIG_GLOBALCONFIG'],
    ...['NPM_CONFIG_CAFILE', 'NPM_CONFIG_OFFLINE', 'NPM_CONFIG_PREFER_OFFLINE'],
    // what is built, for programs that write it into their output
    ...['GITHUB_ACTIONS', 'GITHUB_REPOSITORY', 'GITHUB_REF', 'GITHUB_REF_NAME', 'GITHUB_REF_TYPE', 'GITHUB_SHA'],
    // so that the same source makes the same bytes
    'SOURCE_DATE_EPOCH',
];
const prefixes = ['LC_', 'XDG_'];
/**
 * The environment of build commands. A list of what may pass, because nobody can list every name of a secret, and the
 * dependencies of an app run strangers' code while the signing key is in the job. `GITHUB_ENV`, `GITHUB_PATH` and
 * `GITHUB_OUTPUT` stay out too: through those files a build could change what later steps run.
 * It does not hide what the same user can read elsewhere, e.g. this process's own environment in /proc: whoever does not
 * trust a dependency builds in another job, and releases with `--archive`.
 */
function buildEnvironment(environment) {
    const passing = Object.entries(environment).filter(([name, value]) => {
        const upper = name.toUpperCase();
        return value !== undefined && (allowed.includes(upper) || prefixes.some((prefix) => upper.startsWith(prefix)));
    });
    return Object.fromEntries(passing);
}

// EXTERNAL MODULE: ./build/bundle/common/coded-error.js
var coded_error = __webpack_require__(4252);
;// CONCATENATED MODULE: ./build/bundle/src/build/build-error.js
// SPDX-License-Identifier: MIT

const codes = {
    /** package.json is no JSON object */
    'package-json-unreadable': 'refused',
    /** nothing says which versions to install */
    'no-lock-file': 'refused',
    'program-missing': 'unusable',
    'command-failed': 'refused',
    /** the registry cannot be reached */
    'no-network': 'outside',
    /** git does not tell which files belong to the checkout */
    'git-refused': 'unusable',
    /** the temporary folder cannot be written */
    'copy-failed': 'outside',
};
/** The app could not be built. */
class BuildError extends coded_error/* CodedError */.A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
    }
}
const buildItYourself = 'build the app yourself and pack the folder as it is, with --no-build';

;// CONCATENATED MODULE: ./build/bundle/src/build/build-plan.js
// SPDX-License-Identifier: MIT



const npmLocks = ['package-lock.json', 'npm-shrinkwrap.json'];
const otherLocks = { 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'bun.lock': 'bun', 'bun.lockb': 'bun' };
/**
 * How the app in a folder is built: `npm ci` and `npm run build` where package.json has that script; nothing where it
 * has none. Composer, krankerl and make are not run (see build-rules.ts).
 * @throws BuildError `package-json-unreadable`, `no-lock-file`
 */
function planBuild(dir) {
    const manifest = readJsonObject((0,external_node_path_.join)(dir, 'package.json'));
    const scripts = objectOf(manifest?.scripts);
    if (typeof scripts.build !== 'string')
        return [];
    const build = ['npm', 'run', 'build'];
    if (npmLocks.some((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(dir, name)))) {
        return [['npm', 'ci', '--no-audit', '--no-fund'], build];
    }
    const dependencies = [manifest?.dependencies, manifest?.devDependencies].map(objectOf);
    if (dependencies.every((group) => Object.keys(group).length === 0))
        return [build];
    const other = Object.entries(otherLocks).find(([name]) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(dir, name)));
    throw new BuildError('no-lock-file', other === undefined
        ? 'package.json has a build script and dependencies, but there is no package-lock.json beside it.'
        : `package.json has a build script, and ${other[0]} says that it is built with ${other[1]}, which is not known here.`, {
        hint: other === undefined
            ? `Run "npm install" and commit package-lock.json, or ${buildItYourself}.`
            : `In the workflow run ${other[1]} first: ${buildItYourself}.`,
        file: 'package.json',
    });
}
/** A JSON file that holds an object; undefined where there is no such file. */
function readJsonObject(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return undefined;
    try {
        const value = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8').replace(/^\ufeff/, ''));
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // The answer is the same as for a file that is JSON and no object.
    }
    const file = path.slice(path.lastIndexOf('/') + 1);
    throw new BuildError('package-json-unreadable', `${file} is no JSON object.`, {
        hint: `Mend ${file}, or ${buildItYourself}.`,
        file,
    });
}
function objectOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}

;// CONCATENATED MODULE: ./build/bundle/src/build/build-rules.js
// SPDX-License-Identifier: MIT




/** Platform packages: they name what must be there, not what must be installed. */
const platform = /^(php(-64bit|-ipv6|-zts|-debug)?|hhvm|ext-.+|lib-.+|composer(-.+)?)$/;
const named = 5;
const buildRules = [
    {
        id: 'build-uncommitted',
        severity: 'warning',
        check: ({ uncommitted }) => (uncommitted.length > 0 ? [{ message: wordsFor(uncommitted) }] : []),
        message: 'The archive holds what no commit has.',
        fix: 'Commit the changes and tag that commit, so that the release can be made again.',
        source: 'krankerl, issue 21 and its clean clone',
    },
    {
        id: 'build-composer-missing',
        severity: 'warning',
        check: ({ dir }) => {
            const wanted = composerPackages(dir);
            if (wanted.length === 0)
                return [];
            return [{ message: `composer.json requires ${wanted.slice(0, named).join(', ')}, and nothing is installed.` }];
        },
        message: 'composer.json requires packages that are not installed.',
        fix: 'Composer is not run here: run "composer install --no-dev" first, and pack the folder as it is, with --no-build.',
        source: 'composer: vendor-dir',
    },
    {
        id: 'build-tool-not-run',
        severity: 'info',
        check: ({ dir }) => ['krankerl.toml', 'Makefile']
            .filter((file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(dir, file)))
            .map((file) => ({
            message: `${file} is there, and was not run.`,
            file,
        })),
        message: 'There is a build tool that this program does not run.',
        fix: `Where the app needs it, ${buildItYourself}; else nothing is to be done.`,
        source: 'krankerl: before_cmds',
    },
];
/** Packages that composer would have to install for users, and did not. */
function composerPackages(dir) {
    const composer = readJsonObject((0,external_node_path_.join)(dir, 'composer.json'));
    const folder = objectOf(composer?.config)['vendor-dir'];
    const vendor = typeof folder === 'string' ? folder : 'vendor';
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(dir, vendor, 'autoload.php')))
        return [];
    return Object.keys(objectOf(composer?.require)).filter((name) => !platform.test(name));
}
function wordsFor(uncommitted) {
    const some = uncommitted.slice(0, named).join(', ');
    const more = uncommitted.length > named ? ` and ${uncommitted.length - named} more` : '';
    return `The archive holds what no commit has: ${some}${more}.`;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/bundle/src/build/checkout.js
// SPDX-License-Identifier: MIT



const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** paths of a large repository: 100,000 of 600 bytes */
const maxBuffer = 64 * 1024 * 1024;
/**
 * What belongs to the checkout in a folder, or undefined where the folder is none (or there is no git).
 * @throws BuildError `git-refused`
 */
async function readCheckout(dir, env) {
    const git = async (...words) => {
        const options = { env: { ...env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }, maxBuffer, encoding: 'buffer' };
        return (await run('git', ['-C', dir, ...words], options)).stdout;
    };
    try {
        const files = split(await git('ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'));
        // A folder that git ignores as a whole is the user's choice of a folder, not an app without files.
        if (files.length === 0)
            return undefined;
        const status = await git('status', '--porcelain=v1', '-z', '--no-renames', '--', '.');
        const prefix = (await git('rev-parse', '--show-prefix')).toString('utf8').trimEnd();
        return { files, uncommitted: split(status).map((entry) => nameIn(entry, prefix)) };
    }
    catch (error) {
        const said = Buffer.from(error.stderr ?? []).toString('utf8');
        if (error.code === 'ENOENT' || said.includes('not a git repository'))
            return undefined;
        throw new BuildError('git-refused', `git does not tell which files belong to ${dir}: ${said.trim()}`, {
            hint: said.includes('dubious ownership')
                ? `Run git config --global --add safe.directory ${dir}, or pack the folder as it is, with --no-build.`
                : 'Mend what git names, or pack the folder as it is, with --no-build.',
            cause: error,
        });
    }
}
function split(output) {
    const parts = [];
    for (let from = 0; from < output.length;) {
        const end = output.indexOf(0, from);
        parts.push(output.subarray(from, end));
        from = end + 1;
    }
    return parts;
}
/** `XY path`, the path from the top of the repository; XY are the states in the index and in the folder. */
function nameIn(entry, prefix) {
    const path = entry.subarray(3).toString('utf8');
    return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

;// CONCATENATED MODULE: ./build/bundle/src/build/clean-copy.js
// SPDX-License-Identifier: MIT


/** Never copied: what a build makes anew, and what no app needs. */
const leftBehind = ['node_modules', '.git'];
/**
 * Copies some paths of a folder, links as links. A path that is gone meanwhile is passed over; a folder among them (a
 * submodule) is copied with all that is in it.
 */
function copyPaths(from, to, paths) {
    const made = new Set();
    for (const path of paths) {
        const folder = (0,external_node_path_.dirname)(path.toString('latin1'));
        if (!made.has(folder))
            (0,external_node_fs_.mkdirSync)(below(Buffer.from(to), Buffer.from(folder, 'latin1')), { recursive: true });
        made.add(folder);
        copyEntry(below(Buffer.from(from), path), below(Buffer.from(to), path));
    }
}
/** Copies a folder that is no checkout. */
function copyFolder(from, to) {
    copyChildren(Buffer.from(from), Buffer.from(to));
}
function copyEntry(from, to) {
    const stats = (0,external_node_fs_.lstatSync)(from, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink() === true)
        (0,external_node_fs_.symlinkSync)((0,external_node_fs_.readlinkSync)(from, { encoding: 'buffer' }), to);
    else if (stats?.isDirectory() === true)
        copyChildren(from, to);
    else if (stats?.isFile() === true)
        (0,external_node_fs_.copyFileSync)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
}
function copyChildren(from, to) {
    (0,external_node_fs_.mkdirSync)(to, { recursive: true });
    for (const name of (0,external_node_fs_.readdirSync)(from, { encoding: 'buffer' })) {
        if (!leftBehind.includes(name.toString('latin1')))
            copyEntry(below(from, name), below(to, name));
    }
}
/** Names are bytes: they need not be UTF-8. */
function below(folder, name) {
    return Buffer.concat([folder, Buffer.from('/'), name]);
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./build/bundle/src/build/run-command.js
// SPDX-License-Identifier: MIT


/** As much of the output as a message repeats. */
const tailLines = 30;
const tailLength = 16 * 1024;
/** npm's and Node's words for a registry that cannot be reached. */
const noNetwork = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;
/**
 * Runs one command of a build to its end.
 * @throws BuildError `program-missing`, `no-network`, `command-failed` with the last 30 lines of the output
 */
async function runCommand([program, ...words], world) {
    // Loaded here: most commands of this program build nothing.
    const { exec } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
    let tail = '';
    const listener = () => {
        const decoder = new external_node_string_decoder_.StringDecoder('utf8');
        return (chunk) => {
            const text = decoder.write(chunk);
            world.output(text);
            tail = (tail + text).slice(-tailLength);
        };
    };
    const options = {
        cwd: world.cwd,
        env: world.env,
        silent: true,
        ignoreReturnCode: true,
        // Ends standard input at once: a build that asks something must not wait for ever.
        input: Buffer.alloc(0),
        listeners: { stdout: listener(), stderr: listener() },
    };
    const status = await exec(program, words, options).catch((cause) => {
        throw new BuildError('program-missing', `${program} cannot be run: it is not on this machine’s PATH.`, {
            hint: `Install ${program}, or ${buildItYourself}.`,
            cause,
        });
    });
    if (status === 0)
        return;
    const line = [program, ...words].join(' ');
    const end = lastLines(tail);
    if (program === 'npm' && words[0] === 'ci' && noNetwork.test(tail)) {
        throw new BuildError('no-network', `"${line}" could not reach the package registry:\n${end}`, {
            hint: `Try again with a network, or ${buildItYourself}.`,
        });
    }
    throw new BuildError('command-failed', `"${line}" ended with status ${status}:\n${end}`, {
        hint: `Make the command work in a fresh clone of the checkout, or ${buildItYourself}.`,
    });
}
function lastLines(text) {
    return text.trimEnd().split('\n').slice(-tailLines).join('\n');
}

;// CONCATENATED MODULE: ./build/bundle/src/build/build-app.js
// SPDX-License-Identifier: MIT











/**
 * Builds an app in a clean copy of its checkout: the files that are tracked or could be, as they lie there, and nothing
 * that git ignores, so that no leftover of an earlier build gets into the archive. The checkout itself is not touched.
 * @throws BuildError
 */
async function buildApp(order) {
    const source = (0,external_node_path_.resolve)(order.dir);
    const env = buildEnvironment(order.environment);
    const checkout = await readCheckout(source, env);
    const uncommitted = checkout?.uncommitted ?? [];
    if (checkout === undefined && planBuild(source).length === 0) {
        // Nothing would be changed in a copy, and copying 8,000 files takes longer than packing them.
        const findings = (0,rule/* applyRules */.I)(buildRules, { dir: source, uncommitted });
        return { dir: source, commands: [], findings, dispose: () => undefined };
    }
    const temporary = makeFolder(order.temporary ?? (0,external_node_os_.tmpdir)());
    const dispose = () => (0,external_node_fs_.rmSync)(temporary, { recursive: true, force: true });
    // Whoever ends the process without coming back here leaves nothing behind either.
    process.once('exit', dispose);
    const done = () => {
        process.removeListener('exit', dispose);
        dispose();
    };
    try {
        // Named as the source: programs write the name of the folder they are in into what they make.
        const dir = (0,external_node_path_.join)(temporary, source.slice(source.lastIndexOf('/') + 1));
        copy(source, dir, checkout);
        const commands = planBuild(dir);
        for (const command of commands) {
            order.output(`$ ${command.join(' ')}\n`);
            await runCommand(command, { cwd: dir, env, output: order.output });
        }
        const findings = (0,rule/* applyRules */.I)(buildRules, { dir, uncommitted });
        return { dir, commands: commands.map((command) => command.join(' ')), findings, dispose: done };
    }
    catch (error) {
        done();
        throw error;
    }
}
function copy(from, to, checkout) {
    try {
        (0,external_node_fs_.mkdirSync)(to, { recursive: true });
        if (checkout === undefined)
            copyFolder(from, to);
        else
            copyPaths(from, to, checkout.files);
    }
    catch (cause) {
        throw copyFailed(to, cause);
    }
}
function makeFolder(parent) {
    try {
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'nextcloud-release-build-'));
    }
    catch (cause) {
        throw copyFailed(parent, cause);
    }
}
function copyFailed(to, cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new BuildError('copy-failed', `The app could not be copied to ${to}: ${why}.`, {
        hint: `Make room or name another folder in TMPDIR, or ${buildItYourself}.`,
        cause,
    });
}


/***/ }),

/***/ 1197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ environmentOf)
/* harmony export */ });
/** The variables that are set, for a build; what is secret among them is taken out there. */
function environmentOf({ env }) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}


/***/ }),

/***/ 132:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ packStage)
});

// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/src/package/archive-size-rules.js
var archive_size_rules = __webpack_require__(5438);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/bundle/src/package/block-gzip.js
// SPDX-License-Identifier: MIT


const compress = (0,external_node_util_.promisify)(external_node_zlib_.deflateRaw);
/** Part of the format of our archives: another size makes other bytes. Smaller ones compress worse (128 KiB: 1.1 %). */
const blockSize = 1024 * 1024;
/** How far back deflate looks. */
const windowSize = 32 * 1024;
/** Keeps the four threads of libuv's pool busy while the caller reads files; about 2 MiB of memory for each. */
const mostAtWork = 6;
/** No name, no time, `2` for the strongest compression, `3` for Unix wherever it was made. */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3]);
/**
 * One gzip stream, level 9, made from blocks that are compressed side by side: each gets the end of the block before it as its
 * dictionary, and ends on a byte boundary. The size is that of one deflate over all (difference: 0.0002 %), the time half of it on two cores
 * (60 MB: 1.5 s instead of 3.8 s, with GNU tar piped into gzip -9 at 4.6 s), while the caller's thread reads and hashes.
 * The bytes do not depend on the number of threads, nor on how the input is cut into calls of `write`.
 */
class BlockGzip {
    #write;
    #atWork = [];
    #spare = [];
    #block = Buffer.allocUnsafe(blockSize);
    #filled = 0;
    #dictionary;
    #checksum = 0;
    #size = 0;
    /** @param write takes the compressed bytes, in order */
    constructor(write) {
        this.#write = write;
        write(gzipHeader);
    }
    /** Copies the bytes. Where `isAhead` says so afterwards, `drain` has to be awaited before the next call. */
    write(bytes) {
        for (let from = 0; from < bytes.length;) {
            const copied = bytes.copy(this.#block, this.#filled, from);
            from += copied;
            this.#filled += copied;
            if (this.#filled === blockSize)
                this.#dispatch(external_node_zlib_.constants.Z_SYNC_FLUSH);
        }
    }
    get isAhead() {
        return this.#atWork.length >= mostAtWork;
    }
    async drain() {
        while (this.isAhead)
            await this.#finishFirst();
    }
    /** Writes what is left, and the trailer. */
    async end() {
        this.#dispatch(external_node_zlib_.constants.Z_FINISH);
        while (this.#atWork.length > 0)
            await this.#finishFirst();
        const trailer = Buffer.alloc(8);
        trailer.writeUInt32LE(this.#checksum);
        trailer.writeUInt32LE(this.#size % 2 ** 32, 4);
        this.#write(trailer);
    }
    async #finishFirst() {
        const first = this.#atWork.shift();
        if (first !== undefined)
            this.#write(await first);
    }
    #dispatch(finishFlush) {
        const block = this.#block;
        const content = block.subarray(0, this.#filled);
        this.#checksum = (0,external_node_zlib_.crc32)(content, this.#checksum);
        this.#size += content.length;
        const result = compress(content, {
            level: 9,
            memLevel: 9,
            finishFlush,
            // Room for all of the output at once: else each 16 KiB would go through the event loop.
            chunkSize: blockSize + windowSize,
            ...(this.#dictionary && { dictionary: this.#dictionary }),
        }).finally(() => this.#spare.push(block));
        // Where an earlier block or the disk fails, nobody awaits this one any more.
        result.catch(() => undefined);
        this.#atWork.push(result);
        this.#dictionary = Buffer.from(content.subarray(-windowSize));
        this.#block = this.#spare.pop() ?? Buffer.allocUnsafe(blockSize);
        this.#filled = 0;
    }
}

// EXTERNAL MODULE: ./build/bundle/src/package/output-file.js
var output_file = __webpack_require__(7748);
// EXTERNAL MODULE: ./build/bundle/src/package/package-error.js
var package_error = __webpack_require__(5389);
// EXTERNAL MODULE: ./build/bundle/src/package/stage.js + 4 modules
var package_stage = __webpack_require__(8685);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/bundle/src/package/key-material.js
var key_material = __webpack_require__(7287);
;// CONCATENATED MODULE: ./build/bundle/src/package/staged-content.js
// SPDX-License-Identifier: MIT




/** Files up to this size are read, hashed and looked into in one piece. */
const pieceSize = 4 * 1024 * 1024;
/** Not through a link that was put there since, and not waiting for a pipe. */
const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/**
 * Reads staged files, each of them once: what is hashed is what is packed. The buffer is used again for every piece.
 *
 * Synchronous on purpose: 8,000 files take 140 ms, and 550 ms with promises.
 */
class StagedContent {
    /** One byte more, to see in the same read that a file has grown. */
    #buffer = Buffer.allocUnsafe(pieceSize + 1);
    /**
     * @param done is told the SHA-512 of the whole, lowercase hex, behind the last piece
     * @yields the pieces of the content, each valid until the next one
     * @throws PackageError where the file is not what was staged, or holds a private key
     */
    *pieces(file, done) {
        if (file.content !== undefined) {
            // It was looked into while the files were chosen.
            yield file.content;
            done((0,external_node_crypto_.hash)('sha512', file.content));
            return;
        }
        const descriptor = this.#open(file);
        try {
            if (file.size <= pieceSize) {
                const content = this.#piece(file, descriptor, file.size, true);
                yield content;
                done((0,external_node_crypto_.hash)('sha512', content));
                return;
            }
            const digest = (0,external_node_crypto_.createHash)('sha512');
            for (let left = file.size; left > 0;) {
                const content = this.#piece(file, descriptor, Math.min(left, pieceSize), left <= pieceSize);
                left -= content.length;
                digest.update(content);
                yield content;
            }
            done(digest.digest('hex'));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    #open(file) {
        try {
            return (0,external_node_fs_.openSync)(file.source, flags);
        }
        catch (cause) {
            const code = (0,package_error/* systemCode */.x)(cause);
            if (code !== 'EACCES' && code !== 'EPERM')
                throw changed(file, cause);
            throw new package_error/* PackageError */.J('file-unreadable', `${file.path} cannot be read: ${code}.`, {
                hint: 'Give yourself the right to read it, or leave it out with a line in .nextcloudignore.',
                file: file.path,
                cause,
            });
        }
    }
    #piece(file, descriptor, size, isLast) {
        const wanted = isLast ? size + 1 : size;
        let filled = 0;
        try {
            // At the end of a file a read is short; reading again only to be told so would cost another call for each file.
            let read;
            do {
                read = (0,external_node_fs_.readSync)(descriptor, this.#buffer, filled, wanted - filled, null);
                filled += read;
            } while (read > 0 && filled < size);
        }
        catch (cause) {
            throw changed(file, cause);
        }
        if (filled !== size)
            throw changed(file);
        const content = this.#buffer.subarray(0, size);
        if ((0,key_material/* keyMaterial */.v)(content) === 'private')
            throw privateKey(file);
        return content;
    }
}
function changed(file, cause) {
    return new package_error/* PackageError */.J('file-changed', `${file.path} changed or vanished while it was packed.`, {
        hint: 'Wait for whatever writes into the app folder, then run again.',
        file: file.path,
        cause,
    });
}
function privateKey(file) {
    return new package_error/* PackageError */.J('private-key-inside', `${file.path} holds a private key.`, {
        hint: 'Take the key out of the file, or leave the file out with a line in .nextcloudignore; a key that was published is lost.',
        file: file.path,
    });
}

// EXTERNAL MODULE: ./build/bundle/src/package/tar-header.js
var tar_header = __webpack_require__(1599);
;// CONCATENATED MODULE: ./build/bundle/src/package/pack-stage.js
// SPDX-License-Identifier: MIT









const signaturePath = 'appinfo/signature.json';
/**
 * Packs a stage. The same files make the same bytes on any machine, at any time, as any user: the tar everywhere, the gzip around it
 * within one version of Node and one kind of processor, since both bring their own deflate. Each file is read once. Either the archive is complete at the end or nothing of it is there.
 *
 * @throws PackageError
 */
async function packStage(stage, options) {
    refuseStage(stage, options);
    const output = new output_file/* OutputFile */.c(options.out, options.openNew);
    try {
        const packing = new Packing(stage, output, options);
        const hashes = await packing.run();
        options.signal?.throwIfAborted();
        const size = output.size;
        const signed = options.codeSign !== undefined;
        return {
            archive: options.out,
            size,
            ...output.commit(),
            files: stage.files.length + (signed ? 1 : 0),
            signed,
            hashes,
            findings: [...stage.findings, ...(0,rule/* applyRules */.I)(archive_size_rules/* archiveSizeRules */.B, { size, file: options.out })],
        };
    }
    catch (error) {
        output.discard();
        throw options.signal?.aborted === true ? aborted(options.out, error) : error;
    }
}
function refuseStage(stage, { appId, out }) {
    if (!/^[a-z]+[a-z0-9_]*$/.test(appId)) {
        throw new package_error/* PackageError */.J('bad-app-id', `${JSON.stringify(appId)} cannot be the name of the archive’s folder.`, {
            hint: 'Give the app an id of lowercase ASCII letters, digits and underscores that begins with a letter.',
        });
    }
    if (!(0,finding/* isOk */.HQ)(stage.findings)) {
        const errors = stage.findings.filter(({ severity }) => severity === 'error');
        throw new package_error/* PackageError */.J('stage-refused', `${stage.dir} cannot be packed: ${errors[0]?.message ?? ''}`, {
            hint: errors[0]?.fix ?? 'Mend what the findings say.',
            file: errors[0]?.file ?? stage.dir,
            findings: errors,
        });
    }
    const target = (0,package_stage/* withoutLinks */.W)(out);
    const itself = stage.files.find(({ source }) => source === target);
    if (itself !== undefined) {
        throw new package_error/* PackageError */.J('output-in-stage', `${out} is to be written, and is itself one of the files to be packed.`, {
            hint: 'Stage the app with the archive among the outputs, or write the archive elsewhere.',
            file: out,
        });
    }
}
class Packing {
    #stage;
    #output;
    #options;
    #gzip;
    #content = new StagedContent();
    #hashes = new Map();
    constructor(stage, output, options) {
        this.#stage = stage;
        this.#output = output;
        this.#options = options;
        this.#gzip = new BlockGzip((bytes) => output.write(bytes));
    }
    async run() {
        const { appId, codeSign, onProgress } = this.#options;
        const { files } = this.#stage;
        const ofBytes = files.reduce((sum, { size }) => sum + size, 0);
        let bytes = 0;
        for (const [index, file] of files.entries()) {
            this.#gzip.write((0,tar_header/* fileHeader */.w4)(`${appId}/${file.path}`, file.size, file.mode));
            for (const piece of this.#content.pieces(file, (sha512) => this.#hashes.set(file.path, sha512))) {
                this.#gzip.write(piece);
                if (this.#gzip.isAhead) {
                    await this.#pause();
                    onProgress?.({ files: index, ofFiles: files.length, bytes, ofBytes });
                }
            }
            this.#pad(file.size);
            bytes += file.size;
        }
        if (codeSign !== undefined)
            this.#add(`${appId}/${signaturePath}`, Buffer.from(await codeSign(this.#hashes)));
        this.#gzip.write(tar_header/* endOfArchive */.PG);
        await this.#gzip.end();
        this.#refuseSize();
        onProgress?.({ files: files.length, ofFiles: files.length, bytes, ofBytes });
        return this.#hashes;
    }
    #add(path, content) {
        this.#gzip.write((0,tar_header/* fileHeader */.w4)(path, content.length, 0o644));
        this.#gzip.write(content);
        this.#pad(content.length);
    }
    #pad(size) {
        this.#gzip.write(tar_header/* endOfArchive */.PG.subarray(0, (0,tar_header/* padded */.jC)(size) - size));
    }
    /** The one place where others get a turn: compressed blocks are written, and whoever wants to stop is heard. */
    async #pause() {
        await this.#gzip.drain();
        this.#options.signal?.throwIfAborted();
        this.#refuseSize();
    }
    /** At once, not after compressing the rest for nothing. */
    #refuseSize() {
        if (this.#output.size <= archive_size_rules/* storeLimit */.x)
            return;
        const largest = this.#stage.files.toSorted((a, b) => b.size - a.size).slice(0, 3);
        const named = largest.map(({ path, size }) => `${path} (${(size / 1e6).toFixed(1)} MB)`).join(', ');
        throw new package_error/* PackageError */.J('archive-too-large', `The archive is larger than the ${archive_size_rules/* storeLimit */.x} bytes that the store takes.`, {
            hint: `Leave files out in .nextcloudignore; the largest are ${named}.`,
            file: this.#options.out,
        });
    }
}
function aborted(out, cause) {
    return new package_error/* PackageError */.J('aborted', `Packing was stopped; nothing of ${out} is left.`, {
        hint: 'Run it again: nothing needs to be cleaned up.',
        file: out,
        cause,
    });
}


/***/ }),

/***/ 8685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ stageApp),
  W: () => (/* binding */ withoutLinks)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/src/package/byte-string.js
var byte_string = __webpack_require__(694);
// EXTERNAL MODULE: ./build/bundle/src/package/key-material.js
var key_material = __webpack_require__(7287);
// EXTERNAL MODULE: ./build/bundle/src/package/leave-out-rules.js
var leave_out_rules = __webpack_require__(4998);
// EXTERNAL MODULE: ./build/bundle/src/package/package-error.js
var package_error = __webpack_require__(5389);
;// CONCATENATED MODULE: ./build/bundle/src/package/app-entry.js
// SPDX-License-Identifier: MIT





/** No private key is larger: RSA with 16,384 bits takes 13 KB. */
const largestKey = 256 * 1024;
/** One name in a folder of the app. */
class AppEntry {
    name;
    path;
    nameBytes;
    pathBytes;
    kind;
    source;
    #stats;
    #content;
    constructor(name, 
    /** from the app folder, `/` between */
    path, 
    /** name and path as byte strings */
    nameBytes, pathBytes, kind, 
    /** absolute */
    source) {
        this.name = name;
        this.path = path;
        this.nameBytes = nameBytes;
        this.pathBytes = pathBytes;
        this.kind = kind;
        this.source = source;
    }
    /** False where the name is not UTF-8: then `path` is only what can be shown of it. */
    get isUtf8() {
        return !this.path.includes('\ufffd') || (0,byte_string/* byteString */.iP)(this.path) === this.pathBytes;
    }
    /** What the entry stands for, links followed only where it is one. */
    stats() {
        this.#stats ??= readable(this.path, () => (this.kind === 'link' ? (0,external_node_fs_.statSync)(this.source) : (0,external_node_fs_.lstatSync)(this.source)));
        return this.#stats;
    }
    /** The bytes, where they had to be looked at; such a file need not be read again. */
    get content() {
        return this.#content;
    }
    material() {
        if (!this.isUtf8)
            return 'none';
        if (this.kind !== 'file')
            return this.kind === 'link' ? materialOf(this.source) : 'none';
        const { size } = this.stats();
        if (size > largestKey)
            return 'none';
        this.#content = readable(this.path, () => readWhole(this.source, size));
        return (0,key_material/* keyMaterial */.v)(this.#content);
    }
}
/** Half the time of readFileSync, which asks for the size again and reads twice. */
function readWhole(source, size) {
    const content = Buffer.allocUnsafe(size);
    const descriptor = (0,external_node_fs_.openSync)(source, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        return content.subarray(0, (0,external_node_fs_.readSync)(descriptor, content, 0, size, 0));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** @param parent undefined for the app folder itself */
function readFolder(root, parent) {
    const absolute = parent?.source ?? root;
    const prefix = parent === undefined ? '' : `${parent.path}/`;
    const prefixBytes = parent === undefined ? '' : `${parent.pathBytes}/`;
    const entry = (name, bytes, dirent) => new AppEntry(name, prefix + name, bytes, prefixBytes + bytes, kindOf(dirent), `${absolute}/${name}`);
    return readable(parent?.path ?? absolute, () => {
        const found = (0,external_node_fs_.readdirSync)(absolute, { withFileTypes: true });
        // The decoder puts U+FFFD where a name is not UTF-8; only then are the bytes worth a second reading.
        if (!found.some(({ name }) => name.includes('\ufffd'))) {
            return found.map((dirent) => entry(dirent.name, (0,byte_string/* byteString */.iP)(dirent.name), dirent));
        }
        const raw = (0,external_node_fs_.readdirSync)(absolute, { withFileTypes: true, encoding: 'buffer' });
        return raw.map((dirent) => entry(dirent.name.toString(), dirent.name.toString('latin1'), dirent));
    });
}
function kindOf(entry) {
    if (entry.isFile())
        return 'file';
    if (entry.isDirectory())
        return 'folder';
    return entry.isSymbolicLink() ? 'link' : 'special';
}
/** @param source a file that need not be readable, links followed: one that a link leads to, or that is left out anyway */
function materialOf(source) {
    try {
        const stats = (0,external_node_fs_.statSync)(source);
        // To read a pipe is to wait for whoever writes into it.
        return !stats.isFile() || stats.size > largestKey ? 'none' : (0,key_material/* keyMaterial */.v)((0,external_node_fs_.readFileSync)(source));
    }
    catch {
        // A link that leads nowhere, or what cannot be read: told where it is staged, if it is.
        return 'none';
    }
}
/** @throws PackageError in place of what the file system says */
function readable(path, read) {
    try {
        return read();
    }
    catch (cause) {
        if ((0,package_error/* systemCode */.x)(cause) === 'ENOENT') {
            throw new package_error/* PackageError */.J('file-changed', `${path} vanished while it was read.`, {
                hint: 'Wait for whatever writes into the app folder, then run again.',
                file: path,
                cause,
            });
        }
        throw new package_error/* PackageError */.J('file-unreadable', `${path} cannot be read: ${(0,package_error/* systemCode */.x)(cause) ?? 'unknown error'}.`, {
            hint: `Give yourself the right to read it, or leave it out with a line in ${leave_out_rules/* ignoreFileName */.o6}.`,
            file: path,
            cause,
        });
    }
}

// EXTERNAL MODULE: ./build/bundle/src/package/ignore-file.js + 1 modules
var ignore_file = __webpack_require__(318);
;// CONCATENATED MODULE: ./build/bundle/src/package/ignore-stack.js
// SPDX-License-Identifier: MIT

/** What is in force in one folder: the nearest ignore file speaks first, the defaults last, and where none speaks the file is taken. */
class IgnoreStack {
    #lists;
    #defaults;
    constructor(defaults, lists = []) {
        this.#defaults = defaults;
        this.#lists = lists;
    }
    with(nearest) {
        return new IgnoreStack(this.#defaults, [nearest, ...this.#lists]);
    }
    /** @param path from the app folder, a byte string as `name` is */
    verdict(path, name, isFolder) {
        for (const { folder, file, patterns } of this.#lists) {
            const pattern = (0,ignore_file/* decidingPattern */.i)(patterns, path.slice(folder.length), name, isFolder);
            if (pattern !== undefined)
                return { leftOut: !pattern.negated, isDefault: false, rule: `${file}:${pattern.line}` };
        }
        const standard = (0,ignore_file/* decidingPattern */.i)(this.#defaults, path, name, isFolder);
        return standard && { leftOut: true, isDefault: true, rule: standard.rule };
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/package/app-walk.js
// SPDX-License-Identifier: MIT








const largestIgnoreFile = 1024 * 1024;
/** Content in memory; files beyond it are read again. */
const mostKept = 64 * 1024 * 1024;
/**
 * @param dir the app folder
 * @param outputs absolute paths to leave out: what is about to be written
 */
function walkApp(dir, outputs) {
    let root;
    try {
        root = external_node_fs_.realpathSync.native(dir);
        if (!(0,external_node_fs_.statSync)(root).isDirectory())
            throw new Error('not a folder');
    }
    catch (cause) {
        throw new package_error/* PackageError */.J('folder-unreadable', `${dir} cannot be read as a folder.`, {
            hint: 'Name the folder that holds appinfo/info.xml.',
            file: dir,
            cause,
        });
    }
    return new Walker(root, new Set(outputs)).walk();
}
class Walker {
    #root;
    #outputs;
    #files = [];
    #leftOut = [];
    #links = [];
    #specials = [];
    #notUtf8 = [];
    /** bytes of content in memory */
    #kept = 0;
    constructor(root, outputs) {
        this.#root = root;
        this.#outputs = outputs;
    }
    walk() {
        const entries = readFolder(this.#root);
        this.#folder(entries, '', new IgnoreStack((0,leave_out_rules/* defaultPatterns */.P9)(entries.some(isIgnoreFile))));
        const byBytes = (a, b) => (0,byte_string/* compareByteStrings */.eS)(a.order, b.order);
        return {
            files: this.#files.sort(byBytes).map(({ file }) => file),
            leftOut: this.#leftOut.sort(byBytes).map(({ entry }) => entry),
            links: this.#links,
            specials: this.#specials,
            notUtf8: this.#notUtf8,
        };
    }
    /** @param prefix the folder as a byte string, empty or with a slash at the end */
    #folder(entries, prefix, above) {
        const own = entries.find(isIgnoreFile);
        const ignored = own === undefined ? above : above.with({ folder: prefix, file: own.path, patterns: patternsOf(own) });
        for (const entry of entries) {
            const verdict = ignored.verdict(entry.pathBytes, entry.nameBytes, entry.kind === 'folder');
            const rule = this.#leaveOutRule(entry, verdict);
            if (rule === undefined)
                this.#take(entry, verdict?.rule ?? 'app-file', ignored);
            else
                this.#leaveOut(entry, rule);
        }
    }
    /** A key must be told of as a key, whatever default takes it for litter: only who has left it out himself knows of it. */
    #leaveOutRule(entry, verdict) {
        if (verdict?.leftOut !== true)
            return this.#fixedRule(entry);
        if (!verdict.isDefault)
            return verdict.rule;
        // What a default leaves out need not be readable.
        const { name, path, kind, source } = entry;
        return (0,leave_out_rules/* fixedRuleFor */.Cl)({ name, path, kind, material: () => materialOf(source) }) ?? verdict.rule;
    }
    #take(entry, rule, ignored) {
        if (!entry.isUtf8)
            this.#notUtf8.push(entry.path);
        else if (entry.kind === 'folder')
            this.#folder(readFolder(this.#root, entry), `${entry.pathBytes}/`, ignored);
        else if (entry.kind === 'file')
            this.#stage(entry, entry.source, entry.stats(), rule);
        else if (entry.kind === 'link')
            this.#link(entry, rule);
        else
            this.#specials.push(entry.path);
    }
    #link(entry, rule) {
        const { path } = entry;
        let real;
        let stats;
        try {
            real = external_node_fs_.realpathSync.native(entry.source);
            stats = (0,external_node_fs_.statSync)(real);
        }
        catch {
            this.#links.push({ path, target: '', fate: 'broken' });
            return;
        }
        const target = (0,external_node_path_.relative)(this.#root, real);
        if (target === '..' || target.startsWith('../')) {
            this.#links.push({ path, target: real, fate: 'leaves-app' });
            return;
        }
        // A link is no way around a rule: `notes -> .git/config`.
        const ruled = this.#fixedRuleOfTarget(target, real);
        if (ruled !== undefined)
            this.#leaveOut(entry, ruled);
        else if (stats.isDirectory())
            this.#links.push({ path, target, fate: 'folder' });
        else if (!stats.isFile())
            this.#specials.push(path);
        else {
            this.#links.push({ path, target, fate: 'file' });
            this.#stage(entry, real, stats, rule);
        }
    }
    #stage(entry, source, stats, rule) {
        const { path, content } = entry;
        // The owner's bit alone counts, as in git: the others depend on the umask of whoever made the copy.
        const mode = stats.mode & 0o100 ? 0o755 : 0o644;
        const file = { path, source, size: stats.size, mode, rule };
        const isKept = content?.length === stats.size && this.#kept + stats.size <= mostKept;
        if (isKept)
            this.#kept += stats.size;
        this.#files.push({ file: isKept ? { ...file, content } : file, order: entry.pathBytes });
    }
    #leaveOut(entry, rule) {
        const path = entry.kind === 'folder' ? `${entry.path}/` : entry.path;
        this.#leftOut.push({ entry: { path, rule }, order: entry.pathBytes });
    }
    #fixedRule(entry) {
        return this.#outputs.has(entry.source) ? leave_out_rules/* outputRule */.I6 : (0,leave_out_rules/* fixedRuleFor */.Cl)(entry);
    }
    #fixedRuleOfTarget(target, real) {
        if (this.#outputs.has(real))
            return leave_out_rules/* outputRule */.I6;
        const names = target.split('/');
        const rules = names.map((name, index) => (0,leave_out_rules/* fixedRuleFor */.Cl)({
            name,
            path: names.slice(0, index + 1).join('/'),
            kind: index < names.length - 1 ? 'folder' : 'file',
            material: () => materialOf(real),
        }));
        return rules.find((rule) => rule !== undefined);
    }
}
/** Git does not follow a link that is named like an ignore file, and neither do we. */
function isIgnoreFile(entry) {
    return entry.name === leave_out_rules/* ignoreFileName */.o6 && entry.kind === 'file';
}
function patternsOf(entry) {
    const { size } = entry.stats();
    if (size > largestIgnoreFile) {
        throw new package_error/* PackageError */.J('ignore-file-too-large', `${entry.path} has ${size} bytes, more than 1 MiB.`, {
            hint: 'Name folders and wildcards instead of single files.',
            file: entry.path,
        });
    }
    return (0,ignore_file/* parseIgnoreFile */.a)(readable(entry.path, () => (0,external_node_fs_.readFileSync)(entry.source)));
}

// EXTERNAL MODULE: ./build/bundle/src/package/archive-limits.js
var archive_limits = __webpack_require__(6057);
// EXTERNAL MODULE: ./build/bundle/src/package/path-tree.js
var path_tree = __webpack_require__(1564);
// EXTERNAL MODULE: ./build/bundle/src/package/tar-header.js
var tar_header = __webpack_require__(1599);
;// CONCATENATED MODULE: ./build/bundle/src/package/stage-rules.js




/** The archive puts the app's id in front. */
const longestPath = archive_limits/* defaultLimits */.M.path - 48;
const deepest = archive_limits/* defaultLimits */.M.depth - 1;
/** NAME_MAX of every file system that servers run on. */
const longestName = 255;
// eslint-disable-next-line no-control-regex -- control characters are what is asked for
const controlCharacter = /[\x00-\x1f\x7f]/;
const keep = 'Rename it.';
/** What is wrong, or worth a word, with the files of an app. */
const stageRules = [
    {
        id: 'stage-no-info-xml',
        severity: 'error',
        message: 'appinfo/info.xml is not among the files to be packed.',
        fix: `Name the folder that holds appinfo/info.xml, and do not leave the file out in ${leave_out_rules/* ignoreFileName */.o6}.`,
        source: 'appstore: api/v1/release/parser.py',
        check: ({ files }) => (files.some(({ path }) => path === 'appinfo/info.xml') ? [] : [{ file: 'appinfo/info.xml' }]),
    },
    {
        id: 'stage-link-leaves-app',
        severity: 'error',
        message: 'The symbolic link leads out of the app.',
        fix: `Put a copy of the file in its place, or leave the link out in ${leave_out_rules/* ignoreFileName */.o6}.`,
        source: 'server: IntegrityCheck/Checker.php hashes what a link leads to',
        check: ({ links }) => links
            .filter(({ fate }) => fate === 'leaves-app')
            .map(({ path, target }) => ({ file: path, message: `The symbolic link leads out of the app, to ${target}.` })),
    },
    {
        id: 'stage-link-to-folder',
        severity: 'error',
        message: 'The symbolic link leads to a folder; the server’s hash list neither names nor enters it.',
        fix: `Put a copy of the folder in its place, or leave the link out in ${leave_out_rules/* ignoreFileName */.o6}.`,
        source: 'server: IntegrityCheck/Checker.php',
        check: ({ links }) => linksThat(links, 'folder'),
    },
    {
        id: 'stage-link-broken',
        severity: 'error',
        message: 'The symbolic link leads nowhere.',
        fix: `Make the file that it leads to, remove the link, or leave it out in ${leave_out_rules/* ignoreFileName */.o6}.`,
        source: 'server: IntegrityCheck/Checker.php',
        check: ({ links }) => linksThat(links, 'broken'),
    },
    {
        id: 'stage-link-packed-as-file',
        severity: 'warning',
        message: 'The symbolic link is packed as a file with the content that it leads to.',
        fix: 'Nothing needs to be done; a file of its own says the same without this warning.',
        source: 'server: IntegrityCheck/Checker.php hashes what a link leads to',
        check: ({ links }) => linksThat(links, 'file'),
    },
    {
        id: 'stage-special-file',
        severity: 'error',
        message: 'This is a pipe, a socket or a device, which no app can ship.',
        fix: `Remove it, or leave it out in ${leave_out_rules/* ignoreFileName */.o6}.`,
        source: 'server: Archive/TAR.php',
        check: ({ specials }) => specials.map((file) => ({ file })),
    },
    {
        id: 'stage-name-not-utf8',
        severity: 'error',
        message: 'The name is not UTF-8, so that no signature can hold it.',
        fix: 'Rename it in UTF-8.',
        source: 'server: IntegrityCheck/Checker.php, json_encode',
        check: ({ notUtf8 }) => notUtf8.map((file) => ({ file })),
    },
    {
        id: 'stage-name-malicious',
        severity: 'error',
        message: 'The server’s unpacker takes this name for an attack and refuses the whole archive.',
        fix: 'Rename it so that its path holds neither `../` nor `..\\` nor `://`.',
        source: 'PEAR Archive_Tar: _isMaliciousFilename',
        check: ({ files }) => paths(files, (path) => /\.\.[/\\]|:\/\//.test(path)),
    },
    {
        id: 'stage-name-too-long',
        severity: 'error',
        message: `The path is longer than ${longestPath} bytes, a name in it than ${longestName}, or it has more than ${deepest} folders.`,
        fix: 'Give shorter names, and fewer folders.',
        source: 'limits.h: PATH_MAX, NAME_MAX',
        // A name has at most three bytes for each of its UTF-16 units, so short ones need no counting.
        check: ({ files }) => paths(files, (path) => path.length > longestName / 3 && isTooLong(path)),
    },
    {
        id: 'stage-file-too-large',
        severity: 'error',
        message: 'The file has 8 GiB or more, which a tar header cannot say.',
        fix: `Leave it out in ${leave_out_rules/* ignoreFileName */.o6}: the store takes archives of 30 MiB.`,
        source: 'POSIX.1-2017, pax: ustar Interchange Format',
        check: ({ files }) => files.filter(({ size }) => size > tar_header/* largestTarFile */.sd).map(({ path }) => ({ file: path })),
    },
    {
        id: 'stage-name-control-character',
        severity: 'warning',
        message: 'The name holds a control character.',
        fix: keep,
        source: 'what people can see and type',
        check: ({ files }) => paths(files, (path) => controlCharacter.test(path)),
    },
    {
        id: 'stage-name-backslash',
        severity: 'warning',
        message: 'The name holds a backslash, which other programs take for the end of a folder’s name.',
        fix: keep,
        source: 'PEAR Archive_Tar: _translateWinPath',
        check: ({ files }) => paths(files, (path) => path.includes('\\')),
    },
    {
        id: 'stage-case-collision',
        severity: 'error',
        message: 'Another name differs from this one only by case or by how its accents are written.',
        fix: 'Rename one of them: on many file systems the two are one.',
        source: 'case-insensitive and normalising file systems (APFS, NTFS, SMB shares)',
        check: ({ files }) => caseCollisions(files),
    },
    {
        id: 'stage-core-signature',
        severity: 'error',
        message: 'core/signature.json in an app is left out of every hash list, so that no server would check it.',
        fix: 'Remove it, or give it another name.',
        source: 'server: IntegrityCheck/Checker.php',
        check: ({ files }) => paths(files, (path) => path === 'core/signature.json'),
    },
    {
        id: 'stage-private-key-left-out',
        severity: 'warning',
        message: 'THIS IS A PRIVATE KEY, or is named like one: it is left out.',
        fix: 'Keep keys outside of the app’s folder; if this one was ever published, ask for it to be revoked.',
        source: 'nextcloud/app-certificate-requests#1006',
        check: ({ leftOut }) => leftOut.filter(({ rule }) => rule === 'private-key').map(({ path }) => ({ file: path })),
    },
    {
        id: 'stage-htaccess-left-out',
        severity: 'warning',
        message: 'The server’s installer never copies a .htaccess, and a signed app that has one fails its check: it is left out.',
        fix: `Do without it, and leave it out in ${leave_out_rules/* ignoreFileName */.o6}.`,
        source: 'server: Installer.php; nextcloud/server#9765',
        check: ({ leftOut }) => leftOut.filter(({ rule }) => rule === 'htaccess').map(({ path }) => ({ file: path })),
    },
];
function linksThat(links, wanted) {
    return links.filter(({ fate }) => fate === wanted).map(({ path }) => ({ file: path }));
}
function paths(files, isWrong) {
    return files.filter(({ path }) => isWrong(path)).map(({ path }) => ({ file: path }));
}
function isTooLong(path) {
    if (Buffer.byteLength(path) > longestPath)
        return true;
    const names = path.split('/');
    return names.length - 1 > deepest || names.some((name) => Buffer.byteLength(name) > longestName);
}
function caseCollisions(files) {
    const tree = new path_tree/* PathTree */.W();
    for (const { path } of files)
        tree.add(path, true);
    // The signature is not among the files yet.
    tree.add('appinfo/signature.json', true);
    return tree.collisions;
}

;// CONCATENATED MODULE: ./build/bundle/src/package/stage.js
// SPDX-License-Identifier: MIT






/**
 * Chooses the files of an app: all that neither a `.nextcloudignore` (the language of gitignore(5), in any folder) nor a
 * safe default (leave-out-rules.ts) leaves out. What is wrong with them is in `findings`, all at once.
 *
 * @throws PackageError where a folder or an ignore file cannot be read
 */
function stageApp(dir, options = {}) {
    const walk = walkApp(dir, (options.outputs ?? []).map(withoutLinks));
    const findings = (0,rule/* applyRules */.I)([...stageRules, ...(options.rules ?? [])], walk);
    return {
        dir,
        files: walk.files,
        leftOut: walk.leftOut,
        findings: findings.map((finding) => ({ ...finding, message: (0,printable/* printable */.g)(finding.message) })),
    };
}
/** The path as it will be met in the app's folder: the file itself may not be there yet. */
function withoutLinks(path) {
    const absolute = (0,external_node_path_.resolve)(path);
    try {
        return (0,external_node_path_.join)(external_node_fs_.realpathSync.native((0,external_node_path_.dirname)(absolute)), (0,external_node_path_.basename)(absolute));
    }
    catch {
        return absolute;
    }
}


/***/ })

};
;