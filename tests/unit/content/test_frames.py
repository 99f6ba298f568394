import pytest

from careerkit.content import answer_frames, interview_questions, needs_catalogue
from careerkit.content.files import ContentError
from careerkit.content.frames import read_frames
from careerkit.content.questions import read_questions
from careerkit.interview import UNFRAMED, Asked, Frame, Section, review_answer

FRAMES = answer_frames()
ENTRIES = {"goal_verb", "goal_thing", "aspiration_verb", "aspiration_thing", "motives", "when"}


@pytest.mark.parametrize("asked", list(Asked))
@pytest.mark.parametrize("section", [section for section in Section if section not in UNFRAMED])
def test_every_section_has_several_wordings(asked: Asked, section: Section) -> None:
    frames = FRAMES.of(asked, section)

    assert len(frames) >= 3
    assert len({frame.text for frame in frames}) == len(frames)


@pytest.mark.parametrize("asked", list(Asked))
@pytest.mark.parametrize("section", [Section.GOAL, Section.ANOTHER_GOAL])
@pytest.mark.parametrize(
    "slots", [{"goal_verb"}, {"goal_thing"}, {"goal_verb", "when"}, {"goal_thing", "when"}]
)
def test_every_form_of_a_goal_can_be_said_in_two_ways(
    asked: Asked, section: Section, slots: set[str]
) -> None:
    fitting = [frame for frame in FRAMES.of(asked, section) if frame.slots & ENTRIES == slots]

    assert len(fitting) >= 2


@pytest.mark.parametrize("asked", list(Asked))
@pytest.mark.parametrize("section", [Section.ANOTHER_GOAL, Section.ANOTHER_DIRECTION])
def test_what_may_be_said_four_times_can_begin_in_four_ways(asked: Asked, section: Section) -> None:
    frames = FRAMES.of(asked, section)
    for slots in {frozenset(frame.slots & ENTRIES) for frame in frames}:
        starts = {beginning(frame) for frame in frames if frame.slots & ENTRIES == slots}
        assert len(starts - {"and {when}"}) >= 4


@pytest.mark.parametrize("asked", list(Asked))
def test_no_two_sections_begin_a_sentence_alike(asked: Asked) -> None:
    starts = [{beginning(frame) for frame in FRAMES.of(asked, section)} for section in Section]

    assert sum(len(of_section) for of_section in starts) == len(set().union(*starts))


def beginning(frame: Frame) -> str:
    return " ".join(frame.text.lower().split()[:2]).rstrip(",")


@pytest.mark.parametrize("asked", list(Asked))
def test_the_company_is_always_named_and_a_thing_stands_last(asked: Asked) -> None:
    assert all("company" in frame.slots for frame in FRAMES.of(asked, Section.ALIGNMENT))
    for frame in FRAMES.frames:
        if frame.slots & {"goal_thing", "aspiration_thing", "motives"}:
            assert frame.text.endswith("_thing}.") or frame.text.endswith("{motives}.")


def test_motives_are_words_for_needs_of_the_catalogue_and_no_red_flag() -> None:
    assert set(FRAMES.motives) <= {need.id for need in needs_catalogue()}
    for words in FRAMES.motives.values():
        assert review_answer(f"What I want from work is {words}.").findings == ()


def test_every_question_says_what_is_meant_and_how_long_an_answer_may_be() -> None:
    for asked, question in interview_questions().items():
        assert question.asked is asked
        assert question.asks.endswith("?")
        assert question.listens_for
        assert question.length
        assert question.leave_out


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[near]\n[any]\n[motives]\n", "at least one frame"),
        ("[near]\nopening = []\n[any]\n", "at least one frame"),
        ('[near]\nending = ["I am."]\n', "it is a section"),
        ("near = 1\n", "table is missing"),
        ('[near]\nopening = ["I {wish}."]\n', "no slot “wish”"),
        ('[near]\nopening = ["I wish"]\n', "full stop"),
        ("not toml", "not valid TOML"),
    ],
)
def test_a_wrong_frames_file_is_told_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(ContentError, match=reason):
        read_frames(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", r"\[\[question\]\]"),
        ('[[question]]\nasked = "soon"\n', "one of near, long"),
        ('[[question]]\nasked = "near"\nasks = "What?"\n', "“means”"),
        ('[[question]]\nasked = "near"\nasks = "What?"\nmeans = "That."\n', "“length”"),
        (
            '[[question]]\nasked = "near"\nasks = "What?"\nmeans = "That."\nlength = "Short."\n',
            "each question",
        ),
    ],
)
def test_a_wrong_questions_file_is_told_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(ContentError, match=reason):
        read_questions(text)
