"""Small bars that stand beside counts."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉█"


def bar(count: int, most: int, longest: int) -> str:
    """A bar from zero to the greatest count in `longest` cells; what occurs at all shows at least a trace."""
    eighths = max(1, round(count / max(most, 1) * longest * 8)) if count else 0
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(longest)
