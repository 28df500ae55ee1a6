/** What a password must be. Length is what counts, so no rule asks for a digit or a sign. Pure. */

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'own_name';

/**
 * The most common passwords of leaked lists that are long enough to pass, in small letters and without what is put
 * between or after words. Whoever types one of these has one that is tried first.
 */
const COMMON: ReadonlySet<string> = new Set([
  'administrador',
  'administrator',
  'adminadminadmin',
  'americanidol',
  'basketballer',
  'bestfriendforever',
  'changemeplease',
  'chocolatechocolate',
  'concilia',
  'contrasena',
  'contraseña',
  'correcthorsebatterystaple',
  'defaultpassword',
  'dragonballz',
  'football',
  'iloveyouforever',
  'iloveyousomuch',
  'letmeinletmein',
  'liverpoolfc',
  'manchesterunited',
  'masterpassword',
  'mypassword',
  'newpassword',
  'onetwothreefour',
  'passpasspass',
  'passphrase',
  'passw0rd',
  'password',
  'passwordpassword',
  'princesa',
  'princess',
  'qazwsxedcrfv',
  'qwerty',
  'qwertyqwerty',
  'qwertyuiop',
  'qwertyuiopasdfghjklzxcvbnm',
  'secretpassword',
  'senha',
  'senhasenha',
  'spongebob',
  'superman',
  'teamoteamo',
  'teamomucho',
  'temppassword',
  'testpassword',
  'teamoparasiempre',
  'trustno1trustno1',
  'unbelievable',
  'welcome',
  'welcometo',
]);

/** Runs that fingers make on a keyboard, forwards and backwards. */
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
];

const SHORTEST_RUN = 8;

/** What is wrong with a password of the person with this e-mail; `null` where nothing is. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  if ([...password].length < PASSWORD_LENGTH.min) return 'too_short';
  if (password.length > PASSWORD_LENGTH.max) return 'too_long'; // as the library counts
  const small = password.normalize('NFKC').toLowerCase();
  const name = email.split('@')[0]?.toLowerCase() ?? '';
  // A name of three letters is part of too many words to be refused.
  if (name.length >= 4 && small.includes(name)) return 'own_name';
  return isCommon(small) ? 'common' : null;
}

function isCommon(small: string): boolean {
  const bare = small.replace(/[^\p{L}\p{N}]/gu, '');
  const word = bare.replace(/\d+$/, '');
  if (COMMON.has(bare) || COMMON.has(word)) return true;
  if (isRepeated(small) || isRepeated(bare)) return true;
  if (bare.length < SHORTEST_RUN) return false;
  const runs = RUNS.flatMap((run) => [run, [...run].reverse().join('')]);
  return runs.some((run) => (run + run).includes(bare));
}

/** One piece of at most six letters over and over: aaaaaaaaaaaa, abcabcabcabc. */
function isRepeated(text: string): boolean {
  return /^(.{1,6}?)\1+$/u.test(text) || /^(.{1,6}?)\1{2,}.{0,5}$/u.test(text);
}
