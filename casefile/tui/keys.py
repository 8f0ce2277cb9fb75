"""Every key of the browser, in one table.

The bindings, the footer, the help, the palette and the key table of the
README are all made from it. Each entry has an id, by which a reader can give
it other keys. No key is the only way if a terminal cannot send it apart
(``contract.md``: ctrl with a b h i j m q s z or ``[``, ctrl+enter, alt+letter).
"""

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType


class Place(StrEnum):
    """Where a key works: everywhere in the browser, or with one kind of pane in focus."""

    MOVE = "moving"
    LIST = "list"
    ROWS = "rows of a list"
    TIMELINE = "timeline"
    COUNTS = "counts"
    MATRIX = "matrix"
    NEWS = "what is new"
    CARD = "card"
    ARTICLE = "article"
    BROWSE = "browser"
    FINDER = "search"
    NARROW = "narrowing"
    NAME = "naming"
    CHOICE = "choice"
    LABEL = "labels"
    REJECT = "no name"
    TAGS = "tags"
    STATUS = "status"
    GRADE = "grade of a source"
    TRUTH = "grade of a fact"
    PAIR = "judging two"
    SORT = "sorting"
    REASON = "reason"
    QUEUE = "review queue"
    QUEUE_PAIR = "review: two things"
    QUEUE_FACT = "review: a fact"
    QUEUE_DATE = "review: a date"
    LOG = "log"
    SETTLE = "people differ"
    ALL_TAGS = "all tags"
    OVER = "card over the browser"
    REMOVE = "removing a source"
    REMOVED = "removed sources"
    EFFECT = "what goes"
    SOURCE = "correcting a source"
    ENTITY = "correcting an entity"
    EVENT = "correcting an event"
    FACT = "correcting a fact"
    SELECT = "selecting words"
    LINES = "what lines are"
    NAMED = "making an entity"
    NOTE = "note editor"
    DRAFT = "draft of a note"
    DROP = "deleting notes"
    JOBS = "what is running"
    COMMAND = "command line"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a reader can do, and the keys that do it."""

    id: str
    keys: str
    """As Textual names them, apart by commas; the first is the one shown in the footer."""
    action: str
    label: str
    place: Place
    footer: int = 0
    """Rank in the footer, 1 first; 0 keeps it out."""
    brief: str = ""
    """The label in the footer, where the full one is too long."""
    takes: str = ""
    """What is written behind it on the command line; empty for nothing."""


UNSET = "nothing"
"""In place of the keys of an entry that has none, so that it can be given some: no key is so."""

KEYS: tuple[Key, ...] = (
    Key("move.down", "j,down", "move(1)", "one down", Place.MOVE),
    Key("move.up", "k,up", "move(-1)", "one up", Place.MOVE),
    Key("move.half_down", "ctrl+d", "leap(0.5)", "half a page down", Place.MOVE),
    Key("move.half_up", "ctrl+u", "leap(-0.5)", "half a page up", Place.MOVE),
    Key("move.page_down", "pagedown", "leap(1.0)", "a page down", Place.MOVE),
    Key("move.page_up", "pageup", "leap(-1.0)", "a page up", Place.MOVE),
    Key("move.top", "g,home", "edge(-1)", "to the top", Place.MOVE),
    Key("move.bottom", "G,end", "edge(1)", "to the end", Place.MOVE),
    Key("list.open", "enter", "follow", "open the row", Place.LIST, 2, "open"),
    Key("rows.choose", "space", "choose", "choose this row, or leave it out", Place.ROWS),
    Key("rows.stretch", "v", "stretch", "choose from here; again: up to here", Place.ROWS),
    Key("rows.invert", "asterisk", "invert", "choose the others", Place.ROWS),
    Key("timeline.in", "plus,equals_sign", "zoom_days(1)", "fewer days", Place.TIMELINE, 3,
        "closer"),
    Key("timeline.out", "minus,underscore", "zoom_days(-1)", "more days", Place.TIMELINE, 3,
        "wider"),
    Key("timeline.earlier", "left,left_square_bracket", "pan(-1)", "earlier days", Place.TIMELINE),
    Key("timeline.later", "right,right_square_bracket", "pan(1)", "later days", Place.TIMELINE),
    Key("timeline.counts", "c", "turn", "count the events by month", Place.TIMELINE, 3, "count"),
    Key("counts.in", "plus,equals_sign", "zoom_days(1)", "a finer unit", Place.COUNTS, 3, "finer"),
    Key("counts.out", "minus,underscore", "zoom_days(-1)", "a coarser unit", Place.COUNTS, 3,
        "coarser"),
    Key("counts.bars", "c", "turn", "the events as bars", Place.COUNTS, 3, "bars"),
    Key("matrix.left", "left,left_square_bracket", "column(-1)", "column on the left",
        Place.MATRIX),
    Key("matrix.right", "right,right_square_bracket", "column(1)", "column on the right",
        Place.MATRIX, 3, "column"),
    Key("news.since", "c", "turn", "new to you, since yesterday, in the last week", Place.NEWS, 3,
        "since when"),
    Key("news.seen", "M", "screen.see_all", "let all that is new count as seen; again: as before",
        Place.NEWS, 4, "all seen"),
    Key("card.follow", "enter", "follow", "follow the link", Place.CARD, 2, "follow"),
    Key("article.follow", "enter", "follow", "follow the marked words", Place.ARTICLE, 2, "follow"),
    Key("article.page", "space", "leap(1.0)", "a page down", Place.ARTICLE),
    Key("article.next", "n,right", "hit(1)", "next mention, or next hit", Place.ARTICLE, 3,
        "mention"),
    Key(
        "article.previous", "N,left", "hit(-1)", "previous mention, or previous hit", Place.ARTICLE
    ),
    Key("card.page", "space", "leap(1.0)", "a page down", Place.CARD),
    Key("select", "v", "screen.select", "select words: make an entity, an event or a fact of them",
        Place.ARTICLE, 10, "select"),
    Key("lines", "K", "screen.relabel", "say what this line is: story, boilerplate, title ...",
        Place.ARTICLE),
    Key("article.signs", "I", "screen.signs", "letters beside the lines, or none",
        Place.ARTICLE),
    Key("article.sight", "i", "screen.in_sight", "who and what is in sight, beside the text",
        Place.ARTICLE),
    Key("card.next", "n", "hit(1)", "next group", Place.CARD),
    Key("card.previous", "N", "hit(-1)", "previous group", Place.CARD),
    Key("search", "slash", "search", "search everything", Place.BROWSE, 1, "search",
        takes="WORDS"),
    Key("back", "backspace,H,ctrl+o", "back", "back to where you were", Place.BROWSE, 4, "back"),
    Key("forward", "L", "forward", "forward again", Place.BROWSE),
    Key("labels", "semicolon", "labels", "a label on every link and pane: type it to go",
        Place.BROWSE),
    Key("pane.next", "tab", "pane(1)", "next pane", Place.BROWSE),
    Key("pane.previous", "shift+tab", "pane(-1)", "previous pane", Place.BROWSE),
    Key("pane.in", "l", "into", "in: open, or to the pane on the right", Place.BROWSE),
    Key("pane.out", "h", "out", "out: to the pane on the left", Place.BROWSE),
    Key("tab.sources", "1", "tab('source')", "list of sources", Place.BROWSE),
    Key("tab.entities", "2", "tab('entity')", "list of entities", Place.BROWSE),
    Key("tab.events", "3", "tab('event')", "list of events", Place.BROWSE),
    Key("tab.notes", "4", "tab('note')", "list of notes", Place.BROWSE),
    Key("tab.timeline", "5", "tab('timeline')", "timeline of the events", Place.BROWSE),
    Key("tab.together", "6", "tab('together')", "with whom: how often two are told of together",
        Place.BROWSE),
    Key("tab.places", "7", "tab('places')", "where: places by country", Place.BROWSE),
    Key("tab.facts", "8", "tab('fact')", "list of facts", Place.BROWSE),
    Key("tab.new", "9", "tab('new')", "what is new to you", Place.BROWSE),
    Key("tab.questions", "0", "tab('questions')", "what was asked, and what is open",
        Place.BROWSE),
    Key("whom", "W", "whom", "with whom this one is told of; chosen: who with whom",
        Place.BROWSE),
    Key("narrow", "f", "narrow", "narrow this list, find in this text", Place.BROWSE, 7, "narrow",
        takes="WORDS"),
    Key(
        "only", "full_stop", "only", "only what belongs to this; again: all",
        Place.BROWSE, 9, "only this",
    ),
    Key("note.add", "a", "add_note", "write a note here", Place.BROWSE, 6, "note"),
    Key("note.edit", "e", "edit_note", "edit the note", Place.BROWSE),
    Key("note.delete", "D", "delete_note", "delete the note, or a source; on a name: it is none",
        Place.BROWSE),
    Key("add", "", "add('')", "add articles: a file or a folder", Place.BROWSE, takes="FILE"),
    Key("add.paste", "", "paste", "add an article that you paste", Place.BROWSE),
    Key("jobs", "w", "jobs", "what is running: how far it is, and stop it", Place.BROWSE),
    Key("add.stop", "", "stop_adding", "stop adding; what was read stays", Place.BROWSE),
    Key("remove", "", "remove", "take this source out, with all that hangs on it", Place.BROWSE),
    Key("removed", "", "removed", "sources that were taken out: bring one back", Place.BROWSE),
    Key("drafts", "", "drafts", "go on with a draft of a note or an article", Place.BROWSE),
    Key("tag", "t", "tag", "tag this", Place.BROWSE),
    Key("review", "r", "review", "confirmed, disputed, rejected; a source's grade", Place.BROWSE),
    Key("queue", "R", "queue", "review queue: are these two the same?", Place.BROWSE),
    Key("judge", "J", "judge_chosen", "the two chosen are the same, or not", Place.BROWSE),
    Key("correct", "E", "correct", "correct a name, a date, who took part, who says", Place.BROWSE),
    Key("question", "Q", "ask_question", "ask something about this, of whom", Place.BROWSE),
    Key("answer", "A", "answer", "write down what was answered", Place.BROWSE),
    Key("differ", "C", "settle", "where people differ after a merge: choose", Place.BROWSE),
    Key("tags", "T", "all_tags", "all tags: rename one, or take it away", Place.BROWSE),
    Key("log", "", "log", "what people decided, to be read and taken back", Place.BROWSE),
    Key("undo", "u", "undo", "undo what was decided last", Place.BROWSE),
    Key("redo", "U,ctrl+r", "redo", "redo what was undone", Place.BROWSE),
    Key("search.save", "S", "save_search", "save this search by a name", Place.BROWSE),
    Key("copy", "y", "copy", "copy: text, reference, quote, Markdown, JSON", Place.BROWSE),
    Key("sort", "s", "sort", "sort this list; the same again: from the other end", Place.BROWSE),
    Key("export", "x", "export", "write what is chosen, or the list, into a file",
        Place.BROWSE, takes="FILE"),
    Key("export.notes", "", "export_notes('')",
        "write the notes into a file, with footnotes", Place.BROWSE, takes="FILE"),
    Key("original", "o", "original", "open the original of the source", Place.BROWSE),
    Key("pager", "P", "pager", "read it in your pager", Place.BROWSE),
    Key("mark", "m", "mark", "mark this place, with a letter", Place.BROWSE),
    Key("mark.go", "apostrophe", "go_to_mark", "go to a mark, by its letter", Place.BROWSE),
    Key("preview", "p", "preview", "show or hide the preview", Place.BROWSE),
    Key("narrower", "less_than_sign", "resize(-1)", "less room for this pane", Place.BROWSE),
    Key("wider", "greater_than_sign", "resize(1)", "more room for this pane", Place.BROWSE),
    Key("zoom", "z", "zoom", "this pane alone, and back", Place.BROWSE),
    Key("step_out", "escape", "step_out", "one step out", Place.BROWSE),
    Key("help", "question_mark,f1", "help", "keys of this place", Place.BROWSE, 5, "help"),
    Key("palette", "colon,ctrl+p", "palette", "every command by name", Place.BROWSE),
    Key("open", "", "open_ref('')", "open a thing by its reference", Place.BROWSE, takes="REF"),
    Key("version", "", "version('')", "a text that this source had, by its number", Place.BROWSE,
        takes="NUMBER"),
    Key("theme", "", "theme('')", "another look", Place.BROWSE, takes="NAME"),
    Key("mouse", "", "mouse('')", "mouse on or off", Place.BROWSE, takes="on|off"),
    Key("suspend", "ctrl+z", "app.suspend_process", "to the shell (fg comes back)", Place.BROWSE),
    Key("quit", "q", "leave", "quit", Place.BROWSE, 8, "quit"),
    Key("finder.down", "down,ctrl+n", "result(1)", "next result", Place.FINDER),
    Key("finder.up", "up", "result(-1)", "previous result", Place.FINDER),
    Key("finder.page_down", "pagedown", "result(8)", "eight results down", Place.FINDER),
    Key("finder.page_up", "pageup", "result(-8)", "eight results up", Place.FINDER),
    Key("finder.go", "enter,tab", "go", "go there", Place.FINDER, 1, "go there"),
    Key(
        "finder.group", "shift+tab,ctrl+t", "group", "apart by kind, or all best first",
        Place.FINDER, 3, "by kind",
    ),
    Key("finder.save", "f2", "save", "save this search by a name", Place.FINDER, 4, "save"),
    Key(
        "finder.forget", "delete,ctrl+d", "forget",
        "forget the saved search, or delete what stands right of the cursor", Place.FINDER,
    ),
    Key("finder.close", "escape", "close", "close the search", Place.FINDER, 2, "close"),
    Key("name.save", "enter", "name", "save by this name", Place.NAME, 1, "save"),
    Key("name.cancel", "escape", "cancel", "save nothing", Place.NAME, 2, "cancel"),
    Key("narrow.keep", "enter,down,tab", "keep", "keep it and go on", Place.NARROW, 1, "keep"),
    Key("narrow.clear", "escape", "clear", "clear it", Place.NARROW, 2, "clear"),
    Key("choice.text", "t", "choose('text')", "the text", Place.CHOICE, 1, "text"),
    Key("choice.ref", "r", "choose('ref')", "the reference", Place.CHOICE, 2, "reference"),
    Key(
        "choice.quote", "q", "choose('quote')", "the quote with its source", Place.CHOICE, 3,
        "quote",
    ),
    Key("choice.markdown", "m", "choose('markdown')", "Markdown", Place.CHOICE, 4),
    Key("choice.json", "j", "choose('json')", "JSON", Place.CHOICE, 5),
    Key("choice.none", "escape", "choose('')", "copy nothing", Place.CHOICE, 6, "cancel"),
    Key("label.none", "escape,semicolon", "none", "go nowhere", Place.LABEL, 1, "cancel"),
    Key("tags.save", "enter", "save", "save the tags", Place.TAGS, 1, "save"),
    Key("tags.complete", "tab,down", "complete", "complete the tag", Place.TAGS, 2, "complete"),
    Key("tags.leave", "escape", "leave", "leave all as it was", Place.TAGS, 3, "cancel"),
    Key("status.confirmed", "c", "pick('confirmed')", "confirmed", Place.STATUS, 1),
    Key("status.disputed", "d", "pick('disputed')", "disputed", Place.STATUS, 2),
    Key("status.rejected", "r", "pick('rejected')", "rejected", Place.STATUS, 3),
    Key("status.unreviewed", "u", "pick('unreviewed')", "unreviewed", Place.STATUS, 4, "reset"),
    Key("status.grade", "g", "pick('grade')", "grade a fact", Place.STATUS, 5, "grade"),
    Key("status.sensitive", "s", "pick('sensitive')", "sensitive, or not", Place.STATUS, 6,
        "sensitive"),
    Key("status.leave", "escape", "pick('')", "leave all as it was", Place.STATUS, 7, "cancel"),
    Key("grade.a", "A,a", "pick('A')", "completely reliable", Place.GRADE, 1, "reliable"),
    Key("grade.b", "B,b", "pick('B')", "usually reliable", Place.GRADE, 2, "usually"),
    Key("grade.c", "C,c", "pick('C')", "fairly reliable", Place.GRADE, 3, "fairly"),
    Key("grade.d", "D,d", "pick('D')", "not usually reliable", Place.GRADE, 4, "seldom"),
    Key("grade.e", "E,e", "pick('E')", "unreliable", Place.GRADE, 5, "not"),
    Key("grade.f", "F,f", "pick('F')", "reliability cannot be judged", Place.GRADE, 6, "unsure"),
    Key("grade.none", "0", "pick('none')", "no grade", Place.GRADE, 7, "none"),
    Key("grade.sensitive", "s", "pick('sensitive')", "sensitive, or not", Place.GRADE, 8,
        "sensitive"),
    Key("grade.leave", "escape", "pick('')", "leave all as it was", Place.GRADE),
    Key("truth.1", "1", "pick('1')", "confirmed by other sources", Place.TRUTH, 1, "confirmed"),
    Key("truth.2", "2", "pick('2')", "probably true", Place.TRUTH, 2, "probable"),
    Key("truth.3", "3", "pick('3')", "possibly true", Place.TRUTH, 3, "possible"),
    Key("truth.4", "4", "pick('4')", "doubtful", Place.TRUTH, 4),
    Key("truth.5", "5", "pick('5')", "improbable", Place.TRUTH, 5),
    Key("truth.6", "6", "pick('6')", "truth cannot be judged", Place.TRUTH, 6, "unknown"),
    Key("truth.none", "0", "pick('none')", "no grade", Place.TRUTH, 7, "none"),
    Key("truth.leave", "escape", "pick('')", "leave all as it was", Place.TRUTH),
    Key("sort.date", "d", "pick('date')", "date", Place.SORT, 1),
    Key("sort.name", "n", "pick('name')", "name", Place.SORT, 2),
    Key("sort.mentions", "m", "pick('mentions')", "mentions", Place.SORT, 3),
    Key("sort.sources", "s", "pick('sources')", "sources", Place.SORT, 4),
    Key("sort.kind", "k", "pick('kind')", "kind", Place.SORT, 5),
    Key("sort.publisher", "p", "pick('publisher')", "publisher", Place.SORT, 6),
    Key("sort.added", "a", "pick('added')", "when it was added", Place.SORT, 7, "added"),
    Key("sort.reverse", "r", "pick('reverse')", "from the other end", Place.SORT, 9, "reverse"),
    Key("sort.own", "0", "pick('own')", "the list's own order", Place.SORT, 10, "reset"),
    Key("sort.leave", "escape", "pick('')", "leave all as it was", Place.SORT, 11, "cancel"),
    Key("pair.same", "s", "pick('same')", "the same", Place.PAIR, 1, "same"),
    Key("pair.different", "d", "pick('different')", "different", Place.PAIR, 2, "different"),
    Key("pair.unsure", "n", "pick('unsure')", "not sure", Place.PAIR, 3, "not sure"),
    Key("pair.leave", "escape", "pick('')", "leave all as it was", Place.PAIR, 4, "cancel"),
    Key("reject.here", "h", "pick('here')", "here", Place.REJECT, 1),
    Key("reject.source", "s", "pick('source')", "in this source", Place.REJECT, 2),
    Key("reject.case", "c", "pick('case')", "in the case", Place.REJECT, 3),
    Key("reject.leave", "escape", "pick('')", "leave all as it was", Place.REJECT, 4, "cancel"),
    Key("source.title", "t", "pick('title')", "title", Place.SOURCE, 1),
    Key("source.published", "d", "pick('published')", "date", Place.SOURCE, 2),
    Key("source.publisher", "p", "pick('publisher')", "publisher", Place.SOURCE, 3),
    Key("source.author", "a", "pick('author')", "author", Place.SOURCE, 4),
    Key("source.language", "l", "pick('language')", "language", Place.SOURCE, 5),
    Key("source.url", "w", "pick('url')", "web address", Place.SOURCE, 6, "web"),
    Key("source.leave", "escape", "pick('')", "leave all as it was", Place.SOURCE, 7, "cancel"),
    Key("entity.name", "n", "pick('name')", "name", Place.ENTITY, 1),
    Key("entity.alias", "a", "pick('alias')", "one more name", Place.ENTITY, 2),
    Key("entity.kind", "k", "pick('kind')", "kind", Place.ENTITY, 3),
    Key("entity.leave", "escape", "pick('')", "leave all as it was", Place.ENTITY, 4, "cancel"),
    Key("event.date", "d", "pick('date')", "date", Place.EVENT, 1),
    Key("event.place", "p", "pick('place')", "place", Place.EVENT, 2),
    Key("event.title", "t", "pick('title')", "title", Place.EVENT, 3),
    Key("event.kind", "k", "pick('kind')", "kind", Place.EVENT, 4),
    Key("event.modality", "m", "pick('modality')", "did it happen?", Place.EVENT, 5),
    Key("event.who", "w", "pick('participants')", "who took part", Place.EVENT, 6, "who"),
    Key("event.leave", "escape", "pick('')", "leave all as it was", Place.EVENT, 7, "cancel"),
    Key("fact.said_by", "s", "pick('said-by')", "who says so", Place.FACT, 1, "said by"),
    Key("fact.about", "a", "pick('about')", "whom it is about", Place.FACT, 2, "about"),
    Key("fact.event", "e", "pick('event')", "its event", Place.FACT, 3, "event"),
    Key("fact.statement", "t", "pick('statement')", "statement", Place.FACT, 4),
    Key("fact.hedge", "h", "pick('hedge')", "hedge: reportedly, may", Place.FACT, 5, "hedge"),
    Key("fact.polarity", "p", "pick('polarity')", "affirmed or denied", Place.FACT, 6, "denied?"),
    Key("fact.leave", "escape", "pick('')", "leave all as it was", Place.FACT, 7, "cancel"),
    Key("select.right", "right,l", "step('right')", "a word on", Place.SELECT, 1, "word"),
    Key("select.left", "left,h", "step('left')", "a word back", Place.SELECT),
    Key("select.down", "down,j", "step('down')", "a line down", Place.SELECT),
    Key("select.up", "up,k", "step('up')", "a line up", Place.SELECT),
    Key("select.start", "v,space", "step('start')", "begin here, or let go", Place.SELECT, 2,
        "begin"),
    Key("select.sentence", "s", "step('sentence')", "the whole sentence", Place.SELECT, 3,
        "sentence"),
    Key("select.entity", "e", "pick('entity')", "an entity", Place.SELECT, 4, "entity"),
    Key("select.event", "t", "pick('event')", "an event: it took place", Place.SELECT, 5, "event"),
    Key("select.fact", "f", "pick('fact')", "a fact", Place.SELECT, 6, "fact"),
    Key("select.note", "a", "pick('note')", "a note on these words", Place.SELECT, 7, "note"),
    Key("select.lines", "K", "pick('lines')", "what these lines are: story, boilerplate ...",
        Place.SELECT),
    Key("select.leave", "escape", "pick('')", "make nothing", Place.SELECT, 8, "cancel"),
    Key("lines.story", "s", "pick('story')", "story", Place.LINES, 1),
    Key("lines.boilerplate", "b", "pick('boilerplate')", "boilerplate", Place.LINES, 2),
    Key("lines.title", "t", "pick('title')", "title", Place.LINES, 3),
    Key("lines.byline", "y", "pick('byline')", "byline", Place.LINES, 4),
    Key("lines.dateline", "d", "pick('dateline')", "dateline", Place.LINES, 5),
    Key("lines.caption", "c", "pick('caption')", "caption", Place.LINES, 6),
    Key("lines.heading", "h", "pick('heading')", "heading", Place.LINES, 7),
    Key("lines.below", "down,j", "step('below')", "the line below", Place.LINES, 8, "next"),
    Key("lines.above", "up,k", "step('above')", "the line above", Place.LINES, 9, "before"),
    Key("lines.start", "v,space", "step('start')", "from here on, or let go", Place.LINES, 10,
        "from here on"),
    Key("lines.list", "l", "list", "what goes and what comes, by name", Place.LINES, 11, "list"),
    Key("lines.leave", "escape", "pick('')", "leave all as it was", Place.LINES, 12, "cancel"),
    Key("named.offered", "1", "pick('offered')", "the entity that is offered", Place.NAMED, 1),
    Key("named.other", "j", "pick('join')", "another that is there", Place.NAMED, 2, "another"),
    Key("named.person", "p", "pick('person')", "a new person", Place.NAMED, 3, "person"),
    Key("named.organization", "o", "pick('organization')", "a new organization", Place.NAMED, 4,
        "organization"),
    Key("named.place", "l", "pick('place')", "a new place", Place.NAMED, 5, "place"),
    Key("named.thing", "x", "pick('other')", "another new thing", Place.NAMED, 6, "other"),
    Key("named.leave", "escape", "pick('')", "make nothing", Place.NAMED, 7, "cancel"),
    Key("queue.same", "s", "judge('same')", "the same", Place.QUEUE_PAIR, 1, "same"),
    Key("queue.different", "d", "judge('different')", "different", Place.QUEUE_PAIR, 2,
        "different"),
    Key("queue.unsure", "n", "judge('unsure')", "not sure", Place.QUEUE_PAIR, 3, "not sure"),
    Key("queue.right", "s,y", "read('right')", "read rightly", Place.QUEUE_FACT, 1, "right"),
    Key("queue.wrong", "d,x", "read('wrong')", "read wrongly", Place.QUEUE_FACT, 2, "wrong"),
    Key("queue.doubt", "n", "read('unsure')", "not sure", Place.QUEUE_FACT, 3, "not sure"),
    *(
        Key(f"queue.day_{n}", f"{n}", f"date({n})", f"it is number {n}", Place.QUEUE_DATE,
            n * (n < 2), "pick")
        for n in range(1, 10)
    ),
    Key("queue.no_day", "0", "date(0)", "none of these", Place.QUEUE_DATE, 2, "none"),
    Key("queue.type_day", "t", "type_date", "type the date", Place.QUEUE_DATE, 3, "type"),
    Key("queue.unsure_day", "n", "leave_date", "not sure", Place.QUEUE_DATE, 3, "unsure"),
    Key("queue.skip", "tab,space", "skip(1)", "skip it", Place.QUEUE, 4, "skip"),
    Key("queue.return", "shift+tab", "skip(-1)", "the one before", Place.QUEUE),
    Key("queue.reason", "r", "reason", "give a reason first", Place.QUEUE, 5, "reason"),
    Key("queue.kinds", "f", "kinds(1)", "only one kind of question, the next; all", Place.QUEUE, 6,
        "kind"),
    Key("queue.kinds_back", "F", "kinds(-1)", "the kind before", Place.QUEUE),
    Key("queue.undo", "u", "undo", "take the last one back", Place.QUEUE, 7, "undo"),
    Key("queue.close", "escape,q", "close", "close the queue", Place.QUEUE, 8, "close"),
    Key("log.go", "enter", "go", "go to it", Place.LOG, 1, "go to it"),
    Key("log.to", "B,delete", "undo_to", "take it back, and all after it", Place.LOG, 2,
        "back to before this"),
    Key("log.undo", "u", "undo", "take the last one back", Place.LOG, 3, "undo"),
    Key("log.redo", "U,ctrl+r", "redo", "make it again", Place.LOG, 4, "redo"),
    Key("log.close", "escape,q", "close", "close the log", Place.LOG, 5, "close"),
    *(
        Key(f"settle.{n}", f"{n}", f"choose({n})", f"number {n} holds", Place.SETTLE, n * (n < 3),
            "this one")
        for n in range(1, 10)
    ),
    Key("settle.skip", "tab,space", "skip(1)", "skip it", Place.SETTLE, 3, "skip"),
    Key("settle.return", "shift+tab", "skip(-1)", "the one before", Place.SETTLE),
    Key("settle.go", "enter", "go", "go to what it is about", Place.SETTLE, 4, "go to it"),
    Key("settle.undo", "u", "undo", "take the last decision back", Place.SETTLE, 5, "undo"),
    Key("settle.close", "escape,q", "close", "close it", Place.SETTLE, 6, "close"),
    Key("all_tags.go", "enter", "go", "all that has it", Place.ALL_TAGS, 1, "what has it"),
    Key("all_tags.rename", "r", "rename", "rename it everywhere", Place.ALL_TAGS, 2, "rename"),
    Key("all_tags.remove", "D", "remove", "take it away everywhere", Place.ALL_TAGS, 3, "remove"),
    Key("all_tags.undo", "u", "undo", "take the last decision back", Place.ALL_TAGS, 4, "undo"),
    Key("all_tags.redo", "U,ctrl+r", "redo", "make it again", Place.ALL_TAGS),
    Key("all_tags.close", "escape,q", "close", "close it", Place.ALL_TAGS, 5, "close"),
    Key("remove.source", "enter,s", "pick('source')", "take it out", Place.REMOVE, 1, "remove"),
    Key("remove.reason", "r", "pick('reason')", "take it out and say why", Place.REMOVE, 2,
        "why"),
    Key("remove.list", "l", "list", "what goes, by name", Place.REMOVE, 3, "list"),
    Key("remove.note", "n", "pick('note')", "delete the note on it", Place.REMOVE, 4, "its note"),
    Key("remove.leave", "escape", "pick('')", "leave all as it was", Place.REMOVE, 5, "cancel"),
    Key("effect.go", "enter", "go", "go to it and decide nothing", Place.EFFECT, 1, "go to it"),
    Key("effect.close", "escape,q,l", "close", "back to the question", Place.EFFECT, 2,
        "back to the question"),
    Key("jobs.stop", "s", "pick('stop')", "stop; what was read stays", Place.JOBS, 1, "stop"),
    Key("jobs.leave", "escape,w", "pick('')", "let it run", Place.JOBS, 2),
    Key("removed.restore", "enter,r", "restore", "bring it back", Place.REMOVED, 1, "bring back"),
    Key("removed.choose", "space", "choose", "choose it, or leave it out", Place.REMOVED, 2,
        "choose"),
    Key("removed.stretch", "v", "stretch", "choose from here; again: up to here", Place.REMOVED),
    Key("removed.invert", "asterisk", "invert", "choose the others", Place.REMOVED),
    Key("removed.undo", "u", "undo", "take the last decision back", Place.REMOVED, 3, "undo"),
    Key("removed.redo", "U,ctrl+r", "redo", "make it again", Place.REMOVED),
    Key("removed.close", "escape,q", "close", "close it", Place.REMOVED, 4, "close"),
    Key("over.help", "question_mark,f1", "help", "keys of this place", Place.OVER, 9, "help"),
    Key("reason.save", "enter", "save", "save it", Place.REASON, 1, "save"),
    Key("reason.leave", "escape", "leave", "leave all as it was", Place.REASON, 2, "cancel"),
    Key("note.save", "escape,f2", "save", "save and close", Place.NOTE, 1),
    Key("note.discard", "ctrl+g", "discard", "throw away what was typed", Place.NOTE, 2,
        "throw away"),
    Key("note.complete", "tab", "complete", "complete a name after [[", Place.NOTE, 3,
        "complete [["),
    Key("draft.go_on", "enter", "pick('go on')", "go on writing", Place.DRAFT, 1, "go on"),
    Key("draft.drop", "D", "pick('drop')", "throw it away", Place.DRAFT, 2, "throw away"),
    Key("draft.later", "escape", "pick('later')", "keep it for later", Place.DRAFT, 3, "later"),
    Key("drop.notes", "D,enter", "pick('drop')", "delete all of them", Place.DROP, 1, "delete"),
    Key("drop.leave", "escape", "pick('')", "leave all as it was", Place.DROP, 2, "cancel"),
    Key("command.down", "down,ctrl+n", "result(1)", "next command", Place.COMMAND),
    Key("command.up", "up", "result(-1)", "previous command", Place.COMMAND),
    Key("command.page_down", "pagedown", "result(8)", "eight commands down", Place.COMMAND),
    Key("command.page_up", "pageup", "result(-8)", "eight commands up", Place.COMMAND),
    Key("command.go", "enter", "go", "do it", Place.COMMAND, 1),
    Key("command.complete", "tab", "complete", "write it out", Place.COMMAND, 2),
    Key("command.close", "escape", "close", "do nothing", Place.COMMAND, 3, "cancel"),
    Key("help.close", "escape,q,question_mark,f1", "close", "close the help", Place.HELP, 1),
)  # fmt: skip

SHORT_NAMES = {
    "slash": "/", "full_stop": ".", "question_mark": "?", "colon": ":", "backspace": "bksp",
    "semicolon": ";", "asterisk": "*",
    "plus": "+", "equals_sign": "=", "minus": "-", "underscore": "_",
    "left_square_bracket": "[", "right_square_bracket": "]",
    "escape": "esc", "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "pgdn",
    "pageup": "pgup", "apostrophe": "'",
}  # fmt: skip
"""How a reader knows keys that Textual gives longer names."""


def at(*places: Place) -> tuple[Key, ...]:
    """Return the keys that work in the places, in the order of the table."""
    return tuple(key for key in KEYS if key.place in places)


def bindings(place: Place, *, priority: bool = False) -> list[BindingType]:
    """Return the bindings of a place, for a widget's or a screen's ``BINDINGS``.

    Args:
        place: Whose keys.
        priority: Before the focused widget's own, such as a text field's.
    """
    return [
        Binding(key.keys or UNSET, key.action, key.label, show=False, id=key.id, priority=priority)
        for key in at(place)
    ]


def shown(key: Key) -> tuple[str, ...]:
    """Return the keys of an entry as a reader knows them; how to type it where it has none."""
    names = tuple(SHORT_NAMES.get(name, name) for name in key.keys.split(",") if name)
    return names or (f":{key.id}",)


def key_table() -> str:
    """Return the keys of the browser as a Markdown table, for the README."""
    rows = ["| where | keys | do |", "|---|---|---|"]
    for place in Place:
        for key in at(place):
            names = " ".join(f"`{name}`" for name in shown(key))
            rows.append(f"| {place.value} | {names} | {key.label} |")
    return "\n".join(rows) + "\n"
