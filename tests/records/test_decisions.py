"""What holds of all judgements: the latest word, what was before when it is taken back, and no silent choice after a merge."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Judgement, in_force, slot_of

WHO = "R1"


class Copy:
    """One copy of a dossier that keeps judgements about one claim."""

    def __init__(self, judged=(), clock=0):
        self.judged = {each.id: each for each in judged}
        self.clock = clock

    def outcome(self):
        return in_force(self.judged.values()).get(("claim.period", "c1"))

    def value(self):
        outcome = self.outcome()
        return outcome.judgement.value if outcome and outcome.judgement else None

    def say(self, value, name, undoes=None):
        outcome = self.outcome()
        self.clock += 1
        last = tuple(each.id for each in outcome.last) if outcome else ()
        at = f"2026-01-01T00:00:{self.clock:02}Z"
        made = Judgement(f"{name}{self.clock}", "c1", "claim.period", value, WHO, at, None, last, "", undoes)
        self.judged[made.id] = made

    def undo(self, name):
        outcome = self.outcome()
        if outcome and outcome.judgement:
            self.say(outcome.judgement.value, name, outcome.judgement.id)

    def merged(self, other):
        return Copy((self.judged | other.judged).values(), max(self.clock, other.clock))


acts = st.lists(st.sampled_from(["2019", "2020", "2021", "undo"]), max_size=6)


def run(copy, steps, name):
    for step in steps:
        if step == "undo":
            copy.undo(name)
        else:
            copy.say(step, name)
    return copy


@given(acts, st.sampled_from(["2019", "2020"]))
def test_the_latest_word_holds(steps, last):
    copy = run(Copy(), steps, "a")
    copy.say(last, "a")
    assert copy.value() == last


@given(acts, st.sampled_from(["2019", "2020"]))
def test_taking_back_gives_what_was_before_and_taking_that_back_gives_it_again(steps, last):
    copy = run(Copy(), steps, "a")
    before = copy.value()
    copy.say(last, "a")
    decided = copy.outcome().judgement
    copy.undo("a")
    assert copy.value() == before
    (undoing,) = copy.outcome().last
    assert undoing.undoes == decided.id
    copy.say(undoing.value, "a", undoing.id)
    assert copy.value() == last


@given(acts)
def test_taking_back_again_and_again_comes_to_what_was_extracted(steps):
    copy = run(Copy(), steps, "a")
    for _ in range(len(steps)):
        copy.undo("a")
    assert copy.value() is None


@given(acts, acts, acts, st.randoms(use_true_random=False))
def test_copies_merge_to_the_same_in_either_order_and_again(shared, mine, theirs, chance: random.Random):
    start = run(Copy(), shared, "s")
    one, other = run(start.merged(start), mine, "a"), run(start.merged(start), theirs, "b")
    both = one.merged(other)
    assert both.judged == other.merged(one).judged
    assert both.outcome() == other.merged(one).outcome() == both.merged(one).merged(other).outcome()
    mixed = list(both.judged.values())
    chance.shuffle(mixed)
    assert Copy(mixed).outcome() == both.outcome()
    assert set(both.judged) == set(one.judged) | set(other.judged)


@given(acts, acts, acts)
def test_after_a_merge_nothing_is_chosen_in_silence(shared, mine, theirs):
    start = run(Copy(), shared, "s")
    one, other = run(start.merged(start), mine, "a"), run(start.merged(start), theirs, "b")
    both = one.merged(other)
    if one.judged == start.judged:
        assert both.value() == other.value()
    elif other.judged == start.judged:
        assert both.value() == one.value()
    elif one.value() == other.value():
        assert both.value() == one.value()
        assert not both.outcome().contested
    else:
        assert both.outcome().contested
        assert both.value() == start.value()
        both.say("2022", "c")
        assert both.value() == "2022"
        assert not both.outcome().contested


def test_one_that_does_not_say_what_it_replaces_takes_the_place_of_all_earlier_ones():
    made = [Judgement(str(n), "d", "document.title", f"T{n}", WHO, f"2026-01-0{n}") for n in (1, 2, 3)]
    assert in_force(reversed(made))[("document.title", "d")].judgement == made[2]


def test_a_pair_is_one_subject_in_either_order_and_under_new_ids():
    one = Judgement("1", "c1", "figure", '{"with": "c2", "together": true}', WHO, "2026-01-01")
    other = replace(one, id="2", subject="c2", value='{"with": "c3", "together": false}', at="2026-01-02")
    assert slot_of(one) != slot_of(other)
    (outcome,) = in_force([one, other], lambda id_: "c1" if id_ == "c3" else id_).values()
    assert outcome.judgement == other
