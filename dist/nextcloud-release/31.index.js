"use strict";
exports.id = 31;
exports.ids = [31];
exports.modules = {

/***/ 6057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ defaultLimits)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/** An app of 30 MiB, which the store takes at most, holds some 10,000 files and 200 MB at the very most. */
const defaultLimits = {
    entries: 100_000,
    unpacked: 1024 ** 3,
    file: 512 * 1024 ** 2,
    ratio: 200,
    path: 2048,
    depth: 100,
    header: 64 * 1024,
    wanted: 2 * 1024 ** 2,
};


/***/ }),

/***/ 31:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ inspectArchive),
  e: () => (/* binding */ isUsable)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/common/finding.js
var finding = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/bundle/common/render/printable.js
var printable = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/common/rule.js
var common_rule = __webpack_require__(104);
// EXTERNAL MODULE: ./build/bundle/src/package/archive-limits.js
var archive_limits = __webpack_require__(6057);
// EXTERNAL MODULE: ./build/bundle/src/package/archive-rules.js + 3 modules
var archive_rules = __webpack_require__(2918);
// EXTERNAL MODULE: ./build/bundle/src/package/archive-size-rules.js
var archive_size_rules = __webpack_require__(5438);
// EXTERNAL MODULE: ./build/bundle/src/package/byte-string.js
var byte_string = __webpack_require__(694);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/bundle/src/package/package-error.js
var package_error = __webpack_require__(5389);
;// CONCATENATED MODULE: ./build/bundle/src/package/byte-source.js
// SPDX-License-Identifier: MIT


