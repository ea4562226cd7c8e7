"""Kinds of findings, each with a dossier that has it and one that only looks as if."""

from dataclasses import replace

import pytest

from firsthand.records import (
    Attribution,
    Citation,
    Link,
    Marks,
    Provenance,
    Quantity,
    Source,
    Span,
    Step,
    Zone,
)

from .dossier import Sheets, settled
from .plain import quantity, sheet


def told(sheets, kind, marks=None):
    return [finding for finding in settled(sheets, marks)[1] if finding.kind == kind]


def added(made, text, kind="main"):
    """A document with further words behind its claims."""
    whole = made.document.text + text
    start = len(made.document.text)
    zones = (
        (Zone(Span(0, len(whole)), "main"),)
        if kind == "main"
        else (*made.document.zones, Zone(Span(start, len(whole)), kind))
    )
    return replace(made, document=replace(made.document, text=whole, zones=zones))


WHOLE = "The number of [Ruvenians in Karvelia] is {up to 40,000 | count at most 40000}. @ Karvelia"
PART = "{90,000 | count exact 90000} [Ruvenian women in Karvelia] <work in laundries>. @ Karvelia"


def test_a_part_above_its_whole_is_impossible():
    [finding] = told([sheet([WHOLE], "a"), sheet([PART], "b")], "impossible")
    assert "cannot both be right" in finding.says
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b"}


@pytest.mark.parametrize(
    "part",
    [
        PART.replace("90,000", "30,000").replace("90000", "30000"),
        PART.replace("Ruvenian women in Karvelia", "Sundmark women in Karvelia"),
        PART.replace("work in laundries", "have passed through laundries since 2010"),
        PART.replace("Ruvenian women in Karvelia", "women in Karvelia"),
    ],
    ids=["fits", "another people", "over years", "not said to be of them"],
)
def test_a_count_that_need_not_be_a_part_is_left_alone(part):
    assert not told([sheet([WHOLE], "a"), sheet([part], "b")], "impossible")


def test_one_text_tells_of_several_crowds():
    assert not told([sheet([WHOLE, PART], "a")], "impossible")


def test_one_clause_says_no_figure_twice():
    line = "{250 | count exact 250} [Ruvenian dockers in Vessany] <faced as many guards>."
    made = sheet([line], "a")
    twice = replace(made, claims=(*made.claims, replace(made.claims[0], id="second")))
    assert not Sheets([twice]).found


def test_only_the_bound_is_ruled_out():
    part = PART.replace("{90,000 | count exact 90000}", "{up to 90,000 | count at most 90000}")
    [finding] = told([sheet([WHOLE], "a"), sheet([part], "b")], "impossible")
    assert "Only the upper bound" in finding.says


WOMEN = "{62% | share exact 0.62} of [the pickers at the mill] <were women>."
MEN = "{45% | share exact 0.45} of [the pickers at the mill] <were men>."


def test_shares_that_part_one_whole_cannot_be_more_than_all():
    [finding] = told([sheet([WOMEN, MEN])], "shares")
    assert "107 %" in finding.says


@pytest.mark.parametrize(
    "other",
    [
        MEN.replace("45%", "38%").replace("0.45", "0.38"),
        MEN.replace("pickers at the mill", "drivers of the port"),
        MEN.replace("were men", "were married"),
        MEN.replace("exact 0.45", "at most 0.45"),
    ],
    ids=["adds up", "another whole", "not apart", "a bound"],
)
def test_shares_that_may_stand_side_by_side(other):
    assert not told([sheet([WOMEN, other])], "shares")


@pytest.mark.parametrize(
    ("second", "third", "found"),
    [
        ("Another {22% | share exact 0.22} are from Ombara.", "A further {17% | share exact 0.17} hail from elsewhere.", 1),
        ("Another {22% | share exact 0.22} are from Ombara.", "A further {7% | share exact 0.07} hail from elsewhere.", 0),
        ("Only {22% | share exact 0.22} have a bed.", "A further {17% | share exact 0.17} share one.", 0),
        ("Another {22% | share exact 0.22} are from Ombara.", "A further {17% | share at most 0.17} hail from elsewhere.", 0),
    ],
    ids=["more than all", "as many as can be", "of something else", "a bound"],
)  # fmt: skip
def test_shares_that_are_told_one_on_top_of_the_other(second, third, found):
    first = "{71% | share exact 0.71} of the crew are from Sulaya."
    assert len(told([sheet([first, second, third])], "shares")) == found


