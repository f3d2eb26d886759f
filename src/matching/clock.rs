//! Time as people set it: hours of the day («22:30-8:00», «晚上 10 点半到早上 8 点», "10pm-8am") and time zones by the names of cities.

use chrono_tz::Tz;

use super::normal::{fold, normalize};
use super::number::chinese;
use super::vocabulary::Vocabulary;

/// A span of the day in whole hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// From 0 to 23. The same twice: none.
    pub from: u8,
    pub to: u8,
    /// They were told to the minute, and this is the next longer span of whole hours.
    pub rounded: bool,
}

/// What parts the beginning from the end.
const BETWEEN: [&str; 8] = ["-", "–", "—", "~", "到", "至", " to ", "until"];
/// Before an hour up to twelve: whether it is one of the afternoon.
const HALVES: [(&str, bool); 13] = [
    ("晚上", true),
    ("夜间", true),
    ("深夜", true),
    ("中午", true),
    ("夜里", true),
    ("下午", true),
    ("傍晚", true),
    ("晚", true),
    ("早上", false),
    ("上午", false),
    ("凌晨", false),
    ("清晨", false),
    ("早", false),
];
const MINUTES_OF_DAY: u32 = 24 * 60;

/// The span of the day that a text names. What is told to the minute becomes the next longer span of whole hours.
pub fn hours(text: &str) -> Option<Hours> {
    let folded = fold(text.trim());
    let whole = BETWEEN.iter().find_map(|mark| folded.split_once(mark));
    whole.and_then(|(from, to)| span(minute(from)?, minute(to)?)).or_else(|| hours_in(&folded))
}

/// The span of the day that stands in a sentence: «改成晚上 10 点到早上 8 点».
pub(super) fn hours_in(folded: &str) -> Option<Hours> {
    let moments = moments(folded);
    moments.windows(2).find_map(|pair| {
        let [from, to] = pair else { return None };
        let between = folded.get(from.end..to.start)?.trim();
        // "between 8am and 10pm"
        (between == "and" || BETWEEN.iter().any(|mark| mark.trim() == between)).then(|| span(from.minute, to.minute)).flatten()
    })
}

fn span(from: u32, to: u32) -> Option<Hours> {
    if from.is_multiple_of(60) && to.is_multiple_of(60) {
        return Some(Hours { from: hour(from)?, to: hour(to)?, rounded: false });
    }
    let hours = Hours { from: hour(from)?, to: hour(to.next_multiple_of(60))?, rounded: true };
    // Almost all of the day would become none of it.
    (hours.from != hours.to).then_some(hours)
}

/// A time of day in a sentence, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub start: usize,
    pub end: usize,
    minute: u32,
}

/// The times of day that a folded text names: «11点», «下午三点半», «22:30», "11pm".
pub(super) fn moments(folded: &str) -> Vec<Moment> {
    let mut found: Vec<Moment> = Vec::new();
    let mut before = ' ';
    for (start, c) in folded.char_indices() {
        let inside = found.last().is_some_and(|last| start < last.end);
        // A number is read from its beginning, and none of a date or a version.
        let begins = !(inside || before.is_ascii_alphanumeric() || matches!(before, '.' | ':' | '/' | '第') || is_numeral(before));
        if begins && let Some((end, minute)) = moment(&folded[start..]) {
            found.push(Moment { start, end: start + end, minute });
        }
        before = c;
    }
    found
}

fn is_numeral(c: char) -> bool {
    "〇零一二两三四五六七八九十".contains(c)
}

/// A time of day at the beginning of a text: where it ends, and its minute.
fn moment(text: &str) -> Option<(usize, u32)> {
    let mut rest = text;
    let mut afternoon = None;
    if let Some((word, is_afternoon)) = HALVES.iter().find(|(word, _)| rest.starts_with(word)) {
        (afternoon, rest) = (Some(*is_afternoon), rest[word.len()..].trim_start());
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (hour, behind) = match digits {
        0 => match chinese(rest)? {
            (number, None, behind) if number.fract() == 0.0 && (0.0..=24.0).contains(&number) => (number as u32, behind),
            _ => return None,
        },
        _ => (rest[..digits].parse().ok().filter(|hour: &u32| *hour <= 24)?, &rest[digits..]),
    };
    let behind = behind.trim_start();
    let (minutes, behind) = if let Some(behind) =
        behind.strip_prefix(['点', ':']).or_else(|| behind.strip_prefix('时').filter(|rest| !rest.starts_with(['间', '候'])))
    {
        let count = behind.bytes().take_while(u8::is_ascii_digit).count();
        match behind[..count].parse::<u32>() {
            Ok(minutes) if minutes < 60 => (minutes, behind[count..].trim_start_matches('分')),
            Ok(_) => return None,
            Err(_) if behind.starts_with('半') => (30, &behind['半'.len_utf8()..]),
            // «22:» is no time of day.
            Err(_) if text[..text.len() - behind.len()].ends_with(':') => return None,
            Err(_) => (0, behind.trim_start_matches(['钟', '整'])),
        }
    } else if let Some(behind) = behind.strip_prefix("am").filter(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric())) {
        afternoon = Some(false);
        (0, behind)
    } else {
        afternoon = Some(true);
        (0, behind.strip_prefix("pm").filter(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))?)
    };
    // «三点要求» are three points: a numeral alone is a time only where nothing follows that could be counted.
    if digits == 0 && afternoon.is_none() && behind.starts_with(|c: char| !c.is_ascii_punctuation() && !"到至~–—半提交的".contains(c))
    {
        return None;
    }
    let hour = match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let minute = hour * 60 + minutes;
    (minute <= MINUTES_OF_DAY).then_some((text.len() - behind.len(), minute))
}

