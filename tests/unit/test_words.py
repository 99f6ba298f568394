from datetime import date

from careerkit.words import counted, day_in_words, joined, number_in_words


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
