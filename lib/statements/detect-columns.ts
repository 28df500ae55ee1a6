import { type Said, said } from '@/lib/language/said';
import { quoted } from './decimal';
import type { Profile, ShippedProfile } from './profile';
import { PROFILES } from './profiles';
import { type Cell, cellText, isFiller, type TableRow } from './table-cell';
import { namedColumns, plain } from './table-columns';

export type Columns = NonNullable<Profile['columns']>;

/** How far down the headings are looked for. */
const HEADING_ROWS = 60;

/** Headings of banks without a profile, as compared, by what they hold; each is looked for in this order. */
const WORDS = {
  date: /^(fecha|data|date|dia|day)\b(?!.*\b(valor|value)\b)/,
  time: /^(hora|time|horario)\b/,
  incoming: /^(abonos?|creditos?|depositos?|haber|entradas?|credit|ingresos?|incoming|net_credit_amount)\b/,
  outgoing: /^(cargos?|debitos?|retiros?|debe|saidas?|debit|egresos?|outgoing|net_debit_amount)\b/,
  amount: /^(valor|importe|monto|amount|quantia|cantidad)\b/,
  currency: /^(moneda|moeda|currency|divisa)\b/,
  balance: /^(saldo|balance)\b/,
  reference: /^(referencia|folio|documento|docto|comprobante|identificador|numero|n[°ºo]|reference|id|codigo)(?![a-z])/,
  name: /^(nombre|nome|name|beneficiari[oa]|ordenante|titular|favorecido|contraparte)\b/,
  account: /^(clabe|cbu|cvu|cuenta (destino|origen)|conta (destino|origem)|iban)\b/,
  taxId: /^(rfc|cuit|cuil|cpf|cnpj|tax id)\b/,
} as const;
const TEXT =
  /^(descripcion|descricao|concepto|historico|lancamento|detalhes?|detalles?|movimiento|description|details|text|texto|memo|leyendas?|observaciones|motivo)\b/;
const IDS = {
  clave_rastreo: /^(clave|cve)\.? (de )?rast/,
  e2e: /^(e2e|end ?to ?end|id fim a fim)/,
  tx_hash: /^(hash|tx ?hash|transaction hash)\b/,
} as const;

/** The row that looks most like headings, and how many of its cells do. */
export function headingRow(rows: readonly TableRow[]): { readonly at: number; readonly known: number } | null {
  let best: { at: number; known: number } | null = null;
  for (const [at, { cells }] of rows.slice(0, HEADING_ROWS).entries()) {
    const headings = cells.map((cell) => plain(cellText(cell)));
    const known = new Set(headings.filter(isKnown)).size;
    if (known >= 2 && headings.some((heading) => WORDS.date.test(heading)) && known > (best?.known ?? 0)) {
      best = { at, known };
    }
  }
  return best;
}

const KNOWN = new Set(
  PROFILES.flatMap(({ profile }) => (profile.columns ? namedColumns(profile.columns) : [])).map(plain),
);
const PATTERNS = [...Object.values(WORDS), TEXT, ...Object.values(IDS)];

function isKnown(heading: string): boolean {
  return heading !== '' && (KNOWN.has(heading) || PATTERNS.some((pattern) => pattern.test(heading)));
}

/** The shipped profile whose headings are there; without those it can do without, each of which is a doubt. */
export function shippedFit(
  cells: readonly Cell[],
): { shipped: ShippedProfile; columns: Columns; doubts: Said[] } | null {
  const headings = new Set(cells.map((cell) => plain(cellText(cell))));
  const has = (heading: string | undefined) => heading === undefined || headings.has(plain(heading));
  let best: { shipped: ShippedProfile; columns: Columns; score: number } | null = null;
  for (const shipped of PROFILES) {
    const { columns } = shipped.profile;
    if (!columns || ![columns.date, columns.amount, columns.incoming, columns.outgoing, columns.direction].every(has))
      continue;
    const named = namedColumns(columns);
    const present = named.filter(has).length;
    // Two headings that any bank has say nothing about which bank it is.
    const score = present - 2 * (named.length - present);
    if (present >= 3 && score > (best?.score ?? 0)) best = { shipped, columns, score };
  }
  if (!best) return null;
  const missing = namedColumns(best.columns).filter((heading) => !has(heading));
  const { label } = best.shipped;
  // The profile of any bank of a country has columns that each bank may lack.
  const isOfOneBank = !best.shipped.id.endsWith('-generic');
  const doubts = (isOfOneBank ? missing : []).map((heading) =>
    said('parsing.detect.lacks', { bank: label, heading: quoted(heading) }),
  );
  return { shipped: best.shipped, columns: without(best.columns, missing), doubts };
}

function without(columns: Columns, missing: readonly string[]): Columns {
  const isThere = ([, heading]: [string, unknown]) => typeof heading !== 'string' || !missing.includes(heading);
  const kept = Object.fromEntries(Object.entries(columns).filter(isThere)) as Columns;
  const ids = Object.fromEntries(Object.entries(columns.ids).filter(isThere));
  return { ...kept, text: columns.text.filter((heading) => !missing.includes(heading)), ids };
}

/** Columns by the words of their headings; `null` where no date or no amount is among them. */
export function guessedColumns(cells: readonly Cell[]): Columns | null {
  const free = cells
    .map((cell) => cellText(cell).trim())
    .filter((heading, at, all) => heading && all.indexOf(heading) === at);
  const take = (pattern: RegExp) => {
    const at = free.findIndex((heading) => pattern.test(plain(heading)));
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  const ids = Object.entries(IDS).flatMap(([kind, pattern]) => {
    const heading = take(pattern);
    return heading ? [[kind, heading] as const] : [];
  });
  const single: Record<string, string> = {};
  for (const [name, pattern] of Object.entries(WORDS)) {
    const heading = take(pattern);
    if (heading) single[name] = heading;
  }
  // Two columns say more than one beside them, which then is a sum or a sign of its own.
  if (single.incoming && single.outgoing) delete single.amount;
  else if (single.amount) {
    delete single.incoming;
    delete single.outgoing;
  }
  const { date } = single;
  if (!date || !(single.amount || single.incoming || single.outgoing)) return null;
  const text = free.filter((heading) => TEXT.test(plain(heading)));
  return { ...single, date, text, outgoingWords: [], ids: Object.fromEntries(ids) };
}

/** The texts under some headings, empty ones left out. Cells of workbooks that say what they are need no guess. */
export function valuesUnder(
  rows: readonly TableRow[],
  at: number,
  headings: readonly (string | undefined)[],
): string[] {
  const names = rows[at]?.cells.map((cell) => plain(cellText(cell))) ?? [];
  const columns = headings.filter((heading) => heading !== undefined).map((heading) => names.indexOf(plain(heading)));
  return rows.slice(at + 1).flatMap(({ cells }) =>
    columns.flatMap((column) => {
      const cell = cells[column];
      return typeof cell === 'string' && !isFiller(cell) && cell.length <= 80 ? [cell.trim()] : [];
    }),
  );
}
