"""Releases of invented documents, as protection would give them."""

from decimal import Decimal

from firsthand.records import (
    Claim,
    Document,
    Evidence,
    Figure,
    Finding,
    Link,
    Origin,
    Original,
    Passage,
    Problem,
    Quantity,
    Release,
    Span,
    Step,
    Unchecked,
)


def small(text: str = "up to 40 boats were seized") -> Release:
    """One document with one claim, the same words wherever words may stand."""
    document = Document(
        "d1",
        Original("a.txt", "0" * 64, "text/plain", 9),
        "",
        (),
        title=text,
        publisher="The Halden Courier",
        published="2024-03-02",
    )
    quantity = Quantity(Span(0, 8), "count", None, Decimal(40), "at most")
    claim = Claim(
        "c1", "d1", Span(0, len(text)), text, quantity, "up to 40", "boat seize", "boats", None, None, "2024", (Step("Harbour office", "official"),),
        True, "made", "the office counted", ("boat", "seize"),
    )  # fmt: skip
    return Release(
        profile="internal", says="For internal use.", made="2024-03-03T00:00:00+00:00", documents=(document,), names={"d1": "a.txt"},
        claims=(claim,), figures=(Figure("f1", text, "boat seize", "boats", ("c1",), (Origin("Harbour office", ("c1",), ("it counted",)),)),),
        links=(Link("c1", "c1", "same", 1.0, (), ("same words",)),), reuses=(),
        findings=(Finding("drift", text, 0.5, (Evidence(Passage("d1", Span(0, 8)), text),)),), problems=(Problem("d1", "doubtful"),),
        withheld=("originals: by the profile internal",),
    )  # fmt: skip


def everywhere(text: str) -> Release:
    """Two documents that both say a text, and say it everywhere: as titles, names, roles, reasons, problems."""
    documents = tuple(
        Document(
            f"d{n}", Original(text, "0" * 64, "text/plain", 9), "", (), title=text, publisher=text, authors=(text, text), published="2024-03-02",
            kind="report",
        )
        for n in (1, 2)
    )  # fmt: skip
    claims = tuple(
        Claim(
            f"c{n}", f"d{n}", Span(0, max(1, len(text))), text, Quantity(Span(0, 1), "count", None, Decimal(n), "at most"), text, text, text, text, text,
            "2024", (Step(text, "outlet"), Step(text, "witness")), False, "repeated", text,
        )
        for n in (1, 2)
    )  # fmt: skip
    evidence = tuple(Evidence(Passage(claim.document, claim.span), text) for claim in claims)
    return Release(
        profile="internal", says=text, made="2024-03-03T00:00:00+00:00", documents=documents, names={"d1": text, "d2": text}, claims=claims,
        figures=(Figure("f1", text, text, text, ("c1", "c2"), (Origin(text, ("c1", "c2"), (text,)),)),), links=(Link("c1", "c2", "same", 1.0, (), (text,)),),
        reuses=(), findings=(Finding("same witness", text, 0.5, evidence),), problems=(Problem("d1", text),), withheld=(text,),
        unchecked=(Unchecked("d1", Span(0, 1), text, text), Unchecked("d9", None, "", text)), made_with=text,
    )  # fmt: skip


PAPERS = (
    ("ohw", "report", "Salt Water", "Open Harbour Watch", ("Edda Corlin",), "2024-03-11", (0, 900)),
    ("mpa", "press article", "Dockers die unseen, group says", "Meridian Press Agency", (), "2024-03-11", ()),
    ("halden", "press article", "“No names on the quay”", "The Halden Courier", ("Ruben Askeld", "Tamsin Vehr"), "2024-03-16", ()),
    ("leaf", "encyclopedia article", "Port of Vessany", "Commonleaf", (), "2025-05", ()),
    ("talk", "testimony", "Interview 12", None, (), "2023", ()),
    ("blog", "other", None, None, (), None, ()),
)  # fmt: skip

STATED = (
    ("ohw", 1200, "at least 73 dockers died at the port of Vessany", "at least 73", 73, None, "at least", (("Open Harbour Watch", "report"),), "made"),
    ("mpa", 40, "At least 73 dockers died at the port", "At least 73", 73, None, "at least", (("Meridian Press Agency", "outlet"), ("Open Harbour Watch", "organisation")), "made"),
    ("halden", 310, "37 dockers died at the port of Vessany", "37", 37, 37, "exact", (("The Halden Courier", "outlet"), (None, "unnamed")), "not named"),
    ("leaf", 88, "more than 70 dockers died at the port", "more than 70", 70, None, "more than", (("Commonleaf", "outlet"), ("Meridian Press Agency", "outlet")), "repeated"),
    ("blog", 5, "73 dockers died", "73", 73, 73, "exact", ((None, "outlet"),), "not named"),
    ("talk", 15, "We were six on the ladder", "six", 6, 6, "exact", (("a witness", "witness"),), "witnessed"),
)  # fmt: skip

SPOKEN = ("He wrote it in his book (...) and shut it", "[He] wrote it in his book and shut it")


