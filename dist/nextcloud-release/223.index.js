"use strict";
exports.id = 223;
exports.ids = [223];
exports.modules = {

/***/ 8223:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ks: () => (/* binding */ sectionsOf),
/* harmony export */   Ok: () => (/* binding */ changelogFor),
/* harmony export */   bZ: () => (/* binding */ changelogHeading),
/* harmony export */   eC: () => (/* binding */ changelogLanguages)
/* harmony export */ });
/* harmony import */ var _python_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(671);
// SPDX-License-Identifier: MIT

/**
 * Languages for which the store looks for CHANGELOG.CODE.md, in its order: Django's LANGUAGES without en-au and en-gb
 * (appstore: settings/base.py; Django: conf/global_settings.py).
 */
const changelogLanguages = 'af ar ar-dz ast az bg be bn br bs ca ckb cs cy da de dsb el en eo es es-ar es-co es-mx es-ni es-ve et eu fa fi fr fy ga gd gl he hi hr hsb hu hy ia id ig io is it ja ka kab kk km kn ko ky lb lt lv mk ml mn mr ms my nb ne nl nn os pa pl pt pt-br ro ru sk sl sq sr sr-latn sv sw ta te tg th tk tr tt udm ug uk ur uz vi zh-hans zh-hant'.split(' ');
const heading = /^## \[?v?(\p{Nd}+\.\p{Nd}+(?:\.\p{Nd}+)?)/u;
const unreleased = '## [Unreleased]';
/** Under which heading the store looks for the changes of a release. */
function changelogHeading(version, nightly) {
    return nightly || version.includes('-') ? 'Unreleased' : version;
}
/**
 * The part of a changelog that is about one version, as the store takes it out (appstore: api/v1/release/parser.py,
 * parse_changelog): lines below headings of that number, however often it occurs. Other headings are content.
 *
 * @returns '' where there is none
 */
function changelogFor(changelog, version, nightly) {
    return sectionsOf(changelog).get(changelogHeading(version, nightly)) ?? '';
}
/** All sections by number, `Unreleased`, or '' for what stands before the first heading. */
function sectionsOf(changelog) {
    const sections = new Map();
    let current = '';
    for (const line of (0,_python_text_js__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .uz)((0,_python_text_js__WEBPACK_IMPORTED_MODULE_0__/* .strip */ .bB)(changelog))) {
        const number = heading.exec(line)?.[1] ?? (line.startsWith(unreleased) ? 'Unreleased' : undefined);
        if (number !== undefined)
            current = number;
        else {
            const lines = sections.get(current);
            if (lines)
                lines.push(line);
            else
                sections.set(current, [line]);
        }
    }
    return new Map([...sections].map(([number, lines]) => [number, (0,_python_text_js__WEBPACK_IMPORTED_MODULE_0__/* .strip */ .bB)(lines.join('\n'))]));
}


/***/ }),

/***/ 3118:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ judgeApp),
  G: () => (/* binding */ openApp)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/src/app/changelog.js
var changelog = __webpack_require__(8223);
// EXTERNAL MODULE: ./build/bundle/src/app/judge-xml.js + 15 modules
var judge_xml = __webpack_require__(983);
// EXTERNAL MODULE: ./build/bundle/src/app/limits.js
var limits = __webpack_require__(3709);
// EXTERNAL MODULE: ./build/bundle/src/app/metadata-refusals.js
var metadata_refusals = __webpack_require__(7452);
// EXTERNAL MODULE: ./build/bundle/src/app/refusal.js
var app_refusal = __webpack_require__(5037);
;// CONCATENATED MODULE: ./build/bundle/src/app/rules/app-rules.js
const infoPath = 'appinfo/info.xml';
const databasePath = 'appinfo/database.xml';
/** What an app must have at all. */
const appRules = [
    {
        id: 'info-missing',
        severity: 'error',
        *check(files) {
            if (!files.read(infoPath))
                yield { file: infoPath };
        },
        message: 'The app has no appinfo/info.xml.',
        fix: 'Add it, or name the app’s own folder: the one in which appinfo/ lies.',
        source: 'appstore: api/v1/release/parser.py, get_contents',
    },
];

// EXTERNAL MODULE: ./build/bundle/src/app/xml/decode-xml.js
var decode_xml = __webpack_require__(4197);
;// CONCATENATED MODULE: ./build/bundle/src/app/rules/changelog-rules.js



const source = 'appstore: api/v1/release/parser.py, parse_changelog';
const read = ({ files }) => files.filter(({ language }) => language !== undefined);
/** The store never refuses a changelog that it can read; it just shows nothing. */
const changelogRules = [
    {
        id: 'changelog-too-large',
        severity: 'error',
        *check(changelogs) {
            for (const { path, bytes } of read(changelogs)) {
                if (bytes.length > limits/* limits */.F.fileSize) {
                    yield {
                        file: path,
                        // How much more is not known: of a file far above the limit only the start is here.
                        message: `${path} has more than ${limits/* limits */.F.fileSize.toLocaleString('en')} bytes; the store reads no more.`,
                    };
                }
            }
        },
        message: 'A changelog is larger than the store reads.',
        fix: 'Move old versions into another file.',
        source: 'appstore: api/v1/release/parser.py, stream_read_file',
    },
    {
        id: 'changelog-not-utf-8',
        severity: 'error',
        *check(changelogs) {
            for (const { path, bytes, text } of read(changelogs)) {
                if (text === undefined && bytes.length <= limits/* limits */.F.fileSize)
                    yield { file: path, line: (0,decode_xml/* firstBadLine */.W)(bytes) };
            }
        },
        message: 'A changelog is not UTF-8: the store fails with an internal error (500).',
        fix: 'Save it as UTF-8.',
        source: 'appstore: api/v1/release/parser.py, stream_read_utf8',
    },
    {
        id: 'changelog-missing',
        severity: 'warning',
        *check(changelogs) {
            if (read(changelogs).every(({ bytes }) => bytes.length === 0))
                yield {};
        },
        message: 'There is no CHANGELOG.md: the store shows no changes.',
        fix: 'Add CHANGELOG.md with a line “## 1.2.3 - 2026-01-31” for each version, and the changes below it.',
        source,
    },
    {
        id: 'changelog-byte-order-mark',
        severity: 'warning',
        *check(changelogs) {
            for (const { path, text } of read(changelogs))
                if (text?.startsWith('\uFEFF'))
                    yield { file: path, line: 1 };
        },
        message: 'A byte order mark stands at the beginning: where the first line is a heading, the store does not see it.',
        fix: 'Save the file as UTF-8 without a byte order mark.',
        source,
    },
    {
        id: 'changelog-without-version',
        severity: 'warning',
        *check({ files, version, nightly }) {
            if (version === undefined)
                return;
            const wanted = (0,changelog/* changelogHeading */.bZ)(version, nightly);
            for (const { path, language, text } of files) {
                if (language === undefined || !text || replaced(files, path))
                    continue;
                const sections = (0,changelog/* sectionsOf */.Ks)(text);
                if (sections.get(wanted))
                    continue;
                if (wanted === 'Unreleased') {
                    const message = `${path} has nothing below “## [Unreleased]”, where the store looks for the changes of ${nightly ? 'a nightly' : 'a prerelease'}.`;
                    yield {
                        file: path,
                        message,
                        fix: 'Put the changes below a line “## [Unreleased]”, in exactly this spelling.',
                    };
                }
                else {
                    const line = 1 + text.split(/\r\n|\r|\n/).findIndex((each) => each.includes(wanted));
                    const message = `${path} has nothing below a heading of version ${wanted}: the store shows no changes.`;
                    yield { file: path, message, fix: `Put the changes below a line “## ${wanted}”.`, ...(line > 0 && { line }) };
                }
            }
        },
        message: 'A changelog has nothing about this version: the store shows no changes.',
        fix: 'Put the changes below a line “## 1.2.3”; those of prereleases and nightlies below “## [Unreleased]”.',
        source,
    },
    {
        id: 'changelog-replaced',
        severity: 'warning',
        *check({ files }) {
            for (const { path } of files)
                if (replaced(files, path))
                    yield { file: path };
        },
        message: 'CHANGELOG.md is not shown: the store takes CHANGELOG.en.md instead of it.',
        fix: 'Keep one of the two.',
        source: 'appstore: api/v1/release/parser.py, GunZipAppMetadataExtractor',
    },
    {
        id: 'changelog-not-read',
        severity: 'warning',
        *check({ files }) {
            for (const { path, language } of files) {
                if (language !== undefined)
                    continue;
                const code = /^changelog\.(.+)\.md$/i.exec(path)?.[1]?.toLowerCase().replaceAll('_', '-');
                const known = [code, code?.split('-')[0]].find((name) => name !== undefined && changelog/* changelogLanguages */.eC.includes(name));
                const name = code === undefined ? 'CHANGELOG.md' : known && `CHANGELOG.${known}.md`;
                yield {
                    file: path,
                    message: `The store does not look at ${path}.`,
                    ...(name !== undefined && { fix: `Call it ${name}.` }),
                };
            }
        },
        message: 'The store does not look at a changelog of this name.',
        fix: 'Call it CHANGELOG.md, or CHANGELOG.CODE.md with a language code in lower case, such as de or pt-br.',
        source: 'appstore: api/v1/release/parser.py, GunZipAppMetadataExtractor',
    },
];
/** CHANGELOG.md, where there is a CHANGELOG.en.md with something in it. */
function replaced(files, path) {
    const english = files.find((file) => file.path === 'CHANGELOG.en.md');
    return path === 'CHANGELOG.md' && english !== undefined && english.bytes.length > 0;
}

;// CONCATENATED MODULE: ./build/bundle/src/app/judge-app.js
// SPDX-License-Identifier: MIT










/** Reads from an app what the store reads from its archive, and judges it as the store would. */
async function judgeApp(files, options = {}) {
    const app = openApp(files, options);
    return app.conclude(await (0,judge_xml/* judgeXml */.r)(app.documents));
}
function openApp(files, options = {}) {
    const { nightly = false, label = (path) => path } = options;
    const documents = documentsOf(files, label);
    const changelogs = changelogsOf(files);
    const found = (0,rule/* applyRules */.I)(appRules, files);
    return { documents, conclude: (judgements) => conclude(judgements, found, changelogs, nightly, label) };
}
function conclude(judgements, missing, changelogs, nightly, label) {
    const found = judgements.find(({ kind }) => kind === 'info');
    const version = found?.version;
    const ofFiles = [...missing, ...(0,rule/* applyRules */.I)(changelogRules, { files: changelogs, version, nightly })];
    const findings = [
        ...ofFiles.map((finding) => ({ ...finding, file: label(finding.file ?? 'CHANGELOG.md') })),
        ...judgements.flatMap((judgement) => judgement.findings),
    ];
    const refusals = refusalsOf(found, judgements, changelogs, label);
    const [refusal] = refusals;
    const ok = (0,finding/* isOk */.HQ)(findings);
    return {
        ok,
        findings: (0,finding/* inReadingOrder */.g)(findings),
        changelogs: version === undefined ? {} : sectionsFor(changelogs, version, nightly),
        refusals,
        ...(refusal && { refusal }),
        ...(found?.id !== undefined && { id: found.id }),
        ...(version !== undefined && { version }),
        ...((0,app_refusal/* isReadable */.hS)(ok, refusals) && found?.info && { info: found.info }),
    };
}
/** An empty database.xml is none. */
function documentsOf(files, label) {
    const info = files.read(infoPath);
    const database = files.read(databasePath);
    return [
        ...(info ? [{ kind: 'info', file: label(infoPath), bytes: info }] : []),
        ...(database && database.length > 0
            ? [{ kind: 'database', file: label(databasePath), bytes: database }]
            : []),
    ];
}
function changelogsOf(files) {
    return files
        .list()
        .filter((path) => /^changelog(\.[^./]+)?\.md$/i.test(path))
        .flatMap((path) => {
        const bytes = files.read(path);
        if (!bytes)
            return [];
        const text = (0,external_node_buffer_.isUtf8)(bytes) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : undefined;
        return [{ path, language: languageOf(path), bytes, text }];
    });
}
function languageOf(path) {
    if (path === 'CHANGELOG.md')
        return 'en';
    return changelog/* changelogLanguages */.eC.find((code) => path === `CHANGELOG.${code}.md`);
}
/** English first, from CHANGELOG.en.md where there is something in it. */
function sectionsFor(changelogs, version, nightly) {
    const texts = new Map([['en', '']]);
    for (const code of [undefined, ...changelog/* changelogLanguages */.eC]) {
        const path = code === undefined ? 'CHANGELOG.md' : `CHANGELOG.${code}.md`;
        const text = changelogs.find((changelog) => changelog.path === path)?.text;
        if (text)
            texts.set(code ?? 'en', text);
    }
    return Object.fromEntries([...texts].map(([code, text]) => [code, (0,changelog/* changelogFor */.Ok)(text, version, nightly)]));
}
function refusalsOf(info, judgements, changelogs, label) {
    const unread = changelogs
        .filter(({ language }) => language !== undefined)
        .flatMap(({ path, bytes, text }) => {
        if (bytes.length > limits/* limits */.F.fileSize)
            return [(0,metadata_refusals/* tooLarge */.g)(label(path))];
        return text === undefined ? [(0,app_refusal/* crashed */.zB)('archive')] : [];
    });
    return (0,app_refusal/* inStoreOrder */.nb)([
        ...(info ? [] : [(0,app_refusal/* refused */.J5)('archive', `Path ${label(infoPath)} does not exist in package`)]),
        ...judgements.flatMap(({ refusals }) => refusals),
        ...unread,
    ]);
}


/***/ }),

/***/ 983:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ judgeXml)
});

// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/src/app/limits.js
var limits = __webpack_require__(3709);
// EXTERNAL MODULE: ./build/bundle/src/app/normalise-database.js
var normalise_database = __webpack_require__(8605);
// EXTERNAL MODULE: ./build/bundle/src/app/normalise-info.js
var normalise_info = __webpack_require__(784);
// EXTERNAL MODULE: ./build/bundle/src/app/metadata-refusals.js
var metadata_refusals = __webpack_require__(7452);
// EXTERNAL MODULE: ./build/bundle/src/app/refusal.js
var app_refusal = __webpack_require__(5037);
// EXTERNAL MODULE: ./build/bundle/src/app/rules/info-rules.js
var info_rules = __webpack_require__(4055);
// EXTERNAL MODULE: ./build/bundle/src/app/version-range.js
var version_range = __webpack_require__(4029);
// EXTERNAL MODULE: ./build/bundle/src/app/xml/tree.js
var tree = __webpack_require__(2147);
// EXTERNAL MODULE: ./build/bundle/src/app/rules/place.js
var place = __webpack_require__(22);
;// CONCATENATED MODULE: ./build/bundle/src/app/rules/changed-rules.js




