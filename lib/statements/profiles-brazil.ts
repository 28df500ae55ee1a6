import { said } from '@/lib/language/said';
import { profileSchema, type ShippedProfile } from './profile';

const brazil = { format: 'csv', zone: 'America/Sao_Paulo', delimiter: ';', decimal: ',' } as const;
const kinds = {
  balanceTexts: ['saldo anterior', 'saldo inicial', 'saldo do dia', 'saldo final', 'saldo em', 's a l d o'],
  feeTexts: ['tarifa', 'tar ', 'tar. ', 'pacote de servicos', 'cesta de servicos', 'taxa '],
  taxTexts: ['iof', 'irrf', 'imposto', 'ir s/'],
};

/** Brazilian banks: mostly one signed column, decimal comma, semicolons. */
export const BRAZIL: readonly ShippedProfile[] = [
  {
    id: 'br-nubank',
    label: 'Nubank',
    profile: profileSchema.parse({
      ...brazil,
      ...kinds,
      delimiter: ',',
      decimal: '.',
      // The identifier is the bank's own UUID, never the end-to-end id.
      columns: { date: 'Data', amount: 'Valor', reference: 'Identificador', text: ['Descrição'] },
    }),
  },
  {
    id: 'br-inter',
    label: 'Inter',
    profile: profileSchema.parse({
      ...brazil,
      ...kinds,
      preamble: 5,
      columns: { date: 'Data Lançamento', amount: 'Valor', balance: 'Saldo', text: ['Histórico', 'Descrição'] },
    }),
  },
  {
    id: 'br-bradesco',
    label: 'Bradesco',
    profile: profileSchema.parse({
      ...brazil,
      ...kinds,
      encoding: 'iso-8859-1',
      columns: {
        date: 'Data',
        incoming: 'Crédito (R$)',
        outgoing: 'Débito (R$)',
        balance: 'Saldo (R$)',
        reference: 'Docto.',
        text: ['Histórico'],
      },
    }),
  },
  {
    id: 'br-banco-do-brasil',
    label: 'Banco do Brasil',
    profile: profileSchema.parse({
      ...brazil,
      ...kinds,
      encoding: 'iso-8859-1',
      delimiter: ',',
      columns: {
        date: 'Data',
        amount: 'Valor',
        direction: 'Tipo Lançamento',
        outgoingWords: ['Saída', 'Débito'],
        reference: 'N° documento',
        text: ['Lançamento', 'Detalhes'],
      },
    }),
  },
  {
    id: 'br-pagbank',
    label: 'PagBank',
    profile: profileSchema.parse({
      ...brazil,
      ...kinds,
      delimiter: '|',
      columns: { date: 'DATA', amount: 'VALOR', reference: 'CODIGO DA TRANSACAO', text: ['TIPO', 'DESCRICAO'] },
    }),
  },
  {
    id: 'br-flash',
    label: 'Flash',
    profile: profileSchema.parse({
      ...brazil,
      ...kinds,
      delimiter: ',',
      columns: {
        date: 'Data',
        time: 'Hora',
        amount: 'Valor',
        balance: 'Saldo',
        text: ['Movimentação', 'Meio de Pagamento'],
      },
    }),
  },
  {
    id: 'br-generic',
    label: said('parsing.anyBank.brazil'),
    profile: profileSchema.parse({
      ...brazil,
      ...kinds,
      columns: { date: 'Data', amount: 'Valor', balance: 'Saldo', reference: 'Documento', text: ['Descrição'] },
    }),
  },
];
