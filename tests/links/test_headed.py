"""Bodies under the name of one of those who sign for them."""

from dataclasses import replace

import pytest

from firsthand.links.headed import headed

from .dossier import settled
from .plain import sheet

COMMISSION = "commission on the docks"


@pytest.mark.parametrize(
    ("spoken", "found"),
    [
        ("morvan commission", {"morvan commission": COMMISSION}),
        ("morvan", {"morvan": COMMISSION}),
        ("morvan fund", {}),
        ("ferrin commission", {}),
    ],
)
def test_the_name_of_who_signs_alone_or_before_what_a_body_is(spoken, found):
    assert headed([(COMMISSION, ["ilse morvan"])], [spoken]) == found


def test_a_name_that_signs_for_two_bodies_is_nobodys():
    assert headed([(COMMISSION, ["ilse morvan"]), ("union", ["karl morvan"])], ["morvan"]) == {}


def test_what_is_said_of_the_morvan_commission_is_the_commissions():
    line = "{473 | count exact 473} [foreign workers] <died at the port of Vessany>."
    own = sheet([line], "a", "2024-03-20", "Commission on the Docks")
    own = replace(own, document=replace(own.document, kind="report", authors=("Ilse Morvan",)))
    told = sheet([f"{line} : Morvan Commission"], "b", "2024-03-22", "The Osmere Herald")
    [figure], _ = settled([own, told])
    assert [origin.name for origin in figure.origins] == ["Commission on the Docks"]
