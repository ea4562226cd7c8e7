"""Draw the terminal picture of the README from the program's own output: ``python docs/picture.py`` writes demo.svg."""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parent.parent
WIDTH = 112
LINES = 48

THEME = TerminalTheme(
    (250, 250, 248),
    (40, 42, 46),
    [
        (40, 42, 46),
        (165, 66, 66),
        (90, 120, 40),
        (160, 110, 30),
        (60, 100, 150),
        (120, 80, 140),
        (50, 120, 120),
        (110, 110, 110),
    ],
    [
        (90, 92, 96),
        (190, 80, 80),
        (110, 140, 60),
        (180, 130, 50),
        (80, 120, 170),
        (140, 100, 160),
        (70, 140, 140),
        (140, 140, 140),
    ],
)

# Only fonts that the reader's machine has: a picture must not fetch anything.
FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px; line-height: {line_height}px; }}
{styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}<g class="{unique_id}-matrix" xml:space="preserve">{matrix}</g></g>
</svg>"""


def main() -> None:
    """Run the demo in a terminal of fixed width and write its first lines as docs/demo.svg."""
    command = [sys.executable, "-m", "firsthand.cli", "read", "demo/docs", "--dossier"]
    environment = {**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    with tempfile.TemporaryDirectory() as place:
        done = subprocess.run(
            [*command, str(Path(place, "demo.dossier"))],
            cwd=ROOT,
            capture_output=True,
            text=True,
            env=environment,
        )
    lines = done.stdout.replace(f"{place}/", "").splitlines()
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text("$ firsthand read demo/docs"))
    for line in lines[:LINES]:
        console.print(Text.from_ansi(line))
    if len(lines) > LINES:
        console.print(Text("..."))
    picture = console.export_svg(title="firsthand", theme=THEME, code_format=FORMAT, unique_id="demo")
    (ROOT / "docs" / "demo.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
