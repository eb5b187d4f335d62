"""Large journals are opened without asking the kernel for the same memory again."""

import platform

from alongside.journal import heap


def test_a_process_with_glibc_keeps_what_it_gave_back() -> None:
    assert heap.keep() is (platform.libc_ver()[0] == "glibc")
