"""What a phone keeps for when there is no signal, with the server really stopped."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys.acts import NOTE, sign_up, write_down
from tests.journeys.looking import picture
from tests.journeys.serving import Server, served

pytestmark = pytest.mark.journey

KEPT = """async () => {
    const found = [];
    for (const name of await caches.keys()) {
        for (const asked of await (await caches.open(name)).keys()) {
            found.push(new URL(asked.url).pathname);
        }
    }
    return found.sort();
}"""
WORKS = "navigator.serviceWorker.controller !== null"
REGISTERED = "navigator.serviceWorker.getRegistrations().then((r) => r.length)"
NEWER = "caches.match('/now').then((r) => r.text()).then((t) => t.includes('3 things'))"
PUBLIC = {"/now", "/ahora", "/offline/"}


@pytest.fixture
def server() -> Iterator[Server]:
    with served() as running:
        yield running


@pytest.fixture
def phone(chromium: Browser, server: Server) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        base_url=server.url, viewport={"width": 390, "height": 844}, has_touch=True
    )
    yield context
    context.close()


def becomes_true(page: Page, what: str) -> None:
    """Waits; Playwright's own waiting evaluates words, which our policy forbids."""
    for _ in range(150):
        if page.evaluate(what):
            return
        page.wait_for_timeout(100)
    raise AssertionError(what)


def first_visit(phone: BrowserContext, path: str) -> Page:
    """Someone opens one page, and reads it for as long as the worker needs."""
    page = phone.new_page()
    page.goto(path)
    becomes_true(page, WORKS)
    return page


@pytest.mark.parametrize("path", ["/", "/call/", "/learn/", "/settings/"])
def test_after_one_visit_to_any_page_the_steps_need_no_server(
    phone: BrowserContext, server: Server, path: str
) -> None:
    page = first_visit(phone, path)
    server.stop()
    assert not server.answers

    page.goto("/now")

    assert page.locator("h1").inner_text() == "Check these 3 things"
    assert page.locator("ol.s > li").count() == 7
    assert page.get_by_role("link", name="Call 911").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.hi')).color") == (
        "rgb(255, 255, 255)"
    )
    page.get_by_role("link", name="Español").click()
    assert page.locator("h1").inner_text() == "Fíjese en estas 3 cosas"


def test_a_note_does_not_come_from_the_phone(
    phone: BrowserContext, server: Server
) -> None:
    page = first_visit(phone, "/")
    sign_up(page, "mara")
    write_down(page)
    page.goto("/signs/")
    assert NOTE in page.inner_text("main")
    server.stop()

    for path in ("/signs/", "/today/", "/settings/"):
        page.goto(path)

        assert page.title() == "Not connected"
        assert NOTE not in page.inner_text("body")
    call = page.get_by_role("link", name="911", exact=True)
    assert call.get_attribute("href") == "tel:911"
    assert page.get_by_text("Your own notes are not kept on this phone.").is_visible()
    page.go_back()
    assert NOTE not in page.inner_text("body")
    picture(page, "offline-phone")


def test_the_phone_keeps_exactly_the_public_files(
    phone: BrowserContext, server: Server
) -> None:
    page = first_visit(phone, "/")
    for path in ("/call/", "/learn/", "/settings/", "/sign-up/", "/now", "/ahora"):
        page.goto(path)
    page.goto("/")

    kept = set(page.evaluate(KEPT))

    assert kept >= PUBLIC
    others = sorted(path.rpartition(".")[2] for path in kept - PUBLIC)
    assert others == ["css", "js", "woff2"]
    script = page.request.get("/sw.js").text()
    assert all(f'"{path}"' in script for path in kept)


def test_what_is_sent_never_goes_through_the_worker(
    phone: BrowserContext, server: Server
) -> None:
    page = first_visit(phone, "/")
    asked = []
    phone.on("request", lambda r: asked.append(r) if r.method == "POST" else None)

    page.evaluate("fetch('/now', {method: 'POST', body: 'note'}).then((r) => r.status)")

    [sent] = asked
    assert sent.service_worker is None
    assert set(page.evaluate(KEPT)) >= PUBLIC


def test_a_newer_text_is_fetched_behind_the_old_one(
    phone: BrowserContext, server: Server
) -> None:
    page = first_visit(phone, "/")
    page.evaluate(
        """async () => {
            const kept = await caches.open((await caches.keys())[0]);
            const old = new Response('<h1>Old steps</h1>', {headers: {'Content-Type': 'text/html'}});
            await kept.put('/now', old);
        }"""
    )

    page.goto("/now")
    assert page.locator("h1").inner_text() == "Old steps"
    becomes_true(page, NEWER)
    page.reload()

    assert page.locator("h1").inner_text() == "Check these 3 things"


def test_a_worker_of_another_version_is_cleared_away(
    phone: BrowserContext, server: Server
) -> None:
    page = phone.new_page()
    page.goto("/now")
    page.evaluate(
        "caches.open('public-of-last-year').then((c) => c.put('/x', new Response()))"
    )

    page.goto("/")
    becomes_true(page, WORKS)

    names = page.evaluate("caches.keys()")
    assert len(names) == 1
    assert names[0].startswith("public-")
    assert "last-year" not in names[0]


def test_on_a_bad_day_a_host_takes_it_off_every_phone(
    phone: BrowserContext, server: Server
) -> None:
    page = first_visit(phone, "/")
    assert page.evaluate("caches.keys()") != []
    server.stop()

    with served(port=server.port, ALONGSIDE_WORKER_OFF="yes"):
        page.goto("/call/")
        becomes_true(page, f"{REGISTERED}.then((n) => n === 0)")

        assert page.evaluate("caches.keys()") == []


def test_where_the_phone_is_shared_nothing_is_kept(
    phone: BrowserContext, server: Server
) -> None:
    page = phone.new_page()
    page.add_init_script(
        "new MutationObserver((_, it) => { if (document.documentElement) {"
        "document.documentElement.dataset.shared = ''; it.disconnect(); } })"
        ".observe(document, {childList: true})"
    )

    page.goto("/", wait_until="networkidle")

    assert page.evaluate(REGISTERED) == 0
    assert page.evaluate("caches.keys()") == []


@pytest.mark.parametrize(
    "act",
    [
        "navigator.serviceWorker.register('/sw.js')",
        "Promise.resolve().then(() => trustedTypes.createPolicy('other', {}))",
        "Promise.resolve().then(() => trustedTypes.createPolicy('alongside', {}))",
    ],
)
def test_no_other_script_could_put_a_worker_here(
    phone: BrowserContext, server: Server, act: str
) -> None:
    page = first_visit(phone, "/")

    refused = page.evaluate(f"{act}.then(() => '', (fault) => fault.name)")

    assert refused == "TypeError"
