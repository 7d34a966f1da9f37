"use strict";
exports.id = 974;
exports.ids = [974];
exports.modules = {

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


/***/ }),

/***/ 7729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ AppError)
/* harmony export */ });
/* harmony import */ var _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4252);
// SPDX-License-Identifier: MIT

const codes = {
    'info-unreadable': 'unusable',
    'judge-failed': 'outside',
};
/** The errors of reading an app's metadata. What is wrong *in* a file is a finding; these are for everything else. */
class AppError extends _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .A {
    constructor(code, message, details) {
        super(code, codes[code], message, details);
    }
}


/***/ }),

/***/ 3709:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ limits)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/** Every number the metadata is measured with, in one place. Sizes are in bytes unless a name says otherwise. */
const limits = {
    /**
     * The store's nominal limit of a file is 1,048,576, but it adds 1,024 before each read, the final empty one included
     * (appstore: api/v1/release/parser.py, stream_read_file).
     */
    fileSize: 1_047_552,
    /** what the store says the limit is, in its own message */
    nominalFileSize: 1_048_576,
    /** the limit in the store's documentation (appstore: docs/developer.rst) */
    documentedFileSize: 512 * 1024,
    /** elements inside each other; libxml2 without XML_PARSE_HUGE, which is how the store reads */
    depth: 256,
    /** characters that entities may add to the attributes of one document; libxml2 allows a million before it counts */
    entityExpansion: 1_000_000,
    /** entities inside entities, as in libxml2 */
    entityDepth: 40,
    /** findings told about one document; a hostile file could make one for every 17 bytes */
    findings: 200,
    /**
     * Children of one name, and attributes of one element, that the judge sees at first; only where those are all good it
     * sees all. It needs seconds for tens of thousands of messages.
     */
    judgedRepeats: 200,
    /** characters that the judge sees of a value whose pattern takes it cubic time; above every length it may have */
    judgedValue: 300,
    /** characters that the judge sees behind the place where the reader has already stopped */
    judgedBehindFault: 16_384,
    /** memory of one run of the judge, in pages of 64 KiB: 512 MiB */
    judgePages: 8_192,
    /** documents handed to one run of the judge: their names lie on its stack of 64 KiB, which 2,000 of them overflow */
    judgeDocuments: 1_000,
    /** bytes of documents handed to one run of the judge; more are judged in further runs */
    judgeBytes: 32 * 1024 * 1024,
    /** columns of the store's database (appstore: core/models.py); longer values make it answer 500 */
    versionSpecification: 256,
    dockerInstall: 1_024,
    scope: 32,
    environmentName: 64,
    environmentDisplayName: 128,
    environmentDefault: 256,
};


/***/ }),

/***/ 4197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ firstBadLine),
/* harmony export */   y: () => (/* binding */ decodeXml)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
// SPDX-License-Identifier: MIT

const declaration = /^<\?xml\s[^>]*?\sencoding\s*=\s*(["'])([A-Za-z][\w.-]*)\1/;
const utf8Names = /^utf-?8$/i;
const latin1Names = /^(iso[-_]?8859-1|latin-?1|l1|cp819|ibm819)$/i;
const asciiNames = /^(us-)?ascii$/i;
/** What cannot be, since the bytes are ASCII-compatible: the judge then finds the document malformed. */
const wideNames = /^(utf-?16|utf-?32|ucs-?[24]|iso-10646)/i;
/**
 * Text of an XML file, read as the store does: the bytes must be UTF-8, and are then read in the encoding that the
 * declaration names, which garbles every letter beyond ASCII (appstore: api/v1/release/parser.py, `bytes(xml, 'utf-8')`).
 * An encoding that is unknown stays for the judge to refuse.
 *
 * @returns undefined where the bytes are not UTF-8; `firstBadLine` tells where
 */
function decodeXml(bytes) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return undefined;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    // Behind a byte order mark libxml2 does not listen to the declaration.
    if (text.startsWith('\uFEFF'))
        return { text: text.slice(1), utf8: withEncoding(text.slice(1), 'UTF-8') };
    const found = declaration.exec(text);
    const name = found?.[2];
    if (!name || utf8Names.test(name))
        return { text, utf8: text };
    const declared = { name, start: text.indexOf(name, found[0].indexOf('encoding') + 8) };
    const read = readAs(name, bytes);
    return read === undefined
        ? { text, declared, utf8: text }
        : { text: read, declared, utf8: withEncoding(read, 'UTF-8') };
}
/** 1-based line of the first bytes that are not UTF-8. */
function firstBadLine(bytes) {
    let line = 1;
    for (let start = 0; start < bytes.length; line++) {
        const end = bytes.indexOf(0x0a, start);
        const next = end < 0 ? bytes.length : end + 1;
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(start, next)))
            return line;
        start = next;
    }
    return line;
}
function readAs(name, bytes) {
    if (wideNames.test(name))
        return undefined;
    if (latin1Names.test(name))
        return Buffer.from(bytes).toString('latin1');
    if (asciiNames.test(name))
        return bytes.every((byte) => byte < 0x80) ? Buffer.from(bytes).toString('latin1') : undefined;
    try {
        return new TextDecoder(name, { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function withEncoding(text, encoding) {
    return text.replace(declaration, (whole, _quote, name) => {
        const at = whole.lastIndexOf(name);
        return whole.slice(0, at) + encoding + whole.slice(at + name.length);
    });
}


/***/ }),

/***/ 1952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ readXml)
});

