"""Talk: getting ready for a talk, reading one's own words along, and practising it.

The room never tells anyone to talk where it could put them in danger, never grades, and
never counts a yes that was pressed for.
"""
