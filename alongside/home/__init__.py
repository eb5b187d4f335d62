"""Home: the front door, the three questions, and the one next step.

It gathers what the other rooms know and says what helps now, and why. It keeps nothing of
someone without an account, and never suggests what could provoke where it is not safe.
"""
