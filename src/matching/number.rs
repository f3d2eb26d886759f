//! Numbers, spans of time and dates in what people type.

use chrono::NaiveDate;

use crate::profile::{Ageing, Field, Value};

/// Reads a number for a field. For fields that count days, months and years are counted in days, and a date gives the days
/// from or since `today`.
pub(super) fn read(field: Field, answer: &str, today: NaiveDate) -> Option<Value> {
    let days = matches!(field.spec().ageing, Ageing::DaysUntil | Ageing::DaysSince);
    if days && let Some(date) = date(answer) {
        let until = (date - today).num_days();
        return Some(Value::Integer(if field.spec().ageing == Ageing::DaysSince { -until } else { until }));
    }
    if days && matches!(answer, "已过期" | "过期" | "过期了" | "expired") {
        return (field.spec().ageing == Ageing::DaysUntil).then_some(Value::Integer(-1));
    }
    let (number, unit) = leading_number(answer)?;
    let in_days = match unit.trim() {
        "" => 1.0,
        "天" | "日" | "day" | "days" => 1.0,
        "周" | "星期" | "week" | "weeks" => 7.0,
        "个月" | "月" | "month" | "months" => 30.0,
        "年" | "year" | "years" => 365.0,
        "岁" | "个" | "元" | "块" | "块钱" | "yuan" | "years old" | "sites" | "domains" if !days => 1.0,
        _ => return None,
    };
    let bare = unit.trim().is_empty();
    let value = match field {
        Field::ServerMonths if matches!(unit.trim(), "年" | "year" | "years") => number * 12.0,
        _ if days && !bare => number * in_days,
        _ => number,
    };
    (value.fract() == 0.0 || days).then(|| Value::Integer(value.floor() as i64))
}

/// A number at the beginning, in digits or simple Chinese numerals, and what follows it.
fn leading_number(answer: &str) -> Option<(f64, &str)> {
    let answer = answer.trim().trim_start_matches(['约', '大']).trim_start_matches("about ").trim_start_matches("还有");
    if let Some(rest) = answer.strip_prefix('半') {
        return Some((0.5, rest.strip_prefix('个').filter(|rest| !rest.starts_with('月')).unwrap_or(rest)));
    }
    let digits = answer.find(|c: char| !(c.is_ascii_digit() || c == '-' || c == '.')).unwrap_or(answer.len());
    if digits > 0 {
        let number = answer[..digits].parse::<f64>().ok().filter(|number| number.abs() < 1e9)?;
        return Some((number, &answer[digits..]));
    }
    let numerals = answer.find(|c: char| !"零一二两三四五六七八九十百".contains(c)).unwrap_or(answer.len());
    let number = chinese_number(&answer[..numerals])?;
    let rest = &answer[numerals..];
    let half = rest.strip_prefix("个半").map(|rest| (0.5, rest)).or_else(|| rest.strip_prefix("年半").map(|_| (0.5, "年")));
    Some(match half {
        Some((half, rest)) => (number + half, rest),
        None => (number, rest),
    })
}

fn chinese_number(numerals: &str) -> Option<f64> {
    if numerals.is_empty() {
        return None;
    }
    let (mut total, mut current) = (0u32, 0u32);
    for numeral in numerals.chars() {
        match numeral {
            '十' | '百' => {
                total += current.max(1) * if numeral == '十' { 10 } else { 100 };
                current = 0;
            }
            '两' => current = 2,
            digit => current = u32::try_from("零一二三四五六七八九".chars().position(|known| known == digit)?).ok()?,
        }
        if total > 10_000 {
            return None;
        }
    }
    Some(f64::from(total + current))
}

/// A date written `2027-05-01`, `2027/5/1`, `2027.5.1` or `2027年5月1日`.
fn date(answer: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = answer.split(['-', '/', '.', '年', '月', '日', '号']).filter(|part| !part.trim().is_empty()).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    if year.trim().len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
}
