# The site and its worker, from one image: docker-compose.yml says which runs what.
FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore \
    GRANIAN_WORKERS=2
WORKDIR /app

COPY requirements/base.txt requirements/base.txt
RUN pip install --no-cache-dir --require-hashes --requirement requirements/base.txt

COPY manage.py LICENSE ./
COPY policytracker policytracker
COPY regions regions
COPY articles articles
COPY templates templates
COPY locale locale
COPY static static

# The static files are part of the image. The key is for this one command: it is stored nowhere.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
    python manage.py collectstatic --noinput --verbosity 0

RUN useradd --system --uid 10001 --no-create-home policytracker
USER policytracker

EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://localhost:8000/healthz', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["python", "-m", "granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", \
     "--blocking-threads", "8", "--workers-kill-timeout", "5", "--log-level", "error", \
     "policytracker.wsgi:application"]
