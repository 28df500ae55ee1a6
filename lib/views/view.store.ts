import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { readLayout, type TableLayout } from './layout';
import { LONGEST_VIEW_NAME, MOST_VIEWS, type NotSaved, type SavedView, type ViewedList } from './view';

/** What a view holds. */
export type ViewContent = {
  readonly name: string;
  readonly query: string;
  readonly layout: TableLayout | null;
  readonly isTeam: boolean;
};

export type Saved = { readonly outcome: 'saved'; readonly id: string } | { readonly outcome: NotSaved };

/** Two who save at once must not both find a name free. */
const NAMES_LOCK = 7_350_020;

/** A person's own views of a list and those of the team, by name; own ones first. */
export async function viewsOf(userId: string, list: ViewedList): Promise<SavedView[]> {
  const rows = await prisma().savedView.findMany({
    where: { list, OR: [{ ownerId: userId }, { isTeam: true }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const owners = await prisma().user.findMany({
    where: { id: { in: [...new Set(rows.map(({ ownerId }) => ownerId))] } },
    select: { id: true, email: true },
  });
  const emails = new Map(owners.map(({ id, email }) => [id, email]));
  const views = rows.map(({ id, name, query, layout, isTeam, ownerId }) => ({
    ...{ id, name, query, isTeam },
    layout: readLayout(layout),
    isMine: ownerId === userId,
    owner: emails.get(ownerId) ?? null,
  }));
  return [...views.filter(({ isMine }) => isMine), ...views.filter(({ isMine }) => !isMine)];
}

/** Saves a new view of a list. */
export function addView(userId: string, list: ViewedList, content: ViewContent): Promise<Saved> {
  return alone(async (tx) => {
    const refused = await whyNot(tx, userId, list, content, null);
    if (refused) return { outcome: refused };
    const count = await tx.savedView.count({ where: { list, ownerId: userId } });
    if (count >= MOST_VIEWS) return { outcome: 'too_many' };
    const { id } = await tx.savedView.create({ data: { ...rowOf(content), list, ownerId: userId } });
    return { outcome: 'saved', id };
  });
}

/** Changes members of a view; only whoever made it may. */
export function changeView(userId: string, list: ViewedList, id: string, change: Partial<ViewContent>): Promise<Saved> {
  return alone(async (tx) => {
    const before = await tx.savedView.findFirst({ where: { id, list } });
    if (!before || (before.ownerId !== userId && !before.isTeam)) return { outcome: 'not_found' };
    if (before.ownerId !== userId) return { outcome: 'not_yours' };
    const { name, query, isTeam } = before;
    const content = { name, query, isTeam, layout: readLayout(before.layout), ...change };
    const refused = await whyNot(tx, userId, list, content, id);
    if (refused) return { outcome: refused };
    await tx.savedView.update({ where: { id }, data: { ...rowOf(content), updatedAt: new Date() } });
    return { outcome: 'saved', id };
  });
}

/** Deletes a view for everybody who saw it; only whoever made it may. */
export async function dropView(
  userId: string,
  list: ViewedList,
  id: string,
): Promise<'dropped' | 'not_found' | 'not_yours'> {
  const { count } = await prisma().savedView.deleteMany({ where: { id, list, ownerId: userId } });
  if (count > 0) return 'dropped';
  return (await prisma().savedView.count({ where: { id, list, isTeam: true } })) > 0 ? 'not_yours' : 'not_found';
}

function alone(work: (tx: Tx) => Promise<Saved>): Promise<Saved> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NAMES_LOCK})`;
    return work(tx);
  });
}

async function whyNot(
  tx: Tx,
  userId: string,
  list: ViewedList,
  { name, isTeam }: ViewContent,
  own: string | null,
): Promise<NotSaved | null> {
  if (name.trim() === '' || name.length > LONGEST_VIEW_NAME) return 'no_name';
  const namesake = await tx.savedView.findFirst({
    where: {
      list,
      name: { equals: name.trim(), mode: 'insensitive' },
      ...(own && { id: { not: own } }),
      OR: isTeam ? [{ isTeam: true }, { ownerId: userId }] : [{ ownerId: userId }],
    },
  });
  return namesake ? 'name_taken' : null;
}

function rowOf({ name, query, layout, isTeam }: ViewContent) {
  return { name: name.trim(), query, isTeam, layout: layout ?? Prisma.DbNull };
}
