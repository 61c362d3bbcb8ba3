"""What digests say outside of their items, in several languages: expressions, each for one part of a page."""

import re


def _any(*alternatives: str, whole: bool = False) -> re.Pattern[str]:
    joined = "|".join(alternatives)
    return re.compile(rf"(?:{joined})\W*$" if whole else rf"(?:{joined})", re.IGNORECASE)


NOTICES = {
    "reprint": _any(
        r"\brep(?:rint|ublish|ost)(?:s|ed|ing|ish)?\b.{0,120}\b(?:indicate|source|credit|link|"
        r"permission|original|attribut|contact)",
        r"\b(?:permission|free|want|wish|like) to (?:reprint|republish|repost|reproduce)\b",
        r"^(?:no )?reproduction\b",
        r"\bmay (?:not )?be (?:reproduced|republished|reprinted)\b",
        r"\boriginal(?:ly)? (?:article|published|appeared)\b.{0,60}(?:https?:|\bat\b|\bon\b)",
        r"\bcreative commons\b|\bcc[ -]by\b",
        "(?:如需|欢迎|欢迎|请勿|未经.{0,8}|禁止|谢绝|严禁|敬请)?(?:转载|轉載|转发)(?:请|須|"
        "需|时|請|必须|本文|或|，|,|授权|及)",
        "未经.{0,10}(?:许可|授权|允许)",
        "无断転載|無断転載|転載(?:を|は|の際)",
        r"\breproduction\b.{0,60}\b(?:interdite|autorisée|source|mention)",
        r"\b(?:nachdruck|weiterverbreitung)\b",
        r"\breproduc(?:ir|ción|ão|zir)\b.{0,80}\b(?:fuente|fonte|citar|citando|permi)",
        r"\briproduzione (?:riservata|consentita|vietata)",
        r"\boverna(?:me|men)\b.{0,60}\bbron",
        r"\bперепечатк|\bпри (?:цитировании|использовании материалов)",
        r"\bprzedruk\b",
        r"\beftertryck\b|\beftertryk\b",
    ),
    "copyright": _any(
        r"©",
        r"\(c\)\s*(?:19|20)\d\d",
        r"\bcopyright\b(?=.{0,12}(?:19|20)\d\d|\W*$|.{0,60}reserved)",
        r"\ball rights reserved\b",
        "版权所有|版权归|著作权|版權所有|著作権",
        r"\btous droits réservés\b",
        r"\balle rechte vorbehalten\b",
        r"\btodos los derechos reservados\b",
        r"\btodos os direitos reservados\b",
        r"\btutti i diritti riservati\b",
        r"\balle rechten voorbehouden\b",
        r"все права защищены",
        r"wszelkie prawa zastrzeżone",
    ),
    "disclaimer": _any(
        r"^\W*disclaimers?\b",
        r"\b(?:not|no|nor) (?:constitute|intended as|be construed as|be relied|"
        r"offer)?.{0,40}\b(?:legal|investment|financial|professional|tax) advice\b",
        r"\bfor (?:general )?information(?:al)? purposes only\b",
        r"\bopinions? expressed\b|\bviews expressed\b",
        r"\bno (?:liability|warranty|guarantee)\b",
        "免责声明|免責|仅供参考|不构成.{0,12}(?:建议|意见)|不代表.{0,12}(?:观点|立场)",
        r"\bne constitue(?:nt)? pas\b.{0,60}\bconseil|\bà titre (?:purement )?informatif\b|"
        r"^\W*avertissement\b",
        r"\bhaftungsausschluss\b|\bkeine (?:rechts|anlage)beratung\b|\bohne gewähr\b",
        r"\bdescargo de responsabilidad\b|\bno constituyen?\b.{0,60}\basesor|\baviso legal\b",
        r"\bnon costituisc(?:e|ono)\b|\bnão constitu(?:i|em)\b|\bgeen (?:juridisch |"
        r"financieel )?advies\b|не является.{0,40}(?:советом|рекомендацией)",
    ),
    "contact": _any(
        r"\b(?:please )?contact us\b",
        r"\bget in touch\b",
        r"\b(?:questions|suggestions|comments|feedback|tips|"
        r"corrections)\b.{0,80}\b(?:contact us|e-?mail us|write to us|reach us|let us know|"
        r"to us|get in touch|drop us|(?:contact|e-?mail|write to) (?:the |our )?(?:editors?|"
        r"authors?|team|newsroom|desk))\b",
        r"\b(?:e-?mail|write to|reach) us\b",
        r"\b(?:send|share)\b.{0,40}\b(?:tips|feedback|corrections|suggestions)\b",
        r"^(?:contact|press contact|kontakt|contacto|contatto|contato|contacts?)\s*:",
        r"联系(?:我们|方式|邮箱|电话)|欢迎联系|請聯絡|商务合作|投稿(?:邮箱|请)|"
        r"意见.{0,10}(?:反馈|联系)|お問い合わせ|ご連絡ください|ご意見",
        r"\bcontactez[- ]nous\b|\bnous (?:contacter|écrire)\b|\bécrivez[- ]nous\b",
        r"\bkontaktieren sie\b|\bschreiben sie uns\b|\bfragen oder anregungen\b",
        r"\b(?:contáctenos|contacte con|escríbanos|póngase en contacto)\b",
        r"\b(?:contattaci|contattateci|scriveteci|scrivici)\b",
        r"\b(?:entre em contato|fale conosco|contacte-nos)\b",
        r"\bneem contact\b|\bmail ons\b",
        r"свяжитесь с нами|пишите нам|напишите нам",
        r"\bskontaktuj się\b|\bkontakta oss\b|\bkontakt os\b",
    ),
}

