"""What is marked in a plain text, and above all what is not."""

import pytest

from tests.reading.lighthouses import STORY, article, of_kind

HEAD = "Lighthouses shine again in Ostmark"


def test_a_story_alone_has_no_boilerplate() -> None:
    assert of_kind(article(HEAD, "", *STORY), "boilerplate") == []


@pytest.mark.parametrize(
    "line",
    [
        "LEAVE A COMMENT",
        "Please enter an e-mail address",
        "12 Comments",
        "4 min read",
        "2 5 min 3 wks",
        "Share on Facebook",
        "Related Stories",
        "Subscribe to our newsletter for the best of the coast.",
        "© 2021 The Ostmark Courier. All rights reserved.",
        "コメントを残す",
        "関連記事",
        "댓글 쓰기",
        "관련 기사",
        "Kommentar schreiben",
        "Laisser un commentaire",
        "Deja un comentario",
        "Home > News > Coast",
        "News | Sport | Weather | Opinion",
    ],
)
def test_a_box_of_the_page_is_boilerplate(line: str) -> None:
    assert of_kind(article(HEAD, "", *STORY, "", line), "boilerplate") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the fishing companies fell after the announcement.",
        "Comments by the board were few.",
        "Most popular among the visitors is the northern tower.",
        "Subscribers to the old service were told by letter.",
        "Copyright law was not on the agenda of the meeting.",
        "Related work goes on in the south.",
        "He declined to comment.",
        "Read the whole letter, Brandvold said.",
        "A decision is expected in spring.",
        "A crossing of the strait is planned for May.",
        "Quality journalism brought the matter to light, Brandvold told the board.",
        "The paper lost half of its subscribers and its newsroom was closed in March.",
        "In 2019 alone 40 ships ran aground.",
    ],
)
def test_a_sentence_of_the_story_is_not(line: str) -> None:
    assert of_kind(article(HEAD, "", *STORY, line), "boilerplate") == []
    assert of_kind(article(HEAD, "", *STORY[:2], line, *STORY[2:]), "boilerplate") == []


def test_the_page_clock_and_a_glued_path_stand_above_the_title() -> None:
    found = article(
        "Monday, March 8, 2021", "HomeNewsLocal" + HEAD.replace("Ost", "Ost"), "", HEAD, "", *STORY
    )
    assert of_kind(found, "boilerplate") == ["Monday, March 8, 2021", f"HomeNewsLocal{HEAD}"]
    assert of_kind(found, "title") == [HEAD]


def test_titles_below_related_stories_belong_to_the_page() -> None:
    box = ("Related stories", "Ten songs of the sea", "Why herring moved")
    assert of_kind(article(HEAD, *STORY, *box), "boilerplate") == list(box)


def test_a_list_of_other_stories_ends_where_the_story_goes_on() -> None:
    found = article(HEAD, *STORY[:2], "Related stories", "Ten songs of the sea", *STORY[2:])
    assert of_kind(found, "boilerplate") == ["Related stories", "Ten songs of the sea"]


TEASERS = (
    "A walk through the gardens of poets who never left their village.",
    "Bakers, millers and all who love bread show their ovens and tell their secrets.",
    "A podcast about trains and those who wait for them",
    "Meet the goats that keep a mountain railway clear.",
)


def test_teasers_after_the_story_are_boilerplate() -> None:
    assert of_kind(article(HEAD, *STORY, *TEASERS), "boilerplate") == list(TEASERS)


def test_a_teaser_in_the_middle_is_left_to_the_story() -> None:
    assert of_kind(article(HEAD, *STORY[:4], TEASERS[0], STORY[4]), "boilerplate") == []


@pytest.mark.parametrize(
    "line",
    [
        "Good reporting takes time, and quality journalism needs your support.",
        "When you subscribe, you help us tell the next one.",
        "Our newsroom is independent and trusts its readers.",
    ],
)
def test_an_appeal_to_the_reader_is_boilerplate(line: str) -> None:
    assert of_kind(article(HEAD, *STORY, line), "boilerplate") == [line]


def test_headings_stand_between_the_paragraphs() -> None:
    found = article(HEAD, "", STORY[0], "", "A Long Night", "", STORY[1], "", *STORY[2:])
    assert of_kind(found, "heading") == ["A Long Night"]


