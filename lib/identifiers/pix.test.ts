import { describe, expect, test } from 'vitest';
import { readPixId } from './pix';

describe('PIX ids', () => {
  test('an end-to-end id tells institution and UTC minute', () => {
    expect(readPixId('E05491616202502170009052554e019a')).toEqual({
      kind: 'E',
      id: 'E05491616202502170009052554e019a',
      ispb: '05491616',
      institution: null,
      moment: '2025-02-17T00:09Z',
    });
    expect(readPixId('E1823612020260314150200000000001')?.institution).toBe('Nubank');
  });

  test('a return id begins with D', () => {
    expect(readPixId('D12345678202009091000abcde123456')).toMatchObject({ kind: 'D', moment: '2020-09-09T10:00Z' });
  });

  test('the ISPB may hold letters', () => {
    expect(readPixId('E12ABC345202608010000abcdefghijk')?.ispb).toBe('12ABC345');
  });

  test('an impossible date keeps the shape and loses the moment', () => {
    for (const date of ['202502300000', '202513010000', '202502172460']) {
      expect(readPixId(`E05491616${date}abcdefghijk`)).toMatchObject({ moment: null });
    }
    expect(readPixId('E05491616202402290000abcdefghijk')?.moment).toBe('2024-02-29T00:00Z');
  });

  test('case counts, blanks do not', () => {
    expect(readPixId('e05491616202502170009052554e019a')).toBeNull();
    expect(readPixId('E05491616 202502170009 052554e019a')?.id).toBe('E05491616202502170009052554e019a');
    expect(readPixId('E05491616202502170009052554e019')).toBeNull();
  });
});