def test_the_rest_is_what_is_left():
    rest = "{50% | share exact 0.5} of [the nets] <were torn>, {30% | share exact 0.3} <were lost>"
    text = "50% of the nets were torn, 30% were lost and the remaining 40% were burnt."
    made = sheet(["{50% | share exact 0.5} of [the nets] <were torn>"])
    spans = [
        (text.index(part), part) for part in ("50% of the nets were torn", "30% were lost", "40% were burnt")
    ]
    claims = tuple(
        replace(
            made.claims[0],
            id=part,
            span=Span(at, at + len(part)),
            text=part,
            quantity=replace(quantity(["share", "exact", f"0.{part[:2]}"], Span(at, at + 3))),
            quantity_text=part[:3],
        )
        for at, part in spans
    )
    document = replace(made.document, text=text, zones=(Zone(Span(0, len(text)), "main"),))
    [finding] = told([replace(made, document=document, claims=claims)], "shares")
    assert "120 %" in finding.says
    assert rest


def shelters(number, name, published, period=None, outlet=None, now=""):
    line = f"{now}{{{number:,} | count exact {number}}} [people] <are living in the temporary shelters of the customs shed on the south quay>."
    return sheet(
        [line + (f" ~ {period}" if period else "")], name, published, outlet or "Joint Relief Office"
    )


class Linked(Sheets):
    """Sheets with links that are given."""

    def __init__(self, sheets, links, marks=None):
        super().__init__(sheets, marks)
        self.found = links


def settled_with(sheets, links):
    from firsthand.links import settle

    return list(settle(Linked(sheets, links))[1])


def test_an_old_value_given_as_of_now():
    old, new = (
        shelters(1240, "a", "2024-03-18", "2024-03-18"),
        shelters(1912, "b", "2024-04-22", "2024-04-22"),
    )
    again = shelters(1240, "c", "2024-05-02", None, "brackish-blog", "Right now, ")
    ids = [made.claims[0].id for made in (old, new, again)]
    links = [Link(ids[0], ids[1], "update", 0.8), Link(ids[0], ids[2], "same", 0.9)]
    [finding] = [f for f in settled_with([old, new, again], links) if f.kind == "old as new"]
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b", "c"}
    early = replace(again, document=replace(again.document, published="2024-03-20"))
    assert not [f for f in settled_with([old, new, early], links) if f.kind == "old as new"]


COUNTED = "{73 | count exact 73} [foreign workers] <died at the port of Vessany> between 2019 and 2023. : Open Harbour Watch"
NOTE = "\n\nCorrection: an earlier version of this article said that 73 foreign workers died at the port of Vessany. The report counts 37."


def corrected(text=NOTE):
    made = added(sheet(["The port of Vessany was <closed>."], "a", "2024-03-20"), text)
    marks = []
    for number in ("73", "37"):
        at = made.document.text.find(number, made.document.text.index("Correction"))
        if at >= 0:
            marks.append(quantity(["count", "exact", number], Span(at, at + 2)))
    return made, {"a": Marks(quantities=tuple(marks))}


def test_a_withdrawn_figure_that_is_still_stated():
    made, marks = corrected()
    [finding] = told(
        [made, sheet([COUNTED], "b", "2024-03-22", "The Osmere Herald")], "withdrawn figure", marks
    )
    assert "“73”" in finding.says
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b"}


def test_the_corrected_figure_is_not_withdrawn():
    made, marks = corrected()
    right = COUNTED.replace("73", "37")
    assert not told([made, sheet([right], "b", "2024-03-22", "The Osmere Herald")], "withdrawn figure", marks)
    elsewhere = "{73 | count exact 73} [goats] <were bought by the monastery of Torvane>."
    assert not told([made, sheet([elsewhere], "b")], "withdrawn figure", marks)


