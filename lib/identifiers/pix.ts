import { withoutBlanks } from './typed-text';

/** The id of a PIX payment (`E`, end to end) or of its return (`D`, devolução). 32 characters, case-sensitive. */
export type PixId = {
  readonly kind: 'E' | 'D';
  readonly id: string;
  /** ISPB of the institution that sent it, 8 characters; letters too since July 2026. */
  readonly ispb: string;
  readonly institution: string | null;
  /** ISO 8601 to the minute, UTC (`2026-03-14T15:02Z`); `null` when the digits are no date. A Brazilian statement may show the day before. */
  readonly moment: string | null;
};

const PIX_ID = /^([ED])([0-9A-Z]{8})(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})[a-zA-Z0-9]{11}$/;

/** Reads an end-to-end or return id; `null` when it has not that shape. A small `e` or `d` in front is not one. */
export function readPixId(text: string): PixId | null {
  const id = withoutBlanks(text);
  const match = PIX_ID.exec(id);
  if (!match) return null;
  const [, kind, ispb = '', ...clock] = match;
  return { kind: kind as 'E' | 'D', id, ispb, institution: INSTITUTIONS[ispb] ?? null, moment: momentOf(clock) };
}

function momentOf([year, month, day, hour, minute]: readonly string[]): string | null {
  const moment = `${year}-${month}-${day}T${hour}:${minute}`;
  const read = new Date(`${moment}:00.000Z`);
  if (Number.isNaN(read.getTime()) || !read.toISOString().startsWith(moment)) return null;
  return `${moment}Z`;
}

/** The larger PIX institutions. An unknown ISPB says nothing about the id. */
const INSTITUTIONS: Readonly<Record<string, string>> = {
  '00000000': 'Banco do Brasil',
  '00360305': 'Caixa',
  '00416968': 'Inter',
  '01181521': 'Sicredi',
  '02038232': 'Sicoob',
  '08561701': 'PagBank',
  '10573521': 'Mercado Pago',
  '16501555': 'Stone',
  '18236120': 'Nubank',
  '22896431': 'PicPay',
  '30306294': 'BTG Pactual',
  '31872495': 'C6',
  '60701190': 'Itaú',
  '60746948': 'Bradesco',
  '90400888': 'Santander',
};
