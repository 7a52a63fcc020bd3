"""Where the repository has what the tests read."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SPECS = ROOT / "specs"
FUZZING = ROOT / "Tests" / "Fuzzing"
INTEGRATION = ROOT / "Tests" / "Integration"
UNITS = ROOT / "Tests" / "Units"
# Documents that are not the repository's. What needs them is skipped where they are missing.
CORPUS = ROOT.parent / "shared" / "corpus"
