//! What looks like an identity number, a phone number or a bank card is hidden before it is kept: nobody needs it here.

use std::borrow::Cow;

/// What stands instead of a hidden number.
const HIDDEN: &str = "***";

/// A run of digits in a text, with the lengths of its groups: «138 0013 8000» has three.
struct Run {
    start: usize,
    end: usize,
    digits: String,
    groups: Vec<usize>,
}

/// Hides numbers of people. Domains, prices and dates stay. Hiding twice changes nothing more.
pub fn mask(text: &str) -> Cow<'_, str> {
    // Nothing with fewer digits is hidden.
    if text.chars().filter(|c| digit(*c).is_some()).count() < DOCUMENT_DIGITS_MIN {
        return Cow::Borrowed(text);
    }
    let mut hidden = String::new();
    let mut kept = 0;
    for mut run in runs(text) {
        let document = document(text, &run);
        if !(document.is_some() || is_number_of_person(&run, text)) || is_domain(text, &run) || is_price(text, &run) {
            continue;
        }
        if let Some((start, end)) = document {
            (run.start, run.end) = (start.max(kept), end);
        }
        hidden.push_str(&text[kept..run.start]);
        hidden.push_str(HIDDEN);
        kept = run.end;
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    hidden.push_str(&text[kept..]);
    Cow::Owned(hidden)
}

/// The number of a Hong Kong identity card has six digits behind its letters, a passport or permit seven to ten.
const DOCUMENT_DIGITS_MIN: usize = 6;
const HONG_KONG_DIGITS: usize = 6;
const DOCUMENT_DIGITS: std::ops::RangeInclusive<usize> = 7..=10;
const DOCUMENT_LETTERS_MAX: usize = 2;

/// Where the number of a document stands whose digits these are: A123456(3), E12345678, H1234567890. Capital letters right before
/// the digits begin it, no more than two.
fn document(text: &str, run: &Run) -> Option<(usize, usize)> {
    let count = run.digits.len();
    if run.groups.len() > 1 || !(count == HONG_KONG_DIGITS || DOCUMENT_DIGITS.contains(&count)) {
        return None;
    }
    let before = &text[..run.start];
    let letters = before.bytes().rev().take_while(u8::is_ascii_uppercase).count();
    let start = run.start - letters;
    let stands_alone = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'));
    if letters == 0 || letters > DOCUMENT_LETTERS_MAX || !stands_alone {
        return None;
    }
    let mut end = run.end;
    if count == HONG_KONG_DIGITS {
        // The check digit in brackets tells such a card from any other number.
        let mut behind = text[run.end..].chars();
        let (open, check, close) = (behind.next()?, behind.next()?, behind.next()?);
        if !(matches!(open, '(' | '（') && (digit(check).is_some() || check == 'A') && matches!(close, ')' | '）')) {
            return None;
        }
        end += open.len_utf8() + check.len_utf8() + close.len_utf8();
    } else if text[end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    Some((start, end))
}

const LANDLINE_DIGITS_MIN: usize = 10;
const LANDLINE_DIGITS_MAX: usize = 12;
/// A card has 13 to 19 digits; an identity number of the first generation 15.
const LONG_DIGITS: std::ops::RangeInclusive<usize> = 13..=19;
/// An international number behind its plus sign.
const ABROAD_DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

/// Characters that people put between the groups of a number.
fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '－' | '—' | '·' | '\u{a0}')
}

