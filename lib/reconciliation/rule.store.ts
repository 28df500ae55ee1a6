import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import { type Said, said } from '@/lib/language/said';
import { RULES, type Rule, type RuleSettings, ruleSettingsSchema } from './match';
import type { RuleVersion } from './rule-version';

const THE_DESK = 'desk';

/** The latest version of every rule, in their order. What comes with the desk is written at the first use, as version 1. */
export async function rulesInForce(tx: Tx = prisma()): Promise<RuleVersion[]> {
  const found = await readLatest(tx);
  if (found.length === RULES.length) return found;
  const rows = RULES.map((rule, at) => ({
    rule,
    position: at + 1,
    settings: ruleSettingsSchema.parse(BUILT_IN[rule]),
  }));
  await tx.$executeRaw`
    INSERT INTO rule_versions (rule, version, position, settings, made_by)
    SELECT rule, 1, position, settings, ${THE_DESK}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(rule text, position int, settings jsonb)
    ON CONFLICT DO NOTHING`;
  return readLatest(tx);
}

/** What differs from the defaults of the schema: a likeness never matches by itself. */
const BUILT_IN: Readonly<Record<Rule, Partial<RuleSettings>>> = {
  e2e: {},
  clave: { rails: ['spei'] },
  hash: { rails: ['chain'] },
  return: { rails: ['pix'] },
  account: {},
  tax_id: {},
  similar: { isAutomatic: false },
};

/** Every version of a rule, the latest first. */
export async function ruleHistory(rule: Rule): Promise<RuleVersion[]> {
  const rows = await prisma().ruleVersion.findMany({ where: { rule }, orderBy: { version: 'desc' } });
  return rows.map(versionOf);
}

export type SavedRule =
  | { readonly outcome: 'saved'; readonly version: number }
  | { readonly outcome: 'invalid'; readonly problems: readonly Said[] }
  /** It is so already. */
  | { readonly outcome: 'unchanged' };

/** Writes the next version of a rule; it holds from the next run on. `settings` is whatever a form or an API call told. */
export async function saveRule(
  rule: Rule,
  settings: unknown,
  note: string | null,
  by: string,
  address: string | null = null,
): Promise<SavedRule> {
  const { data, error } = ruleSettingsSchema.safeParse(settings);
  if (!data) {
    const faults = new Set(error.issues.map(({ path: [field] }) => faultOf(field)));
    return { outcome: 'invalid', problems: [...faults].map((fault) => said(`rules.fault.${fault}`)) };
  }
  if (rule === 'similar' && data.isAutomatic) return { outcome: 'invalid', problems: [said('rules.fault.likeness')] };
  await rulesInForce();
  return prisma().$transaction(async (tx): Promise<SavedRule> => {
    const [before] = await tx.ruleVersion.findMany({ where: { rule }, orderBy: { version: 'desc' }, take: 1 });
    const [added] = await tx.$queryRaw<{ version: number }[]>`
      INSERT INTO rule_versions (rule, version, position, settings, note, made_by)
      SELECT rule, version + 1, position, ${JSON.stringify(data)}::jsonb, ${note}, ${by}
      FROM (SELECT * FROM rule_versions WHERE rule = ${rule} ORDER BY version DESC LIMIT 1) AS latest
      WHERE settings <> ${JSON.stringify(data)}::jsonb
      RETURNING version`;
    if (!added) return { outcome: 'unchanged' };
    await record(tx, {
      ...{ actor: by, address, action: 'rule_changed', objectKind: 'rule', objectId: rule },
      detail: { before: before?.settings ?? null, after: data, version: added.version, note },
    });
    return { outcome: 'saved', version: added.version };
  });
}

function faultOf(field: PropertyKey | undefined): 'rails' | 'windowDays' | 'unreadable' {
  return field === 'rails' || field === 'windowDays' ? field : 'unreadable';
}

async function readLatest(tx: Tx): Promise<RuleVersion[]> {
  const rows = await tx.ruleVersion.findMany({ distinct: ['rule'], orderBy: [{ rule: 'asc' }, { version: 'desc' }] });
  return rows.map(versionOf).sort((a, b) => a.position - b.position);
}

function versionOf(
  row: Omit<RuleVersion, 'rule' | 'settings' | 'madeBy'> & { rule: string; settings: unknown; madeBy: string },
): RuleVersion {
  const { rule, version, position, note, madeBy, madeAt } = row;
  const settings = ruleSettingsSchema.parse(row.settings);
  return { rule: rule as Rule, version, position, settings, note, madeBy: madeBy === THE_DESK ? null : madeBy, madeAt };
}
