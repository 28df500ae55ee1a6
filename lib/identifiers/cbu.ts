import { withoutSeparators } from './typed-text';

/**
 * An Argentine account number of 22 digits in two blocks: bank 3, branch 4, check 1; account 13, check 1. A CVU, the
 * virtual account at a payment provider, has `000` for the bank and the provider's code for the branch.
 */
export type Cbu = {
  readonly digits: string;
  readonly form: 'CBU' | 'CVU';
  /** `null` for a CVU. */
  readonly bankCode: string | null;
  /** Code of the payment provider; `null` for a CBU. */
  readonly pspCode: string | null;
  /** Name of the bank or payment provider, where we know it. */
  readonly institution: string | null;
  /** Whether all 22 digits fit their check digits. */
  readonly isValid: boolean;
  /** Check digits as they should be: of the first and of the second block. */
  readonly checkDigits: readonly [string, string];
};

/** Reads anything of 22 digits, right or wrong; `null` when it has not that shape. */
export function readCbu(text: string): Cbu | null {
  const digits = withoutSeparators(text);
  if (!/^\d{22}$/.test(digits)) return null;
  const bank = digits.slice(0, 3);
  const branch = digits.slice(3, 7);
  const complete = withCbuCheckDigits(bank + branch, digits.slice(8, 21));
  const shared = { digits, isValid: complete === digits, checkDigits: [complete[7], complete[21]] as [string, string] };
  return bank === '000'
    ? { ...shared, form: 'CVU', bankCode: null, pspCode: branch, institution: PAYMENT_PROVIDERS[branch] ?? null }
    : { ...shared, form: 'CBU', bankCode: bank, pspCode: null, institution: BANKS[bank] ?? null };
}

/** The 22 digits of a bank-and-branch (7 digits) and an account (13 digits). Throws on any other input. */
export function withCbuCheckDigits(bankAndBranch: string, account: string): string {
  if (!/^\d{7}$/.test(bankAndBranch) || !/^\d{13}$/.test(account)) throw new Error('Not the bodies of a CBU.');
  return bankAndBranch + checkDigit(bankAndBranch) + account + checkDigit(account);
}

/** Weights 3, 1, 7, 9 from the right; both blocks' published weight rows are this one, cut at their length. */
function checkDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += Number(body.at(-1 - i)) * ([3, 1, 7, 9][i % 4] as number);
  return String((10 - (sum % 10)) % 10);
}

const BANKS: Readonly<Record<string, string>> = {
  '007': 'Banco Galicia',
  '011': 'Banco Nación',
  '014': 'Banco Provincia',
  '015': 'ICBC',
  '016': 'Citibank',
  '017': 'BBVA Argentina',
  '020': 'Banco de Córdoba',
  '027': 'Supervielle',
  '029': 'Banco Ciudad',
  '034': 'Banco Patagonia',
  '044': 'Banco Hipotecario',
  '045': 'Banco San Juan',
  '072': 'Santander',
  '083': 'Banco del Chubut',
  '086': 'Banco Santa Cruz',
  '093': 'Banco de La Pampa',
  '094': 'Banco de Corrientes',
  '143': 'Brubank',
  '191': 'Credicoop',
  '198': 'Banco de Valores',
  '254': 'Banco Mariva',
  '269': 'Banco República Oriental del Uruguay',
  '285': 'Banco Macro',
  '299': 'Banco Comafi',
  '300': 'BICE',
  '310': 'Banco del Sol',
  '315': 'Banco de Formosa',
  '319': 'Banco CMF',
  '321': 'Banco Santiago del Estero',
  '322': 'Banco Industrial',
  '340': 'BACS',
  '389': 'Banco Columbia',
  '426': 'Banco Bica',
  '431': 'Banco Coinag',
  '432': 'Banco de Comercio',
};

/** No official public table was found; only what is certain. */
const PAYMENT_PROVIDERS: Readonly<Record<string, string>> = { '0003': 'Mercado Pago' };
