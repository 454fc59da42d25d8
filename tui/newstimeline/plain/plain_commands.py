"""The commands, as words; help is made from this table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newstimeline.browser.own_work import nearest_with, review_progress
from newstimeline.changes.change import What
from newstimeline.clean import displayed, one_line
from newstimeline.editing.editable_fields import (
    Field,
    date_field,
    event_fields,
    mark_field,
    note_field,
    reason_field,
    status_field,
    tags_field,
)
from newstimeline.output.citations import citation, quotation
from newstimeline.output.descriptions import STATES, changed_to
from newstimeline.output.spoken_lines import event_lines, profile_lines, quote_lines
from newstimeline.plain.conversation import Conversation, Problem
from newstimeline.query import Clock, NameScope, Own
from newstimeline.terms import Status
from newstimeline.timeline.time_names import counted
from newstimeline.when.phrases import PhraseError, parse_phrase

Run = Callable[[Conversation, str], Iterator[str]]
_MANY = 10


@dataclass(frozen=True, slots=True)
class PlainCommand:
    """One command."""

    words: tuple[str, ...]
    """The first is the one shown."""
    takes: str
    """What may be typed after it."""
    help: str
    run: Run


def _moved(step: Callable[[Conversation], int]) -> Run:
    def run(session: Conversation, _: str) -> Iterator[str]:
        session.move(step(session))
        yield from session.here()

    return run


def _list(session: Conversation, text: str) -> Iterator[str]:
    number = int(text) if text.isdecimal() and len(text) < 6 else _MANY
    until = min(session.at + number, len(session.matches))
    yield from session.rows(session.at, until)
    session.at = max(until - 1, 0)


def _show(session: Conversation, _: str) -> Iterator[str]:
    yield from event_lines(session.event)


def _quotes(session: Conversation, _: str) -> Iterator[str]:
    lines = list(quote_lines(session.event))
    yield from lines or ["This event has no quotes."]


def _article(session: Conversation, _: str) -> Iterator[str]:
    event = session.event
    text = session.library.extraction(event.article.id).article.text
    if text is None:
        raise Problem("The library does not have the text of this article.")
    if event.evidence:
        yield f"Evidence: {one_line(event.evidence.of(text))}"
    yield from (displayed(line) for line in text.splitlines() if line.strip())


def _filter(session: Conversation, text: str) -> Iterator[str]:
    session.narrow(text)
    yield session.how_many()
    yield from session.here()


def _order(clock: Clock) -> Run:
    def run(session: Conversation, _: str) -> Iterator[str]:
        session.clock = clock
        session.renew()
        yield f"Events are now in the order in which they {'happened' if clock is Clock.HAPPENED else 'were reported'}."

    return run


def _go(session: Conversation, text: str) -> Iterator[str]:
    try:
        when = parse_phrase(text, session.today())
    except PhraseError as error:
        raise Problem(str(error)) from None
    session.move(min(session.matches.ordinal_at(when.start), max(session.matches.dated - 1, 0)))
    yield from session.here()


def _named(scope: NameScope, kind: str) -> Run:
    def run(session: Conversation, text: str) -> Iterator[str]:
        names = session.library.names_begun(scope, text, _MANY) if text else []
        if not names:
            raise Problem(f"The library has no {kind} called {one_line(text)}." if text else f"Type {kind} and a name.")
        yield from profile_lines(session.library.record(scope, names[0].id))
        if len(names) > 1:
            yield f"Also: {', '.join(one_line(name.name) for name in names[1:])}."

    return run


def _confirm(session: Conversation, _: str) -> Iterator[str]:
    yield session.put(status_field(session.event), (What.STATUS, str(Status.CONFIRMED)))
    yield from _unreviewed_count(session)


def _judge(status: Status) -> Run:
    def run(session: Conversation, text: str) -> Iterator[str]:
        yield session.write(reason_field(session.event, status), text)
        yield from _unreviewed_count(session)

    return run


def _unreview(session: Conversation, _: str) -> Iterator[str]:
    yield session.put(status_field(session.event), (What.STATUS, None))


def _unreviewed_count(session: Conversation) -> Iterator[str]:
    yield f"{review_progress(session.library)}."


def _unreviewed(session: Conversation, _: str) -> Iterator[str]:
    place = nearest_with(session.library, Own.UNREVIEWED, session.matches.ids(), session.at, 1)
    if place is None:
        raise Problem("Every event here has been reviewed.")
    session.move(place)
    yield from session.here()
    yield from _unreviewed_count(session)


def _mark(session: Conversation, text: str) -> Iterator[str]:
    yield session.write(mark_field(session.event), text)


def _unmark(session: Conversation, _: str) -> Iterator[str]:
    yield session.put(mark_field(session.event), (What.MARK, None))


def _typed(make: Callable[[Conversation], Field]) -> Run:
    def run(session: Conversation, text: str) -> Iterator[str]:
        field = make(session)
        if not text and field.empty is None:
            now = f"The {field.label} is {one_line(field.now)}. " if field.now else ""
            yield f"{now}Type after the command: {field.hint}."
            return
        yield session.write(field, text)

    return run


def _field(what: What) -> Callable[[Conversation], Field]:
    return lambda session: next(field for field in event_fields(session.event) if field.what is what)


def _speaker(session: Conversation, text: str) -> Iterator[str]:
    number, _, name = text.partition(" ")
    quotes = session.event.quotes
    if not number.isdecimal() or not 1 <= int(number[:4]) <= len(quotes) or not name.strip():
        raise Problem("Type the number of a quote and a name, such as: speaker 1 Ada Quill.")
    fields = [field for field in event_fields(session.event) if field.what is What.SPEAKER]
    yield session.write(fields[int(number) - 1], name)


def _hide(session: Conversation, _: str) -> Iterator[str]:
    yield session.put(_field(What.HIDDEN)(session), (What.HIDDEN, True))
    yield from session.here()


def _undo(session: Conversation, _: str) -> Iterator[str]:
    yield session.using(session.pen.undo)


def _redo(session: Conversation, _: str) -> Iterator[str]:
    yield session.using(session.pen.redo)


def _changes(session: Conversation, _: str) -> Iterator[str]:
    lost = {entry.change.id for entry in session.library.own.lost_changes()}
    entries = session.library.own.changes()
    unreadable = len(session.library.own.unreadable_changes())
    if unreadable:
        yield f"{counted(unreadable, 'change')} can't be read, and left out; newstimeline check says why."
    if not entries and not unreadable:
        yield "Nothing has been changed yet."
    for entry in reversed(entries):
        change = entry.change
        state = "lost its place" if change.id in lost else STATES.get(entry.state, "in force")
        yield f"{change.what}: {changed_to(change)}, {state}: {one_line(change.target.words)}."


def _cite(session: Conversation, text: str) -> Iterator[str]:
    event = session.event
    if text.isdecimal() and 1 <= int(text[:4]) <= len(event.quotes):
        yield quotation(event.quotes[int(text) - 1], event.article)
    else:
        yield citation(event.article)


def _help(_: Conversation, __: str) -> Iterator[str]:
    for command in COMMANDS:
        takes = f" {command.takes}" if command.takes else ""
        shorter = ", ".join(word for word in command.words[1:] if word)
        others = f" (or {shorter})" if shorter else ""
        yield f"{command.words[0]}{takes}{others}: {command.help}"


QUIT = "quit"
COMMANDS: tuple[PlainCommand, ...] = (
    PlainCommand(("next", "n", ""), "", "go to the next event; so does an empty line", _moved(lambda s: s.at + 1)),
    PlainCommand(("previous", "p"), "", "go to the previous event", _moved(lambda s: s.at - 1)),
    PlainCommand(("first",), "", "go to the first event", _moved(lambda _: 0)),
    PlainCommand(("last",), "", "go to the last event", _moved(lambda s: len(s.matches) - 1)),
    PlainCommand(("list", "l"), "[NUMBER]", "list the events from here on", _list),
    PlainCommand(("show", "s"), "", "show everything about this event", _show),
    PlainCommand(("quotes",), "", "read the quotes of this event", _quotes),
    PlainCommand(("article",), "", "read the evidence, then the article", _article),
    PlainCommand(("filter", "/"), "[QUERY]", "show only what matches a query; without one, everything", _filter),
    PlainCommand(("go",), "DATE", "go to a date, such as: go last month", _go),
    PlainCommand(("happened",), "", "sort events by when they happened", _order(Clock.HAPPENED)),
    PlainCommand(("reported",), "", "sort events by when they were reported", _order(Clock.REPORTED)),
    PlainCommand(("person",), "NAME", "show what the library knows about a person", _named(NameScope.PERSON, "person")),
    PlainCommand(("place",), "NAME", "show what it knows about a place", _named(NameScope.PLACE, "place")),
    PlainCommand(("outlet",), "NAME", "show what it knows about an outlet", _named(NameScope.SOURCE, "outlet")),
    PlainCommand(("confirm",), "", "confirm this event", _confirm),
    PlainCommand(("dispute",), "[REASON]", "dispute this event", _judge(Status.DISPUTED)),
    PlainCommand(("reject",), "[REASON]", "reject this event", _judge(Status.REJECTED)),
    PlainCommand(("unreview",), "", "take back what you confirmed, disputed or rejected", _unreview),
    PlainCommand(("unreviewed",), "", "go to the next event that you have not reviewed", _unreviewed),
    PlainCommand(("mark",), "[NAME]", "mark this event", _mark),
    PlainCommand(("unmark",), "", "remove the mark from this event", _unmark),
    PlainCommand(("note",), "[TEXT]", "write a note; without text, remove it", _typed(lambda s: note_field(s.event))),
    PlainCommand(("tags",), "[WORDS]", "tag this event, or remove its tags", _typed(lambda s: tags_field(s.event))),
    PlainCommand(("date",), "[DATE]", "correct the date; without one, hear it", _typed(lambda s: date_field(s.event))),
    PlainCommand(("title",), "[TITLE]", "correct the title; without one, hear it", _typed(_field(What.TITLE))),
    PlainCommand(("speaker",), "QUOTE NAME", "correct who said a quote, such as: speaker 1 Ada Quill", _speaker),
    PlainCommand(("add",), "TITLE", "add an event from the same article", _typed(_field(What.EVENT))),
    PlainCommand(("hide",), "", "hide this event", _hide),
    PlainCommand(("undo", "u"), "", "undo the last change", _undo),
    PlainCommand(("redo",), "", "redo what was undone", _redo),
    PlainCommand(("changes",), "", "list all changes, newest first", _changes),
    PlainCommand(("cite",), "[QUOTE]", "cite this event, or a quote by its number", _cite),
    PlainCommand(("help", "?"), "", "list the commands", _help),
)


def answer(session: Conversation, line: str) -> Iterator[str]:
    """The lines that answer a typed line."""
    word, _, rest = line.strip().partition(" ")
    if word.startswith("/"):
        word, rest = "/", line.strip()[1:]
    command = next((c for c in COMMANDS if word.lower() in c.words), None)
    if command is None:
        yield f"There is no command {one_line(word)}; type help for a list."
        return
    try:
        yield from command.run(session, rest.strip())
    except Problem as problem:
        yield str(problem)
