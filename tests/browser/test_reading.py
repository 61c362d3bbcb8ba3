"""How pages are to read: contents that follow, points as lists, paper, other scripts, nothing that moves."""

import gzip

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import OpenBrowser
from tests.running_site import RunningSite

HEAVIEST = 60 * 1024  # bytes of a digest's page, its style and its scripts, as gzip sends them

SHIFTS = """
    window.shift = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
"""
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def digest(open_browser: OpenBrowser, site: RunningSite) -> Page:
    page = open_browser(reduced_motion="reduce")
    page.goto(site.page("digest"))
    return page


def test_the_contents_stay_in_sight_and_show_what_is_read(digest: Page) -> None:
    digest.set_viewport_size({"width": 1440, "height": 400})
    contents = digest.locator(".contents")
    for position in (2, 0):
        digest.locator(".item").nth(position).evaluate("item => item.scrollIntoView()")
        current = contents.locator("[aria-current=location]")
        expect(current).to_have_count(1)
        expect(current).to_have_text(contents.locator("a").nth(position).inner_text().replace("\n", " "))
        expect(contents).to_be_in_viewport()


def test_the_contents_lead_to_the_item_and_cover_no_focus(digest: Page) -> None:
    digest.locator(".contents a").nth(1).click()
    item = digest.locator(".item").nth(1)
    expect(item.locator("h2")).to_be_in_viewport()
    digest.keyboard.press("Tab")
    focused = digest.evaluate_handle("document.activeElement").as_element()
    assert focused is not None
    on_top = "element => { const box = element.getBoundingClientRect();"
    on_top += "const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);"
    on_top += "return element === top || element.contains(top) }"
    assert focused.evaluate(on_top)
    assert item.evaluate("item => item.contains(document.activeElement)")


def test_on_a_phone_the_contents_are_a_list_before_the_items(digest: Page) -> None:
    digest.set_viewport_size({"width": 360, "height": 800})
    assert digest.locator(".contents").evaluate("element => getComputedStyle(element).position") == "static"


def test_without_scripts_the_contents_stay_in_sight_too(open_browser: OpenBrowser, site: RunningSite) -> None:
    page = open_browser(java_script_enabled=False)
    page.set_viewport_size({"width": 1440, "height": 400})
    page.goto(site.page("digest"))
    page.locator(".contents a").nth(2).click()
    expect(page.locator(".item h2").nth(2)).to_be_in_viewport()
    expect(page.locator(".contents")).to_be_in_viewport()


def test_circled_points_hang_where_other_lists_have_their_markers(digest: Page) -> None:
    points = digest.locator(".item").first.locator(".circled > li")
    expect(points).to_have_text(["① plan", "② do"])
    assert points.first.evaluate("point => getComputedStyle(point).listStyleType") == "none"
    expect(digest.locator(".item").first.get_by_role("listitem").filter(has_text="② do")).to_be_visible()


def test_paper_shows_the_text_and_its_addresses_and_no_ways_to_go(
    open_browser: OpenBrowser, site: RunningSite
) -> None:
    page = open_browser(color_scheme="dark")
    page.goto(site.page("foreign"))
    page.emulate_media(media="print")
    for gone in (".bar nav", ".bar .languages", ".contents", ".votes", ".discover", ".neighbours", ".foot"):
        expect(page.locator(gone).first).to_be_hidden()
    for shown in ("h1", ".item .prose", ".facts", ".steps", ".ties", ".cite-text"):
        expect(page.locator(shown).first).to_be_visible()
    rule, first = (page.locator(part).first.bounding_box() for part in (".masthead", ".kicker"))
    assert rule is not None
    assert first is not None
    assert first["y"] - rule["y"] - rule["height"] > 12
    after = "link => getComputedStyle(link, '::after').content"
    assert "https://example.org/source" in page.locator(".source a").first.evaluate(after)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_page_from_right_to_left_is_set_so(open_browser: OpenBrowser, site: RunningSite) -> None:
    page = open_browser()
    page.goto(site.page("foreign"))
    contents, text = (page.locator(part).bounding_box() for part in (".contents", ".text"))
    assert contents is not None
    assert text is not None
    assert contents["x"] > text["x"]
    assert page.locator(".source bdi").first.get_attribute("lang") == "zh-Hans"
    votes = page.locator(".votes")
    assert votes.evaluate("element => getComputedStyle(element).direction") == "ltr"


@pytest.mark.parametrize("name", ["home", "digest", "foreign", "item", "region"])
def test_nothing_moves_while_a_page_loads(open_browser: OpenBrowser, site: RunningSite, name: str) -> None:
    page = open_browser(width=360)
    page.add_init_script(SHIFTS)
    page.goto(site.page(name))
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    page.evaluate(FRAMES)
    assert page.evaluate("window.shift") == 0


def test_a_digest_is_light(open_browser: OpenBrowser, site: RunningSite) -> None:
    page = open_browser()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(site.page("digest"))
    page.wait_for_load_state("networkidle")
    read = [
        answer for answer in answers if answer.request.resource_type in ("document", "stylesheet", "script")
    ]
    assert sum(len(gzip.compress(answer.body())) for answer in read) < HEAVIEST
    assert [answer.request.resource_type for answer in read].count("stylesheet") == 1
    assert all(answer.url.startswith(site.url) for answer in answers)


def test_each_script_has_its_own_letters(open_browser: OpenBrowser, site: RunningSite) -> None:
    page = open_browser()
    family = "element => getComputedStyle(element).fontFamily"
    page.goto(site.page("digest"))
    latin = page.locator(".item-heading bdi").first.evaluate(family)
    assert latin.endswith("serif")
    assert not [name for name in ("Songti", "CJK", "SimSun") if name in latin]
    page.locator(".item-heading bdi").first.evaluate("heading => heading.lang = 'zh-Hans'")
    assert page.locator(".item-heading bdi").first.evaluate(family).startswith('"Songti SC"')
    page.goto(site.page("chinese"))
    assert page.locator(".discover-card h3").first.evaluate(family) == latin
    assert page.locator("#helpful-question").evaluate(family).startswith('"Songti SC"')


def test_the_focus_in_the_contents_is_seen_whole(digest: Page) -> None:
    link = digest.locator(".contents a").first
    link.focus()
    outline = "link => { const style = getComputedStyle(link);"
    outline += "return parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) }"
    assert link.evaluate(outline) <= 0


def test_an_opened_term_has_its_whole_row(digest: Page) -> None:
    facts = digest.locator(".facts").first
    facts.locator(".term summary").last.click()
    opened = facts.locator(".term[open] p").evaluate("meaning => meaning.offsetWidth")
    assert opened == facts.evaluate("facts => facts.clientWidth")


def test_on_a_phone_the_other_language_stands_beside_the_name(digest: Page) -> None:
    digest.set_viewport_size({"width": 320, "height": 800})
    middles = digest.evaluate(
        """() => [".site", ".languages", ".bar nav"].map((part) => {
            const box = document.querySelector(part).getBoundingClientRect();
            return [box.top, box.bottom];
        })"""
    )
    (_, site_ends), (language_starts, language_ends), (menu_starts, _) = middles
    assert language_starts < site_ends
    assert menu_starts >= max(site_ends, language_ends)
