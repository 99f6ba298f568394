from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.interview.slots import open_slots


def slots(text: str) -> list[str]:
    return [text[start:end] for start, end in open_slots(text)]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("I'd love to work at [Company Name].", "[Company Name]"),
        ("As a [JOB TITLE] I'd learn.", "[JOB TITLE]"),
        ("I value [insert company value] most.", "[insert company value]"),
        ("My time in [..] helps.", "[..]"),
        ("[[name]] is what I bring", "[[name]]"),
        ("I bring [X] years.", "[X]"),
        ("I want to grow as a {role}.", "{role}"),
        ("Dear {{first_name}}, hello", "{{first_name}}"),
        ("Dear {!Contact.Name}, hello", "{!Contact.Name}"),
        ("I look forward to {% company %}.", "{% company %}"),
        ("My name is <your name>.", "<your name>"),
        ("Joining &lt;Company&gt; would be good.", "&lt;Company&gt;"),
        ("Joining <<company>> would be good.", "<<company>>"),
        ("Dear «First_Name»", "«First_Name»"),
        ("I'd work for XXX.", "XXX"),
        ("I have X years of practice.", "X "),
        ("I want to work on ____ and learn.", "____"),
        ("I want to work at ..... and grow", "....."),
        ("I hope to be a TBD here.", "TBD"),
        ("TODO: add a project", "TODO"),
        ("I like %COMPANY% a lot.", "%COMPANY%"),
        ("I am $NAME and glad.", "$NAME"),
        ("Hello *|FNAME|*", "*|FNAME|*"),
        ("I lead the (insert department) team.", "(insert department)"),
        ("Please insert your goal here.", "insert your goal here"),
        ("I like how COMPANY_NAME works.", "COMPANY_NAME"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum dolor sit amet"),
    ],
)
def test_a_place_to_be_filled_in_is_found(text: str, slot: str) -> None:
    assert slots(text) == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "As was shown [4], [12–14] and [Smith 2019].",
        "She [sic] wrote that [she] would.",
        "I draw on a <canvas> and use List<String> and vector<Company>.",
        "<title>My plan</title><p>I want to learn</p><a href='x'>company</a>",
        "See [Acme](https://acme.example) and [team](https://team.example).",
        "- [ ] learn\n- [x] done",
        "I set $PATH and $HOME, and know C++ templates.",
        "In __init__ I call snake__case and dict['role'] and array[i].",
        "if (x) { return y; } else {}",
        "An X-ray of Generation X, size XXL",
        "My teams (two of them) and your clients (your clients, too)",
        "I keep the TODO list short.",
        "I don't know..... maybe",
        "I am 100% sure and 50% done.",
        "My wife got a job here.",
        "Write to <anna@company.example>.",
        "I bring my skills here.",
    ],
)
def test_code_citations_and_ordinary_brackets_are_no_slots(text: str) -> None:
    assert slots(text) == []


@pytest.mark.parametrize(
    "sign", ["[", "{", "<", "(", "«", "_", ".", "X", "$", "%", "[a", "<a ", "&lt;", "__ ", "a "]
)
def test_long_runs_of_one_sign_are_read_to_the_end(sign: str) -> None:
    text = (sign * 20_000)[:20_000] + " [Company Name]"

    assert list(open_slots(text))[-1][1] == len(text)


@given(st.text(alphabet="aN [](){}<>«»_.X$%|*&;-#\n", max_size=120))
def test_slots_stand_in_order_and_never_overlap(text: str) -> None:
    places = list(open_slots(text))

    assert all(start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
