"""Testing: the visitor our tests are told through. Nothing here runs on a host."""
