"use strict";
exports.id = 912;
exports.ids = [912];
exports.modules = {

/***/ 2040:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S7: () => (/* binding */ serialText),
/* harmony export */   YG: () => (/* binding */ randomSerial),
/* harmony export */   mH: () => (/* binding */ isRandomSerial)
/* harmony export */ });
/* harmony import */ var _authority_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5231);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2629);
// SPDX-License-Identifier: MIT


const octets = 16;
/** a second collision of 120 random bits is a broken random source, not bad luck */
const attempts = 4;
/**
 * A serial of 16 octets, the first 0x01 to 0x7f, 120 random bits behind it. `isTaken` answers for everything that any
 * issuer in the servers' bundle ever issued: servers look up revoked serials without looking at the issuer
 * (server: Installer.php; nextcloud/server#20674 is what came of sequential ones).
 * @throws AuthorityError `bad-serial` where the random source repeats itself
 */
function randomSerial(isTaken, random = _random_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRandom */ .v) {
    for (let attempt = 0; attempt < attempts; attempt++) {
        const bytes = Uint8Array.from(random(octets));
        bytes[0] = 1 + ((bytes[0] ?? 0) % 0x7f);
        const serial = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
        if (!isTaken(serial))
            return serial;
    }
    throw new _authority_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AuthorityError */ .s('bad-serial', `The random source gave ${attempts} serials that were all issued before.`, {
        hint: 'Do not issue anything on this machine: its random source is broken.',
    });
}
/** Lower-case hex without leading zeros, as OpenSSL prints serials but for the case */
function serialText(serial) {
    return serial.toString(16);
}
/** True for the serials that {@link randomSerial} makes; the hand-made past has shorter ones. */
function isRandomSerial(serial) {
    const first = serial >> 120n;
    return first >= 1n && first <= 0x7fn;
}


/***/ }),

/***/ 7912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearse: () => (/* binding */ rehearse_rehearse)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/bundle/common/http.js
var common_http = __webpack_require__(8462);
// EXTERNAL MODULE: ./build/bundle/common/pem.js
var pem = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/bundle/common/render/text.js
var render_text = __webpack_require__(3254);
// EXTERNAL MODULE: ./build/bundle/common/temporary-folder.js
var temporary_folder = __webpack_require__(140);
// EXTERNAL MODULE: ./build/bundle/src/read-identity.js
var read_identity = __webpack_require__(8836);
// EXTERNAL MODULE: ./build/bundle/src/release.js + 12 modules
var release = __webpack_require__(6088);
;// CONCATENATED MODULE: ./build/bundle/sandbox/evidence.js
// SPDX-License-Identifier: MIT


