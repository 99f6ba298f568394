"""Rules of the house that no linter knows."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STATES = [
    ROOT / "pages" / "_ui" / name
    for name in ("state.py", "plan_state.py", "review_state.py", "answer_state.py")
]
TOP = {".ci", ".streamlit", "careerkit", "docs", "pages", "tests", "training"}
PAGE_LINES, MODULE_LINES, FUNCTION_LINES = 60, 250, 30
CALLBACKS = {"on_click", "on_change", "on_dismiss", "on_select"}
HANDED_ON = {"press", "close", "act", "on_change"}  # names of parameters


def unbroken_functions(path: Path) -> set[str]:
    return {
        node.name for node in parsed(path).body if isinstance(node, ast.FunctionDef) and is_unbroken(node)
    }


def is_unbroken(function: ast.FunctionDef) -> bool:
    return any(is_named(decorator, "unbroken") for decorator in function.decorator_list)


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    assert found
    return sorted(found)


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "path", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in paths]
    )


PAGES = sources("pages")
SCRIPTS = [path for path in PAGES if path.parent.name != "_ui" and path.name != "__init__.py"]


def test_every_folder_at_the_top_is_a_room_of_the_house() -> None:
    tracked = {name.split("/")[0] for name in tracked_files() if "/" in name}

    assert tracked <= TOP


def test_no_page_stands_where_it_could_run_without_the_frame() -> None:
    assert [path.name for path in (ROOT / "pages").glob("*.py")] == ["__init__.py"]


@each(SCRIPTS)
def test_a_page_is_a_thin_script(path: Path) -> None:
    assert line_count(path) <= PAGE_LINES


@each([*sources("careerkit"), *PAGES, ROOT / "streamlit_app.py"])
def test_a_module_is_about_one_thing(path: Path) -> None:
    assert line_count(path) <= MODULE_LINES


@each([*sources("careerkit"), *PAGES])
def test_a_function_does_one_thing(path: Path) -> None:
    assert {name: lines for name, lines in function_lines(parsed(path)) if lines > FUNCTION_LINES} == {}


@each(PAGES)
def test_no_page_lets_html_through(path: Path) -> None:
    tree = parsed(path)

    assert not [
        node for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html"
    ]
    assert not [
        node for node in calls(tree) if isinstance(node.func, ast.Attribute) and node.func.attr == "html"
    ]


@each(PAGES)
def test_a_badge_escapes_with_the_escape_that_is_made_for_it(path: Path) -> None:
    # st.badge escapes brackets once more, which would undo the escape
    badges = [
        node
        for node in calls(parsed(path))
        if isinstance(node.func, ast.Attribute) and node.func.attr == "badge"
    ]

    assert not [node for badge in badges for node in calls(badge) if is_named(node.func, "safe")]


@each([path for path in [*PAGES, ROOT / "streamlit_app.py"] if path not in STATES])
def test_only_the_modules_of_keys_spell_the_keys_of_the_session_state(path: Path) -> None:
    assert list(spelled_keys(parsed(path))) == []


@each([path for path in PAGES if path.name != "session.py"])
def test_only_one_module_knows_the_session_state_of_streamlit(path: Path) -> None:
    # elsewhere, a callback could be broken off by the next press
    assert not [
        node
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr == "session_state"
    ]


@each(PAGES)
def test_what_a_widget_calls_comes_to_its_end(path: Path) -> None:
    functions = {node.name: node for node in parsed(path).body if isinstance(node, ast.FunctionDef)}
    called = {
        node.value.id
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.keyword) and node.arg in CALLBACKS and isinstance(node.value, ast.Name)
    }

    assert {name for name in called & set(functions) if not is_unbroken(functions[name])} == set()
    assert called - set(functions) - HANDED_ON <= {
        name for page in PAGES for name in unbroken_functions(page)
    }


def test_requirements_are_the_dependencies_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = (ROOT / "requirements.txt").read_text().splitlines()

    wanted = [line for line in lines if line.strip() and not line.startswith("#")]
    assert sorted(wanted) == sorted(project["dependencies"])


def test_nobodys_data_is_in_the_repository() -> None:
    stores = [name for name in tracked_files() if re.search(r"\.json(\.bak)?$|\.lock$|secrets\.toml$", name)]

    assert [name for name in stores if not name.startswith("tests/data/")] == []


def spelled_keys(tree: ast.AST) -> Iterator[str]:
    """Find texts used as a widget's key or as a name in the session state, with their line."""
    for node in ast.walk(tree):
        match node:
            case ast.keyword(arg="key", value=value) if is_text(value):
                yield f"line {value.lineno}: key={ast.unparse(value)}"
            case ast.Subscript(value=holder, slice=name) if is_state(holder) and is_text(name):
                yield f"line {node.lineno}: {ast.unparse(node)}"
            case ast.Attribute(value=holder, attr=name) if is_state(holder) and name not in METHODS:
                yield f"line {node.lineno}: {ast.unparse(node)}"
            case ast.Call(func=ast.Attribute(value=holder), args=[name, *_]) if is_state(holder) and is_text(
                name
            ):
                yield f"line {node.lineno}: {ast.unparse(node)}"
            case ast.Compare(left=name, ops=[ast.In() | ast.NotIn()], comparators=[holder]) if is_state(
                holder
            ) and is_text(name):
                yield f"line {node.lineno}: {ast.unparse(node)}"


METHODS = {"clear", "get", "items", "keys", "pop", "setdefault", "update", "values"}


def is_text(node: ast.expr) -> bool:
    """Say whether this expression spells a text out, wholly or in part."""
    match node:
        case ast.JoinedStr() | ast.Constant(value=str()):
            return True
        case ast.BinOp(left=left, right=right):
            return is_text(left) or is_text(right)
        case ast.IfExp(body=one, orelse=other):
            return is_text(one) or is_text(other)
        case ast.Call(func=ast.Attribute(value=holder, attr="format" | "join")):
            return is_text(holder)
        case _:
            return False


def is_state(node: ast.expr) -> bool:
    return is_named(node, "session_state") or is_named(node, "session") or is_named(node, "state")


def is_named(node: ast.expr, name: str) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr == name) or (
        isinstance(node, ast.Name) and node.id == name
    )


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lines(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the name of each function and its length, with its decorators and its docstring."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min(one.lineno for one in (node, *node.decorator_list))
            yield node.name, (node.end_lineno or first) - first + 1


def tracked_files() -> list[str]:
    done = subprocess.run(
        ["git", "ls-files"],  # noqa: S607 - whichever git the reader has
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("browser", "gatherUsageStats", False),
        ("server", "showEmailPrompt", False),
        ("server", "enableStaticServing", False),
        ("runner", "postScriptGC", False),
        ("runner", "fastReruns", False),
        ("client", "showErrorDetails", "none"),
    ],
)
def test_the_settings_that_promises_rest_on_are_set(section: str, name: str, value: object) -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())

    assert settings[section][name] == value
    assert "address" not in settings["server"]  # read on Community Cloud too, which decides for itself
