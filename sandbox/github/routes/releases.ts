// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { readable, visible, writeRefusal } from '../access.js';
import { type Answer, type FieldError, json, noContent, notFound, problem, validationFailed } from '../answer.js';
import { page } from '../paging.js';
import type { Call, Route } from '../router.js';
import type { Release, Repository } from '../state.js';
import { isTagName } from '../tag-name.js';
import { latestRelease } from './latest-release.js';
import { releaseJson } from './release-json.js';

const releases = '/api/v3/repos/:owner/:name/releases';

export const releaseRoutes: readonly Route[] = [
  { method: 'GET', path: releases, handle: list },
  { method: 'POST', path: releases, handle: create },
  { method: 'GET', path: `${releases}/latest`, handle: getLatest },
  { method: 'GET', path: `${releases}/tags/*tag`, handle: getByTag },
  { method: 'GET', path: `${releases}/:id`, handle: get },
  { method: 'PATCH', path: `${releases}/:id`, handle: update },
  { method: 'DELETE', path: `${releases}/:id`, handle: remove },
];

function list(call: Call): Answer {
  const repository = readable(call);
  if (repository === undefined) return notFound;
  const shown = repository.releases.filter((release) => visible(release, call)).toReversed();
  return page(call, shown, (release) => releaseJson(release, repository, call.origins));
}

function get(call: Call): Answer {
  const found = findRelease(call);
  return found === undefined ? notFound : json(200, releaseJson(...found, call.origins));
}

/** Only published releases are found by their tag. */
function getByTag(call: Call): Answer {
  const repository = readable(call);
  const release = repository?.releases.find(({ draft, tag }) => !draft && tag === call.params.tag);
  return repository && release ? json(200, releaseJson(release, repository, call.origins)) : notFound;
}

function getLatest(call: Call): Answer {
  const repository = readable(call);
  const release = repository && latestRelease(repository);
  return repository && release ? json(200, releaseJson(release, repository, call.origins)) : notFound;
}

function create(call: Call): Answer {
  const refusal = writeRefusal(call);
  const repository = readable(call);
  if (refusal || !repository || !call.actor) return refusal ?? notFound;
  const wish = readWish(call);
  if (wish === undefined) return problem(400, 'Problems parsing JSON');
  if (wish.tag_name === undefined) {
    return validationFailed({ resource: 'Release', code: 'missing_field', field: 'tag_name' });
  }
  const now = call.state.now();
  const release: Release = {
    id: call.state.newId(),
    slug: `untagged-${randomBytes(10).toString('hex')}`,
    author: call.actor.user.login,
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
    if (errors.length > 0) return validationFailed(...errors);
  }
  repository.releases.push(release);
  return json(201, releaseJson(release, repository, call.origins));
}

function update(call: Call): Answer {
  const refusal = writeRefusal(call);
  const [release, repository] = findRelease(call) ?? [];
  if (refusal || !release || !repository) return refusal ?? notFound;
  const wish = readWish(call);
  if (wish === undefined) return problem(400, 'Problems parsing JSON');
  if (release.immutable && (wish.draft === true || (wish.tag_name ?? release.tag) !== release.tag)) {
    return problem(422, 'Cannot change the tag of an immutable release.');
  }
  release.tag = wish.tag_name ?? release.tag;
  release.commitish = wish.target_commitish ?? release.commitish;
  release.name = wish.name ?? release.name;
  release.body = wish.body ?? release.body;
  release.prerelease = wish.prerelease ?? release.prerelease;
  release.updatedAt = call.state.now();
  if (wish.draft === true) release.draft = true;
  if (wish.draft === false && release.draft) {
    const errors = publish(release, repository, call.state.now(), wish.make_latest);
    if (errors.length > 0) return validationFailed(...errors);
  }
  return json(200, releaseJson(release, repository, call.origins));
}

function remove(call: Call): Answer {
  const refusal = writeRefusal(call);
  const [release, repository] = findRelease(call) ?? [];
  if (refusal || !release || !repository) return refusal ?? notFound;
  repository.releases.splice(repository.releases.indexOf(release), 1);
  return noContent;
}

/** Publishes a draft: the tag comes into being where it is missing, and with the setting the release freezes. */
function publish(release: Release, repository: Repository, now: Date, makeLatest: string | undefined): FieldError[] {
  const errors = whyNotPublish(release, repository);
  if (errors.length > 0) return errors;
  const commit = repository.branches.get(release.commitish) ?? release.commitish;
  if (!repository.tags.has(release.tag)) repository.git.refs.set(`refs/tags/${release.tag}`, commit);
  release.draft = false;
  release.publishedAt = now;
  release.immutable = repository.immutableReleases;
  if (release.immutable) repository.usedUpTags.add(release.tag);
  if ((makeLatest ?? 'true') === 'true' && !release.prerelease) repository.latest = release.id;
  return [];
}

function whyNotPublish(release: Release, repository: Repository): FieldError[] {
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
  const { branches, git } = repository;
  const known = branches.has(release.commitish) || git.network.findCommit(release.commitish) !== undefined;
  return repository.tags.has(release.tag) || known ? [] : [{ resource, code: 'invalid', field: 'target_commitish' }];
}

function findRelease(call: Call): [Release, Repository] | undefined {
  const repository = readable(call);
  const release = repository?.releases.find(({ id }) => String(id) === call.params.id);
  return repository && release && visible(release, call) ? [release, repository] : undefined;
}

interface Wish {
  readonly tag_name?: string;
  readonly target_commitish?: string;
  readonly name?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
  readonly make_latest?: string;
}

/** The request's fields of the right type; undefined where the body is not a JSON object. */
function readWish(call: Call): Wish | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(call.body).toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const types = {
    tag_name: 'string',
    target_commitish: 'string',
    name: 'string',
    body: 'string',
    draft: 'boolean',
    prerelease: 'boolean',
    make_latest: 'string',
  };
  return Object.fromEntries(Object.entries(value).filter(([key, field]) => typeof field === types[key as keyof Wish]));
}
