/** The nouns that entries of the log are about, and where each can be looked at. Pure. */

export const OBJECT_KINDS = [
  'person',
  'session',
  'invitation',
  'api_key',
  'transaction',
  'value',
  'line',
  'leg',
  'match',
  'exception',
  'proposal',
  'statement',
  'upload',
  'account',
  'rule',
  'run',
  'refund_limit',
  'approval_limit',
  'delivery',
  'refusal',
  'event',
  'lost_message',
  'registration',
  'job',
  'export',
  'list',
  'view',
  'alert',
  'alert_rule',
  'alert_channel',
  'case',
] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

export function isObjectKind(text: string): text is ObjectKind {
  return OBJECT_KINDS.some((kind) => kind === text);
}

const PAGES: Readonly<Partial<Record<ObjectKind, (id: string) => string>>> = {
  transaction: (id) => `/transactions/${id}`,
  line: (id) => `/reconciliation/lines/${id}`,
  leg: (id) => `/reconciliation/legs/${id}`,
  exception: (id) => `/reconciliation/exceptions/${id}`,
  proposal: (id) => `/settings/approvals?proposal=${id}`,
  statement: (id) => `/reconciliation/statements/${id}`,
  rule: (id) => `/reconciliation/rules/${id}`,
  run: (id) => `/reconciliation/rules/runs/${id}`,
  refund_limit: () => '/refunds/limits',
  approval_limit: () => '/settings/approvals',
  delivery: (id) => `/webhooks/${id}`,
  refusal: (id) => `/webhooks/refused/${id}`,
  export: (id) => `/exports/${id}`,
  job: () => '/jobs',
};

/** The page of an object; `null` where it has none. */
export function hrefOfObject(kind: string, id: string): string | null {
  return isObjectKind(kind) ? (PAGES[kind]?.(encodeURIComponent(id)) ?? null) : null;
}