/** @param source a path, or the bytes themselves */
function openSource(source) {
    if (typeof source === 'string')
        return openFile(source);
    const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
    return {
        size: bytes.length,
        read: (offset, length) => bytes.subarray(offset, offset + length),
        close: () => undefined,
    };
}
function openFile(path) {
    let descriptor;
    try {
        descriptor = (0,external_node_fs_.openSync)(path, 'r');
    }
    catch (cause) {
        throw unreadable(path, cause);
    }
    const stats = (0,external_node_fs_.fstatSync)(descriptor);
    if (!stats.isFile()) {
        (0,external_node_fs_.closeSync)(descriptor);
        throw unreadable(path, undefined);
    }
    return {
        size: stats.size,
        read(offset, length) {
            const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, stats.size - offset)));
            try {
                return buffer.subarray(0, (0,external_node_fs_.readSync)(descriptor, buffer, 0, buffer.length, offset));
            }
            catch (cause) {
                throw unreadable(path, cause);
            }
        },
        close: () => (0,external_node_fs_.closeSync)(descriptor),
    };
}
function unreadable(path, cause) {
    const code = (0,package_error/* systemCode */.x)(cause) ?? 'it is not a file';
    const why = code === 'ENOENT' ? 'there is no such file' : code;
    return new package_error/* PackageError */.J('archive-unreadable', `${path} cannot be read: ${why}.`, {
        hint: 'Name an archive that is there and that you may read.',
        file: path,
        cause,
    });
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/bundle/src/package/gzip-reader.js
// SPDX-License-Identifier: MIT



const pieceSize = 256 * 1024;
const trailerSize = 8;
/**
 * Unpacks gzip (RFC 1952), several members one after the other as well, and says what `zlib.createGunzip` keeps to itself: where the
 * stream ends, and what is behind it. NULs behind it are padding. Memory for two pieces; whoever stops reading stops the work.
 */
async function* gunzip(source, note) {
    for (let at = 0, member = 0;; member++) {
        const start = headerEnd(source, at);
        if (start === undefined) {
            if (member === 0)
                note('archive-not-gzip');
            else if (hasOtherThanNul(source, at))
                note('archive-trailing-garbage', `${source.size - at} bytes`);
            return;
        }
        if (member === 1)
            note('archive-several-gzip-members');
        const inflated = { checksum: 0, size: 0, packed: 0 };
        try {
            yield* inflate(source, start, inflated);
        }
        catch (error) {
            const code = (0,package_error/* systemCode */.x)(error);
            if (code?.startsWith('Z_') !== true)
                throw error;
            note('archive-gzip-broken', code === 'Z_BUF_ERROR' ? 'unexpected end' : code);
            return;
        }
        const trailer = source.read(start + inflated.packed, trailerSize);
        if (trailer.length < trailerSize) {
            note('archive-gzip-broken', 'the checksum is missing');
            return;
        }
        if (trailer.readUInt32LE() !== inflated.checksum || trailer.readUInt32LE(4) !== inflated.size % 2 ** 32) {
            note('archive-gzip-broken', 'the checksum is wrong');
            return;
        }
        at = start + inflated.packed + trailerSize;
        if (at === source.size)
            return;
    }
}
async function* inflate(source, start, result) {
    const inflater = (0,external_node_zlib_.createInflateRaw)({ chunkSize: pieceSize });
    const input = external_node_stream_.Readable.from(pieces(source, start), { objectMode: false, highWaterMark: pieceSize });
    input.on('error', (error) => inflater.destroy(error));
    try {
        for await (const chunk of input.pipe(inflater)) {
            result.checksum = (0,external_node_zlib_.crc32)(chunk, result.checksum);
            result.size += chunk.length;
            yield chunk;
        }
        result.packed = inflater.bytesWritten;
    }
    finally {
        input.destroy();
    }
}
function* pieces(source, start) {
    for (let at = start; at < source.size; at += pieceSize)
        yield source.read(at, pieceSize);
}
/** Where the compressed bytes begin, or nothing where no gzip member stands here. */
function headerEnd(source, at) {
    const fixed = source.read(at, 10);
    if (fixed.length < 10 || fixed[0] !== 0x1f || fixed[1] !== 0x8b || fixed[2] !== 8)
        return undefined;
    const flags = fixed[3] ?? 0;
    // The name and the comment end with a NUL; nobody writes long ones.
    const optional = source.read(at + 10, pieceSize);
    let end = 0;
    if (flags & 4)
        end += 2 + (optional[0] ?? 0) + 256 * (optional[1] ?? 0);
    for (const flag of [8, 16]) {
        if (!(flags & flag))
            continue;
        const nul = optional.indexOf(0, end);
        if (nul < 0)
            return undefined;
        end = nul + 1;
    }
    if (flags & 2)
        end += 2;
    return at + 10 + end;
}
function hasOtherThanNul(source, start) {
    for (const piece of pieces(source, start))
        if (piece.some((byte) => byte !== 0))
            return true;
    return false;
}

// EXTERNAL MODULE: ./build/bundle/src/package/tar-header.js
var tar_header = __webpack_require__(1599);
;// CONCATENATED MODULE: ./build/bundle/src/package/tar-fields.js
// SPDX-License-Identifier: MIT

const types = {
    '\0': 'file',
    '0': 'file',
    '7': 'file',
    '1': 'hard-link',
    '2': 'symbolic-link',
    '3': 'character-device',
    '4': 'block-device',
    '5': 'directory',
    '6': 'pipe',
    S: 'sparse',
    x: 'pax',
    X: 'pax',
    g: 'global-pax',
    L: 'long-name',
    K: 'long-link',
};
function readHeader(block) {
    const flag = block.toString('latin1', 156, 157);
    const name = tar_fields_text(block, 0, 100);
    const prefix = (length) => tar_fields_text(block, 345, length);
    const type = types[flag] ?? 'unknown';
    const size = number(block, 124, 12);
    return {
        name: joined(prefix(155), name),
        serverName: joined(prefix(131), name),
        linkname: tar_fields_text(block, 157, 100),
        // Before POSIX a folder was a file whose name ends with a slash.
        type: flag === '\0' && name.endsWith('/') ? 'directory' : type,
        size: size.value,
        mode: number(block, 100, 8).value ?? 0,
        isBase256: size.isBase256,
        checksumHolds: number(block, 148, 8).value === checksum(block),
    };
}
function joined(prefix, name) {
    return prefix === '' ? name : `${prefix}/${name}`;
}
/** Up to the first NUL. */
function tar_fields_text(block, start, length) {
    const field = block.toString('latin1', start, start + length);
    const end = field.indexOf('\0');
    return end < 0 ? field : field.slice(0, end);
}
/** Octal digits between blanks and NULs, or base 256 where the first bit is set. Nothing for all else, negative numbers included. */
function number(block, start, length) {
    const first = block[start] ?? 0;
    if (first & 0x80) {
        let value = first & 0x7f;
        for (let at = start + 1; at < start + length; at++)
            value = value * 256 + (block[at] ?? 0);
        return { value: first & 0x40 || !Number.isSafeInteger(value) ? undefined : value, isBase256: true };
    }
    const digits = /^ *([0-7]*)[ \0]*$/.exec(tar_fields_text(block, start, length))?.[1];
    return { value: digits === undefined ? undefined : Number.parseInt(digits || '0', 8), isBase256: false };
}
/** The sum of all bytes, those of the checksum itself taken for blanks. */
function checksum(block) {
    let sum = 8 * 0x20;
    for (let at = 0; at < tar_header/* blockSize */.L6; at++)
        if (at < 148 || at >= 156)
            sum += block[at] ?? 0;
    return sum;
}
/** `LENGTH KEY=VALUE` and a line end for each record; nothing where that is broken. */
function readPax(content) {
    const records = {};
    for (let at = 0; at < content.length;) {
        const digits = /^(\d{1,9}) /.exec(content.toString('latin1', at, at + 10))?.[1];
        if (digits === undefined)
            return content.subarray(at).some((byte) => byte !== 0) ? undefined : records;
        const end = at + Number(digits);
        const record = content.toString('latin1', at + digits.length + 1, end);
        const equals = record.indexOf('=');
        if (end > content.length || end <= at + digits.length || equals < 1 || !record.endsWith('\n'))
            return undefined;
        const key = record.slice(0, equals);
        if (key === 'path' || key === 'linkpath' || key === 'size')
            records[key] = record.slice(equals + 1, -1);
        else if (key.startsWith('GNU.sparse.'))
            records.isSparse = true;
        at = end;
    }
    return records;
}

;// CONCATENATED MODULE: ./build/bundle/src/package/tar-reader.js


/**
 * Reads a tar stream strictly: it is to find out whether all who read the archive later see the same, so where
 * programs differ it says so, and where one of them would lose its place it stops. Nothing but the headers of one member is kept.
 */
class TarReader {
    #handler;
    #limits;
    #block = Buffer.alloc(tar_header/* blockSize */.L6);
    #filled = 0;
    /** bytes of content that are still to come, and NULs behind them */
    #content = 0;
    #padding = 0;
    #sink;
    #ahead = {};
    #global = {};
    #members = 0;
    #endBlocks = 0;
    #stopped = false;
    constructor(handler, limits) {
        this.#handler = handler;
        this.#limits = limits;
    }
    /** True where there is no sense in reading on: the handler was told why. */
    get stopped() {
        return this.#stopped;
    }
    write(chunk) {
        let at = 0;
        while (at < chunk.length && !this.#stopped) {
            if (this.#content > 0) {
                const piece = chunk.subarray(at, at + this.#content);
                at += piece.length;
                this.#content -= piece.length;
                this.#sink?.(piece);
                if (this.#content === 0)
                    this.#finishMember();
            }
            else if (this.#padding > 0) {
                const skipped = Math.min(this.#padding, chunk.length - at);
                at += skipped;
                this.#padding -= skipped;
            }
            else {
                const copied = chunk.copy(this.#block, this.#filled, at);
                at += copied;
                this.#filled += copied;
                if (this.#filled === tar_header/* blockSize */.L6) {
                    this.#filled = 0;
                    this.#header();
                }
            }
        }
    }
    end() {
        if (this.#stopped)
            return;
        if (this.#content > 0 || this.#padding > 0 || this.#filled > 0)
            this.#stop('archive-truncated');
        else if (this.#endBlocks < 2)
            this.#handler.note('archive-no-end');
    }
    #stop(rule, path, detail) {
        this.#handler.note(rule, path, detail);
        this.#stopped = true;
    }
    #header() {
        if (this.#block.every((byte) => byte === 0)) {
            this.#endBlocks++;
            return;
        }
        // The store stops at the end marker; Archive_Tar goes on behind it.
        if (this.#endBlocks > 0) {
            this.#stop('archive-data-after-end');
            return;
        }
        const fields = readHeader(this.#block);
        if (!fields.checksumHolds) {
            this.#stop('archive-bad-checksum', fields.name);
            return;
        }
        const { size } = fields;
        if (size === undefined) {
            this.#stop('archive-bad-number', fields.name);
            return;
        }
        if (fields.isBase256)
            this.#handler.note('archive-base-256', fields.name);
        if (size > this.#limits.file) {
            this.#stop('archive-file-too-large', fields.name, `${size} bytes`);
            return;
        }
        this.#content = size;
        this.#padding = (0,tar_header/* padded */.jC)(size) - size;
        if (isAhead(fields.type))
            this.#meta(fields, size);
        else
            this.#member(fields, fields.type, size);
    }
    #meta(fields, size) {
        if (size > this.#limits.header) {
            this.#stop('archive-header-too-large', fields.name, `${size} bytes`);
            return;
        }
        // Archive_Tar takes whatever follows a long name for the file itself, or loses the name.
        if (this.#ahead.longName !== undefined) {
            this.#stop('archive-stacked-headers', fields.name);
            return;
        }
        const pieces = [];
        this.#sink = (piece) => {
            if (piece !== undefined)
                pieces.push(Buffer.from(piece));
            else
                this.#learn(fields.type, Buffer.concat(pieces));
        };
        if (size === 0)
            this.#finishMember();
    }
    #learn(type, content) {
        if (type === 'long-name')
            this.#ahead.longName = content;
        else if (type === 'long-link') {
            this.#ahead.longLink = content;
            this.#handler.note('archive-long-link');
        }
        else {
            const records = readPax(content);
            if (records === undefined) {
                this.#stop('archive-bad-pax');
                return;
            }
            if (type === 'pax')
                this.#ahead.pax = records;
            else
                this.#global = { ...this.#global, ...records };
        }
    }
    #member(fields, type, size) {
        const { longName, longLink, pax: own } = this.#ahead;
        const pax = { ...this.#global, ...own };
        this.#ahead = {};
        if (++this.#members > this.#limits.entries) {
            this.#stop('archive-too-many-entries', undefined, `${this.#limits.entries}`);
            return;
        }
        const serverPath = longName === undefined ? fields.serverName : longName.toString('latin1').replace(/\0+$/, '');
        const named = pax.path ?? (longName === undefined ? fields.name : untilNul(longName));
        const path = type === 'directory' ? named.replace(/\/+$/, '') : named;
        if (own !== undefined)
            this.#handler.note('archive-pax-header', path);
        const depth = path.split('/').length - 1;
        if (path.length > this.#limits.path || depth > this.#limits.depth) {
            this.#stop('archive-name-too-long', path.slice(0, 100), `${path.length} bytes, ${depth} folders`);
            return;
        }
        if (pax.size !== undefined && Number(pax.size) !== size) {
            this.#stop('archive-pax-size', path);
            return;
        }
        // Whether content follows the header of a link, a folder or a device, every program decides for itself.
        if (size > 0 && type !== 'file' && type !== 'sparse' && type !== 'unknown') {
            this.#stop('archive-content-of-no-file', path);
            return;
        }
        this.#sink = this.#handler.member({
            path,
            serverPath: type === 'directory' ? serverPath.replace(/\/+$/, '') : serverPath,
            type: pax.isSparse === true ? 'sparse' : type,
            size,
            mode: fields.mode,
            linkpath: pax.linkpath ?? (longLink === undefined ? fields.linkname : untilNul(longLink)),
        });
        if (size === 0)
            this.#finishMember();
    }
    #finishMember() {
        const sink = this.#sink;
        this.#sink = undefined;
        sink?.(undefined);
    }
}
function isAhead(type) {
    return type === 'pax' || type === 'global-pax' || type === 'long-name' || type === 'long-link';
}
function untilNul(bytes) {
    const text = bytes.toString('latin1');
    const end = text.indexOf('\0');
    return end < 0 ? text : text.slice(0, end);
}

;// CONCATENATED MODULE: ./build/bundle/src/package/archive-listing.js
// SPDX-License-Identifier: MIT











/**
 * Looks into a `.tar.gz` without writing anything. Whatever the archive is, this ends: within the limits, with findings instead of
 * errors, and with memory for the list, what was wanted and a few pieces.
 *
 * @param source a path, or the archive's bytes
 * @throws PackageError where the file cannot be read
 */
async function inspectArchive(source, options = {}) {
    const limits = { ...archive_limits/* defaultLimits */.M, ...options.limits };
    const name = options.name ?? (typeof source === 'string' ? source : 'archive');
    const inspection = new Inspection(options, limits);
    const bytes = openSource(source);
    try {
        const reader = new TarReader(inspection, limits);
        let unpacked = 0;
        for await (const chunk of gunzip(bytes, (rule, detail) => inspection.note(rule, undefined, detail))) {
            unpacked += chunk.length;
            if (unpacked > limits.unpacked)
                inspection.note('archive-unpacked-too-large', undefined, `more than ${limits.unpacked} bytes`);
            else if (unpacked > 16 * 1024 ** 2 && unpacked > limits.ratio * bytes.size)
                inspection.note('archive-ratio');
            else
                reader.write(chunk);
            if (inspection.hasFatalNote || reader.stopped)
                break;
        }
        if (!inspection.hasFatalNote)
            reader.end();
        const { entries, notes, contents } = inspection;
        const complete = !inspection.hasFatalNote && !reader.stopped;
        const found = archive_rules/* archiveRules */.g.flatMap((rule) => fewOf(rule, { entries, notes, complete }));
        const findings = [
            ...(0,common_rule/* applyRules */.I)(archive_size_rules/* archiveSizeRules */.B, { size: bytes.size, file: name }),
            ...found.map((finding) => ({ file: name, ...finding, message: (0,printable/* printable */.g)(finding.message) })),
        ];
        return { size: bytes.size, entries, contents, complete, findings };
    }
    finally {
        bytes.close();
    }
}
/** A hostile archive breaks a rule a hundred thousand times; nobody reads that. */
const mostOfEach = 3;
/** The first places with their paths, and how many more there are. */
function fewOf(rule, facts) {
    const findings = (0,common_rule/* applyRules */.I)([rule], facts);
    const more = findings.length - mostOfEach;
    if (more <= 0)
        return findings;
    const { id, severity, message, fix } = rule;
    return [...findings.slice(0, mostOfEach), { rule: id, severity, message: `${more} more like this: ${message}`, fix }];
}
/** After these nothing more is read. */
const fatalNotes = new Set([
    'archive-not-gzip',
    'archive-gzip-broken',
    'archive-unpacked-too-large',
    'archive-ratio',
]);
class Inspection {
    entries = [];
    notes = [];
    contents = new Map();
    #options;
    #limits;
    constructor(options, limits) {
        this.#options = options;
        this.#limits = limits;
    }
    get hasFatalNote() {
        return this.notes.some(({ rule }) => fatalNotes.has(rule));
    }
    note(rule, path, detail) {
        this.notes.push({
            rule,
            ...(path !== undefined && { path: decode(path).text }),
            ...(detail !== undefined && { detail }),
        });
    }
    member(member) {
        const entry = this.#entry(member);
        this.entries.push(entry);
        const { onEntry, onContent, wants, hash } = this.#options;
        onEntry?.(entry);
        // What is no file but has content is a sparse or an unknown one: named, not read.
        if (member.type !== 'file')
            return undefined;
        const digest = hash === true ? (0,external_node_crypto_.createHash)('sha512') : undefined;
        const pieces = wants?.(entry.path) === true && entry.size <= this.#limits.wanted ? [] : undefined;
        if (digest === undefined && pieces === undefined && onContent === undefined)
            return undefined;
        return (piece) => {
            if (piece === undefined)
                this.#finish(entry, digest, pieces);
            else {
                digest?.update(piece);
                pieces?.push(Buffer.from(piece));
                onContent?.(entry, piece);
            }
        };
    }
    #entry(member) {
        const path = decode(member.path);
        if (!path.isUtf8)
            this.notes.push({ rule: 'archive-name-not-utf8', path: path.text });
        return {
            path: path.text,
            type: member.type,
            size: member.size,
            mode: member.mode,
            ...(member.serverPath !== member.path && { serverPath: decode(member.serverPath).text }),
            ...(member.type.endsWith('-link') && { linkpath: decode(member.linkpath).text }),
        };
    }
    #finish(entry, digest, pieces) {
        if (digest !== undefined)
            entry.sha512 = digest.digest('hex');
        if (pieces !== undefined)
            this.contents.set(entry.path, Buffer.concat(pieces));
    }
}
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function decode(bytes) {
    if ((0,byte_string/* isAscii */.ER)(bytes))
        return { text: bytes, isUtf8: true };
    const buffer = Buffer.from(bytes, 'latin1');
    try {
        return { text: utf8.decode(buffer), isUtf8: true };
    }
    catch {
        return { text: buffer.toString(), isUtf8: false };
    }
}
/** Whether an archive may be used at all. */
function isUsable(listing) {
    return listing.complete && (0,finding/* isOk */.HQ)(listing.findings);
}


