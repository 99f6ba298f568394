"""One spelling for words that are written in several ways, so that a phrase need be written once."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_SAME: Final[Mapping[str, str]] = {
    # Contractions that take no regular form, and those often written without an apostrophe.
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "won't": "will not",
    "wont": "will not",
    "shan't": "will not",
    "ain't": "is not",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "isnt": "is not",
    "arent": "are not",
    "wasnt": "was not",
    "werent": "were not",
    "wouldnt": "would not",
    "couldnt": "could not",
    "shouldnt": "should not",
    "havent": "have not",
    "hasnt": "has not",
    "hadnt": "had not",
    "im": "i am",
    "ive": "i have",
    "id": "i would",
    "youre": "you are",
    "theyre": "they are",
    "thats": "that is",
    "whats": "what is",
    "theres": "there is",
    "it's": "it is",
    "that's": "that is",
    "what's": "what is",
    "there's": "there is",
    "here's": "here is",
    "where's": "where is",
    "who's": "who is",
    "he's": "he is",
    "she's": "she is",
    "let's": "let us",
    # Spoken and typed short forms.
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "lemme": "let me",
    "gimme": "give me",
    "kinda": "kind of",
    "sorta": "sort of",
    "dunno": "do not know",
    "idk": "i do not know",
    "tbh": "to be honest",
    "coz": "because",
    "cuz": "because",
    "cos": "because",
    "'cause": "because",
    "u": "you",
    "ur": "your",
    "yr": "year",
    "yrs": "years",
    "mgr": "manager",
    "till": "until",
    "til": "until",
    "phd's": "phd",
    "ceo's": "ceo",
    "per cent": "percent",
    # Spellings of several countries, and frequent slips.
    "programme": "program",
    "programmes": "programs",
    "labour": "labor",
    "behaviour": "behavior",
    "favour": "favor",
    "favourite": "favorite",
    "favourites": "favorites",
    "favouritism": "favoritism",
    "grey": "gray",
    "centre": "center",
    "theatre": "theater",
    "cheque": "check",
    "paycheque": "paycheck",
    "travelling": "traveling",
    "jewellery": "jewelry",
    "résumé": "resume",
    "café": "cafe",
    "cafés": "cafes",
    "entrepeneur": "entrepreneur",
    "enterpreneur": "entrepreneur",
    "enterprenuer": "entrepreneur",
    "buisness": "business",
    "bussiness": "business",
    "busines": "business",
    "manger": "manager",
    "salery": "salary",
    "sallary": "salary",
    "carrier": "career",
    "carreer": "career",
    "oportunity": "opportunity",
    "freelanceing": "freelancing",
    "definately": "definitely",
    "definitly": "definitely",
    "probaly": "probably",
    "succesful": "successful",
    "successfull": "successful",
    "promoton": "promotion",
}
_TAILS: Final = (
    ("n't", "not"),
    ("'ll", "will"),
    ("'d", "would"),
    ("'m", "am"),
    ("'re", "are"),
    ("'ve", "have"),
)
_BRITISH: Final = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ises", "izes"),
)
_NEVER_BRITISH: Final = frozenset(
    {
        *(
            "rise",
            "rises",
            "arise",
            "raise",
            "raises",
            "raised",
            "raising",
            "rising",
            "praise",
            "noise",
            "cruise",
        ),
        *("advise", "advises", "advised", "advising", "revise", "revised", "revises", "revising", "devise"),
        *("wise", "otherwise", "likewise", "promise", "promises", "promised", "promising", "compromise"),
        *("expertise", "exercise", "exercises", "franchise", "franchises", "enterprise", "enterprises"),
        *("supervise", "supervises", "supervised", "supervising", "surprise", "surprised", "surprises"),
        *(
            "advertise",
            "advertised",
            "advertises",
            "advertising",
            "precise",
            "concise",
            "premise",
            "premises",
        ),
        *("disguise", "improvise", "improvised", "improvising", "televised", "comprise", "comprised"),
    }
)


@lru_cache(maxsize=1 << 14)
def usual_words(word: str) -> tuple[str, ...]:
    """Return the word or words, in lower case, that a word written in lower case stands for."""
    same = _SAME.get(word)
    if same:
        return tuple(same.split())
    if "'" in word:
        for tail, meant in _TAILS:
            if word.endswith(tail) and len(word) > len(tail):
                return word[: -len(tail)], meant
    return (_american(word),)


def _american(word: str) -> str:
    if "is" not in word or word in _NEVER_BRITISH:
        return word
    for british, american in _BRITISH:
        if len(word) > len(british) + 2 and word.endswith(british):
            return word[: -len(british)] + american
    return word
