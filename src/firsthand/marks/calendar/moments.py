"""What a written time means: ISO 8601 or TIMEX3 values, counted from an anchor day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from firsthand.marks.calendar.durations import Anchor, amount, duration, is_clock, plain, shifted, table

FAR_AHEAD = 3
"""Months that a bare month may lie after the document's own before it is rather the one of the year before."""


def anchor_of(published: str | None) -> Anchor:
    """Return the anchor of an ISO date that may stop at the year or month."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
    if not match:
        return Anchor()
    year, month, day = (int(part) if part else None for part in match.groups())
    return Anchor(year, month, day)


def value_of(form: str, match: re.Match[str], anchor: Anchor) -> str | None:
    """Return the value of a matched form, None where the words turn out to be no time."""
    parts = {key: plain(part).lower() if part else "" for key, part in match.groupdict().items()}
    return RESOLVERS[form](parts, anchor)


def _day(year: int | None, month: int, day: int) -> str | None:
    """A day as ISO 8601, XXXX for an unknown year, None for a day that no calendar has."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return f"{_written(year)}-{month:02d}-{day:02d}"


def _written(year: int | None) -> str:
    return f"{year:04d}" if year else "XXXX"


def _month(parts: Mapping[str, str]) -> int:
    return int(table()["months"][parts["month"].rstrip(".")])


def _year_of(month: int, anchor: Anchor, shift: int | None = None) -> int | None:
    """The year of a month without one: near to the anchor, and on the side to which the words or the verb point."""
    if anchor.year is None or anchor.told or anchor.month is None:
        return anchor.year
    ahead = month - anchor.month
    if shift is not None:
        return anchor.year + (
            shift if ahead == 0 else min(shift, 0) * (ahead > 0) + max(shift, 0) * (ahead < 0)
        )
    if anchor.ahead:
        return anchor.year + (ahead < 0)
    if ahead > FAR_AHEAD:
        return anchor.year - 1
    return anchor.year + 1 if ahead < FAR_AHEAD - 12 else anchor.year


def _said_year(parts: Mapping[str, str], anchor: Anchor) -> int | None:
    """The year beside a month or season: "2018", "of last year"."""
    if parts.get("year"):
        return int(parts["year"])
    if parts.get("of_year") and anchor.year:
        return anchor.year + int(table()["of_year"][parts["of_year"]])
    return None


