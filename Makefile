# Kurir. `make run` starts it, `make test` checks everything; both install what they need on a fresh machine.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help
MVN = cd backend && JAVA_HOME="$$(../.make/jdk)" MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow $$MAVEN_OPTS" mvn -B -ntp

.PHONY: help run dev test check frontend-test backend-test e2e crash-test bench guarantees backup restore format clean

help: ## what can be made
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1|/' | column -t -s '|'

run: ## build what is missing and start Kurir with its own PostgreSQL: prints the link
	@exec .make/run

dev: ## the frontend with hot reload on top of a running `make run`
	@.make/node-modules && cd frontend && npm run dev

test: ## everything: lint, backend, contract, frontend, browser stories
	@$(MAKE) --no-print-directory frontend-test backend-test e2e

check: test ## the same

frontend-test: ## types, lint, translations, tests, build and size of the frontend
	@.make/node-modules && cd frontend && npm run --silent check

backend-test: ## lint, unit, integration, architecture and contract tests of the backend
	@.make/jdk >/dev/null && .make/dovecot && $(MVN) verify 2>&1 | ../.make/quiet

e2e: ## the stories in a real browser against the real program
	@.make/e2e

crash-test: ## break the program in every way the tests know (50 kills, 9 failpoints, database, nodes …; about an hour)
	@.make/crash-test

backup: ## a copy of the running installation, taken while it works: FILE=kurir.backup
	@.make/start backup "$(or $(FILE),kurir.backup)"

restore: ## an installation from a backup, in an empty KURIR_DATA; it sends nothing until somebody confirms: FILE=kurir.backup
	@.make/jar && .make/start restore "$(or $(FILE),kurir.backup)"

bench: ## figures: sending, generating, stopping, watching, idle accounts (about an hour)
	@.make/bench

guarantees: ## what crash-test and bench have seen, written into docs/guarantees.md
	@.make/guarantees

format: ## put every file into the house's format
	@.make/jdk >/dev/null && $(MVN) -q spotless:apply
	@.make/node-modules && cd frontend && npm run --silent format

clean: ## remove what was built; the data in .kurir stays
	rm -rf backend/target frontend/dist frontend/node_modules frontend/src/api/generated
