"""A person to call: the host's own line, and the lines of the reader's country.

It never shows a number past its day as sure, never a country's number as if it were
local elsewhere, and never leaves a reader without a number to ring.
"""
