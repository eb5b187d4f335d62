"""Web: the frame of every page, its parts, forms, look and headers.

It never knows a room, a person or a database.
"""