def invented() -> Release:
    """Six invented documents on the deaths at a port: one origin, drift, a conflict, a quotation in two wordings."""
    documents = tuple(
        Document(
            name, Original(f"{name}.txt", f"{n}" * 64, "text/plain", 9), "", (), title, publisher, authors, "en", kind, published, (), pages
        )
        for n, (name, kind, title, publisher, authors, published, pages) in enumerate(PAPERS)
    )  # fmt: skip
    claims = tuple(_claim(*row) for row in STATED)
    port = tuple(claim.id for claim in claims[:5])
    figures = (
        Figure("f-dead", "at least 73 dockers died at the port of Vessany", "docker die", "dockers", port, (
            Origin("Open Harbour Watch", ("c-ohw", "c-mpa", "c-leaf"), ("attributed to Open Harbour Watch in the text",)),
        )),
        Figure("f-six", "We were six on the ladder", "ladder", None, ("c-talk",), (Origin("a witness", ("c-talk",), ("told by a witness",)),)),
    )  # fmt: skip
    links = (
        Link("c-ohw", "c-mpa", "same", 0.95, (), ("the two clauses have the same words",)),
        Link("c-ohw", "c-halden", "conflict", 0.8, ("value",), ("no number fits both",)),
        Link("c-mpa", "c-leaf", "drift", 0.9, ("hedge",), ("the two clauses have the same words",)),
        Link("c-leaf", "c-blog", "drift", 0.7, ("hedge",), ("both speak of: die, docker",)),
    )
    quoted = tuple(
        Evidence(Passage(name, Span(500, 500 + len(words))), words)
        for name, words in zip(("mpa", "halden"), SPOKEN, strict=True)
    )
    return Release(
        profile="internal", says="For internal use only.", made="2026-01-02T03:04:05+00:00", documents=documents,
        names={document.id: document.original.name for document in documents}, claims=claims, figures=figures, links=links, reuses=(),
        findings=(
            Finding("conflict", "No number fits “37” and “at least 73” at once.", 0.9, (_evidence(claims[0]), _evidence(claims[2]))),
            Finding("same witness", "Two documents quote the same testimony. It is one account, not two.", 0.7, quoted),
        ),
        problems=(Problem("blog", "the document gives no date for itself"),), withheld=("originals: by the profile internal",),
        unchecked=(
            Unchecked("mpa", Span(700, 731), "Nine more were hurt, it is said.", "a number in it makes no claim"),
            Unchecked("f00d", None, "", "the PDF holds pictures of pages and no text"),
        ),
        made_with="firsthand 0.0/0, model 0.0",
    )  # fmt: skip


def many(documents: int, each: int) -> Release:
    """A release of so many documents with so many claims each; every tenth claim is the same in all of them."""
    papers = tuple(
        Document(
            f"d{n}",
            Original(f"{n}.txt", "", "", 1),
            "",
            (),
            f"Paper {n}",
            f"Outlet {n % 50}",
            published="2024-03-02",
        )
        for n in range(documents)
    )
    claims = tuple(
        Claim(
            f"c{n}-{m}", f"d{n}", Span(40 * m, 40 * m + 30), f"boats number {m} of {n}", Quantity(Span(0, 1), "count", Decimal(m), Decimal(m + n % 3), "range"),
            f"{m}", "boat", None, None, None, None, (Step(f"Outlet {n % 50}", "outlet"), Step(f"Body {m % 7}", "organisation")), False, "repeated", "",
        )
        for n in range(documents)
        for m in range(each)
    )  # fmt: skip
    figures = tuple(
        Figure(f"f{m}", f"boats {m}", "boat", None, tuple(f"c{n}-{m}" for n in range(documents)), (Origin(f"Body {m % 7}", tuple(f"c{n}-{m}" for n in range(documents)), ()),))
        for m in range(0, each, 10)
    )  # fmt: skip
    findings = tuple(
        Finding(
            "drift",
            f"Figure {n} changed.",
            0.5,
            tuple(_evidence(claim) for claim in claims[n * 3 : n * 3 + 3]),
        )
        for n in range(min(2000, len(claims) // 3))
    )
    return Release(
        "internal", "For internal use only.", "2026-01-02T03:04:05+00:00", papers, {paper.id: paper.original.name for paper in papers}, claims, figures,
        (), (), findings, (), (),
    )  # fmt: skip


def _claim(document, start, words, said, low, high, hedge, chain, basis) -> Claim:
    quantity = Quantity(
        Span(start, start + len(said)),
        "count",
        *(None if end is None else Decimal(end) for end in (low, high)),
        hedge,
    )
    steps = tuple(Step(*step) for step in chain)
    return Claim(
        f"c-{document}", document, Span(start, start + len(words)), words, quantity, said, "docker die", "dockers", None, "Vessany",
        "2019/2023" if document in ("ohw", "mpa") else None, steps, basis in ("made", "witnessed"), basis, "",
    )  # fmt: skip


def _evidence(claim: Claim) -> Evidence:
    return Evidence(Passage(claim.document, claim.span), claim.text)
