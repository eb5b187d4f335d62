"""Safety: what to do in an overdose, and the pages that answer when little else does.

It never asks who someone is, never waits for the network where it can help it, and never
needs the database.
"""
