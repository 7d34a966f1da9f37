// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommunity } from './github/community.js';
import { GithubContract } from './github/contract/contract.js';

export interface ServeInputs {
  /** 0 takes a free one */
  readonly port: number;
  /** folder whose content is the default branch; default: a README */
  readonly seed?: string | undefined;
  readonly webhook?: string | undefined;
  /** `OWNER/NAME`; the owner is an organisation */
  readonly repository: string;
}

export interface ServedGithub {
  /** what whoever uses it must know */
  readonly announcement: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/**
 * The local GitHub as a program of its own, on loopback: requests, answers and webhooks are held against GitHub's own
 * description.
 * @param warn told of requests that GitHub would describe otherwise
 */
export async function serveGithub(inputs: ServeInputs, warn: (text: string) => void): Promise<ServedGithub> {
  const contract = new GithubContract(undefined, ({ method, path, reason }) => warn(`${method} ${path}: ${reason}\n`));
  const { github, app, appKey, webhookSecret, tokens } = await startCommunity({ ...inputs, contract });
  const folder = mkdtempSync(join(tmpdir(), 'github-app-'));
  const privateKeyPath = join(folder, 'private-key.pem');
  writeFileSync(privateKeyPath, appKey, { mode: 0o600 });
  return {
    announcement: {
      api: github.api,
      git: `${github.web}/${inputs.repository}.git`,
      repository: inputs.repository,
      appId: app.id,
      privateKeyPath,
      webhookSecret,
      tokens,
    },
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await github.close();
    },
  };
}
