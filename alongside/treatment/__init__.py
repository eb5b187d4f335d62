"""Treatment: what there is, and what may fit.

Medicines lead, because they protect life. It gives no dose and no timing, promises nothing
of one person, and never shows help with withdrawal alone as a whole plan.
"""
