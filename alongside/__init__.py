"""Alongside: help for the families and friends of someone who uses opioids."""
