import { startDesk } from '../scripts/desk.mjs';

/** Two desks for the browser tests: one with the sample data, one where nothing has arrived yet. */
export default async function startDesks(): Promise<() => Promise<void>> {
  const full = await startDesk({ port: 'free', throwAway: true, sampleData: true });
  const empty = await startDesk({ port: 'free', throwAway: true, sampleData: false });
  for (const [name, desk] of Object.entries({ FULL: full, EMPTY: empty })) {
    process.env[`DESK_${name}`] = JSON.stringify({
      url: desk.url,
      databaseUrl: desk.databaseUrl,
      signIn: desk.signIn,
    });
  }
  return async () => {
    await Promise.all([full.stop(), empty.stop()]);
  };
}
