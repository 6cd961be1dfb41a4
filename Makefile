# Requisite: `make help` lists what there is to make.

PREFIX ?= /usr/local
SWIFT ?= swift
FUZZ_SECONDS ?= 600
RELEASE = .build/release/requisite
SOURCES = Sources Plugins Tests Package.swift

.PHONY: run test benchmark fuzz format install set-up help

run: set-up ## Turn the documents in Corpus into records, a version and all artifacts in Output
	$(SWIFT) build -c release --product requisite
	$(RELEASE) run

test: set-up ## Run all tests
	.ci/set-up tests
	$(SWIFT) test

benchmark: set-up ## Measure extraction and runs beside reference programs
	.ci/set-up tests
	$(SWIFT) build -c release --product requisite
	python3 Tests/Benchmarks/benchmark.py $(RELEASE)
	python3 Tests/Benchmarks/history.py $(RELEASE)
	"$$(.ci/python-environment)" Tests/Benchmarks/changes.py $(RELEASE)
	python3 Tests/Benchmarks/syncing.py $(RELEASE)

fuzz: set-up ## Fuzz the readers and extraction, FUZZ_SECONDS each (default 600)
	Tests/Fuzzing/run $(FUZZ_SECONDS)

format: ## Lay out all Swift code
	$(SWIFT) format --in-place --recursive $(SOURCES)

install: ## Install the tool, its man page and its completions under PREFIX (and DESTDIR)
	$(SWIFT) build -c release --product requisite
	install -D -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/requisite
	.ci/completions $(RELEASE) $(DESTDIR)$(PREFIX)
	mkdir -p .build/manual
	$(SWIFT) package --allow-writing-to-directory .build/manual generate-manual --output-directory .build/manual
	install -D -m 644 .build/manual/requisite.1 $(DESTDIR)$(PREFIX)/share/man/man1/requisite.1

set-up: ## Install the system packages that a build needs, where they are missing
	@.ci/set-up build

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
