// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { generateRsaKey } from '../ca/key/encrypted-key.js';
import { PemSigner } from '../ca/key/pem-signer.js';
import { defaultPolicy } from '../ca/policy.js';
import { certificatePath, crlPath, requestPath } from '../ca/repository/repository.js';
import type { CertificateRequest } from '../ca/request/certificate-request.js';
import { createRequest } from '../ca/request/create-request.js';
import { Ledger } from '../ca/ledger/ledger.js';
import { RequestFile } from '../ca/review/request-file.js';
import { review } from '../ca/review/review.js';
import { Certificate } from '../common/certificate.js';
import { CertificateRevocationList } from '../common/crl.js';
import { systemClock } from '../common/clock.js';
import type { Finding } from '../common/finding.js';
import { Bot } from '../bot/bot.js';
import { AppClient } from '../bot/github/app-client.js';
import { certificateRepository } from '../bot/github/certificate-repository.js';
import { earlierCertificate } from './earlier-certificate.js';
import type { Community } from './github/community.js';
import type { Person } from './github/person.js';
import type { RehearsalAuthority } from './rehearsal-authority.js';
import { RehearsalError } from './rehearsal-error.js';

export interface Certified {
  readonly key: KeyObject;
  readonly certificate: Certificate;
}

/** One line of what was proved: what, and how. */
export type Say = (what: string, proof: string) => void;

const ourFault = 'This is a fault of the program: please report it.';
const branch = 'certificate';

/** The certificate repository of a rehearsal, and how a developer gets a certificate there and loses it again. */
export class Certification {
  private constructor(
    private readonly community: Community,
    private readonly bot: Bot,
    private readonly authority: RehearsalAuthority,
    private readonly say: Say,
  ) {}

  /** The bot, on this GitHub, with this authority. */
  static async open(community: Community, authority: RehearsalAuthority, say: Say): Promise<Certification> {
    const { github, app, appKey, people } = community;
    const { owner, name, defaultBranch } = github.repository;
    await people.maintainer.push({
      to: `${owner}/${name}`,
      branch: defaultBranch,
      files: { 'authority/bot.yml': 'approvers:\n  permission: maintain\n' },
    });
    const client = new AppClient({
      appId: app.id,
      privateKey: appKey,
      apiUrl: github.api,
      clock: systemClock,
      random: Math.random,
    });
    const bot = new Bot({
      github: await certificateRepository(client, undefined),
      authority: authority.authority,
      trust: authority.trust,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      random: Math.random,
      // whatever GitHub does later, the rehearsal is over by then
      later: () => undefined,
      elsewhere: (repository) => client.in(repository),
    });
    return new Certification(community, bot, authority, say);
  }

  /**
   * Pull request, verdict, fix, approval, certificate.
   * @param repositoryUrl where the app's sources are
   */
  async certify(appId: string, repositoryUrl: string): Promise<Certified> {
    const { requester, maintainer } = this.community.people;
    const key = await generateRsaKey(4096);
    const request = await createRequest(new PemSigner(key), appId);
    await this.#rememberIfNeeded(appId, request);
    const title = `Request a certificate for ${appId}`;
    const files = { [requestPath(appId)]: request.toPem() };
    const { number, head } = await requester.propose({ branch, files, title, message: `${title}\n` });
    this.say('pull request', `#${number} asks for a certificate: RSA-4096, CN = ${appId}`);
    const first = await this.#look(number, requester, head);
    this.say('verdict', `${first.conclusion}: ${first.title}`);

    const [email = ''] = requester.user.emails;
    const author = requester.user.name ?? requester.user.login;
    const message = `${title}\n\nSigned-off-by: ${author} <${email}>\n`;
    const { repository } = this.community.github;
    const from = `${this.#name}#${repository.defaultBranch}`;
    const mended = await requester.push({ branch, files, message, from, force: true });
    await requester.edit(number, { body: repositoryUrl });
    const second = await this.#look(number, requester, mended);
    if (second.conclusion === 'action_required') {
      throw new RehearsalError('request-refused', `The bot refuses the request for ${appId}: ${second.title}.`, {
        hint: second.summary,
      });
    }
    this.say('fix', `signed off, and the repository linked: ${second.title}`);

    await maintainer.comment(number, `/sign ${mended} the rehearsal`);
    this.say('approval', `a maintainer approves the commit ${mended.slice(0, 12)}`);
    await this.bot.do({ kind: 'look', pullRequest: number });
    const certificate = await this.#certificate(appId);
    const until = certificate.notAfter.toISOString().slice(0, 10);
    this.say('certificate', `serial ${certificate.serial.toString(16)}, until ${until}, in one commit with the ledger`);
    return { key, certificate };
  }

  /** The list as it stands in the repository; the bot makes the first one when it reconciles. */
  async crl(): Promise<CertificateRevocationList> {
    await this.bot.do({ kind: 'reconcile' });
    return this.#crl();
  }

  /** Two maintainers ask for it in an issue: the bot revokes, and the list is in the same commit. */
  async revoke(appId: string): Promise<CertificateRevocationList> {
    const { maintainer, second, requester } = this.community.people;
    const issue = await requester.openIssue(`The key of ${appId} leaked`, 'It was in a release.');
    for (const person of [maintainer, second]) await person.comment(issue, `/revoke ${appId} keyCompromise it leaked`);
    await this.bot.do({ kind: 'read-issue', issue });
    return this.#crl();
  }

  get #name(): string {
    const { owner, name } = this.community.github.repository;
    return `${owner}/${name}`;
  }

  /** An id that is refused as a new one: the app has it since long ago. */
  async #rememberIfNeeded(appId: string, request: CertificateRequest): Promise<void> {
    const file = new RequestFile(requestPath(appId), Buffer.from(request.toPem()));
    const knowledge = Ledger.parse(new Uint8Array());
    const { findings } = review({
      file,
      policy: defaultPolicy,
      now: new Date(),
      repository: { path: file.path, knowledge },
    });
    const isRefused = ({ rule, severity }: Finding): boolean => severity === 'error' && rule.startsWith('id-');
    if (!findings.some(isRefused)) return;
    const { github, people } = this.community;
    await people.maintainer.push({
      to: this.#name,
      branch: github.repository.defaultBranch,
      files: await earlierCertificate(appId, request, this.authority.authority),
    });
    this.say('renewal', `nobody gets the name ${appId} any more; it was certified before, and that ends in 100 days`);
  }

  /** What GitHub would tell the bot of, and the check run that comes of it. */
  async #look(
    number: number,
    { user }: Person,
    head: string,
  ): Promise<{ conclusion: string; title: string; summary: string }> {
    await this.bot.do({ kind: 'look', pullRequest: number, pushed: { head, by: user.id } });
    const { check_runs: runs } = await this.community.people.maintainer.must<{
      check_runs: { conclusion: string; output: { title: string; summary: string } }[];
    }>('GET', `commits/${head}/check-runs`);
    const [run] = runs;
    if (run === undefined) throw new RehearsalError('not-judged', 'The bot said nothing.', { hint: ourFault });
    return { conclusion: run.conclusion, ...run.output };
  }

  async #certificate(appId: string): Promise<Certificate> {
    const path = certificatePath(appId);
    return Certificate.fromPem((await this.#file(path)).toString('latin1'), path);
  }

  async #crl(): Promise<CertificateRevocationList> {
    return CertificateRevocationList.from(await this.#file(crlPath));
  }

  async #file(path: string): Promise<Buffer> {
    const { maintainer } = this.community.people;
    const { content } = await maintainer.must<{ content: string }>('GET', `contents/${path}`);
    return Buffer.from(content, 'base64');
  }
}
