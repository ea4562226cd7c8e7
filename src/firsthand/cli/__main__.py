"""``python -m firsthand.cli`` is the same as ``firsthand``."""

from firsthand.cli import main

main()
