"""The command line: one door of the program. ``main`` is the console script.

Only click is imported here, so that ``firsthand --help`` answers at once; each
command loads what it needs when it runs.
"""

import io
import sys

import click

from firsthand import __version__
from firsthand.cli import asking, deciding, keeping, locking, page, protecting, reading
from firsthand.errors import FirsthandError, Refused

COMMANDS = (
    reading.read, reading.new, reading.add, reading.inspect, reading.update, page.open_page,
    asking.findings, asking.claims, asking.show, asking.search, asking.check,
    deciding.accept, deciding.reject, deciding.correct, deciding.decide, deciding.undo, deciding.history, deciding.merge,
    keeping.export, keeping.forget, locking.lock, locking.unlock,
    protecting.protect, protecting.risk, protecting.consent, keeping.verify, keeping.doctor,
)  # fmt: skip


class _InOrder(click.Group):
    """A group that lists its commands in the order of the work, not of the alphabet."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of the commands as they were added."""
        return list(self.commands)


@click.group(
    cls=_InOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done (problems are printed and stored), 1 some input could not be read or a check failed "
    "and the rest is done, 2 wrong use or nothing done.",
)
@click.version_option(__version__, prog_name="firsthand")
@click.option(
    "--passphrase-fd",
    type=click.IntRange(min=0),
    metavar="N",
    help="Read the passphrase of an encrypted dossier from file descriptor N.",
)
def firsthand(passphrase_fd: int | None) -> None:  # read by cli.passphrase
    """Tell what is claimed in a folder of documents, by whom and on whose authority.

    It shows which sources are really independent and where figures agree, drift or conflict, every line with the exact
    words. It works offline, judges no truth and sends nothing anywhere.

    Start with:  firsthand read FOLDER
    """


for _command in COMMANDS:
    firsthand.add_command(_command)


def main() -> None:
    """Run the command line; never show a traceback for what a user can mend."""
    _any_character()
    try:
        sys.exit(firsthand(standalone_mode=False, prog_name="firsthand") or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except FirsthandError as error:
        click.echo(f"firsthand: {error}", err=True)
        sys.exit(1 if isinstance(error, Refused) else 2)
    except (KeyboardInterrupt, click.Abort):
        click.echo(
            "\nfirsthand: stopped; what was reported is kept, and the same command goes on from there",
            err=True,
        )
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output has gone, e.g. `| head`
        sys.stderr.close()
        sys.exit(0)


def _any_character() -> None:
    """Let every character through: a terminal shows those that it does not know escaped, a file or pipe gets UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