const normalisation = 'appstore: api/v1/release/pre-info.xslt';
/** What the store changes without a word, or takes though it is of no use. */
const changedRules = [
    {
        id: 'value-renamed',
        severity: 'warning',
        *check(metadata) {
            const { root, normalised } = metadata.read ?? {};
            if (!root || !normalised)
                return;
            for (const name of ['licence', 'category']) {
                const kept = (0,tree/* childrenOf */.LU)(normalised, name);
                for (const [index, element] of (0,tree/* childrenOf */.LU)(root, name).entries()) {
                    const [written, stored] = [(0,tree/* textOf */.b6)(element), (0,tree/* textOf */.b6)(kept[index] ?? element)];
                    if (written !== stored)
                        yield (0,place/* atElement */._c)(metadata, element, {
                            message: `The store turns ${(0,place/* quote */.hD)(written)} in <${name}> into ${(0,place/* quote */.hD)(stored)}.`,
                            fix: `Write ${stored}.`,
                        });
                }
            }
        },
        message: 'The store turns an old name into another.',
        fix: 'Write the new name.',
        source: normalisation,
    },
    {
        id: 'summary-from-description',
        severity: 'warning',
        *check(metadata) {
            const root = metadata.read?.root;
            const first = root && !(0,tree/* childOf */.GG)(root, 'summary') && (0,tree/* childOf */.GG)(root, 'description');
            if (!first)
                return;
            const language = (0,tree/* attributeOf */.w4)(first, 'lang') ?? 'en';
            const foreign = language === 'en' ? '' : `, which is “${language}”, as the English one`;
            yield (0,place/* atElement */._c)(metadata, first, {
                message: `There is no <summary>: the store takes the first <description>${foreign}.`,
            });
        },
        message: 'There is no <summary>: the store takes the first <description>, whatever its language and length.',
        fix: 'Add <summary>…</summary> of at most 128 characters.',
        source: normalisation,
    },
    {
        id: 'category-missing',
        severity: 'warning',
        *check(metadata) {
            const root = metadata.read?.root;
            if (root && !(0,tree/* childOf */.GG)(root, 'category'))
                yield (0,place/* atElement */._c)(metadata, root);
        },
        message: 'There is no <category>: the store files the app under “tools”.',
        fix: 'Add <category>…</category>.',
        source: normalisation,
    },
    {
        id: 'translation-missing',
        severity: 'warning',
        *check(metadata) {
            const info = metadata.read?.normalised;
            if (!info)
                return;
            const languages = (field) => (0,tree/* childrenOf */.LU)(info, field).map((element) => (0,tree/* attributeOf */.w4)(element, 'lang') ?? 'en');
            const all = new Set(info_rules/* translatedFields */.af.flatMap(languages));
            for (const field of info_rules/* translatedFields */.af) {
                const own = new Set(languages(field));
                const missing = [...all].filter((language) => !own.has(language) && language !== 'en');
                const first = (0,tree/* childOf */.GG)(info, field);
                if (first && missing.length > 0) {
                    yield (0,place/* atElement */._c)(metadata, first, {
                        message: `<${field}> lacks ${missing.join(', ')}: the store shows the English one there.`,
                        fix: `Add <${field} lang="${missing[0] ?? ''}">…</${field}>.`,
                    });
                }
            }
        },
        message: 'A language that one element has is missing in another: the store shows English there.',
        fix: 'Translate name, summary and description into the same languages.',
        source: 'appstore: api/v1/release/parser.py, fix_partial_translations',
    },
    {
        id: 'documentation-name-dropped',
        severity: 'warning',
        *check(metadata) {
            const documentation = metadata.read?.normalised && (0,tree/* childOf */.GG)(metadata.read.normalised, 'documentation');
            for (const element of documentation ? (0,tree/* childrenOf */.LU)(documentation) : []) {
                if (/^(user|admin|developer)-/.test((0,tree/* textOf */.b6)(element)))
                    yield (0,place/* atElement */._c)(metadata, element, {
                        message: `${(0,place/* nameOf */.Vb)(element)} is a name, not an address: the store shows no link.`,
                    });
            }
        },
        message: 'A name in <documentation> passes, but the store shows no link for it.',
        fix: 'Write an address that begins with https://.',
        source: 'appstore: api/v1/release/info.xslt',
    },
    {
        id: 'versions-empty',
        severity: 'warning',
        *check(metadata) {
            for (const element of requirements(metadata)) {
                const range = (0,place/* rangeOf */.be)(element);
                if (range && range.rawMin !== '*' && range.rawMax !== '*' && (0,version_range/* isEmptyRange */.$c)(range.rawMin, range.rawMax)) {
                    yield (0,place/* atElement */._c)(metadata, element, {
                        message: `${(0,place/* nameOf */.Vb)(element)} has max-version ${range.rawMax} below min-version ${range.rawMin}: no version fits.`,
                    }, 'max-version');
                }
            }
        },
        message: 'max-version lies below min-version: the store accepts it, and no version fits.',
        fix: 'Exchange the two.',
        source: 'appstore: core/versioning.py',
    },
    {
        id: 'version-leading-zero',
        severity: 'warning',
        *check(metadata) {
            for (const element of requirements(metadata)) {
                for (const name of ['min-version', 'max-version']) {
                    const value = (0,tree/* attributeOf */.w4)(element, name) ?? '';
                    if (/^[0-9.]+$/.test(value) && /(^|\.)0\d/.test(value)) {
                        yield (0,place/* atElement */._c)(metadata, element, {
                            message: `The ${name} ${value} of ${(0,place/* nameOf */.Vb)(element)} has a leading zero, which versions do not have.`,
                            fix: `Write ${value.replace(/(^|\.)0+(?=\d)/g, '$1')}.`,
                        }, name);
                    }
                }
            }
        },
        message: 'A version has a leading zero: what the store makes of it is no semantic version.',
        fix: 'Write it without.',
        source: 'appstore: core/versioning.py',
    },
    {
        id: 'system-not-true',
        severity: 'warning',
        *check(metadata) {
            const app = metadata.read?.normalised && (0,tree/* childOf */.GG)(metadata.read.normalised, 'external-app');
            const system = (0,tree/* childOf */.GG)(app, 'system');
            const value = system ? (0,tree/* textOf */.b6)(system) : '';
            if (system && ['1', 'true'].includes(value.trim()) && value !== 'true') {
                yield (0,place/* atElement */._c)(metadata, system, { message: `<system> is ${(0,place/* quote */.hD)(value)}, which the store keeps as false.` });
            }
        },
        message: '<system> means true, but the store keeps it as false.',
        fix: 'Write <system>true</system>, without blanks.',
        source: 'appstore: api/v1/release/importer.py, AppApiImporter',
    },
    {
        id: 'address-with-blanks',
        severity: 'warning',
        *check(metadata) {
            const info = metadata.read?.normalised;
            if (!info)
                return;
            const names = ['website', 'discussion', 'bugs', 'repository', 'video', 'screenshot', 'donation'];
            for (const element of names.flatMap((name) => (0,tree/* childrenOf */.LU)(info, name))) {
                const value = (0,tree/* textOf */.b6)(element);
                if (value.trim() !== '' && /^\s|\s$|\s\s/.test(value))
                    yield (0,place/* atElement */._c)(metadata, element, {
                        message: `${(0,place/* nameOf */.Vb)(element)} has blanks or line ends in it, which pass but stay in the address.`,
                    });
            }
        },
        message: 'An address has blanks around it, which pass but stay in it.',
        fix: 'Write it without blanks, on one line with its tags.',
        source: 'appstore: api/v1/release/info.xsd (xs:anyURI), importer.py',
    },
];
function requirements(metadata) {
    const dependencies = metadata.read?.normalised && (0,tree/* childOf */.GG)(metadata.read.normalised, 'dependencies');
    return dependencies ? (0,tree/* childrenOf */.LU)(dependencies) : [];
}

;// CONCATENATED MODULE: ./build/bundle/src/app/rules/dropped-rules.js



const dropped_rules_normalisation = 'appstore: api/v1/release/pre-info.xslt';
const copied = new Set([...normalise_info/* copiedElements */.cB, ...normalise_info/* refusedElements */.CV, 'licence', 'category']);
const rebuilt = new Map(Object.entries(normalise_info/* keptChildren */._f));
/** Elements that servers read though the store drops them, by `parent/element`. */
const readByServers = new Map(Object.entries({
    'info/openmetrics': 'servers',
    'info/sabre': 'servers',
    'info/trash': 'servers',
    'info/versions': 'servers',
    'types/extended_authentication': 'servers',
    'types/dav': 'servers',
    'types/session': 'servers',
    'dependencies/architecture': 'servers',
    'external-app/routes': 'AppAPI',
    'external-app/k8s-service-roles': 'AppAPI',
}));
/** Names that people take for those of the store. */
const meant = new Map(Object.entries({
    license: 'licence',
    licences: 'licence',
    licenses: 'licence',
    categories: 'category',
    screenshots: 'screenshot',
    authors: 'author',
    navigation: 'navigations',
    issues: 'bugs',
    homepage: 'website',
    documentations: 'documentation',
    donations: 'donation',
    videos: 'video',
    job: 'background-jobs',
}));
/** Every element of which the store keeps only some children, with the children that it drops. */
function* dropped(info) {
    for (const child of (0,tree/* childrenOf */.LU)(info)) {
        if (child.uri !== '' || !(copied.has(child.local) || rebuilt.has(child.local)) || nestedOnly.has(child.local))
            yield child;
        else if (child.local !== 'settings' && child.local !== 'activity')
            yield* droppedInside(child);
    }
}
/** Rebuilt elements that have no place directly in `<info>`. */
const nestedOnly = new Set(['navigation', 'docker-install', 'environment-variables', 'variable']);
function* droppedInside(element) {
    const kept = rebuilt.get(element.local);
    if (!kept || copied.has(element.local))
        return;
    for (const child of (0,tree/* childrenOf */.LU)(element)) {
        if (child.uri !== '' || !kept.includes(child.local))
            yield child;
        else if (nestedOnly.has(child.local))
            yield* droppedInside(child);
    }
}
/** What the store drops without a word, while a server goes on reading the file as it is. */
const droppedRules = [
    {
        id: 'element-dropped',
        severity: 'warning',
        *check(metadata) {
            const root = metadata.read?.root;
            for (const element of root ? dropped(root) : []) {
                if (readByServers.get(`${element.parent?.local ?? ''}/${element.local}`))
                    continue;
                const name = element.parent === root ? meant.get(element.local) : undefined;
                yield (0,place/* atElement */._c)(metadata, element, {
                    message: `The store drops ${(0,place/* nameOf */.Vb)(element)}, which it does not know.`,
                    ...(name && { fix: `Write <${name}> if that is meant, else remove it.` }),
                });
            }
        },
        message: 'The store drops an element that it does not know.',
        fix: 'Remove it, or correct its name.',
        source: dropped_rules_normalisation,
    },
    {
        id: 'element-unchecked',
        severity: 'warning',
        *check(metadata) {
            const root = metadata.read?.root;
            for (const element of root ? dropped(root) : []) {
                const reader = readByServers.get(`${element.parent?.local ?? ''}/${element.local}`);
                if (reader)
                    yield (0,place/* atElement */._c)(metadata, element, {
                        message: `The store drops ${(0,place/* nameOf */.Vb)(element)} without a look at it; ${reader} ${reader === 'servers' ? 'read' : 'reads'} it from the file.`,
                    });
            }
            for (const element of root ? [...(0,tree/* childrenOf */.LU)(root, 'settings'), ...(0,tree/* childrenOf */.LU)(root, 'activity')] : []) {
                if ((0,tree/* childrenOf */.LU)(element).length === 0)
                    continue;
                yield (0,place/* atElement */._c)(metadata, element, {
                    message: `The store drops what stands in <${element.name}> without a look at it; servers read it from the file.`,
                });
            }
        },
        message: 'The store drops an element without a look at it, while servers read it from the file.',
        fix: 'Nothing to do, but nobody has checked it: look yourself whether the class names are right.',
        source: `${dropped_rules_normalisation}: the templates of settings and activity are exchanged`,
    },
    {
        id: 'attribute-dropped',
        severity: 'warning',
        *check(metadata) {
            const root = metadata.read?.root;
            const elements = root
                ? [
                    root,
                    ...(0,tree/* childrenOf */.LU)(root).filter(({ local, uri }) => uri === '' &&
                        !nestedOnly.has(local) &&
                        (rebuilt.has(local) || local === 'licence' || local === 'category')),
                ]
                : [];
            for (const element of elements) {
                for (const { name, uri, start } of element.attributes) {
                    // Namespaces and schema locations are for tools, not for the store.
                    if (uri !== '' || name === 'xmlns')
                        continue;
                    yield (0,place.at)(metadata, start, { message: `The store drops the attribute ${name} of ${(0,place/* nameOf */.Vb)(element)}.` });
                }
            }
        },
        message: 'The store drops an attribute.',
        fix: 'Remove it.',
        source: dropped_rules_normalisation,
    },
];

// EXTERNAL MODULE: ./build/bundle/src/app/rules/import-rules.js
var import_rules = __webpack_require__(2362);
;// CONCATENATED MODULE: ./build/bundle/src/app/schema-faults.js

/**
 * One fault for each value that the judge complains of; it often has several messages about one. What it says about
 * structure is left aside, see `checkStructure`.
 *
 * @param elements the element of each line, as `writeXml` has laid them out
 */
