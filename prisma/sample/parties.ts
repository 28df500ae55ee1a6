import { withCbuCheckDigits } from '@/lib/identifiers/cbu';
import { checksumAddress } from '@/lib/identifiers/chain';
import { clabeCheckDigit } from '@/lib/identifiers/clabe';
import { cnpjCheckDigits, cpfCheckDigits, cuitCheckDigit } from '@/lib/identifiers/tax-ids';
import type { Random } from './prng';

/**
 * Who takes part. Nobody real: numbered names, account numbers and tax ids that are mostly zeros, only their check digits
 * are right. The same `index` (0 to 99) is the same party everywhere.
 */

const threeDigits = (index: number): string => String(index).padStart(3, '0');

export type MexicanParty = { readonly name: string; readonly clabe: string; readonly banxicoCode: string };

const MEXICAN_BANKS = ['012', '014', '072', '002', '646', '638', '021', '058'] as const;

export function mexicanParty(index: number): MexicanParty {
  const bank = MEXICAN_BANKS[index % MEXICAN_BANKS.length] as string;
  const body = `${bank}18000000000${threeDigits(index)}`;
  const isCompany = index % 4 === 0;
  const name = isCompany
    ? `Comercio Ejemplo ${threeDigits(index)} SA de CV`
    : `Cliente de Prueba ${threeDigits(index)}`;
  const banxicoCode = `${bank >= '600' ? '90' : '40'}${bank}`;
  return { name, clabe: body + clabeCheckDigit(body), banxicoCode };
}

/** The CLABE Juno gives us for one customer's deposits. */
export function autoPaymentClabe(index: number): string {
  const body = `71096900000000${threeDigits(index)}`;
  return body + clabeCheckDigit(body);
}

/** CPF of a person or CNPJ of a company; one company has letters, as new ones do since July 2026. */
export function brazilianTaxId(index: number): string {
  if (index === 3) return `00EXEMPL0001${cnpjCheckDigits('00EXEMPL0001')}`;
  const company = `00000${threeDigits(index)}0001`;
  if (index % 3 === 0) return company + cnpjCheckDigits(company);
  const person = `100000${threeDigits(index)}`;
  return person + cpfCheckDigits(person);
}

export type ArgentineParty = {
  readonly name: string;
  /** CVU or CBU. */
  readonly account: string;
  readonly cuit: string;
  /** Our own id of the user, as given to Ripio. */
  readonly endUserId: string;
};

const ARGENTINE_INSTITUTIONS = ['0000003', '0000465', '0070000', '0720000', '2850000'] as const;

export function argentineParty(index: number): ArgentineParty {
  const isCompany = index % 5 === 0;
  const cuitBody = `${isCompany ? '30' : index % 2 ? '20' : '27'}00000${threeDigits(index)}`;
  const institution = ARGENTINE_INSTITUTIONS[index % ARGENTINE_INSTITUTIONS.length] as string;
  return {
    name: isCompany ? `Empresa Ficticia ${index} SRL` : `Usuario Ficticio ${index}`,
    account: withCbuCheckDigits(institution, `0000000000${threeDigits(index)}`),
    cuit: cuitBody + cuitCheckDigit(cuitBody),
    endUserId: `customer_${threeDigits(index)}`,
  };
}

export function chainAddress(random: Random): string {
  return checksumAddress(`0x${random.hex(40)}`);
}

export function chainHash(random: Random): string {
  return `0x${random.hex(64)}`;
}

/** The reference our own systems gave a payment: three habits of three callers. */
export function externalReference(random: Random, moment: Date): string {
  const order = `ORD-${moment.getUTCFullYear()}-${random.digits(6)}`;
  return random.pick([order, random.uuid(), `payout_${random.hex(12)}`]);
}
