CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "preferences" (
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "preferences_pkey" PRIMARY KEY ("user_id","name")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "is_team" BOOLEAN NOT NULL,
    "query" TEXT NOT NULL,
    "layout" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exports" (
    "id" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "preset" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "query" TEXT NOT NULL,
    "filter_words" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_streamed" BOOLEAN NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "mark" BIGINT,
    "rows_expected" BIGINT,
    "rows_written" BIGINT NOT NULL DEFAULT 0,
    "bytes" BIGINT,
    "sha256" TEXT,
    "totals" JSONB NOT NULL DEFAULT '[]',
    "failure" TEXT,
    "cursor" TEXT,
    "resumes" INTEGER NOT NULL DEFAULT 0,
    "kept_until" TIMESTAMPTZ(3),

    CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_chunks" (
    "export_id" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "export_chunks_pkey" PRIMARY KEY ("export_id","no")
);

-- CreateIndex
CREATE INDEX "saved_views_list_owner_id_idx" ON "saved_views"("list", "owner_id");

-- CreateIndex
CREATE INDEX "exports_requested_at_idx" ON "exports"("requested_at");

-- CreateIndex
CREATE INDEX "exports_state_idx" ON "exports"("state");

-- CreateIndex
CREATE INDEX "identifiers_key_idx" ON "identifiers" USING GIN ("key" gin_trgm_ops);

-- Which transactions were told of more than once.
CREATE INDEX "readings_duplicates" ON "readings" ("transaction_id") WHERE "outcome" = 'duplicate';
