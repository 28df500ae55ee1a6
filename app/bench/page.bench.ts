import { connection } from 'next/server';

/** The frame's own limit for a page: one that shows nothing, rendered anew for each request. For the benchmark only. */
export default async function EmptyPage() {
  await connection();
  return null;
}
