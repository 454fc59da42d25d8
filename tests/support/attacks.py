"""Texts that try to be more than text."""

ATTACKS = {
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "title": "\x1b]0;PWNED\x07",
    "clear": "\x1b[2J\x1b[H",
    "link": "\x1b]8;;https://evil.example\x07",
    "eight-bit": "\x9b31m\x9d0;PWNED\x9c",
    "device": "\x1bP$q\x1b\\\x1b[6n",
    "bidi": "\u202egnp.exe\u202c \u2066x\u2069",
    "invisible": "ze\u200bro\u200dwidth \U000e0041tag",
    "controls": "a\x00b\x08c\x7fd\x85e\u2028f",
    "markup": "[bold]x[/bold] [@click=app.quit]y[/] [R-TX] [/]",
}
"""Such as try to steer a terminal, or to deceive the eye."""
ATTACKS_ON_FORMATS = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "\x1b]2;owned\x07\u202egnp.exe",
    "[[shell:rm -rf ~]] <%%(shell-command)> {{{macro}}} src_sh{ls} @@html:<b>@@",
    "![x](javascript:alert(1)) **bold** `code` [a](https://evil.example)",
    "line\n* heading\n#+include: /etc/passwd\nEND:VEVENT\r\nBEGIN:VALARM\n# heading",
    "</style></script><!-- \"'&quot; -->",
)
"""Such as would run, link, mark up or begin something of their own in a file of some format."""
