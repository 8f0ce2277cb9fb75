"""Ask an OpenAI-compatible endpoint; whatever it does, an answer or one sentence comes back.

Nothing of the standard library's comfort is used that could surprise: no redirect is
followed (it would carry the key and the article elsewhere), no proxy stands between us
and this machine, no answer is read without end, and no server holds us past the deadline.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from casefile.errors import CasefileError

LONGEST_ANSWER = 2_000_000
"""Bytes; an answer about 3,000 characters of article is some 10,000."""

TRIES = 3
"""Times a busy server is asked; others fail at once."""

LONGEST_PAUSE_S = 10.0
"""Seconds that a server may ask us to wait before the next try."""

_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Statuses of HTTP (RFC 9110, RFC 6585) after which the same question may be asked again."""

_CHUNK = 65_536


class NoAnswer(CasefileError):
    """The endpoint gave no answer that can be read; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model answers."""

    url: str
    """The base, such as ``http://127.0.0.1:8080/v1``; without credentials."""
    model: str
    """The name that the server knows it by; some servers ignore it."""
    key: str | None = None
    """Sent as a bearer token; never shown, never part of a fingerprint."""
    timeout_s: float = 300.0
    """For one question, from asking to the last byte."""

    def __repr__(self) -> str:
        return f"Endpoint({self.url!r}, {self.model!r})"

    @property
    def is_here(self) -> bool:
        """Tell whether the text stays on this machine."""
        return urlsplit(self.url).hostname in ("localhost", "127.0.0.1", "::1")


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Follow nothing: the caller gets the status as it is."""


def check(endpoint: Endpoint) -> None:
    """Tell whether the address can be asked at all.

    Raises:
        NoAnswer: It is not an address of the web, or holds a password.
    """
    try:
        parts = urlsplit(endpoint.url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        is_bare = parts.username is None and parts.password is None
        _ = parts.port
    except ValueError:
        is_web = is_bare = False
    if not is_web or not is_bare:
        raise NoAnswer(
            "CASEFILE_LLM_URL is not the address of a model: "
            "write it like http://127.0.0.1:8080/v1, and a key in CASEFILE_LLM_KEY."
        )


def ask(
    endpoint: Endpoint,
    messages: list[dict[str, str]],
    *,
    wait: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> str:
    """Return the text of the model's answer to a chat.

    A busy server is asked again, up to ``TRIES`` times in all.

    Raises:
        NoAnswer: Nobody answers, or not with a chat completion.
    """
    check(endpoint)
    for left in range(TRIES - 1, -1, -1):
        try:
            return _said(endpoint, _post(endpoint, messages, clock))
        except HTTPError as error:
            with error:
                pause = _pause(error.headers.get("Retry-After"))
            if error.code not in _BUSY or not left:
                raise NoAnswer(_refusal(endpoint, error.code)) from None
            wait(pause)
    raise AssertionError("the last try returns or raises")


def _post(endpoint: Endpoint, messages: list[dict[str, str]], clock: Callable[[], float]) -> bytes:
    asked = {"model": endpoint.model, "messages": messages, "temperature": 0, "stream": False}
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    url = endpoint.url.rstrip("/") + "/chat/completions"
    until = clock() + endpoint.timeout_s
    try:
        request = Request(url, json.dumps(asked).encode(), headers, method="POST")
        with _opener(endpoint).open(request, timeout=endpoint.timeout_s) as answer:
            return _read(endpoint, answer, until, clock)
    except HTTPError:
        raise
    except TimeoutError:
        raise NoAnswer(_too_slow(endpoint)) from None
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise NoAnswer(_too_slow(endpoint)) from None
        raise NoAnswer(_nobody(endpoint, error.reason)) from None
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(_nobody(endpoint, error)) from None


def _opener(endpoint: Endpoint) -> OpenerDirector:
    """Return what opens the address; a proxy never stands before this machine itself."""
    if endpoint.is_here:
        return build_opener(_NoRedirect, ProxyHandler({}))
    return build_opener(_NoRedirect)


def _read(endpoint: Endpoint, answer: IO[bytes], until: float, clock: Callable[[], float]) -> bytes:
    """Read to the end, but neither past the deadline nor more than any answer needs."""
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_CHUNK):  # type: ignore[attr-defined]
        size += len(piece)
        if size > LONGEST_ANSWER:
            raise NoAnswer(f"The model at {endpoint.url} answers without end: try another model.")
        if clock() > until:
            raise NoAnswer(_too_slow(endpoint))
        pieces.append(piece)
    return b"".join(pieces)


def _said(endpoint: Endpoint, body: bytes) -> str:
    """Return the text in a chat completion; the empty text where the model said nothing.

    Content may be a string, null, or a list of parts of which some are text.
    """
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise NoAnswer(
            f"What answers at {endpoint.url} is no language model: "
            "CASEFILE_LLM_URL must name an OpenAI-compatible endpoint, up to its /v1."
        ) from None
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(part for part in parts if isinstance(part, str))
    return content if isinstance(content, str) else ""


def _pause(after: str | None) -> float:
    """Return the seconds to wait that a Retry-After names, within reason; dates are not read."""
    if after and after.strip().isascii() and after.strip().isdigit():
        return min(float(after), LONGEST_PAUSE_S)
    return 1.0


def _refusal(endpoint: Endpoint, status: int) -> str:
    if status in (401, 403):
        return f"The model at {endpoint.url} wants a key: put it in CASEFILE_LLM_KEY."
    if status == 404:
        return (
            f"There is no model {endpoint.model!r} at {endpoint.url}: "
            "name one that it has in CASEFILE_LLM_MODEL."
        )
    if 300 <= status < 400:
        return f"{endpoint.url} sends us elsewhere: put the address itself in CASEFILE_LLM_URL."
    return f"The model at {endpoint.url} failed (HTTP {status}): see what its own log says."


def _too_slow(endpoint: Endpoint) -> str:
    return (
        f"The model at {endpoint.url} did not finish within {endpoint.timeout_s:g} seconds: "
        "give it longer with CASEFILE_LLM_TIMEOUT, or choose a smaller model."
    )


def _nobody(endpoint: Endpoint, cause: object) -> str:
    """Say why there is no answer, in our words or the system's, never in the server's."""
    system = cause.strerror if isinstance(cause, OSError) else None
    why = system or "what answers there does not speak HTTP as it should"
    return (
        f"No language model answers at {endpoint.url} ({why}): "
        "start it, or name its address in CASEFILE_LLM_URL."
    )
