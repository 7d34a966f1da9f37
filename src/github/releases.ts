// SPDX-License-Identifier: MIT
import type { GithubClient } from './github-client.js';
import { GithubError } from './github-error.js';
import { type GithubRelease, readRelease } from './github-release.js';

export interface ReleaseWish {
  readonly tag: string;
  readonly title: string;
  /** Markdown; the version's part of the changelog */
  readonly notes: string;
  readonly prerelease: boolean;
  /** what the tag shall point to where GitHub has to make it; default: the head of the default branch */
  readonly commit?: string;
}

const route = '/repos/{owner}/{repo}/releases';

/**
 * The releases of one repository. Draft first, then the asset (`ReleaseAssets`), then publishing: with immutable
 * releases nothing can be added later (svenstaro/upload-release-action#159). Every step may be run again and goes on
 * where it broke off; what somebody else wrote (title, notes, flags) is never changed.
 */
export class Releases {
  constructor(private readonly client: GithubClient) {}

  /**
   * The release for a tag, a draft included: those are only in the list, the route by tag does not return them.
   * @throws GithubError `several-releases`
   */
  async find(tag: string): Promise<GithubRelease | undefined> {
    return this.client.persist(() => this.look(tag));
  }

  /** The release for a tag: the one that is there, as it is, or a new draft. */
  async prepare(wish: ReleaseWish): Promise<GithubRelease & { readonly created: boolean }> {
    const what = `Making a draft release for ${wish.tag}`;
    const parameters = {
      tag_name: wish.tag,
      name: wish.title,
      body: wish.notes,
      draft: true,
      prerelease: wish.prerelease,
      ...(wish.commit !== undefined && { target_commitish: wish.commit }),
    };
    return this.client.persist(async () => {
      const there = await this.look(wish.tag);
      if (there !== undefined) return { ...there, created: false };
      const answer = await this.client.send({ what, route: `POST ${route}`, parameters });
      return { ...readRelease(answer, what), created: true };
    });
  }

  /**
   * Publishes a draft; GitHub makes the tag where it is missing. A release that is published is left as it is.
   * @throws GithubError `several-releases`, `tag-refused`
   */
  async publish({ id, tag, prerelease }: GithubRelease): Promise<GithubRelease> {
    const what = `Publishing the release ${tag}`;
    // `legacy` compares versions: a fix of an old branch must not become the repository's latest release.
    const parameters = { release_id: id, draft: false, make_latest: prerelease ? 'false' : 'legacy' };
    return this.client.persist(async () => {
      // Looked for again: another run may have made a release for the tag meanwhile, or our last answer got lost.
      const there = await this.look(tag);
      if (there?.draft === false) return there;
      const answer = await this.client.send({ what, route: `PATCH ${route}/{release_id}`, parameters });
      return readRelease(answer, what);
    });
  }

  private async look(tag: string): Promise<GithubRelease | undefined> {
    const what = `Looking for the release ${tag} of ${this.client.repository}`;
    const all = await this.client.list({ what, route: `GET ${route}` });
    const matching = all.map((value) => readRelease(value, what)).filter((release) => release.tag === tag);
    if (matching.length > 1) throw several(tag, matching);
    return matching[0];
  }
}

/** Two runs at once leave two drafts (softprops/action-gh-release#705); which one counts is for a person to say. */
function several(tag: string, releases: readonly GithubRelease[]): GithubError {
  const names = releases.map(
    ({ id, title, draft, page }) => `${draft ? 'draft' : 'published'} ${id} "${title.slice(0, 80)}" (${page})`,
  );
  return new GithubError('several-releases', `There are ${releases.length} releases for ${tag}: ${names.join(', ')}.`, {
    hint: 'Delete all but the one that shall be published, then run this again.',
  });
}
