"""What a page shows of a text."""

from alongside.lib import markup
from alongside.lib.markup import Said

SAID = Said(source="Source", leaves="leaves this site", table="Table")


def html(markdown: str) -> str:
    return markup.html(markdown, keys=("one", "two"), said=SAID)


def test_html_in_a_text_stays_text() -> None:
    shown = html("<script>alert(1)</script> <b>bold</b>\n\n[x](javascript:alert(1))\n")

    assert "<script" not in shown
    assert "<b>" not in shown
    assert "href" not in shown


def test_a_link_inside_the_site_is_only_a_link() -> None:
    assert html("[Steps](/now)\n") == '<p><a href="/now">Steps</a></p>\n'


def test_a_link_to_another_site_says_so_and_tells_it_nothing() -> None:
    shown = html("[A **page**](https://a.example/) and [ours](/learn/)\n")

    assert 'href="https://a.example/" rel="noreferrer noopener"' in shown
    assert shown.count("(leaves this site)") == 1
    assert '</strong><span class="vh"> (leaves this site)</span></a>' in shown


def test_a_reference_becomes_the_number_of_its_source() -> None:
    shown = html("It works. [^two]\n")

    assert "It works.<sup" in shown
    assert '<a href="#source-two" aria-label="Source 2">2</a>' in shown


def test_a_reference_in_a_list_and_in_a_cell_is_one_too() -> None:
    shown = html("- It works. [^one]\n\n| a | b |\n| --- | --- |\n| c | d [^two] |\n")

    assert shown.count("<sup") == 2


def test_a_table_can_be_reached_and_has_a_name() -> None:
    shown = html("| a | b |\n| --- | --- |\n| c | d |\n")

    assert '<div class="scroll" role="region" tabindex="0" aria-label="Table">' in shown
    assert "</table></div>" in shown


def test_a_table_is_named_by_the_heading_above_it() -> None:
    shown = html("## What you see\n\n| a | b |\n| --- | --- |\n| c | d |\n")

    assert '<h2 id="what-you-see">' in shown
    assert 'aria-label="What you see"' in shown


def test_the_words_of_another_language_are_escaped() -> None:
    said = Said(source="“F” & co", leaves="<sale>", table='"t"')

    shown = markup.html("[a](https://a.example/) [^one]\n", keys=("one",), said=said)

    assert "&lt;sale&gt;" in shown
    assert "&amp; co 1" in shown
