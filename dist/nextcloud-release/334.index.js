"use strict";
exports.id = 334;
exports.ids = [334];
exports.modules = {

/***/ 3334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ startStore)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/bundle/common/clock.js
var common_clock = __webpack_require__(6046);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/sandbox/store/accounts.js
// SPDX-License-Identifier: MIT

/** 40 hex digits, as rest_framework.authtoken makes them */
function newToken() {
    return (0,external_node_crypto_.randomBytes)(20).toString('hex');
}
/** Adds a user with a token. Names are unique; the same name again gives the user who is there. */
function addUser(data, name, password) {
    const known = data.users.find((user) => user.name === name);
    if (known !== undefined)
        return known;
    const salt = (0,external_node_crypto_.randomBytes)(16);
    const user = {
        id: Math.max(0, ...data.users.map(({ id }) => id)) + 1,
        name,
        passwordHash: `${salt.toString('hex')}:${hash(password, salt).toString('hex')}`,
        token: newToken(),
    };
    data.users.push(user);
    return user;
}
function hasPassword(user, password) {
    const [salt = '', expected = ''] = user.passwordHash.split(':');
    return (0,external_node_crypto_.timingSafeEqual)(hash(password, Buffer.from(salt, 'hex')), Buffer.from(expected, 'hex'));
}
/** Light (about 1 ms): what it guards is a sandbox, and tests log in often. */
function hash(password, salt) {
    return (0,external_node_crypto_.scryptSync)(password, salt, 32, { N: 1024 });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/bundle/sandbox/store/timestamp.js
/** DRF's form: `2016-06-25T16:49:25.326855Z`, without a fraction where it is zero. */
function isoTime(timestamp) {
    return `${seconds(timestamp)}${fraction(timestamp)}Z`;
}
/** Python's `str(datetime)`, which the store takes for ETags: `2016-06-17 23:08:58.042321+00:00`. */
function pythonTime(timestamp) {
    return `${seconds(timestamp).replace('T', ' ')}${fraction(timestamp)}+00:00`;
}
function dateOf(timestamp) {
    return new Date(Math.floor(timestamp / 1000));
}
/** The next time: never the same twice, though JavaScript's clock knows milliseconds only. */
function nextTimestamp(clock, last) {
    return Math.max(clock.now().getTime() * 1000, last + 1);
}
function seconds(timestamp) {
    return dateOf(timestamp).toISOString().slice(0, 19);
}
function fraction(timestamp) {
    const micros = timestamp % 1_000_000;
    return micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/answer-writer.js


/** Django's GZipMiddleware leaves shorter ones as they are. */
const shortestGzip = 200;
/** Writes a reply as Django and DRF do: JSON, or a page where the browser asks for one; 304 where nothing changed. */
function writeReply(request, response, reply) {
    const headers = { ...commonHeaders(request), ...validators(reply), ...reply.headers };
    if (reply.status === 200 && isUnchanged(request, reply)) {
        response.writeHead(304, headers).end();
        return;
    }
    const { type, text } = bodyOf(request, reply);
    const isZipped = reply.gzip === true && text.length >= shortestGzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const body = isZipped ? (0,external_node_zlib_.gzipSync)(text) : Buffer.from(text);
    response.writeHead(reply.status, {
        ...headers,
        ...(text !== '' && { 'content-type': type }),
        ...(reply.gzip === true && { vary: 'Accept-Encoding' }),
        ...(isZipped && { 'content-encoding': 'gzip' }),
        ...(reply.status !== 204 && { 'content-length': String(body.length) }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
}
/** An etag of microseconds since 1970, in Python's words. */
function etagOf(timestamp) {
    return timestamp === undefined ? '' : pythonTime(timestamp);
}
function commonHeaders(request) {
    return {
        'x-content-type-options': 'nosniff',
        ...(request.headers.origin !== undefined && {
            'access-control-allow-origin': '*',
            'access-control-expose-headers': 'etag, x-content-type-options, content-type',
        }),
    };
}
function validators({ etag, lastModified }) {
    return {
        ...(etag !== undefined && { etag: `"${etag}"` }),
        ...(lastModified !== undefined && { 'last-modified': dateOf(lastModified).toUTCString() }),
    };
}
/** If-None-Match before If-Modified-Since (RFC 9110 section 13.2.2), compared weakly. */
function isUnchanged(request, { etag, lastModified }) {
    const noneMatch = request.headers['if-none-match'];
    if (noneMatch !== undefined) {
        // An ETag may hold blanks and colons, but neither a quote nor a comma.
        const known = noneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
        return etag !== undefined && (known.includes('*') || known.includes(`"${etag}"`));
    }
    const since = Date.parse(request.headers['if-modified-since'] ?? '');
    if (lastModified === undefined || Number.isNaN(since))
        return false;
    return Math.floor(dateOf(lastModified).getTime() / 1000) * 1000 <= since;
}
function bodyOf(request, { status, body }) {
    if (body === undefined)
        return { type: '', text: '' };
    if (typeof body === 'string')
        return { type: 'text/html; charset=utf-8', text: body };
    const json = JSON.stringify(body);
    if (!prefersPage(request.headers.accept))
        return { type: 'application/json', text: json };
    const shown = json.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return { type: 'text/html; charset=utf-8', text: `<!doctype html><title>HTTP ${status}</title><pre>${shown}</pre>` };
}
/** DRF's browsable API: for whoever names text/html and not JSON. */
function prefersPage(accept = '*/*') {
    return accept.includes('text/html') && !accept.includes('application/json');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/fault-plan.js
/** Faults in the order in which they were asked for: each is used up before the next that fits. */
class FaultPlan {
    #faults = [];
    add(fault) {
        this.#faults.push({ fault, left: fault.times ?? 1 });
    }
    clear() {
        this.#faults.length = 0;
    }
    /** The fault for this request, used up by one. */
    take(method, path) {
        const next = this.#faults.find(({ fault, left }) => left > 0 && (fault.on === undefined || fault.on === `${method} ${path}`));
        if (next === undefined)
            return undefined;
        next.left--;
        return next.fault;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/list-cache.js
/** Whoever stands between the store and its users gives the same answer again for a while. */
class ListCache {
    #clock;
    #lifetimeMs;
    #replies = new Map();
    constructor(clock, lifetimeMs) {
        this.#clock = clock;
        this.#lifetimeMs = lifetimeMs;
    }
    async get(address, make) {
        const now = this.#clock.now().getTime();
        const known = this.#replies.get(address);
        if (known !== undefined && known.until > now)
            return known.reply;
        const reply = await make();
        if (this.#lifetimeMs > 0)
            this.#replies.set(address, { reply, until: now + this.#lifetimeMs });
        return reply;
    }
}

// EXTERNAL MODULE: ./build/bundle/src/store/store-answer.js
var store_answer = __webpack_require__(7961);
;// CONCATENATED MODULE: ./build/bundle/sandbox/store/authentication.js
// SPDX-License-Identifier: MIT


const notAuthenticated = (0,store_answer/* detail */._0)(401, 'Authentication credentials were not provided.');
/** The Authorization header as DRF's TokenAuthentication and BasicAuthentication read it (case of the scheme aside). */
function authenticate(header, schemes, data) {
    const [scheme = '', ...parts] = (header ?? '').split(/\s+/).filter((part) => part !== '');
    const name = schemes.find((known) => known === scheme.toLowerCase());
    if (name === undefined)
        return {};
    const [value, ...more] = parts;
    if (value === undefined)
        return refused(`Invalid ${name} header. No credentials provided.`);
    if (more.length > 0) {
        return refused(`Invalid ${name} header. ${name === 'token' ? 'Token' : 'Credentials'} string should not contain spaces.`);
    }
    return name === 'token' ? byToken(value, data) : byPassword(value, data);
}
function byToken(token, { users }) {
    const user = users.find((candidate) => candidate.token === token);
    return user === undefined ? refused('Invalid token.') : { user };
}
function byPassword(encoded, { users }) {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) {
        return refused('Invalid basic header. Credentials not correctly base64 encoded.');
    }
    const [name, ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const user = users.find((candidate) => candidate.name === name);
    if (user === undefined || !hasPassword(user, password.join(':')))
        return refused('Invalid username/password.');
    return { user };
}
function refused(message) {
    return { refusal: (0,store_answer/* detail */._0)(401, message) };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/django-url.js
// SPDX-License-Identifier: MIT
const letters = 'a-z0-9\u00a1-\uffff';
const label = `[${letters}](?:[${letters}-]{0,61}[${letters}])?`;
const topLevel = `\\.(?!-)(?:[a-z\u00a1-\uffff-]{2,63}|xn--[a-z0-9]{1,59})(?<!-)\\.?`;
const number = '(?:0|25[0-5]|2[0-4]\\d|1\\d?\\d?|[1-9]\\d?)';
const address = `${number}(?:\\.${number}){3}|\\[[0-9a-f:.]+\\]`;
const user = '(?:[^\\s:@/]+(?::[^\\s:@/]*)?@)?';
const url = new RegExp(`^([a-z][a-z0-9.+-]*)://${user}(?:${address}|${label}(?:\\.(?!-)[${letters}-]{1,63}(?<!-))*${topLevel}|localhost)(?::\\d{1,5})?(?:[/?#]\\S*)?$`, 'i');
/** django.core.validators.URLValidator.max_length */
const longest = 2048;
/** Whether Django's URLValidator takes the text: host names need a dot, `localhost` aside. */
function isDjangoUrl(text, schemes) {
    if (text.length > longest)
        return false;
    const scheme = url.exec(text)?.[1]?.toLowerCase();
    return scheme !== undefined && schemes.includes(scheme);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/request-fields.js
// SPDX-License-Identifier: MIT


const required = ['This field is required.'];
/** @param body the parsed JSON; undefined where the request has no body */
function readFields(body, readers) {
    if (body === null)
        return { refusal: { status: 400, body: { nonFieldErrors: ['No data provided'] } } };
    if (body !== undefined && (typeof body !== 'object' || Array.isArray(body))) {
        const text = `Invalid data. Expected a dictionary, but got ${pythonType(body)}.`;
        return { refusal: { status: 400, body: { nonFieldErrors: [text] } } };
    }
    const given = new Map(Object.entries(body ?? {}).map(([name, value]) => [camelCase(name), value]));
    const fields = {};
    const faults = {};
    for (const [name, read] of Object.entries(readers)) {
        const reading = read(given.get(name));
        if ('faults' in reading)
            faults[name] = reading.faults;
        else
            fields[name] = reading.text;
    }
    return Object.keys(faults).length > 0 ? { refusal: { status: 400, body: faults } } : { fields };
}
/** DRF's CharField: numbers are texts, outer blanks go. */
const textField = (value) => {
    if (value === undefined)
        return { faults: required };
    if (value === null)
        return { faults: ['This field may not be null.'] };
    if (typeof value !== 'string' && typeof value !== 'number')
        return { faults: ['Not a valid string.'] };
    const text = String(value).trim();
    return text === '' ? { faults: ['This field may not be blank.'] } : { text };
};
/** DRF's URLField with the store's https validator: both complain. `allowed` lets an address pass that is not https. */
function httpsField(allowed) {
    return (value) => {
        const reading = textField(value);
        if ('faults' in reading || allowed(reading.text))
            return reading;
        const faults = [
            ...(isDjangoUrl(reading.text, ['https']) ? [] : ['Enter a valid HTTPS URL']),
            ...(isDjangoUrl(reading.text, ['http', 'https', 'ftp', 'ftps']) ? [] : ['Enter a valid URL.']),
        ];
        return faults.length > 0 ? { faults } : reading;
    };
}
const truths = ['t', 'y', 'yes', 'true', 'on', '1', 1, true];
const lies = ['f', 'n', 'no', 'false', 'off', '0', 0, false];
/** DRF's BooleanField with default false, as the texts `true` and `false`. */
const booleanField = (value) => {
    const known = typeof value === 'string' ? value.toLowerCase() : value;
    if (value === undefined || lies.includes(known))
        return { text: 'false' };
    if (truths.includes(known))
        return { text: 'true' };
    return { faults: [value === null ? 'This field may not be null.' : 'Must be a valid boolean.'] };
};
function unsupportedMediaType(type) {
    return (0,store_answer/* detail */._0)(415, `Unsupported media type "${type}" in request.`);
}
/** CamelCaseJSONParser: `is_enterprise_only` and `isEnterpriseOnly` are one. */
function camelCase(name) {
    return name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
function pythonType(value) {
    if (Array.isArray(value))
        return 'list';
    if (typeof value === 'boolean')
        return 'bool';
    if (typeof value === 'number')
        return Number.isInteger(value) ? 'int' : 'float';
    return 'str';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/request-body.js


/** Django's DATA_UPLOAD_MAX_MEMORY_SIZE; a certificate and a signature have 5 KB. */
const maxBytes = 2_621_440;
const tooLarge = {
    status: 413,
    body: '<html><head><title>413 Request Entity Too Large</title></head><body></body></html>',
};
/** The JSON of a request, or the answer to what is none. No body at all is an empty one: its fields are missing. */
async function readJsonBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        // Read to its end all the same: whoever still writes would not read the answer.
        if (size <= maxBytes)
            chunks.push(chunk);
    }
    if (size > maxBytes)
        return { refusal: tooLarge };
    if (size === 0)
        return { json: undefined };
    const type = request.headers['content-type'] ?? '';
    if (!/^application\/json\s*(;|$)/i.test(type))
        return { refusal: unsupportedMediaType(type) };
    try {
        return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) };
    }
    catch (error) {
        return { refusal: (0,store_answer/* detail */._0)(400, `JSON parse error - ${error instanceof Error ? error.message : String(error)}`) };
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/routes.js
const tokenOrBasic = ['token', 'basic'];
const version = '(?:0|[1-9][0-9]*)(?:\\.(?:0|[1-9][0-9]*)){2}(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?';
/** A route with a user; the server has seen to it that there is one. */
function forUser(run) {
    return {
        run: (views, request, user) => {
            if (user === undefined)
                throw new Error('this route needs a user');
            return run(views, request, user);
        },
    };
}
function routes_open(path, get) {
    return { path, schemes: [], needsUser: false, methods: { GET: { run: (views, request) => get(views, request) } } };
}
function routes_closed(path, schemes, methods) {
    return { path, schemes, needsUser: true, methods };
}
/** The first that fits counts. */
const routes = [
    routes_open(/^platforms\.json$/, (views) => views.platforms()),
    routes_open(/^platform\/(?<version>\d+\.\d+\.\d+)\/apps\.json$/, (views, { params, query }) => views.platformApps(params.version ?? '', query)),
    routes_open(/^apps\.json$/, (views, { query }) => views.apps(query)),
    routes_open(/^appapi_apps\.json$/, (views, { query }) => views.appApiApps(query)),
    routes_open(/^categories\.json$/, (views) => views.categories()),
    routes_open(/^ratings\.json$/, (views) => views.ratings()),
    routes_closed(/^apps\/releases\/?$/, tokenOrBasic, {
        POST: { ...forUser((views, { body }, user) => views.publish(user, body)), readsBody: true, throttle: 'app_upload' },
    }),
    routes_closed(/^apps\/?$/, tokenOrBasic, {
        POST: {
            ...forUser((views, { body }, user) => views.register(user, body)),
            readsBody: true,
            throttle: 'app_register',
        },
    }),
    {
        path: /^apps\/(?<app>[a-z0-9_]+)\/?$/,
        schemes: tokenOrBasic,
        needsUser: false,
        methods: { DELETE: { run: (views, { params }, user) => views.deleteApp(user, params.app ?? '') } },
    },
    routes_closed(/^apps\/(?<app>[a-z0-9_]+)\/downloads\/?$/, tokenOrBasic, {
        GET: forUser((views, { params }, user) => views.downloads(user, params.app ?? '')),
    }),
    routes_closed(new RegExp(`^apps/(?<app>[a-z0-9_]+)/releases/(?<nightly>nightly/)?(?<version>${version})/?$`), tokenOrBasic, {
        DELETE: forUser((views, { params }, user) => views.deleteRelease(user, params.app ?? '', params.version ?? '', params.nightly !== undefined)),
    }),
    routes_closed(/^token\/?$/, ['basic'], { POST: forUser((views, _request, user) => views.token(user)) }),
    routes_closed(/^token\/new\/?$/, tokenOrBasic, {
        POST: { ...forUser((views, _request, user) => views.newToken(user)), throttle: 'api_token_gen' },
    }),
];

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/request-handler.js




const notFound = {
    status: 404,
    body: '<!doctype html><html lang="en"><head><title>Not Found</title></head><body><h1>Not Found</h1><p>The requested resource was not found on this server.</p></body></html>',
};
/** A request on its way to its view, in DRF's order: address, user, permission, throttle, method, body. */
class RequestHandler {
    database;
    views;
    throttle;
    cache;
    constructor(database, views, throttle, cache) {
        this.database = database;
        this.views = views;
        this.throttle = throttle;
        this.cache = cache;
    }
    /** @param path below /api/v1/; undefined: the address is another */
    async reply(request, method, path, query) {
        const [route, params] = find(path);
        if (route === undefined)
            return notFound;
        if (method === 'OPTIONS')
            return preflight(route);
        const who = authenticate(request.headers.authorization, route.schemes, this.database.data);
        if (who.refusal !== undefined)
            return challenged(who.refusal, route);
        if (route.needsUser && who.user === undefined)
            return challenged(notAuthenticated, route);
        const wanted = method === 'HEAD' ? 'GET' : method;
        const handler = route.methods[wanted];
        const wait = handler?.throttle && who.user && this.throttle.refuse(handler.throttle, who.user.id);
        if (wait !== undefined)
            return throttled(wait);
        if (handler === undefined) {
            const allow = [...Object.keys(route.methods), 'OPTIONS'].join(', ');
            return { ...(0,store_answer/* detail */._0)(405, `Method "${method}" not allowed.`), headers: { allow } };
        }
        const run = () => this.#run(request, handler, params, query, who.user);
        const reply = route.schemes.length === 0 ? await this.cache.get(request.url ?? '', run) : await run();
        return reply.status === 401 ? challenged(reply, route) : reply;
    }
    async #run(request, handler, params, query, user) {
        if (handler.readsBody !== true)
            return handler.run(this.views, { params, query, body: undefined }, user);
        const body = await readJsonBody(request);
        return 'refusal' in body ? body.refusal : handler.run(this.views, { params, query, body: body.json }, user);
    }
}
function find(path) {
    for (const route of path === undefined ? [] : routes) {
        const match = route.path.exec(path ?? '');
        if (match !== null)
            return [route, match.groups ?? {}];
    }
    return [undefined, {}];
}
/** DRF names the first scheme of the route. */
function challenged(refusal, { schemes }) {
    const scheme = schemes[0] === 'basic' ? 'Basic realm="api"' : 'Token';
    return { ...refusal, headers: { 'www-authenticate': scheme } };
}
function throttled(seconds) {
    const text = `Request was throttled. Expected available in ${seconds} second${seconds === 1 ? '' : 's'}.`;
    return { ...(0,store_answer/* detail */._0)(429, text), headers: { 'retry-after': String(seconds) } };
}
/** store: settings/base.py, CORS_ALLOW_HEADERS */
function preflight({ methods }) {
    return {
        status: 200,
        body: undefined,
        headers: {
            allow: [...Object.keys(methods), 'OPTIONS'].join(', '),
            'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
            'access-control-allow-headers': 'x-requested-with, content-type, accept, origin, authorization, if-none-match',
        },
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
;// CONCATENATED MODULE: ./build/bundle/sandbox/store/store-data.js
function emptyStore() {
    return { format: 1, users: [], apps: [], ratings: [], lastChange: 0 };
}
/** Owner and co-maintainers may upload and delete releases; the owner alone may delete the app or change its certificate. */
function mayUpdate(app, user) {
    return app.owner === user.id || app.coMaintainers.includes(user.id);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/store-database.js
// SPDX-License-Identifier: MIT





const fileName = 'store.json';
/**
 * The store's database: in memory, and in one JSON file where a folder is given. A change happens wholly or not at all;
 * the file is replaced by rename, so that a crash leaves the old or the new one, never half of one.
 */
class StoreDatabase {
    #clock;
    #folder;
    #data;
    /** @throws InputError where the folder's file is not one of ours */
    constructor(clock, folder) {
        this.#clock = clock;
        this.#folder = folder;
        if (folder !== undefined)
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        this.#data = folder === undefined ? emptyStore() : readData((0,external_node_path_.join)(folder, fileName));
    }
    /** Not to be changed: see {@link StoreDatabase.change}. */
    get data() {
        return this.#data;
    }
    /** Runs `mutate` over a copy, with the time of the change; what it throws leaves everything as it was. */
    change(mutate) {
        const draft = structuredClone(this.#data);
        const now = nextTimestamp(this.#clock, draft.lastChange);
        draft.lastChange = now;
        const result = mutate(draft, now);
        if (this.#folder !== undefined)
            writeData(this.#folder, draft);
        this.#data = draft;
        return result;
    }
}
function readData(file) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if (codeOf(error) === 'ENOENT')
            return emptyStore();
        throw error;
    }
    try {
        const data = JSON.parse(text);
        if (typeof data === 'object' && data !== null && 'format' in data && data.format === 1)
            return data;
    }
    catch {
        // told below: the text is never shown, as it holds tokens
    }
    throw new input_error/* InputError */.d('file-unreadable', `${file} is not the data of a sandbox store of this version.`, {
        hint: 'Give --data an empty folder.',
        file,
    });
}
function writeData(folder, data) {
    const target = (0,external_node_path_.join)(folder, fileName);
    const temporary = `${target}.new`;
    const descriptor = (0,external_node_fs_.openSync)(temporary, 'w', 0o600);
    try {
        (0,external_node_fs_.writeSync)(descriptor, JSON.stringify(data));
        (0,external_node_fs_.fsyncSync)(descriptor);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
    (0,external_node_fs_.renameSync)(temporary, target);
    // The rename itself is on disk only once the folder is.
    const parent = (0,external_node_fs_.openSync)(folder, 'r');
    try {
        (0,external_node_fs_.fsyncSync)(parent);
    }
    finally {
        (0,external_node_fs_.closeSync)(parent);
    }
}
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/throttle.js
/** POST requests per user: how many in how long (store: settings/base.py, DEFAULT_THROTTLE_RATES). */
const throttleRates = {
    app_upload: { requests: 100, seconds: 86_400 },
    app_register: { requests: 100, seconds: 86_400 },
    api_token_gen: { requests: 30, seconds: 60 },
};
/** DRF's SimpleRateThrottle: a window that slides. Requests that fail later count; those that it refuses do not. */
class Throttle {
    #clock;
    #rates;
    #history = new Map();
    constructor(clock, rates = throttleRates) {
        this.#clock = clock;
        this.#rates = rates;
    }
    /** Seconds until the next request is let in; undefined: this one is. */
    refuse(scope, user) {
        const { requests, seconds } = this.#rates[scope];
        const key = `${scope} ${user}`;
        const now = this.#clock.now().getTime() / 1000;
        const recent = (this.#history.get(key) ?? []).filter((time) => time > now - seconds);
        this.#history.set(key, recent);
        if (recent.length >= requests)
            return Math.ceil(seconds - (now - (recent[0] ?? now)));
        recent.push(now);
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/bundle/src/store/certificate-judgement.js + 1 modules
var certificate_judgement = __webpack_require__(5010);
// EXTERNAL MODULE: ./build/bundle/src/store/acceptance.js + 1 modules
var acceptance = __webpack_require__(7223);
// EXTERNAL MODULE: ./build/bundle/src/package/archive-size-rules.js
var archive_size_rules = __webpack_require__(5438);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
;// CONCATENATED MODULE: ./build/bundle/sandbox/store/version-spec.js
// SPDX-License-Identifier: MIT

/** Whether a version of Nextcloud fits a spec of the API, e.g. `>=31.0.0 <33.0.0` or `*` (store: core/versioning.py). */
function semverCompatible(version, spec) {
    return spec.split(' ').every((part) => {
        if (part === '*')
            return true;
        // Leading zeros (`>=031.0.0`) are no semantic version: the store's library fails there.
        const bound = part.replace(/^[<>]=?/, '');
        if (semver_default().valid(bound) === null)
            return false;
        return part.startsWith('>=') ? semver_default().gte(version, bound) : semver_default().lt(version, bound);
    });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/app-lists.js
// SPDX-License-Identifier: MIT


/** store: settings/base.py, DISCOURSE_URL: the forum of an app that names none */
const forum = 'https://help.nextcloud.com/c/apps/';
/** A rating needs more votes than this (store: core/rating.py), and recent ones are of the last 90 days. */
const ratingThreshold = 5;
const recentMs = 90 * 86_400_000;
/** Apps with a release that is not AppAPI's, with those releases only (store: api/v1/views.py, AppsView). */
function appsList(data, options) {
    return listOf(data, options, (release) => release.externalApp === undefined, appRelease);
}
/** Apps with a release for AppAPI, with those releases only (AppApiAppsView). */
function appApiList(data, options) {
    return listOf(data, options, (release) => release.externalApp !== undefined, appApiRelease);
}
/** As `appsList`, with the releases whose spec takes the version (AppView). */
function platformList(data, version, options) {
    const fits = ({ externalApp, platformVersionSpec }) => externalApp === undefined && semverCompatible(version, platformVersionSpec);
    return listOf(data, options, fits, appRelease);
}
function ratingsList({ ratings, users }) {
    return ratings
        .toSorted((a, b) => b.ratedAt - a.ratedAt)
        .map(({ rating, ratedAt, comment, user, app }) => ({
        rating,
        ratedAt: isoTime(ratedAt),
        translations: comment === '' ? {} : { en: { comment } },
        user: { id: user, firstName: users.find(({ id }) => id === user)?.name ?? '', lastName: '' },
        app,
    }));
}
/** GET apps/{id}/downloads: the figures are GitHub's, which a sandbox does not ask. */
function downloadsList({ releases }) {
    return releases
        .toSorted((a, b) => b.lastModified - a.lastModified)
        .map(({ version, isNightly, download }) => ({ version, isNightly, download, downloadCount: null }));
}
/** What the ETag of the app lists is made of: the newest release or deletion (store: core/caching.py). */
function lastListChange({ apps, lastDeletion }) {
    const times = [...apps.map(({ lastRelease }) => lastRelease), ...(lastDeletion === undefined ? [] : [lastDeletion])];
    return times.length === 0 ? undefined : Math.max(...times);
}
function listOf({ apps, ratings }, { now, withEnterprise }, belongs, show) {
    return apps
        .filter(({ isEnterpriseOnly }) => withEnterprise || !isEnterpriseOnly)
        .map((app) => ({ app, releases: app.releases.filter(belongs) }))
        .filter(({ releases }) => releases.length > 0)
        .map(({ app, releases }) => showApp(app, ratings, now, inOrder(releases).map(show)));
}
/** The database sorts versions as texts, falling (store: core/models.py, AppRelease.Meta). */
function inOrder(releases) {
    return releases.toSorted((a, b) => (a.version < b.version ? 1 : a.version > b.version ? -1 : 0));
}
function showApp(app, ratings, now, releases) {
    const ofApp = ratings.filter((rating) => rating.app === app.id);
    const recent = ofApp.filter(({ ratedAt }) => dateOf(ratedAt).getTime() >= now.getTime() - recentMs);
    return {
        id: app.id,
        categories: app.categories,
        userDocs: app.userDocs,
        adminDocs: app.adminDocs,
        developerDocs: app.developerDocs,
        issueTracker: app.issueTracker,
        website: app.website,
        created: isoTime(app.created),
        lastModified: isoTime(app.lastRelease),
        releases,
        screenshots: app.screenshots,
        translations: app.translations,
        isFeatured: false,
        authors: app.authors,
        ratingRecent: average(recent),
        ratingOverall: average(ofApp),
        ratingNumRecent: recent.length,
        ratingNumOverall: ofApp.length,
        certificate: app.certificate,
        discussion: app.discussion === '' ? forum + app.id.replaceAll('_', '-') : app.discussion,
    };
}
function average(ratings) {
    if (ratings.length <= ratingThreshold)
        return 0.5;
    return ratings.reduce((sum, { rating }) => sum + rating, 0) / ratings.length;
}
function appRelease(release) {
    return {
        version: release.version,
        phpExtensions: release.phpExtensions,
        databases: release.databases,
        shellCommands: release.shellCommands,
        phpVersionSpec: release.phpVersionSpec,
        platformVersionSpec: release.platformVersionSpec,
        minIntSize: release.minIntSize,
        download: release.download,
        created: isoTime(release.created),
        licenses: release.licenses,
        lastModified: isoTime(release.lastModified),
        isNightly: release.isNightly,
        rawPhpVersionSpec: release.rawPhpVersionSpec,
        rawPlatformVersionSpec: release.rawPlatformVersionSpec,
        signature: release.signature,
        translations: release.translations,
        signatureDigest: 'sha512',
    };
}
function appApiRelease(release) {
    const { isSystem, dockerInstall, scopes, environmentVariables } = release.externalApp ?? {
        isSystem: false,
        scopes: [],
        environmentVariables: [],
    };
    return {
        ...appRelease(release),
        aaIsSystem: isSystem,
        deployMethods: dockerInstall === undefined ? [] : [{ installType: 'docker_install', installData: dockerInstall }],
        apiScopes: scopes.map((scopeName) => ({ scopeName })),
        environmentVariables: environmentVariables.map(({ name, ...variable }) => ({ envName: name, ...variable })),
    };
}

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/bundle/sandbox/store/archive-download.js
// SPDX-License-Identifier: MIT





/** store: settings/base.py; the size is beside the rules of acceptance, in src/store */
const downloadDefaults = { maxRedirects: 10, timeoutMs: 60_000 };
/**
 * Fetches an archive as the store does: redirects followed (to http as well, the first address alone is checked), bodies
 * decoded, no address on this machine or in a private network, looked at after its name was resolved.
 */
async function downloadArchive(url, limits, allowLoopback) {
    let at = url;
    for (let redirects = 0;; redirects++) {
        let response;
        try {
            response = await get(at, limits.timeoutMs, allowLoopback);
        }
        catch {
            return { fault: 'failed' };
        }
        const { statusCode = 0, headers } = response;
        const isRedirect = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined;
        if (!isRedirect) {
            if (statusCode >= 400)
                response.destroy();
            return statusCode >= 400 ? { fault: 'failed' } : readBody(response, limits.maxBytes);
        }
        response.destroy();
        if (redirects >= limits.maxRedirects || !URL.canParse(headers.location ?? '', at))
            return { fault: 'failed' };
        at = new URL(headers.location ?? '', at).href;
    }
}
function get(address, timeoutMs, allowLoopback) {
    return new Promise((resolve, reject) => {
        const url = new URL(address);
        const host = url.hostname.replace(/^\[|\]$/g, '');
        if ((0,external_node_net_.isIP)(host) !== 0 && isRefused(host, allowLoopback))
            throw new Error('a private address');
        const options = {
            timeout: timeoutMs,
            lookup: publicLookup(allowLoopback),
            headers: { 'accept-encoding': 'gzip, deflate', 'user-agent': 'nextcloud-release-sandbox-store' },
            agent: false,
        };
        const request = (url.protocol === 'http:' ? external_node_http_.request : external_node_https_.request)(url, options, resolve);
        request.on('timeout', () => request.destroy(new Error('timeout')));
        request.on('error', reject);
        request.end();
    });
}
async function readBody(response, maxBytes) {
    const encoding = response.headers['content-encoding']?.toLowerCase() ?? '';
    const decoder = /^(x-)?gzip$/.test(encoding) ? (0,external_node_zlib_.createGunzip)() : encoding === 'deflate' ? (0,external_node_zlib_.createInflate)() : undefined;
    const body = decoder === undefined ? response : response.on('error', (error) => decoder.destroy(error)).pipe(decoder);
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of body) {
            size += chunk.length;
            if (size > maxBytes) {
                response.destroy();
                return { fault: 'too-large' };
            }
            chunks.push(chunk);
        }
    }
    catch {
        return { fault: 'failed' };
    }
    return { archive: Buffer.concat(chunks) };
}
const loopback = new external_node_net_.BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');
const archive_download_refused = new external_node_net_.BlockList();
for (const [network, bits] of [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['224.0.0.0', 3],
]) {
    archive_download_refused.addSubnet(network, bits);
}
for (const [network, bits] of [
    ['::', 127],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
]) {
    archive_download_refused.addSubnet(network, bits, 'ipv6');
}
/** BlockList knows IPv4 addresses written as IPv6 (`::ffff:10.0.0.1`) too. */
function isRefused(address, allowLoopback) {
    const family = (0,external_node_net_.isIPv6)(address) ? 'ipv6' : 'ipv4';
    if (allowLoopback && loopback.check(address, family))
        return false;
    return archive_download_refused.check(address, family);
}
/** Every address of the name must be public, so that no second look-up can lead elsewhere. */
function publicLookup(allowLoopback) {
    return (hostname, options, callback) => {
        (0,external_node_dns_.lookup)(hostname, { ...options, all: true }, (error, addresses) => {
            // A failed look-up has no addresses, whatever the types say.
            const [first] = error === null ? addresses : [];
            if (error !== null || first === undefined)
                callback(error ?? new Error(`${hostname} has no address`), '', 4);
            else if (addresses.some(({ address }) => isRefused(address, allowLoopback))) {
                callback(new Error(`${hostname} leads to a private address`), '', 4);
            }
            else if (options.all === true)
                callback(null, addresses);
            else
                callback(null, first.address, first.family);
        });
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/categories.js
// SPDX-License-Identifier: MIT
/** The categories that info.xml may name (store: api/v1/release/info.xsd); their names here are our own words. */
const names = {
    ai: 'Artificial intelligence',
    customization: 'Customization',
    dashboard: 'Dashboard',
    files: 'Files',
    games: 'Games',
    integration: 'Integration',
    monitoring: 'Monitoring',
    multimedia: 'Multimedia',
    office: 'Office & text',
    organization: 'Organization',
    search: 'Search',
    security: 'Security',
    social: 'Social & communication',
    tools: 'Tools',
    workflow: 'Flow',
};
const categories = Object.entries(names).map(([id, name]) => ({
    id,
    translations: { en: { name, description: '' } },
}));

// EXTERNAL MODULE: ./build/bundle/src/app/version-range.js
var version_range = __webpack_require__(4029);
;// CONCATENATED MODULE: ./build/bundle/sandbox/store/release-import.js
// SPDX-License-Identifier: MIT



/** store: core/models.py, AppRelease.download; PostgreSQL does not cut, it fails */
const longestDownload = 256;
/** What the import refuses: a video only where the app's own page changes, and what the database cannot hold. */
function importFault(app, { info, nightly, url }, refusals) {
    const isDue = ({ stage }) => stage !== 'import-app' || updatesApp(app, info.release.version, nightly);
    return refusals.find(isDue) ?? (url.length > longestDownload ? store_answer/* crash */.Oy : undefined);
}
/**
 * Whether the app's own page changes with this upload: it has no stable release yet, or this one is stable and its version
 * is not below that of any other release, prereleases and nightlies included (store: release/importer.py).
 */
function updatesApp({ releases }, version, nightly) {
    const others = releases.filter((release) => !(release.version === version && release.isNightly === nightly) && !(nightly && release.isNightly));
    if (!others.some((release) => isStable(release.version, release.isNightly)))
        return true;
    return isStable(version, nightly) && others.every((release) => semver_default().gte(version, release.version));
}
/** Takes the upload into the app. @returns 201 for a new release, 200 for one that was overwritten */
function importRelease(app, upload, now) {
    const { info, nightly } = upload;
    const { version } = info.release;
    const isIt = (release) => release.version === version && release.isNightly === nightly;
    const before = app.releases.find(isIt);
    const stays = (release) => !isIt(release) && !(nightly && release.isNightly);
    if (updatesApp(app, version, nightly))
        importApp(app, info);
    // A nightly that takes the place of one is a new row: all nightlies are deleted first.
    const created = before === undefined || nightly ? now : before.created;
    const deleted = nightly && app.releases.some(({ isNightly }) => isNightly);
    app.releases = [...app.releases.filter(stays), storedRelease(upload, created, now)];
    app.lastRelease = now;
    return { status: before === undefined ? 201 : 200, deleted };
}
function isStable(version, isNightly) {
    return !isNightly && !version.includes('-');
}
function importApp(app, info) {
    app.categories = info.categories.map(({ category }) => category.id).toSorted();
    app.authors = info.authors.map(({ author: { name, mail, homepage } }) => ({
        name,
        mail: release_import_text(mail),
        homepage: release_import_text(homepage),
    }));
    // Documentation that info.xml no longer names stays as it was: the store only sets what is there.
    app.userDocs = info.user_docs?.trim() ?? app.userDocs;
    app.adminDocs = info.admin_docs?.trim() ?? app.adminDocs;
    app.developerDocs = info.developer_docs?.trim() ?? app.developerDocs;
    app.issueTracker = release_import_text(info.issue_tracker);
    app.website = release_import_text(info.website);
    app.discussion = release_import_text(info.discussion);
    app.screenshots = info.screenshots.map(({ screenshot }) => ({
        url: screenshot.url,
        smallThumbnail: release_import_text(screenshot.small_thumbnail),
    }));
    app.translations = Object.fromEntries(Object.keys(info.name).map((language) => [
        language,
        {
            name: release_import_text(info.name[language]),
            summary: release_import_text(info.summary[language]),
            description: release_import_text(info.description[language]),
        },
    ]));
}
function storedRelease({ info, ...upload }, created, now) {
    const { release } = info;
    return {
        version: release.version,
        isNightly: upload.nightly,
        created,
        lastModified: now,
        download: upload.url,
        signature: upload.signature,
        phpExtensions: release.php_extensions.map(({ php_extension }) => dependency(php_extension)),
        databases: release.databases.map(({ database }) => dependency(database)),
        shellCommands: release.shell_commands.map(({ shell_command }) => shell_command.name).toSorted(),
        licenses: release.licenses.map(({ license }) => license.id),
        phpVersionSpec: spaced(release.php_version_spec),
        rawPhpVersionSpec: spaced(release.raw_php_version_spec),
        platformVersionSpec: spaced(release.platform_version_spec),
        rawPlatformVersionSpec: spaced(release.raw_platform_version_spec),
        minIntSize: release.min_int_size,
        translations: Object.fromEntries(Object.entries(upload.changelog).map(([language, changelog]) => [language, { changelog: changelog.trim() }])),
        ...(release.external_app && { externalApp: externalApp(release.external_app) }),
    };
}
function dependency(required) {
    return {
        id: required.id,
        versionSpec: spaced((0,version_range/* specification */.yT)(required.min_version, required.max_version)),
        rawVersionSpec: spaced((0,version_range/* rawSpecification */.Qi)(required.raw_min_version, required.raw_max_version)),
    };
}
function externalApp(external) {
    return {
        isSystem: external.system?.toLowerCase() === 'true',
        dockerInstall: pythonJson(external.docker_install),
        scopes: external.scopes.map(({ value }) => release_import_text(value)),
        environmentVariables: external.environment_variables.map(({ variable }) => ({
            name: release_import_text(variable.name),
            displayName: release_import_text(variable.display_name),
            description: release_import_text(variable.description),
            default: release_import_text(variable.default),
        })),
    };
}
/** `json.dumps`: blanks behind colons and commas, ASCII only */
function pythonJson(object) {
    const pairs = Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    return `{${pairs.join(', ')}}`.replace(/[\u0080-\uffff]/g, (unit) => {
        return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}
/** The API gives blanks for the commas of a spec. */
function spaced(spec) {
    return spec.replaceAll(',', ' ');
}
function release_import_text(value) {
    return value?.trim() ?? '';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/views.js














const forbidden = (0,store_answer/* detail */._0)(403, 'You do not have permission to perform this action.');
const noApp = (0,store_answer/* detail */._0)(404, 'No App matches the given query.');
const noRelease = (0,store_answer/* detail */._0)(404, 'No AppRelease matches the given query.');
const deleted = { status: 204, body: undefined };
/** What the store does for each route (store: api/v1/views.py), once it is known who asks. */
class Views {
    #world;
    constructor(world) {
        this.#world = world;
    }
    token(user) {
        if (user.token !== undefined)
            return { status: 200, body: { token: user.token } };
        return this.newToken(user);
    }
    newToken(user) {
        const token = newToken();
        this.#world.database.change(({ users }) => {
            for (const stored of users)
                if (stored.id === user.id)
                    stored.token = token;
        });
        return { status: 200, body: { token } };
    }
    register(user, body) {
        const read = readFields(body, { certificate: textField, signature: textField, isEnterpriseOnly: booleanField });
        if ('refusal' in read)
            return read.refusal;
        const { certificate, signature, isEnterpriseOnly } = read.fields;
        const { clock, database, trust } = this.#world;
        const judged = (0,certificate_judgement/* judgeRegistration */.pG)(certificate, signature, trust(), clock.now());
        if ('refusal' in judged)
            return judged.refusal;
        const { appId } = judged.accepted;
        const known = this.#app(appId);
        if (known !== undefined && !known.transferable && known.owner !== user.id) {
            return (0,store_answer/* detail */._0)(403, 'Only the app owner is allowed to update the certificate');
        }
        return database.change((data, now) => {
            const app = data.apps.find(({ id }) => id === appId);
            if (app === undefined) {
                data.apps.push(newApp(appId, user, certificate, isEnterpriseOnly === 'true', now));
                return { status: 201, body: undefined };
            }
            if (!(0,certificate_judgement/* isSameCertificate */.Uy)(app.certificate, certificate) && app.releases.length > 0) {
                app.releases = [];
                data.lastDeletion = now;
            }
            app.certificate = certificate;
            app.owner = user.id;
            app.transferable = false;
            return { status: 204, body: undefined };
        });
    }
    async publish(user, body) {
        const { allowLoopback } = this.#world;
        const download = httpsField((text) => allowLoopback && isLoopbackUrl(text));
        const read = readFields(body, { download, signature: textField, nightly: booleanField });
        if ('refusal' in read)
            return read.refusal;
        const { download: url, signature } = read.fields;
        const nightly = read.fields.nightly === 'true';
        const fetched = await downloadArchive(url, { ...downloadDefaults, maxBytes: archive_size_rules/* storeLimit */.x }, allowLoopback);
        if ('fault' in fetched) {
            return fetched.fault === 'too-large'
                ? (0,store_answer/* invalid */.Gq)(`Downloaded archive is bigger than the allowed ${archive_size_rules/* storeLimit */.x} bytes`)
                : (0,store_answer/* invalid */.Gq)(`${url.slice(url.lastIndexOf('/') + 1)} is not a valid tar.gz archive `);
        }
        return this.#take(user, fetched.archive, { url, signature, nightly });
    }
    async #take(user, archive, request) {
        const { clock, database, trust } = this.#world;
        const judged = await (0,acceptance/* judgeArchive */.I)(archive, { name: 'archive', nightly: request.nightly });
        const [first] = judged.refusals;
        if (judged.info === undefined)
            return first ?? store_answer/* crash */.Oy;
        const upload = { info: judged.info, changelog: judged.changelogs, ...request };
        const { id: appId } = upload.info;
        const app = this.#app(appId);
        if (app === undefined)
            return (0,store_answer/* invalid */.Gq)(`App ${appId} does not exist, you need to registerit first`);
        if (!mayUpdate(app, user))
            return forbidden;
        const signed = { appId, archive, signature: request.signature };
        const refusal = (0,certificate_judgement/* judgeSignature */.ub)(signed, app.certificate, trust(), clock.now()) ?? importFault(app, upload, judged.refusals);
        if (refusal !== undefined)
            return refusal;
        return database.change((data, now) => {
            const stored = data.apps.find(({ id }) => id === appId);
            if (stored === undefined)
                return noApp;
            const { status, deleted: hasDeleted } = importRelease(stored, upload, now);
            if (hasDeleted)
                data.lastDeletion = now;
            return { status, body: undefined };
        });
    }
    deleteRelease(user, appId, version, nightly) {
        const app = this.#app(appId);
        const isIt = (release) => release.version === version && release.isNightly === nightly;
        if (app?.releases.some(isIt) !== true)
            return noRelease;
        if (!mayUpdate(app, user))
            return forbidden;
        this.#world.database.change((data, now) => {
            data.lastDeletion = now;
            for (const stored of data.apps) {
                if (stored.id === appId)
                    stored.releases = stored.releases.filter((release) => !isIt(release));
            }
        });
        return deleted;
    }
    /** The one route that says 404 before 401 (AppView has no IsAuthenticated). */
    deleteApp(user, appId) {
        const app = this.#app(appId);
        if (app === undefined)
            return noApp;
        if (user === undefined)
            return notAuthenticated;
        if (app.owner !== user.id)
            return forbidden;
        this.#world.database.change((data, now) => {
            data.lastDeletion = now;
            data.apps = data.apps.filter(({ id }) => id !== appId);
            data.ratings = data.ratings.filter((rating) => rating.app !== appId);
        });
        return deleted;
    }
    downloads(user, appId) {
        const app = this.#app(appId);
        if (app === undefined)
            return noApp;
        return mayUpdate(app, user) ? { status: 200, body: downloadsList(app) } : forbidden;
    }
    apps(query) {
        return this.#list(appsList(this.#world.database.data, this.#listOptions(query)), {
            gzip: true,
            lastModified: true,
        });
    }
    appApiApps(query) {
        return this.#list(appApiList(this.#world.database.data, this.#listOptions(query)), {});
    }
    platformApps(version, query) {
        const list = platformList(this.#world.database.data, version, this.#listOptions(query));
        return this.#list(list, { lastModified: true });
    }
    categories() {
        // They never change here: any time will do.
        return { status: 200, body: categories, etag: etagOf(0), lastModified: 0 };
    }
    ratings() {
        const { data } = this.#world.database;
        const times = data.ratings.map(({ ratedAt }) => ratedAt);
        return {
            status: 200,
            body: ratingsList(data),
            etag: etagOf(times.length === 0 ? undefined : Math.max(...times)),
        };
    }
    platforms() {
        const { platforms } = this.#world;
        const body = platforms.map((version) => ({ hasRelease: true, version, isSupported: true }));
        return { status: 200, body, etag: `${platforms.length}-${platforms[0] ?? ''}` };
    }
    #list(body, options) {
        const changed = lastListChange(this.#world.database.data);
        return {
            status: 200,
            body,
            etag: etagOf(changed),
            ...(options.gzip === true && { gzip: true }),
            ...(options.lastModified === true && changed !== undefined && { lastModified: changed }),
        };
    }
    #listOptions(query) {
        const key = this.#world.subscriptionKey;
        return {
            now: this.#world.clock.now(),
            withEnterprise: key !== undefined && query.get('subscription_key') === key,
        };
    }
    #app(appId) {
        return this.#world.database.data.apps.find(({ id }) => id === appId);
    }
}
function newApp(id, { id: owner }, certificate, isEnterpriseOnly, now) {
    const empty = { userDocs: '', adminDocs: '', developerDocs: '', issueTracker: '', website: '', discussion: '' };
    const lists = { coMaintainers: [], categories: [], authors: [], screenshots: [], releases: [] };
    const translations = { en: { name: id, summary: id, description: id } };
    const times = { created: now, lastRelease: now };
    return { id, owner, certificate, transferable: false, isEnterpriseOnly, ...times, ...empty, ...lists, translations };
}
function isLoopbackUrl(text) {
    return isDjangoUrl(text, ['http', 'https']) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(text).hostname);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/store/store-server.js
// SPDX-License-Identifier: MIT










const prefix = '/api/v1/';
/** Serves an App Store on loopback that refuses what the real one refuses, with its status codes and bodies. */
async function startStore(options) {
    const store = new SandboxStore(options);
    await store.listen(options.port ?? 0);
    return store;
}
class SandboxStore {
    user;
    token;
    requests = [];
    #options;
    #database;
    #handler;
    #faults = new FaultPlan();
    #server;
    #trust;
    constructor(options) {
        const clock = options.clock ?? common_clock/* systemClock */.m;
        this.#options = options;
        this.#trust = { authorities: options.trust, ...(options.crl && { crl: options.crl }) };
        this.#database = new StoreDatabase(clock, options.data);
        const views = new Views({
            database: this.#database,
            clock,
            trust: () => this.#trust,
            allowLoopback: options.allowLoopback ?? false,
            subscriptionKey: options.subscriptionKey,
            platforms: options.platforms ?? ['34.0.0', '33.0.0', '32.0.0'],
        });
        const throttle = new Throttle(clock, options.throttle);
        const cache = new ListCache(clock, options.listCacheMs ?? 0);
        this.#handler = new RequestHandler(this.#database, views, throttle, cache);
        const { name, password } = options.user ?? { name: 'developer', password: 'developer' };
        this.user = name;
        this.token = this.addUser(name, password).token;
        this.#server = (0,external_node_http_.createServer)((request, response) => void this.#serve(request, response));
    }
    get url() {
        const { port } = this.#server.address();
        return `http://127.0.0.1:${port}${prefix.slice(0, -1)}`;
    }
    listen(port) {
        return new Promise((resolve, reject) => {
            this.#server.once('error', reject);
            this.#server.listen(port, '127.0.0.1', resolve);
        });
    }
    close() {
        return new Promise((resolve) => {
            this.#server.close(() => resolve());
            this.#server.closeAllConnections();
        });
    }
    addUser(name, password) {
        const known = this.#database.data.users.find((user) => user.name === name);
        const { token } = known ?? this.#database.change((data) => addUser(data, name, password));
        return { token: token ?? '' };
    }
    addCoMaintainer(appId, userName) {
        const user = this.#userNamed(userName);
        this.#changeApp(appId, ({ coMaintainers }) => coMaintainers.push(user.id));
    }
    unlock(appId) {
        this.#changeApp(appId, (app) => (app.transferable = true));
    }
    rate(appId, userName, rating, comment = '') {
        const user = this.#userNamed(userName);
        this.#database.change((data, ratedAt) => {
            const others = data.ratings.filter((other) => other.app !== appId || other.user !== user.id);
            data.ratings = [...others, { app: appId, user: user.id, rating, comment, ratedAt }];
        });
    }
    setCrl(crl) {
        this.#trust = { authorities: this.#trust.authorities, ...(crl && { crl }) };
    }
    setTrust(trust) {
        this.#trust = { ...this.#trust, authorities: trust };
    }
    fail(fault) {
        this.#faults.add(fault);
    }
    clearFaults() {
        this.#faults.clear();
    }
    async #serve(request, response) {
        const method = request.method ?? 'GET';
        // `//` and the like are no address; nobody but a test sends them.
        const url = URL.canParse(request.url ?? '', 'http://store')
            ? new URL(request.url ?? '', 'http://store')
            : undefined;
        const path = url?.pathname.startsWith(prefix) === true ? url.pathname.slice(prefix.length) : undefined;
        const shown = `${method} ${url?.pathname ?? 'no address'}`;
        this.requests.push(path === undefined ? shown : `${method} ${path}`);
        try {
            const fault = path === undefined ? undefined : this.#faults.take(method, path);
            const reply = await this.#replyOrFault(request, method, path, url?.searchParams, fault);
            if (reply === undefined) {
                response.destroy();
                return;
            }
            this.#options.log?.(`${shown} ${reply.status}`);
            writeReply(request, response, reply);
            // What nobody has read must not stand before the next request of the connection.
            request.resume();
        }
        catch (error) {
            this.#options.log?.(`${shown} failed: ${error instanceof Error ? error.message : String(error)}`);
            response.destroy();
        }
    }
    /** undefined: the connection is to be cut */
    async #replyOrFault(request, method, path, query = new URLSearchParams(), fault) {
        if (fault?.with === 'drop')
            return undefined;
        if (typeof fault?.with === 'object')
            return { ...fault.with, ...(fault.headers && { headers: fault.headers }) };
        const reply = await this.#handler.reply(request, method, path, query);
        return fault?.with === 'drop-after' ? undefined : reply;
    }
    #changeApp(appId, change) {
        this.#database.change(({ apps }) => {
            const app = apps.find(({ id }) => id === appId);
            if (app === undefined)
                throw new Error(`the store has no app "${appId}"`);
            change(app);
        });
    }
    #userNamed(name) {
        const user = this.#database.data.users.find((candidate) => candidate.name === name);
        if (user === undefined)
            throw new Error(`the store has no user "${name}"`);
        return user;
    }
}


/***/ })

};
;