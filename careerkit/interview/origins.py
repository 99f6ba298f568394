"""Where each sentence of an answer comes from, after the person has edited it."""

from dataclasses import replace

from careerkit.interview.model import Answer, Origin, Sentence
from careerkit.interview.standing import Place, places, sentence_at


def origins(answer: Answer) -> tuple[Sentence, ...]:
    """Return the text of an answer in pieces: composed sentences that still stand, and the person's own.

    An edited sentence is the person's own, and keeps the section it belongs to.
    """
    pieces: list[Sentence] = []
    for place in places(answer):
        piece = _piece(answer, place)
        follows = pieces and pieces[-1].origin is Origin.OWN is piece.origin
        if follows and not piece.section:
            pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text} {piece.text}")
        else:
            pieces.append(piece)
    return tuple(pieces)


def _piece(answer: Answer, place: Place) -> Sentence:
    sentence = sentence_at(answer, place)
    said = answer.text[place.start : place.end]
    if sentence is None:
        return Sentence(text=said, origin=Origin.OWN)
    if place.edited:
        return Sentence(text=said, origin=Origin.OWN, source_id=sentence.source_id, section=sentence.section)
    return sentence
