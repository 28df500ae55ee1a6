import type { PersonalKind } from './masking';

/** What the members of our own objects and of the providers' are about, by their names. Pure. */
export type FieldKind =
  /** A person's, of this kind. */
  | PersonalKind
  /** A secret of a person that has no shape: nothing of it is shown. */
  | 'hidden'
  /** Money, times, our ids and references: never looked into. */
  | 'clear'
  /** What a bank wrote about a movement. */
  | 'line_text'
  /** Anything else: ids in it are masked. */
  | 'text';

const FIELDS: Readonly<Record<string, FieldKind>> = Object.fromEntries(
  (
    [
      [
        'name',
        'sendername holdername receivername depositsendername originaccountholdername beneficiaryname payername payeename ownername counterparty counterpartyname customername clientname fullname firstname lastname surname socialname companyname legalname razaosocial nome nombre nomefavorecido nomepagador titular',
      ],
      [
        'clabe',
        'clabe senderclabe receiverclabe depositsenderclabe depositreceiverclabe sendingclabe receivingclabe beneficiaryclabe',
      ],
      ['cbu', 'cbu cvu cbucvu originaccount originaccountidentifier'],
      [
        'account',
        'accountnumber number beneficiaryaccount beneficiaryaccountid beneficiaryfiataccountid counterpartyaccount iban bankaccount conta cuenta branchcode agencia',
      ],
      [
        'tax_id',
        'taxid document documentnumber documentid cpf cnpj cpfcnpj cuit cuil dni rfc curp originaccountholderid holdertaxid payertaxid receivertaxid',
      ],
      ['email', 'customeremail useremail email'],
      ['phone', 'phone phonenumber mobile telephone celular telefone telefono whatsapp'],
      ['pix_key', 'pixkey chave chavepix pixkeyvalue alias'],
      ['hidden', 'address street birthdate birthday dateofbirth mothername selfie documentphoto brcode'],
      [
        'clear',
        'id ids seq seqs key place page mark next previous cursor hash sha256 filehash provider kind status state currency target via asset rail book direction environment day localday network chain token coin rule pass label externalref externalid reference clave claverastreo e2e endtoendid externalfiatid txhash tx oldtx newtx walletaddress receiveraddress sourceaddress destinationaddress tokenaddress cryptosourceaddress cryptodestinationaddress cryptotxhash fromaddress owner assignee people by actor origin proof type subscription event eventtype format preset zone columns depositid deposit quoteid userid enduser enduserid subaccountid accountid transactionid bankreference bankcode ticketid externalreference proofs answer sizebytes count counts sum opening closing movements difference remainder balance incoming outgoing rate exchangerate units amount',
      ],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])),
);

/** Names that end so are money, times, our ids, or our own people. */
const CLEAR_ENDING =
  /(?:Id|Ids|Seq|Seqs|At|On|By|Ms|Hash|Amount|Sum|Currency|Status|State|Kind|Ref|Count|Rate|Fee|Balance|Days|Seconds|Bytes|Version|From|To)$|_(?:id|ids|at|on|by|hash|amount|currency|status|ref|fee)$/;

/** What a member is about, by its own name and by its neighbours'. */
export function fieldKind(name: string, parent: Readonly<Record<string, unknown>>): FieldKind {
  const plain = name.replace(/[_\-\s]/g, '').toLowerCase();
  if (plain === 'name') return isSomebody(parent) ? 'name' : 'text';
  if (plain === 'account') return isSomebody(parent) ? 'account' : 'text';
  if (plain === 'text' && ('bookedOn' in parent || ('seq' in parent && 'amount' in parent))) return 'line_text';
  if (Object.hasOwn(FIELDS, plain)) return FIELDS[plain] ?? 'text';
  return CLEAR_ENDING.test(name) ? 'clear' : 'text';
}

/** Whether an object is about a person or a firm: it has more than a name. */
function isSomebody(parent: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(parent);
  return (
    names.some((name) => SOMEBODY.has(name.replace(/_/g, '').toLowerCase())) || names.every((name) => name === 'name')
  );
}

const SOMEBODY: ReadonlySet<string> = new Set(
  'taxid document documentnumber endtoendid cpf cnpj cuit rfc clabe cbu cvu pixkey accountnumber bankreference branchcode'.split(
    ' ',
  ),
);
