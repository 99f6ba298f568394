from datetime import UTC, date, datetime

import pytest

from careerkit.words import (
    counted,
    day_in_words,
    joined,
    month_in_words,
    number_in_words,
    ordinal,
    signed_in_words,
    size_in_words,
    time_in_words,
    times_in_words,
)


def test_numbers_and_lists_read_as_people_write_them() -> None:
    assert [number_in_words(1e12), number_in_words(3.0)] == ["1,000,000,000,000", "3"]
    assert [counted(n, "goal", "goals") for n in (0, 1, 2)] == ["no goals", "1 goal", "2 goals"]
    assert [joined(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_day_reads_the_same_on_every_machine() -> None:
    assert day_in_words(date(2026, 12, 2)) == "2 Dec 2026"


def test_a_time_is_said_with_its_date_in_the_zone_it_has() -> None:
    assert time_in_words(datetime(2026, 12, 2, 9, 5, tzinfo=UTC)) == "2 Dec 2026, 09:05"


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "no bytes"), (1, "1 byte"), (850, "850 bytes"), (41_200, "41 KB"), (3_240_000, "3.2 MB")],
)
def test_a_size_is_said_as_people_say_it(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_a_month_is_said_by_its_name() -> None:
    assert month_in_words(date(2026, 12, 2)) == "Dec 2026"


def test_a_place_is_said_as_people_say_it() -> None:
    places = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 10: "10th", 11: "11th", 12: "12th", 13: "13th"}
    more = {20: "20th", 21: "21st", 22: "22nd", 23: "23rd", 101: "101st", 111: "111th"}

    assert {number: ordinal(number) for number in places | more} == places | more


def test_a_number_below_zero_has_a_minus_sign_and_no_hyphen() -> None:
    numbers = (-1_200, -2.5, -0.0, 0, 3)

    assert [signed_in_words(number) for number in numbers] == ["\u22121,200", "\u22122.5", "0", "0", "3"]


def test_how_often_something_happened_is_said_as_people_say_it() -> None:
    assert [times_in_words(count) for count in (0, 1, 2, 3, 1_000)] == [
        "never",
        "once",
        "twice",
        "3 times",
        "1,000 times",
    ]
