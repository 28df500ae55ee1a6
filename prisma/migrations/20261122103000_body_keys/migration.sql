-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "is_encrypted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "delivery_keys" (
    "delivery_seq" BIGINT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "master" TEXT NOT NULL,

    CONSTRAINT "delivery_keys_pkey" PRIMARY KEY ("delivery_seq")
);

-- CreateTable
CREATE TABLE "erasures" (
    "delivery_seq" BIGINT NOT NULL,
    "events" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "erased_by" TEXT NOT NULL,
    "agreed_by" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("delivery_seq")
);

-- CreateIndex
CREATE INDEX "erasures_erased_at_idx" ON "erasures"("erased_at");

-- That something was erased stays.
CREATE TRIGGER "erasures_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "erasures"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Bodies that are searched may be encrypted: the desk opens them and looks itself.
DROP FUNCTION body_json(bytea);