/***/ }),

/***/ 2918:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ archiveRules)
});

;// CONCATENATED MODULE: ./build/bundle/src/package/archive-rule.js
const packAgain = 'Pack the app again, e.g. with `nextcloud-release package`.';
const tarfile = 'CPython: Lib/tarfile.py, with which the store reads';
const archiveTar = 'PEAR Archive_Tar, with which the server unpacks';
const rename = 'Rename it and pack again.';
/** What a reader has noted. */
function noted(id, { fix = packAgain, ...wording }) {
    const check = ({ notes }) => notes
        .filter(({ rule }) => rule === id)
        .map(({ path, detail }) => ({
        ...(path !== undefined && { file: path }),
        ...(detail !== undefined && { message: `${wording.message.slice(0, -1)} (${detail}).` }),
    }));
    return { id, fix, ...wording, check };
}
/** What can be said of each entry by itself. */
function each(id, isWrong, { fix = packAgain, ...wording }) {
    return { id, fix, ...wording, check: ({ entries }) => entries.filter(isWrong).map(({ path }) => ({ file: path })) };
}

// EXTERNAL MODULE: ./build/bundle/src/package/path-tree.js
var path_tree = __webpack_require__(1564);
;// CONCATENATED MODULE: ./build/bundle/src/package/archive-entry-rules.js


