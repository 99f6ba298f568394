import importlib
import sys
from pathlib import Path

import streamlit as st
from streamlit.watcher.local_sources_watcher import get_module_paths

from pages._ui import process
from pages._ui.process import process_facts


def test_every_call_returns_the_same_objects() -> None:
    first, second = process_facts(), process_facts()

    assert first.guests is second.guests
    assert first.secret == second.secret
    assert first.lock is second.lock


def test_cleared_caches_replace_nothing() -> None:
    facts = process_facts()

    st.cache_data.clear()
    st.cache_resource.clear()

    assert process_facts().guests is facts.guests
    assert process_facts().secret == facts.secret


def test_reloaded_code_replaces_nothing() -> None:
    facts = process_facts()

    again = importlib.reload(process)

    assert again.process_facts().guests is facts.guests
    assert again.process_facts().secret == facts.secret
    assert again.process_facts().lock is facts.lock


def test_streamlit_finds_no_file_to_throw_the_facts_out_for() -> None:
    process_facts()
    root = Path(process.__file__).parents[2]
    from_the_app = {name for name in sys.modules if name.startswith(("pages", "careerkit"))}

    holders = [name for name, module in sys.modules.items() if "guests" in vars(module)]

    assert holders == ["_careerkit_process"]
    assert not from_the_app & set(holders)
    assert not [path for path in get_module_paths(sys.modules[holders[0]]) if path.startswith(str(root))]
