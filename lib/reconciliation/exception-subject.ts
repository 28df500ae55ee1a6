import type { Environment, Kind, Provider } from '@/lib/providers/catalogue';
import type { ExceptionRow } from './view';

/** Whose payment an exception is about, where there is one, and the id to look for on the other side. */
export type Subject = { readonly reference: string | null } & (
  | { readonly provider: Provider; readonly kind: Kind; readonly environment: Environment }
  | { readonly provider: null }
);
export type QueueRow = ExceptionRow & { readonly subject: Subject };
