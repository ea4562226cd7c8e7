"""Bodies that are named only by what they are."""

from dataclasses import replace

import pytest

from firsthand.links.called import called
from firsthand.links.keeping import teller
from firsthand.records import Span, Step

from .dossier import settled
from .plain import sheet

POLICE = "harbour police of vessany"


@pytest.mark.parametrize(
    ("spoken", "found"),
    [
        ([POLICE], {"police": POLICE}),
        (["police"], {"police": POLICE}),
        (["national police of karvelia"], {}),
        (["ministry of ports"], {"police": POLICE}),
    ],
    ids=["itself", "the word alone", "another one", "who publishes nothing here"],
)
def test_the_one_body_of_a_kind_is_meant_by_the_word_for_it(spoken, found):
    assert called([POLICE, "", "the halden courier"], spoken) == found


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("Nine dockers have died, police said on Friday.", "Nine", "police"),
        ("The police have counted 40 barges.", "40", "police"),
        ("According to the embassy, 40 dockers came home.", "40", "embassy"),
        ("Sixty died, by the ministry's own account.", "Sixty", "ministry"),
        ("The ministry says 40, but the police counted 60.", "40", None),
        ("The police ran after 40 dockers.", "40", None),
        ("Nobody counted the dead.\n\nPolice said 40.", "dead", None),
    ],
)
def test_by_whose_word_a_number_is(text, number, kind):
    start = text.index(number)
    assert teller(text, Span(start, start + len(number))) == kind


@pytest.mark.parametrize(
    ("publisher", "origins"),
    [("Harbour Police of Vessany", ["Harbour Police of Vessany"]), ("Port Board", [])],
)
def test_what_the_police_say_is_of_the_one_police_here(publisher, origins):
    own = sheet(["[Boats] <sank>."], "a", "2024-03-11", publisher)
    own = replace(own, document=replace(own.document, kind="press release"))
    told = sheet(["{40 | count exact 40} [dockers] <were held>, police said."], "b", "2024-03-12")
    claim = replace(told.claims[0], chain=(*told.claims[0].chain, Step(None, "official")))
    figures, _ = settled([own, replace(told, claims=(claim,))])
    [figure] = [figure for figure in figures if "dockers" in figure.label]
    assert [origin.name for origin in figure.origins] == origins
