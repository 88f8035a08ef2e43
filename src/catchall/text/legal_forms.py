"""Legal forms of firms in many languages, by family. In: folded words; out: families and rest.

A form says little about who a firm is: translations and registers swap them freely (JSC, AO,
OAO, PLC). Forms are grouped in families, so that a firm and a foundation of the same name can
be told apart while JSC and PJSC cannot. Generic words (``words``) do not belong here.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

_FAMILIES = {
    "limited": """
        ltd|limited|co ltd|company limited|co limited|llc|l l c|limited liability company|
        limited liability co|limited liability partnership|limited company|llp|lllp|pvt ltd|
        pvt|private limited|pvt limited|private ltd|p ltd|pte|pte ltd|pte limited|private|pty|
        pty ltd|pty limited|proprietary limited|pvt co|sdn bhd|sendirian berhad|sdn berhad|
        gmbh|g m b h|gmbh co kg|gmbh and co kg|gesellschaft mit beschrankter haftung|mbh|ug|
        ohg|sarl|s a r l|sarlu|eurl|societe a responsabilite limitee|srl|s r l|srls|
        sociedad de responsabilidad limitada|s de r l|s de rl|s de rl de cv|
        societa a responsabilita limitata|societate cu raspundere limitata|ltda|limitada|
        cia ltda|compania limitada|sociedade limitada|lda|sl|s l|slu|sociedad limitada|bv|b v|
        besloten vennootschap|bvba|sprl|aps|anpartsselskab|ooo|o o o|
        obshchestvo s ogranichennoy otvetstvennostyu|
        obshchestvo s ogranichennoi otvetstvennostyu|
        obshchestvo s ogranichennoj otvetstvennostyu|
        obschestvo s ogranichennoy otvetstvennostyu|
        obschestvo s ogranichennoi otvetstvennostyu|
        obshhestvo s ogranichennoj otvetstvennostju|tov|tzov|
        tovarystvo z obmezhenoyu vidpovidalnistyu|too|
        tovarishchestvo s ogranichennoy otvetstvennostyu|mchj|doo|d o o|
        drustvo s ogranicenom odgovornoscu|drustvo s ogranicenom odgovornosti|dooel|eood|ood|
        sia|uab|osauhing|ou|oy|sp z oo|sp zoo|sp z o o|spzoo|
        spolka z ograniczona odpowiedzialnoscia|spolka zoo|sro|s r o|spol s r o|spol sro|
        spolecnost s rucenim omezenym|kft|korlatolt felelossegu tarsasag|epe|ike|ltd sti|
        ltd sirketi|limited sirketi|limited sti|lti sti|tic ltd sti|fze|fz e|fzc|fzco|fz co|
        fz llc|fzllc|fz|dmcc|dwc llc|wll|w l l|spc|est|establishment|msh|yk|yugen kaisha|
        yugen gaisha|godo kaisha|gk|yuhan hoesa|youxian gongsi|youxiangongsi|tnhh|
        cong ty tnhh|cong ty trach nhiem huu han|cong ty|mtv|thhh|co pvt ltd|pjs co|pjsco|plt|
        lp|l p|limited partnership|cv|c v|commanditaire vennootschap|kg|kommanditgesellschaft|
        vof|v o f|snc|s n c|sas|s a s|sasu|societe par actions simplifiee|sapi|co lp|lc|l c|
        ulc|xxk|khkhk|mmc|mammc|rmu|mas|shpk|sh p k|sal|s a l|offshore sal|sal offshore|ltee|
        limitee
    """,
    "stock": """
        inc|incorporated|corp|corporation|co inc|plc|p l c|public limited company|
        public company limited|public company|pcl|public limited|pub|publ|publ ltd|jsc|j s c|
        joint stock company|joint stock co|joint stock|jscb|cjsc|ojsc|pjsc|pjs|
        closed joint stock company|open joint stock company|public joint stock company|
        private joint stock company|prjsc|llp jsc|jsb|ao|a o|oao|zao|pao|nao|ooao|oaoo|
        aktsionernoe obshchestvo|aktsionernoye obshchestvo|akcionernoe obshchestvo|
        aktsionerne tovarystvo|otkrytoe aktsionernoe obshchestvo|
        otkrytoye aktsionernoye obshchestvo|zakrytoe aktsionernoe obshchestvo|
        zakrytoye aktsionernoye obshchestvo|publichnoe aktsionernoe obshchestvo|
        publichnoye aktsionernoye obshchestvo|at|pat|prat|vat|ag|a g|akg|aktiengesellschaft|
        akgs|se|kgaa|sa|s a|sociedad anonima|sociedade anonima|societe anonyme|
        societa per azioni|spa|s p a|sapa|sa de cv|s a de c v|sab|sab de cv|nv|n v|
        naamloze vennootschap|ab|aktiebolag|a b|oyj|oy ab|asa|as|a s|aksjeselskap|
        aktieselskab|anonim sirketi|anonim sirket|a s ti|anonim|anonymous company|anonymous|
        san tic as|ve tic as|sirketi|sti|ad|akcionarsko drustvo|ead|dd|d d|dionicko drustvo|
        nyrt|zrt|rt|bt|ae|a e|anonymi etaireia|spolka akcyjna|akcyjna|akc spol|
        akciova spolecnost|akciova spolocnost|tbk|pt|p t|perseroan terbatas|persero|berhad|
        bhd|kk|k k|kabushiki kaisha|kabushiki gaisha|kabushikikaisha|gaisha|kaisha|
        jusik hoesa|chusik hoesa|jushik hoesa|gufen youxian gongsi|gufenyouxiangongsi|co|
        company|compan|comp|cie|compagnie|cia|compania|companhia|compagnia|firma|firm|
        kompaniya|company ltd|societe|sociedad|societa|sherkat|shirkat|sharikat|aj|as ve tic|
        asc|qsc|qpsc|saog|saoc|bsc|ksc|kscc|kpsc|sae|s a e|saa|sac|s a c|tas|hf|ehf|ind com|
        eireli|me|epp|dat|ctcp|cong ty co phan|co phan|na|n a|pc|p c|pllc|ll|npl|rao|npao|aoo|
        tao
    """,
    "public body": """
        federal state unitary enterprise|federal state unitary enterprize|fgup|fsue|
        state unitary enterprise|unitary enterprise|gup|mup|
        federalnoe gosudarstvennoe unitarnoe predpriyatie|
        federalnoye gosudarstvennoye unitarnoye predpriyatiye|
        gosudarstvennoe unitarnoe predpriyatie|fgbu|fgbou|fgku|fgbnu|rup|
        republican unitary enterprise|gp|dp|chastnoe predpriyatie|chp|up|ptup|chtup|fkp|psu
    """,
    "non-profit": """
        ano|avtonomnaya nekommercheskaya organizatsiya|autonomous non profit organization|
        autonomous nonprofit organization|ev|e v|eingetragener verein|ggmbh|stichting|asbl|
        vzw|ngo|npo|charity|ong|association|foundation|fondation|fundacion|fundacja|stiftung|
        fond|trust
    """,
    "sole trader": """
        ip|sole proprietor|sole proprietorship|individual entrepreneur|individual enterprise|
        individualnyy predprinimatel|individualnyi predprinimatel|fop|
        fizychna osoba pidpryyemets|chp|sp|ek|eingetragener kaufmann|pe|private entrepreneur|
        prop|proprietor|proprietorship
    """,
}
# Words that are also ordinary words: a form only at the end of a name, or the start for the
# Russian, Indonesian and Turkish ones written first. Else they stay part of the name.
_EDGE_FORMS = """
    a b|a e|a g|a o|a s|ab|ad|ae|ag|aj|akc|al|an|anonymous|as|association|at|b v|bt|c v|
    charity|comp|company limited|cv|d d|dat|dd|dp|e v|ek|epp|est|ev|firm|firma|fond|
    foundation|fz|gaisha|gk|gp|hf|ip|k k|kaisha|kg|kk|l c|l p|lc|ll|lp|mas|me|mtv|n a|n v|na|
    ngo|npo|ong|ou|p c|p t|pat|pc|pe|private|prop|pt|pub|rao|rt|s a|s l|sa|sal|se|sl|sp|spc|
    tas|too|tov|trust|up|vat|yk
