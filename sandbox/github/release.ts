// SPDX-License-Identifier: MIT

export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly label: string | null;
  /** `starter`: an upload that broke off; it holds its name until it is deleted */
  readonly state: 'starter' | 'uploaded';
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly uploader: string;
  readonly createdAt: Date;
  downloads: number;
}

export interface Release {
  readonly id: number;
  /** stands for the tag in the addresses of a draft */
  readonly slug: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly assets: Asset[];
  tag: string;
  commitish: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  immutable: boolean;
  publishedAt: Date | null;
  updatedAt: Date;
}
