import { readCbu } from './cbu';
import { addressChecksum, isEvmAddress, isEvmHash, isTronAddress, isTronHash } from './chain';
import { readClabe } from './clabe';
import { readClaveRastreo } from './clave-rastreo';
import { readPixId } from './pix';
import { readCnpj, readCpf, readCuit, type TaxId } from './tax-ids';
import { trimmed, withoutBlanks, withoutSeparators } from './typed-text';

export const READING_LABELS = {
  transaction_id: 'Transaction of this desk',
  uuid: 'UUID',
  pix_e2e: 'PIX end-to-end id',
  pix_return: 'PIX return id',
  clabe: 'CLABE',
  clave_rastreo: 'Clave de rastreo',
  cbu: 'CBU',
  cvu: 'CVU',
  cpf: 'CPF',
  cnpj: 'CNPJ',
  cuit: 'CUIT / CUIL',
  evm_tx: 'Transaction hash (EVM)',
  evm_address: 'Address (EVM)',
  tron_tx: 'Transaction hash (Tron)',
  tron_address: 'Address (Tron)',
  bitso_id: 'Bitso id (FID / WID)',
} as const;
export type ReadingKind = keyof typeof READING_LABELS;

/** One thing a pasted value may be. */
export type Reading = {
  readonly kind: ReadingKind;
  readonly label: string;
  /** The value as this reading writes it, punctuation removed. */
  readonly value: string;
  /** What the value tells by itself: name of the fact → its text, in reading order. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Why it may be mistyped. Never a reason not to search: providers' own samples fail their check digits. */
  readonly warning?: string;
};

/**
 * What a pasted value may be, likeliest first; several readings where shapes coincide (18 digits are a CLABE or a clave
 * de rastreo). Empty when it has no shape we know: then it is somebody's reference.
 */
export function classify(text: string): Reading[] {
  const typed = { text: trimmed(text), blankless: withoutBlanks(text), bare: withoutSeparators(text) };
  // No identifier is longer; a pasted page must not cost time.
  if (!typed.text || typed.text.length > 300) return [];
  const readings = READERS.flatMap((read) => read(typed)).sort((a, b) => b.likelihood - a.likelihood);
  const isSomethingElse = readings.some((reading) => reading.likelihood >= SURE);
  return readings
    .filter((reading) => reading.likelihood > FAINT || !isSomethingElse)
    .map(({ likelihood: _likelihood, ...reading }) => reading);
}

/** From here on a faint second reading is noise. */
const SURE = 70;
const FAINT = 30;

type Typed = { readonly text: string; readonly blankless: string; readonly bare: string };
type Weighed = Reading & { readonly likelihood: number };

const UUID = /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i;
const OWN_ID = /^(?:juno:[a-z_]+|ripio|brla):[^\s:]+$/i;

const READERS: readonly ((typed: Typed) => Weighed[])[] = [
  readOwnId,
  readUuidOrBitsoId,
  readPix,
  readChain,
  readClabeReading,
  readClave,
  readCbuReading,
  readTaxIds,
];

function weigh(likelihood: number, kind: ReadingKind, value: string, facts?: Facts, warning?: string): Weighed {
  const told = Object.entries(facts ?? {}).filter((fact): fact is [string, string] => fact[1] !== null);
  return {
    likelihood,
    kind,
    label: READING_LABELS[kind],
    value,
    ...(told.length > 0 && { facts: Object.fromEntries(told) }),
    ...(warning && { warning }),
  };
}

type Facts = Readonly<Record<string, string | null>>;

function readOwnId({ blankless }: Typed): Weighed[] {
  return OWN_ID.test(blankless) ? [weigh(100, 'transaction_id', blankless.toLowerCase())] : [];
}

/** 32 hex digits without dashes are Bitso's own id, or a uuid that lost its dashes. */
function readUuidOrBitsoId({ blankless }: Typed): Weighed[] {
  if (!UUID.test(blankless)) return [];
  const digits = blankless.toLowerCase().replaceAll('-', '');
  const uuid = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  if (blankless.includes('-')) return [weigh(95, 'uuid', uuid)];
  return [weigh(75, 'bitso_id', digits), weigh(50, 'uuid', uuid, undefined, 'Written without its dashes.')];
}

function readPix({ blankless }: Typed): Weighed[] {
  const pix = readPixId(blankless);
  const likeliest = pix ?? readPixId(blankless.charAt(0).toUpperCase() + blankless.slice(1));
  if (!likeliest) return [];
  const { kind, id, ispb, institution, moment } = likeliest;
  // A small letter in front is far more often a hex id; it is offered only when the digits are a real moment.
  if (!pix && !moment) return [];
  const warning = !pix
    ? `PIX ids begin with a capital letter: ${kind}, and the case of every letter counts.`
    : moment
      ? undefined
      : 'The twelve digits after the institution are no date and time.';
  const facts = { Institution: institution ? `${institution} (${ispb})` : ispb, Moment: moment && readable(moment) };
  const likelihood = !pix ? 40 : moment ? 96 : 60;
  return [weigh(likelihood, kind === 'E' ? 'pix_e2e' : 'pix_return', pix?.id ?? id, facts, warning)];
}

