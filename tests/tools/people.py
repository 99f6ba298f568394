"""Invented people with a plan, to compose answers from."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal
from careerkit.interview import Application, Ask, Asked, AskKind
from careerkit.interview.material import Material
from careerkit.needs import Strength

TODAY: Final = date(2026, 3, 1)


def in_days(days: int) -> date:
    """Return the day that is so many days ahead."""
    return TODAY + timedelta(days=days)


ACCOUNTANT: Final = Material(
    person="accountant",
    asked=Asked.NEAR,
    application=Application(
        id="halden",
        company="Halden & Rowe",
        role="Senior tax adviser, international clients",
        gains="Fewer cases have to be given to other offices",
        gives={"expert": "Cases across borders every week"},
    ),
    aspirations=[
        Aspiration(
            id="expert",
            title="Become the tax expert people ask for by name",
            needs=frozenset({"mastery", "income"}),
            path="expert",
        ),
        Aspiration(
            id="room", title="Do good work in weeks that leave room for life", needs=frozenset({"balance"})
        ),
    ],
    goals=[
        Goal(id="cpa", title="Pass the last two CPA papers", due=in_days(500)),
        Goal(id="firms", title="Advise twelve small firms on cross-border tax", due=in_days(1_200)),
        Goal(id="spanish", title="Hold a client call in Spanish", due=in_days(900)),
    ],
    strengths=[
        Strength(
            id="explaining",
            title="Explaining tax to people who dread it",
            evidence="A baker came in with a box of letters. An hour later she filled in the form herself.",
        ),
        Strength(id="untangling", title="Untangling cases that others put aside"),
    ],
    asks=[
        Ask(id="treaties", application_id="halden", title="Explain treaties in plain words"),
        Ask(
            id="porto",
            application_id="halden",
            title="We are opening an office in Porto",
            kind=AskKind.PLAN,
        ),
        Ask(id="patience", application_id="halden", title="Patience", kind=AskKind.VALUE),
        Ask(id="budget", application_id="halden", title="Study budget", kind=AskKind.TRAINING),
    ],
    met={"treaties": True},
)

NURSE: Final = Material(
    person="nurse",
    asked=Asked.NEAR,
    application=Application(
        id="mary",
        company="St Mary Hospital",
        role="Ward nurse (geriatrics)",
        values="They train their own nurses",
        gains="Wounds heal faster, and fewer patients come back",
        gives={"lead": "lead a small project on the ward"},
    ),
    aspirations=[
        Aspiration(
            id="lead",
            title="Lead a ward on which people like to work",
            needs=frozenset({"responsibility", "meaning"}),
            path="lead-people",
        ),
        Aspiration(id="digital", title="Digital tools that give time back to patients"),
    ],
    goals=[
        Goal(id="wound", title="Finish the wound care course", due=in_days(300)),
        Goal(id="mentor", title="Mentor three students", due=in_days(700)),
        Goal(id="round", title="A handover that takes ten minutes less"),
    ],
    strengths=[
        Strength(
            id="calm",
            title="Staying calm when three things happen at once",
            evidence="Two emergencies in one night, and both families thanked us.",
        ),
        Strength(id="notes", title="Write notes that the next shift can use"),
    ],
    asks=[
        Ask(id="wounds", application_id="mary", title="Experience in wound care"),
        Ask(
            id="wing",
            application_id="mary",
            title="A new wing for short stays",
            kind=AskKind.PLAN,
        ),
        Ask(id="respect", application_id="mary", title="Respect", kind=AskKind.VALUE),
    ],
    met={"wounds": False},
)

FOREMAN: Final = Material(
    person="foreman",
    asked=Asked.NEAR,
    application=Application(
        id="nord", company="Nord Logistics Ltd.", role="Shift lead warehouse", training="forklift trainers"
    ),
    aspirations=[
        Aspiration(
            id="grow", title="Rise in an established organisation", needs=frozenset({"security"}), path="rise"
        )
    ],
    goals=[
        Goal(id="licence", title="Forklift instructor licence", due=in_days(200)),
        Goal(id="scans", title="Bring picking errors below one in a thousand", due=in_days(800)),
    ],
    strengths=[Strength(id="people", title="Getting a new crew to work together")],
    asks=[Ask(id="sap", application_id="nord", title="SAP")],
)

PEOPLE: Final[Mapping[str, Material]] = MappingProxyType(
    {material.person: material for material in (ACCOUNTANT, NURSE, FOREMAN)}
)
"""The people by name."""
