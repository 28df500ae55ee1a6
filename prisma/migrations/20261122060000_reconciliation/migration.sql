-- CreateTable
CREATE TABLE "bank_accounts" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "bank" TEXT,
    "number" TEXT,
    "currency" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "profile" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statements" (
    "id" BIGSERIAL NOT NULL,
    "account_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "format" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "first_day" DATE,
    "last_day" DATE,
    "opening" DECIMAL,
    "closing" DECIMAL,
    "tallies" JSONB NOT NULL,
    "imported_by" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lines" (
    "seq" BIGSERIAL NOT NULL,
    "statement_id" BIGINT NOT NULL,
    "account_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "booked_on" DATE NOT NULL,
    "booked_at" TIMESTAMPTZ(6),
    "value_on" DATE,
    "amount" DECIMAL NOT NULL,
    "currency" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "name" TEXT,
    "account" TEXT,
    "tax_id" TEXT,
    "bank_reference" TEXT,
    "balance" DECIMAL,
    "kind" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "occurrence" INTEGER NOT NULL,

    CONSTRAINT "lines_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "line_ids" (
    "line_seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "value" TEXT NOT NULL,
    "origin" TEXT NOT NULL,

    CONSTRAINT "line_ids_pkey" PRIMARY KEY ("line_seq","kind","key")
);

-- CreateTable
CREATE TABLE "legs" (
    "id" TEXT COLLATE "C" NOT NULL,
    "transaction_id" TEXT COLLATE "C" NOT NULL,
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "amount" DECIMAL,
    "currency" TEXT,
    "expectation" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "local_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "external_ref" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "legs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leg_ids" (
    "leg_id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "leg_ids_pkey" PRIMARY KEY ("leg_id","kind","key")
);

-- CreateTable
CREATE TABLE "matches" (
    "id" BIGSERIAL NOT NULL,
    "pass" SMALLINT NOT NULL,
    "rule" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "run_id" BIGINT,
    "evidence" JSONB NOT NULL,
    "remainder" DECIMAL NOT NULL,
    "reason" TEXT,
    "made_by" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by" TEXT,
    "undone_at" TIMESTAMPTZ(3),
    "undone_why" TEXT,

    CONSTRAINT "matches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matched_lines" (
    "line_seq" BIGINT NOT NULL,
    "match_id" BIGINT NOT NULL,

    CONSTRAINT "matched_lines_pkey" PRIMARY KEY ("line_seq")
);

-- CreateTable
CREATE TABLE "matched_legs" (
    "leg_id" TEXT COLLATE "C" NOT NULL,
    "book" TEXT NOT NULL,
    "match_id" BIGINT NOT NULL,

    CONSTRAINT "matched_legs_pkey" PRIMARY KEY ("leg_id","book")
);

-- CreateTable
CREATE TABLE "match_decisions" (
    "seq" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "match_id" BIGINT,
    "line_seqs" BIGINT[],
    "leg_ids" TEXT[],
    "reason" TEXT,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "match_decisions_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "rule_versions" (
    "rule" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "note" TEXT,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_versions_pkey" PRIMARY KEY ("rule","version")
);

-- CreateTable
CREATE TABLE "match_runs" (
    "id" BIGSERIAL NOT NULL,
    "is_dry" BOOLEAN NOT NULL,
    "requested_by" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "figures" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "match_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_exceptions" (
    "id" BIGSERIAL NOT NULL,
    "about" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "line_seq" BIGINT,
    "leg_id" TEXT COLLATE "C",
    "rail" TEXT NOT NULL,
    "expected" TEXT,
    "actual" TEXT,
    "amount" DECIMAL,
    "currency" TEXT,
    "day" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "owner" TEXT,
    "resolution" TEXT,
    "remark" TEXT,
    "resolved_by" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "wait_until" DATE,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "match_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exception_notes" (
    "seq" BIGSERIAL NOT NULL,
    "exception_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "made_by" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exception_notes_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "bank_accounts_name_key" ON "bank_accounts"("name");

-- CreateIndex
CREATE INDEX "statements_account_id_first_day_idx" ON "statements"("account_id", "first_day");

-- CreateIndex
CREATE INDEX "statements_file_hash_idx" ON "statements"("file_hash");

-- CreateIndex
CREATE INDEX "lines_statement_id_idx" ON "lines"("statement_id");

-- CreateIndex
CREATE INDEX "lines_account_id_booked_on_seq_idx" ON "lines"("account_id", "booked_on", "seq");

-- CreateIndex
CREATE INDEX "lines_booked_on_seq_idx" ON "lines"("booked_on", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "lines_account_id_fingerprint_occurrence_key" ON "lines"("account_id", "fingerprint", "occurrence");

-- CreateIndex
CREATE INDEX "line_ids_key_kind_idx" ON "line_ids"("key", "kind");

-- CreateIndex
CREATE INDEX "legs_transaction_id_idx" ON "legs"("transaction_id");

-- CreateIndex
CREATE INDEX "legs_rail_local_day_id_idx" ON "legs"("rail", "local_day", "id");

-- CreateIndex
CREATE INDEX "legs_occurred_at_id_idx" ON "legs"("occurred_at", "id");

-- CreateIndex
CREATE INDEX "legs_amount_local_day_idx" ON "legs"("amount", "local_day");

-- CreateIndex
CREATE INDEX "leg_ids_key_kind_idx" ON "leg_ids"("key", "kind");

-- CreateIndex
CREATE INDEX "matches_made_at_idx" ON "matches"("made_at");

-- CreateIndex
CREATE INDEX "matched_lines_match_id_idx" ON "matched_lines"("match_id");

-- CreateIndex
CREATE INDEX "matched_legs_match_id_idx" ON "matched_legs"("match_id");

-- CreateIndex
CREATE UNIQUE INDEX "match_exceptions_about_key" ON "match_exceptions"("about");

-- CreateIndex
CREATE INDEX "match_exceptions_state_reason_idx" ON "match_exceptions"("state", "reason");

-- CreateIndex
CREATE INDEX "match_exceptions_line_seq_idx" ON "match_exceptions"("line_seq");

-- CreateIndex
CREATE INDEX "match_exceptions_leg_id_idx" ON "match_exceptions"("leg_id");

-- CreateIndex
CREATE INDEX "exception_notes_exception_id_seq_idx" ON "exception_notes"("exception_id", "seq");

-- The same file may be imported once, and again after it was undone.
CREATE UNIQUE INDEX "statements_account_id_file_hash_key" ON "statements" ("account_id", "file_hash") WHERE "undone_at" IS NULL;

-- What somebody decided or said stays.
CREATE TRIGGER "match_decisions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "match_decisions"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "exception_notes_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "exception_notes"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was projected until now knew nothing of refunds and legs.
CREATE TABLE "understanding" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL,

    CONSTRAINT "understanding_pkey" PRIMARY KEY ("id")
);
INSERT INTO "understanding" ("version") VALUES (0);
