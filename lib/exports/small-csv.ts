import Papa from 'papaparse';
import { FORMULA, NEWLINE } from './csv';

/** A whole file of a few rows: what a screen shows and somebody wants to keep. */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return (
    Papa.unparse([[...header], ...rows.map((row) => [...row])], { newline: NEWLINE, escapeFormulae: FORMULA }) + NEWLINE
  );
}
