import logging
import sys

import pytest

from policytracker.logs import OneLineFormatter


def line(message: str, *arguments: object) -> str:
    record = logging.LogRecord("site", logging.WARNING, __file__, 1, message, arguments, None)
    return OneLineFormatter().format(record)


def test_a_line_tells_level_name_and_message() -> None:
    assert line("Not Found: %s", "/nowhere/").endswith(" WARNING site Not Found: /nowhere/")


@pytest.mark.parametrize("forged", ["\n", "\r\n", "\x0b", "\x1b[2J", "\u2028", "\x85", "\x00"])
def test_nothing_in_a_message_begins_a_line_of_its_own(forged: str) -> None:
    written = line("Not Found: %s", f"/x{forged}2026-01-01 CRITICAL site forged")
    assert len(written.splitlines()) == 1
    assert forged not in written


FORGED = "2026-01-01 00:00:00,000 ERROR site forged"


def record_of(error: Exception) -> logging.LogRecord:
    """A record with the traceback of an error that was raised."""
    try:
        raise error
    except Exception:
        return logging.LogRecord("site", logging.ERROR, __file__, 1, "Server error", (), sys.exc_info())


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\u2028", "\x85"])
def test_nothing_in_a_traceback_begins_a_line_of_the_log(end: str) -> None:
    first, *others = OneLineFormatter().format(record_of(ValueError(f"x{end}{FORGED}"))).splitlines()
    assert first.endswith(" ERROR site Server error")
    assert any("forged" in other for other in others)
    assert [other for other in others if not other.startswith("    ")] == []


def test_a_traceback_can_be_read_and_controls_no_terminal() -> None:
    written = OneLineFormatter().format(record_of(ValueError("red \x1b[31m \x00")))
    assert "\n    Traceback (most recent call last):\n" in written
    assert r"ValueError: red \x1b[31m \x00" in written
    assert "\x1b" not in written


def test_what_another_formatter_kept_of_the_traceback_is_not_written() -> None:
    record = record_of(ValueError(f"x\n{FORGED}"))
    logging.Formatter().format(record)
    assert f"\n{FORGED}" not in OneLineFormatter().format(record)


def test_stack_info_begins_no_line_either() -> None:
    record = logging.LogRecord(
        "site", logging.ERROR, __file__, 1, "Here", (), None, sinfo=f"Stack:\n{FORGED}"
    )
    assert f"\n    {FORGED}" in OneLineFormatter().format(record)
