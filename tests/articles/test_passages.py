import pytest
from django.utils import translation

from articles.passages import language_attribute, passage, region_name


@pytest.mark.parametrize(
    ("text", "english_page", "chinese_page"),
    [
        ("Water", "Water", '<span lang="">Water</span>'),
        ("国务院", '<span lang="zh">国务院</span>', "国务院"),
        ("AI 法", '<span lang="zh">AI 法</span>', "AI 法"),
        ("デジタル庁", '<span lang="">デジタル庁</span>', '<span lang="">デジタル庁</span>'),
        ("Вода", '<span lang="">Вода</span>', '<span lang="">Вода</span>'),
        ("2020", "2020", "2020"),
        ("", "", ""),
    ],
)
def test_a_text_is_marked_with_what_its_script_tells_of_its_language(
    text: str, english_page: str, chinese_page: str
) -> None:
    assert passage(text) == english_page
    with translation.override("zh-hans"):
        assert passage(text) == chinese_page


def test_each_name_of_a_place_is_marked_by_itself() -> None:
    assert region_name("Berlin · Germany") == "Berlin · Germany"
    with translation.override("zh-hans"):
        assert region_name("Érd · 匈牙利") == '<span lang="en">Érd</span> · 匈牙利'


def test_names_are_escaped() -> None:
    assert region_name("<b>") == "&lt;b&gt;"
    assert language_attribute('"法"') == ' lang="zh"'
    with translation.override("zh-hans"):
        assert passage("<b>") == '<span lang="">&lt;b&gt;</span>'
