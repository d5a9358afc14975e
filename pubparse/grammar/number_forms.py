"""The forms that volume, issue and pages are written in: tags in, as a pattern, an example of each beside it."""

_N = "[dy]"  # a number: a year-shaped one is a number where the shape asks for one
RANGE = rf"(?:{_N}[–-]+{_N}|z[–-]+[dz]|d:d[–-]+d:d)"  # 5–17  e5–e17  105:1–105:12
_PAGES = rf"(?:{RANGE}|[xzUkMC]d?[–-]+[xzUkMC]?d?|{_N}(?:[–-]+[xz])?|[xzUM])"
_ISSUES = rf"{_N}(?:[–-]+{_N}|/d)?"
_ISSUE_IN_BRACKETS = r"(?:d(?:[–/-]d)?|y(?=\).{0,60}y))"  # the only year is the entry's: vol. 30 (2017)
_VOLUME = r"V\.?:?"
_ISSUE = r"(?:N[.°*]?:?|#)"  # n° 3
_PAGE = r"(?:P\.?:?)"
_ARTICLE = r"A\.?(?:N\.?|k(?=:?[dz]))?:?"  # art. no.  Article ID
_SEP = r"[,;:.]?"
_ENDED = r"(?=[.,;\[\n\0]|$)"

# Examples, and the production that reads them; the first that matches at a place wins. Its groups are named by
# `_FIELDS` of numbers.py; an underscore tells two of one field apart.
PRODUCTIONS = (
    ("2019 … 4 (43): 1686", r"(?P<v>d)\((?P<i>d)\):(?P<q>y)(?=[.,;\n\0]|$)"),
    (
        "35(3):230–237   52(11), 2274-2283   16(11):e2005396   64 (6), 84–90   23(9-10)   29B(2)   J62-A(10)",
        rf"(?P<v>[dx]|z-i)\((?:{_ISSUE})?(?P<i>d(?:[–/-]d)?|[CUkMz])\)(?:{_SEP}{_PAGE}?(?P<q>{RANGE}|[dxz](?![\w(])))?",
    ),
    (
        "36(Database issue):D25–30",
        rf"(?P<v>d)\((?P<i>[CUM]{{1,3}}N)\)(?:{_SEP}{_PAGE}?(?P<q>{RANGE}|[dxz]))?",
    ),
    (
        "17 (Suppl. 1): S25–29   35(suppl_1), D521–D526",
        rf"(?P<v>d)\((?P<i>[CUMw][._]?d)\)(?=[:,])(?:{_SEP}{_PAGE}?(?P<q>{RANGE}|[dxz]))?",
    ),
    ("35, suppl. 1, D521–D526", rf"(?P<v>d),(?P<i>[Cw]\.?d),{_PAGE}?(?P<p>{RANGE})"),
    ("13 (2022) 1, 1049   109 (2024) 5, 055005", rf"(?<=d\([y\0]\))(?P<i>d),(?P<q>{RANGE}|[dxyz])(?=[.,;\[\n\0]|$)"),
    # The page behind a year in brackets, of `9, no. 8 (1997): 1735` and `171 (1953) 737`.
    ("(1997): 1735   (1953) 737", r"(?:(?<=\([y\0]\):)|(?<=\(y\))|(?<=\0\):))(?P<q>[dxyz])(?=[.,;\[\n\0]|$)"),
    ("(2010), 1753–1850", rf"(?<=\(y\),)(?P<p>{RANGE})"),
    ("306, (2004), 666   B716 (2012), 30", rf"(?:(?<=[dz],\(y\),)|(?<=[dz]\(y\),))(?P<q>[dz]){_ENDED}"),
    # No volume: the issues of a year, or counted by themselves.
    ("2020(3): 12–20   Divan (1–2), 4–15", rf"(?<![dx]\()(?<=\()(?P<i>d(?:[–/-]+d)?)\)[,:]{_PAGE}?(?P<p>{RANGE})"),
    ("2020(3)", r"(?<=y\()(?P<i>d(?:[–/-]d)?)(?=\)[,.;:])"),
    (
        "vol. 20, no. 5, pp. 378–400   Vol. 30(2)   Vol. 51/1   Bd. 3, S. 5   vol. 4, 12–15   vol. 62-63",
        rf"{_VOLUME}(?P<v>{_N}(?:[–-]{_N})?|z-i|[xzUkI])"
        rf"(?:[,;]?\(?{_ISSUE}(?P<i>{_ISSUES}|[xMU])\)?|\((?P<i_>{_ISSUE_IN_BRACKETS})\)|/(?P<i__>d))?"
        rf"(?:{_SEP}{_PAGE}(?P<p>{_PAGES})|{_SEP}(?P<p_>{RANGE})|,(?P<q>d)(?=[,.;\n\0]|$))?",
    ),
    (
        "no. 1, paper 20240025   12(3), paper 4   446:Paper No. 109670",
        rf"(?:(?<=[NV]d,)|(?<=[NV]\.d,)|(?<=\(d\),)|(?<=d:))T(?:N\.?)?(?P<a>[dz]){_ENDED}",
    ),
    (
        "Technical Report 124   TR-94   Report 1999-66   Technical Report NU-CCS-88-3",
        rf"T(?:\.?T){{0,3}}+\.?(?:N\.?|#)?:?[–-]?(?P<n>{_N}[–-]{_N}|[dz]|x|[kU][–-]d|U(?=[,.;()]))",
    ),
    (
        "volume 270, 2022, 112845   Vol. 104, September 2025, 102459",  # the year between them
        r"(?:(?<=Vd,y,)|(?<=V\.d,y,)|(?<=Vd,\0\0,)|(?<=V\.d,\0\0,))(?P<q>[dz])(?=[.,;\n\0]|$)",
    ),
    # A rapid communication, of the Physical Review.
    ("98, 030101(R) (2018)", rf"(?P<v>d),(?:{_ISSUE}(?P<i>{_N}),)?(?P<a>d\(i\))(?=[,.;(\n]|$)"),
    (
        "26:4, 745–766   16:2 (1971)   95:1 (March 2013)",
        rf"(?P<v>d):(?P<i>d)(?:,{_PAGE}?(?P<p>{RANGE})|(?=\((?:y|\0{{1,6}})\)))",
    ),
    ("38. Jg. (2000)", r"(?P<v>d)\.?V(?:\.(?=[(,/])|(?=[(,/]))"),
    ("166:115058   20: 273–297", rf"(?<!m)(?<!m\.)(?P<v>d)[:;](?P<q>{RANGE}|d|x|z)"),
    ("2018;125:1716", rf"(?<=[y\0];)(?P<v>d):(?P<q>y){_ENDED}"),
    ("20, 273-297   31, no. 2, pp. 5–9", rf"(?P<v>d)(?:,?{_ISSUE}(?P<i>{_N}))?,{_PAGE}?(?P<p>{RANGE})"),
    ("116, no. 6, 061102 (2016)", rf"(?P<v>d),?{_ISSUE}(?P<i>{_N}),(?P<q>d)(?=\(y\)|[.;\n]|$)"),
    ("12, no. SI (2019)", r"(?P<v>d),?N[.°*]?:?(?P<i>[kU])(?=\(y\))"),
    ("no. 8, 086004", rf"{_ISSUE}(?P<i>{_N}),(?P<q>d)(?=[.;\n]|$)"),
    (
        "no. 3, pp. 5–6   no. 3, 1609–1636",
        rf"{_ISSUE}(?P<i>{_ISSUES})(?:{_SEP}{_PAGE}(?P<p>{_PAGES})|,(?P<p_>{RANGE}))?",
    ),
    ("pages 1467–1474   pp. 86–87   p. 5", rf"{_PAGE}(?P<p>{_PAGES})"),
    ("article 12   art. no. e34   Article ID 215701", rf"{_ARTICLE}(?P<a>{_N}|x|z)"),
    ("4839–4844", r"(?<!m)(?<!m\.)(?P<p>d[–-]+d|z[–-]+z)(?![–-])"),
    ("**281** 951   **15** 1854 (2019)", r"(?P<v>b)(?P<q>[dyz])"),
    ("20 4, 10–19", rf"(?P<v>d)(?P<i>d),{_PAGE}?(?P<p>{RANGE})"),
    ("337/6096", r"(?P<v>d)/(?P<i>d)(?=[,;:.(\n]|$)"),
    ("38 39–41   1 pp. 35–50", rf"(?P<v>d)(?:,?{_PAGE}(?P<p>{_PAGES})|(?P<p_>d[–-]+d))"),
    ("B756 (2016) 52–71   C76 (2016) 87", rf"(?P<v>z)(?=\([y\0]\),?(?:{RANGE}|[dz](?:[.,;\[\n\0]|$)))"),
    ("e06227   45, e123", r"(?:(?P<v>d),)?(?P<a>z)(?=[,;.(\n]|$)"),
    # No more pages follow.
    ("125, 42, 23299", rf"(?<!m)(?<!m\.)(?P<v>d),(?P<i>d),(?P<q>[dz])(?:{_ENDED}|(?=\(y\)))"),
    ("96, 191 (1954)   116, 061102 (2016)   43, 1566 (1979)", r"(?P<v>d),(?P<q>[dy])(?=\(y\)(?!,?[dP]))"),
    (
        "116, 1009   517, 565, “Measurements …”   197, 1040 — doi:…   875, L1 [arXiv]",
        r"(?P<v>d),(?P<q>[dz])(?=[.;\n\[\0]|–w?\0|[,:][“\"CUMki]|$)",
    ),
    ("18.1356–61 (2022)", rf"(?P<v>d)\.(?P<p>{RANGE})(?=\(y\))"),
    (
        "36, 3 (1988), 12–20   40.1 (2004)   36.4. 573–604",
        rf"(?P<v>d)[,.](?P<i>d)(?=[,:;(\n]|$)|(?P<v_>d)\.(?P<i_>d)(?=\.(?:{RANGE}|[\[\n\0]|$))",
    ),
    # Lawyers put the volume before the journal.
    (
        "(1958) 71 Harvard Law Review 593   , 48 Calif. L. Rev. 383 (1960)   , 48 Calif. L. Rev. (forthcoming 1960)",
        r"(?:(?<=\(y\))|(?<=[,.”\"’]))(?P<v>d)(?:\((?P<i>d)\))?"
        rf"(?=[CUMkI][.CUMkITw&]{{0,14}}(?:(?:{RANGE}|[dy])(?:\(y\)|[.,;\n]|$)|\(\0{{1,3}}y\)))",
    ),
    (
        "**The Path of the Law** 10 _Harvard Law Review_ 457 (1897)",  # if between two faces
        r"(?P<vb>[dy])(?=[CUMk][.,CUMkTw&]{0,14}(?:[dy]\((?:y|C?\0{1,3}|Cy)\)|\(\0{1,3}\)))",
    ),
    (
        "(1937) 4 Enzymologia, 148–156",
        rf"(?<=\(y\))(?P<v>d)(?:\((?P<i>d)\))?(?=[CUMkI][.CUMkITwpB&]{{0,14}},{RANGE}(?:[.;\n]|$))",
    ),
    ("… Rev. 1685 (1976)", r"(?P<q>y)(?=\(y\))"),
    ("Neue Juristische Wochenschrift 1958, 2071", rf"(?<=[CUMk]y,)(?P<l>d){_ENDED}"),  # if too long for a volume
    # A number alone, if it stands where a volume does, and no day behind its month, nor the end of some years.
    ("37 (1931)   14, 2015", r"(?<!m)(?<!m\.)(?<!y[–-])(?P<v>d)(?=[,;:.(\n\0]|$)(?!\.?[RO])"),
)
