import { describe, expect, test } from 'vitest';
import { hexDump, indentJson, SHOWN_BYTES, viewBody, withVisibleControls } from './body-text';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('indentJson', () => {
  test('changes nothing but the blanks between tokens', () => {
    const text =
      '{"amount": 1298.3766240000,"big":123456789012345678901234567890, "e":1E+5,"s":"a, {b}: \\"c\\" \\u00e9","l":[1,[],{}],"n":null}';
    const indented = indentJson(text) as string;
    expect(indented).toContain('"amount": 1298.3766240000,\n');
    expect(indented).toContain('"big": 123456789012345678901234567890,\n');
    expect(indented).toContain('"s": "a, {b}: \\"c\\" \\u00e9",\n');
    expect(indented).toContain('[\n    1,\n    [],\n    {}\n  ]');
    expect(JSON.parse(indented)).toEqual(JSON.parse(text));
  });

  test('keeps members that repeat', () => {
    expect(indentJson('{"a":1,"a":2}')).toBe('{\n  "a": 1,\n  "a": 2\n}');
  });

  test.each(['', 'not json', '{"a":', '{a:1}', '['.repeat(99) + ']'.repeat(99)])('leaves %j alone', (text) => {
    expect(indentJson(text)).toBeNull();
  });
});

describe('viewBody', () => {
  test('shows text exactly, byte order mark included', () => {
    expect(viewBody(bytes('\ufeff{"a":"é"}'))).toEqual({ form: 'text', text: '\ufeff{"a":"é"}', isCut: false });
  });

  test('dumps what is not UTF-8', () => {
    expect(viewBody(new Uint8Array([0x7b, 0xff, 0xfe]))).toEqual({
      form: 'bytes',
      dump: hexDump(new Uint8Array([0x7b, 0xff, 0xfe])),
      isCut: false,
    });
  });

  test('cuts a long body between two characters', () => {
    const view = viewBody(bytes(`a${'é'.repeat(SHOWN_BYTES)}`));
    expect(view).toMatchObject({ form: 'text', isCut: true });
    expect(view.form === 'text' && view.text).toMatch(/^aé+$/);
  });

  test('an empty body is empty', () => {
    expect(viewBody(new Uint8Array())).toEqual({ form: 'empty' });
  });
});

test('hexDump lays out sixteen bytes a line', () => {
  expect(hexDump(bytes('{"event":"TRANSACTION"}'))).toBe(
    '00000000  7b 22 65 76 65 6e 74 22 3a 22 54 52 41 4e 53 41  {"event":"TRANSA\n' +
      '00000010  43 54 49 4f 4e 22 7d                             CTION"}',
  );
});

test('signs that hide or turn text become visible, line breaks and tabs stay', () => {
  expect(withVisibleControls('a\u0000b\u202ec\ufeff\r\n\td\u007f')).toBe('a⟨U+0000⟩b⟨U+202E⟩c⟨U+FEFF⟩\r\n\td⟨U+007F⟩');
});
