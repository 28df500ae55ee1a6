import { type Said, said } from '@/lib/language/said';
import { quoted } from './decimal';
import type { Profile } from './profile';
import { type StatementFile, type StatementPart, UnreadableFile } from './statement';
import { readTable } from './table';
import type { TableRow } from './table-cell';
import { readStrings, sheetRows } from './xlsx-sheet';
import { readStyles } from './xlsx-styles';
import { attribute, type Token, xmlTokens } from './xlsx-xml';
import { compressedBytes, Zip } from './xlsx-zip';

/**
 * The parts of a sheet. A workbook's numbers are binary: what has more than 15 digits has lost some, which is said of
 * ids and amounts instead of reading them. Throws UnreadableFile on anything that is no whole workbook of sane size.
 */
export async function* readXlsx(file: StatementFile, profile: Profile): AsyncGenerator<StatementPart> {
  yield* readTable(xlsxRows(file, profile.sheet), profile, { isRagged: true });
}

/** The rows of the named sheet, or of the first one, in batches; read no faster than they are taken. */
export async function* xlsxRows(file: StatementFile, sheet?: string): AsyncGenerator<TableRow[]> {
  const zip = new Zip(await compressedBytes(file));
  const tokens = (name: string) => xmlTokens(zip.text(name), name);
  const root = await readRelations(tokens('_rels/.rels'));
  const path = targetOf(
    '',
    root.find(({ type }) => type === 'officeDocument'),
  );
  const { sheets, calendar } = await readWorkbook(tokens(path));
  const chosen = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (!chosen) throw new UnreadableFile(noSheet(sheet, sheets));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await readRelations(tokens(`${folder}_rels/${path.slice(folder.length)}.rels`));
  const partOf = (type: string) => relations.find((relation) => relation.type === type);
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  const workbook = {
    strings: strings ? await readStrings(tokens(targetOf(folder, strings))) : [],
    styles: styles ? await readStyles(tokens(targetOf(folder, styles))) : [],
    calendar,
  };
  yield* sheetRows(
    tokens(
      targetOf(
        folder,
        relations.find(({ id }) => id === chosen.relation),
      ),
    ),
    workbook,
  );
}

function noSheet(sheet: string | undefined, sheets: readonly { readonly name: string }[]): Said {
  if (sheet === undefined) return said('parsing.xlsx.noSheet');
  const names = sheets.map(({ name }) => quoted(name)).join(', ');
  return said('parsing.xlsx.noSuchSheet', { sheet: quoted(sheet), sheets: names });
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

async function readRelations(batches: AsyncIterable<readonly Token[]>): Promise<Relation[]> {
  const relations: Relation[] = [];
  for await (const { name, attributes } of opened(batches)) {
    if (name !== 'Relationship') continue;
    const type = attribute(attributes, 'Type') ?? '';
    relations.push({
      id: attribute(attributes, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: attribute(attributes, 'Target') ?? '',
    });
  }
  return relations;
}

async function readWorkbook(batches: AsyncIterable<readonly Token[]>) {
  const sheets: { name: string; relation: string }[] = [];
  let calendar: 1900 | 1904 = 1900;
  for await (const { name, attributes } of opened(batches)) {
    if (name === 'workbookPr' && /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')) calendar = 1904;
    if (name === 'sheet') {
      sheets.push({ name: attribute(attributes, 'name') ?? '', relation: attribute(attributes, 'id') ?? '' });
    }
  }
  return { sheets, calendar };
}

async function* opened(batches: AsyncIterable<readonly Token[]>) {
  for await (const batch of batches) for (const token of batch) if (token.token === 'open') yield token;
}

/** The path of a part inside the workbook. */
function targetOf(folder: string, relation: Relation | undefined): string {
  if (!relation) throw new UnreadableFile(said('parsing.xlsx.missingPart'));
  const parts: string[] = [];
  const whole = relation.target.startsWith('/') ? relation.target : `${folder}${relation.target}`;
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
