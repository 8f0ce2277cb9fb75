"""Where the story stands on a page that was pasted whole."""

from collections.abc import Sequence
from itertools import chain, combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.model.article import Article
from casefile.reading.read import read_bytes
from casefile.reading.region import GAP, LEAST_STORY, best_stretch
from tests.reading.lighthouses import STORY, TODAY

MENU = (
    "Home",
    "News",
    "Sport",
    "Harbour Life",
    "Ferries",
    "Opinion",
    "Weather",
    "Sign in",
    "Contact us",
    "Newsletter",
    "Search",
    "Subscribe",
)
TITLE = "Lighthouses shine again in Ostmark"
COMMENTS = (
    "3 Comments",
    "seagull77",
    "2 days ago",
    "I remember the night they went dark and nobody in our street could sleep for the silence.",
    "Reply",
    "old_mate",
    "1 day ago",
    "My uncle was a keeper and he would have liked to see this before he died, I am sure of it.",
    "Reply",
)
OTHERS = (
    "Most Popular",
    "Ferry prices to rise in June",
    "Passengers will pay a tenth more for a crossing from the first of June, the company says.",
    "A museum for the herring",
    "The old cannery is to open its doors as a museum of the fishing trade next year.",
)
FOOT = ("About us", "Advertise with us", "Privacy policy", "© 2021 The Ostmark Courier")
NOTICE = (
    "We and our partners use cookies to give you the best experience and to show advertising that"
    " fits your preferences, and you may withdraw your consent at any time."
)
NOTICES = (
    NOTICE,
    "Cookies that are needed for the page to work are kept by your browser until you close it.",
    "Our newsletter is sent once a week, and you may unsubscribe with the link at its end.",
)
PRIVACY = (
    "The company keeps what it is told for as long as the law asks, and not a day longer.",
    "Those who visit these pages may ask at any time what is known of them and have it removed.",
    "What is told to the company is not given to others, but for those who work on its behalf.",
)
TEASERS = (OTHERS[2], OTHERS[4])


def article(lines: Sequence[str]) -> Article:
    """Read the lines as a pasted text."""
    return read_bytes("\n".join(lines).encode(), name="a", format="text", today=TODAY)


def boilerplate(found: Article) -> list[str]:
    """Return the words of the marks as boilerplate."""
    return [
        piece.span.of(found.text) for piece in found.furniture if piece.kind.value == "boilerplate"
    ]


def page(*story: str) -> tuple[str, ...]:
    """Return the story with its page around it."""
    return (*MENU, TITLE, *story, *COMMENTS, *OTHERS, NOTICE, *FOOT)


def test_all_around_the_story_of_a_page_is_boilerplate() -> None:
    found = article(page(*STORY))
    assert boilerplate(found) == [*MENU, *COMMENTS, *OTHERS, NOTICE, *FOOT]
    assert found.title == TITLE


def test_the_same_lines_are_story_where_there_is_no_page_around_them() -> None:
    sentences = [line for line in (*COMMENTS, *OTHERS) if line.endswith(".")]
    assert not set(boilerplate(article((TITLE, *STORY, *sentences)))) & set(sentences[:2])


@pytest.mark.parametrize(
    "block",
    [
        ("3 Comments", *(line for line in COMMENTS if line.endswith("."))),
        NOTICES,
        (*TEASERS, *TEASERS),
        tuple(f"{line.removesuffix('.')} ..." for line in TEASERS),
        ("Ferry prices to rise, 20 Nov 2019", "A museum for the herring, 18 Nov 2019"),
    ],
    ids=["comments", "notices", "told twice", "cut off", "dated"],
)
def test_prose_that_is_not_the_storys_is_left_outside(block: tuple[str, ...]) -> None:
    found = boilerplate(article((*MENU, TITLE, *STORY, *block, *FOOT)))
    assert found == [*MENU, *block, *FOOT]


def test_any_number_of_advertisements_may_interrupt_a_story() -> None:
    lines = (*MENU, TITLE, *STORY[:4], *["Advertisement"] * 9, STORY[4], *FOOT)
    assert STORY[4] not in boilerplate(article(lines))


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Read more: Ferry prices to rise in June",
        "A Long Night",
        "It was dark.",
        "The northern lighthouse at dusk",
    ],
)
def test_a_line_in_the_midst_of_a_story_does_not_end_it(line: str) -> None:
    found = boilerplate(article(page(*STORY[:2], line, *STORY[2:])))
    assert not set(found) & set(STORY)


