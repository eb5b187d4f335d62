"""Cli: `alongside`, the one command of whoever runs the server.

It never shows, counts or keeps anything a person wrote: it works without keys.
"""
