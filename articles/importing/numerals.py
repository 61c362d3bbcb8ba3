"""Numerals as digests print them before items, and what they count."""

import re
import unicodedata

_HAN = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN |= dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True))
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"(?=[IVXLC])C{0,2}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_CIRCLED = {
    **{chr(0x2460 + n): n + 1 for n in range(20)},  # ①
    **{chr(0x3251 + n): n + 21 for n in range(15)},  # ㉑
    **{chr(0x32B1 + n): n + 36 for n in range(15)},  # ㊱
    **{chr(0x2776 + n): n + 1 for n in range(10)},  # ❶
    **{chr(0x24EB + n): n + 11 for n in range(10)},  # ⓫
    **{chr(0x2780 + n): n + 1 for n in range(10)},  # ➀
    **{chr(0x278A + n): n + 1 for n in range(10)},  # ➊
    **{chr(0x24F5 + n): n + 1 for n in range(10)},  # ⓵
    **{chr(0x3280 + n): n + 1 for n in range(10)},  # ㊀
}
_ENCLOSED = {
    **{chr(0x2474 + n): n + 1 for n in range(20)},  # ⑴
    **{chr(0x3220 + n): n + 1 for n in range(10)},  # ㈠
}
_ROMAN_SIGNS = {
    **{chr(0x2160 + n): n + 1 for n in range(12)},  # Ⅰ
    **{chr(0x2170 + n): n + 1 for n in range(12)},  # ⅰ
}
_STOPPED = {chr(0x2488 + n): n + 1 for n in range(20)}  # ⒈
SIGNS = {"circled": _CIRCLED, "enclosed": _ENCLOSED, "stopped": _STOPPED, "roman sign": _ROMAN_SIGNS}

HAN = "[零〇一二三四五六七八九十百两兩壹贰叁肆伍陆柒捌玖拾]{1,6}"
ROMAN = "[IVXLC]{1,7}|[ivxlc]{1,7}"


def from_decimal(digits: str) -> int:
    """Return the value of decimal digits of any script."""
    return int("".join(str(unicodedata.digit(char)) for char in digits))


def from_han(numeral: str) -> int | None:
    """Return the value of a Chinese numeral below 1,000; None if it is not one."""
    total = digit = 0
    for char in numeral.replace("拾", "十"):
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        elif digit:
            return None
        else:
            digit = _HAN[char]
    return total + digit or None


def from_roman(numeral: str) -> int | None:
    """Return the value of a Roman numeral below 300, in capitals or not; None if it is not one."""
    capitals = numeral.upper()
    if not _ROMAN_FORM.fullmatch(capitals):
        return None
    values = [_ROMAN[char] for char in capitals]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def from_letter(letter: str) -> int:
    """Return the place of a letter in the alphabet."""
    return ord(letter.lower()) - ord("a") + 1
