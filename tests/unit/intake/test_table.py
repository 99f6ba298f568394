import pytest

from careerkit.intake import UnreadableFileError
from careerkit.intake.table import MOST_BYTES, MOST_ROWS, Row, read_table


def known(header: tuple[str, ...]) -> int:
    return len({"Title", "Due"}.intersection(header))


def rows_of(data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.cells) for row in read_table(data, known=known).rows]


def problems_of(data: bytes) -> list[Row]:
    return [row for row in read_table(data, known=known).rows if row.problem]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"Title,Due\nSpeak; well,2027-01-01\n", id="commas"),
        pytest.param(b"Title;Due\nSpeak, well;2027-01-01\n", id="semicolons"),
        pytest.param(b"Title\tDue\nSpeak; well\t2027-01-01\n", id="tabs"),
        pytest.param(b'"Title";"Due"\n"Speak; well";"2027-01-01"\n', id="quoted"),
        pytest.param(b"\xef\xbb\xbfTitle,Due\r\nSpeak; well,2027-01-01\r\n", id="with-a-mark-in-front"),
        pytest.param(b"Title,Due\rSpeak; well,2027-01-01", id="line-ends-of-old"),
        pytest.param("Title,Due\nSpeak; well,2027-01-01".encode("utf-16"), id="utf-16"),
        pytest.param(b"\xfe\xff" + "Title,Due\nSpeak; well,2027-01-01".encode("utf-16-be"), id="utf-16-be"),
    ],
)
def test_a_table_is_read_however_it_was_saved(data: bytes) -> None:
    table = read_table(data, known=known)

    assert table.header == ("Title", "Due")
    [row] = table.rows
    assert (row.number, row.cells[0].replace(",", ";"), row.cells[1]) == (2, "Speak; well", "2027-01-01")


def test_letters_beyond_ascii_arrive() -> None:
    assert rows_of("Title\nÜben 学ぶ 👩‍👩‍👧\n".encode()) == [(2, ("Üben 学ぶ 👩‍👩‍👧",))]


def test_rows_count_as_a_spreadsheet_counts_them() -> None:
    data = b'Title,Due\n"two\nlines",\n\n , \nlast,\n'

    assert rows_of(data) == [(2, ("two\nlines", "")), (5, ("last", ""))]


def test_a_header_below_blank_rows_is_found() -> None:
    table = read_table(b"\n,\nTitle,Due\nSpeak,\n", known=known)

    assert (table.header, [row.number for row in table.rows]) == (("Title", "Due"), [4])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf \n\n", "is empty", id="blank"),
        pytest.param("Title\nÜben".encode("latin-1"), "not UTF-8", id="latin-1"),
        pytest.param("Title\nÜben".encode("utf-16-le"), "not UTF-8", id="utf-16-without-a-mark"),
        pytest.param("Title\nÜben".encode("utf-32"), "not UTF-8", id="utf-32"),
        pytest.param(b"\xff\xfeT\x00i\x00t", "not UTF-8", id="utf-16-cut"),
        pytest.param(b"\xff\xfe\x00\xd8T\x00", "not UTF-8", id="utf-16-half-a-sign"),
        pytest.param(b"PK\x03\x04\x14\x00", "workbook or an archive", id="xlsx"),
        pytest.param(b"\x1f\x8b\x08\x00", "not UTF-8", id="gzip"),
        pytest.param(b"x" * (MOST_BYTES + 1), "more than 2 MB", id="large"),
        pytest.param(b'"Title', "quotation marks", id="header-that-never-ends"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read_table(data, known=known)


def test_a_quotation_mark_that_never_closes_is_told_with_its_row() -> None:
    [problem] = problems_of(b'Title,Due\nfirst,\n"never,\nlost,\n')

    assert problem.number == 3
    assert "never closes" in problem.problem


def test_rows_after_a_broken_one_are_read() -> None:
    data = b'Title,Due\n"one" more,\nlast,\n'

    assert [row.number for row in problems_of(data)] == [2]
    assert (3, ("last", "")) in rows_of(data)


def test_a_field_beyond_what_the_reader_takes_is_a_problem_and_not_a_crash() -> None:
    assert [row.number for row in problems_of(b"Title\n" + b"x" * 200_000 + b"\nlast\n")] == [2]
    assert problems_of(b"Title\n" + b"x" * 100_000 + b"\n") == []


def test_so_many_rows_are_read_and_not_one_more() -> None:
    full = b"Title\n" + b"x\n" * MOST_ROWS

    assert len(rows_of(full)) == MOST_ROWS
    with pytest.raises(UnreadableFileError, match="more than 10,000 rows"):
        rows_of(full + b"x\n")
