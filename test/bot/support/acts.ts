// SPDX-License-Identifier: MIT
import type { PemSigner } from '../../../ca/key/pem-signer.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { sharedKey } from '../../support/test-keys.js';
import type { Files, Person } from './stage.js';
import type { World } from './world.js';

/** A pull request, as it was opened. */
export interface Opened {
  readonly number: number;
  readonly head: string;
}

/** With the written reason that a check on hold asks for. */
export const approve = (by: Person, number: number, commit: string, body = 'I looked into it.'): Promise<unknown> =>
  by.visitor.must('POST', `pulls/${number}/reviews`, { event: 'APPROVE', commit_id: commit, body });

export const comment = (by: Person, number: number, body: string): Promise<{ id: number }> =>
  by.visitor.must('POST', `issues/${number}/comments`, { body });

let count = 0;

/** One more pull request, over the base branch as it stands, of one signed-off commit. Looked at by nobody yet. */
export async function openRequest(
  world: World,
  wish: { readonly app: string; readonly files: Files; readonly by?: Person; readonly draft?: boolean },
): Promise<Opened> {
  const { stage } = world;
  const { app, files, by = stage.alice, draft = false } = wish;
  const { login } = by.account;
  const branch = `again-${++count}`;
  const head = await stage.commit(by, {
    repository: await stage.fork(by),
    branch,
    parents: [stage.main],
    files,
    message: `Request\n\nSigned-off-by: ${login} <${login}@users.noreply.github.com>`,
  });
  const { number } = await by.visitor.must<{ number: number }>('POST', 'pulls', {
    title: `Request ${app}`,
    body: world.linkTo(by, app),
    head: `${login}:${branch}`,
    base: 'main',
    draft,
  });
  return { number, head };
}

/** Another request for an app: asked, and looked at. */
export async function askAgain(world: World, app: string, key: PemSigner, by = world.stage.alice): Promise<Opened> {
  const pem = (await createRequest(key, app)).toPem();
  // the same key signs the same request to the same bytes, and a pull request has to change something
  const before = await world.file(`${app}/${app}.csr`);
  const opened = await openRequest(world, {
    app,
    by,
    files: { [`${app}/${app}.csr`]: before === pem ? `${pem}\n` : pem },
  });
  await world.pushed(opened.number, opened.head, by);
  return opened;
}

/** An app that alice has a certificate for, approved by the maintainer. @returns the pull request's number */
export async function certified(world: World, app: string, key?: PemSigner): Promise<number> {
  const { number, head } = await world.request(app, { key: key ?? (await sharedKey()) });
  await world.pushed(number, head, world.stage.alice);
  await approve(world.stage.maintainer, number, head);
  await world.look(number);
  return number;
}

/** Every file that a commit of the base branch changed. */
export async function changedIn(world: World, commit: string): Promise<string[]> {
  const { files } = await world.stage.maintainer.visitor.must<{ files: { filename: string }[] }>(
    'GET',
    `commits/${commit}`,
  );
  return files.map(({ filename }) => filename).toSorted();
}
