// SPDX-License-Identifier: MIT
import type { Handle, PKCS11 } from 'pkcs11js';

/** The calls of a PKCS#11 library ("Cryptoki", OASIS PKCS#11 2.40) that signing takes. */
export type Cryptoki = Pick<
  PKCS11,
  | 'C_Initialize'
  | 'C_Finalize'
  | 'C_GetInfo'
  | 'C_GetSlotList'
  | 'C_GetSlotInfo'
  | 'C_GetTokenInfo'
  | 'C_GetMechanismList'
  | 'C_OpenSession'
  | 'C_CloseSession'
  | 'C_Login'
  | 'C_FindObjectsInit'
  | 'C_FindObjects'
  | 'C_FindObjectsFinal'
  | 'C_GetAttributeValue'
  | 'C_SignInit'
  | 'C_SignAsync'
>;

/** a slot, a session, an object */
export type { Handle };

/** Numbers of the standard's header, so that the addon need not be there to read this file. */
export const ck = {
  osLockingOk: 0x2,
  serialSession: 0x4,
  userType: 1,
  contextSpecific: 2,
  classPublicKey: 2,
  classPrivateKey: 3,
  keyTypeRsa: 0,
  rsaPkcs: 0x1,
} as const;

export const attribute = {
  class: 0x0,
  label: 0x3,
  keyType: 0x100,
  id: 0x102,
  sign: 0x108,
  modulus: 0x120,
  publicExponent: 0x122,
  extractable: 0x162,
  alwaysAuthenticate: 0x202,
} as const;

/** flags of CK_TOKEN_INFO */
export const tokenFlag = {
  loginRequired: 0x4,
  protectedAuthenticationPath: 0x100,
  tokenInitialized: 0x400,
  userPinCountLow: 0x10000,
  userPinFinalTry: 0x20000,
  userPinLocked: 0x40000,
} as const;

/**
 * The name of the CK_RV that a call failed with, e.g. `CKR_PIN_INCORRECT`, or undefined for any other error. The addon
 * throws errors of two shapes, and its own class for one of them only.
 */
export function returnValue(error: unknown): string | undefined {
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  return /\bCKR_[A-Z0-9_]+/.exec(message)?.[0];
}