def _iso(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    year, month = int(parts["year"]), int(parts["month"])
    return _day(year, month, int(parts["day"])) if parts["day"] else f"{year:04d}-{month:02d}"


def _figures(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    """20.05.2019 is day first; 05/20/2019 is taken as it can only be read, month first where both can be."""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    year = year if year > 99 else 2000 + year if year < 50 else 1900 + year
    day_first = parts["mark"] == "." or first > 12
    if parts["mark"] == "." and len(parts["year"]) < 4:
        return None
    day, month = (first, second) if day_first else (second, first)
    return _day(year, month, day) if 1 <= month <= 12 else None


def _month_day(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    month = _month(parts)
    day = int(parts["day"] or table()["day_ordinals"][parts["nth"]])
    shift = table()["before"].get(parts.get("before", ""))
    return _day(_said_year(parts, anchor) or _year_of(month, anchor, shift), month, day)


def _month_year(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return f"{int(parts['year']):04d}-{_month(parts):02d}"


def _bare_month(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    month, shift = _month(parts), table()["before"].get(parts["before"])
    year = _said_year(parts, anchor) or _year_of(month, anchor, shift)
    return f"{_written(year)}-{month:02d}"


def _weekday(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    """The nearest such day up to the anchor, or behind it where the sentence looks ahead; "next" is the first one after it."""
    number = int(table()["weekdays"][parts["weekday"]])
    part = table()["parts"].get(parts["part"], "")
    here = anchor.date
    if here is None or parts.get("every") or parts.get("often"):
        return f"XXXX-WXX-{number}{part}"
    back = (here.isoweekday() - number) % 7
    shift = table()["before"].get(parts["before"], 0)
    if shift > 0 or (anchor.ahead and not parts["before"] and back):
        moment = here + timedelta(days=7 - back)
    elif shift < 0 and back == 0:
        moment = here - timedelta(days=7)
    else:
        moment = here - timedelta(days=back)
    return f"{moment.isoformat()}{part}"


def _near(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    name = parts["near"]
    part = table()["parts"].get(parts["part"], table()["near_parts"].get(name, ""))
    here = anchor.date
    if here is None:
        return str(table()["unanchored"].get(name, f"XXXX-XX-XX{part}"))
    return f"{(here + timedelta(days=table()['near'][name])).isoformat()}{part}"


def _part(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    part, here = table()["parts"][parts["part"]], anchor.date
    shift = table()["which_part"].get(parts["which"], 0 if anchor.told else None)
    if here is None or shift is None:
        return f"XXXX-XX-XX{part}"
    return f"{(here + timedelta(days=shift)).isoformat()}{part}"


def _clock(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    fixed, near = parts["fixed"] or parts["fixed2"], parts["near"]
    if fixed:
        time = str(table()["parts"][fixed])
    else:
        hour = int(parts["hour"]) % 12 + 12 * (parts["half"] == "p") if parts["half"] else int(parts["hour"])
        if hour > 24:
            return None
        time = f"T{hour:02d}:{int(parts['minute'] or 0):02d}"
    name = parts["weekday"] or parts["weekday2"]
    if name:
        day = _weekday({"weekday": name, "part": "", "before": ""}, anchor)
    elif near:
        day = _near({"part": "", "near": near}, anchor)
    elif parts["month"]:
        day = _month_day(parts, anchor)
    else:
        day = anchor.date.isoformat() if anchor.date else "XXXX-XX-XX"
    return f"{(day or 'XXXX-XX-XX')[:10]}{time}"


def _quarter(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    number = int(table()["ordinals"][parts["ordinal"]])
    letter = "Q" if parts["what"] == "quarter" else "H"
    if letter == "H" and number > 2:
        return None
    written = parts["year"] or parts["year2"] or parts["year3"]
    if written:
        return f"{written}-{letter}{number}"
    year = anchor.year
    if year and (said := parts["rel"] or parts["rel2"]):
        year += int(table()["before"][said])
    elif year and anchor.month and letter == "Q" and number > (anchor.month + 2) // 3 and not anchor.ahead:
        year -= 1
    year = year - 1 if year and parts["ago"] else year
    return f"{_written(year)}-{letter}{number}"


def _last_half(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return f"{parts['year']}-H2"


def _ago(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    number, unit = amount(parts["number"]), parts["unit"]
    if number is None:
        return None
    back = table()["directions"][parts["direction"]] < 0
    if is_clock(unit):
        return duration(number, unit)
    if anchor.quarter and back and number == 1 and table()["units"][unit] == "Y":
        return _year_before(anchor.quarter)
    return shifted(anchor, -number if back else number, unit) or duration(number, unit)


def _vague_ago(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return "PAST_REF" if table()["directions"][parts["direction"]] < 0 else "FUTURE_REF"


def _year_before(quarter: str) -> str:
    if not quarter[:4].isdigit():  # a quarter of an unknown year
        return quarter
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"


def _year_ago(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    if anchor.quarter:
        return _year_before(anchor.quarter)
    return f"{anchor.year - 1:04d}" if anchor.year else "PAST_REF"


def _span(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    if parts["range"]:  # from two to three weeks: neither of them
        return duration(None, parts["unit"])
    number = amount(parts["number"], bool(parts["and_half"]))
    return None if number is None else duration(number, parts["unit"])


def _another(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return duration(Decimal(1), parts["unit"])


def _vague(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return str(table()["vague"][parts["vague"]]) or duration(None, parts["unit"])


def _long(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return duration(None, parts["unit"])


def _relative(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    what, shift = parts["what"], int(table()["before"][parts["before"]])
    if parts["season"]:
        return _season_near(parts["season"], anchor, shift)
    letter = str(table()["units"].get(what, ""))
    if letter == "D":
        return (
            (anchor.date + timedelta(days=shift)).isoformat() if anchor.date and anchor.told else "XXXX-XX-XX"
        )
    if letter == "":
        return "P1X" if shift else "PRESENT_REF"
    if letter == "Q" and anchor.quarter and shift == 0:
        return anchor.quarter
    if letter == "E":
        return f"{(anchor.year // 10 + shift):03d}" if anchor.year else "XXX"
    if letter == "C":
        return f"{(anchor.year // 100 + shift):02d}" if anchor.year else "XX"
    weekend = letter == "WE"
    found = _week(anchor, shift) if weekend else shifted(anchor, Decimal(shift), what)
    unknown = {"Y": "XXXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(letter, "XXXX-WXX")
    return (found or unknown) + ("-WE" if weekend else "")


def _week(anchor: Anchor, shift: int) -> str | None:
    return shifted(anchor, Decimal(shift), "week")


def _edge(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    inner = {"what": parts["what"], "before": table()["edges"][parts["rel"]], "season": ""}
    return _relative(inner, anchor)


def _bare(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    """The quarter, the weekend, the fiscal year: the ones that the document speaks of."""
    what = parts["what"] or parts["what2"] or "year"
    back = (
        table()["units"][what] == "WE" and anchor.date and anchor.date.isoweekday() < 5 and not anchor.ahead
    )
    return _relative({"what": what, "before": "last" if back else "this", "season": ""}, anchor)


def _season_year(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return f"{_written(_said_year(parts, anchor))}-{table()['seasons'][parts['season']]}"


def _season(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return _season_near(parts["season"], anchor, 0)


def _season_near(season: str, anchor: Anchor, shift: int) -> str:
    year = anchor.year and anchor.year + shift
    return f"{_written(year)}-{table()['seasons'][season]}"


def _decade(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    century = parts["year"] or ("19" if int(parts["ten"]) > 2 else "20")
    return f"{century}{parts['ten']}"


def _century(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    number = int(parts["nth"] or table()["century_ordinals"][parts["nth_word"]])
    return f"{number - 1:02d}" if 0 < number < 30 else None


def _years(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    first, last = parts["year"], parts["to"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if int(last) > int(first) else None


def _year(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return parts["year"]


def _spelled_year(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    """nineteen ninety-four, two thousand and one."""
    lists = table()
    ones = {**lists["spoken_ones"], **lists["spoken_teens"]}
    if parts["thousand"]:
        return f"{2000 + ones.get(parts['ones2'], 0)}"
    rest = lists["spoken_teens"].get(parts["teens"]) or lists["spoken_tens"][parts["tens"]] + ones.get(
        parts["ones"], 0
    )
    return f"{lists['centuries'][parts['century']]}{rest}"


def _bc(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return f"BC{int(parts['bc']):04d}"


def _set(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    what = parts["what"]
    if what in table()["units"]:
        return duration(Decimal(2 if parts["other"] else 1), what)
    if what in table()["weekdays"]:
        return f"XXXX-WXX-{table()['weekdays'][what]}"
    return "XXXX-XX-XX" + str(table()["parts"][what])


def _reference(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return str(table()["references"][parts["word"]])


def _often(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    return str(table()["sets"][parts["daily"]])


def _holiday(parts: Mapping[str, str], anchor: Anchor) -> str | None:
    """The feast nearest to the anchor, or the one of its year that the words say."""
    rule, said = str(table()["holidays"][parts["holiday"]]), parts["year"]
    year = int(said) if said else anchor.year
    if not year or not rule:
        return _written(year)
    shift = table()["before"].get(parts["before"])
    days = [feast(rule, year + step) for step in (-1, 0, 1)]
    here = anchor.date
    if here is None or anchor.told or said:
        day = days[1]
    elif shift:
        day = max(d for d in days if d < here) if shift < 0 else min(d for d in days if d > here)
    else:
        day = min(days, key=lambda d: abs((d - here).days))
    if parts["rest"]:
        found = f"{day.isocalendar().year:04d}-W{day.isocalendar().week:02d}"
        return found if table()["units"][parts["rest"]] == "W" else f"{found}-WE"
    return day.isoformat()


def feast(rule: str, year: int) -> date:
    """Return the day of a feast in a year; the rules are those of the list of holidays.

    Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    """
    if rule.startswith("easter"):
        a, b, c = year % 19, year // 100, year % 100
        h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
        i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
        m = (a + 11 * h + 22 * i) // 451
        month, day = divmod(h + i - 7 * m + 114, 31)
        return date(year, month, day + 1) + timedelta(days=int(rule.split()[1]))
    if " " in rule:
        month, nth, weekday = (int(part) for part in rule.split())
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    month, day = (int(part) for part in rule.split("-"))
    return date(year, month, day)


RESOLVERS = {
    "iso": _iso, "figures": _figures, "month_day": _month_day, "day_month": _month_day, "first_day": _month_day, "month_year": _month_year,
    "month": _bare_month, "weekday": _weekday, "near": _near, "part": _part, "clock": _clock, "quarter": _quarter,
    "last_half": _last_half, "ago": _ago, "vague_ago": _vague_ago, "year_ago": _year_ago, "span": _span, "another": _another,
    "vague": _vague, "long": _long, "relative": _relative, "edge": _edge, "bare": _bare, "season_year": _season_year,
    "season": _season, "decade": _decade, "century": _century, "years": _years, "year": _year, "spelled_year": _spelled_year,
    "bc": _bc, "set": _set, "word": _reference, "daily": _often, "holiday": _holiday, "fiscal": _year,
}  # fmt: skip
"""Form to the function that gives its value."""