function valueFaults(messages, elements) {
    const faults = new Map();
    for (const { about, line, text } of messages) {
        const at = elements[line - 1];
        const fault = at && about === 'schema' && readFault(text, at);
        if (!fault)
            continue;
        const same = faults.get(at) ?? [];
        if (!same.some(({ attribute }) => attribute === fault.attribute))
            faults.set(at, [...same, fault]);
    }
    return [...faults.values()].flat();
}
const patterns = [
    [/\[facet 'minLength'\]/, () => ({ kind: 'empty' })],
    [
        /\[facet 'maxLength'\] [^]*allowed maximum length of '(\d+)'/,
        ([, max]) => ({ kind: 'too-long', max: Number(max) }),
    ],
    [
        /\[facet 'enumeration'\] [^]*element of the set \{([^]*)\}/,
        ([, set]) => ({ kind: 'not-accepted', accepted: listOf(set) }),
    ],
    [/\[facet '/, () => ({ kind: 'not-accepted' })],
    [/is not a valid value of the/, () => ({ kind: 'not-accepted' })],
    [
        /^Element '[^']*': The attribute '([^']*)' is required but missing/,
        ([, attribute = '']) => ({ kind: 'attribute-missing', attribute }),
    ],
    [/The attribute '([^']*)' is not allowed/, () => ({ kind: 'attribute-unknown' })],
    [/Duplicate key-sequence/, () => ({ kind: 'repeated-value' })],
    [/(?:Element|Character) content[^]*is not allowed/, () => ({ kind: 'content-not-allowed' })],
];
function readFault(text, at) {
    for (const [pattern, read] of patterns) {
        const found = pattern.exec(text);
        if (!found)
            continue;
        const attribute = /^Element '[^']*', attribute '(?:\{[^}]*\})?([^']*)': /.exec(text)?.[1];
        const fault = {
            at,
            text,
            ...(attribute !== undefined && { attribute: writtenName(at, attribute) }),
            ...read(found),
        };
        return fault.kind === 'not-accepted' && schema_faults_valueOf(fault) === '' ? { ...fault, kind: 'empty' } : fault;
    }
    return undefined;
}
/** The value that a fault is about. */
function schema_faults_valueOf({ at, attribute }) {
    return attribute === undefined ? (0,tree/* textOf */.b6)(at) : ((0,tree/* attributeOf */.w4)(at, attribute) ?? '');
}
function listOf(set) {
    return (set ?? '').split(', ').map((value) => value.slice(1, -1));
}
/** The judge tells local names; people look for the prefix as well. */
function writtenName(at, local) {
    if ((0,tree/* findAttribute */.Oh)(at, local))
        return local;
    return at.attributes.find(({ name }) => name.endsWith(`:${local}`))?.name ?? local;
}

// EXTERNAL MODULE: ./build/bundle/src/app/xml/characters.js
var characters = __webpack_require__(1367);
;// CONCATENATED MODULE: ./build/bundle/src/app/rules/value-hints.js
const phpClass = {
    wants: 'a PHP class name such as OCA\\News\\Cron\\Updater, without a leading backslash and without blanks',
    mend: (value) => {
        const mended = value.trim().replace(/^\\+/, '');
        return /^\w+(\\\w+)*$/.test(mended) ? `Write ${mended}.` : undefined;
    },
};
const range = { wants: 'one to three numbers, such as 31 or 31.0.2', mend: (value) => numbersOf(value, 3) };
const address = { wants: 'an address that begins with https:// or http://, of at most 256 characters' };
const secureAddress = {
    wants: 'an address that begins with https://, of at most 256 characters',
    mend: (value) => (value.startsWith('http://') ? `Write https://${value.slice('http://'.length)}.` : undefined),
};
const guide = (audience) => ({
    ...secureAddress,
    wants: `an address that begins with https://, or a name such as ${audience}-news`,
});
const language = {
    wants: 'a code that the store knows, such as de, pt-br or zh-hans',
    mend: (value, accepted) => {
        const code = value.trim().toLowerCase().replaceAll('_', '-');
        const known = [languageNames.get(code), code, code.split('-')[0]].find((name) => name && accepted.includes(name));
        return known && `Write lang="${known}".`;
    },
};
const languageNames = new Map(Object.entries({ 'zh-cn': 'zh-hans', 'zh-tw': 'zh-hant', 'zh-hk': 'zh-hant' }));
const value_hints_boolean = { wants: 'true or false' };
/** By `parent/element`, else by `element`; by `element@attribute`, else by `@attribute`. */
const hints = new Map(Object.entries({
    'info/id': {
        wants: '2 to 32 characters: lower-case letters, digits and “_”, a letter first, no “_” at the end',
        example: '<id>news</id>',
        mend: (value) => {
            const mended = value
                .trim()
                .toLowerCase()
                .replace(/[^a-z0-9]+/g, '_')
                .replace(/^[^a-z]+|_+$/g, '');
            return mended.length >= 2 && mended.length <= 32 && mended !== value
                ? `Such as ${mended}; the app’s folder and certificate bear the same id.`
                : undefined;
        },
    },
    'info/name': { wants: '1 to 128 characters', example: '<name>News</name>' },
    'info/summary': { wants: '1 to 128 characters', example: '<summary>An RSS/Atom feed reader</summary>' },
    'info/description': { wants: 'at least one character', example: '<description>…</description>' },
    'info/version': {
        wants: 'three numbers, and for a prerelease a dash and a name: 1.2.3 or 1.2.3-beta.1',
        example: '<version>1.0.0</version>',
        mend: (value) => numbersOf(value, 3, 3),
    },
    'info/licence': {
        wants: 'a licence that the store knows, such as agpl or AGPL-3.0-or-later',
        example: '<licence>AGPL-3.0-or-later</licence>',
        mend: (value, accepted) => {
            const key = value
                .trim()
                .toLowerCase()
                .replace(/[^a-z0-9]/g, '');
            const known = licenceGuesses.get(key) ?? accepted.find((name) => name.toLowerCase() === value.trim().toLowerCase());
            return known && `Write ${known}.`;
        },
    },
    'info/author': { wants: '1 to 256 characters', example: '<author mail="jane@example.org">Jane Doe</author>' },
    'info/namespace': { wants: '1 to 256 characters' },
    'info/category': {
        wants: 'a category that the store knows',
        example: '<category>tools</category>',
        mend: (value, accepted) => {
            const known = categoryGuesses.get(value.trim()) ?? accepted.find((name) => name === value.trim().toLowerCase());
            return known && `Write ${known}.`;
        },
    },
    'info/website': address,
    'info/discussion': address,
    'info/bugs': { ...address, example: '<bugs>https://github.com/OWNER/APP/issues</bugs>' },
    'info/repository': address,
    'info/video': secureAddress,
    'info/screenshot': secureAddress,
    'info/donation': secureAddress,
    'info/dependencies': {
        wants: 'the versions of Nextcloud',
        example: '<dependencies><nextcloud min-version="31" max-version="33"/></dependencies>',
    },
    'dependencies/nextcloud': {
        wants: 'nothing but its attributes',
        example: '<nextcloud min-version="31" max-version="33"/>',
    },
    'dependencies/php': { wants: 'nothing between its tags, not even a blank' },
    'dependencies/owncloud': { wants: 'nothing between its tags' },
    'dependencies/database': { wants: 'sqlite, mysql or pgsql' },
    'dependencies/command': { wants: 'letters, “-” and “_” only, no digits' },
    'dependencies/lib': { wants: '1 to 256 characters' },
    'dependencies/backend': { wants: 'caldav' },
    'documentation/user': guide('user'),
    'documentation/admin': guide('admin'),
    'documentation/developer': guide('developer'),
    'navigation/route': { wants: 'three names with points between them, such as news.page.index' },
    'navigation/icon': { wants: 'a file name or an address' },
    'navigation/order': { wants: 'a whole number' },
    'navigation/type': { wants: 'link or settings' },
    'external-app/system': value_hints_boolean,
    job: phpClass,
    step: phpClass,
    provider: phpClass,
    command: phpClass,
    widget: phpClass,
    platform: phpClass,
    plugin: phpClass,
    create: value_hints_boolean,
    overwrite: value_hints_boolean,
    unsigned: value_hints_boolean,
    notnull: value_hints_boolean,
    autoincrement: value_hints_boolean,
    primary: value_hints_boolean,
    unique: value_hints_boolean,
    length: { wants: 'a whole number' },
    precision: { wants: 'a whole number' },
    scale: { wants: 'a whole number' },
    '@lang': language,
    '@min-version': range,
    '@max-version': range,
    '@min-int-size': { wants: '32 or 64' },
    '@mail': { wants: 'a mail address of at most 256 characters' },
    '@homepage': address,
    '@small-thumbnail': secureAddress,
    'donation@title': { wants: '1 to 256 characters' },
    'donation@type': { wants: 'paypal, stripe or other' },
    'repository@type': { wants: 'git, mercurial, subversion or bzr' },
    'navigation@role': { wants: 'all or admin' },
    'plugin@type': { wants: 'collaborator-search or autocomplete-sort' },
}));
/** By what people write, in lower case and without punctuation. */
const licenceGuesses = new Map(Object.entries({
    agplv3: 'AGPL-3.0-only',
    agpl3: 'AGPL-3.0-only',
    agpl30: 'AGPL-3.0-only',
    agpl30plus: 'AGPL-3.0-or-later',
    agplv3orlater: 'AGPL-3.0-or-later',
    affero: 'agpl',
    gpl: 'GPL-3.0-or-later',
    gplv3: 'GPL-3.0-only',
    gpl30: 'GPL-3.0-only',
    gplv2: 'GPL-2.0-or-later',
    gplv3orlater: 'GPL-3.0-or-later',
    lgplv3: 'LGPL-3.0-only',
    apache2: 'Apache-2.0',
    apachev2: 'Apache-2.0',
    mpl2: 'MPL-2.0',
    bsd: 'BSD-3-Clause',
}));
const categoryGuesses = new Map(Object.entries({
    game: 'games',
    tool: 'tools',
    other: 'tools',
    pim: 'organization',
    productivity: 'office',
    collaboration: 'social',
    auth: 'security',
    organisation: 'organization',
}));
function hintFor(element, attribute) {
    if (attribute !== undefined)
        return hints.get(`${element.local}@${attribute}`) ?? hints.get(`@${attribute}`);
    return childHint(element.parent?.local ?? '', element.local);
}
function childHint(parent, name) {
    return hints.get(`${parent}/${name}`) ?? hints.get(name);
}
function numbersOf(value, most, least = 1) {
    const numbers = /^v?(\d+(?:\.\d+)*)(-[0-9A-Za-z.-]+)?$/.exec(value.trim());
    if (!numbers)
        return undefined;
    const parts = (numbers[1] ?? '').split('.').map((part) => part.replace(/^0+(?=\d)/, ''));
    while (parts.length < least)
        parts.push('0');
    const mended = parts.slice(0, most).join('.') + (least > 1 ? (numbers[2] ?? '') : '');
    return mended === value ? undefined : `Write ${mended}.`;
}

;// CONCATENATED MODULE: ./build/bundle/src/app/rules/schema-rules.js







const source = 'appstore: api/v1/release/info.xsd, database.xsd';
const isRefused = (element) => element.parent?.parent === undefined && normalise_info/* refusedElements */.CV.includes(element.local);
function structure(kind, tell) {
    return function* (metadata) {
        for (const fault of metadata.read?.schema?.structure ?? []) {
            if (fault.kind === kind && !(kind === 'unknown' && isRefused(fault.at))) {
                yield (0,place/* atElement */._c)(metadata, fault.at, tell(fault));
            }
        }
    };
}
function values(kind, tell) {
    return function* (metadata) {
        for (const fault of metadata.read?.schema?.values ?? []) {
            if (fault.kind === kind)
                yield (0,place/* atElement */._c)(metadata, fault.at, tell(fault), fault.attribute);
        }
    };
}
/** E.g. `<version>`, or `The attribute lang of <name>`. */
function subject({ at, attribute }) {
    return attribute === undefined ? (0,place/* nameOf */.Vb)(at) : `The attribute ${attribute} of ${(0,place/* nameOf */.Vb)(at)}`;
}
function wanted({ at, attribute, accepted = [] }) {
    const known = hintFor(at, attribute)?.wants;
    return known ?? (accepted.length > 0 ? `one of ${accepted.join(', ')}` : 'another value');
}
function mended(fault) {
    const { at, attribute, accepted = [] } = fault;
    return (hintFor(at, attribute)?.mend?.(schema_faults_valueOf(fault), accepted) ??
        `Write ${accepted.length > 0 ? `one of ${accepted.join(', ')}` : wanted(fault)}.`);
}
/** What the store's schema refuses, all of it at once. The order of elements is no fault where the store makes it itself. */
const schemaRules = [
    {
        id: 'element-missing',
        severity: 'error',
        check: structure('missing', ({ name, at }) => ({
            message: `<${name}> is missing in <${at.name}>.`,
            fix: `Add ${childHint(at.local, name)?.example ?? `<${name}>…</${name}>`}.`,
        })),
        message: 'An element that the store demands is missing.',
        fix: 'Add it.',
        source,
    },
    {
        id: 'element-repeated',
        severity: 'error',
        check: structure('repeated', ({ max, at }) => ({
            message: `${(0,place/* nameOf */.Vb)(at)} stands there more than ${max === 1 ? 'once' : `${max} times`}.`,
            fix: max === 1 ? 'Keep one of them.' : `Keep no more than ${max} of them.`,
        })),
        message: 'An element stands there more often than the store allows.',
        fix: 'Keep as many as it allows.',
        source,
    },
    {
        id: 'element-misplaced',
        severity: 'error',
        check: structure('misplaced', ({ before, at }) => ({
            message: `${(0,place/* nameOf */.Vb)(at)} stands behind <${before}>, where the store does not look for it.`,
            fix: `Put it before <${before}>.`,
        })),
        message: 'An element stands in a place where the store does not put things in order by itself.',
        fix: 'Put it where it belongs.',
        source,
    },
    {
        id: 'element-unknown',
        severity: 'error',
        check: structure('unknown', ({ expected, at }) => ({
            message: `${(0,place/* nameOf */.Vb)(at)} is unknown to the store.`,
            fix: `Remove it; known here: ${expected.map((name) => `<${name}>`).join(', ')}.`,
        })),
        message: 'An element is unknown where the store takes over everything unseen.',
        fix: 'Remove it.',
        source,
    },
    {
        id: 'element-outdated',
        severity: 'error',
        *check(metadata) {
            for (const fault of metadata.read?.schema?.structure ?? []) {
                if (fault.kind !== 'unknown' || !isRefused(fault.at))
                    continue;
                const dependency = fault.at.local.startsWith('require');
                yield (0,place/* atElement */._c)(metadata, fault.at, {
                    message: `${(0,place/* nameOf */.Vb)(fault.at)} is out of use, and the store refuses files that have it.`,
                    ...(dependency && {
                        fix: 'Remove it; say it with <dependencies><nextcloud min-version="…" max-version="…"/></dependencies>.',
                    }),
                });
            }
        },
        message: 'An element is out of use, and the store refuses files that have it.',
        fix: 'Remove it.',
        source: 'appstore: api/v1/release/pre-info.xslt',
    },
    {
        id: 'attribute-missing',
        severity: 'error',
        check: values('attribute-missing', ({ at, attribute = '' }) => ({
            message: `${(0,place/* nameOf */.Vb)(at)} lacks the attribute ${attribute}.`,
            fix: `Add ${attribute}="…": ${hintFor(at, attribute)?.wants ?? 'the store demands it'}.`,
        })),
        message: 'An attribute that the store demands is missing.',
        fix: 'Add it.',
        source,
    },
    {
        id: 'attribute-unknown',
        severity: 'error',
        check: values('attribute-unknown', ({ at, attribute = '' }) => ({
            message: `${(0,place/* nameOf */.Vb)(at)} has the attribute ${attribute}, which the store does not know.`,
        })),
        message: 'An attribute is unknown to the store.',
        fix: 'Remove it.',
        source,
    },
    {
        id: 'value-empty',
        severity: 'error',
        check: values('empty', (fault) => ({
            message: `${subject(fault)} is empty.`,
            fix: `Write ${wanted(fault)}, or remove it.`,
        })),
        message: 'A value is empty.',
        fix: 'Write one, or remove the element.',
        source,
    },
    {
        id: 'value-too-long',
        severity: 'error',
        check: values('too-long', (fault) => {
            const { max = 0 } = fault;
            if (max === 0)
                return { message: `${subject(fault)} must be empty.`, fix: 'Remove everything between its tags, blanks too.' };
            const count = (0,characters/* countCharacters */.w)(schema_faults_valueOf(fault));
            // The judge may have seen the beginning only.
            const told = count === limits/* limits */.F.judgedValue ? `${count} characters or more` : `${count} characters`;
            return { message: `${subject(fault)} has ${told}.`, fix: `Shorten it to ${max}.` };
        }),
        message: 'A value is too long.',
        fix: 'Shorten it.',
        source,
    },
    {
        id: 'value-not-accepted',
        severity: 'error',
        check: values('not-accepted', (fault) => ({
            message: `${subject(fault)} is ${(0,place/* quote */.hD)(schema_faults_valueOf(fault))}; the store wants ${wanted(fault)}.`,
            fix: mended(fault),
        })),
        message: 'A value is none of those that the store accepts.',
        fix: 'Write one that it accepts.',
        source,
    },
    {
        id: 'value-repeated',
        severity: 'error',
        check: values('repeated-value', ({ at }) => {
            const translated = ['name', 'summary', 'description'].includes(at.local);
            const value = translated
                ? `for the language “${(0,tree/* attributeOf */.w4)(at, 'lang') ?? 'en'}”`
                : `with the value ${(0,place/* quote */.hD)((0,tree/* textOf */.b6)(at))}`;
            return {
                message: `${(0,place/* nameOf */.Vb)(at)} stands there twice ${value}.`,
                fix: translated ? 'Keep one for each language; one without lang counts as lang="en".' : 'Keep one of them.',
            };
        }),
        message: 'The same value stands there twice.',
        fix: 'Keep one of them.',
        source,
    },
    {
        id: 'content-not-allowed',
        severity: 'error',
        check: values('content-not-allowed', ({ at, text }) => {
            if (at.local === 'settings' || at.local === 'activity') {
                return {
                    message: `The store takes the children of <settings> and <activity> for each other’s, and refuses what stands in <${at.name}> here.`,
                    fix: 'Leave <settings>, <filters> and <providers> to <activity>, and <admin> and <admin-section> to <settings>.',
                };
            }
            return text.includes('Element content')
                ? { message: `${(0,place/* nameOf */.Vb)(at)} takes text only, no elements.`, fix: 'Put marked-up text into <![CDATA[…]]>.' }
                : {
                    message: `${(0,place/* nameOf */.Vb)(at)} takes no text.`,
                    fix: 'Remove the text between its tags, blanks too where it takes nothing at all.',
                };
        }),
        message: 'Elements stand where only text may stand, or text where none may.',
        fix: 'Remove them; put marked-up text into <![CDATA[…]]>.',
        source,
    },
    {
        id: 'schema',
        severity: 'error',
        *check(metadata) {
            const schema = metadata.read?.schema;
            if (!schema?.first || schema.structure.length + schema.values.length > 0)
                return;
            const { text, at } = schema.first;
            const violation = { message: `The store refuses the file: ${text}` };
            yield at ? (0,place/* atElement */._c)(metadata, at, violation) : violation;
        },
        message: 'The store’s schema refuses the file.',
        fix: 'Correct what the message names.',
        source,
    },
];

// EXTERNAL MODULE: ./build/bundle/src/app/xml/decode-xml.js
var decode_xml = __webpack_require__(4197);
;// CONCATENATED MODULE: ./build/bundle/src/app/rules/xml-rules.js



const kib = (bytes) => `${bytes.toLocaleString('en')} bytes`;
/** Whether the file is read at all: its size, its bytes, its XML. */
const xmlRules = [
    {
        id: 'file-too-large',
        severity: 'error',
        *check({ bytes }) {
            if (bytes.length > limits/* limits */.F.fileSize)
                // How much more is not known: of a file far above the limit only the start is here.
                yield { message: `The file has more than ${kib(limits/* limits */.F.fileSize)}; the store reads no more.` };
        },
        message: 'The file is larger than the store reads.',
        fix: 'Shorten it; long texts belong into the app’s documentation.',
        source: 'appstore: api/v1/release/parser.py, stream_read_file',
    },
    {
        id: 'file-above-documented-size',
        severity: 'warning',
        *check({ bytes }) {
            if (bytes.length > limits/* limits */.F.documentedFileSize && bytes.length <= limits/* limits */.F.fileSize) {
                yield {
                    message: `The file has ${kib(bytes.length)}; the store’s documentation allows ${kib(limits/* limits */.F.documentedFileSize)}.`,
                };
            }
        },
        message: 'The file is larger than the store’s documentation allows, though its code still takes it.',
        fix: 'Shorten it.',
        source: 'appstore: docs/developer.rst',
    },
    {
        id: 'not-utf-8',
        severity: 'error',
        *check({ bytes, read }) {
            if (!read && bytes.length <= limits/* limits */.F.fileSize)
                yield { line: (0,decode_xml/* firstBadLine */.W)(bytes) };
        },
        message: 'The file is not UTF-8: the store fails with an internal error (500).',
        fix: 'Save it as UTF-8.',
        source: 'appstore: api/v1/release/parser.py, stream_read_utf8',
    },
    {
        id: 'xml-malformed',
        severity: 'error',
        *check(metadata) {
            const { read } = metadata;
            if (!read)
                return;
            for (const { message, fix, start } of read.reading.faults)
                yield (0,place.at)(metadata, start, { message, fix });
            const { complaint: first } = read;
            if (read.reading.faults.length > 0 || read.isXml)
                return;
            const { doctype } = read.reading;
            // Over entities that multiply or run in a circle libxml2 names its factor, or stops without a word.
            if (doctype && (!first || first.text.includes('amplification'))) {
                yield (0,place.at)(metadata, doctype.start, {
                    message: 'The entities of the <!DOCTYPE …> expand too far, or without end.',
                    fix: 'Remove the <!DOCTYPE …> and write the texts themselves.',
                });
                return;
            }
            yield {
                message: `The file is not well-formed: ${first?.text ?? 'libxml2 refuses it without a reason'}.`,
                ...(first && { line: first.line }),
            };
        },
        message: 'The file is not well-formed XML.',
        fix: 'Correct the XML at this place.',
        source: 'XML 1.0; appstore: api/v1/release/parser.py',
    },
    {
        id: 'entity-in-content',
        severity: 'error',
        *check(metadata) {
            for (const { name, start } of metadata.read?.isXml ? metadata.read.reading.entities : []) {
                yield (0,place.at)(metadata, start, {
                    message: `&${name}; stands in the text: the store takes no entities of a document’s own.`,
                });
            }
        },
        message: 'An entity of the document’s own stands in the text.',
        fix: 'Write the character itself, or a number such as &#160;.',
        source: 'appstore: api/v1/release/parser.py, “Must not contain entities”',
    },
    {
        id: 'entity-in-attribute',
        severity: 'warning',
        *check(metadata) {
            for (const { name, start } of metadata.read?.isXml ? metadata.read.reading.attributeEntities : []) {
                yield (0,place.at)(metadata, start, {
                    message: `&${name}; stands in an attribute: the store expands it, others may not.`,
                });
            }
        },
        message: 'An entity of the document’s own stands in an attribute.',
        fix: 'Write its text instead of it.',
        source: 'appstore: api/v1/release/parser.py',
    },
    {
        id: 'doctype',
        severity: 'warning',
        *check(metadata) {
            const doctype = metadata.read?.reading.doctype;
            if (!doctype)
                return;
            const external = doctype.external ? ' and loads nothing that it refers to' : '';
            yield (0,place.at)(metadata, doctype.start, { message: `The store ignores the <!DOCTYPE …>${external}.` });
        },
        message: 'The store ignores a <!DOCTYPE …>.',
        fix: 'Remove it: an app’s XML needs none.',
        source: 'appstore: api/v1/release/parser.py, load_dtd=False',
    },
    {
        id: 'declared-encoding',
        severity: 'warning',
        *check(metadata) {
            const declared = metadata.read?.decoded.declared;
            if (declared)
                yield (0,place.at)(metadata, declared.start, {
                    message: `The file declares the encoding ${declared.name}, but the store demands UTF-8: letters beyond ASCII arrive garbled.`,
                });
        },
        message: 'The declared encoding is not UTF-8.',
        fix: 'Declare encoding="UTF-8", and save the file as UTF-8.',
        source: 'appstore: api/v1/release/parser.py, bytes(xml, "utf-8")',
    },
    {
        id: 'wrong-root',
        severity: 'error',
        *check(metadata) {
            const root = metadata.read?.isXml ? metadata.read.reading.root : undefined;
            if (!root || metadata.read?.root)
                return;
            const wanted = metadata.kind;
            yield root.local === wanted
                ? (0,place/* atElement */._c)(metadata, root, {
                    message: `<${root.name}> is in the namespace ${root.uri}: the store then finds nothing in the file.`,
                    fix: `Write <${wanted}> without a namespace: neither xmlns="…" nor a prefix.`,
                })
                : (0,place/* atElement */._c)(metadata, root, {
                    message: `The root element is <${root.name}>, not <${wanted}>.`,
                    fix: `Make <${wanted}> the root element.`,
                });
        },
        message: 'The root element is another one, or it is in a namespace.',
        fix: 'Make <info> the root element, without a namespace.',
        source: 'appstore: api/v1/release/pre-info.xslt, pre-database.xslt',
    },
];

;// CONCATENATED MODULE: ./build/bundle/src/app/rules/metadata-rules.js







const ofInfo = (rule) => ({ ...rule, applies: ({ kind }) => kind === 'info' });
/** A hostile file could break one rule for every few of its bytes. */
const bounded = (rule) => ({
    ...rule,
    *check(metadata) {
        let count = 0;
        for (const violation of rule.check(metadata)) {
            if (count++ > limits/* limits */.F.findings)
                return;
            yield violation;
        }
    },
});
/** All rules about one info.xml or database.xml, in the order in which the store would come to them. */
const metadataRules = [
    ...xmlRules,
    ...schemaRules,
    ...info_rules/* infoRules */.WW.map(ofInfo),
    ...import_rules/* importRules */.n.map(ofInfo),
    ...[...droppedRules, ...changedRules].map(ofInfo),
].map(bounded);

;// CONCATENATED MODULE: ./build/bundle/src/app/schema-text.js
// SPDX-License-Identifier: MIT
// Generated by scripts/schema-text.mjs; change the schema, not this.
/** schema/info.xsd */
const infoSchema = String.raw `<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!--
  What the Nextcloud App Store accepts as appinfo/info.xml, once it has put the file into its own order
  (src/app/normalise-info.ts). Judging an unordered file with it says nothing about the store's answer.
-->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="unqualified">
  <xs:element name="info">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="id" type="app-id"/>
        <xs:element name="name" type="short-translation" maxOccurs="unbounded"/>
        <xs:element name="summary" type="short-translation" maxOccurs="unbounded"/>
        <xs:element name="description" type="long-translation" maxOccurs="unbounded"/>
        <xs:element name="version" type="release-version"/>
        <xs:element name="licence" type="licence" maxOccurs="unbounded"/>
        <xs:element name="author" type="author" maxOccurs="unbounded"/>
        <xs:element name="namespace" type="line" minOccurs="0"/>
        <xs:element name="types" type="types" minOccurs="0"/>
        <xs:element name="documentation" type="documentation" minOccurs="0"/>
        <xs:element name="category" type="category" maxOccurs="unbounded"/>
        <xs:element name="website" type="url" minOccurs="0"/>
        <xs:element name="discussion" type="url" minOccurs="0"/>
        <xs:element name="bugs" type="url"/>
        <xs:element name="repository" type="repository" minOccurs="0"/>
        <xs:element name="video" type="secure-url" minOccurs="0" maxOccurs="10"/>
        <xs:element name="screenshot" type="screenshot" minOccurs="0" maxOccurs="10"/>
        <xs:element name="donation" type="donation" minOccurs="0" maxOccurs="10"/>
        <xs:element name="dependencies" type="dependencies"/>
        <xs:element name="background-jobs" minOccurs="0">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="job" type="php-class" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="repair-steps" type="repair-steps" minOccurs="0"/>
        <xs:element name="two-factor-providers" minOccurs="0">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="provider" type="php-class" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="commands" minOccurs="0">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="command" type="php-class" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <!-- The store exchanges the contents of these two by mistake and keeps neither, so nothing may be left in them. -->
        <xs:element name="settings" type="emptied" minOccurs="0"/>
        <xs:element name="activity" type="emptied" minOccurs="0"/>
        <xs:element name="dashboard" minOccurs="0">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="widget" type="php-class" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="fulltextsearch" type="fulltextsearch" minOccurs="0"/>
        <xs:element name="navigations" type="navigations" minOccurs="0"/>
        <xs:element name="contactsmenu" minOccurs="0">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="provider" type="php-class"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="collaboration" type="collaboration" minOccurs="0"/>
        <!-- Dropped before validation: named only so that the judge's "Expected is one of" reads like the store's. -->
        <xs:element name="openmetrics" minOccurs="0"/>
        <xs:element name="sabre" minOccurs="0"/>
        <xs:element name="trash" minOccurs="0"/>
        <xs:element name="versions" minOccurs="0"/>
        <xs:element name="external-app" type="external-app" minOccurs="0"/>
      </xs:sequence>
    </xs:complexType>
    <!-- The names are the store's: its answers contain them. An absent lang counts as "en". -->
    <xs:unique name="uniqueNameL10n">
      <xs:selector xpath="name"/>
      <xs:field xpath="@lang"/>
    </xs:unique>
    <xs:unique name="uniqueSummaryL10n">
      <xs:selector xpath="summary"/>
      <xs:field xpath="@lang"/>
    </xs:unique>
    <xs:unique name="uniqueDescriptionL10n">
      <xs:selector xpath="description"/>
      <xs:field xpath="@lang"/>
    </xs:unique>
    <xs:unique name="uniqueLicense">
      <xs:selector xpath="licence"/>
      <xs:field xpath="."/>
    </xs:unique>
    <xs:unique name="uniqueCategory">
      <xs:selector xpath="category"/>
      <xs:field xpath="."/>
    </xs:unique>
    <xs:unique name="uniqueDatabase">
      <xs:selector xpath="dependencies/database"/>
      <xs:field xpath="."/>
    </xs:unique>
    <xs:unique name="uniqueLib">
      <xs:selector xpath="dependencies/lib"/>
      <xs:field xpath="."/>
    </xs:unique>
    <xs:unique name="uniqueCommand">
      <xs:selector xpath="dependencies/command"/>
      <xs:field xpath="."/>
    </xs:unique>
  </xs:element>

  <!-- Texts. White space counts in all of them. -->
  <xs:simpleType name="nothing">
    <xs:restriction base="xs:string">
      <xs:maxLength value="0"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="text">
    <xs:restriction base="xs:string">
      <xs:minLength value="1"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="line">
    <xs:restriction base="text">
      <xs:maxLength value="256"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="short-line">
    <xs:restriction base="text">
      <xs:maxLength value="128"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:complexType name="short-translation">
    <xs:simpleContent>
      <xs:extension base="short-line">
        <xs:attribute name="lang" type="language" default="en"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="long-translation">
    <xs:simpleContent>
      <xs:extension base="text">
        <xs:attribute name="lang" type="language" default="en"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:simpleType name="app-id">
    <xs:restriction base="line">
      <xs:maxLength value="32"/>
      <xs:pattern value="[a-z]+[a-z0-9_]*[a-z0-9]+"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="release-version">
    <xs:restriction base="line">
      <xs:pattern
        value="(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(\-([0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="required-version">
    <xs:restriction base="line">
      <xs:pattern value="[0-9]+(\.[0-9]+){0,2}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="mail-address">
    <xs:restriction base="line">
      <xs:pattern value="[^@]+@[^\.]+\..+"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="php-class">
    <xs:restriction base="xs:string">
      <xs:pattern value="[a-zA-Z_][0-9a-zA-Z_]*(\\[a-zA-Z_][0-9a-zA-Z_]*)*"/>
    </xs:restriction>
  </xs:simpleType>

  <!-- Addresses. xs:anyURI drops white space around the value before it counts and matches. -->
  <xs:simpleType name="url">
    <xs:restriction base="xs:anyURI">
      <xs:maxLength value="256"/>
      <xs:pattern value="https?://.+"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="secure-url">
    <xs:restriction base="xs:anyURI">
      <xs:maxLength value="256"/>
      <xs:pattern value="https://.+"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:complexType name="author">
    <xs:simpleContent>
      <xs:extension base="line">
        <xs:attribute name="mail" type="mail-address"/>
        <xs:attribute name="homepage" type="url"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="repository">
    <xs:simpleContent>
      <xs:extension base="url">
        <xs:attribute name="type" default="git">
          <xs:simpleType>
            <xs:restriction base="xs:string">
              <xs:enumeration value="git"/>
              <xs:enumeration value="mercurial"/>
              <xs:enumeration value="subversion"/>
              <xs:enumeration value="bzr"/>
            </xs:restriction>
          </xs:simpleType>
        </xs:attribute>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="screenshot">
    <xs:simpleContent>
      <xs:extension base="secure-url">
        <xs:attribute name="small-thumbnail" type="secure-url"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="donation">
    <xs:simpleContent>
      <xs:extension base="secure-url">
        <xs:attribute name="title" type="line"/>
        <xs:attribute name="type">
          <xs:simpleType>
            <xs:restriction base="xs:string">
              <xs:enumeration value="paypal"/>
              <xs:enumeration value="stripe"/>
              <xs:enumeration value="other"/>
            </xs:restriction>
          </xs:simpleType>
        </xs:attribute>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="documentation">
    <xs:sequence>
      <xs:element name="user" minOccurs="0">
        <xs:simpleType>
          <xs:restriction base="line">
            <xs:pattern value="https://.+|user-[a-z]+[\-a-z]*[a-z]+"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="admin" minOccurs="0">
        <xs:simpleType>
          <xs:restriction base="line">
            <xs:pattern value="https://.+|admin-[a-z]+[\-a-z]*[a-z]+"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="developer" minOccurs="0">
        <xs:simpleType>
          <xs:restriction base="line">
            <xs:pattern value="https://.+|developer-[a-z]+[\-a-z]*[a-z]+"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <!-- Dropped before validation, as in info: extended_authentication, dav, session, architecture. -->
  <xs:complexType name="types">
    <xs:sequence>
      <xs:element name="prelogin" minOccurs="0"/>
      <xs:element name="filesystem" minOccurs="0"/>
      <xs:element name="authentication" minOccurs="0"/>
      <xs:element name="extended_authentication" minOccurs="0"/>
      <xs:element name="logging" minOccurs="0"/>
      <xs:element name="dav" minOccurs="0"/>
      <xs:element name="prevent_group_restriction" minOccurs="0"/>
      <xs:element name="session" minOccurs="0"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="dependencies">
    <xs:sequence>
      <xs:element name="php" minOccurs="0">
        <xs:complexType>
          <xs:simpleContent>
            <xs:extension base="nothing">
              <xs:attribute name="min-int-size" default="32">
                <xs:simpleType>
                  <xs:restriction base="xs:int">
                    <xs:enumeration value="32"/>
                    <xs:enumeration value="64"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:attribute>
              <xs:attribute name="min-version" type="required-version"/>
              <xs:attribute name="max-version" type="required-version"/>
            </xs:extension>
          </xs:simpleContent>
        </xs:complexType>
      </xs:element>
      <xs:element name="database" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:simpleContent>
            <xs:extension base="database-product">
              <xs:attribute name="min-version" type="required-version"/>
              <xs:attribute name="max-version" type="required-version"/>
            </xs:extension>
          </xs:simpleContent>
        </xs:complexType>
      </xs:element>
      <xs:element name="command" minOccurs="0" maxOccurs="unbounded">
        <xs:simpleType>
          <xs:restriction base="line">
            <xs:pattern value="[a-zA-Z\-_]+"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="lib" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:simpleContent>
            <xs:extension base="line">
              <xs:attribute name="min-version" type="required-version"/>
              <xs:attribute name="max-version" type="required-version"/>
            </xs:extension>
          </xs:simpleContent>
        </xs:complexType>
      </xs:element>
      <xs:element name="owncloud" minOccurs="0">
        <xs:complexType>
          <xs:attribute name="min-version" type="required-version" use="required"/>
          <xs:attribute name="max-version" type="required-version"/>
        </xs:complexType>
      </xs:element>
      <xs:element name="nextcloud">
        <xs:complexType>
          <xs:attribute name="min-version" type="required-version" use="required"/>
          <xs:attribute name="max-version" type="required-version" use="required"/>
        </xs:complexType>
      </xs:element>
      <xs:element name="architecture" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="backend" minOccurs="0" maxOccurs="unbounded">
        <xs:simpleType>
          <xs:restriction base="xs:string">
            <xs:enumeration value="caldav"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <!-- What servers load and run. -->
  <xs:complexType name="emptied"/>
  <xs:complexType name="steps">
    <xs:sequence>
      <xs:element name="step" type="php-class" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="repair-steps">
    <xs:sequence>
      <xs:element name="pre-migration" type="steps" minOccurs="0"/>
      <xs:element name="post-migration" type="steps" minOccurs="0"/>
      <xs:element name="live-migration" type="steps" minOccurs="0"/>
      <xs:element name="install" type="steps" minOccurs="0"/>
      <xs:element name="uninstall" type="steps" minOccurs="0"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="fulltextsearch">
    <xs:sequence>
      <xs:element name="platform" type="php-class" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="provider" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:simpleContent>
            <xs:extension base="php-class">
              <xs:attribute name="min-version" type="required-version"/>
              <xs:attribute name="max-version" type="required-version"/>
            </xs:extension>
          </xs:simpleContent>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="navigations">
    <xs:sequence>
      <xs:element name="navigation" maxOccurs="unbounded">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="id" type="app-id" minOccurs="0"/>
            <xs:element name="name" type="text"/>
            <xs:element name="route" minOccurs="0">
              <xs:simpleType>
                <xs:restriction base="text">
                  <xs:pattern value="[0-9a-zA-Z_]+(\.[0-9a-zA-Z_]+){2}"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:element>
            <xs:element name="icon" type="xs:anyURI" minOccurs="0"/>
            <xs:element name="order" type="xs:int" minOccurs="0"/>
            <xs:element name="type" minOccurs="0">
              <xs:simpleType>
                <xs:restriction base="xs:string">
                  <xs:enumeration value="link"/>
                  <xs:enumeration value="settings"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:element>
          </xs:sequence>
          <xs:attribute name="role">
            <xs:simpleType>
              <xs:restriction base="xs:string">
                <xs:enumeration value="all"/>
                <xs:enumeration value="admin"/>
              </xs:restriction>
            </xs:simpleType>
          </xs:attribute>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="collaboration">
    <xs:sequence>
      <xs:element name="plugins" minOccurs="0">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="plugin" maxOccurs="unbounded">
              <xs:complexType>
                <xs:simpleContent>
                  <xs:extension base="php-class">
                    <xs:attribute name="type" use="required">
                      <xs:simpleType>
                        <xs:restriction base="xs:string">
                          <xs:enumeration value="collaborator-search"/>
                          <xs:enumeration value="autocomplete-sort"/>
                        </xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                    <xs:attribute name="share-type" type="share-type"/>
                  </xs:extension>
                </xs:simpleContent>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="external-app">
    <xs:sequence>
      <xs:element name="docker-install" minOccurs="0">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="registry" type="xs:string"/>
            <xs:element name="image" type="xs:string"/>
            <xs:element name="image-tag" type="xs:string"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="scopes" minOccurs="0">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="value" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="system" type="xs:boolean" minOccurs="0"/>
      <xs:element name="environment-variables" minOccurs="0">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="variable" maxOccurs="unbounded">
              <xs:complexType>
                <xs:sequence>
                  <xs:element name="name" type="xs:string"/>
                  <xs:element name="display-name" type="xs:string"/>
                  <xs:element name="description" type="xs:string" minOccurs="0"/>
                  <xs:element name="default" type="xs:string" minOccurs="0"/>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <!-- Closed lists. -->
  <xs:simpleType name="category">
    <xs:restriction base="xs:string">
      <xs:enumeration value="dashboard"/>
      <xs:enumeration value="security"/>
      <xs:enumeration value="customization"/>
      <xs:enumeration value="files"/>
      <xs:enumeration value="integration"/>
      <xs:enumeration value="monitoring"/>
      <xs:enumeration value="multimedia"/>
      <xs:enumeration value="office"/>
      <xs:enumeration value="organization"/>
      <xs:enumeration value="social"/>
      <xs:enumeration value="tools"/>
      <xs:enumeration value="games"/>
      <xs:enumeration value="search"/>
      <xs:enumeration value="workflow"/>
      <xs:enumeration value="ai"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="licence">
    <xs:restriction base="xs:string">
      <xs:enumeration value="0BSD"/>
      <xs:enumeration value="AGPL-3.0-only"/>
      <xs:enumeration value="AGPL-3.0-or-later"/>
      <xs:enumeration value="Apache-2.0"/>
      <xs:enumeration value="BSD-2-Clause"/>
      <xs:enumeration value="BSD-3-Clause"/>
      <xs:enumeration value="BSD-3-Clause-Clear"/>
      <xs:enumeration value="CC0-1.0"/>
      <xs:enumeration value="EUPL-1.2"/>
      <xs:enumeration value="FSFAP"/>
      <xs:enumeration value="GPL-2.0-or-later"/>
      <xs:enumeration value="GPL-3.0-only"/>
      <xs:enumeration value="GPL-3.0-or-later"/>
      <xs:enumeration value="LGPL-2.1-only"/>
      <xs:enumeration value="LGPL-2.1-or-later"/>
      <xs:enumeration value="LGPL-3.0-only"/>
      <xs:enumeration value="LGPL-3.0-or-later"/>
      <xs:enumeration value="MIT"/>
      <xs:enumeration value="MPL-2.0"/>
      <xs:enumeration value="OLDAP-2.7"/>
      <xs:enumeration value="PDDL-1.0"/>
      <xs:enumeration value="SAX-PD"/>
      <xs:enumeration value="Unlicense"/>
      <xs:enumeration value="X11"/>
      <xs:enumeration value="agpl"/>
      <xs:enumeration value="mit"/>
      <xs:enumeration value="mpl"/>
      <xs:enumeration value="apache"/>
      <xs:enumeration value="gpl3"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="database-product">
    <xs:restriction base="xs:string">
      <xs:enumeration value="sqlite"/>
      <xs:enumeration value="mysql"/>
      <xs:enumeration value="pgsql"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="share-type">
    <xs:restriction base="xs:string">
      <xs:enumeration value="SHARE_TYPE_USER"/>
      <xs:enumeration value="SHARE_TYPE_GROUP"/>
      <xs:enumeration value="SHARE_TYPE_LINK"/>
      <xs:enumeration value="SHARE_TYPE_EMAIL"/>
      <xs:enumeration value="SHARE_TYPE_CONTACT"/>
      <xs:enumeration value="SHARE_TYPE_REMOTE"/>
      <xs:enumeration value="SHARE_TYPE_CIRCLE"/>
      <xs:enumeration value="SHARE_TYPE_GUEST"/>
      <xs:enumeration value="SHARE_TYPE_ROOM"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="language">
    <xs:restriction base="xs:string">
      <xs:enumeration value="af"/>
      <xs:enumeration value="ar"/>
      <xs:enumeration value="ast"/>
      <xs:enumeration value="az"/>
      <xs:enumeration value="bg"/>
      <xs:enumeration value="be"/>
      <xs:enumeration value="bn"/>
      <xs:enumeration value="br"/>
      <xs:enumeration value="bs"/>
      <xs:enumeration value="ca"/>
      <xs:enumeration value="cs"/>
      <xs:enumeration value="cy"/>
      <xs:enumeration value="da"/>
      <xs:enumeration value="de"/>
      <xs:enumeration value="el"/>
      <xs:enumeration value="en"/>
      <xs:enumeration value="eo"/>
      <xs:enumeration value="es"/>
      <xs:enumeration value="es-ar"/>
      <xs:enumeration value="es-co"/>
      <xs:enumeration value="es-mx"/>
      <xs:enumeration value="es-ni"/>
      <xs:enumeration value="es-ve"/>
      <xs:enumeration value="et"/>
      <xs:enumeration value="eu"/>
      <xs:enumeration value="fa"/>
      <xs:enumeration value="fi"/>
      <xs:enumeration value="fr"/>
      <xs:enumeration value="fy"/>
      <xs:enumeration value="ga"/>
      <xs:enumeration value="gd"/>
      <xs:enumeration value="gl"/>
      <xs:enumeration value="he"/>
      <xs:enumeration value="hi"/>
      <xs:enumeration value="hr"/>
      <xs:enumeration value="hu"/>
      <xs:enumeration value="ia"/>
      <xs:enumeration value="id"/>
      <xs:enumeration value="io"/>
      <xs:enumeration value="is"/>
      <xs:enumeration value="it"/>
      <xs:enumeration value="ja"/>
      <xs:enumeration value="ka"/>
      <xs:enumeration value="kk"/>
      <xs:enumeration value="km"/>
      <xs:enumeration value="kn"/>
      <xs:enumeration value="ko"/>
      <xs:enumeration value="lb"/>
      <xs:enumeration value="lt"/>
      <xs:enumeration value="lv"/>
      <xs:enumeration value="mk"/>
      <xs:enumeration value="ml"/>
      <xs:enumeration value="mn"/>
      <xs:enumeration value="mr"/>
      <xs:enumeration value="my"/>
      <xs:enumeration value="nb"/>
      <xs:enumeration value="ne"/>
      <xs:enumeration value="nl"/>
      <xs:enumeration value="nn"/>
      <xs:enumeration value="os"/>
      <xs:enumeration value="pa"/>
      <xs:enumeration value="pl"/>
      <xs:enumeration value="pt"/>
      <xs:enumeration value="pt-br"/>
      <xs:enumeration value="ro"/>
      <xs:enumeration value="ru"/>
      <xs:enumeration value="sk"/>
      <xs:enumeration value="sl"/>
      <xs:enumeration value="sq"/>
      <xs:enumeration value="sr"/>
      <xs:enumeration value="sr-latn"/>
      <xs:enumeration value="sv"/>
      <xs:enumeration value="sw"/>
      <xs:enumeration value="ta"/>
      <xs:enumeration value="te"/>
      <xs:enumeration value="th"/>
      <xs:enumeration value="tr"/>
      <xs:enumeration value="tt"/>
      <xs:enumeration value="udm"/>
      <xs:enumeration value="uk"/>
      <xs:enumeration value="ur"/>
      <xs:enumeration value="vi"/>
      <xs:enumeration value="zh-hans"/>
      <xs:enumeration value="zh-hant"/>
    </xs:restriction>
  </xs:simpleType>
</xs:schema>
`;
/** schema/database.xsd */
const databaseSchema = String.raw `<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!--
  What the Nextcloud App Store accepts as appinfo/database.xml, once it has put the file into its own order
  (src/app/normalise-database.ts).
-->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="unqualified">
  <xs:element name="database">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="name" type="database-text" minOccurs="0"/>
        <xs:element name="create" type="xs:boolean" minOccurs="0"/>
        <xs:element name="overwrite" type="xs:boolean" minOccurs="0"/>
        <xs:element name="charset" type="database-text" minOccurs="0"/>
        <xs:element name="table" type="database-table" maxOccurs="unbounded"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>

  <xs:simpleType name="database-text">
    <xs:restriction base="xs:string">
      <xs:minLength value="1"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:complexType name="database-table">
    <xs:sequence>
      <xs:element name="name" type="database-text"/>
      <xs:element name="create" type="xs:boolean" minOccurs="0"/>
      <xs:element name="overwrite" type="xs:boolean" minOccurs="0"/>
      <xs:element name="charset" type="database-text" minOccurs="0"/>
      <xs:element name="declaration">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="field" type="database-field" minOccurs="0" maxOccurs="unbounded"/>
            <xs:element name="index" type="database-index" minOccurs="0" maxOccurs="unbounded"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="database-field">
    <xs:sequence>
      <xs:element name="name" type="database-text"/>
      <xs:element name="type" type="database-type"/>
      <xs:element name="length" type="xs:int" minOccurs="0"/>
      <xs:element name="unsigned" type="xs:boolean" minOccurs="0"/>
      <xs:element name="notnull" type="xs:boolean" minOccurs="0"/>
      <xs:element name="autoincrement" type="xs:boolean" minOccurs="0"/>
      <xs:element name="default" type="xs:string" minOccurs="0"/>
      <xs:element name="comments" type="database-text" minOccurs="0"/>
      <xs:element name="primary" type="xs:boolean" minOccurs="0"/>
      <xs:element name="precision" type="xs:int" minOccurs="0"/>
      <xs:element name="scale" type="xs:int" minOccurs="0"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="database-index">
    <xs:sequence>
      <xs:element name="name" type="database-text"/>
      <xs:element name="primary" type="xs:boolean" minOccurs="0"/>
      <xs:element name="unique" type="xs:boolean" minOccurs="0"/>
      <xs:element name="field" maxOccurs="unbounded">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="name" type="database-text"/>
            <xs:element name="sorting" minOccurs="0">
              <xs:simpleType>
                <xs:restriction base="xs:string">
                  <xs:enumeration value="ascending"/>
                  <xs:enumeration value="descending"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
  <xs:simpleType name="database-type">
    <xs:restriction base="xs:string">
      <xs:enumeration value="integer"/>
      <xs:enumeration value="clob"/>
      <xs:enumeration value="text"/>
      <xs:enumeration value="timestamp"/>
      <xs:enumeration value="numeric"/>
      <xs:enumeration value="smallint"/>
      <xs:enumeration value="bigint"/>
      <xs:enumeration value="decimal"/>
      <xs:enumeration value="float"/>
      <xs:enumeration value="string"/>
      <xs:enumeration value="guid"/>
      <xs:enumeration value="binary"/>
      <xs:enumeration value="blob"/>
      <xs:enumeration value="boolean"/>
      <xs:enumeration value="date"/>
      <xs:enumeration value="datetime"/>
      <xs:enumeration value="datetimetz"/>
      <xs:enumeration value="time"/>
      <xs:enumeration value="dateinterval"/>
      <xs:enumeration value="json"/>
    </xs:restriction>
  </xs:simpleType>
</xs:schema>
`;

// EXTERNAL MODULE: ./build/bundle/src/app/xml/read-xml.js + 5 modules
var read_xml = __webpack_require__(1952);
;// CONCATENATED MODULE: ./build/bundle/src/app/content-model.js
// SPDX-License-Identifier: MIT



/**
 * Everything wrong with the structure of a normalised document. libxml2 stops looking into an element at the first
 * child that it does not expect, and its "not expected" may mean that another one is missing; people want to know all.
 *
 * @returns the faults, and the document without what is too much or out of place, so that the judge, with a schema
 * that misses nothing, gets to see every value
 */
function checkStructure(root) {
    const faults = [];
    const model = root.local === 'database' ? models().database : models().info;
    return { faults, mended: checkElement(root, model, faults) };
}
function checkElement(element, { children: expected }, faults) {
    if (!expected)
        return element;
    const kept = new Map(expected.map((child) => [child, []]));
    let furthest = 0;
    for (const at of (0,tree/* childrenOf */.LU)(element)) {
        const place = expected.findIndex(({ name }) => at.uri === '' && name === at.local);
        const child = expected[place];
        const same = child && kept.get(child);
        if (!child || !same)
            faults.push({ kind: 'unknown', expected: expected.map(({ name }) => name), at });
        else if (same.length >= child.max)
            faults.push({ kind: 'repeated', max: child.max, at });
        else {
            if (place < furthest)
                faults.push({ kind: 'misplaced', before: expected[furthest]?.name ?? '', at });
            furthest = Math.max(furthest, place);
            same.push(checkElement(at, child.model, faults));
        }
    }
    for (const [{ name, min }, found] of kept) {
        if (found.length < min)
            faults.push({ kind: 'missing', name, at: element });
    }
    const others = element.children.filter((node) => node.kind !== 'element');
    return { ...element, children: [...[...kept.values()].flat(), ...others] };
}
let known;
function models() {
    return (known ??= { info: modelOf(infoSchema), database: modelOf(databaseSchema) });
}
/** Our schemas use sequences of elements only, which is all that is read here. */
function modelOf(schema) {
    const { root } = (0,read_xml/* readXml */.k)(schema);
    if (!root)
        throw new Error('the embedded schema is not XML');
    const xs = (element, name) => (element ? (0,tree/* childrenOf */.LU)(element) : []).filter((child) => child.local === name);
    const types = new Map(xs(root, 'complexType').map((type) => [(0,tree/* attributeOf */.w4)(type, 'name'), type]));
    const model = (element) => {
        const type = xs(element, 'complexType')[0] ?? types.get((0,tree/* attributeOf */.w4)(element, 'type'));
        const sequence = xs(type, 'sequence')[0];
        return {
            children: sequence &&
                xs(sequence, 'element').map((child) => ({
                    name: (0,tree/* attributeOf */.w4)(child, 'name') ?? '',
                    min: Number((0,tree/* attributeOf */.w4)(child, 'minOccurs') ?? 1),
                    max: Number(((0,tree/* attributeOf */.w4)(child, 'maxOccurs') ?? '1').replace('unbounded', 'Infinity')),
                    model: model(child),
                })),
        };
    };
    const [main] = xs(root, 'element');
    if (!main)
        throw new Error('the embedded schema declares no element');
    return model(main);
}

;// CONCATENATED MODULE: ./build/bundle/src/app/xml/bound-xml.js
// SPDX-License-Identifier: MIT


/** Elements whose pattern repeats itself, such as `[a-z]+[a-z0-9_]*[a-z0-9]+`: libxml2 tries every way to share a value out. */
const costly = new Set(['id', 'user', 'admin', 'developer']);
/**
 * A copy for the judge that it cannot be kept busy with: few children of one name, few attributes, no endless value
 * where the pattern is costly. Such a value is still longer than it may be, so it is still refused.
 *
 * @returns `cut` where children or attributes were left out: where the copy is good, the whole has still to be judged
 */
function boundXml(root) {
    if (isSmall(root))
        return { root, cut: false };
    let cut = false;
    const bound = (element) => {
        const counts = new Map();
        const children = element.children.filter((child) => {
            if (child.kind !== 'element')
                return true;
            const count = (counts.get(child.name) ?? 0) + 1;
            counts.set(child.name, count);
            return count <= limits/* limits */.F.judgedRepeats;
        });
        const attributes = element.attributes.slice(0, limits/* limits */.F.judgedRepeats);
        cut ||= children.length < element.children.length || attributes.length < element.attributes.length;
        return {
            ...element,
            attributes,
            children: boundValue(element, children.map((child) => (child.kind === 'element' ? bound(child) : child))),
        };
    };
    return { root: bound(root), cut };
}
function isSmall(element) {
    return (element.children.length <= limits/* limits */.F.judgedRepeats &&
        element.attributes.length <= limits/* limits */.F.judgedRepeats &&
        boundValue(element, element.children) === element.children &&
        element.children.every((child) => child.kind !== 'element' || isSmall(child)));
}
/** The whole, with nothing left out but the ends of costly values. */
function boundValues(root) {
    const children = root.children.map((child) => (child.kind === 'element' ? boundValues(child) : child));
    return { ...root, children: boundValue(root, children) };
}
function boundValue(element, children) {
    if (!costly.has(element.local) || children.some(({ kind }) => kind !== 'text'))
        return children;
    const value = children.map(tree/* textOf */.b6).join('');
    return value.length > limits/* limits */.F.judgedValue ? [{ kind: 'text', value: value.slice(0, limits/* limits */.F.judgedValue) }] : children;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/src/app/app-error.js
var app_error = __webpack_require__(7729);
;// CONCATENATED MODULE: ./build/bundle/src/app/xml/judge.js
// SPDX-License-Identifier: MIT



/** Accepts every well-formed document's root with one message: what is asked is only whether it is well-formed. */
const anySchema = {
    'any.xsd': '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
};
/**
 * Has libxml2 judge all documents in few runs: each run starts a worker and a WebAssembly instance (45 ms), a further
 * document costs 0.1 to 0.2 ms. Nothing outside is reachable from there: no network, no file system but the documents.
 * A document on which libxml2 breaks down counts as not well-formed.
 *
 * @throws AppError `judge-failed` where libxml2 does not run at all
 */
async function judge(documents, schemas) {
    const judgements = [];
    for (const batch of batchesOf(documents))
        judgements.push(...(await judgeBatch(batch, schemas)));
    return judgements;
}
function* batchesOf(documents) {
    let batch = [];
    let size = 0;
    for (const document of documents) {
        if (batch.length >= limits/* limits */.F.judgeDocuments || (batch.length > 0 && size + document.length > limits/* limits */.F.judgeBytes)) {
            yield batch;
            batch = [];
            size = 0;
        }
        batch.push(document);
        size += document.length;
    }
    if (batch.length > 0)
        yield batch;
}
/** Where libxml2 breaks down over a batch, its halves are judged, down to the document that it broke down over. */
async function judgeBatch(documents, schemas) {
    try {
        return await run(documents, schemas);
    }
    catch (cause) {
        await selfTest(cause, schemas);
    }
    if (documents.length === 1) {
        const text = 'libxml2 broke down over this document';
        return [{ wellFormed: false, valid: false, messages: [{ about: 'parser', line: 1, text }] }];
    }
    const middle = documents.length >> 1;
    const first = await judgeBatch(documents.slice(0, middle), schemas);
    return [...first, ...(await judgeBatch(documents.slice(middle), schemas))];
}
async function selfTest(cause, schemas) {
    try {
        await run(['<a/>'], schemas);
    }
    catch {
        throw new app_error/* AppError */.u('judge-failed', 'libxml2 does not run.', {
            hint: 'Install the program again: xmllint.wasm and xmllint-node.js belong beside it.',
            cause,
        });
    }
}
async function run(documents, schemas) {
    // Messages quote the documents, so their names must be such that no document can forge a message.
    const nonce = (0,external_node_crypto_.randomBytes)(6).toString('hex');
    const [main, ...included] = Object.entries(schemas).map(([fileName, contents]) => ({ fileName, contents }));
    if (!main)
        return [];
    const { validateXML } = await __webpack_require__.e(/* import() */ 284).then(__webpack_require__.t.bind(__webpack_require__, 2284, 19));
    const { rawOutput } = await validateXML({
        xml: documents.map((contents, index) => ({ fileName: `${nonce}-${index}`, contents })),
        schema: [main],
        preload: included,
        maxMemoryPages: limits/* limits */.F.judgePages,
        // Warnings do not count, and a hostile file can cause any number of them.
        modifyArguments: (args) => ['--nowarning', ...args],
    });
    return readOutput(rawOutput, nonce, documents.length);
}
/**
 * xmllint's messages: `NAME:LINE: CONTEXT: SCHEMAS validity error : TEXT` or `NAME:LINE: parser error : TEXT`, behind the
 * latter the line in question and a caret; then `NAME validates` or `NAME fails to validate` where a tree was built.
 */
function readOutput(output, nonce, count) {
    const verdicts = Array.from({ length: count }, () => ({ wellFormed: false, valid: false, messages: [] }));
    const line = new RegExp(`^${nonce}-(\\d+)(?::(\\d+): | )`);
    for (const block of output.split(new RegExp(`^(?=${nonce}-)`, 'm'))) {
        const found = line.exec(block);
        const verdict = verdicts[Number(found?.[1])];
        if (!found || !verdict)
            continue;
        const rest = block.slice(found[0].length).trimEnd();
        if (found[2] === undefined) {
            // Further lines are about entities of the next document, which have no name in front.
            const [verdictLine] = rest.split('\n', 1);
            verdict.valid = verdictLine === 'validates';
            verdict.wellFormed = verdict.valid || verdictLine === 'fails to validate';
            continue;
        }
        const message = readMessage(Number(found[2]), rest);
        if (message)
            verdict.messages.push(message);
    }
    return verdicts.map(({ wellFormed, valid, messages }) => {
        // libxml2 builds a tree over undeclared prefixes; lxml, and so the store, calls that malformed.
        const clean = wellFormed && !messages.some(({ about }) => about === 'namespace');
        return { wellFormed: clean, valid: clean && valid, messages };
    });
}
function readMessage(line, text) {
    const schema = /^(?:element [^\n]*?: )?Schemas validity (?:error|internal error) : ([^]*)$/.exec(text);
    if (schema)
        return { about: 'schema', line, text: schema[1] ?? '' };
    const parser = /^(\S+) error : ([^\n]*)/.exec(text);
    return parser
        ? { about: parser[1] === 'namespace' ? 'namespace' : 'parser', line, text: parser[2] ?? '' }
        : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/src/app/xml/write-xml.js
/**
 * Writes a tree so that every line holds the end of exactly one start tag: libxml2 counts an element's line there, so a
 * line number in its messages names one element. Line feeds inside values are written as references.
 *
 * Namespace declarations of elements that the tree no longer has (copied out of their parents) are added where needed.
 */
function writeXml(root) {
    const elements = [];
    const parts = [];
    const write = (node, declared) => {
        if (node.kind === 'text')
            parts.push(write_xml_escape(node.value));
        // A mark in its place: the value is refused anyway, and must not look empty as well.
        if (node.kind === 'entity')
            parts.push(write_xml_escape(`&${node.name};`));
        if (node.kind !== 'element')
            return;
        elements.push(node);
        const { attributes, inner } = declarationsOf(node, declared);
        parts.push('<', node.name, ...attributes, '\n>');
        for (const child of node.children)
            write(child, inner);
        parts.push('</', node.name, '>');
    };
    write(root, new Set());
    return { text: parts.join(''), elements: [undefined, ...elements] };
}
function declarationsOf(node, declared) {
    if (node.attributes.length === 0 && !node.name.includes(':'))
        return { attributes: [], inner: declared };
    const attributes = node.attributes.map(({ name, value }) => ` ${name}="${write_xml_escape(value)}"`);
    const missing = [node, ...node.attributes]
        .filter(({ name, uri }) => uri !== '' && name.includes(':') && !/^xml(ns)?:/.test(name))
        .map(({ name, uri }) => [`xmlns:${name.slice(0, name.indexOf(':'))}`, uri])
        .filter(([name]) => !declared.has(name) && !node.attributes.some((attribute) => attribute.name === name));
    for (const [name, uri] of new Map(missing))
        attributes.push(` ${name}="${write_xml_escape(uri)}"`);
    const added = [...node.attributes.map(({ name }) => name), ...missing.map(([name]) => name)].filter((name) => name.startsWith('xmlns:'));
    return { attributes, inner: added.length > 0 ? new Set([...declared, ...added]) : declared };
}
const escapes = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\t': '&#9;',
    '\n': '&#10;',
    '\r': '&#13;',
};
function write_xml_escape(text) {
    return text.replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);
}

;// CONCATENATED MODULE: ./build/bundle/src/app/schema-judgement.js
// SPDX-License-Identifier: MIT






const mainSchema = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="info.xsd"/><xs:include schemaLocation="database.xsd"/></xs:schema>';
const strict = { 'main.xsd': mainSchema, 'info.xsd': infoSchema, 'database.xsd': databaseSchema };
/** Nothing is missing: it judges the values of documents whose structure is known to be wrong. */
const relaxed = {
    'main.xsd': mainSchema,
    'info.xsd': withoutMinima(infoSchema),
    'database.xsd': withoutMinima(databaseSchema),
};
/** Judges normalised documents, all of them in the same one to three runs of libxml2. */
async function judgeBySchema(documents) {
    const bounded = documents.map(boundXml);
    const seen = await judgeTrees(bounded.map(({ root }) => root), strict);
    // The whole only where something was left out, and nothing was wrong with the rest.
    const unseen = documents.filter((_, index) => bounded[index]?.cut && seen[index]?.judgement?.valid);
    const whole = pairs(unseen, await judgeTrees(unseen.map(boundValues), strict));
    const judged = documents.flatMap((document, index) => whole.get(document) ?? seen[index] ?? []);
    const refused = judged.filter((tree) => tree.judgement?.valid !== true);
    const structures = refused.map(({ root }) => checkStructure(root));
    const mended = structures.filter(({ faults }) => faults.length > 0);
    const values = pairs(mended, await judgeTrees(mended.map(({ mended: root }) => root), relaxed));
    const faults = pairs(refused, structures);
    return judged.map((tree) => {
        const structure = faults.get(tree);
        if (!structure)
            return { structure: [], values: [], first: undefined };
        return { structure: structure.faults, values: valuesOf(values.get(structure) ?? tree), first: firstOf(tree) };
    });
}
async function judgeTrees(roots, schemas) {
    const written = roots.map(writeXml);
    const judgements = await judge(written.map(({ text }) => text), schemas);
    return roots.flatMap((root, index) => {
        const document = written[index];
        return document ? [{ root, written: document, judgement: judgements[index] }] : [];
    });
}
function valuesOf({ written, judgement }) {
    return valueFaults(judgement?.messages ?? [], written.elements);
}
function firstOf({ written, judgement }) {
    const [message] = judgement?.messages ?? [];
    if (!message)
        return { text: 'libxml2 does not accept it', at: undefined };
    return { text: message.text, at: written.elements[message.line - 1] };
}
function pairs(keys, values) {
    return new Map(keys.flatMap((key, index) => values.slice(index, index + 1).map((value) => [key, value])));
}
/** Every element may be missing, except the roots, which stand at the margin. */
function withoutMinima(schema) {
    return schema.replace(/^( {4,}<xs:element name="[^"]*")(?![^>]*minOccurs)/gm, '$1 minOccurs="0"');
}

;// CONCATENATED MODULE: ./build/bundle/src/app/store-info.js
// SPDX-License-Identifier: MIT


/** What the store keeps of an info.xml that it accepted, from its normalised form. */
function storeInfo(info) {
    const text = (element) => orNull(element && (0,tree/* textOf */.b6)(element));
    const required = (name) => text((0,tree/* childOf */.GG)(info, name)) ?? '';
    const [name, summary, description] = withFallbacks(['name', 'summary', 'description'].map((field) => translations(info, field)));
    return {
        app: {
            id: required('id'),
            categories: (0,tree/* childrenOf */.LU)(info, 'category').map((category) => ({ category: { id: (0,tree/* textOf */.b6)(category) } })),
            description: description ?? {},
            summary: summary ?? {},
            name: name ?? {},
            authors: (0,tree/* childrenOf */.LU)(info, 'author').map((author) => ({
                author: {
                    name: (0,tree/* textOf */.b6)(author),
                    homepage: orNull((0,tree/* attributeOf */.w4)(author, 'homepage')),
                    mail: orNull((0,tree/* attributeOf */.w4)(author, 'mail')),
                },
            })),
            videos: (0,tree/* childrenOf */.LU)(info, 'video').map((video, index) => ({ video: { url: (0,tree/* textOf */.b6)(video), ordering: index + 1 } })),
            screenshots: (0,tree/* childrenOf */.LU)(info, 'screenshot').map((screenshot, index) => ({
                screenshot: {
                    url: (0,tree/* textOf */.b6)(screenshot),
                    small_thumbnail: orNull((0,tree/* attributeOf */.w4)(screenshot, 'small-thumbnail')),
                    ordering: index + 1,
                },
            })),
            donations: (0,tree/* childrenOf */.LU)(info, 'donation').map((donation, index) => ({
                donation: {
                    url: (0,tree/* textOf */.b6)(donation),
                    title: (0,tree/* attributeOf */.w4)(donation, 'title') ?? 'Donate to support this app',
                    type: (0,tree/* attributeOf */.w4)(donation, 'type') ?? 'other',
                    ordering: index + 1,
                },
            })),
            ...documentation((0,tree/* childOf */.GG)(info, 'documentation')),
            website: text((0,tree/* childOf */.GG)(info, 'website')),
            discussion: text((0,tree/* childOf */.GG)(info, 'discussion')),
            issue_tracker: text((0,tree/* childOf */.GG)(info, 'bugs')),
            release: release(info),
        },
    };
}
/** lxml knows no empty text: the store keeps None. */
function orNull(text) {
    return text === undefined || text === '' ? null : text;
}
/** Texts of one element in the languages that have it, before any fallback. */
function translations(info, field) {
    return Object.fromEntries((0,tree/* childrenOf */.LU)(info, field).map((element) => [
        ((0,tree/* attributeOf */.w4)(element, 'lang') ?? 'en').replaceAll('-', '_'),
        (0,tree/* textOf */.b6)(element),
    ]));
}
/** A language that one of the fields has and another lacks is filled up with English there. */
function withFallbacks(fields) {
    const languages = new Set(fields.flatMap((field) => Object.keys(field)));
    return fields.map((field) => Object.fromEntries([...new Set([...Object.keys(field), ...languages])].map((language) => [
        language,
        field[language] ?? field.en ?? '',
    ])));
}
/** A slug such as `admin-news` is accepted, but not kept. */
function documentation(element) {
    const addresses = ['admin', 'user', 'developer'].flatMap((audience) => {
        const child = (0,tree/* childOf */.GG)(element, audience);
        const address = child && (0,tree/* textOf */.b6)(child);
        return address?.startsWith('https://') ? [[`${audience}_docs`, address]] : [];
    });
    return Object.fromEntries(addresses);
}
function release(info) {
    const dependencies = (0,tree/* childOf */.GG)(info, 'dependencies');
    const php = (0,tree/* childOf */.GG)(dependencies, 'php');
    const platform = (0,tree/* childOf */.GG)(dependencies, 'nextcloud');
    const externalApp = (0,tree/* childOf */.GG)(info, 'external-app');
    const named = (name) => (dependencies ? (0,tree/* childrenOf */.LU)(dependencies, name) : []);
    const [phpRange, platformRange] = [rangeOf(php), rangeOf(platform)];
    const version = (0,tree/* childOf */.GG)(info, 'version');
    return {
        version: version ? (0,tree/* textOf */.b6)(version) : '',
        licenses: (0,tree/* childrenOf */.LU)(info, 'licence').map((licence) => ({ license: { id: (0,tree/* textOf */.b6)(licence) } })),
        php_min_version: phpRange.min,
        raw_php_min_version: phpRange.rawMin,
        php_max_version: phpRange.max,
        raw_php_max_version: phpRange.rawMax,
        min_int_size: Number((php && (0,tree/* attributeOf */.w4)(php, 'min-int-size')) ?? 32),
        platform_min_version: platformRange.min,
        raw_platform_min_version: platformRange.rawMin,
        platform_max_version: platformRange.max,
        raw_platform_max_version: platformRange.rawMax,
        php_extensions: named('lib').map((lib) => ({ php_extension: requirement(lib) })),
        databases: named('database').map((database) => ({ database: requirement(database) })),
        shell_commands: named('command').map((command) => ({ shell_command: { name: (0,tree/* textOf */.b6)(command) } })),
        platform_version_spec: (0,version_range/* specification */.yT)(platformRange.min, platformRange.max),
        raw_platform_version_spec: (0,version_range/* rawSpecification */.Qi)(platformRange.rawMin, platformRange.rawMax),
        php_version_spec: (0,version_range/* specification */.yT)(phpRange.min, phpRange.max),
        raw_php_version_spec: (0,version_range/* rawSpecification */.Qi)(phpRange.rawMin, phpRange.rawMax),
        ...(externalApp && { external_app: externalAppOf(externalApp) }),
    };
}
function rangeOf(element) {
    return (0,version_range/* versionRange */.QF)(element && (0,tree/* attributeOf */.w4)(element, 'min-version'), element && (0,tree/* attributeOf */.w4)(element, 'max-version'));
}
function requirement(element) {
    const { min, rawMin, max, rawMax } = rangeOf(element);
    return { min_version: min, raw_min_version: rawMin, max_version: max, raw_max_version: rawMax, id: (0,tree/* textOf */.b6)(element) };
}
function externalAppOf(element) {
    const text = (parent, name) => {
        const child = (0,tree/* childOf */.GG)(parent, name);
        return orNull(child && (0,tree/* textOf */.b6)(child));
    };
    const install = (0,tree/* childOf */.GG)(element, 'docker-install');
    const scopes = (0,tree/* childOf */.GG)(element, 'scopes');
    const variables = (0,tree/* childOf */.GG)(element, 'environment-variables');
    return {
        docker_install: {
            registry: text(install, 'registry'),
            image: text(install, 'image'),
            image_tag: text(install, 'image-tag'),
        },
        scopes: scopes ? (0,tree/* childrenOf */.LU)(scopes, 'value').map((value) => ({ value: orNull((0,tree/* textOf */.b6)(value)) })) : [],
        system: text(element, 'system'),
        environment_variables: (variables ? (0,tree/* childrenOf */.LU)(variables, 'variable') : []).map((variable) => ({
            variable: {
                name: text(variable, 'name'),
                display_name: text(variable, 'display-name'),
                ...((0,tree/* childOf */.GG)(variable, 'description') && { description: text(variable, 'description') }),
                ...((0,tree/* childOf */.GG)(variable, 'default') && { default: text(variable, 'default') }),
            },
        })),
    };
}

;// CONCATENATED MODULE: ./build/bundle/src/app/xml/positions.js
// SPDX-License-Identifier: MIT

/** Turns offsets in a text into lines and columns. Line ends are LF, CRLF and a lone CR, as XML has them. */
class Positions {
    text;
    #starts;
    /** the last answer: many questions about one very long line come in its order */
    #last = { start: 0, offset: 0, column: 1 };
    constructor(text) {
        this.text = text;
    }
    at(offset) {
        const starts = (this.#starts ??= lineStarts(this.text));
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        const start = starts[low] ?? 0;
        const known = this.#last.start === start && this.#last.offset <= offset ? this.#last : { offset: start, column: 1 };
        const column = known.column + (0,characters/* countCharacters */.w)(this.text.slice(known.offset, offset));
        this.#last = { start, offset, column };
        return { line: low + 1, column };
    }
}
function lineStarts(text) {
    const starts = [0];
    for (const end of text.matchAll(/\r\n|\r|\n/g))
        starts.push(end.index + end[0].length);
    return starts;
}

;// CONCATENATED MODULE: ./build/bundle/src/app/judge-xml.js
// SPDX-License-Identifier: MIT















/** Judges any number of documents as the store would, all of them in the same few runs of libxml2. */
async function judgeXml(documents) {
    const drafts = documents.map(prepare);
    const contents = drafts.flatMap(({ content }) => content ?? []);
    const normalised = contents.flatMap((content) => content.normalised ?? []);
    // Two workers side by side: whether it is XML does not depend on what the store makes of it.
    const [wellFormed, schema] = await Promise.all([
        judge(contents.map(({ judged }) => judged), anySchema),
        judgeBySchema(normalised),
    ]);
    const wellFormedOf = new Map(contents.map((content, index) => [content, wellFormed[index]]));
    const schemaOf = new Map(normalised.map((root, index) => [root, schema[index]]));
    return drafts.map(({ document, content }) => conclude(document, content &&
        readMetadata(content, wellFormedOf.get(content), content.normalised && schemaOf.get(content.normalised))));
}
function prepare(document) {
    const decoded = document.bytes.length > limits/* limits */.F.fileSize ? undefined : (0,decode_xml/* decodeXml */.y)(document.bytes);
    if (!decoded)
        return { document, content: undefined };
    const reading = (0,read_xml/* readXml */.k)(decoded.text);
    const root = reading.root?.name === document.kind && reading.root.uri === '' ? reading.root : undefined;
    // Behind a fault only more faults would come; only the first one counts.
    const judged = reading.faults.length > 0 ? decoded.utf8.slice(0, reading.end + limits/* limits */.F.judgedBehindFault) : decoded.utf8;
    const normalise = document.kind === 'info' ? normalise_info/* normaliseInfo */.DX : normalise_database/* normaliseDatabase */.q;
    return { document, content: { decoded, reading, judged, root, normalised: root && normalise(root) } };
}
function readMetadata({ decoded, reading, root, normalised }, wellFormed, schema) {
    const isXml = reading.faults.length === 0 && wellFormed?.wellFormed === true;
    return {
        decoded,
        reading,
        positions: new Positions(decoded.text),
        isXml,
        complaint: wellFormed?.messages.find(({ about }) => about !== 'schema'),
        root: isXml ? root : undefined,
        normalised: isXml ? normalised : undefined,
        schema: isXml ? schema : undefined,
    };
}
function conclude({ kind, file, bytes }, read) {
    const metadata = { kind, bytes, read };
    const found = (0,rule/* applyRules */.I)(metadataRules, metadata);
    const findings = (0,finding/* inReadingOrder */.g)(found.slice(0, limits/* limits */.F.findings).map((finding) => ({ ...finding, file })));
    if (found.length > findings.length) {
        const message = `More than ${limits/* limits */.F.findings} findings: the others are left out.`;
        // An error must not fall under the table.
        findings.push({
            rule: 'findings-left-out',
            severity: (0,finding/* isOk */.HQ)(found) ? 'warning' : 'error',
            message,
            fix: 'Mend those above first.',
            file,
        });
    }
    const refusals = (0,metadata_refusals/* refusalsOf */.h)(metadata, file);
    const [refusal] = refusals;
    const ok = (0,finding/* isOk */.HQ)(findings);
    const text = (name) => {
        const element = kind === 'info' ? (0,tree/* childOf */.GG)(read?.normalised, name) : undefined;
        return element && (0,tree/* textOf */.b6)(element);
    };
    const [id, version] = [text('id'), text('version')];
    return {
        file,
        kind,
        ok,
        findings,
        refusals,
        ...(refusal && { refusal }),
        ...(id !== undefined && { id }),
        ...(version !== undefined && { version }),
        ...((0,app_refusal/* isReadable */.hS)(ok, refusals) && kind === 'info' && read?.normalised && { info: storeInfo(read.normalised) }),
    };
}


/***/ }),

/***/ 7452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ tooLarge),
/* harmony export */   h: () => (/* binding */ refusalsOf)
/* harmony export */ });
/* harmony import */ var _common_rule_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(104);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3709);
/* harmony import */ var _normalise_database_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8605);
/* harmony import */ var _normalise_info_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(784);
/* harmony import */ var _peertube_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2011);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5037);
/* harmony import */ var _rules_import_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2362);
/* harmony import */ var _rules_info_rules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4055);
/* harmony import */ var _xml_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2147);
// SPDX-License-Identifier: MIT









