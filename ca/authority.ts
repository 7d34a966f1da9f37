// SPDX-License-Identifier: MIT
import type { Certificate } from '../common/certificate.js';
import type { Profile } from './issue/profile.js';
import type { Signer } from './key/signer.js';

/** Who issues: a certificate, its key, and what its certificates look like. */
export interface Authority {
  readonly issuer: Certificate;
  readonly signer: Signer;
  readonly profile: Profile;
}
