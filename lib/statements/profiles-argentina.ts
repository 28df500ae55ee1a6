import { said } from '@/lib/language/said';
import { profileSchema, type ShippedProfile } from './profile';

const argentina = { format: 'csv', zone: 'America/Argentina/Buenos_Aires', delimiter: ';', decimal: ',' } as const;
const kinds = {
  balanceTexts: ['saldo inicial', 'saldo anterior', 'saldo final', 'saldo al'],
  feeTexts: ['comision', 'com. ', 'com mant', 'mantenimiento'],
  taxTexts: [
    'imp. ley 25413',
    'imp ley 25413',
    'impuesto',
    'imp.deb',
    'imp. deb',
    'imp. cre',
    'ley 25413',
    'ley 25.413',
    'iibb',
    'ing. brutos',
    'ingresos brutos',
    'sircreb',
    'percepcion',
    'retencion',
    'iva',
    'i.v.a',
  ],
};

/** Argentine banks: debit and credit columns, taxes on each movement as rows of their own. */
export const ARGENTINA: readonly ShippedProfile[] = [
  {
    id: 'ar-galicia',
    label: 'Galicia',
    profile: profileSchema.parse({
      ...argentina,
      ...kinds,
      columns: {
        date: 'Fecha',
        incoming: 'Créditos',
        outgoing: 'Débitos',
        balance: 'Saldo',
        reference: 'Número de Comprobante',
        text: [
          'Descripción',
          'Concepto',
          'Observaciones Cliente',
          'Leyendas Adicionales 1',
          'Leyendas Adicionales 2',
          'Leyendas Adicionales 3',
          'Leyendas Adicionales 4',
        ],
      },
    }),
  },
  {
    id: 'ar-provincia',
    label: 'Banco Provincia',
    profile: profileSchema.parse({
      ...argentina,
      ...kinds,
      encoding: 'windows-1252',
      columns: { date: 'Fecha', amount: 'Importe', text: ['Concepto'] },
    }),
  },
  {
    id: 'ar-mercado-pago',
    label: 'Mercado Pago',
    profile: profileSchema.parse({
      ...argentina,
      delimiter: ',',
      decimal: '.',
      dateOrder: 'ymd',
      balanceTexts: ['initial_available_balance', 'total'],
      feeTexts: ['fee', 'mediation'],
      taxTexts: ['tax'],
      columns: {
        date: 'DATE',
        incoming: 'NET_CREDIT_AMOUNT',
        outgoing: 'NET_DEBIT_AMOUNT',
        reference: 'SOURCE_ID',
        text: ['DESCRIPTION', 'RECORD_TYPE'],
        ids: { reference: 'EXTERNAL_REFERENCE' },
      },
    }),
  },
  {
    id: 'ar-generic',
    label: said('parsing.anyBank.argentina'),
    profile: profileSchema.parse({
      ...argentina,
      ...kinds,
      columns: {
        date: 'Fecha',
        incoming: 'Crédito',
        outgoing: 'Débito',
        balance: 'Saldo en cuenta',
        reference: 'Comprobante',
        text: ['Movimiento'],
      },
    }),
  },
];
