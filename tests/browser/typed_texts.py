"""Texts that would load, run, imitate or draw something if an element read them as Markdown."""

from typing import Final

LINES: Final = (
    "![me](http://evil.example/seen.png)",
    "<img src='http://evil.example/seen.png'>",
    "[![x](http://evil.example/a.png)](http://evil.example)",
    ":streamlit: and :smile: and :material/delete:",
    ":red[alarm] :blue-background[note] :green-badge[ok] :small[x]",
    "$x^2$ and $$\\int$$ for $5",
    "# Heading",
    "1. first",
    "- bullet",
    "> quote",
    "---",
    "`code` **bold** _italic_ ~gone~ ==mark==",
    "www.evil.example and WWW.EVIL.EXAMPLE",
    "https://evil.example/path?q=1&r=2",
    "a@evil.example",
    "mailto:a@evil.example",
    "-> <- <-> => >= <= ~= -- ---",
    "<script>fetch('http://evil.example')</script>",
    "[click](javascript:fetch('http://evil.example'))",
    "<https://evil.example>",
    "] ![x](http://evil.example/b.png) [",
    "[\\[x\\]](http://evil.example) \\[ \\\\] \\",
    "[^1] and [x]: http://evil.example",
    "| a | b |",
    "&lt;b&gt; &amp; &#33; \\ \\n \\*",
    "C:\\Users\\me \\",
    "100 % of 3/4 + (2 * 5) = {all}; 'it' \"is\"!",
)
"""Each fits on one line, as a title or a label does."""

PARAGRAPHS: Final = (
    "```mermaid\ngraph TD; A-->B\n```",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Heading\n===",
    "Heading\n---",
    "one\ntwo",
    "    four blanks",
    "- [ ] task\n  - below",
    "$$\nx^2\n$$",
    "[x]: http://evil.example\n[x]",
    ":::warning\ninside\n:::",
    "<div>\n\n# inside\n\n</div>",
)
"""Texts of several lines, as notes have."""
