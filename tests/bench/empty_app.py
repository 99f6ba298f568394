"""An empty page with the same menu as the app: what Streamlit itself costs."""

import streamlit as st


def _empty() -> None:
    st.title("Empty")


st.set_page_config(page_title="empty", layout="wide")
titles = ("Home", "Needs", "Aspirations", "Board", "Yearly review", "Answers", "History", "Your data")
st.navigation(
    [st.Page(_empty, title=title, url_path=f"page-{at}", default=at == 0) for at, title in enumerate(titles)]
).run()
