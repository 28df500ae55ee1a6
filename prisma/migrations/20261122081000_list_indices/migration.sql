-- CreateIndex
CREATE INDEX "transactions_kind_occurred_at_id_idx" ON "transactions"("kind", "occurred_at" DESC, "id" DESC);

-- CreateIndex: all that the totals and charts of a filter read, a tenth of the size of the rows.
CREATE INDEX "transactions_sums" ON "transactions"("environment", "occurred_at", "provider", "kind", "status", "currency", "currency_out", "token", "amount", "amount_out");

-- The order by amount: an unknown one stands below every known one.
CREATE INDEX "transactions_amount_key" ON "transactions" ((coalesce("amount", -1e30::numeric)) DESC, "id" DESC);

-- The few that a condition of the list looks for.
CREATE INDEX "transactions_incomplete" ON "transactions" ("occurred_at" DESC, "id" DESC) WHERE "is_incomplete";
CREATE INDEX "transactions_reopened" ON "transactions" ("occurred_at" DESC, "id" DESC) WHERE ("state"->'isReopened')::boolean;
CREATE INDEX "transactions_unrecognised" ON "transactions" ("occurred_at" DESC, "id" DESC) WHERE ("state"->'hasUnrecognised')::boolean;
