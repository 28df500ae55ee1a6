import { type Reader, type Said, type SaidValue, said, spoken, spokenKept } from '@/lib/language/said';

/**
 * Why a body was not understood, in the reader's words. The reason is kept in English beside the delivery, as it was told
 * when the body was read; its sentences are a closed list, so how it reads tells which of them it is, also where it was
 * kept long ago. One from elsewhere stays as it is. Pure.
 */
export function spokenReading(reason: string, reader: Reader): string {
  const sentence = reader.region === 'en' ? null : readingSaid(reason);
  return sentence === null ? spokenKept(reason, reader) : spoken(sentence, reader);
}

type Form = readonly [reads: RegExp, sentence: (...parts: string[]) => Said];

const EXPECTED = {
  'a text of at most 500 characters': 'shortText',
  'a text': 'text',
  'an id without blanks of at most 200 characters': 'id',
  'an id without blanks of at most 200 characters, bare or as the id of an object': 'idOrHolder',
  'true or false': 'flag',
  'a decimal amount of at most 20 digits before the point and 18 after': 'decimal',
  'a whole number of cents': 'cents',
  'a number': 'number',
  'a time with its offset, between 2009 and 2100': 'instant',
  'UNIX milliseconds between 2009 and 2100': 'millis',
  'an array': 'array',
  'an object': 'object',
} as const;

const FORMS: readonly Form[] = [
  [/^The body is empty\.$/, () => said('proof.reading.empty')],
  [/^Erased at the request of the person it told of\.$/, () => said('proof.reading.erased')],
  [/^The body is missing\.$/, () => said('proof.reading.bodyMissing')],
  [/^The body is not UTF-8 text\.$/, () => said('proof.reading.notText')],
  [/^The JSON is nested deeper than (\d+) levels\.$/, (levels) => said('proof.reading.deep', { levels })],
  [/^The body is not JSON: (.*)$/s, (detail) => said('proof.reading.notJson', { detail })],
  [/^A text holds a NUL character\.$/, () => said('proof.reading.nul')],
  [/^A text holds half a surrogate pair\.$/, () => said('proof.reading.surrogate')],
  [/^A member is named __proto__\.$/, () => said('proof.reading.proto')],
  [/^the reader failed: (.*)$/s, (detail) => said('proof.reading.failed', { detail })],
  [/^It could not be folded: (.*)$/s, (detail) => said('proof.reading.notFolded', { detail })],
  [/^(\S+) says (".*"), a word we do not know\.$/s, (path, word) => said('proof.reading.unknownWord', { path, word })],
  [/^(\S+) and (\S+) are missing\.$/, (one, other) => said('proof.reading.bothMissing', { one, other })],
  [/^(\S+) is missing\.$/, (path) => said('proof.reading.missing', { path })],
  [/^(\S+) is not an object\.$/, (path) => said('proof.reading.notObject', { path })],
  [/^(\S+) names no operation: the row tells of /, (path) => said('proof.reading.noOperation', { path })],
  [
    /^Avenia (\S+): the desk does not read (.+) messages of Avenia yet\.$/,
    (subscription, subject) => {
      const subjectSaid = subject === 'limit' ? said('proof.reading.limit') : subject;
      return said('proof.reading.unread', { subscription, subject: subjectSaid });
    },
  ],
];

/** Which sentence a kept reason is; `null` for one that is none of them. */
export function readingSaid(reason: string): Said | null {
  const [, who, rest] = /^(Avenia(?: TICKET)?): (.*)$/s.exec(reason) ?? [];
  if (who !== undefined && rest !== undefined) {
    const sentence = readingSaid(rest);
    return sentence && said('proof.reading.of', { who, sentence });
  }
  for (const [reads, sentence] of FORMS) {
    const found = reads.exec(reason);
    if (found) return sentence(...found.slice(1));
  }
  return shouldBe(reason);
}

/** "payload.issuance.amount should be a decimal amount …, not an object." */
function shouldBe(reason: string): Said | null {
  const [, path, rest] = /^(The body|\S+) should be (.*)\.$/s.exec(reason) ?? [];
  if (path === undefined || rest === undefined) return null;
  for (const [expected, name] of Object.entries(EXPECTED)) {
    if (!rest.startsWith(`${expected}, not `)) continue;
    const found = foundSaid(rest.slice(expected.length + ', not '.length));
    const subject = path === 'The body' ? said('proof.reading.theBody') : path;
    return said('proof.reading.should', { path: subject, expected: said(`proof.reading.expected.${name}`), found });
  }
  return null;
}

/** What was found instead: the value itself, or what it is. */
function foundSaid(found: string): SaidValue {
  if (found === 'an array') return said('proof.reading.found.array');
  if (found === 'an object') return said('proof.reading.found.object');
  const [, digits] = /^the number (.*)$/s.exec(found) ?? [];
  return digits === undefined ? found : said('proof.reading.found.number', { digits });
}
