"""The journal: what people write, sealed, in the order in which it was written.

It has no pages. It never stores a word, a kind, a name or an hour outside a seal, and it
never changes an entry: a correction is an entry, and only erasure removes.
"""
