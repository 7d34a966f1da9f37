// SPDX-License-Identifier: MIT
import type { Route } from './router.js';
import { appRoutes } from './routes/apps.js';
import { assetRoutes } from './routes/assets.js';
import { collaboratorRoutes } from './routes/collaborators.js';
import { checkRunRoutes } from './routes/check-runs.js';
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
import { tagRoutes } from './routes/tags.js';
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
    ...tagRoutes,
    ...downloadRoutes,
  ];
}
