"""Not a test: shows hostile texts in every kind of element that reads Markdown, without the app's headers."""

import streamlit as st

from pages._ui.escape import safe, safe_in_badge
from tests.browser.typed_texts import LINES, PARAGRAPHS

for at, text in enumerate([*LINES, *PARAGRAPHS]):
    with st.container(key=f"text-{at}-block"):
        st.markdown(safe(text))
        st.caption(safe(text))
        st.success(safe(text))

for at, text in enumerate(LINES):
    with st.container(key=f"text-{at}-label"):
        st.title(safe(text), anchor=False)
        st.button(safe(text), key=f"button-{at}")
        st.checkbox(safe(text), key=f"checkbox-{at}")
        st.text_input(safe(text), key=f"input-{at}")
        st.pills("Options", [safe(text)], key=f"pills-{at}")
        st.expander(safe(text)).write("inside")
        st.tabs([safe(text)])
        st.metric(safe(text), 1)
        st.markdown(f":gray-badge[{safe(text)}]")
        st.badge(safe_in_badge(text))
    with st.container(key=f"text-{at}-table"):
        st.table([{"column": safe(text)}])

st.text("All texts are drawn.")