/** What the store would answer, at each stage the first thing that it would come to. */
function refusalsOf(metadata, file) {
    const { bytes, kind, read } = metadata;
    if (bytes.length > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.fileSize)
        return [tooLarge(file)];
    if (!read)
        return [(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .crashed */ .zB)('archive')];
    if (!read.isXml)
        return [(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .notParsed */ .lP)(`${kind}.xml contains malformed xml: ${syntaxError(read)}`)];
    if (read.reading.entities.length > 0)
        return [(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refused */ .J5)('metadata', 'Must not contain entities')];
    if (!read.root)
        return [otherRoot(kind, read.reading.root, (start) => read.positions.at(start).line)];
    const first = read.schema?.first;
    if (first) {
        // lxml counts an element's line at the end of its start tag.
        const line = first.at ? read.positions.at(first.at.tagEnd).line : 1;
        return [(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refused */ .J5)('metadata', `${kind}.xml did not validate: ${first.text}, line ${line}`)];
    }
    const info = kind === 'info' ? read.normalised : undefined;
    if (!info)
        return [];
    const [field] = (0,_rules_info_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .missingEnglish */ .Ny)(info);
    if (field)
        return [(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refused */ .J5)('metadata', `At least one element "${field}" with lang "en" required`)];
    const video = (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .childrenOf */ .LU)(info, 'video')
        .map((element) => (0,_peertube_js__WEBPACK_IMPORTED_MODULE_3__/* .peertubeFault */ .N)((0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .textOf */ .b6)(element)))
        .find((fault) => fault !== undefined);
    const fails = (0,_common_rule_js__WEBPACK_IMPORTED_MODULE_8__/* .applyRules */ .I)(_rules_import_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .importRules */ .n, metadata).length > 0;
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .inStoreOrder */ .nb)([
        ...(video === undefined ? [] : [(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refused */ .J5)('import-app', video)]),
        ...(fails ? [(0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .crashed */ .zB)('import')] : []),
    ]);
}
/** The address of the object in the store's memory is anybody's guess. */
function tooLarge(file) {
    const member = `<TarInfo '${file}' at 0x7f0000000000>`;
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refused */ .J5)('archive', `file ${member} was bigger than allowed ${_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.nominalFileSize} bytes`);
}
/** As lxml words it. The column is ours, where we know it. */
function syntaxError({ complaint: first, reading, positions }) {
    const [fault] = reading.faults;
    const position = fault ? positions.at(fault.start) : { line: 1, column: 1 };
    const { line, column } = first && first.line !== position.line ? { line: first.line, column: 1 } : position;
    return `${first?.text ?? fault?.message ?? 'unknown error'}, line ${line}, column ${column} (<string>, line ${line})`;
}
/** Where the root is another one, the store's templates for its parts still work, and leave the first of them as root. */
function otherRoot(kind, root, lineOf) {
    const templates = kind === 'info' ? _normalise_info_js__WEBPACK_IMPORTED_MODULE_2__/* .templateElements */ .aL : _normalise_database_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseTemplates */ .T;
    for (const element of root ? (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .everyElement */ .Ky)(root) : []) {
        if (element.uri === '' && templates.has(element.local)) {
            const text = `Element '${element.local}': No matching global declaration available for the validation root., line ${lineOf(element.start)}`;
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refused */ .J5)('metadata', `${kind}.xml did not validate: ${text}`);
        }
    }
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .crashed */ .zB)('metadata');
}


