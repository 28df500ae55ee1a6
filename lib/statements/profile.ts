import { z } from 'zod';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import type { Words } from './words';

/** The layouts a statement may have. `ledger` is the company's own book, which is never a bank's word. */
export const FORMATS = ['csv', 'xlsx', 'ofx', 'camt053', 'cnab', 'cuaderno_43', 'pix_api', 'cep'] as const;
export type Format = (typeof FORMATS)[number];

export const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le'] as const;
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
const ZONES = Object.keys(TIME_ZONES) as [TimeZone, ...TimeZone[]];

/** A column by its heading; compared without case, accents and blanks at its ends. */
const column = z.string().min(1).max(100);

/**
 * How the tables of one bank are read. Kept per account, so that the second file of a bank needs no questions. Layouts
 * that say everything themselves (OFX, camt.053 …) use `zone` alone.
 */
export const profileSchema = z.object({
  format: z.enum(FORMATS),
  /** The bank's local time. */
  zone: z.enum(ZONES),
  encoding: z.enum(ENCODINGS).default('utf-8'),
  delimiter: z.enum([',', ';', '|', '\t']).default(','),
  decimal: z.enum(['.', ',']).default('.'),
  dateOrder: z.enum(DATE_ORDERS).default('dmy'),
  /** The sheet of a workbook by its name; the first one where none is named. */
  sheet: z.string().min(1).max(100).optional(),
  /** Rows before the headings. */
  preamble: z.number().int().min(0).max(100).default(0),
  columns: z
    .object({
      date: column,
      time: column.optional(),
      valueDate: column.optional(),
      /** One signed column, or two without signs. */
      amount: column.optional(),
      incoming: column.optional(),
      outgoing: column.optional(),
      /** A column that says which way the money went, and the words that mean "out". */
      direction: column.optional(),
      outgoingWords: z.array(z.string()).default([]),
      currency: column.optional(),
      balance: column.optional(),
      reference: column.optional(),
      name: column.optional(),
      account: column.optional(),
      taxId: column.optional(),
      /** Columns whose text is searched for ids, in order. */
      text: z.array(column).default([]),
      /** Columns that hold an id of a kind: e2e, clave_rastreo, reference … */
      ids: z.record(z.string(), column).default({}),
    })
    .optional(),
  /** Whole words at the beginning of a row's first text, without case and accents, that make it a balance, fee or tax. */
  balanceTexts: z.array(z.string()).default([]),
  feeTexts: z.array(z.string()).default([]),
  taxTexts: z.array(z.string()).default([]),
  /** The company's own book instead of a bank's statement. */
  isLedger: z.boolean().default(false),
});
export type Profile = z.output<typeof profileSchema>;

/** A profile that ships with the desk; a bank's own name is the same in every language. */
export type ShippedProfile = { readonly id: string; readonly label: Words; readonly profile: Profile };