def test_a_title_that_says_that_a_text_corrects():
    title = "Corrections and clarifications"
    story = "\n\nIn an article we said that 73 foreign workers died at the port of Vessany. In fact 37 died."
    made = added(sheet(["The port of Vessany was <closed>."], "a", "2024-03-20"), f"\n\n{title}{story}")
    start = made.document.text.index(title)
    zones = (
        Zone(Span(0, start), "main"),
        Zone(Span(start, start + len(title)), "title"),
        Zone(Span(start + len(title), len(made.document.text)), "main"),
    )
    made = replace(made, document=replace(made.document, zones=zones))
    marks = []
    for number in ("73", "37"):
        at = made.document.text.find(number)
        marks.append(quantity(["count", "exact", number], Span(at, at + 2)))
    [finding] = told(
        [made, sheet([COUNTED], "b", "2024-03-22", "The Osmere Herald")],
        "withdrawn figure",
        {"a": Marks(quantities=tuple(marks))},
    )
    assert "73" in finding.says


def test_a_body_that_does_not_say_how_it_counted():
    own = sheet(
        [COUNTED.replace(" : Open Harbour Watch", "").replace("73", "41")],
        "a",
        "2024-03-14",
        "Ministry of Ports",
    )
    own = replace(
        own,
        document=replace(own.document, kind="press release"),
        claims=tuple(
            replace(claim, chain=(replace(claim.chain[0], role="organisation"),), first_hand=True)
            for claim in own.claims
        ),
    )
    other = sheet([COUNTED], "b", "2024-03-11", "The Osmere Herald")
    [finding] = told([own, other], "no method")
    assert "Ministry of Ports" in finding.says
    named = added(own, "\n\nMethod\n\nThe inspectors went to every hall.")
    assert not told([named, other], "no method")
    report = replace(own, document=replace(own.document, kind="report"))
    how = {"a": Marks(provenance=(Provenance(Span(0, 4), "records"),))}
    assert not told([report, other], "no method", how)


@pytest.mark.parametrize(
    ("hedge", "says"), [("more than 50", True), ("exact 50", False)], ids=["a floor", "a count"]
)
def test_a_body_that_gives_a_bound_without_a_method(hedge, says):
    line = f"{{More than fifty | count {hedge}}} [dockers] <were killed on the quays of Vessany>."
    made = sheet([line], "a", "2024-03-14", "Karvelian Dockers Front")
    claims = tuple(replace(c, chain=(replace(c.chain[0], role="organisation"),)) for c in made.claims)
    made = replace(made, document=replace(made.document, kind="press release"), claims=claims)
    assert bool(told([made], "no method")) is says
    assert not told([added(made, "\n\nMethod\n\nWe went from house to house.")], "no method")


REPEATED = "{473 | count exact 473} [foreign workers] <died at the port of Vessany> between 2019 and 2023. : Open Harbour Watch"


def witnessed(line, document):
    """A document in which a witness speaks."""
    made = sheet([line], document, "2024-05-01", "Radio Osmere")
    step = Step("Hanna Oss", "witness")
    claims = tuple(replace(c, chain=(c.chain[0], step), basis="witnessed", spoken=True) for c in made.claims)
    return replace(made, claims=claims)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("In the hall I counted {fourteen | count exact 14} [bowls].", True),
        (REPEATED.partition(" : ")[0], False),
        ("And have you counted {fourteen | count exact 14} [bowls]?", False),
    ],
    ids=["of her own", "printed elsewhere", "what she is asked"],
)
def test_who_was_there_and_speaks_without_the_main_source(line, says):
    others = [sheet([REPEATED], name, "2024-03-11", f"The {name} Gazette") for name in "bcd"]
    found = told([*others, witnessed(line, "a")], "independent account")
    assert bool(found) is says
    assert all({piece.passage.document for piece in finding.evidence} == {"a"} for finding in found)


@pytest.mark.parametrize(
    ("line", "role", "says"),
    [
        ("He counted {26 | count exact 26} [lorries] at the gate. : Hanna Oss", "unnamed", True),
        ("He expects {26 | count exact 26} [lorries] at the gate. : Hanna Oss", "unnamed", False),
        ("He counted {26 | count exact 26} [lorries] at the gate. : Hanna Oss", "official", False),
    ],
    ids=["counted", "expects", "in public"],
)
def test_who_counted_is_told_of_by_a_newspaper(line, role, says):
    others = [sheet([REPEATED], name, "2024-03-11", f"The {name} Gazette") for name in "bcd"]
    made = sheet([line], "a", "2024-05-01", "The Osmere Herald")
    claims = tuple(replace(c, chain=(c.chain[0], Step("Hanna Oss", role))) for c in made.claims)
    assert bool(told([*others, replace(made, claims=claims)], "independent account")) is says


