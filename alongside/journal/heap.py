"""What glibc does with memory that was given back to it.

Opening years of notes takes a few buffers of megabytes for a moment. glibc hands such
memory to the kernel at once, and to be given it anew, page by page, cost as much as
opening the notes themselves (measured with 5,000 entries: 1,500 page faults, 5.7 of 14
milliseconds). So a process keeps some of it. Where there is no glibc nothing is changed.
"""

import ctypes

# From <malloc.h>, and the size from which memory goes back: two large journals at once.
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
KEPT = 32 * 1024 * 1024


def keep() -> bool:
    """Let this process keep what it gave back; whether it can be told so."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return False
    return all(mallopt(what, KEPT) for what in (M_TRIM_THRESHOLD, M_MMAP_THRESHOLD))
