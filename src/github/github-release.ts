// SPDX-License-Identifier: MIT
import { unexpected } from './failure.js';

/** A release as far as this program looks at it. */
export interface GithubRelease {
  readonly id: number;
  readonly tag: string;
  readonly title: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  /** published with the repository's immutable releases switched on: no asset can be added or deleted */
  readonly immutable: boolean;
  /** the page that a person looks at */
  readonly page: string;
  /** template of the address that takes assets; on another host than the API */
  readonly uploadUrl: string;
}

export interface GithubAsset {
  readonly id: number;
  readonly name: string;
  /** `starter` is an upload that broke off */
  readonly uploaded: boolean;
  readonly size: number;
  /** lower-case hex; absent on servers older than the field */
  readonly sha256?: string;
  /** public once the release is: a draft's address changes when it is published */
  readonly downloadUrl: string;
}

/** @throws GithubError `unexpected-answer` */
export function readRelease(value: unknown, what: string): GithubRelease {
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
export function readAsset(value: unknown, what: string): GithubAsset {
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

interface Types {
  string: string;
  number: number;
  boolean: boolean;
}

function fieldOf<Type extends keyof Types>(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  type: Type,
  what: string,
): Types[Type] {
  const value = fields[name];
  if (typeof value !== type) throw unexpected(what, `no ${name}`);
  return value as Types[Type];
}

function recordOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw unexpected(what, 'no object');
  return value as Readonly<Record<string, unknown>>;
}
