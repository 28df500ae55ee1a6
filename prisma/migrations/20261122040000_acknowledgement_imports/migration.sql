-- AlterTable: who answered what was found before this cannot be told any more.
ALTER TABLE "false_acknowledgements" ADD COLUMN     "answered_by" TEXT NOT NULL DEFAULT 'unknown',
ADD COLUMN     "recovered_at" TIMESTAMPTZ(3),
ADD COLUMN     "recovered_by" TEXT,
ADD COLUMN     "recovered_reason" TEXT,
ADD COLUMN     "recovered_seq" BIGINT;
ALTER TABLE "false_acknowledgements" ALTER COLUMN "answered_by" DROP DEFAULT;

-- AlterTable: the column held the cause all along.
ALTER TABLE "refusal_counts" RENAME COLUMN "reason" TO "cause";

-- AlterTable: the cause of what was refused before, as far as the door's own sentence tells.
ALTER TABLE "refusals" ADD COLUMN     "cause" TEXT;
UPDATE "refusals" SET "cause" = CASE
    WHEN "reason" ~ '^(Nothing is received at this path|It came by )' THEN 'unknown_source'
    WHEN "reason" ~ '^The body is larger' THEN 'too_large'
    WHEN "reason" ~ '^(The peer address is unknown|The path after .* is not its secret|The header .* came more than once)'
      OR "reason" ~ '^(The signature (does not match|names a key that is unknown)|It is not signed|Nothing proves it)'
      OR "reason" ~ ' is not among the addresses configured ' THEN 'no_proof'
    ELSE 'unknown'
END;
ALTER TABLE "refusals" ALTER COLUMN "cause" SET NOT NULL;

-- CreateTable
CREATE TABLE "access_log_imports" (
    "seq" BIGSERIAL NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "imported_by" TEXT,
    "file_name" TEXT,
    "sha256" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "lines" INTEGER NOT NULL,
    "webhook_requests" INTEGER NOT NULL,
    "paired" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,
    "already_known" INTEGER NOT NULL,
    "unreadable" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_log_imports_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "access_log_imports_imported_at_idx" ON "access_log_imports"("imported_at");