@pytest.mark.parametrize(
    "line",
    [
        "The northern lighthouse at dusk. File photo by Nils Aker/Coastal Pictures",
        "The northern lighthouse at dusk on Sept. 3. (AP Photo)",
        "Photo: Nils Aker",
        "Keepers at work (Nils Aker/Reuters)",
    ],
)
def test_a_line_with_a_picture_credit_is_a_caption(line: str) -> None:
    found = article(HEAD, "", line, "", *STORY)
    assert of_kind(found, "caption") == [line]
    assert found.title == HEAD


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By NILS AKER/ Staff Writer", "NILS AKER"),
        ("By Nils Aker and Edda Holm", "Nils Aker and Edda Holm"),
        ("By Nils van der Aker, Coast Correspondent", "Nils van der Aker"),
        ("Nils Aker, Staff Writer", "Nils Aker"),
        ("Von Nils Aker", "Nils Aker"),
    ],
)
def test_a_byline_gives_the_author(line: str, author: str) -> None:
    found = article(HEAD, line, *STORY)
    assert of_kind(found, "byline") == [line]
    assert found.author == author


@pytest.mark.parametrize("line", ["By and large nothing changed.", "By the sea"])
def test_not_every_line_with_by_is_a_byline(line: str) -> None:
    assert article(HEAD, STORY[0], line, *STORY[1:]).author is None


def test_the_dateline_is_the_opening_alone() -> None:
    found = article(HEAD, "VARDEN, May 3 (Reuters) — " + STORY[0], *STORY[1:])
    assert of_kind(found, "dateline") == ["VARDEN, May 3 (Reuters) —"]
    assert (found.dateline, found.publisher) == ("VARDEN", "Reuters")


def test_a_sentence_with_a_dash_has_no_dateline() -> None:
    assert (
        article(HEAD, "The Board — an old one — met on Monday in its own house again.").dateline
        is None
    )


def test_a_text_that_opens_with_its_story_has_no_title() -> None:
    assert article(*STORY).title is None
    assert article("By NILS AKER", "May 3, 2021 at 09:10 CET", *STORY).title is None


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (("• Reuters", *STORY), "Reuters"),
        ((HEAD, *STORY, "© 2020 The Ostmark Courier"), "The Ostmark Courier"),
        (
            (HEAD, *STORY, "Copyright 2020 The Ostmark Courier, Inc. All rights reserved."),
            "The Ostmark Courier",
        ),
        (
            (HEAD, *STORY, "The keeper confirmed to The Ostmark Times that he stays."),
            "The Ostmark Times",
        ),
        ((HEAD, *STORY, "The Ostmark Times reported on Monday that he stays."), None),
        (
            (HEAD, *STORY, "“I stay,” he told The Ostmark Times. The Varden Post said he goes."),
            None,
        ),
    ],
)
def test_the_publisher_is_what_the_article_says_of_itself(
    lines: tuple[str, ...], publisher: str | None
) -> None:
    assert article(*lines).publisher == publisher


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY[0], "en"),
        (
            "Die Leuchttürme an der Küste sind nach dreißig Jahren wieder hell, und das ist gut.",
            "de",
        ),
        ("Les phares de la côte sont de nouveau allumés après trente ans dans le noir.", "fr"),
        (
            "Los faros de la costa se han encendido de nuevo después de treinta años en el mar.",
            "es",
        ),
        (
            "Os faróis da costa foram acesos de novo depois de trinta anos e não se apagam mais.",
            "pt",
        ),
        ("I fari della costa sono di nuovo accesi dopo trenta anni che non si vedevano più.", "it"),
        ("De vuurtorens aan de kust zijn na dertig jaar weer aan en dat is voor het eerst.", "nl"),
        ("Маяки на берегу снова горят после тридцати лет, и это было не так просто.", "ru"),
        ("Маяки на березі знову горять після тридцяти років, і це було не так просто.", "uk"),
        ("岸の灯台が三十年ぶりに点灯した。港湾局が土曜日に発表した。", "ja"),
        ("해안의 등대가 삼십 년 만에 다시 켜졌다고 항만국이 밝혔다.", "ko"),
        ("海岸的灯塔三十年后再次点亮，港务局星期六表示。", "zh"),
        ("أضيئت المنارات على الساحل من جديد بعد ثلاثين عاما في الظلام، كما قال المجلس.", "ar"),
        ("Qwx zzt brr.", None),
    ],
)
def test_the_language_is_told_by_script_and_small_words(text: str, language: str | None) -> None:
    assert article(text).language == language
