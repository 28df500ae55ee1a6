-- AlterTable
ALTER TABLE "refusals" ADD COLUMN     "admitted_at" TIMESTAMPTZ(3),
ADD COLUMN     "admitted_by" TEXT,
ADD COLUMN     "admitted_seq" BIGINT;

-- CreateTable
CREATE TABLE "refusal_counts" (
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "refusal_counts_pkey" PRIMARY KEY ("minute","reason")
);

-- CreateTable
CREATE TABLE "false_acknowledgements" (
    "id" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "provider" TEXT,
    "path" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "source_address" TEXT NOT NULL,
    "user_agent" TEXT,
    "line" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "false_acknowledgements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "false_acknowledgements_answered_at_idx" ON "false_acknowledgements"("answered_at");

-- CreateIndex
CREATE UNIQUE INDEX "refusals_admitted_seq_key" ON "refusals"("admitted_seq");