// EXTERNAL MODULE: ./build/bundle/src/app/limits.js
var limits = __webpack_require__(3709);
;// CONCATENATED MODULE: ./build/bundle/src/app/xml/lexemes.js
// SPDX-License-Identifier: MIT
const nameStart = ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const nameMore = '-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}';
// eslint-disable-next-line no-misleading-character-class -- the ranges of XML 1.0, productions 4 and 4a
const namePattern = new RegExp(`[${nameStart}][${nameMore}${nameStart}]*`, 'uy');
const blanks = /[ \t\r\n]*/y;
/** `&name;`, `&#10;` or `&#xA;`; the name is group 1. */
const reference = /&(#x[0-9a-fA-F]{1,8}|#[0-9]{1,10}|[^\s&;<#"'][^\s&;<"']*);/;
/** A character that cannot stand in XML. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
/** The name that begins at `at`, or ''. */
function nameAt(text, at) {
    namePattern.lastIndex = at;
    return namePattern.exec(text)?.[0] ?? '';
}
/** Offset behind the blanks that begin at `at`. */
function behindBlanks(text, at) {
    blanks.lastIndex = at;
    blanks.test(text);
    return blanks.lastIndex;
}
/** Production 2 of XML 1.0. */
function isXmlCharacter(code) {
    return (code === 0x9 ||
        code === 0xa ||
        code === 0xd ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd) ||
        (code >= 0x10000 && code <= 0x10ffff));
}

;// CONCATENATED MODULE: ./build/bundle/src/app/xml/xml-fault.js
// SPDX-License-Identifier: MIT
/** Thrown inside the reader only: behind such a fault nothing can be told about the rest. */
class XmlStop extends Error {
    fault;
    constructor(fault) {
        super(fault.message);
        this.fault = fault;
    }
}
function stop(start, message, fix) {
    throw new XmlStop({ message, fix, start });
}

;// CONCATENATED MODULE: ./build/bundle/src/app/xml/doctype.js
// SPDX-License-Identifier: MIT



const fix = 'Remove the <!DOCTYPE …>: an app’s XML needs none.';
const head = /^<!DOCTYPE\s+[^\s[>]+\s+(SYSTEM|PUBLIC)\b/;
const entity = /^<!ENTITY\s+(%\s+)?([^\s%]+)\s+(?:"([^"]*)"|'([^']*)'|SYSTEM\s|PUBLIC\s)/;
const doctype_element = /^<!ELEMENT\s+(\S+)\s+([^>]*)>$/;
/**
 * Reads the document type declaration that begins at `start`, in one pass: whether it is well-formed is for the judge
 * to say.
 */
