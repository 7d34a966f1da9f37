// SPDX-License-Identifier: MIT

/** An address of a repository, as somebody wrote it. */
export interface RepositoryLink {
  readonly url: string;
  /** undefined: it is on a host that we cannot ask */
  readonly repository: { readonly owner: string; readonly repo: string } | undefined;
  /** what stands behind `/tree/` or `/blob/`: a branch, and perhaps a path in it; nobody can tell where one ends */
  readonly within: readonly string[];
}

const maxText = 65_536;
const maxLinks = 20;

/** First names on GitHub that are no accounts. */
const notOwners = new Set(
  'about apps collections contact enterprise explore features issues login marketplace notifications orgs pricing pulls search security settings site sponsors stars topics trending user-attachments users'.split(
    ' ',
  ),
);

/** Pages of a repository that people refer to without meaning the repository. */
const otherPages = new Set('actions commit commits compare discussions issues projects pull pulls security'.split(' '));

/** Hosts whose addresses are repositories, as far as their names tell. */
const forge = /(?:^|[.-])(?:git|gitlab|github|gitea|forgejo|codeberg|bitbucket|sr|salsa|framagit)(?:[.-]|$)/;

/**
 * Addresses of repositories in texts of strangers, in their order, each once.
 * @param web GitHub's own pages, e.g. `https://github.com`
 */
export function repositoryLinks(texts: readonly string[], web: string): RepositoryLink[] {
  const host = new URL(web).host.toLowerCase();
  const found = texts.flatMap((text) => addressesIn(withoutHiddenText(text.slice(0, maxText)), host));
  const links = found.flatMap((address) => linkOf(address, host) ?? []);
  const seen = new Set<string>();
  return links.filter(({ url }) => !seen.has(url) && seen.add(url)).slice(0, maxLinks);
}

/** HTML comments: the template of a pull request says there what is wanted, with links. */
function withoutHiddenText(text: string): string {
  const [first = '', ...rest] = text.split('<!--');
  return [first, ...rest.map((part) => part.slice(part.includes('-->') ? part.indexOf('-->') + 3 : part.length))].join(
    ' ',
  );
}

/** With or without a scheme, for git over SSH too; up to whatever cannot stand in one. */
function addressesIn(text: string, host: string): string[] {
  const words = text.split(/[\s<>()[\]{}"'`|\\^]+/);
  return words.flatMap((word) => {
    const plain = word.replace(/^[*_~]{1,3}/, '').replace(/[.,;:!?*_~]{1,9}$/, '');
    if (plain.length > 500) return [];
    if (/^https?:\/\//i.test(plain)) return plain;
    const [, server, path] = /^(?:ssh:\/\/)?git@([^:/]+)[:/](.+)$/.exec(plain) ?? [];
    if (server !== undefined && path !== undefined) return `https://${server}/${path}`;
    return plain.toLowerCase().startsWith(`${host}/`) ? `https://${plain}` : [];
  });
}

function linkOf(address: string, host: string): RepositoryLink | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const [owner = '', name = '', page, ...within] = url.pathname.split('/').filter(Boolean).map(decode);
  const repo = name.replace(/\.git$/, '');
  if (url.host.toLowerCase().replace(/^www\./, '') !== host) {
    const isRepository = repo !== '' && (forge.test(url.hostname) || name.endsWith('.git'));
    return isRepository ? { url: url.href, repository: undefined, within: [] } : undefined;
  }
  if (!/^[a-z\d][a-z\d-]{0,38}$/i.test(owner) || !/^(?!\.{1,2}$)[\w.-]{1,100}$/.test(repo)) return undefined;
  if (notOwners.has(owner.toLowerCase()) || (page !== undefined && otherPages.has(page))) return undefined;
  const isPath = within.every((part) => part.split('/').every((name) => !['', '.', '..'].includes(name)));
  const isInside = isPath && (page === 'tree' || page === 'blob');
  return { url: url.origin + url.pathname, repository: { owner, repo }, within: isInside ? within : [] };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