def test_who_tells_one_testimony_twice_or_asks_is_no_independent_account():
    others = [sheet([REPEATED], name, "2024-03-11", f"The {name} Gazette") for name in "bcd"]
    line = "In the hall I counted {fourteen | count exact 14} [bowls]."
    words = (
        "“She kept my papers in a drawer with the tablecloths, and I ironed those tablecloths every week.”"
    )
    heard = added(witnessed(line, "a"), words)
    again = added(sheet(["Nothing."], "e", "2024-05-03", "The Halden Courier"), words)
    spoken = [
        replace(
            made,
            attributions=(Attribution("direct", Source((), name, "witness"), (), (where(made, words),)),),
        )
        for made, name in ((heard, "Hanna Oss"), (again, "a packer"))
    ]
    kept = [replace(witnessed(line, "f"), attributions=spoken[0].attributions[:0])]
    assert told([*others, *kept], "independent account")
    assert not told([*others, *spoken], "independent account")
    asking = replace(kept[0].document, kind="testimony", authors=("Hanna Oss",))
    assert not told([*others, replace(kept[0], document=asking)], "independent account")


def where(made, words):
    start = made.document.text.index(words)
    return Span(start, start + len(words))


def test_who_inquires_and_hears_others_was_not_there():
    others = [sheet([REPEATED], name, "2024-03-11", f"The {name} Gazette") for name in "bcd"]
    made = sheet(
        ["I heard {five | count exact 5} [members of the crew]."], "a", "2024-05-01", "Ombudsman of Karvelia"
    )
    claims = tuple(replace(c, chain=(replace(c.chain[0], role="report"),)) for c in made.claims)
    assert not told([*others, replace(made, claims=claims)], "independent account")


def test_nobody_is_independent_where_documents_rest_on_nobody():
    assert not told(
        [witnessed("In the hall I counted {fourteen | count exact 14} [bowls].", "a")], "independent account"
    )


def test_a_word_that_a_source_rejects():
    refusing = added(sheet([], "a"), "People say that I was sold. I was not sold, I was lent.")
    using = added(sheet([], "b"), "One woman was sold from hall to hall.")
    [finding] = told([refusing, using], "rejected word")
    assert "“sold”" in finding.says
    assert [piece.passage.document for piece in finding.evidence] == ["a", "b"]


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("I was not paid, I was given soup.", "The women were paid on Friday."),
        ("People say that I was sold. I was not sold, I was lent.", "The herring was cheap."),
        ("People say that I was sold. I was not sold, I was lent.", "“She was sold,” he said."),
    ],
    ids=["a fact is denied", "not used", "said by another"],
)
def test_a_denial_is_no_rejected_word(said, used):
    assert not told([added(sheet([], "a"), said), added(sheet([], "b"), used)], "rejected word")


def test_a_name_in_the_description_of_a_picture():
    text = "Joren, a deckhand, counted the bowls. Joren is not his real name."
    made = added(sheet([], "a"), text)
    hidden = added(made, "\n\nalt: Tomas Verlane, deckhand of the dredger, in a kitchen", "metadata")
    [finding] = told([hidden], "at risk")
    assert [piece.text for piece in finding.evidence] == ["Tomas Verlane"]
    assert "Verlane" not in finding.says
    open_ = added(
        added(sheet([], "a"), "Tomas Verlane counted the bowls."),
        "\n\nalt: Tomas Verlane, deckhand",
        "metadata",
    )
    assert not told([open_], "at risk")