// eslint-disable-next-line no-control-regex -- control characters are what is asked for
const controlCharacter = /[\x00-\x1f\x7f]/;
/** What the names and types of the entries say. */
const archiveEntryRules = [
    {
        id: 'archive-name-differs',
        severity: 'error',
        message: 'The store and the server read different names.',
        fix: packAgain,
        source: `${archiveTar}: pax headers are not read, so that a name is cut off at 100 bytes`,
        check: ({ entries }) => entries.flatMap(({ path, serverPath }) => serverPath === undefined
            ? []
            : [{ file: path, message: `The store reads this name, and the server “${serverPath}”.` }]),
    },
    each('archive-name-absolute', ({ path }) => path.startsWith('/'), {
        severity: 'error',
        message: 'The name begins at the root of the file system.',
        source: 'CWE-22',
    }),
    each('archive-name-drive', ({ path }) => /^[A-Za-z]:/.test(path), {
        severity: 'error',
        message: 'The name begins with a drive letter.',
        source: 'CWE-22',
    }),
    each('archive-name-parent', ({ path }) => /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path), {
        severity: 'error',
        message: 'The name leads out of its folder with “..”.',
        source: 'CWE-22',
    }),
    each('archive-name-malicious', ({ path }) => /\.\.[/\\]|:\/\//.test(path), {
        severity: 'error',
        message: 'The server’s unpacker takes this name for an attack and refuses the whole archive.',
        fix: rename,
        source: `${archiveTar} (_isMaliciousFilename)`,
        refusedBy: 'server',
    }),
    each('archive-name-dot-slash', ({ path }) => path === '.' || path.startsWith('./'), {
        severity: 'error',
        message: 'The name begins with “./”, so that the store finds no app folder.',
        fix: 'Pack the folder by its name (`tar -C .. -czf a.tar.gz ID`), not as “.”.',
        source: 'appstore: api/v1/release/parser.py',
        refusedBy: 'store',
    }),
    each('archive-name-empty', ({ path }) => path === '', {
        severity: 'error',
        message: 'An entry has no name.',
        source: `${archiveTar} (_extractList, which takes its content for the next header)`,
        refusedBy: 'server',
    }),
    each('archive-name-not-plain', isNotPlain, {
        severity: 'error',
        message: 'The name has an empty or a “.” part: another way to write a path that the store looks for otherwise.',
        source: tarfile,
    }),
    each('archive-name-backslash', ({ path }) => path.includes('\\'), {
        severity: 'warning',
        message: 'The name holds a backslash, which other programs take for the end of a folder’s name.',
        fix: rename,
        source: `${archiveTar} (_translateWinPath)`,
    }),
    each('archive-name-control-character', ({ path }) => controlCharacter.test(path), {
        severity: 'warning',
        message: 'The name holds a control character.',
        fix: rename,
        source: 'what people can see and type',
    }),
    each('archive-hard-link', ({ type }) => type === 'hard-link', {
        severity: 'error',
        message: 'The entry is a hard link; the server’s unpacker makes an empty file of it.',
        source: `${archiveTar} (_extractList)`,
    }),
    each('archive-link-leaves', (entry) => entry.type === 'symbolic-link' && leaves(entry), {
        severity: 'error',
        message: 'The symbolic link leads out of the archive.',
        source: `CWE-59; ${archiveTar} (_extractList)`,
        refusedBy: 'server',
    }),
    each('archive-link', (entry) => entry.type === 'symbolic-link' && !leaves(entry), {
        severity: 'warning',
        message: 'The entry is a symbolic link; nobody checks what it leads to.',
        source: 'server: IntegrityCheck/Checker.php',
    }),
    each('archive-device', ({ type }) => /device|pipe/.test(type), {
        severity: 'error',
        message: 'The entry is a device or a pipe.',
        source: tarfile,
    }),
    each('archive-unknown-type', ({ type }) => type === 'sparse' || type === 'unknown', {
        severity: 'error',
        message: 'The entry is of a type that the server’s unpacker does not know (a sparse file, or one of another program).',
        source: archiveTar,
    }),
    {
        id: 'archive-duplicate',
        severity: 'error',
        message: 'The archive holds this name more than once.',
        fix: packAgain,
        source: `${tarfile}: the last one counts; the server’s unpacker writes one over the other`,
        check: ({ entries }) => duplicates(entries),
    },
    {
        id: 'archive-file-as-folder',
        severity: 'error',
        message: 'The name is that of a file, and the folder of another entry.',
        fix: packAgain,
        source: `${archiveTar} (_extractList)`,
        refusedBy: 'server',
        check: ({ entries }) => treeOf(entries).filesAsFolders,
    },
    {
        id: 'archive-case-collision',
        severity: 'error',
        message: 'Another name differs from this one only by case or by how its accents are written.',
        fix: rename,
        source: 'case-insensitive and normalising file systems (APFS, NTFS, SMB shares)',
        check: ({ entries }) => treeOf(entries).collisions,
    },
    {
        id: 'archive-several-folders',
        severity: 'error',
        message: 'The archive has more than one file or folder at its top.',
        fix: 'Pack one folder, named as the app’s id, and nothing beside it.',
        source: 'server: Installer.php counts files and hidden ones too',
        refusedBy: 'server',
        check: ({ entries }) => topNames(entries)
            .slice(1, 4)
            .map((file) => ({ file })),
    },
    {
        id: 'archive-no-folder',
        severity: 'error',
        message: 'The archive has no folder at its top.',
        fix: 'Pack one folder, named as the app’s id.',
        source: 'server: Installer.php; appstore: api/v1/release/parser.py',
        refusedBy: 'both',
        applies: ({ complete }) => complete,
        check: ({ entries }) => (entries.some(({ path, type }) => type === 'directory' || path.includes('/')) ? [] : [{}]),
    },
];
function isNotPlain({ path }) {
    return /(?:[^/]\/|^)\/|\/\.(?:\/|$)|.\/$/.test(path.replace(/^\/+/, ''));
}
/** Whether a relative target, followed from the link's folder, passes the archive's top folder. */
function leaves({ path, linkpath = '' }) {
    if (linkpath.startsWith('/') || linkpath.includes(':') || linkpath === '')
        return true;
    let depth = path.split('/').length - 1;
    for (const part of linkpath.replaceAll('\\', '/').split('/')) {
        if (part === '..')
            depth--;
        else if (part !== '' && part !== '.')
            depth++;
        if (depth < 1)
            return true;
    }
    return false;
}
/** A folder that is named twice does no harm. */
function duplicates(entries) {
    const types = new Map();
    return entries.flatMap(({ path, type }) => {
        const first = types.get(path);
        types.set(path, type);
        return first === undefined || (first === 'directory' && type === 'directory') ? [] : [{ file: path }];
    });
}
function treeOf(entries) {
    const tree = new path_tree/* PathTree */.W();
    for (const { path, type } of entries)
        tree.add(path, type !== 'directory');
    return tree;
}
function topNames(entries) {
    return [...new Set(entries.map(({ path }) => path.replace(/^(?:\.?\/)+/, '').split('/', 1)[0] ?? ''))].filter((name) => name !== '' && name !== '.');
}

