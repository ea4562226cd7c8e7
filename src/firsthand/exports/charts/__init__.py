"""Plots of figures and their origins, as data: records in, Vega-Lite specifications out.

Each chart is one pure function in a file of its own and gives a ``Chart``:

    from firsthand.exports import charts

    chart = charts.drift(figure, claims, documents)      # claims and documents: mappings by id
    chart = charts.lineage(figure, claims, documents, links)
    chart = charts.timeline(claims, documents)           # the claims in order of importance
    chart = charts.spread(figure, claims)
    chart = charts.independence(figures, claims, documents)

    chart.spec            # the Vega-Lite specification: a dictionary that JSON can hold
    chart.says            # the text alternative: one or two sentences that say what one sees
    chart.head, chart.rows  # the same as a table
    charts.svg(chart)     # an <svg> element with the text alternative inside, made offline

In a page of its own: ``vegaEmbed(node, chart.spec, {renderer: "svg", actions: false, ast: true})``. The text takes
the colour of the page (``currentColor``) and the hollow points its background (``Canvas``, so the page sets
``color-scheme: light dark``); that is why the renderer must be SVG. ``ast`` is Vega's interpreter; no chart needs
``unsafe-eval``, an address outside, or more than a few hundred rows. Rows of statements carry ``claim`` and
``document``, so that a click can open them. Put ``chart.says`` and the table beside it. An empty chart has no
``rows``; show ``says`` alone.

Colours keep a contrast of 3 to 1 on white and on black, are told apart by the colour-blind, and never stand alone:
each has its shape. Whatever a chart leaves out because there is too much of it is counted in ``says``.
"""

from firsthand.exports.charts.chart import Chart, svg
from firsthand.exports.charts.drift import drift
from firsthand.exports.charts.independence import independence
from firsthand.exports.charts.lineage import lineage
from firsthand.exports.charts.spread import spread
from firsthand.exports.charts.timeline import timeline

__all__ = ["Chart", "drift", "independence", "lineage", "spread", "svg", "timeline"]