/// The runs of digits of a text: of several groups where these are the groups of a number, each group alone otherwise.
fn runs(text: &str) -> Vec<Run> {
    let mut groups: Vec<(usize, usize, String)> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(digit) = digit(c) else { continue };
        match groups.last_mut() {
            Some(last) if last.1 == at => {
                last.1 = at + c.len_utf8();
                last.2.push(digit);
            }
            _ => groups.push((at, at + c.len_utf8(), digit.to_string())),
        }
    }
    let mut runs = Vec::new();
    let mut from = 0;
    while from < groups.len() {
        // The longest series of groups with one separator between each two that makes a number.
        let joined = (from + 1..groups.len()).take_while(|next| {
            let mut between = text[groups[next - 1].1..groups[*next].0].chars();
            between.next().is_some_and(is_separator) && between.next().is_none()
        });
        let abroad = text[..groups[from].0].ends_with(['+', '＋']);
        let is_number = |groups: &[(usize, usize, String)]| is_grouped_number(groups) || abroad && is_grouped_abroad(groups);
        let last = joined.filter(|last| is_number(&groups[from..=*last])).last().unwrap_or(from);
        runs.push(Run {
            start: groups[from].0,
            end: groups[last].1,
            digits: groups[from..=last].iter().map(|group| group.2.as_str()).collect(),
            groups: groups[from..=last].iter().map(|group| group.2.len()).collect(),
        });
        from = last + 1;
    }
    for run in &mut runs {
        // The last character of an identity number may be an X.
        if run.digits.len() == 17 && text[run.end..].starts_with(['X', 'x', 'Ｘ', 'ｘ']) {
            run.end += text[run.end..].chars().next().map_or(0, char::len_utf8);
        }
    }
    runs
}

fn is_grouped_number(groups: &[(usize, usize, String)]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(|group| group.2.len()).collect();
    let first = &groups[0].2;
    match lengths.as_slice() {
        [3, 4, 4] | [3, 3, 5] => is_mobile_prefix(first),
        [2, 3, 4, 4] | [2, 11] => first == "86",
        [3 | 4, 7 | 8] => first.starts_with('0'),
        [6, 8, 4] | [6, 4, 4, 4] | [6, 12] | [3, 3, 4, 4, 4] => true,
        [fours @ .., last] if fours.len() >= 3 => fours.iter().all(|length| *length == 4) && *last <= 4,
        _ => false,
    }
}

/// Whether the groups behind a plus sign make a number of another country.
fn is_grouped_abroad(groups: &[(usize, usize, String)]) -> bool {
    const GROUP_DIGITS_MIN: usize = 2;
    let digits: usize = groups.iter().map(|group| group.2.len()).sum();
    ABROAD_DIGITS.contains(&digits) && groups[0].2.len() <= 3 && groups[1..].iter().all(|group| group.2.len() >= GROUP_DIGITS_MIN)
}

fn is_mobile_prefix(digits: &str) -> bool {
    let mut digits = digits.chars();
    digits.next() == Some('1') && matches!(digits.next(), Some('3'..='9'))
}

fn is_number_of_person(run: &Run, text: &str) -> bool {
    let count = run.digits.len();
    let abroad = text[..run.start].ends_with(['+', '＋']) && ABROAD_DIGITS.contains(&count);
    let mobile = count == 11 && is_mobile_prefix(&run.digits);
    let landline = run.digits.starts_with('0')
        && (LANDLINE_DIGITS_MIN..=LANDLINE_DIGITS_MAX).contains(&count)
        // A zero in front alone makes no number of a phone, unless it is written like one.
        && (run.groups.len() > 1 || count >= 11);
    abroad || mobile || landline || LONG_DIGITS.contains(&count)
}

/// Endings of domains that people file, and of two letters any: what else stands behind a dot is a word or a kind of file.
const DOMAIN_ENDINGS: [&str; 30] = [
    "com", "net", "org", "gov", "edu", "top", "xyz", "shop", "site", "club", "vip", "online", "store", "tech", "info", "wang", "ren",
    "ltd", "pub", "biz", "link", "live", "fun", "icu", "work", "group", "cloud", "asia", "mobi", "wiki",
];

/// Whether the digits belong to the name of a domain: 13800138000.com.
fn is_domain(text: &str, run: &Run) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | ':' | '/');
    let start = text[..run.start].rfind(|c| !is_part(c)).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let end = text[run.end..].find(|c| !is_part(c)).map_or(text.len(), |at| run.end + at);
    let word = &text[start..end];
    let host = word[run.end - start..].split(['/', ':']).next().unwrap_or_default().trim_end_matches('.');
    let ending = host.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_ending =
        |ending: &str| ending.len() == 2 && ending.bytes().all(|byte| byte.is_ascii_lowercase()) || DOMAIN_ENDINGS.contains(&ending);
    !word.contains('@') && ending.is_some_and(|ending| is_ending(&ending))
}

