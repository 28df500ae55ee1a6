import type { Details } from './conditions';
import type { Notice } from './notice';
import type { AlertKind, Level } from './rule';

/** One thing that crossed a rule's threshold, as screens and messages show it. */
export type Alert = {
  readonly [Kind in AlertKind]: {
    readonly id: string;
    readonly ruleId: string;
    readonly ruleName: string;
    readonly kind: Kind;
    readonly subject: string;
    /** The worst it came to. */
    readonly level: Level;
    readonly detail: Details[Kind];
    readonly raisedAt: Date;
    /** When its condition last held. */
    readonly lastSeenAt: Date;
    readonly endedAt: Date | null;
    readonly owner: string | null;
    readonly snooze: { readonly until: Date; readonly by: string; readonly reason: string } | null;
    readonly notices: readonly Notice[];
  };
}[AlertKind];

export type AlertChannelKind = 'email' | 'webhook';
export type AlertChannel = {
  readonly id: string;
  readonly kind: AlertChannelKind;
  readonly name: string;
  /** An e-mail address or a URL. */
  readonly target: string;
  readonly locale: string;
};

/**
 * A condition that does not hold any more must stay away so long before its alert ends: what comes and goes within this
 * time is one alert, told once.
 */
export const QUIET_MS = 10 * 60_000;

/** How many alerts stand: those put aside, and the others by level. */
export type AlertCounts = { readonly urgent: number; readonly warning: number; readonly snoozed: number };

/** Where a person looks at what an alert is about; a path of the desk. */
export function subjectPath({ kind, subject }: Pick<Alert, 'kind' | 'subject'>): string {
  switch (kind) {
    case 'refunds':
      return `/transactions/${encodeURIComponent(subject)}`;
    case 'unacknowledged':
      return '/webhooks/unacknowledged';
    case 'silence':
      return `/webhooks/sources#${encodeURIComponent(subject)}`;
    case 'exceptions':
      return `/reconciliation/exceptions/${encodeURIComponent(subject)}`;
    case 'backlog':
      return '/webhooks';
  }
}

/** For how long an alert can be put aside, in hours. */
export const SNOOZES_HOURS = [1, 4, 24, 72, 168] as const;
export const LONGEST_REASON = 500;
