import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A page comes with its title: streamed after it, the tab has none for a moment, also after every action.
  htmlLimitedBots: /.*/,
  // forbidden(): the page that says which right is missing, with 403.
  experimental: { authInterrupts: true },
  // `npm test` checks the types of everything; whoever starts the desk need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // The benchmark builds the same app with its bare routes beside ours (`route.bench.ts`), into a folder of its own.
  ...(process.env.CONCILIA_BENCH && { pageExtensions: ['bench.ts', 'tsx', 'ts'], distDir: '.next-bench' }),
};

export default createNextIntlPlugin('./lib/language-request.ts')(config);
