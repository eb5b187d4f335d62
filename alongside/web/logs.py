"""What a log line may hold: when, how bad, which kind of fault, and where in the code.

Never an address, a query, a body, a name, an IP or a local variable.
"""

import logging
import traceback


class Plain(logging.Formatter):
    """One line for each fault, to the minute. Messages with arguments are not filled in."""

    def format(self, record: logging.LogRecord) -> str:
        when = self.formatTime(record, "%Y-%m-%d %H:%M")
        said = f"{when} {record.levelname} {record.name}"
        if record.name.startswith("alongside"):
            # Our own messages are whole sentences without arguments (a house test).
            said += f" {record.msg}"
        if record.exc_info and record.exc_info[0]:
            places = traceback.extract_tb(record.exc_info[2])[-3:]
            steps = " < ".join(f"{p.name}:{p.lineno}" for p in reversed(places))
            said += f" {record.exc_info[0].__name__} at {steps}"
        return said
