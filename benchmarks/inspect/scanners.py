#!/usr/bin/env python3
"""Asks one of the peers, from its checkout: paths on standard input, `path<TAB>verdict` on standard output.

Usage: scanners.py picklescan|picklescan-strict|modelscan|fickling|saferpickle|modelaudit CHECKOUT
"""

import contextlib
import io
import logging
import sys
from pathlib import Path


def picklescan(strict=False):
    from picklescan.scanner import scan_file_path

    def scan(path):
        result = scan_file_path(path, strict=True) if strict else scan_file_path(path)
        return "malicious" if result.issues_count else "error" if result.scan_err else "clean"

    return scan


def modelscan():
    from modelscan.modelscan import ModelScan

    def scan(path):
        found = ModelScan().scan(Path(path))
        return "malicious" if found["summary"]["total_issues"] else "error" if found["errors"] else "clean"

    return scan


def fickling():
    from fickling.analysis import Severity, check_safety
    from fickling.fickle import StackedPickle

    def scan(path):
        with open(path, "rb") as file:
            worst = max((check_safety(p).severity for p in StackedPickle.load(file)), default=Severity.LIKELY_SAFE)
        return "clean" if worst == Severity.LIKELY_SAFE else "malicious" if worst >= Severity.LIKELY_UNSAFE else "suspicious"

    return scan


def saferpickle():
    import saferpickle as library

    def scan(path):
        with open(path, "rb") as file:
            scores = library.security_scan(file.read())
        return (
            "malicious"
            if scores.get("unsafe", 0) > scores.get("suspicious", 0)
            else "suspicious"
            if scores.get("suspicious", 0)
            else "clean"
        )

    return scan


def modelaudit():
    from modelaudit.core import scan_model_directory_or_file

    def scan(path):
        found = scan_model_directory_or_file(path)
        severities = {str(getattr(i.severity, "value", i.severity)) for i in found.issues}
        return "malicious" if "critical" in severities else "suspicious" if "warning" in severities else "clean"

    return scan


SCANNERS = {
    "picklescan": picklescan,
    "picklescan-strict": lambda: picklescan(True),
    "modelscan": modelscan,
    "fickling": fickling,
    "saferpickle": saferpickle,
    "modelaudit": modelaudit,
}


def main():
    name, checkout = sys.argv[1:3]
    sys.path[:0] = [checkout, f"{checkout}/src"]
    logging.disable(logging.CRITICAL)
    scan = SCANNERS[name]()
    for path in sys.stdin.read().splitlines():
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                verdict = scan(path)
        except Exception:  # noqa: BLE001 — a scanner that fails has no verdict
            verdict = "error"
        print(f"{path}\t{verdict}")


if __name__ == "__main__":
    main()