/** `2026-03-14T15:02Z` → `2026-03-14 15:02 UTC`. */
function readable(moment: string): string {
  return moment.replace('T', ' ').replace('Z', ' UTC');
}

function readChain({ blankless }: Typed): Weighed[] {
  const lower = blankless.toLowerCase();
  if (isEvmHash(blankless)) return [weigh(95, 'evm_tx', lower)];
  if (isEvmAddress(blankless)) {
    const isWrong = addressChecksum(blankless) === 'wrong';
    const warning = isWrong
      ? 'The upper and lower case letters do not fit the address: it may be mistyped.'
      : undefined;
    return [weigh(isWrong ? 80 : 95, 'evm_address', lower, undefined, warning)];
  }
  if (isTronAddress(blankless)) return [weigh(90, 'tron_address', blankless)];
  if (isTronHash(blankless)) {
    const withoutPrefix = 'Written without 0x in front.';
    return [weigh(75, 'evm_tx', `0x${lower}`, undefined, withoutPrefix), weigh(60, 'tron_tx', lower)];
  }
  if (isEvmAddress(`0x${blankless}`))
    return [weigh(60, 'evm_address', `0x${lower}`, undefined, 'Written without 0x in front.')];
  return [];
}

function readClabeReading({ bare }: Typed): Weighed[] {
  const clabe = readClabe(bare);
  if (!clabe) return [];
  const likelihood = (clabe.isValid ? 70 : 40) + (clabe.bank ? 20 : 0);
  const facts = { Bank: clabe.bank ?? `unknown (${clabe.bankCode})`, 'Banxico code': clabe.banxicoCode };
  const warning = clabe.isValid ? undefined : `As a CLABE its last digit should be ${clabe.checkDigit}.`;
  return [weigh(likelihood, 'clabe', clabe.digits, facts, warning)];
}

function readClave({ blankless }: Typed): Weighed[] {
  const clave = readClaveRastreo(blankless);
  if (!clave) return [];
  const likelihood = clave.isKnownShape ? 85 : /^\d{18}$/.test(clave.clave) ? 50 : FAINT;
  const bank = clave.bank ?? clave.banxicoCode;
  return [weigh(likelihood, 'clave_rastreo', clave.clave, { 'Operation date': clave.operationDate, 'Sent by': bank })];
}

function readCbuReading({ bare }: Typed): Weighed[] {
  const cbu = readCbu(bare);
  if (!cbu) return [];
  const [first, second] = cbu.checkDigits;
  const flaws = [
    bare[7] === first ? null : `the 8th digit should be ${first}`,
    bare[21] === second ? null : `the last digit should be ${second}`,
  ].filter((flaw) => flaw !== null);
  const warning = flaws.length > 0 ? `As a ${cbu.form} ${flaws.join(' and ')}.` : undefined;
  const facts: Facts =
    cbu.form === 'CVU'
      ? { 'Payment provider': cbu.institution ?? `code ${cbu.pspCode}` }
      : { Bank: cbu.institution ?? `code ${cbu.bankCode}` };
  return [weigh(cbu.isValid ? 90 : 60, cbu.form === 'CVU' ? 'cvu' : 'cbu', cbu.digits, facts, warning)];
}

const CPF_PRINTED = /^\d{3}\.\d{3}\.\d{3}-\d{2}$/;
const CNPJ_PRINTED = /^[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-\d{2}$/i;
const CUIT_PRINTED = /^\d{2}-\d{8}-\d$/;

/** Eleven digits are a CPF or a CUIT: punctuation decides, else the check digits. */
function readTaxIds({ blankless, bare }: Typed): Weighed[] {
  const cpf = CUIT_PRINTED.test(blankless) ? null : readCpf(bare);
  const cuit = CPF_PRINTED.test(blankless) ? null : readCuit(bare);
  const cnpj = readCnpj(bare);
  const readings: Weighed[] = [];
  if (cpf) readings.push(weighTaxId(cpf, CPF_PRINTED.test(blankless) ? 60 : 35));
  if (cuit) {
    const base = CUIT_PRINTED.test(blankless) ? 60 : cuit.holder ? 45 : 20;
    readings.push(weighTaxId(cuit, base, cuit.holder));
  }
  // Fourteen letters and digits are many things; without punctuation only right check digits make them a CNPJ.
  if (cnpj && (cnpj.isValid || /^\d+$/.test(bare) || CNPJ_PRINTED.test(blankless))) {
    readings.push(weighTaxId(cnpj, CNPJ_PRINTED.test(blankless) ? 60 : 45));
  }
  return readings;
}

function weighTaxId(taxId: TaxId, base: number, holder: string | null = null): Weighed {
  const kind = taxId.form.toLowerCase() as 'cpf' | 'cnpj' | 'cuit';
  const facts = { Written: taxId.formatted, Holder: holder };
  if (taxId.isValid) return weigh(base + 40, kind, taxId.digits, facts);
  const isCheckRight = taxId.digits.endsWith(taxId.checkDigits);
  const digits = taxId.checkDigits.length === 1 ? 'digit' : 'digits';
  const warning = isCheckRight
    ? `The check ${digits} fit, but no ${taxId.form} looks like this.`
    : `As a ${taxId.form} its last ${digits} should be ${taxId.checkDigits}.`;
  return weigh(base, kind, taxId.digits, facts, warning);
}
