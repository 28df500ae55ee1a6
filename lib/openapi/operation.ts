import type { z } from 'zod';
import type { Right } from '@/lib/access/rights';
import type { ErrorStatus } from './desk';

/** One thing that can be asked of the API, as its reference tells it. */

export type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly description: string;
  /** What may stand there, without being optional. */
  readonly schema: z.ZodType;
  readonly isRequired?: boolean;
  readonly isDeprecated?: boolean;
};

export type Answer = {
  readonly description: string;
  /** Of a JSON answer. */
  readonly schema?: z.ZodType;
  /** Media types of an answer that is a file. */
  readonly files?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** An operation that goes on from this answer: its id, and where the value of its `id` stands. */
  readonly link?: { readonly operation: string; readonly id: string };
};

/** A request by its parts, ready to be sent. */
export type Asked = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

export type Operation = {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** As in the document: `/api/v1/transactions/{id}`. */
  readonly path: string;
  readonly group: Group;
  /** What the key's scope must have; `null`: no key is asked for. */
  readonly right: Right | null;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly body?: {
    readonly description: string;
    readonly type: string;
    /** Of JSON; anything else is a text or bytes. */
    readonly schema?: z.ZodType;
  };
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Beside 401, 403 and 500, which whatever asks for a key has. */
  readonly errors: readonly ErrorStatus[];
  /** The request that the reference shows; it can be run as it is against a desk that has what it names. */
  readonly example: Asked;
  /** Requests that are refused, by how. */
  readonly refused: Readonly<Partial<Record<400 | 404 | 422, Asked>>>;
};

export const GROUPS = {
  Payments: 'Payments of all providers, and how money comes back.',
  Reconciliation: 'What a bank could see of a payment, what it wrote, and whether they agree.',
  Files: 'Statements in, lists out.',
  Desk: 'How the desk is, what the API is, and where providers post.',
} as const;
export type Group = keyof typeof GROUPS;

/** Every error that an operation may answer. */
export function errorsOf({ right, errors }: Operation): readonly ErrorStatus[] {
  const all: readonly ErrorStatus[] = right === null ? errors : [...errors, 401, 403, 500];
  return [...new Set(all)].sort((a, b) => a - b);
}
