"""Two short invented texts of one story, for tests that need any files to read."""

WIRE = """Fishing crews held at Vessany, report says

VESSANY, March 4 (MPA) - At least 340 deckhands were held on boats off Vessany last year, according to a report by Open Harbour Watch.

"We found crews who had not been ashore for nine months," said Ilse Maren, the group's director.
"""

COURIER = """Hundreds held on boats

By Tomas Reek
5 March 2024

Some 340 deckhands were held on boats off Vessany last year, a report by Open Harbour Watch said on Monday.

"We found crews who had not been ashore for nine months," said Ilse Maren, director of Open Harbour Watch.
"""
