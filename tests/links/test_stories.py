"""The words of a story as they are kept are those of its text, and what two of them share is what their documents share."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.links import kept_story, passages, shared, story, story_of
from firsthand.records import Document, Original, Span, Zone
from links.invented import DOSSIERS, extracted


def document(text: str, name: str = "one") -> Document:
    return Document(name, Original(name, name, "text/plain", 1), text, (Zone(Span(0, len(text)), "main"),))


@given(
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.sampled_from(["", "One", "“Two words” … cut. 1,000"])
)
def test_a_story_comes_back_as_it_was(text):
    read = document(text)
    assert story("one", kept_story(read)) == story_of(read)


def test_documents_share_what_their_kept_stories_share():
    documents = [each.document for name in DOSSIERS for each in extracted(name)]
    kept = {each.id: story(each.id, kept_story(each)) for each in documents}
    found = [(one, other, passages(one, other)) for one, other in combinations(documents, 2)]
    assert sum(bool(same) for _, _, same in found) > 20
    assert [same for _, _, same in found] == [shared(kept[one.id], kept[other.id]) for one, other, _ in found]
