import { expect, test } from 'vitest';
import { readerOf } from '@/lib/language/translator';
import { placeText } from './place';

const PLACES = ['line 12', 'row 1200', 'line 3, devolucao 1', 'Stmt 1, Ntry 2', 'CEP 1'];
const inLanguage = (locale: 'en' | 'es' | 'pt-BR') => PLACES.map((place) => placeText(place, readerOf(locale, 'UTC')));

test('a kept place is told in the reader’s words, and what a file calls its elements stays', () => {
  expect(inLanguage('en')).toEqual(PLACES);
  expect(inLanguage('es')).toEqual(['línea 12', 'fila 1200', 'línea 3, devolucao 1', 'Stmt 1, Ntry 2', 'CEP 1']);
  expect(inLanguage('pt-BR')).toEqual(['linha 12', 'linha 1200', 'linha 3, devolucao 1', 'Stmt 1, Ntry 2', 'CEP 1']);
});