# One of these is in every notice; looking for them first is many times as fast.
NOTICE_STEMS = [
    "reprint",
    "republish",
    "repost",
    "reproduc",
    "original",
    "creative commons",
    "cc by",
    "cc-by",
    "转载",
    "轉載",
    "转发",
    "未经",
    "転載",
    "nachdruck",
    "weiterverbreitung",
    "riproduzione",
    "overn",
    "перепечатк",
    "при ",
    "przedruk",
    "eftertryk",
    "eftertryck",
    "©",
    "(c)",
    "copyright",
    "reserved",
    "版权",
    "著作",
    "版權",
    "réservés",
    "vorbehalten",
    "reservados",
    "riservati",
    "voorbehouden",
    "защищены",
    "zastrzeżone",
    "disclaimer",
    "advice",
    "purposes only",
    "opinion",
    "views",
    "liability",
    "warranty",
    "guarantee",
    "免责",
    "免責",
    "仅供参考",
    "不构成",
    "不代表",
    "constitu",
    "informatif",
    "avertissement",
    "haftungs",
    "beratung",
    "gewähr",
    "descargo",
    "aviso legal",
    "costituisc",
    "advies",
    "является",
    "contact",
    "in touch",
    "questions",
    "suggestions",
    "comments",
    "feedback",
    "tips",
    "corrections",
    "e-mail",
    "email",
    "write to",
    "reach us",
    "kontakt",
    "contatto",
    "contato",
    "contatt",
    "联系",
    "投稿",
    "聯絡",
    "商务合作",
    "意见",
    "お問い合わせ",
    "ご連絡",
    "ご意見",
    "écri",
    "schreiben",
    "fragen",
    "escríbanos",
    "contáctenos",
    "póngase",
    "scriv",
    "fale conosco",
    "mail ons",
    "свяжитесь",
    "пишите",
    "напишите",
]

HELPFUL_QUESTION = _any(
    r"\b(?:was|is|did you find) this\b.{0,30}\b(?:helpful|useful)\b",
    "(?:是否|有没有|对您|对你).{0,8}(?:有帮助|有用)|有帮助吗|有用吗",
    "役に立ちましたか|参考になりましたか",
    r"\bcet article\b.{0,30}\butile\b",
    r"\b(?:war|ist) (?:dieser|das|dies).{0,30}\bhilfreich\b",
    r"\b(?:fue|es|resultó|ha sido)\b.{0,30}\bútil\b.{0,25}\?",
    r"\bquesto articolo\b.{0,30}\butile\b",
    r"\beste artigo\b.{0,30}\bútil\b",
    r"\bwas dit artikel\b.{0,20}\bnuttig\b",
    r"была ли.{0,30}полезн",
    r"\bczy ten artykuł\b.{0,30}\bpomocny\b",
)
HELPFUL = _any(
    r"\b(?:helpful|useful|utiles?|útil|hilfreich|nuttig|behulpzaam|pomocn\w+|hjälpsam\w*|"
    r"hjälpte)\b",
    "有帮助|有用|有幫助|役に立",
    r"полезн",
)

