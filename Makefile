# Every task of this repository. `make` lists the targets.

.PHONY: help setup embed generate check test test-all test-nested record bench fuzz mutate release
.DEFAULT_GOAL := help

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the missing packages that building and testing need.
	@Tests/setup

embed: setup ## Embed Templates/ and the runtime's sources in the tool. Needed after each change of them.
	swift run --quiet embed-templates

generate: embed ## Write Generated/ from specs/.
	swift run clientsmith generate

check: setup ## Run the fast checks: format, unit tests, currency of Generated/.
	Tests/run format build unit current

test: setup ## Run every check and every test.
	Tests/run

test-all: setup ## Run the same with every sample whole, and plug-ins that build the tool.
	WHOLE=true Tests/run

test-nested: setup ## Run the nested tests, or those in NAME: make test-nested NAME="Calls HostileNames".
	Tests/run-nested $(NAME)

record: setup ## Rewrite the files that tests expect. Read the diff before you commit it.
	Tests/run record

bench: setup ## Measure generating the four services and two large documents.
	python3 Tests/Measurements/Benchmarks/generating.py

fuzz: setup ## Fuzz the readers for SECONDS each (60 by default).
	for subject in yaml json references; do Tests/Fuzzing/run $$subject $(or $(SECONDS),60) || exit; done

mutate: setup ## Change documents at random, RUNS times (1000 by default), and compile what the tool makes of them.
	Tests/Fuzzing/mutate specs Tests/Integration/Corpus/Documents Tests/Units/GenerationTests/Cases --runs $(or $(RUNS),1000)

release: setup ## Pack the tool as a static executable for Linux.
	Release/pack
