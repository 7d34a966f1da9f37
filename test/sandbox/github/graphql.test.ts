// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GitWorld } from './git-world.js';

let world: GitWorld;

beforeEach(async () => {
  world = await GitWorld.open();
});

afterEach(() => world.close());

const at = { owner: 'jane', repo: 'hello' };
const main = () => world.github.repository.branches.get('main')!;
const zero = '0'.repeat(40);

/** A commit upon another that no ref names. */
async function commit(parent = main(), message = 'change'): Promise<string> {
  const { git } = world.jane.rest;
  const tree = (await git.getCommit({ ...at, commit_sha: parent })).data.tree.sha;
  return (await git.createCommit({ ...at, message, tree, parents: [parent] })).data.sha;
}

interface Update {
  readonly name: string;
  readonly afterOid: string;
  readonly beforeOid?: string | null;
  readonly force?: boolean;
}

interface Failed {
  readonly errors: readonly { readonly type?: string; readonly message: string; readonly path?: string[] }[];
}

const mutation = `mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`;

async function updateRefs(refUpdates: readonly Update[], octokit = world.jane): Promise<unknown> {
  const repositoryId = (await world.jane.rest.repos.get(at)).data.node_id;
  return octokit.graphql(mutation, { input: { repositoryId, refUpdates, clientMutationId: 'x' } });
}

async function failureOf(request: Promise<unknown>) {
  const error = await request.then(
    () => undefined,
    (thrown: unknown) => thrown as Failed,
  );
  return error?.errors[0];
}

describe('updateRefs', () => {
  const name = 'refs/heads/main';

  it('swaps a ref that is where it was said to be', async () => {
    const [before, after] = [main(), await commit()];
    expect(await updateRefs([{ name, beforeOid: before, afterOid: after }])).toEqual({
      updateRefs: { clientMutationId: 'x' },
    });
    expect(world.git(['rev-parse', 'main'])).toBe(after);
    expect(world.events('push')).toMatchObject([{ sender: 'jane', facts: { before, after } }]);
  });

  it('refuses one that is elsewhere, with status 200 and an error', async () => {
    const [before, other] = [main(), await commit()];
    await updateRefs([{ name, afterOid: other }]);
    const after = await commit();
    const response = await fetch(`${world.github.web}/api/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer ${world.github.tokens.maintainer}` },
      body: JSON.stringify({
        query: mutation,
        variables: {
          input: {
            repositoryId: (await world.jane.rest.repos.get(at)).data.node_id,
            refUpdates: [{ name, beforeOid: before, afterOid: after }],
          },
        },
      }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      data: { updateRefs: null },
      errors: [
        {
          type: 'STALE_DATA',
          path: ['updateRefs'],
          locations: [{ line: 1, column: 39 }],
          message: `Expected ${name} to point to ${before}, but it did not.`,
        },
      ],
    });
    expect(main()).toBe(other);
  });

  it('refuses a fast-forward to where the ref was forced back from, as a plain update would not', async () => {
    const [start, seen] = [main(), await commit()];
    await updateRefs([{ name, afterOid: seen }]);
    const after = await commit(seen);
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha: start, force: true });
    expect(await failureOf(updateRefs([{ name, beforeOid: seen, afterOid: after }]))).toMatchObject({
      type: 'STALE_DATA',
    });
    expect(main()).toBe(start);
    await world.jane.rest.git.updateRef({ ...at, ref: 'heads/main', sha: after });
    expect(main()).toBe(after);
  });

  it('creates, deletes and moves several at once, or none of them', async () => {
    const [before, after] = [main(), await commit()];
    await updateRefs([
      { name: 'refs/heads/a', beforeOid: zero, afterOid: before },
      { name: 'refs/heads/b', beforeOid: zero, afterOid: before },
    ]);
    const both = [
      { name: 'refs/heads/a', beforeOid: before, afterOid: zero },
      { name: 'refs/heads/b', beforeOid: after, afterOid: after },
    ];
    expect(await failureOf(updateRefs(both))).toMatchObject({ type: 'STALE_DATA' });
    expect(world.git(['rev-parse', 'a', 'b']).split('\n')).toEqual([before, before]);
    expect(await failureOf(updateRefs([{ name: 'refs/heads/a', beforeOid: zero, afterOid: after }]))).toMatchObject({
      type: 'STALE_DATA',
    });
    await updateRefs([both[0]!, { ...both[1]!, beforeOid: before }]);
    await updateRefs([{ name: 'refs/heads/a', beforeOid: zero, afterOid: zero }]);
    expect(await failureOf(updateRefs([{ name: 'refs/heads/a', afterOid: zero }]))).toMatchObject({
      type: 'UNPROCESSABLE',
    });
    expect(world.github.repository.branches.names()).toEqual(['b', 'main']);
    expect(world.github.repository.branches.get('b')).toBe(after);
  });

  it('goes elsewhere only by force, and only to what is there', async () => {
    const side = await commit(main(), 'side');
    await updateRefs([{ name, afterOid: await commit() }]);
    expect(await failureOf(updateRefs([{ name, afterOid: side }]))).toMatchObject({ type: 'UNPROCESSABLE' });
    expect(await failureOf(updateRefs([{ name, afterOid: '1'.repeat(40) }]))).toMatchObject({ type: 'UNPROCESSABLE' });
    await updateRefs([{ name, afterOid: side, force: true }]);
    expect(main()).toBe(side);
  });

  it('obeys rights and rules', async () => {
    const after = await commit();
    const wish = [{ name, beforeOid: main(), afterOid: after }];
    expect(await failureOf(updateRefs(wish, world.eve))).toMatchObject({ type: 'FORBIDDEN' });
    const workflow = world.client(world.github.tokens.readOnlyWorkflow);
    expect(await failureOf(updateRefs(wish, workflow))).toMatchObject({
      type: 'FORBIDDEN',
      message: 'Resource not accessible by integration',
    });
    world.github.repository.rulesets.push({ id: 1, name: 'x', include: [name], rules: ['update'], bypass: {} });
    expect(await failureOf(updateRefs(wish))).toMatchObject({
      type: 'UNPROCESSABLE',
      message: 'Repository rule violations found\n\nCannot update this protected ref.\n\n',
    });
    expect(main()).not.toBe(after);
  });

  it('is refused where it breaks the schema', async () => {
    expect((await failureOf(updateRefs([{ name: 'main', afterOid: main() }])))?.message).toContain('GitRefname');
    expect((await failureOf(updateRefs([{ name, afterOid: 'HEAD' }])))?.message).toContain('GitObjectID');
    expect((await failureOf(world.jane.graphql('{ nothing }')))?.message).toContain('nothing');
    const id = { input: { repositoryId: 'Repository_MA', refUpdates: [] } };
    expect(await failureOf(world.jane.graphql(mutation, id))).toMatchObject({
      type: 'NOT_FOUND',
      path: ['updateRefs'],
    });
  });
});

