import { readCbu } from '@/lib/identifiers/cbu';
import { readClabe } from '@/lib/identifiers/clabe';
import { readCnpj, readCpf, readCuit } from '@/lib/identifiers/tax-ids';
import { withoutSeparators } from '@/lib/identifiers/typed-text';

/**
 * What somebody without the right `personal` sees instead of a personal value: enough to recognise one that is known
 * already, too little to learn it. Pure; what is masked stays as it is when it is masked again.
 */
export const DOTS = '•••';

/** What a value is, as far as masking goes. */
export type PersonalKind = 'name' | 'clabe' | 'cbu' | 'account' | 'tax_id' | 'email' | 'phone' | 'pix_key';

/** Kinds of identifiers, of ids found in lines and of details that are about a person; all others are references. */
const PERSONAL_KINDS: Readonly<Record<string, PersonalKind>> = {
  name: 'name',
  counterparty: 'name',
  sender_name: 'name',
  holder_name: 'name',
  clabe: 'clabe',
  sender_clabe: 'clabe',
  receiver_clabe: 'clabe',
  cbu: 'cbu',
  cvu: 'cbu',
  origin_account: 'cbu',
  account: 'account',
  beneficiary_account_id: 'account',
  tax_id: 'tax_id',
  masked_tax_id: 'tax_id',
  cpf: 'tax_id',
  cnpj: 'tax_id',
  cuit: 'tax_id',
  rfc: 'tax_id',
  email: 'email',
  phone: 'phone',
  pix_key: 'pix_key',
};

/** What of a person a kind of value tells; `null`: nothing, it is a reference. */
export function personalKind(kind: string): PersonalKind | null {
  return Object.hasOwn(PERSONAL_KINDS, kind) ? (PERSONAL_KINDS[kind] ?? null) : null;
}

/** The kinds of identifiers that must not be guessed at bit by bit by whoever sees them masked. */
export const PERSONAL_ID_KINDS = Object.keys(PERSONAL_KINDS);

/** A value as it is shown masked; what is no personal kind is returned as it is. */
export function maskValue(kind: string, value: string): string {
  const personal = personalKind(kind);
  return personal === null || value === '' ? value : MASKS[personal](value);
}

const MASKS = {
  name: maskName,
  clabe: maskAccount,
  cbu: maskAccount,
  account: maskAccount,
  tax_id: maskTaxId,
  email: maskEmail,
  phone: maskPhone,
  pix_key: maskPixKey,
} as const satisfies Record<PersonalKind, (value: string) => string>;

const isMasked = (text: string) => text.includes('•');

/** "María García López" → "M••• G••• L•••". */
export function maskName(name: string): string {
  const words = name.split(/[\s,;/_+]+/).filter(Boolean);
  return words.map((word) => (/^\p{L}/u.test(word) ? `${[...word][0]}${DOTS}` : DOTS)).join(' ');
}

/** CLABE: bank and last four, "646•••0775". CVU: its provider too. Any other account: the last four, of short ones two. */
export function maskAccount(account: string): string {
  if (/^\d{0,7}•••[^•]{0,4}$/.test(account)) return account;
  if (account.includes('@')) return maskEmail(account);
  const digits = withoutSeparators(account).replaceAll('•', '');
  if (readClabe(digits)) return digits.slice(0, 3) + DOTS + digits.slice(-4);
  const cbu = readCbu(digits);
  if (cbu) return digits.slice(0, cbu.form === 'CVU' ? 7 : 3) + DOTS + digits.slice(-4);
  return DOTS + (digits.length >= 9 ? digits.slice(-4) : digits.length >= 5 ? digits.slice(-2) : '');
}

/** CPF as Brazil's transparency portals write it, "•••.456.789-••"; CNPJ by its branch, CUIT by its last three, RFC by its first letter. */
export function maskTaxId(taxId: string): string {
  if (isMasked(taxId)) return maskHalfMasked(taxId);
  const bare = withoutSeparators(taxId);
  if (/^\d{11}$/.test(bare))
    return isRatherCuit(taxId, bare) ? `${bare.slice(0, 2)}-•••••${bare.slice(7, 10)}-•` : cpf(bare);
  if (/^[0-9A-Z]{12}\d{2}$/i.test(bare)) return `${bare.slice(0, 2)}.•••.•••/${bare.slice(8, 12)}-••`;
  return (/^[A-ZÑ&]/i.exec(bare)?.[0] ?? '') + DOTS;
}

const cpf = (bare: string) => `•••.${bare.slice(3, 6)}.${bare.slice(6, 9)}-••`;

/** Eleven digits are a CPF or a CUIT: punctuation decides, else the check digits. */
function isRatherCuit(written: string, bare: string): boolean {
  if (/^\d{2}-\d{8}-\d$/.test(written)) return true;
  if (/^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(written)) return false;
  return readCuit(bare)?.isValid === true || (readCpf(bare)?.isValid !== true && readCuit(bare)?.holder != null);
}

/** What a bank has masked keeps the digits that our own mask would keep, and no others. */
function maskHalfMasked(taxId: string): string {
  if (MASKED_TAX_ID.test(taxId)) return taxId;
  const [, middle] = /^\D*•[^0-9]*(\d{3}[. ]?\d{3})[^0-9]*•+\D*$/.exec(taxId) ?? [];
  return middle ? cpf(`000${middle.replace(/\D/g, '')}00`) : DOTS;
}

const MASKED_TAX_ID =
  /^(?:•••\.\d{3}\.\d{3}-••|[0-9A-Z]{2}\.•••\.•••\/[0-9A-Z]{4}-••|\d{2}-•••••\d{3}-•|[A-ZÑ&]?•••)$/i;

/** "m•••@example.com". */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 0) return DOTS;
  const [first = ''] = [...email.slice(0, at)];
  return `${/[\p{L}\p{N}]/u.test(first) ? first : ''}${DOTS}${email.slice(at)}`;
}

/** The last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return DOTS + (digits.length >= 7 || isMasked(phone) ? digits.slice(-2) : '');
}

/** A PIX key is an e-mail, a phone, a tax id or a random id. */
function maskPixKey(key: string): string {
  const bare = withoutSeparators(key);
  if (key.includes('@')) return maskEmail(key);
  if (key.startsWith('+')) return maskPhone(key);
  if (readCpf(bare) || readCnpj(bare)) return maskTaxId(key);
  return isMasked(key) ? maskHalfOf(key) : maskHalfOf(bare);
}

function maskHalfOf(key: string): string {
  if (/^[0-9A-Za-z]{0,4}•••$/.test(key) || MASKED_TAX_ID.test(key) || /^•••\d{0,2}$/.test(key)) return key;
  return (key.length >= 16 ? key.slice(0, 4).replaceAll('•', '') : '') + DOTS;
}
