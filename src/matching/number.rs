//! Numbers, spans of time, dates and ages in what people type: «两三个», «一年零三个月», «明年5月1号», «95年的».

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::profile::{Ageing, Field, Value};

/// A number, and whether the person only estimated it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Told {
    pub value: i64,
    pub rough: bool,
}

/// Largest number that is believed.
const NUMBER_MAX: f64 = 1e9;
/// What counts as days until the end of what never ends: a hundred years.
const FOREVER_DAYS: i64 = 36_500;

/// Reads a number in a folded answer for a field. For fields that count days, months and years are counted in days, and a date
/// gives the days from or since `today`. Of a range, and of «a year and more», the lower end counts.
pub(super) fn read(field: Field, answer: &str, today: NaiveDate) -> Option<Told> {
    let ageing = field.spec().ageing;
    let days = matches!(ageing, Ageing::DaysUntil | Ageing::DaysSince);
    if days && let Some((date, rough)) = date(answer, today, ageing == Ageing::DaysUntil) {
        let until = (date - today).num_days();
        return Some(Told { value: if ageing == Ageing::DaysSince { -until } else { until }, rough });
    }
    // «下个月5号», «20号»: a day of a month that is named by its distance. «20日» may be twenty days.
    if ageing == Ageing::DaysUntil
        && (answer.contains('号') || answer.contains('月') && answer.contains('日'))
        && let Some(day) = days_ahead(answer, today)
    {
        return Some(Told { value: (day - today).num_days(), rough: false });
    }
    if ageing == Ageing::DaysUntil {
        match answer.trim_end_matches('的') {
            "已过期" | "过期" | "过期了" | "已经过期" | "已经过期了" | "expired" => {
                return Some(Told { value: -1, rough: false });
            }
            "长期" | "长期有效" | "永久" | "永久有效" | "无期限" | "long-term" | "long term" | "permanent" | "forever" => {
                return Some(Told { value: FOREVER_DAYS, rough: false });
            }
            _ => {}
        }
    }
    if ageing == Ageing::Years
        && let Some(age) = age_by_birth(answer, today)
    {
        return Some(age);
    }
    let quantities = quantities(answer)?;
    let [first, rest @ ..] = quantities.as_slice() else { return None };
    let mut low = in_unit_of(field, days, first)?;
    for quantity in rest {
        // «一年零三个月»: only spans of time add up.
        if !first.unit.is_span() || quantity.unit.length() >= first.unit.length() {
            return None;
        }
        low += in_unit_of(field, days, quantity)?;
    }
    // «超过90天» is more than ninety.
    if days && ["超过", "大于", "多于", "不止", "over ", "more than "].iter().any(|word| answer.contains(word)) {
        low += 1.0;
    }
    let last = quantities.last()?;
    let nearly = first.nearly && ageing == Ageing::Years;
    let value = if days { low.floor() } else { low } - if nearly { 1.0 } else { 0.0 };
    let rough = quantities.iter().any(|quantity| quantity.high > quantity.low || quantity.rough)
        || nearly
        || (last.more && !(days || field == Field::ServerMonths));
    (value.fract() == 0.0 && value.abs() < NUMBER_MAX).then_some(Told { value: value as i64, rough })
}

/// The one day that an answer names, in the future where it may be either.
fn days_ahead(answer: &str, today: NaiveDate) -> Option<NaiveDate> {
    match &*super::day::days(answer, today, super::day::Towards::Future) {
        [day] => Some(day.date),
        _ => None,
    }
}

/// An age in a sentence: «我今年17岁».
pub(super) fn age_said(text: &str, today: NaiveDate) -> Option<Value> {
    let end = ["岁", " years old"].iter().filter_map(|unit| Some(text.find(unit)? + unit.len())).min()?;
    let clause =
        text[..end].rsplit(['，', ',', '。', ' ']).find(|part| part.chars().any(|c| c.is_ascii_digit() || numeral(c).is_some()))?;
    let clause = if text[..end].ends_with(" years old") { &text[..end] } else { clause };
    let told = read(Field::Age, clause, today)?;
    (!told.rough && (1..120).contains(&told.value)).then_some(Value::Integer(told.value))
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    Bare,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Piece,
}

