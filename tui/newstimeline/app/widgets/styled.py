"""From pieces to the terminal's cells: what a style's name looks like under the theme in force."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.strip import Strip
from textual.widget import Widget

from newstimeline.drawing.pieces import Pieces, isolated

STYLES = (
    "title", "strong", "faint", "sign", "sign-firm", "precision", "count", "month", "rule", "day", "date", "quote",
    "name", "link", "warning", "evidence", "time", "cursor", "cursor-blurred", "bar", "bar-dim", "axis", "window",
    "label", "notice", "cell", "chip", "chip-off", "key",
)  # fmt: skip
"""The names of styles that pieces may have; `styles.tcss` says what each looks like."""
_LAZY = hasattr(DOMNode, "_attach") and hasattr(DOMNode, "get_component_styles")
"""Whether a style can be worked out when it is first drawn with (Textual 8). Textual itself works all of them out, for
each widget and several times a start, which took a fifth of it."""
STYLE_CLASSES: set[str] = set() if _LAZY else {f"line--{name}" for name in STYLES}
"""The `COMPONENT_CLASSES` of a widget that draws pieces. Textual does not look for them in a mixin."""


class Styled:
    """For a widget that draws pieces: looks up what their styles are under the theme in force."""

    def cell_style(self, names: str, over: str) -> Style:
        """The looks of a piece with some styles, in a line over which others are laid."""
        cache: dict[tuple[str, str], Style] = self.__dict__.setdefault("_cell_styles", {})
        if (names, over) not in cache:
            base: Style = self.rich_style  # type: ignore[attr-defined]
            cache[names, over] = base + self.piece_style(f"{names} {over}")
        return cache[names, over]

    def piece_style(self, names: str) -> Style:
        """What some styles add to the looks of the widget."""
        return sum((self._one_style(f"line--{name}") for name in names.split()), start=Style())

    def get_component_styles(self, *names: str) -> RenderStyles:
        """As Textual's, of styles that are worked out when they are first asked for."""
        known: dict[str, RenderStyles] = self._component_styles  # type: ignore[attr-defined]
        for name in names if _LAZY else ():
            if name not in known:
                component = DOMNode(classes=name)
                component._attach(self)  # type: ignore[arg-type]
                self.app.stylesheet.apply(component, animate=False)  # type: ignore[attr-defined]
                known[name] = component.styles
        styles: RenderStyles = super().get_component_styles(*names)  # type: ignore[misc]
        return styles

    def _one_style(self, name: str) -> Style:
        """A component's style with its transparencies resolved; without the background that it only inherits."""
        rules = self.get_component_styles(name)
        style: Style = self.get_component_rich_style(name)  # type: ignore[attr-defined]
        return Style(
            color=style.color if rules.has_rule("color") else None,
            bgcolor=style.bgcolor if rules.has_rule("background") else None,
            bold=style.bold or None,
            italic=style.italic or None,
            underline=style.underline or None,
            reverse=style.reverse or None,
        )

    def notify_style_update(self) -> None:
        """Textual's notice that the theme or a class has changed."""
        super().notify_style_update()  # type: ignore[misc]
        self.__dict__.pop("_cell_styles", None)
        if _LAZY:
            self._component_styles.clear()  # type: ignore[attr-defined]

    def to_strip(self, pieces: Pieces, width: int, over: str = "") -> Strip:
        """A line of pieces as the terminal's cells; the styles that `over` names are laid over all of them."""
        segments = [Segment(isolated(piece.text), self.cell_style(piece.style, over)) for piece in pieces]
        return Strip(segments).adjust_cell_length(width, self.cell_style("", over))


class StyledWidget(Styled, Widget):
    """The base of the widgets that draw pieces and do not scroll."""

    COMPONENT_CLASSES = STYLE_CLASSES
