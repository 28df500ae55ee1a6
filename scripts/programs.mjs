// What the desk is made of: the arguments with which Node runs each part. `npm start` runs them all, `npm run server`
// and its like one of them.

/** How those parts run that are not inside Next: as server code, straight from TypeScript. */
const TYPESCRIPT = ['--conditions=react-server', '--import', 'tsx'];

export const PROGRAMS = {
  /** The first sign-in, a rebuild where the understanding has grown, sample data where wanted. */
  setup: [...TYPESCRIPT, 'lib/setup.ts'],
  worker: [...TYPESCRIPT, 'lib/worker.ts'],
  // What a request leaves behind is collected in larger portions: every tenth answer waited for it otherwise.
  server: ['--max-semi-space-size=64', 'scripts/server.mjs'],
};