def test_a_testimony_is_known_by_who_testifies_and_not_by_who_asks():
    words = "She kept my papers in a drawer with the tablecloths, and I ironed those tablecloths every week."
    made = witnessed("In the hall I counted {fourteen | count exact 14} [bowls].", "a")
    asked = witnessed("Recorded by Mara Lind on {11 | count exact 11} [tapes].", "a").claims
    asked = tuple(replace(c, chain=(Step("Mara Lind", "witness"),)) for c in asked)
    text = f"\n\nRecorded by Mara Lind.\n\nHere is Hanna Oss of Net Lane.\n\nHanna Oss: {words}"
    made = added(replace(made, claims=(*made.claims, *asked)), text)
    own = replace(made.document, kind="testimony", authors=("Mara Lind",), publisher="Voices of Osmere")
    other = added(sheet([], "b", None, "The Osmere Herald"), words)
    [finding] = told([replace(made, document=own), other], "at risk")
    assert [piece.text for piece in finding.evidence] == ["Here is Hanna Oss of Net Lane."]


def test_a_share_is_found_beside_its_count_and_in_another_document():
    count = "{2,150 | count exact 2150} of [the 8,600 workers on the hall register] <have left their passport with an employer>."
    whole = "{8,600 | count exact 8600} [workers on the hall register] <have left their passport with an employer>."
    share = "{One in four | share exact 0.25} [workers on the hall register] <have left their passport with an employer>."
    made = sheet([count], "a")
    at = made.document.text.index("8,600")
    counted = replace(
        sheet([whole], "a").claims[0], span=made.claims[0].span,
        quantity=Quantity(Span(at, at + 5), "count", *[made.claims[0].quantity.low * 4] * 2, "exact"),
    )  # fmt: skip
    made = replace(made, claims=(*made.claims, counted))
    other = sheet([share], "b", None, "The Osmere Herald")
    [finding] = told([made, other], "arithmetic agrees")
    assert "25.0 %" in finding.says
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b"}


def test_one_sum_for_two_things():
    profit = "[profits] of the recruitment of Ruvenian women in Vessany are {at least $105 million | money at least 105000000 USD}."
    market = "The {$105 million | money exact 105000000 USD} [market] of the recruitment of Ruvenian women in Vessany <is fed by agents>."
    found = settled_with([sheet([profit], "a"), sheet([market], "b")], [])
    assert [finding.kind for finding in found].count("same number") == 1


def test_a_reference_that_is_not_the_origin():
    line = "{64% | share exact 0.64} of [migrant women in the fish halls of Vessany] <are working off a recruitment debt>{}"
    report = sheet(
        [line.replace("{}", ", according to a report published by Open Harbour Watch. : Open Harbour Watch")],
        "a",
        "2024-03-11",
        "The Osmere Herald",
    )
    made = sheet([line.replace("{}", ".")], "b", "2024-05-19", "Commonleaf")
    made = added(
        replace(made, claims=tuple(replace(claim, citations=("[4]",)) for claim in made.claims)), "[4]"
    )
    at = len(made.document.text) - 3
    astray = {
        "b": Marks(citations=(Citation(Span(at, at + 3), "“Debts bind women”. The Osmere Herald. 2024."),))
    }
    [finding] = told([report, made], "citation not origin", astray)
    assert {piece.passage.document for piece in finding.evidence} == {"b"}
    assert "Open Harbour Watch" in finding.says
    right = {"b": Marks(citations=(Citation(Span(at, at + 3), "Cold Hands. Open Harbour Watch. 2024."),))}
    assert not told([report, made], "citation not origin", right)
    unknown = {"b": Marks(citations=(Citation(Span(at, at + 3), None),))}
    assert not told([report, made], "citation not origin", unknown)


def test_look_alikes_have_other_numbers_and_other_people():
    women = "Of ([{people}]), {{{number}% | share exact 0.{number}}} <are women>."
    here = sheet([women.format(people="the workers on the register", number=65)], "a")
    there = sheet([women.format(people="those who slept in the shelters", number=68)], "b")
    [finding] = told([here, there], "not comparable")
    assert "“65%” and “68%”" in finding.says
    same = sheet([women.format(people="those who slept in the shelters", number=65)], "b")
    assert not told([here, same], "not comparable")


def test_less_said_of_one_group_does_not_make_another_group():
    ill = "Of ([{people}]), {{{number}% | share exact 0.{number}}} <had lead in their blood>."
    here = sheet([ill.format(people="the children tested in the villages on the Orlu", number=40)], "a")
    there = sheet([ill.format(people="the children tested", number=43)], "b")
    assert not told([here, there], "not comparable")


