-- CreateTable
CREATE TABLE "line_corrections" (
    "seq" BIGSERIAL NOT NULL,
    "line_seq" BIGINT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undoes" BIGINT,
    "reason" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "line_corrections_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "line_corrections_line_seq_seq_idx" ON "line_corrections"("line_seq", "seq");

-- CreateIndex
CREATE INDEX "line_corrections_made_at_idx" ON "line_corrections"("made_at");

-- CreateIndex
CREATE INDEX "match_decisions_line_seqs_idx" ON "match_decisions" USING GIN ("line_seqs");

-- Who corrected what, and from what, stays.
CREATE TRIGGER "line_corrections_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "line_corrections"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
