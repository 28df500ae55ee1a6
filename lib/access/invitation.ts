import { createHash, randomBytes } from 'node:crypto';

/** The word of an administrator that somebody may join. Pure but for the dice. */

export const INVITATION_DAYS = 7;

export type InvitationTimes = {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
};

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

export function stateOf({ expiresAt, acceptedAt, revokedAt }: InvitationTimes, now: Date): InvitationState {
  if (acceptedAt) return 'used';
  if (revokedAt) return 'revoked';
  return expiresAt > now ? 'open' : 'expired';
}

/** 256 random bits, for the link; only their hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
