"""The demo person's application: what she found out, what they ask for, her answer, her practice."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from careerkit.change import Entity, Ids
from careerkit.interview import (
    Answer,
    Application,
    Ask,
    Asked,
    AskKind,
    Origin,
    RuleOff,
    Sentence,
    Take,
    answer_id,
)

_AHEAD = timedelta(days=12)
"""How far ahead the interview is."""


def demo_interview(
    plan: Mapping[str, Any], named: Mapping[str, Any], *, ids: Ids, today: date
) -> Iterator[Entity]:
    """Yield the application and all that belongs to it; ``named`` are aspirations and goals by name."""
    entry = plan["application"]
    gives = {named[it["aspiration"]].id: it["text"] for it in entry["gives"]}
    texts = {name: text.strip() for name, text in entry.items() if name != "gives"}
    application = Application(id=ids.new(), gives=gives, interview_on=today + _AHEAD, **texts)
    yield application
    for ask in plan["ask"]:
        kind = next(kind for kind in AskKind if kind.value == ask["kind"])
        yield Ask(
            id=ids.new(), application_id=application.id, title=ask["title"], quote=ask["quote"], kind=kind
        )
    yield _answer(plan["answer"], {"application": application, **named})
    for take in plan["take"]:
        yield Take(
            id=ids.new(),
            application_id=application.id,
            asked=Asked.NEAR,
            on=today - timedelta(days=take["days_ago"]),
            seconds=take["seconds"],
            rating=take["rating"],
            note=take["note"],
        )
    yield RuleOff(**plan["rule_off"])


def _answer(entry: Mapping[str, Any], named: Mapping[str, Any]) -> Answer:
    composed = tuple(
        Sentence(
            text=sentence["text"],
            origin=Origin(sentence["origin"]),
            source_id=named[sentence["source"]].id if "source" in sentence else "",
        )
        for sentence in entry["sentence"]
    )
    return Answer(
        id=answer_id(named["application"].id, Asked.NEAR),
        application_id=named["application"].id,
        asked=Asked.NEAR,
        aspirations=frozenset(named[key].id for key in entry["aspirations"]),
        goals=frozenset(named[key].id for key in entry["goals"]),
        composed=composed,
        text=" ".join(sentence.text for sentence in composed),
    )
