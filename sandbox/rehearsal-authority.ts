// SPDX-License-Identifier: MIT
import type { Authority } from '../ca/authority.js';
import { initAuthority, type NewAuthority } from '../ca/init-authority.js';
import { profiles } from '../ca/issue/profile.js';
import { Trust } from '../common/trust.js';

const year = 365 * 24 * 60 * 60 * 1000;

/** A throw-away authority, all of it in memory: ten years old, so that there may be certificates that end soon. */
export class RehearsalAuthority {
  private constructor(private readonly made: NewAuthority) {}

  /** RSA-2048, as the real authority has it. */
  static async open(): Promise<RehearsalAuthority> {
    const now = new Date(Date.now() - 10 * year - year / 2);
    return new RehearsalAuthority(await initAuthority({ organization: 'Rehearsal', keyBits: 2048, now }));
  }

  /** intermediate and root, PEM */
  get bundle(): string {
    return this.made.bundle;
  }

  get trust(): Trust {
    return new Trust([this.made.intermediate, this.made.root]);
  }

  /** what the bot signs with */
  get authority(): Authority {
    const { intermediate: issuer, signer } = this.made;
    return { issuer, signer, profile: profiles['nextcloud-v1'] };
  }
}
