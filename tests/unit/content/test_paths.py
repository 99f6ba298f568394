import re
from dataclasses import replace

import pytest

from careerkit.aspirations import LONGEST_ASPIRATION, Path, PathGoal, Rung
from careerkit.content.directions import directions
from careerkit.content.files import ContentError
from careerkit.content.frames import answer_frames
from careerkit.content.needs import needs_catalogue
from careerkit.content.paths import paths, read_paths
from careerkit.errors import InvalidValueError
from careerkit.interview.titles import phrase_of
from careerkit.text import LINE, NOTE

NEEDS = [need.id for need in needs_catalogue()]
BY_ID = {path.id: path for path in paths()}
LADDERS = {"lead-people", "expert"}
SENTENCE = r"[A-Z][^.!?]*\."
QUESTION = r"[A-Z][^.!?]*\?"
each_path = pytest.mark.parametrize("path", [pytest.param(path, id=path.id) for path in paths()])
each_goal = pytest.mark.parametrize("goal", [goal for path in paths() for goal in path.goals])


def spoken(path: Path) -> list[str]:
    """Return what speaks to the person, text by text."""
    texts = [path.about, path.gives, path.catch, path.test, *(rung.about for rung in path.ladder)]
    return [*texts, path.second_reason] if path.second_reason else texts


def planned(path: Path) -> list[str]:
    """Return what would stand in the plan, text by text."""
    return [path.aspiration, *(text for goal in path.goals for text in (goal.title, goal.first_step))]


def sentences(text: str) -> list[str]:
    return re.findall(r"[^.?!]+[.?!]", text)


def test_the_library_has_six_paths_in_this_order() -> None:
    assert list(BY_ID) == ["lead-people", "expert", "own-business", "rise", "earn-more", "balance-first"]


@pytest.mark.parametrize(
    ("id_", "says"),
    [
        ("lead-people", "the organisation inside out"),
        ("lead-people", "how to manage people"),
        ("lead-people", "a few people, and may one day lead a whole organisation"),
        ("lead-people", "move sideways"),
        ("lead-people", "stepping down is a good move"),
        ("expert", "independent consultant"),
        ("expert", "the owner of one whole area inside an organisation"),
        ("expert", "freelance or employed"),
        ("own-business", "no boss"),
        ("own-business", "the hours are your own"),
        ("own-business", "earn more than a salary"),
        ("own-business", "clients become the boss"),
        ("own-business", "without their approval nothing grows"),
        ("own-business", "a second reason besides having no boss"),
        ("rise", "bigger roles over the years"),
        ("earn-more", "that is reason enough"),
        ("balance-first", "every goal against the rest of your life"),
    ],
)
def test_what_the_product_promises_for_a_path_is_there(id_: str, says: str) -> None:
    assert says in " ".join(spoken(BY_ID[id_]))


def test_only_leading_people_and_the_expert_have_a_ladder() -> None:
    assert {path.id for path in paths() if path.ladder} == LADDERS
    assert all(4 <= len(BY_ID[id_].ladder) <= 5 for id_ in LADDERS)


def test_leading_people_goes_from_a_few_people_to_the_executive_level() -> None:
    ladder = BY_ID["lead-people"].ladder

    assert [ladder[0].level, ladder[-1].level] == ["A few people", "The executive level"]


def test_leading_people_asks_at_each_level_whether_it_is_what_one_thought() -> None:
    questions = [sentences(rung.about)[-1].strip() for rung in BY_ID["lead-people"].ladder]

    assert all(re.fullmatch(r"Is this what you thought\b[^?]*\?", question) for question in questions)
    assert len(set(questions)) == len(questions)


def test_moving_sideways_to_learn_the_organisation_comes_early() -> None:
    assert "sideways" in BY_ID["lead-people"].ladder[0].about


def test_owning_a_business_alone_asks_for_a_second_reason() -> None:
    assert [path.id for path in paths() if path.second_reason] == ["own-business"]


def test_the_tax_accountant_with_a_cpa_is_the_example_of_the_expert_and_named_once() -> None:
    everything = " ".join(text for path in paths() for text in (*spoken(path), *planned(path)))

    assert "A tax accountant with a CPA, for example" in BY_ID["expert"].about
    assert everything.count("CPA") == 1


@each_path
def test_a_path_serves_needs_that_exist(path: Path) -> None:
    assert path.needs
    assert set(path.needs) <= set(NEEDS)


@each_path
def test_what_a_path_gives_and_its_catch_are_one_or_two_short_sentences(path: Path) -> None:
    for text in (path.about, path.gives, path.catch):
        assert re.fullmatch(rf"{SENTENCE}( {SENTENCE})?", text)
        assert len(text) <= 240


@each_path
def test_the_test_of_a_path_asks_about_last_month_or_next_week(path: Path) -> None:
    assert re.fullmatch(QUESTION, path.test)
    assert re.search(r"last month|next week", path.test)
    assert len(path.test) <= 130


@each_path
def test_a_path_proposes_two_or_three_goals(path: Path) -> None:
    assert 2 <= len(path.goals) <= 3


