"""Makes the scripts of the demo folder importable; they are run as scripts and are no package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "demo"))