RELATED = _any(
    r"(?:discover|explore|read|see|view) more",
    r"related(?: (?:posts?|articles?|stories|reading|content|news|links|coverage))?",
    r"(?:more (?:from|on|in|stories|news|articles|reading|like this)|read (?:next|also)|"
    r"up next|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|see also|"
    r"recommended(?: (?:for you|reading|articles|posts))?|keep reading|further reading|"
    r"(?:recent|popular|latest|trending|similar|other) (?:posts?|articles?|stories|news)|"
    r"editors?['’]? picks?|don['’]t miss)(?: .{0,30})?",
    "(?:相关|推荐|延伸|更多|热门|猜你|最新|相關|推薦|往期|精彩)(?:阅读|文章|推荐|资讯|新闻|"
    "喜欢|内容|报道|閱讀|精选|回顾|推送|精彩)",
    "猜你喜欢|更多",
    "(?:関連|おすすめ|最新|人気)(?:の)?(?:記事|ニュース|コンテンツ)|あわせて読みたい",
    r"(?:à )?(?:lire|voir) (?:aussi|également|ensuite)|articles? (?:liés?|similaires|connexes|"
    r"associés|récents)|sur le même (?:sujet|thème)|découvrir plus|en savoir plus|"
    r"autres articles",
    r"das könnte (?:sie|dich) (?:auch )?interessieren|mehr (?:zum thema|dazu|artikel|"
    r"entdecken|lesen)|(?:ähnliche|weitere|verwandte) (?:artikel|beiträge|themen|meldungen)|"
    r"lesen sie auch|auch interessant|siehe auch",
    r"(?:artículos|noticias|entradas|contenidos?) relacionad[oa]s|"
    r"(?:también )?te puede interesar|(?:más noticias|le[ae] también|descubr[ea] más|"
    r"ver también|te recomendamos)",
    r"(?:potrebbe(?:ro)? (?:anche )?interessar(?:ti|vi)(?: anche)?|articoli (?:correlati|"
    r"simili)|leggi anche|scopri di più)",
    r"(?:leia (?:também|mais)|artigos relacionados|veja também|notícias relacionadas|saiba mais)",
    r"(?:lees (?:ook|verder)|gerelateerde? (?:artikelen|berichten)|meer (?:lezen|artikelen|ontdekken))",
    r"(?:читайте также|похожие (?:статьи|материалы)|по теме|ещё по теме|другие новости|смотрите также)",
    r"(?:czytaj (?:także|też|również)|zobacz (?:też|także)|powiązane artykuły|läs (?:också|"
    r"även|mer)|relaterade artiklar|læs også|les også|관련 ?기사)",
    whole=True,
)

READ_MORE = _any(
    r"(?:read|learn|find out|see|show) (?:the )?(?:more|full(?: (?:story|article|"
    r"text))?)(?: here)?|continue reading|full (?:story|article|text)|more\s?(?:»|→|>)",
    "阅读(?:全文|更多|原文)|查看(?:更多|全文|详情|原文)|了解(?:更多|详情)|点击(?:查看|"
    "阅读).{0,6}|閱讀(?:全文|更多)|続きを読む|もっと(?:読む|見る)|詳細(?:を見る|はこちら)|"
    "全文を読む",
    r"lire (?:la suite|plus|l['’]article)|en savoir plus|weiterlesen|mehr (?:lesen|erfahren)|"
    r"zum artikel|leer (?:más|m[aá]s)|ver más|sigue leyendo|leggi (?:tutto|di più)|"
    r"continua a leggere|leia mais|saiba mais|lees (?:meer|verder)|читать (?:далее|полностью|"
    r"дальше)|подробнее|czytaj (?:więcej|dalej)|läs mer|læs mere|les mer",
    whole=True,
)