@each_goal
def test_a_goal_has_a_title_and_a_first_step_of_one_sentence(goal: PathGoal) -> None:
    assert len(goal.title) <= 90
    assert goal.title[-1].isalnum()
    assert re.fullmatch(SENTENCE, goal.first_step)
    assert len(goal.first_step) <= 100


@each_path
def test_what_a_path_proposes_reads_on_after_i_hope_to(path: Path) -> None:
    for title in (path.aspiration, *(goal.title for goal in path.goals)):
        phrase = phrase_of(title, answer_frames().words)

        assert phrase.is_verb
        assert title == phrase.text[0].upper() + phrase.text[1:]


@each_path
def test_an_aspiration_is_short_and_goes_without_i(path: Path) -> None:
    assert len(path.aspiration) <= LONGEST_ASPIRATION
    assert path.aspiration[-1].isalnum()
    assert not re.search(r"\bI\b", path.aspiration)


@each_path
def test_a_rung_is_two_or_three_sentences(path: Path) -> None:
    for rung in path.ladder:
        assert re.fullmatch(rf"{SENTENCE} {SENTENCE}( {QUESTION})?", rung.about)
        assert len(rung.about) <= 330
        assert rung.level[-1].isalnum()
        assert len(rung.level) <= 40


@each_path
def test_what_stands_in_the_plan_is_in_the_persons_own_voice_and_the_rest_speaks_to_them(path: Path) -> None:
    assert not re.search(r"\byou", " ".join(planned(path)), re.IGNORECASE)
    assert not re.search(r"\b(I|me|my|mine)\b", " ".join(spoken(path)))


def test_no_sentence_is_said_twice_nor_taken_from_the_directions() -> None:
    own = [one.strip() for path in paths() for text in spoken(path) for one in sentences(text)]
    own += [text for path in paths() for text in planned(path)]
    of_directions = {
        one.strip()
        for direction in directions()
        for text in (direction.reason, f"{direction.title}.", direction.first_step)
        for one in sentences(text)
    }

    assert len(set(own)) == len(own)
    assert {one.removesuffix(".") for one in own} & {one.removesuffix(".") for one in of_directions} == set()


SMALL = """
[[path]]
id = "a"
title = "Sail"
about = "You sail."
gives = "Wind."
catch = "Rain."
test = "Who sailed last month?"
needs = ["freedom", "balance"]
aspiration = "Sail far"
second_reason = "Why else?"
[[path.rung]]
level = "A boat"
about = "It is small."
[[path.rung]]
level = "A ship"
about = "It is large."
[[path.goal]]
title = "Buy a boat"
first_step = "Count my money."
"""
PLAIN = """
[[path]]
id = "b"
title = "Walk"
about = "You walk."
gives = "Air."
catch = "Mud."
test = "Who walks next week?"
needs = ["balance"]
aspiration = "Walk far"
[[path.goal]]
title = "Buy boots"
first_step = "Measure my feet."
"""
BOTH = SMALL + PLAIN
SAIL = Path(
    id="a",
    title="Sail",
    about="You sail.",
    gives="Wind.",
    catch="Rain.",
    test="Who sailed last month?",
    needs=("freedom", "balance"),
    aspiration="Sail far",
    goals=(PathGoal(title="Buy a boat", first_step="Count my money."),),
    ladder=(Rung(level="A boat", about="It is small."), Rung(level="A ship", about="It is large.")),
    second_reason="Why else?",
)


def test_paths_are_read_as_they_are_written() -> None:
    sail, walk = read_paths(BOTH, NEEDS)

    assert sail == SAIL
    assert walk == Path(
        id="b",
        title="Walk",
        about="You walk.",
        gives="Air.",
        catch="Mud.",
        test="Who walks next week?",
        needs=("balance",),
        aspiration="Walk far",
        goals=(PathGoal(title="Buy boots", first_step="Measure my feet."),),
    )


