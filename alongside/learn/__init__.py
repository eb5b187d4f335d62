"""Learn: guides that explain, each with its sources and the day it was checked.

A guide ends in something to do. It never names an illness in a person, promises no
outcome, and says in plain sight that no clinician has reviewed it yet.
"""