def test_a_share_of_a_numbered_whole_makes_its_count():
    count = "{9,200 | count exact 9200} [dockers] <stopped work>."
    made = sheet(
        [count, "That is {92% | share exact 0.92} of [the 10,000 dockers of the port] <who stopped>."]
    )
    at = made.document.text.index("10,000")
    all_of_them = replace(
        made.claims[1],
        id="all",
        quantity=quantity(["count", "exact", "10000"], Span(at, at + 6)),
        quantity_text="10,000",
    )
    [finding] = told([replace(made, claims=(*made.claims, all_of_them))], "arithmetic agrees")
    assert "92% of 10,000 is 9,200" in finding.says


def test_a_series_is_told_once_and_two_makers_are_no_series():
    first, second = (
        shelters(3400, "a", "2023-06-10", "2023-06-10"),
        shelters(1150, "b", "2023-06-28", "2023-06-28"),
    )
    again = shelters(3400, "c", "2023-06-12", None, "The Osmere Herald")
    ids = [made.claims[0].id for made in (first, second, again)]
    links = [
        Link(ids[0], ids[1], "update", 0.8),
        Link(ids[2], ids[1], "update", 0.8),
        Link(ids[0], ids[2], "same", 0.9),
    ]
    assert [f.kind for f in settled_with([first, second, again], links)].count("update") == 1
    ours, theirs = (
        sheet([COUNTED.replace("Open Harbour Watch", maker).replace("73", number)], name, date)
        for maker, number, name, date in (
            ("Open Harbour Watch", "73", "a", "2023-06-10"),
            ("Ministry of Ports", "41", "b", "2023-06-20"),
        )
    )
    links = [Link(ours.claims[0].id, theirs.claims[0].id, "update", 0.8)]
    assert "update" not in [f.kind for f in settled_with([ours, theirs], links)]


@pytest.mark.parametrize(("grown", "found"), [(4400, 1), (74000, 0)])
def test_a_series_does_not_grow_out_of_all_measure(grown, found):
    first, second = (
        shelters(3400, "a", "2023-06-10", "2023-06-10"),
        shelters(grown, "b", "2023-06-28", "2023-06-28"),
    )
    links = [Link(first.claims[0].id, second.claims[0].id, "update", 0.8)]
    assert [f.kind for f in settled_with([first, second], links)].count("update") == found


FEES = "Recruiters <take> {at least 18 million euros a year | money at least 18000000 EUR year} in [fees and interest]. : Open Harbour Watch"
WORTH = "[The recruitment trade] is <worth> {18 million euros a year | money exact 18000000 EUR year}. : Open Harbour Watch"
ALONE = "{18 million euros a year | money exact 18000000 EUR year} <>. : Open Harbour Watch"
DEBT = "An {estimated 64% | share about 0.64} of [migrant women in the fish halls of Vessany] <work off a recruitment debt>. : Open Harbour Watch"


def three(model, *later):
    dates = iter(("2024-04-01", "2024-05-01"))
    return [sheet([model], "a", "2024-03-01", "Open Harbour Watch")] + [
        sheet([line], name, next(dates), outlet)
        for line, name, outlet in zip(later, "bc", ("The Osmere Herald", "The Quay Gazette"), strict=True)
    ]


def test_what_two_documents_change_alike_is_told_once():
    [finding] = told(three(FEES, WORTH, ALONE), "drift")
    assert "became “18 million euros a year” in two documents" in finding.says
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("{Nine | count exact 9} [prisoners] <were searched by male guards>.", True),
        ("{About nine | count about 9} of the [women] <were searched by male guards>.", False),
    ],
    ids=["other people", "only hedged"],
)
def test_a_small_number_that_is_told_of_others(later, found):
    first = "{Nine | count exact 9} of the [women] <were searched by male guards>."
    papers = [
        sheet([first, REPEATED], "a", "2024-03-01", "Open Harbour Watch"),
        sheet([f"{later} : Open Harbour Watch", REPEATED], "b", "2024-04-01", "The Osmere Herald"),
    ]
    assert bool(told(papers, "drift")) is found