/** Adds to the folder, which is made where it is missing. */
function writeEvidence(folder, evidence) {
    if (folder === undefined)
        return;
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    for (const [name, content] of Object.entries(evidence))
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), content);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/answer.js
// SPDX-License-Identifier: MIT
function json(status, value, headers = {}) {
    return {
        status,
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body: Buffer.from(JSON.stringify(value)),
    };
}
const noContent = { status: 204 };
function redirect(location) {
    return { status: 302, headers: { location } };
}
/** An error in GitHub's shape: `{message, documentation_url, status}`, and `errors` where fields are at fault. */
function problem(status, message, errors) {
    return json(status, {
        message,
        ...(errors && { errors }),
        documentation_url: 'https://docs.github.com/rest',
        status: String(status),
    });
}
const notFound = problem(404, 'Not Found');
function validationFailed(...errors) {
    return problem(422, 'Validation Failed', errors);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/access.js
// SPDX-License-Identifier: MIT

/** Who a request comes from, by its Authorization header. `bad` where a token is given that nobody has. */
function actorOf(authorization, actors) {
    if (authorization === undefined)
        return undefined;
    const token = /^(?:token|bearer) (.+)$/i.exec(authorization)?.[1];
    return actors.get(token ?? '') ?? 'bad';
}
const badCredentials = problem(401, 'Bad credentials');
/** The repository that a call names, for reading: a private one does not exist for whoever has no rights there. */
function readable(call) {
    const { owner = '', name = '' } = call.params;
    const repository = call.state.repository(owner, name);
    return repository?.private === true && call.actor?.push !== true ? undefined : repository;
}
/** The refusal for a call that may not write, or undefined. */
function writeRefusal(call) {
    if (readable(call) === undefined)
        return notFound;
    if (call.actor === undefined)
        return problem(401, 'Requires authentication');
    if (call.actor.push)
        return undefined;
    return call.actor.integration ? problem(403, 'Resource not accessible by integration') : notFound;
}
/** Drafts are there only for whoever may push. */
function visible(release, call) {
    return !release.draft || call.actor?.push === true;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/faults.js
// SPDX-License-Identifier: MIT
/** What shall go wrong next. Each request is struck by the first fault that matches and has strikes left. */
class Faults {
    pending = [];
    add(fault) {
        this.pending.push({ fault, toPass: fault.after ?? 0, left: fault.times ?? 1 });
    }
    /** From here on nothing goes wrong any more. */
    clear() {
        this.pending = [];
    }
    take(method, path) {
        for (const entry of this.pending) {
            const { fault } = entry;
            if (entry.left === 0 || (fault.method ?? method) !== method || fault.path?.test(path) === false)
                continue;
            if (entry.toPass > 0) {
                entry.toPass--;
                continue;
            }
            entry.left--;
            return fault.effect;
        }
        return undefined;
    }
    /** True when every fault struck as often as it should: a test that ends otherwise proved nothing. */
    get spent() {
        return this.pending.every(({ left }) => left === 0);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/bundle/sandbox/github/listener.js
// SPDX-License-Identifier: MIT



/** Larger than any asset that the store takes: this is a sandbox, not a file server. */
const maxBodyBytes = 256 * 1024 * 1024;
const tooLarge = problem(413, 'Payload Too Large');
/** An HTTP server on loopback. @param port 0 takes a free one */
async function listen(port, behaviour) {
    const server = (0,external_node_http_.createServer)((request, response) => {
        // A client that went away in the middle of its request is nothing to report.
        serve(request, response, behaviour).catch(() => request.socket.destroy());
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
    });
    return {
        origin: `http://127.0.0.1:${server.address().port}`,
        close: () => listener_close(server),
    };
}
async function serve(request, response, behaviour) {
    const line = {
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: request.headers,
    };
    const effect = behaviour.strike(line);
    if (effect?.kind === 'drop-before')
        return void request.socket.destroy();
    const body = await readBody(request);
    const answer = body === undefined ? tooLarge : await behaviour.respond({ ...line, body }, effect);
    send(response, answer, effect);
}
function send(response, answer, effect) {
    if (effect?.kind === 'drop-after')
        return void response.socket?.destroy();
    const body = effect?.kind === 'corrupt' ? turnOneBit(answer.body) : answer.body;
    response.writeHead(answer.status, {
        'x-github-request-id': (0,external_node_crypto_.randomBytes)(8).toString('hex').toUpperCase(),
        'content-length': body?.length ?? 0,
        ...answer.headers,
    });
    if (effect?.kind === 'truncate' && body !== undefined) {
        response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
        return;
    }
    response.end(body);
}
function turnOneBit(body) {
    if (body === undefined || body.length === 0)
        return body;
    const turned = Uint8Array.from(body);
    const middle = turned.length >> 1;
    turned[middle] = (turned[middle] ?? 0) ^ 1;
    return turned;
}
/** The whole body, or undefined where it is too large. */
async function readBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size <= maxBodyBytes)
            chunks.push(chunk);
    }
    return size <= maxBodyBytes ? Buffer.concat(chunks) : undefined;
}
async function listener_close(server) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/router.js
/** The route for a path, with its parameters decoded. */
function findRoute(routes, method, path) {
    for (const route of routes) {
        if (route.method !== method)
            continue;
        const match = patternOf(route.path).exec(path);
        if (match === null)
            continue;
        const params = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decode(value)]);
        return { route, params: Object.fromEntries(params) };
    }
    return undefined;
}
function patternOf(path) {
    const source = path.replace(/:(\w+)/g, '(?<$1>[^/]+)').replace(/\*(\w+)/g, '(?<$1>.+)');
    return new RegExp(`^${source}/?$`);
}
function decode(value) {
    try {
        return decodeURIComponent(value);
    }
    catch {
        return value;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/asset-name.js
// SPDX-License-Identifier: MIT
/**
 * The name that GitHub gives an asset: it renames "special characters, non-alphanumeric characters, and leading or
 * trailing periods" (REST documentation). Seen in softprops/action-gh-release issue 159 and pull request 749: blanks,
 * `~`, `:`, brackets become one dot a run, `@` stays, a dot file gets `default` in front.
 */
function assetName(wished) {
    const name = wished.replace(/[^A-Za-z0-9@_+-]+/g, '.').replace(/\.$/, '');
    return name.startsWith('.') ? `default${name}` : name;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/paging.js
// SPDX-License-Identifier: MIT

const defaultPerPage = 30;
const maxPerPage = 100;
/** One page of a list, with GitHub's Link header (rel next, last, first, prev). */
function page(call, items, render) {
    const perPage = Math.min(maxPerPage, positive(call.url.searchParams.get('per_page')) ?? defaultPerPage);
    const number = positive(call.url.searchParams.get('page')) ?? 1;
    const last = Math.max(1, Math.ceil(items.length / perPage));
    const relations = {
        ...(number > 1 && { prev: number - 1 }),
        ...(number < last && { next: number + 1, last }),
        ...(number > 1 && { first: 1 }),
    };
    const link = Object.entries(relations)
        .map(([relation, target]) => `<${addressOf(call, target)}>; rel="${relation}"`)
        .join(', ');
    const slice = items.slice((number - 1) * perPage, number * perPage);
    return json(200, slice.map(render), link === '' ? {} : { link });
}
function addressOf(call, target) {
    const query = new URLSearchParams(call.url.searchParams);
    query.set('page', String(target));
    return `${new URL(call.origins.web).origin}${call.url.pathname}?${query.toString()}`;
}
function positive(text) {
    const value = Number(text ?? '');
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/objects.js
// SPDX-License-Identifier: MIT


/** What users download: a public address on the web server, which leads to the object store. */
const downloadRoutes = [
    { method: 'GET', path: '/:owner/:name/releases/download/*tag/:file', handle: download },
];
/** The object store: another origin, which takes the signature in the address and no Authorization header beside it. */
const objectRoutes = [
    { method: 'GET', path: '/github-production-release-asset/:repository/:asset', handle: object },
];
/** An address in the object store that carries its own permission. */
function objectUrl(asset, repository, origins) {
    const permission = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=${(0,external_node_crypto_.randomBytes)(32).toString('hex')}`;
    return `${origins.objects}/github-production-release-asset/${repository.id}/${asset.id}?${permission}`;
}
function download(call) {
    const { owner = '', name = '', tag, file } = call.params;
    const repository = call.state.repository(owner, name);
    const release = repository?.releases.find((candidate) => !candidate.draft && candidate.tag === tag);
    const asset = release?.assets.find((candidate) => candidate.name === file && candidate.state === 'uploaded');
    if (!repository || repository.private || !asset)
        return objects_text(404, 'Not Found');
    asset.downloads++;
    return redirect(objectUrl(asset, repository, call.origins));
}
function object(call) {
    if (call.headers.authorization !== undefined) {
        return objects_text(400, '<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>');
    }
    if (!call.url.searchParams.has('X-Amz-Signature'))
        return objects_text(403, '<Error><Code>AccessDenied</Code></Error>');
    const repository = call.state.repositories.find(({ id }) => String(id) === call.params.repository);
    const asset = repository?.releases.flatMap(({ assets }) => assets).find(({ id }) => String(id) === call.params.asset);
    if (asset === undefined)
        return objects_text(404, '<Error><Code>BlobNotFound</Code></Error>');
    return {
        status: 200,
        headers: {
            'content-type': 'application/octet-stream',
            'content-disposition': `attachment; filename=${asset.name}`,
        },
        body: asset.bytes,
    };
}
function objects_text(status, body) {
    return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from(body) };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/release-json.js
// SPDX-License-Identifier: MIT

/** A release as the REST API shows it. A draft's addresses carry a made-up tag: its real one may not exist yet. */
function releaseJson(release, repository, origins) {
    const self = `${repositoryUrl(repository, origins)}/releases/${release.id}`;
    const web = webUrl(repository, origins);
    const tag = encodeURIComponent(release.tag);
    return {
        url: self,
        assets_url: `${self}/assets`,
        upload_url: `${origins.uploads}/repos/${repository.owner}/${repository.name}/releases/${release.id}/assets{?name,label}`,
        html_url: `${web}/releases/tag/${tagInAddresses(release)}`,
        id: release.id,
        author: { login: release.author, type: 'User' },
        node_id: nodeId('Release', release.id),
        tag_name: release.tag,
        target_commitish: release.commitish,
        name: release.name,
        draft: release.draft,
        immutable: release.immutable,
        prerelease: release.prerelease,
        created_at: release.createdAt.toISOString(),
        updated_at: release.updatedAt.toISOString(),
        published_at: release.publishedAt?.toISOString() ?? null,
        assets: release.assets.map((asset) => assetJson(asset, release, repository, origins)),
        tarball_url: release.draft ? null : `${repositoryUrl(repository, origins)}/tarball/${tag}`,
        zipball_url: release.draft ? null : `${repositoryUrl(repository, origins)}/zipball/${tag}`,
        body: release.body,
    };
}
function assetJson(asset, release, repository, origins) {
    const path = `${tagInAddresses(release)}/${encodeURIComponent(asset.name)}`;
    return {
        url: `${repositoryUrl(repository, origins)}/releases/assets/${asset.id}`,
        id: asset.id,
        node_id: nodeId('ReleaseAsset', asset.id),
        name: asset.name,
        label: asset.label,
        uploader: { login: asset.uploader, type: 'User' },
        content_type: asset.contentType,
        state: asset.state,
        size: asset.bytes.length,
        digest: asset.state === 'uploaded' ? `sha256:${(0,external_node_crypto_.createHash)('sha256').update(asset.bytes).digest('hex')}` : null,
        download_count: asset.downloads,
        created_at: asset.createdAt.toISOString(),
        updated_at: asset.createdAt.toISOString(),
        browser_download_url: `${webUrl(repository, origins)}/releases/download/${path}`,
    };
}
function tagInAddresses(release) {
    return release.draft ? release.slug : encodeURIComponent(release.tag);
}
function repositoryUrl(repository, origins) {
    return `${origins.api}/repos/${repository.owner}/${repository.name}`;
}
function webUrl(repository, origins) {
    return `${origins.web}/${repository.owner}/${repository.name}`;
}
function nodeId(kind, id) {
    return Buffer.from(`${kind}${id}`).toString('base64');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/assets.js
// SPDX-License-Identifier: MIT






const releases = '/api/v3/repos/:owner/:name/releases';
const assetRoutes = [
    { method: 'GET', path: `${releases}/:id/assets`, handle: list },
    { method: 'GET', path: `${releases}/assets/:asset`, handle: get },
    { method: 'DELETE', path: `${releases}/assets/:asset`, handle: remove },
    { method: 'POST', path: '/api/uploads/repos/:owner/:name/releases/:id/assets', handle: upload },
];
function list(call) {
    const repository = readable(call);
    const release = repository?.releases.find(({ id }) => String(id) === call.params.id);
    if (!repository || !release || !visible(release, call))
        return notFound;
    return page(call, release.assets, (asset) => assetJson(asset, release, repository, call.origins));
}
/** Its description, or with `Accept: application/octet-stream` a redirect to its bytes in the object store. */
function get(call) {
    const [asset, release, repository] = findAsset(call) ?? [];
    if (!asset || !release || !repository)
        return notFound;
    if (call.headers.accept !== 'application/octet-stream') {
        return json(200, assetJson(asset, release, repository, call.origins));
    }
    return redirect(objectUrl(asset, repository, call.origins));
}
function remove(call) {
    const refusal = writeRefusal(call);
    const [asset, release] = findAsset(call) ?? [];
    if (refusal || !asset || !release)
        return refusal ?? notFound;
    if (release.immutable)
        return problem(422, 'Cannot delete assets from an immutable release.');
    release.assets.splice(release.assets.indexOf(asset), 1);
    return noContent;
}
function upload(call) {
    const refusal = writeRefusal(call);
    const repository = readable(call);
    const release = repository?.releases.find(({ id }) => String(id) === call.params.id);
    if (refusal || !repository || !release || !call.actor)
        return refusal ?? notFound;
    const name = assetName(call.url.searchParams.get('name') ?? '');
    if (name === '')
        return validationFailed({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' });
    if (release.immutable)
        return problem(422, 'Cannot upload assets to an immutable release.');
    if (call.body.length === 0)
        return problem(400, 'Bad Content-Length: ');
    if (release.assets.some((asset) => asset.name === name)) {
        return validationFailed({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
    }
    const broken = call.effect?.kind === 'half-upload';
    const asset = {
        id: call.state.newId(),
        name,
        label: call.url.searchParams.get('label'),
        state: broken ? 'starter' : 'uploaded',
        contentType: call.headers['content-type'] ?? 'application/octet-stream',
        bytes: broken ? new Uint8Array() : call.body,
        uploader: call.actor.login,
        createdAt: call.state.now(),
        downloads: 0,
    };
    release.assets.push(asset);
    return broken ? problem(502, 'Server Error') : json(201, assetJson(asset, release, repository, call.origins));
}
function findAsset(call) {
    const repository = readable(call);
    for (const release of repository?.releases ?? []) {
        const asset = release.assets.find(({ id }) => String(id) === call.params.asset);
        if (repository && asset && visible(release, call))
            return [asset, release, repository];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/tag-name.js
// SPDX-License-Identifier: MIT
/** True where git takes the name for a tag (git check-ref-format, its rules 1 to 10 without the prefix). */
function isTagName(name) {
    return (name !== '' &&
        name !== '@' &&
        // eslint-disable-next-line no-control-regex -- control characters are what rule 4 forbids
        !/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$/.test(name) &&
        name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock')));
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/latest-release.js
// SPDX-License-Identifier: MIT

/** The release at `releases/latest`: the one marked so, else the one with the highest semantic version (`legacy`). */
function latestRelease(repository) {
    const candidates = repository.releases.filter(({ draft, prerelease }) => !draft && !prerelease);
    const marked = candidates.find(({ id }) => id === repository.latest);
    return marked ?? candidates.toSorted((a, b) => semver_default().compare(versionOf(b), versionOf(a)))[0];
}
function versionOf(release) {
    return semver_default().coerce(release.tag)?.version ?? '0.0.0';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/releases.js
// SPDX-License-Identifier: MIT







const releases_releases = '/api/v3/repos/:owner/:name/releases';
const releaseRoutes = [
    { method: 'GET', path: releases_releases, handle: releases_list },
    { method: 'POST', path: releases_releases, handle: create },
    { method: 'GET', path: `${releases_releases}/latest`, handle: getLatest },
    { method: 'GET', path: `${releases_releases}/tags/*tag`, handle: getByTag },
    { method: 'GET', path: `${releases_releases}/:id`, handle: releases_get },
    { method: 'PATCH', path: `${releases_releases}/:id`, handle: update },
    { method: 'DELETE', path: `${releases_releases}/:id`, handle: releases_remove },
];
function releases_list(call) {
    const repository = readable(call);
    if (repository === undefined)
        return notFound;
    const shown = repository.releases.filter((release) => visible(release, call)).toReversed();
    return page(call, shown, (release) => releaseJson(release, repository, call.origins));
}
function releases_get(call) {
    const found = findRelease(call);
    return found === undefined ? notFound : json(200, releaseJson(...found, call.origins));
}
/** Only published releases are found by their tag. */
function getByTag(call) {
    const repository = readable(call);
    const release = repository?.releases.find(({ draft, tag }) => !draft && tag === call.params.tag);
    return repository && release ? json(200, releaseJson(release, repository, call.origins)) : notFound;
}
function getLatest(call) {
    const repository = readable(call);
    const release = repository && latestRelease(repository);
    return repository && release ? json(200, releaseJson(release, repository, call.origins)) : notFound;
}
function create(call) {
    const refusal = writeRefusal(call);
    const repository = readable(call);
    if (refusal || !repository || !call.actor)
        return refusal ?? notFound;
    const wish = readWish(call);
    if (wish === undefined)
        return problem(400, 'Problems parsing JSON');
    if (wish.tag_name === undefined) {
        return validationFailed({ resource: 'Release', code: 'missing_field', field: 'tag_name' });
    }
    const now = call.state.now();
    const release = {
        id: call.state.newId(),
        slug: `untagged-${(0,external_node_crypto_.randomBytes)(10).toString('hex')}`,
        author: call.actor.login,
        createdAt: now,
        updatedAt: now,
        publishedAt: null,
        assets: [],
        tag: wish.tag_name,
        commitish: wish.target_commitish ?? repository.defaultBranch,
        name: wish.name ?? null,
        body: wish.body ?? null,
        draft: true,
        prerelease: wish.prerelease ?? false,
        immutable: false,
    };
    if (wish.draft !== true) {
        const errors = publish(release, repository, now, wish.make_latest);
        if (errors.length > 0)
            return validationFailed(...errors);
    }
    repository.releases.push(release);
    return json(201, releaseJson(release, repository, call.origins));
}
function update(call) {
    const refusal = writeRefusal(call);
    const [release, repository] = findRelease(call) ?? [];
    if (refusal || !release || !repository)
        return refusal ?? notFound;
    const wish = readWish(call);
    if (wish === undefined)
        return problem(400, 'Problems parsing JSON');
    if (release.immutable && (wish.draft === true || (wish.tag_name ?? release.tag) !== release.tag)) {
        return problem(422, 'Cannot change the tag of an immutable release.');
    }
    release.tag = wish.tag_name ?? release.tag;
    release.commitish = wish.target_commitish ?? release.commitish;
    release.name = wish.name ?? release.name;
    release.body = wish.body ?? release.body;
    release.prerelease = wish.prerelease ?? release.prerelease;
    release.updatedAt = call.state.now();
    if (wish.draft === true)
        release.draft = true;
    if (wish.draft === false && release.draft) {
        const errors = publish(release, repository, call.state.now(), wish.make_latest);
        if (errors.length > 0)
            return validationFailed(...errors);
    }
    return json(200, releaseJson(release, repository, call.origins));
}
function releases_remove(call) {
    const refusal = writeRefusal(call);
    const [release, repository] = findRelease(call) ?? [];
    if (refusal || !release || !repository)
        return refusal ?? notFound;
    repository.releases.splice(repository.releases.indexOf(release), 1);
    return noContent;
}
/** Publishes a draft: the tag comes into being where it is missing, and with the setting the release freezes. */
function publish(release, repository, now, makeLatest) {
    const errors = whyNotPublish(release, repository);
    if (errors.length > 0)
        return errors;
    const commit = repository.branches.get(release.commitish) ?? release.commitish;
    if (!repository.tags.has(release.tag))
        repository.tags.set(release.tag, commit);
    release.draft = false;
    release.publishedAt = now;
    release.immutable = repository.immutableReleases;
    if (release.immutable)
        repository.usedUpTags.add(release.tag);
    if ((makeLatest ?? 'true') === 'true' && !release.prerelease)
        repository.latest = release.id;
    return [];
}
function whyNotPublish(release, repository) {
    const resource = 'Release';
    const invalid = { resource, code: 'custom', message: 'Published releases must have a valid tag' };
    if (!isTagName(release.tag)) {
        return [{ resource, code: 'custom', field: 'tag_name', message: 'tag_name is not a valid tag' }, invalid];
    }
    if (repository.releases.some((other) => other !== release && !other.draft && other.tag === release.tag)) {
        return [{ resource, code: 'already_exists', field: 'tag_name' }];
    }
    if (repository.usedUpTags.has(release.tag)) {
        const message = 'tag_name was used by an immutable release';
        return [{ resource, code: 'custom', field: 'tag_name', message }, invalid];
    }
    const known = repository.branches.has(release.commitish) || /^[0-9a-f]{40}$/.test(release.commitish);
    return repository.tags.has(release.tag) || known ? [] : [{ resource, code: 'invalid', field: 'target_commitish' }];
}
function findRelease(call) {
    const repository = readable(call);
    const release = repository?.releases.find(({ id }) => String(id) === call.params.id);
    return repository && release && visible(release, call) ? [release, repository] : undefined;
}
/** The request's fields of the right type; undefined where the body is not a JSON object. */
function readWish(call) {
    let value;
    try {
        value = JSON.parse(Buffer.from(call.body).toString('utf8'));
    }
    catch {
        return undefined;
    }
    if (typeof value !== 'object' || value === null)
        return undefined;
    const types = {
        tag_name: 'string',
        target_commitish: 'string',
        name: 'string',
        body: 'string',
        draft: 'boolean',
        prerelease: 'boolean',
        make_latest: 'string',
    };
    return Object.fromEntries(Object.entries(value).filter(([key, field]) => typeof field === types[key]));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/routes/tags.js
// SPDX-License-Identifier: MIT


const tagRoutes = [
    { method: 'GET', path: '/api/v3/repos/:owner/:name/git/ref/tags/*tag', handle: tags_get },
];
function tags_get(call) {
    const repository = readable(call);
    const tag = call.params.tag ?? '';
    const sha = repository?.tags.get(tag);
    if (repository === undefined || sha === undefined)
        return notFound;
    const self = `${call.origins.api}/repos/${repository.owner}/${repository.name}/git`;
    const object = { type: 'commit', sha, url: `${self}/commits/${sha}` };
    return json(200, { ref: `refs/tags/${tag}`, url: `${self}/refs/tags/${tag}`, object });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/state.js
// SPDX-License-Identifier: MIT

/** Everything that this GitHub knows, in memory. */
class GithubState {
    now;
    repositories = [];
    actors = new Map();
    lastId = 1000;
    constructor(now) {
        this.now = now;
    }
    newId() {
        return ++this.lastId;
    }
    addActor(actor) {
        const token = `${actor.integration ? 'ghs' : 'ghp'}_${(0,external_node_crypto_.randomBytes)(18).toString('hex')}`;
        this.actors.set(token, actor);
        return token;
    }
    /** @param fullName `OWNER/NAME` */
    addRepository(fullName, options = {}) {
        const [owner = '', name = ''] = fullName.split('/');
        const repository = {
            id: this.newId(),
            owner,
            name,
            private: options.private ?? false,
            immutableReleases: options.immutableReleases ?? false,
            defaultBranch: 'main',
            branches: new Map([['main', commitNamed(`${fullName} main`)]]),
            tags: new Map(),
            releases: [],
            usedUpTags: new Set(),
            latest: undefined,
        };
        this.repositories.push(repository);
        return repository;
    }
    /** Names of owners and repositories do not depend on case. */
    repository(owner, name) {
        const wanted = `${owner}/${name}`.toLowerCase();
        return this.repositories.find((repository) => `${repository.owner}/${repository.name}`.toLowerCase() === wanted);
    }
}
/** A commit id that is the same in every run. */
function commitNamed(name) {
    return (0,external_node_crypto_.createHash)('sha1').update(name).digest('hex');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/github/server.js
// SPDX-License-Identifier: MIT










const mainRoutes = [...assetRoutes, ...releaseRoutes, ...tagRoutes, ...downloadRoutes];
/**
 * Starts a GitHub on loopback: REST API, uploads and web on one origin, laid out as on GitHub Enterprise Server
 * (`/api/v3`, `/api/uploads`), the object store on another. State is in memory and ends with `close()`.
 */
async function startGithub(options) {
    const state = new GithubState(options.now ?? (() => new Date()));
    const repository = state.addRepository(options.repository, {
        private: options.private ?? false,
        immutableReleases: options.immutableReleases ?? false,
    });
    const tokens = {
        maintainer: state.addActor({ login: repository.owner, push: true, integration: false }),
        outsider: state.addActor({ login: 'outsider', push: false, integration: false }),
        readOnlyWorkflow: state.addActor({ login: 'github-actions[bot]', push: false, integration: true }),
    };
    const requests = [];
    const faults = new Faults();
    const serve = (port, routes) => listen(port, {
        strike: ({ method, path, headers }) => {
            requests.push({ method, path, authorized: headers.authorization !== undefined });
            return faults.take(method, path);
        },
        respond: (request, effect) => dispatch(routes, request, { state, origins, effect }),
    });
    const main = await serve(options.port ?? 0, mainRoutes);
    const store = await serve(0, objectRoutes);
    const web = main.origin;
    const origins = { api: `${web}/api/v3`, uploads: `${web}/api/uploads`, web, objects: store.origin };
    return {
        ...origins,
        url: origins.api,
        ...{ tokens, repository, state, faults, requests },
        close: async () => {
            await Promise.all([main.close(), store.close()]);
        },
    };
}
async function dispatch(routes, request, world) {
    const { effect, state, origins } = world;
    if (effect?.kind === 'answer') {
        const failure = problem(effect.status, effect.message ?? 'Server Error');
        return { ...failure, headers: { ...failure.headers, ...effect.headers } };
    }
    const url = new URL(request.path, origins.web);
    const isApi = url.pathname.startsWith('/api/');
    const actor = isApi ? actorOf(request.headers.authorization, state.actors) : undefined;
    if (actor === 'bad')
        return badCredentials;
    const found = findRoute(routes, request.method, url.pathname);
    if (found === undefined)
        return notFound;
    const answer = await found.route.handle({ ...request, ...world, url, actor, params: found.params });
    return effect?.kind === 'answer-after' ? problem(effect.status, 'Server Error') : answer;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/bundle/src/integrity/php-base64.js
var php_base64 = __webpack_require__(6045);
// EXTERNAL MODULE: ./build/bundle/src/integrity/server-certificate.js
var server_certificate = __webpack_require__(2360);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/bundle/common/input-error.js
var input_error = __webpack_require__(5227);
// EXTERNAL MODULE: ./build/bundle/common/coded-error.js
var coded_error = __webpack_require__(4252);
;// CONCATENATED MODULE: ./build/bundle/sandbox/install/install-error.js
// SPDX-License-Identifier: MIT

const codes = {
    /** the store's list could not be had, or a server would throw it away as a whole */
    'list-unusable': 'outside',
    'not-in-store': 'refused',
    'crl-invalid': 'refused',
    revoked: 'refused',
    untrusted: 'refused',
    'no-common-name': 'refused',
    'other-common-name': 'refused',
    'download-failed': 'outside',
    'signature-invalid': 'refused',
    'not-extracted': 'refused',
    'no-folder': 'refused',
    'several-folders': 'refused',
    'info-unreadable': 'refused',
    'other-id': 'refused',
    'lower-version': 'refused',
    /** installed, but the integrity check of the server would complain */
    'integrity-failed': 'refused',
};
/** A server would not install the app. The message is the server's own. */
class InstallError extends coded_error/* CodedError */.A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/php-version.js
// SPDX-License-Identifier: MIT
/** PHP's order of what is no number; what is not in the list comes before all of them. Prefixes, in this order. */
const php_version_forms = [
    ['dev', 0],
    ['alpha', 1],
    ['a', 1],
    ['beta', 2],
    ['b', 2],
    ['RC', 3],
    ['rc', 3],
    ['#', 4],
    ['pl', 5],
    ['p', 5],
];
/** stands for any number among the forms */
const anyNumber = '#N#';
/** PHP's `version_compare` of two versions: -1, 0 or 1 (php: ext/standard/versioning.c). */
function compareVersions(a, b) {
    if (a === '' || b === '')
        return Math.sign(a.length - b.length);
    const [left, right] = [partsOf(a), partsOf(b)];
    let at = 0;
    for (; goesOn(left, at) && goesOn(right, at); at++) {
        const order = compareParts(left[at] ?? '', right[at] ?? '');
        if (order !== 0)
            return order;
    }
    // Of two versions of which one goes on, a further number makes it higher, `-rc.1` lower.
    if (at < left.length)
        return isNumber(left[at]) ? 1 : compareVersions(left.slice(at).join('.'), anyNumber);
    if (at < right.length)
        return isNumber(right[at]) ? -1 : compareVersions(anyNumber, right.slice(at).join('.'));
    return 0;
}
/** Nothing behind a dot at the end is no part to compare. */
function goesOn(parts, at) {
    return at < parts.length && !(at === parts.length - 1 && parts[at] === '');
}
function compareParts(a, b) {
    if (isNumber(a) && isNumber(b))
        return Math.sign(parseInt(a, 10) - parseInt(b, 10));
    return Math.sign(rankOf(isNumber(a) ? anyNumber : a) - rankOf(isNumber(b) ? anyNumber : b));
}
function rankOf(part) {
    return php_version_forms.find(([form]) => part.startsWith(form))?.[1] ?? -1;
}
function isNumber(part) {
    return part !== undefined && /^\d/.test(part);
}
/**
 * The parts between dots, where `-`, `_`, `+` are dots, and one stands between a digit and what is none: `1.0-RC2` is 1,
 * 0, RC, 2. Other characters are dots too, except right behind a digit, where they stay.
 */
function partsOf(version) {
    if (version.startsWith('#'))
        return version.split('.');
    let dotted = version.slice(0, 1);
    for (let at = 1; at < version.length; at++) {
        const [before, character] = [version.charAt(at - 1), version.charAt(at)];
        const turns = before !== '.' && character !== '.' && isNumber(before) !== isNumber(character);
        const isMark = /[-_+]/.test(character) || (!turns && /[^A-Za-z0-9]/.test(character));
        if ((isMark || turns) && !dotted.endsWith('.'))
            dotted += '.';
        if (!isMark)
            dotted += character;
    }
    return dotted.split('.');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/platform-version.js
// SPDX-License-Identifier: MIT


/**
 * A version spec as the server parses it (server: App/AppStore/Version/VersionParser.php): `*`, or one or two parts with
 * one blank between, of which the first two characters are dropped unseen.
 * @throws InstallError `list-unusable`: the server lets this exception pass through, so that one bad spec empties the
 *   whole list of apps
 */
function parsePlatformSpec(spec) {
    if (spec === '*')
        return { least: '', most: '' };
    const parts = spec.split(' ');
    const [first = '', second = ''] = parts.map((part) => part.slice(2));
    const valid = parts.length <= 2 && [first, second].slice(0, parts.length).every((part) => /^[0-9.]+\n?$/.test(part));
    if (!valid) {
        throw new InstallError('list-unusable', `Version cannot be parsed: ${spec}`, {
            hint: 'One such release empties the list of apps on every server: delete it in the store, and write its versions as digits and dots.',
        });
    }
    if (parts.length === 2)
        return { least: first, most: second };
    return spec.startsWith('>') ? { least: first, most: '' } : { least: '', most: first };
}
/** One to three numbers: what `isCompatible` takes for a bound. */
function isBound(bound) {
    return /^\d+(\.\d+){0,2}$/.test(bound);
}
/** Compared as far as the bound goes: `31.0.5` meets `<= 31` (server: App/CompareVersion.php). */
function isCompatible(actual, bound, comparator) {
    const digits = bound.split('.').length;
    const order = compareVersions(actual.split('.').slice(0, digits).join('.'), bound);
    return comparator === '>=' ? order >= 0 : order <= 0;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/app-list.js
// SPDX-License-Identifier: MIT






/** 12 MB today; a list ten times as long is still a list */
const maxListBytes = 128 * 1024 * 1024;
/**
 * The apps of a store as a server keeps them: of each app the highest release that the server can run, and none of the
 * others (server: App/AppStore/Fetcher/AppFetcher.php). The upper bound of a release is not looked at, as by default.
 * @throws InstallError `list-unusable`, InputError `file-unreadable`
 */
async function readAppList(source, platform, http) {
    const text = 'appsJson' in source ? await readList(source.appsJson) : await fetchList(source.storeUrl, http);
    return parseList(text).flatMap((app) => {
        const release = newestFor(app.releases, platform);
        return release === undefined ? [] : [{ id: app.id, certificate: app.certificate, release }];
    });
}
async function readList(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        throw new input_error/* InputError */.d('file-unreadable', `${file} cannot be read.`, {
            hint: 'Give the apps.json that the store serves.',
            file,
            cause,
        });
    }
}
async function fetchList(storeUrl, http) {
    const url = `${storeUrl.replace(/\/+$/, '')}/apps.json`;
    try {
        const answer = await http({ method: 'GET', url, maxBytes: maxListBytes });
        if (answer.status === 200)
            return Buffer.from(answer.body).toString('utf8');
        throw unusable(`${url} answers ${answer.status}.`);
    }
    catch (error) {
        if (error instanceof common_http/* HttpError */.j$)
            throw unusable(error.message, error);
        throw error;
    }
}
function parseList(text) {
    let list;
    try {
        list = JSON.parse(text);
    }
    catch (cause) {
        throw unusable('The list of apps is not JSON.', cause);
    }
    if (!Array.isArray(list))
        throw unusable('The list of apps is no JSON array.');
    return list.map((value) => {
        const app = fieldsOf(value);
        const releases = Array.isArray(app.releases) ? app.releases : [];
        return { id: textOf(app.id), certificate: textOf(app.certificate), releases: releases.map(readRelease) };
    });
}
function readRelease(value) {
    const release = fieldsOf(value);
    return {
        version: textOf(release.version),
        isNightly: release.isNightly,
        platform: textOf(release.rawPlatformVersionSpec),
        php: textOf(release.rawPhpVersionSpec ?? '*'),
        download: textOf(release.download),
        signature: textOf(release.signature),
    };
}
function fieldsOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
function newestFor(releases, platform) {
    return releases
        .filter((release) => fits(release, platform))
        .toSorted((a, b) => compareVersions(b.version, a.version))[0];
}
function fits(release, { serverVersion, phpVersion, channel = 'stable' }) {
    // A release without the field counts as a nightly: the server asks for exactly `false`.
    if (channel !== 'daily' && release.isNightly !== false)
        return false;
    if (channel === 'stable' && release.version.includes('-'))
        return false;
    const { least, most } = parsePlatformSpec(release.platform);
    // A bound that is none: the server logs it and passes over the release. That there is no lower one is such a case.
    if (!isBound(least) || (most !== '' && !isBound(most)))
        return false;
    const php = parsePlatformSpec(release.php);
    if (!isCompatible(serverVersion, least, '>='))
        return false;
    if (phpVersion === undefined)
        return true;
    return meets(phpVersion, php.least, '>=') && meets(phpVersion, php.most, '<=');
}
function meets(version, bound, comparator) {
    return bound === '' || (isBound(bound) && isCompatible(version, bound, comparator));
}
function unusable(message, cause) {
    return new InstallError('list-unusable', message, {
        hint: 'A server that gets this list shows no apps at all: mend the store.',
        cause,
    });
}

// EXTERNAL MODULE: ./build/bundle/src/integrity/check-tree.js + 5 modules
var check_tree = __webpack_require__(8593);
// EXTERNAL MODULE: ./build/bundle/src/integrity/folder-tree.js
var folder_tree = __webpack_require__(2866);
// EXTERNAL MODULE: ./build/bundle/src/integrity/verdict.js
var verdict = __webpack_require__(1756);
;// CONCATENATED MODULE: ./build/bundle/sandbox/install/check-installed.js
// SPDX-License-Identifier: MIT






/**
 * What a server says of an installed app when its administrator asks for the integrity check (server:
 * IntegrityCheck/Checker.php, runInstanceVerification): apps of the store without a signature.json are passed over.
 * @throws InstallError `integrity-failed`
 */
function checkInstalled(path, id, question) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, 'appinfo', 'signature.json')))
        return { codeSignature: 'absent', warnings: [] };
    const { result, warnings } = (0,check_tree/* checkTree */.R)(new folder_tree/* FolderTree */.z(path, 'app'), { ...question, kind: 'app', scope: id });
    if ((0,verdict/* isFine */.zn)(result))
        return { codeSignature: 'fine', warnings };
    throw new InstallError('integrity-failed', `The integrity check of ${id} says: ${inWords(result)}`, {
        hint: 'Sign the files that are packed and nothing else: "nextcloud-release package" does both in one go.',
        findings: warnings,
    });
}
const shown = 5;
function inWords({ EXCEPTION, ...differences }) {
    if (EXCEPTION !== undefined)
        return `${EXCEPTION.class}: ${EXCEPTION.message}`;
    const all = Object.entries(differences).flatMap(([kind, files]) => Object.keys(files).map((file) => `${kind} ${file}`));
    const more = all.length > shown ? ` and ${all.length - shown} more` : '';
    return `${all.slice(0, shown).join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/copy-app.js
// SPDX-License-Identifier: MIT

/** The server's default of `forbidden_filenames`, compared with the lower-cased name. */
const forbidden = ['.htaccess'];
/** Deeper trees are links that lead in a circle: the server would copy until its disk is full. */
const maxDepth = 100;
/**
 * Copies an unpacked app to its place as the server does (server: legacy/OC_Helper.php, copyr): files with a forbidden
 * name stay behind, links are followed. Names are bytes: they need not be UTF-8.
 */
function copyApp(from, to, depth = 0) {
    if (depth > maxDepth)
        throw new Error(`The app is more than ${maxDepth} folders deep.`);
    (0,external_node_fs_.mkdirSync)(to, { recursive: true });
    for (const name of (0,external_node_fs_.readdirSync)(from, { encoding: 'buffer' })) {
        const [source, target] = [below(from, name), below(to, name)];
        const stats = look(source);
        if (stats?.isDirectory() === true)
            copyApp(source, target, depth + 1);
        else if (stats?.isFile() === true && !forbidden.includes(name.toString('latin1').toLowerCase())) {
            (0,external_node_fs_.copyFileSync)(source, target);
        }
    }
}
/** undefined for a link that leads nowhere: to PHP it does not exist */
function look(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
}
function below(folder, name) {
    return Buffer.concat([folder, Buffer.from('/'), name]);
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./build/bundle/sandbox/install/installed-info.js
// SPDX-License-Identifier: MIT


/**
 * id and version as PHP's SimpleXML gives them: the text of the first child of that name, the empty string where there is
 * none. Undefined where the file is not there or not well-formed. Read here and not by the rules for apps: those are
 * the store's view of the file, this is the server's.
 */
function readInstalledInfo(path) {
    const found = new Map();
    const open = [];
    const parser = new saxes/* SaxesParser */.wT();
    parser.on('error', (error) => {
        throw error;
    });
    parser.on('opentag', ({ name }) => {
        const isFirst = open.length === 1 && !found.has(name);
        if (isFirst)
            found.set(name, '');
        open.push(open.length === 1 && !isFirst ? '' : name);
    });
    parser.on('closetag', () => open.pop());
    const onText = (text) => {
        const [, name] = open;
        if (open.length === 2 && name !== undefined && found.has(name))
            found.set(name, `${found.get(name) ?? ''}${text}`);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
    try {
        parser.write((0,external_node_fs_.readFileSync)(path, 'utf8')).close();
    }
    catch {
        return undefined;
    }
    return { id: found.get('id') ?? '', version: found.get('version') ?? '' };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/bundle/src/package/archive-listing.js + 4 modules
var archive_listing = __webpack_require__(31);
// EXTERNAL MODULE: ./build/bundle/src/package/package-error.js
var package_error = __webpack_require__(5389);
;// CONCATENATED MODULE: ./build/bundle/src/package/extract-archive.js
// SPDX-License-Identifier: MIT




const flags = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | external_node_fs_.constants.O_NOFOLLOW;
/**
 * Unpacks an archive as far as it is harmless: regular files and folders, with the mode's executable bit and nothing else of it.
 * It is looked through to the end first, so that of one with findings of severity `error`, or with links, nothing is unpacked.
 *
 * @param source a path, or the archive's bytes
 * @param dir a folder that is empty or not there yet
 * @throws PackageError
 */
async function extractArchive(source, dir, limits = {}) {
    const listing = await (0,archive_listing/* inspectArchive */.N)(source, { limits });
    refuse(listing, source);
    prepare(dir);
    const writer = new Writer(dir, listing.entries);
    try {
        const again = await (0,archive_listing/* inspectArchive */.N)(source, {
            limits,
            onEntry: (entry) => writer.begin(entry),
            onContent: (_entry, piece) => writer.write(piece),
        });
        refuse(again, source);
    }
    catch (error) {
        throw error instanceof package_error/* PackageError */.J ? error : extractionError(dir, error);
    }
    finally {
        writer.end();
    }
    return listing;
}
function refuse(listing, source) {
    const link = listing.entries.find(({ type }) => type !== 'file' && type !== 'directory');
    if ((0,archive_listing/* isUsable */.e)(listing) && link === undefined)
        return;
    const name = typeof source === 'string' ? source : 'The archive';
    const errors = listing.findings.filter(({ severity }) => severity === 'error');
    const why = errors[0]?.message ?? `${link?.path ?? 'an entry'} is neither a file nor a folder.`;
    throw new package_error/* PackageError */.J('archive-refused', `${name} is not unpacked: ${why}`, {
        hint: errors[0]?.fix ?? 'Pack the files that the links lead to.',
        findings: errors,
        ...(typeof source === 'string' && { file: source }),
    });
}
function prepare(dir) {
    try {
        (0,external_node_fs_.mkdirSync)(dir, { recursive: true });
        if ((0,external_node_fs_.readdirSync)(dir).length === 0)
            return;
    }
    catch (cause) {
        throw extractionError(dir, cause);
    }
    throw new package_error/* PackageError */.J('target-not-empty', `${dir} is not empty.`, {
        hint: 'Name a folder that is empty or not there yet.',
        file: dir,
    });
}
class Writer {
    #dir;
    #allowed;
    #begun = 0;
    #descriptor;
    constructor(dir, allowed) {
        this.#dir = dir;
        this.#allowed = allowed;
    }
    begin(entry) {
        this.end();
        // What was looked through is what is written, even where somebody puts another file in its place in between.
        const allowed = this.#allowed[this.#begun++];
        if (allowed?.path !== entry.path || allowed.type !== entry.type) {
            throw new package_error/* PackageError */.J('archive-refused', 'The archive changed while it was unpacked.', {
                hint: 'Unpack a copy that nobody else writes.',
                file: entry.path,
            });
        }
        const path = (0,external_node_path_.join)(this.#dir, entry.path);
        (0,external_node_fs_.mkdirSync)(entry.type === 'directory' ? path : (0,external_node_path_.dirname)(path), { recursive: true });
        if (entry.type === 'file')
            this.#descriptor = (0,external_node_fs_.openSync)(path, flags, entry.mode & 0o100 ? 0o755 : 0o644);
    }
    write(piece) {
        if (this.#descriptor === undefined)
            return;
        for (let from = 0; from < piece.length;)
            from += (0,external_node_fs_.writeSync)(this.#descriptor, piece, from);
    }
    end() {
        if (this.#descriptor !== undefined)
            (0,external_node_fs_.closeSync)(this.#descriptor);
        this.#descriptor = undefined;
    }
}
function extractionError(dir, cause) {
    const code = (0,package_error/* systemCode */.x)(cause);
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        return new package_error/* PackageError */.J('disk-full', `The disk is full: not everything could be unpacked into ${dir}.`, {
            hint: 'Make room, or name a folder on another disk.',
            file: dir,
            cause,
        });
    }
    return new package_error/* PackageError */.J('output-unwritable', `${dir} cannot be written: ${code ?? String(cause)}.`, {
        hint: 'Name a folder that you may write in.',
        file: dir,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/unpack.js
// SPDX-License-Identifier: MIT





/** What the server does (server: Archive/TAR.php): the kind of archive comes from the name `.tar.gz`, so it is `gz`. */
const script = `
  error_reporting(0);
  if (!@include_once 'Archive/Tar.php') exit(3);
  $archive = new Archive_Tar($argv[1], 'gz');
  if ($archive->extract($argv[2])) exit(0);
  echo is_object($archive->error_object) ? $archive->error_object->getMessage() : '';
  exit(4);
`;
const absent = [3, 'ENOENT'];
const failed = 4;
const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * Unpacks as a server does, with PEAR Archive_Tar in PHP; where that is not there, with our own reader.
 * @param php the program
 */
async function unpack(archive, folder, php) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    try {
        await run(php, ['-r', script, '--', archive, folder], { timeout: 120_000, maxBuffer: 1024 * 1024 });
        return { with: 'PEAR Archive_Tar' };
    }
    catch (error) {
        const { code, stdout } = error;
        if (code === failed)
            return { with: 'PEAR Archive_Tar', failure: stdout ?? '' };
        if (!absent.includes(code ?? ''))
            return { with: 'PEAR Archive_Tar', failure: 'PHP did not end by itself' };
    }
    try {
        await extractArchive(archive, folder);
        return { with: 'tar' };
    }
    catch (error) {
        if (error instanceof package_error/* PackageError */.J && error.outcome === 'refused')
            return { with: 'tar', failure: error.message };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/install/install-app.js
// SPDX-License-Identifier: MIT














/** The server's own limit is its disk; the store takes no archive beyond 30 MiB. */
const maxArchiveBytes = 256 * 1024 * 1024;
/**
 * Installs an app from a store as a server does, check by check in its order and with its messages (server:
 * Installer.php, downloadApp), and runs the integrity check over what came out, as its administrator would.
 * @throws InstallError
 */
async function installApp(order) {
    const http = order.http ?? common_http/* http */.LV;
    const id = order.appId.toLowerCase();
    const app = (await readAppList(order.source, order, http)).find((listed) => listed.id === id);
    if (app === undefined) {
        throw new InstallError('not-in-store', `Could not download app ${id}, it was not found on the appstore`, {
            hint: `See whether the store lists a release of ${id} for Nextcloud ${order.serverVersion}.`,
        });
    }
    const certificate = acceptCertificate(app, order);
    const archive = await install_app_download(app.release.download, http);
    acceptSignature(app, certificate, archive);
    const { version, unpackedWith } = await putInPlace(id, archive, order);
    const path = (0,external_node_path_.join)(order.appsDir, id);
    const { trust, crl } = order;
    const checked = checkInstalled(path, id, { trust, crl, now: order.now?.() ?? new Date() });
    return { path, version, unpackedWith, ...checked };
}
/** Loaded, not revoked, issued by a trusted authority, for this app. Dates are looked at nowhere in the server. */
function acceptCertificate({ id, certificate: pem }, { trust, crl }) {
    const signed = trust.issuers.some((issuer) => crl.issuer.equals(issuer.subject) && crl.isSignedBy(issuer));
    if (!signed) {
        throw new InstallError('crl-invalid', 'Could not validate CRL signature', {
            hint: 'Give the list that one of the trusted authorities signed. Its dates do not matter.',
        });
    }
    const certificate = (0,server_certificate/* readServerCertificate */.n)(pem);
    if (certificate !== undefined && crl.isRevoked(certificate.serial)) {
        // By serial alone, whoever issued it: two certificates with one serial are revoked together (server#20674).
        throw new InstallError('revoked', `Certificate "${certificate.serial}" has been revoked`, {
            hint: 'Ask for a new certificate, register it with the store and publish the releases again.',
        });
    }
    if (certificate === undefined || trust.issuerOf(certificate) === undefined) {
        const message = `App with id ${id} has a certificate not issued by a trusted Code Signing Authority`;
        throw new InstallError('untrusted', message, {
            hint: 'Register the app with the certificate that the authority issued for it.',
        });
    }
    const [name, ...more] = certificate.commonNames;
    if (name === undefined) {
        throw new InstallError('no-common-name', `App with id ${id} has a cert with no CN`, {
            hint: 'Ask for a certificate whose subject is the app id.',
        });
    }
    if (more.length > 0 || name !== id) {
        const shown = more.length > 0 ? 'Array' : name; // PHP's word for a list, in a text
        throw new InstallError('other-common-name', `App with id ${id} has a cert issued to ${shown}`, {
            hint: 'Register the app with the certificate that was issued for this id.',
        });
    }
    return certificate;
}
async function install_app_download(url, http) {
    const hint = 'See whether the address in the store’s list can be reached without a login.';
    try {
        const answer = await http({ method: 'GET', url, timeoutMs: 120_000, maxBytes: maxArchiveBytes });
        if (answer.status >= 200 && answer.status < 300)
            return answer.body;
        throw new InstallError('download-failed', `GET ${url} resulted in ${answer.status}`, { hint });
    }
    catch (error) {
        if (error instanceof common_http/* HttpError */.j$)
            throw new InstallError('download-failed', error.message, { hint, cause: error });
        throw error;
    }
}
function acceptSignature({ id, release }, certificate, archive) {
    if (isSignedBy(certificate, archive, (0,php_base64/* decodePhpBase64 */.m)(release.signature)))
        return;
    throw new InstallError('signature-invalid', `App with id ${id} has invalid signature`, {
        hint: 'The archive that is served is not the one that was signed: sign what stands at the address, and publish again.',
    });
}
function isSignedBy(certificate, archive, signature) {
    try {
        return (0,external_node_crypto_.verify)('sha512', archive, certificate.publicKey, signature);
    }
    catch {
        return false; // a key that Node does not know
    }
}
/** Unpacks, looks at what came out, and copies it over what was there. */
async function putInPlace(id, archive, { appsDir, php = 'php' }) {
    const temporary = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'nextcloud-install-'));
    try {
        const [file, folder] = [(0,external_node_path_.join)(temporary, 'app.tar.gz'), (0,external_node_path_.join)(temporary, 'unpacked')];
        (0,external_node_fs_.writeFileSync)(file, archive);
        const unpacked = await unpack(file, folder, php);
        if (unpacked.failure !== undefined) {
            const why = unpacked.failure === '' ? '' : `: ${unpacked.failure}`;
            throw new InstallError('not-extracted', `Could not extract app ${id}${why}`, { hint: repack });
        }
        const inside = (0,external_node_path_.join)(folder, onlyFolder(id, folder));
        const version = acceptInfo(id, inside, appsDir);
        const target = (0,external_node_path_.join)(appsDir, id);
        (0,external_node_fs_.rmSync)(target, { recursive: true, force: true });
        copyApp(Buffer.from(inside), Buffer.from(target));
        return { version, unpackedWith: unpacked.with };
    }
    finally {
        (0,external_node_fs_.rmSync)(temporary, { recursive: true, force: true });
    }
}
const repack = 'Pack the app again with "nextcloud-release package": one folder, named as the id, with appinfo/info.xml.';
/** Whatever lies beside the app's folder counts, files and hidden entries too; the folder's name does not matter. */
function onlyFolder(id, folder) {
    const [first, ...more] = (0,external_node_fs_.readdirSync)(folder);
    if (first === undefined) {
        throw new InstallError('no-folder', `Extracted app ${id} has no folders`, { hint: repack });
    }
    if (more.length > 0) {
        throw new InstallError('several-folders', `Extracted app ${id} has more than 1 folder`, { hint: repack });
    }
    return first;
}
/** @returns the version in info.xml; the server does not compare it with the store's */
function acceptInfo(id, folder, appsDir) {
    const info = readInstalledInfo((0,external_node_path_.join)(folder, 'appinfo', 'info.xml'));
    if (info === undefined) {
        throw new InstallError('info-unreadable', `Failed to load info.xml for app id ${id}`, { hint: repack });
    }
    if (info.id !== id) {
        const message = `App for id ${id} has a wrong app ID in info.xml: ${info.id}`;
        throw new InstallError('other-id', message, { hint: `Write <id>${id}</id> in appinfo/info.xml.` });
    }
    const before = readInstalledInfo((0,external_node_path_.join)(appsDir, id, 'appinfo', 'info.xml'))?.version ?? '0';
    if (compareVersions(before, info.version) === 1) {
        const message = `App for id ${id} has version ${before} and tried to update to lower version ${info.version}`;
        throw new InstallError('lower-version', message, { hint: 'Raise the version in appinfo/info.xml.' });
    }
    return info.version;
}

// EXTERNAL MODULE: ./build/bundle/common/der-reader.js
var der_reader = __webpack_require__(1407);
// EXTERNAL MODULE: ./build/bundle/common/der-writer.js
var der_writer = __webpack_require__(1791);
// EXTERNAL MODULE: ./build/bundle/ca/authority-error.js
var authority_error = __webpack_require__(5231);
;// CONCATENATED MODULE: ./build/bundle/ca/x509/extension.js
// SPDX-License-Identifier: MIT




/** Extensions as this authority writes them (RFC 5280 section 4.2), each one whole `Extension`. */
const keyUsageBits = { digitalSignature: 0, keyCertSign: 5, cRLSign: 6 };
function extension(id, value, critical = false) {
    return (0,der_writer/* sequence */.K2)((0,der_writer/* oid */.jq)(id), ...(critical ? [(0,der_writer/* boolean */.zM)(true)] : []), (0,der_writer/* octetString */.J8)(value));
}
/** cA FALSE is the default and therefore an empty sequence (X.690 section 11.5). */
function basicConstraints(ca, pathLength) {
    const content = ca ? [(0,der_writer/* boolean */.zM)(true), ...(pathLength === undefined ? [] : [(0,der_writer/* integer */.nd)(pathLength)])] : [];
    return extension('2.5.29.19', (0,der_writer/* sequence */.K2)(...content), true);
}
function keyUsage(...usages) {
    const octet = usages.reduce((bits, usage) => bits | (0x80 >> keyUsageBits[usage]), 0);
    // a named bit list drops its trailing zero bits (X.690 section 11.2.2)
    const unused = 31 - Math.clz32(octet & -octet);
    return extension('2.5.29.15', (0,der_writer/* tlv */.t)(der_reader/* tag */.Tc.bitString, Uint8Array.of(unused, octet)), true);
}
const codeSigning = extension('2.5.29.37', (0,der_writer/* sequence */.K2)((0,der_writer/* oid */.jq)('1.3.6.1.5.5.7.3.3')));
function subjectKeyIdentifier(keyId) {
    return extension('2.5.29.14', (0,der_writer/* octetString */.J8)(keyId));
}
function authorityKeyIdentifier(keyId) {
    return extension('2.5.29.35', (0,der_writer/* sequence */.K2)((0,der_writer/* implicit */.AS)(0, keyId)));
}
/** SHA-1 over the subjectPublicKey bits (RFC 5280 section 4.2.1.2, method 1): a name, not a protection */
function keyIdentifier(spki) {
    const bits = (0,der_reader/* readDer */.SU)(spki).children()[1]?.bits() ?? new Uint8Array();
    return (0,external_node_crypto_.createHash)('sha1').update(bits).digest();
}

// EXTERNAL MODULE: ./build/bundle/ca/x509/signed-structure.js
var signed_structure = __webpack_require__(2048);
;// CONCATENATED MODULE: ./build/bundle/ca/crl/revocation-reason.js
// SPDX-License-Identifier: MIT

/**
 * CRLReason (RFC 5280 section 5.3.1) without certificateHold and removeFromCRL: a revocation here is for ever.
 * `unspecified` is 0 and, as the RFC wants, written as no reason at all.
 */
const revocationReasons = {
    unspecified: 0,
    keyCompromise: 1,
    cACompromise: 2,
    affiliationChanged: 3,
    superseded: 4,
    cessationOfOperation: 5,
    privilegeWithdrawn: 9,
    aACompromise: 10,
};
/** @throws InputError `bad-usage` */
function reasonByName(name) {
    if (Object.hasOwn(revocationReasons, name))
        return name;
    throw new InputError('bad-usage', `"${name}" is not a reason for a revocation.`, {
        hint: `Use one of ${Object.keys(revocationReasons).join(', ')}.`,
    });
}

;// CONCATENATED MODULE: ./build/bundle/ca/crl/create-crl.js






/**
 * A CRL of version 2 with number and authority key identifier (RFC 5280 section 5), DER; `encodePem('X509 CRL', …)` makes
 * the form that servers ship. Written in one pass: time and memory grow with the number of entries.
 * @throws AuthorityError `bad-crl` where a serial stands twice or is no serial, a date is impossible
 */
async function createCrl(order) {
    const { issuer, signer, number, thisUpdate, nextUpdate } = order;
    if (!(thisUpdate < nextUpdate))
        throw badCrl('nextUpdate does not lie after thisUpdate');
    if (number < 1n || number >= 1n << 159n)
        throw badCrl(`${number} is not a CRL number`);
    const { content, count } = writeEntries(order.revoked);
    const toBeSigned = (0,der_writer/* sequence */.K2)((0,der_writer/* integer */.nd)(1), signed_structure/* sha256WithRsa */.s, issuer.subject.der, (0,der_writer/* time */.kB)(thisUpdate), (0,der_writer/* time */.kB)(nextUpdate), 
    // "must be absent" where nothing is revoked (RFC 5280 section 5.1.2.6)
    ...(count > 0 ? [(0,der_writer/* header */.wx)(der_reader/* tag */.Tc.sequence, content.length), content] : []), (0,der_writer/* explicit */.pc)(0, (0,der_writer/* sequence */.K2)(authorityKeyIdentifier(issuer.subjectKeyId ?? keyIdentifier(issuer.spki)), extension('2.5.29.20', (0,der_writer/* integer */.nd)(number)))));
    return (0,signed_structure/* signStructure */.z)(toBeSigned, signer);
}
/** tag and length of the entry, tag and length of the serial, 20 octets of it, and the time */
const maxEntryBase = 2 + 2 + 20 + 17;
/**
 * revokedCertificates without its header, in a buffer that doubles when it is full. Entries are written in place, not
 * put together from small buffers: 100,000 take 0.1 instead of 0.7 seconds.
 */
function writeEntries(revoked) {
    const seen = new Set();
    let buffer = Buffer.allocUnsafe(4096);
    let end = 0;
    for (const entry of revoked) {
        if (seen.has(entry.serial))
            throw badCrl(`the serial ${entry.serial.toString(16)} stands on the list twice`);
        seen.add(entry.serial);
        const reason = encodedReason(entry.reason ?? 'unspecified');
        if (end + maxEntryBase + reason.length > buffer.length) {
            const grown = Buffer.allocUnsafe(buffer.length * 2);
            buffer.copy(grown, 0, 0, end);
            buffer = grown;
        }
        end = writeEntry(buffer, end, entry, reason);
    }
    return { content: buffer.subarray(0, end), count: seen.size };
}
/** Writes one entry, which is always shorter than 128 octets, and returns where it ends. */
function writeEntry(buffer, start, { serial, date }, reason) {
    if (serial < 1n || serial >= 1n << 159n)
        throw badCrl(`${serial} is not a serial`);
    if (Number.isNaN(date.getTime()))
        throw badCrl(`the serial ${serial.toString(16)} has no date`);
    const digits = serial.toString(16);
    // an even number of digits, and a leading zero octet where the first bit would make the integer negative
    const padded = digits.length % 2 === 1 ? `0${digits}` : digits >= '8' ? `00${digits}` : digits;
    const length = padded.length / 2;
    buffer[start + 2] = der_reader/* tag */.Tc.integer;
    buffer[start + 3] = length;
    buffer.write(padded, start + 4, 'hex');
    let end = start + 4 + length;
    const when = encodedTime(date);
    buffer.set(when, end);
    end += when.length;
    buffer.set(reason, end);
    end += reason.length;
    buffer[start] = der_reader/* tag */.Tc.sequence;
    buffer[start + 1] = end - start - 2;
    return end;
}
/** UTCTime or GeneralizedTime but for the time of day, by the number of the day since 1970. */
const encodedDays = new Map();
/** As `time` of the DER writer, which formats each date anew: of 100,000 revocations most share a day with others. */
function encodedTime(date) {
    const seconds = Math.floor(date.getTime() / 1000);
    const day = Math.floor(seconds / 86_400);
    const known = encodedDays.get(day);
    const bytes = Uint8Array.from(known ?? (0,der_writer/* time */.kB)(date));
    if (known === undefined)
        encodedDays.set(day, Uint8Array.from(bytes));
    const ofDay = seconds - day * 86_400;
    const digits = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60];
    const at = bytes.length - 7;
    digits.forEach((value, index) => {
        bytes[at + index * 2] = 0x30 + Math.floor(value / 10);
        bytes[at + index * 2 + 1] = 0x30 + (value % 10);
    });
    return bytes;
}
const encodedReasons = new Map();
/** The entry's extensions; nothing for `unspecified`, which should be left out (RFC 5280 section 5.3.1). */
function encodedReason(reason) {
    const code = revocationReasons[reason];
    const bytes = encodedReasons.get(reason) ?? (code === 0 ? new Uint8Array() : (0,der_writer/* sequence */.K2)(extension('2.5.29.21', (0,der_writer/* enumerated */.BD)(code))));
    encodedReasons.set(reason, bytes);
    return bytes;
}
function badCrl(what) {
    return new authority_error/* AuthorityError */.s('bad-crl', `The revocation list was not made: ${what}.`, {
        hint: 'Run "nextcloud-ca audit": the ledger holds something that it should not.',
    });
}

// EXTERNAL MODULE: ./build/bundle/common/certificate.js
var common_certificate = __webpack_require__(8647);
// EXTERNAL MODULE: ./build/bundle/ca/key/encrypted-key.js
var encrypted_key = __webpack_require__(9959);
// EXTERNAL MODULE: ./build/bundle/ca/key/pem-signer.js
var pem_signer = __webpack_require__(2774);
// EXTERNAL MODULE: ./build/bundle/ca/x509/name.js
var x509_name = __webpack_require__(2123);
// EXTERNAL MODULE: ./build/bundle/ca/x509/serial.js
var x509_serial = __webpack_require__(2040);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
;// CONCATENATED MODULE: ./build/bundle/ca/issue/profile.js
// SPDX-License-Identifier: MIT


/** Every extension that a profile may ask for: its OID, and the bytes. There is no caIssuers: servers would fetch it. */
const extensionKinds = {
    'basic-constraints': { id: '2.5.29.19', write: () => basicConstraints(false) },
    'key-usage': { id: '2.5.29.15', write: () => keyUsage('digitalSignature') },
    'extended-key-usage': { id: '2.5.29.37', write: () => codeSigning },
    'subject-key-identifier': {
        id: '2.5.29.14',
        write: ({ spki }) => subjectKeyIdentifier(keyIdentifier(spki)),
    },
    'authority-key-identifier': {
        id: '2.5.29.35',
        write: ({ issuerKeyId }) => authorityKeyIdentifier(issuerKeyId),
    },
};
const profiles = {
    /** what was issued since 2016: version 1, no extensions, 3,750 days */
    'nextcloud-v1': { name: 'nextcloud-v1', version: 1, validityDays: 3750, extensions: [] },
    'code-signing': {
        name: 'code-signing',
        version: 3,
        validityDays: 3750,
        extensions: [
            'basic-constraints',
            'key-usage',
            'extended-key-usage',
            'subject-key-identifier',
            'authority-key-identifier',
        ],
    },
};
const defaultProfile = 'nextcloud-v1';
/** @throws InputError `bad-usage` */
function profileByName(name) {
    if (Object.hasOwn(profiles, name))
        return profiles[name];
    throw new InputError('bad-usage', `"${name}" is not a certificate profile.`, {
        hint: `Use one of ${Object.keys(profiles).join(', ')}.`,
    });
}

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
            const wanted = profile.extensions.map((kind) => extensionKinds[kind].id);
            const has = extensions.map(({ id }) => id);
            return when(has.join() !== wanted.join() || (version === 1 && has.length > 0));
        },
        source: 'RFC 5280 section 4.1.2.9; no caIssuers, because servers fetch its URL',
    },
    {
        id: 'lint-key-identifiers',
        message: 'A key identifier does not name the key it speaks of.',
        applies: ({ profile }) => profile.extensions.length > 0,
        check: ({ certificate, issuer, spki }) => when(!same(certificate.subjectKeyId, keyIdentifier(spki)) ||
            !same(certificate.authorityKeyId.keyId, issuer.subjectKeyId ?? keyIdentifier(issuer.spki))),
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
function certificate_lint_fieldsOf(certificate) {
    const fields = (0,der_reader/* readDer */.SU)(certificate.tbs).children();
    return fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
}
function innerAlgorithm(certificate) {
    return certificate_lint_fieldsOf(certificate)[1]?.children()[0]?.oid();
}
function timesOf(certificate) {
    const times = certificate_lint_fieldsOf(certificate)[3]?.children() ?? [];
    return times.map((node) => ({ tag: node.tag, year: node.time().getUTCFullYear() }));
}
function timeTag(year) {
    return year < 2050 ? der_reader/* tag */.Tc.utcTime : der_reader/* tag */.Tc.generalizedTime;
}

;// CONCATENATED MODULE: ./build/bundle/ca/issue/issue-certificate.js











const issue_certificate_day = 86_400_000;
/**
 * One certificate: build what is to be signed, lint a copy signed with a throw-away key, sign, verify the result.
 * notAfter is notBefore plus the profile's days, and never beyond the issuer's own.
 * @throws AuthorityError `request-refused`, `bad-serial`, `wrong-issuer`, `issuer-expired`, `lint-failed`, `result-wrong`
 */
async function issueCertificate(order) {
    const { issuer, signer, profile, appId, request } = order;
    refuseUnfit(order);
    const toBeSigned = tbsCertificate(order);
    const lintSigner = order.lintSigner ?? (await throwAwaySigner());
    const draft = new common_certificate/* Certificate */.us(await (0,signed_structure/* signStructure */.z)(toBeSigned, lintSigner));
    const findings = lintCertificate({ certificate: draft, issuer, profile, appId, spki: request.spki });
    if (findings.length > 0) {
        throw new authority_error/* AuthorityError */.s('lint-failed', `The certificate for ${appId} was not signed: it breaks its own profile.`, {
            hint: 'Report this with the findings; nothing was signed.',
            findings,
        });
    }
    const certificate = new common_certificate/* Certificate */.us(await (0,signed_structure/* signStructure */.z)(toBeSigned, signer));
    if (!certificate.isSignedBy(publicKeyOf(issuer)) || Buffer.compare(certificate.tbs, toBeSigned) !== 0) {
        throw new authority_error/* AuthorityError */.s('result-wrong', `The signature over the certificate for ${appId} does not verify.`, {
            hint: 'Do not use the certificate: the key or its token is defective.',
        });
    }
    return certificate;
}
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
    const context = { spki: request.spki, issuerKeyId: issuer.subjectKeyId ?? keyIdentifier(issuer.spki) };
    const extensions = profile.extensions.map((kind) => extensionKinds[kind].write(context));
    return (0,der_writer/* sequence */.K2)(...(profile.version === 3 ? [(0,der_writer/* explicit */.pc)(0, (0,der_writer/* integer */.nd)(2))] : []), (0,der_writer/* integer */.nd)(serial), signed_structure/* sha256WithRsa */.s, issuer.subject.der, (0,der_writer/* sequence */.K2)((0,der_writer/* time */.kB)(from), (0,der_writer/* time */.kB)(until)), 
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
let throwAway;
/**
 * Made once a process. Nobody trusts it and what it signed never leaves the process, so it need not be strong: RSA-1024
 * costs 2 % of an RSA-4096 signature, RSA-2048 14 % (measured where the processor has no AVX-512).
 */
function throwAwaySigner() {
    throwAway ??= (0,encrypted_key/* generateRsaKey */.$)(1024).then((key) => new pem_signer/* PemSigner */.D(key));
    return throwAway;
}

// EXTERNAL MODULE: ./build/bundle/ca/random.js
var ca_random = __webpack_require__(2629);
;// CONCATENATED MODULE: ./build/bundle/ca/init-authority.js










/** the hand-made authority of 2016 was made for 25 years */
const defaultDays = 9125;
const init_authority_day = 86_400_000;
/** Root and intermediate (path length 0, keyCertSign and cRLSign), RSA, SHA-256 with PKCS#1 v1.5. */
async function initAuthority(options = {}) {
    const { organization = 'Private App Store', keyBits = 4096, days = defaultDays, random = ca_random/* systemRandom */.v } = options;
    const notBefore = wholeSeconds(options.now ?? new Date());
    const validity = (0,der_writer/* sequence */.K2)((0,der_writer/* time */.kB)(notBefore), (0,der_writer/* time */.kB)(new Date(notBefore.getTime() + days * init_authority_day)));
    const [rootKey, key] = await Promise.all([(0,encrypted_key/* generateRsaKey */.$)(keyBits), (0,encrypted_key/* generateRsaKey */.$)(keyBits)]);
    const rootName = (0,x509_name/* name */.U)([
        ['O', organization],
        ['CN', `${organization} Root Authority`],
    ]);
    const intermediateName = (0,x509_name/* name */.U)([
        ['O', organization],
        ['CN', `${organization} Code Signing Intermediate Authority`],
    ]);
    const common = { issuer: rootName, issuerSigner: new pem_signer/* PemSigner */.D(rootKey), validity, random };
    const root = await authorityCertificate({ ...common, subject: rootName, key: rootKey, taken: [] });
    const intermediate = await authorityCertificate({
        ...common,
        subject: intermediateName,
        key,
        pathLength: 0,
        taken: [root.serial],
    });
    return {
        root,
        intermediate,
        bundle: intermediate.toPem() + root.toPem(),
        signer: new pem_signer/* PemSigner */.D(key),
        encryptKey: (encryption) => (0,encrypted_key/* encryptPrivateKey */.u)(key, encryption),
        encryptRootKey: (encryption) => (0,encrypted_key/* encryptPrivateKey */.u)(rootKey, encryption),
    };
}
async function authorityCertificate(order) {
    const spki = new pem_signer/* PemSigner */.D(order.key).publicKey.export({ type: 'spki', format: 'der' });
    const issuerSpki = order.issuerSigner.publicKey.export({ type: 'spki', format: 'der' });
    const toBeSigned = (0,der_writer/* sequence */.K2)((0,der_writer/* explicit */.pc)(0, (0,der_writer/* integer */.nd)(2)), (0,der_writer/* integer */.nd)((0,x509_serial/* randomSerial */.YG)((serial) => order.taken.includes(serial), order.random)), signed_structure/* sha256WithRsa */.s, order.issuer, order.validity, order.subject, spki, (0,der_writer/* explicit */.pc)(3, (0,der_writer/* sequence */.K2)(subjectKeyIdentifier(keyIdentifier(spki)), authorityKeyIdentifier(keyIdentifier(issuerSpki)), basicConstraints(true, order.pathLength), keyUsage('keyCertSign', 'cRLSign'))));
    return new common_certificate/* Certificate */.us(await (0,signed_structure/* signStructure */.z)(toBeSigned, order.issuerSigner));
}

// EXTERNAL MODULE: ./build/bundle/ca/policy.js
var policy = __webpack_require__(5439);
// EXTERNAL MODULE: ./build/bundle/ca/request/create-request.js
var create_request = __webpack_require__(9375);
// EXTERNAL MODULE: ./build/bundle/ca/request/certificate-request.js
var certificate_request = __webpack_require__(7052);
;// CONCATENATED MODULE: ./build/bundle/ca/review/kind-of.js
// SPDX-License-Identifier: MIT


/** What a DER structure most probably is, by its outermost shape: whatever the label above it says. */
function kindOf(der) {
    try {
        return kindOfNodes((0,der_reader/* readDer */.SU)(der).expect(der_reader/* tag */.Tc.sequence, 'a structure').children());
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return 'unknown';
        throw error;
    }
}
function kindOfNodes([first, second, third]) {
    if (first?.tag === der_reader/* tag */.Tc.integer) {
        // PKCS#8 is version, algorithm, octets; PKCS#1 is nine integers; SEC 1 is version and octets
        const isKey = third?.tag === der_reader/* tag */.Tc.octetString || second?.tag === der_reader/* tag */.Tc.octetString || third?.tag === der_reader/* tag */.Tc.integer;
        return isKey ? 'a private key' : 'unknown';
    }
    if (first?.tag !== der_reader/* tag */.Tc.sequence)
        return 'unknown';
    if (second?.tag === der_reader/* tag */.Tc.octetString)
        return 'a private key';
    if (second?.tag === der_reader/* tag */.Tc.bitString)
        return 'a public key';
    if (third?.tag !== der_reader/* tag */.Tc.bitString)
        return 'unknown';
    const inner = first.children();
    if (inner[0]?.tag === der_reader/* tag */.Tc.integer &&
        inner.length <= 4 &&
        inner[1]?.tag === der_reader/* tag */.Tc.sequence &&
        inner[2]?.tag === der_reader/* tag */.Tc.sequence) {
        return inner[3] === undefined || inner[3].tag === 0xa0 ? 'a certificate request' : 'unknown';
    }
    const times = [der_reader/* tag */.Tc.utcTime, der_reader/* tag */.Tc.generalizedTime];
    return inner.some((node) => times.includes(node.tag)) ? 'a revocation list' : 'a certificate';
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/request-file.js
// SPDX-License-Identifier: MIT




/** A request has 1.6 KB with RSA-4096; this is RSA-16384 with a long subject, and far from where reading becomes slow. */
const maxBytes = 32 * 1024;
const block = /^(-+) ?BEGIN ([A-Z0-9 ]{1,64}?) ?(-+)\n([\s\S]*?)\n(-+) ?END ([A-Z0-9 ]{1,64}?) ?(-+)$/gm;
/**
 * A file that ought to hold one request, read as forgivingly as can be, so that everything that is wrong is known at the
 * first look; nothing it holds is ever quoted, because it may be a private key.
 */
class RequestFile {
    path;
    bytes;
    problems;
    /** absent where no request could be made out */
    request;
    /** 1-based line of the BEGIN line */
    line;
    /** @param path as the user wrote it, or relative to the certificate repository */
    constructor(path, bytes) {
        this.path = path;
        this.bytes = bytes;
        const problems = [];
        const der = findRequest(bytes, problems);
        this.request = der && parseRequest(der.der, der.line, problems);
        this.line = der?.line ?? 1;
        this.problems = problems;
    }
    /** the file's name without `.csr` */
    get appId() {
        return (this.path.split(/[/\\]/).at(-1) ?? '').replace(/\.csr$/, '');
    }
}
function findRequest(bytes, problems) {
    if (bytes.length > maxBytes) {
        problems.push({
            rule: 'request-too-large',
            message: `The file has ${bytes.length} bytes; a request has about 1,600.`,
        });
        return undefined;
    }
    const raw = request_file_decode(bytes);
    if (/PRIVATE KEY *-/.test(raw))
        problems.push({ rule: 'request-private-key', line: lineOf(raw, raw.search(/PRIVATE KEY *-/)) });
    const { text, notes } = normalise(raw);
    if (text === '') {
        problems.push({ rule: 'request-empty' });
        return undefined;
    }
    const blocks = [...text.matchAll(block)];
    if (blocks.length === 0)
        return findWithoutPem(bytes, text, problems);
    if (notes.length > 0)
        problems.push({ rule: 'request-encoding', message: `The file has ${notes.join(', ')}.` });
    const requests = blocks.filter(([, , label]) => label !== undefined && /^(NEW )?CERTIFICATE REQUEST$/.test(label));
    const [first] = requests;
    for (const [, , label = '', , body = ''] of blocks)
        noteWrongKind(label, body, first !== undefined, problems);
    if (first === undefined)
        return undefined;
    const line = lineOf(text, first.index);
    const [whole, open, label, openEnd, body = '', close, closeLabel, closeEnd] = first;
    if ([open, openEnd, close, closeEnd].some((dashes) => dashes?.length !== 5) ||
        label !== closeLabel ||
        /- | -/.test(firstAndLast(whole))) {
        problems.push({
            rule: 'request-pem',
            line,
            message: 'The BEGIN and END lines do not have five dashes at each end and the same words.',
        });
    }
    if (requests.length > 1)
        problems.push({ rule: 'request-several', line: lineOf(text, requests[1]?.index ?? 0) });
    const around = blocks.reduce((rest, [one]) => rest.replace(one, ''), text).trim();
    if (around !== '')
        problems.push({ rule: 'request-text-around' });
    const der = decodeBase64(body);
    if (der === undefined)
        problems.push({
            rule: 'request-pem',
            line,
            message: 'Between BEGIN and END there is something other than base64.',
        });
    return der && { der, line };
}
/** Base64 without its PEM lines, or DER as it is: said by name, and read all the same. */
function findWithoutPem(bytes, text, problems) {
    const der = bytes[0] === 0x30 ? bytes : decodeBase64(text.replace(/^-+ ?(?:BEGIN|END)[^\n]*$/gm, ''));
    const kind = der === undefined ? 'unknown' : kindOf(der);
    if (kind === 'a private key')
        problems.push({ rule: 'request-private-key', line: 1 });
    else if (kind === 'a certificate request')
        problems.push({ rule: 'request-pem', line: 1, message: 'The BEGIN and END lines are missing or damaged.' });
    else if (kind === 'unknown')
        problems.push({ rule: 'request-pem', line: 1 });
    else
        problems.push({ rule: 'request-wrong-kind', message: `The file holds ${kind}, not a certificate request.` });
    return kind === 'a certificate request' && der !== undefined ? { der, line: 1 } : undefined;
}
function noteWrongKind(label, body, beside, problems) {
    const der = decodeBase64(body);
    const kind = der === undefined ? 'unknown' : kindOf(der);
    const labelled = /^(NEW )?CERTIFICATE REQUEST$/.test(label);
    if (kind === 'a private key' && !label.includes('PRIVATE KEY'))
        problems.push({ rule: 'request-private-key' });
    else if (!label.includes('PRIVATE KEY') && (!labelled || (kind !== 'a certificate request' && kind !== 'unknown'))) {
        const what = kind === 'unknown' ? `a block "${label}"` : kind;
        problems.push({
            rule: 'request-wrong-kind',
            message: `The file holds ${what}${beside && !labelled ? ' beside the request' : ', not a certificate request'}.`,
        });
    }
}
function parseRequest(der, line, problems) {
    try {
        return new certificate_request/* CertificateRequest */.D(der);
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d || error instanceof authority_error/* AuthorityError */.s))
            throw error;
        if (!problems.some(({ rule }) => rule === 'request-wrong-kind' || rule === 'request-private-key')) {
            problems.push({ rule: 'request-der', line, message: error.message });
        }
        return undefined;
    }
}
/** UTF-16 with a byte order mark becomes text too, so that it can be said what it holds. */
function request_file_decode(bytes) {
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : bytes[0] === 0xfe && bytes[1] === 0xff
            ? 'utf-16be'
            : undefined;
    return utf16 === undefined ? Buffer.from(bytes).toString('utf8') : `\ufeff${new TextDecoder(utf16).decode(bytes)}`;
}
/** What is no fault of anybody's, taken away, and said: the file is used as if it had been right. */
function normalise(raw) {
    const notes = [];
    const step = (note, from, to) => {
        if (from !== to)
            notes.push(note);
        return to;
    };
    let text = step('a byte order mark', raw, raw.replace(/^\ufeff/, ''));
    text = step('Windows line ends', text, text.replace(/\r\n?/g, '\n'));
    text = step('blanks at line ends', text, text.replace(/(?<![ \t])[ \t]+$/gm, ''));
    text = step('blanks or empty lines at its start', text, text.replace(/^\s+/, ''));
    if (!text.endsWith('\n'))
        notes.push('no newline at its end');
    else if (text.endsWith('\n\n'))
        notes.push('empty lines at its end');
    return { text: text.trimEnd(), notes: text.trim() === '' ? [] : notes };
}
function decodeBase64(body) {
    const compact = body.replace(/\s+/g, '');
    if (compact === '' || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact))
        return undefined;
    return Buffer.from(compact, 'base64');
}
function firstAndLast(text) {
    const lines = text.split('\n');
    return `${lines[0] ?? ''}\n${lines.at(-1) ?? ''}`;
}
function lineOf(text, index) {
    return text.slice(0, index).split('\n').length;
}

// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
;// CONCATENATED MODULE: ./build/bundle/ca/review/form-rules.js
const again = 'Make the request again and commit the file as it is: nextcloud-release certificate request APP_ID.';
const form_rules_pem = 'RFC 7468 section 7';
const form_rules_forms = [
    ['request-empty', 'error', 'The file is empty.', again, form_rules_pem],
    [
        'request-too-large',
        'error',
        'The file is far too large for a request.',
        again,
        'RSA-16384 with a long subject has 12 KB',
    ],
    [
        'request-private-key',
        'error',
        'The file holds a private key. It is public now, and can never be certified.',
        'Make a new key and a new request, and tell nobody the key: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".',
        'app-certificate-requests#1006, #818',
    ],
    [
        'request-wrong-kind',
        'error',
        'The file holds something other than a certificate request.',
        again,
        'app-certificate-requests#268',
    ],
    ['request-pem', 'error', 'The file is not in PEM form.', again, `${form_rules_pem}; app-certificate-requests#775`],
    ['request-several', 'error', 'The file holds more than one request.', 'Leave one request in the file.', form_rules_pem],
    [
        'request-text-around',
        'error',
        'There is text before or after the request.',
        'Leave nothing in the file but the lines from BEGIN to END.',
        form_rules_pem,
    ],
    ['request-der', 'error', 'The request is damaged.', again, 'RFC 2986 section 4'],
    ['request-encoding', 'info', 'The file is not written as OpenSSL writes it.', 'Nothing needs to be done.', form_rules_pem],
];
/** What the file has to look like, before its content is asked. */
const formRules = form_rules_forms.map(([id, severity, message, fix, source]) => ({
    id,
    severity,
    message,
    fix,
    source,
    check: ({ file }) => file.problems
        .filter(({ rule }) => rule === id)
        .map(({ line, message: words }) => ({
        ...(line !== undefined && { line }),
        ...(words !== undefined && { message: words }),
    })),
}));

;// CONCATENATED MODULE: ./build/bundle/ca/ledger/certificate-record.js
/** The certificate that counts: the newest that is not revoked. */
function currentCertificate(knowledge, app) {
    return knowledge.certificatesOf(app).findLast(({ serial }) => knowledge.revocationOf(serial) === undefined);
}
function certificateRecord(line) {
    return {
        serial: BigInt(`0x${line.serial}`),
        app: line.app,
        key: line.key,
        fingerprint: line.fingerprint,
        notBefore: new Date(line.notBefore),
        notAfter: new Date(line.notAfter),
        imported: line.imported === true,
        recordedAt: new Date(line.at),
        ...(line.requestedAt !== undefined && { requestedAt: new Date(line.requestedAt) }),
        ...(line.requestedBy !== undefined && { requestedBy: line.requestedBy }),
        ...(line.reason !== undefined && { reason: line.reason }),
    };
}
function announcementRecord({ serial, app, reason, on, why }) {
    return { serial: BigInt(`0x${serial}`), app, reason, on: new Date(on), why };
}
function revocationRecord({ serial, app, reason, date }) {
    return { serial: BigInt(`0x${serial}`), app, reason, date: new Date(date) };
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/review-subject.js
// SPDX-License-Identifier: MIT


function reviewSubject(input) {
    const { request, appId } = input.file;
    const { repository } = input;
    return {
        ...input,
        appId,
        request,
        rsaKey: request?.rsaKey,
        key: request && keyHash(request.spki),
        current: repository && currentCertificate(repository.knowledge, appId),
    };
}
/** How keys are named in the ledger: SHA-256 of the SubjectPublicKeyInfo, hex. */
function keyHash(spki) {
    return (0,external_node_crypto_.createHash)('sha256').update(spki).digest('hex');
}
/** The words of a stranger, in quotes, cut short, and without anything that a terminal would obey. */
function quote(text) {
    const clean = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
    return clean.replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '\ufffd');
}
/** Nothing, or one violation. */
function review_subject_when(broken, violation = {}) {
    return broken ? [violation] : [];
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/weak-key.js
// SPDX-License-Identifier: MIT
/** Faults of RSA moduli that can be found in milliseconds, without the private key. */
const smallPrimes = primesBelow(1000);
const rocaPrimes = smallPrimes.filter((prime) => prime > 2 && prime <= 167);
/** A prime below `limit` that divides the modulus: no generator makes such a key. */
function smallFactor(modulus, limit = 1000) {
    const primes = limit <= 1000 ? smallPrimes.filter((prime) => prime < limit) : primesBelow(limit);
    let product = 1;
    let group = [];
    const found = () => {
        const rest = Number(modulus % BigInt(product));
        return group.find((prime) => rest % prime === 0);
    };
    // primes are multiplied up to what a double holds exactly: one long division for five of them
    for (const prime of primes) {
        if (product * prime > Number.MAX_SAFE_INTEGER) {
            const factor = found();
            if (factor !== undefined)
                return factor;
            product = 1;
            group = [];
        }
        product *= prime;
        group.push(prime);
    }
    return found();
}
/** For each prime, the powers of 65537 modulo it. */
const rocaGroups = rocaPrimes.map((prime) => {
    const powers = new Set();
    for (let power = 1; !powers.has(power); power = (power * 65537) % prime)
        powers.add(power);
    return { prime, powers };
});
/**
 * Keys of Infineon's library (CVE-2017-15361): both primes are powers of 65537 modulo a product of small primes, and so
 * is the modulus. One sound key in about 10^8 looks like that by chance.
 */
function isRoca(modulus) {
    return rocaGroups.every(({ prime, powers }) => powers.has(Number(modulus % BigInt(prime))));
}
/**
 * True where Fermat's method finds the factors within `rounds` steps: the primes lie too near each other
 * (CVE-2022-26320).
 */
function hasClosePrimes(modulus, rounds = 100) {
    let root = squareRoot(modulus);
    if (root * root === modulus)
        return true;
    root += 1n;
    let rest = root * root - modulus;
    for (let round = 0; round < rounds; round++) {
        if (isSquare(rest))
            return true;
        rest += 2n * root + 1n;
        root += 1n;
    }
    return false;
}
/** The greatest common divisor of the modulus and any of the others that is neither 1 nor the modulus itself. */
function sharedFactor(modulus, productOfOthers) {
    const factor = gcd(modulus, productOfOthers % modulus);
    return factor === 1n ? undefined : factor;
}
function gcd(a, b) {
    while (b !== 0n)
        [a, b] = [b, a % b];
    return a;
}
/** squares leave only 12 of 64 remainders modulo 64, and few modulo 63, 65 and 11: one number in 170 is looked at closer */
const sieves = [63, 65, 11].map((modulus) => ({
    modulus: BigInt(modulus),
    squares: new Set(Array.from({ length: modulus }, (_, x) => (x * x) % modulus)),
}));
const squaresOf64 = new Set(Array.from({ length: 64 }, (_, x) => (x * x) % 64));
function isSquare(value) {
    if (!squaresOf64.has(Number(value & 63n)))
        return false;
    if (sieves.some(({ modulus, squares }) => !squares.has(Number(value % modulus))))
        return false;
    const root = squareRoot(value);
    return root * root === value;
}
/** Newton's iteration from above, rounded down */
function squareRoot(value) {
    if (value < 2n)
        return value;
    let root = 1n << BigInt((value.toString(16).length * 4 + 2) >> 1);
    for (;;) {
        const next = (root + value / root) >> 1n;
        if (next >= root)
            return root;
        root = next;
    }
}
function primesBelow(limit) {
    const composite = new Uint8Array(limit);
    const primes = [];
    for (let number = 2; number < limit; number++) {
        if (composite[number] !== 0)
            continue;
        primes.push(number);
        for (let multiple = number * number; multiple < limit; multiple += number)
            composite[multiple] = 1;
    }
    return primes;
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/key-rules.js
// SPDX-License-Identifier: MIT


const newKey = 'Make a new key and request: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".';
const hasKey = ({ rsaKey }) => rsaKey !== undefined;
const store = 'the store and every server verify RSA only';
/** The key and the signature of the request. */
const keyRules = [
    {
        id: 'request-version',
        severity: 'error',
        applies: ({ request }) => request !== undefined,
        message: 'The request’s version is not 0.',
        fix: newKey,
        source: 'RFC 2986 section 4.1',
        check: ({ request }) => review_subject_when(request?.version !== 0n),
    },
    {
        id: 'request-signature',
        severity: 'error',
        applies: hasKey,
        message: 'The request is not signed with the key that it names: it was changed, or put together from two.',
        fix: newKey,
        source: 'RFC 2986 section 4.2',
        check: ({ request }) => review_subject_when(request?.signatureHash !== undefined && !request.isSelfSigned),
    },
    {
        id: 'request-signature-hash',
        severity: 'error',
        applies: hasKey,
        message: 'The request is not signed with RSA and SHA-256, SHA-384 or SHA-512.',
        fix: `Add -sha256: ${newKey}`,
        source: 'RFC 8017 section 8.2; SHA-1 is broken (2020)',
        check: ({ request, policy, now }) => {
            const hash = request?.signatureHash;
            if (hash === 'sha1') {
                const message = 'The request is signed with SHA-1.';
                return [{ message, severity: policy.sha1Until !== undefined && now <= policy.sha1Until ? 'warning' : 'error' }];
            }
            return review_subject_when(hash !== 'sha256' && hash !== 'sha384' && hash !== 'sha512');
        },
    },
    {
        id: 'key-type',
        severity: 'error',
        applies: ({ request }) => request !== undefined,
        message: 'The key is not an RSA key that can be read.',
        fix: newKey,
        source: store,
        check: ({ rsaKey, request }) => review_subject_when(rsaKey === undefined, { message: `The key is ${typeOf(request?.publicKey?.asymmetricKeyType)}; ${store}.` }),
    },
    {
        id: 'key-size',
        severity: 'error',
        applies: hasKey,
        message: 'The key is too short.',
        fix: newKey,
        source: 'developer documentation of the store: 4096 bits; app-certificate-requests#170, #1013, #1123',
        check: ({ rsaKey, policy, now, current, key }) => {
            const bits = rsaKey?.bits ?? 0;
            if (bits >= policy.minimumKeyBits)
                return [];
            const message = `The key has ${bits} bits; ${policy.minimumKeyBits} are the least.`;
            const inTime = policy.shorterKeysUntil !== undefined && now <= policy.shorterKeysUntil;
            // a renewal of what was certified before is not a new request
            const tolerated = bits >= 2048 && (inTime || current?.key === key);
            return [{ message, severity: tolerated ? 'warning' : 'error' }];
        },
    },
    {
        id: 'key-exponent',
        severity: 'error',
        applies: hasKey,
        message: 'The public exponent is even, below 65537, or longer than 32 bits.',
        fix: newKey,
        source: 'NIST SP 800-89 section 5.3.3; every key ever certified has 65537',
        check: ({ rsaKey }) => {
            const exponent = rsaKey?.exponent ?? 0n;
            return review_subject_when(exponent < 65537n || exponent % 2n === 0n || exponent >= 1n << 32n);
        },
    },
    {
        id: 'key-weak-factor',
        severity: 'error',
        applies: hasKey,
        message: 'A small prime divides the key.',
        fix: newKey,
        source: 'a sound generator makes no such key',
        check: ({ rsaKey, deep }) => review_subject_when(smallFactor(rsaKey?.modulus ?? 1n, deep ? 100_000 : 1000) !== undefined),
    },
    {
        id: 'key-weak-roca',
        severity: 'error',
        applies: hasKey,
        message: 'The key was made by a faulty smart card or TPM and can be broken (ROCA).',
        fix: newKey,
        source: 'CVE-2017-15361',
        check: ({ rsaKey }) => review_subject_when(isRoca(rsaKey?.modulus ?? 1n)),
    },
    {
        id: 'key-weak-close-primes',
        severity: 'error',
        applies: hasKey,
        message: 'The two primes of the key lie so near each other that it can be broken.',
        fix: newKey,
        source: 'CVE-2022-26320',
        check: ({ rsaKey, deep }) => review_subject_when(hasClosePrimes(rsaKey?.modulus ?? 1n, deep ? 10_000 : 100)),
    },
    {
        id: 'key-weak-shared',
        severity: 'error',
        applies: ({ rsaKey, deep }) => rsaKey !== undefined && deep !== undefined,
        message: 'The key shares a prime with another key: both can be broken.',
        fix: newKey,
        source: 'Heninger and others, "Mining your Ps and Qs", 2012',
        check: ({ rsaKey, deep }) => review_subject_when(rsaKey !== undefined &&
            deep !== undefined &&
            sharedFactor(rsaKey.modulus, deep.otherModuli(rsaKey.modulus)) !== undefined),
    },
];
function typeOf(type) {
    if (type === undefined)
        return 'damaged, or of a kind that is unknown here';
    return type === 'rsa' ? 'a damaged RSA key' : `of type ${type}`;
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/known-names.js
// SPDX-License-Identifier: MIT
/** Names that no new app gets, by why. Ids that were certified before keep theirs. */
/** the product, and its forerunner */
const productNames = ['nextcloud', 'owncloud'];
/** folders and scopes of the server (server: lib/private, the web root) */
const serverNames = words(`
  3rdparty apps assets build config console contribute core cron custom_apps data dist index lib occ ocm ocs public
  remote resources robots settings status themes updater version`);
/** apps that are part of the server or of its bundle (server: core/shipped.json) */
const shippedApps = words(`
  activity admin_audit app_api bruteforcesettings circles cloud_federation_api comments contactsinteraction dashboard
  dav encryption federatedfilesharing federation files files_downloadlimit files_external files_pdfviewer
  files_reminders files_sharing files_trashbin files_versions firstrunwizard logreader lookup_server_connector
  nextcloud_announcements notifications oauth2 password_policy photos privacy profile provisioning_api recommendations
  related_resources serverinfo sharebymail support survey_client suspicious_login systemtags text theming
  twofactor_backupcodes twofactor_nextcloud_notification twofactor_totp updatenotification user_ldap user_status viewer
  weather_status webhook_listeners workflowengine`);
/** what stands in documents and templates where the id should be */
const placeholders = words(`
  app app1 app_id app_name app_template appid appname certificate csr csr1 example example_app hello hello_world
  helloworld id my_app myapp my_nextcloud_app name new_app nextcloud_app sample skeleton source template test test_app
  testapp your_app yourapp your_app_id`);
/** Why an id is reserved, or undefined. */
function reservedBecause(id, more) {
    if (productNames.some((product) => id === product))
        return 'it is the name of the product';
    if (serverNames.has(id))
        return 'it is a name of the server itself';
    if (shippedApps.has(id))
        return 'an app of this name is part of the server';
    if (placeholders.has(id))
        return 'it is a placeholder of the documentation, not a name';
    if (more.includes(id))
        return 'the policy of this authority reserves it';
    return undefined;
}
/** One common word is no name: whoever comes first would have it for ever. */
const commonWords = words(`
  account admin agenda album archive assistant audio backup bank blog board book bookmark box browser budget bus button
  camera card cart chart chat client clock cloud code collection color connect contact content copy counter customer
  database date design desktop device diary dictionary disk document download drive editor email event exchange export
  family feed file finance folder form forum gallery game graph group guide health help history home host image import
  integration inventory invoice journal key label language learn library link list live location lock log login mail
  manager map media meeting member memo menu message mobile money monitor movie music network news note number office
  order organizer page paper password payment people phone picture player poll portal post presentation print project
  proxy query quiz radio reader receipt recipe reminder report room scan schedule school search security server share
  shop slide sound space spreadsheet stamp statistics storage store story stream student sync system table tag task
  team terminal theme ticket time timer todo tool transfer translate travel tree upload user vault video view vote
  voucher wallet weather web website wiki work workspace writer`);
function isCommonWord(id) {
    return commonWords.has(id) || (id.endsWith('s') && commonWords.has(id.slice(0, -1)));
}
/** The product whose name is in the id, or nearly is one of its words. */
function nearProduct(id) {
    return productNames.find((product) => id.includes(product) || id.split('_').some((part) => distance(part, product, 2) <= 2));
}
/** Another id that people would mistake this one for: the same but for underscores, a plural, or two letters. */
function confusingWith(id, others) {
    const plain = id.replaceAll('_', '');
    const limit = plain.length < 6 ? 1 : 2;
    for (const other of others) {
        if (other !== id && distance(plain, other.replaceAll('_', ''), limit) <= limit)
            return other;
    }
    return undefined;
}
/** Levenshtein's distance, or anything above `limit` where it is more */
function distance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit)
        return limit + 1;
    let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
    for (let row = 1; row <= one.length; row++) {
        const current = [row];
        for (let column = 1; column <= other.length; column++) {
            const changed = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
            current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        if (Math.min(...current) > limit)
            return limit + 1;
        previous = current;
    }
    return previous[other.length] ?? 0;
}
function words(text) {
    return new Set(text.trim().split(/\s+/));
}

;// CONCATENATED MODULE: ./build/bundle/ca/review/repository-rules.js


const repository_rules_day = 86_400_000;
const isNew = ({ repository, appId }) => repository?.knowledge.certificatesOf(appId).length === 0;
/** A new id that is not refused anyway. */
const isNewName = (subject) => isNew(subject) && reservedBecause(subject.appId, subject.policy.reservedIds) === undefined;
const repository_rules_hasKey = ({ repository, key }) => repository !== undefined && key !== undefined;
const otherName = 'Choose another id, and use it in appinfo/info.xml too.';
const repository_rules_newKey = 'Make a new key and request: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".';
/** What only the repository knows: names and keys that are taken, and what there is already for this app. */
const repositoryRules = [
    {
        id: 'id-reserved',
        severity: 'error',
        applies: isNew,
        message: 'The id is reserved.',
        fix: otherName,
        source: 'server: core/shipped.json; app-certificate-requests#108, #182, #374',
        check: ({ appId, policy }) => {
            const why = reservedBecause(appId, policy.reservedIds);
            return review_subject_when(why !== undefined, { message: `The id ${quote(appId)} is reserved: ${why ?? ''}.` });
        },
    },
    {
        id: 'id-product',
        severity: 'hold',
        applies: isNewName,
        message: 'The id has the product’s name in it, or nearly.',
        fix: otherName,
        source: 'app-certificate-requests#652, #794, #872',
        check: ({ appId }) => {
            const product = nearProduct(appId);
            return review_subject_when(product !== undefined, {
                message: `The id ${quote(appId)} has ${quote(product ?? '')} in it, or nearly.`,
            });
        },
    },
    {
        id: 'id-confusing',
        severity: 'hold',
        applies: isNewName,
        message: 'People would mistake the id for another app’s.',
        fix: otherName,
        source: 'app-certificate-requests#148, #757, #1048',
        check: ({ appId, repository }) => {
            const other = confusingWith(appId, repository?.knowledge.apps() ?? []);
            return review_subject_when(other !== undefined, {
                message: `The id ${quote(appId)} is nearly that of the app ${quote(other ?? '')}.`,
            });
        },
    },
    {
        id: 'id-generic',
        severity: 'hold',
        applies: isNewName,
        message: 'The id is a common word.',
        fix: otherName,
        source: 'app-certificate-requests#637, #1111, #1147',
        check: ({ appId }) => review_subject_when(isCommonWord(appId), { message: `The id ${quote(appId)} is a common word, not a name.` }),
    },
    {
        id: 'key-blocked',
        severity: 'error',
        applies: repository_rules_hasKey,
        message: 'The key is known to be compromised.',
        fix: repository_rules_newKey,
        source: 'app-certificate-requests#1006',
        check: ({ repository, key = '' }) => {
            const why = repository?.knowledge.blockedKey(key);
            const leaked = revocations(repository?.knowledge.certificatesOfKey(key) ?? [], repository).some(({ reason }) => reason === 'keyCompromise');
            return review_subject_when(why !== undefined || leaked, {
                message: `The key can never be certified again: ${why === undefined ? 'a certificate of it was revoked because the key leaked' : quote(why)}.`,
            });
        },
    },
    {
        id: 'key-of-another-app',
        severity: 'error',
        applies: repository_rules_hasKey,
        message: 'Another app has this key.',
        fix: repository_rules_newKey,
        source: 'none of 993 certified keys belongs to two apps',
        check: ({ repository, key = '', appId }) => {
            const other = repository?.knowledge.certificatesOfKey(key).find(({ app }) => app !== appId);
            return review_subject_when(other !== undefined, { message: `The key is the one of the app ${quote(other?.app ?? '')}.` });
        },
    },
    {
        id: 'key-old',
        severity: 'error',
        applies: (subject) => repository_rules_hasKey(subject) && subject.current?.key !== subject.key,
        message: 'The key is an old one of this app.',
        fix: repository_rules_newKey,
        source: 'a key that was replaced was lost, handed over or stolen',
        check: ({ repository, key = '', appId }) => review_subject_when(repository?.knowledge.certificatesOfKey(key).some(({ app }) => app === appId) ?? false, {
            message: 'The key is an old one of this app, whose certificate was revoked or replaced.',
        }),
    },
    {
        id: 'renewal',
        severity: 'info',
        applies: ({ current, key }) => current !== undefined && current.key === key,
        message: 'The app has a certificate with this key.',
        fix: 'Nothing needs to be done.',
        source: 'the store compares certificate texts: registering a renewal deletes the app’s releases there',
        check: ({ current, policy, now }) => {
            if (current === undefined)
                return [];
            const left = Math.floor((current.notAfter.getTime() - now.getTime()) / repository_rules_day);
            const ends = current.notAfter.toISOString().slice(0, 10);
            if (left > policy.renewalDays) {
                return [
                    { message: `Nothing to do: the app has a certificate with this key until ${ends}, ${left} days from now.` },
                ];
            }
            return [{ message: `This renews the certificate that ends on ${ends}. The old one stays valid until then.` }];
        },
    },
    {
        id: 'replacement',
        severity: 'hold',
        applies: ({ current, key }) => current !== undefined && key !== undefined && current.key !== key,
        message: 'The app has a certificate with another key.',
        fix: 'Say why: lost, leaked, taken over, wrong name. Where the old key is still there, sign the request with it.',
        source: 'app-certificate-requests#1136: a certificate was replaced for nothing',
        check: ({ current }) => review_subject_when(true, {
            message: `The app has a certificate with another key, valid until ${current?.notAfter.toISOString().slice(0, 10) ?? ''}.`,
        }),
    },
    {
        id: 'revoked-before',
        severity: 'hold',
        applies: ({ repository, current, appId }) => current === undefined && (repository?.knowledge.certificatesOf(appId).length ?? 0) > 0,
        message: 'The app was certified before, and all its certificates are revoked.',
        fix: 'Say why they were revoked, and who asks now.',
        source: 'app-certificate-requests#791, #303, #617',
        check: () => review_subject_when(true),
    },
];
function revocations(records, repository) {
    return records.flatMap(({ serial }) => repository?.knowledge.revocationOf(serial) ?? []);
}

// EXTERNAL MODULE: ./build/bundle/ca/review/app-id.js
var app_id = __webpack_require__(6195);
;// CONCATENATED MODULE: ./build/bundle/ca/review/subject-rules.js
// SPDX-License-Identifier: MIT


const commonName = '2.5.4.3';
const subject_rules_again = 'Make the request again with nothing but the id: nextcloud-release certificate request APP_ID --key APP_ID.key.';
const server = 'server: IntegrityCheck/Checker.php, Installer.php: the certificate’s CN has to be the id of the app';
/** Who the request says it is for. */
const subjectRules = [
    {
        id: 'path',
        severity: 'error',
        message: 'The request does not lie at APP_ID/APP_ID.csr.',
        fix: 'Move the file: one folder, named like the app, and in it the request, named like the app.',
        source: 'app-certificate-requests: README; #108, #1003, #1141',
        check: ({ repository, appId, file }) => {
            if (repository === undefined)
                return review_subject_when(!file.path.endsWith('.csr'), { message: 'The file’s name does not end in .csr.' });
            return review_subject_when(repository.path !== `${appId}/${appId}.csr`, {
                message: `The request lies at ${quote(repository.path)}, not at APP_ID/APP_ID.csr.`,
            });
        },
    },
    {
        id: 'cn-one',
        severity: 'error',
        applies: ({ request }) => request !== undefined,
        message: 'The subject does not have exactly one common name, by itself.',
        fix: subject_rules_again,
        source: server,
        check: ({ request }) => {
            const names = request?.subject.relativeNames ?? [];
            const count = request?.commonNames.length ?? 0;
            if (count !== 1)
                return [{ message: `The subject has ${count === 0 ? 'no common name' : `${count} common names`}.` }];
            const shared = names.some((relative) => relative.length > 1 && relative.some(({ type }) => type === commonName));
            return review_subject_when(shared, { message: 'The common name shares a multi-valued relative name with something else.' });
        },
    },
    {
        id: 'cn-app-id',
        severity: 'error',
        applies: ({ request }) => request?.commonNames.length === 1,
        message: 'The common name is not the id of the app.',
        fix: subject_rules_again,
        source: `${server}; app-certificate-requests#441, #819`,
        check: ({ request, appId }) => {
            const name = request?.commonNames[0] ?? '';
            return review_subject_when(name !== appId, { message: `The common name is ${quote(name)}, the file is for ${quote(appId)}.` });
        },
    },
    {
        id: 'subject-more',
        severity: 'info',
        applies: ({ request }) => request !== undefined,
        message: 'The subject says more than the common name; the rest is dropped.',
        fix: 'Nothing needs to be done.',
        source: 'the certificate says what was checked, and nothing else',
        check: ({ request }) => {
            const more = (request?.subject.attributes ?? []).filter(({ type }) => type !== commonName).length;
            return review_subject_when(more > 0, {
                message: `The subject has ${more} ${more === 1 ? 'field' : 'fields'} beside the common name, which ${more === 1 ? 'is' : 'are'} dropped.`,
            });
        },
    },
    {
        id: 'request-extensions',
        severity: 'info',
        applies: ({ request }) => request !== undefined,
        message: 'The request asks for extensions; they are ignored.',
        fix: 'Nothing needs to be done.',
        source: 'the profile decides on the extensions',
        check: ({ request }) => review_subject_when((request?.requestedExtensions.length ?? 0) > 0),
    },
    {
        id: 'request-attributes',
        severity: 'info',
        applies: ({ request }) => request !== undefined,
        message: 'The request has attributes, e.g. a challenge password; they are ignored.',
        fix: 'Nothing needs to be done; a challenge password is public now.',
        source: 'RFC 2985 section 5.4',
        check: ({ request }) => review_subject_when((request?.attributes ?? []).some((type) => type !== '1.2.840.113549.1.9.14')),
    },
    {
        id: 'id-format',
        severity: 'error',
        applies: ({ repository, appId }) => (repository?.knowledge.certificatesOf(appId).length ?? 0) === 0,
        message: 'This cannot be the id of an app.',
        fix: 'Choose an id of a to z, 0 to 9 and single underscores that begins with a letter, and use it in info.xml too.',
        source: 'appstore: info.xsd; app-certificate-requests#794, appstore#1809',
        check: ({ appId, policy }) => (0,app_id/* appIdProblems */.b)(appId, policy).map((problem) => ({
            message: `${quote(appId)} cannot be the id of an app: it ${problem}.`,
        })),
    },
];

;// CONCATENATED MODULE: ./build/bundle/ca/review/review.js
// SPDX-License-Identifier: MIT







/** Every rule of a review, in the order of the table in docs/authority.md. */
const reviewRules = [...formRules, ...keyRules, ...subjectRules, ...repositoryRules];
/** All that is to be said of a request, at the first look. Throws for nothing that a file can hold. */
function review(input) {
    const subject = reviewSubject(input);
    const { path, line } = input.file;
    const findings = (0,finding/* inReadingOrder */.g)((0,rule/* applyRules */.I)(reviewRules, subject).map((finding) => ({ file: path, line, ...finding })));
    return { path, app: subject.appId, ok: (0,finding/* isOk */.HQ)(findings), hold: (0,finding/* isOnHold */.$l)(findings), findings };
}

// EXTERNAL MODULE: ./build/bundle/common/crl.js + 1 modules
var crl = __webpack_require__(4267);
// EXTERNAL MODULE: ./build/bundle/common/trust.js + 1 modules
var trust = __webpack_require__(4908);
;// CONCATENATED MODULE: ./build/bundle/sandbox/rehearsal-error.js
// SPDX-License-Identifier: MIT

const rehearsal_error_codes = {
    'request-refused': 'refused',
    'not-listed': 'refused',
    'not-code-signed': 'refused',
    'revoked-yet-installed': 'refused',
};
/** A part of the circle answered otherwise than it must. */
class RehearsalError extends coded_error/* CodedError */.A {
    constructor(code, message, details) {
        super(code, rehearsal_error_codes[code], message, details);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/rehearsal-authority.js














const rehearsal_authority_day = 24 * 60 * 60 * 1000;
/** A throw-away authority, all of it in memory. */
class RehearsalAuthority {
    authority;
    #crlNumber = 0n;
    constructor(authority) {
        this.authority = authority;
    }
    /** RSA-2048, as the real authority has it. */
    static async open() {
        return new RehearsalAuthority(await initAuthority({ organization: 'Rehearsal', keyBits: 2048 }));
    }
    /** intermediate and root, PEM */
    get bundle() {
        return this.authority.bundle;
    }
    get trust() {
        return new trust/* Trust */.R([this.authority.intermediate, this.authority.root]);
    }
    /** A new key with the 4,096 bits that a review asks for, its request, the review, the certificate. */
    async certify(appId, say) {
        const key = await (0,encrypted_key/* generateRsaKey */.$)(4096);
        const request = await (0,create_request/* createRequest */.W)(new pem_signer/* PemSigner */.D(key), appId);
        const file = new RequestFile(`${appId}/${appId}.csr`, Buffer.from(request.toPem()));
        const { ok, findings } = review({ file, policy: policy/* defaultPolicy */.G4, now: new Date() });
        if (!ok) {
            throw new RehearsalError('request-refused', `The authority would refuse the request for ${appId}.`, {
                hint: findings.find(({ severity }) => severity === 'error')?.fix ?? 'See the findings.',
                findings,
            });
        }
        say('review', `the request for ${appId} holds: its own signature, RSA-4096, CN = app id`);
        const certificate = await issueCertificate({
            request,
            appId,
            profile: profiles['nextcloud-v1'],
            issuer: this.authority.intermediate,
            signer: this.authority.signer,
            serial: (0,x509_serial/* randomSerial */.YG)(() => false),
            notBefore: new Date(),
        });
        const until = certificate.notAfter.toISOString().slice(0, 10);
        say('certificate', `serial ${certificate.serial.toString(16)}, until ${until}`);
        return { key, certificate };
    }
    async crl(revoked) {
        const thisUpdate = new Date();
        const der = await createCrl({
            issuer: this.authority.intermediate,
            signer: this.authority.signer,
            number: ++this.#crlNumber,
            thisUpdate,
            nextUpdate: new Date(thisUpdate.getTime() + 30 * rehearsal_authority_day),
            revoked: revoked.map(({ serial }) => ({ serial, date: thisUpdate, reason: 'keyCompromise' })),
        });
        return new crl/* CertificateRevocationList */.k(der);
    }
}

// EXTERNAL MODULE: ./build/bundle/sandbox/store/store-server.js + 20 modules
var store_server = __webpack_require__(3334);
;// CONCATENATED MODULE: ./build/bundle/sandbox/rehearsal.js
// SPDX-License-Identifier: MIT















/** Newer than any server, so that every app's lower bound is met; servers do not look at the upper one. */
const serverVersion = '99.0.0';
const ourFault = 'This is a fault of the program: please report it.';
/**
 * The whole circle on this machine, with real parts that refuse what the real ones refuse: request, review,
 * certificate, registration, release, installation, integrity check, revocation, refusal. Loopback only.
 * @throws CodedError of whichever part said no; RehearsalError where one said yes that had to say no
 */
async function rehearse(inputs, world) {
    const app = await (0,read_identity/* readFolderIdentity */.LE)(inputs.appDir);
    const work = (0,temporary_folder/* temporaryFolder */.y)('nextcloud-rehearsal');
    try {
        await new Rehearsal(inputs, world, work.path, app).run();
    }
    finally {
        work.dispose();
    }
}
class Rehearsal {
    inputs;
    world;
    work;
    app;
    constructor(inputs, world, work, app) {
        this.inputs = inputs;
        this.world = world;
        this.work = work;
        this.app = app;
    }
    async run() {
        const authority = await RehearsalAuthority.open();
        this.#proved('authority', 'a root and an intermediate, in the form in which servers ship theirs');
        const certified = await authority.certify(this.app.id, (what, proof) => this.#proved(what, proof));
        const crl = await authority.crl([]);
        const store = await (0,store_server/* startStore */.a)({ trust: authority.trust.issuers, crl, allowLoopback: true });
        const github = await startGithub({ repository: `rehearsal/${this.app.id}`, immutableReleases: true });
        try {
            const report = await this.#release(authority, certified, crl, { store, github });
            const appsJson = await this.#appsJson(store.url);
            await this.#install(appsJson, authority, crl);
            writeEvidence(this.inputs.keep, {
                'trust.pem': authority.bundle,
                'app.crt': certified.certificate.toPem(),
                'archive.tar.gz': (0,external_node_fs_.readFileSync)(report.archive.path),
                'archive.sig': `${report.signature ?? ''}\n`,
                'apps.json': appsJson,
            });
            await this.#revoke(authority, certified, appsJson, store);
            this.world.say('released and installable');
            this.world.say('revoked: refused');
        }
        finally {
            await Promise.all([store.close(), github.close()]);
        }
    }
    async #release({ trust }, certified, crl, { store, github }) {
        const { appDir, build, buildEnvironment } = this.inputs;
        const { owner, name } = github.repository;
        const report = await (0,release/* release */._)({
            ...certified,
            dir: appDir,
            outDir: this.work,
            build,
            trust,
            crl,
            target: {
                kind: 'github',
                repository: `${owner}/${name}`,
                token: github.tokens.maintainer,
                apiUrl: github.url,
            },
            tag: `v${this.app.version}`,
            nightly: false,
            register: true,
            dryRun: false,
            storeUrl: store.url,
            storeToken: store.token,
            buildEnvironment,
        }, { steps: this.world.steps });
        if (report.findings.length > 0)
            this.world.steps.progress.note((0,render_text/* renderText */.S)(report.findings).trimEnd());
        this.#proved('release', `${this.app.id} ${this.app.version} is registered, published and listed by the store`);
        return report;
    }
    /** The list in which the app stands: apps for AppAPI's system stand in one of their own. */
    async #appsJson(storeUrl) {
        for (const list of ['apps.json', 'appapi_apps.json']) {
            const text = (0,common_http/* bodyText */.G3)(await (0,common_http/* http */.LV)({ method: 'GET', url: `${storeUrl}/${list}` }));
            if (JSON.parse(text).some(({ id }) => id === this.app.id))
                return text;
        }
        throw new RehearsalError('not-listed', `No list of the store has ${this.app.id}.`, { hint: ourFault });
    }
    async #install(appsJson, { trust }, crl) {
        const source = { appsJson: (0,external_node_path_.join)(this.work, 'apps.json') };
        (0,external_node_fs_.writeFileSync)(source.appsJson, appsJson);
        const appsDir = (0,external_node_path_.join)(this.work, 'server', 'apps');
        (0,external_node_fs_.mkdirSync)(appsDir, { recursive: true });
        const order = { appId: this.app.id, source, trust, crl, appsDir, serverVersion, channel: 'beta' };
        const installed = await installApp(order);
        const how = installed.unpackedWith === 'tar'
            ? 'our own reader (PHP with PEAR Archive_Tar is not here)'
            : installed.unpackedWith;
        this.#proved('install', `a server takes it: certificate, archive signature, unpacked with ${how}, info.xml`);
        if (installed.codeSignature !== 'fine') {
            throw new RehearsalError('not-code-signed', 'The installed app has no signature.json.', { hint: ourFault });
        }
        this.#proved('integrity', 'the integrity check finds every file as it was signed, and none besides');
        return installed;
    }
    async #revoke(authority, { certificate }, appsJson, store) {
        const crl = await authority.crl([certificate]);
        store.setCrl(crl);
        writeEvidence(this.inputs.keep, { 'nextcloud.crl': (0,pem/* encodePem */.T)('X509 CRL', crl.der) });
        this.#proved('revoke', `serial ${certificate.serial.toString(16)} is on CRL number ${crl.number ?? 0n}`);
        try {
            await this.#install(appsJson, authority, crl);
        }
        catch (error) {
            if (!(error instanceof InstallError) || error.code !== 'revoked')
                throw error;
            this.#proved('refused', `the server says: ${error.message}`);
            return;
        }
        throw new RehearsalError('revoked-yet-installed', `${this.app.id} was installed with a revoked certificate.`, {
            hint: ourFault,
        });
    }
    #proved(what, proof) {
        this.world.say(`${what.padEnd(12)} ${proof}`);
    }
}

// EXTERNAL MODULE: ./build/bundle/src/steps.js
var steps = __webpack_require__(742);
// EXTERNAL MODULE: ./build/bundle/src/cli/environment.js
var environment = __webpack_require__(1197);
// EXTERNAL MODULE: ./build/bundle/src/cli/terminal-progress.js
var terminal_progress = __webpack_require__(3980);
;// CONCATENATED MODULE: ./build/bundle/src/cli/rehearse.js
// SPDX-License-Identifier: MIT





const rehearse_rehearse = {
    name: 'rehearse',
    usage: '[--app DIR] [--keep DIR]',
    summary: 'The whole circle on this machine: certificate, registration, release, install, revocation, refusal.',
    options: {
        app: { type: 'string', value: 'DIR', help: 'folder of an app (default: the example app)' },
        keep: {
            type: 'string',
            value: 'DIR',
            help: 'leave trust.pem, app.crt, archive.tar.gz, archive.sig, apps.json, nextcloud.crl here',
        },
        'no-build': { type: 'boolean', help: 'pack what is there' },
    },
    positionals: [0, 0],
    run: async (args, terminal) => {
        const app = args.text('app');
        const keep = args.text('keep');
        await rehearse({
            appDir: app === undefined ? (0,external_node_path_.join)(terminal.packageRoot, 'examples', 'hello_release') : (0,external_node_path_.resolve)(terminal.cwd, app),
            build: !args.flag('no-build'),
            buildEnvironment: (0,environment/* environmentOf */.p)(terminal),
            ...(keep !== undefined && { keep: (0,external_node_path_.resolve)(terminal.cwd, keep) }),
        }, { steps: new steps/* Steps */.g((0,terminal_progress/* terminalProgress */.e)(terminal)), say: (line) => terminal.out(`${line}\n`) });
        return 'fine';
    },
};


/***/ }),

/***/ 2908:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ FileDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3633);
// SPDX-License-Identifier: MIT



/** Most files of an app fit: one hash in one call. */
const pieceSize = 256 * 1024;
/**
 * SHA-512 of files, one after the other, through one buffer. 8,000 files of 8 KB on average take 0.30 s, where readFileSync
 * with a hash object for each takes 0.41 s and `sha512sum` 0.44 s: worker threads would be for nothing.
 */
class FileDigest {
    #buffer = Buffer.allocUnsafeSlow(pieceSize);
    /**
     * @returns lowercase hex
     * @throws IntegrityError `file-unreadable`
     */
    of(path) {
        try {
            // A pipe that was put in a file's place since must not make us wait.
            const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
            try {
                return this.#digest(descriptor);
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
            }
        }
        catch (cause) {
            const file = path.toString();
            const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
            throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .c('file-unreadable', `${file} cannot be read (${code}).`, {
                hint: 'See whether the file is there and you may read it.',
                file,
                cause,
            });
        }
    }
    #digest(descriptor) {
        let filled = this.#fill(descriptor);
        if (filled < pieceSize)
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha512', this.#buffer.subarray(0, filled));
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512');
        for (; filled > 0; filled = this.#fill(descriptor))
            digest.update(this.#buffer.subarray(0, filled));
        return digest.digest('hex');
    }
    /** A read may be short before the end of the file: on network file systems it is. */
    #fill(descriptor) {
        let filled = 0;
        for (let read = -1; read !== 0 && filled < pieceSize; filled += read) {
            read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, this.#buffer, filled, pieceSize - filled, null);
        }
        return filled;
    }
}


/***/ }),

/***/ 2866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ FolderTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _common_rule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(104);
/* harmony import */ var _file_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2908);
/* harmony import */ var _folder_walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5419);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3633);
/* harmony import */ var _raw_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3731);
// SPDX-License-Identifier: MIT






