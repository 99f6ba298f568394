"""The frame around every page: `streamlit run streamlit_app.py`."""

if __name__ == "__main__":
    from pages._ui.frame import draw_frame

    draw_frame()
else:
    # Streamlit imports this file once, outside any session, to find the server it shall run.
    import streamlit as st

    from pages._ui.frame import announce_navigation
    from pages._ui.headers import frame_middleware

    announce_navigation()
    app = st.App(__file__, middleware=frame_middleware())
