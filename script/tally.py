"""Count what `script/test` ran, kind by kind, and end with one line for all of it.

Reads in the folder it is given: `checks` (a line each, `passed` or `FAILED`), `*.xml`
(what pytest wrote, one file for each run) and `ended-badly` (runs that did not end well,
a line each). Exit code 0 only if nothing failed and nothing was skipped in silence.

Two reasons may skip a test. It needs the sample data, and they are not there. Or it is
about one database alone, and then it has to pass in the same kind of run on the other.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

# Each run, and the same kind of run on the other database.
RUNS = {
    "SQLite, in process": "PostgreSQL, in process",
    "SQLite, in a browser": "PostgreSQL, in a browser",
    "PostgreSQL, in process": "SQLite, in process",
    "PostgreSQL, in a browser": "SQLite, in a browser",
}
NO_SAMPLES = "sample data: not there"


@dataclass(frozen=True)
class Run:
    """What came of one run: the names of its tests, and of skipped ones the reason."""

    passed: frozenset[str] = frozenset()
    failed: int = 0
    skipped: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Count:
    """How many passed, failed, and were skipped for one of the two reasons."""

    passed: int = 0
    failed: int = 0
    lacking: int = 0
    others: int = 0

    def __add__(self, more: "Count") -> "Count":
        return Count(
            self.passed + more.passed,
            self.failed + more.failed,
            self.lacking + more.lacking,
            self.others + more.others,
        )

    def __str__(self) -> str:
        told = f"{self.passed} passed, {self.failed} failed"
        if self.lacking:
            told += f", {self.lacking} without sample data"
        if self.others:
            told += f", {self.others} of the other database alone"
        return told


def main(folder: Path) -> int:
    samples = bool(os.environ.get("ALONGSIDE_SAMPLES"))
    ended_badly = _lines(folder / "ended-badly")
    runs = {name: read(folder / f"{name}.xml") for name in RUNS}
    counts = {"checks": of_checks(_lines(folder / "checks"))}
    for name, other in RUNS.items():
        count = of_run(runs[name], runs[other], may_lack=not samples)
        # A run that did not end well has failed, even if each of its tests passed.
        fault = Count(failed=int(name in ended_badly and not count.failed))
        counts[name] = count + fault
    for name, count in counts.items():
        print(f"{name}: {count}")
    total = sum(counts.values(), Count())
    print(f"sample data: {'there' if samples else 'not there'}")
    print(f"{total.passed} passed, {total.failed} failed")
    return 1 if total.failed or not total.passed else 0


def of_checks(lines: list[str]) -> Count:
    passed = sum(line.startswith("passed") for line in lines)
    return Count(passed=passed, failed=len(lines) - passed)


def of_run(run: Run, other: Run, *, may_lack: bool) -> Count:
    """The count of one run. A test that was skipped without a good reason has failed."""
    count = Count(passed=len(run.passed), failed=run.failed)
    for name, reason in run.skipped:
        if NO_SAMPLES in reason and may_lack:
            count += Count(lacking=1)
        elif name in other.passed and NO_SAMPLES not in reason:
            count += Count(others=1)
        else:
            print(f"skipped in silence: {name} ({reason})")
            count += Count(failed=1)
    return count


def read(report: Path) -> Run:
    """What pytest wrote of one run. A run that left nothing has failed."""
    if not report.exists():
        return Run(failed=1)
    passed, failed, skipped = set(), 0, []
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 -- our own file
        name = f"{case.get('classname')}.{case.get('name')}"
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif skip is not None:
            skipped.append((name, skip.get("message", "")))
        else:
            passed.add(name)
    return Run(frozenset(passed), failed, tuple(skipped))


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