/***/ }),

/***/ 8605:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ databaseTemplates),
/* harmony export */   q: () => (/* binding */ normaliseDatabase)
/* harmony export */ });
/* harmony import */ var _xml_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2147);
// SPDX-License-Identifier: MIT

/**
 * A database.xml in the store's own order, before it is validated. What the store does not know goes to the end of its
 * parent, where the schema refuses it (appstore: api/v1/release/pre-database.xslt).
 */
function normaliseDatabase(database) {
    return inOrder(['name', 'create', 'overwrite', 'charset', 'table'], { table })(database);
}
/** Elements that have a template of their own; see `templateElements` of info.xml. */
const databaseTemplates = new Set(['table', 'declaration', 'field', 'index']);
const indexField = inOrder(['name', 'sorting']);
const index = inOrder(['name', 'primary', 'unique', 'field'], { field: indexField });
const field = inOrder([
    'name',
    'type',
    'length',
    'unsigned',
    'notnull',
    'autoincrement',
    'default',
    'comments',
    'primary',
    'precision',
    'scale',
]);
const declaration = inOrder(['field', 'index'], { field, index });
/** A name is put first only where a declaration follows it; one behind a declaration stays there and is refused. */
function table(element) {
    const children = (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element);
    const at = (name) => children.flatMap((child, place) => (isNamed(child, name) ? [place] : []));
    const declarations = at('declaration');
    const names = (wanted) => at('name')
        .filter(wanted)
        .flatMap((place) => children[place] ?? []);
    return rebuilt(element, [
        ...names((place) => place < (declarations.at(-1) ?? -1)),
        ...['create', 'overwrite', 'charset'].flatMap((name) => (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, name)),
        ...(0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, 'declaration').map(declaration),
        ...names((place) => place > (declarations[0] ?? Infinity)),
        ...strangers(element, ['name', 'create', 'overwrite', 'charset', 'declaration']),
    ]);
}
function inOrder(names, rebuild = {}) {
    return (element) => rebuilt(element, [
        ...names.flatMap((name) => (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, name).map(rebuild[name] ?? ((child) => child))),
        ...strangers(element, names),
    ]);
}
function strangers(element, names) {
    return (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element).filter((child) => !names.some((name) => isNamed(child, name)));
}
function isNamed(element, name) {
    return element.uri === '' && element.local === name;
}
function rebuilt(element, children) {
    return { ...element, name: element.local, attributes: [], children };
}