CONCLUSION_HEADING = _any(
    r"(?:in )?(?:conclusions?|summary|closing(?: (?:remarks|thoughts|note))?|outlook|"
    r"take-?aways?|key takeaways|final (?:thoughts|remarks|word)|what(?:'s| is) next|"
    r"looking ahead|the bottom line|wrap-?up|our take|what (?:it|this|to) (?:all )?means?|"
    r"what to watch)",
    "结语|结论|總結|总结|小结|结束语|后记|展望|编后|点评|まとめ|おわりに|結論|結び|総括",
    r"(?:en )?(?:conclusion|résumé|bilan|perspectives)|fazit|ausblick|zusammenfassung|"
    r"schlussbemerkung|schluss|conclusi[oó]n(?:es)?|en resumen|perspectivas|conclusion[ei]|"
    r"in sintesi|conclus(?:ão|ões)|conclusie|tot slot|samenvatting|slotsom|вывод(?:ы)?|"
    r"итог(?:и)?|заключение|podsumowanie|wnioski|slutsats(?:er)?|sammanfattning|konklusion",
    whole=True,
)
CONCLUSION_OPENING = re.compile(
    r"(?:from (?:the|these|all) (?:above|foregoing|of (?:this|the above))|in (?:conclusion|"
    r"summary|sum|short)\b|to (?:sum up|conclude|summari[sz]e)|summing up|overall\b|"
    r"taken together|all (?:in all|told)\b|on the whole|as (?:these|the above|the examples)|"
    r"these (?:\w+ ){0,3}(?:developments|moves|examples|measures|policies|items|steps|cases|"
    r"updates|initiatives|announcements|stories|decisions)|looking (?:ahead|back)|(?:across|"
    r"in) all (?:of )?(?:these|the|this)|that(?:'s| is) (?:all|it) for|what (?:unites|links|"
    r"connects|these)|the (?:common thread|pattern|picture|trend|lesson|upshot|bottom line)|"
    r"together,? (?:these|they)|seen together|see you (?:next|again)"
    "|综上|总之|总的来|总体(?:来看|而言|上)|整体(?:来看|而言|上)|从(?:以上|上述|上面)|"
    "由(?:此|上)|可以看(?:出|到)|以上(?:就是|是|动态|政策|这些|内容|各地|[，,])|不难(?:看出|"
    "发现)|纵观|通过(?:以上|上述)|综合(?:来看|以上)|整體"
    "|以上のように|このように|総じて|全体として|まとめると"
    r"|en (?:conclusion|résumé|somme|définitive)|dans l['’]ensemble|au total|pris ensemble|"
    r"ces (?:\w+ ){0,2}(?:mesures|décisions|exemples|annonces|évolutions)|insgesamt|"
    r"zusammenfassend|zusammengenommen|alles in allem|unter dem strich|"
    r"diese (?:\w+ ){0,2}(?:beispiele|maßnahmen|entwicklungen|schritte|meldungen)|"
    r"en (?:conjunto|suma|resumen|conclusión|definitiva)|est[ao]s (?:\w+ ){0,2}(?:medidas|"
    r"ejemplos|decisiones|anuncios|exemplos|decisões)|in (?:conclusione|sintesi|definitiva)|"
    r"nel complesso|quest[ei] (?:\w+ ){0,2}(?:misure|esempi|decisioni)|em (?:conclusão|suma|"
    r"resumo|conjunto)|no conjunto|kortom|al met al|samengevat|samenvattend|alles bij elkaar|"
    r"deze (?:\w+ ){0,2}(?:voorbeelden|maatregelen|ontwikkelingen)|таким образом|в целом|"
    r"подводя итог|в итоге|эти (?:\w+ ){0,2}(?:меры|решения|примеры)|podsumowując|ogólnie|"
    r"reasumując|sammanfattningsvis|sammantaget|sammenfattende|alt i alt)",
    re.IGNORECASE,
)
EVERYWHERE = re.compile(
    r"\b(?:governments|countries|regions|provinces|jurisdictions|cities|states|regulators|"
    r"legislators|authorities|lawmakers|capitals|nations)\b"
    "|各地|各国|各省|全国|全球|各級|各级|各國|世界各|各国政府|各自治体"
    r"|\b(?:gouvernements|pays|régions|villes|regierungen|länder|regionen|städte|gobiernos|"
    r"países|regiones|ciudades|governi|paesi|regioni|governos|regiões|overheden|landen|"
    r"regeringen)\b|правительств|стран|регион",
    re.IGNORECASE,
)
