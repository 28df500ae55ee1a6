import { z } from 'zod';
import { EXPORT_LISTS } from '@/lib/exports/export';
import { FORMAT_NAMES, FORMATS, PRESET_NAMES } from '@/lib/exports/file-format';
import { orderBody } from '@/lib/exports/order-body';
import { LARGEST_FILE_BYTES } from '@/lib/statements/upload';
import { exportList, exportManifest, exportOrdered, statementImported, statementKnown } from './files';
import { namesOf } from './leaves';
import type { Operation, Parameter } from './operation';
import { pathId, query } from './parameters';

/** The statement that the example imports, into an account that is called so. */
export const EXAMPLE_ACCOUNT = 'banorte-mxn';
export const EXAMPLE_STATEMENT = `Fecha,Concepto,Cargo,Abono,Saldo,Referencia
05/02/2026,SPEI RECIBIDO CLAVE DE RASTREO MBAN01002602050000900001 CLIENTE EJEMPLO,,100.00,,S1
26/02/2026,SPEI RECIBIDO DE UN CLIENTE SIN REFERENCIA,,"7,531.40",,S2
27/02/2026,COMISION POR MANEJO DE CUENTA,12.00,,,S3
`;

const MIB = 1024 * 1024;
const MISSING = { path: { id: 'nobody' } } as const;

const EXPORTED: readonly Parameter[] = [
  query('format', `Of the file: ${FORMAT_NAMES.join(', ')}.`, z.enum(FORMAT_NAMES)),
  query('preset', `Spreadsheet habits: ${PRESET_NAMES.join(', ')}.`, z.enum(PRESET_NAMES)),
];
/** The words of the body that its own schema leaves to the reader of export addresses. */
const ORDER_WORDS = [
  `\`list\`: ${namesOf(EXPORT_LISTS).join(', ')}`,
  '`query`: the list’s own query string, as in this API',
  ...EXPORTED.map(
    ({ name, description }) =>
      `\`${name}\`: ${description.slice(description.indexOf(':') + 2, -1)}; the first where none is named`,
  ),
  '`columns`: names of columns, all where none is named',
].join('. ');

export const FILES: readonly Operation[] = [
  {
    id: 'importStatement',
    method: 'post',
    path: '/api/v1/statements',
    group: 'Files',
    right: 'reconcile',
    summary: 'Import a statement',
    description:
      'The file is read as the account’s last one was, or as it seems to be where nothing of that is in doubt. Nothing is half-imported, and the same file again changes nothing.',
    parameters: [
      { ...query('account', 'The account, by its id or its name.', z.string()), isRequired: true },
      query('file', 'The file’s name.', z.string()),
      { name: 'x-file-name', in: 'header', description: 'The same, where `file` is not given.', schema: z.string() },
    ],
    body: {
      description: `The file’s bytes, at most ${LARGEST_FILE_BYTES / MIB} MiB: CSV, XLSX, OFX, camt.053, CNAB, Cuaderno 43, PIX API, CEP. The content type is not looked at.`,
      type: 'application/octet-stream',
    },
    answers: {
      200: { description: 'The same file is there already.', schema: statementKnown },
      201: { description: 'Imported.', schema: statementImported },
    },
    errors: [400, 413, 422, 429],
    example: { query: { account: EXAMPLE_ACCOUNT, file: 'febrero.csv' }, body: EXAMPLE_STATEMENT },
    refused: {
      400: { query: { account: 'nobody' }, body: EXAMPLE_STATEMENT },
      422: { query: { account: EXAMPLE_ACCOUNT }, body: 'no statement\n' },
    },
  },
  {
    id: 'orderExport',
    method: 'post',
    path: '/api/v1/exports',
    group: 'Files',
    right: 'export',
    summary: 'Ask for a file',
    description: `A job writes the file, however small, from one snapshot of the list. ${ORDER_WORDS}.`,
    parameters: [],
    body: { description: 'What the file shall hold.', type: 'application/json', schema: orderBody },
    answers: {
      202: {
        description: 'It will be made.',
        schema: exportOrdered,
        link: { operation: 'readExport', id: '$response.body#/id' },
      },
    },
    errors: [400],
    example: { body: { list: 'transactions', query: 'provider=juno&sort=occurred_at', format: 'csv' } },
    refused: { 400: { body: { list: 'everything' } } },
  },
  {
    id: 'listExports',
    method: 'get',
    path: '/api/v1/exports',
    group: 'Files',
    right: 'export',
    summary: 'List files',
    description: 'The latest files with their manifests, those that were streamed on the desk among them.',
    parameters: [],
    answers: { 200: { description: 'Manifests, newest first.', schema: exportList } },
    errors: [],
    example: {},
    refused: {},
  },
  {
    id: 'readExport',
    method: 'get',
    path: '/api/v1/exports/{id}',
    group: 'Files',
    right: 'export',
    summary: 'Read a file’s manifest',
    description: 'How far the file is, what it holds, and the proof of it.',
    parameters: [pathId('The file’s id, as asking for it answered.')],
    answers: {
      200: {
        description: 'The manifest.',
        schema: exportManifest,
        link: { operation: 'fetchExport', id: '$response.body#/id' },
      },
    },
    errors: [404],
    example: { path: { id: '5b0c1f1e-6a57-4d0c-9f0e-0d7b0a4d2f11' } },
    refused: { 404: MISSING },
  },
  {
    id: 'fetchExport',
    method: 'get',
    path: '/api/v1/exports/{id}/file',
    group: 'Files',
    right: 'export',
    summary: 'Fetch a file',
    description: 'The bytes, once the state is `done` and while they are kept: seven days.',
    parameters: [pathId('The file’s id.')],
    answers: {
      200: {
        description: 'The file.',
        files: [...new Set(FORMAT_NAMES.map((name) => FORMATS[name].type.split(';')[0] ?? ''))],
        headers: { 'content-disposition': 'The file’s name.', 'x-export-id': 'The file’s id.' },
      },
    },
    errors: [404],
    example: { path: { id: '5b0c1f1e-6a57-4d0c-9f0e-0d7b0a4d2f11' } },
    refused: { 404: MISSING },
  },
];
