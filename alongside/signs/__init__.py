"""Signs: what a family saw or heard, in their own words, and what it adds up to.

The room says when a caring talk is worth it and when to get help now. It never names an
illness, never scores a person, and never asks anyone to watch more: notes leave after
ninety days unless they are kept by hand.
"""