function readDoctype(text, start) {
    let subset = '';
    let at = skipTo(text, start + 2, '[');
    if (text[at] === '[') {
        const subsetEnd = endOfSubset(text, at + 1);
        subset = text.slice(at + 1, subsetEnd);
        at = skipTo(text, subsetEnd + 1, '>');
    }
    if (text[at] !== '>')
        stop(start, 'The <!DOCTYPE does not end.', fix);
    return { start, end: at + 1, ...readSubset(subset, head.test(text.slice(start, start + 1024))) };
}
/** Offset of the first `>` or `wanted` outside quotes, or the length of the text. */
function skipTo(text, from, wanted) {
    for (let at = from; at < text.length; at++) {
        const char = text[at];
        if (char === '"' || char === "'") {
            at = text.indexOf(char, at + 1);
            if (at < 0)
                break;
        }
        else if (char === '>' || char === wanted)
            return at;
    }
    return text.length;
}
function endOfSubset(text, from) {
    for (const part of partsOf(text, from))
        if (part.text === ']')
            return part.start;
    return text.length;
}
/** Comments and instructions are skipped; what is left are declarations, `%references;` and the closing `]`. */
function* partsOf(text, from) {
    const next = /[<%\]]/g;
    for (let at = from;;) {
        next.lastIndex = at;
        const found = next.exec(text);
        if (!found)
            return;
        const start = found.index;
        const closing = text.startsWith('<!--', start) ? '-->' : text.startsWith('<?', start) ? '?>' : undefined;
        let end;
        if (closing)
            end = text.indexOf(closing, start) + closing.length;
        else if (found[0] === '<')
            end = skipTo(text, start + 1, '>') + 1;
        else if (found[0] === '%')
            end = text.indexOf(';', start) + 1;
        else
            end = start + 1;
        if (end <= start || end > text.length)
            return;
        if (!closing)
            yield { text: text.slice(start, end), start };
        at = end;
    }
}
function readSubset(subset, external) {
    const entities = new Map();
    const parameters = new Map();
    const blanksCount = new Map();
    let budget = limits/* limits */.F.entityExpansion;
    const read = (declarations, depth) => {
        for (const part of partsOf(declarations, 0)) {
            if (part.text.startsWith('%')) {
                const value = parameters.get(part.text.slice(1, -1));
                budget -= value?.length ?? 0;
                if (value === undefined || budget < 0 || depth > limits/* limits */.F.entityDepth)
                    external = true;
                else
                    read(value, depth + 1);
                continue;
            }
            const [, percent, name, double, single] = entity.exec(part.text) ?? [];
            const table = percent ? parameters : entities;
            const value = double ?? single;
            // The first declaration of a name counts.
            if (name && !table.has(name))
                table.set(name, value === undefined ? undefined : expandCharacters(value));
            const [, parent, content = ''] = doctype_element.exec(part.text) ?? [];
            // EMPTY counts as mixed in libxml2 (valid.c, xmlIsMixedElement).
            if (parent)
                blanksCount.set(parent, !content.startsWith('(') || content.includes('#PCDATA'));
        }
    };
    read(subset, 0);
    return { external, entities, blanksCount };
}
/** `&#10;` and `&#xA;`; what is no character at all stays as it is, for the judge to refuse. */
function expandCharacters(text) {
    return text.replace(/&#(?:x([0-9a-fA-F]+)|([0-9]+));/g, (whole, hex, decimal) => {
        const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
        return isXmlCharacter(code) ? String.fromCodePoint(code) : whole;
    });
}

;// CONCATENATED MODULE: ./build/bundle/src/app/xml/references.js
// SPDX-License-Identifier: MIT