/***/ }),

/***/ 784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ refusedElements),
/* harmony export */   DX: () => (/* binding */ normaliseInfo),
/* harmony export */   _f: () => (/* binding */ keptChildren),
/* harmony export */   aL: () => (/* binding */ templateElements),
/* harmony export */   cB: () => (/* binding */ copiedElements)
/* harmony export */ });
/* unused harmony export licenceNames */
/* harmony import */ var _xml_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2147);
// SPDX-License-Identifier: MIT

/**
 * An info.xml in the store's own order, before it is validated: what the store does not know is gone, old names are
 * mapped (appstore: api/v1/release/pre-info.xslt). Elements keep the places they had in the file; an element that the
 * store makes up stands at the element it was made for.
 */
function normaliseInfo(info) {
    const copy = (...names) => names.flatMap((name) => (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(info, name));
    const each = (name, rebuild) => (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(info, name).map(rebuild);
    return rebuilt(info, [
        ...copy('id', 'name', 'summary'),
        ...summaryFromDescription(info),
        ...copy('description', 'version'),
        ...each('licence', licence),
        ...copy('author', 'namespace'),
        ...each('types', keeping(keptChildren.types)),
        ...each('documentation', keeping(keptChildren.documentation)),
        ...each('category', category),
        ...defaultCategory(info),
        ...copy('website', 'discussion', 'bugs', 'repository', 'video', 'screenshot', 'donation'),
        ...each('dependencies', keeping(keptChildren.dependencies)),
        ...copy('background-jobs'),
        ...each('repair-steps', keeping(keptChildren['repair-steps'])),
        ...copy('two-factor-providers', 'commands'),
        ...each('settings', keeping(keptChildren.settings)),
        ...each('activity', keeping(keptChildren.activity)),
        ...copy('dashboard', 'fulltextsearch'),
        ...each('navigations', navigations),
        ...copy('contactsmenu', 'collaboration'),
        ...copy(...refusedElements),
        ...each('external-app', externalApp),
    ]);
}
/** Elements that the store takes over only in order to refuse the file. */
const refusedElements = [
    'standalone',
    'default_enable',
    'shipped',
    'public',
    'remote',
    'requiremin',
    'requiremax',
];
/** Elements that are taken over as they are, whatever is in them. */
const copiedElements = [
    'id',
    'name',
    'summary',
    'description',
    'version',
    'author',
    'namespace',
    'website',
    'discussion',
    'bugs',
    'repository',
    'video',
    'screenshot',
    'donation',
    'background-jobs',
    'two-factor-providers',
    'commands',
    'dashboard',
    'fulltextsearch',
    'contactsmenu',
    'collaboration',
];
/** Elements that are made anew from these of their children; everything else in them is dropped. */
const keptChildren = {
    types: ['prelogin', 'filesystem', 'authentication', 'logging', 'prevent_group_restriction'],
    documentation: ['user', 'admin', 'developer'],
    dependencies: ['php', 'database', 'command', 'lib', 'owncloud', 'nextcloud', 'backend'],
    'repair-steps': ['pre-migration', 'post-migration', 'live-migration', 'install', 'uninstall'],
    // The store has these two the wrong way round, so nothing of what belongs into them is kept.
    settings: ['settings', 'filters', 'providers'],
    activity: ['admin', 'admin-section'],
    navigations: ['navigation'],
    navigation: ['id', 'name', 'route', 'icon', 'order', 'type'],
    'external-app': ['docker-install', 'scopes', 'system', 'environment-variables'],
    'docker-install': ['registry', 'image', 'image-tag'],
    'environment-variables': ['variable'],
    variable: ['name', 'display-name', 'description', 'default'],
};
/** Old names of licences, compared in lower case; any other text is taken over as it is. */
const licenceNames = new Map([
    ['agpl', 'agpl'],
    ['apache', 'Apache-2.0'],
    ['gpl3', 'gpl3'],
    ['mit', 'MIT'],
    ['mpl', 'MPL-2.0'],
]);
function rebuilt(element, children) {
    return { ...element, name: element.local, attributes: [], children };
}
function made(name, value, at) {
    return { ...rebuilt(at, [{ kind: 'text', value }]), name, local: name };
}
function keeping(names) {
    return (element) => rebuilt(element, names.flatMap((name) => (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, name)));
}
function summaryFromDescription(info) {
    if ((0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childOf */ .GG)(info, 'summary'))
        return [];
    const description = (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childOf */ .GG)(info, 'description');
    return [made('summary', description ? (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(description) : '', description ?? info)];
}
function defaultCategory(info) {
    return (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childOf */ .GG)(info, 'category') ? [] : [made('category', 'tools', info)];
}
function licence(element) {
    const value = (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(element);
    // ASCII only, as XPath's translate() is told to.
    const alias = value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    return made('licence', licenceNames.get(alias) ?? value, element);
}
function category(element) {
    const isAuth = element.children.some((node) => node.kind === 'text' && node.value === 'auth');
    return made('category', isAuth ? 'security' : (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(element), element);
}
function navigations(element) {
    const children = (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, 'navigation').map((navigation) => {
        const role = (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .findAttribute */ .Oh)(navigation, 'role');
        return { ...keeping(keptChildren.navigation)(navigation), attributes: role ? [role] : [] };
    });
    return rebuilt(element, children);
}
function externalApp(element) {
    const each = (name, rebuild) => (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, name).map(rebuild);
    return rebuilt(element, [
        ...each('docker-install', keeping(keptChildren['docker-install'])),
        ...(0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, 'scopes'),
        ...(0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, 'system'),
        ...each('environment-variables', (variables) => rebuilt(variables, (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(variables, 'variable').map(keeping(keptChildren.variable)))),
    ]);
}
/**
 * Elements for which the store has a template of its own: where the root is not `info`, they become roots, and the
 * schema refuses the first; where there is none, nothing is left, and the store fails with 500.
 */
const templateElements = new Set(['category', ...Object.keys(keptChildren)]);


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ peertubeFault)
/* harmony export */ });
/* harmony import */ var _python_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(671);
// SPDX-License-Identifier: MIT

const videoPath = /^\/(w|videos\/watch|videos\/embed)\/[A-Za-z0-9_-]+\/?$/;
/**
 * Why the store does not take an address for a PeerTube video, in its own words, or undefined where it does
 * (appstore: api/v1/release/peertube.py). Query and fragment do not matter.
 */
function peertubeFault(url) {
    // Python's urlparse drops these three wherever they stand.
    const parsed = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)/.exec((0,_python_text_js__WEBPACK_IMPORTED_MODULE_0__/* .strip */ .bB)(url).replace(/[\t\r\n]/g, ''));
    if (parsed?.[1]?.toLowerCase() !== 'https' || !parsed[2])
        return `PeerTube URL must be HTTPS with a host: ${url}`;
    // Behind a semicolon of the last segment stand parameters, which are no part of the path.
    const path = (parsed[3] ?? '').replace(/;[^/]*$/, '');
    if (videoPath.test(path))
        return undefined;
    return `PeerTube URL path must be /w/<id>, /videos/watch/<id>, or /videos/embed/<id>: ${url}`;
}


/***/ }),

