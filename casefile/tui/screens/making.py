"""The part of the browser that makes entities, events and facts of words selected in a text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual import on

from casefile.deeds.drafts import Draft
from casefile.errors import CasefileError
from casefile.model.rows import Hit, Link
from casefile.model.words import EntityKind, EventKind, Kind, Ref, Span
from casefile.tui import keys, messages, text
from casefile.tui.base.selecting import SelectingReader, Selection
from casefile.tui.base.view import Article
from casefile.tui.screens.forms import keys_of
from casefile.tui.screens.noting import NotingScreen, Writing
from casefile.tui.screens.place import Slot

_OTHER_KEYS = 68
"""Columns of the line that asks whom words name, without the name that it offers."""

Told = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One line that is asked, of several in turn."""

    field: str
    label: str
    value: str = ""
    check: Callable[[str], str] = str
    """Returns what was understood, or raises a CasefileError."""
    known: tuple[str, ...] = ()
    """What can be completed."""


class MakingScreen(NotingScreen):
    """Selects words by keys; asks only what must be asked of what is made of them."""

    _words_pane: SelectingReader | None = None
    """Where words are being selected."""
    _words: Selection | None = None
    """What was selected last."""

    def action_select(self) -> None:
        """Begin to select words in the text here."""
        pane = self.pane_in(self.slot)
        if not isinstance(pane, SelectingReader):
            self.tell("There is no text here: open a source, then v selects words of it.")
            return
        if not self._can_write():
            return
        pane.needle = ""
        if not pane.begin_selection():
            self.tell("There are no words here to select.")
            return
        from casefile.tui.widgets.making_lines import SelectLine

        self._words_pane = pane
        line = SelectLine()
        line.asked = "Select"
        self.open_form(line, keys.Place.SELECT, self._make)

    @on(messages.Step)
    def _take_step(self, message: messages.Step) -> None:
        message.stop()
        if self._words_pane is not None:
            self._words_pane.move_selection(message.way)
            self._has_selected()

    def _has_selected(self) -> None:
        """React to other words being selected."""

    def _end_overlay(self) -> None:
        """Let the words go that were selected, too; what is made of them knows them."""
        super()._end_overlay()
        if self._words_pane is not None:
            self._words = self._words_pane.selection
            self._words_pane.selection = None
            self._words_pane = None

    def _make(self, choice: str) -> None:
        """Ask what must be asked of what the selected words are."""
        view = self.side if self.slot is Slot.SIDE else self.main
        if self._words is None or not isinstance(view, Article):
            return
        span = self._words.span
        words = " ".join(span.of(view.source.text).split())
        make = {
            "entity": self._make_entity,
            "event": self._make_event,
            "fact": self._make_fact,
            "note": self._note_on,
        }[choice]
        make(view.ref, span, words)

    def _note_on(self, source: Ref, span: Span, words: str) -> None:
        draft = Draft(self._case.path, source, span, is_private=self.memory.is_private)
        view = self.side if self.slot is Slot.SIDE else self.main
        if isinstance(view, Article) and view.ref == source:
            draft.stands_in(view.source.text)
        save = partial(self._save_new, draft)
        self._write(Writing(f"Note on {self.named(source)}", words, "", save, draft))

    # An entity

    def _make_entity(self, source: Ref, span: Span, words: str) -> None:
        from casefile.tui.widgets.making_lines import EntityKindLine

        hits: list[Hit] = self.ask(
            lambda: self._case.search(words, places=("entities",), limit=1), []
        )
        line = EntityKindLine()
        line.asked = "Is"
        if hits:
            room = max(8, self.size.width - _OTHER_KEYS)
            line.labels = {"named.offered": text.cut(text.line(hits[0].label), room)}
        else:
            line.without = frozenset({"named.offered"})

        def chosen(choice: str) -> None:
            if choice == "join":
                offered = hits[0].label if hits else ""
                asked = _Asked("name", "Its name here", offered, self._named_as(source))
                self._ask_in_turn((asked,), {}, joined)
            elif choice == "offered" and hits:
                self._made("entity", source, span, same_as=hits[0].ref)
            elif choice in tuple(EntityKind):
                self._made("entity", source, span, kind=choice)

        def joined(told: Told) -> None:
            self._made("entity", source, span, same_as=self._case.meant(told["name"], source))

        self.open_form(line, keys.Place.NAMED, chosen)

    def _named_as(self, source: Ref) -> Callable[[str], str]:
        return lambda name: str(self._case.meant(name, source))

    # An event

    def _make_event(self, source: Ref, span: Span, words: str) -> None:
        named: list[Link] = self.ask(lambda: self._case.named_in(source, span), [])
        places = [self._called(one, source) for one in named if one.detail == EntityKind.PLACE]
        actors = (EntityKind.PERSON, EntityKind.ORGANIZATION)
        who = [self._called(one, source) for one in named if one.detail in actors]

        def check_kind(typed: str) -> str:
            return EventKind(_begun(typed, tuple(EventKind))).value

        asked = (
            _Asked("kind", "Kind of event", "meeting", check_kind, tuple(EventKind)),
            _Asked("date", "When, as one speaks", "", self._day),
            _Asked("where", "Where", places[0] if places else "", self._whom(source)),
            _Asked("participants", "Who; who=role", "; ".join(who), self._whom(source)),
        )

        def told(answers: Told) -> None:
            answers["kind"] = _begun(answers["kind"], tuple(EventKind))
            self._made("event", source, span, **answers)

        self._ask_in_turn(asked, {}, told)

    def _day(self, typed: str) -> str:
        return self._case.understood(typed) if typed.strip() else "Day not known"

    def _called(self, named: Link, source: Ref) -> str:
        """Return a name as it can be typed: where several are called so, by its reference."""
        try:
            self._case.meant(named.label, source)
        except CasefileError:
            return str(named.ref)
        return named.label

    def _whom(self, source: Ref) -> Callable[[str], str]:
        """Return what looks up the names of a list."""

        def check(typed: str) -> str:
            for one in typed.split(";"):
                if name := one.partition("=")[0].strip():
                    self._case.meant(name, source)
            return ""

        return check

    # A fact

    def _make_fact(self, source: Ref, span: Span, words: str) -> None:
        named: list[Link] = self.ask(lambda: self._case.named_in(source, span), [])
        about = "; ".join(self._called(one, source) for one in named)
        view = self.side if self.slot is Slot.SIDE else self.main
        marks = view.marks if isinstance(view, Article) else ()
        events = [m.ref for m in marks if m.ref.kind is Kind.EVENT and m.span.overlaps(span)]

        def check_event(typed: str) -> str:
            return self._case.label(Ref.parse(typed)) if typed.strip() else ""

        asked = (
            _Asked("statement", "It says", words),
            _Asked("said_by", "Who says so, outermost first; next"),
            _Asked("about", "About", about, self._whom(source)),
            _Asked("event", "Event", str(events[0]) if events else "", check_event),
        )
        self._ask_in_turn(asked, {}, lambda told: self._made("fact", source, span, **told))

    # One line after the other

    def _ask_in_turn(
        self, asked: tuple[_Asked, ...], told: Told, then: Callable[[Told], None], said: str = ""
    ) -> None:
        """Ask one line after the other; what cannot be understood is asked again."""
        from casefile.tui.widgets.form_lines import ReasonLine, TagsLine

        one = asked[0]
        value = told.get(one.field, one.value)
        label = f"{said}. {one.label}:" if said else f"{one.label}:"
        form = (
            TagsLine(label, value, keys_of(self, keys.Place.TAGS), one.known)
            if one.known
            else ReasonLine(label, value, keys_of(self, keys.Place.REASON))
        )

        def answered(typed: str) -> None:
            answers = {**told, one.field: typed}
            try:
                understood = one.check(typed)
                if len(asked) == 1:
                    then(answers)
                    return
            except CasefileError as error:
                self._ask_in_turn(asked, answers, then)
                self.tell(str(error))
                self.say_below()
                return
            is_new = understood != typed
            self._ask_in_turn(asked[1:], answers, then, understood if is_new else "")

        self.open_form(form, keys.Place.TAGS if one.known else keys.Place.REASON, answered)

    def _made(self, what: str, source: Ref, span: Span, **told: object) -> None:
        make = getattr(self._case, f"make_{what}")
        self.carry_out(lambda: make(source, span, **told), lambda d: f"{d.ref}: {d.label}.")


class NoSuchKind(CasefileError):
    """What is typed begins no kind, or several."""


def _begun(typed: str, choices: tuple[str, ...]) -> str:
    """Return the choice that is typed, or that alone begins so."""
    said = typed.strip().casefold()
    found = [one for one in choices if one == said] or [
        one for one in choices if said and one.startswith(said)
    ]
    if len(found) != 1:
        raise NoSuchKind(f"There is no kind {typed.strip()!r}: {', '.join(choices)}.")
    return found[0]
