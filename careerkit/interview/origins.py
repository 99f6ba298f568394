"""Where each sentence of an answer comes from, after the person has edited it."""

from careerkit.interview.model import Answer, Origin, Sentence


def origins(answer: Answer) -> tuple[Sentence, ...]:
    """Return the text of an answer in pieces: composed sentences that still stand, and the person's own."""
    pieces, at = [], 0
    for start, end, sentence in _standing(answer):
        own = answer.text[at:start].strip()
        if own:
            pieces.append(Sentence(text=own, origin=Origin.OWN))
        pieces.append(sentence)
        at = end
    rest = answer.text[at:].strip()
    return (*pieces, Sentence(text=rest, origin=Origin.OWN)) if rest else tuple(pieces)


def _standing(answer: Answer) -> list[tuple[int, int, Sentence]]:
    """Return the composed sentences found word by word in the text, with their places, in its order."""
    found: list[tuple[int, int, Sentence]] = []
    for sentence in answer.composed:
        start = answer.text.find(sentence.text)
        end = start + len(sentence.text)
        if sentence.text and start >= 0 and all(end <= other[0] or other[1] <= start for other in found):
            found.append((start, end, sentence))
    return sorted(found, key=lambda place: place[:2])
