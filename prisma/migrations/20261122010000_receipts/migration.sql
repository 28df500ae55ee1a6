-- CreateTable
CREATE TABLE "receipts" (
    "position" BIGINT NOT NULL,
    "delivery_seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "receipts_delivery_seq_key" ON "receipts"("delivery_seq");

-- The chain is written once, like the deliveries it vouches for.
CREATE TRIGGER "receipts_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "receipts"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