fn hour(minute: u32) -> Option<u8> {
    u8::try_from(minute % MINUTES_OF_DAY / 60).ok()
}

/// A minute of the day: «22», «22:30», «晚上 10 点半», "10pm".
fn minute(text: &str) -> Option<u32> {
    let mut rest = text.trim();
    let mut afternoon = None;
    if let Some((word, is_afternoon)) = HALVES.iter().find(|(word, _)| rest.starts_with(word)) {
        (afternoon, rest) = (Some(*is_afternoon), rest[word.len()..].trim_start());
    }
    for (word, is_afternoon) in [("am", false), ("pm", true)] {
        if let Some(before) = rest.strip_suffix(word) {
            (afternoon, rest) = (Some(is_afternoon), before.trim_end());
        }
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let hour: u32 = rest.get(..digits)?.parse().ok().filter(|hour| *hour <= 24)?;
    let rest = rest[digits..].trim_start_matches([':', '点', '时', '.']);
    let minutes: u32 = match rest.trim_end_matches('分').trim() {
        "" => 0,
        "半" => 30,
        minutes => minutes.parse().ok().filter(|minutes| *minutes < 60)?,
    };
    let hour = match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    Some(hour * 60 + minutes).filter(|minute| *minute <= MINUTES_OF_DAY)
}

/// The time zone that a text names: by its IANA name, a city or a country.
pub fn zone(vocabulary: &Vocabulary, text: &str) -> Option<Tz> {
    if let Ok(zone) = text.trim().parse::<Tz>() {
        return Some(zone);
    }
    let progress = vocabulary.progress.as_ref()?;
    let name = normalize(text);
    let known = |name: &str| progress.zones.get(name.trim()).copied();
    let bare = || progress.around_zones.iter().filter_map(|around| name.strip_suffix(around.as_str())).find_map(known);
    known(&name).or_else(bare)
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::matching::Labels;

    #[test]
    fn hours_are_read_and_rounded_outward() {
        let read = |text: &str| hours(text).map(|hours| (hours.from, hours.to, hours.rounded));
        assert_eq!(read("22-8"), Some((22, 8, false)));
        assert_eq!(read("22:00 - 08:00"), Some((22, 8, false)));
        assert_eq!(read("22:30-8:00"), Some((22, 8, true)));
        assert_eq!(read("22：30～7：15"), Some((22, 8, true)));
        assert_eq!(read("晚上10点半到早上8点"), Some((22, 8, true)));
        assert_eq!(read("10pm-8am"), Some((22, 8, false)));
        assert_eq!(read("22点到24点"), Some((22, 0, false)));
        assert_eq!(read("0-0"), Some((0, 0, false)));
        assert_eq!(read("22:30-23:30"), Some((22, 0, true)));
        assert_eq!(read("晚上十点到早上八点"), Some((22, 8, false)));
        assert_eq!(read("改成晚上10点到早上8点不打扰"), Some((22, 8, false)));
        assert_eq!(read("quiet from 10pm to 8am please"), Some((22, 8, false)));
        for none in ["三点要求到八点建议", "25-8", "22:75-8", "东京", "", "-", "8", "0:00-23:30"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn zones_are_known_by_cities() {
        let vocabulary = Vocabulary::load(None, &Labels::default()).expect("the built-in words are sound");
        let named = |text: &str| zone(&vocabulary, text).map(Tz::name);
        assert_eq!(named("Asia/Tokyo"), Some("Asia/Tokyo"));
        assert_eq!(named("东京"), Some("Asia/Tokyo"));
        assert_eq!(named("東京時間"), Some("Asia/Tokyo"));
        assert_eq!(named("上海时间"), Some("Asia/Shanghai"));
        assert_eq!(named("Tokyo"), Some("Asia/Tokyo"));
        assert_eq!(named("New York time"), Some("America/New_York"));
        assert_eq!(named("温哥华时区"), Some("America/Vancouver"));
        assert_eq!(named("火星"), None);
        assert_eq!(named("时间"), None);
        let zones: std::collections::BTreeSet<&str> =
            vocabulary.progress.iter().flat_map(|progress| progress.zones.values()).map(|zone| zone.name()).collect();
        assert!(zones.len() >= 40, "{} zones", zones.len());
    }
}
