import { withoutSeparators } from './typed-text';

/** A Mexican account number of 18 digits: bank 3, plaza 3, account 11, check 1. */
export type Clabe = {
  readonly digits: string;
  /** The three digits in front, the banks' association's code. */
  readonly bankCode: string;
  /** `null` for a code we have no name for; that says nothing about the account. */
  readonly bank: string | null;
  /** The central bank's five-digit code of the same institution, as the CEP query wants it. */
  readonly banxicoCode: string | null;
  readonly isValid: boolean;
  /** What the 18th digit should be. */
  readonly checkDigit: string;
};

/** Reads anything of 18 digits, right or wrong; `null` when it has not that shape. Providers' own samples fail the check. */
export function readClabe(text: string): Clabe | null {
  const digits = withoutSeparators(text);
  if (!/^\d{18}$/.test(digits)) return null;
  const bankCode = digits.slice(0, 3);
  const checkDigit = clabeCheckDigit(digits.slice(0, 17));
  const [banxicoCode, bank] = BANKS[bankCode] ?? [null, null];
  return { digits, bankCode, bank, banxicoCode, isValid: digits.endsWith(checkDigit), checkDigit };
}

/** The check digit after 17 digits. Throws on any other input. */
export function clabeCheckDigit(body: string): string {
  if (!/^\d{17}$/.test(body)) throw new Error(`Not the first 17 digits of a CLABE: ${JSON.stringify(body)}`);
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (Number(body[i]) * ([3, 7, 1][i % 3] as number)) % 10;
  return String((10 - (sum % 10)) % 10);
}

/** Name of an institution by the central bank's five-digit code; `null` when we do not know it. */
export function bankByBanxicoCode(code: string): string | null {
  return NAMES_BY_BANXICO_CODE.get(code) ?? null;
}

/** CLABE prefix → [Banxico code, name]. 4xxxx are banks, 37xxx development banks, 9xxxx institutions that are no banks. */
const BANKS: Readonly<Record<string, readonly [banxicoCode: string, name: string]>> = {
  '001': ['2001', 'Banco de México'],
  '002': ['40002', 'Banamex'],
  '006': ['37006', 'Bancomext'],
  '009': ['37009', 'Banobras'],
  '012': ['40012', 'BBVA México'],
  '014': ['40014', 'Santander'],
  '019': ['37019', 'Banjército'],
  '021': ['40021', 'HSBC'],
  '030': ['40030', 'BanBajío'],
  '036': ['40036', 'Inbursa'],
  '042': ['40042', 'Mifel'],
  '044': ['40044', 'Scotiabank'],
  '058': ['40058', 'Banregio'],
  '059': ['40059', 'Invex'],
  '060': ['40060', 'Bansí'],
  '062': ['40062', 'Afirme'],
  '072': ['40072', 'Banorte'],
  '106': ['40106', 'Bank of America'],
  '108': ['40108', 'MUFG'],
  '110': ['40110', 'J.P. Morgan'],
  '112': ['40112', 'Monex'],
  '113': ['40113', 'Ve por Más'],
  '127': ['40127', 'Banco Azteca'],
  '128': ['40128', 'Autofin'],
  '129': ['40129', 'Barclays'],
  '130': ['40130', 'Compartamos'],
  '132': ['40132', 'Multiva'],
  '133': ['40133', 'Actinver'],
  '135': ['37135', 'Nafin'],
  '136': ['40136', 'Intercam'],
  '137': ['40137', 'BanCoppel'],
  '138': ['40138', 'ABC Capital'],
  '140': ['40140', 'Consubanco'],
  '141': ['40141', 'Volkswagen Bank'],
  '143': ['40143', 'CIBanco'],
  '145': ['40145', 'Banco Base'],
  '147': ['40147', 'Bankaool'],
  '148': ['40148', 'PagaTodo'],
  '150': ['40150', 'Inmobiliario Mexicano'],
  '151': ['40151', 'Fundación Dondé'],
  '152': ['40152', 'Bancrea'],
  '154': ['40154', 'Banco Finterra'],
  '155': ['40155', 'ICBC'],
  '156': ['40156', 'Sabadell'],
  '158': ['40158', 'Mizuho'],
  '166': ['37166', 'Banco del Bienestar'],
  '168': ['37168', 'Sociedad Hipotecaria Federal'],
  '638': ['90638', 'Nu'],
  '646': ['90646', 'STP'],
  '661': ['90661', 'Klar'],
  '706': ['90706', 'Arcus'],
  '710': ['90710', 'NVIO'],
  '722': ['90722', 'Mercado Pago'],
  '723': ['90723', 'Cuenca'],
  '728': ['90728', 'Spin'],
  '734': ['90734', 'Finco'],
  '738': ['90738', 'Fintoc'],
};

const NAMES_BY_BANXICO_CODE = new Map(Object.values(BANKS).map(([code, name]) => [code, name]));
