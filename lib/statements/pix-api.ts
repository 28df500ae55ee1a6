import { LosslessNumber, parse } from 'lossless-json';
import { type Said, said } from '@/lib/language/said';
import { decimalText } from '@/lib/money';
import { isInstant } from '@/lib/time-zones';
import { dayIn } from './calendar';
import { decodeText, readLines, readWhole } from './decode';
import { fieldId, findIds, unique } from './find-ids';
import type { FoundId } from './found-ids';
import type { Profile } from './profile';
import { beginning, joinTexts } from './reader';
import { type StatementFile, type StatementLine, type StatementPart, UnreadableFile } from './statement';

type Json = null | boolean | string | LosslessNumber | readonly Json[] | { readonly [name: string]: Json };

/**
 * What a bank answers to `GET /pix`: received payments and their returns. The answer as it is, its list alone, or one
 * payment per line, which is read line by line however long the file is.
 */
export async function* readPixApi(file: StatementFile, profile: Profile): AsyncGenerator<StatementPart> {
  if (await isOnePerLine(file)) {
    for await (const { number, text, isCut } of readLines(file)) {
      const place = `line ${number}`;
      const payment = isCut ? undefined : parsed(text);
      if (!text.trim()) yield { part: 'note', place, text: '' };
      else if (payment === undefined) {
        yield { part: 'unreadable', place, reason: said('parsing.pix.noObject'), text: beginning(text) };
      } else yield* readPayment(payment, place, profile);
    }
    return;
  }
  const answer = parsed(decodeText(await readWhole(file), 'utf-8'));
  if (answer === undefined) throw new UnreadableFile(said('parsing.pix.noJson'));
  const list = Array.isArray(answer) ? answer : member(answer, 'pix');
  if (!Array.isArray(list)) throw new UnreadableFile(said('parsing.pix.noList'));
  yield* headOf(answer, profile);
  for (const [i, payment] of list.entries()) yield* readPayment(payment, `pix ${i + 1}`, profile);
}

async function isOnePerLine(file: StatementFile): Promise<boolean> {
  for await (const { text, isCut } of readLines(file)) {
    if (isCut) return false;
    if (text.trim()) return textOf(parsed(text.replace(/^\ufeff/, '')), 'endToEndId') !== null;
  }
  return false;
}

/** JSON with its numbers as text; `undefined` for anything that is none. */
function parsed(text: string): Json | undefined {
  try {
    return parse(text.replace(/^\ufeff/, '')) as Json;
  } catch {
    // Broken, cut off, nested past the stack: all of them are no answer of a bank.
    return undefined;
  }
}

function member(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as { readonly [name: string]: Json })[name] : undefined;
}

function textOf(value: Json | undefined, ...path: readonly string[]): string | null {
  const found = path.reduce<Json | undefined>(member, value);
  if (found instanceof LosslessNumber) return found.value;
  // What JSON can escape and a database cannot store.
  const text = typeof found === 'string' ? found.replaceAll('\0', '\ufffd').toWellFormed().trim() : '';
  return text || null;
}

function* headOf(answer: Json, { zone }: Profile): Generator<StatementPart> {
  const day = (name: string) => {
    const text = textOf(answer, 'parametros', name);
    return text && isInstant(text) ? dayIn(text, zone) : null;
  };
  yield { part: 'head', head: { currency: 'BRL', from: day('inicio'), to: day('fim') } };
  const pages = textOf(answer, 'parametros', 'paginacao', 'quantidadeDePaginas');
  const page = textOf(answer, 'parametros', 'paginacao', 'paginaAtual');
  if (pages && pages !== '1' && pages !== '0') {
    const reason = said('parsing.pix.page', { page: Number(page ?? 0) + 1, pages });
    yield { part: 'note', place: 'parametros', text: '', reason };
  }
}

/** One payment that came in, then what was sent back of it. */
function* readPayment(payment: Json, place: string, { zone }: Profile): Generator<StatementPart> {
  const e2e = textOf(payment, 'endToEndId');
  const taxId = textOf(payment, 'pagador', 'cnpj') ?? textOf(payment, 'pagador', 'cpf');
  const name = textOf(payment, 'pagador', 'nome');
  const shared = {
    counterparty: { name, account: null, taxId },
    currency: 'BRL',
    valueOn: null,
    balance: null,
    kind: 'payment',
  } as const;
  const payer = taxId ? [fieldId('tax_id', taxId)] : [];
  const original = e2e ? [fieldId('e2e', e2e)] : [];
  const line = (at: string, fields: Omit<StatementLine, 'place' | keyof typeof shared>): StatementPart => ({
    part: 'line',
    line: { place: at, ...fields, ...shared },
  });
  const unreadable = (at: string, reason: Said): StatementPart => ({
    part: 'unreadable',
    place: at,
    reason,
    text: beginning(joinTexts([e2e, name])),
  });

  const moment = momentOf(textOf(payment, 'horario'), zone);
  const amount = amountOf(payment);
  if (!e2e) yield unreadable(place, said('parsing.pix.noPayment'));
  else if (!moment) yield unreadable(place, said('parsing.pix.noInstant'));
  else if (!amount) yield unreadable(place, said('parsing.pix.noAmount'));
  else {
    const text = joinTexts([textOf(payment, 'infoPagador')]);
    const txid = textOf(payment, 'txid');
    const ids = present([...original, ...(txid ? [fieldId('reference', txid)] : []), ...payer, ...findIds(text)]);
    yield line(place, { ...moment, amount, text, bankReference: e2e, ids });
  }
  const returns = member(payment, 'devolucoes');
  for (const [i, item] of (Array.isArray(returns) ? returns : []).entries()) {
    const at = `${place}, devolucao ${i + 1}`;
    const status = textOf(item, 'status');
    if (status !== 'DEVOLVIDO') {
      const reason = said('parsing.pix.unmoved', { status: status ?? said('parsing.pix.noStatus') });
      yield { part: 'note', place: at, text: '', reason };
      continue;
    }
    const sent = momentOf(textOf(item, 'horario', 'liquidacao') ?? textOf(item, 'horario', 'solicitacao'), zone);
    const back = amountOf(item);
    const [rtrId, id] = [textOf(item, 'rtrId'), textOf(item, 'id')];
    if (!sent) yield unreadable(at, said('parsing.pix.noInstant'));
    else if (!back) yield unreadable(at, said('parsing.pix.noAmount'));
    else {
      const text = joinTexts([textOf(item, 'descricao'), textOf(item, 'motivo')]);
      const named = [rtrId && fieldId('pix_return', rtrId), ...original, id && fieldId('reference', id), ...payer];
      yield line(at, {
        ...sent,
        amount: `-${back}`,
        text,
        bankReference: rtrId ?? id,
        ids: present([...named, ...findIds(text)]),
      });
    }
  }
}

function present(ids: readonly (FoundId | null | '')[]): readonly FoundId[] {
  return unique(ids.filter((id) => !!id));
}

/** "123.45" above zero; `null` for anything else. */
function amountOf(item: Json): string | null {
  const amount = decimalText(textOf(item, 'valor') ?? '');
  return amount && !amount.startsWith('-') && /[1-9]/.test(amount) ? amount : null;
}

function momentOf(text: string | null, zone: Profile['zone']): { bookedOn: string; bookedAt: string } | null {
  if (!text || !isInstant(text)) return null;
  const bookedAt = new Date(text).toISOString();
  return { bookedAt, bookedOn: dayIn(bookedAt, zone) };
}
