"use strict";
exports.id = 749;
exports.ids = [749];
exports.modules = {

/***/ 140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
// SPDX-License-Identifier: MIT



/** A new folder that is gone at the end, also where the process ends without coming back. */
function temporaryFolder(prefix) {
    const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `${prefix}-`));
    const remove = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
    process.once('exit', remove);
    return {
        path,
        dispose: () => {
            process.removeListener('exit', remove);
            remove();
        },
    };
}


/***/ }),

/***/ 6088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ release)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/clock.js
var common_clock = __webpack_require__(6046);
// EXTERNAL MODULE: ./build/bundle/common/http.js
var common_http = __webpack_require__(8462);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/retry.js
var retry = __webpack_require__(754);
// EXTERNAL MODULE: ./build/bundle/common/coded-error.js
var coded_error = __webpack_require__(4252);
;// CONCATENATED MODULE: ./build/bundle/src/github/github-error.js
// SPDX-License-Identifier: MIT

const codes = {
    /** not `OWNER/NAME` */
    'repository-name': 'unusable',
    /** the API's address is no https address */
    'github-url': 'unusable',
    /** empty, or holds what no token has */
    'token-unusable': 'unusable',
    unreachable: 'outside',
    'github-failed': 'outside',
    throttled: 'outside',
    /** an answer that is not what the API describes, e.g. one that broke off */
    'unexpected-answer': 'outside',
    /** the asset at GitHub is not what was sent */
    'upload-damaged': 'outside',
    'not-authenticated': 'refused',
    'not-allowed': 'refused',
    'not-found': 'refused',
    /** a reason that this program does not know */
    refused: 'refused',
    /** more than one release, drafts included, for the tag */
    'several-releases': 'refused',
    /** an asset of that name with other bytes is there */
    'asset-differs': 'refused',
    /** published, and nothing can be added any more */
    'release-immutable': 'refused',
    /** GitHub does not make the tag, or not again */
    'tag-refused': 'refused',
    /** the public address does not serve the archive */
    'not-served': 'outside',
    /** the public address serves other bytes */
    'served-differs': 'refused',
};
/** GitHub said no, or said nothing. Neither message nor cause ever carries the token. */
class GithubError extends coded_error/* CodedError */.A {
    /** where it may go well a little later */
    passing;
    constructor(code, message, details) {
        super(code, codes[code], message, details);
        this.passing = details.passing;
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/github/fetch-back.js
// SPDX-License-Identifier: MIT





/** Five minutes: the CDN's 404 right after an upload (nextcloud/contacts#5329) ends within seconds, an outage may not. */
const policy = {
    attempts: { 'not-there': Infinity },
    budgetMs: 5 * 60_000,
    firstWaitMs: 2_000,
    maxWaitMs: 30_000,
};
/** As long as a server waits when it installs from its web pages (server: Installer.php). */
const timeoutMs = 120_000;
/** What is served may be larger than expected, and its size is worth telling: up to the store's own limit. */
const storeLimit = 31_457_280;
/**
 * Downloads a public address as the store will, without any credentials, and returns the bytes where they are the
 * expected ones. A signature is only ever made over what this returns: that is what users get.
 * @throws GithubError `not-served` after five minutes, `served-differs` at once
 */
async function fetchBack(url, expected, world = {}) {
    const { http = common_http/* http */.LV, clock = common_clock/* systemClock */.m, random = Math.random, onRetry, patience = Infinity } = world;
    const maxBytes = Math.max(expected.size, storeLimit);
    const attempt = await (0,retry/* retry */.L)(async () => {
        try {
            return await http({ method: 'GET', url, timeoutMs, maxBytes });
        }
        catch (error) {
            if (error instanceof common_http/* HttpError */.j$)
                return error;
            throw error;
        }
    }, (answer) => (maySucceedLater(answer) ? { again: true, kind: kindOf(answer) } : { again: false }), { ...policy, attempts: { ...policy.attempts, 'not-found': patience } }, { clock, random, onRetry: (_count, _kind, waitMs) => onRetry?.(`Reading back ${url}`, waitMs) });
    if (attempt instanceof common_http/* HttpError */.j$ && attempt.code === 'answer-too-large') {
        throw differs(url, `more than ${maxBytes} bytes`, expected);
    }
    if (attempt instanceof common_http/* HttpError */.j$ || attempt.status !== 200)
        throw notServed(url, attempt);
    const sha512 = (0,external_node_crypto_.createHash)('sha512').update(attempt.body).digest('hex');
    if (attempt.body.length === expected.size && sha512 === expected.sha512)
        return attempt.body;
    throw differs(url, `${attempt.body.length} bytes, sha512 ${sha512}`, expected, attempt.headers['content-encoding']);
}
function maySucceedLater(answer) {
    if (answer instanceof common_http/* HttpError */.j$)
        return answer.code !== 'answer-too-large';
    return answer.status === 404 || answer.status === 429 || answer.status >= 500;
}
function kindOf(answer) {
    return !(answer instanceof common_http/* HttpError */.j$) && answer.status === 404 ? 'not-found' : 'not-there';
}
function notServed(url, attempt) {
    const why = attempt instanceof common_http/* HttpError */.j$ ? attempt.message : `it answers ${attempt.status}.`;
    return new GithubError('not-served', `The archive cannot be downloaded from ${url}: ${why}`, {
        hint: 'Make it public (the store downloads without a login), then run this again: it goes on from here.',
        cause: attempt instanceof common_http/* HttpError */.j$ ? attempt : undefined,
    });
}
function differs(url, served, expected, encoding) {
    return new GithubError('served-differs', `${url} serves other bytes (${served}) than were packed (${expected.size} bytes, sha512 ${expected.sha512}).`, {
        hint: encoding === undefined
            ? 'Nothing was signed. Put the packed archive at that address, or give what is there with --archive, and run this again.'
            : `Nothing was signed. The server marks the archive "Content-Encoding: ${encoding}", which whoever downloads it takes off: have it served as application/gzip without that.`,
    });
}

// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 16 modules
var dist_src = __webpack_require__(7432);
;// CONCATENATED MODULE: ./build/bundle/src/github/failure.js

/** An answer of 4xx or 5xx in words, with the fix. @param what e.g. `Uploading news-1.0.0.tar.gz` */
function refusalOf(what, answer, clock) {
    const words = wordsOf(answer);
    const said = `${what} failed: GitHub answered ${answer.status}${words === '' ? '' : `, "${words}"`}${requestOf(answer)}.`;
    const waitMs = throttledFor(answer, words, clock);
    if (waitMs !== undefined) {
        const until = new Date(clock.now().getTime() + waitMs).toISOString().slice(0, 19).replace('T', ' ');
        return new GithubError('throttled', said, {
            hint: `Run the same command again after ${until} UTC; every step is safe to repeat.`,
            passing: { kind: 'throttled', waitMs },
        });
    }
    if (answer.status >= 500) {
        const passing = passingOf(answer.status);
        return new GithubError('github-failed', said, {
            hint: 'See https://www.githubstatus.com, then run the same command again; every step is safe to repeat.',
            ...(passing && { passing }),
        });
    }
    return clientError(answer.status, said, words);
}
/** An answer of 2xx that is not what the API describes. It is asked for again: most likely it broke off. */
function unexpected(what, missing) {
    return new GithubError('unexpected-answer', `${what} failed: GitHub's answer is incomplete (${missing}).`, {
        hint: 'Run the same command again; every step is safe to repeat.',
        passing: { kind: 'unavailable' },
    });
}
/** octokit's error carries the request with all its headers and body, so it is not handed on as a cause. */
function unreachable(what, error) {
    const reason = reasonOf(error);
    return new GithubError('unreachable', `${what} failed: GitHub did not answer (${reason}).`, {
        hint: 'See whether GitHub can be reached from here, then run the same command again; every step is safe to repeat.',
        cause: new Error(reason),
        passing: { kind: 'unavailable' },
    });
}
/** The innermost reason: fetch wraps the system's error, for dual-stack hosts in an AggregateError without words. */
function reasonOf(error) {
    if (typeof error !== 'object' || error === null)
        return 'no reason given';
    if ('errors' in error && Array.isArray(error.errors))
        return reasonOf(error.errors[0]);
    if ('cause' in error && typeof error.cause === 'object')
        return reasonOf(error.cause);
    return 'message' in error && typeof error.message === 'string' ? error.message : 'no reason given';
}
/** The answer in octokit's RequestError; absent where the connection failed. */
function answerOf(error) {
    if (!(error instanceof Error) || !('response' in error))
        return undefined;
    return error.response;
}
/** What a 4xx means, the first that applies. */
const refusals = [
    {
        code: 'not-authenticated',
        status: 401,
        hint: 'Give a token that is valid: in a workflow ${{ github.token }}, elsewhere one with contents: write.',
    },
    {
        code: 'not-allowed',
        status: 403,
        hint: 'Give the job "permissions: contents: write", or the token the permission Contents: read and write.',
    },
    {
        code: 'not-found',
        status: 404,
        hint: 'See whether the repository is spelt right, and whether the token may write there (contents: write).',
    },
    {
        code: 'tag-refused',
        status: 422,
        words: /tag_name was used by an immutable release/i,
        hint: 'GitHub never takes the tag of an immutable release again, deleted ones included: raise the version.',
    },
    {
        code: 'release-immutable',
        status: 422,
        words: /immutable release/i,
        hint: 'The release was published before the archive was in it, and is frozen: raise the version, and let this program publish the release (start the workflow on the tag, not on "release: published").',
    },
    {
        code: 'tag-refused',
        status: 422,
        words: /valid tag|target_commitish|creations being restricted/i,
        hint: 'Push the tag first, with an account that the repository’s rules allow to make it, then run this again.',
    },
    {
        // Somebody, perhaps we ourselves in a request whose answer got lost, was faster: whoever looks again finds it.
        code: 'refused',
        status: 422,
        words: /already_exists/,
        hint: 'Another run is at work on the same release: let one of them end, then run this again.',
        passing: { kind: 'race' },
    },
    { code: 'refused', hint: 'Mend what GitHub names, then run the same command again.' },
];
function clientError(status, said, words) {
    const refusal = refusals.find((row) => (row.status ?? status) === status && (row.words?.test(words) ?? true));
    const { code, hint, passing } = refusal ?? { code: 'refused', hint: '' };
    return new GithubError(code, said, { hint, ...(passing && { passing }) });
}
/** 500 may be our request's fault, so it gets one more try; the others are a gateway's (design: retried five times). */
function passingOf(status) {
    if (status === 500)
        return { kind: 'crash' };
    return [502, 503, 504].includes(status) ? { kind: 'unavailable' } : undefined;
}
/**
 * Milliseconds until GitHub takes requests again, where it said that there were too many (REST documentation, "Rate
 * limits"): Retry-After in seconds, else the reset of an exhausted limit, else a minute for the secondary limit.
 */
function throttledFor({ status, headers }, words, clock) {
    if (status !== 403 && status !== 429)
        return undefined;
    const retryAfter = numberOf(headers['retry-after']);
    if (retryAfter !== undefined)
        return Math.max(1000, retryAfter * 1000);
    const reset = numberOf(headers['x-ratelimit-reset']);
    if (numberOf(headers['x-ratelimit-remaining']) === 0 && reset !== undefined) {
        return Math.max(1000, reset * 1000 - clock.now().getTime());
    }
    return status === 429 || /rate limit/i.test(words) ? 60_000 : undefined;
}
function numberOf(value) {
    return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
/** One text for each field at fault: its message, or its name and code, e.g. `name already_exists`. */
function fieldErrorsOf({ data }) {
    const errors = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : undefined;
    if (!Array.isArray(errors))
        return [];
    return errors.map((error) => {
        if (typeof error !== 'object' || error === null)
            return String(error);
        const { code, field, message } = error;
        return [message ?? [field, code]]
            .flat()
            .filter((part) => typeof part === 'string')
            .join(' ');
    });
}
/** GitHub's own words on one line, at most 500 characters; an HTML page (its 502) says nothing. */
function wordsOf(answer) {
    const { data } = answer;
    const message = typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string'
        ? data.message
        : '';
    const words = [message, ...fieldErrorsOf(answer)].filter((text) => text !== '').join('; ');
    return words
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .replace(/\.$/, '')
        .slice(0, 500);
}
/** What GitHub's support asks for first. */
function requestOf({ headers }) {
    const id = headers['x-github-request-id'];
    return typeof id === 'string' && /^[\w:-]{1,64}$/.test(id) ? ` (request ${id})` : '';
}

;// CONCATENATED MODULE: ./build/bundle/src/github/github-client.js
// SPDX-License-Identifier: MIT





/** Attempts in all, by kind of failure: the project's rules for every outside, plus two kinds of our own. */
const github_client_policy = {
    attempts: {
        unavailable: 6,
        crash: 2,
        throttled: 6,
        race: 3,
        damaged: 3,
    },
    budgetMs: 5 * 60_000,
    firstWaitMs: 2_000,
    maxWaitMs: 60_000,
};
const defaultTimeoutMs = 60_000;
/** GitHub ends its list of releases after 10,000 of them, which are 100 pages. */
const maxPages = 100;
/** One repository, one token: requests, their failures in words, and what may be tried again. */
class GithubClient {
    repository;
    #octokit;
    #names;
    #token;
    #clock;
    #random;
    #onRetry;
    /** @throws GithubError `repository-name`, `github-url`, `token-unusable` */
    constructor({ repository, token, apiUrl = 'https://api.github.com' }, world = {}) {
        const [owner = '', repo = ''] = namesOf(repository);
        const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
        this.repository = repository;
        this.#names = { owner, repo };
        this.#token = usableToken(token);
        this.#octokit = new dist_src/* Octokit */.E({ auth: this.#token, baseUrl: usableUrl(apiUrl), log: silent });
        this.#clock = world.clock ?? common_clock/* systemClock */.m;
        this.#random = world.random ?? Math.random;
        this.#onRetry = world.onRetry;
    }
    /** One request, sent once. @returns the answer's body: parsed JSON, undefined where there is none */
    async send(request) {
        return (await this.#request(request, {})).data;
    }
    /**
     * Every page of a list. Not octokit's own paging: that takes a page whose body broke off for an empty one, and a list
     * of releases that looks empty makes a second draft.
     */
    async list(request) {
        const items = [];
        for (let page = 1; page <= maxPages; page++) {
            const parameters = { ...request.parameters, per_page: 100, page };
            const { data, headers } = await this.#request({ ...request, parameters }, {});
            if (!Array.isArray(data))
                throw unexpected(request.what, 'no list');
            items.push(...data);
            if (typeof headers.link !== 'string' || !headers.link.includes('rel="next"'))
                break;
        }
        return items;
    }
    /** The bytes behind a request, as they come. */
    async *bytes(request) {
        const { data } = await this.#request(request, { parseSuccessResponseBody: false });
        try {
            yield* data;
        }
        catch (error) {
            throw unreachable(request.what, error);
        }
    }
    /**
     * Runs `work` until it ends well or fails for good. It must be safe to run again: look first, then do, because an
     * answer that got lost does not tell whether the work was done.
     */
    async persist(work) {
        const attempt = async () => {
            try {
                return { value: await work() };
            }
            catch (error) {
                if (error instanceof GithubError)
                    return { error };
                throw error;
            }
        };
        let message = '';
        const result = await (0,retry/* retry */.L)(attempt, (outcome) => {
            const passing = 'error' in outcome ? outcome.error.passing : undefined;
            if (!('error' in outcome) || passing === undefined)
                return { again: false };
            message = outcome.error.message;
            return { again: true, ...passing };
        }, github_client_policy, {
            clock: this.#clock,
            random: this.#random,
            onRetry: (_count, _kind, waitMs) => this.#onRetry?.(message, waitMs),
        });
        if ('error' in result)
            throw result.error;
        return result.value;
    }
    async #request({ what, route, parameters, timeoutMs = defaultTimeoutMs }, options) {
        try {
            const answer = await this.#octokit.request(route, {
                ...this.#names,
                ...parameters,
                request: { ...options, signal: AbortSignal.timeout(timeoutMs) },
            });
            return { data: answer.data, headers: answer.headers };
        }
        catch (error) {
            const answer = answerOf(error);
            if (answer === undefined)
                throw unreachable(what, error);
            throw refusalOf(what, { ...answer, data: this.#withoutToken(answer.data) }, this.#clock);
        }
    }
    /** A server that gives back what it was sent must not bring the token into a log. */
    #withoutToken(data) {
        return JSON.parse(JSON.stringify(data ?? null).replaceAll(this.#token, '***'));
    }
}
function namesOf(repository) {
    if (/^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/.test(repository))
        return repository.split('/');
    throw new GithubError('repository-name', `"${repository.slice(0, 100)}" is no repository's name.`, {
        hint: 'Write it as OWNER/NAME, e.g. nextcloud/news.',
    });
}
/** A token with a line break would not get into a header, and the error of that would show it. */
function usableToken(text) {
    const token = text.trim();
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw new GithubError('token-unusable', `The GitHub token is ${token === '' ? 'empty' : 'no token: it holds blanks or other characters'}.`, {
        hint: 'Give --github-token-file FILE, or set GITHUB_TOKEN; in a workflow: env: GITHUB_TOKEN: ${{ github.token }}.',
    });
}
/** https, or http on this machine: the token goes there. */
function usableUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const local = url?.protocol === 'http:' && /^(localhost|\[::1\]|127(\.\d+){3})$/.test(url.hostname);
    if (url !== undefined && (url.protocol === 'https:' || local) && url.username === '' && url.password === '') {
        return url.href.replace(/\/+$/, '');
    }
    throw new GithubError('github-url', 'The address of GitHub’s API is no https address.', {
        hint: 'Leave it out for github.com; for GitHub Enterprise Server give https://HOST/api/v3.',
    });
}
function ignore() {
    // octokit logs deprecations to the console; findings and errors are how this program speaks.
}

// EXTERNAL MODULE: ./build/bundle/src/make-archive.js + 2 modules
var make_archive = __webpack_require__(6029);
// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/src/certificate-rules.js
var certificate_rules = __webpack_require__(8008);
;// CONCATENATED MODULE: ./build/bundle/src/plan-rules.js
/** Tags that name a version: `1.2.3`, `v1.2.3`, and for a repository of several apps `news-v1.2.3` or `news/1.2.3`. */
function versionOfTag(tag, appId) {
    const withoutApp = tag.startsWith(appId) ? tag.slice(appId.length).replace(/^[-/@]/, '') : tag;
    return withoutApp.replace(/^v/, '');
}
const planRules = [
    {
        id: 'tag-not-version',
        severity: 'error',
        applies: ({ nightly }) => !nightly,
        check: ({ tag, version, appId }) => {
            if (tag === undefined || versionOfTag(tag, appId) === version)
                return [];
            return [
                {
                    message: `The tag is "${tag}", the version in appinfo/info.xml is ${version}.`,
                    file: 'appinfo/info.xml',
                    fix: `Set <version>${versionOfTag(tag, appId)}</version> and move the tag, or tag this commit v${version}.`,
                },
            ];
        },
        message: 'The tag is not the version in appinfo/info.xml.',
        fix: 'Make the two agree.',
        source: 'nextcloud/.github pull request 435',
    },
    {
        id: 'store-app-not-registered',
        severity: 'error',
        applies: ({ register }) => !register,
        check: ({ ownership, appId }) => ownership === 'not-registered' ? [{ message: `The store knows no app "${appId}".` }] : [],
        message: 'The app is not registered in the store.',
        fix: 'Run the release once with --register (the Action: register: true), which registers it with this certificate.',
        source: 'store: api/v1/views.py, App does not exist, you need to register it first',
    },
    {
        id: 'store-app-not-yours',
        severity: 'error',
        check: ({ ownership, appId }) => ownership === 'not-owner'
            ? [{ message: `The store's app "${appId}" belongs to another user than the token.` }]
            : [],
        message: 'The app belongs to another user of the store.',
        fix: 'Use the token of the owner, or have the owner add you as a co-maintainer on the store’s pages.',
        source: 'store: api/v1/views.py answers 403 to all but owner and co-maintainers',
    },
    {
        id: 'store-owner-not-asked',
        severity: 'warning',
        check: ({ ownership }) => (ownership === 'not-asked' ? [{}] : []),
        message: 'There is no store token, so that nobody asked whether the app is registered and its user owns it.',
        fix: 'Give --store-token-file FILE (the Action: store-token) to have it asked in a dry run, too.',
        source: 'store: api/v1/views.py, AppDownloadStatsView',
    },
    {
        id: 'store-other-certificate',
        severity: 'error',
        applies: ({ register }) => !register,
        check: ({ registered }) => (registered === 'other' ? [{}] : []),
        message: 'The store has another certificate registered for this app, and would refuse what this key signs.',
        fix: 'Release with the registered certificate. To change it, use --register: that DELETES ALL RELEASES of the app in the store.',
        source: 'store: saving another certificate deletes every release of the app',
    },
    {
        id: 'store-register-deletes-releases',
        severity: 'warning',
        applies: ({ register }) => register,
        check: ({ registered }) => (registered === 'other' ? [{}] : []),
        message: 'Registering this certificate in place of another deletes all releases of the app in the store.',
        fix: 'Leave --register out unless that is meant; afterwards publish every release that is still supported again.',
        source: 'store: saving another certificate deletes every release of the app',
    },
    {
        id: 'store-certificate-unknown',
        severity: 'info',
        check: ({ registered }) => (registered === 'unknown' ? [{}] : []),
        message: 'Which certificate the store has registered cannot be seen: it shows that only for apps with a release. Its answer to the upload decides.',
        fix: 'Nothing is to be done.',
        source: 'store: apps.json lists apps with a release only',
    },
];

// EXTERNAL MODULE: ./build/bundle/src/release-error.js
var release_error = __webpack_require__(6455);
;// CONCATENATED MODULE: ./build/bundle/src/plan.js






/**
 * Asks everything that can be asked before anything is built or written.
 * @throws ReleaseError `plan-refused` with all findings at once; StoreError where the store cannot be asked
 */
async function makePlan(inputs) {
    const { app, certificate, key, trust, now, crl } = inputs;
    const [list, noList] = crl === undefined || 'unavailable' in crl ? [undefined, crl] : [crl];
    const local = [
        ...(0,rule/* applyRules */.I)(certificate_rules/* certificateRules */.P, { appId: app.id, certificate, key, trust, now, ...(list && { crl: list }) }),
        ...(list === undefined ? [crlUnavailable(noList)] : []),
    ];
    const facts = {
        appId: app.id,
        version: app.version,
        nightly: inputs.nightly,
        register: inputs.register,
        ...(inputs.tag !== undefined && { tag: inputs.tag }),
    };
    // The store is asked only with a certificate that it could accept: what is wrong here is wrong there.
    const asked = (0,finding/* isOk */.HQ)(local) ? await askStore(inputs) : undefined;
    const findings = [...local, ...(0,rule/* applyRules */.I)(planRules, { ...facts, ...asked })];
    if (!(0,finding/* isOk */.HQ)(findings))
        throw (0,release_error/* planRefused */.M0)(findings);
    const registerFirst = inputs.register && asked !== undefined && (asked.ownership === 'not-registered' || asked.registered !== 'same');
    return { findings, registerFirst };
}
async function askStore(inputs) {
    const { store, hasToken, app, certificate } = inputs;
    const ownership = hasToken ? await store.ownership(app.id) : 'not-asked';
    if (ownership === 'not-registered')
        return { ownership };
    return { ownership, registered: compare(await store.registeredCertificate(app.id), certificate) };
}
/** By what is in the certificates: the store keeps texts, and one with a preface is still the same certificate. */
function compare(registered, certificate) {
    if (registered === undefined)
        return 'unknown';
    try {
        return common_certificate/* Certificate */.us.fromPem(registered).fingerprint === certificate.fingerprint ? 'same' : 'other';
    }
    catch {
        return 'other';
    }
}
function crlUnavailable(crl) {
    return {
        rule: 'crl-unavailable',
        severity: 'warning',
        message: crl === undefined ? 'No revocation list was looked at.' : `The revocation list cannot be had: ${crl.unavailable}`,
        fix: 'Give one with --crl; until then a revoked certificate shows only in the store’s answer.',
    };
}

// EXTERNAL MODULE: ./build/bundle/src/read-identity.js
var read_identity = __webpack_require__(8836);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/bundle/src/github/archive-asset-name.js
// SPDX-License-Identifier: MIT
/**
 * The name of an asset for a file: letters, digits, `-`, `_` and single dots, because GitHub renames everything else
 * (softprops/action-gh-release#159), and a renamed asset would not be found again.
 */
function archiveAssetName(fileName) {
    const name = fileName.replace(/[^A-Za-z0-9_-]+/g, '.').replace(/^\.|\.$/g, '');
    return name === '' ? 'archive' : name;
}

;// CONCATENATED MODULE: ./build/bundle/src/github/github-release.js
// SPDX-License-Identifier: MIT

/** @throws GithubError `unexpected-answer` */
function readRelease(value, what) {
    const fields = recordOf(value, what);
    return {
        id: fieldOf(fields, 'id', 'number', what),
        tag: fieldOf(fields, 'tag_name', 'string', what),
        title: typeof fields.name === 'string' ? fields.name : '',
        draft: fieldOf(fields, 'draft', 'boolean', what),
        prerelease: fieldOf(fields, 'prerelease', 'boolean', what),
        immutable: fields.immutable === true,
        page: fieldOf(fields, 'html_url', 'string', what),
        uploadUrl: fieldOf(fields, 'upload_url', 'string', what),
    };
}
/** @throws GithubError `unexpected-answer` */
function readAsset(value, what) {
    const fields = recordOf(value, what);
    const digest = /^sha256:([0-9a-f]{64})$/.exec(typeof fields.digest === 'string' ? fields.digest : '')?.[1];
    return {
        id: fieldOf(fields, 'id', 'number', what),
        name: fieldOf(fields, 'name', 'string', what),
        uploaded: fieldOf(fields, 'state', 'string', what) === 'uploaded',
        size: fieldOf(fields, 'size', 'number', what),
        ...(digest !== undefined && { sha256: digest }),
        downloadUrl: fieldOf(fields, 'browser_download_url', 'string', what),
    };
}
function fieldOf(fields, name, type, what) {
    const value = fields[name];
    if (typeof value !== type)
        throw unexpected(what, `no ${name}`);
    return value;
}
function recordOf(value, what) {
    if (typeof value !== 'object' || value === null)
        throw unexpected(what, 'no object');
    return value;
}

;// CONCATENATED MODULE: ./build/bundle/src/github/release-assets.js
// SPDX-License-Identifier: MIT




const route = '/repos/{owner}/{repo}/releases';
/** Long enough for the largest archive that the store takes (30 MiB) at 512 kbit/s. */
const transferTimeoutMs = 10 * 60_000;
/**
 * The assets of releases. One that is there with the same bytes is success, with other bytes a loud failure: nothing
 * that somebody uploaded is ever replaced.
 */
class ReleaseAssets {
    client;
    constructor(client) {
        this.client = client;
    }
    /**
     * The archive among the release's assets, or undefined where it can be added. Reads, changes nothing.
     * @throws GithubError `asset-differs`, and `release-immutable` where it is missing and cannot be added any more
     */
    async inspect(release, archive) {
        return this.client.persist(async () => {
            const asset = await this.look(release, archive.name);
            if (asset?.uploaded === true)
                return this.judge(release, archive, asset);
            if (release.immutable)
                throw frozen(release, archive);
            return undefined;
        });
    }
    /**
     * Makes the archive an asset of the release. An upload that broke off (state `starter`) is deleted and made again:
     * GitHub's documentation says that it is safe to delete, and it holds the name until then.
     * @throws GithubError `asset-differs`, `release-immutable`, `upload-damaged`
     */
    async attach(release, archive) {
        return this.client.persist(async () => {
            const there = await this.look(release, archive.name);
            if (there?.uploaded === true)
                return { ...(await this.judge(release, archive, there)), created: false };
            if (release.immutable)
                throw frozen(release, archive);
            if (there !== undefined)
                await this.delete(there);
            return { ...(await this.upload(release, archive)), created: true };
        });
    }
    /** The public address of an asset. Ask after publishing: a draft's addresses change then. */
    async downloadUrl(release, name) {
        return this.client.persist(async () => (await this.look(release, name))?.downloadUrl);
    }
    async look(release, name) {
        const what = `Reading the assets of the release ${release.tag}`;
        const parameters = { release_id: release.id };
        const assets = await this.client.list({ what, route: `GET ${route}/{release_id}/assets`, parameters });
        const wanted = archiveAssetName(name);
        return assets.map((value) => readAsset(value, what)).find((asset) => asset.name === wanted);
    }
    async judge(release, archive, asset) {
        const { size, sha256 } = asset;
        if (size === archive.bytes.length && (sha256 ?? (await this.digest(asset))) === sha256Of(archive.bytes))
            return asset;
        const theirs = sha256 === undefined ? `${size} bytes` : `${size} bytes, sha256 ${sha256}`;
        const ours = `${archive.bytes.length} bytes, sha256 ${sha256Of(archive.bytes)}`;
        throw new GithubError('asset-differs', `The release ${release.tag} has an asset ${asset.name} (${theirs}) that is not the archive at hand (${ours}).`, {
            hint: release.immutable
                ? 'The release is immutable: raise the version, or publish what is there (--archive with that file).'
                : `Publish what is there (--archive with that file), or delete the asset on ${release.page} and run this again.`,
        });
    }
    /** For servers without the digest field: the bytes themselves, only ever of an asset that has the archive's size. */
    async digest(asset) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const chunks = this.client.bytes({
            what: `Reading back the asset ${asset.name}`,
            route: `GET ${route}/assets/{asset_id}`,
            parameters: { asset_id: asset.id, headers: { accept: 'application/octet-stream' } },
            timeoutMs: transferTimeoutMs,
        });
        for await (const chunk of chunks)
            hash.update(chunk);
        return hash.digest('hex');
    }
    async delete(asset) {
        await this.client.send({
            what: `Deleting what is left of an upload of ${asset.name}`,
            route: `DELETE ${route}/assets/{asset_id}`,
            parameters: { asset_id: asset.id },
        });
    }
    async upload(release, archive) {
        const name = archiveAssetName(archive.name);
        const what = `Uploading ${name}`;
        const answer = await this.client.send({
            what,
            // The address in the release: octokit's own helper knows only github.com's.
            route: `POST ${release.uploadUrl}`,
            parameters: { name, data: archive.bytes, headers: { 'content-type': 'application/gzip' } },
            timeoutMs: transferTimeoutMs,
        });
        const asset = readAsset(answer, what);
        const sha256 = sha256Of(archive.bytes);
        if (asset.size === archive.bytes.length && (asset.sha256 ?? sha256) === sha256)
            return asset;
        await this.delete(asset);
        throw new GithubError('upload-damaged', `${what} failed: what arrived at GitHub is not what was sent.`, {
            hint: 'Run the same command again; see whether a proxy on the way changes what passes through it.',
            passing: { kind: 'damaged' },
        });
    }
}
function frozen(release, archive) {
    return new GithubError('release-immutable', `The release ${release.tag} is published and immutable, and ${archiveAssetName(archive.name)} is not among its assets.`, {
        hint: 'Raise the version, and let this program publish the release: it adds the archive while that is a draft (start the workflow on the tag, not on "release: published").',
    });
}
function sha256Of(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}

;// CONCATENATED MODULE: ./build/bundle/src/github/releases.js


const releases_route = '/repos/{owner}/{repo}/releases';
/**
 * The releases of one repository. Draft first, then the asset (`ReleaseAssets`), then publishing: with immutable
 * releases nothing can be added later (svenstaro/upload-release-action#159). Every step may be run again and goes on
 * where it broke off; what somebody else wrote (title, notes, flags) is never changed.
 */
class Releases {
    client;
    constructor(client) {
        this.client = client;
    }
    /**
     * The release for a tag, a draft included: those are only in the list, the route by tag does not return them.
     * @throws GithubError `several-releases`
     */
    async find(tag) {
        return this.client.persist(() => this.look(tag));
    }
    /** The release for a tag: the one that is there, as it is, or a new draft. */
    async prepare(wish) {
        const what = `Making a draft release for ${wish.tag}`;
        const parameters = {
            tag_name: wish.tag,
            name: wish.title,
            body: wish.notes,
            draft: true,
            prerelease: wish.prerelease,
            ...(wish.commit !== undefined && { target_commitish: wish.commit }),
        };
        return this.client.persist(async () => {
            const there = await this.look(wish.tag);
            if (there !== undefined)
                return { ...there, created: false };
            const answer = await this.client.send({ what, route: `POST ${releases_route}`, parameters });
            return { ...readRelease(answer, what), created: true };
        });
    }
    /**
     * Publishes a draft; GitHub makes the tag where it is missing. A release that is published is left as it is.
     * @throws GithubError `several-releases`, `tag-refused`
     */
    async publish({ id, tag, prerelease }) {
        const what = `Publishing the release ${tag}`;
        // `legacy` compares versions: a fix of an old branch must not become the repository's latest release.
        const parameters = { release_id: id, draft: false, make_latest: prerelease ? 'false' : 'legacy' };
        return this.client.persist(async () => {
            // Looked for again: another run may have made a release for the tag meanwhile, or our last answer got lost.
            const there = await this.look(tag);
            if (there?.draft === false)
                return there;
            const answer = await this.client.send({ what, route: `PATCH ${releases_route}/{release_id}`, parameters });
            return readRelease(answer, what);
        });
    }
    async look(tag) {
        const what = `Looking for the release ${tag} of ${this.client.repository}`;
        const all = await this.client.list({ what, route: `GET ${releases_route}` });
        const matching = all.map((value) => readRelease(value, what)).filter((release) => release.tag === tag);
        if (matching.length > 1)
            throw several(tag, matching);
        return matching[0];
    }
}
/** Two runs at once leave two drafts (softprops/action-gh-release#705); which one counts is for a person to say. */
function several(tag, releases) {
    const names = releases.map(({ id, title, draft, page }) => `${draft ? 'draft' : 'published'} ${id} "${title.slice(0, 80)}" (${page})`);
    return new GithubError('several-releases', `There are ${releases.length} releases for ${tag}: ${names.join(', ')}.`, {
        hint: 'Delete all but the one that shall be published, then run this again.',
    });
}

;// CONCATENATED MODULE: ./build/bundle/src/serve-archive.js
// SPDX-License-Identifier: MIT





/** Makes the archive an asset of a GitHub release: draft first, then the asset, then publishing. */
async function serveArchive(client, archive, wish, steps) {
    const [releases, assets, asset] = [new Releases(client), new ReleaseAssets(client), assetOf(archive)];
    const draft = await steps.run('upload', async () => {
        const found = await releases.prepare({ ...wish, notes: archive.changelog });
        const { created, name } = await assets.attach(found, asset);
        return [found, created ? `${name} attached` : `${name} was there already, with the same digest`];
    });
    return steps.run('publish release', async () => {
        const published = await releases.publish(draft);
        const downloadUrl = await assets.downloadUrl(published, asset.name);
        if (downloadUrl === undefined) {
            throw new release_error/* ReleaseError */.K2('served-archive-differs', `The release ${published.tag} lost its asset ${asset.name}.`, {
                hint: `See ${published.page}: somebody else may be working on the same release. Then run this again.`,
            });
        }
        const words = draft.draft ? `${published.tag} is public` : `${published.tag} was public already`;
        return [{ downloadUrl, releasePage: published.page }, words];
    });
}
/** What the writes would meet: a release that cannot take the asset is found now, not after the tag is out. */
async function tryServing(client, archive, tag, steps) {
    await steps.run('upload', async () => {
        const there = await new Releases(client).find(tag);
        const asset = there && (await new ReleaseAssets(client).inspect(there, assetOf(archive)));
        const words = there === undefined ? `a draft for ${tag} would be made` : `the release ${tag} is there`;
        return [undefined, `dry run: ${words}${asset ? ', with this very archive' : ''}`];
    });
}
function assetOf(archive) {
    return { name: (0,external_node_path_.basename)(archive.path), bytes: (0,external_node_fs_.readFileSync)(archive.path) };
}

// EXTERNAL MODULE: ./build/bundle/src/store/archive-signature.js
var archive_signature = __webpack_require__(2418);
// EXTERNAL MODULE: ./build/bundle/src/store/client.js + 5 modules
var client = __webpack_require__(587);
// EXTERNAL MODULE: ./build/bundle/src/store/store-error.js
var store_error = __webpack_require__(1293);
;// CONCATENATED MODULE: ./build/bundle/src/store/read-back.js

/** The lists are cached, here and at whoever stands between (store: api/v1/response_redis_cache.py: up to 3 minutes). */
const longestWaitMs = 5 * 60_000;
const firstWaitMs = 2_000;
const waitMs = 15_000;
/**
 * Waits until the store lists the version with our signature: at most 5 minutes.
 * @throws StoreError `not-listed` where it does not, or lists another signature
 */
async function readBack(client, published) {
    const start = client.clock.now().getTime();
    let other;
    for (let wait = firstWaitMs;; wait = waitMs) {
        const found = await findListed(client, published);
        if (found !== undefined && isSame(found.release.signature, published.signature))
            return found;
        other = found;
        if (client.clock.now().getTime() - start + wait > longestWaitMs)
            break;
        await client.clock.sleep(wait);
    }
    throw notListed(published, other);
}
/** The release in the lists, or undefined. */
async function findListed(client, published) {
    const { platform } = published;
    const lists = [
        ...(platform === undefined
            ? []
            : [[`platform/${platform}/apps.json`, () => client.platformApps(platform)]]),
        ['apps.json', () => client.apps()],
        ['appapi_apps.json', () => client.appApiApps()],
    ];
    for (const [list, read] of lists) {
        const release = (await read())
            .find(({ id }) => id === published.appId)
            ?.releases.find(({ version, isNightly }) => version === published.version && isNightly === published.nightly);
        if (release !== undefined)
            return { list, release };
    }
    return undefined;
}
/** The store keeps a signature as it came, line breaks included. */
function isSame(one, other) {
    return one.replace(/\s+/g, '') === other.replace(/\s+/g, '');
}
function notListed({ appId, version }, other) {
    if (other !== undefined) {
        return new store_error/* StoreError */.A('not-listed', `The store still lists ${appId} ${version} with another signature.`, {
            hint: 'Somebody else may have published this version at the same time: see "nextcloud-release store status", then publish again.',
        });
    }
    return new store_error/* StoreError */.A('not-listed', `The store took ${appId} ${version}, but has not listed it within 5 minutes.`, {
        hint: 'Its lists may be cached for longer, and apps for subscribers only are in none: look again with "nextcloud-release store status".',
    });
}

;// CONCATENATED MODULE: ./build/bundle/src/release.js













/**
 * The whole way, from a folder to an app that the store lists: plan, build, stage, validate, code-sign, pack, verify,
 * upload, publish the release, fetch back, archive-sign, publish, read back. Every step looks first at what is there:
 * a run that broke off is run again and goes on where it stopped.
 * @throws CodedError of whichever room said no
 */
async function release(inputs, world) {
    return new Release(inputs, world).run();
}
class Release {
    inputs;
    #steps;
    #store;
    #github;
    #outside;
    constructor(inputs, world) {
        this.inputs = inputs;
        this.#steps = world.steps;
        this.#outside = {
            http: world.http ?? common_http/* http */.LV,
            clock: world.clock ?? common_clock/* systemClock */.m,
            random: world.random ?? Math.random,
            onRetry: (what, waitMs) => this.#steps.progress.note(`${what}; trying again in ${(waitMs / 1000).toFixed(waitMs < 1000 ? 1 : 0)} s`),
        };
        const { storeUrl, storeToken, target } = inputs;
        const credentials = storeToken === undefined ? {} : { credentials: { token: storeToken } };
        this.#store = new client/* StoreClient */.F({ url: storeUrl, ...credentials, ...this.#outside });
        this.#github = target.kind === 'github' ? new GithubClient(target, this.#outside) : undefined;
    }
    async run() {
        const { archive: given, dir } = this.inputs;
        const app = await (given === undefined ? (0,read_identity/* readReleasableIdentity */.X9)(dir) : (0,read_identity/* readArchiveIdentity */.lP)(given));
        const { registerFirst, findings } = await this.#plan(app);
        const archive = await this.#makeArchive(app);
        const report = { app, archive, findings: [...findings, ...archive.findings] };
        if (this.inputs.dryRun)
            return { ...report, ...(await this.#dryRun(app, archive)) };
        const { downloadUrl, ...page } = await this.#serve(app, archive);
        const signature = await this.#signServed(downloadUrl, archive);
        if (registerFirst)
            await this.#register(app);
        const storeStatus = await this.#publish(app, downloadUrl, signature);
        return { ...report, ...page, downloadUrl, signature, storeStatus };
    }
    async #plan(app) {
        const { storeToken, dryRun } = this.inputs;
        if (storeToken === undefined && !dryRun) {
            throw new release_error/* ReleaseError */.K2('nothing-to-publish-to', 'There is no token of the App Store to publish with.', {
                hint: 'Give --store-token-file FILE (the Action: store-token); with --dry-run it may be left out.',
            });
        }
        return this.#steps.run('plan', async () => {
            const plan = await makePlan({
                ...this.inputs,
                app,
                now: this.#outside.clock.now(),
                store: this.#store,
                hasToken: storeToken !== undefined,
            });
            const asked = storeToken === undefined ? 'whose it is was not asked, there is no token' : 'the token may publish it';
            return [plan, `${app.id} ${app.version}: key, certificate and app belong together; ${asked}`];
        });
    }
    async #makeArchive(app) {
        const { archive, dir, outDir, build, key, certificate, trust, nightly, buildEnvironment } = this.inputs;
        const now = this.#outside.clock.now();
        const common = { app, signer: { key, certificate }, trust, nightly, now };
        if (archive !== undefined)
            return (0,make_archive/* openGivenArchive */.c)({ ...common, archive }, this.#steps);
        const out = (0,external_node_path_.join)(outDir, `${app.id}-${app.version}.tar.gz`);
        return (0,make_archive/* makeArchive */.P)({ ...common, dir, out, build, validate: true, buildEnvironment }, this.#steps);
    }
    async #dryRun(app, archive) {
        if (this.#github === undefined)
            this.#steps.skip('upload', 'dry run; the archive is served by somebody else');
        else
            await tryServing(this.#github, archive, this.#tag(app), this.#steps);
        this.#steps.skip('publish', 'dry run');
        return { storeStatus: 'dry-run' };
    }
    #tag(app) {
        return this.inputs.tag ?? `v${app.version}`;
    }
    async #serve(app, archive) {
        const { target, nightly } = this.inputs;
        if (this.#github === undefined || target.kind === 'url') {
            this.#steps.skip('upload', 'the archive is served by somebody else');
            return { downloadUrl: target.kind === 'url' ? target.url : '' };
        }
        const prerelease = nightly || app.version.includes('-');
        const wish = { tag: this.#tag(app), title: `${app.id} ${app.version}`, prerelease };
        return serveArchive(this.#github, archive, wish, this.#steps);
    }
    /** Only what users will get is ever signed: the bytes behind the public address, equal to what was packed. */
    async #signServed(url, archive) {
        const served = await this.#steps.run('fetch back', async () => {
            // What somebody else serves is there, or the address is wrong; only our own upload may still be on its way.
            const patience = this.inputs.target.kind === 'url' ? { patience: 3 } : {};
            const bytes = await fetchBack(url, archive, { ...this.#outside, ...patience });
            return [bytes, `${bytes.length} bytes, the same as packed`];
        });
        return this.#steps.run('archive-sign', async () => {
            return [(0,archive_signature/* signBytes */.b)(served, this.inputs.key), 'RSA with SHA-512 over the served bytes'];
        });
    }
    async #register(app) {
        await this.#steps.run('register', async () => {
            const result = await this.#store.register({
                certificate: this.inputs.certificate.toPem(),
                signature: (0,archive_signature/* signBytes */.b)(Buffer.from(app.id, 'utf8'), this.inputs.key),
            });
            return [result, result === 'created' ? `${app.id} is registered` : 'the certificate is registered'];
        });
    }
    async #publish(app, download, signature) {
        const { nightly } = this.inputs;
        const wanted = { appId: app.id, version: app.version, nightly, signature };
        const status = await this.#steps.run('publish', async () => {
            const listed = await findListed(this.#store, wanted);
            if (listed?.release.download === download && listed.release.signature.replace(/\s+/g, '') === signature) {
                return ['already-published', 'the store lists this very release already'];
            }
            const result = await this.#store.publish({ download, signature, nightly });
            return result === 'created'
                ? ['created', 'the store took it']
                : ['updated', 'the store took it in place of the same version'];
        });
        await this.#steps.run('read back', async () => {
            const { list } = await readBack(this.#store, wanted);
            return [undefined, `${list} lists ${app.id} ${app.version} with our signature`];
        });
        return status;
    }
}


/***/ })

};
;