/***/ 671:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ jsonLength),
/* harmony export */   bB: () => (/* binding */ strip),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
// SPDX-License-Identifier: MIT
// The store is written in Python, whose idea of white space and lines is wider than JavaScript's.
const controls = '\\x1c\\x1d\\x1e';
const space = `\\t\\n\\v\\f\\r${controls}\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000`;
const leading = new RegExp(`^[${space}]+`);
const isSpace = new RegExp(`[${space}]`);
const lineEnd = new RegExp(`\\r\\n|[\\n\\v\\f\\r${controls}\\x85\\u2028\\u2029]`);
/** `str.strip()`. A byte order mark is no white space there. */
function strip(text) {
    let end = text.length;
    // A pattern for the end of a text would look at every run of blanks in it.
    while (end > 0 && isSpace.test(text.charAt(end - 1)))
        end--;
    return text.slice(0, end).replace(leading, '');
}
/** `str.splitlines()` */
function splitLines(text) {
    const lines = text.split(lineEnd);
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
/** Length of `json.dumps()` of an object of texts: ASCII only, with blanks behind `,` and `:`. */
function jsonLength(object) {
    const members = Object.entries(object).map(([key, value]) => ascii(key) + 2 + ascii(value));
    return 2 + members.reduce((sum, length) => sum + length, 0) + 2 * Math.max(0, members.length - 1);
}
function ascii(value) {
    return JSON.stringify(value).replace(/[^ -~]/g, '\\u0000').length;
}


/***/ }),

/***/ 5037:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   hS: () => (/* binding */ isReadable),
/* harmony export */   lP: () => (/* binding */ notParsed),
/* harmony export */   nb: () => (/* binding */ inStoreOrder),
/* harmony export */   zB: () => (/* binding */ crashed)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/** DRF's ValidationError: an array of one text. */
function refused(stage, message) {
    return { stage, status: 400, body: [message] };
}
/** DRF's ParseError. */
function notParsed(detail) {
    return { stage: 'metadata', status: 400, body: { detail } };
}
function crashed(stage) {
    return { stage, status: 500, body: null };
}
const stages = ['archive', 'metadata', 'import-app', 'import'];
/** In the order in which the store would come to them; the order within a stage stays. */
function inStoreOrder(refusals) {
    return refusals.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}
/** Whether the file itself is accepted: a refusal at the import depends on the upload, and on what the store has. */
function isReadable(ok, refusals) {
    return ok || (refusals.length > 0 && refusals.every(({ stage }) => stage === 'import' || stage === 'import-app'));
}


/***/ }),

/***/ 2362:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ importRules)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3709);
/* harmony import */ var _python_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(671);
/* harmony import */ var _version_range_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4029);
/* harmony import */ var _xml_characters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1367);
/* harmony import */ var _xml_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2147);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22);






const models = 'appstore: core/models.py';
/** Children of `external-app`, a path of names each. */
function insideExternalApp(info, ...path) {
    const apps = (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(info, 'external-app');
    return path.reduce((parents, name) => parents.flatMap((parent) => (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(parent, name)), apps);
}
const columns = [
    { path: ['scopes', 'value'], max: _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.scope },
    { path: ['environment-variables', 'variable', 'name'], max: _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.environmentName },
    { path: ['environment-variables', 'variable', 'display-name'], max: _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.environmentDisplayName },
    { path: ['environment-variables', 'variable', 'description'], max: Infinity },
    { path: ['environment-variables', 'variable', 'default'], max: _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.environmentDefault },
];
/** What the schema lets through and the store's database does not: it then answers 500. */
const importRules = [
    {
        id: 'external-app-value',
        severity: 'error',
        *check(metadata) {
            const info = metadata.read?.normalised;
            if (!info)
                return;
            for (const { path, max } of columns) {
                for (const element of insideExternalApp(info, ...path)) {
                    const length = (0,_xml_characters_js__WEBPACK_IMPORTED_MODULE_3__/* .countCharacters */ .w)((0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(element));
                    if (length === 0)
                        yield (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .atElement */ ._c)(metadata, element, {
                            message: `${(0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb)(element)} is empty: the store fails on it (500).`,
                            fix: 'Write a value, or remove the element.',
                        });
                    if (length > max)
                        yield (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .atElement */ ._c)(metadata, element, {
                            message: `${(0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb)(element)} has ${length} characters: the store keeps ${max}, and fails (500).`,
                            fix: `Shorten it to ${max} characters.`,
                        });
                }
            }
        },
        message: 'A value of <external-app> is empty or too long for the store’s database.',
        fix: 'Write a value that fits.',
        source: models,
    },
    {
        id: 'docker-install-too-long',
        severity: 'error',
        *check(metadata) {
            const info = metadata.read?.normalised;
            for (const install of info ? insideExternalApp(info, 'docker-install') : []) {
                const length = (0,_python_text_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonLength */ .Fd)(dockerInstall(install));
                if (length > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.dockerInstall) {
                    yield (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .atElement */ ._c)(metadata, install, {
                        message: `<docker-install> takes ${length} characters as JSON: the store keeps ${_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.dockerInstall}, and fails (500).`,
                        fix: `Shorten registry, image and image-tag by ${length - _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.dockerInstall} characters.`,
                    });
                }
            }
        },
        message: '<docker-install> is too long for the store’s database.',
        fix: 'Shorten registry, image and image-tag.',
        source: models,
    },
    {
        id: 'environment-variable-repeated',
        severity: 'error',
        *check(metadata) {
            const info = metadata.read?.normalised;
            const seen = new Map();
            for (const variable of info ? insideExternalApp(info, 'environment-variables', 'variable') : []) {
                const parts = ['name', 'display-name', 'description', 'default']
                    .map((name) => (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .childOf */ .GG)(variable, name))
                    .map((child) => (child ? (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(child) : ''));
                const [name = ''] = parts;
                const content = JSON.stringify(parts);
                // A full repetition is found again, and does no harm.
                if ((seen.get(name) ?? content) !== content) {
                    yield (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .atElement */ ._c)(metadata, variable, {
                        message: `The environment variable ${(0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(name)} stands there twice with different contents: the store fails on it (500).`,
                    });
                }
                seen.set(name, content);
            }
        },
        message: 'An environment variable stands there twice with different contents.',
        fix: 'Keep one of them.',
        source: 'appstore: api/v1/release/importer.py, AppApiImporter',
    },
    {
        id: 'version-range-too-long',
        severity: 'error',
        *check(metadata) {
            const dependencies = metadata.read?.normalised && (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .childOf */ .GG)(metadata.read.normalised, 'dependencies');
            for (const element of dependencies ? (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(dependencies) : []) {
                const range = (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .rangeOf */ .be)(element);
                if (range && (0,_version_range_js__WEBPACK_IMPORTED_MODULE_5__/* .specification */ .yT)(range.min, range.max).length > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.versionSpecification) {
                    yield (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .atElement */ ._c)(metadata, element, {
                        message: `The versions of ${(0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb)(element)} are too long for the store’s database: it fails (500).`,
                    });
                }
            }
        },
        message: 'A range of versions is too long for the store’s database.',
        fix: 'Write shorter version numbers.',
        source: models,
    },
];
/** The part of an ExApp that the store keeps as one JSON text. */
function dockerInstall(install) {
    const text = (name) => {
        const child = (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .childOf */ .GG)(install, name);
        const value = child ? (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(child) : '';
        return value === '' ? null : value;
    };
    return { registry: text('registry'), image: text('image'), image_tag: text('image-tag') };
}


/***/ }),

/***/ 4055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ny: () => (/* binding */ missingEnglish),
/* harmony export */   WW: () => (/* binding */ infoRules),
/* harmony export */   af: () => (/* binding */ translatedFields)
/* harmony export */ });
/* harmony import */ var _peertube_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _xml_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2147);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22);



const translatedFields = ['name', 'summary', 'description'];
/** The English entries that the store demands and does not find. */
function missingEnglish(info) {
    return translatedFields.filter((field) => (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenOf */ .LU)(info, field).every((element) => ((0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeOf */ .w4)(element, 'lang') ?? 'en') !== 'en'));
}
/** Errors of an info.xml that the schema lets through. */
const infoRules = [
    {
        id: 'english-missing',
        severity: 'error',
        *check(metadata) {
            const info = metadata.read?.normalised;
            for (const field of info ? missingEnglish(info) : []) {
                const first = info && (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(info, field);
                if (first)
                    yield (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .atElement */ ._c)(metadata, first, {
                        message: `<${field}> has no English entry.`,
                        fix: `Add a <${field}> without lang, or with lang="en".`,
                    });
            }
        },
        message: 'An element has no English entry.',
        fix: 'Add one without lang, or with lang="en".',
        source: 'appstore: api/v1/release/parser.py, validate_english_present',
    },
    {
        id: 'video-address',
        severity: 'error',
        *check(metadata) {
            const info = metadata.read?.normalised;
            for (const video of info ? (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenOf */ .LU)(info, 'video') : []) {
                const url = (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(video);
                if (url.trim().startsWith('https://') && (0,_peertube_js__WEBPACK_IMPORTED_MODULE_0__/* .peertubeFault */ .N)(url)) {
                    yield (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .atElement */ ._c)(metadata, video, {
                        message: `<video> is ${(0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(url)}; the store takes PeerTube’s addresses only.`,
                    });
                }
            }
        },
        message: 'A video’s address is none of PeerTube’s.',
        fix: 'Write https://HOST/w/ID, https://HOST/videos/watch/ID or https://HOST/videos/embed/ID.',
        source: 'appstore: api/v1/release/peertube.py',
    },
];


/***/ }),