@pytest.mark.parametrize(
    ("old", "new", "where", "names"),
    [
        pytest.param(BOTH, "[[path", "the whole file", "not valid TOML", id="no-toml"),
        pytest.param(BOTH, 'path = "a"', "“path”", "[[path]]", id="no-list"),
        pytest.param(BOTH, "path = [1, 2]", "“path”", "[[path]]", id="no-entry"),
        pytest.param(BOTH, "", "“path”", "[[path]]", id="empty"),
        pytest.param('gives = "Air."\n', "", "path 2", "gives", id="field-missing"),
        pytest.param('"Walk far"', '"Walk far"\nweight = 3', "path 2", "holds exactly", id="field-unknown"),
        pytest.param('"Wind."', '" "', "path 1", "“gives”", id="blank"),
        pytest.param('"Rain."', "2", "path 1", "“catch”", id="no-text"),
        pytest.param('"Why else?"', '""', "path 1", "“second_reason”", id="second-reason-blank"),
        pytest.param("Why else?", "Because.", "path 1", "as a question", id="second-reason-no-question"),
        pytest.param("next week?", "next week.", "path 2", "as a question", id="test-no-question"),
        pytest.param('"b"', '"B.b"', "path 2", "small letters", id="id-with-a-dot"),
        pytest.param('"b"', '"a"', "path 2", "id “a” is taken", id="id-twice"),
        pytest.param('"Walk"', '"Sail"', "path 2", "title “Sail” is taken", id="title-twice"),
        pytest.param("Walk far", "Sail far", "path 2", "aspiration “Sail far”", id="aspiration-twice"),
        pytest.param("Buy boots", "Buy a boat", "path 2", "goal “Buy a boat”", id="goal-twice"),
        pytest.param("A ship", "A boat", "path 1", "each level", id="level-twice"),
        pytest.param('"Walk"', f'"{"W" * (LINE + 1)}"', "path 2", "The title", id="title-too-long"),
        pytest.param("Walk far", "W" * 71, "path 2", "The aspiration", id="aspiration-too-long"),
        pytest.param("Buy boots", "B" * (LINE + 1), "path 2, goal 1", "The title", id="goal-too-long"),
        pytest.param("A ship", "S" * (LINE + 1), "path 1, rung 2", "The name", id="level-too-long"),
        pytest.param('"freedom"', '"fame"', "path 1", "“fame”", id="need-unknown"),
        pytest.param('"freedom"', "[1]", "path 1", "[1]", id="need-no-text"),
        pytest.param('"freedom"', '"balance"', "path 1", "named twice", id="need-twice"),
        pytest.param('["balance"]', '"balance"', "path 2", "list of ids", id="needs-no-list"),
        pytest.param('["balance"]', "[]", "path 2", "at least one need", id="no-needs"),
        pytest.param(
            '[[path.goal]]\ntitle = "Buy boots"\nfirst_step = "Measure my feet."',
            "",
            "path 2",
            "holds exactly",
            id="no-goal",
        ),
        pytest.param(
            '[[path.goal]]\ntitle = "Buy boots"\nfirst_step = "Measure my feet."',
            "goal = []",
            "path 2",
            "at least one goal",
            id="goals-empty",
        ),
        pytest.param(
            '[[path.goal]]\ntitle = "Buy boots"',
            '[path.goal]\ntitle = "B"',
            "path 2",
            "[[path.goal]]",
            id="goal-no-list",
        ),
        pytest.param('level = "A ship"\n', "", "path 1, rung 2", "about, level", id="rung-without-level"),
        pytest.param('"It is large."', '" "', "path 1, rung 2", "“about”", id="rung-blank"),
        pytest.param('"Measure my feet."', '""', "path 2, goal 1", "“first_step”", id="first-step-blank"),
        pytest.param(
            'first_step = "Measure my feet."',
            "",
            "path 2, goal 1",
            "first_step, title",
            id="goal-without-step",
        ),
    ],
)
def test_a_mistake_in_the_file_is_named_with_file_and_entry(
    old: str, new: str, where: str, names: str
) -> None:
    assert BOTH.count(old) == 1

    with pytest.raises(ContentError) as refused:
        read_paths(BOTH.replace(old, new), NEEDS)

    message = str(refused.value)
    assert message.startswith(f"careerkit/content/paths.toml, {where}: ")
    assert names in message
    assert message.endswith(".")
    assert not message.endswith("..")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"title": " "}, id="no-title"),
        pytest.param({"title": "S" * (LINE + 1)}, id="title-too-long"),
        pytest.param({"about": ""}, id="no-about"),
        pytest.param({"gives": " "}, id="no-gives"),
        pytest.param({"catch": ""}, id="no-catch"),
        pytest.param({"catch": "c" * (NOTE + 1)}, id="catch-too-long"),
        pytest.param({"test": ""}, id="no-test"),
        pytest.param({"test": "I sail."}, id="test-is-no-question"),
        pytest.param({"second_reason": "Because."}, id="second-reason-is-no-question"),
        pytest.param({"aspiration": ""}, id="no-aspiration"),
        pytest.param({"aspiration": "S" * (LONGEST_ASPIRATION + 1)}, id="aspiration-too-long"),
        pytest.param({"needs": ()}, id="no-needs"),
        pytest.param({"goals": ()}, id="no-goals"),
        pytest.param({"ladder": SAIL.ladder * 2}, id="level-twice"),
    ],
)
def test_a_path_refuses_what_could_not_stand_in_the_library(change: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError):
        replace(SAIL, **change)  # type: ignore[arg-type] # some of the changes are no texts


@pytest.mark.parametrize(
    ("level", "about"), [(" ", "It is small."), ("A" * (LINE + 1), "It is small."), ("A boat", " ")]
)
def test_a_rung_has_a_name_and_says_what_it_is_like(level: str, about: str) -> None:
    with pytest.raises(InvalidValueError):
        Rung(level=level, about=about)


@pytest.mark.parametrize(
    ("title", "first_step"), [("", "Count my money."), ("B" * (LINE + 1), "Count."), ("Buy a boat", "")]
)
def test_a_goal_of_a_path_has_a_title_and_a_first_step(title: str, first_step: str) -> None:
    with pytest.raises(InvalidValueError):
        PathGoal(title=title, first_step=first_step)
