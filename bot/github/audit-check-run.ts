// SPDX-License-Identifier: MIT
import { type Finding, isOk } from '../../common/finding.js';
import { renderMarkdown } from '../../common/render/markdown.js';
import { cutText } from './cut-text.js';
import type { Github } from './github.js';

/** Under this name the audit stands beside a commit of the base branch. */
const auditName = 'certificate audit';

/** What our audit of a commit came to; undefined: it was not audited. */
export async function readAuditRun(github: Github, commit: string): Promise<'success' | 'failure' | undefined> {
  const { octokit, repository, ourselves } = github;
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    ...repository,
    ref: commit,
    app_id: ourselves.appId,
    check_name: auditName,
    filter: 'latest',
  });
  const conclusion = data.check_runs.find(({ app }) => app?.id === ourselves.appId)?.conclusion;
  return conclusion === 'success' || conclusion === 'failure' ? conclusion : undefined;
}

/** Says beside a commit whether ledger, certificates, requests and list agree there. */
export async function writeAuditRun(github: Github, commit: string, findings: readonly Finding[]): Promise<void> {
  const conclusion = isOk(findings) ? 'success' : 'failure';
  if ((await readAuditRun(github, commit)) === conclusion) return;
  const { octokit, repository } = github;
  await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
    ...repository,
    name: auditName,
    head_sha: commit,
    status: 'completed',
    conclusion,
    output: {
      title: conclusion === 'success' ? 'Everything agrees' : 'Something does not agree',
      summary: cutText(renderMarkdown(findings) || 'Ledger, certificates, requests and CRL say the same.'),
    },
  });
}