"""
_EDGE_ONLY = frozenset(" ".join(form.split()) for form in _EDGE_FORMS.split("|"))
_LONG = 5  # letters from which one slip still leaves a word recognisable
NATIVE = (
    ("\u80a1\u4efd\u6709\u9650\u516c\u53f8", "stock"),
    ("\u6709\u9650\u8d23\u4efb\u516c\u53f8", "limited"),
    ("\u80a1\u4efd\u6709\u9650\u8cac\u4efb\u516c\u53f8", "stock"),
    ("\u6709\u9650\u8cac\u4efb\u516c\u53f8", "limited"),
    ("\u96c6\u56e2\u6709\u9650\u516c\u53f8", "limited"),
    ("\u6709\u9650\u516c\u53f8", "limited"),
    ("\u6709\u9650\u4f1a\u793e", "limited"),
    ("\u682a\u5f0f\u4f1a\u793e", "stock"),
    ("\u5408\u540c\u4f1a\u793e", "limited"),
    ("\u516c\u53f8", "stock"),
    ("\u3231", "stock"),
    ("\uc8fc\uc2dd\ud68c\uc0ac", "stock"),
    ("\uc720\ud55c\ud68c\uc0ac", "limited"),
    ("(\uc8fc)", "stock"),
    ("(\u682a)", "stock"),
    ("\u0634\u0631\u0643\u0629", "stock"),
    ("\u0634\u0631\u06a9\u062a", "stock"),
    ("\u05d1\u05e2\"\u05de", "limited"),
    ("\u05d1\u05e2\u05f4\u05de", "limited"),
    ("\u03a0\u03b5\u03c1\u03b9\u03c9\u03c1\u03b9\u03c3\u03bc\u03ad\u03bd\u03b7", "limited"),
)  # fmt: skip
"""Forms of scripts without spaces, taken off before transliteration; longest first."""


@cache
def table() -> dict[tuple[str, ...], str]:
    """Every known form as its folded words, with its family."""
    return {
        tuple(form.split()): family
        for family, forms in _FAMILIES.items()
        for form in forms.split("|")
        if form.split()
    }


def is_edge_only(form: Sequence[str]) -> bool:
    """Does this form count only at the end or the beginning of a name?

    >>> is_edge_only(("as",)), is_edge_only(("gmbh",))
    (True, False)
    """
    return " ".join(form) in _EDGE_ONLY


@cache
def _begun() -> dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """First word -> the forms that begin with it, longest first: words, family, edge only."""
    begun: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for form, family in sorted(table().items(), key=lambda pair: -len(pair[0])):
        begun.setdefault(form[0], []).append((form, family, is_edge_only(form)))
    return {word: tuple(forms) for word, forms in begun.items()}


def _without_a_letter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}


@cache
def _near() -> dict[str, tuple[str, ...]]:
    """What is left of the long words of forms without a letter -> the words it may be of.

    Two words one slip apart share such a rest, so a look-up finds the few worth measuring.
    """
    near: dict[str, list[str]] = {}
    for word in sorted({word for form in table() for word in form if len(word) >= _LONG}):
        for rest in _without_a_letter(word):
            near.setdefault(rest, []).append(word)
    return {rest: tuple(found) for rest, found in near.items()}


_SHORT_SLIPS = frozenset(
    ("ldt", "lmt", "lts", "lltd", "ltdd", "jcs", "lcl", "llcc", "lld", "gmhb")
)


@lru_cache(maxsize=262_144)
def misspelled(word: str) -> bool:
    """Is the word one slip of the pen away from a word of a legal form (``limitde``)?

    >>> misspelled("limitde"), misspelled("ldt"), misspelled("limpid")
    (True, True, False)
    """
    if len(word) < _LONG:
        return word in _SHORT_SLIPS
    near = {form for rest in _without_a_letter(word) for form in _near().get(rest, ())}
    return any(OSA.distance(word, form, score_cutoff=1) == 1 for form in near)


def places(words: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    """Where do legal forms stand in these folded words? (first, past the last, family) each.

    >>> places("acme trading co ltd".split())
    ((2, 4, 'limited'),)
    """
    begun, found, past = _begun(), [], 0
    for at, word in enumerate(words):
        if at < past:
            continue  # inside the form before
        for form, family, edge_only in begun.get(word, ()):
            end = at + len(form)
            inside = edge_only and at != 0 and end != len(words)
            if not inside and tuple(words[at:end]) == form:
                found.append((at, end, family))
                past = end
                break
    return tuple(found)
