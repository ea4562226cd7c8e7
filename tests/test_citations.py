"""A claim or document cited from a dossier; the name of a witness stands in no citation."""

import pytest
from click.testing import CliRunner

from firsthand.cli import firsthand
from firsthand.dossier import Dossier
from firsthand.errors import WrongUse


def ran(*words: str) -> str:
    done = CliRunner().invoke(firsthand, list(words), catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_a_claim_and_a_document_are_cited(demo_path):
    with Dossier.open(demo_path, writable=False) as opened:
        claim = next(claim for claim in opened.claims("8,600 workers") if not claim.spoken)
    text = ran("show", str(demo_path), claim.id, "--cite", "--style", "plain")
    assert "8,600 workers" in text
    assert "\n\n[1] " in text
    assert ran("show", str(demo_path), "mpa-wire.html", "--cite").startswith(
        "Petra Lindqvane. “Migrant women trapped"
    )


def test_only_claims_and_documents_are_cited(demo_path):
    with pytest.raises(WrongUse, match="needs the id of a claim"):
        ran("show", str(demo_path), "1", "--cite")


def test_the_name_of_a_witness_stands_in_no_citation(demo_path):
    with Dossier.open(demo_path, writable=False) as opened:
        named = [
            claim for claim in opened.claims() if any(step.name == "Ilena Dorsath" for step in claim.chain)
        ]
        assert named
        for claim in named:
            if "Dorsath" in claim.text:
                with pytest.raises(WrongUse, match="name somebody who testifies"):
                    opened.cite(claim.id)
            else:
                assert "Dorsath" not in opened.cite(claim.id).text
