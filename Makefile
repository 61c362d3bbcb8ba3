# README.md says what each command is for. Every path here is relative, so that the folder may have any name.
SHELL = /bin/sh

.PHONY: help run test bench

help:
	@echo 'make run    the site with its demo on http://127.0.0.1:8000 (another port: make run PORT=8001)'
	@echo 'make test   the whole test suite'
	@echo 'make bench  the benchmarks'

run:
	@sh requirements/install.sh .venv requirements/base.txt
	@.venv/bin/python -m policytracker.env
	@exec .venv/bin/python manage.py serve

test:
	@sh requirements/install.sh .venv-test requirements/dev.txt
	@exec .venv-test/bin/python -m tests.run

bench:
	@sh requirements/install.sh .venv-test requirements/dev.txt
	@exec .venv-test/bin/python -m tests.benchmarks.run
