"""The directory: where treatment, meetings and other help can be had, and who says so.

Places come from official and open lists, each with its source and date; nothing stands
here without both. It never rates a place, never takes money for one, never guesses an
hour or an opening, and never learns who looked for what.
"""
