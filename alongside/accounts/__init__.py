"""Accounts: who is here, and is their journal open.

There is no password and no e-mail address: signing in is opening a sealed key. The room
never says whether a name is known here, and never keeps an address, a time or a name in
clear.
"""
