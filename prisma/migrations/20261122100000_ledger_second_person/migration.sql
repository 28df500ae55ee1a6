-- Whoever asks never agrees, whichever statement says so and in however many sessions.
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_two_people"
    CHECK ("outcome" IS DISTINCT FROM 'approved' OR lower(trim("decided_by")) IS DISTINCT FROM lower(trim("proposed_by")));

-- What was decided stays decided.
CREATE FUNCTION refuse_second_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A proposal is decided once.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "proposals_decided_once" BEFORE UPDATE ON "proposals"
    FOR EACH ROW WHEN (OLD."outcome" IS NOT NULL) EXECUTE FUNCTION refuse_second_decision();
