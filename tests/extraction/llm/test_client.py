"""Whatever a server does, an answer or one sentence comes back, and in time."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from casefile.extraction.llm.client import LONGEST_ANSWER, TRIES, Endpoint, NoAnswer, ask, check
from tests.extraction.llm.serving import Behave, Handler, chat, says, server

ASKED = [{"role": "user", "content": "Who is named here?"}]


def at(url: str, *, timeout_s: float = 5.0, key: str | None = None) -> Endpoint:
    return Endpoint(url, "small", key, timeout_s)


def raw(answer: bytes) -> Behave:
    """Behave like a server that writes these bytes and hangs up, whatever HTTP says."""

    def behave(handler: Handler) -> None:
        handler.wfile.write(answer)
        handler.close_connection = True

    return behave


def test_an_answer_comes_back_and_the_question_went_as_a_chat() -> None:
    with server(says("Nobody.")) as served:
        assert ask(at(served.url, key="secret"), ASKED) == "Nobody."
    assert served.paths == ["/v1/chat/completions"]
    assert served.asked[0]["messages"] == ASKED
    assert served.asked[0]["model"] == "small"
    assert served.asked[0]["temperature"] == 0
    assert served.headers[0]["Authorization"] == "Bearer secret"


def test_without_a_key_none_is_sent() -> None:
    with server(says("Nobody.")) as served:
        ask(at(served.url), ASKED)
    assert "Authorization" not in served.headers[0]


def test_content_in_parts_is_joined_and_none_is_nothing_said() -> None:
    parts = [{"type": "text", "text": "No"}, {"type": "image"}, 3, {"type": "text", "text": "body"}]
    with server(says(parts)) as served:
        assert ask(at(served.url), ASKED) == "Nobody"
    with server(says(None)) as served:
        assert ask(at(served.url), ASKED) == ""


NOT_A_MODEL = {
    "a web page": lambda handler: handler.send(b"<html>It works!</html>"),
    "nothing": lambda handler: handler.send(b""),
    "an error in a 200": lambda handler: handler.send(b'{"error": {"message": "no"}}'),
    "no choices": lambda handler: handler.send(b'{"choices": []}'),
    "a list": lambda handler: handler.send(b"[1, 2]"),
    "a number": lambda handler: handler.send(b"7"),
    "broken UTF-8": lambda handler: handler.send(b'{"choices": "\xff\xfe"}'),
    "nesting without end": lambda handler: handler.send(b"[" * 200_000),
    "cut JSON": lambda handler: handler.send(chat("Nobody.")[:-9]),
    "a stream nobody asked for": lambda handler: handler.send(b"data: {}\n\ndata: [DONE]\n\n"),
}


@pytest.mark.parametrize("behave", NOT_A_MODEL.values(), ids=NOT_A_MODEL.keys())
def test_what_is_no_chat_is_told_as_no_model(behave: Behave) -> None:
    with server(behave) as served, pytest.raises(NoAnswer, match="no language model"):
        ask(at(served.url), ASKED)


BROKEN: dict[str, Behave] = {
    "hangs up at once": raw(b""),
    "no HTTP at all": raw(b"SSH-2.0-OpenSSH_9.0\r\n"),
    "endless header": raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n"),
    "a body shorter than told": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"),
    "a chunk that is none": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{"),
    "a length that is none": raw(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"),
}


@pytest.mark.parametrize("behave", BROKEN.values(), ids=BROKEN.keys())
def test_broken_http_is_one_sentence(behave: Behave) -> None:
    with server(behave) as served, pytest.raises(NoAnswer) as caught:
        ask(at(served.url), ASKED)
    assert served.url in str(caught.value)
    assert "\n" not in str(caught.value)


STATUSES = {401: "CASEFILE_LLM_KEY", 403: "CASEFILE_LLM_KEY", 404: "'small'", 400: "HTTP 400"}


@pytest.mark.parametrize("status", STATUSES)
def test_a_refusal_is_told_at_once_with_what_to_do(status: int) -> None:
    with server(lambda handler: handler.send(b"{}", status)) as served:
        with pytest.raises(NoAnswer, match=STATUSES[status]):
            ask(at(served.url), ASKED)
        assert len(served.asked) == 1


def in_turn(*behaviours: Behave) -> Behave:
    left = iter(behaviours)
    return lambda handler: next(left)(handler)


def busy(handler: Handler) -> None:
    handler.send(b"{}", 503, Retry_After="4")


def test_a_busy_server_is_asked_again_after_the_pause_it_names() -> None:
    pauses: list[float] = []
    with server(in_turn(busy, busy, says("At last."))) as served:
        assert ask(at(served.url), ASKED, wait=pauses.append) == "At last."
    assert pauses == [4.0, 4.0]


def test_a_server_that_stays_busy_is_given_up_and_none_may_name_an_hour() -> None:
    pauses: list[float] = []

    def an_hour(handler: Handler) -> None:
        handler.send(b"{}", 429, Retry_After="3600")

    with server(an_hour) as served, pytest.raises(NoAnswer, match="HTTP 429"):
        ask(at(served.url), ASKED, wait=pauses.append)
    assert len(served.asked) == TRIES
    assert max(pauses) <= 10


def test_no_redirect_carries_the_key_elsewhere() -> None:
    with server(says("stolen")) as thief:

        def elsewhere(handler: Handler) -> None:
            handler.send(b"", 307, Location=thief.url + "/chat/completions")

        with server(elsewhere) as served, pytest.raises(NoAnswer, match="elsewhere"):
            ask(at(served.url, key="secret"), ASKED)
    assert thief.asked == []


def endless(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    try:
        for _ in range(LONGEST_ANSWER // 50_000 + 100):
            handler.wfile.write(b" " * 50_000)
    except OSError:
        pass


def test_an_answer_without_end_is_not_read_to_it() -> None:
    with server(endless) as served, pytest.raises(NoAnswer, match="without end"):
        ask(at(served.url), ASKED)


def drip(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    try:
        while True:
            handler.wfile.write(b" ")
            time.sleep(0.02)
    except OSError:
        pass


def test_a_server_that_drips_is_left_at_the_deadline() -> None:
    with server(drip) as served, pytest.raises(NoAnswer, match=r"within 0\.3 seconds"):
        ask(at(served.url, timeout_s=0.3), ASKED)


@contextmanager
def silent() -> Iterator[str]:
    """Listen, take the question, and never say a word."""
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hold() -> None:
            taken, _ = listening.accept()
            with taken:
                stop.wait()

        thread = threading.Thread(target=hold)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        finally:
            stop.set()
            thread.join()


def test_a_silent_server_is_left_at_the_deadline() -> None:
    with silent() as url, pytest.raises(NoAnswer, match=r"within 0\.2 seconds"):
        ask(at(url, timeout_s=0.2), ASKED)


def test_where_nobody_listens_the_sentence_says_what_to_start() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
    with pytest.raises(NoAnswer, match="CASEFILE_LLM_URL"):
        ask(at(url), ASKED)


NO_ADDRESSES = ["", "localhost:8080", "file:///etc/passwd", "ftp://a/b", "http://", "http://a:b/",
                "http://me:pass@127.0.0.1/v1", "http://[::1", "javascript:alert(1)"]  # fmt: skip


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_address_is_never_asked_nor_shown(url: str) -> None:
    with pytest.raises(NoAnswer) as caught:
        check(at(url))
    assert "pass" not in str(caught.value).replace("password", "")


def test_a_proxy_of_the_environment_never_sees_what_is_asked_of_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with server(says("seen")) as proxy, server(says("Nobody.")) as served:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert ask(at(served.url), ASKED) == "Nobody."
    assert proxy.asked == []


def test_the_key_is_in_no_picture_of_the_endpoint() -> None:
    assert "secret" not in repr(at("http://127.0.0.1/v1", key="secret"))
