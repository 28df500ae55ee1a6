import { said } from '@/lib/language/said';
import { profileSchema, type ShippedProfile } from './profile';

const mexico = { format: 'csv', zone: 'America/Mexico_City' } as const;
const BALANCES = ['saldo inicial', 'saldo anterior', 'saldo final', 'saldo al'];
const FEES = ['comision', 'cobro de comision', 'com. ', 'com spei', 'cuota ', 'manejo de cuenta'];
const TAXES = ['iva ', 'i.v.a', 'iva por', 'iva de', 'isr', 'i.s.r', 'retencion isr', 'ide '];
/** What the texts of Mexican banks begin with, whatever the layout. */
export const MEXICAN_KINDS = { balanceTexts: BALANCES, feeTexts: FEES, taxTexts: TAXES };

/** Mexican banks: cargo and abono in two columns, the SPEI data inside the description. */
export const MEXICO: readonly ShippedProfile[] = [
  {
    id: 'mx-bbva',
    label: 'BBVA México',
    profile: profileSchema.parse({
      ...mexico,
      ...MEXICAN_KINDS,
      encoding: 'windows-1252',
      columns: {
        date: 'FECHA',
        incoming: 'ABONO',
        outgoing: 'CARGO',
        balance: 'SALDO',
        reference: 'REFERENCIA',
        text: ['DESCRIPCIÓN'],
      },
    }),
  },
  {
    id: 'mx-banorte',
    label: 'Banorte (pipe)',
    profile: profileSchema.parse({
      ...mexico,
      ...MEXICAN_KINDS,
      delimiter: '|',
      columns: {
        date: 'FECHA DE OPERACIÓN',
        valueDate: 'FECHA',
        incoming: 'DEPÓSITOS',
        outgoing: 'RETIROS',
        balance: 'SALDO',
        reference: 'MOVIMIENTO',
        text: ['DESCRIPCIÓN', 'DESCRIPCIÓN DETALLADA', 'REFERENCIA'],
      },
    }),
  },
  {
    id: 'mx-banregio',
    label: 'Banregio',
    profile: profileSchema.parse({
      ...mexico,
      ...MEXICAN_KINDS,
      preamble: 9,
      columns: {
        date: 'Fecha',
        incoming: 'Abonos',
        outgoing: 'Cargo',
        balance: 'Saldo',
        reference: 'Referencia',
        text: ['Descripción', 'Clasificación'],
      },
    }),
  },
  {
    id: 'mx-mifel',
    label: 'Mifel',
    profile: profileSchema.parse({
      ...mexico,
      ...MEXICAN_KINDS,
      columns: {
        date: 'Fecha',
        incoming: 'Abono (MXN)',
        outgoing: 'Cargo (MXN)',
        balance: 'Saldo total (MXN)',
        reference: 'Folio',
        taxId: 'RFC',
        text: ['Descripción', 'Referencia'],
      },
    }),
  },
  {
    id: 'mx-generic',
    label: said('parsing.anyBank.mexico'),
    profile: profileSchema.parse({
      ...mexico,
      ...MEXICAN_KINDS,
      columns: {
        date: 'Fecha',
        incoming: 'Abono',
        outgoing: 'Cargo',
        balance: 'Saldo',
        reference: 'Referencia',
        text: ['Concepto'],
      },
    }),
  },
];
