"""Rehearsal: a talk with someone who answers back, before the talk itself.

Plain and deterministic: the same lines get the same answers. What moves, and why, is
told after every line; nothing that is said is kept. A yes that was forced is no yes here.
"""