impl Unit {
    fn is_span(self) -> bool {
        self.length() > 0
    }

    /// In days.
    fn length(self) -> u32 {
        match self {
            Unit::Bare | Unit::Piece => 0,
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 30,
            Unit::Quarter => 90,
            Unit::Year => 365,
        }
    }
}

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Quantity {
    low: f64,
    high: f64,
    unit: Unit,
    /// «…多», «…以上».
    more: bool,
    /// «大概», «左右», «…来».
    rough: bool,
    /// «快», «不到».
    nearly: bool,
}

fn in_unit_of(field: Field, days: bool, quantity: &Quantity) -> Option<f64> {
    Some(match (field, quantity.unit) {
        (Field::ServerMonths, Unit::Year) => quantity.low * 12.0,
        (Field::ServerMonths, Unit::Quarter) => quantity.low * 3.0,
        (Field::ServerMonths, Unit::Day | Unit::Week) => return None,
        (Field::Age, Unit::Quarter | Unit::Month | Unit::Week | Unit::Day) => return None,
        (Field::Age, Unit::Year) => quantity.low,
        (_, Unit::Bare) => quantity.low,
        (_, Unit::Piece) if !days => quantity.low,
        (Field::ServerMonths, Unit::Month) => quantity.low,
        (_, unit) if days && unit.is_span() => quantity.low * f64::from(unit.length()),
        _ => return None,
    })
}

/// Longest answer in bytes that is read as a number.
const ANSWER_BYTES_MAX: usize = 120;

