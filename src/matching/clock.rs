//! Time as people set it: hours of the day («22:30-8:00», «晚上 10 点半到早上 8 点», "10pm-8am") and time zones by the names of cities.

use chrono_tz::Tz;

use super::normal::{fold, normalize};
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
const HALVES: [(&str, bool); 10] = [
    ("晚上", true),
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
    let (from, to) = BETWEEN.iter().find_map(|mark| folded.split_once(mark))?;
    let (from, to) = (minute(from)?, minute(to)?);
    if from % 60 == 0 && to % 60 == 0 {
        return Some(Hours { from: hour(from)?, to: hour(to)?, rounded: false });
    }
    let hours = Hours { from: hour(from)?, to: hour(to.next_multiple_of(60))?, rounded: true };
    // Almost all of the day would become none of it.
    (hours.from != hours.to).then_some(hours)
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
        for none in ["25-8", "22:75-8", "东京", "", "-", "8", "0:00-23:30"] {
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
