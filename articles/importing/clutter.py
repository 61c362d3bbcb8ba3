"""What a page holds besides its text: menus, buttons, advertisements, lines about the author and the date."""

import re
from functools import lru_cache

from articles.importing.characters import width
from articles.importing.lines import Line

_BUTTON = re.compile(
    r"(?:home(?:page)?|menu|main menu|navigation|search|skip to (?:main )?content|back to top|"
    r"top|log ?in|sign (?:in|up)|register|subscribe(?: now)?|"
    r"share(?: (?:this|on|via)(?: \w+){0,3})?|tweet|facebook|twitter|x|linkedin|whatsapp|"
    r"telegram|e-?mail|print(?: this page)?|copy link|save|bookmark|pdf|download(?: pdf)?|"
    r"advertisements?|sponsored(?: content)?|ad|promoted|comments?(?: \(\d+\))?|\d+ comments?|"
    r"leave a (?:reply|comment)|add a comment|reply|previous(?: post| article)?|next(?: post|"
    r" article)?|older posts|newer posts|"
    r"about(?: us)?|contact|privacy(?: policy)?|terms(?: of (?:use|service))?|"
    r"cookies?(?: policy| settings)?|accept(?: all)?(?: cookies)?|reject(?: all)?|sitemap|"
    r"imprint|rss|archives?|categor(?:y|ies)|tags?|news(?:letter)?|"
    r"yes|no|\d{1,4}|loading(?:\.\.\.|…)?|image|photo|listen(?: to this article)?|"
    r"follow us(?: on \w+)?|close|open|more|all"
    r"|首页|主页|菜单|导航|搜索|登录|注册|分享(?:到.{0,8})?|收藏|点赞|打印|返回(?:顶部|首页|"
    r"列表)|广告|评论(?:\(\d+\))?|上一篇.{0,60}|下一篇.{0,60}|订阅|(?:扫码)?关注(?:我们)?|扫一扫|微信|"
    r"微博|字号.{0,10}|当前位置.{0,60}|发表评论|网站地图|隐私政策"
    r"|ホーム|メニュー|検索|ログイン|シェア|ツイート|印刷|広告|トップへ戻る"
    r"|accueil|partager|imprimer|publicité|commentaires?|s['’]abonner|se connecter|rechercher|"
    r"mentions légales|startseite|teilen|drucken|anzeige|werbung|kommentare?|anmelden|suche|"
    r"impressum|datenschutz|nach oben"
    r"|inicio|compartir|imprimir|publicidad|comentarios|suscríbete|suscribirse|buscar|"
    r"condividi|stampa|pubblicità|commenti|abbonati|cerca|início|compartilhar|publicidade|"
    r"comentários|assine|delen|afdrukken|advertentie|reacties|поделиться|реклама|комментарии|"
    r"главная|меню|поиск|udostępnij|reklama|komentarze|dela|annons)"
    r"\W*",
    re.IGNORECASE,
)
_CLUTTER = re.compile(
    r"\b(?:subscribe|sign up) (?:to|for) (?:our|the|my)\b|\bjoin (?:our|the) (?:mailing list|"
    r"newsletter)\b|\bwe use cookies\b|\bthis (?:web)?site uses cookies\b|\bfollow us on\b|"
    r"\bclick here to (?:subscribe|unsubscribe|view)|\bunsubscribe\b|\bview (?:this email|"
    r"in (?:your )?browser)\b|\bshare this (?:article|post|story|page)\b|\bread time\b|"
    r"\benable javascript\b|\b(?:filed under|posted in|tagged)\b|\bfirst published on\b"
    r"|点击上方|关注公众号|长按.{0,6}二维码|扫描.{0,6}二维码|本文来自微信|责任编辑|"
    r"(?:原)?标题[:：]|微信公众号|点击.{0,6}关注"
    r"|\babonnez-vous\b|\binscrivez-vous\b|\bnous utilisons des cookies\b|"
    r"\bnewsletter (?:abonnieren|anmelden)\b|\bverwendet cookies\b|\bsuscríbase\b|"
    r"\butilizamos cookies\b|\biscriviti alla\b|\binscreva-se\b|\bschrijf je in\b|подпишитесь|"
    r"подписывайтесь",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"(?:tags?|keywords?|topics|categor(?:y|ies)|标签|关键词|分类|タグ|schlagw[oö]rter|"
    r"étiquettes|mots-clés|etiquetas|теги)\s*[:：]",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:written |compiled |edited |posted |text )?by:? (?!and\b|the\b)(?-i:[A-Z])[^.!?]{2,80}$|"
    r"(?:author|authors|editor|compiled by|source|photo|reporter|translator|"
    r"translated by)\s*[:：]|(?:作者|(?:文章|稿件|本文|信息|原文)?来源|编辑|记者|文|整理|编译|"
    r"撰文|出处|來源|译者|出典|"
    r"著者|執筆)\s*[:：/／|｜丨]|von [A-ZÄÖÜ][\w.-]+ [A-ZÄÖÜ]|par [A-ZÉ][\w.-]+ [A-ZÉ]|"
    r"por [A-Z][\w.-]+ [A-Z]|di [A-Z][\w.-]+ [A-Z]\w+$|autor(?:in|es)?\s*:|auteur\s*:|"
    r"redacción\s*:|quelle\s*:|fuente\s*:|\d+[ -]min(?:ute)?s?(?: read)?\b)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?:(?:published|posted|updated|last (?:updated|modified)|date|created)(?: on| at)?\b|"
    r"(?:发布|发表|更新|刊登|公開|投稿|掲載)(?:时间|日期|于|日)?|publié le|mis à jour|"
    r"veröffentlicht|stand|publicado|actualizado|pubblicato|gepubliceerd|опубликовано)?\W*",
    re.IGNORECASE,
)
_DATE_ONLY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?[^\W\d_]{0,10}\.?\s?\d{1,4}(?:st|nd|"
    r"rd|th|"
    r"\.)?[\s./年,-]{1,3}(?:de )?[^\W\d_]{0,12}\d{0,2}[\s./月,-]{0,3}(?:de"
    r" )?\d{0,4}[日号]?,?\s*(?:星期.|"
    r"at )?(?:\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?(?:\s?[A-Z]{2,4})?)?.{0,40}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BAR = re.compile(r"\s*[|｜•·»/>]\s*|\s{3,}")
_RULE = re.compile(r"[\W_]+")
BUTTON_WIDTH, CLUTTER_WIDTH, BYLINE_WIDTH = 60, 240, 120


def is_rule(line: Line) -> bool:
    """Whether a line only divides: dashes, stars, dots."""
    return _RULE.fullmatch(line.text) is not None and not any(char.isdigit() for char in line.text)


def is_clutter(line: Line) -> bool:
    """Whether a line is a button, a menu's entry, an advertisement or a plea to subscribe."""
    return len(line.text) <= CLUTTER_WIDTH and _is_clutter(line.text)


@lru_cache(maxsize=4_000)
def _is_clutter(text: str) -> bool:
    wide = width(text)
    parts = [part for part in _BAR.split(text) if part]
    if len(parts) > 1 and all(_BUTTON.fullmatch(part) for part in parts):
        return True
    if wide <= BUTTON_WIDTH and (_BUTTON.fullmatch(text) or _TAGS.match(text)):
        return True
    return wide <= CLUTTER_WIDTH and _CLUTTER.search(text) is not None


def is_byline(line: Line) -> bool:
    """Whether a line tells who wrote a text, or when it appeared."""
    if width(line.text) > BYLINE_WIDTH:
        return False
    if _BYLINE.match(line.text.lstrip("（([【")):
        return True
    rest = line.text[_DATELINE.match(line.text).end() :]  # type: ignore[union-attr]
    return _YEAR.search(line.text) is not None and (
        _DATE_ONLY.fullmatch(rest) is not None and line.text[-1] not in ".。！!?？"
    )