/// The quantities in an answer; none when a number is part of something else, as in a domain or a model's name.
fn quantities(answer: &str) -> Option<Vec<Quantity>> {
    if answer.len() > ANSWER_BYTES_MAX {
        return None;
    }
    let mut found: Vec<Quantity> = Vec::new();
    // «一共» holds a numeral and is none.
    let answer = answer.replace("一共", "共");
    let mut rest = answer.as_str();
    let mut passed = String::new();
    while let Some(c) = rest.chars().next() {
        let negative = c == '-' && passed.trim().is_empty() && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        let starts = c.is_ascii_digit() || numeral(c).is_some() || matches!(c, '十' | '百' | '千' | '半') || negative;
        let inside_word = passed.ends_with(|c: char| c.is_ascii_alphabetic());
        if starts
            && !inside_word
            && let Some((mut quantity, after)) = quantity(rest)
        {
            quantity.rough |= ["大概", "大约", "约", "差不多", "估计", "可能", "about", "around", "roughly", "approximately", "~"]
                .iter()
                .any(|word| passed.contains(word));
            quantity.nearly =
                ["快", "不到", "不满", "nearly", "almost", "under", "less than"].iter().any(|word| passed.trim_end().ends_with(word));
            quantity.rough |= quantity.nearly;
            found.push(quantity);
            passed.clear();
            rest = after;
        } else if c.is_ascii_digit() && !inside_word {
            // A number that is no number: too long, or part of something else.
            return None;
        } else {
            passed.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    let odd = rest.is_empty() && passed.trim_start().starts_with(|c: char| c.is_ascii_alphabetic() || c == '.');
    (!found.is_empty() && !odd).then_some(found)
}

/// A number at the beginning with its unit, and what follows.
fn quantity(text: &str) -> Option<(Quantity, &str)> {
    let (low, high, mut rest) = number(text)?;
    let (mut low, mut high) = (low, high.unwrap_or(low));
    let mut quantity = Quantity { low, high, unit: Unit::Bare, more: false, rough: false, nearly: false };
    for dash in ["-", "~", "到", "至", " to "] {
        if let Some(after) = rest.strip_prefix(dash)
            && let Some((upper, upper_high, after)) = number(after)
            && upper > low
        {
            (high, rest) = (upper_high.unwrap_or(upper), after);
            break;
        }
    }
    let take = |rest: &mut &str, words: &[&str]| {
        let word = words.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len());
        if let Some(word) = word {
            *rest = &rest[word.len()..];
        }
        word.is_some()
    };
    quantity.rough |= take(&mut rest, &["来", "几"]);
    quantity.more |= take(&mut rest, &["多", "余", "+", " plus"]);
    rest = rest.trim_start();
    let piece = take(&mut rest, &["个"]);
    if piece && take(&mut rest, &["半"]) {
        (low, high) = (low + 0.5, high + 0.5);
    }
    quantity.more |= take(&mut rest, &["多"]);
    const UNITS: [(&str, Unit); 36] = [
        ("季度", Unit::Quarter),
        ("quarter", Unit::Quarter),
        ("天", Unit::Day),
        ("日", Unit::Day),
        ("days", Unit::Day),
        ("day", Unit::Day),
        ("周", Unit::Week),
        ("星期", Unit::Week),
        ("礼拜", Unit::Week),
        ("weeks", Unit::Week),
        ("week", Unit::Week),
        ("月", Unit::Month),
        ("months", Unit::Month),
        ("month", Unit::Month),
        ("年", Unit::Year),
        ("years old", Unit::Piece),
        ("years", Unit::Year),
        ("year", Unit::Year),
        ("周岁", Unit::Piece),
        ("岁", Unit::Piece),
        ("元", Unit::Piece),
        ("块钱", Unit::Piece),
        ("块", Unit::Piece),
        ("人民币", Unit::Piece),
        ("yuan", Unit::Piece),
        ("rmb", Unit::Piece),
        ("sites", Unit::Piece),
        ("site", Unit::Piece),
        ("websites", Unit::Piece),
        ("domains", Unit::Piece),
        ("domain", Unit::Piece),
        ("网站", Unit::Piece),
        ("站", Unit::Piece),
        ("域名", Unit::Piece),
        ("条", Unit::Piece),
        ("家", Unit::Piece),
    ];
    if let Some((word, unit)) = UNITS.iter().filter(|(word, _)| rest.starts_with(word)).max_by_key(|(word, _)| word.len()) {
        quantity.unit = *unit;
        rest = &rest[word.len()..];
    } else if piece {
        quantity.unit = Unit::Piece;
    }
    if quantity.unit.is_span() && take(&mut rest, &["半", " and a half"]) {
        (low, high) = (low + 0.5, high + 0.5);
    }
    quantity.more |= take(&mut rest, &["多", "以上", "出头", "有余", " or more"]);
    quantity.rough |= take(&mut rest, &["左右", "上下", "吧", "不到"]) && !rest.is_empty() && quantity.rough;
    quantity.rough |= rest.trim_start().starts_with("左右");
    (quantity.low, quantity.high) = (low, high);
    Some((quantity, rest))
}

/// A number at the beginning, the upper end when it is a range («两三»), and what follows.
fn number(text: &str) -> Option<(f64, Option<f64>, &str)> {
    if let Some(rest) = text.strip_prefix('半') {
        return Some((0.5, None, rest));
    }
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let end = digits.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(digits.len());
    if end > 0 && digits.starts_with(|c: char| c.is_ascii_digit()) {
        let number: f64 = digits[..end].parse().ok()?;
        let (number, rest) = match digits[end..].strip_prefix('万') {
            Some(rest) => (number * 10_000.0, rest),
            None => (number, &digits[end..]),
        };
        return (number < NUMBER_MAX).then_some((sign * number, None, rest));
    }
    chinese(text)
}

fn numeral(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '俩' | '贰' => 2,
        '三' | '叁' | '仨' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Chinese numerals: 一千二, 二十三, 两三, 二〇二七.
pub(super) fn chinese(text: &str) -> Option<(f64, Option<f64>, &str)> {
    let end = text.find(|c: char| numeral(c).is_none() && !matches!(c, '十' | '百' | '千' | '万')).unwrap_or(text.len());
    let numerals: Vec<char> = text[..end].chars().collect();
    let rest = &text[end..];
    if numerals.is_empty() || numerals.len() > 12 {
        return None;
    }
    let plain: Option<Vec<u32>> = numerals.iter().map(|c| numeral(*c)).collect();
    if let Some(digits) = plain {
        return match digits.as_slice() {
            [one] => Some((f64::from(*one), None, rest)),
            // «两三»
            [low, high] if *high == low + 1 && *low > 0 => Some((f64::from(*low), Some(f64::from(*high)), rest)),
            // «二〇二七»
            digits => Some((digits.iter().fold(0.0, |number, digit| number * 10.0 + f64::from(*digit)), None, rest)),
        };
    }
    // «二三十»
    if let [low, high, '十'] = numerals.as_slice()
        && let (Some(low), Some(high)) = (numeral(*low), numeral(*high))
    {
        return (high == low + 1).then_some((f64::from(low * 10), Some(f64::from(high * 10)), rest));
    }
    let (mut total, mut section, mut current, mut last_unit) = (0u64, 0u64, None::<u64>, 1u64);
    for c in numerals {
        match c {
            '万' => {
                total += (section + current.take().unwrap_or(0)).max(1) * 10_000;
                (section, last_unit) = (0, 10_000);
            }
            '十' | '百' | '千' => {
                let unit = if c == '十' {
                    10
                } else if c == '百' {
                    100
                } else {
                    1000
                };
                section += current.take().unwrap_or(1) * unit;
                last_unit = unit;
            }
            digit => {
                let value = u64::from(numeral(digit)?);
                // 零 leaves a place out.
                last_unit = if value == 0 { 1 } else { last_unit };
                current = Some(value);
            }
        }
    }
    // «一千二» is 1,200.
    let tail = current.map_or(0, |digit| if last_unit >= 100 { digit * last_unit / 10 } else { digit });
    Some(((total + section + tail) as f64, None, rest))
}

/// A date, and whether it is only an estimate: of a month the first day counts.
fn date(answer: &str, today: NaiveDate, future: bool) -> Option<(NaiveDate, bool)> {
    if answer.len() > ANSWER_BYTES_MAX {
        return None;
    }
    // «二〇二七年五月一日»
    let answer = &if answer.contains('年') || answer.contains('月') { in_digits(answer) } else { answer.to_owned() };
    if let Some(date) = relative_date(answer, today) {
        return Some(date);
    }
    let western = answer.replace([',', '.'], " ");
    let western = western.split_whitespace().collect::<Vec<_>>().join(" ");
    for format in ["%B %d %Y", "%d %B %Y", "%b %d %Y", "%d %b %Y"] {
        if let Ok(date) = NaiveDate::parse_from_str(&western, format) {
            return Some((date, false));
        }
    }
    // Whatever stands around the date, as long as it holds no other digits.
    let from = answer.find(|c: char| c.is_ascii_digit())?;
    let (last, end) = answer.char_indices().rfind(|(_, c)| c.is_ascii_digit() || "年月日号".contains(*c))?;
    let written = &answer[from..last + end.len_utf8()];
    if written.len() == 8 && written.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((NaiveDate::parse_from_str(written, "%Y%m%d").ok()?, false));
    }
    let marked = written.contains(['-', '/', '年', '月']) || written.matches('.').count() == 2;
    let parts: Vec<u32> =
        written.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map_while(|part| part.parse().ok()).collect();
    let said_year =
        answer[..from].contains("明年").then(|| today.year() + 1).or_else(|| answer[..from].contains("去年").then(|| today.year() - 1));
    // «27年» is 2027.
    let year = |year: u32| i32::try_from(if year < 100 { year + 2000 } else { year }).ok().filter(|year| (1900..=2200).contains(year));
    match parts.as_slice() {
        [first, month, day] if marked => Some((NaiveDate::from_ymd_opt(year(*first)?, *month, *day)?, false)),
        // A year alone: its first day, since more is not known.
        [first] if *first >= 1900 && written.ends_with('年') => Some((NaiveDate::from_ymd_opt(year(*first)?, 1, 1)?, true)),
        [first, month] if marked && *first > 31 => Some((NaiveDate::from_ymd_opt(year(*first)?, *month, 1)?, true)),
        [month, day] if written.contains('月') => {
            let this_year = NaiveDate::from_ymd_opt(said_year.unwrap_or(today.year()), *month, *day)?;
            // «5月1日» is the next one, or the last.
            Some((
                match said_year {
                    None if future && this_year < today => this_year.checked_add_months(Months::new(12))?,
                    None if !future && this_year > today => this_year.checked_sub_months(Months::new(12))?,
                    _ => this_year,
                },
                false,
            ))
        }
        [month] if written.contains('月') && !answer.contains("个月") && said_year.is_some() => {
            Some((NaiveDate::from_ymd_opt(said_year?, *month, 1)?, true))
        }
        _ => None,
    }
}

/// Chinese numerals before the units of a date, in digits.
fn in_digits(answer: &str) -> String {
    let mut digits = String::with_capacity(answer.len());
    let mut rest = answer;
    while let Some(c) = rest.chars().next() {
        match chinese(rest) {
            Some((number, None, after)) if after.starts_with(['年', '月', '日', '号']) && number.fract() == 0.0 => {
                digits.push_str(&format!("{number:.0}"));
                rest = after;
            }
            _ => {
                digits.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    digits
}

fn relative_date(answer: &str, today: NaiveDate) -> Option<(NaiveDate, bool)> {
    let in_days = |days: i64| {
        let distance = Days::new(days.unsigned_abs());
        if days < 0 { today.checked_sub_days(distance) } else { today.checked_add_days(distance) }
    };
    let (days, rough) = match answer.trim_end_matches(['的', '了']) {
        "今天" | "刚刚" | "刚才" | "就今天" | "today" | "just now" => (0, false),
        "昨天" | "yesterday" => (-1, false),
        "前天" => (-2, false),
        "大前天" => (-3, false),
        "明天" | "tomorrow" => (1, false),
        "后天" => (2, false),
        "上周" | "上星期" | "上个星期" | "last week" => (-7, true),
        "下周" | "下星期" | "下个星期" | "next week" => (7, true),
        "上个月" | "上月" | "last month" => (-30, true),
        "下个月" | "下月" | "next month" => (30, true),
        "去年" | "last year" => (-365, true),
        "明年" | "next year" => (365, true),
        _ => return None,
    };
    Some((in_days(days)?, rough))
}

/// «95年的», «1995年出生»: the birthday of this year may still come, so the age is asked back.
fn age_by_birth(answer: &str, today: NaiveDate) -> Option<Told> {
    let from = answer.find(|c: char| c.is_ascii_digit())?;
    let digits = answer[from..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = &answer[from + digits..];
    let born =
        rest.starts_with('后') || rest.starts_with("年") && !rest.starts_with("年多") || answer.contains("出生") || answer.contains("born");
    let number: i32 = answer[from..from + digits].parse().ok()?;
    let year = match digits {
        4 => number,
        2 if number > today.year() % 100 => 1900 + number,
        2 => 2000 + number,
        _ => return None,
    };
    let age = today.year() - year;
    (born && (0..=120).contains(&age)).then_some(Told { value: i64::from(age), rough: true })
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn numbers_spans_dates_and_ages() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        /// What is said for a field, and the value with whether it is rough.
        type Case = (Field, &'static str, Option<(i64, bool)>);
        let cases: &[Case] = &[
            (Field::SitesTotal, "3", Some((3, false))),
            (Field::SitesTotal, "三个", Some((3, false))),
            (Field::SitesTotal, "两三个", Some((2, true))),
            (Field::SitesTotal, "一共二十三个网站", Some((23, false))),
            (Field::SitesTotal, "十几个", Some((10, true))),
            (Field::SitesTotal, "2-3个", Some((2, true))),
            (Field::DomainValidDays, "半年", Some((182, false))),
            (Field::DomainValidDays, "3个月", Some((90, false))),
            (Field::DomainValidDays, "一年多", Some((365, false))),
            (Field::DomainValidDays, "一年零三个月", Some((455, false))),
            (Field::DomainValidDays, "还有一个半月", Some((45, false))),
            (Field::DomainValidDays, "十来天", Some((10, true))),
            (Field::DomainValidDays, "大概两个月", Some((60, true))),
            (Field::DomainValidDays, "2027-05-01", Some((160, false))),
            (Field::DomainValidDays, "2027年5月1日到期", Some((160, false))),
            (Field::DomainValidDays, "明年5月1号", Some((160, false))),
            (Field::DomainValidDays, "5月1日", Some((160, false))),
            (Field::DomainValidDays, "20270501", Some((160, false))),
            (Field::DomainValidDays, "二〇二七年五月一日", Some((160, false))),
            (Field::DomainValidDays, "超过90天", Some((91, false))),
            (Field::ServerMonths, "一个季度", Some((3, false))),
            (Field::DomainValidDays, "may 1, 2027", Some((160, false))),
            (Field::DomainValidDays, "2027年5月", Some((160, true))),
            (Field::DomainValidDays, "27年5月1号", Some((160, false))),
            (Field::IdValidDays, "2035年", Some((2962, true))),
            (Field::IdValidDays, "长期的", Some((36_500, false))),
            (Field::Age, "80后", Some((46, true))),
            (Field::DomainValidDays, "昨天", Some((-1, false))),
            (Field::DomainValidDays, "过期了", Some((-1, false))),
            (Field::DomainValidDays, "明天", Some((1, false))),
            (Field::IdValidDays, "长期有效", Some((36_500, false))),
            (Field::DomainVerifiedDays, "3天前", Some((3, false))),
            (Field::DomainVerifiedDays, "昨天", Some((1, false))),
            (Field::DomainVerifiedDays, "11月1号", Some((21, false))),
            (Field::ServerMonths, "一年", Some((12, false))),
            (Field::ServerMonths, "一年半", Some((18, false))),
            (Field::ServerMonths, "买了3个月", Some((3, false))),
            (Field::ServerOrderYuan, "一千二", Some((1200, false))),
            (Field::ServerOrderYuan, "两万块", Some((20_000, false))),
            (Field::Age, "17岁", Some((17, false))),
            (Field::Age, "我今年十七", Some((17, false))),
            (Field::Age, "刚满18", Some((18, false))),
            (Field::Age, "快18了", Some((17, true))),
            (Field::Age, "95年的", Some((31, true))),
            (Field::Age, "1995年出生", Some((31, true))),
            (Field::SitesTotal, "不少", None),
            (Field::SitesTotal, "3个月", None),
            (Field::Age, "99999999999999999999", None),
        ];
        for (field, said, expected) in cases {
            let told = read(*field, said, today).map(|told| (told.value, told.rough));
            assert_eq!(told, *expected, "{field}: {said}");
        }
    }

    #[test]
    fn an_age_is_found_in_a_sentence() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        assert_eq!(age_said("我今年17岁,在深圳", today), Some(Value::Integer(17)));
        assert_eq!(age_said("公司开了三年", today), None);
        assert_eq!(age_said("i am 17 years old", today), Some(Value::Integer(17)));
    }
}