const predefined = new Map([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
]);
const everyReference = new RegExp(reference, 'g');
const blankOrReference = new RegExp(`${reference.source}|\\r\\n|[\\t\\r\\n]|&`, 'g');
/** What `&…;` stands for. Expansion is bounded, and only attributes get it: in the content, entities stay what they are. */
class References {
    doctype;
    /** entities that are nowhere declared */
    faults = [];
    inAttributes = [];
    #expanded = 0;
    /** Value of an attribute, written as `raw` at the offset `start`: its blanks are spaces, its references expanded. */
    attributeValue(raw, start) {
        const less = raw.indexOf('<');
        if (less >= 0)
            stop(start + less, 'A “<” stands in an attribute.', 'Write &lt; instead.');
        if (!/[&\t\r\n]/.test(raw))
            return raw;
        // Only literal blanks become spaces: those of references and of entities' texts stay what they are.
        return raw.replace(blankOrReference, (whole, name, offset) => {
            const at = start + offset;
            if (whole === '&')
                stop(at, 'A “&” stands where no entity begins.', 'Write &amp; instead.');
            if (name === undefined)
                return ' ';
            const character = this.character(name, at);
            if (character !== undefined)
                return character;
            this.inAttributes.push({ name, start: at });
            return this.#expand(name, at, 0);
        });
    }
    /** Text of a character reference, or of the five entities that XML knows. */
    character(name, start) {
        if (!name.startsWith('#'))
            return predefined.get(name);
        const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
        if (!isXmlCharacter(code))
            stop(start, `&${name}; is no character of XML.`, 'Remove it.');
        return String.fromCodePoint(code);
    }
    /** An entity that is nowhere declared is a fault, except where something that nobody has read might declare it. */
    mustBeDeclared(name, start) {
        if (this.doctype?.entities.has(name) || this.doctype?.external)
            return;
        this.faults.push({
            message: `&${name}; is not declared: XML knows only &amp; &lt; &gt; &quot; and &apos; by name.`,
            fix: `Write ${name === 'nbsp' ? '&#160;' : 'the character itself'} instead.`,
            start,
        });
    }
    #expand(name, start, depth) {
        if (depth > limits/* limits */.F.entityDepth) {
            stop(start, `The entity &${name}; refers to itself.`, 'Write its text instead of it.');
        }
        const value = this.doctype?.entities.get(name);
        if (value === undefined) {
            this.mustBeDeclared(name, start);
            return '';
        }
        this.#expanded += value.length;
        if (this.#expanded > limits/* limits */.F.entityExpansion) {
            stop(this.doctype?.start ?? start, 'The entities of the <!DOCTYPE …> expand too far.', 'Remove the <!DOCTYPE …> and write the texts themselves.');
        }
        return value.replace(everyReference, (_whole, inner) => predefined.get(inner) ?? this.#expand(inner, start, depth + 1));
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/app/xml/tree-builder.js


const xmlScope = new Map([
    ['', ''],
    ['xml', 'http://www.w3.org/XML/1998/namespace'],
    ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);
/** Puts elements and texts together to a tree: namespaces resolved, and without the blanks that libxml2 ignores. */
class TreeBuilder {
    text;
    root;
    doctype;
    #open = [];
    constructor(text) {
        this.text = text;
    }
    get depth() {
        return this.#open.length;
    }
    /** The innermost element that is open. */
    get current() {
        return this.#open.at(-1)?.node;
    }
    open(name, written, start, tagEnd) {
        const parent = this.#open.at(-1);
        const scope = scopeOf(written, parent?.scope ?? xmlScope);
        const node = {
            kind: 'element',
            name,
            local: name.slice(name.indexOf(':') + 1),
            uri: resolve(scope, name, start, scope.get('') ?? ''),
            attributes: written.map((attribute) => ({
                ...attribute,
                uri: resolve(scope, attribute.name, attribute.start, ''),
            })),
            children: [],
            start,
            tagEnd,
            parent: parent?.node,
        };
        const wanted = written.find((attribute) => attribute.name === 'xml:space')?.value;
        const inherited = parent?.space === 'mixed' ? 'unset' : (parent?.space ?? 'unset');
        const space = wanted === 'preserve' || wanted === 'default' ? wanted : inherited;
        this.add(node);
        this.root ??= node;
        this.#open.push({ node, scope, space });
    }
    close() {
        return this.#open.pop()?.node;
    }
    add(node) {
        this.#open.at(-1)?.node.children.push(node);
    }
    /** Text that is kept in any case: from references and CDATA sections. */
    addText(value) {
        const children = this.#open.at(-1)?.node.children;
        const last = children?.at(-1);
        if (last?.kind === 'text')
            children?.splice(-1, 1, { kind: 'text', value: last.value + value });
        else
            children?.push({ kind: 'text', value });
    }
    /**
     * Literal text goes to the tree in the pieces in which libxml2 hands it on, since for each of them it asks again
     * whether it may be ignored: up to a carriage return, and from there on (parser.c, xmlParseCharData).
     */
    addLiteral(start, end) {
        let from = start;
        for (let whole = false; from < end;) {
            const carriageReturn = whole ? -1 : this.text.slice(from, end).indexOf('\r');
            const to = carriageReturn < 0 ? end : from + carriageReturn;
            if (to > from)
                this.#addPiece(this.text.slice(from, to).replace(/\r\n?/g, '\n'), to);
            from = to;
            if (carriageReturn < 0)
                return;
            // Its quick loop goes on behind CRLF and ASCII only; its slow one takes all the rest at once.
            if (this.text[from + 1] === '\n')
                from++;
            whole = this.text[from] === '\r' || !/[\t\n -\x7f]/.test(this.text[from + 1] ?? '');
        }
    }
    #addPiece(value, next) {
        const open = this.#open.at(-1);
        if (!open || (behindBlanks(value, 0) === value.length && this.#isIgnorable(open, next)))
            return;
        this.addText(value);
        if (open.space === 'unset')
            open.space = 'mixed';
    }
    /** libxml2's guess whether blanks are only there for the eye (parser.c, areBlanks); `next` is what follows them. */
    #isIgnorable({ node, space }, next) {
        if (space === 'preserve' || space === 'mixed')
            return false;
        const declared = this.doctype?.blanksCount.get(node.name);
        if (declared !== undefined)
            return !declared;
        const following = this.text[next];
        if (following !== '<' && following !== '\r')
            return false;
        if (node.children.length === 0)
            return !this.text.startsWith('</', next);
        return node.children.at(-1)?.kind !== 'text' && node.children[0]?.kind !== 'text';
    }
}
function scopeOf(attributes, outer) {
    const declared = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
    if (declared.length === 0)
        return outer;
    return new Map([...outer, ...declared.map(({ name, value }) => [name.slice(6), value])]);
}
/** Namespace of a name with a prefix, or `fallback`. */
function resolve(scope, name, start, fallback) {
    const colon = name.indexOf(':');
    if (colon < 0)
        return fallback;
    const uri = scope.get(name.slice(0, colon));
    if (!uri || !/^[^:]+:[^:]+$/.test(name)) {
        stop(start, `The prefix of “${name}” is not declared.`, `Remove the prefix “${name.slice(0, colon + 1)}”.`);
    }
    return uri;
}

;// CONCATENATED MODULE: ./build/bundle/src/app/xml/read-xml.js
// SPDX-License-Identifier: MIT






/**
 * Reads an XML document into a tree with positions, as lxml reads it for the store: entities stay unexpanded in the
 * content, comments vanish, and blanks go where libxml2 ignores them.
 *
 * It does not decide what is well-formed, libxml2 does; but where it stops, the document is not. A reader of ours,
 * because no parser in the registry keeps entity references as nodes, tells positions of attributes and drops blanks
 * by libxml2's rules, and each of these changes the store's verdict.
 */
function readXml(text) {
    return new XmlReader(text).read();
}
class XmlReader {
    text;
    #at = 0;
    /** offset of the next `&`, found once for all texts before it */
    #ampersand = -1;
    #tree;
    #references = new References();
    #stops = [];
    #entities = [];
    constructor(text) {
        this.text = text;
        this.#tree = new TreeBuilder(text);
    }
    read() {
        try {
            this.#document();
        }
        catch (error) {
            if (!(error instanceof XmlStop))
                throw error;
            this.#stops.push(error.fault);
        }
        return {
            root: this.#stops.length === 0 ? this.#tree.root : undefined,
            doctype: this.#tree.doctype,
            faults: [...this.#references.faults, ...this.#stops],
            end: this.#at,
            entities: this.#entities,
            attributeEntities: this.#references.inAttributes,
        };
    }
    #document() {
        const { text } = this;
        const bad = forbidden.exec(text);
        if (bad) {
            const code = (bad[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
            stop(bad.index, `The character U+${code} cannot stand in XML.`, 'Remove the character.');
        }
        while (this.#at < text.length) {
            const lower = text.indexOf('<', this.#at);
            this.#characters(lower < 0 ? text.length : lower);
            if (lower < 0)
                break;
            this.#markup();
        }
        const unclosed = this.#tree.current;
        if (unclosed)
            stop(unclosed.start, `<${unclosed.name}> is not closed.`, `Add </${unclosed.name}> where it ends.`);
        if (!this.#tree.root) {
            stop(0, 'The file has no root element.', 'Write the app’s metadata into it, beginning with <info>.');
        }
    }
    #markup() {
        const { text } = this;
        const start = this.#at;
        if (text.startsWith('<!--', start))
            this.#skip('-->', 4, 'comment');
        else if (text.startsWith('<?', start))
            this.#instruction();
        else if (text.startsWith('<![CDATA[', start) && this.#tree.depth > 0)
            this.#cdata();
        else if (text.startsWith('</', start))
            this.#endTag();
        else if (text.startsWith('<!DOCTYPE', start) && !this.#tree.root && !this.#tree.doctype)
            this.#doctype();
        else
            this.#startTag();
    }
    /** Moves behind `closing`, and returns what stands before it. */
    #skip(closing, opening, what) {
        const from = this.#at + opening;
        const end = this.text.indexOf(closing, from);
        if (end < 0)
            stop(this.#at, `The ${what} does not end.`, `Add ${closing} where it ends.`);
        this.#at = end + closing.length;
        return this.text.slice(from, end);
    }
    #doctype() {
        const doctype = readDoctype(this.text, this.#at);
        this.#tree.doctype = doctype;
        this.#references.doctype = doctype;
        this.#at = doctype.end;
    }
    #instruction() {
        const start = this.#at;
        const content = this.#skip('?>', 2, 'processing instruction');
        if (/^xml[ \t\r\n]/i.test(content) && start > 0) {
            stop(start, 'The XML declaration does not stand at the very beginning.', 'Remove everything before <?xml, blank lines too.');
        }
        this.#tree.add({ kind: 'instruction' });
    }
    #cdata() {
        this.#tree.addText(this.#skip(']]>', 9, 'CDATA section').replace(/\r\n?/g, '\n'));
    }
    #startTag() {
        const start = this.#at;
        const name = nameAt(this.text, start + 1);
        if (!name)
            stop(start, 'A “<” stands where no tag begins.', 'Write &lt; for the character itself.');
        if (this.#tree.root && this.#tree.depth === 0) {
            stop(start, `<${name}> stands behind the end of the root element.`, 'Keep exactly one root element.');
        }
        if (this.#tree.depth >= limits/* limits */.F.depth) {
            stop(start, `Elements are nested more than ${limits/* limits */.F.depth} deep.`, 'Nest them less deeply.');
        }
        this.#at = start + 1 + name.length;
        const attributes = this.#attributes(name);
        const empty = this.text[this.#at] === '/';
        const tagEnd = this.#at + (empty ? 1 : 0);
        if (this.text[tagEnd] !== '>')
            stop(start, `The tag <${name}> does not end.`, 'Add the missing “>”.');
        this.#at = tagEnd + 1;
        this.#tree.open(name, attributes, start, tagEnd);
        if (empty)
            this.#tree.close();
    }
    #endTag() {
        const start = this.#at;
        const name = nameAt(this.text, start + 2);
        const open = this.#tree.close();
        const close = behindBlanks(this.text, start + 2 + name.length);
        if (open?.name !== name || this.text[close] !== '>') {
            const expected = open ? `</${open.name}> was expected` : 'nothing is open';
            stop(start, `</${name}> stands here, but ${expected}.`, 'Close the elements in the order in which they were opened.');
        }
        this.#at = close + 1;
    }
    #attributes(element) {
        const attributes = [];
        const seen = new Set();
        for (;;) {
            const start = behindBlanks(this.text, this.#at);
            const name = nameAt(this.text, start);
            if (!name) {
                this.#at = start;
                return attributes;
            }
            const [from, to] = this.#quoted(start + name.length);
            if (start === this.#at || to < 0) {
                stop(start, `The attribute ${name} of <${element}> is not written as name="value".`, 'Put a blank before it and quotes around its value.');
            }
            if (seen.has(name))
                stop(start, `<${element}> has the attribute ${name} twice.`, 'Keep one of them.');
            seen.add(name);
            attributes.push({ name, value: this.#references.attributeValue(this.text.slice(from, to), from), start });
            this.#at = to + 1;
        }
    }
    /** Offsets of the value in `="value"`, the second one negative where there is none. */
    #quoted(at) {
        const { text } = this;
        const equals = behindBlanks(text, at);
        const quoteAt = text[equals] === '=' ? behindBlanks(text, equals + 1) : text.length;
        const quote = text[quoteAt];
        return [quoteAt + 1, quote === '"' || quote === "'" ? text.indexOf(quote, quoteAt + 1) : -1];
    }
    /** Everything up to the next `<`. */
    #characters(to) {
        const { text } = this;
        if (this.#tree.depth === 0) {
            const first = behindBlanks(text, this.#at);
            if (first < to)
                stop(first, 'Text stands outside the root element.', 'Remove it.');
            this.#at = to;
        }
        while (this.#at < to) {
            const start = this.#at;
            if (this.#ampersand < start) {
                const next = text.indexOf('&', start);
                this.#ampersand = next < 0 ? text.length : next;
            }
            const end = Math.min(this.#ampersand, to);
            if (end === start) {
                this.#reference();
                continue;
            }
            const cdataEnd = text.slice(start, end).indexOf(']]>');
            if (cdataEnd >= 0)
                stop(start + cdataEnd, '“]]>” stands in the text.', 'Write ]]&gt; instead.');
            this.#tree.addLiteral(start, end);
            this.#at = end;
        }
    }
    #reference() {
        const start = this.#at;
        const found = reference.exec(this.text.slice(start, start + 256));
        if (found?.index !== 0) {
            stop(start, 'A “&” stands where no entity begins.', 'Write &amp; for the character itself.');
        }
        const name = found[1] ?? '';
        this.#at = start + found[0].length;
        const character = this.#references.character(name, start);
        if (character !== undefined) {
            this.#tree.addText(character);
            return;
        }
        this.#references.mustBeDeclared(name, start);
        const entity = { kind: 'entity', name, start };
        this.#entities.push(entity);
        this.#tree.add(entity);
    }
}


/***/ }),

/***/ 2147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   Ky: () => (/* binding */ everyElement),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   Oh: () => (/* binding */ findAttribute),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   w4: () => (/* binding */ attributeOf)
/* harmony export */ });
// SPDX-License-Identifier: MIT
/** Child elements in no namespace, of one name, or of any. */
function childrenOf(element, name) {
    return element.children.filter((node) => node.kind === 'element' && (name === undefined || (node.uri === '' && node.local === name)));
}
function childOf(element, name) {
    return element?.children.find((node) => node.kind === 'element' && node.uri === '' && node.local === name);
}
/** All text inside, however deep: the string value of XPath. */
function textOf(node) {
    if (node.kind === 'text')
        return node.value;
    if (node.kind !== 'element')
        return '';
    return node.children.map(textOf).join('');
}
/** Value of an attribute that is in no namespace. */
function attributeOf(element, name) {
    return findAttribute(element, name)?.value;
}
function findAttribute(element, name) {
    return element.attributes.find((attribute) => attribute.name === name && attribute.uri === '');
}
/** The element and every element inside it, in the order of the document. */
function* everyElement(element) {
    yield element;
    for (const child of element.children)
        if (child.kind === 'element')
            yield* everyElement(child);
}


/***/ }),

