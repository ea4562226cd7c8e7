"""What the terminal is told when the program itself made a mistake."""

import sys
import traceback


def tell(error: BaseException) -> None:
    """Write the kind and place of an error to the terminal; its message may hold words of a source and is left out."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    sys.stderr.write(f"firsthand: {type(error).__name__} in {place.filename}:{place.lineno}\n")
