// SPDX-License-Identifier: MIT
import { httpGitRoutes } from './http-git.js';
import type { Route } from './router.js';
import { appRoutes } from './routes/apps.js';
import { assetRoutes } from './routes/assets.js';
import { collaboratorRoutes } from './routes/collaborators.js';
import { checkRunRoutes } from './routes/check-runs.js';
import { branchRoutes } from './routes/branches.js';
import { commitRoutes } from './routes/commits.js';
import { compareRoutes } from './routes/compare.js';
import { contentsWriteRoutes } from './routes/contents-write.js';
import { contentsRoutes } from './routes/contents.js';
import { gitBlobRoutes } from './routes/git-blobs.js';
import { gitCommitRoutes } from './routes/git-commits.js';
import { gitRefRoutes } from './routes/git-refs.js';
import { graphqlRoutes } from './routes/graphql.js';
import { gitTreeRoutes } from './routes/git-trees.js';
import { pullRoutes } from './routes/pulls.js';
import { repositoryRoutes } from './routes/repositories.js';
import { commentRoutes } from './routes/comments.js';
import { commitStatusRoutes } from './routes/commit-statuses.js';
import { hookRoutes } from './routes/hook-deliveries.js';
import { issueRoutes } from './routes/issues.js';
import { labelRoutes } from './routes/labels.js';
import { organizationRoutes } from './routes/organizations.js';
import { peopleRoutes } from './routes/people.js';
import { downloadRoutes } from './routes/objects.js';
import { releaseRoutes } from './routes/releases.js';
import { reviewRoutes } from './routes/reviews.js';
import type { Webhooks } from './webhooks/webhooks.js';

/** Everything on the main origin. The first that matches counts: fixed words stand before parameters. */
export function mainRoutes(webhooks: () => Webhooks): readonly Route[] {
  return [
    ...appRoutes,
    ...assetRoutes,
    ...checkRunRoutes,
    ...collaboratorRoutes,
    ...commentRoutes,
    ...commitStatusRoutes,
    ...hookRoutes(webhooks),
    ...issueRoutes,
    ...labelRoutes,
    ...organizationRoutes,
    ...peopleRoutes,
    ...releaseRoutes,
    ...reviewRoutes,
    ...branchRoutes,
    ...compareRoutes,
    ...contentsRoutes,
    ...contentsWriteRoutes,
    ...gitBlobRoutes,
    ...gitCommitRoutes,
    ...gitRefRoutes,
    ...gitTreeRoutes,
    ...graphqlRoutes,
    ...pullRoutes,
    ...repositoryRoutes,
    ...commitRoutes,
    ...downloadRoutes,
    ...httpGitRoutes,
  ];
}
