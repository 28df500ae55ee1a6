-- What Prisma's schema language cannot say.

-- The JSON in a delivery's body, for searches by what it contains. A body may be anything at all, so whatever is too
-- long, not UTF-8 or not JSON (or JSON that jsonb cannot hold, such as an escaped NUL) is NULL instead of an error. The
-- cost keeps the planner from calling it before every cheaper condition has been met.
CREATE FUNCTION body_json(body bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT COST 1000 AS $$
BEGIN
    IF octet_length(body) > 65536 THEN
        RETURN NULL;
    END IF;
    -- A byte order mark is no part of the JSON; providers' messages are read without it too.
    RETURN ltrim(convert_from(body, 'UTF8'), U&'\FEFF')::jsonb;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
    RETURN NULL;
END $$;