/** A folder as the server's checker sees it: links to files count as files, one that leads nowhere hashes to false. */
class FolderTree {
    root;
    paths;
    findings;
    #unreadable;
    #digest = new _file_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .FileDigest */ .d();
    /** @throws IntegrityError `folder-unreadable` */
    constructor(root, kind) {
        this.root = root;
        const walk = (0,_folder_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walkFolder */ .a)(root, kind);
        this.paths = walk.paths;
        this.findings = (0,_common_rule_js__WEBPACK_IMPORTED_MODULE_5__/* .applyRules */ .I)(rules, walk);
        const broken = walk.links.filter(({ to }) => to === 'nothing').map(({ path }) => path);
        this.#unreadable = new Set([...walk.specials, ...broken]);
    }
    /** @throws IntegrityError `file-unreadable` */
    hash(path) {
        return this.#unreadable.has(path) ? false : this.#digest.of((0,_folder_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .locate */ .x)(this.root, path));
    }
    /** @throws IntegrityError `file-too-large` */
    read(path) {
        if (this.#unreadable.has(path))
            return undefined;
        const location = (0,_folder_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .locate */ .x)(this.root, path);
        try {
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(location).size <= largestRead)
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(location);
        }
        catch {
            return undefined; // the server asks no more of a file that it cannot read
        }
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .c('file-too-large', `${path} has more than ${largestRead} bytes.`, {
            hint: 'That is no file of this kind; see where it comes from.',
            file: path,
        });
    }
}
/** The signature of a whole server has some 5 MB. */
const largestRead = 64 * 1024 * 1024;
const rules = [
    {
        id: 'check-symbolic-link',
        severity: 'warning',
        check: ({ links }) => links.map(({ path }) => ({ file: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_4__/* .printableName */ .Nt)(path) })),
        message: 'A symbolic link: the server hashes the file that it leads to, and passes over a link to a folder.',
        fix: 'Put what it leads to in its place.',
        source: 'server: IntegrityCheck/Checker.php, RecursiveDirectoryIterator',
    },
    {
        id: 'check-special-file',
        severity: 'warning',
        check: ({ specials }) => specials.map((path) => ({ file: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_4__/* .printableName */ .Nt)(path) })),
        message: 'This is a pipe, a socket or a device; a server may wait for it for ever. It was not read.',
        fix: 'Remove it.',
        source: 'server: IntegrityCheck/Checker.php, hash_file',
    },
];