;// CONCATENATED MODULE: ./build/bundle/src/package/archive-format-rules.js
// SPDX-License-Identifier: MIT

/** What the readers of gzip and tar stumble over. */
const archiveFormatRules = [
    noted('archive-not-gzip', {
        severity: 'error',
        message: 'This is not a gzip file.',
        source: 'appstore: api/v1/release/parser.py',
        refusedBy: 'both',
    }),
    noted('archive-gzip-broken', {
        severity: 'error',
        message: 'The gzip stream is broken or cut off.',
        fix: 'Pack again, or download again where it was downloaded.',
        source: 'RFC 1952',
        refusedBy: 'both',
    }),
    noted('archive-several-gzip-members', {
        severity: 'warning',
        message: 'The file is several gzip streams one after the other, which not every program reads to the end.',
        source: 'RFC 1952 section 2.2',
    }),
    noted('archive-trailing-garbage', {
        severity: 'warning',
        message: 'There are bytes behind the gzip stream.',
        source: 'RFC 1952; the store and the server read over them',
    }),
    noted('archive-truncated', {
        severity: 'error',
        message: 'The tar ends in the middle of an entry.',
        source: tarfile,
        refusedBy: 'both',
    }),
    noted('archive-no-end', {
        severity: 'warning',
        message: 'The tar lacks the two blocks of NULs at its end.',
        source: 'POSIX.1-2017, pax: ustar Interchange Format',
    }),
    noted('archive-data-after-end', {
        severity: 'error',
        message: 'There are entries behind the end of the tar: the store does not see them, and the server unpacks them.',
        source: `${archiveTar} (_extractList)`,
    }),
    noted('archive-bad-checksum', {
        severity: 'error',
        message: 'The checksum of a tar header is wrong.',
        source: `${archiveTar} (_readHeader)`,
        refusedBy: 'server',
    }),
    noted('archive-bad-number', {
        severity: 'error',
        message: 'The size of an entry is negative or no number.',
        source: tarfile,
        refusedBy: 'server',
    }),
    noted('archive-base-256', {
        severity: 'error',
        message: 'The size of an entry is written in base 256, for which nothing that fits into the store is large enough.',
        source: `${archiveTar} (_tarRecToSize, which gets the number cut off at its first NUL)`,
        refusedBy: 'server',
    }),
    noted('archive-bad-pax', {
        severity: 'error',
        message: 'A pax header is broken.',
        source: tarfile,
        refusedBy: 'store',
    }),
    noted('archive-pax-size', {
        severity: 'error',
        message: 'The pax header and the tar header say different sizes, so that the store and the server read different entries.',
        source: tarfile,
    }),
    noted('archive-pax-header', {
        severity: 'warning',
        message: 'The entry has a pax header, which the server’s unpacker does not read.',
        source: `${archiveTar} (_extractList)`,
    }),
    noted('archive-stacked-headers', {
        severity: 'error',
        message: 'Another special header follows a GNU long name, and makes the server’s unpacker forget it.',
        source: `${archiveTar} (_readLongHeader)`,
    }),
    noted('archive-long-link', {
        severity: 'error',
        message: 'The target of a link is longer than 100 bytes; the server’s unpacker makes a file of the header.',
        source: `${archiveTar} (_extractList)`,
    }),
    noted('archive-content-of-no-file', {
        severity: 'error',
        message: 'A folder, a link or a device is said to have content; programs differ in what follows.',
        source: tarfile,
    }),
    noted('archive-too-many-entries', {
        severity: 'error',
        message: 'The archive has too many entries.',
        source: 'limit',
    }),
    noted('archive-unpacked-too-large', {
        severity: 'error',
        message: 'The archive unpacks to too much.',
        source: 'limit',
    }),
    noted('archive-ratio', {
        severity: 'error',
        message: 'The archive unpacks to far more than its size, as those do that are made to fill disks.',
        source: 'limit',
    }),
    noted('archive-file-too-large', {
        severity: 'error',
        message: 'The file in the archive is too large.',
        source: 'limit',
    }),
    noted('archive-header-too-large', { severity: 'error', message: 'A special header is too large.', source: 'limit' }),
    noted('archive-name-too-long', {
        severity: 'error',
        message: 'The name is too long, or in too many folders.',
        fix: rename,
        source: 'limits.h: PATH_MAX',
    }),
    noted('archive-name-not-utf8', {
        severity: 'error',
        message: 'The name is not UTF-8, so that no signature can hold it.',
        fix: rename,
        source: 'server: IntegrityCheck/Checker.php, json_encode',
    }),
];