/***/ 22:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _c: () => (/* binding */ atElement),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _version_range_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4029);
/* harmony import */ var _xml_characters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1367);
/* harmony import */ var _xml_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2147);



/** A violation at an offset of the file. */
function at(metadata, start, violation = {}) {
    return { ...violation, ...metadata.read?.positions.at(start) };
}
/** A violation at an element, or at one of its attributes where that stands in the file. */
function atElement(metadata, element, violation = {}, attribute = '') {
    return at(metadata, (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .findAttribute */ .Oh)(element, attribute)?.start ?? element.start, violation);
}
/** E.g. `<admin> in <documentation>`; a child of the root stands for itself. */
function nameOf(element) {
    const parent = element.parent;
    return parent?.parent ? `<${element.name}> in <${parent.name}>` : `<${element.name}>`;
}
/** A value in a message: short, on one line, in quotes. */
function quote(value) {
    const line = value.replace(/\s+/g, ' ');
    const short = (0,_xml_characters_js__WEBPACK_IMPORTED_MODULE_1__/* .firstCharacters */ .D)(line, 60);
    return `“${short}${short.length < line.length ? '…' : ''}”`;
}
const version = /^[0-9]+(\.[0-9]+){0,2}$/;
/** The range of an element's attributes, undefined where one of them is no version. */
function rangeOf(element) {
    const [min, max] = [(0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .attributeOf */ .w4)(element, 'min-version'), (0,_xml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .attributeOf */ .w4)(element, 'max-version')];
    return version.test(min ?? '0') && version.test(max ?? '0') ? (0,_version_range_js__WEBPACK_IMPORTED_MODULE_2__/* .versionRange */ .QF)(min, max) : undefined;
}


/***/ }),

/***/ 4029:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ isEmptyRange),
/* harmony export */   QF: () => (/* binding */ versionRange),
/* harmony export */   Qi: () => (/* binding */ rawSpecification),
/* harmony export */   yT: () => (/* binding */ specification)
/* harmony export */ });
// SPDX-License-Identifier: MIT
function versionRange(min, max) {
    return { min: padMin(min), rawMin: min ?? '*', max: padMax(max), rawMax: max ?? '*' };
}
/** E.g. `>=9.0.0,<12.0.0`. */
function specification(min, max) {
    return combine(min, max, '<');
}
/** E.g. `>=9,<=11`: as written, the upper end inclusive. */
function rawSpecification(min, max) {
    return combine(min, max, '<=');
}
/** Whether the written upper end lies below the written lower end, compared part by part. */
function isEmptyRange(min, max) {
    const low = parts(padMin(min));
    const high = parts(padMax(max));
    for (let place = 0; place < 3; place++) {
        const [a, b] = [low[place] ?? 0n, high[place] ?? 0n];
        if (a !== b)
            return a > b;
    }
    return true;
}
function padMin(version) {
    return version === undefined ? '*' : [...version.split('.'), '0', '0'].slice(0, 3).join('.');
}
function padMax(version) {
    if (version === undefined)
        return '*';
    const [...raised] = parts(version);
    raised.push((raised.pop() ?? 0n) + 1n);
    return [...raised, 0n, 0n].slice(0, 3).join('.');
}
/** Parts may have 256 digits. */
function parts(version) {
    return version.split('.').map(BigInt);
}
function combine(min, max, below) {
    const ends = [min === '*' ? '' : `>=${min}`, max === '*' ? '' : below + max].filter((end) => end !== '');
    return ends.length === 0 ? '*' : ends.join(',');
}


/***/ }),

/***/ 1367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ firstCharacters),
/* harmony export */   w: () => (/* binding */ countCharacters)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/** Number of characters as XML and the store's database count them: code points. */
function countCharacters(text) {
    let count = 0;
    for (const character of text)
        count += character.length > 0 ? 1 : 0;
    return count;
}
/** The first characters of a text. */
function firstCharacters(text, count) {
    return Array.from(text.slice(0, 2 * count))
        .slice(0, count)
        .join('');
}


/***/ }),

/***/ 7223:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ judgeArchive),
  p: () => (/* binding */ openArchive)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/src/app/changelog.js
var changelog = __webpack_require__(8223);
// EXTERNAL MODULE: ./build/bundle/src/app/judge-app.js + 2 modules
var judge_app = __webpack_require__(3118);
// EXTERNAL MODULE: ./build/bundle/src/app/judge-xml.js + 15 modules
var judge_xml = __webpack_require__(983);
// EXTERNAL MODULE: ./build/bundle/src/app/limits.js
var limits = __webpack_require__(3709);
// EXTERNAL MODULE: ./build/bundle/src/package/archive-listing.js + 4 modules
var archive_listing = __webpack_require__(31);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/bundle/src/package/archive-size-rules.js
var archive_size_rules = __webpack_require__(5438);
// EXTERNAL MODULE: ./build/bundle/src/store/store-answer.js
var store_answer = __webpack_require__(7961);
;// CONCATENATED MODULE: ./build/bundle/src/store/archive-structure.js
// SPDX-License-Identifier: MIT




/** Python's `^[a-z]+[a-z0-9_]*(?:/.*)*$`, where `$` is also before a last line break, without its nested repetition. */
const appFolder = /^[a-z][a-z0-9_]*(?:\/[^\n]*)?\n?$/;
const gitFolder = /\.git\n?$/;
const packAgain = 'Pack the app with "nextcloud-release package".';
/** The paths that the store reads, in its order; `codes` are the languages whose changelogs it looks for. */
function readPaths(codes) {
    const changelogs = codes.map((code) => `CHANGELOG.${code}.md`);
    return ['appinfo/info.xml', 'appinfo/database.xml', 'CHANGELOG.md', ...changelogs];
}
/**
 * What the store finds in an archive before it reads XML (store: api/v1/release/parser.py, Lib/tarfile.py below it): all of
 * it, though the store stops at the first.
 * @param archive its bytes, or the first 512 of them
 * @param paths what the store reads, from {@link readPaths}
 */
function judgeStructure(listing, archive, paths) {
    const unreadable = judgeStream(listing, archive);
    if (unreadable !== undefined)
        return { refusals: [unreadable], files: new Map() };
    const members = new Map(listing.entries.map((entry) => [entry.path, entry]));
    const folders = new Set([...members.keys()].filter((name) => appFolder.test(name)).map((name) => name.split('/')[0]));
    const [folder] = folders;
    const git = gitFolders(members);
    if (folder === undefined || folders.size > 1)
        return { refusals: [wrongFolders(folders), ...git], files: new Map() };
    const files = new Map();
    const refusals = [];
    for (const path of paths) {
        const file = readMember(`${folder}/${path}`, members, listing.contents);
        if (file === undefined) {
            if (path === 'appinfo/info.xml')
                refusals.push(missing(`${folder}/${path}`));
        }
        else if ('answer' in file)
            refusals.push(file);
        else
            files.set(path, file);
    }
    return { refusals: [...refusals, ...git], folder, files };
}
/** What the store's gzip and tar readers say to the whole; undefined where they list its members. */
function judgeStream({ entries, findings, size }, archive) {
    const has = (rule) => findings.some((finding) => finding.rule === rule);
    if (size > archive_size_rules/* storeLimit */.x) {
        const text = `Downloaded archive is bigger than the allowed ${archive_size_rules/* storeLimit */.x} bytes`;
        const message = `The archive has ${size} bytes; the store takes ${archive_size_rules/* storeLimit */.x} at most.`;
        return refuse('archive-too-large', (0,store_answer/* invalid */.Gq)(text), message, 'Leave out what users do not need (.nextcloudignore).');
    }
    if (has('archive-not-gzip')) {
        return isOtherTar(archive)
            ? refuse('archive-not-gzip', (0,store_answer/* invalid */.Gq)('not a gzip file'), 'The archive is not compressed with gzip.', packAgain)
            : noArchive('This is not a gzip file.');
    }
    if (has('archive-gzip-broken')) {
        const message = 'The gzip stream is broken or cut off; the store fails with status 500.';
        return refuse('archive-gzip-broken', store_answer/* crash */.Oy, message, 'Pack again, or download again where it was downloaded.');
    }
    const isCutOff = has('archive-truncated');
    if (entries.length === 0 && (isCutOff || has('archive-no-end') || has('archive-bad-checksum'))) {
        return noArchive('There is no tar in the gzip file.');
    }
    if (isCutOff) {
        const message = 'The tar ends in the middle of an entry.';
        return refuse('archive-truncated', (0,store_answer/* invalid */.Gq)('unexpected end of data'), message, packAgain);
    }
    return undefined;
}
/** The store names its temporary file; `tmp` and eight letters, as Python's tempfile makes them. */
function noArchive(message) {
    return refuse('archive-not-gzip', (0,store_answer/* invalid */.Gq)('tmpsandbox0 is not a valid tar.gz archive '), message, packAgain);
}
/** Python's is_tarfile takes tar, also within bzip2 and xz; only then it says that gzip is missing. */
function isOtherTar(archive) {
    const start = Buffer.from(archive.subarray(0, 512));
    const isPacked = start.toString('latin1', 0, 3) === 'BZh' || start.toString('hex', 0, 6) === 'fd377a585a00';
    return (isPacked ||
        start.toString('latin1', 257, 262) === 'ustar' ||
        (start.length === 512 && start.every((byte) => byte === 0)));
}
function wrongFolders(folders) {
    if (folders.size === 0) {
        const text = 'No possible app folder found. App folder must contain only lowercase ASCII characters or underscores';
        const message = 'The archive has no top folder that could be an app’s; names must not begin with "./".';
        return refuse('archive-no-folder', (0,store_answer/* invalid */.Gq)(text), message, packAgain);
    }
    const message = `The archive has ${folders.size} top-level entries named like an app: ${[...folders].join(', ')}; a file counts, too.`;
    const fix = 'Leave all but the app’s folder out.';
    return refuse('store-several-app-folders', (0,store_answer/* invalid */.Gq)('More than one possible app folder found'), message, fix);
}
/** The content of a member as the store reads it, why it does not, or undefined where there is no such member. */
function readMember(name, members, contents) {
    const link = prefixes(name)
        .map((path) => members.get(path))
        .find((entry) => entry?.type === 'symbolic-link' || entry?.type === 'hard-link');
    if (link !== undefined) {
        const text = `Symlinks and hard links can not be used for ${tarInfo(link.path)}`;
        const fix = 'Put the file or folder itself in the place of the link.';
        return refuse('store-link', (0,store_answer/* invalid */.Gq)(text), `${link.path} is a link, through which the store does not read.`, fix, link.path);
    }
    const member = members.get(name);
    if (member === undefined)
        return undefined;
    if (member.type !== 'file') {
        const message = `${name} is no file; the store fails with status 500.`;
        return refuse('store-no-file', store_answer/* crash */.Oy, message, 'Put a file in its place.', name);
    }
    if (member.size > limits/* limits */.F.fileSize) {
        const text = `file ${tarInfo(name)} was bigger than allowed ${limits/* limits */.F.nominalFileSize} bytes`;
        const message = `${name} has ${member.size} bytes; the store reads ${limits/* limits */.F.fileSize} at most.`;
        return refuse('store-file-too-large', (0,store_answer/* invalid */.Gq)(text), message, 'Shorten the file.', name);
    }
    const content = contents.get(name) ?? new Uint8Array();
    if ((0,external_node_buffer_.isUtf8)(content))
        return content;
    const message = `${name} is not UTF-8; the store fails with status 500.`;
    return refuse('store-not-utf8', store_answer/* crash */.Oy, message, 'Save the file as UTF-8.', name);
}
/** `news`, `news/appinfo`, `news/appinfo/info.xml` */
function prefixes(path) {
    return path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
}
function missing(path) {
    const message = `The archive has no ${path}.`;
    const fix = 'Pack the folder that holds appinfo/info.xml, under the name of the app.';
    return refuse('store-no-info-xml', (0,store_answer/* invalid */.Gq)(`Path ${path} does not exist in package`), message, fix, path);
}
/** Entries for folders only: `.git/config` without an entry for `.git` goes through. */
function gitFolders(members) {
    const found = [...members.values()].filter(({ path, type }) => type === 'directory' && gitFolder.test(path));
    return found.map(({ path }) => {
        const text = `Blacklist rule "No .git directories": Directory ${path} is not allowed to be present in the app archive`;
        return refuse('store-git-folder', (0,store_answer/* invalid */.Gq)(text), `The archive holds the folder ${path}.`, 'Leave it out.', path);
    });
}
/** Python's repr of a member; the address says nothing, in the store's answers neither. */
function tarInfo(name) {
    const quote = name.includes("'") && !name.includes('"') ? '"' : "'";
    const escaped = name.replace(/[\\\p{Cc}]/gu, (character) => escapes[character] ?? hex(character));
    return `<TarInfo ${quote}${quote === "'" ? escaped.replaceAll("'", "\\'") : escaped}${quote} at 0x7f0000000000>`;
}
const escapes = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function hex(character) {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
function refuse(rule, answer, message, fix, file) {
    return { answer, finding: { rule, severity: 'error', message, fix, ...(file !== undefined && { file }) } };
}

;// CONCATENATED MODULE: ./build/bundle/src/store/acceptance.js
// SPDX-License-Identifier: MIT









/** The store's verdict on an archive (store: api/v1/release/provider.py, parser.py, importer.py). */
async function judgeArchive(source, options) {
    const archive = await openArchive(source, options);
    return archive.conclude(await (0,judge_xml/* judgeXml */.r)(archive.documents));
}
/**
 * @param source a path, or the bytes
 * @throws PackageError where the file cannot be read
 */
async function openArchive(source, options) {
    const listing = await (0,archive_listing/* inspectArchive */.N)(source, { name: options.name, ...wanting() });
    const structure = judgeStructure(listing, firstBlock(source), readPaths(changelog/* changelogLanguages */.eC));
    const { folder } = structure;
    const label = (path) => `${options.name}/${folder ?? ''}/${path}`;
    const app = structure.files.has('appinfo/info.xml')
        ? (0,judge_app/* openApp */.G)(appFiles(listing, structure), { label, nightly: options.nightly ?? false })
        : undefined;
    return {
        documents: app?.documents ?? [],
        conclude: (judgements) => conclude(options.name, listing, structure, app?.conclude(judgements)),
    };
}
/** Contents are kept for one app folder only, so that no archive can fill the memory with changelogs. */
function wanting() {
    const paths = new Set(readPaths(changelog/* changelogLanguages */.eC));
    let folder;
    return {
        onEntry: ({ path }) => {
            if (folder === undefined && appFolder.test(path))
                folder = path.split('/')[0];
        },
        wants: (path) => {
            if (folder === undefined || !path.startsWith(`${folder}/`))
                return false;
            const rest = path.slice(folder.length + 1);
            return paths.has(rest) || isLikeChangelog(rest);
        },
        limits: { wanted: limits/* limits */.F.fileSize },
    };
}
/** Names that the store passes over and a person may have meant: `Changelog.md`. */
function isLikeChangelog(path) {
    return /^changelog(\.[^./]+)?\.md$/i.test(path);
}
function appFiles({ contents }, { folder = '', files }) {
    const others = [...contents.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .filter((path) => isLikeChangelog(path) && !files.has(path));
    return {
        list: () => [...files.keys(), ...others],
        read: (path) => files.get(path) ?? (others.includes(path) ? contents.get(`${folder}/${path}`) : undefined),
    };
}
function conclude(name, listing, structure, app) {
    const otherId = app?.id !== undefined && app.id !== structure.folder ? folderNotId(structure.folder, app.id) : undefined;
    const refusals = [
        ...structure.refusals.map(({ answer }) => ({ ...answer, stage: 'archive' })),
        ...(listing.complete || structure.refusals.length > 0 || endsForStore(listing)
            ? []
            : [{ ...store_answer/* crash */.Oy, stage: 'archive' }]),
        ...inStages(app, ['archive', 'metadata']),
        ...(otherId ? [{ ...otherId.answer, stage: 'metadata' }] : []),
        ...inStages(app, ['import', 'import-app']),
    ];
    const told = [...structure.refusals, ...(otherId ? [otherId] : [])].map(({ finding }) => finding);
    const rules = new Set(told.map(({ rule }) => rule));
    const findings = [
        ...told.map((finding) => ({ ...finding, file: finding.file === undefined ? name : `${name}/${finding.file}` })),
        ...(app?.findings ?? []),
        ...listing.findings.filter(({ rule }) => !rules.has(rule)).map((finding) => notByTheStore(finding, listing)),
    ];
    const isRead = refusals.every(({ stage }) => stage === 'import' || stage === 'import-app');
    return {
        ok: (0,finding/* isOk */.HQ)(findings),
        findings,
        refusals,
        changelogs: app?.changelogs ?? {},
        ...(app?.id !== undefined && { id: app.id }),
        ...(app?.version !== undefined && { version: app.version }),
        ...(isRead && app?.info && { info: app.info.app }),
    };
}
function inStages(app, stages) {
    return (app?.refusals ?? [])
        .filter(({ stage }) => stages.includes(stage))
        .map(({ stage, status, body }) => ({ ...(status === 500 ? store_answer/* crash */.Oy : { status, body }), stage }));
}
function folderNotId(folder, id) {
    const message = `The archive's top folder is "${folder ?? ''}", the id in info.xml "${id}".`;
    const fix = `Name the folder "${id}", or correct the <id>.`;
    return {
        answer: (0,store_answer/* invalid */.Gq)(`Archive app folder is ${folder ?? ''} but info.xml reports id ${id}`),
        finding: { rule: 'store-folder-not-id', severity: 'error', message, fix },
    };
}
/** Where our reader stops and Python's takes it for the end of the archive: what was listed is all that the store sees. */
const ends = new Set([
    'archive-data-after-end',
    'archive-bad-checksum',
    'archive-bad-number',
    'archive-bad-pax',
]);
function endsForStore({ findings }) {
    return findings.some(({ rule }) => ends.has(rule));
}
/**
 * What the store does not refuse is a warning here, be it ever so bad for a server; but an archive that we could not read
 * to its end stays refused.
 */
function notByTheStore(finding, listing) {
    if (finding.severity !== 'error')
        return finding;
    return listing.complete || endsForStore(listing) ? { ...finding, severity: 'warning' } : finding;
}
function firstBlock(source) {
    if (typeof source !== 'string')
        return source.subarray(0, 512);
    const descriptor = (0,external_node_fs_.openSync)(source, 'r');
    try {
        const block = Buffer.alloc(512);
        return block.subarray(0, (0,external_node_fs_.readSync)(descriptor, block, 0, block.length, 0));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}


/***/ })

};
;