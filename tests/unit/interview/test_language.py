import json
from pathlib import Path

import pytest

from careerkit.interview.language import reads_as_english

LABELLED = Path(__file__).parents[2] / "data" / "answers-dev.jsonl"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "In fünf Jahren möchte ich ein Team leiten, weil mir die Arbeit so wichtig ist.", id="german"
        ),
        pytest.param(
            "Dans cinq ans, je voudrais diriger une équipe et gagner la confiance des clients.", id="french"
        ),
        pytest.param(
            "En cinco años me gustaría dirigir un equipo y ganarme la confianza de los clientes.",
            id="spanish",
        ),
        pytest.param(
            "Over vijf jaar zou ik graag een team willen leiden, want het werk is belangrijk voor mij.",
            id="dutch",
        ),
        pytest.param(
            "Za pięć lat chciałbym kierować zespołem i zdobyć zaufanie klientów w tej dużej firmie.",
            id="polish",
        ),
        pytest.param("Через пять лет я хотел бы руководить командой.", id="russian"),
        pytest.param("我希望在五年内领导一个团队,并赢得客户的信任。", id="chinese"),
    ],
)
def test_other_languages_are_told_apart(text: str) -> None:
    assert not reads_as_english(text)


@pytest.mark.parametrize("text", ["", "x", "SQL, Python, Excel", "Mehr Verantwortung", "42"])
def test_a_few_words_can_always_be_english(text: str) -> None:
    assert reads_as_english(text)


def test_english_answers_are_english() -> None:
    texts = [json.loads(line)["text"] for line in LABELLED.read_text(encoding="utf-8").splitlines()]

    assert [text for text in texts if not reads_as_english(text)] == []
