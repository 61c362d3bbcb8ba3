import logging

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