;// CONCATENATED MODULE: ./build/bundle/src/package/archive-rules.js
// SPDX-License-Identifier: MIT


const archiveRules = [...archiveFormatRules, ...archiveEntryRules];


/***/ }),

/***/ 5438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ archiveSizeRules),
/* harmony export */   x: () => (/* binding */ storeLimit)
/* harmony export */ });
/** The largest archive that the store downloads, in bytes. */
const storeLimit = 30 * 1024 ** 2;
/** What the developer manual says. */
const documentedLimit = 20 * 1024 ** 2;
const archiveSizeRules = [
    {
        id: 'archive-too-large',
        severity: 'error',
        message: `The archive is larger than the ${storeLimit} bytes that the store takes.`,
        fix: 'Leave files out in .nextcloudignore.',
        source: 'appstore: settings/base.py, MAX_DOWNLOAD_FILE_SIZE',
        check: ({ size, file }) => (size > storeLimit ? [{ file }] : []),
    },
    {
        id: 'archive-above-documented-size',
        severity: 'warning',
        message: 'The archive is larger than the 20 MB that the store’s documentation allows.',
        fix: 'Leave files out in .nextcloudignore.',
        source: 'appstore: docs/developer.rst',
        check: ({ size, file }) => (size > documentedLimit && size <= storeLimit ? [{ file }] : []),
    },
];


