import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { askedFrom } from '@/lib/audit';
import { importByMachine, type MachineOutcome } from '@/lib/import-by-machine';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { findAccount } from '@/lib/statements/account.store';
import { LARGEST_FILE_BYTES, type UploadRefusal } from '@/lib/statements/upload';

const STATUS = { empty: 422, too_large: 413, too_many: 429 } as const satisfies Record<UploadRefusal, number>;

/**
 * Imports the statement in the body into `account` (an id or a name); `file`, or the header X-File-Name, is its name.
 * 201 with the tallies; 200 with the first import's id for a file that is there already; 422 with what is in doubt, or
 * why it cannot be read. Nothing is half-imported.
 */
export function POST(request: Request): Promise<Response> {
  return apiAnswer(request, 'reconcile', async (caller) => {
    const t = await getTranslations('statements');
    const search = new URL(request.url).searchParams;
    const account = await findAccount(search.get('account') ?? '');
    if (!account) {
      const message = t('api.noAccount');
      return apiError(400, 'bad_parameter', [{ parameter: 'account', message }]);
    }
    if (Number(request.headers.get('content-length')) > LARGEST_FILE_BYTES || !request.body) {
      const why = request.body ? 'too_large' : 'empty';
      return apiError(STATUS[why], why, t(`refused.${why}`));
    }
    const name = search.get('file') ?? request.headers.get('x-file-name') ?? '';
    const by = { by: caller.email, address: await askedFrom() };
    return answerOf(await importByMachine(account, { name, pieces: request.body }, by, new Date()));
  });
}

async function answerOf(outcome: MachineOutcome): Promise<Response> {
  const t = await getTranslations('statements');
  const reader = await displayReader();
  switch (outcome.outcome) {
    case 'imported':
      return Response.json(
        { statement: outcome.statementId, imported: true, tallies: outcome.tallies },
        { status: 201 },
      );
    case 'same_file':
      return Response.json({
        statement: outcome.statementId,
        imported: false,
        first_imported_at: outcome.importedAt.toISOString(),
        first_imported_by: outcome.importedBy,
        tallies: outcome.tallies,
      });
    case 'no_lines':
      return apiError(422, 'no_lines', t('api.noLines'));
    case 'unreadable':
      return apiError(422, 'unreadable', spoken(outcome.message, reader));
    case 'doubtful':
      return apiError(
        422,
        'doubtful',
        outcome.doubts.map((doubt) => spoken(doubt, reader)),
      );
    case 'refused':
      return apiError(STATUS[outcome.why], outcome.why, t(`refused.${outcome.why}`));
  }
}
