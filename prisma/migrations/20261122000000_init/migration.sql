-- CreateTable
CREATE TABLE "deliveries" (
    "seq" BIGSERIAL NOT NULL,
    "provider" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "source_address" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "headers" JSONB NOT NULL,
    "body" BYTEA NOT NULL,
    "answer_status" SMALLINT NOT NULL,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "inbox" (
    "delivery_seq" BIGINT NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("delivery_seq")
);

-- CreateTable
CREATE TABLE "refusals" (
    "seq" BIGSERIAL NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "path" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "source_address" TEXT NOT NULL,
    "headers" JSONB NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "body" BYTEA NOT NULL,
    "answer_status" SMALLINT NOT NULL,

    CONSTRAINT "refusals_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "readings" (
    "delivery_seq" BIGINT NOT NULL,
    "outcome" TEXT NOT NULL,
    "event_id" TEXT COLLATE "C",
    "transaction_id" TEXT COLLATE "C",
    "reason" TEXT,

    CONSTRAINT "readings_pkey" PRIMARY KEY ("delivery_seq")
);

-- CreateTable
CREATE TABLE "events" (
    "id" TEXT COLLATE "C" NOT NULL,
    "transaction_id" TEXT COLLATE "C" NOT NULL,
    "type" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "delivery_seq" BIGINT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transactions" (
    "id" TEXT COLLATE "C" NOT NULL,
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "provider_status" TEXT,
    "amount" numeric,
    "currency" TEXT,
    "amount_out" numeric,
    "currency_out" TEXT,
    "token" TEXT,
    "network" TEXT,
    "external_ref" TEXT COLLATE "C",
    "refund_status" TEXT,
    "is_incomplete" BOOLEAN NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "event_count" INTEGER NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "transactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identifiers" (
    "key" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "transaction_id" TEXT COLLATE "C" NOT NULL,
    "value" TEXT NOT NULL,
    "network" TEXT,

    CONSTRAINT "identifiers_pkey" PRIMARY KEY ("key","kind","transaction_id")
);

-- CreateTable
CREATE TABLE "links" (
    "transaction_id" TEXT COLLATE "C" NOT NULL,
    "relation" TEXT COLLATE "C" NOT NULL,
    "target" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "links_pkey" PRIMARY KEY ("transaction_id","relation","target")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deliveries_received_at_seq_idx" ON "deliveries"("received_at", "seq");

-- CreateIndex
CREATE INDEX "refusals_received_at_idx" ON "refusals"("received_at");

-- CreateIndex
CREATE INDEX "readings_event_id_idx" ON "readings"("event_id");

-- CreateIndex
CREATE INDEX "readings_outcome_delivery_seq_idx" ON "readings"("outcome", "delivery_seq");

-- CreateIndex
CREATE INDEX "events_transaction_id_idx" ON "events"("transaction_id");

-- CreateIndex
CREATE INDEX "transactions_occurred_at_id_idx" ON "transactions"("occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "transactions_updated_at_id_idx" ON "transactions"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "transactions_provider_occurred_at_id_idx" ON "transactions"("provider", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "transactions_status_occurred_at_id_idx" ON "transactions"("status", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "transactions_external_ref_idx" ON "transactions" USING HASH ("external_ref");

-- CreateIndex
CREATE INDEX "identifiers_transaction_id_idx" ON "identifiers"("transaction_id");

-- CreateIndex
CREATE INDEX "links_target_idx" ON "links"("target");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

-- Amounts keep the digits they were given, within what the fold can hold.
ALTER TABLE "transactions"
    ADD CONSTRAINT "transactions_amount_exact" CHECK (scale("amount") <= 18 AND abs("amount") < 1e20),
    ADD CONSTRAINT "transactions_amount_out_exact" CHECK (scale("amount_out") <= 18 AND abs("amount_out") < 1e20);

-- Evidence and events are written once. Rebuilding events means new tables, never changed rows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "deliveries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "deliveries"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "events"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
