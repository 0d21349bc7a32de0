# syntax=docker/dockerfile:1
# Every part of Trame: the five services, the gateway and the portal.
#
#   docker build --build-arg PART=projects --build-arg VERSION=0.1.0 --build-arg REVISION=$(git rev-parse HEAD) \
#     --tag trame/projects:0.1.0 .
#
# services/kit/dev/image carries out the same lines without Docker, for the tests.

FROM node:24-trixie-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund
ARG PART
RUN npx turbo run build --filter=@trame/${PART}
RUN node services/kit/dev/tools/image-tree.mjs ${PART} /image

# Node and nothing else: no shell, no npm, no package manager. 65532 is its user "nonroot".
FROM gcr.io/distroless/nodejs24-debian13:nonroot
ARG PART
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="trame-${PART}" \
      org.opencontainers.image.description="TraAM, the French academies' shared work on digital teaching" \
      org.opencontainers.image.licenses="EUPL-1.2" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=build /image /app
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=4000
# Each thread's own heap of glibc would cost a process some 20 MB at rest.
ENV MALLOC_ARENA_MAX=2
WORKDIR /app/service
USER 65532:65532
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["/nodejs/bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["."]