/// Whether the digits are an amount of money: «13800138000 元。», not «13800138000 元旦联系».
fn is_price(text: &str, run: &Run) -> bool {
    const UNITS: [&str; 11] = ["万元", "亿元", "元", "块", "万", "亿", "圆", "yuan", "rmb", "RMB", "元人民币"];
    let before = text[..run.start].trim_end();
    let after = text[run.end..].trim_start();
    let is_unit = |unit: &&str| after.strip_prefix(*unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    run.groups.len() == 1
        && run.digits.len() < *LONG_DIGITS.start()
        && (before.ends_with(['¥', '￥', '$', '€']) || UNITS.iter().any(is_unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_people_are_hidden() {
        for (text, hidden) in [
            ("我的身份证是11010519491231002X，行吗", "我的身份证是***，行吗"),
            ("110105 19491231 0021", "***"),
            ("老身份证110105491231002", "老身份证***"),
            ("打我电话13800138000", "打我电话***"),
            ("138-0013-8000 或 +86 138 0013 8000", "*** 或 +***"),
            ("１３８００１３８０００", "***"),
            ("座机0755-12345678", "座机***"),
            ("+14155550123", "+***"),
            ("卡号6222 0202 0000 1234 567", "卡号***"),
            ("6222020200001234567", "***"),
            ("13800138000@example.com", "***@example.com"),
            ("call 13800138000.Thanks", "call ***.Thanks"),
            ("11010519491231002X.jpg", "***.jpg"),
            ("手机13800138000元旦联系", "手机***元旦联系"),
            ("HKID A123456(3)", "HKID ***"),
            ("我的身份证 AB123456（A），护照E12345678", "我的身份证 ***，护照***"),
            ("回乡证H1234567890", "回乡证***"),
            ("passport EA1234567.", "passport ***."),
            ("+852 9123 4567", "+***"),
            ("+49 170 1234567 or +49 170 12 34 567", "+*** or +***"),
            ("卡 6222020200001234元", "卡 ***元"),
        ] {
            assert_eq!(mask(text), hidden, "{text}");
        }
    }

    #[test]
    fn domains_prices_dates_and_small_numbers_stay() {
        for text in [
            "13800138000.com",
            "https://www.13800138000.com.cn/a",
            "注册资本13800138000元",
            "¥13800138000",
            "2026-11-22 到 2027-11-22",
            "20261122",
            "1 3 5",
            "12345.top，还有 90 天到期",
            "QQ 1234567890",
            "服务器 12 个月，带宽 5 M",
            "192.168.100.200",
            "沪ICP备2026012345号",
            "订单号ABC12345678",
            "A12345.com",
            "ECS-12345678",
            "i7 12700K",
            "+1 star",
        ] {
            assert_eq!(mask(text), text);
        }
    }

    proptest! {
        #[test]
        fn hiding_twice_changes_nothing_more(text in "([0-9０-９ +.\\-Xx元a-z，]|[\\PC]){0,60}") {
            let once = mask(&text).into_owned();
            prop_assert_eq!(mask(&once).into_owned(), once.clone());
        }

        #[test]
        fn no_mobile_number_gets_through(before in "[^0-9０-９+]{0,8}", number in "1[3-9][0-9]{9}", after in "([，。！ .][^0-9０-９.]{3,8})?") {
            let text = format!("{before}{number}{after}");
            prop_assume!(!after.trim_start().starts_with(['元', '块', '万', '亿', '圆']) && !before.trim_end().ends_with(['¥', '￥', '$', '€']));
            prop_assume!(!is_domain(&text, &runs(&text)[0]));
            prop_assert!(!mask(&text).contains(&number));
        }
    }
}
