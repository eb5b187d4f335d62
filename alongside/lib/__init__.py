"""Lib: plain helpers named by subject. It knows nothing of us and keeps nothing."""
