"""The forms in which times are written, as patterns built from the word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from firsthand.lexicon import load

FORMS: Mapping[str, str] = {
    "iso": r"(?<![\w.-])(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?![\w-])",
    "figures": r"(?<![\w./-])(?P<first>[0-3]?\d)(?P<mark>[./])(?P<second>[0-3]?\d)(?P=mark)(?P<year>(?:[12]\d)?\d\d)(?![\w./-]\d|\d)",
    "month_day": r"(?:{weekday}\.?,?\s)?(?:{modifier}\s?)?{month}\.?\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?(?:million|percent|per\scent|[ap]\.?m))(?:\s?[-–]\s?(?P<to>[0-3]?\d)(?![\d]))?(?:,?\s(?P<year>1\d{3}|20\d\d)(?!\d))?",
    "day_month": r"(?:{weekday}\.?,?\s)?(?:the\s)?(?<![\d$€£.,])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?{month}\b\.?(?:,?\s(?P<year>1\d{3}|20\d\d)(?!\d))?",
    "month_year": r"(?:{modifier}[\s-]?)?{month}\.?,?\s(?:of\s)?(?P<year>1\d{3}|20\d\d)(?![\d%]|,\d)",
    "month": r"(?:(?:{before}|{modifier})[\s-]?)?{month}(?![\w’'])",
    "weekday": r"(?:(?:earlier|early|late)\s(?:on\s)?)?(?:{before}\s)?{weekday}s?(?:\s{part}|\sand\s(?:sun)day)?(?![\w])",
    "near": r"(?:(?:early|late|earlier|later)\s)?(?:today|yesterday|tomorrow|tonight)(?:\s{part})?(?![\w])",
    "part": r"(?:this|last|that|the)\s{part}(?![\w-])",
    "clock": r"(?:{weekday}\s(?:at\s)?)?(?<![\w.:$])(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d)(?!\d))?(?:\s?(?P<half>[ap])\.?m\b\.?|(?<=:\d\d)(?=\s(?:GMT|UTC|hours|local|on|[A-Z]))|\so['’]clock)(?:\s(?:[A-Z]{{2,4}}T|ET|PT|GMT|UTC|local\stime))?(?:\s(?:on\s)?(?:{weekday2}|today|yesterday|tomorrow))?",
    "quarter": r"(?:(?:the|this\syear['’]s|last\syear['’]s)\s)?(?:fiscal\s|latest\s)?{ordinal}[\s-](?:fiscal\s)?(?P<what>quarter|half)(?:\s(?:of|in)\s(?P<year>(?:19|20)\d\d|{before}\s(?:fiscal\s)?year)|\s(?P<year2>(?:19|20)\d\d))?(?![\w])",
    "ago": r"(?:(?:{hedge}|only|just)\s)?{number}[\s-]{unit}s?\s(?P<to>ago|earlier|later|before|after|from\snow|beforehand|afterwards)(?![\w])",
    "year_ago": r"(?:the\s)?year-(?:ago|earlier)(?:\s(?:quarter|period|month))?",
    "span": r"(?:(?P<which>(?:the\s)?(?:first|last|past|next|previous|coming|following|recent|final|latest)|the|another|nearly|almost|about|more\sthan|less\sthan|over|at\sleast|up\sto|some|only|as\slong\sas)\s)?{number}(?P<join>[\s-]){unit}s?(?:-long|['’])?(?![\w])(?!-old|\sold|\sof\sage)",
    "vague": r"(?:the\s)?(?:(?P<which>recent|past|last|coming|next|several|many|few|a\sfew|some|the\slast\sfew|the\spast\sfew|the\snext\sfew)\s){unit}s(?![\w-])",
    "relative": r"(?:(?:early|late|later|earlier|mid|sometime)[\s-](?:in\s)?)?{before}\s(?:fiscal\s|calendar\s|school\s|full\s)?(?P<what>week|month|year|quarter|decade|century|weekend|day|period|{season})(?!s|\w|-)",
    "edge": r"(?:the\s)?(?:end|beginning|start|middle|turn|rest|remainder|balance)\sof\s(?:the|this|last|next)\s(?P<what>week|month|year|quarter|decade|century)(?![\w])",
    "bare": r"the\s(?:(?:latest|full|fiscal|current)\s)?(?P<what>quarter|weekend)(?![\w-])|the\s(?:full|fiscal)\s(?P<year>year)(?!\s\d|\w)",
    "season_year": r"(?:(?:the|{before}|early|late)\s)?(?:early\s|late\s)?{season}(?:,?\s(?:of\s)?(?P<year>1\d{3}|20\d\d))",
    "decade": r"(?:the\s)?(?:(?:early|late|mid|middle|mid-to-late)[\s-])?(?<![\w$])(?:(?:(?P<year>1\d|20)|(?<=the\s)|['’])(?P<ten>\d)0['’]?s)(?![\w]|\sage|\s(?:and|or|to)\s\d0s\sage)",
    "century": r"(?:the\s)?(?:(?:early|late|mid|middle)[\s-])?(?P<nth>\d{{1,2}})(?:st|nd|rd|th)[\s-]century",
    "years": r"(?:{modifier}\s?)?(?<![\w$€£.,#/-])(?P<year>1\d{{3}}|20\d\d)\s?[-–/]\s?(?P<to>(?:1\d|20)?\d\d)(?![\w,.]*\d|%)",
    "year": r"(?:(?:{modifier}|fiscal|the\syear|mid)[\s-]?)?(?<![\w$€£#/])(?<!\d[.,:])(?P<year>1[0-9]\d\d|2[01]\d\d)(?![\w%/]|[.,:]\d|\s?(?:km|kilomet|people|percent|per\scent|yuan|dollars|miles|metres|meters|years|BC|B\.C))",
    "bc": r"(?<![\w.,])(?P<bc>\d{{1,4}})\s(?:BCE?|B\.C\.(?:E\.)?)(?!\w)",
    "set": r"(?:every|each)\s(?:(?:other|single)\s)?(?P<what>{unit_plain}|{weekday_plain}|{part_plain})(?![\w])",
    "word": r"(?<![\w-]){word}(?![\w-])",
    "daily": r"(?<![\w-]){daily}(?![\w-])",
    "holiday": r"(?:(?:last|this|next)\s)?{holiday}(?![\w])",
    "fiscal": r"(?:the\s)?(?:fiscal\syear|fiscal)\s(?P<year>(?:19|20)\d\d)",
}
"""Name of a form to its pattern; words in braces are lists."""


@cache
def patterns(language: str = "en") -> dict[str, re.Pattern[str]]:
    """Return the compiled forms of a language, in the order in which they win where two are equally long."""
    table = load(language, "times")
    months, weekdays = table["months"]["values"], table["weekdays"]["values"]
    days = [day for day in weekdays if day.endswith("day")]
    numbers = load(language, "numbers")
    spelled = [*numbers["cardinals"]["values"], *numbers["tens"]["values"]]
    number = rf"(?P<number>(?:a|an|one\sand\sa\shalf|\d{{1,3}}(?:\.\d)?(?:\s1/2)?|(?:{_any(spelled)})(?:[-\s](?:{_any(numbers['cardinals']['values'])}))?(?:\shundred|\sthousand)?)(?:\sand\sa\shalf)?)"
    parts = {
        "month": f"(?P<month>{_any(months)})", "weekday": f"(?P<weekday>{_any(days)})", "weekday2": f"(?P<weekday2>{_any(days)})",
        "part": f"(?P<part>{_any(table['parts']['values'])})", "before": f"(?P<before>{_any(table['before']['values'])})",
        "modifier": f"(?:{_any(table['modifiers']['words'])})", "season": f"(?P<season>{_any(table['seasons']['values'])})",
        "ordinal": f"(?P<ordinal>{_any(table['ordinals']['values'])})", "unit": f"(?P<unit>{_any(table['units']['values'])})",
        "number": number, "hedge": "(?:about|around|nearly|almost|some|roughly|more than|over|less than|at least)",
        "word": f"(?P<word>{_any(table['references']['values'])})", "holiday": f"(?P<holiday>{_any(table['holidays']['values'])})",
        "daily": f"(?P<daily>{_any(table['sets']['values'])})", "unit_plain": _any(table["units"]["values"]),
        "weekday_plain": _any(days), "part_plain": _any(table["parts"]["values"]),
    }  # fmt: skip
    return {
        name: re.compile(_lead(name) + _filled(form, parts), re.IGNORECASE) for name, form in FORMS.items()
    }


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered)


def _filled(form: str, parts: Mapping[str, str]) -> str:
    """The form with its lists in place; braces of repetition are doubled or hold digits only."""
    return (
        re.sub(r"\{([a-z_]\w*)\}", lambda match: parts[match[1]], form).replace("{{", "{").replace("}}", "}")
    )


def _lead(name: str) -> str:
    """Every form begins at a word; those that begin with a digit say themselves what may stand before."""
    return "" if name in ("iso", "figures") else r"(?<![\w-])" if name != "year" else r"(?<![\w])"
