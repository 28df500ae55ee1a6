import { z } from 'zod';

/** What a program posts to ask for a file; its lists, formats and columns are read as an export's address is. */
export const orderBody = z.object({
  list: z.string(),
  /** The list’s own query string. */
  query: z.string().max(20_000).default(''),
  format: z.string().default(''),
  preset: z.string().default(''),
  columns: z.array(z.string()).default([]),
});