/***/ 694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ isAscii),
/* harmony export */   eS: () => (/* binding */ compareByteStrings),
/* harmony export */   iP: () => (/* binding */ byteString)
/* harmony export */ });
// SPDX-License-Identifier: MIT
// eslint-disable-next-line no-control-regex -- ASCII is what is asked for
const ascii = /^[\x00-\x7f]*$/;
/**
 * A name as a string with one character (U+0000 to U+00FF) per byte of its UTF-8. Git matches bytes, not characters
 * (`?` is one byte), and so does the order of the hash list; `<` on two such strings is the order of their bytes.
 */
function byteString(text) {
    return ascii.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}
function isAscii(text) {
    return ascii.test(text);
}
/** For sort(): the order of the bytes of two byte strings. */
function compareByteStrings(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 5389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PackageError),
/* harmony export */   x: () => (/* binding */ systemCode)
/* harmony export */ });
/* harmony import */ var _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4252);
/* harmony import */ var _common_render_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5578);
// SPDX-License-Identifier: MIT


const codes = {
    /** the app folder, or a file in it, cannot be read */
    'folder-unreadable': 'unusable',
    'file-unreadable': 'unusable',
    'ignore-file-too-large': 'unusable',
    /** the id cannot be the name of an archive's top folder */
    'bad-app-id': 'unusable',
    /** the stage has findings of severity `error` */
    'stage-refused': 'refused',
    /** the archive to be written is one of the files to be packed */
    'output-in-stage': 'refused',
    'private-key-inside': 'refused',
    /** the store's limit is passed */
    'archive-too-large': 'refused',
    /** a file vanished, or its size is no longer what was staged */
    'file-changed': 'outside',
    'disk-full': 'outside',
    'output-unwritable': 'unusable',
    'output-failed': 'outside',
    aborted: 'outside',
    'archive-unreadable': 'unusable',
    /** the archive has findings of severity `error` */
    'archive-refused': 'refused',
    'target-not-empty': 'unusable',
};
/** Choosing files, packing them, or looking into an archive failed. The message names paths in printable form. */
class PackageError extends _common_coded_error_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .A {
    constructor(code, message, details) {
        super(code, codes[code], (0,_common_render_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(message), details);
    }
}
/** The system's own code (`ENOENT`, `ENOSPC`, …) of a failed file operation. */
function systemCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}


/***/ })

};
;