import { type Said, said } from '@/lib/language/said';
import { type Cbu, readCbu } from './cbu';
import { addressChecksum, isEvmAddress, isEvmHash, isTronAddress, isTronHash } from './chain';
import { readClabe } from './clabe';
import { readClaveRastreo } from './clave-rastreo';
import { readPixId } from './pix';
import { type CuitHolder, readCnpj, readCpf, readCuit, type TaxId } from './tax-ids';
import { trimmed, withoutBlanks, withoutSeparators } from './typed-text';

/** What a value may be read as; their names are the messages `words.reading`. */
export const READING_KINDS = [
  'transaction_id',
  'uuid',
  'pix_e2e',
  'pix_return',
  'clabe',
  'clave_rastreo',
  'cbu',
  'cvu',
  'cpf',
  'cnpj',
  'cuit',
  'evm_tx',
  'evm_address',
  'tron_tx',
  'tron_address',
  'bitso_id',
] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

/** One thing a pasted value may be. */
export type Reading = {
  readonly kind: ReadingKind;
  /** The value as this reading writes it, punctuation removed. */
  readonly value: string;
  /** What the value tells by itself, in reading order. */
  readonly facts?: readonly ReadingFact[];
  /** Why it may be mistyped. Never a reason not to search: providers' own samples fail their check digits. */
  readonly warning?: Said;
};

/** What a fact is, and what it tells: a name or a number as it is, or in words. */
export type ReadingFact = { readonly label: Said; readonly text: Said | string };

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

function weigh(likelihood: number, kind: ReadingKind, value: string, facts: Facts = [], warning?: Said): Weighed {
  const told = facts.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
  return { likelihood, kind, value, ...(told.length > 0 && { facts: told }), ...(warning && { warning }) };
}

type Facts = readonly (readonly [label: Said, text: Said | string | null])[];

function readOwnId({ blankless }: Typed): Weighed[] {
  return OWN_ID.test(blankless) ? [weigh(100, 'transaction_id', blankless.toLowerCase())] : [];
}

/** 32 hex digits without dashes are Bitso's own id, or a uuid that lost its dashes. */
function readUuidOrBitsoId({ blankless }: Typed): Weighed[] {
  if (!UUID.test(blankless)) return [];
  const digits = blankless.toLowerCase().replaceAll('-', '');
  const uuid = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  if (blankless.includes('-')) return [weigh(95, 'uuid', uuid)];
  return [weigh(75, 'bitso_id', digits), weigh(50, 'uuid', uuid, [], said('identifiers.warning.noDashes'))];
}

function readPix({ blankless }: Typed): Weighed[] {
  const pix = readPixId(blankless);
  const likeliest = pix ?? readPixId(blankless.charAt(0).toUpperCase() + blankless.slice(1));
  if (!likeliest) return [];
  const { kind, id, ispb, institution, moment } = likeliest;
  // A small letter in front is far more often a hex id; it is offered only when the digits are a real moment.
  if (!pix && !moment) return [];
  const warning = !pix
    ? said('identifiers.warning.pixCapital', { letter: kind })
    : moment
      ? undefined
      : said('identifiers.warning.pixMoment');
  const facts: Facts = [
    [said('identifiers.fact.institution'), institution ? `${institution} (${ispb})` : ispb],
    [said('identifiers.fact.moment'), moment && readable(moment)],
  ];
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
    const warning = isWrong ? said('identifiers.warning.addressCase') : undefined;
    return [weigh(isWrong ? 80 : 95, 'evm_address', lower, [], warning)];
  }
  if (isTronAddress(blankless)) return [weigh(90, 'tron_address', blankless)];
  if (isTronHash(blankless)) {
    const withoutPrefix = said('identifiers.warning.noPrefix');
    return [weigh(75, 'evm_tx', `0x${lower}`, [], withoutPrefix), weigh(60, 'tron_tx', lower)];
  }
  if (isEvmAddress(`0x${blankless}`))
    return [weigh(60, 'evm_address', `0x${lower}`, [], said('identifiers.warning.noPrefix'))];
  return [];
}

function readClabeReading({ bare }: Typed): Weighed[] {
  const clabe = readClabe(bare);
  if (!clabe) return [];
  const likelihood = (clabe.isValid ? 70 : 40) + (clabe.bank ? 20 : 0);
  const facts: Facts = [
    [said('identifiers.fact.bank'), clabe.bank ?? said('identifiers.told.unknownBank', { code: clabe.bankCode })],
    [said('identifiers.fact.banxico'), clabe.banxicoCode],
  ];
  const warning = clabe.isValid
    ? undefined
    : said('identifiers.warning.lastDigits', { form: 'CLABE', count: 1, digits: clabe.checkDigit });
  return [weigh(likelihood, 'clabe', clabe.digits, facts, warning)];
}

function readClave({ blankless }: Typed): Weighed[] {
  const clave = readClaveRastreo(blankless);
  if (!clave) return [];
  const likelihood = clave.isKnownShape ? 85 : /^\d{18}$/.test(clave.clave) ? 50 : FAINT;
  const bank = clave.bank ?? clave.banxicoCode;
  const facts: Facts = [
    [said('identifiers.fact.operationDate'), clave.operationDate],
    [said('identifiers.fact.sentBy'), bank],
  ];
  return [weigh(likelihood, 'clave_rastreo', clave.clave, facts)];
}

function readCbuReading({ bare }: Typed): Weighed[] {
  const cbu = readCbu(bare);
  if (!cbu) return [];
  const { form, institution } = cbu;
  const facts: Facts =
    form === 'CVU'
      ? [[said('identifiers.fact.paymentProvider'), institution ?? coded(cbu.pspCode)]]
      : [[said('identifiers.fact.bank'), institution ?? coded(cbu.bankCode)]];
  return [weigh(cbu.isValid ? 90 : 60, form === 'CVU' ? 'cvu' : 'cbu', cbu.digits, facts, flawsOf(cbu))];
}

function flawsOf({ form, digits, checkDigits: [eighth, last] }: Cbu): Said | undefined {
  const isFirstRight = digits[7] === eighth;
  if (digits[21] === last)
    return isFirstRight ? undefined : said('identifiers.warning.cbuEighth', { form, digit: eighth });
  return isFirstRight
    ? said('identifiers.warning.cbuLast', { form, digit: last })
    : said('identifiers.warning.cbuBoth', { form, eighth, last });
}

const coded = (code: string | null) => code && said('identifiers.told.code', { code });

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

function weighTaxId(taxId: TaxId, base: number, holder: CuitHolder | null = null): Weighed {
  const kind = taxId.form.toLowerCase() as 'cpf' | 'cnpj' | 'cuit';
  const facts: Facts = [
    [said('identifiers.fact.written'), taxId.formatted],
    [said('identifiers.fact.holder'), holder && said(`identifiers.told.${holder}`)],
  ];
  const { form, digits, checkDigits } = taxId;
  if (taxId.isValid) return weigh(base + 40, kind, digits, facts);
  const count = checkDigits.length;
  const warning = digits.endsWith(checkDigits)
    ? said('identifiers.warning.noSuchForm', { form, count })
    : said('identifiers.warning.lastDigits', { form, count, digits: checkDigits });
  return weigh(base, kind, digits, facts, warning);
}