def test_what_became_known_is_told_without_dates():
    papers = [
        sheet(["{27 | count exact 27} [dockers] may have <died of the smoke in Vessany>."], "a"),
        sheet(
            ["{27 | count exact 27} [dockers] <died of the smoke in Vessany>."],
            "b",
            None,
            "The Osmere Herald",
        ),
    ]
    [finding] = told(papers, "drift")
    assert finding.says.endswith("What differs: how firmly it is said.")


def test_other_people_are_told_one_by_one():
    changed = [
        DEBT.replace("An {estimated 64% | share about", "{64% | share exact").replace("migrant women", people)
        for people in ("tenants", "workers")
    ]
    assert len(told(three(DEBT, *changed), "drift")) == 2


def test_one_seldom_amount_in_one_document_is_one_figure():
    market = "The {105 million dollars | money exact 105000000 USD} [salt market of Karvelia] <lives on the demand of the towns>."
    reached = "In [the provinces of Karvelia] {105 million dollars a year | money exact 105000000 USD year} are <what the salt business earns>."
    [figure] = [each for each in settled([sheet([market, reached], "a")])[0] if len(each.claims) > 1]
    assert len(figure.claims) == 2


THOUGHT = "{Some 4,200 | count about 4200} [people] are <thought to sleep in the sheds>."


def test_an_estimate_of_nobody_is_told_with_its_number():
    [finding] = told([sheet([THOUGHT])], "untraceable")
    assert "No document says who estimates or reports this figure" in finding.says
    assert "4,200" in finding.says


@pytest.mark.parametrize("hearsay", ["it is whispered that", "rumour has it that", "people say that"])
def test_a_number_that_is_only_whispered(hearsay):
    line = (
        f"In the tea stalls {hearsay} {{upwards of 300 | count at least 300}} [people] <lie under the ashes>."
    )
    [finding] = told([sheet([line])], "untraceable")
    assert "300" in finding.says


@pytest.mark.parametrize(
    "line",
    [
        "{One | count exact 1} [man] is <thought to be hiding>.",
        "The harbour master estimated {420 | count exact 420} [people] <to be in the sheds>.",
    ],
    ids=["no number", "somebody estimates"],
)
def test_what_is_no_estimate_of_nobody(line):
    assert not told([sheet([line])], "untraceable")


def test_large_figures_stated_as_known_in_many_documents_are_told_once():
    lines = [
        "{12,600 | count exact 12600} [crates] <were landed at Vessany>.",
        "{3,412 | count exact 3412} [bicycles] <were sold in Osmere>.",
        "{58,100 | count exact 58100} [visitors] <came to the fair>.",
    ]
    sheets = [sheet([line], name) for name, line in zip("abc", lines, strict=True)]
    [finding] = told(sheets, "untraceable")
    assert finding.says.startswith("Three documents state three large figures as known")
    assert len({piece.passage.document for piece in finding.evidence}) == 3
    assert not told(sheets[:1], "untraceable")
    year = sheet(["{2025 | count exact 2025} [Osmere bread riots] <were told of>."], "d")
    assert "three large figures" in told([*sheets, year], "untraceable")[0].says
    headed = replace(sheets[0], document=replace(sheets[0].document, title="12 600 crates for nobody"))
    [finding] = told([headed], "untraceable")
    assert "12,600" in finding.says


def test_one_share_of_two_groups_is_not_comparable():
    workers = "{68% | share exact 0.68} of [dockers of Vessany] <cannot leave their foreman>, (of dockers of Vessany) : Open Harbour Watch"
    members = "{68% | share exact 0.68} of [members of the guild] <have signed a code>, (of members of the guild) : Guild of Owners"
    one, other = sheet([workers], "a", "2024-03-11"), sheet([members], "b", "2024-03-12", "The Osmere Herald")
    assert told([one, other], "not comparable")
    third = sheet([workers.replace("68%", "59%").replace("0.68", "0.59")], "c")
    assert not told([third, other], "not comparable")


def test_a_row_of_numbers_states_nothing_as_known():
    row = "Vessany 18,870 23,022 22,650 {71,137 | count exact 71137}."
    assert not told([sheet([row])], "untraceable")


