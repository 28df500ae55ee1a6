-- CreateTable
CREATE TABLE "refunds" (
    "transaction_id" TEXT COLLATE "C" NOT NULL,
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "original_status" TEXT NOT NULL,
    "status" TEXT,
    "provider_status" TEXT,
    "amount" DECIMAL,
    "currency" TEXT,
    "is_partial" BOOLEAN NOT NULL,
    "external_ref" TEXT,
    "steps" JSONB NOT NULL,
    "current_step" TEXT,
    "steps_done" INTEGER NOT NULL,
    "is_waiting_for_id" BOOLEAN NOT NULL,
    "whereabouts" TEXT NOT NULL,
    "refund_of" TEXT COLLATE "C",
    "triggered_at" TIMESTAMPTZ(6) NOT NULL,
    "moved_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("transaction_id")
);

-- CreateTable
CREATE TABLE "refund_floors" (
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "slow_seconds" INTEGER NOT NULL,
    "late_seconds" INTEGER NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refund_floors_pkey" PRIMARY KEY ("provider","kind","step")
);

-- CreateTable
CREATE TABLE "remarks" (
    "seq" BIGSERIAL NOT NULL,
    "transaction_id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "assignee" TEXT,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "remarks_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "requested_by" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "summary" TEXT,
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listed_events" (
    "feed" TEXT NOT NULL,
    "event_id" TEXT COLLATE "C" NOT NULL,
    "confirm_id" TEXT NOT NULL,
    "account" TEXT,
    "subscription" TEXT NOT NULL,
    "operation_id" TEXT,
    "happened_at" TIMESTAMPTZ(6),
    "body" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "decided_by" TEXT,
    "delivery_seq" BIGINT,
    "first_listed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_listed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "listed_events_pkey" PRIMARY KEY ("feed","event_id")
);

-- CreateTable
CREATE TABLE "list_differences" (
    "list" TEXT NOT NULL,
    "transaction_id" TEXT COLLATE "C" NOT NULL,
    "field" TEXT NOT NULL,
    "theirs" TEXT,
    "ours" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "list_differences_pkey" PRIMARY KEY ("list","transaction_id","field")
);

-- CreateTable
CREATE TABLE "api_nonces" (
    "key" TEXT NOT NULL,
    "last" BIGINT NOT NULL,

    CONSTRAINT "api_nonces_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "refunds_triggered_at_transaction_id_idx" ON "refunds"("triggered_at" DESC, "transaction_id" DESC);

-- CreateIndex
CREATE INDEX "refunds_status_triggered_at_idx" ON "refunds"("status", "triggered_at" DESC);

-- CreateIndex
CREATE INDEX "refunds_refund_of_idx" ON "refunds"("refund_of");

-- CreateIndex
CREATE INDEX "remarks_transaction_id_seq_idx" ON "remarks"("transaction_id", "seq");

-- CreateIndex
CREATE INDEX "job_runs_job_id_idx" ON "job_runs"("job", "id");

-- CreateIndex
CREATE INDEX "listed_events_state_first_listed_at_idx" ON "listed_events"("state", "first_listed_at");

-- CreateIndex
CREATE INDEX "list_differences_settled_at_last_seen_at_idx" ON "list_differences"("settled_at", "last_seen_at");

-- What somebody said stays said.
CREATE TRIGGER "remarks_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "remarks"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
