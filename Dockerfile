# syntax=docker/dockerfile:1
FROM python:3.11-slim AS build
WORKDIR /srv
COPY requirements.lock .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock

FROM python:3.11-slim
LABEL org.opencontainers.image.title="Tarikh" \
      org.opencontainers.image.description="A chronology in which every fact stands on its passage"
ENV PATH="/venv/bin:$PATH" PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    DATABASE=/data/tarikh.sqlite3 LISTEN=0.0.0.0 PORT=8000 WORKERS=1
WORKDIR /srv
COPY --from=build /venv /venv
COPY app app
COPY migrations migrations
COPY seeds seeds
COPY static static
COPY templates templates
RUN mkdir /data && chown 65534:65534 /data
USER 65534:65534
VOLUME /data
EXPOSE 8000
# The slim image has no curl; the interpreter asks instead.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
CMD ["python", "-m", "app", "serve"]
