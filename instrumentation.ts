/** Run by Next once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return; // the build asks for the edge as well
  const { startTracing } = await import('@/lib/tracing');
  startTracing('concilia');
}