def test_a_list_after_the_story_stays_until_a_box_ends_it() -> None:
    nights = ("Northern lighthouse: lit in summer", "Southern lighthouse: lit on Saturday")
    assert not set(boilerplate(article(page(*STORY, *nights)))) & {*nights, *STORY}


@pytest.mark.parametrize(
    "story",
    [
        (
            "Två fyrar vid kusten tändes igen i lördags efter trettio år i mörker, sade hamnen.",
            "Fyrarna stängdes när sillen försvann till djupare vatten och båtarna låg stilla.",
            "Reparationen betalades av folket vid kusten, som samlade pengar under hela våren.",
        ),
        (
            "शनिवार को तीस साल बाद तट के दो प्रकाशस्तंभ फिर से जलाए गए, बंदरगाह के लोगों ने बताया।",
            "जब मछलियाँ गहरे पानी में चली गईं तब इन प्रकाशस्तंभों को बंद कर दिया गया था।",
            "मरम्मत के लिए तट के लोगों ने पूरे वसंत में पैसे इकट्ठा किए और काम पूरा किया।",
        ),
        (
            "ประภาคารสองแห่งบนชายฝั่งเปิดไฟอีกครั้งในวันเสาร์หลังจากมืดมานานสามสิบปีตามที่คณะกรรมการท่าเรือกล่าวไว้ในแถลงการณ์",
            "คณะกรรมการปิดประภาคารเมื่อฝูงปลาย้ายออกไปยังน้ำลึกและเรือประมงต้องจอดอยู่ในท่าเรือเป็นเวลาหลายปีติดต่อกัน",
            "ค่าซ่อมแซมมาจากเงินบริจาคของชาวบ้านที่อาศัยอยู่ตามชายฝั่งซึ่งรวบรวมเงินกันตลอดฤดูใบไม้ผลิที่ผ่านมา",
        ),
        (
            "岸の二つの灯台が三十年ぶりに土曜日に点灯したと港湾局が発表した。",
            "港湾局は、にしんの群れが深い海へ移ったときに灯台を閉じていた。",
            "修理の費用は、岸に住む人々が春の間に集めた寄付によって支払われた。",
        ),
    ],
    ids=["sv", "hi", "th", "ja"],
)
def test_a_story_in_another_language_is_not_taken_for_a_menu(story: tuple[str, ...]) -> None:
    found = boilerplate(article((*PRIVACY, *MENU, TITLE, *story, *FOOT)))
    assert not set(found) & set(story)
    assert set(MENU) <= set(found)


@pytest.mark.parametrize("count", [1, 2])
def test_where_no_story_stands_out_only_boxes_are_marked(count: int) -> None:
    found = boilerplate(article((*MENU, "Harbour maps and tables", *["12 m"] * count, *FOOT)))
    assert "Harbour maps and tables" not in found


@given(
    st.lists(st.sampled_from([*STORY, *OTHERS[1:], *COMMENTS[1:4], "A Long Night"]), max_size=30)
)
def test_without_boxes_around_it_no_sentence_of_the_first_lines_is_boilerplate(
    lines: list[str],
) -> None:
    assert not set(boilerplate(article((TITLE, *STORY, *lines)))) & set(STORY)


_LITTLE = st.integers(-4, 12).map(float)


@given(st.lists(st.tuples(_LITTLE, st.sampled_from([0.0, 2.0, 8.0])), max_size=9))
def test_the_best_stretch_is_the_best_of_all(lines: list[tuple[float, float]]) -> None:
    worth = [one for one, _ in lines]
    barriers = [barrier for _, barrier in lines]

    def total(story: Sequence[int]) -> float:
        gaps = sum(other - one > 1 for one, other in pairwise(story))
        passed = sum(barriers[story[0] + 1 : story[-1] + 1])
        return sum(worth[at] for at in story) - GAP * gaps - passed

    every = chain.from_iterable(
        combinations(range(len(lines)), size) for size in range(1, len(lines) + 1)
    )
    best = max(map(total, every), default=0.0)
    found = best_stretch(worth, barriers)
    if best < LEAST_STORY:
        assert found is None
    else:
        assert found is not None
        assert total(sorted(found)) == best
