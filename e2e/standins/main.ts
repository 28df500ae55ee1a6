// All four stand-ins at once, to point a desk at by hand: `npx tsx e2e/standins/main.ts` prints the settings to start
// it with. Keys and passwords are made on the spot and good for as long as this runs.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { startAvenia } from './avenia';
import { startBrla } from './brla';
import { startJuno } from './juno';
import { startRipio } from './ripio';

const secret = () => randomBytes(16).toString('hex');
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const login = { email: 'desk@example.com', password: secret() };
const juno = { key: secret(), secret: secret() };
const ripio = { clientId: secret(), clientSecret: secret() };
const avenia = { key: secret(), publicKey };

const settings = {
  BRLA_API_URL: (await startBrla({ login })).url,
  BRLA_API_EMAIL: login.email,
  BRLA_API_PASSWORD: login.password,
  AVENIA_API_URL: (await startAvenia(avenia)).url,
  AVENIA_API_KEY: avenia.key,
  AVENIA_API_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  JUNO_API_URL: (await startJuno(juno)).url,
  JUNO_API_KEY: juno.key,
  JUNO_API_SECRET: juno.secret,
  RIPIO_API_URL: (await startRipio(ripio)).url,
  RIPIO_API_CLIENT_ID: ripio.clientId,
  RIPIO_API_CLIENT_SECRET: ripio.clientSecret,
};
for (const [name, value] of Object.entries(settings)) console.log(`${name}=${value}`);