/***/ }),

/***/ 5419:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ walkFolder),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _hashed_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2593);
/* harmony import */ var _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3633);
/* harmony import */ var _raw_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3731);
// SPDX-License-Identifier: MIT




/**
 * Walks as the server does: hidden files are in, links to folders are not entered, empty folders do not count.
 * @throws IntegrityError `folder-unreadable`
 */
function walkFolder(root, kind) {
    const paths = [];
    const links = [];
    const specials = [];
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const { name, entry } of readFolder(root, folder)) {
            const path = folder + name;
            if (kind === 'core' && folder === '' && (0,_hashed_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutsideCore */ .lT)(path))
                continue;
            if (entry.isDirectory()) {
                folders.push(`${path}/`);
                continue;
            }
            const to = entry.isSymbolicLink() ? targetOf(locate(root, path)) : undefined;
            if (to !== undefined)
                links.push({ path, to });
            if (to !== 'folder')
                paths.push(path);
            if (to === 'special' || (to === undefined && !entry.isFile()))
                specials.push(path);
        }
    }
    return { paths, links, specials };
}
/** Where the file system has a path of the walk: bytes only where the name is no UTF-8. */
function locate(root, path) {
    return (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnicode */ .KA)(path) ? `${root}/${path}` : Buffer.concat([Buffer.from(`${root}/`), (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nameToBytes */ .CD)(path)]);
}
/** Names as bytes take twice the time of names as texts, which are exact where nothing had to be replaced. */
function readFolder(root, folder) {
    const location = locate(root, folder);
    try {
        const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(location, { withFileTypes: true });
        if (!entries.some(({ name }) => name.includes('\ufffd')))
            return entries.map((entry) => ({ name: entry.name, entry }));
        const exact = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(location, { encoding: 'buffer', withFileTypes: true });
        return exact.map((entry) => ({ name: (0,_raw_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nameFromBytes */ .Dj)(entry.name), entry }));
    }
    catch (cause) {
        const path = folder === '' ? root : `${root}/${folder}`;
        throw new _integrity_error_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .c('folder-unreadable', `${path} cannot be read as a folder.`, {
            hint: 'Name a folder that is there and that you may read with all that is in it.',
            file: path,
            cause,
        });
    }
}
function targetOf(path) {
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special';
    }
    catch {
        return 'nothing'; // no such file, or links in a circle
    }
}


/***/ })

};
;