/** The characters of Windows-1252 from 0x80 to 0x9f; five bytes mean nothing there and stay control characters. */
const CHARACTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text that was decoded as Windows-1252 (or ISO-8859-1, which on the web is the same), with the characters it has from
 * 0x80 to 0x9f. Node's own decoder takes them for Latin-1's control characters, in 20 and some later versions, and so
 * loses the "•" with which banks hide a CPF. Changes nothing where the decoder is right.
 */
export function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => CHARACTERS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Whether an encoding's name, as the decoder calls it, means Windows-1252. */
export function isWindows1252(encoding: string): boolean {
  return encoding === 'windows-1252' || encoding === 'iso-8859-1';
}
