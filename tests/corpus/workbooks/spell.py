"""How a value is written into a cell, and what a person then reads from it.

Each spelling gives a Cell and its truth. Truth holds one of `number`, `date`, `yes`, `text`, `texts`, `missing`, `refuse` (a
reason), or `ambiguous` ({"why", "readings"}: any of the readings, or a refusal, is right; silence about another is not).
`shown_number` stands beside `number` where the format shows less than is stored: either is right."""

import datetime as dt
from decimal import Decimal

from book import Cell, shown

WIDE = str.maketrans("0123456789.,-%", "０１２３４５６７８９．，－％")


def text_of(number):
    number = Decimal(number)
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def stored(number):
    number = Decimal(number)
    return int(number) if number == number.to_integral_value() else float(number)


def is_number(truth):
    return "number" in truth


def number(field, value, how, rng):
    """The number `value` of `field`, written as `how` says."""
    value = Decimal(value)
    plain = stored(value)
    exact = {"number": text_of(value)}
    measure = field["measure"]
    whole = value == value.to_integral_value()
    comma = f"{value:,}"
    if how == "plain":
        if measure == "%":
            return Cell(plain), exact
        return Cell(plain), exact
    if how == "thousands":
        return Cell(plain, "#,##0" if whole else "#,##0.00"), exact
    if how == "two":
        return Cell(plain, "0.00"), exact
    if how == "rounded":
        value = value + Decimal("0.037")
        cell = Cell(float(value), "0.0")
        return cell, {"number": text_of(value), "shown_number": text_of(shown(cell))}
    if how == "text":
        return Cell(text_of(value)), exact
    if how == "text-format":
        return Cell(text_of(value), "@"), exact
    if how == "text-comma":
        return Cell(comma), exact
    if how == "wide-comma":
        return Cell(comma.replace(",", "，")), exact if "," in comma else exact
    if how == "wide":
        return Cell(text_of(value).translate(WIDE)), exact
    if how == "spaced":
        return Cell(rng.choice([" {} ", "{} ", "  {}"]).format(text_of(value))), exact
    if how == "ideographic-space":
        return Cell("\u3000" + text_of(value)), exact
    if how == "nbsp":
        return Cell(text_of(value) + "\u00a0"), exact
    if how == "zero-width":
        return Cell(rng.choice(["\u200b{}", "{}\ufeff", "\u200e{}"]).format(text_of(value))), exact
    if how == "measure":
        return Cell(text_of(value) + measure), exact
    if how == "measure-spaced":
        return Cell(f"{text_of(value)} {measure}"), exact
    if how == "break-after":
        return Cell(text_of(value) + "\n"), exact
    if how == "literal-format":
        return Cell(plain, f'0"{measure}"'), exact
    if how == "wan-text":
        if value >= 1000 and value % 100 == 0:
            return Cell(text_of(value / 10000) + "万"), exact
        return Cell(plain), exact
    if how == "wan-format":            # stored in units of ten thousand: 12 shows 12万
        tens = max(int(value // 10000), 1)
        return Cell(tens, '0"万"'), {"number": text_of(tens * 10000)}
    if how == "wan-trick":             # stored whole: 123456 shows 12.3万
        cell = Cell(plain, '0\\.0,"万"')
        return cell, {"number": text_of(value), "shown_number": text_of(Decimal(shown(cell)[:-1]) * 10000)}
    if how == "thousand-format":       # stored whole: 12345 shows 12.3千
        cell = Cell(plain, '0.0,"千"')
        return cell, {"number": text_of(value), "shown_number": text_of(Decimal(shown(cell)[:-1]) * 1000)}
    if how == "wan-yuan-format":
        return Cell(plain, '0.00"万元"'), exact
    if how == "currency":
        return Cell(plain, '"¥"#,##0.00'), exact
    if how == "dollar":
        return Cell(plain, '"$"#,##0.00'), exact
    if how == "brackets-format":
        return Cell(plain, "#,##0.00_);(#,##0.00)"), exact
    if how == "red-brackets-format":
        return Cell(plain, "#,##0_);[Red](#,##0)"), exact
    if how == "brackets-text":
        if value < 0:
            return Cell(f"({text_of(-value)})"), {"ambiguous": {"why": "brackets for a negative figure, as text", "readings": [exact]}}
        return Cell(plain), exact
    if how == "minus-sign":
        return Cell(text_of(value).replace("-", "\u2212")), exact
    if how == "wide-minus":
        return Cell(text_of(value).replace("-", "－")), exact
    if how == "red-format":
        cell = Cell(plain, "0.00;[Red]0.00")
        return cell, dict(exact, by_colour=True) if value < 0 else exact
    if how == "accounting":
        return Cell(plain, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '), exact
    if how == "accounting-zero":
        return Cell(0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '), {"number": "0", "explained": "the accounting format shows 0 as -"}
    if how == "zero":
        return Cell(0), {"number": "0"}
    if how == "zero-hidden":
        return Cell(0, "0;-0;;@"), {"ambiguous": {"why": "the format hides the 0 that is stored", "readings": [{"number": "0"}, {"missing": True}]}}
    if how == "percent-format":
        cell = Cell(float(value / 100), "0.0%" if value * 10 == int(value * 10) else "0.00%")
        return cell, {"number": text_of(value)} if text_of(value) == text_of(shown(cell)[:-1]) else {"number": text_of(value), "shown_number": text_of(shown(cell)[:-1])}
    if how == "percent-whole":
        value = value.to_integral_value()
        return Cell(float(value / 100), "0%"), {"number": text_of(value)}
    if how == "hundred-percent":
        return Cell(1, "0%"), {"number": "100"}
    if how == "percent-text":
        return Cell(text_of(value) + "%"), exact
    if how == "percent-wide":
        return Cell(text_of(value) + "％"), exact
    if how == "share":
        return Cell(float(value / 100)), {"ambiguous": {"why": "a share of 1 in a column of percentages", "readings": [{"number": text_of(value)}, {"number": text_of(value / 100)}]}}
    if how == "scientific":
        return Cell(plain, "0.00E+00"), dict(exact, explained="shown in powers of ten")
    if how == "fraction":
        value = Decimal(int(value)) + Decimal("0.5")
        return Cell(float(value), "# ?/?"), {"number": text_of(value), "explained": "shown as a fraction"}
    if how == "noise":                 # 0.1 + 0.2
        noisy = float(value) * (1 + 2e-16)
        import math
        noisy = math.nextafter(float(value), math.inf)
        return Cell(noisy), exact
    if how == "formula":
        half = int(value // 2)
        return Cell(plain, formula=f"={half}+{text_of(value - half)}"), exact
    if how == "formula-text":
        return Cell(text_of(value), formula=f'="{text_of(value)}"'), exact
    if how == "formula-empty":
        return Cell("", formula='=IF(1=2,1,"")'), {"missing": True}
    if how == "error":
        error = rng.choice(["#DIV/0!", "#REF!", "#N/A"])
        formula = {"#DIV/0!": "=1/0", "#REF!": "=#REF!+1", "#N/A": "=NA()"}[error]
        return Cell(None, formula=formula, error=error), {"refuse": f"the formula failed: {error}"}
    if how == "blank":
        return Cell(None), {"missing": True}
    if how == "spaces":
        return Cell(rng.choice(["  ", " ", "\u3000"])), {"missing": True}
    if how in ("dash", "hyphen", "slash", "stars", "dots", "to-come", "na", "none-yet"):
        text = {"dash": "—", "hyphen": "-", "slash": "/", "stars": "*", "dots": "……", "to-come": "待报", "na": "N/A", "none-yet": "暂无"}[how]
        return Cell(text), {"ambiguous": {"why": f"{text} for what was not given", "readings": [{"missing": True}]}}
    if how == "none":
        return Cell("无"), {"ambiguous": {"why": "无 is none or not given", "readings": [{"number": "0"}, {"missing": True}]}}
    if how == "nil":
        return Cell("nil"), {"ambiguous": {"why": "nil is none or not given", "readings": [{"number": "0"}, {"missing": True}]}}
    refused = {"about": f"约{text_of(value)}", "more": f"{text_of(value)}余", "or-so": f"{text_of(value)}左右", "range": f"{text_of(value)}-{text_of(value + 2)}",
               "over": f">{text_of(value)}", "with": f"{text_of(value)}（含1）", "approx": f"approx. {text_of(value)}", "two-in-one": f"{text_of(value)}/3",
               "lines": f"{text_of(value)}\n3月"}
    if how in refused:
        return Cell(refused[how]), {"refuse": "no plain figure: " + refused[how].replace("\n", "⏎")}
    if how == "wrong-measure":
        wrong = "条" if measure != "条" else "人"
        return Cell(text_of(value) + wrong), {"refuse": f"counted in {wrong}, the field counts {measure or 'without a measure'}"}
    if how == "hanzi":
        names = "〇一二三四五六七八九"
        digit = int(value) % 9 + 1
        return Cell(names[digit]), {"ambiguous": {"why": "a numeral in characters", "readings": [{"number": str(digit)}]}}
    if how == "boolean":
        return Cell(True), {"refuse": "a truth value where a figure stands"}
    raise KeyError(how)


def date(field, value, how, rng):
    exact = {"date": value.isoformat()}
    y, m, d = value.year, value.month, value.day
    formats = {"plain": "yyyy-mm-dd", "slashes": "yyyy/m/d", "hanzi-format": 'yyyy"年"m"月"d"日"', "dots-format": "yyyy.mm.dd", "us-format": "mm/dd/yyyy",
               "uk-format": "dd/mm/yyyy"}
    if how in formats:
        return Cell(value, formats[how]), exact if how not in ("us-format", "uk-format") else dict(exact, explained="the stored day is certain")
    if how == "day-format":
        return Cell(value, 'm"月"d"日"'), dict(exact, explained="the format leaves the year out; it is stored")
    if how == "time":
        return Cell(dt.datetime(y, m, d, 9, 30), "yyyy-mm-dd hh:mm"), exact
    if how == "serial":
        from book import serial
        return Cell(serial(value)), {"ambiguous": {"why": "a serial number without a date format", "readings": [exact]}}
    texts = {"text": f"{y}-{m:02}-{d:02}", "text-dots": f"{y}.{m}.{d}", "text-slashes": f"{y}/{m}/{d}", "text-hanzi": f"{y}年{m}月{d}日",
             "text-digits": f"{y}{m:02}{d:02}", "text-wide": f"{y}-{m}-{d}".translate(WIDE), "text-space": f"{y}年 {m}月 {d}日 ", "text-wide-dots": f"{y}．{m}．{d}",
             "text-padded-dots": f"{y}.{m:02}.{d:02}"}
    if how in texts:
        return Cell(texts[how]), exact
    if how == "digits":
        return Cell(int(texts["text-digits"])), exact
    if how == "ago":
        value = dt.date(1949, 10, 1)
        return Cell("1949-10-01"), {"date": "1949-10-01"}
    if how == "ago-serial":
        return Cell(dt.date(1937, m, d), "yyyy-mm-dd"), {"date": dt.date(1937, m, d).isoformat()}
    soft = {"text-time": f"{y}-{m:02}-{d:02} 14:05", "text-english": value.strftime("%d %B %Y"), "text-weekday": f"{y}年{m}月{d}日（周三）", "hanzi": f"二〇二三年{'〇一二三四五六七八九'[m]}月一日",
            "two-digit-year": f"{y % 100}.{m}.{d}", "mixed-dots": f"{y}.{m}/{d}", "us-text": f"{m:02}/{d:02}/{y}"}
    if how in soft:
        if how == "hanzi":
            exact = {"date": dt.date(y, m, 1).isoformat()}
        readings = [exact]
        if how == "us-text":
            readings = [exact] + ([{"date": dt.date(y, d, m).isoformat()}] if d <= 12 else [])
        return Cell(soft[how]), {"ambiguous": {"why": "a day in an unusual spelling", "readings": readings}}
    hard = {"no-year": f"{m}月{d}日", "month": f"{y}年{m}月", "range": f"{y}.{m}.{d}-{m}.{min(d + 1, 28)}", "no-such-day": f"{y}-02-30", "word": "月底", "no-year-dots": f"{m}.{d}"}
    if how in hard:
        return Cell(hard[how]), {"refuse": "no whole day: " + hard[how]}
    if how == "blank":
        return Cell(None), {"missing": True}
    if how == "dash":
        return Cell("—"), {"ambiguous": {"why": "— for what was not given", "readings": [{"missing": True}]}}
    raise KeyError(how)


def boolean(field, value, how, rng):
    exact = {"yes": value}
    pairs = {"plain": "是否", "ticks": "√×", "checks": "✓✗"}
    if how in pairs:
        return Cell(pairs[how][0 if value else 1]), exact
    if how == "spaced":
        return Cell((" 是 " if value else "否 ")), exact
    if how == "cell":
        return Cell(value), exact
    if how == "digit":
        return Cell(1 if value else 0), exact
    if how == "digit-text":
        return Cell("1" if value else "0"), exact
    if how == "words":
        return Cell("true" if value else "false"), exact
    soft = {"yes-no": ("Yes", "No"), "letters": ("Y", "N"), "have": ("有", "无"), "done": ("已办结", "未办结"), "boxes": ("☑", "☐"), "box-pair": ("☑是 □否", "□是 ☑否")}
    if how in soft:
        return Cell(soft[how][0 if value else 1]), {"ambiguous": {"why": "yes or no in words of one's own", "readings": [exact]}}
    if how == "tick-blank":
        return (Cell("√"), exact) if value else (Cell(None), {"missing": True})
    if how == "blank":
        return Cell(None), {"missing": True}
    if how == "part":
        return Cell("部分"), {"refuse": "neither yes nor no: 部分"}
    raise KeyError(how)


def text(field, value, how, rng):
    if how == "plain":
        return Cell(value), {"text": value}
    if how == "break":
        value = value[: len(value) // 2] + "\n" + value[len(value) // 2:]
        return Cell(value), {"text": value}
    if how == "spaced":
        return Cell(value + "  "), {"text": value}
    if how == "indented":
        return Cell("\u3000\u3000" + value), {"text": value}
    if how == "rich":
        return Cell(value, rich=[value[:2], value[2:]]), {"text": value}
    if how == "link":
        return Cell(value, link="internal:'说明'!A1" if False else "https://example.org/"), {"text": value}
    if how == "comment":
        return Cell(value, comment="请核实"), {"text": value}
    if how == "number":
        n = rng.randint(3, 90)
        return Cell(n), {"text": str(n)}
    if how == "decimal-format":
        return Cell(1.1, "0.00"), {"text": "1.10"}
    if how == "zeros-format":
        n = rng.randint(12, 999)
        return Cell(n, "00000"), {"text": f"{n:05d}"}
    if how == "zeros":
        return Cell("00" + str(rng.randint(100, 999))), None
    if how == "id-text":
        return Cell("11010120000101" + str(rng.randint(1000, 9999))), None
    if how == "id-lost":
        return Cell(110101200001011230 + 10 * 0), {"ambiguous": {"why": "a number of 18 digits that the cell cannot hold", "readings": []}}
    if how == "equals":
        return Cell("=" + value), {"text": "=" + value}
    if how == "marks":
        value = "*" + value[:3] + "* #1 | a_b <b>&amp; [x](y)"
        return Cell(value), {"text": value}
    if how == "quotes":
        value = value[:2] + "“重点”\"" + value[2:4] + "\",'" + value[4:]
        return Cell(value), {"text": value}
    if how == "rare":
        value = "𠮷庄" + value
        return Cell(value), {"text": value}
    if how == "blank":
        return Cell(None), {"missing": True}
    if how == "spaces":
        return Cell("   "), {"missing": True}
    if how == "none":
        return Cell("无"), {"ambiguous": {"why": "无 is none, or the word", "readings": [{"text": "无"}, {"missing": True}]}}
    if how == "dash":
        return Cell("—"), {"ambiguous": {"why": "— is none, or the sign", "readings": [{"text": "—"}, {"missing": True}]}}
    if how == "formula":
        return Cell(value, formula=f'="{value[:2]}"&"{value[2:]}"'), {"text": value}
    raise KeyError(how)


def texts(field, value, how, rng):
    """A list of texts in one cell."""
    if how == "plain":
        return Cell("；".join(value)), {"texts": value}
    if how == "lines":
        return Cell("\n".join(value)), {"texts": value}
    if how == "dun":
        return Cell("、".join(value)), {"texts": value}
    if how == "semicolons-end":
        return Cell("；".join(value) + "。"), {"ambiguous": {"why": "the end mark is not of the last item", "readings": [{"texts": value}, {"texts": value[:-1] + [value[-1] + "。"]}]}}
    if how == "numbered":
        numbered = [f"{n}.{item}" for n, item in enumerate(value, 1)]
        return Cell("\n".join(numbered)), {"ambiguous": {"why": "items that carry their own numbers", "readings": [{"texts": value}, {"texts": numbered}]}}
    if how == "blank-lines":
        return Cell("\n\n".join(value) + "\n"), {"texts": value}
    if how == "blank":
        return Cell(None), {"missing": True}
    raise KeyError(how)


def write(field, value, how, rng):
    """The Cell and the truth of `value` in `field`."""
    kind = field["kind"]
    if kind in ("integer", "decimal"):
        cell, truth = number(field, value, how, rng)
    elif kind == "date":
        cell, truth = date(field, value, how, rng)
    elif kind == "boolean":
        cell, truth = boolean(field, value, how, rng)
    elif kind == "texts":
        cell, truth = texts(field, value, how, rng)
    else:
        cell, truth = text(field, value, how, rng)
        if truth is None:
            truth = {"text": cell.value}
    return cell, dict(truth)
