"""What became different in the plan since an answer was composed, offered sentence by sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from careerkit.change import Change, Stamp, present_entry, updates
from careerkit.interview.compose import Fresh, Key, keys_of
from careerkit.interview.frames import Section
from careerkit.interview.model import Answer, Sentence
from careerkit.interview.standing import Place, places
from careerkit.labels import Labelled

_OF_ENTRIES: Final = frozenset(
    {
        Section.GOAL,
        Section.ANOTHER_GOAL,
        Section.DIRECTION,
        Section.ANOTHER_DIRECTION,
        Section.STRENGTH,
        Section.ANOTHER_STRENGTH,
    }
)
"""Sections that say what a person chose to bring; other new sentences are not offered by themselves."""


class OfferKind(Labelled):
    """Why something is offered."""

    CHANGED = "changed", "Your plan changed"
    NEW = "new", "New in what you bring"
    GONE = "gone", "No longer in what you bring"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A sentence to take for the one that stands in the answer (``yours``, perhaps edited), or beside it.

    ``old`` is what was composed once, ``new`` what would be composed today; one of them is missing when
    something is new or gone. ``after`` is the sentence of the answer that a new one follows.
    """

    key: str
    kind: OfferKind
    yours: str = ""
    edited: bool = False
    old: Sentence | None = None
    new: Sentence | None = None
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of words that two sentences have in common, or that stands in one of them alone."""

    text: str
    same: bool


def offers(answer: Answer, fresh: Fresh) -> tuple[Offer, ...]:
    """Return what is offered for an answer, in the order of its text; nothing for one that was not composed.

    A sentence that could still be composed as it stands is not offered again, and neither is one that the
    person took out of the text. Sentences from before there were sections are left alone.
    """
    if not answer.composed or not answer.text or not all(it.section for it in answer.composed):
        return ()
    where: dict[int | None, Place] = {place.nth: place for place in places(answer)}
    old = dict(zip(keys_of(answer.composed), range(len(answer.composed)), strict=True))
    new = dict(zip(keys_of(fresh.sentences), fresh.sentences, strict=True))
    changed = (
        offer
        for key, nth in old.items()
        if nth in where and (offer := _of_old(answer, where[nth], key, fresh, new)) is not None
    )
    return (*changed, *_of_new(answer, where, old, new))


def segments(before: str, after: str) -> tuple[Segment, ...]:
    """Return ``after`` in runs of words that stand in ``before`` as well, and runs that are new."""
    one, other = before.split(), after.split()
    found = []
    for tag, _, _, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if start < end:
            found.append(Segment(text=" ".join(other[start:end]), same=tag == "equal"))
    return tuple(found)


def take_offer(answers: Mapping[str, Answer], answer_id: str, offer: Offer, *, stamp: Stamp) -> list[Change]:
    """Put what is offered in the place of the sentence that stands there; the rest of the text stays."""
    old = present_entry(answers, answer_id, noun="answer")
    new = _taken(old, offer)
    return updates(old, new, stamp=stamp)


def keep_mine(answers: Mapping[str, Answer], answer_id: str, offer: Offer, *, stamp: Stamp) -> list[Change]:
    """Leave the text as it is, and do not offer the same again."""
    old = present_entry(answers, answer_id, noun="answer")
    return updates(old, replace(old, composed=_composed(old.composed, offer)), stamp=stamp)


def take_unedited(
    answers: Mapping[str, Answer], answer_id: str, offered: Sequence[Offer], *, stamp: Stamp
) -> list[Change]:
    """Take every offer whose sentence the person has not edited."""
    old = new = present_entry(answers, answer_id, noun="answer")
    for offer in offered:
        if not offer.edited:
            new = _taken(new, offer)
    return updates(old, new, stamp=stamp)


def _of_old(
    answer: Answer, place: Place, key: Key, fresh: Fresh, new: Mapping[Key, Sentence]
) -> Offer | None:
    sentence = answer.composed[place.nth or 0]
    possible = fresh.possible.get(key, frozenset())
    if sentence.text in possible:
        return None
    offered = new.get(key) or next((replace(sentence, text=text) for text in sorted(possible)), None)
    return Offer(
        key="-".join((key.section, key.source, str(key.nth))),
        kind=OfferKind.CHANGED if offered else OfferKind.GONE,
        yours=answer.text[place.start : place.end],
        edited=place.edited,
        old=sentence,
        new=offered,
    )


def _of_new(
    answer: Answer, where: Mapping[int | None, Place], old: Mapping[Key, int], new: Mapping[Key, Sentence]
) -> Iterator[Offer]:
    brought = {sentence.source_id for sentence in answer.composed}
    after = ""
    for key, sentence in new.items():
        if key in old:
            place = where.get(old[key])
            after = answer.text[place.start : place.end] if place else after
        elif sentence.section in _OF_ENTRIES and sentence.source_id not in brought:
            yield Offer(
                key="-".join((key.section, key.source, str(key.nth))),
                kind=OfferKind.NEW,
                new=sentence,
                after=after,
            )


def _taken(answer: Answer, offer: Offer) -> Answer:
    gone = (
        frozenset({offer.old.source_id}) if offer.old and offer.kind is OfferKind.GONE else frozenset[str]()
    )
    return replace(
        answer,
        text=_with(answer.text, offer),
        composed=_composed(answer.composed, offer),
        aspirations=answer.aspirations - gone,
        goals=answer.goals - gone,
        strengths=answer.strengths - gone,
    )


def _with(text: str, offer: Offer) -> str:
    said = offer.new.text if offer.new else ""
    if offer.yours:
        before, found, rest = text.partition(offer.yours)
        if not found:
            return text
        return f"{before}{said}{rest}" if said else f"{before.rstrip()} {rest.lstrip()}".strip()
    before, found, rest = text.partition(offer.after) if offer.after else ("", "", text)
    return f"{before}{found} {said}{rest}".strip() if found else f"{text.rstrip()} {said}".strip()


def _composed(sentences: tuple[Sentence, ...], offer: Offer) -> tuple[Sentence, ...]:
    if offer.old is None:
        at = next((n + 1 for n, it in enumerate(sentences) if it.text == offer.after), len(sentences))
        return (*sentences[:at], *((offer.new,) if offer.new else ()), *sentences[at:])
    changed = (offer.new if sentence == offer.old else sentence for sentence in sentences)
    return tuple(sentence for sentence in changed if sentence is not None)
