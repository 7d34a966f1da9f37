// SPDX-License-Identifier: MIT

/** A whole number from 0 up to, and without, `below`. */
export type Dice = (below: number) => number;

/** Mulberry32: the same numbers for the same seed, everywhere. */
export function dice(seed: number): Dice {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** what a repeated part may grow to: what takes time by the square of this is seen */
const maxLength = 64 * 1024;

/** The bytes, damaged: here and there an octet, or as DER whose lengths are right again. Never what it was given. */
export function mutate(bytes: Uint8Array, roll: Dice): Uint8Array {
  return roll(2) === 0 && bytes[0] === 0x30 ? mutateDer(bytes, roll) : mutateBytes(bytes, roll);
}

function mutateBytes(bytes: Uint8Array, roll: Dice): Uint8Array {
  let result = Uint8Array.from(bytes);
  for (let times = 1 + roll(4); times > 0; times--) {
    const at = roll(result.length + 1);
    const end = Math.min(result.length, at + roll(roll(4) === 0 ? result.length + 1 : 16));
    const [before, part, after] = [result.subarray(0, at), result.subarray(at, end), result.subarray(end)];
    switch (roll(6)) {
      case 0:
        result = Buffer.concat([before, after]);
        break;
      case 1:
        result = Buffer.concat([before, randomBytes(1 + roll(8), roll), result.subarray(at)]);
        break;
      case 2:
        result = Buffer.concat([before, ...repeated(part, result.length, roll), after]);
        break;
      default:
        if (at < result.length) result[at] = roll(2) === 0 ? roll(256) : (result[at] ?? 0) ^ (1 << roll(8));
    }
  }
  return result;
}

interface Node {
  tag: number;
  content: Uint8Array | Node[];
}

/** One to three nodes taken away, repeated, put elsewhere, given another tag or content; then written anew. */
function mutateDer(bytes: Uint8Array, roll: Dice): Uint8Array {
  const roots = nodesOf(bytes);
  if (roots === undefined) return mutateBytes(bytes, roll);
  for (let times = 1 + roll(3); times > 0; times--) {
    const places = placesOf(roots);
    const place = places[roll(places.length)];
    if (place === undefined) break;
    const { parent, at, node } = place;
    switch (roll(6)) {
      case 0:
        parent.splice(at, 1);
        break;
      case 1:
        parent.splice(at, 1, ...Array.from({ length: timesFor(encode([node]).length, roll) }, () => node));
        // the last step: the copies are one node, and whatever came into it would come as often
        return encode(roots);
      case 2:
        // a copy: what holds a place may be put into it
        parent[at] = structuredClone(places[roll(places.length)]?.node ?? node);
        break;
      case 3:
        parent[at] = { tag: tags[roll(tags.length)] ?? 0, content: node.content };
        break;
      default:
        parent[at] = { tag: node.tag, content: contentFor(node, roll) };
    }
    if (encode(roots).length > maxLength) break;
  }
  return encode(roots);
}

/** all that X.509 has, and some that it has not */
const tags = [
  1, 2, 3, 4, 5, 6, 9, 10, 12, 19, 20, 22, 23, 24, 28, 30, 48, 49, 0x80, 0x82, 0xa0, 0xa1, 0xa3, 0x1f, 0xff,
];

function contentFor({ content }: Node, roll: Dice): Uint8Array {
  const fill = [0x00, 0x7f, 0x80, 0xff, 0x20, 0x30][roll(6)] ?? 0;
  switch (roll(4)) {
    case 0:
      return new Uint8Array();
    case 1:
      return Buffer.alloc(2 ** roll(15), fill);
    case 2:
      return randomBytes(roll(40), roll);
    default:
      return content instanceof Uint8Array && content.length > 0 ? mutateBytes(content, roll) : Buffer.from([fill]);
  }
}

/** Every node, with the list that holds it. What is repeated stands in many places as one. */
function placesOf(list: Node[]): { parent: Node[]; at: number; node: Node }[] {
  return list.flatMap((node, at) => [
    { parent: list, at, node },
    ...(node.content instanceof Uint8Array || at > 64 ? [] : placesOf(node.content)),
  ]);
}

/** Undefined where the bytes are no DER. Octet and bit strings are left as they are. */
function nodesOf(bytes: Uint8Array): Node[] | undefined {
  const nodes: Node[] = [];
  for (let at = 0; at < bytes.length;) {
    const [tag = 0, first = 0] = bytes.subarray(at, at + 2);
    const octets = first < 0x80 ? 0 : first & 0x7f;
    if (at + 2 + octets > bytes.length || octets > 3) return undefined;
    const start = at + 2 + octets;
    const length = octets === 0 ? first : Buffer.from(bytes).readUIntBE(at + 2, octets);
    if (start + length > bytes.length) return undefined;
    const content = bytes.subarray(start, start + length);
    const inside = (tag & 0x20) === 0 ? undefined : nodesOf(content);
    nodes.push({ tag, content: inside ?? content });
    at = start + length;
  }
  return nodes;
}

function encode(nodes: readonly Node[]): Uint8Array {
  return Buffer.concat(
    nodes.flatMap(({ tag, content }) => {
      const body = content instanceof Uint8Array ? content : encode(content);
      return [Buffer.from([tag, ...lengthOf(body.length)]), body];
    }),
  );
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x10000 ? [0x82, length >> 8, length & 255] : [0x83, length >> 16, (length >> 8) & 255, length & 255];
}

function repeated(part: Uint8Array, length: number, roll: Dice): Uint8Array[] {
  return Array.from({ length: length > maxLength ? 1 : timesFor(part.length, roll) }, () => part);
}

function timesFor(length: number, roll: Dice): number {
  return Math.min(2 ** roll(13), Math.floor(maxLength / (length + 1)) + 1);
}

function randomBytes(length: number, roll: Dice): Uint8Array {
  return Uint8Array.from({ length }, () => roll(256));
}