def test_values_of_a_list_part_no_whole():
    listed = "Of the pickers women: {{{0}% | share exact 0.{0}}} of [the pickers at the mill] <were women>."
    other = "Of the pickers men: {45% | share exact 0.45} of [the pickers at the mill] <were men>."
    assert told([sheet([WOMEN, MEN])], "shares")
    assert not told([sheet([listed.format(62), other])], "shares")


def test_copies_of_one_text_by_nobody_known_are_told_at_once():
    words = " ".join(f"At berth {n} a crew of Lindhavn mends nets number {n * 7}." for n in range(30))
    made = []
    for name in "abcde":
        document = added(sheet(["The fair opened."], name, outlet=None), words).document
        made.append(replace(sheet(["The fair opened."], name, outlet=None), document=document))
    [finding] = told(made, "copied text")
    assert finding.says.startswith("Five documents share long stretches of the same text")
    assert len(told(made[:3], "copied text")) == 2


def test_two_rows_of_a_table_say_two_things():
    rows = [
        f"Harbour of Osmere\t12\t{{{1945} | count exact {1945}}}\tclosed",
        f"Harbour of Vessany\t31\t{{{1945} | count exact {1945}}}\tclosed",
    ]
    assert not Sheets([sheet(rows, "a")]).found


def test_a_body_that_speaks_of_many_things_is_no_one_origin():
    lines = [
        "{1,912 | count exact 1912} [crates] <were seized at the quay of Vessany>, according to a report by Orlu River Police. : Orlu River Police",
        "A survey by Orlu River Police counts {3,418 | count exact 3418} [drivers] <fined in the hills of Osmere>. : Orlu River Police",
    ]
    apart = [sheet([line], name) for line, name in zip(lines, "ab", strict=True)]
    assert not told(apart, "one origin")
    assert told([sheet(lines[:1], name) for name in "ab"], "one origin")


def test_other_measures_of_one_number_are_told_together():
    named = "{2,318 | count exact 2318} [detainees] <are named in the index>. : Open Harbour Watch"
    killed = named.replace("are named in the index", "were killed in the sheds")
    sent = named.replace("2,318 | count exact", "at least 2,318 | count at least").replace(
        "are named in the index", "were deported to the islands"
    )
    [finding] = told(three(named, killed, sent), "drift")
    assert "What differs: what is measured. Elsewhere it became" in finding.says
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b", "c"}


def test_of_whom_them_are_in_a_part_above_its_whole():
    lines = [
        "{258 | count exact 258} [officials] <were fined> after the harvest.",
        "[Clothing companies], {317 | count exact 317} of them, <declared> a boycott.",
    ]
    made = sheet(lines, "a")
    joined = replace(
        made, document=replace(made.document, text=made.document.text.replace(".\n\n", ". \n", 1))
    )
    assert [each for each in told([joined], "impossible") if "the whole of which" in each.says] == []
    people = [lines[0], lines[1].replace("[Clothing companies]", "[Officials]")]
    again = sheet(people, "a")
    again = replace(
        again, document=replace(again.document, text=again.document.text.replace(".\n\n", ". \n", 1))
    )
    assert [each for each in told([again], "impossible") if "the whole of which" in each.says]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{99.2% | share exact 0.992} of [(the workers)] <came of their own free will>.", 1),
        ("In the season of 2022 {99.2% | share exact 0.992} of [(the workers)] <came of their own free will>.", 1),
        ("Of 1,140 asked, {99.2% | share exact 0.992} of [(the workers)] <came of their own free will>.", 0),
        ("{62% | share exact 0.62} of [(the workers)] <came of their own free will>.", 0),
        ("{99.2% | share exact 0.992} of [(the samples)] <met the limits>.", 0),
    ],
    ids=["nearly all", "a year is no number of people", "of so many", "most", "of things"],
)  # fmt: skip
def test_nearly_all_of_some_people_and_nobody_says_who_was_asked(line, found):
    made = sheet([line], "a", "2024-03-14", "Ministry of Ports")
    claims = tuple(
        replace(c, chain=(replace(c.chain[0], role="organisation"),), first_hand=True) for c in made.claims
    )
    made = replace(made, document=replace(made.document, kind="press release"), claims=claims)
    assert len([each for each in told([made], "no method") if "nearly everybody" in each.says]) == found