/***/ }),

/***/ 1564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ PathTree)
/* harmony export */ });
/* harmony import */ var _byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(694);

/**
 * Paths as a file system without case sees them, or one that normalises accents. The work is linear in the length of
 * all paths, whoever made them.
 */
class PathTree {
    #top = { written: '', below: new Map(), isFile: false };
    #collisions = new Map();
    #filesAsFolders = new Map();
    add(path, isFile) {
        const written = path.split('/');
        // Neither step makes or takes a slash.
        const folded = ((0,_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .isAscii */ .ER)(path) ? path : path.normalize('NFC')).toLowerCase().split('/');
        let folder = this.#top;
        for (const [depth, name] of written.entries()) {
            // An entry may come before or after those that take it for their folder.
            if (folder.isFile)
                this.#fileAsFolder(written.slice(0, depth).join('/'));
            const key = folded[depth] ?? name;
            let below = folder.below.get(key);
            if (below === undefined) {
                below = { written: name, below: new Map(), isFile: false };
                folder.below.set(key, below);
            }
            else if (below.written !== name) {
                this.#collision(written.slice(0, depth + 1).join('/'), below.written);
            }
            folder = below;
        }
        folder.isFile ||= isFile;
        if (isFile && folder.below.size > 0)
            this.#fileAsFolder(path);
    }
    /** One for each name, of a file or a folder, that is taken for one that came before it in the same folder. */
    get collisions() {
        return this.#collisions.values();
    }
    /** One for each file that is also the folder of another path. */
    get filesAsFolders() {
        return this.#filesAsFolders.values();
    }
    #collision(file, first) {
        const message = `${file} and ${first} in the same folder differ only by case or by how accents are written.`;
        this.#collisions.set(file, { file, message });
    }
    #fileAsFolder(file) {
        this.#filesAsFolders.set(file, { file });
    }
}


