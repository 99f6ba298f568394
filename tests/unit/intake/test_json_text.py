import pytest

from careerkit.intake import UnreadableFileError
from careerkit.intake.json_text import DEEPEST, MOST_BYTES, json_in


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b'{"a": [1, -2.5, true, null, "x"]}', {"a": [1, -2.5, True, None, "x"]}),
        (b"\xef\xbb\xbf[]", []),
        ('"é"'.encode(), "é"),
        (b'"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["', "[" * 39),
        (b"[" * DEEPEST + b"]" * DEEPEST, ...),
    ],
)
def test_json_is_read(data: bytes, value: object) -> None:
    assert value is ... or json_in(data) == value
    json_in(data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "not JSON", id="empty"),
        pytest.param(b'{"a": 1', "not JSON", id="cut-short"),
        pytest.param(b"{'a': 1}", "not JSON", id="python"),
        pytest.param(b'{"a": 1, "a": 2}', "not JSON", id="named-twice"),
        pytest.param(b"[NaN]", "not JSON", id="nan"),
        pytest.param(b"[-Infinity]", "not JSON", id="infinity"),
        pytest.param(b"[1e999]", "not JSON", id="too-large"),
        pytest.param(b"9" * 5_000, "not JSON", id="digits"),
        pytest.param("é".encode("latin-1"), "not UTF-8", id="latin-1"),
        pytest.param("[]".encode("utf-16"), "not UTF-8", id="utf-16"),
        pytest.param(b"PK\x03\x04\xff", "not UTF-8", id="zip"),
        pytest.param(b"[" * (DEEPEST + 1), "nested too deeply", id="deep"),
        pytest.param(b"[" * 100_000, "nested too deeply", id="very-deep"),
        pytest.param(b'{"a":' * 900, "nested too deeply", id="deep-objects"),
        pytest.param(b'"' + b"[" * 100_000, "not JSON", id="string-without-an-end"),
        pytest.param(b" " * (MOST_BYTES + 1), "more than 5 MB", id="large"),
    ],
)
def test_what_is_no_json_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        json_in(data)
