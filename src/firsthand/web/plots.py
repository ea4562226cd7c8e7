"""Vega, the program that draws plots in the browser: one script, made once from the package that brings it."""

from functools import cache
from importlib.metadata import version

SNIPPET = "window.vegaEmbed = vegaEmbed;"


@cache
def script() -> bytes:
    """Return Vega, Vega-Lite, Vega-Embed and Vega's interpreter of expressions as one script; making it takes a second."""
    import vl_convert

    bundle: str = vl_convert.javascript_bundle(SNIPPET, vl_version=_version())
    return bundle.encode()


@cache
def edition() -> str:
    """Return what changes when the script does."""
    return f"{version('vl-convert-python')} {_version()} {SNIPPET}"


def _version() -> str:
    from firsthand.exports.charts.chart import VERSION

    return VERSION