/***/ }),

/***/ 1599:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L6: () => (/* binding */ blockSize),
/* harmony export */   PG: () => (/* binding */ endOfArchive),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   sd: () => (/* binding */ largestTarFile),
/* harmony export */   w4: () => (/* binding */ fileHeader)
/* harmony export */ });
/* unused harmony exports longestHeaderName, fixedTime */
// SPDX-License-Identifier: MIT
/** Tar's unit: headers have this size, and contents are filled up to it with NULs. */
const blockSize = 512;
/** What fits into a header's name field, in bytes. */
const longestHeaderName = 100;
/** What twelve octal digits, less the NUL at their end, can say. */
const largestTarFile = 8 * 1024 ** 3 - 1;
/**
 * The time of every file, 1980-01-01T00:00:00Z: fixed, so that the same files make the same bytes at any time; that of ZIP's
 * epoch, because some programs warn of, or mistake, dates at or before 1970.
 */
const fixedTime = Date.UTC(1980, 0, 1) / 1000;
/** Ends an archive: two blocks of NULs. */
const endOfArchive = Buffer.alloc(2 * blockSize);
const regularFile = '0';
const longName = 'L';
/**
 * The blocks before a file's content: one ustar header, and in front of it a GNU `L` entry where the name is longer than 100
 * bytes. Neither pax headers nor the prefix field: PEAR Archive_Tar, with which servers unpack, cuts pax names off at 100
 * bytes without an error.
 *
 * Our own, since the `Header` of the npm package `tar` takes 12 to 16 µs for each (8,000 files: 100 ms, a twentieth of the whole
 * packing; this one 2 µs), and puts long names into the prefix field.
 *
 * @param size in bytes, at most `largestTarFile`
 */
function fileHeader(path, size, mode) {
    const name = Buffer.from(path);
    if (name.length <= longestHeaderName)
        return header(name, size, mode, regularFile);
    const content = Buffer.alloc(padded(name.length + 1));
    name.copy(content);
    return Buffer.concat([
        header(Buffer.from('././@LongLink'), name.length + 1, 0o644, longName),
        content,
        header(name.subarray(0, longestHeaderName), size, mode, regularFile),
    ]);
}
/** The size with the NULs that fill up its last block. */
function padded(size) {
    return Math.ceil(size / blockSize) * blockSize;
}
/** All that is the same in every header: user and group 0 without names, time, magic and version of POSIX ustar. */
const template = Buffer.alloc(blockSize);
template.write('0000000\0', 108);
template.write('0000000\0', 116);
template.write(`${octal(fixedTime, 11)}\0`, 136);
template.write(' '.repeat(8), 148);
template.write('ustar\0' + '00', 257);
const templateSum = sumOf(template);
function header(name, size, mode, type) {
    const block = Buffer.from(template);
    name.copy(block);
    block.write(`${octal(mode, 7)}\0`, 100, 'latin1');
    block.write(`${octal(size, 11)}\0`, 124, 'latin1');
    block.write(type, 156, 'latin1');
    const sum = templateSum +
        sumOf(name) +
        sumOf(block.subarray(100, 108)) +
        sumOf(block.subarray(124, 136)) +
        sumOf(block.subarray(156, 157));
    block.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
    return block;
}
function octal(value, digits) {
    return value.toString(8).padStart(digits, '0');
}
function sumOf(bytes) {
    let sum = 0;
    for (const byte of bytes)
        sum += byte;
    return sum;
}


/***/ })

};
;