describe('queries', () => {
  it('show a repository and its git objects', async () => {
    const { repository } = await world.eve.graphql<{ repository: Record<string, unknown> }>(`{
      repository(owner: "jane", name: "hello") {
        id nameWithOwner isFork owner { login } defaultBranchRef { name target { oid ... on Commit { message
          author { email user { login } } history: parents(first: 1) { totalCount } } } }
        file: object(expression: "main:README.md") { ... on Blob { text byteSize isBinary } }
        tree: object(expression: "main:") { ... on Tree { entries { name type } } }
        missing: object(expression: "main:nothing") { oid }
      }
    }`);
    expect(repository).toEqual({
      id: (await world.eve.rest.repos.get(at)).data.node_id,
      nameWithOwner: 'jane/hello',
      isFork: false,
      owner: { login: 'jane' },
      defaultBranchRef: {
        name: 'main',
        target: {
          oid: main(),
          message: 'Initial commit',
          author: { email: expect.any(String), user: { login: 'jane' } },
          history: { totalCount: 0 },
        },
      },
      file: { text: '# hello\n', byteSize: 8, isBinary: false },
      tree: { entries: [{ name: 'README.md', type: 'blob' }] },
      missing: null,
    });
  });

  it('show a pull request with what REST does not tell: whether a comment was edited', async () => {
    await world.eve.rest.repos.createFork(at);
    const fork = { owner: 'eve', repo: 'hello' };
    await world.eve.rest.repos.createOrUpdateFileContents({
      ...fork,
      path: 'a',
      message: 'a',
      content: 'MQ==',
      branch: 'main',
    });
    await world.eve.rest.pulls.create({ ...at, head: 'eve:main', base: 'main', title: 'Hello' });
    const { data } = await world.eve.rest.issues.createComment({ ...at, issue_number: 1, body: 'one' });
    await world.eve.rest.issues.createComment({ ...at, issue_number: 1, body: 'two' });
    await world.eve.rest.issues.updateComment({ ...at, comment_id: data.id, body: 'three' });
    await world.jane.rest.pulls.createReview({ ...at, pull_number: 1, event: 'APPROVE' });
    const query = `query ($after: String) { repository(owner: "jane", name: "hello") { pullRequest(number: 1) {
      state merged mergeable headRefOid isCrossRepository headRepository { nameWithOwner }
      commits(first: 10) { nodes { commit { oid } } }
      reviews(first: 10) { nodes { state author { login } commit { oid } } }
      comments(first: 1, after: $after) {
        nodes { body lastEditedAt editor { login } includesCreatedEdit } pageInfo { endCursor hasNextPage } totalCount
      } } } }`;
    interface Shown {
      repository: { pullRequest: { headRefOid: string; comments: { pageInfo: { endCursor: string } } } };
    }
    const first = (await world.eve.graphql<Shown>(query)).repository.pullRequest;
    expect(first).toMatchObject({
      state: 'OPEN',
      merged: false,
      mergeable: 'UNKNOWN',
      isCrossRepository: true,
      headRepository: { nameWithOwner: 'eve/hello' },
      commits: { nodes: [{ commit: { oid: first.headRefOid } }] },
      reviews: { nodes: [{ state: 'APPROVED', author: { login: 'jane' }, commit: { oid: first.headRefOid } }] },
      comments: {
        nodes: [
          { body: 'three', lastEditedAt: expect.any(String), editor: { login: 'eve' }, includesCreatedEdit: true },
        ],
        pageInfo: { hasNextPage: true },
        totalCount: 2,
      },
    });
    const after = first.comments.pageInfo.endCursor;
    const second = (await world.eve.graphql<Shown>(query, { after })).repository.pullRequest;
    expect(second.comments).toMatchObject({
      nodes: [{ body: 'two', lastEditedAt: null, includesCreatedEdit: false }],
      pageInfo: { hasNextPage: false },
    });
    const { node_id } = (await world.eve.rest.pulls.get({ ...at, pull_number: 1 })).data;
    const node = await world.eve.graphql(`query ($id: ID!) { node(id: $id) { ... on PullRequest { number } } }`, {
      id: node_id,
    });
    expect(node).toEqual({ node: { number: 1 } });
    const change = (name: string, octokit = world.eve) =>
      octokit.graphql(`mutation ($id: ID!) { ${name}(input: { pullRequestId: $id }) { pullRequest { isDraft } } }`, {
        id: node_id,
      });
    await change('convertPullRequestToDraft');
    await change('markPullRequestReadyForReview', world.jane);
    expect(world.events('pull_request').map(({ action, sender }) => [action, sender])).toEqual([
      ['opened', 'eve'],
      ['converted_to_draft', 'eve'],
      ['ready_for_review', 'jane'],
    ]);
    const outsider = world.client(world.github.tokens.outsider);
    expect(await failureOf(change('convertPullRequestToDraft', outsider))).toMatchObject({ type: 'FORBIDDEN' });
    await world.eve.graphql(
      `mutation ($id: ID!) { closePullRequest(input: { pullRequestId: $id }) { pullRequest { closed } } }`,
      { id: node_id },
    );
    expect((await world.eve.rest.pulls.get({ ...at, pull_number: 1 })).data.state).toBe('closed');
  });

  it('need a token, and show no private repository to strangers', async () => {
    await expect(world.stranger.graphql('{ viewer { login } }')).rejects.toMatchObject({ status: 401 });
    expect(await world.eve.graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'eve' } });
    world.github.state.addRepository('jane/secret', { private: true });
    const query = '{ repository(owner: "jane", name: "secret") { id } }';
    expect(await failureOf(world.eve.graphql(query))).toMatchObject({ type: 'NOT_FOUND', path: ['repository'] });
    expect(await world.jane.graphql(query)).toMatchObject({ repository: { id: expect.any(String) } });
  });
});
