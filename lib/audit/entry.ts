import { createHash } from 'node:crypto';

/** The log of who did what: its words and its chain. Pure. */

/** Everything that is logged. A new deed is added here, and to `audit.actions` of the catalogue. */
export const ACTIONS = [
  'signed_in',
  'sign_in_refused',
  'signed_out',
  'session_ended',
  'password_changed',
  'second_factor_changed',
  'profile_changed',
  'person_invited',
  'invitation_accepted',
  'invitation_revoked',
  'role_changed',
  'person_disabled',
  'person_enabled',
  'api_key_made',
  'api_key_revoked',
  'value_revealed',
  'raw_downloaded',
  'file_exported',
  'match_made',
  'match_undone',
  'lines_corrected',
  'correction_undone',
  'pair_dismissed',
  'pair_reconsidered',
  'rules_run',
  'exception_resolved',
  'exception_reopened',
  'exception_put_aside',
  'exception_assigned',
  'exception_noted',
  'file_uploaded',
  'statement_imported',
  'statement_undone',
  'rule_changed',
  'limit_changed',
  'account_changed',
  'owner_changed',
  'note_written',
  'view_changed',
  'file_cancelled',
  'proposal_made',
  'proposal_approved',
  'proposal_declined',
  'proposal_withdrawn',
  'proposal_failed',
  'refusal_admitted',
  'messages_read_again',
  'person_erased',
  'events_applied',
  'events_confirmed',
  'events_ignored',
  'job_requested',
  'registration_changed',
  'recovery_marked',
  'access_log_imported',
  'alert_rule_changed',
  'alert_channel_changed',
  'alert_snoozed',
  'alert_owned',
  'case_passed',
] as const;
export type AuditAction = (typeof ACTIONS)[number];

export function isAuditAction(text: string): text is AuditAction {
  return ACTIONS.some((action) => action === text);
}

/** A deed as it is reported: what no masked reader may see stays out of `detail`. */
export type AuditDeed = {
  /** E-mail of a person, `key:<name>` of an API key, `desk` for what runs by itself. */
  readonly actor: string;
  readonly action: AuditAction;
  /** `person`, `transaction`, `line`, `match`, `rule` …: the noun the id is of. */
  readonly objectKind: string;
  readonly objectId: string;
  /** From where, as our server proved it; `null` for what runs by itself. */
  readonly address: string | null;
  /** Reason, `before` and `after`, counts; texts and numbers only, money as text. */
  readonly detail: Readonly<Record<string, unknown>>;
};

export type AuditEntry = AuditDeed & { readonly seq: bigint; readonly at: Date; readonly hash: Uint8Array };

/** What the first entry follows. */
export const AUDIT_GENESIS: Uint8Array = new Uint8Array(32);

/** SHA-256 over the hash before it and every field, each with its length, so that no two entries read the same. */
export function auditHash(before: Uint8Array, entry: Omit<AuditEntry, 'hash'>): Uint8Array {
  const hash = createHash('sha256').update(before);
  const fields = [
    String(entry.seq),
    entry.at.toISOString(),
    entry.actor,
    entry.action,
    entry.objectKind,
    entry.objectId,
    entry.address ?? '',
    canonical(entry.detail),
  ];
  for (const field of fields) hash.update(`${Buffer.byteLength(field)}:`).update(field);
  return hash.digest();
}

/** JSON with sorted keys: the database keeps no order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
