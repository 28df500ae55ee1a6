-- DropIndex
DROP INDEX "legs_rail_local_day_id_idx";

-- CreateIndex
CREATE INDEX "legs_external_ref_idx" ON "legs" USING HASH ("external_ref");

-- CreateIndex
CREATE INDEX "legs_sums_idx" ON "legs"("rail", "local_day", "id", "provider", "kind", "environment", "direction", "amount", "currency", "expectation");

-- What Prisma's schema language cannot say.

-- Lists by amount: an unknown one sorts below every known one.
CREATE INDEX "legs_amount_order_idx" ON "legs" (coalesce("amount", -1e30::numeric), "id");

-- Searches by what a counterparty's name contains.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "legs_name_idx" ON "legs" USING GIN (("data" -> 'counterparty' ->> 'name') gin_trgm_ops);

-- Hashes that two providers tell.
CREATE INDEX "leg_ids_tx_hash_idx" ON "leg_ids" ("key", "leg_id") WHERE "kind" = 'tx_hash';

-- Lines of the amount of a leg, around its day.
CREATE INDEX "lines_abs_amount_booked_on_idx" ON "lines" (abs("amount"), "booked_on");

-- What people matched: few among many, so that passes hardly ever write it.
CREATE INDEX "matches_by_hand_idx" ON "matches" ("id") WHERE "pass" = 0;
