"""Measurements at full size: time, memory, crashes and the scores on shared gold data."""
