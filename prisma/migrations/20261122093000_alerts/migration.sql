-- When a notice was last tried, so that it rests longer each time, and in which language a channel is told.
ALTER TABLE "alert_notices" ADD COLUMN "tried_at" TIMESTAMPTZ(3);

ALTER TABLE "alert_channels" ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en';

-- What is still to be told: looked for every minute, and nearly always nothing.
CREATE INDEX "alert_notices_sent_at_channel_id_idx" ON "alert_notices"("sent_at", "channel_id");
