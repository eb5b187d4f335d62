"""From a note to a plan, to its words, to practice, and to what came of it.

Once on a phone and once on a wide screen; twice by keyboard alone, once of these without
JavaScript.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import keys
from tests.journeys.acts import NOTE, sign_up, write_down
from tests.journeys.conftest import SIZES
from tests.journeys.looking import Open, no_barriers, nothing_sticks_out, picture
from tests.journeys.serving import Server, served

pytestmark = pytest.mark.journey

NARROW = 390
SAW = "On Sunday you fell asleep at the table."
HARSH = "You always lie to me. Why can't you just stop?"
FEEL = "I was scared."


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """A server that gives out our script too."""
    with served() as server:
        yield server


LINES = (
    "I was scared on Tuesday when I found you asleep on the floor.",
    "How have the evenings been for you?",
    "It sounds like you are worn out by all of this.",
    "I am sorry that I shouted at Christmas.",
    "You decide what you want to do.",
    "I can sit with you while you call, if you want that.",
)


def looked_at(page: Page, name: str) -> None:
    nothing_sticks_out(page)
    # Colours are the same at every width; the narrow page is read in both schemes.
    width = (page.viewport_size or {"width": 0})["width"]
    for scheme in ("light", "dark") if width <= NARROW else ("light",):
        page.emulate_media(color_scheme=scheme)
        no_barriers(page)
        picture(page, f"{name}-{scheme}")
    page.emulate_media(color_scheme="light")


@pytest.mark.kept
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_a_talk_from_the_note_to_the_day_after(opened: Open, size: str) -> None:
    page = opened("/", size=size)
    sign_up(page, f"Mara at a {size}")
    page.goto("/signs/note/")
    write_down(page)

    page.goto("/talk/")
    looked_at(page, f"talk-{size}")
    page.get_by_role("link", name="My plans and how talks went").click()
    page.get_by_role("link", name="Plan a talk").first.click()
    page.get_by_text("Put in something that you noticed").click()
    page.get_by_role("button", name=NOTE).click()
    assert NOTE in page.get_by_label("What I saw or heard").input_value()
    page.get_by_label("What I feel").fill(FEEL)
    page.get_by_label("One thing I ask").fill(HARSH)
    looked_at(page, f"plan-{size}")
    page.get_by_role("button", name="Save this plan").click()

    expect(page.get_by_text("“always” starts a fight")).to_be_visible()
    expect(page.get_by_text("your own feeling")).to_be_visible()
    expect(page.get_by_role("heading", name="Not now if:")).to_be_visible()
    looked_at(page, f"card-{size}")

    page.get_by_role("link", name="Change it").click()
    page.get_by_label("One thing I ask").fill("Would you look at one place with me?")
    page.get_by_role("button", name="Save this plan").click()
    assert page.get_by_text("“always” starts a fight").count() == 0

    page.get_by_role("link", name="Practise a talk").click()
    page.get_by_label("A first talk", exact=False).first.check()
    looked_at(page, f"practise-{size}")
    page.get_by_role("button", name="Look at this talk").click()
    looked_at(page, f"practise-before-{size}")
    page.get_by_role("button", name="Begin").click()
    for line in LINES:
        page.get_by_label("What do you say?").fill(line)
        page.get_by_role("button", name="Say it").click()
        expect(page.get_by_role("heading", name="What moved, and why")).to_be_visible()
    looked_at(page, f"practise-talk-{size}")
    page.get_by_role("button", name="Stop and look back").click()
    looked_at(page, f"practise-end-{size}")

    page.get_by_role("button", name="Take this line into my plan").click()
    page.get_by_role("button", name="Put it into a plan in my notes").click()
    if page.get_by_role("button", name="Try again").count():
        page.get_by_role("button", name="Try again").click()
    page.get_by_label("My offer in my own words").check()
    looked_at(page, f"take-{size}")
    page.get_by_role("button", name="Show me the plan with it").click()
    page.get_by_role("button", name="Save this plan").click()

    page.get_by_role("link", name="We have talked").click()
    page.get_by_label("It was short").check()
    page.get_by_label("For the next time").fill("Begin earlier in the day.")
    looked_at(page, f"after-{size}")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Begin earlier in the day.")).to_be_visible()
    looked_at(page, f"mine-{size}")


@pytest.mark.parametrize("script", [True, False])
def test_the_same_way_by_keyboard_alone(opened: Open, *, script: bool) -> None:
    page = opened("/", size="desktop" if script else "phone", script=script)
    sign_up(page, f"Ines with keys {script}")
    page.goto("/signs/note/")
    more = page.locator("details", has_text="Something else they did").first
    if more.get_attribute("open") is None:
        keys.unfold(page, more.locator("summary").first)
    keys.choose(page, page.get_by_label("Something else they did"))
    keys.write(page, page.get_by_label("In your own words"), NOTE)
    keys.follow(page, page.get_by_role("button", name="Save this note"))

    page.goto("/talk/")
    keys.follow(page, page.get_by_role("link", name="My plans and how talks went"))
    keys.follow(page, page.get_by_role("link", name="Plan a talk").first)
    keys.unfold(
        page, page.locator("summary", has_text="Put in something that you noticed")
    )
    keys.follow(page, page.get_by_role("button", name=NOTE))
    keys.write(page, page.get_by_label("What I feel"), FEEL)
    keys.write(page, page.get_by_label("One thing I ask"), HARSH)
    keys.follow(page, page.get_by_role("button", name="Save this plan"))
    expect(page.get_by_text("“always” starts a fight")).to_be_visible()

    keys.follow(page, page.get_by_role("link", name="Change it"))
    asks = "Would you look at one place with me?"
    keys.write(page, page.get_by_label("One thing I ask"), asks)
    keys.follow(page, page.get_by_role("button", name="Save this plan"))
    assert page.get_by_text("“always” starts a fight").count() == 0

    keys.follow(page, page.get_by_role("link", name="Practise a talk"))
    keys.choose(page, page.get_by_label("A first talk", exact=False).first)
    keys.follow(page, page.get_by_role("button", name="Look at this talk"))
    keys.follow(page, page.get_by_role("button", name="Begin"))
    for line in LINES:
        keys.write(page, page.get_by_label("What do you say?"), line)
        keys.follow(page, page.get_by_role("button", name="Say it"))
        expect(page.get_by_role("heading", name="What moved, and why")).to_be_visible()
    keys.follow(page, page.get_by_role("button", name="Stop and look back"))

    keys.follow(page, page.get_by_role("button", name="Take this line into my plan"))
    keys.follow(page, page.get_by_role("button", name="Put it into a plan in my notes"))
    if page.get_by_role("button", name="Try again").count():
        keys.follow(page, page.get_by_role("button", name="Try again"))
    keys.choose(page, page.get_by_label("My offer in my own words"))
    keys.follow(page, page.get_by_role("button", name="Show me the plan with it"))
    keys.follow(page, page.get_by_role("button", name="Save this plan"))

    keys.follow(page, page.get_by_role("link", name="We have talked"))
    keys.choose(page, page.get_by_label("It was short"))
    last = page.get_by_label("For the next time")
    keys.write(page, last, "Begin earlier in the day.")
    keys.follow(page, page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_text("Begin earlier in the day.")).to_be_visible()


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_coach_reads_along(chromium: Browser, running: Server, size: str) -> None:
    width, height = SIZES[size]
    page = chromium.new_page(
        base_url=running.url,
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        service_workers="block",
    )
    page.goto("/talk/check/")
    page.get_by_label("Your words").fill(f"{FEEL} {HARSH}")

    expect(page.locator("#coach-notes")).to_contain_text("“always” starts a fight")
    looked_at(page, f"check-{size}")
    page.get_by_role("button", name="Look at my words").click()
    expect(page.get_by_role("heading", name="What helps")).to_be_visible()
    looked_at(page, f"checked-{size}")


def test_words_are_looked_at_by_keyboard_alone(opened: Open) -> None:
    page = opened("/talk/check/", size="desktop")
    page.get_by_label("Your words").focus()
    page.keyboard.type(HARSH)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(
        page.get_by_role("heading", name="Think again, if you want to")
    ).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/talk/plan/", "/talk/listen/", "/talk/tell/", "/talk/practise/"]
)
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_every_page_of_the_room_is_open_to_everyone(
    opened: Open, path: str, size: str
) -> None:
    page = opened(path, size=size)

    looked_at(page, f"{path.strip('/').replace('/', '-')}-{size}")


def test_without_javascript_a_card_is_made(opened: Open) -> None:
    page = opened("/talk/plan/", size="phone", script=False)
    page.get_by_label("What I saw or heard").fill(SAW)
    page.get_by_label("What I feel").fill(FEEL)
    page.get_by_role("button", name="Show me the card").click()

    expect(page.get_by_role("heading", name="Not now if:")).to_be_visible()
    page.get_by_role("button", name="Change it").click()
    assert page.get_by_label("What I saw or heard").input_value() == SAW
