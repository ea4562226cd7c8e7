"""Who speaks in a dossier, under which names, in what role, how often, and how they know what they say."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from firsthand.ledger import Browser
from firsthand.links import is_name, voice_key
from firsthand.records import ChainCount, Step

Who = tuple[str, str]
"""The key of a voice, and the document in which alone it is that voice: "" for one with a name of its own."""


@dataclass(slots=True)
class VoiceRow:
    """One who speaks, with all that is counted of it.

    ``names`` and ``roles`` count how often each occurs, ``documents`` how often it speaks in each. ``first_hand`` and ``repeated`` count the claims of which it is
    the furthest voice, by whether it saw or made them; ``passed_on`` those that lead through it to another one.
    ``figures`` is how many figures have it as an origin. ``document`` is "" for a name that means the same
    everywhere, else the only document in which "the nurses" are these nurses. ``cited`` says that it is a work of a
    list of references, ``behind`` for whom it stands where a document says so.
    """

    key: str
    document: str
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)
    quoted: int = 0
    reported: int = 0
    first_hand: int = 0
    repeated: int = 0
    passed_on: int = 0
    figures: int = 0
    cited: bool = False
    behind: str = ""
    chains: set[tuple[Step, ...]] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The name under which it speaks most often, best one without the kind of a work: "Open Harbour Watch"."""
        return max(self.names, key=lambda name: (_is_bare(name, self.key), self.names[name], len(name), name))

    @property
    def role(self) -> str:
        """What it mostly is; unnamed only where nothing better is known."""
        known = {role: count for role, count in self.roles.items() if role != "unnamed"}
        return max(known, key=lambda role: (known[role], role), default="unnamed")

    @property
    def spoken(self) -> int:
        """How often it speaks, in quotation marks or not."""
        return self.quoted + self.reported

    @property
    def claims(self) -> int:
        """How many claims rest on it or lead through it."""
        return self.first_hand + self.repeated + self.passed_on


def speakers(browsing: Browser) -> dict[Who, VoiceRow]:
    """Return everybody who speaks or publishes in a dossier, the most heard first.

    Names that mean the same have one line: a report and its maker, letters and the name that they stand for.
    """
    names = _Names(browsing.bodies(), browsing.cited())
    found: dict[Who, VoiceRow] = {}
    for count in browsing.speech():
        row = _row(found, names, count.name, count.role, count.document)
        if row is not None:
            times = count.quoted + count.reported
            row.names[count.name or ""] += times
            row.roles[count.role] += times
            row.documents[count.document] += times
            row.quoted += count.quoted
            row.reported += count.reported
    for chained in browsing.chains():
        _add_chain(found, names, chained)
    for name, figures in browsing.origins().items():
        known = found.get((names.meant(name)[0], ""))
        if known is not None:
            known.figures += figures
    for row in found.values():
        behind = names.behind.get(row.key)
        row.behind = found[behind, ""].name if behind and (behind, "") in found else ""
    return dict(sorted(found.items(), key=lambda item: (-item[1].spoken - item[1].claims, item[0])))


class _Names:
    """What the documents of a dossier say about names: what letters stand for, who stands for whom, what is a work."""

    def __init__(self, bodies: Iterable[dict[str, str]], cited: Collection[str]) -> None:
        meant: dict[str, set[str]] = {}
        for known in bodies:
            for key, body in known.items():
                if key != body:
                    meant.setdefault(key, set()).add(body)
        alone = {key: next(iter(names)) for key, names in meant.items() if len(names) == 1}
        self.short = {key: body for key, body in alone.items() if _are_letters(key, body)}
        self.behind = {key: body for key, body in alone.items() if key not in self.short}
        self._cited = cited

        self._known: dict[str, tuple[str, bool, bool]] = {}

    def meant(self, name: str) -> tuple[str, bool, bool]:
        """The key of the voice that a name means, whether it is a name of its own, and whether an entry of references."""
        if name not in self._known:
            key = voice_key(name)
            cited = bool(self._cited) and all(part in self._cited for part in name.split("; "))
            self._known[name] = self.short.get(key, key), is_name(name), cited
        return self._known[name]


def _are_letters(key: str, body: str) -> bool:
    """Whether one is the initials of the other, whose last word may be a kind of work that its key leaves out."""
    initials = "".join(word[0] for word in body.split())
    return (
        len(initials) > 1
        and " " not in key
        and len(key) - len(initials) in (0, 1)
        and key.startswith(initials)
    )


def _add_chain(found: dict[Who, VoiceRow], names: _Names, chained: ChainCount) -> None:
    """Count the claims of a chain for everybody in it: for the furthest voice how it knows, for the others that they pass on."""
    seen: set[Who] = set()
    for step in reversed(chained.chain):
        row = _row(found, names, step.name, step.role, chained.document)
        if row is None or (row.key, row.document) in seen:
            continue
        row.names[step.name or ""] += chained.claims
        row.roles[step.role] += chained.claims
        row.documents[chained.document] += 0
        row.chains.add(chained.chain)
        if seen or step is not chained.chain[-1]:
            row.passed_on += chained.claims
        elif chained.first_hand:
            row.first_hand += chained.claims
        else:
            row.repeated += chained.claims
        seen.add((row.key, row.document))


def _row(
    found: dict[Who, VoiceRow], names: _Names, name: str | None, role: str, document: str
) -> VoiceRow | None:
    """The row of a name, made where there is none; None for a name in which nothing can be compared."""
    if not name:
        return None
    key, is_own, cited = names.meant(name)
    if not key:
        return None
    who = (key, "" if cited or is_own or role == "outlet" else document)
    if who not in found:
        found[who] = VoiceRow(*who, cited=cited)
    return found[who]


def _is_bare(name: str, key: str) -> bool:
    """Whether a name says no more than its key."""
    return " ".join(name.casefold().split()) == key
