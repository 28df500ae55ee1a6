import 'server-only';
import { prisma } from '@/lib/db';
import type { Locale } from './locales';

/** Keeps the language a person chose, for what is written to them when no browser asks. */
export async function keepLocale(userId: string, locale: Locale): Promise<void> {
  await prisma().user.update({ where: { id: userId }, data: { locale } });
}
